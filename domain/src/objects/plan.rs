//! Object plans: what an object is to do in a year, drafted, reviewed, decided and revised (report 4.1.4).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{
    Date, DecisionId, Event as AnyEvent, Municipality, ObjectId, ObjectPlanId, Ore, PersonId, Refusal, Refusals, Rule, Stamp, Subject,
};

/// What a plan says besides its activities: the part its managers write.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanText {
    /// What the object is to reach within three years, up to 4 000 characters.
    #[serde(default)]
    pub long_goals: String,
    /// What it is to reach within the year, up to 4 000 characters.
    #[serde(default)]
    pub year_goals: String,
    /// What may get in the way, up to 4 000 characters.
    #[serde(default)]
    pub risks: String,
    /// Hours to be had on the IT side in the year.
    #[serde(default)]
    pub it_hours: u32,
    /// Hours to be had on the business side in the year.
    #[serde(default)]
    pub business_hours: u32,
    /// Operating money to be had in the year; nought where none has been said.
    #[serde(default)]
    pub operating: Ore,
    /// Investment money to be had in the year; nought where none has been said.
    #[serde(default)]
    pub investment: Ore,
}

/// How far a plan has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Being written by the managers.
    Draft,
    /// Looked through by the digitalisation department, and waiting for the owner.
    Reviewed,
    /// Decided by the owner: it holds.
    Decided,
    /// Decided once, and being written anew; the decided version holds meanwhile.
    Revising,
}

/// One step a plan can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanStep {
    /// Looked through, and fit to be decided.
    Review,
    /// Sent back to the managers.
    SendBack,
    /// Decided.
    Decide,
    /// Opened again.
    Revise,
}

/// What a plan in a state may become; the rule, the buttons and the diagram are all drawn from here.
pub const PLAN_STEPS: &[(PlanState, PlanStep, PlanState)] = &[
    (PlanState::Draft, PlanStep::Review, PlanState::Reviewed),
    (PlanState::Revising, PlanStep::Review, PlanState::Reviewed),
    (PlanState::Reviewed, PlanStep::SendBack, PlanState::Draft),
    (PlanState::Reviewed, PlanStep::Decide, PlanState::Decided),
    (PlanState::Decided, PlanStep::Revise, PlanState::Revising),
];

impl PlanState {
    /// The state a step leads to, where it is open from here.
    pub fn after(self, step: PlanStep) -> Option<Self> {
        PLAN_STEPS.iter().find(|(from, by, _)| *from == self && *by == step).map(|(_, _, to)| *to)
    }

    /// Whether text and activities may be written.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Revising)
    }
}

/// That a plan was decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanDecided {
    /// The owner who decided.
    pub who: PersonId,
    /// The day.
    pub date: Date,
    /// The decision in the log, where there is one.
    pub decision: Option<DecisionId>,
    /// The size of the ledger then: the plan as of there is the decided version, for ever.
    pub basis: u64,
}

/// An object's plan for a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ObjectPlan {
    /// Its identity.
    pub id: ObjectPlanId,
    /// The object.
    pub object: ObjectId,
    /// The calendar year.
    pub year: i16,
    /// What it says.
    pub text: PlanText,
    /// How far it has come.
    pub state: PlanState,
    /// The latest decision on it, which holds while it is revised.
    pub decided: Option<PlanDecided>,
}

impl PlanText {
    fn demand(&self, lacks: &mut Refusals) {
        lacks.text("long_goals", &self.long_goals, 0..=4000);
        lacks.text("year_goals", &self.year_goals, 0..=4000);
        lacks.text("risks", &self.risks, 0..=4000);
        for (field, hours) in [("it_hours", self.it_hours), ("business_hours", self.business_hours)] {
            lacks.unless(hours <= 1_000_000, Refusal::new("hours-large").at(field));
        }
        lacks.money("operating", self.operating, Ore::kronor(1_000_000_000));
        lacks.money("investment", self.investment, Ore::kronor(1_000_000_000));
    }
}

/// Draft an object's plan for a year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanDraft {
    /// Its identity, not yet taken.
    pub id: ObjectPlanId,
    /// The object; it has no plan for the year yet.
    pub object: ObjectId,
    /// The calendar year, 2000–2100.
    pub year: i16,
    /// What it says so far.
    #[serde(default)]
    pub text: PlanText,
}

impl Rule for PlanDraft {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn within(&self) -> Subject {
        (&self.object).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.objects.demand_new_plan(&mut lacks, &self.id, &self.object, self.year);
        self.text.demand(&mut lacks);
        lacks.end()?;
        Ok(vec![
            Event::PlanDrafted(ObjectPlan {
                id: self.id.clone(),
                object: self.object.clone(),
                year: self.year,
                text: self.text.clone(),
                state: PlanState::Draft,
                decided: None,
            })
            .into(),
        ])
    }
}

/// Write what a plan says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanWrite {
    /// Which.
    pub id: ObjectPlanId,
    /// What it says from now on.
    pub text: PlanText,
}

impl Rule for PlanWrite {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.objects.demand_open_plan(&mut lacks, &self.id);
        self.text.demand(&mut lacks);
        lacks.end()?;
        Ok(vec![Event::PlanWritten { id: self.id.clone(), text: self.text.clone() }.into()])
    }
}

/// Take a plan a step: the managers' and the department's steps.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanAdvance {
    /// Which.
    pub id: ObjectPlanId,
    /// The step; deciding is another act.
    pub step: PlanStep,
}

impl Rule for PlanAdvance {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        if self.step == PlanStep::Decide {
            return Err(Refusal::new("plan-owner-decides").at("step").into());
        }
        let state = town.objects.step_of(&self.id, self.step)?;
        Ok(vec![Event::PlanAdvanced { id: self.id.clone(), state }.into()])
    }
}

/// Decide a plan, as the object's owner or under a delegation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanDecide {
    /// Which.
    pub id: ObjectPlanId,
    /// The decision in the log, where there is one.
    pub decision: Option<DecisionId>,
}

impl Rule for PlanDecide {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        town.objects.step_of(&self.id, PlanStep::Decide)?;
        let mut lacks = Refusals::none();
        lacks.unless(town.objects.activities_of(&self.id).next().is_some(), Refusal::new("plan-without-activities"));
        lacks.end()?;
        let decided = PlanDecided { who: stamp.who.clone(), date: stamp.date, decision: self.decision.clone(), basis: town.size };
        Ok(vec![Event::PlanDecided { id: self.id.clone(), decided }.into()])
    }
}

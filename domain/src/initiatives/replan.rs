//! Re-planning: a new plan with a reason, beside those it replaces and never over them (DOMAIN.md U7).

use serde::{Deserialize, Serialize};

use super::{Event, Plan};
use crate::{Date, DecisionId, Event as AnyEvent, InitiativeId, Municipality, Ore, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// A plan that replaced another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replan {
    /// The plan from then on.
    pub plan: Plan,
    /// The day it replaced the one before.
    pub date: Date,
    /// Who made it.
    pub by: PersonId,
    /// Why the one before no longer held.
    pub reason: String,
    /// The decision that allows it, where there is one.
    pub decision: Option<DecisionId>,
}

impl Plan {
    pub(super) fn demand(&self, lacks: &mut Refusals) {
        lacks.period("end", self.start, self.end);
        lacks.money("budget", self.budget, Ore::kronor(10_000_000_000));
        lacks.text("scope", &self.scope, 0..=1000);
    }
}

/// Make a new plan for work under way. All earlier plans stay, and the outcome is held against each of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveryReplan {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The day it is now to be delivered.
    pub end: Date,
    /// What it is now to cost until then, in öre.
    pub budget: Ore,
    /// What is now to be delivered, up to 1 000 characters; may be empty.
    #[serde(default)]
    pub scope: String,
    /// Why, 10–2 000 characters.
    pub reason: String,
    /// The decision that allows it, where there is one, already in the log.
    #[serde(default)]
    pub decision: Option<DecisionId>,
}

impl Rule for DeliveryReplan {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        let Some(work) = initiative.delivery.as_ref().filter(|work| work.delivered.is_none() && initiative.phase.is_open()) else {
            return Err(Refusal::new("not-under-way").into());
        };
        let plan = Plan { start: work.plan.start, end: self.end, budget: self.budget, scope: self.scope.trim().to_owned() };
        let mut lacks = Refusals::none();
        plan.demand(&mut lacks);
        lacks.unless(plan != *work.plan_now(), Refusal::new("plan-unchanged"));
        lacks.text("reason", &self.reason, 10..=2000);
        let known = self.decision.as_ref().is_none_or(|decision| town.forums.decisions.has(decision));
        lacks.unless(known, Refusal::new("decision-unknown").at("decision"));
        lacks.end()?;
        let replan = Replan {
            plan,
            date: stamp.date,
            by: stamp.who.clone(),
            reason: self.reason.trim().to_owned(),
            decision: self.decision.clone(),
        };
        Ok(vec![Event::Replanned { id: self.initiative.clone(), replan }.into()])
    }
}

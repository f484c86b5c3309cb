//! The idea, in the nine areas of the municipality's template (report 4.4.1), saved one area at a time.

use serde::{Deserialize, Serialize};

use super::{Card, Event, Gate, demand_answers, editable, last_written, pass};
use crate::{Event as AnyEvent, InitiativeId, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// An area of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Problembeskrivning.
    Problem,
    /// Lösningsförslag.
    Solution,
    /// Påverkade roller.
    AffectedRoles,
    /// Bidrag till kommunens mål.
    GoalContribution,
    /// Kan lösningen användas av fler verksamheter?
    WiderUse,
    /// Kostnadsuppskattning.
    CostEstimate,
    /// Nyttouppskattning.
    BenefitEstimate,
    /// Förutsättningar och kompetenser.
    Prerequisites,
    /// Uppföljning.
    FollowUp,
}

impl Area {
    /// All nine, in the order of the template.
    pub const ALL: [Self; 9] = [
        Self::Problem,
        Self::Solution,
        Self::AffectedRoles,
        Self::GoalContribution,
        Self::WiderUse,
        Self::CostEstimate,
        Self::BenefitEstimate,
        Self::Prerequisites,
        Self::FollowUp,
    ];

    /// The name acts, texts and links know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Problem => "problem",
            Self::Solution => "solution",
            Self::AffectedRoles => "affected_roles",
            Self::GoalContribution => "goal_contribution",
            Self::WiderUse => "wider_use",
            Self::CostEstimate => "cost_estimate",
            Self::BenefitEstimate => "benefit_estimate",
            Self::Prerequisites => "prerequisites",
            Self::FollowUp => "follow_up",
        }
    }

    /// The key of the sentence that says it is missing.
    pub(super) const fn lack(self) -> &'static str {
        match self {
            Self::Problem => "lack-problem",
            Self::Solution => "lack-solution",
            Self::AffectedRoles => "lack-affected-roles",
            Self::GoalContribution => "lack-goal-contribution",
            Self::WiderUse => "lack-wider-use",
            Self::CostEstimate => "lack-cost-estimate",
            Self::BenefitEstimate => "lack-benefit-estimate",
            Self::Prerequisites => "lack-prerequisites",
            Self::FollowUp => "lack-follow-up",
        }
    }

    /// The key under which its latest change is remembered.
    pub(super) fn touched(self) -> String {
        format!("idea/{}", self.key())
    }
}

/// Start an idea.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdeaStart {
    /// Its identity, not yet taken.
    pub id: InitiativeId,
    /// Its card.
    pub card: Card,
}

impl Rule for IdeaStart {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.initiatives.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        self.card.demand(town, &mut lacks);
        lacks.end()?;
        Ok(vec![Event::Started { id: self.id.clone(), card: self.card.tidy(), date: stamp.date }.into()])
    }
}

/// Write the card anew: title, unit, object, people, links.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardWrite {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The card.
    pub card: Card,
}

impl Rule for CardWrite {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn overwrites(&self, town: &Municipality) -> Vec<u64> {
        last_written(town, &self.initiative, "card")
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        editable(town, &self.initiative)?;
        let mut lacks = Refusals::none();
        self.card.demand(town, &mut lacks);
        lacks.end()?;
        Ok(vec![Event::CardWritten { id: self.initiative.clone(), card: self.card.tidy(), seq: town.size + 1 }.into()])
    }
}

impl Card {
    fn demand(&self, town: &Municipality, lacks: &mut Refusals) {
        lacks.text("title", &self.title, 3..=140);
        for unit in std::iter::once(&self.unit).chain(&self.serves) {
            lacks.unless(town.organisation.units.has(unit), Refusal::new("unit-unknown").at("unit").with("id", unit.as_str()));
        }
        let known = |holds: bool, key: &'static str, field: &'static str| (!holds).then(|| Refusal::new(key).at(field));
        let (goals, links) = (&town.goals, &self.links);
        let unknown = self
            .object
            .iter()
            .map(|object| known(town.objects.objects.has(object), "object-unknown", "object"))
            .chain(links.goals.iter().map(|goal| known(goals.goals.has(goal), "goal-unknown", "goals")))
            .chain(links.goal_areas.iter().map(|area| known(goals.areas.has(area), "goal-area-unknown", "goal_areas")))
            .chain(links.priority_areas.iter().map(|area| known(goals.priorities.has(area), "priority-area-unknown", "priority_areas")))
            .chain(links.directions.iter().map(|direction| known(goals.directions.has(direction), "direction-unknown", "directions")));
        unknown.flatten().for_each(|refusal| lacks.add(refusal));
        if let Some(cost) = self.expected_cost {
            lacks.money("expected_cost", cost, crate::Ore::kronor(10_000_000_000));
        }
        let (hours, shared) = (self.effort.hours, self.effort.shared_hours);
        lacks.unless(hours.unwrap_or(0) <= 10_000_000, Refusal::new("hours-large").at("hours"));
        let within = shared.is_none_or(|shared| hours.is_none_or(|hours| shared <= hours));
        lacks.unless(within, Refusal::new("shared-hours-large").at("shared_hours"));
    }

    /// The same without stray blanks and without anything named twice.
    fn tidy(&self) -> Self {
        let mut card = self.clone();
        card.title = card.title.trim().to_owned();
        card.writers.retain(|writer| *writer != self.lead);
        card.writers.sort();
        card.writers.dedup();
        card.serves.retain(|unit| *unit != self.unit);
        card.serves.sort();
        card.serves.dedup();
        card.triggers.sort();
        card.triggers.dedup();
        card
    }
}

/// Save one area of the idea. Only that area can have grown stale: two who write two areas never collide.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdeaDescribe {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The area.
    pub area: Area,
    /// Its text, up to 6 000 characters; empty takes it away.
    pub text: String,
}

impl Rule for IdeaDescribe {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn overwrites(&self, town: &Municipality) -> Vec<u64> {
        area_written(town, &self.initiative, self.area, &self.text)
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = editable(town, &self.initiative)?;
        let mut lacks = Refusals::none();
        lacks.text("text", &self.text, 0..=6000);
        lacks.end()?;
        let text = self.text.trim();
        if initiative.area(self.area) == text {
            return Ok(Vec::new());
        }
        Ok(vec![Event::Described { id: self.initiative.clone(), area: self.area, text: text.into(), seq: town.size + 1 }.into()])
    }
}

/// The entry that last wrote an area, unless the area reads the same already: then nothing is written over.
fn area_written(town: &Municipality, initiative: &InitiativeId, area: Area, text: &str) -> Vec<u64> {
    let reads_so = town.initiatives.get(initiative).is_some_and(|initiative| initiative.area(area) == text.trim());
    if reads_so { Vec::new() } else { last_written(town, initiative, &area.touched()) }
}

/// Write several areas of the idea at once.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdeaWrite {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The areas and their texts; those not named stay as they are.
    pub areas: std::collections::BTreeMap<Area, String>,
}

impl Rule for IdeaWrite {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn overwrites(&self, town: &Municipality) -> Vec<u64> {
        self.areas.iter().flat_map(|(area, text)| area_written(town, &self.initiative, *area, text)).collect()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let (mut events, mut lacks) = (Vec::new(), Refusals::none());
        for (area, text) in &self.areas {
            let describe = IdeaDescribe { initiative: self.initiative.clone(), area: *area, text: text.clone() };
            match describe.decide(town, stamp) {
                Ok(mut saved) => events.append(&mut saved),
                Err(refused) => lacks.0.extend(refused.0.into_iter().map(|refusal| refusal.at(area.key()))),
            }
        }
        lacks.end()?;
        Ok(events)
    }
}

/// Hand in the idea: it passes its gate, and the business case is next.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdeaSubmit {
    /// The initiative.
    pub initiative: InitiativeId,
}

impl Rule for IdeaSubmit {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        demand_answers(town, &self.initiative, stamp.date, &mut lacks);
        match pass(town, &self.initiative, Gate::Idea, stamp) {
            Ok(events) => lacks.end().map(|()| events),
            Err(barred) => {
                lacks.0.extend(barred.0);
                Err(lacks)
            }
        }
    }
}

/// Hand in the business case: it is complete, and waits for a decision.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSubmit {
    /// The initiative.
    pub initiative: InitiativeId,
}

impl Rule for CaseSubmit {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        pass(town, &self.initiative, Gate::Case, stamp)
    }
}

//! Goals of the council and of committees: what a steering document wants to reach (report 4.1.1–4.1.4).

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, DocumentId, Event as AnyEvent, GoalAreaId, GoalId, Municipality, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// What a goal says: the part that may be worded anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalWording {
    /// The goal in one sentence, 3–200 characters.
    pub title: String,
    /// What it means, up to 4 000 characters; may be empty.
    #[serde(default)]
    pub text: String,
    /// How digitalisation is to contribute, up to 2 000 characters. Empty is a gap (report 4.1.2).
    #[serde(default)]
    pub digitalisation: String,
    /// The goal area it belongs to.
    pub area: GoalAreaId,
    /// Whether every committee must relate to it.
    #[serde(default)]
    pub binds_all: bool,
    /// The unit that answers for it being reached.
    pub answers: Option<UnitId>,
    /// The day it is to be reached.
    pub due: Option<Date>,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Its identity.
    pub id: GoalId,
    /// The steering document that holds it, or the first of those that revised each other.
    pub document: DocumentId,
    /// The documents it was carried over from, oldest first.
    #[serde(default, skip_serializing_if = "Vector::is_empty")]
    pub earlier: Vector<DocumentId>,
    /// The body whose goal it is: the council, or a committee.
    pub unit: UnitId,
    /// The council's goal it breaks down, for a committee's goal.
    pub breaks_down: Option<GoalId>,
    /// What it says.
    pub wording: GoalWording,
    /// Its last day, where it has been ended.
    pub ended: Option<Date>,
}

impl Goal {
    /// Whether it has not been ended by a day.
    pub fn is_alive(&self, date: Date) -> bool {
        self.ended.is_none_or(|last| date <= last)
    }
}

impl GoalWording {
    fn demand(&self, lacks: &mut Refusals, town: &Municipality) {
        lacks.text("title", &self.title, 3..=200);
        lacks.text("text", &self.text, 0..=4000);
        lacks.text("digitalisation", &self.digitalisation, 0..=2000);
        lacks.unless(town.goals.areas.has(&self.area), Refusal::new("goal-area-unknown").at("area").with("id", self.area.as_str()));
        if let Some(unit) = &self.answers {
            lacks.unless(town.organisation.units.has(unit), Refusal::new("unit-unknown").at("answers").with("id", unit.as_str()));
        }
    }
}

/// Set a goal of a steering document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalSet {
    /// Its identity, not yet taken.
    pub id: GoalId,
    /// The steering document that holds it; its body is the goal's.
    pub document: DocumentId,
    /// The council's goal it breaks down.
    pub breaks_down: Option<GoalId>,
    /// What it says.
    pub wording: GoalWording,
}

impl Rule for GoalSet {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.goals.goals.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        self.wording.demand(&mut lacks, town);
        if let Some(above) = &self.breaks_down {
            lacks.unless(town.goals.goals.has(above), Refusal::new("goal-unknown").at("breaks_down").with("id", above.as_str()));
        }
        let Some(document) = town.goals.demand_document(&mut lacks, &self.document) else { return Err(lacks) };
        lacks.end()?;
        Ok(vec![
            Event::GoalSet(Goal {
                id: self.id.clone(),
                document: self.document.clone(),
                earlier: Vector::new(),
                unit: document.unit.clone(),
                breaks_down: self.breaks_down.clone(),
                wording: self.wording.clone(),
                ended: None,
            })
            .into(),
        ])
    }
}

/// Word a goal anew.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalReword {
    /// Which.
    pub id: GoalId,
    /// What it says from now on.
    pub wording: GoalWording,
}

impl Rule for GoalReword {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.goals.demand_goal(&mut lacks, &self.id, stamp.date);
        self.wording.demand(&mut lacks, town);
        lacks.end()?;
        Ok(vec![Event::GoalReworded { id: self.id.clone(), wording: self.wording.clone() }.into()])
    }
}

/// End a goal.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalEnd {
    /// Which.
    pub id: GoalId,
    /// Its last day.
    pub last: Date,
}

impl Rule for GoalEnd {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.goals.demand_goal(&mut lacks, &self.id, stamp.date);
        let first =
            town.goals.goals.get(&self.id).and_then(|goal| town.goals.documents.get(goal.documents().last()?)).map(|held| held.from);
        if let Some(first) = first {
            lacks.period("last", first, self.last);
        }
        lacks.end()?;
        Ok(vec![Event::GoalEnded { id: self.id.clone(), last: self.last }.into()])
    }
}

//! Wording directions, priority areas and goal areas anew: what they were called and meant before stays in the
//! history, and every past day shows the words of that day.

use serde::Deserialize;

use super::Event;
use crate::{DirectionId, Event as AnyEvent, GoalAreaId, Municipality, PriorityAreaId, Refusal, Refusals, Rule, Stamp, Subject};

/// Word a direction anew.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectionReword {
    /// Which.
    pub id: DirectionId,
    /// The direction in one sentence, 3–200 characters.
    pub title: String,
    /// What it means, up to 4 000 characters.
    #[serde(default)]
    pub text: String,
}

impl Rule for DirectionReword {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(town.goals.directions.has(&self.id), Refusal::new("direction-unknown").with("id", self.id.as_str()));
        lacks.text("title", &self.title, 3..=200);
        lacks.text("text", &self.text, 0..=4000);
        lacks.end()?;
        let (title, text) = (self.title.trim().to_owned(), self.text.trim().to_owned());
        Ok(vec![Event::DirectionReworded { id: self.id.clone(), title, text }.into()])
    }
}

/// Word a priority area anew.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriorityAreaReword {
    /// Which.
    pub id: PriorityAreaId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// What it means, up to 2 000 characters.
    #[serde(default)]
    pub text: String,
}

impl Rule for PriorityAreaReword {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(town.goals.priorities.has(&self.id), Refusal::new("priority-area-unknown").with("id", self.id.as_str()));
        lacks.text("name", &self.name, 2..=120);
        lacks.text("text", &self.text, 0..=2000);
        lacks.end()?;
        let (name, text) = (self.name.trim().to_owned(), self.text.trim().to_owned());
        Ok(vec![Event::PriorityAreaReworded { id: self.id.clone(), name, text }.into()])
    }
}

/// Word a goal area anew.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalAreaReword {
    /// Which.
    pub id: GoalAreaId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// What it means, up to 2 000 characters.
    #[serde(default)]
    pub text: String,
}

impl Rule for GoalAreaReword {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(town.goals.areas.has(&self.id), Refusal::new("goal-area-unknown").with("id", self.id.as_str()));
        lacks.text("name", &self.name, 2..=120);
        lacks.text("text", &self.text, 0..=2000);
        lacks.end()?;
        let (name, text) = (self.name.trim().to_owned(), self.text.trim().to_owned());
        Ok(vec![Event::GoalAreaReworded { id: self.id.clone(), name, text }.into()])
    }
}

//! Directions of the strategy, and which goals each of them carries (report 4.1.3).

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::Event;
use crate::{DirectionId, DocumentId, Event as AnyEvent, GoalId, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// A direction (strategisk inriktning).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Direction {
    /// Its identity.
    pub id: DirectionId,
    /// The strategy that holds it.
    pub document: DocumentId,
    /// Its number in the strategy, from 1.
    pub number: u8,
    /// The direction in one sentence.
    pub title: String,
    /// What it means; may be empty.
    pub text: String,
    /// The goals it carries.
    pub links: Vector<Link>,
}

impl Direction {
    /// The link to a goal, where there is one.
    pub fn link_to(&self, goal: &GoalId) -> Option<&Link> {
        self.links.iter().find(|link| link.goal == *goal)
    }

    pub(super) fn carry(&mut self, link: &Link) {
        self.links.retain(|known| known.goal != link.goal);
        self.links.push_back(link.clone());
    }
}

/// How strongly a direction carries a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// It helps a little.
    Weak,
    /// It helps.
    Clear,
    /// The goal cannot be reached without it.
    Strong,
}

/// That a direction carries a goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The goal.
    pub goal: GoalId,
    /// How strongly.
    pub strength: Strength,
    /// In what way.
    pub reason: String,
}

/// Enter a direction of a strategy.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectionEnter {
    /// Its identity, not yet taken.
    pub id: DirectionId,
    /// The strategy.
    pub document: DocumentId,
    /// Its number there.
    pub number: u8,
    /// The direction in one sentence, 3–200 characters.
    pub title: String,
    /// What it means, up to 4 000 characters.
    #[serde(default)]
    pub text: String,
}

impl Rule for DirectionEnter {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.goals.directions.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        town.goals.demand_document(&mut lacks, &self.document);
        lacks.text("title", &self.title, 3..=200);
        lacks.text("text", &self.text, 0..=4000);
        lacks.end()?;
        Ok(vec![
            Event::DirectionEntered(Direction {
                id: self.id.clone(),
                document: self.document.clone(),
                number: self.number,
                title: self.title.trim().to_owned(),
                text: self.text.trim().to_owned(),
                links: Vector::new(),
            })
            .into(),
        ])
    }
}

/// Link a direction to a goal it carries, or change how.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectionLink {
    /// The direction.
    pub direction: DirectionId,
    /// The goal.
    pub goal: GoalId,
    /// How strongly.
    pub strength: Strength,
    /// In what way, 3–1 000 characters.
    pub reason: String,
}

impl Rule for DirectionLink {
    fn about(&self) -> Subject {
        (&self.direction).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(town.goals.directions.has(&self.direction), Refusal::new("direction-unknown").at("direction"));
        town.goals.demand_goal(&mut lacks, &self.goal, stamp.date);
        lacks.text("reason", &self.reason, 3..=1000);
        lacks.end()?;
        let link = Link { goal: self.goal.clone(), strength: self.strength, reason: self.reason.trim().to_owned() };
        Ok(vec![Event::DirectionLinked { direction: self.direction.clone(), link }.into()])
    }
}

/// Take away the link between a direction and a goal.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectionUnlink {
    /// The direction.
    pub direction: DirectionId,
    /// The goal.
    pub goal: GoalId,
}

impl Rule for DirectionUnlink {
    fn about(&self) -> Subject {
        (&self.direction).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let linked = town.goals.directions.get(&self.direction).is_some_and(|direction| direction.link_to(&self.goal).is_some());
        if !linked {
            return Err(Refusal::new("link-unknown").at("goal").into());
        }
        Ok(vec![Event::DirectionUnlinked { direction: self.direction.clone(), goal: self.goal.clone() }.into()])
    }
}

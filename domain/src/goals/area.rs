//! Goal areas and priority areas: what goals and activities are sorted under (report 4.1.1, 4.1.2).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{DocumentId, Event as AnyEvent, GoalAreaId, Municipality, PriorityAreaId, Refusal, Refusals, Rule, Stamp, Subject};

/// A goal area: social, economic or ecological sustainability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GoalArea {
    /// Its identity.
    pub id: GoalAreaId,
    /// Its name.
    pub name: String,
    /// What it means here; may be empty.
    pub text: String,
}

/// Establish a goal area.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalAreaEstablish {
    /// Its identity, not yet taken.
    pub id: GoalAreaId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// What it means here, up to 2 000 characters.
    #[serde(default)]
    pub text: String,
}

impl Rule for GoalAreaEstablish {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.goals.areas.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("name", &self.name, 2..=120);
        lacks.text("text", &self.text, 0..=2000);
        lacks.end()?;
        let area = GoalArea { id: self.id.clone(), name: self.name.trim().to_owned(), text: self.text.trim().to_owned() };
        Ok(vec![Event::GoalAreaEstablished(area).into()])
    }
}

/// A priority area (prioriterad insats): what Mål och budget says digitalisation shall aim at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PriorityArea {
    /// Its identity.
    pub id: PriorityAreaId,
    /// The document that names it, or has taken it over.
    pub document: DocumentId,
    /// Its name.
    pub name: String,
    /// What it means; may be empty.
    pub text: String,
}

/// Enter a priority area of a steering document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriorityAreaEnter {
    /// Its identity, not yet taken.
    pub id: PriorityAreaId,
    /// The document that names it.
    pub document: DocumentId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// What it means, up to 2 000 characters.
    #[serde(default)]
    pub text: String,
}

impl Rule for PriorityAreaEnter {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.goals.priorities.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        town.goals.demand_document(&mut lacks, &self.document);
        lacks.text("name", &self.name, 2..=120);
        lacks.text("text", &self.text, 0..=2000);
        lacks.end()?;
        Ok(vec![
            Event::PriorityAreaEntered(PriorityArea {
                id: self.id.clone(),
                document: self.document.clone(),
                name: self.name.trim().to_owned(),
                text: self.text.trim().to_owned(),
            })
            .into(),
        ])
    }
}

//! Forums of officials: they prepare and recommend, and never decide (kommunallagen 6 kap.).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::organisation::Level;
use crate::{Event as AnyEvent, ForumId, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// What a forum is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForumKind {
    /// Portföljstyrgruppen: overall questions and priority grounds.
    PortfolioBoard,
    /// Tactical or operational council: feasibility and execution.
    Council,
    /// Objektägarforum.
    ObjectOwners,
    /// Objektledarforum.
    ObjectManagers,
}

/// A forum of officials.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forum {
    /// Its identity.
    pub id: ForumId,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub kind: ForumKind,
    /// The level it works on.
    pub level: Level,
}

/// Establish a forum.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForumEstablish {
    /// Its identity, not yet taken.
    pub id: ForumId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// What it is for.
    pub kind: ForumKind,
    /// The level it works on.
    pub level: Level,
}

impl Rule for ForumEstablish {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.forums.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("name", &self.name, 2..=120);
        lacks.end()?;
        let forum = Forum { id: self.id.clone(), name: self.name.trim().to_owned(), kind: self.kind, level: self.level };
        Ok(vec![Event::ForumEstablished(forum).into()])
    }
}

//! What is like an idea: initiatives, objects and bought systems that are about the same, found by the
//! words two texts share, and what the writer answers about it (DOMAIN.md U6, report 4.2.2, 4.3).

mod answer;
mod index;
mod words;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub(super) use answer::demand_answers;
pub use answer::{How, KinAnswer, SimilarAnswer, kin_answers, unanswered};
pub use index::Index;

use crate::{InitiativeId, Municipality, ObjectId, Subject, SystemId};

/// Something an idea can be like; written `initiative/IDENTITY`, `object/IDENTITY` or `system/IDENTITY`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kin {
    /// Another initiative.
    Initiative(InitiativeId),
    /// An object.
    Object(ObjectId),
    /// A system the municipality has.
    System(SystemId),
}

impl Kin {
    /// Where it is shown: a system with its object.
    pub fn subject(&self, town: &Municipality) -> Option<Subject> {
        match self {
            Self::Initiative(id) => Some(id.into()),
            Self::Object(id) => Some(id.into()),
            Self::System(id) => town
                .objects
                .objects
                .values()
                .find(|object| object.systems.iter().any(|system| system.id == *id))
                .map(|object| (&object.id).into()),
        }
    }
}

/// Whether there is such a thing.
pub fn kin_exists(town: &Municipality, kin: &Kin) -> bool {
    match kin {
        Kin::Initiative(id) => town.initiatives.has(id),
        Kin::Object(id) => town.objects.objects.has(id),
        Kin::System(_) => kin.subject(town).is_some(),
    }
}

impl fmt::Display for Kin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Initiative(id) => write!(out, "initiative/{id}"),
            Self::Object(id) => write!(out, "object/{id}"),
            Self::System(id) => write!(out, "system/{id}"),
        }
    }
}

/// The text names nothing an idea can be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing to be like: write for example initiative/e-tjanst-bygglov or system/e-arkiv")]
pub struct NoKin;

impl FromStr for Kin {
    type Err = NoKin;

    fn from_str(text: &str) -> Result<Self, NoKin> {
        let named = match text.split_once('/') {
            Some(("initiative", id)) => InitiativeId::new(id).map(Self::Initiative),
            Some(("object", id)) => ObjectId::new(id).map(Self::Object),
            Some(("system", id)) => SystemId::new(id).map(Self::System),
            _ => None,
        };
        named.ok_or(NoKin)
    }
}

impl Serialize for Kin {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Kin {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Something like an idea, and why it is thought to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub what: Kin,
    /// How much of the weight of the shorter text's words they share, in permille.
    pub likeness: u64,
    /// The words they share as the other writes them, the weightiest first: the reason for the hit.
    pub words: Vec<Arc<str>>,
}

impl Hit {
    /// Whether the idea may not be handed in before something is answered about it: another initiative
    /// that shares four words and a quarter of the weight, or a system whose name is half said. Objects are
    /// never asked about: an idea belongs to one, and is like it as a matter of course.
    pub fn is_strong(&self) -> bool {
        match self.what {
            Kin::Initiative(_) => self.likeness >= 250 && self.words.len() >= 4,
            Kin::System(_) => self.likeness >= 500,
            Kin::Object(_) => false,
        }
    }
}

//! Alternatives: the ways considered, doing nothing among them (DOMAIN.md U3).

use serde::{Deserialize, Serialize};

use crate::{Ore, Refusals};

/// What kind of way it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlternativeKind {
    /// Leave things as they are.
    Nothing,
    /// Use what the municipality or another already has.
    Reuse,
    /// Buy.
    Buy,
    /// Build.
    Build,
    /// Change the way of working, without new technology.
    Work,
}

impl AlternativeKind {
    /// All kinds, in the order pages list them.
    pub const ALL: [Self; 5] = [Self::Nothing, Self::Reuse, Self::Buy, Self::Build, Self::Work];
}

/// A way considered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// What kind of way it is.
    pub kind: AlternativeKind,
    /// What it would mean, 3–800 characters.
    pub what: String,
    /// Why it was chosen or not; may be empty.
    #[serde(default)]
    pub judgement: String,
    /// A rough figure of what it costs over the years of the case, in öre.
    #[serde(default)]
    pub cost: Option<Ore>,
    /// A rough figure of what good it does in money over the same years, in öre.
    #[serde(default)]
    pub worth: Option<Ore>,
    /// Whether it is the way proposed.
    #[serde(default)]
    pub chosen: bool,
}

impl Alternative {
    pub(super) fn demand(&self, lacks: &mut Refusals) {
        lacks.text("what", &self.what, 3..=800);
        lacks.text("judgement", &self.judgement, 0..=800);
        for (field, rough) in [("cost", self.cost), ("worth", self.worth)] {
            if let Some(rough) = rough {
                lacks.money(field, rough, Ore::kronor(10_000_000_000));
            }
        }
    }
}

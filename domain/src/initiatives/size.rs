//! Size classes: how much is demanded of an initiative follows from its cost, reach and risk (DOMAIN.md U2).

use serde::{Deserialize, Serialize};

use super::{Initiative, Risk};
use crate::{Municipality, Ore};

/// How large an initiative is; demands are in proportion to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Little money, one body, no grave risk.
    Small,
    /// Most of them.
    Medium,
    /// Much money, many bodies, or very grave risks.
    Large,
}

/// What an initiative may be at most to count as of a size.
#[derive(Debug)]
pub struct Tier {
    /// The size.
    pub size: Size,
    /// It costs less than this.
    pub cost_below: Ore,
    /// It reaches at most so many bodies.
    pub bodies: usize,
    /// No risk weighs more than this.
    pub risk: u8,
}

/// The tiers, the smallest first; what fits none is large. They are our own proposal, set beside what a
/// neighbouring municipality asks registration for (hours, money, several businesses affected): no
/// national norm was found.
pub const TIERS: [Tier; 2] = [
    Tier { size: Size::Small, cost_below: Ore::kronor(300_000), bodies: 1, risk: 12 },
    Tier { size: Size::Medium, cost_below: Ore::kronor(3_000_000), bodies: 5, risk: 20 },
];

impl Initiative {
    /// How large it is.
    pub fn size(&self, town: &Municipality) -> Size {
        let cost = self.likely_cost();
        let bodies = self.bodies(town).len();
        let risk = self.case.risks.values().map(|risk: &Risk| risk.weight.value()).max().unwrap_or(0);
        let fits = |tier: &&Tier| cost < tier.cost_below && bodies <= tier.bodies && risk <= tier.risk;
        TIERS.iter().find(fits).map_or(Size::Large, |tier| tier.size)
    }
}

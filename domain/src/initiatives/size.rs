//! Size classes: how large an initiative is follows from its cost, hours, reach and risk, and from what
//! it does to others (DOMAIN.md U2).

use serde::{Deserialize, Serialize};

use super::{Initiative, Level, Risk};
use crate::{Date, Municipality, Ore};

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

impl Size {
    /// All sizes, the smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];
}

/// What an initiative does that others must know of, however little it costs: what Nacka asks
/// registration for, beside money and hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// A system or an e-service is bought or built.
    NewSystem,
    /// Systems are tied together in a new way.
    Integration,
    /// Somebody outside the municipality handles its information.
    ExternalProcessing,
}

impl Trigger {
    /// All of them, in the order pages list them.
    pub const ALL: [Self; 3] = [Self::NewSystem, Self::Integration, Self::ExternalProcessing];
}

/// The work an initiative asks for, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Effort {
    /// Hours in all.
    pub hours: Option<u32>,
    /// Of those, hours of what all share: the digitalisation department, lawyers, procurement.
    pub shared_hours: Option<u32>,
}

/// What an initiative may be at most to count as of a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// It costs less than this, in öre.
    pub cost_below: Ore,
    /// It takes at most so many hours.
    pub hours: u32,
    /// Of those, at most so many of what all share.
    pub shared_hours: u32,
    /// It reaches at most so many bodies.
    pub bodies: usize,
    /// No risk weighs more than this.
    pub risk: u8,
}

/// How far an initiative reaches: what the table of demands measures it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Its likely cost, in öre.
    pub cost: Ore,
    /// Its hours, as far as they are known.
    pub effort: Effort,
    /// How many bodies it reaches.
    pub bodies: usize,
    /// The weight of its heaviest risk; nought where none is written.
    pub risk: u8,
    /// What it does that others must know of.
    pub triggers: Vec<Trigger>,
}

impl Tier {
    /// Whether an initiative is no larger than this.
    pub fn holds(&self, extent: &Extent) -> bool {
        extent.cost < self.cost_below
            && extent.effort.hours.unwrap_or(0) <= self.hours
            && extent.effort.shared_hours.unwrap_or(0) <= self.shared_hours
            && extent.bodies <= self.bodies
            && extent.risk <= self.risk
    }
}

impl Initiative {
    /// How far it reaches.
    pub fn extent(&self, town: &Municipality) -> Extent {
        Extent {
            cost: self.likely_cost(),
            effort: self.card.effort,
            bodies: self.bodies(town).len(),
            risk: self.case.risks.values().map(|risk: &Risk| risk.weight.value()).max().unwrap_or(0),
            triggers: self.card.triggers.clone(),
        }
    }

    /// How large it is by the table it is judged by: the one in force when its figures were settled, and
    /// until then the one in force on the day.
    pub fn size(&self, town: &Municipality, date: Date) -> Size {
        town.initiatives.table(self.judged_on(date)).size(&self.extent(town))
    }

    /// Who decides to carry it out, by the same table.
    pub fn level(&self, town: &Municipality, date: Date) -> Level {
        town.initiatives.table(self.judged_on(date)).level(self.size(town, date))
    }

    /// Who decides it on a day: what the table says once one has been adopted, and before that the
    /// delegation order alone.
    pub fn decided_by(&self, town: &Municipality, date: Date) -> Level {
        if town.initiatives.demands_hold(date) { self.level(town, date) } else { Level::Delegate }
    }
}

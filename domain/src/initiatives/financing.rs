//! Financing: who pays, out of what, in which year; one initiative may have several sources (DOMAIN.md R3).

use serde::{Deserialize, Serialize};

use crate::{Municipality, Ore, Refusal, Refusals, UnitId};

/// Where money comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FinancingSource {
    /// The unit's own frame.
    OwnFrame,
    /// Digitaliseringspotten.
    Fund,
    /// An external grant.
    Grant,
    /// The investment budget.
    Investment,
}

impl FinancingSource {
    /// All sources, in the order pages list them.
    pub const ALL: [Self; 4] = [Self::OwnFrame, Self::Fund, Self::Grant, Self::Investment];
}

/// Money from one source in one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Financing {
    /// Where it comes from.
    pub source: FinancingSource,
    /// The unit whose money it is, or that receives it.
    pub unit: UnitId,
    /// The year.
    pub year: i16,
    /// How much, in öre.
    pub amount: Ore,
}

impl Financing {
    pub(super) fn demand(&self, town: &Municipality, lacks: &mut Refusals) {
        lacks.unless(town.organisation.units.has(&self.unit), Refusal::new("unit-unknown").at("unit").with("id", self.unit.as_str()));
        lacks.unless((2015..=2100).contains(&self.year), Refusal::new("year-strange").at("year"));
        lacks.money("amount", self.amount, Ore::kronor(10_000_000_000));
    }
}

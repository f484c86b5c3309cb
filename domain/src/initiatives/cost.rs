//! Cost lines: what, once or every year, who pays, low, likely and high (DOMAIN.md U3).

use serde::{Deserialize, Serialize};

use super::{Estimate, Span};
use crate::{CostId, Municipality, Refusal, Refusals, UnitId};

/// Whether a cost comes once or every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostKind {
    /// For the change itself: project, procurement, conversion, training.
    OneOff,
    /// For what is left behind: licences, operation, maintenance.
    Running,
}

impl CostKind {
    /// Both kinds, in the order pages list them.
    pub const ALL: [Self; 2] = [Self::OneOff, Self::Running];
}

/// A cost line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostLine {
    /// Its identity, within the initiative.
    pub id: CostId,
    /// What is paid for, 2–200 characters.
    pub what: String,
    /// Once or every year.
    pub kind: CostKind,
    /// The unit that pays.
    pub payer: UnitId,
    /// When and how much, in öre a year.
    pub spans: Vec<Span>,
}

impl CostLine {
    /// The cost over all its years.
    pub fn total(&self) -> Estimate {
        self.spans.iter().map(Span::total).sum()
    }

    /// The cost in one year.
    pub fn in_year(&self, year: i16) -> Estimate {
        self.spans.iter().map(|span| span.in_year(year)).sum()
    }

    pub(super) fn demand(&self, town: &Municipality, lacks: &mut Refusals) {
        lacks.text("what", &self.what, 2..=200);
        lacks.unless(town.organisation.units.has(&self.payer), Refusal::new("unit-unknown").at("payer").with("id", self.payer.as_str()));
        lacks.unless(!self.spans.is_empty(), Refusal::new("years-missing").at("spans"));
        self.spans.iter().for_each(|span| span.demand(lacks, "spans"));
    }
}

//! Estimates: low, likely and high amounts, for a span of years (DOMAIN.md U3).

use std::iter::Sum;
use std::ops::Add;

use serde::{Deserialize, Serialize};

use crate::{Ore, Refusal, Refusals};

/// The largest amount of a line for one year: no municipality's initiative comes near it.
const MOST: Ore = Ore::kronor(10_000_000_000);

/// An uncertain amount in öre.
///
/// Written `{low, likely, high}`; read also from `[low, likely, high]` and from a single amount that is certain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Estimate {
    /// As little as it may be.
    pub low: Ore,
    /// What is believed.
    pub likely: Ore,
    /// As much as it may be.
    pub high: Ore,
}

/// The ways people and the ledger write an estimate.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Certain(Ore),
    Three([Ore; 3]),
    Named { low: Ore, likely: Ore, high: Ore },
}

impl From<Written> for Estimate {
    fn from(written: Written) -> Self {
        match written {
            Written::Certain(ore) => Self { low: ore, likely: ore, high: ore },
            Written::Three([low, likely, high]) | Written::Named { low, likely, high } => Self { low, likely, high },
        }
    }
}

impl Estimate {
    /// The same each year, for so many years.
    #[must_use]
    pub fn times(self, years: i64) -> Self {
        let times = |ore: Ore| Ore(ore.0.saturating_mul(years));
        Self { low: times(self.low), likely: times(self.likely), high: times(self.high) }
    }

    /// Demands amounts of at least nought, in order from low to high.
    pub(crate) fn demand(&self, lacks: &mut Refusals, field: &'static str) {
        lacks.money(field, self.low, MOST);
        lacks.money(field, self.high, MOST);
        lacks.unless(self.low <= self.likely && self.likely <= self.high, Refusal::new("estimate-unordered").at(field));
    }
}

impl Add for Estimate {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, likely: self.likely + other.likely, high: self.high + other.high }
    }
}

impl Sum for Estimate {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

/// The same uncertain amount each year of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First year.
    pub from: i16,
    /// Last year, the first one included.
    pub to: i16,
    /// The amount a year.
    pub yearly: Estimate,
}

impl Span {
    /// How many years it lasts.
    pub fn years(&self) -> i64 {
        i64::from(self.to) - i64::from(self.from) + 1
    }

    /// The amount over all its years.
    pub fn total(&self) -> Estimate {
        self.yearly.times(self.years().max(0))
    }

    /// The amount in one year; nought outside the span.
    pub fn in_year(&self, year: i16) -> Estimate {
        if (self.from..=self.to).contains(&year) { self.yearly } else { Estimate::default() }
    }

    /// Demands one to thirty years of our time, and an orderly amount.
    pub(crate) fn demand(&self, lacks: &mut Refusals, field: &'static str) {
        let ours = 2015..=2100;
        lacks.unless(ours.contains(&self.from) && ours.contains(&self.to), Refusal::new("year-strange").at(field));
        lacks.unless((1..=30).contains(&self.years()), Refusal::new("years-backwards").at(field));
        self.yearly.demand(lacks, field);
    }
}

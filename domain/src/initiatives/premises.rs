//! Premises of calculation: the rate, the uplift for optimism and the full cost of an hour that the
//! municipality calculates with in a year (DOMAIN.md U3). No national rate for such calculations was
//! found; SKR's proposed internal rate is where each municipality begins.

use serde::{Deserialize, Serialize};

use super::{Event, RATE};
use crate::{Event as AnyEvent, Municipality, Ore, Refusal, Refusals, Rule, Stamp, Subject};

/// What a year's calculations rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Premises {
    /// The year from which they hold.
    pub year: i16,
    /// The rate, in hundredths of a per cent a year.
    pub rate: u16,
    /// How much is added to the likely cost for optimism, in permille of it.
    pub uplift: u16,
    /// The full cost of an hour of work, in öre.
    pub hourly_cost: Ore,
    /// Where they come from, 3–300 characters.
    pub grounds: String,
}

/// What is calculated with until the municipality has said otherwise. The uplift is the mean overrun of
/// 1 471 IT projects (Flyvbjerg and Budzier 2011: 27 per cent).
impl Default for Premises {
    fn default() -> Self {
        Self { year: 0, rate: RATE, uplift: 270, hourly_cost: Ore::kronor(450), grounds: String::new() }
    }
}

/// Set what a year's calculations rest on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PremisesSet {
    /// The premises.
    pub premises: Premises,
}

impl Rule for PremisesSet {
    fn about(&self) -> Subject {
        Subject::Municipality
    }

    fn decide(&self, _: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let (mut lacks, asked) = (Refusals::none(), &self.premises);
        lacks.unless((2015..=2100).contains(&asked.year), Refusal::new("year-strange").at("year"));
        lacks.unless(asked.rate <= 2000, Refusal::new("rate-large").at("rate"));
        lacks.unless(asked.uplift <= 5000, Refusal::new("uplift-large").at("uplift"));
        lacks.money("hourly_cost", asked.hourly_cost, Ore::kronor(10_000));
        lacks.text("grounds", &asked.grounds, 3..=300);
        lacks.end()?;
        Ok(vec![Event::PremisesSet(asked.clone()).into()])
    }
}

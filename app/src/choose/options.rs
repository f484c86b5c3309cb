//! What may be asked beside the best choice: the same options on the command line and in the API.

use std::time::Duration;

use clap::Args;
use engine::{Limits, Wants};
use serde::Deserialize;

/// The options of a choice. Ranges are checked in [`Options::read`], once for both ways in.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Stop after this many seconds, with the best found and its bound.
    #[arg(long, value_name = "S")]
    pub time_limit: Option<f64>,
    /// Stop when the bound exceeds the value by at most this many permille.
    #[arg(long, value_name = "PERMILLE", default_value_t = 0)]
    gap: i64,
    /// A weight set in place of the criteria's weights.
    #[arg(long, value_name = "ID")]
    weights: Option<String>,
    /// Where nothing meets every demand, give the least-bad choice too.
    #[arg(long)]
    elastic: bool,
    /// Value as a function of one fund's money: a list of answers.
    #[arg(long, value_name = "FUND[:FROM..TO]")]
    frontier: Option<String>,
    /// Which initiatives hold under all weights that the weight sets span.
    #[arg(long)]
    robust: bool,
    /// Draw this many scenarios from low, likely and high estimates.
    #[arg(long, value_name = "N")]
    scenarios: Option<usize>,
    /// The seed of what is drawn.
    #[arg(long, value_name = "S", default_value_t = 1)]
    #[serde(default = "first_seed")]
    seed: u64,
    /// Explain the choice: reasons, next in, first out, prices.
    #[arg(long)]
    explain: bool,
    /// The choice whose greatest regret over the weight sets is least.
    #[arg(long)]
    regret: bool,
    /// Equal shares of this fund among the weight sets, and its price.
    #[arg(long, value_name = "FUND")]
    equal_shares: Option<String>,
    /// What changes when costs are this many permille of the estimates.
    #[arg(long, value_name = "PERMILLE")]
    uplift: Option<i64>,
}

/// The seed where none is named, as on the command line.
fn first_seed() -> u64 {
    1
}

/// The most scenarios that are drawn.
const MOST_SCENARIOS: usize = 1_000_000;
/// The largest share of the estimates that costs may turn out as, in permille.
const MOST_UPLIFT: i64 = 1_000_000;

impl Options {
    /// What the engine is asked, and when it stops.
    ///
    /// # Errors
    /// One line that names the option that is out of its range.
    pub fn read(&self) -> Result<(Wants, Limits), String> {
        let out_of_range = |option: &str, given: String, range: &str| Err(format!("--{option}: {given} is not {range}"));
        let time = match self.time_limit.map(|given| (given, Duration::try_from_secs_f64(given))) {
            None => None,
            Some((_, Ok(time))) => Some(time),
            Some((given, Err(_))) => return out_of_range("time-limit", given.to_string(), "a number of seconds"),
        };
        if self.gap < 0 {
            return out_of_range("gap", self.gap.to_string(), "0 or more permille");
        }
        if let Some(given) = self.scenarios.filter(|count| !(1..=MOST_SCENARIOS).contains(count)) {
            return out_of_range("scenarios", given.to_string(), "1 to 1000000");
        }
        if let Some(given) = self.uplift.filter(|permille| !(0..=MOST_UPLIFT).contains(permille)) {
            return out_of_range("uplift", given.to_string(), "0 to 1000000 permille");
        }
        let wants = Wants {
            weights: self.weights.clone(),
            elastic: self.elastic,
            frontier: self.frontier.clone(),
            robust: self.robust,
            scenarios: self.scenarios,
            seed: self.seed,
            explain: self.explain,
            regret: self.regret,
            equal_shares: self.equal_shares.clone(),
            uplift: self.uplift,
        };
        Ok((wants, Limits { time, gap_permille: self.gap, ..Limits::default() }))
    }
}

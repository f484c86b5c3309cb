//! The reference class: how costs of such work have turned out, and the twin of
//! an instance that expects the same again.
//!
//! IT costs follow a heavy tail (Flyvbjerg et al. 2022: 18 % of projects overrun
//! by more than half, those by 447 % on average), so quantiles with a cap are
//! used, never a mean with a deviation.

use crate::instance::{Estimate, Instance};

/// A truncated Pareto distribution of cost over estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReferenceClass {
    /// Tail exponent α in thousandths; smaller is heavier (IT: 1000 to 2000).
    pub tail_milli: i64,
    /// The least ratio of outcome to estimate, in permille.
    pub least_permille: i64,
    /// The ratio at which the tail is cut, in permille.
    pub most_permille: i64,
}

impl ReferenceClass {
    /// A heavy-tailed IT class: from 0.8 of the estimate, exponent 1.5, at most
    /// ten times the estimate.
    pub fn information_technology() -> Self {
        Self { tail_milli: 1500, least_permille: 800, most_permille: 10_000 }
    }

    /// The ratio of outcome to estimate that is not exceeded with this
    /// probability, in permille: the closed form of the truncated Pareto.
    pub fn quantile(&self, probability_permille: i64) -> i64 {
        let alpha = self.tail_milli as f64 / 1000.0;
        let (least, most) = (self.least_permille as f64, self.most_permille as f64);
        let p = probability_permille.clamp(0, 1000) as f64 / 1000.0;
        let cut = 1.0 - (least / most).powf(alpha);
        (least / (1.0 - p * cut).powf(1.0 / alpha)).round() as i64
    }
}

/// The twin of an instance in which every amount of money drawn is `permille` of
/// what was estimated, rounded up.
pub fn uplifted(instance: &Instance, permille: i64) -> Instance {
    let lift = |amount: i64| {
        let scaled = (i128::from(amount) * i128::from(permille) + 999).div_euclid(1000);
        i64::try_from(scaled).unwrap_or(i64::MAX)
    };
    let mut twin = instance.clone();
    for option in twin.initiatives.iter_mut().flat_map(|item| &mut item.options) {
        for draw in &mut option.money {
            let Estimate { low, likely, high } = draw.amount;
            draw.amount = Estimate { low: lift(low), likely: lift(likely), high: lift(high) };
        }
    }
    twin
}

/// The twin in which every score is drawn towards the mean score of its
/// criterion, keeping `permille` of its distance: the correction for having
/// chosen what was overestimated (Smith and Winkler 2006).
pub fn shrunk(instance: &Instance, permille: i64) -> Instance {
    let mut twin = instance.clone();
    let count = instance.initiatives.len().max(1) as i128;
    for k in 0..instance.criteria.len() {
        let sum: i128 = instance.initiatives.iter().map(|i| i128::from(i.scores[k].likely)).sum();
        let mean = i64::try_from(sum / count).unwrap_or(i64::MAX);
        let pull = |score: i64| {
            let kept = i128::from(score - mean) * i128::from(permille) / 1000;
            mean + i64::try_from(kept).unwrap_or(0)
        };
        for item in &mut twin.initiatives {
            let Estimate { low, likely, high } = item.scores[k];
            item.scores[k] = Estimate { low: pull(low), likely: pull(likely), high: pull(high) };
        }
    }
    twin
}

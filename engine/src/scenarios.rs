//! How often each initiative is in the best choice when estimates are uncertain.
//!
//! Scores and money are drawn from the triangular distribution of their low,
//! likely and high values. Every draw is a function of the seed, the scenario and
//! the place of the estimate, so two runs (or two portfolios) face the same luck.

use crate::choice::answer;
use crate::compile::{Form, compile};
use crate::control::Control;
use crate::elastic::least_bad;
use crate::instance::{Estimate, Instance};
use crate::search::maximise;
use crate::variant::{Base, ask_all};

/// A share of scenarios with its 95 % interval, in permille.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Scenarios in which it was so.
    pub count: u64,
    /// Scenarios in all.
    pub of: u64,
    /// Lower end of the Wilson interval, rounded down.
    pub low_permille: i64,
    /// Upper end of the Wilson interval, rounded up.
    pub high_permille: i64,
}

impl Share {
    /// The Wilson 95 % interval of `count` out of `of` (Wilson 1927).
    pub fn of(count: u64, of: u64) -> Self {
        let (n, hits) = (of.max(1) as f64, count as f64);
        let z = 1.959_963_984_540_054f64;
        let share = hits / n;
        let centre = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let half = z / (1.0 + z * z / n) * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
        let low = ((centre - half) * 1000.0 + 1e-9).floor().clamp(0.0, 1000.0) as i64;
        let high = ((centre + half) * 1000.0 - 1e-9).ceil().clamp(0.0, 1000.0) as i64;
        if of == 0 {
            return Self { count, of, low_permille: 0, high_permille: 1000 };
        }
        Self { count, of, low_permille: low, high_permille: high }
    }
}

/// What the scenarios say.
#[derive(Debug, Clone)]
pub struct Scenarios {
    /// For each initiative, how often it is chosen.
    pub shares: Vec<Share>,
    /// Values of the best choices, ascending.
    pub values: Vec<i64>,
    /// Scenarios in which not every demand could be met; the least-bad choice
    /// counts there.
    pub infeasible: u64,
    /// Scenarios whose choice is proven the best (or within the allowed gap).
    pub certified: u64,
    /// Largest gap of any scenario, in permille.
    pub widest_gap_permille: i64,
}

/// Draws `count` scenarios and finds the best choice of each.
pub fn scenarios(instance: &Instance, weights: &[i64], count: usize, seed: u64, control: Control<'_>) -> Scenarios {
    let base = Base::solve(instance, weights, control);
    let results = ask_all(count, control.limits.threads, &base.memory, |index, memory| {
        if control.over() {
            return None;
        }
        let drawn = draw(instance, seed, index as u64);
        let compiled = compile(&drawn, weights, Form::Hard);
        let found = answer(&compiled, maximise(&compiled.program, control, memory));
        if found.value.is_some() {
            return Some((found, false));
        }
        Some((least_bad(&drawn, weights, control), true))
    });
    let mut hits = vec![0u64; instance.initiatives.len()];
    let mut made = 0;
    let mut summary = Scenarios { shares: Vec::new(), values: Vec::new(), infeasible: 0, certified: 0, widest_gap_permille: 0 };
    for (answer, infeasible) in results.into_iter().flatten() {
        let Some(selection) = &answer.selection else { continue };
        made += 1;
        for (hit, pick) in hits.iter_mut().zip(&selection.0) {
            *hit += u64::from(pick.is_some());
        }
        let gap = answer.gap_permille().unwrap_or(i64::MAX);
        summary.certified += u64::from(gap <= control.limits.gap_permille);
        summary.widest_gap_permille = summary.widest_gap_permille.max(gap);
        summary.infeasible += u64::from(infeasible);
        summary.values.extend(answer.value);
    }
    summary.values.sort_unstable();
    summary.shares = hits.into_iter().map(|count| Share::of(count, made)).collect();
    summary
}

/// The instance as one scenario has it.
pub fn draw(instance: &Instance, seed: u64, scenario: u64) -> Instance {
    let mut drawn = instance.clone();
    let luck = |i: usize, place: u64| mix(mix(mix(seed, scenario), i as u64), place);
    for (i, item) in drawn.initiatives.iter_mut().enumerate() {
        for (k, score) in item.scores.iter_mut().enumerate() {
            if score.varies() {
                *score = Estimate::exactly(triangular(*score, luck(i, k as u64)));
            }
        }
        for option in &mut item.options {
            // One luck per fund and period, whatever the option: an initiative
            // that turns out dear is dear in all its options.
            for draw in &mut option.money {
                if draw.amount.varies() {
                    let place = (1 << 32) | ((draw.resource as u64) << 16) | draw.period as u64;
                    draw.amount = Estimate::exactly(triangular(draw.amount, luck(i, place)));
                }
            }
        }
    }
    drawn
}

/// A repeatable mix of two numbers (SplitMix64's finaliser).
fn mix(a: u64, b: u64) -> u64 {
    let mut z = a ^ b.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x6A09_E667_F3BC_C909);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The triangular quantile at `luck` / 2⁶⁴, in integers.
fn triangular(estimate: Estimate, luck: u64) -> i64 {
    let (rise, width) = ((estimate.likely - estimate.low) as u128, (estimate.high - estimate.low) as u128);
    let fall = width - rise;
    // Thirty-two bits of luck keep every product inside 128 bits.
    let u = u128::from(luck >> 32);
    let whole = 1u128 << 32;
    if u * width < rise * whole {
        estimate.low + ((u * width * rise) >> 32).isqrt() as i64
    } else {
        estimate.high - (((whole - u) * width * fall) >> 32).isqrt() as i64
    }
}

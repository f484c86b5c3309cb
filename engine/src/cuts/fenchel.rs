//! Finding a violated inequality of a block's integer hull, and lifting it.

use super::hull::Hull;
use super::knapsack::{Items, Oracle};
use super::{Block, Cut};
use crate::program::Row;

/// Closer to an integer than this counts as one.
const INTEGRAL: f64 = 1e-6;
/// The least violation, as a share of the right side.
const VIOLATION: f64 = 1e-2;
/// Visits the oracle may spend on one maximum in a block of this many columns:
/// fewer where there are many columns to lift over.
fn visits(columns: usize) -> u32 {
    (400_000 / columns.max(1)).clamp(200, 4_000) as u32
}

/// Fractional columns beyond which a block is left alone.
const MOST_FRACTIONAL: usize = 16;

/// Columns in a row that lifting leaves at nought, after which the rest are left there untried.
const IDLE: usize = 8;

/// The cut finder with its room.
#[derive(Default)]
pub(crate) struct Finder {
    /// Visits and items sorted so far, a measure of effort beside the pivots'.
    pub(crate) work: u64,
    oracle: Oracle,
    items: Items,
    hull: Hull,
}

/// The columns of a block by where the point has them.
struct Parts {
    fractional: Vec<usize>,
    ones: Vec<usize>,
    zeros: Vec<usize>,
}

impl Finder {
    /// A cut of the block that the point `x` violates, where one is found.
    pub(crate) fn find(&mut self, block: &Block, index: u32, x: &[f64]) -> Option<Cut> {
        self.oracle.forget();
        let cut = self.search(block, index, x);
        self.work += std::mem::take(&mut self.oracle.work) + std::mem::take(&mut self.hull.work);
        cut
    }

    fn search(&mut self, block: &Block, index: u32, x: &[f64]) -> Option<Cut> {
        let mut parts = Parts { fractional: Vec::new(), ones: Vec::new(), zeros: Vec::new() };
        let mut room = block.room.clone();
        for (item, column) in block.columns.iter().enumerate() {
            let value = x[*column as usize];
            if value <= INTEGRAL {
                parts.zeros.push(item);
            } else if value >= 1.0 - INTEGRAL {
                parts.ones.push(item);
                for (r, w) in room.iter_mut().zip(block.weights(item)) {
                    *r -= w;
                }
            } else {
                parts.fractional.push(item);
            }
        }
        if parts.fractional.is_empty() || parts.fractional.len() > MOST_FRACTIONAL {
            return None;
        }
        // Rounding of the point may leave a hair too little room.
        let room: Vec<i64> = room.into_iter().map(|r| r.max(0)).collect();
        let (profit, most) = self.inner(block, &parts, &room, x)?;
        self.lift(block, &parts, profit, most, index, x)
    }

    /// The most violated inequality over the fractional columns alone, the
    /// others held where they are: integer coefficients and right side.
    fn inner(&mut self, block: &Block, parts: &Parts, room: &[i64], x: &[f64]) -> Option<(Vec<i64>, i64)> {
        let at = |item: &usize| x[block.columns[*item] as usize];
        let fits = |item: &usize| block.weights(*item).iter().zip(room).all(|(w, r)| w <= r);
        // A column that cannot be had with the ones: x ≤ 0 here.
        let lost = parts.fractional.iter().enumerate().filter(|(_, item)| !fits(item)).max_by(|a, b| at(a.1).total_cmp(&at(b.1)));
        if let Some((place, _)) = lost {
            let mut profit = vec![0; parts.fractional.len()];
            profit[place] = 1;
            return Some((profit, 0));
        }
        let values: Vec<f64> = parts.fractional.iter().map(at).collect();
        let count = values.len();
        if count < 2 {
            return None;
        }
        self.items.clear(block.rows());
        for item in &parts.fractional {
            self.items.push(0, block.weights(*item).iter().copied(), block.group[*item]);
        }
        let visits = visits(block.columns.len());
        let (hull, oracle) = (&mut self.hull, &mut self.oracle);
        if !hull.outside(&mut self.items, room, &values, 1.0 + VIOLATION, oracle, visits) {
            return None;
        }
        let whole = in_integers(&hull.dual)?;
        self.items.set_profits(whole.iter().copied());
        let most = hull.most(&self.items, room, oracle, visits);
        let left: f64 = whole.iter().zip(&values).map(|(a, v)| *a as f64 * v).sum();
        (left > most as f64 * (1.0 + VIOLATION)).then_some((whole, most))
    }

    /// Extends an inequality over the fractional columns to the whole block:
    /// first over the columns at one, then over those at zero.
    fn lift(&mut self, block: &Block, parts: &Parts, profit: Vec<i64>, mut most: i64, index: u32, x: &[f64]) -> Option<Cut> {
        let (rows, visits) = (block.rows(), visits(block.columns.len()));
        let enough = VIOLATION * (most as f64).max(1.0);
        let mut room = block.room.clone();
        for item in &parts.ones {
            for (r, w) in room.iter_mut().zip(block.weights(*item)) {
                *r -= w;
            }
        }
        let mut terms = Vec::new();
        self.items.clear(rows);
        let add = |items: &mut Items, terms: &mut Vec<(u32, i64)>, item: usize, a: i64| {
            if a > 0 {
                items.push(a, block.weights(item).iter().copied(), block.group[item]);
                terms.push((block.columns[item], a));
            }
        };
        for (item, a) in parts.fractional.iter().zip(&profit) {
            add(&mut self.items, &mut terms, *item, *a);
        }
        let size = |item: &usize| -> f64 {
            let share = |(w, r): (&i64, &i64)| *w as f64 / (*r).max(1) as f64;
            block.weights(*item).iter().zip(&block.room).map(share).sum()
        };
        let mut ones = parts.ones.clone();
        ones.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.cmp(b)));
        for item in ones {
            for (r, w) in room.iter_mut().zip(block.weights(item)) {
                *r += w;
            }
            // Without this column, the rest may use its room: its coefficient is
            // what the right side rises by.
            let spread: Vec<i64> = room.iter().map(|r| (*r).max(0)).collect();
            let peak = self.oracle.maximum(&self.items, &spread, None, most, i64::MAX, visits);
            let a = peak.at_most - most;
            if a > 0 {
                most = peak.at_most;
                add(&mut self.items, &mut terms, item, a);
            }
        }
        let mut zeros = parts.zeros.clone();
        zeros.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.cmp(b)));
        // The smaller a column, the rarer that it counts.
        let mut idle = 0;
        for item in zeros {
            if idle > IDLE {
                break;
            }
            let rest: Vec<i64> = block.room.iter().zip(block.weights(item)).map(|(r, w)| r - w).collect();
            if rest.iter().any(|r| *r < 0) {
                continue;
            }
            let peak = self.oracle.maximum(&self.items, &rest, Some(block.group[item]), 0, most, visits);
            idle = if most > peak.at_most { 0 } else { idle + 1 };
            add(&mut self.items, &mut terms, item, most - peak.at_most);
        }
        terms.sort_unstable_by_key(|term| term.0);
        // Lifting keeps the right side true; the exact maximum may be less where a search was cut short.
        let peak = self.oracle.maximum(&self.items, &block.room, None, 0, most, 4 * visits);
        let most = most.min(peak.at_most);
        let left: f64 = terms.iter().map(|(c, a)| *a as f64 * x[*c as usize]).sum();
        // Lifting over columns at one raises both sides alike: what counts is the violation before.
        (left > most as f64 + enough).then_some(Cut { row: Row { terms, most }, block: index })
    }

    /// The right side of a cut for other amounts in its block.
    pub(crate) fn right_side(&mut self, block: &Block, row: &Row) -> Option<i64> {
        self.items.clear(block.rows());
        for &(column, a) in &row.terms {
            let item = block.columns.iter().position(|c| *c == column)?;
            self.items.push(a, block.weights(item).iter().copied(), block.group[item]);
        }
        self.oracle.forget();
        let peak = self.oracle.maximum(&self.items, &block.room, None, 0, i64::MAX, 4 * visits(block.columns.len()));
        // No cut was looked for: what is known is made to hold here.
        self.oracle.work = 0;
        Some(peak.at_most)
    }
}

/// The smallest multiple of the coefficients that is as good as whole, or the
/// coefficients in thousandths.
fn in_integers(point: &[f64]) -> Option<Vec<i64>> {
    let most = point.iter().fold(0.0f64, |a, b| a.max(*b));
    if most <= 1e-6 {
        return None;
    }
    for scale in 1..=48 {
        let scale = f64::from(scale);
        if point.iter().all(|a| (a * scale - (a * scale).round()).abs() < 1e-5) {
            return Some(point.iter().map(|a| (a * scale).round() as i64).collect());
        }
    }
    Some(point.iter().map(|a| (a * 1000.0).floor() as i64).collect())
}

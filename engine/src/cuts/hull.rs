//! How far a point lies outside the hull of the sets that fit.
//!
//! The sets are closed downwards, so the point lies inside where sets with weights that sum to one cover
//! it. The least such sum is a small linear programme with a row for each item; its duals are the most
//! violated inequality.

use super::knapsack::{Items, Oracle};

/// Sets beyond which they are not listed but searched for.
const MOST_SETS: usize = 1_000;
/// Places looked at beyond which the same.
const MOST_LOOKS: usize = 2_000;
/// Exchanges after which the duals at hand are good enough.
const EXCHANGES: usize = 300;
/// A dual this far below nothing, or a set this far above one, changes the basis.
const NOISE: f64 = 1e-9;
const ABOVE: f64 = 1e-7;
/// The unit in which the oracle sees the duals.
const UNIT: f64 = (1u64 << 20) as f64;
/// Items whose duals are added up at once, from a table.
const CHUNK: usize = 6;

/// Items that fit together under the rows, no two of one group; a bit for each item.
type Set = u64;

/// Room for one search, kept between searches.
#[derive(Debug, Default)]
pub(super) struct Hull {
    /// The largest sets, where they are few enough to be listed.
    sets: Vec<Set>,
    listed: bool,
    looks: usize,
    /// What all items from each on weigh together.
    after: Vec<i64>,
    /// The basis inverse of the covering programme, by rows, and what its rows hold.
    inverse: Vec<f64>,
    level: Vec<f64>,
    /// Whether the basic column of a row is a set, which counts one, or what is covered too much.
    counts: Vec<bool>,
    entering: Vec<f64>,
    tables: Vec<f64>,
    /// The duals: the inequality `Σ dual·x ≤ 1`.
    pub(super) dual: Vec<f64>,
    /// Places looked at and numbers changed since the counter was last taken.
    pub(super) work: u64,
}

impl Hull {
    /// Whether the least cover of `point` exceeds `enough`; then `dual` holds the inequality that says so.
    pub(super) fn outside(
        &mut self,
        items: &mut Items,
        room: &[i64],
        point: &[f64],
        enough: f64,
        oracle: &mut Oracle,
        visits: u32,
    ) -> bool {
        self.list(items, room);
        let count = point.len();
        self.start(point);
        for _ in 0..EXCHANGES {
            let Some(over) = self.enter(items, room, oracle, visits) else { break };
            self.exchange(over);
            if self.sum() <= enough {
                return false;
            }
            self.work += (count * count + self.sets.len()) as u64;
        }
        true
    }

    /// Lists the largest sets, if there are few.
    fn list(&mut self, items: &Items, room: &[i64]) {
        self.sets.clear();
        self.looks = 0;
        let rows = room.len();
        self.after.clear();
        self.after.resize((items.len() + 1) * rows, 0);
        for item in (0..items.len()).rev() {
            for row in 0..rows {
                self.after[item * rows + row] = self.after[(item + 1) * rows + row] + items.weights(item)[row];
            }
        }
        self.listed = self.extend(items, &mut room.to_vec(), 0, 0);
        if !self.listed {
            self.sets.clear();
            for first in 0..items.len() {
                let (mut set, mut left) = (0, room.to_vec());
                for item in (0..items.len()).map(|at| (first + at) % items.len()) {
                    if joins(items, item, set, &left) {
                        take(&mut left, items.weights(item), -1);
                        set |= 1 << item;
                    }
                }
                self.sets.push(set);
            }
        }
        self.work += self.looks as u64;
    }

    /// Lists the sets that extend `set` by items from `from` on; false where they become too many.
    fn extend(&mut self, items: &Items, left: &mut [i64], set: Set, from: usize) -> bool {
        self.looks += 1;
        if self.looks > MOST_LOOKS || self.sets.len() > MOST_SETS {
            return false;
        }
        let Some(item) = (from..items.len()).find(|item| joins(items, *item, set, left)) else {
            let largest = (0..from).all(|item| set >> item & 1 == 1 || !joins(items, item, set, left));
            if largest {
                self.sets.push(set);
            }
            return true;
        };
        take(left, items.weights(item), -1);
        let with = self.extend(items, left, set | 1 << item, item + 1);
        take(left, items.weights(item), 1);
        // Where it fits beside all that may come, a set without it is not a largest one.
        let rows = left.len();
        let later = &self.after[(item + 1) * rows..(item + 2) * rows];
        let alone = !items.group[item + 1..].contains(&items.group[item]);
        let fits = items.weights(item).iter().zip(left.iter()).zip(later).all(|((w, r), later)| w + later <= *r);
        with && (alone && fits || self.extend(items, left, set, item + 1))
    }

    /// Covers each item by itself.
    fn start(&mut self, point: &[f64]) {
        let count = point.len();
        self.inverse.clear();
        self.inverse.resize(count * count, 0.0);
        for at in 0..count {
            self.inverse[at * count + at] = 1.0;
        }
        self.level.clear();
        self.level.extend_from_slice(point);
        self.counts.clear();
        self.counts.resize(count, true);
        self.dual.clear();
        self.dual.resize(count, 1.0);
    }

    /// Notes in `entering` the tableau's column of what improves the cover most: what is covered too much, or a
    /// set. Gives its reduced cost with the sign turned.
    fn enter(&mut self, items: &mut Items, room: &[i64], oracle: &mut Oracle, visits: u32) -> Option<(f64, bool)> {
        let count = self.dual.len();
        let least = (0..count).min_by(|a, b| self.dual[*a].total_cmp(&self.dual[*b]))?;
        self.entering.clear();
        if self.dual[least] < -NOISE {
            self.entering.extend((0..count).map(|row| -self.inverse[row * count + least]));
            return Some((-self.dual[least], false));
        }
        let (mut set, mut worth) = self.dearest();
        if worth <= 1.0 + ABOVE && !self.listed {
            (set, worth) = self.searched(items, room, oracle, visits);
            self.sets.push(set);
        }
        if worth <= 1.0 + ABOVE {
            return None;
        }
        for row in self.inverse.chunks_exact(count) {
            self.entering.push(bits(set).map(|item| row[item]).sum());
        }
        Some((worth - 1.0, true))
    }

    /// The listed set that the duals value most.
    fn dearest(&mut self) -> (Set, f64) {
        self.tables.clear();
        for chunk in self.dual.chunks(CHUNK) {
            let start = self.tables.len();
            self.tables.push(0.0);
            for dual in chunk {
                for at in start..self.tables.len() {
                    self.tables.push(self.tables[at] + dual);
                }
            }
            self.tables.resize(start + (1 << CHUNK), 0.0);
        }
        let mut best = (0, 0.0);
        for set in &self.sets {
            let (mut rest, mut worth) = (*set, 0.0);
            for table in self.tables.chunks_exact(1 << CHUNK) {
                worth += table[rest as usize % (1 << CHUNK)];
                rest >>= CHUNK;
            }
            if worth > best.1 {
                best = (*set, worth);
            }
        }
        best
    }

    /// The set that the duals value most, searched for.
    fn searched(&mut self, items: &mut Items, room: &[i64], oracle: &mut Oracle, visits: u32) -> (Set, f64) {
        items.set_profits(self.dual.iter().map(|dual| (dual * UNIT).round() as i64));
        oracle.maximum(items, room, None, 0, i64::MAX, visits);
        let set = oracle.best_set.iter().fold(0, |set, item| set | 1 << item);
        (set, bits(set).map(|item| self.dual[item]).sum())
    }

    /// Takes `entering` into the basis for the row that first runs out.
    fn exchange(&mut self, (over, counts): (f64, bool)) {
        let count = self.level.len();
        let mut out: Option<(usize, f64)> = None;
        for (row, d) in self.entering.iter().enumerate() {
            if *d > NOISE {
                let ratio = self.level[row].max(0.0) / d;
                if out.is_none_or(|(best, least)| ratio < least - NOISE || (ratio < least + NOISE && *d > self.entering[best])) {
                    out = Some((row, ratio));
                }
            }
        }
        let Some((out, ratio)) = out else { return };
        let pivot = self.entering[out];
        for at in 0..count {
            self.inverse[out * count + at] /= pivot;
        }
        for row in (0..count).filter(|row| *row != out) {
            let factor = self.entering[row];
            if factor != 0.0 {
                self.level[row] -= factor * ratio;
                for at in 0..count {
                    self.inverse[row * count + at] -= factor * self.inverse[out * count + at];
                }
            }
        }
        self.level[out] = ratio;
        self.counts[out] = counts;
        for at in 0..count {
            self.dual[at] -= over * self.inverse[out * count + at];
        }
    }

    /// The weight of all sets in the cover.
    fn sum(&self) -> f64 {
        self.level.iter().zip(&self.counts).filter(|(_, counts)| **counts).map(|(level, _)| level).sum()
    }

    /// What no set exceeds in profit.
    pub(super) fn most(&self, items: &Items, room: &[i64], oracle: &mut Oracle, visits: u32) -> i64 {
        if self.listed {
            self.sets.iter().map(|set| bits(*set).map(|item| items.profit[item]).sum()).max().unwrap_or(0)
        } else {
            oracle.maximum(items, room, None, 0, i64::MAX, visits).at_most
        }
    }
}

/// Whether an item fits into what is left beside a set.
fn joins(items: &Items, item: usize, set: Set, left: &[i64]) -> bool {
    let fits = items.weights(item).iter().zip(left).all(|(w, r)| w <= r);
    fits && bits(set).all(|other| items.group[other] != items.group[item])
}

fn take(left: &mut [i64], weights: &[i64], sign: i64) {
    for (r, w) in left.iter_mut().zip(weights) {
        *r += sign * w;
    }
}

/// The items of a set.
fn bits(mut set: Set) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let item = set.trailing_zeros();
        (set != 0).then(|| {
            set &= set - 1;
            item as usize
        })
    })
}

//! The exact maximum of small integer profits under a few knapsack rows, with at
//! most one item of each group.

/// Visits after which the prices of the rows are tuned.
const EASY: u32 = 60;
/// How many prices are tried.
const TUNINGS: usize = 5;
/// The least price of a row that has room, at first.
const CHEAPEST: f64 = 0.02;

/// Items that compete for the same rows.
#[derive(Debug, Default, Clone)]
pub(crate) struct Items {
    /// Rows of the knapsack.
    pub(crate) rows: usize,
    /// Profit of each item.
    pub(crate) profit: Vec<i64>,
    /// Weights, `rows` per item.
    pub(crate) weight: Vec<i64>,
    /// The group of each item.
    pub(crate) group: Vec<u32>,
}

/// Room for one search, kept between searches.
#[derive(Debug, Default)]
pub(crate) struct Oracle {
    order: Vec<u32>,
    share: Vec<f64>,
    /// The price of each row in the surrogate row.
    price: Vec<f64>,
    /// Shares and profits of the items before each place of the order.
    need_before: Vec<f64>,
    gain_before: Vec<f64>,
    taken_groups: Vec<u32>,
    present: Vec<u32>,
    /// Profit per share at each place of the order.
    rate: Vec<f64>,
    best: i64,
    enough: i64,
    pub(crate) best_set: Vec<u32>,
    visits: u32,
    most_visits: u32,
    complete: bool,
    /// Visits and items since the counter was last taken.
    pub(crate) work: u64,
}

/// What the oracle knows of a maximum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Peak {
    /// The best that was found.
    pub(crate) found: i64,
    /// What no set exceeds; equal to `found` where the search was complete.
    pub(crate) at_most: i64,
}

impl Items {
    pub(crate) fn clear(&mut self, rows: usize) {
        self.rows = rows;
        self.profit.clear();
        self.weight.clear();
        self.group.clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.profit.len()
    }

    pub(crate) fn weights(&self, item: usize) -> &[i64] {
        &self.weight[item * self.rows..(item + 1) * self.rows]
    }

    pub(crate) fn push(&mut self, profit: i64, weights: impl Iterator<Item = i64>, group: u32) {
        self.profit.push(profit);
        self.weight.extend(weights);
        self.group.push(group);
    }
}

impl Oracle {
    /// Forgets the prices of the rows: another block is next.
    pub(crate) fn forget(&mut self) {
        self.price.clear();
    }

    /// The largest profit of items that fit in `room`, without those of group
    /// `barred`. The caller knows of a set with profit `known`, which is what comes
    /// back where there is no larger; a profit of `enough` ends the search, as there
    /// is no more or the caller does not care. After `most_visits` the answer may be
    /// a range. The prices of the last search are the first ones of this.
    pub(crate) fn maximum(&mut self, items: &Items, room: &[i64], barred: Option<u32>, known: i64, enough: i64, most_visits: u32) -> Peak {
        if room.iter().any(|r| *r < 0) {
            return Peak { found: i64::MIN / 4, at_most: i64::MIN / 4 };
        }
        self.order.clear();
        for item in 0..items.len() {
            let fits = items.weights(item).iter().zip(room).all(|(w, r)| w <= r);
            if fits && items.profit[item] > 0 && Some(items.group[item]) != barred {
                self.order.push(item as u32);
            }
        }
        self.price.resize(room.len(), 1.0);
        for (price, r) in self.price.iter_mut().zip(room) {
            *price = if *r > 0 { price.max(CHEAPEST) } else { 0.0 };
        }
        let total: f64 = self.price.iter().sum();
        self.price.iter_mut().for_each(|price| *price /= total.max(CHEAPEST));
        self.arrange(items, room);
        let mut ceiling = self.ceiling(0, 1.0, &mut 0);
        (self.best, self.enough, self.visits) = (known, enough, 0);
        self.best_set.clear();
        self.explore(items, room, most_visits.min(EASY));
        if !self.complete && most_visits > EASY {
            ceiling = ceiling.min(self.tune(items, room));
            self.explore(items, room, most_visits);
        }
        self.work += 6 * u64::from(self.visits) + 8 * items.len() as u64;
        let at_most = if self.complete { self.best } else { ceiling.max(self.best) };
        Peak { found: self.best, at_most }
    }

    /// Orders the items by profit for their share of the surrogate row, which is the sum of the rows at
    /// their prices.
    fn arrange(&mut self, items: &Items, room: &[i64]) {
        self.share.clear();
        self.share.resize(items.len(), 0.0);
        for &item in &self.order {
            let parts = items.weights(item as usize).iter().zip(room).zip(&self.price);
            let sum: f64 = parts.filter(|(_, price)| **price > 0.0).map(|((w, r), price)| price * *w as f64 / *r as f64).sum();
            self.share[item as usize] = sum.max(1e-9);
        }
        let share = &self.share;
        let rate = |i: u32| items.profit[i as usize] as f64 / share[i as usize];
        self.order.sort_unstable_by(|a, b| rate(*b).total_cmp(&rate(*a)).then(a.cmp(b)));
        self.need_before.clear();
        self.gain_before.clear();
        self.rate.clear();
        let (mut need, mut gain) = (0.0, 0.0);
        for item in &self.order {
            self.need_before.push(need);
            self.gain_before.push(gain);
            self.rate.push(rate(*item));
            need += self.share[*item as usize];
            gain += items.profit[*item as usize] as f64;
        }
        self.need_before.push(need);
        self.gain_before.push(gain);
    }

    /// Makes dear what the surrogate's optimum takes too much of, and cheap the rest, a few times; keeps the
    /// prices with the least ceiling and gives that.
    fn tune(&mut self, items: &Items, room: &[i64]) -> i64 {
        let mut least = (f64::INFINITY, self.price.clone());
        for _ in 0..TUNINGS {
            let mut used = vec![0.0; room.len()];
            let mut sum = 0.0;
            for (at, item) in self.order.iter().enumerate() {
                let share = self.share[*item as usize];
                let part = ((1.0 - self.need_before[at]) / share).clamp(0.0, 1.0);
                if part == 0.0 {
                    break;
                }
                sum += part * items.profit[*item as usize] as f64;
                for ((used, w), r) in used.iter_mut().zip(items.weights(*item as usize)).zip(room) {
                    *used += part * *w as f64 / (*r).max(1) as f64;
                }
            }
            if sum < least.0 {
                least = (sum, self.price.clone());
            }
            for (price, used) in self.price.iter_mut().zip(&used) {
                *price *= used.max(0.1);
            }
            let total: f64 = self.price.iter().sum();
            self.price.iter_mut().for_each(|price| *price /= total);
            self.arrange(items, room);
        }
        self.price = least.1;
        self.arrange(items, room);
        self.ceiling(0, 1.0, &mut 0)
    }

    /// Searches in the present order, until so many visits have been made in all.
    fn explore(&mut self, items: &Items, room: &[i64], most_visits: u32) {
        (self.most_visits, self.complete) = (most_visits, true);
        self.present.clear();
        self.taken_groups.clear();
        self.dive(items, 0, 0, 1.0, &mut room.to_vec(), 0);
    }

    /// What the items from `from` on can give within a share of the surrogate
    /// row: the fractional optimum, rounded down. The profits are small, so the
    /// margin dwarfs every rounding error of the sums. `edge` is a place at or
    /// before the first item that does not go in whole, and is moved there.
    fn ceiling(&self, from: usize, share: f64, edge: &mut usize) -> i64 {
        let until = self.need_before[from] + share;
        let mut at = (*edge).max(from);
        while at < self.order.len() && self.need_before[at + 1] <= until {
            at += 1;
        }
        *edge = at;
        let mut sum = self.gain_before[at] - self.gain_before[from];
        if at < self.order.len() {
            sum += self.rate[at] * (until - self.need_before[at]).max(0.0);
        }
        // A sum of what is not negative: cutting it off is rounding it down.
        (sum * (1.0 + 1e-9) + 1e-6) as i64
    }

    fn dive(&mut self, items: &Items, from: usize, profit: i64, share: f64, left: &mut [i64], mut edge: usize) {
        if profit > self.best {
            self.best = profit;
            self.best_set.clone_from(&self.present);
        }
        for at in from..self.order.len() {
            self.visits += 1;
            if self.best >= self.enough {
                return;
            }
            if self.visits > self.most_visits {
                self.complete = false;
                return;
            }
            if profit + self.ceiling(at, share.max(0.0), &mut edge) <= self.best {
                return;
            }
            let item = self.order[at] as usize;
            let weights = items.weights(item);
            if weights.iter().zip(left.iter()).any(|(w, r)| w > r) || self.taken_groups.contains(&items.group[item]) {
                continue;
            }
            for (r, w) in left.iter_mut().zip(weights) {
                *r -= w;
            }
            self.present.push(item as u32);
            self.taken_groups.push(items.group[item]);
            // What comes in is what the surrogate row had for it: the edge stays, but for rounding.
            self.dive(items, at + 1, profit + items.profit[item], share - self.share[item], left, edge.saturating_sub(1));
            self.present.pop();
            self.taken_groups.pop();
            for (r, w) in left.iter_mut().zip(weights) {
                *r += w;
            }
        }
    }
}

//! The exact maximum of small integer profits under a few knapsack rows, with at
//! most one item of each group.

/// Visits after which the prices of the rows are tuned.
const EASY: u32 = 60;
/// How many prices are tried.
const TUNINGS: usize = 5;
/// The least price of a row that has room, at first.
const CHEAPEST: f64 = 0.02;
/// Items that draw a smaller share than this of the surrogate row are taken to be equally cheap.
const TINY: f64 = 1e-9;

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
    /// Counts what was changed otherwise than by one item more.
    version: u64,
}

/// Room for one search, kept between searches.
#[derive(Debug, Default)]
pub(crate) struct Oracle {
    /// All items by profit for their share of the surrogate row, and of which items and prices that is the order.
    sorted: Vec<u32>,
    sorted_of: (u64, u64),
    /// Those of them that may be taken now.
    order: Vec<u32>,
    /// What each item takes of the surrogate row, and its profit for that.
    share: Vec<f64>,
    rate: Vec<f64>,
    /// The price of each row's unit in the surrogate row; how often prices were changed.
    price: Vec<f64>,
    tunings: u64,
    /// Shares and profits of the items before each place of the order.
    need_before: Vec<f64>,
    gain_before: Vec<f64>,
    taken_groups: Vec<u32>,
    present: Vec<u32>,
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
        self.version += 1;
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

    /// Gives all items other profits.
    pub(crate) fn set_profits(&mut self, profits: impl Iterator<Item = i64>) {
        self.version += 1;
        self.profit.clear();
        self.profit.extend(profits);
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
        if self.price.len() != room.len() {
            self.price.clear();
            self.price.extend(room.iter().map(|r| 1.0 / (*r).max(1) as f64));
            self.tunings += 1;
        }
        self.arrange(items, room, barred);
        let mut ceiling = self.ceiling(0, self.share_of(room), &mut 0);
        (self.best, self.enough, self.visits) = (known, enough, 0);
        self.best_set.clear();
        self.explore(items, room, most_visits.min(EASY));
        if !self.complete && most_visits > EASY {
            ceiling = ceiling.min(self.tune(items, room, barred));
            self.explore(items, room, most_visits);
        }
        self.work += 6 * u64::from(self.visits) + 8 * items.len() as u64;
        let at_most = if self.complete { self.best } else { ceiling.max(self.best) };
        Peak { found: self.best, at_most }
    }

    /// What weights take of the surrogate row, which is the sum of the rows at their prices.
    fn share_of(&self, weights: &[i64]) -> f64 {
        weights.iter().zip(&self.price).map(|(w, price)| price * *w as f64).sum()
    }

    /// Orders the items by profit for their share of the surrogate row: new ones are put in their places where the
    /// others and the prices are as before.
    fn sort(&mut self, items: &Items) {
        let now = (items.version, self.tunings);
        if self.sorted_of != now || self.sorted.len() > items.len() {
            self.sorted_of = now;
            self.sorted.clear();
            self.share.clear();
            self.rate.clear();
        }
        let known = self.sorted.len();
        for item in known..items.len() {
            let share = self.share_of(items.weights(item));
            self.share.push(share);
            self.rate.push(items.profit[item] as f64 / share.max(TINY));
        }
        let rate = &self.rate;
        let before = |a: &u32, b: &u32| rate[*b as usize].total_cmp(&rate[*a as usize]).then(a.cmp(b));
        if items.len() - known > known / 4 {
            self.sorted.extend(known as u32..items.len() as u32);
            self.sorted.sort_unstable_by(before);
        } else {
            for item in known as u32..items.len() as u32 {
                let place = self.sorted.partition_point(|other| before(other, &item).is_lt());
                self.sorted.insert(place, item);
            }
        }
    }

    /// Puts the items that may be taken in order.
    fn arrange(&mut self, items: &Items, room: &[i64], barred: Option<u32>) {
        self.sort(items);
        self.order.clear();
        self.need_before.clear();
        self.gain_before.clear();
        let (mut need, mut gain) = (0.0, 0.0);
        for &item in &self.sorted {
            let at = item as usize;
            let fits = items.weights(at).iter().zip(room).all(|(w, r)| w <= r);
            if fits && items.profit[at] > 0 && Some(items.group[at]) != barred {
                self.order.push(item);
                self.need_before.push(need);
                self.gain_before.push(gain);
                need += self.share[at];
                gain += items.profit[at] as f64;
            }
        }
        self.need_before.push(need);
        self.gain_before.push(gain);
    }

    /// Makes dear what the surrogate's optimum takes too much of, and cheap the rest, a few times; keeps the
    /// prices with the least ceiling and gives that.
    fn tune(&mut self, items: &Items, room: &[i64], barred: Option<u32>) -> i64 {
        let mut least = (f64::INFINITY, self.price.clone());
        for _ in 0..TUNINGS {
            let until = self.share_of(room);
            let mut used = vec![0.0; room.len()];
            let mut sum = 0.0;
            for (at, item) in self.order.iter().enumerate() {
                let share = self.share[*item as usize];
                let part = ((until - self.need_before[at]) / share.max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
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
            self.settle_prices(room);
            self.arrange(items, room, barred);
        }
        self.price = least.1;
        self.settle_prices(room);
        self.arrange(items, room, barred);
        self.ceiling(0, self.share_of(room), &mut 0)
    }

    /// Scales the prices so that all the room is worth one, each row's at least a little.
    fn settle_prices(&mut self, room: &[i64]) {
        self.tunings += 1;
        for _ in 0..2 {
            let total = self.share_of(room).max(f64::MIN_POSITIVE);
            for (price, r) in self.price.iter_mut().zip(room) {
                *price = (*price / total).max(CHEAPEST / (*r).max(1) as f64);
            }
        }
    }

    /// Searches in the present order, until so many visits have been made in all.
    fn explore(&mut self, items: &Items, room: &[i64], most_visits: u32) {
        (self.most_visits, self.complete) = (most_visits, true);
        self.present.clear();
        self.taken_groups.clear();
        self.dive(items, 0, 0, self.share_of(room), &mut room.to_vec(), 0);
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
            let item = self.order[at] as usize;
            // What draws next to nothing counts whole: a rate says too little of it.
            let part = self.rate[item] * (until - self.need_before[at]).max(0.0);
            sum += if self.share[item] < TINY { self.gain_before[at + 1] - self.gain_before[at] } else { part };
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

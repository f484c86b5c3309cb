//! The exact maximum of small integer profits under a few knapsack rows, with at
//! most one item of each group.

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
    /// Shares and profits of the items before each place of the order.
    need_before: Vec<f64>,
    gain_before: Vec<f64>,
    taken_groups: Vec<u32>,
    present: Vec<u32>,
    best: i64,
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
    /// The largest profit of items that fit in `room`, without those of group
    /// `barred`. After `most_visits` the answer may be a range.
    pub(crate) fn maximum(&mut self, items: &Items, room: &[i64], barred: Option<u32>, most_visits: u32) -> Peak {
        if room.iter().any(|r| *r < 0) {
            return Peak { found: i64::MIN / 4, at_most: i64::MIN / 4 };
        }
        let rows = items.rows;
        self.order.clear();
        for item in 0..items.len() {
            let fits = items.weights(item).iter().zip(room).all(|(w, r)| w <= r);
            if fits && items.profit[item] > 0 && Some(items.group[item]) != barred {
                self.order.push(item as u32);
            }
        }
        self.share.clear();
        self.share.resize(items.len(), 0.0);
        let active = room.iter().filter(|r| **r > 0).count().max(1) as f64;
        for &item in &self.order {
            let weights = items.weights(item as usize);
            let sum: f64 = (0..rows).filter(|r| room[*r] > 0).map(|r| weights[r] as f64 / room[r] as f64).sum();
            self.share[item as usize] = (sum / active).max(1e-9);
        }
        let share = &self.share;
        self.order.sort_unstable_by(|a, b| {
            let rate = |i: &u32| items.profit[*i as usize] as f64 / share[*i as usize];
            rate(b).total_cmp(&rate(a)).then(a.cmp(b))
        });
        self.need_before.clear();
        self.gain_before.clear();
        let (mut need, mut gain) = (0.0, 0.0);
        for item in &self.order {
            self.need_before.push(need);
            self.gain_before.push(gain);
            need += self.share[*item as usize];
            gain += items.profit[*item as usize] as f64;
        }
        self.need_before.push(need);
        self.gain_before.push(gain);
        (self.best, self.visits, self.most_visits, self.complete) = (0, 0, most_visits, true);
        self.best_set.clear();
        self.present.clear();
        self.taken_groups.clear();
        let ceiling = self.ceiling(0, 1.0);
        let mut left = room.to_vec();
        self.dive(items, 0, 0, 1.0, &mut left);
        self.work += 6 * u64::from(self.visits) + 8 * items.len() as u64;
        let at_most = if self.complete { self.best } else { ceiling.max(self.best) };
        Peak { found: self.best, at_most }
    }

    /// What the items from `from` on can give within a share of the surrogate
    /// row: the fractional optimum, rounded down. The profits are small, so the
    /// margin dwarfs every rounding error of the sums.
    fn ceiling(&self, from: usize, share: f64) -> i64 {
        let until = self.need_before[from] + share;
        let at = from + self.need_before[from + 1..].partition_point(|need| *need <= until);
        let mut sum = self.gain_before[at] - self.gain_before[from];
        if let Some(item) = self.order.get(at) {
            let left = (until - self.need_before[at]).max(0.0);
            sum += (self.gain_before[at + 1] - self.gain_before[at]) * left / self.share[*item as usize];
        }
        // A sum of what is not negative: cutting it off is rounding it down.
        (sum * (1.0 + 1e-9) + 1e-6) as i64
    }

    fn dive(&mut self, items: &Items, from: usize, profit: i64, share: f64, left: &mut [i64]) {
        if profit > self.best {
            self.best = profit;
            self.best_set.clone_from(&self.present);
        }
        for at in from..self.order.len() {
            self.visits += 1;
            if self.visits > self.most_visits {
                self.complete = false;
                return;
            }
            if profit + self.ceiling(at, share.max(0.0)) <= self.best {
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
            self.dive(items, at + 1, profit + items.profit[item], share - self.share[item], left);
            self.present.pop();
            self.taken_groups.pop();
            for (r, w) in left.iter_mut().zip(weights) {
                *r += w;
            }
        }
    }
}

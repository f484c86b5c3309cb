//! The bounded dual simplex: dual steepest edge, long-step ratio test.
//!
//! Every variable has a finite box, so any basis can be made dual feasible by
//! moving nonbasic variables to their other bound. There is no first phase.

use super::kernel::Member;
use super::{Lp, Stand};

/// How far outside its box a basic variable may lie (rows are scaled to 1).
const PRIMAL: f64 = 1e-9;
/// The smallest pivot.
const PIVOT: f64 = 1e-9;
/// Pivots before the kernel is made anew.
const RENEW: usize = 100;
/// Tableau entries smaller than this are taken as zero.
const TINY: f64 = 1e-13;
/// Pivots between two looks at whether the run is over.
const LOOK: usize = 16;
/// The most rows that may bind at once: the kernel's inverse takes the square of it.
const MOST_BINDING: usize = 3_000;
/// Breakpoints picked out one by one before the rest are sorted.
const PICKED: usize = 12;

/// How a solve ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The basis is optimal.
    Optimal,
    /// No point meets the rows; the duals hold the direction that shows it.
    Infeasible,
    /// The objective fell to the cutoff.
    Cutoff,
    /// The limit on pivots or on rows that bind was reached, or the run is over: the duals still give a bound.
    Stalled,
}

impl Lp {
    /// Maximises from the present basis. Stops early when the maximum is sure
    /// to be at most `cutoff`, after `most` pivots, or when the run is `over`.
    pub(crate) fn solve(&mut self, cutoff: f64, most: usize, over: &dyn Fn() -> bool) -> Outcome {
        self.work.touched.clear();
        self.work.across.clear();
        self.work.across.resize(self.stand.len(), 0.0);
        self.enliven();
        if self.stale {
            self.renew();
            self.weigh();
            self.stale = false;
        } else if !self.place() {
            self.renew();
        }
        let mut made = 0;
        let mut restarts = 0;
        loop {
            if made % 8 == 0 && self.objective() <= cutoff {
                return Outcome::Cutoff;
            }
            let Some((out, short)) = self.leaving() else {
                if made > 0 && restarts < 3 {
                    // Confirm on fresh numbers before it is believed.
                    restarts += 1;
                    self.price();
                    if !self.place() {
                        self.renew();
                    }
                    if self.leaving().is_some() {
                        continue;
                    }
                }
                return Outcome::Optimal;
            };
            if made >= most || self.kernel.size() >= MOST_BINDING || (made % LOOK == LOOK - 1 && over()) {
                return Outcome::Stalled;
            }
            made += 1;
            self.pivots += 1;
            if self.kernel.age >= RENEW {
                self.renew();
                continue;
            }
            match self.pivot(out, short) {
                Step::Done => {}
                Step::Unbounded => return Outcome::Infeasible,
                Step::Unsure if restarts < 20 && self.kernel.age > 0 => {
                    restarts += 1;
                    self.renew();
                }
                Step::Unsure => return Outcome::Stalled,
            }
        }
    }

    /// Makes the kernel anew, and all numbers from it.
    fn renew(&mut self) {
        self.refactor();
        self.price();
        self.place();
    }

    /// The direction that proves infeasibility, by row, unscaled.
    pub(crate) fn ray(&self, y: &mut Vec<f64>) {
        y.clear();
        y.extend(self.work.ray.iter().zip(&self.scale).map(|(value, scale)| value * scale));
    }

    /// The objective (maximised) at the present point.
    pub(crate) fn objective(&self) -> f64 {
        -self.cost.iter().zip(&self.value).map(|(cost, value)| cost * value).sum::<f64>()
    }

    /// The basic variable that is farthest outside its box for its weight, and
    /// whether it is too small.
    fn leaving(&self) -> Option<(usize, bool)> {
        let mut best = None;
        let mut most = 0.0;
        let mut look = |v: usize| {
            let value = self.value[v];
            let (miss, short) = if value < self.lower[v] - PRIMAL {
                (self.lower[v] - value, true)
            } else if value > self.upper[v] + PRIMAL {
                (value - self.upper[v], false)
            } else {
                return;
            };
            let merit = miss * miss / self.weight[v];
            if merit > most {
                most = merit;
                best = Some((v, short));
            }
        };
        for column in &self.kernel.columns {
            look(*column as usize);
        }
        for slack in self.n..self.stand.len() {
            if self.stand[slack] == Stand::Basic {
                look(slack);
            }
        }
        best
    }

    /// The rows of the basis inverse and of the tableau that belong to `out`.
    fn tableau_row(&mut self, out: usize) {
        let work = &mut self.work;
        for j in work.touched.drain(..) {
            work.across[j as usize] = 0.0;
        }
        work.rho.clear();
        if out >= self.n {
            work.rho.resize(self.kernel.size(), 0.0);
            self.kernel.add_rows(&self.rows[out - self.n], -1.0, &mut work.rho);
        } else if let Some(place) = self.kernel.place_of_column(out) {
            work.rho.extend_from_slice(self.kernel.row(place));
        }
        let own = (out >= self.n).then(|| (out - self.n, 1.0));
        let binding = self.kernel.rows.iter().map(|row| *row as usize).zip(work.rho.iter().copied());
        for (row, factor) in binding.chain(own).filter(|(_, factor)| factor.abs() > TINY) {
            for &(column, a) in &self.live.entries[self.live.start[row]..self.live.start[row + 1]] {
                let cell = &mut work.across[column as usize];
                if *cell == 0.0 {
                    work.touched.push(column);
                }
                *cell += factor * a;
                if *cell == 0.0 {
                    // Cancelled exactly: keep it marked as touched.
                    *cell = f64::MIN_POSITIVE;
                }
            }
            let slack = self.n + row;
            work.across[slack] = factor;
            work.touched.push(slack as u32);
        }
    }

    /// Chooses the entering variable: passes breakpoints as long as the dual
    /// objective still improves, then takes the largest pivot among the near.
    fn entering(&mut self, short: bool, miss: f64) -> Option<usize> {
        let work = &mut self.work;
        work.candidates.clear();
        for &variable in &work.touched {
            let v = variable as usize;
            let alpha = if short { -work.across[v] } else { work.across[v] };
            let usable = match self.stand[v] {
                Stand::Basic => false,
                Stand::Lower => alpha > PIVOT,
                Stand::Upper => alpha < -PIVOT,
            };
            if usable && self.upper[v] > self.lower[v] {
                let ratio = (self.reduced[v] / alpha).max(0.0);
                work.candidates.push((ratio, variable, alpha.abs()));
            }
        }
        let before = |a: &(f64, u32, f64), b: &(f64, u32, f64)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        let mut slope = miss;
        let mut last = None;
        for at in 0..work.candidates.len() {
            if at == PICKED {
                work.candidates[at..].sort_unstable_by(before);
            } else if at < PICKED {
                let rest = &work.candidates[at..];
                let least = (1..rest.len()).fold(0, |least, k| if before(&rest[k], &rest[least]).is_lt() { k } else { least });
                work.candidates.swap(at, at + least);
            }
            let (_, variable, alpha) = work.candidates[at];
            let v = variable as usize;
            slope -= alpha * (self.upper[v] - self.lower[v]);
            if slope <= PRIMAL {
                last = Some(at);
                break;
            }
        }
        let last = last?;
        let near = work.candidates[last].0;
        let mut chosen = last;
        for at in (0..last).rev() {
            let (ratio, _, alpha) = work.candidates[at];
            let weak = work.candidates[chosen].2 < 1e-5;
            if ratio < near - 1e-10 && !weak {
                break;
            }
            if alpha > work.candidates[chosen].2 {
                chosen = at;
            }
        }
        Some(chosen)
    }

    /// One change of basis.
    fn pivot(&mut self, out: usize, short: bool) -> Step {
        let bound = if short { self.lower[out] } else { self.upper[out] };
        let miss = (self.value[out] - bound).abs();
        self.tableau_row(out);
        let Some(chosen) = self.entering(short, miss) else {
            if self.kernel.age > 0 {
                return Step::Unsure;
            }
            self.keep_ray(out, if short { 1.0 } else { -1.0 });
            return Step::Unbounded;
        };
        let incoming = self.work.candidates[chosen].1 as usize;
        let pivot = self.work.across[incoming];
        self.flip(chosen);
        self.tableau_column(incoming);
        let again = match self.member(out) {
            Member::Column(column) => self.kernel.place_of_column(column).map_or(0.0, |place| self.work.alpha[place]),
            Member::Slack(row) => self.work.slacks[row][0],
        };
        if (again - pivot).abs() > 1e-7 * (1.0 + pivot.abs()) && self.kernel.age > 0 {
            return Step::Unsure;
        }
        self.shift(out, incoming, bound, again);
        // Reduced costs; those of the wrong sign that are mere noise are rounded away.
        let theta = self.reduced[incoming] / pivot;
        for &variable in &self.work.touched {
            let v = variable as usize;
            let reduced = self.reduced[v] - theta * self.work.across[v];
            let wrong = match self.stand[v] {
                Stand::Basic => continue,
                Stand::Lower => reduced < 0.0,
                Stand::Upper => reduced > 0.0,
            };
            self.reduced[v] = if wrong && reduced.abs() < 1e-7 { 0.0 } else { reduced };
        }
        self.reduced[out] = -theta;
        self.reduced[incoming] = 0.0;
        self.reweigh(out, incoming, again);
        self.stand[out] = if short { Stand::Lower } else { Stand::Upper };
        self.stand[incoming] = Stand::Basic;
        let (leaves, enters) = (self.member(out), self.member(incoming));
        self.kernel.exchange(leaves, enters, &self.work.rho, &self.work.alpha, again);
        Step::Done
    }

    /// Moves variables whose breakpoints were passed to their other bound; notes what the rows lose by it and
    /// what the basic columns move by.
    fn flip(&mut self, chosen: usize) {
        let work = &mut self.work;
        work.moved.clear();
        work.moved.resize(self.kernel.size(), 0.0);
        work.slacks.clear();
        work.slacks.resize(self.rows.len(), [0.0; 3]);
        if chosen == 0 {
            return;
        }
        for &(_, variable, _) in &work.candidates[..chosen] {
            let v = variable as usize;
            let width = self.upper[v] - self.lower[v];
            let moved = if self.stand[v] == Stand::Lower { width } else { -width };
            self.stand[v] = if moved > 0.0 { Stand::Upper } else { Stand::Lower };
            self.value[v] = if moved > 0.0 { self.upper[v] } else { self.lower[v] };
            if v < self.n {
                for &(row, a) in &self.columns[v] {
                    work.slacks[row as usize][2] -= a * moved;
                }
            } else {
                work.slacks[v - self.n][2] -= moved;
            }
        }
        work.at_kernel.clear();
        work.at_kernel.extend(self.kernel.rows.iter().map(|row| work.slacks[*row as usize][2]));
        self.kernel.times(&work.at_kernel, &mut work.moved);
    }

    /// The tableau's column of what enters, and what weights need, over the basic columns and the rows.
    fn tableau_column(&mut self, incoming: usize) {
        let work = &mut self.work;
        if incoming < self.n {
            self.kernel.times_column(&self.columns[incoming], &mut work.alpha);
            for &(row, a) in &self.columns[incoming] {
                work.slacks[row as usize][0] = a;
            }
        } else {
            self.kernel.times_column(&[((incoming - self.n) as u32, 1.0)], &mut work.alpha);
            work.slacks[incoming - self.n][0] = 1.0;
        }
        self.kernel.times(&work.rho, &mut work.tau);
        let size = self.kernel.size();
        let mut entries = 0;
        for (place, column) in self.kernel.columns.iter().enumerate() {
            if work.alpha[place].abs() <= TINY {
                work.alpha[place] = 0.0;
            }
            let (alpha, tau, moved) = (work.alpha[place], work.tau[place], work.moved[place]);
            let column = &self.columns[*column as usize];
            entries += column.len();
            for &(row, a) in column {
                let slack = &mut work.slacks[row as usize];
                slack[0] -= a * alpha;
                slack[1] -= a * tau;
                slack[2] -= a * moved;
            }
        }
        self.effort += (2 * size * size + 3 * entries + 2 * work.touched.len() + 8 * self.rows.len()) as u64;
    }

    /// Moves the basic variables: with those that went to their other bound, then until `out` is at `bound`.
    fn shift(&mut self, out: usize, incoming: usize, bound: f64, pivot: f64) {
        let work = &self.work;
        let moved = match self.member(out) {
            Member::Column(column) => self.kernel.place_of_column(column).map_or(0.0, |place| work.moved[place]),
            Member::Slack(row) => work.slacks[row][2],
        };
        let step = (self.value[out] + moved - bound) / pivot;
        for ((column, alpha), moved) in self.kernel.columns.iter().zip(&work.alpha).zip(&work.moved) {
            self.value[*column as usize] += moved - step * alpha;
        }
        for ((slack, value), stand) in work.slacks.iter().zip(&mut self.value[self.n..]).zip(&self.stand[self.n..]) {
            if *stand == Stand::Basic {
                *value += slack[2] - step * slack[0];
            }
        }
        self.value[incoming] += step;
        self.value[out] = bound;
    }

    /// Keeps the row of the basis inverse that shows that no point meets the rows.
    fn keep_ray(&mut self, out: usize, sign: f64) {
        let work = &mut self.work;
        work.ray.clear();
        work.ray.resize(self.rows.len(), 0.0);
        for (row, value) in self.kernel.rows.iter().zip(&work.rho) {
            work.ray[*row as usize] = value * sign;
        }
        if out >= self.n {
            work.ray[out - self.n] = sign;
        }
    }

    /// Dual steepest edge weights after the pivot.
    fn reweigh(&mut self, out: usize, incoming: usize, pivot: f64) {
        let work = &mut self.work;
        let norm = work.rho.iter().map(|value| value * value).sum::<f64>() + if out >= self.n { 1.0 } else { 0.0 };
        let better = |old: f64, alpha: f64, tau: f64| {
            let ratio = alpha / pivot;
            old - 2.0 * ratio * tau + ratio * ratio * norm
        };
        for ((column, alpha), tau) in self.kernel.columns.iter().zip(&work.alpha).zip(&work.tau) {
            if *alpha != 0.0 {
                let old = &mut self.weight[*column as usize];
                *old = better(*old, *alpha, *tau).max(1e-4);
            }
        }
        for ((slack, old), stand) in work.slacks.iter().zip(&mut self.weight[self.n..]).zip(&self.stand[self.n..]) {
            if slack[0] != 0.0 && *stand == Stand::Basic {
                *old = better(*old, slack[0], slack[1]).max(1.0);
            }
        }
        self.weight[incoming] = (norm / (pivot * pivot)).max(1e-4);
        self.weight[out] = 1.0;
    }
}

/// What became of a pivot.
enum Step {
    Done,
    Unbounded,
    Unsure,
}

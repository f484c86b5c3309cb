//! The bounded dual simplex: dual steepest edge, long-step ratio test.
//!
//! Every variable has a finite box, so any basis can be made dual feasible by
//! moving nonbasic variables to their other bound. There is no first phase.

use super::{Lp, Stand};

/// How far outside its box a basic variable may lie (rows are scaled to 1).
const PRIMAL: f64 = 1e-9;
/// The smallest pivot.
const PIVOT: f64 = 1e-9;
/// Pivots between factorings.
const REFACTOR: usize = 40;

/// How a solve ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The basis is optimal.
    Optimal,
    /// No point meets the rows; the duals hold the direction that shows it.
    Infeasible,
    /// The objective fell to the cutoff.
    Cutoff,
    /// The limit on pivots was reached: the duals still give a bound.
    Stalled,
}

impl Lp {
    /// Maximises from the present basis. Stops early when the maximum is sure
    /// to be at most `cutoff`, or after `most` pivots.
    pub(crate) fn solve(&mut self, cutoff: f64, most: usize) -> Outcome {
        let m = self.rows.len();
        let size = self.n + m;
        let work = &mut self.work;
        for list in [&mut work.by_row, &mut work.by_position, &mut work.rho, &mut work.alpha, &mut work.tau, &mut work.flips] {
            list.clear();
            list.resize(m, 0.0);
        }
        work.touched.clear();
        work.alpha_row.clear();
        work.alpha_row.resize(size, 0.0);
        if !self.fresh || self.factor.age() >= REFACTOR {
            self.refactor();
            self.price();
        }
        self.fresh = true;
        self.place();
        let mut made = 0;
        let mut restarts = 0;
        loop {
            if made % 8 == 0 && self.objective() <= cutoff {
                return Outcome::Cutoff;
            }
            let Some((position, short)) = self.leaving() else {
                if self.factor.age() > 0 && restarts < 3 {
                    // Confirm on fresh numbers before it is believed.
                    restarts += 1;
                    self.refactor();
                    self.price();
                    self.place();
                    if self.leaving().is_some() {
                        continue;
                    }
                }
                return Outcome::Optimal;
            };
            if made >= most {
                return Outcome::Stalled;
            }
            made += 1;
            self.pivots += 1;
            self.effort += 8 * (m as u64 + 20);
            if self.factor.age() >= REFACTOR {
                self.refactor();
                self.price();
                self.place();
                continue;
            }
            match self.pivot(position, short) {
                Step::Done => {}
                Step::Unbounded => return Outcome::Infeasible,
                Step::Unsure if restarts < 20 && self.factor.age() > 0 => {
                    restarts += 1;
                    self.refactor();
                    self.price();
                    self.place();
                }
                Step::Unsure => return Outcome::Stalled,
            }
        }
    }

    /// The direction that proves infeasibility, by row, unscaled.
    pub(crate) fn ray(&self, y: &mut Vec<f64>) {
        y.clear();
        y.extend(self.work.ray.iter().zip(&self.scale).map(|(value, scale)| value * scale));
    }

    /// The objective (maximised) at the present point.
    pub(crate) fn objective(&self) -> f64 {
        let mut sum = 0.0;
        for j in 0..self.n {
            match self.stand[j] {
                Stand::Upper => sum -= self.cost[j] * self.upper[j],
                Stand::Lower => sum -= self.cost[j] * self.lower[j],
                Stand::Basic => {}
            }
        }
        for (position, variable) in self.basis.iter().enumerate() {
            if (*variable as usize) < self.n {
                sum -= self.cost[*variable as usize] * self.value[position];
            }
        }
        sum
    }

    /// Computes the reduced costs of all nonbasic variables.
    fn price(&mut self) {
        let m = self.rows.len();
        let work = &mut self.work;
        for position in 0..m {
            let variable = self.basis[position] as usize;
            work.by_position[position] = if variable < self.n { self.cost[variable] } else { 0.0 };
        }
        self.factor.backward(&mut work.by_position, &mut work.by_row);
        let y = &work.by_row;
        for j in 0..self.n {
            let sum: f64 = self.columns[j].iter().map(|(row, a)| a * y[*row as usize]).sum();
            self.reduced[j] = if self.stand[j] == Stand::Basic { 0.0 } else { self.cost[j] - sum };
        }
        for (row, dual) in y.iter().enumerate() {
            let slack = self.n + row;
            self.reduced[slack] = if self.stand[slack] == Stand::Basic { 0.0 } else { -dual };
        }
    }

    /// Moves nonbasic variables to the bound their reduced cost asks for and
    /// computes the basic values.
    fn place(&mut self) {
        let m = self.rows.len();
        for variable in 0..self.n + m {
            match self.stand[variable] {
                Stand::Lower if self.reduced[variable] < 0.0 => self.stand[variable] = Stand::Upper,
                Stand::Upper if self.reduced[variable] > 0.0 => self.stand[variable] = Stand::Lower,
                _ => {}
            }
        }
        let b = &mut self.work.by_row;
        b.copy_from_slice(&self.rhs);
        for variable in 0..self.n + m {
            let at = match self.stand[variable] {
                Stand::Basic => continue,
                Stand::Lower => self.lower[variable],
                Stand::Upper => self.upper[variable],
            };
            if at != 0.0 {
                if variable < self.n {
                    for &(row, a) in &self.columns[variable] {
                        b[row as usize] -= a * at;
                    }
                } else {
                    b[variable - self.n] -= at;
                }
            }
        }
        self.factor.forward(b, &mut self.value);
    }

    /// The basic variable that is farthest outside its box for its weight, and
    /// whether it is too small.
    fn leaving(&self) -> Option<(usize, bool)> {
        let mut best = None;
        let mut most = 0.0;
        for (position, &variable) in self.basis.iter().enumerate() {
            let (v, value) = (variable as usize, self.value[position]);
            let (miss, short) = if value < self.lower[v] - PRIMAL {
                (self.lower[v] - value, true)
            } else if value > self.upper[v] + PRIMAL {
                (value - self.upper[v], false)
            } else {
                continue;
            };
            let merit = miss * miss / self.weight[v];
            if merit > most {
                most = merit;
                best = Some((position, short));
            }
        }
        best
    }

    /// The row of the tableau at `position`, into `alpha_row`.
    fn tableau_row(&mut self, position: usize) {
        let work = &mut self.work;
        work.by_position.fill(0.0);
        work.by_position[position] = 1.0;
        self.factor.backward(&mut work.by_position, &mut work.rho);
        for j in work.touched.drain(..) {
            work.alpha_row[j as usize] = 0.0;
        }
        for (row, &factor) in work.rho.iter().enumerate() {
            if factor.abs() > 1e-13 {
                for &(column, a) in &self.rows[row] {
                    let cell = &mut work.alpha_row[column as usize];
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
                work.alpha_row[slack] = factor;
                work.touched.push(slack as u32);
            }
        }
    }

    /// Chooses the entering variable: passes breakpoints as long as the dual
    /// objective still improves, then takes the largest pivot among the near.
    fn entering(&mut self, short: bool, miss: f64) -> Option<usize> {
        let work = &mut self.work;
        work.candidates.clear();
        for &variable in &work.touched {
            let v = variable as usize;
            let alpha = if short { -work.alpha_row[v] } else { work.alpha_row[v] };
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
        work.candidates.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut slope = miss;
        let mut last = None;
        for (at, &(_, variable, alpha)) in work.candidates.iter().enumerate() {
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
    fn pivot(&mut self, position: usize, short: bool) -> Step {
        let out = self.basis[position] as usize;
        let bound = if short { self.lower[out] } else { self.upper[out] };
        let miss = (self.value[position] - bound).abs();
        self.tableau_row(position);
        let Some(chosen) = self.entering(short, miss) else {
            if self.factor.age() > 0 {
                return Step::Unsure;
            }
            let sign = if short { 1.0 } else { -1.0 };
            self.work.ray.clear();
            self.work.ray.extend(self.work.rho.iter().map(|value| value * sign));
            return Step::Unbounded;
        };
        let incoming = self.work.candidates[chosen].1 as usize;
        let pivot = self.work.alpha_row[incoming];
        let b = &mut self.work.by_row;
        b.fill(0.0);
        if incoming < self.n {
            for &(row, a) in &self.columns[incoming] {
                b[row as usize] = a;
            }
        } else {
            b[incoming - self.n] = 1.0;
        }
        let mut alpha = std::mem::take(&mut self.work.alpha);
        self.factor.forward(&mut self.work.by_row, &mut alpha);
        if (alpha[position] - pivot).abs() > 1e-7 * (1.0 + pivot.abs()) && self.factor.age() > 0 {
            self.work.alpha = alpha;
            return Step::Unsure;
        }
        self.flip(chosen);
        // Values.
        let step = (self.value[position] - bound) / alpha[position];
        for (value, a) in self.value.iter_mut().zip(&alpha) {
            *value -= step * a;
        }
        let from = if self.stand[incoming] == Stand::Upper { self.upper[incoming] } else { self.lower[incoming] };
        self.value[position] = from + step;
        // Reduced costs.
        let theta = self.reduced[incoming] / pivot;
        for &variable in &self.work.touched {
            let v = variable as usize;
            if self.stand[v] != Stand::Basic {
                self.reduced[v] -= theta * self.work.alpha_row[v];
            }
        }
        self.reduced[out] = -theta;
        self.reduced[incoming] = 0.0;
        self.reweigh(position, &alpha, out, incoming);
        self.stand[out] = if short { Stand::Lower } else { Stand::Upper };
        self.stand[incoming] = Stand::Basic;
        self.basis[position] = incoming as u32;
        self.factor.replace(position, &alpha);
        self.work.alpha = alpha;
        self.mend_touched();
        Step::Done
    }

    /// Moves the variables whose breakpoints were passed to their other bound.
    fn flip(&mut self, chosen: usize) {
        if chosen == 0 {
            return;
        }
        self.work.by_row.fill(0.0);
        for at in 0..chosen {
            let v = self.work.candidates[at].1 as usize;
            let width = self.upper[v] - self.lower[v];
            let moved = if self.stand[v] == Stand::Lower { width } else { -width };
            self.stand[v] = if moved > 0.0 { Stand::Upper } else { Stand::Lower };
            if v < self.n {
                for &(row, a) in &self.columns[v] {
                    self.work.by_row[row as usize] += a * moved;
                }
            } else {
                self.work.by_row[v - self.n] += moved;
            }
        }
        self.factor.forward(&mut self.work.by_row, &mut self.work.flips);
        for (value, change) in self.value.iter_mut().zip(&self.work.flips) {
            *value -= change;
        }
    }

    /// Dual steepest edge weights after the pivot.
    fn reweigh(&mut self, position: usize, alpha: &[f64], out: usize, incoming: usize) {
        let work = &mut self.work;
        let norm: f64 = work.rho.iter().map(|value| value * value).sum();
        work.by_row.copy_from_slice(&work.rho);
        self.factor.forward(&mut work.by_row, &mut work.tau);
        let pivot = alpha[position];
        for (at, &variable) in self.basis.iter().enumerate() {
            if at != position && alpha[at] != 0.0 {
                let ratio = alpha[at] / pivot;
                let old = &mut self.weight[variable as usize];
                *old = (*old - 2.0 * ratio * work.tau[at] + ratio * ratio * norm).max(1e-4);
            }
        }
        self.weight[incoming] = (norm / (pivot * pivot)).max(1e-4);
        self.weight[out] = 1.0;
    }

    /// Rounds away reduced costs of the wrong sign that are mere noise.
    fn mend_touched(&mut self) {
        for &variable in &self.work.touched {
            let v = variable as usize;
            let wrong = match self.stand[v] {
                Stand::Basic => false,
                Stand::Lower => self.reduced[v] < 0.0,
                Stand::Upper => self.reduced[v] > 0.0,
            };
            if wrong && self.upper[v] > self.lower[v] && self.reduced[v].abs() < 1e-7 {
                self.reduced[v] = 0.0;
            }
        }
    }
}

/// What became of a pivot.
enum Step {
    Done,
    Unbounded,
    Unsure,
}

//! What follows from a basis: its kernel, reduced costs, values and weights.

use super::{Lp, Stand};

/// What a binding row may be off by before its values are refined, and before its kernel is made anew.
const REFINED: f64 = 1e-11;
const LOST: f64 = 1e-8;

impl Lp {
    /// Makes the kernel anew; what finds no pivot in it leaves the basis, or enters it.
    pub(super) fn refactor(&mut self) {
        let columns: Vec<u32> = (0..self.n as u32).filter(|c| self.stand[*c as usize] == Stand::Basic).collect();
        let rows: Vec<u32> = (0..self.rows.len() as u32).filter(|row| self.stand[self.n + *row as usize] != Stand::Basic).collect();
        let mut kernel = std::mem::take(&mut self.kernel);
        let (lost, loose) = kernel.invert(&self.sides(), &columns, &rows);
        self.kernel = kernel;
        for column in lost {
            self.stand[column as usize] = Stand::Lower;
        }
        for row in loose {
            self.stand[self.n + row as usize] = Stand::Basic;
            self.weigh_slack(row as usize);
        }
        self.effort += (self.kernel.size() * self.kernel.size()) as u64;
    }

    /// Computes the weights of all basic variables: the squared lengths of the basis inverse's rows.
    pub(super) fn weigh(&mut self) {
        for (place, column) in self.kernel.columns.iter().enumerate() {
            self.weight[*column as usize] = self.kernel.row(place).iter().map(|a| a * a).sum();
        }
        for row in 0..self.rows.len() {
            self.weigh_slack(row);
        }
    }

    /// Computes the weight of a row's slack, where that is basic.
    pub(super) fn weigh_slack(&mut self, row: usize) {
        if self.stand[self.n + row] == Stand::Basic {
            let sum = &mut self.work.at_kernel;
            sum.clear();
            sum.resize(self.kernel.size(), 0.0);
            self.kernel.add_rows(&self.rows[row], 1.0, sum);
            self.weight[self.n + row] = 1.0 + sum.iter().map(|a| a * a).sum::<f64>();
        }
    }

    /// Computes the reduced costs of all nonbasic variables.
    pub(super) fn price(&mut self) {
        let duals = &mut self.work.at_kernel;
        duals.clear();
        duals.resize(self.kernel.size(), 0.0);
        let costs: Vec<(u32, f64)> = self.kernel.columns.iter().map(|c| (*c, self.cost[*c as usize])).filter(|(_, a)| *a != 0.0).collect();
        self.kernel.add_rows(&costs, 1.0, duals);
        self.reduced[..self.n].copy_from_slice(&self.cost);
        self.reduced[self.n..].fill(0.0);
        for (row, dual) in self.kernel.rows.iter().zip(duals.iter()) {
            self.reduced[self.n + *row as usize] = -dual;
            if *dual != 0.0 {
                for &(column, a) in &self.rows[*row as usize] {
                    self.reduced[column as usize] -= dual * a;
                }
            }
        }
        for column in &self.kernel.columns {
            self.reduced[*column as usize] = 0.0;
        }
    }

    /// Makes the rows without the columns that cannot move, where those or the rows have changed.
    pub(super) fn enliven(&mut self) {
        if std::mem::take(&mut self.live.unpriced) && !self.stale {
            self.price();
        }
        if !std::mem::take(&mut self.live.old) {
            return;
        }
        self.live.start.clear();
        self.live.entries.clear();
        self.live.start.push(0);
        for row in &self.rows {
            self.live.entries.extend(row.iter().filter(|(c, _)| self.lower[*c as usize] < self.upper[*c as usize]));
            self.live.start.push(self.live.entries.len());
        }
    }

    /// Moves nonbasic variables to the bound their reduced cost asks for and computes the basic values.
    /// Says whether the kernel is still true to its programme.
    pub(super) fn place(&mut self) -> bool {
        let spent = &mut self.work.spent;
        spent.clear();
        spent.resize(self.rows.len(), 0.0);
        for variable in 0..self.stand.len() {
            self.stand[variable] = match self.stand[variable] {
                Stand::Basic => {
                    self.value[variable] = 0.0;
                    continue;
                }
                Stand::Lower if self.reduced[variable] < 0.0 => Stand::Upper,
                Stand::Upper if self.reduced[variable] > 0.0 => Stand::Lower,
                stand => stand,
            };
            let at = if self.stand[variable] == Stand::Upper { self.upper[variable] } else { self.lower[variable] };
            self.value[variable] = at;
            if at == 0.0 {
                continue;
            }
            if variable < self.n {
                for &(row, a) in &self.columns[variable] {
                    spent[row as usize] += a * at;
                }
            } else {
                spent[variable - self.n] += at;
            }
        }
        let mut off = f64::INFINITY;
        for _ in 0..3 {
            let left = &mut self.work.at_kernel;
            left.clear();
            left.extend(self.kernel.rows.iter().map(|row| self.rhs[*row as usize] - self.work.spent[*row as usize]));
            off = left.iter().fold(0.0, |most, v| v.abs().max(most));
            if off <= REFINED {
                break;
            }
            self.kernel.times(left, &mut self.work.moved);
            for (column, change) in self.kernel.columns.iter().zip(&self.work.moved) {
                self.value[*column as usize] += change;
                for &(row, a) in &self.columns[*column as usize] {
                    self.work.spent[row as usize] += a * change;
                }
            }
        }
        for row in 0..self.rows.len() {
            if self.stand[self.n + row] == Stand::Basic {
                self.value[self.n + row] = self.rhs[row] - self.work.spent[row];
            }
        }
        off <= LOST
    }
}

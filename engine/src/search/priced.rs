//! A choice under change that may miss demands at a price: one option, or none, of each initiative; the left
//! side of every row; what is broken; and what one change more would gain and cost.

use crate::program::{Column, Program};

/// No option, no synergy, no place.
pub(super) const NONE: u32 = u32::MAX;

/// A choice under change, with a price for each unit by which a row is broken.
pub(super) struct Priced<'p> {
    program: &'p Program,
    /// The option taken of each initiative.
    taken: Vec<u32>,
    /// The initiative of each pick.
    pub(super) initiative: Vec<u32>,
    /// The left side of each row, the columns of synergies being nought.
    sum: Vec<i64>,
    /// What a unit too much in a row costs, in value.
    pub(super) price: Vec<f64>,
    /// The column of the synergy that each row ties, if it does.
    synergy: Vec<u32>,
    /// The rows that do not hold, and where each row stands among them.
    broken: Vec<u32>,
    place: Vec<u32>,
    /// Value of the picks and of the synergies that are whole.
    value: i64,
    /// What was changed since it was last kept: the initiative and the option it had.
    changed: Vec<(u32, u32)>,
    /// Rows changed: a measure of work.
    pub(super) work: u64,
}

impl<'p> Priced<'p> {
    /// The choice of a point, or of nothing.
    pub(super) fn new(program: &'p Program, x: &[i64]) -> Self {
        let (columns, rows) = (program.columns.len(), program.rows.len());
        let mut synergy = vec![NONE; rows];
        for (c, _) in program.columns.iter().enumerate().filter(|(_, column)| matches!(column, Column::Together(_))) {
            for (row, _) in &program.by_column[c] {
                synergy[*row as usize] = c as u32;
            }
        }
        let mut initiative = vec![NONE; columns];
        for (i, picks) in program.picks.iter().enumerate() {
            for c in picks {
                initiative[*c as usize] = i as u32;
            }
        }
        let mut priced = Self {
            program,
            taken: vec![NONE; program.picks.len()],
            initiative,
            sum: vec![0; rows],
            price: vec![0.0; rows],
            synergy,
            broken: Vec::new(),
            place: vec![NONE; rows],
            value: 0,
            changed: Vec::new(),
            work: 0,
        };
        for row in 0..rows {
            priced.sort_in(row);
        }
        for (i, picks) in program.picks.iter().enumerate() {
            if let Some(c) = picks.iter().find(|c| x[**c as usize] == 1) {
                priced.change(i, *c);
            }
        }
        priced.keep();
        priced
    }

    /// Prices each row so that breaking it by what its columns draw in the mean costs `mean`.
    pub(super) fn price_by_size(&mut self, mean: f64) {
        for (price, row) in self.price.iter_mut().zip(&self.program.rows) {
            let size: i64 = row.terms.iter().map(|(_, a)| a.abs()).sum();
            *price = mean * row.terms.len() as f64 / size.max(1) as f64;
        }
    }

    /// The option taken of an initiative, or [`NONE`].
    pub(super) fn taken(&self, initiative: usize) -> u32 {
        self.taken[initiative]
    }

    /// The rows that do not hold.
    pub(super) fn broken(&self) -> &[u32] {
        &self.broken
    }

    /// The value of the choice, whatever is broken.
    pub(super) fn value(&self) -> i64 {
        self.value
    }

    /// The choice as a point; synergies are for the programme to fill in.
    pub(super) fn point(&self) -> Vec<i64> {
        let mut x = vec![0; self.program.columns.len()];
        for c in self.taken.iter().filter(|c| **c != NONE) {
            x[*c as usize] = 1;
        }
        x
    }

    /// What was changed since it was last kept: the initiative and the option it had.
    pub(super) fn changed(&self) -> &[(u32, u32)] {
        &self.changed
    }

    /// Keeps what was changed.
    pub(super) fn keep(&mut self) {
        self.changed.clear();
    }

    /// Takes back what was changed since it was last kept.
    pub(super) fn undo(&mut self) {
        while let Some((initiative, from)) = self.changed.pop() {
            self.change(initiative as usize, from);
            self.changed.pop();
        }
    }

    /// What taking option `to` (or [`NONE`]) of an initiative gains in value, and what more it costs in
    /// broken rows.
    pub(super) fn outcome(&self, initiative: usize, to: u32) -> (i64, f64) {
        let from = self.taken[initiative];
        let mut gain = self.worth(to) - self.worth(from);
        let mut cost = 0.0;
        each_change(self.rows_of(from), self.rows_of(to), |row, change| {
            if self.synergy[row] != NONE {
                gain += self.extra(row, change);
                return;
            }
            let most = self.program.rows[row].most;
            let (before, after) = ((self.sum[row] - most).max(0), (self.sum[row] + change - most).max(0));
            if before != after {
                cost += self.price[row] * (after - before) as f64;
            }
        });
        (gain, cost)
    }

    /// Takes option `to` (or none) of an initiative.
    pub(super) fn change(&mut self, initiative: usize, to: u32) {
        let from = std::mem::replace(&mut self.taken[initiative], to);
        self.changed.push((initiative as u32, from));
        let program = self.program;
        self.value += self.worth(to) - self.worth(from);
        each_change(rows_of(program, from), rows_of(program, to), |row, change| {
            if self.synergy[row] != NONE {
                self.value += self.extra(row, change);
            }
            self.sum[row] += change;
            self.work += 1;
            self.sort_in(row);
        });
    }

    /// Notes whether a row is broken.
    fn sort_in(&mut self, row: usize) {
        let broken = self.synergy[row] == NONE && self.sum[row] > self.program.rows[row].most;
        match (self.place[row], broken) {
            (NONE, true) => {
                self.place[row] = self.broken.len() as u32;
                self.broken.push(row as u32);
            }
            (at, false) if at != NONE => {
                self.place[row] = NONE;
                self.broken.swap_remove(at as usize);
                if let Some(moved) = self.broken.get(at as usize) {
                    self.place[*moved as usize] = at;
                }
            }
            _ => {}
        }
    }

    fn worth(&self, column: u32) -> i64 {
        if column == NONE { 0 } else { self.program.objective[column as usize] }
    }

    fn rows_of(&self, column: u32) -> &'p [(u32, i64)] {
        rows_of(self.program, column)
    }

    /// What a synergy gains or loses where one of the rows that tie it changes.
    fn extra(&self, row: usize, change: i64) -> i64 {
        let c = self.synergy[row] as usize;
        let whole = |change: i64| {
            self.program.by_column[c].iter().all(|&(k, a)| {
                let sum = self.sum[k as usize] + if k as usize == row { change } else { 0 };
                let most = self.program.rows[k as usize].most;
                if a > 0 { sum + a <= most } else { sum > most }
            })
        };
        let extra = self.program.objective[c];
        match (whole(0), whole(change)) {
            (false, true) => extra,
            (true, false) => -extra,
            _ => 0,
        }
    }
}

fn rows_of(program: &Program, column: u32) -> &[(u32, i64)] {
    if column == NONE { &[] } else { &program.by_column[column as usize] }
}

/// Each row in which one column in place of another makes a difference, and the difference. Both lists go by
/// ascending row.
fn each_change(from: &[(u32, i64)], to: &[(u32, i64)], mut see: impl FnMut(usize, i64)) {
    let (mut p, mut q) = (0, 0);
    while p < from.len() || q < to.len() {
        let left = from.get(p).map_or(u32::MAX, |(row, _)| *row);
        let right = to.get(q).map_or(u32::MAX, |(row, _)| *row);
        let row = left.min(right);
        let mut change = 0;
        if left == row {
            change -= from[p].1;
            p += 1;
        }
        if right == row {
            change += to[q].1;
            q += 1;
        }
        if change != 0 {
            see(row as usize, change);
        }
    }
}

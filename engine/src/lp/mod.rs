//! A small linear programme: boxed columns, rows `Σ a·x ≤ b`, maximised by a
//! bounded dual simplex that starts from any basis.
//!
//! Floating point lives here and in the cut finder only. What it says is never
//! believed: bounds are recomputed in integers from the duals (`bound.rs`).

mod dual;
mod kernel;
mod place;
mod work;

use kernel::{Kernel, Member, Sides};

pub(crate) use dual::Outcome;

/// Where a variable stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stand {
    Basic,
    Lower,
    Upper,
}

/// A basis to come back to: where each column and each row's slack stands.
#[derive(Debug, Clone)]
pub(crate) struct Basis {
    columns: Vec<Stand>,
    /// Nonbasic slacks, by the number of their row.
    rows: Vec<(u32, Stand)>,
}

impl Basis {
    /// The numbers of the rows that held the solution.
    pub(crate) fn tight(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter().map(|(number, _)| *number)
    }

    /// The same basis where rows have other numbers, or are no more.
    pub(crate) fn renumbered(&self, number: impl Fn(u32) -> Option<u32>) -> Self {
        let rows = self.rows.iter().filter_map(|(row, stand)| Some((number(*row)?, *stand)));
        Self { columns: self.columns.clone(), rows: rows.collect() }
    }
}

/// A state of the solver to go back to at once, as long as its rows are the same.
pub(crate) struct Mark {
    stand: Vec<Stand>,
    reduced: Vec<f64>,
    weight: Vec<f64>,
    kernel: Kernel,
    stale: bool,
}

/// The rows without the columns that cannot move, one after another: what a pivot goes through.
#[derive(Default)]
struct Live {
    start: Vec<usize>,
    entries: Vec<(u32, f64)>,
    /// Whether rows or what can move have changed.
    old: bool,
    /// Whether a column can move again, whose reduced cost no pivot kept up to date.
    unpriced: bool,
}

/// The linear programme and its basis. Variables are the columns, then one
/// slack per row: `row·x + slack = rhs`.
pub(crate) struct Lp {
    n: usize,
    columns: Vec<Vec<(u32, f64)>>,
    rows: Vec<Vec<(u32, f64)>>,
    rhs: Vec<f64>,
    scale: Vec<f64>,
    /// The caller's number of each row, and the row of each number.
    number: Vec<u32>,
    row_of: Vec<u32>,
    /// Costs to be minimised: the objective with its sign turned.
    cost: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    stand: Vec<Stand>,
    value: Vec<f64>,
    reduced: Vec<f64>,
    /// Dual steepest edge weights of the basic variables.
    weight: Vec<f64>,
    kernel: Kernel,
    /// Whether the kernel and all that follows from it must be made anew.
    stale: bool,
    live: Live,
    pub(crate) pivots: u64,
    /// Coefficients that the pivots went through: a measure of effort that is the same on every machine.
    pub(crate) effort: u64,
    work: work::Work,
}

impl Lp {
    /// A programme without rows. `objective` is maximised over the box.
    pub(crate) fn new(objective: &[f64], lower: &[f64], upper: &[f64]) -> Self {
        let n = objective.len();
        Self {
            n,
            columns: vec![Vec::new(); n],
            rows: Vec::new(),
            rhs: Vec::new(),
            scale: Vec::new(),
            number: Vec::new(),
            row_of: Vec::new(),
            cost: objective.iter().map(|c| -c).collect(),
            lower: lower.to_vec(),
            upper: upper.to_vec(),
            stand: vec![Stand::Lower; n],
            value: vec![0.0; n],
            reduced: vec![0.0; n],
            weight: vec![1.0; n],
            kernel: Kernel::default(),
            stale: true,
            live: Live::default(),
            pivots: 0,
            effort: 0,
            work: work::Work::default(),
        }
    }

    /// Adds `Σ terms ≤ rhs` under a number of the caller's; `range` is the most the
    /// slack can be.
    pub(crate) fn add_row(&mut self, number: u32, terms: &[(u32, f64)], rhs: f64, range: f64) {
        let largest = terms.iter().map(|(_, a)| a.abs()).fold(0.0, f64::max);
        let scale = if largest > 0.0 { (-largest.log2().round()).exp2() } else { 1.0 };
        let row = self.rows.len() as u32;
        for &(column, a) in terms {
            self.columns[column as usize].push((row, a * scale));
        }
        self.rows.push(terms.iter().map(|(column, a)| (*column, a * scale)).collect());
        self.rhs.push(rhs * scale);
        self.scale.push(scale);
        self.number.push(number);
        if self.row_of.len() <= number as usize {
            self.row_of.resize(number as usize + 1, u32::MAX);
        }
        self.row_of[number as usize] = row;
        self.lower.push(0.0);
        self.upper.push((range * scale).max(0.0));
        self.stand.push(Stand::Basic);
        self.value.push(0.0);
        self.reduced.push(0.0);
        self.weight.push(1.0);
        self.live.old = true;
        if !self.stale {
            self.kernel.add_row();
            self.weigh_slack(row as usize);
        }
    }

    /// Takes out the rows for which `keep` is false; where one of them binds the
    /// basis is mended.
    pub(crate) fn keep_rows(&mut self, keep: &[bool]) {
        let n = self.n;
        let old = self.rows.len();
        let mut moved = vec![u32::MAX; old];
        let mut next = 0;
        let binding = |row: usize| self.stand[n + row] != Stand::Basic;
        self.stale |= (0..old).any(|row| !keep[row] && binding(row));
        for row in 0..old {
            if keep[row] {
                moved[row] = next as u32;
                self.rows.swap(next, row);
                self.rhs.swap(next, row);
                self.scale.swap(next, row);
                self.number.swap(next, row);
                self.lower.swap(n + next, n + row);
                self.upper.swap(n + next, n + row);
                self.stand.swap(n + next, n + row);
                self.weight.swap(n + next, n + row);
                self.reduced.swap(n + next, n + row);
                self.value.swap(n + next, n + row);
                next += 1;
            }
        }
        self.rows.truncate(next);
        self.rhs.truncate(next);
        self.scale.truncate(next);
        self.number.truncate(next);
        self.row_of.fill(u32::MAX);
        for (row, number) in self.number.iter().enumerate() {
            self.row_of[*number as usize] = row as u32;
        }
        for list in [&mut self.lower, &mut self.upper, &mut self.weight, &mut self.reduced, &mut self.value] {
            list.truncate(n + next);
        }
        self.stand.truncate(n + next);
        for column in &mut self.columns {
            column.retain_mut(|(row, _)| {
                *row = moved[*row as usize];
                *row != u32::MAX
            });
        }
        self.live.old = true;
        if !self.stale {
            self.kernel.renumber(&moved, next);
        }
    }

    /// The basis, to come back to.
    pub(crate) fn snapshot(&self) -> Basis {
        let slacks = &self.stand[self.n..];
        let rows = self.number.iter().zip(slacks).filter(|(_, stand)| **stand != Stand::Basic);
        Basis { columns: self.stand[..self.n].to_vec(), rows: rows.map(|(number, stand)| (*number, *stand)).collect() }
    }

    /// Goes back to a basis; rows added since then get basic slacks, and what hung
    /// on rows that are gone is mended.
    pub(crate) fn restore(&mut self, basis: &Basis) {
        self.stand[..self.n].copy_from_slice(&basis.columns);
        self.stand[self.n..].fill(Stand::Basic);
        for &(number, stand) in &basis.rows {
            if let Some(row) = self.row_of.get(number as usize).filter(|row| **row != u32::MAX) {
                self.stand[self.n + *row as usize] = stand;
            }
        }
        self.stale = true;
    }

    /// Marks the present state.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            stand: self.stand.clone(),
            reduced: self.reduced.clone(),
            weight: self.weight.clone(),
            kernel: self.kernel.clone(),
            stale: self.stale,
        }
    }

    /// Goes back to a mark made with the same rows.
    pub(crate) fn rewind(&mut self, mark: &Mark) {
        self.stand.clone_from(&mark.stand);
        self.reduced.clone_from(&mark.reduced);
        self.weight.clone_from(&mark.weight);
        self.kernel.copy_from(&mark.kernel);
        self.stale = mark.stale;
    }

    /// Sets the box of a column.
    pub(crate) fn set_box(&mut self, column: usize, lower: f64, upper: f64) {
        let (was, is) = (self.lower[column] == self.upper[column], lower == upper);
        self.live.old |= was != is;
        self.live.unpriced |= was && !is;
        self.lower[column] = lower;
        self.upper[column] = upper;
    }

    /// The value of every column.
    pub(crate) fn solution(&self, x: &mut Vec<f64>) {
        x.clear();
        x.extend_from_slice(&self.value[..self.n]);
    }

    /// Whether a row's slack is basic: the row does not hold the solution.
    pub(crate) fn is_loose(&self, row: usize) -> bool {
        self.stand[self.n + row] == Stand::Basic
    }

    /// The dual value of each row (≥ 0 where the row binds), unscaled.
    pub(crate) fn duals(&self, y: &mut Vec<f64>) {
        y.clear();
        y.extend(
            (0..self.rows.len())
                .map(|row| if self.stand[self.n + row] == Stand::Basic { 0.0 } else { self.reduced[self.n + row] * self.scale[row] }),
        );
    }

    fn member(&self, variable: usize) -> Member {
        if variable < self.n { Member::Column(variable) } else { Member::Slack(variable - self.n) }
    }

    fn sides(&self) -> Sides<'_> {
        Sides { columns: &self.columns, rows: &self.rows }
    }
}

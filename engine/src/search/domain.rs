//! The boxes of the columns during search, tightened by propagation.

use crate::program::Program;

/// The box of each column and the least each row can be within it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Domain {
    pub(crate) lower: Vec<i64>,
    pub(crate) upper: Vec<i64>,
    least: Vec<i64>,
    queue: Vec<u32>,
    queued: Vec<bool>,
}

/// The box holds no point that meets the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Empty;

impl Domain {
    /// The programme's own box, propagated.
    pub(crate) fn new(program: &Program) -> Result<Self, Empty> {
        let (lower, upper) = (program.lower.clone(), program.upper.clone());
        let least = program.rows.iter().map(|row| program.least(row, &lower, &upper)).collect();
        let rows = program.rows.len();
        let queue = (0..rows as u32).collect();
        let mut domain = Self { lower, upper, least, queue, queued: vec![true; rows] };
        domain.propagate(program)?;
        Ok(domain)
    }

    /// Takes over another domain without allocating.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.lower.clone_from(&other.lower);
        self.upper.clone_from(&other.upper);
        self.least.clone_from(&other.least);
        self.queue.clear();
        self.queued.clear();
        self.queued.resize(other.queued.len(), false);
    }

    /// Whether a column can take one value only.
    pub(crate) fn fixed(&self, column: usize) -> bool {
        self.lower[column] == self.upper[column]
    }

    /// Narrows a column's box; rows touched are queued for propagation.
    pub(crate) fn narrow(&mut self, program: &Program, column: usize, lower: i64, upper: i64) -> Result<(), Empty> {
        let lower = lower.max(self.lower[column]);
        let upper = upper.min(self.upper[column]);
        if lower > upper {
            return Err(Empty);
        }
        let (rise, fall) = (lower - self.lower[column], self.upper[column] - upper);
        if rise == 0 && fall == 0 {
            return Ok(());
        }
        (self.lower[column], self.upper[column]) = (lower, upper);
        for &(row, a) in &program.by_column[column] {
            let change = if a > 0 { a * rise } else { -a * fall };
            if change > 0 {
                self.least[row as usize] += change;
                if !self.queued[row as usize] {
                    self.queued[row as usize] = true;
                    self.queue.push(row);
                }
            }
        }
        Ok(())
    }

    /// Tightens boxes until no row says more.
    pub(crate) fn propagate(&mut self, program: &Program) -> Result<(), Empty> {
        while let Some(row) = self.queue.pop() {
            self.queued[row as usize] = false;
            let Row { terms, most } = &program.rows[row as usize];
            let spare = *most - self.least[row as usize];
            if spare < 0 {
                return Err(Empty);
            }
            for &(column, a) in terms {
                let c = column as usize;
                let width = self.upper[c] - self.lower[c];
                if width > 0 && a.abs() * width > spare {
                    let steps = spare / a.abs();
                    if a > 0 {
                        self.narrow(program, c, i64::MIN, self.lower[c] + steps)?;
                    } else {
                        self.narrow(program, c, self.upper[c] - steps, i64::MAX)?;
                    }
                }
            }
        }
        Ok(())
    }
}

use crate::program::Row;

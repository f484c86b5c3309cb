//! The integer programme behind a question: columns, rows `Σ a·x ≤ most`, and
//! which rows form a block of their own.

use crate::demand::Demand;

/// A row: `Σ terms ≤ most`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Row {
    pub(crate) terms: Vec<(u32, i64)>,
    pub(crate) most: i64,
}

/// What a column stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// Option `.1` of initiative `.0` is chosen.
    Pick(u32, u32),
    /// All members of a synergy are chosen; the rule's index.
    Together(u32),
    /// By how much a demand is missed (elastic only).
    Miss(Demand),
    /// The greatest regret (minimax regret only).
    Worst,
}

/// Why a row is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// At most one option of this initiative.
    OneOption(u32),
    /// A demand of the instance.
    Demand(Demand),
    /// What ties a synergy's column to its members.
    Together(u32),
    /// What is missed of a kind may not grow (elastic only).
    Level,
}

/// An integer programme, to be maximised.
#[derive(Debug, Clone, Default)]
pub(crate) struct Program {
    pub(crate) columns: Vec<Column>,
    pub(crate) objective: Vec<i64>,
    pub(crate) lower: Vec<i64>,
    pub(crate) upper: Vec<i64>,
    pub(crate) rows: Vec<Row>,
    pub(crate) origin: Vec<Origin>,
    /// (row, coefficient) by column.
    pub(crate) by_column: Vec<Vec<(u32, i64)>>,
    /// Rows of each fund and of each role.
    pub(crate) blocks: Vec<Vec<u32>>,
    /// Columns of each initiative, by its index in the instance.
    pub(crate) picks: Vec<Vec<u32>>,
}

impl Program {
    pub(crate) fn add_column(&mut self, column: Column, objective: i64, upper: i64) -> u32 {
        self.columns.push(column);
        self.objective.push(objective);
        self.lower.push(0);
        self.upper.push(upper);
        self.by_column.push(Vec::new());
        (self.columns.len() - 1) as u32
    }

    /// Adds a row; terms of one column are added up.
    pub(crate) fn add_row(&mut self, mut terms: Vec<(u32, i64)>, most: i64, origin: Origin) -> u32 {
        terms.sort_unstable_by_key(|term| term.0);
        terms.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        terms.retain(|term| term.1 != 0);
        let row = self.rows.len() as u32;
        for &(column, a) in &terms {
            self.by_column[column as usize].push((row, a));
        }
        self.rows.push(Row { terms, most });
        self.origin.push(origin);
        row
    }

    /// The same columns with only the rows that `keep` wants.
    pub(crate) fn with_rows(&self, keep: impl Fn(&Origin) -> bool) -> Self {
        let mut part = Self {
            columns: self.columns.clone(),
            objective: self.objective.clone(),
            lower: self.lower.clone(),
            upper: self.upper.clone(),
            by_column: vec![Vec::new(); self.columns.len()],
            picks: self.picks.clone(),
            ..Self::default()
        };
        let mut moved = vec![None; self.rows.len()];
        for (index, (row, origin)) in self.rows.iter().zip(&self.origin).enumerate() {
            if keep(origin) {
                moved[index] = Some(part.add_row(row.terms.clone(), row.most, *origin));
            }
        }
        part.blocks = self.blocks.iter().map(|rows| rows.iter().filter_map(|row| moved[*row as usize]).collect()).collect();
        part
    }

    /// The least a row's left side can be within the box.
    pub(crate) fn least(&self, row: &Row, lower: &[i64], upper: &[i64]) -> i64 {
        row.terms.iter().map(|&(c, a)| a * if a > 0 { lower[c as usize] } else { upper[c as usize] }).sum()
    }

    /// Fills in the columns that follow from the picks: synergies and misses.
    pub(crate) fn complete(&self, x: &mut [i64]) {
        for (c, column) in self.columns.iter().enumerate() {
            if !matches!(column, Column::Pick(..)) {
                x[c] = 0;
            }
        }
        for (c, column) in self.columns.iter().enumerate() {
            let needed = |row: u32, a: i64, x: &[i64]| {
                let row = &self.rows[row as usize];
                let sum: i64 = row.terms.iter().map(|&(k, a)| a * x[k as usize]).sum();
                // How far the column must move for the row to hold.
                if a < 0 { ((sum - row.most) + (-a) - 1).div_euclid(-a) } else { 0 }
            };
            match column {
                Column::Pick(..) => {}
                Column::Miss(_) | Column::Worst => {
                    // A row that caps misses has them with a positive coefficient.
                    let most = self.by_column[c].iter().filter(|(_, a)| *a < 0).map(|&(row, a)| needed(row, a, x));
                    x[c] = most.max().unwrap_or(0).max(0);
                }
                Column::Together(_) => {
                    let all = self.by_column[c].iter().all(|&(row, a)| {
                        let row = &self.rows[row as usize];
                        let sum: i64 = row.terms.iter().map(|&(k, a)| a * x[k as usize]).sum();
                        if a > 0 { sum + a <= row.most } else { sum > row.most }
                    });
                    x[c] = i64::from(all);
                }
            }
        }
    }

    /// The value of a point that meets every row, or none.
    pub(crate) fn worth(&self, x: &[i64]) -> Option<i64> {
        let inside = x.iter().enumerate().all(|(c, v)| (self.lower[c]..=self.upper[c]).contains(v));
        let met = inside && self.rows.iter().all(|row| row.terms.iter().map(|&(c, a)| a * x[c as usize]).sum::<i64>() <= row.most);
        met.then(|| self.objective.iter().zip(x).map(|(c, v)| c * v).sum())
    }

    /// The step between possible values: the greatest common divisor of the
    /// objective.
    pub(crate) fn step(&self) -> i64 {
        let mut divisor = 0i64;
        for &value in &self.objective {
            let (mut a, mut b) = (divisor, value.abs());
            while b != 0 {
                (a, b) = (b, a % b);
            }
            divisor = a;
        }
        divisor.max(1)
    }
}

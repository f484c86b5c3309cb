//! A choice under change: the left side of every row, what is broken, and what it is worth, kept up to date
//! move by move, with the way back.

use super::dice::Dice;
use crate::demand::Demand;
use crate::program::{Column, Origin, Program};

/// A choice under change.
pub(super) struct State<'p> {
    program: &'p Program,
    x: Vec<i64>,
    /// The left side of each row, the columns of synergies being nought.
    sum: Vec<i64>,
    /// Rows that bind picks and do not hold.
    broken: usize,
    /// Value of the picks and of the synergies that are whole.
    value: i64,
    /// The column of the synergy that each row ties, if it does.
    synergy: Vec<u32>,
    whole: Vec<bool>,
    touched: Vec<u32>,
    /// Columns whose value was changed since the last [`State::keep`], in order.
    changed: Vec<u32>,
    /// Rows looked at: a measure of work.
    pub(super) work: u64,
}

/// No synergy is tied by a row.
const NONE: u32 = u32::MAX;

impl<'p> State<'p> {
    pub(super) fn new(program: &'p Program, x: &[i64]) -> Self {
        let rows = program.rows.len();
        let mut synergy = vec![NONE; rows];
        for (c, column) in program.columns.iter().enumerate() {
            if matches!(column, Column::Together(_)) {
                for (row, _) in &program.by_column[c] {
                    synergy[*row as usize] = c as u32;
                }
            }
        }
        let columns = program.columns.len();
        let broken = (0..rows).filter(|row| synergy[*row] == NONE && program.rows[*row].most < 0).count();
        let mut state = Self {
            program,
            x: vec![0; columns],
            sum: vec![0; rows],
            broken,
            value: 0,
            synergy,
            whole: vec![false; columns],
            touched: (0..columns as u32).filter(|c| matches!(program.columns[*c as usize], Column::Together(_))).collect(),
            changed: Vec::new(),
            work: 0,
        };
        for (c, (column, value)) in program.columns.iter().zip(x).enumerate() {
            if matches!(column, Column::Pick(..)) && *value != 0 {
                state.set(c as u32, *value);
            }
        }
        state.keep();
        state
    }

    pub(super) fn has(&self, column: u32) -> bool {
        self.x[column as usize] == 1
    }

    /// The picks; synergies are for the programme to fill in.
    pub(super) fn point(&self) -> &[i64] {
        &self.x
    }

    /// What the choice is worth, where it meets every row.
    pub(super) fn worth(&mut self) -> Option<i64> {
        for c in std::mem::take(&mut self.touched) {
            let holds = |&(row, a): &(u32, i64)| {
                let (sum, most) = (self.sum[row as usize], self.program.rows[row as usize].most);
                if a > 0 { sum + a <= most } else { sum > most }
            };
            let whole = self.program.by_column[c as usize].iter().all(holds);
            if whole != self.whole[c as usize] {
                self.whole[c as usize] = whole;
                let extra = self.program.objective[c as usize];
                self.value += if whole { extra } else { -extra };
            }
        }
        (self.broken == 0).then_some(self.value)
    }

    /// Keeps what was changed.
    pub(super) fn keep(&mut self) {
        self.changed.clear();
    }

    /// Takes back what was changed since it was last kept.
    pub(super) fn undo(&mut self) {
        while let Some(column) = self.changed.pop() {
            let back = 1 - self.x[column as usize];
            self.set(column, back);
            self.changed.pop();
        }
    }

    fn set(&mut self, column: u32, value: i64) {
        let c = column as usize;
        let change = value - self.x[c];
        self.x[c] = value;
        self.value += change * self.program.objective[c];
        self.changed.push(column);
        self.work += self.program.by_column[c].len() as u64;
        for &(row, a) in &self.program.by_column[c] {
            let r = row as usize;
            let before = self.sum[r];
            self.sum[r] += a * change;
            if self.synergy[r] != NONE {
                self.touched.push(self.synergy[r]);
                continue;
            }
            let most = self.program.rows[r].most;
            match (before > most, self.sum[r] > most) {
                (false, true) => self.broken += 1,
                (true, false) => self.broken -= 1,
                _ => {}
            }
        }
    }

    /// Takes a column in where every row it adds to still holds.
    pub(super) fn add_column(&mut self, column: u32) -> bool {
        let rows = &self.program.by_column[column as usize];
        self.work += 2;
        let fits = rows.iter().all(|&(row, a)| {
            a <= 0 || self.synergy[row as usize] != NONE || self.sum[row as usize] + a <= self.program.rows[row as usize].most
        });
        if fits {
            self.set(column, 1);
        }
        fits
    }

    /// Takes a column out, and whatever cannot stay without it.
    pub(super) fn drop_column(&mut self, column: u32) {
        let mut stack = vec![column];
        while let Some(column) = stack.pop() {
            if !self.has(column) {
                continue;
            }
            self.set(column, 0);
            for &(row, a) in &self.program.by_column[column as usize] {
                let Origin::Demand(Demand::Rule(_)) = self.program.origin[row as usize] else { continue };
                let held = &self.program.rows[row as usize];
                if a < 0 && self.sum[row as usize] > held.most {
                    let leaning = held.terms.iter().filter(|(c, a)| *a > 0 && self.has(*c));
                    stack.extend(leaning.map(|(c, _)| *c));
                }
            }
        }
    }

    /// A chosen column that shares a row with this one.
    pub(super) fn neighbour(&self, column: u32, dice: &mut Dice) -> Option<u32> {
        let rows = &self.program.by_column[column as usize];
        let (row, _) = rows.get(dice.below(rows.len()))?;
        let terms = &self.program.rows[*row as usize].terms;
        let from = dice.below(terms.len());
        let found = (0..terms.len()).map(|at| terms[(from + at) % terms.len()].0).find(|c| self.has(*c) && *c != column);
        found.filter(|c| matches!(self.program.columns[*c as usize], Column::Pick(..)))
    }

    /// The columns taken out since it was last kept.
    pub(super) fn dropped(&self) -> &[u32] {
        &self.changed
    }
}

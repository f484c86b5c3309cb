//! The relaxation: rows taken in when they are violated, cuts, and bounds that
//! are recomputed in integers.

use std::sync::Arc;

use super::domain::{Domain, Empty};
use super::{Known, Search, Source};
use crate::bound::{Safe, proves_empty, safe_bound};
use crate::cuts::Cut;
use crate::lp::{Basis, Outcome};
use crate::program::{Origin, Row};

/// What a relaxation says about a box.
pub(super) enum Relaxed {
    /// Nothing in the box is worth having.
    Pruned,
    /// A bound was found; the point is in `Search::x`.
    Bounded(i64),
}

/// Violated by more than this (rows scaled to their largest coefficient).
const VIOLATION: f64 = 1e-6;
/// A known cut is taken in again when it is violated by more than this.
const CUT_VIOLATION: f64 = 1e-2;
/// Rows that may come in before loose ones are dropped.
const MORE_ROWS: usize = 60;
/// Rows taken in at once.
const ROWS_AT_ONCE: usize = 200;
/// Pivots in one solve.
const PIVOTS: usize = 50_000;

impl Search<'_> {
    fn add_lp_row(&mut self, row: Arc<Row>, source: Source) {
        let terms: Vec<(u32, f64)> = row.terms.iter().map(|(c, a)| (*c, *a as f64)).collect();
        let range = row.most - self.program.least(&row, &self.program.lower, &self.program.upper);
        self.lp.add_row(source.number(), &terms, row.most as f64, range as f64);
        self.rows.push(row);
        self.source.push(source);
    }

    pub(super) fn add_program_row(&mut self, index: usize) {
        if !self.present[index] {
            self.present[index] = true;
            self.add_lp_row(Arc::new(self.program.rows[index].clone()), Source::Program(index as u32));
        }
    }

    /// Takes a known cut into the relaxation.
    fn add_known(&mut self, index: usize) {
        let cut = &mut self.known[index];
        if !cut.present {
            cut.present = true;
            let row = cut.row.clone();
            self.add_lp_row(row, Source::Cut(index as u32));
        }
    }

    /// Notes a cut and takes it into the relaxation.
    fn add_cut(&mut self, cut: Cut) {
        self.known.push(Known { row: Arc::new(cut.row), block: cut.block, present: false });
        self.add_known(self.known.len() - 1);
    }

    /// Goes back to a basis, with the rows that held its solution.
    pub(super) fn go_back(&mut self, basis: &Basis) {
        for number in basis.tight() {
            match Source::of(number) {
                Source::Program(index) => self.add_program_row(index as usize),
                Source::Cut(index) => self.add_known(index as usize),
            }
        }
        self.lp.restore(basis);
        self.drop_loose_when_many();
    }

    /// Gives the linear programme the boxes of a domain.
    pub(super) fn set_boxes(&mut self, domain: &Domain) {
        for c in 0..domain.lower.len() {
            self.lp.set_box(c, domain.lower[c] as f64, domain.upper[c] as f64);
        }
    }

    /// The bound of a box: solves, takes in violated rows, and proves.
    pub(super) fn relax(&mut self, domain: &mut Domain, known: i64) -> Relaxed {
        let mut bound = known;
        let mut pass = 0;
        loop {
            pass += 1;
            self.set_boxes(domain);
            let cutoff = self.cutoff().map_or(f64::NEG_INFINITY, |c| (c as f64 + 0.5) * self.scale);
            let control = self.control;
            let mut outcome = self.lp.solve(cutoff, PIVOTS, &|| control.over());
            if outcome == Outcome::Infeasible {
                let mut ray = std::mem::take(&mut self.y);
                self.lp.ray(&mut ray);
                let rows = self.rows.iter().map(|row| &**row);
                let empty = proves_empty(self.program.columns.len(), rows, &ray, &domain.lower, &domain.upper);
                self.y = ray;
                if empty {
                    return Relaxed::Pruned;
                }
                self.lp.solution(&mut self.x);
                return Relaxed::Bounded(bound);
            }
            let mut safe = self.prove(domain);
            if outcome == Outcome::Cutoff && safe.as_ref().is_none_or(|s| !self.settled(s.bound)) {
                outcome = self.lp.solve(f64::NEG_INFINITY, PIVOTS, &|| control.over());
                if outcome == Outcome::Infeasible {
                    continue;
                }
                safe = self.prove(domain);
            }
            if let Some(safe) = &safe {
                bound = bound.min(safe.bound);
                if self.settled(bound) {
                    return Relaxed::Pruned;
                }
                if self.fix_by_reduced_cost(domain, safe).is_err() {
                    return Relaxed::Pruned;
                }
            }
            self.lp.solution(&mut self.x);
            let outside = |(c, v): (usize, &f64)| *v < domain.lower[c] as f64 - VIOLATION || *v > domain.upper[c] as f64 + VIOLATION;
            if outcome == Outcome::Optimal && self.x.iter().enumerate().any(outside) {
                continue;
            }
            if self.take_in_violated(pass == 1) == 0 || outcome == Outcome::Stalled {
                return Relaxed::Bounded(bound);
            }
        }
    }

    /// The exact bound from the present duals.
    pub(super) fn prove(&mut self, domain: &Domain) -> Option<Safe> {
        let mut y = std::mem::take(&mut self.y);
        self.lp.duals(&mut y);
        for value in &mut y {
            *value /= self.scale;
        }
        let rows = self.rows.iter().map(|row| &**row);
        let safe = safe_bound(&self.program.objective, rows, &y, &domain.lower, &domain.upper);
        self.y = y;
        safe
    }

    /// What each column is worth beyond what it draws, by the present duals; the place of an initiative, of which
    /// there is one for all its options, is not paid for.
    pub(super) fn merit(&mut self, domain: &Domain) -> Option<Vec<f64>> {
        let safe = self.prove(domain)?;
        let unit = (1u64 << safe.shift) as f64;
        let mut merit: Vec<f64> = safe.reduced.iter().map(|reduced| *reduced as f64 / unit).collect();
        for ((row, source), dual) in self.rows.iter().zip(&self.source).zip(&self.y) {
            if let Source::Program(index) = source
                && matches!(self.program.origin[*index as usize], Origin::OneOption(_))
            {
                for (c, a) in &row.terms {
                    merit[*c as usize] += dual.max(0.0) * *a as f64;
                }
            }
        }
        Some(merit)
    }

    /// Fixes columns whose other bound would cost more than there is to gain.
    pub(super) fn fix_by_reduced_cost(&self, domain: &mut Domain, safe: &Safe) -> Result<bool, Empty> {
        let Some(cutoff) = self.cutoff() else { return Ok(false) };
        // A point must reach cutoff + 1 to be worth having.
        let target = i128::from(cutoff + 1) << safe.shift;
        let spare = safe.exact - target;
        let mut changed = false;
        for (c, reduced) in safe.reduced.iter().enumerate() {
            let (lower, upper) = (domain.lower[c], domain.upper[c]);
            if lower == upper || reduced.abs() <= spare {
                continue;
            }
            let steps = if spare < 0 { -1 } else { i64::try_from(spare / reduced.abs()).unwrap_or(i64::MAX) };
            if steps < 0 {
                return Err(Empty);
            }
            changed = true;
            if *reduced > 0 {
                domain.narrow(self.program, c, upper.saturating_sub(steps), i64::MAX)?;
            } else {
                domain.narrow(self.program, c, i64::MIN, lower.saturating_add(steps))?;
            }
        }
        self.fix_by_ceilings(domain)?;
        domain.propagate(self.program)?;
        Ok(changed)
    }

    /// Takes in the rows of the programme that the point violates most, and on the
    /// `first` pass over a box known cuts too.
    fn take_in_violated(&mut self, first: bool) -> usize {
        let over = |row: &Row| {
            let (mut largest, mut sum) = (1.0f64, 0.0);
            for &(c, a) in &row.terms {
                sum += a as f64 * self.x[c as usize];
                largest = largest.max(a.abs() as f64);
            }
            (sum - row.most as f64) / largest
        };
        let mut violated: Vec<(f64, Source)> = Vec::new();
        for (index, row) in self.program.rows.iter().enumerate() {
            if !self.present[index] {
                violated.push((over(row), Source::Program(index as u32)));
            }
        }
        violated.retain(|(over, _)| *over > VIOLATION);
        for (index, cut) in self.known.iter().enumerate() {
            if !cut.present {
                let over = over(&cut.row);
                if first && over > CUT_VIOLATION {
                    violated.push((over, Source::Cut(index as u32)));
                }
            }
        }
        violated.sort_by(|a, b| b.0.total_cmp(&a.0));
        violated.truncate(ROWS_AT_ONCE);
        for (_, source) in &violated {
            match *source {
                Source::Program(index) => self.add_program_row(index as usize),
                Source::Cut(index) => self.add_known(index as usize),
            }
        }
        violated.len()
    }

    /// One round of cuts at the present point. Gives how many were found.
    pub(super) fn separate(&mut self) -> usize {
        let mut cuts = Vec::new();
        for (index, block) in self.blocks.iter().enumerate() {
            if let Some(block) = block {
                cuts.extend(self.finder.find(block, index as u32, &self.x));
            }
        }
        let count = cuts.len();
        for cut in cuts {
            self.add_cut(cut);
        }
        count
    }

    /// Drops rows that do not hold the solution once they are many.
    pub(super) fn drop_loose_when_many(&mut self) {
        if self.rows.len() > self.firm_rows + MORE_ROWS {
            self.drop_loose_rows();
            self.firm_rows = self.rows.len();
        }
    }

    /// Drops rows that do not hold the solution. Bases refer to rows by number, so
    /// they outlive this.
    pub(super) fn drop_loose_rows(&mut self) {
        let keep: Vec<bool> = (0..self.rows.len()).map(|row| !self.lp.is_loose(row)).collect();
        if keep.iter().all(|k| *k) {
            return;
        }
        for (source, keep) in self.source.iter().zip(&keep) {
            match (source, keep) {
                (Source::Program(index), false) => self.present[*index as usize] = false,
                (Source::Cut(index), false) => self.known[*index as usize].present = false,
                _ => {}
            }
        }
        self.lp.keep_rows(&keep);
        let mut at = keep.iter();
        self.rows.retain(|_| at.next().is_some_and(|k| *k));
        let mut at = keep.iter();
        self.source.retain(|_| at.next().is_some_and(|k| *k));
    }
}

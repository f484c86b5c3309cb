//! Where to branch: pseudo-costs, started by short trial solves.

use super::Search;
use super::domain::Domain;
use super::nearby::Size;
use crate::lp::Mark;
use crate::program::Column;

/// What a unit of change in a column has cost so far, both ways.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PseudoCost {
    down: f64,
    up: f64,
    down_count: u32,
    up_count: u32,
}

/// A branching: the column is held at `value` on the down side and at
/// `value + 1` on the up side, with what is known of both bounds.
pub(super) struct Split {
    pub(super) column: u32,
    pub(super) value: i64,
    pub(super) up: i64,
    pub(super) down: i64,
    pub(super) up_first: bool,
}

/// Trials of a column before its pseudo-cost is trusted; and where trials have had a third of the pivots.
const TRUSTED: u32 = 6;
const TRUSTED_SOON: u32 = 1;
/// Columns tried at one node.
const TRIALS: usize = 8;
/// Pivots in one trial.
const TRIAL_PIVOTS: usize = 80;

impl Search<'_> {
    /// The column to branch on; none where the box is settled by the trials or
    /// nothing is left to decide.
    pub(super) fn choose(&mut self, domain: &mut Domain, bound: &mut i64) -> Option<Split> {
        let candidates = self.undecided();
        if candidates.is_empty() {
            return self.any_undecided(domain, *bound);
        }
        let objective = self.lp.objective();
        let mark = self.lp.mark();
        let x = self.x.clone();
        let mut best: Option<(f64, usize)> = None;
        let mut since = 0;
        let hasty = self.outer == Some(Size::Wide);
        let trusted = if hasty || 3 * self.trial_pivots > self.lp.pivots { TRUSTED_SOON } else { TRUSTED };
        for &(score, c) in candidates.iter().take(TRIALS) {
            let cost = &self.costs[c];
            let part = x[c] - x[c].floor();
            let score = if cost.down_count.min(cost.up_count) < trusted {
                let down = self.trial(domain, c, 0.0, objective, &mark);
                let up = self.trial(domain, c, 1.0, objective, &mark);
                self.note(c, part, down, up);
                if down.is_infinite() || up.is_infinite() {
                    // One side is empty: branch here, the tree prunes it at once.
                    best = Some((f64::INFINITY, c));
                    break;
                }
                down.max(1e-9) * up.max(1e-9)
            } else {
                score
            };
            since += 1;
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, c));
                since = 0;
            }
            if since >= 4 {
                break;
            }
        }
        self.lp.rewind(&mark);
        self.set_boxes(domain);
        let (_, c) = best?;
        let up_first = x[c] - x[c].floor() > 0.4;
        let value = x[c].floor() as i64;
        Some(Split { column: c as u32, value, up: *bound, down: *bound, up_first })
    }

    /// The picks that the relaxation takes in part, those first that matter most by their pseudo-costs.
    pub(super) fn undecided(&self) -> Vec<(f64, usize)> {
        let mut found: Vec<(f64, usize)> = Vec::new();
        for (c, column) in self.program.columns.iter().enumerate() {
            let part = self.x[c] - self.x[c].floor();
            if matches!(column, Column::Pick(..)) && (1e-6..1.0 - 1e-6).contains(&part) {
                found.push((self.score(c, part), c));
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found
    }

    /// A column still open although the relaxation's point is whole: numerical
    /// doubt, settled by deciding it.
    fn any_undecided(&self, domain: &Domain, bound: i64) -> Option<Split> {
        let c = (0..self.program.columns.len()).find(|c| !domain.fixed(*c) && matches!(self.program.columns[*c], Column::Pick(..)))?;
        Some(Split { column: c as u32, value: 0, up: bound, down: bound, up_first: self.x[c] > 0.5 })
    }

    fn score(&self, c: usize, part: f64) -> f64 {
        let cost = &self.costs[c];
        let reach = (self.program.objective[c] as f64).abs().max(1.0);
        let mean = |sum: f64, count: u32| if count == 0 { reach } else { sum / f64::from(count) };
        let down = mean(cost.down, cost.down_count) * part;
        let up = mean(cost.up, cost.up_count) * (1.0 - part);
        down.max(1e-9) * up.max(1e-9)
    }

    /// How far the relaxation falls with a column held at `value`.
    fn trial(&mut self, domain: &Domain, c: usize, value: f64, objective: f64, mark: &Mark) -> f64 {
        self.lp.rewind(mark);
        self.lp.set_box(c, value, value);
        let cutoff = self.cutoff().map_or(f64::NEG_INFINITY, |k| (k as f64 + 0.5) * self.scale);
        let before = self.lp.pivots;
        let outcome = self.lp.solve(cutoff, TRIAL_PIVOTS, &|| false);
        self.trial_pivots += self.lp.pivots - before;
        let fall = (objective - self.lp.objective()).max(0.0) / self.scale;
        self.lp.set_box(c, domain.lower[c] as f64, domain.upper[c] as f64);
        match outcome {
            crate::lp::Outcome::Infeasible => f64::INFINITY,
            _ => fall,
        }
    }

    fn note(&mut self, c: usize, part: f64, down: f64, up: f64) {
        let cost = &mut self.costs[c];
        if down.is_finite() {
            cost.down += down / part.max(1e-6);
            cost.down_count += 1;
        }
        if up.is_finite() {
            cost.up += up / (1.0 - part).max(1e-6);
            cost.up_count += 1;
        }
    }
}

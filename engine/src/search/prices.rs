//! Prices of the rows without a linear programme: subgradient steps on the Lagrangian dual, one option of each
//! initiative at most (Held, Wolfe and Crowder 1974; target levels after Goffin and Kiwiel 1999). What is large
//! is chosen from by them while its relaxation is not solved yet; the bound they prove is exact as any other.

use super::Search;
use super::domain::Domain;
use crate::bound::safe_bound;
use crate::program::{Column, Origin};

/// Steps in all, and steps without a better bound before they become shorter.
const STEPS: usize = 240;
const PATIENCE: usize = 6;
/// How far below the best bound the target is at first, as a share of it.
const TARGET: f64 = 0.05;

/// What the prices say.
pub(super) struct Prices {
    /// What each column is worth after all it draws is paid for, but for the place of its initiative.
    pub(super) merit: Vec<f64>,
    /// The point that is best at these prices.
    pub(super) point: Vec<i64>,
}

impl Search<'_> {
    /// Prices the rows and lowers the bound to what they prove.
    pub(super) fn price_rows(&mut self, domain: &Domain) -> Prices {
        let program = self.program;
        let own = |r: usize| matches!(program.origin[r], Origin::OneOption(_));
        let size = |r: usize| program.rows[r].terms.iter().map(|(_, a)| (*a as f64).powi(2)).sum::<f64>().sqrt().max(1.0);
        let size: Vec<f64> = (0..program.rows.len()).map(size).collect();
        let mut y = vec![0.0; program.rows.len()];
        let mut kept = (f64::INFINITY, y.clone());
        let mut target = TARGET;
        let mut since = 0;
        for _ in 0..STEPS {
            if self.control.over() {
                break;
            }
            let merit = self.merit_at(&y);
            let (point, most) = self.best_at(domain, &merit);
            let bound = most + y.iter().zip(&program.rows).map(|(y, row)| y * row.most as f64).sum::<f64>();
            since += 1;
            if bound < kept.0 {
                since = if bound < kept.0 * (1.0 - 1e-4) { 0 } else { since };
                kept = (bound, y.clone());
            }
            if since > PATIENCE {
                since = 0;
                target /= 2.0;
                y.clone_from(&kept.1);
                continue;
            }
            let slack = |r: usize| {
                let drawn: i64 = program.rows[r].terms.iter().map(|(c, a)| a * point[*c as usize]).sum();
                (program.rows[r].most - drawn) as f64 / size[r]
            };
            let mut lean: Vec<f64> = (0..y.len()).map(|r| if own(r) { 0.0 } else { slack(r) }).collect();
            for (lean, y) in lean.iter_mut().zip(&y) {
                if *lean > 0.0 && *y <= 0.0 {
                    *lean = 0.0;
                }
            }
            let length: f64 = lean.iter().map(|v| v * v).sum();
            if length <= 0.0 {
                break;
            }
            let step = (bound - kept.0 + target * kept.0.abs()) / length;
            for r in 0..y.len() {
                y[r] = (y[r] - step * lean[r] / size[r]).max(0.0);
            }
        }
        let mut y = kept.1;
        let merit = self.merit_at(&y);
        let (point, _) = self.best_at(domain, &merit);
        for (y, origin) in y.iter_mut().zip(&program.origin) {
            if let Origin::OneOption(i) = origin {
                *y = program.picks[*i as usize].iter().fold(0.0, |most, c| merit[*c as usize].max(most));
            }
        }
        if let Some(safe) = safe_bound(&program.objective, program.rows.iter(), &y, &domain.lower, &domain.upper) {
            self.bound = self.bound.min(safe.bound);
        }
        Prices { merit, point }
    }

    /// What each column is worth when rows have these prices.
    fn merit_at(&self, y: &[f64]) -> Vec<f64> {
        let paid = |c: usize| self.program.by_column[c].iter().map(|(row, a)| y[*row as usize] * *a as f64).sum::<f64>();
        self.program.objective.iter().enumerate().map(|(c, value)| *value as f64 - paid(c)).collect()
    }

    /// The point of the box that is best at this merit, one option of each initiative at most, and its merit.
    fn best_at(&self, domain: &Domain, merit: &[f64]) -> (Vec<i64>, f64) {
        let mut point = vec![0; merit.len()];
        let mut sum = 0.0;
        for picks in &self.program.picks {
            let open = picks.iter().copied().filter(|c| domain.upper[*c as usize] > 0);
            let held = open.clone().find(|c| domain.lower[*c as usize] > 0);
            let best =
                held.or_else(|| open.filter(|c| merit[*c as usize] > 0.0).max_by(|a, b| merit[*a as usize].total_cmp(&merit[*b as usize])));
            if let Some(c) = best {
                point[c as usize] = 1;
                sum += merit[c as usize];
            }
        }
        for (c, column) in self.program.columns.iter().enumerate() {
            if !matches!(column, Column::Pick(..)) {
                let at = if merit[c] > 0.0 { domain.upper[c] } else { domain.lower[c] };
                point[c] = at;
                sum += merit[c] * at as f64;
            }
        }
        (point, sum)
    }
}

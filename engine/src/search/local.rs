//! A first choice: what the relaxation takes whole, and dives from it.

use super::Search;
use super::domain::Domain;
use super::nearby::MANY;
use super::relax::Relaxed;
use crate::program::Column;

/// Columns beyond which diving costs more than searching near a rounded point.
const MOST_DIVED: usize = 1_500;

/// Columns from which on the relaxation of many initiatives takes so long that walks come before it.
const SLOW: usize = 10_000;

impl Search<'_> {
    /// A choice before the relaxation is solved, where that takes long.
    pub(super) fn choose_by_prices(&mut self, domain: &Domain) {
        let prices = self.price_rows(domain);
        self.settle(domain, &prices.point, &prices.merit);
        if self.program.picks.len() > MANY && self.program.columns.len() < SLOW {
            return;
        }
        for length in [5, 20, 80] {
            self.walk(domain, &prices.merit, length);
        }
    }

    /// The first choice from the relaxation's point: what it takes whole, mended; a dive; and improvement.
    pub(super) fn first_choice(&mut self, domain: &Domain) {
        let Some(merit) = self.merit(domain) else { return };
        let whole: Vec<i64> = self.x.iter().map(|v| i64::from(*v > 1.0 - 1e-6)).collect();
        self.settle(domain, &whole, &merit);
        if self.program.picks.len() <= MANY {
            self.walk(domain, &merit, 50);
        }
        if self.program.columns.len() > MOST_DIVED && self.best.is_some() {
            return;
        }
        let basis = self.lp.snapshot();
        let x = self.x.clone();
        self.dive(domain.clone());
        self.go_back(&basis);
        self.x = x;
        self.walk(domain, &merit, 50);
    }

    /// Holds columns one after another at the value they lean to, and lets
    /// propagation and the relaxation follow.
    fn dive(&mut self, mut domain: Domain) {
        for _ in 0..200 {
            if self.control.over() {
                return;
            }
            let mut lean: Vec<(f64, usize)> = Vec::new();
            for (c, column) in self.program.columns.iter().enumerate() {
                if matches!(column, Column::Pick(..)) && !domain.fixed(c) {
                    let part = (self.x[c] - self.x[c].round()).abs();
                    if part > 1e-6 {
                        lean.push((1.0 - self.x[c], c));
                    }
                }
            }
            if lean.is_empty() {
                self.offer(self.rounded());
                return;
            }
            lean.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let batch = (lean.len() / 6).max(1);
            for &(away, c) in lean.iter().take(batch) {
                if domain.fixed(c) {
                    continue;
                }
                let before = domain.clone();
                let held = if away < 0.7 { 1 } else { 0 };
                for value in [held, 1 - held] {
                    domain.clone_from(&before);
                    let narrowed = domain.narrow(self.program, c, value, value).and_then(|()| domain.propagate(self.program));
                    if narrowed.is_ok() {
                        break;
                    }
                    if value != held {
                        return;
                    }
                }
            }
            match self.relax(&mut domain, i64::MAX) {
                Relaxed::Pruned => return,
                Relaxed::Bounded(_) => {}
            }
        }
    }
}

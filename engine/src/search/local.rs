//! A first choice: what the relaxation takes whole, and dives from it.

use super::Search;
use super::domain::Domain;
use super::relax::Relaxed;
use super::state::State;
use crate::program::{Column, Origin};

/// Columns beyond which diving costs more than searching near a rounded point.
const MOST_DIVED: usize = 1_500;

impl Search<'_> {
    /// The first choice: a dive from the relaxation's point, then improvement.
    pub(super) fn first_choice(&mut self, domain: &Domain) {
        self.round_down(domain);
        self.walk(domain, 2);
        if self.program.columns.len() > MOST_DIVED && self.best.is_some() {
            return;
        }
        let basis = self.lp.snapshot();
        let x = self.x.clone();
        self.dive(domain.clone());
        self.go_back(&basis);
        self.x = x;
        self.walk(domain, 2);
    }

    /// What the relaxation takes whole, mended and filled up by merit: at once a
    /// choice where the instance is large and loose.
    fn round_down(&mut self, domain: &Domain) {
        let Some(safe) = self.prove(domain) else { return };
        let whole = self.x.iter().enumerate().map(|(c, v)| if *v > 1.0 - 1e-6 { 1 } else { domain.lower[c] });
        let mut state = State::new(self.program, &whole.collect::<Vec<i64>>());
        for (row, origin) in self.program.rows.iter().zip(&self.program.origin) {
            if !matches!(origin, Origin::Together(_)) {
                state.mend(row, &safe.reduced);
            }
        }
        let mut order: Vec<u32> = (0..self.program.columns.len() as u32)
            .filter(|c| matches!(self.program.columns[*c as usize], Column::Pick(..)) && domain.upper[*c as usize] == 1)
            .collect();
        order.sort_by_key(|c| (std::cmp::Reverse(safe.reduced[*c as usize]), *c));
        for _ in 0..3 {
            for c in &order {
                if !state.has(*c) {
                    state.add_column(*c);
                }
            }
        }
        self.offer(state.into_point());
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

//! A plunge: what the relaxation is undecided about is decided a few columns at a time, those first that matter
//! most by their pseudo-costs, with cuts and propagation on the way down and no way back. Where a tree closes no
//! gap this finds in one go what many small searches do not. In a large programme it is made over its core: the
//! columns with the smallest reduced costs (Balas and Zemel 1980), all else being held.

use super::Search;
use super::domain::{Domain, Empty};
use super::nearby::Size;
use super::relax::Relaxed;
use super::tree::Ended;

/// Of the undecided columns one in so many is decided at once; in the core of a large programme.
const SHARE: usize = 15;
const SHARE_OF_CORE: usize = 40;
/// Columns of the core.
const CORE: usize = 1_100;

impl Search<'_> {
    /// Plunges once from the root, where the programme is of a size for it.
    pub(super) fn plunge_at_root(&mut self, domain: &Domain) {
        match Size::of(self.program) {
            Size::Small | Size::Medium => {}
            Size::Wide => {
                let basis = self.lp.snapshot();
                let x = self.x.clone();
                let before = self.lp.effort + self.finder.work;
                self.plunge(domain.clone(), SHARE);
                self.near.effort += self.lp.effort + self.finder.work - before;
                self.go_back(&basis);
                self.x = x;
            }
            Size::Large => self.plunge_in_core(domain),
        }
    }

    fn plunge_in_core(&mut self, domain: &Domain) {
        let Some(merit) = self.merit(domain) else { return };
        let Some((_, best)) = self.best.clone() else { return };
        let core = self.free(&vec![true; merit.len()], CORE, Vec::new(), domain, &merit, &best);
        // How the part ended says nothing: it has no place of its own.
        self.search_part(&best, &core, |part| {
            let mut domain = part.root.clone();
            if part.at_root(&mut domain) == Some(true) {
                part.plunge(domain, SHARE_OF_CORE);
            }
            Ended::Stopped
        });
    }

    /// Decides the rest of a box, one in `share` of the undecided columns at a time, down to a point or to where
    /// nothing better can be.
    fn plunge(&mut self, mut domain: Domain, share: usize) {
        loop {
            let Relaxed::Bounded(_) = self.relax(&mut domain, self.bound) else { return };
            if self.cut_here() && self.separate() > 0 {
                let Relaxed::Bounded(_) = self.relax(&mut domain, self.bound) else { return };
            }
            self.drop_loose_when_many();
            let undecided: Vec<(f64, usize)> = self.undecided().into_iter().filter(|(_, c)| !domain.fixed(*c)).collect();
            if undecided.is_empty() {
                self.offer(self.rounded());
                return;
            }
            for &(_, c) in undecided.iter().take((undecided.len() / share).max(1)) {
                if self.control.over() || self.decide(&mut domain, c).is_err() {
                    return;
                }
            }
        }
    }

    /// Holds a column at the value it is closer to, or else at the other one.
    fn decide(&self, domain: &mut Domain, column: usize) -> Result<(), Empty> {
        let close = i64::from(self.x[column] > 0.5);
        let mut held = domain.clone();
        let held_close = held.narrow(self.program, column, close, close).and_then(|()| held.propagate(self.program));
        if held_close.is_ok() {
            *domain = held;
            return Ok(());
        }
        domain.narrow(self.program, column, 1 - close, 1 - close)?;
        domain.propagate(self.program)
    }
}

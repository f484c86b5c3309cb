//! A first choice: demands that do not hold are mended one at a time by the change that mends most, and what
//! stays broken grows dearer until something else gives way (constraint weighting, as in Luteberget and Sartor,
//! *Feasibility Jump*, 2023). Then it is filled up by merit.

use super::Search;
use super::domain::Domain;
use super::priced::{NONE, Priced};
use crate::program::Column;

/// Changes that are weighed to mend one row.
const WEIGHED: usize = 60;
/// Steps: for each initiative, and at least.
const STEPS: usize = 60;
const LEAST_STEPS: usize = 20_000;
/// Steps for which what was changed is left alone, at most.
const LEFT_ALONE: usize = 12;
/// What merit counts beside the mending of a row.
const MERIT: f64 = 0.05;
/// Rounds of filling up.
const FILLED: usize = 3;

impl Search<'_> {
    /// Looks for a choice that meets every demand, from a point and guided by what columns are worth; whether
    /// it was better than the best.
    pub(super) fn settle(&mut self, domain: &Domain, from: &[i64], merit: &[f64]) -> bool {
        if self.may_be_missed() {
            return false;
        }
        let mut choice = Priced::new(self.program, from);
        choice.price_by_size(1.0);
        let spread = merit.iter().map(|m| m.abs()).sum::<f64>() / merit.len().max(1) as f64;
        let small = MERIT / spread.max(f64::MIN_POSITIVE);
        let worth = |c: u32| if c == NONE { 0.0 } else { small * merit[c as usize] };
        let steps = LEAST_STEPS.max(STEPS * self.program.picks.len());
        let mut again = vec![0; self.program.picks.len()];
        let mut step = 0;
        while !choice.broken().is_empty() {
            step += 1;
            if step > steps || (step % 64 == 0 && self.control.over()) {
                return false;
            }
            let row = choice.broken()[self.near.dice.below(choice.broken().len())] as usize;
            let mut best: Option<(f64, f64, usize, u32)> = None;
            for (i, to) in self.menders(domain, &choice, row) {
                if again[i] > step {
                    continue;
                }
                let (_, cost) = choice.outcome(i, to);
                let score = worth(to) - worth(choice.taken(i)) - cost;
                if best.is_none_or(|(most, ..)| score > most) {
                    best = Some((score, cost, i, to));
                }
            }
            let Some((_, cost, i, to)) = best else {
                choice.price[row] *= 1.1;
                continue;
            };
            if cost >= 0.0 {
                choice.price[row] *= 1.3;
            }
            again[i] = step + 1 + self.near.dice.below(LEFT_ALONE);
            choice.change(i, to);
        }
        self.fill_up(&mut choice, domain, merit);
        self.offer(choice.point())
    }

    /// Whether demands of the programme may be missed: then nothing keeps from choosing.
    pub(super) fn may_be_missed(&self) -> bool {
        self.program.columns.iter().any(|column| matches!(column, Column::Miss(_) | Column::Worst))
    }

    /// Some of the changes that bring a row closer to holding.
    fn menders(&mut self, domain: &Domain, choice: &Priced<'_>, row: usize) -> Vec<(usize, u32)> {
        let terms = &self.program.rows[row].terms;
        let from = self.near.dice.below(terms.len());
        let mut found = Vec::with_capacity(WEIGHED);
        for (c, a) in terms[from..].iter().chain(&terms[..from]) {
            let i = choice.initiative[*c as usize];
            if i == NONE || found.len() >= WEIGHED {
                continue;
            }
            let i = i as usize;
            let taken = choice.taken(i) == *c;
            if *a < 0 && !taken && domain.upper[*c as usize] == 1 {
                found.push((i, *c));
            } else if *a > 0 && taken && domain.lower[*c as usize] == 0 {
                let others = self.program.picks[i].iter().copied().filter(|o| o != c && domain.upper[*o as usize] == 1);
                found.extend(others.chain([NONE]).map(|to| (i, to)));
            }
        }
        found
    }

    /// Takes in what breaks nothing, the most worthy first, and better options in place of those taken.
    fn fill_up(&self, choice: &mut Priced<'_>, domain: &Domain, merit: &[f64]) {
        let open = |c: &u32| choice.initiative[*c as usize] != NONE && domain.upper[*c as usize] == 1;
        let mut order: Vec<u32> = (0..merit.len() as u32).filter(open).collect();
        order.sort_by(|a, b| merit[*b as usize].total_cmp(&merit[*a as usize]).then(a.cmp(b)));
        for _ in 0..FILLED {
            for c in &order {
                let i = choice.initiative[*c as usize] as usize;
                let (gain, cost) = choice.outcome(i, *c);
                if choice.taken(i) != *c && gain > 0 && cost <= 0.0 {
                    choice.change(i, *c);
                }
            }
        }
    }
}

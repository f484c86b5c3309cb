//! Annealing by exchange, guided by what columns are worth beyond what they draw: one option more is taken, what
//! then breaks a demand is put out in a short chain, and what fits in the room that was left is taken in. A step
//! down is taken the more rarely the deeper it is and the later it comes (Kirkpatrick, Gelatt, Vecchi 1983).

use super::Search;
use super::dice::Dice;
use super::domain::Domain;
use super::nearby::Size;
use super::priced::{NONE, Priced};
use crate::program::Program;

/// Steps for each open column of a walk that is as warm as they come, and at most in all.
const STEPS: usize = 150;
const MOST_STEPS: usize = 1_000_000;
/// Changes that may follow one to make it hold.
const CHAIN: usize = 6;
/// Changes that are weighed to mend one row, and to fill the room that one left.
const MENDERS: usize = 8;
const FILLERS: usize = 10;
/// How much of luck there is in what fills a room, as a share of the mean merit.
const LUCK: f64 = 0.5;
/// The temperature at first and at last, as shares of the mean merit, walk by walk; less where more than so many
/// columns are open, or where there are few steps for each.
const HEATS: [(f64, f64); 3] = [(1.0, 0.2), (0.5, 0.1), (0.25, 0.05)];
const WARM: f64 = 400.0;
const COOL: f64 = 0.35;
/// What a row changed counts beside the linear programme's effort: as many are weighed before.
const WORK: u64 = 8;
/// Steps between two looks at the clock and the temperature.
const LOOK: usize = 256;

impl Search<'_> {
    /// Walks from the best point, so many steps for each open column at most. Its work counts with that near it.
    pub(super) fn walk(&mut self, domain: &Domain, merit: &[f64], length: usize) {
        let Some((value, best)) = self.best.clone() else { return };
        if self.may_be_missed() {
            return;
        }
        let mut exchange = Exchange::new(self.program, domain, &best, merit);
        let open = exchange.open.len();
        if open == 0 {
            return;
        }
        let most = if Size::of(self.program) > Size::Small { MOST_STEPS } else { open * open / 4 };
        let steps = (length * open).min(most);
        let (hot, cold) = HEATS[self.near.walks % HEATS.len()];
        let few = (steps as f64 / (STEPS * open) as f64).sqrt().min(1.0);
        let warmth = exchange.spread * few * (WARM / open as f64).clamp(COOL, 1.0);
        self.near.walks += 1;
        let (mut here, mut most) = (value, value);
        let mut found = None;
        let mut heat = 0.0;
        for step in 0..steps {
            if step % LOOK == 0 {
                if self.control.over() {
                    break;
                }
                heat = warmth * hot * (cold / hot).powf(step as f64 / steps as f64);
            }
            let dice = &mut self.near.dice;
            let reached = exchange.step(dice);
            match reached.filter(|worth| *worth >= here || (*worth - here) as f64 > heat * dice.unit().ln()) {
                None => exchange.choice.undo(),
                Some(worth) => {
                    exchange.choice.keep();
                    here = worth;
                    if here > most {
                        most = here;
                        found = Some(exchange.choice.point());
                    }
                }
            }
        }
        self.near.effort += WORK * exchange.choice.work;
        if let Some(point) = found {
            self.offer(point);
        }
    }
}

/// A choice and the exchanges that may be made in it.
struct Exchange<'a> {
    program: &'a Program,
    domain: &'a Domain,
    merit: &'a [f64],
    /// The mean merit of what is open, whatever its sign.
    spread: f64,
    open: Vec<u32>,
    choice: Priced<'a>,
}

impl<'a> Exchange<'a> {
    fn new(program: &'a Program, domain: &'a Domain, from: &[i64], merit: &'a [f64]) -> Self {
        let mut choice = Priced::new(program, from);
        let open: Vec<u32> =
            (0..from.len() as u32).filter(|c| choice.initiative[*c as usize] != NONE && !domain.fixed(*c as usize)).collect();
        let mean = |of: &dyn Fn(usize) -> f64| open.iter().map(|c| of(*c as usize).abs()).sum::<f64>() / open.len().max(1) as f64;
        let spread = mean(&|c| merit[c]);
        choice.price_by_size(mean(&|c| program.objective[c] as f64));
        Self { program, domain, merit, spread, open, choice }
    }

    /// Makes an exchange; its value where every demand holds after it.
    fn step(&mut self, dice: &mut Dice) -> Option<i64> {
        let c = self.open[dice.below(self.open.len())];
        let i = self.choice.initiative[c as usize] as usize;
        let to = if self.choice.taken(i) == c { NONE } else { c };
        self.choice.change(i, to);
        for _ in 0..CHAIN {
            let broken = self.choice.broken();
            if broken.is_empty() {
                break;
            }
            let row = broken[dice.below(broken.len())] as usize;
            let (i, to) = self.mender(row, dice)?;
            self.choice.change(i, to);
        }
        if !self.choice.broken().is_empty() {
            return None;
        }
        for at in 0..self.choice.changed().len() {
            let (_, out) = self.choice.changed()[at];
            if out != NONE {
                self.fill(out, dice);
            }
        }
        Some(self.choice.value())
    }

    /// What the merit of an initiative changes by when it takes another option.
    fn rise(&self, i: usize, to: u32) -> f64 {
        let merit = |c: u32| if c == NONE { 0.0 } else { self.merit[c as usize] };
        merit(to) - merit(self.choice.taken(i))
    }

    /// Of some changes that bring a row closer to holding, the one that costs least.
    fn mender(&self, row: usize, dice: &mut Dice) -> Option<(usize, u32)> {
        let terms = &self.program.rows[row].terms;
        let from = dice.below(terms.len());
        let mut best: Option<(f64, usize, u32)> = None;
        let mut weighed = 0;
        let mut weigh = |i: usize, to: u32| {
            let (_, cost) = self.choice.outcome(i, to);
            let score = self.rise(i, to) - cost;
            if cost < 0.0 && best.is_none_or(|(most, ..)| score > most) {
                best = Some((score, i, to));
            }
        };
        for (c, a) in terms[from..].iter().chain(&terms[..from]) {
            let i = self.choice.initiative[*c as usize];
            if i == NONE || self.domain.fixed(*c as usize) {
                continue;
            }
            let i = i as usize;
            let taken = self.choice.taken(i) == *c;
            if (*a < 0) == taken || self.choice.changed().iter().any(|(k, _)| *k as usize == i) {
                continue;
            }
            if *a < 0 {
                weigh(i, *c);
            } else {
                weigh(i, NONE);
                let picks = &self.program.picks[i];
                let other = picks[dice.below(picks.len())];
                if other != *c && !self.domain.fixed(other as usize) {
                    weigh(i, other);
                }
            }
            weighed += 1;
            if weighed >= MENDERS {
                break;
            }
        }
        best.map(|(_, i, to)| (i, to))
    }

    /// Takes in the best of some options that share a row with one that was put out, and break nothing.
    fn fill(&mut self, out: u32, dice: &mut Dice) {
        let rows = &self.program.by_column[out as usize];
        if rows.is_empty() {
            return;
        }
        let mut best: Option<(f64, usize, u32)> = None;
        for _ in 0..FILLERS {
            let (row, _) = rows[dice.below(rows.len())];
            let terms = &self.program.rows[row as usize].terms;
            let (c, _) = terms[dice.below(terms.len())];
            let i = self.choice.initiative[c as usize];
            if i == NONE || self.domain.fixed(c as usize) || self.choice.taken(i as usize) == c {
                continue;
            }
            let i = i as usize;
            let (gain, cost) = self.choice.outcome(i, c);
            if gain > 0 && cost <= 0.0 {
                let score = self.rise(i, c) + LUCK * self.spread * dice.unit();
                if best.is_none_or(|(most, ..)| score > most) {
                    best = Some((score, i, c));
                }
            }
        }
        if let Some((_, i, c)) = best {
            self.choice.change(i, c);
        }
    }
}

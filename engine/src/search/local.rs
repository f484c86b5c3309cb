//! Good choices early: dives in the relaxation, then ruin and recreate in
//! integers.

use super::Search;
use super::domain::Domain;
use super::relax::Relaxed;
use crate::program::{Column, Origin, Row};

/// A small generator of repeatable numbers (xorshift): the same search makes
/// the same moves.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, count: usize) -> usize {
        (self.roll() % count.max(1) as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1u64 << 53) as f64
    }
}

impl Search<'_> {
    /// The first choice: a dive from the relaxation's point, then improvement.
    pub(super) fn first_choice(&mut self, domain: &Domain) {
        self.round_down(domain);
        self.improve(domain);
        let basis = self.lp.snapshot();
        let x = self.x.clone();
        self.dive(domain.clone());
        self.go_back(&basis);
        self.x = x;
        self.improve(domain);
    }

    /// What the relaxation takes whole, mended and filled up by merit: at once a
    /// choice where the instance is large and loose.
    fn round_down(&mut self, domain: &Domain) {
        let Some(safe) = self.prove(domain) else { return };
        let whole = self.x.iter().enumerate().map(|(c, v)| if *v > 1.0 - 1e-6 { 1 } else { domain.lower[c] });
        let mut state = State::new(self, whole.collect());
        for (row, origin) in self.program.rows.iter().zip(&self.program.origin) {
            if !matches!(origin, Origin::Together(_)) {
                state.mend(row, &safe.reduced);
            }
        }
        let mut order: Vec<u32> = (0..state.x.len() as u32)
            .filter(|c| matches!(self.program.columns[*c as usize], Column::Pick(..)) && domain.upper[*c as usize] == 1)
            .collect();
        order.sort_by_key(|c| (std::cmp::Reverse(safe.reduced[*c as usize]), *c));
        for _ in 0..3 {
            for c in &order {
                if state.x[*c as usize] == 0 {
                    state.add_column(*c);
                }
            }
        }
        self.offer(state.x);
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

    /// Ruin and recreate from the best choice, guided by the duals.
    pub(super) fn improve(&mut self, domain: &Domain) {
        let elastic = self.program.columns.iter().any(|c| matches!(c, Column::Miss(_) | Column::Worst));
        let Some((value, x)) = self.best.clone() else { return };
        if elastic {
            return;
        }
        let Some(safe) = self.prove(domain) else { return };
        let unit = (1u64 << safe.shift) as f64;
        let merit: Vec<f64> = safe.reduced.iter().map(|r| *r as f64 / unit).collect();
        let picks: usize = self.program.picks.iter().map(Vec::len).sum();
        let rounds = (400_000 / (picks + 20)).clamp(40, 4000);
        let mut state = State::new(self, x);
        let mut best = (value, state.x.clone());
        let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
        let spread = merit.iter().map(|m| m.abs()).sum::<f64>() / merit.len().max(1) as f64;
        let mut order: Vec<(f64, u32)> = Vec::new();
        for round in 0..rounds {
            if round % 16 == 0 && self.control.over() {
                break;
            }
            let chosen: Vec<u32> = state.chosen(domain);
            if chosen.is_empty() {
                break;
            }
            let count = 1 + dice.below(1 + (chosen.len() / 6).min(8));
            let seed = chosen[dice.below(chosen.len())];
            state.drop_column(seed);
            let related = dice.below(2) == 0;
            for _ in 1..count {
                let pick = if related { state.neighbour(seed, &mut dice) } else { None };
                let pick = pick.unwrap_or_else(|| chosen[dice.below(chosen.len())]);
                if state.x[pick as usize] == 1 && domain.lower[pick as usize] == 0 {
                    state.drop_column(pick);
                }
            }
            order.clear();
            let noise = spread * [0.0, 0.3, 1.0][dice.below(3)];
            for (c, column) in self.program.columns.iter().enumerate() {
                if matches!(column, Column::Pick(..)) && state.x[c] == 0 && domain.upper[c] == 1 {
                    order.push((merit[c] + noise * (dice.unit() - 0.5), c as u32));
                }
            }
            order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            for pass in 0..2 {
                let mut added = 0;
                for &(_, c) in &order {
                    if state.x[c as usize] == 0 && state.add_column(c) {
                        added += 1;
                    }
                }
                if added == 0 || pass == 1 {
                    break;
                }
            }
            let mut point = state.x.clone();
            self.program.complete(&mut point);
            match self.program.worth(&point) {
                Some(worth) if worth >= best.0 => best = (worth, point),
                _ => {}
            }
            if best.1 != state.x {
                state.restart(&best.1);
            }
        }
        self.offer(best.1);
    }
}

/// A choice under change, with the left side of every row that concerns picks.
struct State<'p> {
    program: &'p crate::program::Program,
    x: Vec<i64>,
    sum: Vec<i64>,
}

impl<'p> State<'p> {
    fn new(search: &Search<'p>, x: Vec<i64>) -> Self {
        let mut state = Self { program: search.program, x: Vec::new(), sum: Vec::new() };
        state.restart(&x);
        state
    }

    fn restart(&mut self, x: &[i64]) {
        self.x.clear();
        self.x.extend_from_slice(x);
        for (c, column) in self.program.columns.iter().enumerate() {
            if !matches!(column, Column::Pick(..)) {
                self.x[c] = 0;
            }
        }
        self.sum.clear();
        let x = &self.x;
        self.sum.extend(self.program.rows.iter().map(|row| row.terms.iter().map(|&(c, a)| a * x[c as usize]).sum::<i64>()));
    }

    /// Rows that tie synergies do not bind picks.
    fn binds(&self, row: u32) -> bool {
        !matches!(self.program.origin[row as usize], Origin::Together(_))
    }

    fn chosen(&self, domain: &Domain) -> Vec<u32> {
        (0..self.x.len()).filter(|c| self.x[*c] == 1 && domain.lower[*c] == 0).map(|c| c as u32).collect()
    }

    fn set(&mut self, column: u32, value: i64) {
        let change = value - self.x[column as usize];
        self.x[column as usize] = value;
        for &(row, a) in &self.program.by_column[column as usize] {
            self.sum[row as usize] += a * change;
        }
    }

    /// Takes a column in where every row it adds to still holds.
    fn add_column(&mut self, column: u32) -> bool {
        let fits = self.program.by_column[column as usize]
            .iter()
            .all(|&(row, a)| a <= 0 || !self.binds(row) || self.sum[row as usize] + a <= self.program.rows[row as usize].most);
        if fits {
            self.set(column, 1);
        }
        fits
    }

    /// Takes a column out, and whatever cannot stay without it.
    fn drop_column(&mut self, column: u32) {
        let mut stack = vec![column];
        while let Some(column) = stack.pop() {
            if self.x[column as usize] == 0 {
                continue;
            }
            self.set(column, 0);
            for &(row, a) in &self.program.by_column[column as usize] {
                let Origin::Demand(crate::demand::Demand::Rule(_)) = self.program.origin[row as usize] else {
                    continue;
                };
                let held = &self.program.rows[row as usize];
                if a < 0 && self.sum[row as usize] > held.most {
                    let leaning = held.terms.iter().filter(|(c, a)| *a > 0 && self.x[*c as usize] == 1);
                    stack.extend(leaning.map(|(c, _)| *c));
                }
            }
        }
    }

    /// Takes columns out, the least worthy first, until a row holds.
    fn mend(&mut self, row: &Row, worth: &[i128]) {
        let sum = |x: &[i64]| row.terms.iter().map(|&(c, a)| a * x[c as usize]).sum::<i64>();
        let mut heavy: Vec<u32> = row.terms.iter().filter(|(c, a)| *a > 0 && self.x[*c as usize] == 1).map(|(c, _)| *c).collect();
        heavy.sort_by_key(|c| (std::cmp::Reverse(worth[*c as usize]), *c));
        while sum(&self.x) > row.most {
            let Some(out) = heavy.pop() else { return };
            self.drop_column(out);
        }
    }

    /// A chosen column that shares a row with this one.
    fn neighbour(&self, column: u32, dice: &mut Dice) -> Option<u32> {
        let rows = &self.program.by_column[column as usize];
        if rows.is_empty() {
            return None;
        }
        let (row, _) = rows[dice.below(rows.len())];
        let terms = &self.program.rows[row as usize].terms;
        let from = dice.below(terms.len());
        (0..terms.len()).map(|at| terms[(from + at) % terms.len()].0).find(|c| self.x[*c as usize] == 1 && *c != column)
    }
}

//! Ruin and recreate in integers, guided by the exact reduced costs: a few picks that compete for the same
//! money are taken out, and what fits best is put in (Schrimpf et al. 2000). A step down is taken as long as
//! it is small, and ever smaller ones towards the end. For many initiatives, where prices say nearly all.

use super::Search;
use super::dice::Dice;
use super::domain::Domain;
use super::state::State;
use crate::program::{Column, Origin, Program};

/// Rows with more columns than this are no neighbourhood.
const WIDE: usize = 400;
/// Steps for each column of a large programme, and at most.
const STEPS: usize = 35;
/// Picks taken out at random beside the first, less one, and what hangs on them.
const LARGEST_RUIN: usize = 4;
/// The most promising columns that are tried in one step.
const TRIED: usize = 48;
/// The largest step down at first, as a share of the mean reduced cost, walk by walk.
const HEATS: [f64; 3] = [0.1, 0.05, 0.1];

impl Search<'_> {
    /// Ruins and recreates from the best point. Its work counts with that near it.
    pub(super) fn recreate(&mut self, domain: &Domain) {
        let Some((value, best)) = self.best.clone() else { return };
        if self.may_be_missed() {
            return;
        }
        let Some(safe) = self.prove(domain) else { return };
        let unit = (1u64 << safe.shift) as f64;
        let merit: Vec<f64> = safe.reduced.iter().map(|reduced| *reduced as f64 / unit).collect();
        let open: Vec<u32> = (0..merit.len() as u32).filter(|c| is_pick(self.program, *c) && program_open(domain, *c)).collect();
        if open.is_empty() {
            return;
        }
        let spread = open.iter().map(|c| merit[*c as usize].abs()).sum::<f64>() / open.len() as f64;
        let steps = (open.len() * open.len() / 4).min(STEPS * open.len());
        self.near.walks += 1;
        let heat = HEATS[self.near.walks % HEATS.len()];
        let rivals = rivals(self.program, domain);
        let mut state = State::new(self.program, &best);
        let (mut here, mut most) = (value, value);
        let mut found: Option<Vec<i64>> = None;
        let mut seen = vec![0usize; merit.len()];
        let mut order: Vec<(f64, u32)> = Vec::new();
        for step in 1..=steps {
            if step % 64 == 0 && self.control.over() {
                break;
            }
            ruin(&mut state, domain, &open, &mut self.near.dice);
            gather(self.program, &rivals, &state, &merit, &mut seen, step, &mut order);
            let noise = spread * [0.0, 0.5, 1.5][self.near.dice.below(3)];
            for (key, _) in &mut order {
                *key += noise * (self.near.dice.unit() - 0.5);
            }
            let before = |a: &(f64, u32), b: &(f64, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
            if order.len() > TRIED {
                order.select_nth_unstable_by(TRIED, before);
                order.truncate(TRIED);
            }
            order.sort_unstable_by(before);
            for _ in 0..2 {
                let added = order.iter().filter(|(_, c)| !state.has(*c) && state.add_column(*c)).count();
                if added == 0 {
                    break;
                }
            }
            let slack = spread * heat * (1.0 - step as f64 / steps as f64);
            match state.worth() {
                Some(worth) if worth as f64 >= here as f64 - slack => {
                    here = worth;
                    state.keep();
                    if worth > most {
                        most = worth;
                        found = Some(state.point().to_vec());
                    }
                }
                _ => {
                    state.undo();
                    state.worth();
                }
            }
        }
        self.near.effort += state.work / 6;
        if let Some(point) = found {
            self.offer(point);
        }
    }
}

fn is_pick(program: &Program, column: u32) -> bool {
    matches!(program.columns[column as usize], Column::Pick(..))
}

fn program_open(domain: &Domain, column: u32) -> bool {
    !domain.fixed(column as usize)
}

/// Takes out a pick and some that share a row with it, or any.
fn ruin(state: &mut State<'_>, domain: &Domain, open: &[u32], dice: &mut Dice) {
    let Some(seed) = chosen(state, open, dice) else { return };
    let count = dice.below(LARGEST_RUIN);
    let related = dice.below(3) > 0;
    state.drop_column(seed);
    for _ in 0..count {
        let next = if related { state.neighbour(seed, dice) } else { chosen(state, open, dice) };
        if let Some(next) = next.filter(|c| domain.lower[*c as usize] == 0) {
            state.drop_column(next);
        }
    }
}

/// A chosen column at random; none after a few tries.
fn chosen(state: &State<'_>, open: &[u32], dice: &mut Dice) -> Option<u32> {
    (0..20).map(|_| open[dice.below(open.len())]).find(|c| state.has(*c))
}

/// The picks of each row that may be in or out; none where the row is no neighbourhood.
fn rivals(program: &Program, domain: &Domain) -> Vec<Vec<u32>> {
    let open = |terms: &[(u32, i64)]| -> Vec<u32> {
        terms.iter().map(|(c, _)| *c).filter(|c| domain.upper[*c as usize] == 1 && is_pick(program, *c)).collect()
    };
    let near = program.rows.iter().zip(&program.origin);
    near.map(|(row, origin)| match origin {
        Origin::Together(_) => Vec::new(),
        _ if row.terms.len() > WIDE => Vec::new(),
        _ => open(&row.terms),
    })
    .collect()
}

/// The columns that may come in: those that share a row with what was taken out.
fn gather(
    program: &Program,
    rivals: &[Vec<u32>],
    state: &State<'_>,
    merit: &[f64],
    seen: &mut [usize],
    step: usize,
    order: &mut Vec<(f64, u32)>,
) {
    order.clear();
    for out in state.dropped() {
        for (row, _) in &program.by_column[*out as usize] {
            for c in &rivals[*row as usize] {
                let k = *c as usize;
                if seen[k] != step && !state.has(*c) {
                    seen[k] = step;
                    order.push((merit[k], *c));
                }
            }
        }
    }
}

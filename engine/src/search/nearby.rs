//! Better choices near the best one: all but some columns are held where the best choice has them, and
//! the small programme that is left is searched exactly (large neighbourhood search: Shaw 1998; with the
//! reduced costs to say which columns are worth freeing, as in RINS: Danna, Rothberg, Le Pape 2005).

use super::dice::Dice;
use super::domain::Domain;
use super::{Memory, Search, tree::Ended};
use crate::control::{Control, Limits};
use crate::program::{Column, Origin, Program, Row};

/// Nodes of one small search: at first, where programmes are wide, at most.
const NODES: u64 = 200;
const NODES_WIDE: u64 = 600;
const MOST_NODES: u64 = 3_000;
/// Columns freed: at first, at least, at most; and at most where programmes are wide.
const FIRST: usize = 40;
const LEAST: usize = 16;
const MOST: usize = 240;
const MOST_WIDE: usize = 500;
/// How often columns are freed all over a wide programme, not in a part of it.
const ALL_OVER: f64 = 0.7;

/// What decides which columns are freed next.
pub(super) struct Near {
    pub(super) dice: Dice,
    width: usize,
    nodes: u64,
    /// Small searches made.
    tried: u64,
    /// Walks made.
    pub(super) walks: usize,
    /// Work done here, in the unit of the linear programme's effort.
    pub(super) effort: u64,
}

impl Near {
    pub(super) fn new(columns: usize) -> Self {
        let (width, nodes) = match columns {
            0..=WALKED => ((columns / 6).max(FIRST), NODES),
            WALKED..=LARGE => ((columns * 2 / 5).min(MOST_WIDE), NODES_WIDE),
            _ => (MOST, NODES),
        };
        Self { dice: Dice::new(), width, nodes, tried: 0, walks: 0, effort: 0 }
    }

    /// Fits the next small search to what became of the last: wider where it was proven in time. In a large
    /// programme, where small searches are all there is, one that came to no end and found nothing gets more
    /// nodes the next time; else less is freed.
    fn adapt(&mut self, ended: Ended, full: bool, better: bool, columns: usize) {
        let most = if columns > WALKED { MOST_WIDE } else { MOST };
        let large = columns > LARGE;
        match ended {
            Ended::Done if full => self.width = (self.width + self.width / 8 + 1).min(most),
            Ended::Done => {}
            Ended::Stopped if !large => self.width = (self.width - self.width / 16).max(LEAST),
            Ended::Stopped if better => self.nodes = (self.nodes - self.nodes / 4).max(NODES),
            Ended::Stopped => self.nodes = (self.nodes + self.nodes / 2).min(MOST_NODES),
        }
    }
}

/// Columns from which on programmes are wide: a long walk comes before the small searches, and those free more.
pub(super) const WALKED: usize = 400;
/// Columns from which on small searches have more than the half of the work.
const MIDDLE: usize = 800;

/// Steps of a walk for each open column: of the first ones (one alone in a large programme), and of those in turn
/// with small searches in a large programme.
const FIRST_WALKS: [usize; 2] = [100, 1_000];
const LARGE_TURN: usize = 20;

/// Initiatives from which on the prices say so much that ruin and recreate by merit is better than walking.
pub(super) const MANY: usize = 3_000;

/// Columns from which on a tree alone closes no gap: there most of the work goes to better choices.
const LARGE: usize = 3_000;

impl Search<'_> {
    /// Looks for better points at the root: a walk, then small searches.
    pub(super) fn improve_at_root(&mut self, domain: &Domain) {
        let Some(merit) = self.merit(domain) else { return };
        if self.best.is_none() {
            self.settle(domain, &self.program.lower.clone(), &merit);
        }
        let columns = self.program.columns.len();
        if self.program.picks.len() > MANY {
            self.recreate(domain, 1);
        } else {
            for length in FIRST_WALKS.into_iter().take(if columns > LARGE { 1 } else { 2 }) {
                self.walk(domain, &merit, length);
            }
        }
        let most = if columns > LARGE { u64::MAX } else { 2 * self.lp.effort };
        self.improve_nearby(domain, 6 + columns / 50, most);
    }

    /// In the tree: one more small search where they are behind with their share of the work.
    pub(super) fn improve_in_turn(&mut self) {
        let columns = self.program.columns.len();
        let behind = match columns {
            0..=WALKED => 8 * self.near.effort,
            WALKED..=MIDDLE => 4 * self.near.effort,
            MIDDLE..=LARGE => self.near.effort * 3 / 4,
            _ => self.near.effort / 4,
        };
        if !self.nested && behind < self.lp.effort {
            let root = self.root.clone();
            self.improve_nearby(&root, 1, 1);
        }
    }

    /// Searches near the best point until `patience` small searches in a row have found nothing better, or
    /// their work exceeds `most`. The relaxation at hand guides it.
    fn improve_nearby(&mut self, domain: &Domain, patience: usize, most: u64) {
        let columns = self.program.columns.len();
        let Some(merit) = self.merit(domain) else { return };
        let until = self.near.effort.saturating_add(most);
        let mut failed = 0;
        while failed < patience && self.near.effort < until && !self.control.over() && !self.settled(self.bound) {
            let Some((_, best)) = self.best.clone() else { return };
            let (free, full) = self.freed(domain, &merit, &best);
            failed = if self.search_part(&best, &free, full) { 0 } else { failed + 1 };
            self.near.tried += 1;
            if self.near.tried.is_multiple_of(4) && columns > LARGE {
                if self.program.picks.len() > MANY {
                    self.recreate(domain, 2);
                } else {
                    self.walk(domain, &merit, LARGE_TURN);
                }
            }
            self.tell();
        }
    }

    /// The columns to free: of initiatives that the relaxation is undecided about, all over the portfolio, in
    /// one or two funds or roles, or around one initiative. And whether there were as many as wanted.
    fn freed(&mut self, domain: &Domain, merit: &[f64], best: &[i64]) -> (Vec<bool>, bool) {
        let program = self.program;
        let mut inside = vec![true; program.columns.len()];
        let wide = (WALKED..=LARGE).contains(&program.columns.len());
        let kind = if wide && self.near.dice.unit() < ALL_OVER { 0 } else { self.near.dice.below(4) };
        if kind > 0 {
            inside.fill(false);
            for _ in 0..kind.min(2) {
                let rows = match kind {
                    3 => self.around(domain),
                    _ if program.blocks.is_empty() => continue,
                    _ => program.blocks[self.near.dice.below(program.blocks.len())].clone(),
                };
                for (column, _) in rows.iter().flat_map(|row| &program.rows[*row as usize].terms) {
                    inside[*column as usize] = true;
                }
            }
        }
        let mut order: Vec<(f64, usize)> = Vec::new();
        for (initiative, picks) in program.picks.iter().enumerate() {
            let open = picks.iter().map(|c| *c as usize).filter(|c| inside[*c] && !domain.fixed(*c));
            let undecided = |c: usize| if (self.x[c] - best[c] as f64).abs() > 1e-6 { 0.1 * merit[c].abs() } else { merit[c].abs() };
            if let Some(least) = open.map(undecided).min_by(f64::total_cmp) {
                order.push((least * (0.3 + self.near.dice.unit()) + 1e-9 * self.near.dice.unit(), initiative));
            }
        }
        order.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        // What every better point has otherwise than the best one is free in any case.
        let otherwise = |c: usize| domain.fixed(c) && best[c] != program.lower[c];
        let mut free: Vec<bool> = (0..program.columns.len()).map(otherwise).collect();
        let mut count = 0;
        for (_, initiative) in order {
            for c in program.picks[initiative].iter().map(|c| *c as usize) {
                free[c] = true;
                count += 1;
            }
            if count >= self.near.width {
                break;
            }
        }
        (free, count >= self.near.width)
    }

    /// The rows of a column that is open.
    fn around(&mut self, domain: &Domain) -> Vec<u32> {
        let from = self.near.dice.below(domain.lower.len());
        let columns = (0..domain.lower.len()).map(|at| (from + at) % domain.lower.len());
        let open = columns.into_iter().find(|c| !domain.fixed(*c));
        open.map(|c| self.program.by_column[c].iter().map(|(row, _)| *row).collect()).unwrap_or_default()
    }

    /// Searches the programme that is left with the other columns held; whether it found a better point.
    fn search_part(&mut self, best: &[i64], free: &[bool], full: bool) -> bool {
        let (part, kept) = part(self.program, best, free);
        let Ok(root) = Domain::new(&part) else { return false };
        let limits = Limits { nodes: Some(self.near.nodes), gap_permille: 0, ..self.control.limits };
        let control = Control { report: &|_| {}, limits, ..self.control };
        let mut small = Search::new(&part, control, root);
        small.nested = true;
        small.recall(&Memory { points: vec![kept.iter().map(|c| best[*c]).collect()], ..Memory::default() });
        small.costs = kept.iter().map(|c| self.costs[*c]).collect();
        let before = small.best.as_ref().map(|(value, _)| *value);
        let ended = small.run();
        for (c, cost) in kept.iter().zip(&small.costs) {
            self.costs[*c] = *cost;
        }
        self.near.effort += small.lp.effort + small.finder.work / 4;
        let better = small.best.as_ref().is_some_and(|(value, _)| Some(*value) > before);
        self.near.adapt(ended, full, better, self.program.columns.len());
        let Some((_, found)) = small.best else { return false };
        let mut x = best.to_vec();
        for (c, value) in kept.iter().zip(found) {
            x[*c] = value;
        }
        self.offer(x)
    }
}

/// The programme over the free picks and what hangs on them, the others held at `best`; with the columns it
/// kept. Rows that hold whatever the rest does are left out.
fn part(program: &Program, best: &[i64], free: &[bool]) -> (Program, Vec<usize>) {
    let touched =
        |c: usize| program.by_column[c].iter().any(|(row, _)| program.rows[*row as usize].terms.iter().any(|(k, _)| free[*k as usize]));
    let mut place = vec![u32::MAX; program.columns.len()];
    let mut kept = Vec::new();
    let mut part = Program::default();
    for (c, column) in program.columns.iter().enumerate() {
        let keep = match column {
            Column::Pick(..) => free[c],
            Column::Together(_) => touched(c),
            Column::Miss(_) | Column::Worst => true,
        };
        if keep {
            place[c] = part.add_column(*column, program.objective[c], program.upper[c]);
            part.lower[place[c] as usize] = program.lower[c];
            kept.push(c);
        }
    }
    let mut moved = vec![None; program.rows.len()];
    for (index, (row, origin)) in program.rows.iter().zip(&program.origin).enumerate() {
        moved[index] = rest(row, &place, best).and_then(|row| add(&mut part, row, *origin));
    }
    part.blocks = program.blocks.iter().map(|rows| rows.iter().filter_map(|row| moved[*row as usize]).collect()).collect();
    let open = program.picks.iter().map(|picks| picks.iter().map(|c| place[*c as usize]).filter(|c| *c != u32::MAX).collect::<Vec<u32>>());
    part.picks = open.filter(|picks| !picks.is_empty()).collect();
    (part, kept)
}

/// What a row says of the kept columns, where it says anything.
fn rest(row: &Row, place: &[u32], best: &[i64]) -> Option<Row> {
    let mut rest = Row { terms: Vec::new(), most: row.most };
    for &(c, a) in &row.terms {
        match place[c as usize] {
            u32::MAX => rest.most -= a * best[c as usize],
            at => rest.terms.push((at, a)),
        }
    }
    (!rest.terms.is_empty()).then_some(rest)
}

/// Adds a row unless it holds everywhere in the box.
fn add(part: &mut Program, row: Row, origin: Origin) -> Option<u32> {
    let most: i64 = row.terms.iter().map(|&(c, a)| a * if a > 0 { part.upper[c as usize] } else { part.lower[c as usize] }).sum();
    (most > row.most).then(|| part.add_row(row.terms, row.most, origin))
}

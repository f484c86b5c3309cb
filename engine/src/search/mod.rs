//! Branch and cut over an integer programme, exact and anytime.

mod branch;
mod ceilings;
mod dice;
pub(crate) mod domain;
mod local;
mod nearby;
mod plunge;
mod priced;
mod prices;
mod relax;
mod settle;
mod tree;
mod walk;

use std::cell::Cell;
use std::sync::Arc;

use crate::control::{Control, Progress};
use crate::cuts::{Block, Cut, Finder};
use crate::lp::Lp;
use crate::program::{Program, Row};
use domain::Domain;

pub(crate) use ceilings::Ceilings;

/// What a search learnt, for the next search over a similar programme.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    /// Cuts, valid for `blocks`.
    pub(crate) cuts: Vec<Cut>,
    /// The blocks when the cuts were made.
    pub(crate) blocks: Vec<Option<Block>>,
    /// Points that met every demand of some programme; the newest last.
    pub(crate) points: Vec<Vec<i64>>,
    /// Pseudo-costs of the columns.
    pub(crate) costs: Vec<branch::PseudoCost>,
    /// Whether the next search notes where its tree ends.
    pub(crate) wants_leaves: bool,
    /// Where the tree ended that was noted last: later searches begin there.
    pub(crate) leaves: Arc<Vec<tree::Leaf>>,
    /// What is known of points that have a column otherwise.
    pub(crate) ceilings: Ceilings,
}

/// Cuts kept for later searches.
const MOST_REMEMBERED: usize = 500;
/// Points kept for later searches.
const MOST_POINTS: usize = 400;

impl Memory {
    fn keep(&mut self, point: &[i64]) {
        self.points.retain(|known| known != point);
        self.points.push(point.to_vec());
        if self.points.len() > MOST_POINTS {
            self.points.remove(0);
        }
    }

    /// Takes over the newest point of another memory.
    pub(crate) fn learn(&mut self, other: &Self) {
        if let Some(point) = other.points.last() {
            self.keep(point);
        }
    }
}

/// How a search ended.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The best point and its value.
    pub(crate) best: Option<(i64, Vec<i64>)>,
    /// What no point exceeds; none where no point exists.
    pub(crate) bound: Option<i64>,
    /// Whether the search was stopped before it was done.
    pub(crate) stopped: bool,
    /// Nodes looked at.
    pub(crate) nodes: u64,
    /// Pivots made.
    pub(crate) pivots: u64,
}

/// Where a row of the relaxation comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// The programme's row with this index.
    Program(u32),
    /// The cut with this index.
    Cut(u32),
}

impl Source {
    /// The number by which the linear programme and its bases know the row: even for the programme's own, so
    /// that neither more rows nor more cuts change the others' numbers.
    fn number(self) -> u32 {
        match self {
            Self::Program(index) => 2 * index,
            Self::Cut(index) => 2 * index + 1,
        }
    }

    fn of(number: u32) -> Self {
        if number.is_multiple_of(2) { Self::Program(number / 2) } else { Self::Cut(number / 2) }
    }
}

/// A cut that was found: it stays known when it leaves the relaxation.
struct Known {
    row: Arc<Row>,
    block: u32,
    present: bool,
}

/// One search over one programme.
pub(crate) struct Search<'a> {
    program: &'a Program,
    control: Control<'a>,
    lp: Lp,
    /// The integer form of each row of `lp`.
    rows: Vec<Arc<Row>>,
    /// Every cut found.
    known: Vec<Known>,
    /// Where each row of `lp` comes from.
    source: Vec<Source>,
    /// Rows of `lp` when loose ones were last dropped.
    firm_rows: usize,
    /// Which rows of the programme are in `lp`.
    present: Vec<bool>,
    blocks: Vec<Option<Block>>,
    finder: Finder,
    root: Domain,
    best: Option<(i64, Vec<i64>)>,
    bound: i64,
    /// The largest bound of what was left aside because the gap allowed it.
    given_up: Cell<i64>,
    step: i64,
    /// The objective in the linear programme is this times the true one.
    scale: f64,
    costs: Vec<branch::PseudoCost>,
    /// Pivots made in trials.
    trial_pivots: u64,
    nodes: u64,
    x: Vec<f64>,
    y: Vec<f64>,
    told: std::time::Duration,
    /// How large the programme is that this searches a part of, if it does.
    outer: Option<nearby::Size>,
    /// Whether an earlier search handed on a choice that holds here.
    warm: bool,
    near: nearby::Near,
    ceilings: Ceilings,
    /// Where an earlier tree ended: this one begins there.
    leaves: Vec<tree::Leaf>,
    /// Where this tree has ended so far, if that is to be known.
    ends: Option<Vec<tree::Leaf>>,
}

/// Finds the best point of a programme. `memory` gives a warm start where it
/// fits and takes up what is learnt.
pub(crate) fn maximise(program: &Program, control: Control<'_>, memory: &mut Memory) -> Found {
    let Ok(root) = Domain::new(program) else {
        return Found { best: None, bound: None, stopped: false, nodes: 0, pivots: 0 };
    };
    let mut search = Search::new(program, control, root);
    search.recall(memory);
    let ended = search.run();
    search.remember(memory, ended);
    let bound = match (&search.best, ended) {
        (Some((value, _)), tree::Ended::Done) => Some(search.given_up.get().max(*value)),
        (None, tree::Ended::Done) => None,
        (best, tree::Ended::Stopped) => {
            let value = best.as_ref().map_or(i64::MIN, |(value, _)| *value);
            Some(search.bound.max(search.given_up.get()).max(value))
        }
    };
    Found { best: search.best, bound, stopped: ended == tree::Ended::Stopped, nodes: search.nodes, pivots: search.lp.pivots }
}

impl<'a> Search<'a> {
    fn new(program: &'a Program, control: Control<'a>, root: Domain) -> Self {
        let largest = program.objective.iter().map(|c| c.unsigned_abs()).max().unwrap_or(0).max(1);
        let scale = 1.0 / largest as f64;
        let objective: Vec<f64> = program.objective.iter().map(|c| *c as f64 * scale).collect();
        let lower: Vec<f64> = root.lower.iter().map(|v| *v as f64).collect();
        let upper: Vec<f64> = root.upper.iter().map(|v| *v as f64).collect();
        let bound = program.objective.iter().enumerate().map(|(c, v)| if *v > 0 { v * root.upper[c] } else { v * root.lower[c] }).sum();
        Self {
            program,
            control,
            lp: Lp::new(&objective, &lower, &upper),
            rows: Vec::new(),
            known: Vec::new(),
            source: Vec::new(),
            firm_rows: 0,
            present: vec![false; program.rows.len()],
            blocks: Block::all(program),
            finder: Finder::default(),
            root,
            best: None,
            bound,
            given_up: Cell::new(i64::MIN),
            step: program.step(),
            scale,
            costs: vec![branch::PseudoCost::default(); program.columns.len()],
            trial_pivots: 0,
            nodes: 0,
            x: Vec::new(),
            y: Vec::new(),
            told: std::time::Duration::ZERO,
            outer: None,
            warm: false,
            near: nearby::Near::new(program),
            ceilings: Ceilings::default(),
            leaves: Vec::new(),
            ends: None,
        }
    }

    /// Takes up cuts and points that still hold for this programme.
    fn recall(&mut self, memory: &Memory) {
        if memory.costs.len() == self.costs.len() {
            self.costs.clone_from(&memory.costs);
        }
        for point in &memory.points {
            self.offer(point.clone());
        }
        self.warm = self.best.is_some();
        let mut place = Vec::with_capacity(memory.cuts.len());
        for cut in &memory.cuts {
            let row = self.still_holds(cut, memory);
            place.push(row.as_ref().map(|_| self.known.len() as u32));
            if let Some(row) = row {
                self.known.push(Known { row: Arc::new(row), block: cut.block, present: false });
            }
        }
        self.ceilings = memory.ceilings.clone();
        self.ends = memory.wants_leaves.then(Vec::new);
        if memory.costs.len() == self.costs.len() {
            self.leaves = memory.leaves.iter().map(|leaf| leaf.with_cuts(&place)).collect();
        }
    }

    /// A cut as it holds for this programme, where it does.
    fn still_holds(&mut self, cut: &Cut, memory: &Memory) -> Option<Row> {
        let index = cut.block as usize;
        let block = self.blocks.get(index)?.as_ref()?;
        let mut row = cut.row.clone();
        if memory.blocks[index].as_ref() != Some(block) {
            row.most = self.finder.right_side(block, &row)?;
        }
        Some(row)
    }

    fn remember(&mut self, memory: &mut Memory, ended: tree::Ended) {
        memory.costs.clone_from(&self.costs);
        memory.blocks.clone_from(&self.blocks);
        memory.cuts.clear();
        let ends = self.ends.take().filter(|ends| ended == tree::Ended::Done && ends.len() < tree::MOST_LEAVES).unwrap_or_default();
        let mut held = vec![false; self.known.len()];
        for number in ends.iter().flat_map(|leaf| leaf.basis.tight()) {
            if let Source::Cut(index) = Source::of(number) {
                held[index as usize] = true;
            }
        }
        let mut order: Vec<usize> = (0..self.known.len()).collect();
        let rank = |k: usize| {
            if held[k] {
                0
            } else if self.known[k].present {
                1
            } else {
                2 + self.known.len() - k
            }
        };
        order.sort_by_key(|k| rank(*k));
        let many = MOST_REMEMBERED.max(held.iter().filter(|held| **held).count());
        let mut place = vec![None; self.known.len()];
        for k in order.into_iter().take(many) {
            place[k] = Some(memory.cuts.len() as u32);
            memory.cuts.push(Cut { row: (*self.known[k].row).clone(), block: self.known[k].block });
        }
        memory.leaves = Arc::new(ends.iter().map(|leaf| leaf.with_cuts(&place)).collect());
        memory.wants_leaves = false;
        if let Some((_, point)) = &self.best {
            memory.keep(point);
        }
    }

    /// Takes a point as the best where it meets every row and is worth more.
    fn offer(&mut self, mut x: Vec<i64>) -> bool {
        if x.len() != self.program.columns.len() {
            return false;
        }
        self.program.complete(&mut x);
        let Some(value) = self.program.worth(&x) else { return false };
        if self.best.as_ref().is_some_and(|(best, _)| *best >= value) {
            return false;
        }
        self.best = Some((value, x));
        true
    }

    /// The least value that would be an improvement, less one.
    fn cutoff(&self) -> Option<i64> {
        self.best.as_ref().map(|(value, _)| value + self.step - 1)
    }

    /// Whether no better point than the best (within the allowed gap, or where
    /// better is asked for) can lie under this bound.
    fn settled(&self, bound: i64) -> bool {
        let Some((value, _)) = &self.best else { return false };
        if bound < value + self.step {
            return true;
        }
        let gap = i128::from(self.control.limits.gap_permille);
        let more = i128::from(bound) - i128::from(*value);
        let near = gap > 0 && more * 1000 <= gap * i128::from(value.unsigned_abs());
        let enough = near || self.control.limits.enough.is_some_and(|enough| *value >= enough);
        if enough {
            // What is left aside may hold better points, up to this bound.
            self.given_up.set(self.given_up.get().max(bound));
        }
        enough
    }

    fn tell(&mut self) {
        let elapsed = (self.control.elapsed)();
        if elapsed >= self.told + std::time::Duration::from_millis(100) {
            self.told = elapsed;
            (self.control.report)(Progress {
                value: self.best.as_ref().map(|(value, _)| *value),
                bound: Some(self.bound.max(self.given_up.get())),
                nodes: self.nodes,
                elapsed,
            });
        }
    }
}

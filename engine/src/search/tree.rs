//! The search tree: the root with its cuts, then plunging branch and bound.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::branch::Split;
use super::domain::Domain;
use super::nearby::Size;
use super::relax::Relaxed;
use super::{Search, Source};
use crate::lp::Basis;

/// Open nodes beyond which the deepest is taken first, so that memory stays
/// bounded.
const MOST_OPEN: usize = 100_000;
/// Rounds of cuts at the root.
const ROUNDS: usize = 60;

/// A round of cuts that lowers the bound by less than this share was slow, and a tenth of it in a programme
/// of many columns: its tree would do no better.
const SLIGHT: f64 = 2e-4;
/// Slow rounds in a row after which the tree begins; and in a programme of many columns.
const PATIENCE: u32 = 2;
const PATIENCE_MANY: u32 = 4;

/// Columns from which on a choice is made before the relaxation is solved.
const PRICED: usize = 1_500;

/// How a tree ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// The best point is proven (or that there is none).
    Done,
    /// Stopped by time, cancellation, gap or node limit.
    Stopped,
}

/// A decision on the way to a node: a column and its one value.
#[derive(Debug)]
struct Step {
    column: u32,
    value: i64,
    before: Option<Arc<Step>>,
}

/// A node still to be looked at.
pub(super) struct Node {
    path: Option<Arc<Step>>,
    basis: Arc<Basis>,
    bound: i64,
    depth: u32,
    number: u64,
    /// Whether it comes from an earlier tree: its bound says nothing yet.
    fresh: bool,
}

/// What is to be done at a node that was looked at.
enum Turn {
    /// To branch.
    Split(Split),
    /// To wait until its bound is the largest.
    Later,
    /// Nothing: there is nothing more to have.
    Over,
}

/// Where an earlier tree ended: the leaves of a whole tree divide all there is among them, whatever is worth
/// having there now.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    path: Option<Arc<Step>>,
    pub(super) basis: Arc<Basis>,
    depth: u32,
}

impl Leaf {
    /// The same leaf where each cut has another place, or none.
    pub(super) fn with_cuts(&self, place: &[Option<u32>]) -> Self {
        let renumber = |number: u32| match Source::of(number) {
            Source::Program(_) => Some(number),
            Source::Cut(index) => place[index as usize].map(|k| Source::Cut(k).number()),
        };
        Self { basis: Arc::new(self.basis.renumbered(renumber)), ..self.clone() }
    }
}

/// Leaves beyond which a tree is not handed on.
pub(super) const MOST_LEAVES: usize = 4_000;

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Node {}
impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound.cmp(&other.bound).then(self.depth.cmp(&other.depth)).then(other.number.cmp(&self.number))
    }
}

impl Search<'_> {
    /// Searches to the end, or until it is stopped.
    pub(super) fn run(&mut self) -> Ended {
        let mut domain = self.root.clone();
        match self.at_root(&mut domain) {
            None => return Ended::Done,
            Some(false) => return Ended::Stopped,
            Some(true) => {}
        }
        self.root = domain;
        let limit = self.control.limits.nodes.unwrap_or(u64::MAX);
        let leaves = std::mem::take(&mut self.leaves);
        if leaves.is_empty() {
            let basis = Arc::new(self.lp.snapshot());
            return self.explore(vec![Node { path: None, basis, bound: self.bound, depth: 0, number: 0, fresh: false }], limit);
        }
        let node = |(number, Leaf { path, basis, depth }): (usize, Leaf)| Node {
            path,
            basis,
            bound: self.bound,
            depth,
            number: number as u64,
            fresh: true,
        };
        self.explore(leaves.into_iter().enumerate().map(node).collect(), limit)
    }

    /// The root: bound, cuts, a first choice. None where all is settled; false
    /// where time is out.
    pub(super) fn at_root(&mut self, domain: &mut Domain) -> Option<bool> {
        let mut last = f64::INFINITY;
        let many = Size::of(self.program) > Size::Small;
        let (slight, patience) = if many { (SLIGHT / 10.0, PATIENCE_MANY) } else { (SLIGHT, PATIENCE) };
        let mut slow = 0;
        if self.best.is_none() && self.program.columns.len() > PRICED && self.outer.is_none() {
            self.choose_by_prices(domain);
        }
        for round in 0..ROUNDS {
            let Relaxed::Bounded(bound) = self.relax(domain, self.bound) else { return None };
            self.bound = bound;
            self.tell();
            if self.integral() && self.offer(self.rounded()) && self.settled(self.bound) {
                return None;
            }
            if self.control.over() {
                return Some(false);
            }
            if round == 0 && self.outer.is_none() && !self.warm {
                self.first_choice(domain);
            }
            if self.settled(self.bound) {
                return None;
            }
            let objective = self.lp.objective();
            let gain = (last - objective) / objective.abs().max(1e-9);
            slow = if gain < slight { slow + 1 } else { 0 };
            last = objective;
            self.drop_loose_rows();
            if slow >= patience || self.separate() == 0 {
                break;
            }
        }
        if self.outer.is_none() && !self.warm {
            self.plunge_at_root(domain);
        }
        let Relaxed::Bounded(bound) = self.relax(domain, self.bound) else { return None };
        self.bound = bound;
        self.drop_loose_rows();
        self.firm_rows = self.rows.len();
        if self.outer.is_none() && !self.warm {
            self.improve_at_root(domain);
        }
        if self.settled(self.bound) { None } else { Some(true) }
    }

    /// Whether the relaxation's point picks whole options.
    pub(super) fn integral(&self) -> bool {
        self.x.iter().all(|v| (v - v.round()).abs() < 1e-6)
    }

    pub(super) fn rounded(&self) -> Vec<i64> {
        self.x.iter().map(|v| v.round() as i64).collect()
    }

    /// Branch and bound below some nodes, at most `limit` nodes.
    fn explore(&mut self, first: Vec<Node>, limit: u64) -> Ended {
        let mut number = first.len() as u64;
        let mut open = BinaryHeap::from(first);
        let mut deepest: Vec<Node> = Vec::new();
        let mut current: Option<Node> = None;
        let mut domain = Domain::default();
        let start = self.nodes;
        loop {
            let (mut node, jumped) = match current.take() {
                Some(node) => (node, false),
                None => match deepest.pop().or_else(|| open.pop()) {
                    Some(node) => (node, true),
                    None => return Ended::Done,
                },
            };
            if self.settled(node.bound) {
                self.end_at(node);
                continue;
            }
            self.improve_in_turn();
            if jumped && deepest.is_empty() {
                self.bound = self.bound.min(node.bound);
            }
            self.nodes += 1;
            self.tell();
            if self.control.over() || self.nodes - start > limit {
                return Ended::Stopped;
            }
            domain.copy_from(&self.root);
            if self.follow(&node, &mut domain).is_err() {
                self.end_at(node);
                continue;
            }
            if jumped {
                self.go_back(&node.basis);
            }
            let turn = self.divide(&mut node, &mut domain);
            let basis = Arc::new(self.lp.snapshot());
            let split = match turn {
                Turn::Split(split) => split,
                Turn::Later => {
                    open.push(Node { basis, fresh: false, ..node });
                    continue;
                }
                Turn::Over => {
                    self.end_at(Node { basis, ..node });
                    continue;
                }
            };
            let mut child = |value: i64, bound: i64| {
                number += 1;
                let path = Some(Arc::new(Step { column: split.column, value, before: node.path.clone() }));
                Node { path, basis: basis.clone(), bound: bound.min(node.bound), depth: node.depth + 1, number, fresh: false }
            };
            let up = child(split.value + 1, split.up);
            let down = child(split.value, split.down);
            let (near, far) = if split.up_first { (up, down) } else { (down, up) };
            if self.settled(far.bound) {
                self.end_at(far);
            } else if open.len() + deepest.len() >= MOST_OPEN {
                deepest.push(far);
            } else {
                open.push(far);
            }
            current = Some(near);
        }
    }

    /// What to do at a node.
    fn divide(&mut self, node: &mut Node, domain: &mut Domain) -> Turn {
        let Relaxed::Bounded(bound) = self.relax(domain, node.bound) else { return Turn::Over };
        node.bound = bound;
        if self.integral() {
            self.offer(self.rounded());
            if self.settled(node.bound) {
                return Turn::Over;
            }
        }
        if node.fresh {
            return Turn::Later;
        }
        if self.cut_here() && self.separate() > 0 {
            let Relaxed::Bounded(bound) = self.relax(domain, node.bound) else { return Turn::Over };
            node.bound = bound;
        }
        self.drop_loose_when_many();
        self.choose(domain, &mut node.bound).map_or(Turn::Over, Turn::Split)
    }

    /// Notes where the tree ends, where a later search wants to know.
    fn end_at(&mut self, node: Node) {
        if let Some(ends) = self.ends.as_mut().filter(|ends| ends.len() < MOST_LEAVES) {
            ends.push(Leaf { path: node.path, basis: node.basis, depth: node.depth });
        }
    }

    /// Whether cuts are looked for at this node: as long as pivots have their share of the time, which is larger where a
    /// better point is looked for in a part of a large programme.
    pub(super) fn cut_here(&self) -> bool {
        let share = if self.outer >= Some(Size::Wide) { 1 } else { 16 };
        self.finder.work <= share * self.lp.effort
    }

    /// Applies the decisions on the way to a node.
    fn follow(&self, node: &Node, domain: &mut Domain) -> Result<(), super::domain::Empty> {
        let mut step = node.path.as_ref();
        while let Some(decision) = step {
            let c = decision.column as usize;
            domain.narrow(self.program, c, decision.value, decision.value)?;
            step = decision.before.as_ref();
        }
        domain.propagate(self.program)
    }
}

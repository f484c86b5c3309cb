//! Why nothing meets every demand: an irreducible set of demands that cannot
//! hold together.

use crate::compile::{Form, compile};
use crate::control::{Control, Limits};
use crate::demand::Demand;
use crate::instance::Instance;
use crate::program::{Origin, Program};
use crate::search::{Memory, maximise};

/// Nodes one trial may take. A trial that is not decided keeps its demands, so
/// the set is always a conflict, though then perhaps not the smallest.
const TRIAL_NODES: u64 = 20_000;

/// Demands of an infeasible instance that cannot hold together, such that
/// without any one of them the others can (the deletion filter, in halves).
/// Empty where the instance is feasible or the run was stopped first.
pub fn conflict(instance: &Instance, control: Control<'_>) -> Vec<Demand> {
    let weights = vec![0; instance.criteria.len()];
    let program = compile(instance, &weights, Form::Hard).program;
    let mut kept: Vec<Demand> = Vec::new();
    for origin in &program.origin {
        if let Origin::Demand(demand) = origin
            && !kept.contains(demand)
        {
            kept.push(*demand);
        }
    }
    // What is dropped first is what a reader would least like to see: money and
    // people are named only where they matter.
    kept.sort();
    let mut memory = Memory::default();
    if !impossible(&program, &kept, control, &mut memory) {
        return Vec::new();
    }
    let mut size = kept.len().div_ceil(2);
    loop {
        let mut from = 0;
        while from < kept.len() && !control.over() {
            let to = (from + size).min(kept.len());
            let rest: Vec<Demand> = kept[..from].iter().chain(&kept[to..]).copied().collect();
            if impossible(&program, &rest, control, &mut memory) {
                kept = rest;
            } else {
                from = to;
            }
        }
        if size == 1 {
            return kept;
        }
        size = size.div_ceil(2);
    }
}

/// Whether it is proven that no choice meets these demands.
fn impossible(program: &Program, demands: &[Demand], control: Control<'_>, memory: &mut Memory) -> bool {
    let mut part = program.with_rows(|origin| match origin {
        Origin::OneOption(_) => true,
        Origin::Demand(demand) => demands.binary_search(demand).is_ok(),
        Origin::Together(_) | Origin::Level => false,
    });
    part.objective.fill(0);
    let limits = Limits { nodes: Some(TRIAL_NODES), gap_permille: 0, ..control.limits };
    memory.cuts.clear();
    let found = maximise(&part, control.with(limits), memory);
    found.best.is_none() && !found.stopped
}

//! The least-bad choice where nothing meets every demand.
//!
//! Laws (prerequisites and exclusions) always hold: choosing less always meets
//! them. Then, in this order and each without giving up what came before: as few
//! mandates missed as possible, as little money over, as few person-days over, as
//! little coverage short; and of what remains the most value.

use crate::answer::{Answer, Status};
use crate::choice::answer;
use crate::compile::{Form, compile};
use crate::control::Control;
use crate::demand::{Demand, Relaxed};
use crate::instance::Instance;
use crate::program::{Column, Origin};
use crate::search::{Memory, maximise};

/// Which demands are of one rank.
fn rank(demand: Demand) -> usize {
    match demand {
        Demand::Rule(_) => 0,
        Demand::Mandate(_) => 1,
        Demand::Money(..) => 2,
        Demand::Capacity(..) => 3,
        Demand::Coverage(_) => 4,
    }
}

/// The least-bad choice under the given weights, with what it misses.
pub fn least_bad(instance: &Instance, weights: &[i64], control: Control<'_>) -> Answer {
    let mut compiled = compile(instance, weights, Form::Elastic);
    let value = compiled.program.objective.clone();
    let mut memory = Memory::default();
    memory.points.push(vec![0; value.len()]);
    for level in 1..=4 {
        let misses: Vec<u32> = compiled
            .program
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| matches!(column, Column::Miss(demand) if rank(*demand) == level))
            .map(|(c, _)| c as u32)
            .collect();
        if misses.is_empty() {
            continue;
        }
        let program = &mut compiled.program;
        program.objective.fill(0);
        for c in &misses {
            program.objective[*c as usize] = -1;
        }
        let found = maximise(program, control, &mut memory);
        let Some((missed, _)) = found.best else { break };
        let missed = -missed;
        if missed == 0 {
            for c in &misses {
                program.upper[*c as usize] = 0;
            }
        } else {
            program.add_row(misses.iter().map(|c| (*c, 1)).collect(), missed, Origin::Level);
        }
    }
    compiled.program.objective = value;
    let found = maximise(&compiled.program, control, &mut memory);
    let mut relaxed: Vec<Relaxed> = Vec::new();
    if let Some((_, x)) = &found.best {
        for (c, column) in compiled.program.columns.iter().enumerate() {
            if let (Column::Miss(demand), true) = (column, x[c] > 0) {
                relaxed.push(Relaxed { demand: *demand, by: x[c] });
            }
        }
    }
    relaxed.sort_by_key(|entry| (rank(entry.demand), entry.demand));
    let mut answer = answer(&compiled, found);
    answer.relaxed = relaxed;
    if answer.selection.is_some() && !answer.relaxed.is_empty() {
        answer.status = Status::Infeasible;
    }
    answer
}

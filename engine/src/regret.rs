//! Disagreement about weights: what each view loses by another's choice, and the
//! choice whose greatest loss is least.

use crate::answer::Answer;
use crate::choice::answer;
use crate::compile::{Form, compile};
use crate::control::Control;
use crate::instance::{Instance, Selection};
use crate::program::{Column, Origin};
use crate::search::{Memory, maximise};

/// The choice with the least greatest regret.
#[derive(Debug, Clone)]
pub struct MinimaxRegret {
    /// The best value under each weight set.
    pub optima: Vec<i64>,
    /// The best choice under each weight set.
    pub favourites: Vec<Selection>,
    /// What weight set `.0` loses when it gets the favourite of `.1`.
    pub matrix: Vec<Vec<i64>>,
    /// The choice whose greatest regret is least.
    pub compromise: Selection,
    /// Its regret under each weight set.
    pub regrets: Vec<i64>,
    /// No choice has a greatest regret below this.
    pub bound: i64,
}

/// Finds the choice whose greatest regret over the weight sets is least. None
/// where there are no weight sets, nothing is possible, or the run was stopped.
pub fn minimax_regret(instance: &Instance, control: Control<'_>) -> Option<MinimaxRegret> {
    let sets: Vec<&Vec<i64>> = instance.weight_sets.iter().map(|s| &s.weights).collect();
    let mut memory = Memory::default();
    let mut optima = Vec::new();
    let mut favourites = Vec::new();
    for weights in &sets {
        let compiled = compile(instance, weights, Form::Hard);
        let found: Answer = answer(&compiled, maximise(&compiled.program, control, &mut memory));
        // Regret is measured from what is proven, so an unproven optimum counts
        // at its bound.
        optima.push(found.bound?);
        favourites.push(found.selection?);
    }
    let mut compiled = compile(instance, sets.first()?, Form::Hard);
    let program = &mut compiled.program;
    let most = optima.iter().copied().max()?.max(0).saturating_mul(2);
    let worst = program.add_column(Column::Worst, -1, most);
    for (weights, optimum) in sets.iter().zip(&optima) {
        let mut terms = vec![(worst, -1)];
        for (c, column) in program.columns.iter().enumerate() {
            let value = match column {
                Column::Pick(i, o) => instance.option_value(*i as usize, *o as usize, weights),
                Column::Together(_) => program.objective[c],
                _ => 0,
            };
            terms.push((c as u32, -value));
        }
        program.add_row(terms, -optimum, Origin::Level);
    }
    for c in 0..worst as usize {
        program.objective[c] = 0;
    }
    memory.cuts.clear();
    memory.costs.clear();
    let mut starts = Memory::default();
    for mut point in memory.points {
        point.push(0);
        starts.points.push(point);
    }
    let found = maximise(program, control, &mut starts);
    let (_, x) = found.best.as_ref()?;
    let compromise = compiled.selection(x);
    let regret = |s: &Selection, k: usize| optima[k] - instance.value(s, sets[k]);
    let every = 0..sets.len();
    Some(MinimaxRegret {
        matrix: every.clone().map(|a| favourites.iter().map(|s| regret(s, a)).collect()).collect(),
        regrets: every.map(|k| regret(&compromise, k)).collect(),
        bound: -found.bound?,
        optima,
        favourites,
        compromise,
    })
}

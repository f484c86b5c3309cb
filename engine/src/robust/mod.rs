//! Which initiatives survive disagreement about the weights.
//!
//! Robust portfolio modelling (Liesiö, Mild, Salo 2007): over all weights the
//! weight sets span, a choice is dominated where another is at least as good
//! under every weight set and better under one. An initiative in every
//! non-dominated choice is core, in none exterior, otherwise borderline.

mod labels;

use crate::compile::{Compiled, Form, compile};
use crate::control::Control;
use crate::instance::{Instance, Rule, Selection};
use crate::program::Column;
use crate::scenarios::Share;
use crate::search::{Memory, maximise};
use crate::variant::ask_all;

/// Weights drawn from the span for the sampled share.
pub const SAMPLES: usize = 200;

/// Where an initiative stands under all weights of the span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In every non-dominated choice.
    Core,
    /// In some.
    Borderline,
    /// In none.
    Exterior,
}

impl Standing {
    /// The word for it in answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Borderline => "borderline",
            Self::Exterior => "exterior",
        }
    }
}

/// What is known of one initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Robustness {
    /// Where it stands.
    pub standing: Standing,
    /// Whether that is proven; if not, it holds in all that was sampled.
    pub proven: bool,
    /// Share of the non-dominated choices with it in permille (the core index),
    /// where all of them are known.
    pub core_index_permille: Option<i64>,
    /// How often it is in the best choice of sampled weights.
    pub sampled: Share,
}

/// The initiatives' standing, and how it was found.
#[derive(Debug, Clone)]
pub struct Robust {
    /// For each initiative.
    pub initiatives: Vec<Robustness>,
    /// How many non-dominated choices there are, where all are known.
    pub non_dominated: Option<u64>,
    /// How many different non-dominated choices were sampled.
    pub sampled_choices: usize,
}

/// The weight sets of the span: the instance's own, or its criteria's weights
/// where it has none.
pub fn span(instance: &Instance) -> Vec<Vec<i64>> {
    if instance.weight_sets.is_empty() {
        return vec![instance.own_weights()];
    }
    instance.weight_sets.iter().map(|set| set.weights.clone()).collect()
}

/// The value of a choice under each weight set.
fn vector(instance: &Instance, sets: &[Vec<i64>], selection: &Selection) -> Vec<i64> {
    sets.iter().map(|weights| instance.value(selection, weights)).collect()
}

/// Whether `a` dominates `b`.
fn dominates(a: &[i64], b: &[i64]) -> bool {
    a != b && a.iter().zip(b).all(|(a, b)| a >= b)
}

/// Finds where each initiative stands. None where nothing is possible.
pub fn robust(instance: &Instance, seed: u64, control: Control<'_>) -> Option<Robust> {
    let sets = span(instance);
    let compiled = compile(instance, &sets[0], Form::Hard);
    let mut memory = Memory::default();
    let first = maximise(&compiled.program, control, &mut memory);
    first.best.as_ref()?;
    let drawn = ask_all(SAMPLES, control.limits.threads, &memory, |index, memory| {
        if control.over() {
            return None;
        }
        let program = mixed(instance, &compiled, &sets, &mixture(seed, index as u64, sets.len()));
        let found = maximise(&program, control, memory);
        let (value, x) = found.best?;
        (found.bound == Some(value)).then(|| compiled.selection(&x))
    });
    let samples: Vec<Selection> = drawn.into_iter().flatten().collect();
    let mut distinct = samples.clone();
    distinct.sort();
    distinct.dedup();
    let vectors: Vec<Vec<i64>> = distinct.iter().map(|s| vector(instance, &sets, s)).collect();
    let count = instance.initiatives.len();
    let share = |i: usize| Share::of(samples.iter().filter(|s| s.has(i)).count() as u64, samples.len() as u64);
    if let Some(all) = labels::non_dominated(instance, &sets, &vectors, control) {
        let initiatives = (0..count)
            .map(|i| {
                let hits = all.iter().filter(|s| s.has(i)).count();
                let standing = match hits {
                    0 => Standing::Exterior,
                    n if n == all.len() => Standing::Core,
                    _ => Standing::Borderline,
                };
                let index = (hits * 1000 / all.len().max(1)) as i64;
                Robustness { standing, proven: true, core_index_permille: Some(index), sampled: share(i) }
            })
            .collect();
        let non_dominated = Some(all.len() as u64);
        return Some(Robust { initiatives, non_dominated, sampled_choices: distinct.len() });
    }
    let initiatives = ask_all(count, control.limits.threads, &memory, |i, memory| {
        let hits = distinct.iter().filter(|s| s.has(i)).count();
        let (standing, proven) = if hits > 0 && hits < distinct.len() {
            (Standing::Borderline, true)
        } else {
            let inside = hits > 0;
            let standing = if inside { Standing::Core } else { Standing::Exterior };
            let proven = instance.initiatives[i].mandatory && inside
                || never_worth(instance, &compiled, &sets, &vectors, (i, !inside), control, memory);
            (standing, proven)
        };
        Robustness { standing, proven, core_index_permille: None, sampled: share(i) }
    });
    Some(Robust { initiatives, non_dominated: None, sampled_choices: distinct.len() })
}

/// Whether every choice with an initiative held in (or out) is dominated by one
/// known choice: proven by the best such choice under each weight set.
fn never_worth(
    instance: &Instance,
    compiled: &Compiled,
    sets: &[Vec<i64>],
    vectors: &[Vec<i64>],
    (i, inside): (usize, bool),
    control: Control<'_>,
    memory: &mut Memory,
) -> bool {
    let mut ideal = Vec::new();
    for k in 0..sets.len() {
        if control.over() {
            return false;
        }
        let mut mixture = vec![0; sets.len()];
        mixture[k] = 1;
        let program = mixed(instance, compiled, sets, &mixture).holding(i, inside);
        match maximise(&program, control, memory).bound {
            None => return true,
            Some(bound) => ideal.push(bound),
        }
    }
    vectors.iter().any(|v| dominates(v, &ideal))
}

/// The programme whose objective is a mixture of the weight sets' values.
fn mixed(instance: &Instance, compiled: &Compiled, sets: &[Vec<i64>], mixture: &[i64]) -> crate::program::Program {
    let mut program = compiled.program.clone();
    let whole: i64 = mixture.iter().sum();
    for (c, column) in compiled.program.columns.iter().enumerate() {
        program.objective[c] = match column {
            Column::Pick(i, o) => {
                sets.iter().zip(mixture).map(|(weights, part)| part * instance.option_value(*i as usize, *o as usize, weights)).sum()
            }
            Column::Together(rule) => match &instance.rules[*rule as usize] {
                Rule::Together { extra_value, .. } => extra_value * whole,
                _ => 0,
            },
            _ => 0,
        };
    }
    program
}

/// Positive parts of a hundred, drawn evenly from the simplex; the first draws
/// lean on one weight set each.
fn mixture(seed: u64, index: u64, sets: usize) -> Vec<i64> {
    if sets == 1 {
        return vec![1];
    }
    if (index as usize) < sets {
        let mut parts = vec![1; sets];
        parts[index as usize] = 1000;
        return parts;
    }
    let mut state = seed ^ index.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut roll = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    let mut cuts: Vec<i64> = (1..sets).map(|_| (roll() % 1000) as i64).collect();
    cuts.push(0);
    cuts.push(1000);
    cuts.sort_unstable();
    cuts.windows(2).map(|pair| pair[1] - pair[0] + 1).collect()
}

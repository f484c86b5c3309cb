//! The best choice.

use crate::answer::{Answer, Status};
use crate::compile::{Compiled, Form, compile};
use crate::conflict::conflict;
use crate::control::Control;
use crate::elastic::least_bad;
use crate::instance::{Instance, Selection};
use crate::search::{Found, Memory, maximise};

/// A question: an instance, weights, and what earlier questions taught. Ask it
/// again after a small change and it starts from what it knows.
pub struct Question {
    compiled: Compiled,
    memory: Memory,
}

impl Question {
    /// The question of an instance under the given weights.
    pub fn new(instance: &Instance, weights: &[i64]) -> Self {
        Self { compiled: compile(instance, weights, Form::Hard), memory: Memory::default() }
    }

    /// Answers it, without explaining a conflict.
    pub fn solve(&mut self, control: Control<'_>) -> Answer {
        let found = maximise(&self.compiled.program, control, &mut self.memory);
        answer(&self.compiled, found)
    }
}

/// The best choice for an instance under the given weights. Where nothing meets
/// every demand the answer names an irreducible conflict.
pub fn choose(instance: &Instance, weights: &[i64], control: Control<'_>) -> Answer {
    let mut answer = Question::new(instance, weights).solve(control);
    if answer.status == Status::Infeasible {
        answer.conflict = conflict(instance, control);
    }
    answer
}

/// As [`choose`], but where nothing meets every demand the least-bad choice is
/// given too, with what it misses.
pub fn choose_elastic(instance: &Instance, weights: &[i64], control: Control<'_>) -> Answer {
    let answer = choose(instance, weights, control);
    if answer.status != Status::Infeasible {
        return answer;
    }
    Answer { conflict: answer.conflict, ..least_bad(instance, weights, control) }
}

pub(crate) fn answer(compiled: &Compiled, found: Found) -> Answer {
    let selection: Option<Selection> = found.best.as_ref().map(|(_, x)| compiled.selection(x));
    let value = found.best.as_ref().map(|(value, _)| *value);
    let status = match (value, found.bound, found.stopped) {
        (Some(value), Some(bound), _) if value == bound => Status::Optimal,
        (Some(_), _, _) => Status::Feasible,
        (None, _, true) => Status::Unknown,
        (None, _, false) => Status::Infeasible,
    };
    Answer {
        status,
        selection,
        value,
        bound: found.bound,
        relaxed: Vec::new(),
        conflict: Vec::new(),
        nodes: found.nodes,
        pivots: found.pivots,
    }
}

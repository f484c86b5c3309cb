//! Many questions that differ little: the same programme with a bound moved, an
//! initiative held in or out, a demand dropped.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::compile::{Compiled, Form, compile};
use crate::control::Control;
use crate::demand::Demand;
use crate::instance::{Instance, Selection};
use crate::program::{Origin, Program};
use crate::search::{Found, Memory, maximise};

/// How many questions share what was learnt before them. The rounds are the same
/// on any number of threads, so the answers are too.
const ROUND: usize = 16;

/// A solved instance from which variants are asked.
pub(crate) struct Base {
    pub(crate) compiled: Compiled,
    pub(crate) memory: Memory,
    pub(crate) found: Found,
}

impl Base {
    pub(crate) fn solve(instance: &Instance, weights: &[i64], control: Control<'_>) -> Self {
        let compiled = compile(instance, weights, Form::Hard);
        let mut memory = Memory { wants_leaves: true, ..Memory::default() };
        let found = maximise(&compiled.program, control, &mut memory);
        Self { compiled, memory, found }
    }

    pub(crate) fn program(&self) -> &Program {
        &self.compiled.program
    }

    pub(crate) fn selection(&self) -> Option<Selection> {
        self.found.best.as_ref().map(|(_, x)| self.compiled.selection(x))
    }
}

impl Program {
    /// The programme with an initiative held in or out.
    pub(crate) fn holding(&self, initiative: usize, inside: bool) -> Self {
        let mut program = self.clone();
        let picks = program.picks[initiative].clone();
        if inside {
            let terms = picks.iter().map(|c| (*c, -1)).collect();
            program.add_row(terms, -1, Origin::Demand(Demand::Mandate(initiative)));
        } else {
            for c in picks {
                program.upper[c as usize] = 0;
            }
        }
        program
    }

    /// The programme without a demand: its rows stay in their places and ask for nothing.
    pub(crate) fn dropping(&self, demand: Demand) -> Self {
        let mut program = self.clone();
        for (row, origin) in program.rows.iter_mut().zip(&program.origin) {
            if *origin == Origin::Demand(demand) {
                row.most =
                    row.terms.iter().map(|&(c, a)| a * if a > 0 { program.upper[c as usize] } else { program.lower[c as usize] }).sum();
            }
        }
        program
    }

    /// The programme with more (or less) on the right side of a demand.
    pub(crate) fn shifting(&self, demand: Demand, by: i64) -> Self {
        let mut program = self.clone();
        for (row, origin) in program.rows.iter_mut().zip(&program.origin) {
            if *origin == Origin::Demand(demand) {
                row.most += by;
            }
        }
        program
    }
}

/// Answers `count` questions on up to `threads` threads. Each starts from what
/// all earlier rounds learnt.
pub(crate) fn ask_all<T: Send>(count: usize, threads: usize, memory: &Memory, ask: impl Fn(usize, &mut Memory) -> T + Sync) -> Vec<T> {
    ask_in_rounds(count, threads, &mut memory.clone(), ask, |_, _, _| {})
}

/// The same, where `learn` sees each answer after its round and may hand on more than the points found.
pub(crate) fn ask_in_rounds<T: Send>(
    count: usize,
    threads: usize,
    shared: &mut Memory,
    ask: impl Fn(usize, &mut Memory) -> T + Sync,
    mut learn: impl FnMut(usize, &T, &mut Memory),
) -> Vec<T> {
    let mut answers = Vec::with_capacity(count);
    let mut from = 0;
    while from < count {
        let to = (from + ROUND).min(count);
        let slots: Vec<Mutex<Option<(T, Memory)>>> = (from..to).map(|_| Mutex::new(None)).collect();
        let next = AtomicUsize::new(0);
        let work = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(slot) = slots.get(at) else { return };
                let mut own = shared.clone();
                let answer = ask(from + at, &mut own);
                if let Ok(mut slot) = slot.lock() {
                    *slot = Some((answer, own));
                }
            }
        };
        if threads <= 1 {
            work();
        } else {
            std::thread::scope(|scope| {
                for _ in 0..threads.min(to - from) {
                    scope.spawn(work);
                }
            });
        }
        for (at, slot) in slots.into_iter().enumerate() {
            if let Ok(Some((answer, own))) = slot.into_inner() {
                shared.learn(&own);
                learn(from + at, &answer, shared);
                answers.push(answer);
            }
        }
        from = to;
    }
    answers
}

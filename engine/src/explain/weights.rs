//! How the choice hangs on the weights: the tornado, and how far each weight can
//! move before another choice is better.

use crate::compile::{Form, compile};
use crate::control::{Control, Limits};
use crate::instance::{Instance, Selection};
use crate::search::{Memory, maximise};
use crate::variant::{Base, ask_all};

/// The best choice with one weight a tenth lower or higher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Swing {
    /// The criterion.
    pub criterion: usize,
    /// Its weight in permille of what it was.
    pub permille: i64,
    /// The best value then.
    pub value: i64,
    /// What the present choice is worth then.
    pub present: i64,
    /// Initiatives that come in.
    pub enters: Vec<usize>,
    /// Initiatives that go out.
    pub leaves: Vec<usize>,
}

/// The weights of one criterion at which the choice stays optimal, the others
/// unchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeightRange {
    /// The criterion.
    pub criterion: usize,
    /// The least such weight.
    pub low: i64,
    /// The largest such weight that was looked at.
    pub high: i64,
    /// Whether the choice is still optimal at twenty times the weight, where the
    /// search ends.
    pub open: bool,
}

fn best_under(instance: &Instance, weights: &[i64], control: Control<'_>, memory: &mut Memory) -> Option<(i64, Selection)> {
    let compiled = compile(instance, weights, Form::Hard);
    let found = maximise(&compiled.program, control, memory);
    let (value, x) = found.best?;
    Some((value, compiled.selection(&x)))
}

pub(super) fn tornado(instance: &Instance, weights: &[i64], base: &Base, control: Control<'_>) -> Vec<Swing> {
    let Some(present) = base.selection() else { return Vec::new() };
    let count = weights.len() * 2;
    let swings = ask_all(count, control.limits.threads, &base.memory, |at, memory| {
        let (criterion, permille) = (at / 2, if at % 2 == 0 { 900 } else { 1100 });
        let mut moved = weights.to_vec();
        moved[criterion] = moved[criterion].saturating_mul(permille) / 1000;
        let (value, selection) = best_under(instance, &moved, control, memory)?;
        let changed = |entering: bool| -> Vec<usize> {
            let differs = |i: &usize| present.has(*i) != selection.has(*i) && selection.has(*i) == entering;
            (0..present.0.len()).filter(differs).collect()
        };
        let present = instance.value(&present, &moved);
        Some(Swing { criterion, permille, value, present, enters: changed(true), leaves: changed(false) })
    });
    swings.into_iter().flatten().collect()
}

pub(super) fn ranges(instance: &Instance, weights: &[i64], base: &Base, control: Control<'_>) -> Vec<WeightRange> {
    let Some(present) = base.selection() else { return Vec::new() };
    ask_all(weights.len(), control.limits.threads, &base.memory, |criterion, memory| {
        let end = weights[criterion].saturating_mul(20).max(20);
        let low = reach(instance, weights, criterion, 0, &present, control, memory);
        let high = reach(instance, weights, criterion, end, &present, control, memory);
        WeightRange { criterion, low, high, open: high == end }
    })
}

/// The weight farthest towards `end` at which the present choice is optimal. The
/// best value is convex in a weight and the present choice's value is a line, so
/// where another choice beats it, whichever, the next place to look is where the two meet.
fn reach(
    instance: &Instance,
    weights: &[i64],
    criterion: usize,
    end: i64,
    present: &Selection,
    control: Control<'_>,
    memory: &mut Memory,
) -> i64 {
    let own = weights[criterion];
    let mut at = end;
    let mut moved = weights.to_vec();
    while at != own && !control.over() {
        moved[criterion] = at;
        let better = Limits { enough: Some(instance.value(present, &moved).saturating_add(1)), ..control.limits };
        let Some((value, rival)) = best_under(instance, &moved, control.with(better), memory) else { return own };
        if value <= instance.value(present, &moved) {
            return at;
        }
        // The rival is better at `at` and not at `own`: halve to where it ceases to be.
        let (mut good, mut bad) = (own, at);
        while (good - bad).abs() > 1 {
            let middle = good + (bad - good) / 2;
            moved[criterion] = middle;
            if instance.value(&rival, &moved) > instance.value(present, &moved) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        at = good;
    }
    own
}

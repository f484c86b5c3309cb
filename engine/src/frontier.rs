//! Value as a function of one fund's money.
//!
//! From the top down: an optimum at one amount stays optimal down to what its own
//! choice needs, so the next question is asked just below that. Every breakpoint
//! is found, each by one exact solve that starts from the last one's cuts.

use crate::answer::{Answer, Status};
use crate::choice::answer;
use crate::compile::{Form, compile};
use crate::control::Control;
use crate::demand::Demand;
use crate::instance::Instance;
use crate::program::Origin;
use crate::search::{Memory, maximise};
use crate::single;

/// Amounts asked for where several funds make every breakpoint too many.
pub const GRID: i64 = 50;

/// One point of a frontier.
#[derive(Debug, Clone)]
pub struct Point {
    /// The fund's money over all periods.
    pub total: i64,
    /// The fund's money per period.
    pub amounts: Vec<i64>,
    /// The best choice with that money.
    pub answer: Answer,
}

/// A fund's amounts with another total: each period keeps its share, rounded
/// down, so that more in total is never less in a period.
pub fn amounts_for(instance: &Instance, fund: usize, total: i64) -> Vec<i64> {
    let own = &instance.funds[fund].amounts;
    let sum: i128 = own.iter().map(|a| i128::from(*a)).sum();
    own.iter()
        .map(|a| {
            let share = match sum {
                0 => i128::from(total) / own.len() as i128,
                _ => i128::from(*a) * i128::from(total) / sum,
            };
            i64::try_from(share).unwrap_or(i64::MAX)
        })
        .collect()
}

/// The range asked for when none is given: from nothing to twice what there is.
pub fn usual_range(instance: &Instance, fund: usize) -> (i64, i64) {
    let total: i64 = instance.funds[fund].amounts.iter().sum();
    (0, total.saturating_mul(2))
}

/// The value as a function of a fund's total over `from..=to`: every breakpoint
/// where it is the only fund (each point is the least money at which its value is
/// had, the first one what `from` gives), else a grid of [`GRID`] steps. Money in
/// ascending order.
pub fn frontier(instance: &Instance, weights: &[i64], fund: usize, (from, to): (i64, i64), control: Control<'_>) -> Vec<Point> {
    if instance.funds.len() == 1
        && let Some(points) = single::every_breakpoint(instance, weights, from, to)
    {
        return points;
    }
    let compiled = compile(instance, weights, Form::Hard);
    let mut program = compiled.program.clone();
    let mut memory = Memory::default();
    let mut points = Vec::new();
    let mut total = to;
    let mut step = 0;
    while total >= from && !control.over() {
        let amounts = amounts_for(instance, fund, total);
        for (row, origin) in program.rows.iter_mut().zip(&program.origin) {
            if let Origin::Demand(Demand::Money(k, period)) = origin
                && *k == fund
            {
                row.most = amounts[*period];
            }
        }
        let answer = answer(&compiled, maximise(&program, control, &mut memory));
        let stop = answer.status == Status::Infeasible;
        let least = answer.selection.as_ref().map_or(total, |s| least_total(instance, fund, &s.0, total));
        let point = Point { total, amounts, answer };
        if instance.funds.len() == 1 {
            let reached = Point { total: least.max(from), amounts: amounts_for(instance, fund, least.max(from)), answer: point.answer };
            if points.last().is_some_and(|last: &Point| last.answer.value == reached.answer.value) {
                points.pop();
            }
            let next = reached.total - 1;
            points.push(if stop { Point { total: from, ..reached } } else { reached });
            if stop {
                break;
            }
            total = next;
        } else {
            points.push(point);
            step += 1;
            total = grid(from, to, step);
            if step > GRID {
                break;
            }
        }
    }
    points.reverse();
    points
}

/// The amount of a step of the grid, from the top down.
fn grid(from: i64, to: i64, step: i64) -> i64 {
    let fall = i128::from(to - from) * i128::from(step) / i128::from(GRID);
    to - i64::try_from(fall).unwrap_or(i64::MAX)
}

/// The least total at which a choice has its money, at most `known`.
fn least_total(instance: &Instance, fund: usize, picks: &[Option<u32>], known: i64) -> i64 {
    let mut used = vec![0i64; instance.periods.len()];
    for (item, pick) in instance.initiatives.iter().zip(picks) {
        if let Some(o) = pick {
            for draw in &item.options[*o as usize].money {
                if draw.resource == fund {
                    used[draw.period] += draw.amount.likely;
                }
            }
        }
    }
    let enough = |total: i64| amounts_for(instance, fund, total).iter().zip(&used).all(|(there, u)| there >= u);
    let (mut low, mut high) = (0, known);
    while low < high {
        let middle = low + (high - low) / 2;
        if enough(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

/// The best choices when all funds are scaled together, at each of the given
/// permille of what there is (in descending order each starts from the last).
pub fn sweep(instance: &Instance, weights: &[i64], permille: &[i64], control: Control<'_>) -> Vec<Answer> {
    let compiled = compile(instance, weights, Form::Hard);
    let mut program = compiled.program.clone();
    let mut memory = Memory::default();
    let mut answers = Vec::new();
    for share in permille {
        for (index, origin) in compiled.program.origin.iter().enumerate() {
            if let Origin::Demand(Demand::Money(..)) = origin {
                let scaled = i128::from(compiled.program.rows[index].most) * i128::from(*share) / 1000;
                program.rows[index].most = i64::try_from(scaled).unwrap_or(i64::MAX);
            }
        }
        answers.push(answer(&compiled, maximise(&program, control, &mut memory)));
    }
    answers
}

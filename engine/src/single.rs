//! One fund, one period: every breakpoint by dynamic programming.
//!
//! Initiatives are taken in turn. A state remembers only the options of those
//! that a rule still ties to one not yet taken; for each state a list of
//! (money, value) pairs is kept in which more money is more value. Nothing is
//! lost by dropping the other pairs, so the last list is the whole frontier.

use std::collections::BTreeMap;

use crate::answer::{Answer, Status};
use crate::frontier::Point;
use crate::instance::{Instance, Selection};
use crate::taking::{OUT, Taking, options};

/// Pairs kept in all before this way is given up for the general one: some 150 MB.
const MOST_PAIRS: usize = 12_000_000;
/// States at one time before it is given up.
const MOST_STATES: usize = 512;

/// A pair on a state's list, with the pick that led to it.
#[derive(Clone, Copy)]
struct Pair {
    money: i64,
    value: i64,
    trace: u32,
}

type States = BTreeMap<Vec<u16>, Vec<Pair>>;

/// Every breakpoint of a fund in `from..=to`, ascending, or none where the
/// instance has more than one fund and period, roles or goals, or grows too large.
pub(crate) fn every_breakpoint(instance: &Instance, weights: &[i64], from: i64, to: i64) -> Option<Vec<Point>> {
    let free = instance.goals.iter().all(|g| g.at_least == 0)
        && instance.roles.iter().enumerate().all(|(r, role)| {
            let draws = instance.initiatives.iter().flat_map(|i| {
                i.options.iter().map(|o| o.capacity.iter().filter(|d| d.resource == r).map(|d| d.amount.likely).sum::<i64>()).max()
            });
            draws.sum::<i64>() <= role.amounts.iter().copied().min().unwrap_or(0)
        });
    if instance.funds.len() != 1 || instance.periods.len() != 1 || !free {
        return None;
    }
    let taking = Taking::of(instance);
    let mut traces: Vec<(u32, u32, u16)> = vec![(0, u32::MAX, OUT)];
    let mut states: States = BTreeMap::from([(Vec::new(), vec![Pair { money: 0, value: 0, trace: 0 }])]);
    for (t, &i) in taking.order.iter().enumerate() {
        let item = &instance.initiatives[i];
        let mut next: States = BTreeMap::new();
        for (key, list) in &states {
            for o in options(instance, i) {
                let mut picks = key.clone();
                picks.push(o);
                let Some(extra) = taking.judge(instance, t, &picks) else { continue };
                let (money, value) = match o {
                    OUT => (0, 0),
                    o => (
                        item.options[usize::from(o)].money.iter().map(|d| d.amount.likely).sum(),
                        instance.option_value(i, usize::from(o), weights),
                    ),
                };
                let moved = list.iter().take_while(|pair| pair.money + money <= to).map(|pair| Pair {
                    money: pair.money + money,
                    value: pair.value + value + extra,
                    trace: pair.trace,
                });
                let slot = next.entry(taking.remembered(t, &picks)).or_default();
                *slot = merge(slot, moved, (i as u32, o), &mut traces);
            }
        }
        if next.len() > MOST_STATES || traces.len() > MOST_PAIRS {
            return None;
        }
        states = next;
    }
    let list = states.into_values().next().unwrap_or_default();
    Some(points(instance, &list, &traces, from))
}

/// Joins a state's list with moved pairs, keeping those that more money improves.
fn merge(
    own: &[Pair],
    moved: impl Iterator<Item = Pair>,
    (initiative, option): (u32, u16),
    traces: &mut Vec<(u32, u32, u16)>,
) -> Vec<Pair> {
    let mut joined: Vec<Pair> = Vec::with_capacity(own.len() + moved.size_hint().0);
    let mut own = own.iter().peekable();
    let mut add = |pair: Pair, new: bool| {
        if joined.last().is_none_or(|last| pair.value > last.value) {
            if joined.last().is_some_and(|last| last.money == pair.money) {
                joined.pop();
            }
            let trace = if new && option != OUT {
                traces.push((pair.trace, initiative, option));
                (traces.len() - 1) as u32
            } else {
                pair.trace
            };
            joined.push(Pair { trace, ..pair });
        }
    };
    for pair in moved {
        while let Some(first) = own.next_if(|p| (p.money, -p.value) <= (pair.money, -pair.value)) {
            add(*first, false);
        }
        add(pair, true);
    }
    for pair in own {
        add(*pair, false);
    }
    joined
}

fn points(instance: &Instance, list: &[Pair], traces: &[(u32, u32, u16)], from: i64) -> Vec<Point> {
    let first = list.iter().rposition(|pair| pair.money <= from);
    let mut points = Vec::new();
    if first.is_none() {
        points.push(Point {
            total: from,
            amounts: vec![from],
            answer: Answer { status: Status::Infeasible, value: None, bound: None, ..plain() },
        });
    }
    for pair in &list[first.unwrap_or(0)..] {
        let mut selection = Selection::nothing(instance.initiatives.len());
        let mut at = pair.trace as usize;
        while traces[at].1 != u32::MAX {
            selection.0[traces[at].1 as usize] = Some(u32::from(traces[at].2));
            at = traces[at].0 as usize;
        }
        let total = pair.money.max(from);
        let answer =
            Answer { status: Status::Optimal, selection: Some(selection), value: Some(pair.value), bound: Some(pair.value), ..plain() };
        points.push(Point { total, amounts: vec![total], answer });
    }
    points
}

fn plain() -> Answer {
    Answer {
        status: Status::Unknown,
        selection: None,
        value: None,
        bound: None,
        relaxed: Vec::new(),
        conflict: Vec::new(),
        nodes: 0,
        pivots: 0,
    }
}

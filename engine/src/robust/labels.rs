//! All non-dominated choices, by labels over initiatives taken in turn.
//!
//! A label is a partial choice with what it uses, what it serves and its value
//! under each weight set. It is dropped where another label in the same state
//! uses no more, serves no less and is worth more, or where even the best it can
//! still reach under each weight set is dominated by a known choice.

use std::collections::BTreeMap;

use super::dominates;
use crate::control::Control;
use crate::instance::{Instance, Selection};
use crate::taking::{OUT, Taking, options};

/// Labels after which the enumeration is given up, the bytes they may take, and comparisons.
const MOST_LABELS: usize = 2_000_000;
const MOST_LABEL_BYTES: usize = 512 << 20;
const MOST_COMPARISONS: u64 = 1_500_000_000;

#[derive(Clone)]
struct Label {
    /// What is used of each resource, then what is lacking of each goal.
    used: Vec<i64>,
    /// The value under each weight set.
    value: Vec<i64>,
    trace: u32,
}

/// What one option adds to a label.
struct Effect {
    used: Vec<i64>,
    value: Vec<i64>,
}

/// The most that the initiatives from each turn on can add.
struct Ahead {
    /// (best value, least share of the surrogate) per turn, best rate first, for
    /// each weight set.
    sorted: Vec<Vec<(f64, f64, usize)>>,
    extra: Vec<i64>,
}

/// All non-dominated choices; none where they are too many to enumerate or the
/// run was stopped.
pub(super) fn non_dominated(instance: &Instance, sets: &[Vec<i64>], known: &[Vec<i64>], control: Control<'_>) -> Option<Vec<Selection>> {
    if instance.initiatives.len() > 120 {
        return None;
    }
    let taking = Taking::of(instance);
    let room = room(instance);
    let ahead = Ahead::of(instance, sets, &taking, &room);
    let lacking: Vec<i64> = instance.goals.iter().map(|g| g.at_least).collect();
    let start = Label { used: vec![0; room.len()].into_iter().chain(lacking).collect(), value: vec![0; sets.len()], trace: 0 };
    let mut traces: Vec<(u32, u32, u16)> = vec![(0, u32::MAX, OUT)];
    let mut states: BTreeMap<Vec<u16>, Vec<Label>> = BTreeMap::from([(Vec::new(), vec![start])]);
    let most = MOST_LABELS.min(MOST_LABEL_BYTES / (8 * (room.len() + instance.goals.len() + sets.len()) + 64));
    let (mut made, mut compared) = (0, 0);
    for (t, &i) in taking.order.iter().enumerate() {
        let mut next: BTreeMap<Vec<u16>, Vec<Label>> = BTreeMap::new();
        for (key, labels) in &states {
            for o in options(instance, i) {
                let mut picks = key.clone();
                picks.push(o);
                let Some(extra) = taking.judge(instance, t, &picks) else { continue };
                let effect = effect(instance, sets, i, o, room.len());
                let slot = next.entry(taking.remembered(t, &picks)).or_default();
                for label in labels {
                    let mut label = label.clone();
                    for (u, e) in label.used.iter_mut().zip(&effect.used) {
                        *u += e;
                    }
                    for (v, e) in label.value.iter_mut().zip(&effect.value) {
                        *v += e + extra;
                    }
                    if label.used.iter().zip(&room).any(|(u, r)| u > r) || ahead.hopeless(&label, t + 1, &room, known) {
                        continue;
                    }
                    if o != OUT {
                        traces.push((label.trace, i as u32, o));
                        label.trace = (traces.len() - 1) as u32;
                    }
                    slot.push(label);
                    made += 1;
                }
                if made > most || control.over() {
                    return None;
                }
            }
        }
        for labels in next.values_mut() {
            *labels = undominated(std::mem::take(labels), &mut compared)?;
        }
        states = next;
    }
    let labels = states.into_values().next().unwrap_or_default();
    let met: Vec<Label> = labels.into_iter().filter(|l| l.used[room.len()..].iter().all(|lack| *lack <= 0)).collect();
    let best: Vec<&Label> = met.iter().filter(|l| !met.iter().any(|other| dominates(&other.value, &l.value))).collect();
    Some(best.into_iter().map(|label| retrace(instance, &traces, label.trace)).collect())
}

fn room(instance: &Instance) -> Vec<i64> {
    instance.funds.iter().chain(&instance.roles).flat_map(|r| r.amounts.iter().copied()).collect()
}

fn effect(instance: &Instance, sets: &[Vec<i64>], i: usize, o: u16, rows: usize) -> Effect {
    let mut effect = Effect { used: vec![0; rows + instance.goals.len()], value: vec![0; sets.len()] };
    if o == OUT {
        return effect;
    }
    let (item, o) = (&instance.initiatives[i], usize::from(o));
    let periods = instance.periods.len();
    for draw in &item.options[o].money {
        effect.used[draw.resource * periods + draw.period] += draw.amount.likely;
    }
    for draw in &item.options[o].capacity {
        effect.used[(instance.funds.len() + draw.resource) * periods + draw.period] += draw.amount.likely;
    }
    for (goal, extent) in &item.coverage {
        effect.used[rows + goal] -= extent;
    }
    for (value, weights) in effect.value.iter_mut().zip(sets) {
        *value = instance.option_value(i, o, weights);
    }
    effect
}

impl Ahead {
    fn of(instance: &Instance, sets: &[Vec<i64>], taking: &Taking, room: &[i64]) -> Self {
        let share = |i: usize| {
            let options = 0..instance.initiatives[i].options.len();
            let sums = options.map(|o| {
                let used = effect(instance, sets, i, o as u16, room.len()).used;
                let part = |(u, r): (&i64, &i64)| *u as f64 / (*r).max(1) as f64;
                used.iter().zip(room).filter(|(_, r)| **r > 0).map(part).sum::<f64>()
            });
            sums.fold(f64::INFINITY, f64::min).clamp(1e-9, 1e9)
        };
        let shares: Vec<f64> = taking.order.iter().map(|i| share(*i)).collect();
        let sorted = sets
            .iter()
            .map(|weights| {
                let mut list: Vec<(f64, f64, usize)> = taking
                    .order
                    .iter()
                    .enumerate()
                    .map(|(t, i)| {
                        let options = 0..instance.initiatives[*i].options.len();
                        let best = options.map(|o| instance.option_value(*i, o, weights)).max().unwrap_or(0);
                        (best as f64, shares[t], t)
                    })
                    .collect();
                list.sort_by(|a, b| (b.0 / b.1).total_cmp(&(a.0 / a.1)).then(a.2.cmp(&b.2)));
                list
            })
            .collect();
        let mut extra = vec![0; taking.order.len() + 1];
        for t in (0..taking.order.len()).rev() {
            let gains = taking.due[t].iter().map(|r| match &instance.rules[*r] {
                crate::instance::Rule::Together { extra_value, .. } => (*extra_value).max(0),
                _ => 0,
            });
            extra[t] = extra[t + 1] + gains.sum::<i64>();
        }
        Self { sorted, extra }
    }

    /// Whether a known choice dominates the best a label can still reach.
    fn hopeless(&self, label: &Label, turn: usize, room: &[i64], known: &[Vec<i64>]) -> bool {
        let left = room.iter().zip(&label.used).filter(|(r, _)| **r > 0);
        let spare: f64 = left.map(|(r, u)| (r - u) as f64 / *r as f64).sum();
        let ideal: Vec<i64> = label
            .value
            .iter()
            .zip(&self.sorted)
            .map(|(value, sorted)| {
                let (mut share, mut sum) = (spare, 0.0);
                for (gain, need, _) in sorted.iter().filter(|(_, _, t)| *t >= turn) {
                    if *need <= share {
                        share -= need;
                        sum += gain;
                    } else {
                        sum += gain * share.max(0.0) / need;
                        break;
                    }
                }
                value + self.extra[turn] + (sum * (1.0 + 1e-9)) as i64 + 1
            })
            .collect();
        known.iter().any(|v| dominates(v, &ideal))
    }
}

/// Drops labels that another dominates.
fn undominated(mut labels: Vec<Label>, compared: &mut u64) -> Option<Vec<Label>> {
    labels.sort_by_cached_key(|l| (std::cmp::Reverse(l.value.iter().map(|v| i128::from(*v)).sum::<i128>()), l.used.clone()));
    let mut kept: Vec<Label> = Vec::new();
    for label in labels {
        *compared += kept.len() as u64;
        if *compared > MOST_COMPARISONS {
            return None;
        }
        let beaten = kept.iter().any(|k| dominates(&k.value, &label.value) && k.used.iter().zip(&label.used).all(|(a, b)| a <= b));
        if !beaten {
            kept.push(label);
        }
    }
    Some(kept)
}

fn retrace(instance: &Instance, traces: &[(u32, u32, u16)], trace: u32) -> Selection {
    let mut selection = Selection::nothing(instance.initiatives.len());
    let mut at = trace as usize;
    while traces[at].1 != u32::MAX {
        selection.0[traces[at].1 as usize] = Some(u32::from(traces[at].2));
        at = traces[at].0 as usize;
    }
    selection
}

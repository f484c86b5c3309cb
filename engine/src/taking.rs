//! Taking initiatives in turn: the order, what must be remembered, and when each
//! rule can be judged. Shared by the exact enumerations.

use std::collections::BTreeMap;

use crate::instance::{Instance, Rule};

/// No pick: the option of an initiative that is left out.
pub(crate) const OUT: u16 = u16::MAX;

/// The turns in which initiatives are taken.
pub(crate) struct Taking {
    /// The initiative of each turn.
    pub(crate) order: Vec<usize>,
    /// Rules that can be judged after each turn.
    pub(crate) due: Vec<Vec<usize>>,
    /// Initiatives a state remembers before each turn, then the one of the turn.
    pub(crate) wide: Vec<Vec<usize>>,
    /// Which of `wide` are remembered after the turn.
    pub(crate) keep: Vec<Vec<bool>>,
}

impl Taking {
    pub(crate) fn of(instance: &Instance) -> Self {
        let rules: Vec<Vec<usize>> = instance.rules.iter().map(members).collect();
        let order = order(instance, &rules);
        let turn: BTreeMap<usize, usize> = order.iter().enumerate().map(|(t, i)| (*i, t)).collect();
        let mut last_turn = vec![0; order.len()];
        let mut due: Vec<Vec<usize>> = vec![Vec::new(); order.len()];
        for (r, members) in rules.iter().enumerate() {
            let last = members.iter().filter_map(|m| turn.get(m)).max().copied().unwrap_or(0);
            if let Some(list) = due.get_mut(last) {
                list.push(r);
            }
            for m in members {
                last_turn[*m] = last_turn[*m].max(last);
            }
        }
        let (mut wides, mut keeps) = (Vec::new(), Vec::new());
        let mut open: Vec<usize> = Vec::new();
        for (t, i) in order.iter().enumerate() {
            let mut wide = open.clone();
            wide.push(*i);
            let keep: Vec<bool> = wide.iter().map(|k| last_turn[*k] > t).collect();
            open = wide.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(k, _)| *k).collect();
            wides.push(wide);
            keeps.push(keep);
        }
        Self { order, due, wide: wides, keep: keeps }
    }

    /// What the rules due after a turn add to the value for these picks of
    /// `wide`; none where one is broken.
    pub(crate) fn judge(&self, instance: &Instance, t: usize, picks: &[u16]) -> Option<i64> {
        let pick = |k: usize| -> Option<usize> {
            let at = self.wide[t].iter().position(|w| *w == k)?;
            (picks[at] != OUT).then_some(usize::from(picks[at]))
        };
        self.due[t].iter().map(|r| verdict(instance, &instance.rules[*r], &pick)).sum()
    }

    /// The picks that are remembered after a turn.
    pub(crate) fn remembered(&self, t: usize, picks: &[u16]) -> Vec<u16> {
        picks.iter().zip(&self.keep[t]).filter(|(_, keep)| **keep).map(|(o, _)| *o).collect()
    }
}

/// The options that may be taken in a turn, leaving out included where allowed.
pub(crate) fn options(instance: &Instance, i: usize) -> impl Iterator<Item = u16> + use<> {
    let item = &instance.initiatives[i];
    (0..item.options.len().min(usize::from(OUT)) as u16).chain((!item.mandatory).then_some(OUT))
}

/// The order in which initiatives are taken: each next one leaves the fewest
/// tied to what is still to come.
fn order(instance: &Instance, rules: &[Vec<usize>]) -> Vec<usize> {
    let count = instance.initiatives.len();
    let mut touching = vec![Vec::new(); count];
    for (r, members) in rules.iter().enumerate() {
        for m in members {
            touching[*m].push(r);
        }
    }
    let mut done = vec![false; count];
    let mut left: Vec<usize> = rules.iter().map(Vec::len).collect();
    let mut order = Vec::with_capacity(count);
    while order.len() < count {
        let merit = |i: &usize| {
            let opens = touching[*i].iter().filter(|r| left[**r] == rules[**r].len()).count() as i64;
            let closes = touching[*i].iter().filter(|r| left[**r] == 1).count() as i64;
            let started = touching[*i].iter().any(|r| left[*r] < rules[*r].len());
            (!started, opens - closes, *i)
        };
        let tied = (0..count).filter(|i| !done[*i] && !touching[*i].is_empty());
        let next = tied.min_by_key(merit).or_else(|| (0..count).find(|i| !done[*i]));
        let Some(next) = next else { break };
        done[next] = true;
        for r in &touching[next] {
            left[*r] -= 1;
        }
        order.push(next);
    }
    order
}

fn members(rule: &Rule) -> Vec<usize> {
    let mut list = match rule {
        Rule::NeedsAll { needs, of } | Rule::NeedsAny { needs, of } => needs.iter().copied().chain([*of]).collect(),
        Rule::AtMostOne(members) | Rule::Together { members, .. } => members.clone(),
    };
    list.sort_unstable();
    list.dedup();
    list
}

/// What a rule adds to the value for these picks; none where it is broken.
fn verdict(instance: &Instance, rule: &Rule, pick: &dyn Fn(usize) -> Option<usize>) -> Option<i64> {
    let start = |i: usize| pick(i).map(|o| instance.initiatives[i].options[o].start);
    let ready = |need: usize, by: usize| start(need).is_some_and(|s| s <= by);
    let (kept, extra) = match rule {
        Rule::NeedsAll { needs, of } => (start(*of).is_none_or(|by| needs.iter().all(|n| ready(*n, by))), 0),
        Rule::NeedsAny { needs, of } => (start(*of).is_none_or(|by| needs.iter().any(|n| ready(*n, by))), 0),
        Rule::AtMostOne(list) => (list.iter().filter(|i| pick(**i).is_some()).count() <= 1, 0),
        Rule::Together { members, extra_value } => (true, if members.iter().all(|i| pick(*i).is_some()) { *extra_value } else { 0 }),
    };
    kept.then_some(extra)
}

//! The plain reason why an initiative is in or out of a choice.

use crate::demand::Demand;
use crate::instance::{Instance, Rule, Selection};

/// Why an initiative is in or out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It must be chosen.
    Mandatory,
    /// This chosen initiative needs it.
    PrerequisiteOf(usize),
    /// It earns its place.
    Merit,
    /// This chosen initiative excludes it.
    ExcludedBy(usize),
    /// It needs this initiative, which is not chosen in time.
    LacksPrerequisite(usize),
    /// There is too little money left for it.
    LacksMoney,
    /// There are too few person-days left for it.
    LacksCapacity,
    /// There is room for it, but it would lower the value.
    Dominated,
    /// It has no options.
    NoOption,
}

impl Reason {
    /// The word for it in answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::PrerequisiteOf(_) => "prerequisite",
            Self::Merit => "merit",
            Self::ExcludedBy(_) => "excluded",
            Self::LacksPrerequisite(_) => "lacks_prerequisite",
            Self::LacksMoney => "lacks_money",
            Self::LacksCapacity => "lacks_capacity",
            Self::Dominated => "dominated",
            Self::NoOption => "no_option",
        }
    }

    /// Whether it says why an initiative is out.
    pub fn is_rejection(self) -> bool {
        !matches!(self, Self::Mandatory | Self::PrerequisiteOf(_) | Self::Merit)
    }

    /// The other initiative it is about, if any.
    pub fn about(self) -> Option<usize> {
        match self {
            Self::PrerequisiteOf(i) | Self::ExcludedBy(i) | Self::LacksPrerequisite(i) => Some(i),
            _ => None,
        }
    }
}

/// How much of a fund or role is lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortage {
    /// The fund or role, and the period.
    pub demand: Demand,
    /// How much.
    pub by: i64,
}

/// What is left of a fund or role beside a choice.
fn left(instance: &Instance, selection: &Selection, demand: Demand) -> i64 {
    let (money, resource, period) = match demand {
        Demand::Money(k, t) => (true, k, t),
        Demand::Capacity(k, t) => (false, k, t),
        _ => return 0,
    };
    let there = if money { &instance.funds } else { &instance.roles }[resource].amounts[period];
    let used: i64 = instance
        .initiatives
        .iter()
        .zip(&selection.0)
        .filter_map(|(item, pick)| pick.map(|o| &item.options[o as usize]))
        .flat_map(|option| if money { &option.money } else { &option.capacity })
        .filter(|draw| draw.resource == resource && draw.period == period)
        .map(|draw| draw.amount.likely)
        .sum();
    there - used
}

/// What an option lacks beside a choice.
fn shortages(instance: &Instance, selection: &Selection, i: usize, o: usize) -> Vec<Shortage> {
    let option = &instance.initiatives[i].options[o];
    let mut drawn: Vec<(Demand, i64)> = Vec::new();
    let money = option.money.iter().map(|d| (Demand::Money(d.resource, d.period), d.amount.likely));
    let people = option.capacity.iter().map(|d| (Demand::Capacity(d.resource, d.period), d.amount.likely));
    for (demand, amount) in money.chain(people) {
        match drawn.iter_mut().find(|(known, _)| *known == demand) {
            Some((_, sum)) => *sum += amount,
            None => drawn.push((demand, amount)),
        }
    }
    drawn
        .into_iter()
        .map(|(demand, amount)| Shortage { demand, by: amount - left(instance, selection, demand) })
        .filter(|shortage| shortage.by > 0)
        .collect()
}

/// The reason for one initiative, and what its easiest option lacks.
pub(super) fn reason(instance: &Instance, selection: &Selection, i: usize) -> (Reason, Vec<Shortage>) {
    let item = &instance.initiatives[i];
    let start = |k: usize| selection.0[k].map(|o| instance.initiatives[k].options[o as usize].start);
    if selection.has(i) {
        if item.mandatory {
            return (Reason::Mandatory, Vec::new());
        }
        let needed = instance.rules.iter().find_map(|rule| match rule {
            Rule::NeedsAll { needs, of } if needs.contains(&i) => selection.has(*of).then_some(*of),
            Rule::NeedsAny { needs, of } if needs.contains(&i) => {
                let only = needs.iter().all(|k| *k == i || !selection.has(*k));
                (selection.has(*of) && only).then_some(*of)
            }
            _ => None,
        });
        return (needed.map_or(Reason::Merit, Reason::PrerequisiteOf), Vec::new());
    }
    let easiest = (0..item.options.len())
        .map(|o| shortages(instance, selection, i, o))
        .min_by_key(|list| list.iter().map(|s| i128::from(s.by)).sum::<i128>());
    let Some(lacks) = easiest else { return (Reason::NoOption, Vec::new()) };
    let latest = item.options.iter().map(|o| o.start).max().unwrap_or(0);
    for rule in &instance.rules {
        let reason = match rule {
            Rule::AtMostOne(members) if members.contains(&i) => members.iter().find(|k| selection.has(**k)).map(|k| Reason::ExcludedBy(*k)),
            Rule::NeedsAll { needs, of } if *of == i => {
                needs.iter().find(|k| start(**k).is_none_or(|s| s > latest)).map(|k| Reason::LacksPrerequisite(*k))
            }
            Rule::NeedsAny { needs, of } if *of == i => {
                let ready = needs.iter().any(|k| start(*k).is_some_and(|s| s <= latest));
                if ready { None } else { needs.first().map(|k| Reason::LacksPrerequisite(*k)) }
            }
            _ => None,
        };
        if let Some(reason) = reason {
            return (reason, lacks);
        }
    }
    let reason = if lacks.iter().any(|s| matches!(s.demand, Demand::Money(..))) {
        Reason::LacksMoney
    } else if lacks.is_empty() {
        Reason::Dominated
    } else {
        Reason::LacksCapacity
    };
    (reason, lacks)
}

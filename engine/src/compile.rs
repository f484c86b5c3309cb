//! From an instance to an integer programme.
//!
//! Columns and rows follow the order of identifiers, not of the input, so that
//! the same portfolio in another order gives the same answer.

use std::collections::BTreeSet;

use crate::demand::Demand;
use crate::instance::{Instance, Rule, Selection};
use crate::program::{Column, Origin, Program};

/// Which demands may be missed, and at what cost in place of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Every demand holds.
    Hard,
    /// Mandates, money, capacity and coverage may be missed; each has a column.
    Elastic,
}

/// A programme and what is needed to read its points.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    pub(crate) program: Program,
    initiatives: usize,
}

/// Indices in the order of their identifiers.
fn by_id<T>(list: &[T], id: impl Fn(&T) -> &str) -> Vec<usize> {
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by(|a, b| id(&list[*a]).cmp(id(&list[*b])));
    order
}

/// The programme of an instance under the given weights.
pub(crate) fn compile(instance: &Instance, weights: &[i64], form: Form) -> Compiled {
    let mut program = Program::default();
    let order = by_id(&instance.initiatives, |i| &i.id);
    program.picks = vec![Vec::new(); instance.initiatives.len()];
    for &i in &order {
        let item = &instance.initiatives[i];
        for o in by_id(&item.options, |o| &o.id) {
            let value = instance.option_value(i, o, weights);
            let column = program.add_column(Column::Pick(i as u32, o as u32), value, 1);
            program.picks[i].push(column);
        }
    }
    for &i in &order {
        choose_one(instance, &mut program, i, form);
    }
    resources(instance, &mut program, form);
    coverage(instance, &mut program, &order, form);
    for (index, rule) in rules_in_order(instance) {
        add_rule(instance, &mut program, index, rule);
    }
    Compiled { program, initiatives: instance.initiatives.len() }
}

/// Rules in an order that does not depend on the input's.
fn rules_in_order(instance: &Instance) -> Vec<(usize, &Rule)> {
    let name = |i: &usize| instance.initiatives[*i].id.as_str();
    let mut list: Vec<_> = instance.rules.iter().enumerate().collect();
    list.sort_by_cached_key(|(_, rule)| {
        let (kind, members, of, extra) = match rule {
            Rule::NeedsAll { needs, of } => (0, needs, Some(name(of)), 0),
            Rule::NeedsAny { needs, of } => (1, needs, Some(name(of)), 0),
            Rule::AtMostOne(members) => (2, members, None, 0),
            Rule::Together { members, extra_value } => (3, members, None, *extra_value),
        };
        let mut names: Vec<&str> = members.iter().map(name).collect();
        names.sort_unstable();
        (kind, of, names.join("\u{0}"), extra)
    });
    list
}

fn choose_one(instance: &Instance, program: &mut Program, i: usize, form: Form) {
    let item = &instance.initiatives[i];
    let picks = program.picks[i].clone();
    if picks.len() > 1 {
        let terms = picks.iter().map(|c| (*c, 1)).collect();
        program.add_row(terms, 1, Origin::OneOption(i as u32));
    }
    if item.mandatory {
        let mut terms: Vec<(u32, i64)> = picks.iter().map(|c| (*c, -1)).collect();
        let demand = Demand::Mandate(i);
        if form == Form::Elastic {
            terms.push((program.add_column(Column::Miss(demand), 0, 1), -1));
        }
        program.add_row(terms, -1, Origin::Demand(demand));
    }
}

fn resources(instance: &Instance, program: &mut Program, form: Form) {
    let periods = instance.periods.len();
    for money in [true, false] {
        let list = if money { &instance.funds } else { &instance.roles };
        let mut terms = vec![Vec::new(); list.len() * periods];
        for (c, column) in program.columns.iter().enumerate() {
            let Column::Pick(i, o) = column else { continue };
            let option = &instance.initiatives[*i as usize].options[*o as usize];
            for draw in if money { &option.money } else { &option.capacity } {
                let at = draw.resource * periods + draw.period;
                terms[at].push((c as u32, draw.amount.likely));
            }
        }
        for k in by_id(list, |r| &r.id) {
            let mut block = Vec::new();
            for period in 0..periods {
                let mut terms = std::mem::take(&mut terms[k * periods + period]);
                let demand = if money { Demand::Money(k, period) } else { Demand::Capacity(k, period) };
                let drawn: i64 = terms.iter().map(|(_, a)| a).sum();
                if form == Form::Elastic && drawn > list[k].amounts[period] {
                    terms.push((program.add_column(Column::Miss(demand), 0, drawn), -1));
                }
                let most = list[k].amounts[period];
                block.push(program.add_row(terms, most, Origin::Demand(demand)));
            }
            program.blocks.push(block);
        }
    }
}

fn coverage(instance: &Instance, program: &mut Program, order: &[usize], form: Form) {
    for g in by_id(&instance.goals, |g| &g.id) {
        let least = instance.goals[g].at_least;
        let mut terms = Vec::new();
        for &i in order {
            let extent: i64 = instance.initiatives[i].coverage.iter().filter(|(k, _)| *k == g).map(|(_, e)| e).sum();
            terms.extend(program.picks[i].iter().map(|c| (*c, -extent)));
        }
        let demand = Demand::Coverage(g);
        if form == Form::Elastic && least > 0 {
            terms.push((program.add_column(Column::Miss(demand), 0, least), -1));
        }
        program.add_row(terms, -least, Origin::Demand(demand));
    }
}

fn add_rule(instance: &Instance, program: &mut Program, index: usize, rule: &Rule) {
    let origin = Origin::Demand(Demand::Rule(index));
    let option = |program: &Program, c: u32| -> usize {
        match program.columns[c as usize] {
            Column::Pick(i, o) => instance.initiatives[i as usize].options[o as usize].start,
            _ => 0,
        }
    };
    let begun = |program: &Program, i: usize, by: usize, a: i64| -> Vec<(u32, i64)> {
        let picks = program.picks[i].iter();
        picks.filter(|c| option(program, **c) <= by).map(|c| (*c, a)).collect()
    };
    match rule {
        Rule::NeedsAll { needs, of } | Rule::NeedsAny { needs, of } => {
            let starts: BTreeSet<usize> = instance.initiatives[*of].options.iter().map(|o| o.start).collect();
            let any = matches!(rule, Rule::NeedsAny { .. });
            for start in starts {
                let depends = begun(program, *of, start, 1);
                let ready = needs.iter().map(|need| begun(program, *need, start, -1));
                if any {
                    let terms = depends.into_iter().chain(ready.flatten()).collect();
                    program.add_row(terms, 0, origin);
                } else {
                    for ready in ready.collect::<Vec<_>>() {
                        program.add_row(depends.iter().copied().chain(ready).collect(), 0, origin);
                    }
                }
            }
        }
        Rule::AtMostOne(members) => {
            let terms = members.iter().flat_map(|i| program.picks[*i].iter().map(|c| (*c, 1)));
            let terms = terms.collect();
            program.add_row(terms, 1, origin);
        }
        Rule::Together { members, extra_value } => {
            let both = program.add_column(Column::Together(index as u32), *extra_value, 1);
            let origin = Origin::Together(index as u32);
            if *extra_value >= 0 {
                for &i in members {
                    let mut terms = vec![(both, 1)];
                    terms.extend(program.picks[i].iter().map(|c| (*c, -1)));
                    program.add_row(terms, 0, origin);
                }
            } else {
                let mut terms = vec![(both, -1)];
                for &i in members {
                    terms.extend(program.picks[i].iter().map(|c| (*c, 1)));
                }
                program.add_row(terms, members.len() as i64 - 1, origin);
            }
        }
    }
}

impl Compiled {
    /// The selection a point stands for.
    pub(crate) fn selection(&self, x: &[i64]) -> Selection {
        let mut selection = Selection::nothing(self.initiatives);
        for (c, column) in self.program.columns.iter().enumerate() {
            if let (Column::Pick(i, o), 1) = (column, x[c]) {
                selection.0[*i as usize] = Some(*o);
            }
        }
        selection
    }
}

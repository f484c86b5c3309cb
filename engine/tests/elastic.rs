//! Where nothing meets every demand: the conflict is irreducible and the
//! least-bad choice is the least bad.

mod oracle;

use engine::{Control, Demand, Instance, Rule, Selection, Status, choose_elastic};
use oracle::{Shape, every_selection, misses, random};

const SHAPE: Shape = Shape { initiatives: 7, options: 2, funds: 2, periods: 2, roles: 1, goals: 2, mandates: 45 };

fn infeasible_instances() -> impl Iterator<Item = Instance> {
    (0..400u64).map(|seed| {
        let mut instance = random(seed, SHAPE);
        for goal in &mut instance.goals {
            goal.at_least += 6;
        }
        instance
    })
}

/// The least-bad choice by trying all: misses in order, then value.
fn least_bad_by_brute_force(instance: &Instance, weights: &[i64]) -> ([i64; 4], i64) {
    let mut best: Option<([i64; 4], i64)> = None;
    every_selection(instance, |s: &Selection| {
        let Some(missed) = misses(instance, s) else { return };
        let value = oracle::value(instance, s, weights);
        let better = best.is_none_or(|(m, v)| (missed, -value) < (m, -v));
        if better {
            best = Some((missed, value));
        }
    });
    best.expect("choosing nothing breaks no rule")
}

/// Whether some choice meets all of these demands.
fn possible(instance: &Instance, demands: &[Demand]) -> bool {
    let mut part = instance.clone();
    let holds = |d: Demand| demands.contains(&d);
    for (i, item) in part.initiatives.iter_mut().enumerate() {
        item.mandatory &= holds(Demand::Mandate(i));
    }
    for (k, fund) in part.funds.iter_mut().enumerate() {
        for (t, amount) in fund.amounts.iter_mut().enumerate() {
            *amount = if holds(Demand::Money(k, t)) { *amount } else { 1_000_000 };
        }
    }
    for (k, role) in part.roles.iter_mut().enumerate() {
        for (t, amount) in role.amounts.iter_mut().enumerate() {
            *amount = if holds(Demand::Capacity(k, t)) { *amount } else { 1_000_000 };
        }
    }
    for (g, goal) in part.goals.iter_mut().enumerate() {
        goal.at_least = if holds(Demand::Coverage(g)) { goal.at_least } else { 0 };
    }
    for (r, rule) in part.rules.iter_mut().enumerate() {
        if !holds(Demand::Rule(r)) {
            *rule = Rule::AtMostOne(Vec::new());
        }
    }
    let weights = part.own_weights();
    oracle::brute_force(&part, &weights).is_some()
}

#[test]
fn the_least_bad_choice_is_that_of_brute_force_and_its_conflict_is_irreducible() {
    let mut seen = 0;
    for instance in infeasible_instances() {
        let weights = instance.own_weights();
        if oracle::brute_force(&instance, &weights).is_some() {
            continue;
        }
        seen += 1;
        if seen > 60 {
            break;
        }
        let answer = choose_elastic(&instance, &weights, Control::unlimited());
        let (missed, value) = least_bad_by_brute_force(&instance, &weights);
        assert_eq!(answer.status, Status::Infeasible);
        assert_eq!((answer.value, answer.bound), (Some(value), Some(value)));
        let mut stated = [0; 4];
        for entry in &answer.relaxed {
            let rank = match entry.demand {
                Demand::Rule(_) => panic!("a law is never relaxed"),
                Demand::Mandate(_) => 0,
                Demand::Money(..) => 1,
                Demand::Capacity(..) => 2,
                Demand::Coverage(_) => 3,
            };
            stated[rank] += entry.by;
        }
        assert_eq!(stated, missed);
        assert!(!possible(&instance, &answer.conflict), "the conflict can hold together");
        for left_out in 0..answer.conflict.len() {
            let mut rest = answer.conflict.clone();
            let demand = rest.remove(left_out);
            assert!(possible(&instance, &rest), "{demand:?} is not needed for the conflict");
        }
    }
    assert!(seen > 20, "too few infeasible instances: {seen}");
}

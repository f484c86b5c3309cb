//! Frontier, robustness, scenarios, explanation, shares: each against a second
//! method.

mod oracle;

use engine::{
    Ballot, Control, Instance, ReferenceClass, Share, Standing, Status, Wants, amounts_for, choose, equal_shares, explain, frontier,
    minimax_regret, reply, robust, scenarios, sweep, uplifted,
};
use oracle::{Shape, brute_force, every_selection, misses, random};

const ONE_FUND: Shape = Shape { initiatives: 11, options: 1, funds: 1, periods: 1, roles: 0, goals: 0, mandates: 4 };
const SMALL: Shape = Shape { initiatives: 8, options: 2, funds: 2, periods: 2, roles: 1, goals: 1, mandates: 4 };

fn feasible(shape: Shape, from: u64, count: usize) -> Vec<Instance> {
    let list = (from..).map(|seed| random(seed, shape));
    list.filter(|i| brute_force(i, &i.own_weights()).is_some()).take(count).collect()
}

fn with_money(instance: &Instance, total: i64) -> Instance {
    let mut changed = instance.clone();
    changed.funds[0].amounts = amounts_for(instance, 0, total);
    changed
}

#[test]
fn every_breakpoint_of_one_fund_is_that_of_brute_force() {
    for (seed, periods) in (0..6).flat_map(|seed| [(seed, 1), (seed, 2)]) {
        let instance = random(seed, Shape { periods, initiatives: 9, ..ONE_FUND });
        let weights = instance.own_weights();
        let points = frontier(&instance, &weights, 0, (0, 120), Control::unlimited());
        for total in 0..=120 {
            let truth = brute_force(&with_money(&instance, total), &weights);
            let reached = points.iter().rev().find(|p| p.total <= total).and_then(|p| p.answer.value);
            assert_eq!(reached, truth, "seed {seed}, {periods} periods, money {total}");
        }
        let values: Vec<_> = points.iter().map(|p| p.answer.value).collect();
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "a point that is no breakpoint: {values:?}");
    }
}

/// The same question with a year in which nothing is drawn: it is answered by exact solves from the top down.
fn with_an_empty_year(instance: &Instance) -> Instance {
    let mut twin = instance.clone();
    twin.periods.push("after".into());
    for resource in twin.funds.iter_mut().chain(&mut twin.roles) {
        resource.amounts.push(0);
    }
    twin
}

/// Total and value of every breakpoint.
fn breakpoints(instance: &Instance, to: i64) -> Vec<(i64, Option<i64>)> {
    let points = frontier(instance, &instance.own_weights(), 0, (0, to), Control::unlimited());
    points.iter().map(|point| (point.total, point.answer.value)).collect()
}

#[test]
fn a_frontier_by_lists_is_the_one_by_exact_solves_and_the_one_by_the_textbook_table() {
    let projects = Shape { initiatives: 40, options: 2, mandates: 0, ..ONE_FUND };
    for seed in 700..704 {
        let instance = random(seed, projects);
        assert_eq!(breakpoints(&instance, 90), breakpoints(&with_an_empty_year(&instance), 90), "seed {seed}, with rules");
        let free = Instance { rules: Vec::new(), ..instance };
        let by_lists = breakpoints(&free, 90);
        assert_eq!(by_lists, breakpoints(&with_an_empty_year(&free), 90), "seed {seed}, without rules");
        // The best value at each amount of money, project after project (Bellman).
        let weights = free.own_weights();
        let mut table = vec![0i64; 91];
        for (i, item) in free.initiatives.iter().enumerate() {
            let before = table.clone();
            for (o, option) in item.options.iter().enumerate() {
                let cost: i64 = option.money.iter().map(|draw| draw.amount.likely).sum();
                for total in usize::try_from(cost).expect("a cost")..table.len() {
                    table[total] = table[total].max(before[total - cost as usize] + free.option_value(i, o, &weights));
                }
            }
        }
        let rises = (0..table.len()).filter(|total| *total == 0 || table[*total] > table[*total - 1]);
        let by_table: Vec<(i64, Option<i64>)> = rises.map(|total| (total as i64, Some(table[total]))).collect();
        assert_eq!(by_lists, by_table, "seed {seed}, by the table");
        assert!(by_table.len() > 20, "seed {seed}: too easy to tell anything");
    }
}

#[test]
fn a_sweep_of_all_funds_starts_from_the_last_and_is_as_good_as_afresh() {
    for instance in feasible(SMALL, 300, 5) {
        let weights = instance.own_weights();
        let shares = [1300, 1000, 900, 700, 1100];
        for (share, answer) in shares.iter().zip(sweep(&instance, &weights, &shares, Control::unlimited())) {
            let mut scaled = instance.clone();
            for amount in scaled.funds.iter_mut().flat_map(|f| &mut f.amounts) {
                *amount = *amount * share / 1000;
            }
            assert_eq!(answer.value, brute_force(&scaled, &weights));
        }
    }
}

#[test]
fn core_and_exterior_are_those_of_all_non_dominated_choices() {
    for instance in feasible(SMALL, 40, 12) {
        let mut all: Vec<(Vec<i64>, engine::Selection)> = Vec::new();
        every_selection(&instance, |s| {
            if misses(&instance, s) == Some([0; 4]) {
                let value = |set: &engine::WeightSet| oracle::value(&instance, s, &set.weights);
                all.push((instance.weight_sets.iter().map(value).collect(), s.clone()));
            }
        });
        let beaten = |v: &Vec<i64>| all.iter().any(|(w, _)| w != v && w.iter().zip(v).all(|(a, b)| a >= b));
        let best: Vec<&engine::Selection> = all.iter().filter(|(v, _)| !beaten(v)).map(|(_, s)| s).collect();
        let found = robust(&instance, 7, Control::unlimited()).expect("feasible");
        assert_eq!(found.non_dominated, Some(best.len() as u64));
        for (i, entry) in found.initiatives.iter().enumerate() {
            let hits = best.iter().filter(|s| s.has(i)).count();
            let truth = match hits {
                0 => Standing::Exterior,
                n if n == best.len() => Standing::Core,
                _ => Standing::Borderline,
            };
            assert_eq!((entry.standing, entry.proven), (truth, true));
            assert_eq!(entry.core_index_permille, Some((hits * 1000 / best.len()) as i64));
        }
    }
}

#[test]
fn prices_regrets_and_replacement_costs_are_differences_of_true_optima() {
    for instance in feasible(SMALL, 500, 4) {
        let weights = instance.own_weights();
        let best = brute_force(&instance, &weights).expect("feasible");
        let told = explain(&instance, &weights, Control::unlimited()).expect("feasible");
        let chosen = choose(&instance, &weights, Control::unlimited()).selection.expect("feasible");
        for (i, entry) in told.initiatives.iter().enumerate() {
            if instance.initiatives[i].mandatory {
                continue;
            }
            let mut changed = instance.clone();
            if entry.reason.is_rejection() {
                changed.initiatives[i].mandatory = true;
            } else {
                changed.initiatives[i].options.clear();
            }
            assert_eq!(chosen.has(i), !entry.reason.is_rejection());
            let truth = brute_force(&changed, &weights).map(|other| best - other);
            assert_eq!(entry.change.map(|f| f.value), truth, "initiative {i}");
            assert!(entry.change.is_none_or(|f| f.exact && f.value >= 0));
        }
        for unit in &told.units {
            let mut more = instance.clone();
            match unit.demand {
                engine::Demand::Money(k, t) => more.funds[k].amounts[t] += 1,
                engine::Demand::Capacity(k, t) => more.roles[k].amounts[t] += 1,
                other => panic!("{other:?} is no fund or role"),
            }
            let truth = brute_force(&more, &weights).map(|other| other - best);
            assert_eq!(unit.one.map(|f| f.value), truth);
        }
    }
}

/// The optimum of a changed instance, asked for afresh, less that of the instance.
fn afresh(instance: &Instance, best: i64, change: impl FnOnce(&mut Instance)) -> Option<i64> {
    let mut changed = instance.clone();
    change(&mut changed);
    let answer = choose(&changed, &changed.own_weights(), Control::unlimited());
    assert_eq!(answer.value, answer.bound, "an answer without limits is proven");
    answer.value.map(|value| value - best)
}

#[test]
fn what_an_explanation_takes_over_from_earlier_searches_changes_no_figure() {
    let branching = Shape { initiatives: 26, options: 2, funds: 4, periods: 2, roles: 1, goals: 2, mandates: 4 };
    let mut told_of = 0;
    for seed in 40.. {
        let instance = random(seed, branching);
        let weights = instance.own_weights();
        let base = choose(&instance, &weights, Control::unlimited());
        let Some(best) = base.value.filter(|_| base.nodes >= 15) else { continue };
        let told = explain(&instance, &weights, Control::unlimited()).expect("there is a choice");
        for (i, entry) in told.initiatives.iter().enumerate().filter(|(i, _)| !instance.initiatives[*i].mandatory) {
            let truth = afresh(&instance, best, |changed| {
                let item = &mut changed.initiatives[i];
                if entry.reason.is_rejection() { item.mandatory = true } else { item.options.clear() }
            });
            assert_eq!(entry.change.map(|f| -f.value), truth, "seed {seed}, initiative {i}");
            assert!(entry.change.is_none_or(|f| f.exact), "seed {seed}, initiative {i}");
        }
        for unit in &told.units {
            let with = |by: i64| {
                afresh(&instance, best, |changed| match unit.demand {
                    engine::Demand::Money(k, t) => changed.funds[k].amounts[t] += by,
                    engine::Demand::Capacity(k, t) => changed.roles[k].amounts[t] += by,
                    other => panic!("{other:?} is no fund or role"),
                })
            };
            let said = (unit.one.map(|f| f.value), unit.by_percent.map(|f| f.value), unit.percent_less.map(|f| -f.value));
            assert_eq!(said, (with(1), with(unit.percent), with(-unit.percent)), "seed {seed}, {:?}", unit.demand);
        }
        for price in &told.rules {
            let truth = afresh(&instance, best, |changed| match price.demand {
                engine::Demand::Rule(r) => drop(changed.rules.remove(r)),
                engine::Demand::Mandate(i) => changed.initiatives[i].mandatory = false,
                engine::Demand::Coverage(g) => changed.goals[g].at_least = 0,
                other => panic!("{other:?} is no rule"),
            });
            assert_eq!(price.gain.map(|f| f.value), truth, "seed {seed}, {:?}", price.demand);
        }
        told_of += 1;
        if told_of == 2 {
            return;
        }
    }
}

#[test]
fn the_compromise_has_the_least_greatest_regret() {
    for instance in feasible(SMALL, 700, 6) {
        let optimum = |set: &engine::WeightSet| brute_force(&instance, &set.weights).expect("feasible");
        let optima: Vec<i64> = instance.weight_sets.iter().map(optimum).collect();
        let mut least = i64::MAX;
        every_selection(&instance, |s| {
            if misses(&instance, s) == Some([0; 4]) {
                let regret = |(set, best): (&engine::WeightSet, &i64)| best - oracle::value(&instance, s, &set.weights);
                least = least.min(instance.weight_sets.iter().zip(&optima).map(regret).max().unwrap_or(0));
            }
        });
        let found = minimax_regret(&instance, Control::unlimited()).expect("feasible");
        assert_eq!(found.optima, optima);
        assert_eq!(found.regrets.iter().copied().max(), Some(least));
        assert_eq!(found.bound, least);
    }
}

#[test]
fn scenarios_are_the_same_on_one_thread_and_on_two_and_follow_the_estimates() {
    let mut instance = feasible(SMALL, 900, 1).remove(0);
    for item in &mut instance.initiatives {
        for score in &mut item.scores {
            *score = engine::Estimate { low: score.likely / 2, likely: score.likely, high: score.likely * 2 };
        }
    }
    let weights = instance.own_weights();
    let on = |threads: usize| {
        let limits = engine::Limits { threads, ..engine::Limits::default() };
        scenarios(&instance, &weights, 40, 3, Control { limits, ..Control::unlimited() })
    };
    let (one, two) = (on(1), on(2));
    assert_eq!((&one.shares, &one.values), (&two.shares, &two.values));
    assert_eq!((one.certified, one.values.len()), (40, 40));
    let drawn: Vec<i64> = (0..40).map(|k| engine::draw(&instance, 3, k)).map(|i| brute_force(&i, &weights).unwrap_or(0)).collect();
    let mut sorted = drawn.clone();
    sorted.sort_unstable();
    assert_eq!(one.values, sorted);
    let wilson = Share::of(8, 10);
    assert_eq!((wilson.low_permille, wilson.high_permille), (490, 944));
}

#[test]
fn equal_shares_buys_what_the_published_example_buys() {
    // Three voters; the first two want a and b, the third wants c. Each has 10.
    let ballot = Ballot { budget: 30, costs: vec![12, 8, 10], points: vec![vec![1, 1, 0], vec![1, 1, 0], vec![0, 0, 1]] };
    assert_eq!(equal_shares(&ballot), [1, 0, 2]);
    let poor = Ballot { costs: vec![12, 8, 11], ..ballot };
    assert_eq!(equal_shares(&poor), [1, 0]);
}

#[test]
fn the_reference_class_follows_its_closed_form() {
    let class = ReferenceClass { tail_milli: 1000, least_permille: 1000, most_permille: 2000 };
    assert_eq!(class.quantile(0), 1000);
    assert_eq!(class.quantile(1000), 2000);
    assert_eq!(class.quantile(500), 1333);
    let instance = feasible(SMALL, 60, 1).remove(0);
    assert_eq!(uplifted(&instance, 1000), instance);
}

#[test]
fn more_money_never_lowers_the_optimum_and_a_new_demand_never_raises_it() {
    for instance in feasible(SMALL, 1200, 12) {
        let weights = instance.own_weights();
        let value = |i: &Instance| choose(i, &weights, Control::unlimited()).value;
        let base = value(&instance);
        let mut richer = instance.clone();
        richer.funds[1].amounts[1] += 9;
        assert!(value(&richer) >= base);
        let mut bound = instance.clone();
        bound.rules.push(engine::Rule::AtMostOne(vec![0, 1, 2]));
        assert!(value(&bound) <= base);
        let mut heavier = instance.clone();
        for criterion in &mut heavier.criteria {
            criterion.weight *= 1000;
        }
        let selection = |i: &Instance| choose(i, &i.own_weights(), Control::unlimited()).selection.expect("feasible");
        let best = brute_force(&heavier, &heavier.own_weights());
        assert_eq!(Some(oracle::value(&heavier, &selection(&heavier), &heavier.own_weights())), best);
    }
}

#[test]
fn the_same_portfolio_in_another_order_gets_the_same_choice() {
    for instance in feasible(SMALL, 1500, 10) {
        let mut turned = instance.clone();
        let last = turned.initiatives.len() - 1;
        turned.initiatives.reverse();
        for rule in &mut turned.rules {
            match rule {
                engine::Rule::NeedsAll { needs, of } | engine::Rule::NeedsAny { needs, of } => {
                    *of = last - *of;
                    needs.iter_mut().for_each(|n| *n = last - *n);
                }
                engine::Rule::AtMostOne(list) | engine::Rule::Together { members: list, .. } => {
                    list.iter_mut().for_each(|n| *n = last - *n);
                }
            }
        }
        turned.rules.reverse();
        let pick = |i: &Instance| choose(i, &i.own_weights(), Control::unlimited()).selection.expect("feasible").0;
        let mut back = pick(&turned);
        back.reverse();
        assert_eq!(back, pick(&instance));
    }
}

#[test]
fn a_stopped_search_still_gives_a_true_bound() {
    for instance in feasible(Shape { initiatives: 10, options: 1, ..SMALL }, 2000, 16) {
        let weights = instance.own_weights();
        let truth = brute_force(&instance, &weights).expect("feasible");
        for gap_permille in [10, 100, 900] {
            let limits = engine::Limits { gap_permille, ..engine::Limits::default() };
            let near = choose(&instance, &weights, Control { limits, ..Control::unlimited() });
            assert!(near.bound.is_some_and(|bound| bound >= truth), "gap {gap_permille}");
            assert!(near.gap_permille().is_some_and(|gap| gap <= gap_permille));
        }
        let limits = engine::Limits { nodes: Some(0), gap_permille: 100, ..engine::Limits::default() };
        let answer = choose(&instance, &weights, Control { limits, ..Control::unlimited() });
        assert!(answer.bound.is_some_and(|bound| bound >= truth));
        assert!(answer.value.is_none_or(|value| value <= truth));
        let cancelled = Control { cancelled: &|| true, ..Control::unlimited() };
        let stopped = choose(&instance, &weights, cancelled);
        assert!(stopped.bound.is_some_and(|bound| bound >= truth));
        assert_ne!(stopped.status, Status::Infeasible);
    }
}

#[test]
fn every_wish_is_answered_in_one_reply_and_unknown_names_are_refused() {
    let json = r#"{"format":"styrbord-portfolio/1","periods":["1"],"money":[{"id":"KS","amounts":[10]}],
        "criteria":[{"id":"k","weight":2}],"weight_sets":[{"id":"a","weights":[1]},{"id":"b","weights":[3]}],
        "initiatives":[{"id":"x","scores":[{"low":1,"likely":2,"high":3}],"options":[{"id":"o","money":[["KS",0,6]]}]},
                       {"id":"y","scores":[3],"options":[{"id":"o","money":[["KS",0,[4,5,9]]]}]}]}"#;
    let wants = Wants {
        weights: Some("b".into()),
        robust: true,
        scenarios: Some(5),
        explain: true,
        regret: true,
        equal_shares: Some("KS".into()),
        uplift: Some(1500),
        ..Wants::default()
    };
    let value = reply(json.as_bytes(), &wants, Control::unlimited()).expect("well formed");
    assert_eq!(value["value"], 9);
    for key in ["robust", "scenarios", "explain", "regret", "equal_shares", "uplift"] {
        assert!(value[key].is_object(), "{key}");
    }
    assert_eq!(engine::checker::check(json.as_bytes(), value.to_string().as_bytes()), Ok(1));
    let frontier = Wants { frontier: Some("KS:0..12".into()), ..Wants::default() };
    let list = reply(json.as_bytes(), &frontier, Control::unlimited()).expect("well formed");
    let money: Vec<_> = list.as_array().expect("a list").iter().map(|a| (a["total"].as_i64(), a["value"].as_i64())).collect();
    assert_eq!(money, [(Some(0), Some(0)), (Some(5), Some(6)), (Some(11), Some(10))]);
    assert_eq!(engine::checker::check(json.as_bytes(), list.to_string().as_bytes()), Ok(3));
    let unknown = Wants { frontier: Some("KSS".into()), ..Wants::default() };
    let refused = reply(json.as_bytes(), &unknown, Control::unlimited()).expect_err("unknown");
    assert_eq!(refused.to_string(), r#"--frontier: unknown fund "KSS""#);
}

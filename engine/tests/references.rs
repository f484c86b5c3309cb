//! Answers that others have given: equal shares by pabutools, and Lorie and Savage's second best.

mod oracle;

use engine::{Ballot, Control, choose, equal_shares, equal_shares_completed};
use oracle::{Shape, brute_force, every_selection, misses, random};
use serde_json::Value;

/// What pabutools 1.2.3 bought; written by `bench/engine/equal_shares.py`.
const EQUAL_SHARES: &str = include_str!("references/equal_shares.json");

fn numbers(list: &Value) -> Vec<i64> {
    list.as_array().expect("a list").iter().map(|number| number.as_i64().expect("a whole number")).collect()
}

#[test]
fn equal_shares_buy_what_the_academic_reference_buys() {
    let cases: Vec<Value> = serde_json::from_str(EQUAL_SHARES).expect("the recorded cases");
    assert_eq!(cases.len(), 60);
    for (nth, case) in cases.iter().enumerate() {
        let points = case["points"].as_array().expect("a list").iter().map(numbers).collect();
        let ballot = Ballot { budget: case["budget"].as_i64().expect("money"), costs: numbers(&case["costs"]), points };
        let sorted = |mut bought: Vec<usize>| -> Vec<i64> {
            bought.sort_unstable();
            bought.into_iter().map(|project| project as i64).collect()
        };
        assert_eq!(sorted(equal_shares(&ballot)), numbers(&case["equal_shares"]), "case {nth}");
        if !case["completed"].is_null() {
            assert_eq!(sorted(equal_shares_completed(&ballot)), numbers(&case["completed"]), "case {nth}, completed");
        }
    }
}

/// The case of Lorie and Savage (1955): nine projects, two periods.
fn lorie_and_savage() -> engine::Instance {
    let value = [14, 17, 17, 15, 40, 12, 14, 10, 12];
    let first = [12, 54, 6, 6, 30, 6, 48, 36, 18];
    let second = [3, 7, 6, 2, 35, 6, 4, 3, 3];
    let one = |k: usize| {
        let money = format!(r#"[["firm",0,{}],["firm",1,{}]]"#, first[k], second[k]);
        format!(r#"{{"id":"{}","scores":[{}],"options":[{{"id":"do","money":{money}}}]}}"#, k + 1, value[k])
    };
    let initiatives: Vec<String> = (0..9).map(one).collect();
    let json = format!(
        r#"{{"format":"styrbord-portfolio/1","periods":["1","2"],"money":[{{"id":"firm","amounts":[50,20]}}],
            "criteria":[{{"id":"present value","weight":1}}],"initiatives":[{}]}}"#,
        initiatives.join(",")
    );
    engine::read_instance(json.as_bytes()).expect("the case is well formed")
}

#[test]
fn the_second_best_of_lorie_and_savage_is_worth_58() {
    let instance = lorie_and_savage();
    let best = choose(&instance, &instance.own_weights(), Control::unlimited());
    let best = best.selection.expect("a choice");
    // A different set that is not merely a part of the best one: forbid one member after another.
    let worth = |without: usize| {
        let mut other = instance.clone();
        other.initiatives[without].options.clear();
        choose(&other, &other.own_weights(), Control::unlimited()).value.expect("a choice")
    };
    let second = (0..9).filter(|k| best.has(*k)).map(worth).max();
    let mut values: Vec<i64> = Vec::new();
    every_selection(&instance, |s| {
        if misses(&instance, s) == Some([0; 4]) {
            values.push(oracle::value(&instance, s, &instance.own_weights()));
        }
    });
    values.sort_unstable();
    assert_eq!(brute_force(&instance, &instance.own_weights()), Some(70));
    assert_eq!((values.pop(), values.pop(), second), (Some(70), Some(58), Some(58)));
}

#[test]
fn a_dominated_copy_adds_nothing() {
    for seed in 3000..3012 {
        let mut instance = random(seed, Shape { initiatives: 9, options: 1, funds: 2, periods: 2, roles: 1, goals: 1, mandates: 0 });
        instance.rules.clear();
        let weights = instance.own_weights();
        let before = choose(&instance, &weights, Control::unlimited());
        let mut copy = instance.initiatives[0].clone();
        copy.id = "z-copy".to_owned();
        copy.coverage.clear();
        for draw in copy.options.iter_mut().flat_map(|option| &mut option.money) {
            draw.amount = engine::Estimate::exactly(draw.amount.likely + 1);
        }
        if copy.options[0].money.is_empty() {
            continue;
        }
        instance.initiatives.push(copy);
        instance.rules.push(engine::Rule::AtMostOne(vec![0, 9]));
        let after = choose(&instance, &weights, Control::unlimited());
        assert_eq!(after.value, before.value, "seed {seed}");
    }
}

#[test]
fn the_answer_is_the_same_on_one_thread_and_on_three() {
    for seed in [40u64, 41, 47] {
        let instance = random(seed, Shape { initiatives: 8, options: 2, funds: 2, periods: 2, roles: 1, goals: 1, mandates: 4 });
        let weights = instance.own_weights();
        let with = |threads: usize| {
            let limits = engine::Limits { threads, ..engine::Limits::default() };
            let control = Control { limits, ..Control::unlimited() };
            let shares = engine::scenarios(&instance, &weights, 40, 5, control);
            format!("{shares:?} {:?}", engine::explain(&instance, &weights, control))
        };
        assert_eq!(with(1), with(3), "seed {seed}");
    }
}

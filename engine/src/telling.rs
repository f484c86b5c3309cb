//! The results of each method as JSON, for the command line and the API alike.

use serde_json::{Map, Value, json};

use crate::answer::{Run, chosen};
use crate::explain::{Explanation, Figure, Shortage};
use crate::frontier::Point;
use crate::instance::Instance;
use crate::regret::MinimaxRegret;
use crate::robust::Robust;
use crate::scenarios::{Scenarios, Share};

fn named<T>(instance: &Instance, list: &[T], tell: impl Fn(&T) -> Value) -> Value {
    let pairs = instance.initiatives.iter().zip(list).map(|(item, entry)| (item.id.clone(), tell(entry)));
    Value::Object(pairs.collect())
}

fn ids(instance: &Instance, list: &[usize]) -> Value {
    list.iter().map(|i| json!(instance.initiatives[*i].id)).collect()
}

fn share(share: &Share) -> Value {
    json!({
        "count": share.count, "of": share.of,
        "low_permille": share.low_permille, "high_permille": share.high_permille,
    })
}

/// A frontier as the contract's list of answers; each says the fund's money.
pub(crate) fn frontier(instance: &Instance, fund: usize, points: &[Point], run: &Run) -> Value {
    let id = &instance.funds[fund].id;
    let tell = |point: &Point| {
        let mut map = point.answer.to_json(instance, run);
        map.insert("fund".into(), json!(id));
        map.insert("total".into(), json!(point.total));
        map.insert("money".into(), json!({ id.as_str(): point.amounts }));
        Value::Object(map)
    };
    points.iter().map(tell).collect()
}

pub(crate) fn robust(instance: &Instance, robust: &Robust) -> Value {
    let initiatives = named(instance, &robust.initiatives, |entry| {
        json!({
            "standing": entry.standing.word(),
            "proven": entry.proven,
            "core_index_permille": entry.core_index_permille,
            "sampled": share(&entry.sampled),
        })
    });
    json!({
        "non_dominated": robust.non_dominated,
        "sampled_choices": robust.sampled_choices,
        "initiatives": initiatives,
    })
}

pub(crate) fn scenarios(instance: &Instance, scenarios: &Scenarios, seed: u64) -> Value {
    let at = |permille: usize| {
        let last = scenarios.values.len().checked_sub(1)?;
        Some(scenarios.values[last * permille / 1000])
    };
    json!({
        "seed": seed,
        "made": scenarios.values.len(),
        "infeasible": scenarios.infeasible,
        "certified": scenarios.certified,
        "widest_gap_permille": scenarios.widest_gap_permille,
        "value": {"p10": at(100), "p50": at(500), "p90": at(900)},
        "chosen": named(instance, &scenarios.shares, share),
    })
}

fn figure(figure: Option<Figure>) -> Value {
    match figure {
        None => Value::Null,
        Some(Figure { value, exact: true }) => json!(value),
        Some(Figure { value, exact: false }) => json!({"value": value, "exact": false}),
    }
}

fn shortage(instance: &Instance, shortage: &Shortage) -> Value {
    let mut value = shortage.demand.to_json(instance);
    value["by"] = json!(shortage.by);
    value
}

pub(crate) fn explanation(instance: &Instance, told: &Explanation) -> Value {
    let initiatives = named(instance, &told.initiatives, |entry| {
        let mut map = Map::new();
        let out = entry.reason.is_rejection();
        map.insert("chosen".into(), json!(!out));
        map.insert("reason".into(), json!(entry.reason.word()));
        if let Some(other) = entry.reason.about() {
            map.insert("about".into(), json!(instance.initiatives[other].id));
        }
        let change = if out { "regret" } else { "replacement_cost" };
        map.insert(change.into(), figure(entry.change));
        if out {
            map.insert("lacks".into(), entry.lacks.iter().map(|s| shortage(instance, s)).collect());
        }
        Value::Object(map)
    });
    let units = told.units.iter().map(|unit| {
        let mut value = unit.demand.to_json(instance);
        value["one_more"] = figure(unit.one);
        value["percent"] = json!(unit.percent);
        value["percent_more"] = figure(unit.by_percent);
        value["percent_less"] = figure(unit.percent_less);
        value
    });
    let rules = told.rules.iter().map(|rule| {
        let mut value = rule.demand.to_json(instance);
        value["price"] = figure(rule.gain);
        value
    });
    let money = told.money.iter().map(|step| {
        json!({
            "permille": step.permille, "change": figure(step.change),
            "enters": ids(instance, &step.enters), "leaves": ids(instance, &step.leaves),
        })
    });
    let tornado = told.tornado.iter().map(|swing| {
        json!({
            "criterion": instance.criteria[swing.criterion].id, "permille": swing.permille,
            "value": swing.value, "present": swing.present,
            "enters": ids(instance, &swing.enters), "leaves": ids(instance, &swing.leaves),
        })
    });
    let ranges = told.weight_ranges.iter().map(|range| {
        json!({
            "criterion": instance.criteria[range.criterion].id,
            "low": range.low, "high": range.high, "open": range.open,
        })
    });
    json!({
        "initiatives": initiatives,
        "next_in": ids(instance, &told.next_in),
        "first_out": ids(instance, &told.first_out),
        "units": units.collect::<Value>(),
        "rules": rules.collect::<Value>(),
        "money": money.collect::<Value>(),
        "tornado": tornado.collect::<Value>(),
        "weight_ranges": ranges.collect::<Value>(),
    })
}

pub(crate) fn regret(instance: &Instance, found: &MinimaxRegret) -> Value {
    let sets: Vec<&str> = instance.weight_sets.iter().map(|s| s.id.as_str()).collect();
    let favourites = found.favourites.iter().map(|s| chosen(instance, Some(s)));
    json!({
        "weight_sets": sets,
        "optima": found.optima,
        "favourites": favourites.collect::<Value>(),
        "matrix": found.matrix,
        "compromise": chosen(instance, Some(&found.compromise)),
        "regrets": found.regrets,
        "greatest": found.regrets.iter().max(),
        "greatest_at_least": found.bound,
    })
}

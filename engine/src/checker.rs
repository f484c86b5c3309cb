//! The independent check of an answer against its input.
//!
//! This file shares no code with the reader or the solver: it looks at the two
//! JSON documents alone and adds up what the contract says, one demand at a
//! time. Whoever doubts the engine can read this file instead.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Why an answer was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rejected {
    /// The input or the answer cannot be understood.
    #[error("{0}")]
    Malformed(String),
    /// The answer is understood and is not right.
    #[error("{0}")]
    Wrong(String),
}

type Verdict<T> = Result<T, Rejected>;

fn wrong<T>(why: String) -> Verdict<T> {
    Err(Rejected::Wrong(why))
}

fn missing(what: &str) -> Rejected {
    Rejected::Malformed(format!("{what} is missing or of the wrong kind"))
}

/// Recomputes feasibility and value of an answer (or of each in a list of
/// answers) from the input's bytes. Gives the number of choices checked.
///
/// # Errors
/// [`Rejected::Wrong`] with the first thing that does not hold;
/// [`Rejected::Malformed`] where a document cannot be understood.
pub fn check(input: &[u8], answer: &[u8]) -> Verdict<usize> {
    let parse = |bytes, name: &str| -> Verdict<Value> {
        serde_json::from_slice(bytes).map_err(|error| Rejected::Malformed(format!("{name} is not JSON: {error}")))
    };
    let (instance, answer) = (parse(input, "the input")?, parse(answer, "the answer")?);
    let hash: String = Sha256::digest(input).iter().map(|byte| format!("{byte:02x}")).collect();
    match &answer {
        Value::Array(list) => list.iter().map(|one| check_one(&instance, &hash, one).map(usize::from)).sum(),
        one => check_one(&instance, &hash, one).map(usize::from),
    }
}

/// Checks one answer; false where it makes no choice.
fn check_one(instance: &Value, hash: &str, answer: &Value) -> Verdict<bool> {
    if answer["format"] != "styrbord-choice/1" {
        return Err(Rejected::Malformed("format: only \"styrbord-choice/1\" is known".into()));
    }
    if answer["input_sha256"] != hash {
        return wrong(format!("input_sha256: the input's is {hash}"));
    }
    let status = answer["status"].as_str().ok_or_else(|| missing("status"))?;
    let picked = answer["chosen"].as_object().ok_or_else(|| missing("chosen"))?;
    let empty = Vec::new();
    let relaxed = answer["relaxed"].as_array().unwrap_or(&empty);
    match status {
        "optimal" | "feasible" => {}
        "infeasible" if !relaxed.is_empty() => {}
        "infeasible" | "unknown" if picked.is_empty() && answer["value"].is_null() => return Ok(false),
        "infeasible" | "unknown" => return wrong(format!("{status}, and yet a choice is given")),
        other => return Err(Rejected::Malformed(format!("status: {other:?} is not known"))),
    }
    let claimed = answer["value"].as_i64().ok_or_else(|| missing("value"))?;
    let bound = answer["bound"].as_i64().ok_or_else(|| missing("bound"))?;
    if bound < claimed {
        return wrong(format!("bound {bound} is below value {claimed}"));
    }
    if status == "optimal" && bound != claimed {
        return wrong(format!("optimal, but bound {bound} is not value {claimed}"));
    }
    let taken = taken_options(instance, picked)?;
    let misses = Misses::read(relaxed)?;
    mandates(instance, picked, &misses)?;
    for (list, draws) in [("money", "money"), ("capacity", "capacity")] {
        resources(instance, answer, &taken, list, draws, &misses)?;
    }
    coverage(instance, picked, &misses)?;
    rules(instance, &taken)?;
    let value = value(instance, answer, &taken)?;
    if value != i128::from(claimed) {
        return wrong(format!("value: {claimed} is claimed, {value} is right"));
    }
    Ok(true)
}

/// What the answer says it misses: place → by how much.
struct Misses(BTreeMap<String, i128>);

impl Misses {
    fn read(relaxed: &[Value]) -> Verdict<Self> {
        let mut map = BTreeMap::new();
        for entry in relaxed {
            let place = entry["place"].as_str().ok_or_else(|| missing("relaxed: place"))?;
            let by = entry["by"].as_i64().ok_or_else(|| missing("relaxed: by"))?;
            map.insert(place.to_owned(), i128::from(by));
        }
        Ok(Self(map))
    }

    /// Compares a miss that was found with the one that was stated.
    fn compare(&self, place: &str, found: i128) -> Verdict<()> {
        let stated = self.0.get(place).copied().unwrap_or(0);
        if stated == found {
            return Ok(());
        }
        wrong(format!("{place}: missed by {found}, the answer says {stated}"))
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The initiative and option behind each chosen pair.
fn taken_options<'a>(instance: &'a Value, picked: &Map<String, Value>) -> Verdict<BTreeMap<&'a str, (&'a Value, &'a Value)>> {
    let mut taken = BTreeMap::new();
    for initiative in list(instance, "initiatives") {
        let id = initiative["id"].as_str().ok_or_else(|| missing("initiatives: id"))?;
        let Some(wanted) = picked.get(id) else { continue };
        let option = list(initiative, "options").iter().find(|option| option["id"] == *wanted);
        let Some(option) = option else {
            return wrong(format!("chosen.{id}: {wanted} is not one of its options"));
        };
        taken.insert(id, (initiative, option));
    }
    match picked.keys().find(|id| !taken.contains_key(id.as_str())) {
        Some(id) => wrong(format!("chosen.{id}: no such initiative")),
        None => Ok(taken),
    }
}

fn mandates(instance: &Value, picked: &Map<String, Value>, misses: &Misses) -> Verdict<()> {
    for (i, initiative) in list(instance, "initiatives").iter().enumerate() {
        if initiative["mandatory"] == true {
            let id = initiative["id"].as_str().ok_or_else(|| missing("initiatives: id"))?;
            let miss = i128::from(!picked.contains_key(id));
            misses.compare(&format!("initiatives[{i}].mandatory"), miss)?;
        }
    }
    Ok(())
}

/// A plain integer, or the likely one of three.
fn likely(value: &Value) -> Option<i128> {
    let number = value.as_i64().or_else(|| value["likely"].as_i64()).or_else(|| value[1].as_i64())?;
    Some(i128::from(number))
}

fn resources(
    instance: &Value,
    answer: &Value,
    taken: &BTreeMap<&str, (&Value, &Value)>,
    key: &str,
    draws: &str,
    misses: &Misses,
) -> Verdict<()> {
    let mut drawn: BTreeMap<(&str, u64), i128> = BTreeMap::new();
    for (_, option) in taken.values() {
        for draw in list(option, draws) {
            let id = draw[0].as_str().ok_or_else(|| missing("a draw's fund or role"))?;
            let period = draw[1].as_u64().ok_or_else(|| missing("a draw's period"))?;
            let amount = likely(&draw[2]).ok_or_else(|| missing("a draw's amount"))?;
            *drawn.entry((id, period)).or_default() += amount;
        }
    }
    for (index, resource) in list(instance, key).iter().enumerate() {
        let id = resource["id"].as_str().ok_or_else(|| missing("a fund's or role's id"))?;
        let amounts = match (key, answer["money"].get(id)) {
            ("money", Some(changed)) => changed.as_array(),
            _ => resource["amounts"].as_array(),
        };
        for (period, amount) in amounts.ok_or_else(|| missing("amounts"))?.iter().enumerate() {
            let there = amount.as_i64().map(i128::from).ok_or_else(|| missing("amounts"))?;
            let used = drawn.remove(&(id, period as u64)).unwrap_or(0);
            let over = (used - there).max(0);
            misses.compare(&format!("{key}[{index}].amounts[{period}]"), over)?;
        }
    }
    match drawn.keys().next() {
        Some((id, period)) => wrong(format!("{key}: {id:?} in period {period} does not exist")),
        None => Ok(()),
    }
}

fn coverage(instance: &Value, picked: &Map<String, Value>, misses: &Misses) -> Verdict<()> {
    for (g, goal) in list(instance, "coverage").iter().enumerate() {
        let id = goal["id"].as_str().ok_or_else(|| missing("coverage: id"))?;
        let least = goal["at_least"].as_i64().ok_or_else(|| missing("at_least"))?;
        let mut served = 0;
        for initiative in list(instance, "initiatives") {
            if initiative["id"].as_str().is_some_and(|id| picked.contains_key(id)) {
                served += i128::from(initiative["coverage"][id].as_i64().unwrap_or(0));
            }
        }
        let short = (i128::from(least) - served).max(0);
        misses.compare(&format!("coverage[{g}].at_least"), short)?;
    }
    Ok(())
}

fn names(value: &Value) -> BTreeSet<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn rules(instance: &Value, taken: &BTreeMap<&str, (&Value, &Value)>) -> Verdict<()> {
    let start = |id: &str| -> Option<u64> { taken.get(id).map(|(_, option)| option["start"].as_u64().unwrap_or(0)) };
    for (index, rule) in list(instance, "rules").iter().enumerate() {
        if rule.get("at_most_one").is_some() {
            let both: Vec<&str> = names(&rule["at_most_one"]).into_iter().filter(|id| taken.contains_key(id)).collect();
            if both.len() > 1 {
                return wrong(format!("rules[{index}]: {} exclude each other", both.join(" and ")));
            }
            continue;
        }
        let Some((of, begun)) = rule["of"].as_str().and_then(|of| start(of).map(|s| (of, s))) else {
            continue;
        };
        let ready = |id: &&str| start(id).is_some_and(|s| s <= begun);
        let met = match (rule.get("needs_all"), rule.get("needs_any")) {
            (Some(all), _) => names(all).iter().all(ready),
            (_, Some(any)) => names(any).iter().any(ready),
            _ => true,
        };
        if !met {
            return wrong(format!("rules[{index}]: {of} lacks its prerequisite"));
        }
    }
    Ok(())
}

fn value(instance: &Value, answer: &Value, taken: &BTreeMap<&str, (&Value, &Value)>) -> Verdict<i128> {
    let weights: Vec<i128> = match answer["weights"].as_str() {
        Some(name) => {
            let sets = list(instance, "weight_sets");
            let set = sets.iter().find(|set| set["id"] == name);
            let set = set.ok_or_else(|| Rejected::Wrong(format!("weights: no set {name:?}")))?;
            list(set, "weights").iter().filter_map(Value::as_i64).map(i128::from).collect()
        }
        None => list(instance, "criteria").iter().filter_map(|criterion| criterion["weight"].as_i64()).map(i128::from).collect(),
    };
    let mut sum = 0;
    for (initiative, option) in taken.values() {
        let scores = match &initiative["scores"] {
            Value::Object(triples) => triples.get("likely").unwrap_or(&Value::Null),
            plain => plain,
        };
        let scores = scores.as_array().map_or(&[] as &[Value], Vec::as_slice);
        let points: i128 = scores.iter().zip(&weights).filter_map(|(s, w)| likely(s).map(|s| s * w)).sum();
        let permille = i128::from(option["value_permille"].as_i64().unwrap_or(1000));
        sum += (points * permille).div_euclid(1000);
    }
    for rule in list(instance, "rules") {
        if let Some(extra) = rule["extra_value"].as_i64()
            && names(&rule["together"]).iter().all(|id| taken.contains_key(id))
        {
            sum += i128::from(extra);
        }
    }
    Ok(sum)
}

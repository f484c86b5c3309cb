//! Reading an instance from JSON, with errors that name the place.

mod place;

use serde_json::Value;
use std::collections::HashMap;

use crate::instance::{Choice, Criterion, Draw, Estimate, Goal, Initiative, Instance, Resource, Rule, WeightSet};
use place::At;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 256 << 20;
/// The most initiatives an instance may have.
pub const MOST_INITIATIVES: usize = 50_000;
/// The most options an instance may have in all.
pub const MOST_OPTIONS: usize = 200_000;
/// The largest amount, score times weight, or value that is taken: beyond it
/// sums could leave the range in which the arithmetic is exact.
pub const MOST_AMOUNT: i64 = 1_000_000_000_000_000;
/// The most periods, funds, roles, criteria, goals or weight sets of each kind.
const MOST_NAMED: usize = 1_000;
/// The most rules, and the most members of all rules together.
const MOST_RULE_MEMBERS: usize = 500_000;
/// The most rows of resources (funds or roles times periods).
const MOST_ROWS: usize = 20_000;

/// Why an instance was refused: one line that names the place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Malformed(pub String);

type Ids = HashMap<String, usize>;

/// Reads an instance in the form `styrbord-portfolio/1`.
///
/// # Errors
/// [`Malformed`] with one line that names the place of the first fault, such as
/// `initiatives[12].options[0].money[1]: unknown fund "KSS"`.
pub fn read_instance(bytes: &[u8]) -> Result<Instance, Malformed> {
    if bytes.len() > MOST_BYTES {
        return Err(Malformed(format!("the file is larger than {MOST_BYTES} bytes")));
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|error| Malformed(format!("not JSON: {error}")))?;
    let root = At::root(&value);
    if !value.is_object() {
        return Err(root.fault("an object is expected"));
    }
    let format = root.need("format")?;
    if format.text()? != "styrbord-portfolio/1" {
        return Err(format.fault(r#"only "styrbord-portfolio/1" is known"#));
    }
    let mut instance = Instance::default();
    let periods = root.need("periods")?;
    for place in periods.items(MOST_NAMED)? {
        instance.periods.push(place.text()?.to_owned());
    }
    if instance.periods.is_empty() {
        return Err(periods.fault("at least one period is needed"));
    }
    let count = instance.periods.len();
    let (funds, fund_ids) = resources(&root, "money", count)?;
    let (roles, role_ids) = resources(&root, "capacity", count)?;
    if (funds.len() + roles.len()) * count > MOST_ROWS {
        return Err(root.fault(&format!("more than {MOST_ROWS} funds and roles times periods")));
    }
    (instance.funds, instance.roles) = (funds, roles);
    weights(&root, &mut instance)?;
    let goal_ids = goals(&root, &mut instance)?;
    let names = Names { funds: &fund_ids, roles: &role_ids, goals: &goal_ids, periods: count };
    let initiative_ids = initiatives(&root, &names, &mut instance)?;
    rules(&root, &initiative_ids, &mut instance)?;
    within_range(&root, &instance)?;
    Ok(instance)
}

/// The identifiers an initiative may refer to.
struct Names<'a> {
    funds: &'a Ids,
    roles: &'a Ids,
    goals: &'a Ids,
    periods: usize,
}

/// Notes an identifier, or says where it was used before.
fn note(ids: &mut Ids, place: &At, list: &str, index: usize) -> Result<String, Malformed> {
    let field = place.need("id")?;
    let id = field.text()?;
    if id.is_empty() {
        return Err(field.fault("an identifier may not be empty"));
    }
    if let Some(earlier) = ids.insert(id.to_owned(), index) {
        return Err(field.fault(&format!("{id:?} is already {list}[{earlier}]")));
    }
    Ok(id.to_owned())
}

fn resources(root: &At, key: &'static str, periods: usize) -> Result<(Vec<Resource>, Ids), Malformed> {
    let (mut list, mut ids) = (Vec::new(), Ids::new());
    let Some(place) = root.get(key)? else { return Ok((list, ids)) };
    for (index, entry) in place.items(MOST_NAMED)?.enumerate() {
        let id = note(&mut ids, &entry, key, index)?;
        let amounts = entry.need("amounts")?.integers(0, MOST_AMOUNT, periods, "periods")?;
        list.push(Resource { id, amounts });
    }
    Ok((list, ids))
}

fn weights(root: &At, instance: &mut Instance) -> Result<(), Malformed> {
    let mut ids = Ids::new();
    if let Some(place) = root.get("criteria")? {
        for (index, entry) in place.items(MOST_NAMED)?.enumerate() {
            let id = note(&mut ids, &entry, "criteria", index)?;
            let weight = entry.need("weight")?.integer(0, MOST_AMOUNT)?;
            instance.criteria.push(Criterion { id, weight });
        }
    }
    let mut ids = Ids::new();
    if let Some(place) = root.get("weight_sets")? {
        for (index, entry) in place.items(MOST_NAMED)?.enumerate() {
            let id = note(&mut ids, &entry, "weight_sets", index)?;
            let count = instance.criteria.len();
            let weights = entry.need("weights")?.integers(0, MOST_AMOUNT, count, "criteria")?;
            instance.weight_sets.push(WeightSet { id, weights });
        }
    }
    Ok(())
}

fn goals(root: &At, instance: &mut Instance) -> Result<Ids, Malformed> {
    let mut ids = Ids::new();
    if let Some(place) = root.get("coverage")? {
        for (index, entry) in place.items(MOST_NAMED)?.enumerate() {
            let id = note(&mut ids, &entry, "coverage", index)?;
            let at_least = entry.need("at_least")?.integer(0, MOST_AMOUNT)?;
            instance.goals.push(Goal { id, at_least });
        }
    }
    Ok(ids)
}

fn initiatives(root: &At, names: &Names, instance: &mut Instance) -> Result<Ids, Malformed> {
    let mut ids = Ids::new();
    let mut options = 0;
    for (index, place) in root.need("initiatives")?.items(MOST_INITIATIVES)?.enumerate() {
        let id = note(&mut ids, &place, "initiatives", index)?;
        let mandatory = place.get("mandatory")?.map_or(Ok(false), |at| at.truth())?;
        let scores = scores(&place, instance.criteria.len())?;
        let mut coverage = Vec::new();
        if let Some(served) = place.get("coverage")? {
            for (goal, extent) in served.entries()? {
                let known = names.goals.get(goal);
                let goal = known.ok_or_else(|| extent.fault(&format!("unknown goal {goal:?}")))?;
                coverage.push((*goal, extent.integer(0, MOST_AMOUNT)?));
            }
        }
        let list = place.need("options")?;
        let mut seen = Ids::new();
        let mut choices = Vec::new();
        for (index, option) in list.items(MOST_OPTIONS)?.enumerate() {
            choices.push(choice(&option, index, &mut seen, names)?);
        }
        options += choices.len();
        if options > MOST_OPTIONS {
            return Err(list.fault(&format!("more than {MOST_OPTIONS} options in all")));
        }
        instance.initiatives.push(Initiative { id, mandatory, scores, coverage, options: choices });
    }
    Ok(ids)
}

fn scores(place: &At, criteria: usize) -> Result<Vec<Estimate>, Malformed> {
    let Some(list) = place.get("scores")? else {
        return Ok(vec![Estimate::exactly(0); criteria]);
    };
    if let Some(triples) = list.triple_of_lists(criteria)? {
        return Ok(triples);
    }
    let scores = list.items(MOST_NAMED)?.map(|at| at.estimate(MOST_AMOUNT)).collect::<Result<Vec<_>, _>>()?;
    if scores.len() != criteria {
        return Err(list.fault(&format!("{} scores for {criteria} criteria", scores.len())));
    }
    Ok(scores)
}

fn choice(place: &At, index: usize, seen: &mut Ids, names: &Names) -> Result<Choice, Malformed> {
    let id = note(seen, place, "options", index)?;
    let last = i64::try_from(names.periods - 1).unwrap_or(i64::MAX);
    let start = match place.get("start")? {
        Some(at) => usize::try_from(at.integer(0, last)?).unwrap_or(0),
        None => 0,
    };
    let value_permille = place.get("value_permille")?.map_or(Ok(1000), |at| at.integer(0, 1_000_000))?;
    let money = draws(place, "money", "fund", names.funds, names.periods)?;
    let capacity = draws(place, "capacity", "role", names.roles, names.periods)?;
    Ok(Choice { id, start, value_permille, money, capacity })
}

fn draws(place: &At, key: &'static str, kind: &str, ids: &Ids, periods: usize) -> Result<Vec<Draw>, Malformed> {
    let Some(list) = place.get(key)? else { return Ok(Vec::new()) };
    let mut draws = Vec::new();
    for entry in list.items(MOST_ROWS)? {
        let parts: Vec<At> = entry.items(MOST_NAMED)?.collect();
        let [id, period, amount] = parts.as_slice() else {
            return Err(entry.fault(&format!("[{kind}, period, amount] is expected")));
        };
        let name = id.text()?;
        let known = ids.get(name);
        let resource = *known.ok_or_else(|| entry.fault(&format!("unknown {kind} {name:?}")))?;
        let period = match period.integer(0, i64::MAX).ok().and_then(|p| usize::try_from(p).ok()) {
            Some(index) if index < periods => index,
            _ => {
                return Err(entry.fault(&format!("period {} is not one of 0 to {}", period.shown(), periods - 1)));
            }
        };
        draws.push(Draw { resource, period, amount: amount.estimate(MOST_AMOUNT)? });
    }
    Ok(draws)
}

fn rules(root: &At, ids: &Ids, instance: &mut Instance) -> Result<(), Malformed> {
    let Some(list) = root.get("rules")? else { return Ok(()) };
    let find = |at: &At| -> Result<usize, Malformed> {
        let id = at.text()?;
        ids.get(id).copied().ok_or_else(|| at.fault(&format!("unknown initiative {id:?}")))
    };
    let mut members_in_all = 0;
    for place in list.items(MOST_RULE_MEMBERS)? {
        let forms = ["needs_all", "needs_any", "at_most_one", "together"];
        let given: Vec<&'static str> = forms.into_iter().filter(|key| place.has(key)).collect();
        let [form] = given.as_slice() else {
            return Err(place.fault("one of needs_all, needs_any, at_most_one, together is expected"));
        };
        let named = place.need(form)?;
        let mut members = Vec::new();
        for member in named.items(MOST_RULE_MEMBERS)? {
            let index = find(&member)?;
            if !members.contains(&index) {
                members.push(index);
            }
            members_in_all += 1;
            if members_in_all > MOST_RULE_MEMBERS || members.len() > 10_000 {
                return Err(named.fault("too many members of rules"));
            }
        }
        instance.rules.push(match *form {
            "needs_all" => Rule::NeedsAll { needs: members, of: find(&place.need("of")?)? },
            "needs_any" => Rule::NeedsAny { needs: members, of: find(&place.need("of")?)? },
            "at_most_one" => Rule::AtMostOne(members),
            _ => {
                if members.is_empty() {
                    return Err(named.fault("at least one initiative is expected"));
                }
                let extra_value = place.need("extra_value")?.integer(-MOST_AMOUNT, MOST_AMOUNT)?;
                Rule::Together { members, extra_value }
            }
        });
    }
    Ok(())
}

/// Refuses numbers whose sums could leave the range of exact arithmetic.
fn within_range(root: &At, instance: &Instance) -> Result<(), Malformed> {
    let mut sets = vec![(None, instance.own_weights())];
    sets.extend(instance.weight_sets.iter().enumerate().map(|(k, s)| (Some(k), s.weights.clone())));
    let extra: i128 = instance
        .rules
        .iter()
        .map(|rule| match rule {
            Rule::Together { extra_value, .. } => i128::from(extra_value.unsigned_abs()),
            _ => 0,
        })
        .sum();
    for (set, weights) in sets {
        let mut total = extra;
        for (i, item) in instance.initiatives.iter().enumerate() {
            let worth: i128 = item.scores.iter().zip(&weights).map(|(score, weight)| i128::from(score.high) * i128::from(*weight)).sum();
            let permille = item.options.iter().map(|o| o.value_permille).max().unwrap_or(0);
            total += worth * i128::from(permille) / 1000;
            if total > i128::from(MOST_AMOUNT) {
                let by = set.map_or("criteria".to_owned(), |k| format!("weight_sets[{k}]"));
                return Err(root.fault(&format!("initiatives[{i}].scores: the values under {by} add up to more than {MOST_AMOUNT}")));
            }
        }
    }
    let mut drawn: i128 = 0;
    for (i, item) in instance.initiatives.iter().enumerate() {
        for (o, option) in item.options.iter().enumerate() {
            for draw in option.money.iter().chain(&option.capacity) {
                drawn += i128::from(draw.amount.high);
            }
            if drawn > i128::from(MOST_AMOUNT) * 4 {
                return Err(root.fault(&format!("initiatives[{i}].options[{o}]: the amounts drawn add up to more than 4·{MOST_AMOUNT}")));
            }
        }
    }
    Ok(())
}

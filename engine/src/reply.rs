//! A question in JSON and its reply in JSON: what the command line and the API
//! both say.

use serde_json::{Map, Value, json};

use crate::answer::{Answer, Run, chosen, input_hash};
use crate::choice::{choose, choose_elastic};
use crate::control::Control;
use crate::explain::explain;
use crate::frontier::{frontier, usual_range};
use crate::instance::{Instance, Selection};
use crate::reading::{Malformed, read_instance};
use crate::regret::minimax_regret;
use crate::robust::robust;
use crate::scenarios::scenarios;
use crate::shares::{Ballot, equal_shares, equal_shares_completed};
use crate::telling;
use crate::uplift::uplifted;

/// What is wanted beside the best choice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wants {
    /// The weight set in place of the criteria's weights.
    pub weights: Option<String>,
    /// The least-bad choice where nothing meets every demand.
    pub elastic: bool,
    /// The value as a function of a fund's money: `FUND` or `FUND:FROM..TO`.
    pub frontier: Option<String>,
    /// Standing under all weights of the span.
    pub robust: bool,
    /// Scenarios to draw.
    pub scenarios: Option<usize>,
    /// Seed of what is drawn.
    pub seed: u64,
    /// The explanation pack.
    pub explain: bool,
    /// The choice with the least greatest regret over the weight sets.
    pub regret: bool,
    /// Equal shares of this fund among the weight sets, and its price.
    pub equal_shares: Option<String>,
    /// The twin in which costs are this permille of what was estimated.
    pub uplift: Option<i64>,
}

/// Reads an instance and answers what is wanted.
///
/// # Errors
/// [`Malformed`] where the input, or a name in what is wanted, is not understood.
pub fn reply(input: &[u8], wants: &Wants, control: Control<'_>) -> Result<Value, Malformed> {
    let instance = read_instance(input)?;
    let weights = weights_of(&instance, wants)?;
    let range = wants.frontier.as_deref().map(|text| range_of(&instance, text)).transpose()?;
    let shared = wants.equal_shares.as_deref().map(|id| fund_of(&instance, id, "--equal-shares")).transpose()?;
    let run =
        |seconds: f64| Run { input_sha256: input_hash(input), seconds, threads: control.limits.threads, weights: wants.weights.clone() };
    if let Some((fund, from, to)) = range {
        let points = frontier(&instance, &weights, fund, (from, to), control);
        let run = run((control.elapsed)().as_secs_f64());
        return Ok(telling::frontier(&instance, fund, &points, &run));
    }
    let answer = if wants.elastic { choose_elastic(&instance, &weights, control) } else { choose(&instance, &weights, control) };
    let mut more = Map::new();
    if wants.robust {
        let found = robust(&instance, wants.seed, control);
        more.insert("robust".into(), found.map_or(Value::Null, |r| telling::robust(&instance, &r)));
    }
    if let Some(count) = wants.scenarios {
        let found = scenarios(&instance, &weights, count, wants.seed, control);
        more.insert("scenarios".into(), telling::scenarios(&instance, &found, wants.seed));
    }
    if wants.explain {
        let found = explain(&instance, &weights, control);
        more.insert("explain".into(), found.map_or(Value::Null, |e| telling::explanation(&instance, &e)));
    }
    if wants.regret {
        let found = minimax_regret(&instance, control);
        more.insert("regret".into(), found.map_or(Value::Null, |r| telling::regret(&instance, &r)));
    }
    if let Some(fund) = shared {
        more.insert("equal_shares".into(), fair(&instance, &weights, fund, &answer));
    }
    if let Some(permille) = wants.uplift {
        more.insert("uplift".into(), twin(&instance, &weights, permille, &answer, wants.elastic, control));
    }
    let mut map = answer.to_json(&instance, &run((control.elapsed)().as_secs_f64()));
    map.append(&mut more);
    Ok(Value::Object(map))
}

fn weights_of(instance: &Instance, wants: &Wants) -> Result<Vec<i64>, Malformed> {
    let Some(id) = &wants.weights else { return Ok(instance.own_weights()) };
    let set = instance.weight_sets.iter().find(|set| set.id == *id);
    set.map(|set| set.weights.clone()).ok_or_else(|| Malformed(format!("--weights: unknown weight set {id:?}")))
}

fn fund_of(instance: &Instance, id: &str, option: &str) -> Result<usize, Malformed> {
    let fund = instance.funds.iter().position(|fund| fund.id == id);
    fund.ok_or_else(|| Malformed(format!("{option}: unknown fund {id:?}")))
}

/// The fund and range of `FUND` or `FUND:FROM..TO`.
fn range_of(instance: &Instance, text: &str) -> Result<(usize, i64, i64), Malformed> {
    if let Ok(fund) = fund_of(instance, text, "--frontier") {
        let (from, to) = usual_range(instance, fund);
        return Ok((fund, from, to));
    }
    let Some((id, range)) = text.rsplit_once(':') else {
        return fund_of(instance, text, "--frontier").map(|fund| (fund, 0, 0));
    };
    let fund = fund_of(instance, id, "--frontier")?;
    let ends =
        range.split_once("..").and_then(|(from, to)| Some((from.parse::<i64>().ok()?, to.trim_start_matches('=').parse::<i64>().ok()?)));
    match ends {
        Some((from, to)) if 0 <= from && from <= to && to <= crate::reading::MOST_AMOUNT => Ok((fund, from, to)),
        _ => Err(Malformed(format!("--frontier: {range:?} is not FROM..TO with 0 ≤ FROM ≤ TO"))),
    }
}

/// Equal shares of a fund's whole money among the weight sets: the voters are the
/// assessors, their points are Σ weight·score, the cost is what the first option
/// draws from the fund.
fn fair(instance: &Instance, weights: &[i64], fund: usize, answer: &Answer) -> Value {
    let cost = |i: usize| -> i64 {
        let first = instance.initiatives[i].options.first();
        let draws = first.iter().flat_map(|o| &o.money).filter(|d| d.resource == fund);
        draws.map(|d| d.amount.likely).sum()
    };
    let asking: Vec<usize> = (0..instance.initiatives.len()).filter(|i| cost(*i) > 0).collect();
    let points = instance.weight_sets.iter().map(|set| asking.iter().map(|i| instance.option_value(*i, 0, &set.weights)).collect());
    let ballot = Ballot {
        budget: instance.funds[fund].amounts.iter().sum(),
        costs: asking.iter().map(|i| cost(*i)).collect(),
        points: points.collect(),
    };
    let set = |bought: Vec<usize>| -> Value {
        let mut selection = Selection::nothing(instance.initiatives.len());
        for p in &bought {
            selection.0[asking[*p]] = Some(0);
        }
        let value = instance.value(&selection, weights);
        json!({
            "chosen": bought.iter().map(|p| json!(instance.initiatives[asking[*p]].id)).collect::<Value>(),
            "cost": bought.iter().map(|p| ballot.costs[*p]).sum::<i64>(),
            "value": value,
            "price": answer.value.map(|best| best - value),
        })
    };
    json!({
        "fund": instance.funds[fund].id,
        "budget": ballot.budget,
        "equal_shares": set(equal_shares(&ballot)),
        "completed": set(equal_shares_completed(&ballot)),
    })
}

/// What changes when costs turn out as the reference class has it.
fn twin(instance: &Instance, weights: &[i64], permille: i64, answer: &Answer, elastic: bool, control: Control<'_>) -> Value {
    let twin = uplifted(instance, permille);
    let found = if elastic { choose_elastic(&twin, weights, control) } else { choose(&twin, weights, control) };
    let moved = |entering: bool| -> Value {
        let (Some(before), Some(after)) = (&answer.selection, &found.selection) else { return json!([]) };
        let differs = |i: &usize| before.has(*i) != after.has(*i) && after.has(*i) == entering;
        (0..before.0.len()).filter(differs).map(|i| json!(instance.initiatives[i].id)).collect()
    };
    json!({
        "permille": permille,
        "status": found.status.word(),
        "value": found.value,
        "bound": found.bound,
        "chosen": chosen(instance, found.selection.as_ref()),
        "enters": moved(true),
        "leaves": moved(false),
    })
}

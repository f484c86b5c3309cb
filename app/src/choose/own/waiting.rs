//! The scenario `all`: every initiative that waits for a decision, under all money that is decided.
//!
//! Its scores are those of its latest application, as far as they have come; one that was declined in an
//! earlier round and still waits is judged by what it got there. Each is done as its case says, from the
//! year it first costs something. It draws on its round for what it asks of the fund (on the latest one
//! where its own is over), on the frame (or the investment money) of the body its units stand under for
//! their part, and on the hours its object's plan has where an activity there carries it out. A grant
//! from outside is nobody's budget and draws on nothing. Years for which no money is decided yet cannot
//! bind and are left out.

use std::collections::{BTreeMap, BTreeSet};

use domain::fund::{Application, Round};
use domain::initiatives::{FinancingSource, Initiative, Phase};
use domain::money::{Form, Party};
use domain::objects::{Activity, ActivityStatus, ObjectPlan};
use domain::{InitiativeId, Municipality};
use serde_json::{Value, json};

use super::{LeftOut, Own, coverage, covers, criteria, scores, weight_sets, written};

/// Hours in a person-day.
const DAY: u32 = 8;

/// Amounts by fund or role, and by year.
type Amounts = BTreeMap<(String, i16), i64>;

/// Which of all that waits should be done.
pub(super) fn instance(town: &Municipality) -> Own {
    let waiting = waiting(town);
    let open = waiting.iter().filter(|(application, _)| application.verdict.is_none()).map(|(_, round)| *round);
    let latest = open.chain(waiting.iter().map(|(_, round)| *round)).reduce(|one, other| if other.opens > one.opens { other } else { one });
    let mut there = Amounts::new();
    let (mut chosen_from, mut left_out) = (Vec::new(), unassessed(town));
    for (application, round) in &waiting {
        let payer = latest.filter(|_| application.verdict.is_some()).unwrap_or(round);
        let comparable = latest.is_some_and(|latest| ids(latest) == ids(round));
        let found = if comparable { scores(round, application, true) } else { Err(LeftOut::OtherCriteria) };
        match found {
            Ok(scores) => chosen_from.push((*application, scores, draws(town, application, payer, &mut there))),
            Err(why) => left_out.push((application.initiative.clone(), why)),
        }
    }
    let years: BTreeSet<i16> = there.keys().map(|(_, year)| *year).collect();
    let period = |year: i16| years.range(..year).count();
    let initiatives: Value = chosen_from
        .iter()
        .map(|(application, scores, draws)| {
            let of = |wanted: fn(&str) -> bool| -> Value {
                draws
                    .iter()
                    .filter(|((name, _), amount)| wanted(name) && **amount > 0)
                    .map(|((name, year), amount)| json!([name, period(*year), amount]))
                    .collect()
            };
            let start = draws.keys().map(|(_, year)| period(*year)).min().unwrap_or(0);
            json!({
                "id": application.initiative,
                "mandatory": false,
                "scores": scores,
                "coverage": covers(town, &application.case.initiative),
                "options": [{"id": "as-planned", "start": start, "value_permille": 1000, "money": of(is_fund), "capacity": of(is_role)}],
            })
        })
        .collect();
    let resources = |wanted: fn(&str) -> bool| -> Value {
        let names: BTreeSet<&str> = there.keys().map(|(name, _)| name.as_str()).filter(|name| wanted(name)).collect();
        let amount = |name: &str, year: i16| there.get(&(name.to_owned(), year)).copied().unwrap_or(0);
        names
            .into_iter()
            .map(|name| json!({"id": name, "amounts": years.iter().map(|year| amount(name, *year)).collect::<Vec<_>>()}))
            .collect()
    };
    let periods: Vec<String> = if years.is_empty() { vec!["undated".to_owned()] } else { years.iter().map(ToString::to_string).collect() };
    let instance = json!({
        "format": "styrbord-portfolio/1",
        "periods": periods,
        "money": resources(is_fund),
        "capacity": resources(is_role),
        "criteria": latest.map_or_else(|| json!([]), criteria),
        "weight_sets": latest.map_or_else(|| json!([]), weight_sets),
        "coverage": coverage(town),
        "initiatives": initiatives,
        "rules": [],
    });
    written(&instance, left_out)
}

/// The initiatives that wait for a decision.
fn undecided(town: &Municipality) -> impl Iterator<Item = &Initiative> {
    town.initiatives.values().filter(|found| found.phase == Phase::Decision)
}

/// The latest application of each initiative that waits for a decision, with its round.
fn waiting(town: &Municipality) -> Vec<(&Application, &Round)> {
    let latest = |found: &Initiative| {
        let own = town.fund.applications.values().filter(|application| application.is_standing() && application.initiative == found.id);
        own.max_by_key(|application| application.submitted)
    };
    undecided(town).filter_map(latest).filter_map(|application| Some((application, town.fund.rounds.get(&application.round)?))).collect()
}

/// The initiatives that wait for a decision without having applied.
fn unassessed(town: &Municipality) -> Vec<(InitiativeId, LeftOut)> {
    let applied: BTreeSet<&InitiativeId> = waiting(town).into_iter().map(|(application, _)| &application.initiative).collect();
    undecided(town).filter(|found| !applied.contains(&found.id)).map(|found| (found.id.clone(), LeftOut::NotAssessed)).collect()
}

fn ids(round: &Round) -> Vec<&domain::CriterionId> {
    round.criteria.iter().map(|criterion| &criterion.id).collect()
}

fn is_role(name: &str) -> bool {
    name.starts_with("it:") || name.starts_with("business:")
}

fn is_fund(name: &str) -> bool {
    !is_role(name)
}

/// What an application draws by fund or role and year; what there is of it is noted in `there`.
fn draws(town: &Municipality, application: &Application, round: &Round, there: &mut Amounts) -> Amounts {
    let mut draws = Amounts::new();
    let mut draw = |name: String, year: i16, amount: i64, left: i64| {
        there.insert((name.clone(), year), left.max(0));
        *draws.entry((name, year)).or_default() += amount;
    };
    let left = round.money - town.fund.granted_in(&round.id);
    draw(round.id.to_string(), round.opens.year(), application.case.asked.0, left.0);
    let balances = town.money.balances();
    for line in &application.case.initiative.case.financing {
        let (word, form) = match line.source {
            FinancingSource::OwnFrame => ("frame", Form::Operating),
            FinancingSource::Investment => ("investment", Form::Investment),
            FinancingSource::Fund | FinancingSource::Grant => continue,
        };
        let Some(body) = town.organisation.body_of(&line.unit) else { continue };
        let party = Party::Unit(body.id.clone());
        if let Some(balance) = balances.get(&(party.clone(), line.year, form)) {
            let left = balance.0.saturating_sub(promised(town, &party, line.year, line.source));
            draw(format!("{word}:{}", body.id), line.year, line.amount.0, left);
        }
    }
    for activity in carrying(town, &application.initiative) {
        let Some(plan) = town.objects.plans.get(&activity.plan) else { continue };
        let taken = taken(town, plan);
        for (word, hours, all, taken) in [
            ("it", activity.text.it_hours, plan.text.it_hours, taken.0),
            ("business", activity.text.business_hours, plan.text.business_hours, taken.1),
        ] {
            let left = all.saturating_sub(taken) / DAY;
            draw(format!("{word}:{}", plan.object), plan.year, i64::from(hours.div_ceil(DAY)), i64::from(left));
        }
    }
    draws
}

/// What initiatives that are decided already draw on a body's money in a year.
fn promised(town: &Municipality, party: &Party, year: i16, source: FinancingSource) -> i64 {
    let decided = |found: &&Initiative| matches!(found.phase, Phase::Start | Phase::Delivery);
    let lines = town.initiatives.values().filter(decided).flat_map(|found| &found.case.financing);
    let theirs = lines.filter(|line| {
        let body = town.organisation.body_of(&line.unit).map(|body| Party::Unit(body.id.clone()));
        line.source == source && line.year == year && body.as_ref() == Some(party)
    });
    theirs.map(|line| line.amount.0).sum()
}

/// The hours on the IT side and on the business side that a plan's other activities take: all but those
/// that are off, and those that carry out what waits here.
fn taken(town: &Municipality, plan: &ObjectPlan) -> (u32, u32) {
    let waits = |id: &InitiativeId| waiting(town).iter().any(|(application, _)| application.initiative == *id);
    let off = |other: &Activity| matches!(other.progress.status, ActivityStatus::Postponed | ActivityStatus::Cancelled);
    let mine = town.objects.activities.values().filter(|other| other.plan == plan.id && !off(other));
    let others = mine.filter(|other| !other.text.initiative.as_ref().is_some_and(waits));
    others.fold((0, 0), |(it, business), other| {
        (it.saturating_add(other.text.it_hours), u32::saturating_add(business, other.text.business_hours))
    })
}

/// The activities of object plans that carry an initiative out and are not done with.
fn carrying<'a>(town: &'a Municipality, initiative: &'a InitiativeId) -> impl Iterator<Item = &'a Activity> {
    town.objects.activities.values().filter(move |activity| activity.text.initiative.as_ref() == Some(initiative) && !activity.is_closed())
}

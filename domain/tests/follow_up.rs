//! Plans stay when they are replaced, what is late is told upwards, and outcomes teach the next case.

use domain::expected::{Kind, expected};
use domain::follow_up::{Expectation, Foreseen, Outcomes, PUBLISHED, Reminder, STARTING, compared, expectation};
use domain::initiatives::{Initiative, Phase, Size};
use domain::{Act, Date, InitiativeId, Municipality, Ore, PersonId, Refusals, Stamp, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

fn act(town: &mut Municipality, who: &str, at: &str, fields: Value) -> Result<(), Refusals> {
    let stamp = Stamp::new(PersonId::new(who).expect("an identity"), format!("{at}T09:00:00Z").parse::<Timestamp>().expect("an instant"));
    let act = Act::read(fields).expect("an act");
    let change = town.decide(&act, &stamp, None)?;
    town.fold(act.name(), &stamp, Some(&change));
    Ok(())
}

fn done(town: &mut Municipality, who: &str, at: &str, fields: Value) {
    act(town, who, at, fields).expect("an act that can be done");
}

fn keys(refused: Result<(), Refusals>) -> Vec<&'static str> {
    refused.expect_err("a refusal").0.iter().map(|refusal| refusal.key).collect()
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn initiative<'a>(town: &'a Municipality, id: &str) -> &'a Initiative {
    town.initiatives.get(&InitiativeId::new(id).expect("an identity")).expect("the initiative")
}

/// A municipality where work begins with nothing written, as before the demands held for all.
fn town() -> Municipality {
    let mut town = Municipality::default();
    for (person, role) in [
        ("anna", "administrator"),
        ("sven", "secretary"),
        ("lea", "business_developer"),
        ("olof", "director"),
        ("elin", "digitalisation_officer"),
    ] {
        let made = json!({"act": "organisation.appointment.make", "id": person, "person": person, "role": role, "scope": "municipality", "from": "2022-01-03"});
        done(&mut town, "anna", "2022-01-03", made);
    }
    for (unit, kind, under) in [("kf", "council", None), ("von", "committee", Some("kf")), ("vof", "administration", Some("von"))] {
        done(
            &mut town,
            "anna",
            "2022-01-03",
            json!({"act": "organisation.unit.establish", "id": unit, "name": unit, "kind": kind, "under": under}),
        );
    }
    town
}

fn begin(town: &mut Municipality, id: &str, end: &str, budget: &str) {
    let card = json!({"title": format!("Initiativ {id}"), "unit": "vof", "lead": "lea"});
    done(town, "lea", "2022-02-01", json!({"act": "initiatives.idea.start", "id": id, "card": card}));
    let start = json!({"act": "initiatives.delivery.start", "initiative": id, "start": "2022-02-02", "end": end, "budget": budget, "scope": "Larm på fyra boenden"});
    done(town, "lea", "2022-02-02", start);
}

fn replan(end: &str, budget: &str) -> Value {
    json!({"act": "initiatives.delivery.replan", "initiative": "larm", "end": end, "budget": budget, "scope": "Larm på tre boenden", "reason": "Leverantören gick i konkurs i maj."})
}

fn deliver(town: &mut Municipality, id: &str, date: &str, cost: &str) {
    let delivered = json!({"act": "initiatives.delivery.deliver", "initiative": id, "date": date, "cost": cost, "scope": 750, "lessons": "Börja med ett boende."});
    done(town, "lea", date, delivered);
}

#[test]
fn a_new_plan_needs_a_reason_and_leaves_every_earlier_plan_as_it_was() {
    let mut town = town();
    begin(&mut town, "larm", "2022-06-30", "100 tkr");
    let mut unreasoned = replan("2022-09-30", "130 tkr");
    unreasoned["reason"] = json!("");
    assert_eq!(keys(act(&mut town, "lea", "2022-05-02", unreasoned)), ["text-missing"]);
    done(&mut town, "lea", "2022-05-02", replan("2022-09-30", "130 tkr"));
    assert_eq!(keys(act(&mut town, "lea", "2022-05-03", replan("2022-09-30", "130 tkr"))), ["plan-unchanged"]);
    done(&mut town, "lea", "2022-08-02", replan("2022-10-31", "150 tkr"));
    let work = initiative(&town, "larm").delivery.as_ref().expect("the work");
    assert_eq!(
        (work.plan.end, work.plan.budget, work.plan.scope.as_str()),
        (day("2022-06-30"), Ore::kronor(100_000), "Larm på fyra boenden")
    );
    assert_eq!(work.replans.iter().map(|one| one.plan.end).collect::<Vec<_>>(), [day("2022-09-30"), day("2022-10-31")]);
    assert!(!work.is_late(day("2022-10-31")) && work.is_late(day("2022-11-01")), "late is late by the plan that holds now");
    deliver(&mut town, "larm", "2022-11-01", "160 tkr");
    assert_eq!(keys(act(&mut town, "lea", "2022-11-02", replan("2022-12-31", "170 tkr"))), ["not-under-way"]);
}

#[test]
fn the_outcome_is_held_against_the_first_plan_whatever_was_planned_since() {
    let mut town = town();
    begin(&mut town, "larm", "2022-06-30", "100 tkr");
    let report = json!({"act": "initiatives.delivery.report", "initiative": "larm", "cost": "90 tkr", "forecast": "120 tkr", "done": 600, "end": "2022-07-15",
        "fare": "on_track", "scope": 800, "benefit": 900, "reason": ""});
    assert_eq!(keys(act(&mut town, "lea", "2022-05-01", report.clone())), ["text-missing"], "less scope needs a reason even on track");
    let mut reasoned = report;
    reasoned["reason"] = json!("Ett boende stängs.");
    done(&mut town, "lea", "2022-05-01", reasoned);
    let seen = compared(&town, initiative(&town, "larm")).expect("a comparison");
    assert_eq!((seen.time.forecast, seen.scope.forecast, seen.benefit.forecast, seen.overrun()), (day("2022-07-15"), 800, 900, Some(200)));
    done(&mut town, "lea", "2022-05-02", replan("2022-09-30", "130 tkr"));
    let seen = compared(&town, initiative(&town, "larm")).expect("a comparison");
    assert_eq!(
        (seen.cost.first, seen.cost.plan, seen.cost.forecast),
        (Ore::kronor(100_000), Ore::kronor(130_000), Ore::kronor(130_000)),
        "a report older than the plan is no forecast of it"
    );
    deliver(&mut town, "larm", "2022-10-10", "140 tkr");
    let seen = compared(&town, initiative(&town, "larm")).expect("a comparison");
    assert_eq!((seen.overrun(), seen.days_late(), seen.scope.outcome, seen.benefit.outcome), (Some(400), 102, Some(750), None));
}

#[test]
fn lessons_are_kept_from_delivery_on_and_stand_beside_what_closure_taught() {
    let mut town = town();
    begin(&mut town, "larm", "2022-06-30", "100 tkr");
    let note = json!({"act": "initiatives.lesson.note", "initiative": "larm", "text": "Nätet måste finnas först."});
    done(&mut town, "elin", "2022-04-01", note);
    deliver(&mut town, "larm", "2022-06-01", "95 tkr");
    let told: Vec<(Phase, &str)> = initiative(&town, "larm").learnt().map(|learnt| (learnt.phase, learnt.text)).collect();
    assert_eq!(told, [(Phase::Delivery, "Nätet måste finnas först."), (Phase::Delivery, "Börja med ett boende.")]);
}

#[test]
fn one_is_told_thirty_and_seven_days_before_and_the_owner_of_the_object_when_it_is_long_overdue() {
    let due = day("2023-05-31");
    let told = |date: &str| Reminder::of(due, day(date));
    assert_eq!(told("2023-04-30"), None);
    assert_eq!(told("2023-05-01"), Some(Reminder::Month));
    assert_eq!(told("2023-05-24"), Some(Reminder::Week));
    assert_eq!(told("2023-05-31"), Some(Reminder::Week));
    assert_eq!(told("2023-06-01"), Some(Reminder::Late));
    assert_eq!(told("2023-06-15"), Some(Reminder::Escalated));
}

#[test]
fn what_is_long_unattested_waits_for_the_department_where_no_object_owns_it() {
    let mut town = town();
    begin(&mut town, "larm", "2022-06-30", "100 tkr");
    let benefit = json!({"id": "lugn", "what": "Färre utryckningar", "class": "red", "receiver": "von", "owner": "olof",
        "measure": {"unit": "per natt", "method": "Räknas", "baseline": 20, "target": 10}});
    done(&mut town, "lea", "2022-03-01", json!({"act": "initiatives.case.put", "initiative": "larm", "part": {"benefit": benefit}}));
    deliver(&mut town, "larm", "2022-05-31", "95 tkr");
    let chased = |town: &Municipality, date: &str| -> Vec<String> {
        let tasks = expected(town, day(date)).into_iter().filter(|task| task.kind == Kind::ChaseBenefit);
        tasks.flat_map(|task| task.who).map(|who| who.to_string()).collect()
    };
    assert!(chased(&town, "2022-12-14").is_empty());
    assert_eq!(chased(&town, "2022-12-15"), ["elin"]);
}

fn learnt(outcomes: &[i64]) -> Municipality {
    let mut town = town();
    for (number, cost) in outcomes.iter().enumerate() {
        let id = format!("nr-{number}");
        begin(&mut town, &id, "2022-06-30", "100 tkr");
        deliver(&mut town, &id, "2022-06-30", &format!("{cost} kr"));
    }
    town
}

fn cost_of(town: &Municipality) -> Expectation {
    expectation(town, Foreseen::Cost, Size::Small).expect("an expectation")
}

#[test]
fn with_no_outcomes_of_its_own_a_municipality_expects_what_is_published() {
    let found = cost_of(&learnt(&[]));
    assert_eq!((found.over, found.grave, found.weights), (PUBLISHED[0].mean, PUBLISHED[0].grave, [0, 0, 1000]));
    assert!(expectation(&learnt(&[]), Foreseen::Benefit, Size::Small).is_none(), "nothing is published of benefit");
}

#[test]
fn ten_outcomes_count_as_much_as_what_is_published_and_then_again_within_their_size() {
    let found = cost_of(&learnt(&[100_000; 10]));
    // All own: (10 × 270 + 0) / 20 = 135; of the size: (10 × 135 + 0) / 20 = 67.
    assert_eq!((found.own.len(), found.over), (10, 67));
    assert_eq!(found.weights, [500, 250, 250]);
    assert_eq!(STARTING, 10);
}

#[test]
fn no_outcome_counts_for_more_than_ten_times_its_plan() {
    let town = learnt(&[100_000_000]);
    assert_eq!(Outcomes::of(&town, Foreseen::Cost, |_| true).all(), [9000]);
}

#[test]
fn four_of_five_stay_within_the_quantile_that_says_so() {
    let town = learnt(&[90_000, 100_000, 110_000, 120_000, 300_000]);
    let outcomes = Outcomes::of(&town, Foreseen::Cost, |_| true);
    assert_eq!((outcomes.quantile(500), outcomes.quantile(800), outcomes.quantile(1000)), (Some(100), Some(200), Some(2000)));
    assert_eq!(Outcomes::default().quantile(500), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn what_is_expected_lies_between_what_was_known_and_what_became(outcomes in proptest::collection::vec(0i64..1_200_000, 0..8)) {
        let found = cost_of(&learnt(&outcomes));
        let over: Vec<i64> = found.own.all().iter().copied().chain([PUBLISHED[0].mean]).collect();
        let (least, most) = (over.iter().min().copied().unwrap_or(0), over.iter().max().copied().unwrap_or(0));
        prop_assert!((least..=most).contains(&found.over), "{found:?}");
        prop_assert!((0..=1000).contains(&found.grave));
        prop_assert_eq!(found.weights.iter().sum::<i64>(), 1000);
        prop_assert!(found.weights.iter().all(|weight| *weight >= 0));
    }
}

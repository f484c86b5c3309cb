//! Plans from year to year: carried over, loaded, ordered, and promises kept or raised.

use domain::objects::{ActivityStatus, Breach, Snag, unanswered};
use domain::organisation::Side;
use domain::{Ore, Stamp, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::town::{Town, day, id, reason};

fn activity(name: &str, plan: &str, more: Value) -> Value {
    let mut text = json!({"name": format!("Gör {name}"), "kind": "development", "priority": "high", "operating": "100 tkr",
        "it_hours": 100, "business_hours": 40, "responsible": "clerk", "from": "2022-02-01", "to": "2022-11-30"});
    for (key, value) in more.as_object().into_iter().flatten() {
        text[key] = value.clone();
    }
    json!({"act": "objects.activity.plan", "id": name, "plan": plan, "text": text})
}

fn report(name: &str, status: &str, percent: u8) -> Value {
    json!({"act": "objects.activity.report", "id": name, "status": status, "percent": percent, "note": "Det blev inte som vi tänkte."})
}

/// A town whose object has a plan for 2022 with some activities.
fn planned(activities: &[(&str, Value)]) -> Town {
    let mut town = Town::with_object();
    let text = json!({"long_goals": "Tid för möten", "year_goals": "Mobilt", "it_hours": 120, "business_hours": 400});
    town.done("manager", json!({"act": "objects.plan.draft", "id": "care-2022", "object": "care", "year": 2022, "text": text}));
    for (name, more) in activities {
        town.done("manager", activity(name, "care-2022", more.clone()));
    }
    town
}

fn decide(town: &mut Town) {
    town.done("officer", json!({"act": "objects.plan.advance", "id": "care-2022", "step": "review"}));
    town.done("owner", json!({"act": "objects.plan.decide", "id": "care-2022"}));
}

fn carry(activities: &[&str]) -> Value {
    json!({"act": "objects.plan.carry_over", "id": "care-2023", "object": "care", "year": 2023, "from": "care-2022", "activities": activities})
}

#[test]
fn next_years_plan_begins_with_what_last_years_says_and_what_is_left_of_its_work() {
    let mut town = planned(&[("mobile-2022", json!({})), ("upkeep", json!({"kind": "maintenance"}))]);
    decide(&mut town);
    town.done("clerk", report("mobile-2022", "ongoing", 60));
    town.done("clerk", report("upkeep", "done", 100));
    town.done("manager", carry(&["mobile-2022", "upkeep"]));
    let plan = town.value.objects.plan_of(&id("care"), 2023).expect("a plan");
    assert_eq!((plan.text.long_goals.as_str(), plan.decided.is_some()), ("Tid för möten", false));
    let mobile = town.value.objects.activities.get(&id("mobile-2023")).expect("named after its year");
    assert_eq!((mobile.text.operating, mobile.text.it_hours), (Ore::kronor(40_000), 40), "forty per cent are left");
    assert_eq!((mobile.text.from, mobile.text.to), (day("2023-02-01"), day("2023-11-30")));
    assert_eq!((mobile.carried.as_ref(), mobile.progress.status), (Some(&id("mobile-2022")), ActivityStatus::Planned));
    let upkeep = town.value.objects.activities.get(&id("upkeep-2023")).expect("upkeep comes back");
    assert_eq!(upkeep.text.it_hours, 100, "upkeep is planned in full");
}

#[test]
fn what_is_done_or_cancelled_is_not_carried_over_and_nothing_is_carried_backwards() {
    let mut town = planned(&[("mobile", json!({})), ("other", json!({}))]);
    decide(&mut town);
    town.done("clerk", report("mobile", "done", 100));
    town.done("clerk", report("other", "cancelled", 0));
    assert_eq!(reason(town.act("manager", carry(&["mobile"]))), "activity-stays");
    assert_eq!(reason(town.act("manager", carry(&["other"]))), "activity-stays");
    let backwards = json!({"act": "objects.plan.carry_over", "id": "care-2021", "object": "care", "year": 2021, "from": "care-2022"});
    assert_eq!(reason(town.act("manager", backwards)), "plan-not-earlier");
}

#[test]
fn what_an_activity_needs_goes_along_when_both_are_carried() {
    let mut town = planned(&[("first", json!({"to": "2022-05-31"})), ("second", json!({"from": "2022-06-01", "needs": ["first"]}))]);
    town.done("manager", carry(&["first", "second"]));
    let second = town.value.objects.activities.get(&id("second-2023")).expect("an activity");
    assert_eq!(second.text.needs, [id("first-2023")]);
}

#[test]
fn an_activity_never_needs_itself_not_even_by_way_of_others() {
    let mut town = planned(&[("first", json!({})), ("second", json!({"needs": ["first"]})), ("third", json!({"needs": ["second"]}))]);
    let mut ring = activity("first", "care-2022", json!({"needs": ["third"]}));
    ring["act"] = json!("objects.activity.replan");
    ring.as_object_mut().expect("an act").remove("plan");
    assert_eq!(reason(town.act("manager", ring)), "needs-circle");
    assert_eq!(reason(town.act("manager", activity("self", "care-2022", json!({"needs": ["self"]})))), "needs-circle");
    assert_eq!(reason(town.act("manager", activity("lost", "care-2022", json!({"needs": ["nothing"]})))), "activity-unknown");
}

#[test]
fn the_order_is_checked_against_days_and_against_what_was_let_go() {
    let mut town = planned(&[("first", json!({"to": "2022-06-30"})), ("second", json!({"from": "2022-06-01", "needs": ["first"]}))]);
    let snags = |town: &Town| {
        let second = town.value.objects.activities.get(&id("second")).expect("an activity");
        town.value.objects.snags(second).into_iter().map(|(_, snag)| snag).collect::<Vec<_>>()
    };
    assert_eq!(snags(&town), [Snag::Later]);
    decide(&mut town);
    town.done("clerk", report("first", "cancelled", 0));
    assert_eq!(snags(&town), [Snag::LetGo]);
    town.done("clerk", report("first", "done", 100));
    assert_eq!(snags(&town), []);
}

#[test]
fn what_others_need_or_what_has_begun_is_not_taken_out_of_a_plan() {
    let mut town = planned(&[("first", json!({})), ("second", json!({"needs": ["first"]})), ("third", json!({}))]);
    let remove = |name: &str| json!({"act": "objects.activity.remove", "id": name});
    assert_eq!(reason(town.act("manager", remove("first"))), "activity-needed");
    town.done("manager", remove("second"));
    town.done("manager", remove("first"));
    decide(&mut town);
    assert_eq!(reason(town.act("manager", remove("third"))), "plan-closed");
    town.done("clerk", report("third", "ongoing", 10));
    town.done("manager", json!({"act": "objects.plan.advance", "id": "care-2022", "step": "revise"}));
    assert_eq!(reason(town.act("manager", remove("third"))), "activity-begun");
}

#[test]
fn hours_are_spread_over_the_quarters_and_the_quarter_with_too_many_stands_out() {
    let town = planned(&[("spring", json!({"from": "2022-01-01", "to": "2022-03-31", "it_hours": 100}))]);
    let loads = town.value.objects.loads(&town.value.organisation, 2022);
    let it = loads.iter().find(|load| load.side == Side::It).expect("the IT side");
    assert_eq!(it.quarters.map(|load| load.needed), [100, 0, 0, 0]);
    assert_eq!(it.quarters.map(|load| load.had), [30, 30, 30, 30]);
    assert!(it.quarters[0].is_over() && it.year().needed < it.year().had, "enough in the year, too much in the quarter");
    let business = loads.iter().find(|load| load.side == Side::Business).expect("the business side");
    assert_eq!(business.year().held, 4 * 220, "the owner's 5 per cent and the manager's half of 400 hours a quarter");
}

#[test]
fn high_priority_that_was_let_go_waits_for_its_owner_until_the_plan_is_decided_anew() {
    let mut town = planned(&[("mobile", json!({})), ("late", json!({"to": "2023-03-31"})), ("low", json!({"priority": "low"}))]);
    decide(&mut town);
    let breach = |town: &Town, name: &str, date: &str| {
        town.value.objects.breach(town.value.objects.activities.get(&id(name)).expect("an activity"), day(date))
    };
    assert_eq!(breach(&town, "mobile", "2022-06-01"), None);
    assert_eq!(breach(&town, "late", "2022-06-01"), Some(Breach::BeyondYear));
    assert_eq!(breach(&town, "mobile", "2023-01-01"), Some(Breach::YearOver));
    town.done("clerk", report("low", "cancelled", 0));
    assert_eq!(unanswered(&town.value, 2022).count(), 0, "low priority may be let go");
    town.done("clerk", report("mobile", "postponed", 20));
    assert_eq!(breach(&town, "mobile", "2022-06-01"), Some(Breach::LetGo));
    assert_eq!(unanswered(&town.value, 2022).count(), 1);
    town.done("manager", json!({"act": "objects.plan.advance", "id": "care-2022", "step": "revise"}));
    decide(&mut town);
    assert_eq!(unanswered(&town.value, 2022).count(), 0, "the owner has taken a stand");
}

#[test]
fn two_who_write_the_same_plan_never_overwrite_each_other_unseen() {
    let mut town = planned(&[]);
    let seen = town.value.size;
    let write = |goals: &str| json!({"act": "objects.plan.write", "id": "care-2022", "text": {"year_goals": goals}});
    let send = |town: &mut Town, who: &str, goals: &str, seen: u64| {
        let stamp = Stamp::new(id(who), "2022-01-04T08:00:00Z".parse::<Timestamp>().expect("an instant"));
        let act = domain::Act::read(write(goals)).expect("an act");
        let change = town.value.decide(&act, &stamp, Some(&domain::Seen::at(seen)))?;
        town.value.fold(act.name(), &stamp, Some(&change));
        Ok(())
    };
    send(&mut town, "manager", "Det ena", seen).expect("the first is saved");
    assert_eq!(reason(send(&mut town, "owner", "Det andra", seen)), "stale");
    let seen = town.value.size;
    send(&mut town, "owner", "Det ena och det andra", seen).expect("having seen, the second is saved");
}

#[test]
fn systems_and_components_come_and_go() {
    let mut town = Town::with_object();
    let component = json!({"id": "guide", "name": "Vägledning", "side": "business"});
    town.done("manager", json!({"act": "objects.component.enter", "object": "care", "component": component}));
    let classes = json!({"confidentiality": 3, "integrity": 3, "availability": 4});
    town.done(
        "manager",
        json!({"act": "objects.system.enter", "object": "care", "id": "journal", "name": "Journalen", "classes": classes}),
    );
    town.done("manager", json!({"act": "objects.system.remove", "object": "care", "system": "journal"}));
    assert_eq!(
        reason(town.act("manager", json!({"act": "objects.system.remove", "object": "care", "system": "journal"}))),
        "system-unknown"
    );
    town.done("manager", json!({"act": "objects.component.remove", "object": "care", "component": "guide"}));
    let care = town.value.objects.objects.get(&id("care")).expect("an object");
    assert!(care.systems.is_empty() && care.components.is_empty());
}

/// Any act on plans and activities, valid or not.
fn any_act() -> impl Strategy<Value = (usize, Value)> {
    let name = (0..5_usize).prop_map(|place| ["a", "b", "c", "d", "e"][place].to_owned());
    let names = proptest::collection::vec(name.clone(), 0..3);
    let step = prop_oneof![Just("review"), Just("send_back"), Just("revise")];
    let status = prop_oneof![Just("planned"), Just("ongoing"), Just("done"), Just("postponed"), Just("cancelled")];
    let year = prop_oneof![Just(2022), Just(2023)];
    let act = prop_oneof![
        (name.clone(), names.clone(), year.clone()).prop_map(|(own, needs, year)| activity(
            &own,
            &format!("care-{year}"),
            json!({"needs": needs})
        )),
        (name.clone(), names.clone()).prop_map(|(own, needs)| {
            let mut act = activity(&own, "", json!({"needs": needs}));
            act["act"] = json!("objects.activity.replan");
            act.as_object_mut().expect("an act").remove("plan");
            act
        }),
        name.clone().prop_map(|own| json!({"act": "objects.activity.remove", "id": own})),
        (name, status).prop_map(|(own, status)| report(&own, status, 50)),
        (step, year.clone()).prop_map(|(step, year)| json!({"act": "objects.plan.advance", "id": format!("care-{year}"), "step": step})),
        year.prop_map(|year| json!({"act": "objects.plan.decide", "id": format!("care-{year}")})),
        names.prop_map(|names| carry(&names.iter().map(String::as_str).collect::<Vec<_>>())),
    ];
    (0..3_usize, act)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Whatever people do in whatever order: an object has one plan a year, every activity has its plan, and
    /// no activity needs itself by any way.
    #[test]
    fn no_order_of_acts_breaks_a_plan(acts in proptest::collection::vec(any_act(), 1..40)) {
        let mut town = planned(&[("a", json!({}))]);
        for (who, act) in acts {
            drop(town.act(["manager", "owner", "clerk"][who], act));
            let objects = &town.value.objects;
            for year in [2022, 2023] {
                prop_assert!(objects.plans.values().filter(|plan| plan.year == year).count() <= 1);
            }
            for activity in objects.activities.values() {
                prop_assert!(objects.plans.has(&activity.plan));
                let mut ahead: Vec<_> = activity.text.needs.iter().collect();
                for _ in 0..objects.activities.len() {
                    prop_assert!(!ahead.contains(&&activity.id), "{} needs itself", activity.id);
                    ahead = ahead.iter().filter_map(|id| objects.activities.get(id)).flat_map(|needed| &needed.text.needs).collect();
                }
            }
        }
    }

    /// Hours are neither lost nor made when they are spread over a year.
    #[test]
    fn the_quarters_of_an_activity_sum_to_its_hours(from in 0_i32..365, long in 0_i32..365, hours in 0_u32..10_000) {
        let first = day("2022-01-01");
        let from = first.saturating_add(jiff::Span::new().days(from));
        let to = from.saturating_add(jiff::Span::new().days(long)).min(day("2022-12-31"));
        let town = planned(&[("a", json!({"from": from.to_string(), "to": to.to_string(), "it_hours": hours}))]);
        let spread = town.value.objects.activities.get(&id("a")).expect("an activity").hours_by_quarter(Side::It, 2022);
        prop_assert_eq!(spread.iter().sum::<u32>(), hours);
    }
}

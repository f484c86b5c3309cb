//! Goals: judged by their data alone, carried from year to year, and told when they hang loose.

use domain::goals::{Course, Figure, Letter};
use domain::{GoalId, IndicatorId};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::town::{Town, day, id, reason};

fn indicator(baseline: Value, target: Value) -> Value {
    json!({"act": "goals.indicator.define", "id": "digital", "goal": "care", "measure": {"name": "Digitala ärenden", "unit": "procent",
        "better": "higher", "on_digitalisation": true, "baseline": baseline, "target": target, "owner": "clerk", "source": "Plattformen", "frequency": "yearly"}})
}

fn measure(town: &mut Town, on: &str, value: &str) {
    town.go_to(on);
    town.done("clerk", json!({"act": "goals.indicator.measure", "id": "digital", "on": on, "value": value}));
}

fn lacks(town: &Town) -> Vec<Letter> {
    let smart = town.value.goals.smart(&id::<GoalId>("care")).expect("a goal");
    smart.0.iter().filter(|verdict| !verdict.holds()).map(|verdict| verdict.letter).collect()
}

#[test]
fn a_goal_without_an_indicator_is_neither_measurable_nor_time_bound() {
    let town = Town::with_goals();
    assert_eq!(lacks(&town), [Letter::Measurable, Letter::Realistic, Letter::TimeBound]);
}

#[test]
fn a_goal_with_baseline_target_owner_and_source_is_smart() {
    let mut town = Town::with_goals();
    town.done("controller", indicator(json!({"on": "2021-12-31", "value": "40"}), json!({"on": "2025-12-31", "value": "80"})));
    assert_eq!(lacks(&town), []);
}

#[test]
fn a_missing_baseline_is_named_as_what_is_missing() {
    let mut town = Town::with_goals();
    town.done("controller", indicator(json!(null), json!({"on": "2025-12-31", "value": "80"})));
    let smart = town.value.goals.smart(&id("care")).expect("a goal");
    assert_eq!(smart.lack(), Some("no-baseline"));
}

#[test]
fn a_target_the_pace_cannot_reach_is_not_realistic() {
    let mut town = Town::with_goals();
    town.done("controller", indicator(json!({"on": "2021-12-31", "value": "40"}), json!({"on": "2025-12-31", "value": "80"})));
    measure(&mut town, "2022-12-31", "41");
    assert_eq!(lacks(&town), [Letter::Realistic]);
    assert_eq!(town.value.goals.smart(&id("care")).expect("a goal").lack(), Some("target-beyond-pace"));
}

#[test]
fn a_target_that_is_no_improvement_is_not_realistic() {
    let mut town = Town::with_goals();
    town.done("controller", indicator(json!({"on": "2021-12-31", "value": "40"}), json!({"on": "2025-12-31", "value": "30"})));
    assert_eq!(town.value.goals.smart(&id("care")).expect("a goal").lack(), Some("target-no-improvement"));
}

#[test]
fn digitalisation_is_judged_by_its_own_indicators_and_words() {
    let mut town = Town::with_goals();
    town.done("controller", indicator(json!({"on": "2021-12-31", "value": "40"}), json!({"on": "2025-12-31", "value": "80"})));
    let smart = town.value.goals.smart_on_digitalisation(&id("care")).expect("a goal");
    assert_eq!(smart.lack(), Some("no-digitalisation-text"), "the goal does not say what digitalisation is to bring");
}

#[test]
fn a_forecast_follows_the_line_through_baseline_and_values() {
    let mut town = Town::with_goals();
    town.done("controller", indicator(json!({"on": "2022-01-01", "value": "40"}), json!({"on": "2022-12-31", "value": "80"})));
    measure(&mut town, "2022-07-02", "60");
    let measured = town.value.goals.indicators.get(&id::<IndicatorId>("digital")).expect("an indicator");
    assert_eq!(measured.forecast(), Some(Figure(80_000)));
    assert_eq!(measured.course(), Course::OnCourse);
}

#[test]
fn a_value_of_tomorrow_is_refused() {
    let mut town = Town::with_goals();
    town.done("controller", indicator(json!(null), json!(null)));
    let early = town.act("controller", json!({"act": "goals.indicator.measure", "id": "digital", "on": "2022-12-31", "value": "1"}));
    assert_eq!(reason(early), "date-in-future");
}

#[test]
fn an_indicators_owner_may_enter_its_values_and_a_stranger_may_not() {
    let mut town = Town::with_goals();
    town.done("controller", indicator(json!(null), json!(null)));
    let value = json!({"act": "goals.indicator.measure", "id": "digital", "on": "2022-01-01", "value": "40"});
    assert_eq!(reason(town.act("keeper", value.clone())), "not-permitted");
    town.done("clerk", value);
}

#[test]
fn goals_live_on_in_the_document_that_takes_over_and_not_a_day_without_one() {
    let mut town = Town::with_goals();
    town.go_to("2022-11-21");
    town.adopt("mob-2023", "budget_and_goals", "kf", "2023", Some("mob-2022"));
    let goals = &town.value.goals;
    for date in ["2022-12-01", "2022-12-31", "2023-01-01", "2023-12-31"] {
        assert_eq!(goals.in_force(day(date)).count(), 1, "{date}");
    }
    assert_eq!(goals.in_force(day("2024-01-01")).count(), 0, "nothing steers in 2024 yet");
    assert_eq!(goals.holding(&id("mob-2022"), day("2023-06-01")).expect("a document").id, id("mob-2023"));
}

#[test]
fn a_document_is_taken_over_once() {
    let mut town = Town::with_goals();
    town.adopt("mob-2023", "budget_and_goals", "kf", "2023", Some("mob-2022"));
    let again = json!({"act": "goals.document.adopt", "id": "rival", "kind": "budget_and_goals", "title": "rival", "unit": "kf",
        "from": "2023-01-01", "to": "2023-12-31", "revises": "mob-2022"});
    assert_eq!(reason(town.act("secretary", again)), "document-revised");
}

#[test]
fn an_ended_goal_takes_no_more_indicators() {
    let mut town = Town::with_goals();
    town.done("secretary", json!({"act": "goals.goal.end", "id": "care", "last": "2022-01-02"}));
    assert_eq!(town.value.goals.in_force(day("2022-01-03")).count(), 0);
    assert_eq!(reason(town.act("controller", indicator(json!(null), json!(null)))), "goal-ended");
}

#[test]
fn a_direction_without_a_goal_and_a_goal_without_a_direction_are_found_until_they_are_linked() {
    let mut town = Town::with_goals();
    let date = day("2022-06-01");
    assert_eq!(town.value.goals.directions_without_goal(date).len(), 1);
    assert_eq!(town.value.goals.goals_without_direction(date).len(), 1);
    let link =
        json!({"act": "goals.direction.link", "direction": "for-all", "goal": "care", "strength": "clear", "reason": "Alla når omsorgen."});
    town.done("officer", link);
    assert!(town.value.goals.directions_without_goal(date).is_empty());
    assert!(town.value.goals.goals_without_direction(date).is_empty());
    town.done("officer", json!({"act": "goals.direction.unlink", "direction": "for-all", "goal": "care"}));
    assert_eq!(town.value.goals.directions_without_goal(date).len(), 1);
}

#[test]
fn a_committee_whose_plan_says_nothing_of_digitalisation_stands_out() {
    let mut town = Town::with_goals();
    town.adopt("vp-von", "operational_plan", "von", "2022", None);
    town.adopt("vp-sn", "operational_plan", "sn", "2022", None);
    town.done("secretary", json!({"act": "goals.undertaking.enter", "id": "fixer", "document": "vp-von", "kind": "assignment", "text": "Utred en digital fixare."}));
    let silent: Vec<_> =
        town.value.goals.silent_committees(&town.value.organisation, day("2022-06-01")).map(|unit| unit.id.as_str()).collect();
    assert_eq!(silent, ["ks", "sn"]);
    let planless: Vec<_> =
        town.value.goals.planless_committees(&town.value.organisation, day("2022-06-01")).map(|unit| unit.id.as_str()).collect();
    assert_eq!(planless, ["ks"]);
}

#[test]
fn an_assignment_is_late_the_day_after_its_day_until_it_is_reported_done() {
    let mut town = Town::with_goals();
    town.adopt("vp-von", "operational_plan", "von", "2022", None);
    town.done(
        "secretary",
        json!({"act": "goals.undertaking.enter", "id": "fixer", "document": "vp-von", "kind": "assignment",
        "text": "Utred en digital fixare.", "responsible": "clerk", "due": "2022-03-31"}),
    );
    let late = |town: &Town| town.value.goals.undertakings.get(&id("fixer")).expect("an undertaking").is_late(day("2022-04-01"));
    assert!(late(&town));
    let report = json!({"act": "goals.undertaking.report", "id": "fixer", "status": "done", "text": "Utredningen är klar."});
    town.done("clerk", report.clone());
    assert!(!late(&town));
    assert_eq!(reason(town.act("clerk", report)), "undertaking-closed");
}

#[test]
fn a_direction_a_priority_area_and_a_goal_area_are_worded_anew_and_keep_what_hangs_on_them() {
    let mut town = Town::with_goals();
    town.done(
        "officer",
        json!({"act": "goals.direction.link", "direction": "for-all", "goal": "care", "strength": "clear", "reason": "Det hjälper."}),
    );
    let acts = [
        json!({"act": "goals.direction.reword", "id": "for-all", "title": "Digitalt för alla som kan", "text": "Ingen lämnas utanför."}),
        json!({"act": "goals.priority.reword", "id": "access", "name": "Tillgänglig service"}),
        json!({"act": "goals.area.reword", "id": "social", "name": "Social balans"}),
    ];
    for act in acts {
        assert_eq!(reason(town.act("clerk", act.clone())), "not-permitted");
        town.done("secretary", act);
    }
    let goals = &town.value.goals;
    let direction = goals.directions.get(&id("for-all")).expect("a direction");
    assert_eq!((direction.title.as_str(), direction.number, direction.links.len()), ("Digitalt för alla som kan", 1, 1));
    assert_eq!(goals.priorities.get(&id("access")).expect("a priority area").name, "Tillgänglig service");
    assert_eq!(goals.areas.get(&id("social")).expect("a goal area").name, "Social balans");
    assert_eq!(town.value.traces(&"direction/for-all".parse().expect("a thing")).count(), 3, "entered, linked and worded anew");
}

proptest! {
    #[test]
    fn values_stand_in_the_order_of_their_days_however_they_are_entered(days in prop::collection::vec(1i8..28, 1..12)) {
        let mut town = Town::with_goals();
        town.done("controller", indicator(json!(null), json!(null)));
        town.go_to("2022-03-01");
        for day in &days {
            town.done("controller", json!({"act": "goals.indicator.measure", "id": "digital", "on": format!("2022-02-{day:02}"), "value": day.to_string()}));
        }
        let values = &town.value.goals.indicators.get(&id::<IndicatorId>("digital")).expect("an indicator").values;
        prop_assert!(values.iter().zip(values.iter().skip(1)).all(|(a, b)| a.on < b.on));
        prop_assert!(values.iter().all(|reading| reading.value == Figure(i64::from(reading.on.day()) * 1000)));
    }
}

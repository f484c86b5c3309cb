//! Goals from year to year, key figures from outside, and what hangs loose of the golden thread.

use domain::goals::Figure;
use domain::objects::{Fit, candidates};
use domain::organisation::{Role, Side};
use domain::thread::{Loose, findings, through};
use domain::{GoalId, IndicatorId, ObjectId, Subject};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::town::{Town, day, id, reason};

/// A town whose committee has a plan with a goal for 2022, and a plan for 2023 that revises nothing.
fn with_plans() -> Town {
    let mut town = Town::with_goals();
    town.adopt("vp-2022", "operational_plan", "von", "2022", None);
    town.adopt("vp-2023", "operational_plan", "von", "2023", None);
    town.set_goal("own", "vp-2022");
    town
}

fn carry(goal: &str, document: &str) -> Value {
    json!({"act": "goals.goal.carry", "id": goal, "document": document})
}

fn in_force(town: &Town, date: &str) -> Vec<String> {
    town.value.goals.in_force(day(date)).map(|goal| goal.id.to_string()).collect()
}

#[test]
fn a_goal_nobody_carries_over_lapses_with_its_plan() {
    let town = with_plans();
    assert_eq!(in_force(&town, "2022-06-01"), ["care", "own"]);
    assert_eq!(in_force(&town, "2023-06-01"), [""; 0]);
}

#[test]
fn a_goal_carried_over_lives_in_both_years_and_says_where_it_comes_from() {
    let mut town = with_plans();
    town.done("secretary", carry("own", "vp-2023"));
    assert_eq!(in_force(&town, "2022-06-01"), ["care", "own"]);
    assert_eq!(in_force(&town, "2023-06-01"), ["own"]);
    let goal = town.value.goals.goals.get(&id::<GoalId>("own")).expect("a goal");
    assert_eq!(goal.documents().map(|document| document.as_str()).collect::<Vec<_>>(), ["vp-2023", "vp-2022"]);
}

#[test]
fn a_goal_is_carried_forward_once_and_within_its_own_body() {
    let mut town = with_plans();
    assert_eq!(reason(town.act("secretary", carry("own", "mob-2022"))), "document-other-body");
    town.done("secretary", carry("own", "vp-2023"));
    assert_eq!(reason(town.act("secretary", carry("own", "vp-2023"))), "goal-already-there");
    assert_eq!(reason(town.act("secretary", carry("own", "vp-2022"))), "goal-already-there");
    assert_eq!(reason(town.act("officer", carry("own", "vp-2023"))), "not-permitted");
}

#[test]
fn an_ended_goal_is_not_carried_over() {
    let mut town = with_plans();
    town.done("secretary", json!({"act": "goals.goal.end", "id": "own", "last": "2022-12-31"}));
    assert_eq!(reason(town.act("secretary", carry("own", "vp-2023"))), "goal-ended");
}

#[test]
fn a_goal_does_not_end_before_it_began() {
    let mut town = with_plans();
    assert_eq!(reason(town.act("secretary", json!({"act": "goals.goal.end", "id": "own", "last": "2021-12-31"}))), "period-backwards");
}

#[test]
fn the_document_before_is_the_one_revised_or_the_latest_of_the_same_body() {
    let mut town = with_plans();
    town.adopt("mob-2023", "budget_and_goals", "kf", "2023", Some("mob-2022"));
    let goals = &town.value.goals;
    let before = |name: &str| goals.before(goals.documents.get(&id(name)).expect("a document")).map(|document| document.id.to_string());
    assert_eq!(before("vp-2023").as_deref(), Some("vp-2022"));
    assert_eq!(before("mob-2023").as_deref(), Some("mob-2022"));
    assert_eq!(before("vp-2022"), None);
}

#[test]
fn the_decision_behind_a_document_is_named_once_it_is_in_the_log() {
    let mut town = with_plans();
    let ground = json!({"act": "goals.document.ground", "id": "vp-2022", "decision": "von-12"});
    assert_eq!(reason(town.act("secretary", ground.clone())), "decision-unknown");
    town.done(
        "secretary",
        json!({"act": "forums.decision.record", "id": "von-12", "date": "2022-01-02", "body": "von", "matter": "Verksamhetsplan", "text": "Planen antas."}),
    );
    town.done("secretary", ground);
    assert_eq!(town.value.goals.documents.get(&id("vp-2022")).expect("a document").decision, Some(id("von-12")));
}

#[test]
fn an_undertaking_is_handed_to_somebody_else_until_it_is_closed() {
    let mut town = with_plans();
    town.done("secretary", json!({"act": "goals.undertaking.enter", "id": "fixer", "document": "vp-2022", "kind": "assignment", "text": "Utred en fixare.", "responsible": "clerk"}));
    let hand = json!({"act": "goals.undertaking.assign", "id": "fixer", "responsible": "officer", "due": "2022-06-30"});
    assert_eq!(reason(town.act("clerk", hand.clone())), "not-permitted");
    town.done("controller", hand.clone());
    let held = town.value.goals.undertakings.get(&id("fixer")).expect("an undertaking");
    assert_eq!((held.responsible.as_ref().map(|who| who.as_str()), held.due), (Some("officer"), Some(day("2022-06-30"))));
    town.done("officer", json!({"act": "goals.undertaking.report", "id": "fixer", "status": "done", "text": "Klart."}));
    assert_eq!(reason(town.act("controller", hand)), "undertaking-closed");
}

fn tied(kpi: Value) -> Value {
    json!({"act": "goals.indicator.define", "id": "served", "goal": "care", "measure": {"name": "Svar inom en dag", "unit": "procent",
        "better": "higher", "frequency": "yearly", "owner": "clerk", "kolada": kpi}})
}

fn import(values: &[(&str, &str)], withdrawn: bool) -> Value {
    let readings: Vec<Value> = values.iter().map(|(on, value)| json!({"on": on, "value": value})).collect();
    json!({"act": "goals.indicator.import", "id": "served", "kpi": "N00945", "readings": readings, "withdrawn": withdrawn})
}

#[test]
fn values_from_outside_are_taken_in_for_the_key_figure_the_indicator_is_tied_to() {
    let mut town = Town::with_goals();
    town.done("controller", tied(json!({"kpi": "N00945", "municipality": "0126"})));
    town.done("clerk", import(&[("2020-12-31", "71,5"), ("2021-12-31", "73")], false));
    let mut other = import(&[], false);
    other["kpi"] = json!("N00001");
    assert_eq!(reason(town.act("clerk", other)), "kolada-other-kpi");
    assert_eq!(reason(town.act("clerk", import(&[("2022-12-31", "80")], false))), "date-in-future");
    let indicator = town.value.goals.indicators.get(&id::<IndicatorId>("served")).expect("an indicator");
    assert_eq!(indicator.latest().map(|reading| reading.value), Some(Figure(73_000)));
}

#[test]
fn a_withdrawn_key_figure_keeps_its_values_and_says_that_it_is_gone() {
    let mut town = Town::with_goals();
    town.done("controller", tied(json!({"kpi": "N00945", "municipality": "0126"})));
    town.done("clerk", import(&[("2020-12-31", "71,5")], false));
    town.done("clerk", import(&[], true));
    let indicator = town.value.goals.indicators.get(&id::<IndicatorId>("served")).expect("an indicator");
    assert_eq!(indicator.values.len(), 1);
    assert!(indicator.fetched.is_some_and(|fetched| fetched.withdrawn));
}

#[test]
fn a_key_figure_is_spelled_as_kolada_spells_it() {
    let mut town = Town::with_goals();
    assert_eq!(reason(town.act("controller", tied(json!({"kpi": "945", "municipality": "0126"})))), "kolada-kpi-wrong");
    assert_eq!(reason(town.act("controller", tied(json!({"kpi": "N00945", "municipality": "Huddinge"})))), "kolada-municipality-wrong");
}

fn planned() -> Town {
    let mut town = Town::with_object();
    town.done("manager", json!({"act": "objects.plan.draft", "id": "care-2022", "object": "care", "year": 2022, "text": {}}));
    town.done(
        "manager",
        json!({"act": "objects.activity.plan", "id": "mobile", "plan": "care-2022", "text": {"name": "Mobil dokumentation",
            "kind": "development", "priority": "high", "operating": "900 tkr", "from": "2022-02-01", "to": "2022-11-30", "goals": ["care"]}}),
    );
    town
}

#[test]
fn what_hangs_loose_is_found_and_no_longer_found_when_it_is_mended() {
    let mut town = planned();
    let why = |town: &Town| findings(&town.value, day("2022-06-01")).into_iter().map(|finding| finding.why).collect::<Vec<_>>();
    assert_eq!(why(&town), [Loose::DirectionWithoutGoal, Loose::GoalWithoutDirection, Loose::PriorityWithoutMoney]);
    town.done(
        "officer",
        json!({"act": "goals.direction.link", "direction": "for-all", "goal": "care", "strength": "clear", "reason": "Alla når omsorgen."}),
    );
    assert_eq!(why(&town), [Loose::PriorityWithoutMoney]);
}

#[test]
fn a_goal_that_nothing_serves_is_left_alone() {
    let town = Town::with_goals();
    assert!(findings(&town.value, day("2022-06-01")).iter().any(|finding| finding.why == Loose::GoalLeftAlone));
}

#[test]
fn the_thread_leads_from_an_activity_to_its_goal_area_and_back() {
    let town = planned();
    let (activity, area): (Subject, Subject) =
        ("activity/mobile".parse().expect("a subject"), "goal-area/social".parse().expect("a subject"));
    let up = through(&town.value, &activity, day("2022-06-01"), |_| true);
    assert_eq!((up.areas.as_slice(), up.goals.len()), ([area].as_slice(), 1));
    let down = through(&town.value, &up.goals[0], day("2022-06-01"), |_| true);
    assert_eq!(down.work.iter().map(|(leaf, _)| leaf).collect::<Vec<_>>(), [&activity]);
    assert!(through(&town.value, &activity, day("2023-06-01"), |_| true).is_loose(), "next year has a plan of its own");
}

#[test]
fn through_a_goal_pass_its_own_threads_and_not_those_of_other_goals_that_the_same_work_serves() {
    let mut town = planned();
    town.set_goal("other", "mob-2022");
    let mut text =
        json!({"name": "Gemensam inloggning", "kind": "development", "priority": "low", "from": "2022-02-01", "to": "2022-11-30"});
    text["goals"] = json!(["care", "other"]);
    town.done("manager", json!({"act": "objects.activity.plan", "id": "both", "plan": "care-2022", "text": text}));
    let through = |about: &str| through(&town.value, &about.parse().expect("a subject"), day("2022-06-01"), |_| true);
    assert_eq!(through("goal/other").goals.len(), 1);
    assert_eq!(through("goal/care").work.len(), 2);
    assert_eq!(through("activity/both").goals.len(), 2);
}

#[test]
fn whoever_is_trained_and_has_time_could_fill_a_vacancy_and_an_auditor_could_not() {
    let mut town = Town::with_object();
    town.done(
        "keeper",
        json!({"act": "organisation.unit.establish", "id": "home", "name": "Hemtjänst", "kind": "administration", "under": "von"}),
    );
    for person in ["trained", "near", "busy", "judge"] {
        let role = if person == "judge" { "auditor" } else { "business_developer" };
        town.appoint(person, role, json!({"unit": "home"}), None, if person == "busy" { 1000 } else { 300 });
        town.done(
            "keeper",
            json!({"act": "organisation.competence.state", "person": person, "roles": if person == "near" { json!([]) } else { json!(["object_specialist"]) },
                "fields": ["Vård i hemmet"]}),
        );
    }
    let object = town.value.objects.objects.get(&id::<ObjectId>("care")).expect("an object");
    let seats = town.value.objects.seats_of(object, &town.value.organisation, day("2022-06-01"));
    let seat = seats.iter().find(|seat| (seat.role, seat.side) == (Role::ObjectSpecialist, Side::Business)).expect("a seat");
    let found = candidates(&town.value.organisation, seat, day("2022-06-01"));
    let people: Vec<_> = found.iter().map(|candidate| (candidate.person.as_str(), candidate.fits.clone(), candidate.free)).collect();
    assert_eq!(
        people[..2],
        [("trained", vec![Fit::Trained, Fit::Knows, Fit::Place], 700), ("near", vec![Fit::Knows, Fit::Place], 700)],
        "{people:?}"
    );
    assert!(!people.iter().any(|(person, ..)| ["busy", "judge"].contains(person)), "{people:?}");
}

#[derive(Clone, Debug)]
enum Try {
    Adopt(u8, u8, bool),
    Carry(u8, u8, u8),
    End(u8, u8),
    Link(u8, bool),
}

fn tries() -> impl Strategy<Value = Try> {
    prop_oneof![
        (0u8..2, 0u8..5, any::<bool>()).prop_map(|(unit, year, revises)| Try::Adopt(unit, year, revises)),
        (0u8..3, 0u8..2, 0u8..5).prop_map(|(goal, unit, year)| Try::Carry(goal, unit, year)),
        (0u8..3, 0u8..5).prop_map(|(goal, year)| Try::End(goal, year)),
        (0u8..3, any::<bool>()).prop_map(|(goal, link)| Try::Link(goal, link)),
    ]
}

proptest! {
    #[test]
    fn no_order_of_acts_leaves_a_goal_in_force_without_a_document_that_steers(tried in prop::collection::vec(tries(), 1..30)) {
        let mut town = with_plans();
        town.set_goal("second", "vp-2022");
        let units = ["von", "sn"];
        let plan = |unit: u8, year: u8| format!("vp-{}-{}", units[usize::from(unit)], 2022 + i16::from(year));
        let goals = ["care", "own", "second"];
        for attempt in tried {
            let fields = match attempt {
                Try::Adopt(unit, year, revises) => json!({"act": "goals.document.adopt", "id": plan(unit, year), "kind": "operational_plan",
                    "title": "Plan", "unit": units[usize::from(unit)], "from": format!("{}-01-01", 2022 + i16::from(year)),
                    "to": format!("{}-12-31", 2022 + i16::from(year)),
                    "revises": if revises && year > 0 { json!(plan(unit, year - 1)) } else { json!(null) }}),
                Try::Carry(goal, unit, year) => carry(goals[usize::from(goal)], &plan(unit, year)),
                Try::End(goal, year) => json!({"act": "goals.goal.end", "id": goals[usize::from(goal)], "last": format!("{}-06-30", 2022 + i16::from(year))}),
                Try::Link(goal, true) => json!({"act": "goals.direction.link", "direction": "for-all", "goal": goals[usize::from(goal)], "strength": "weak", "reason": "För att."}),
                Try::Link(goal, false) => json!({"act": "goals.direction.unlink", "direction": "for-all", "goal": goals[usize::from(goal)]}),
            };
            let who = if fields["act"].as_str().is_some_and(|act| act.starts_with("goals.direction")) { "officer" } else { "secretary" };
            let _ = town.act(who, fields);
        }
        for year in 2022..2028 {
            let date = day(&format!("{year}-05-01"));
            for goal in town.value.goals.in_force(date) {
                let holding = town.value.goals.holding_goal(goal, date).expect("a document");
                prop_assert!(holding.is_in_force(date) && holding.unit == goal.unit && goal.is_alive(date));
                let once: std::collections::BTreeSet<_> = goal.documents().collect();
                prop_assert_eq!(once.len(), goal.documents().count());
            }
        }
        for direction in town.value.goals.directions.values() {
            let once: std::collections::BTreeSet<_> = direction.links.iter().map(|link| &link.goal).collect();
            prop_assert_eq!(once.len(), direction.links.len());
        }
    }
}

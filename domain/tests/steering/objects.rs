//! Objects: seats and vacancies, and plans that only an owner decides.

use domain::objects::{PLAN_STEPS, PlanState, PlanStep, on_several_levels, overloaded};
use domain::organisation::{Role, Side};
use domain::{ObjectId, Ore};
use serde_json::{Value, json};

use crate::town::{Town, day, id, reason};

fn activity(name: &str) -> Value {
    json!({"act": "objects.activity.plan", "id": name, "plan": "care-2022", "text": {"name": "Mobil dokumentation", "kind": "development",
        "priority": "high", "operating": "900 tkr", "investment": "600 tkr", "responsible": "clerk", "from": "2022-02-01", "to": "2022-11-30",
        "area": "social", "priority_area": "access"}})
}

fn step(step: &str) -> Value {
    json!({"act": "objects.plan.advance", "id": "care-2022", "step": step})
}

fn decide() -> Value {
    json!({"act": "objects.plan.decide", "id": "care-2022"})
}

/// A town whose object has a drafted plan with one activity.
fn drafted() -> Town {
    let mut town = Town::with_object();
    town.done(
        "manager",
        json!({"act": "objects.plan.draft", "id": "care-2022", "object": "care", "year": 2022, "text": {"it_hours": 400}}),
    );
    town.done("manager", activity("mobile"));
    town
}

/// The same with the plan decided.
fn decided() -> Town {
    let mut town = drafted();
    town.done("officer", step("review"));
    town.done("owner", decide());
    town
}

#[test]
fn seats_nobody_holds_are_vacant_and_an_it_object_has_no_business_side() {
    let mut town = Town::with_object();
    town.done(
        "officer",
        json!({"act": "objects.object.establish", "id": "nets", "description": {"name": "Nät", "owner": "ks", "it_only": true}}),
    );
    let date = day("2022-06-01");
    let care = town.value.objects.objects.get(&id::<ObjectId>("care")).expect("an object");
    let vacant: Vec<_> = town
        .value
        .objects
        .seats_of(care, &town.value.organisation, date)
        .iter()
        .filter(|seat| seat.is_vacant())
        .map(|seat| (seat.role, seat.side))
        .collect();
    assert_eq!(vacant, [(Role::ObjectManager, Side::It), (Role::ObjectSpecialist, Side::Business), (Role::ObjectSpecialist, Side::It)]);
    let nets = town.value.objects.objects.get(&id::<ObjectId>("nets")).expect("an object");
    assert!(nets.seats().iter().all(|(_, side)| *side == Side::It));
}

#[test]
fn a_person_on_two_levels_and_a_person_beyond_full_time_are_both_seen() {
    let mut town = Town::with_object();
    town.appoint("manager", "object_specialist", json!({"object": "care"}), Some("business"), 600);
    let organisation = &town.value.organisation;
    assert_eq!(on_several_levels(organisation, day("2022-06-01")).keys().map(|who| who.as_str()).collect::<Vec<_>>(), ["manager"]);
    assert_eq!(
        overloaded(organisation, day("2022-06-01")).into_iter().map(|(who, share)| (who.as_str(), share)).collect::<Vec<_>>(),
        [("manager", 1100)]
    );
    assert!(overloaded(organisation, day("2021-12-31")).is_empty(), "the appointments had not begun");
}

#[test]
fn only_the_owner_decides_a_plan() {
    let mut town = drafted();
    town.done("officer", step("review"));
    assert_eq!(reason(town.act("manager", decide())), "not-permitted");
    assert_eq!(reason(town.act("officer", decide())), "not-permitted");
    assert_eq!(reason(town.act("officer", step("decide"))), "plan-owner-decides");
    town.done("owner", decide());
    let plan = town.value.objects.plan_of(&id("care"), 2022).expect("a plan");
    let decided = plan.decided.as_ref().expect("a decision");
    assert_eq!((plan.state, decided.who.as_str(), decided.basis), (PlanState::Decided, "owner", town.value.size - 1));
}

#[test]
fn a_plan_is_reviewed_before_it_is_decided_and_holds_at_least_one_activity() {
    let mut town = drafted();
    assert_eq!(reason(town.act("owner", decide())), "plan-step-closed");
    let mut empty = Town::with_object();
    empty.done("manager", json!({"act": "objects.plan.draft", "id": "care-2022", "object": "care", "year": 2022}));
    empty.done("manager", step("review"));
    assert_eq!(reason(empty.act("owner", decide())), "plan-without-activities");
}

#[test]
fn every_step_leads_from_an_open_state_and_every_state_can_be_left() {
    for state in [PlanState::Draft, PlanState::Reviewed, PlanState::Decided, PlanState::Revising] {
        assert!(PLAN_STEPS.iter().any(|(from, ..)| *from == state), "{state:?}");
    }
    assert_eq!(PlanState::Draft.after(PlanStep::Decide), None);
}

#[test]
fn a_decided_plan_is_written_only_after_it_is_opened_again_and_stays_decided_meanwhile() {
    let mut town = decided();
    assert_eq!(reason(town.act("manager", activity("another"))), "plan-closed");
    town.done("manager", step("revise"));
    town.done("manager", activity("another"));
    let plan = town.value.objects.plan_of(&id("care"), 2022).expect("a plan");
    assert!(plan.decided.is_some() && plan.state == PlanState::Revising);
}

#[test]
fn an_object_has_one_plan_a_year() {
    let mut town = drafted();
    let second = json!({"act": "objects.plan.draft", "id": "rival", "object": "care", "year": 2022});
    assert_eq!(reason(town.act("manager", second)), "plan-exists");
}

#[test]
fn a_stranger_to_the_object_cannot_draft_its_plan() {
    let mut town = Town::with_object();
    let draft = json!({"act": "objects.plan.draft", "id": "care-2022", "object": "care", "year": 2022});
    assert_eq!(reason(town.act("clerk", draft)), "not-permitted");
}

#[test]
fn what_happens_to_an_activity_is_reported_by_whoever_answers_for_it_once_the_plan_is_decided() {
    let report = json!({"act": "objects.activity.report", "id": "mobile", "status": "ongoing", "percent": 40, "spent": "300 tkr"});
    assert_eq!(reason(drafted().act("clerk", report.clone())), "plan-undecided");
    let mut town = decided();
    assert_eq!(reason(town.act("keeper", report.clone())), "not-permitted");
    town.done("clerk", report);
    assert_eq!(town.value.objects.activities.get(&id("mobile")).expect("an activity").progress.spent, Ore::kronor(300_000));
}

#[test]
fn a_high_priority_activity_is_not_let_go_without_a_reason_and_is_raised_when_it_is() {
    let mut town = decided();
    let silent = json!({"act": "objects.activity.report", "id": "mobile", "status": "cancelled"});
    assert_eq!(reason(town.act("clerk", silent)), "text-missing");
    town.done("clerk", json!({"act": "objects.activity.report", "id": "mobile", "status": "postponed", "note": "Specialist saknas."}));
    assert!(town.value.objects.activities.get(&id("mobile")).expect("an activity").is_failed_promise());
}

#[test]
fn a_goal_no_direction_carries_and_no_activity_serves_is_left_alone() {
    let mut town = drafted();
    let date = day("2022-06-01");
    assert_eq!(town.value.objects.goals_left_alone(&town.value.goals, date).len(), 1);
    let mut serving = activity("mobile");
    serving["act"] = json!("objects.activity.replan");
    serving.as_object_mut().expect("fields").remove("plan");
    serving["text"]["goals"] = json!(["care"]);
    town.done("manager", serving);
    assert!(town.value.objects.goals_left_alone(&town.value.goals, date).is_empty());
}

#[test]
fn planned_money_is_summed_by_area_and_what_names_no_goal_is_loose() {
    let town = drafted();
    assert_eq!(town.value.objects.cost_by_area(2022).into_values().sum::<Ore>(), Ore::kronor(1_500_000));
    assert_eq!(town.value.objects.loose_activities(2022).count(), 1);
}

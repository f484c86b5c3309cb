//! The year's turn: one act closes a year and opens the next, and another takes it back until somebody has
//! built on it.

use domain::forums::{PlanTurn, preview};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::town::{Town, day, id, reason};

fn activity(name: &str, plan: &str, kind: &str) -> Value {
    json!({"act": "objects.activity.plan", "id": name, "plan": plan, "text": {"name": format!("Gör {name}"), "kind": kind,
        "priority": "medium", "operating": "100 tkr", "responsible": "clerk", "from": "2022-02-01", "to": "2022-11-30"}})
}

fn turn() -> Value {
    json!({"act": "forums.year.turn", "id": "turn-2022", "year": 2022, "appointments": ["temp"], "premises": true, "grounds": true})
}

fn back() -> Value {
    json!({"act": "forums.year.turn_back", "id": "turn-2022", "why": "Fel år."})
}

/// A town at the end of 2022: a decided plan with one activity done and one under way, a manager whose
/// appointment ends with the year, and premises that the board has set.
fn december() -> Town {
    let mut town = Town::with_object();
    town.done("manager", json!({"act": "objects.plan.draft", "id": "care-2022", "object": "care", "year": 2022}));
    for (name, kind) in [("done", "development"), ("going", "development"), ("upkeep", "maintenance")] {
        town.done("manager", activity(name, "care-2022", kind));
    }
    town.done("officer", json!({"act": "objects.plan.advance", "id": "care-2022", "step": "review"}));
    town.done("owner", json!({"act": "objects.plan.decide", "id": "care-2022"}));
    town.done("clerk", json!({"act": "objects.activity.report", "id": "done", "status": "done"}));
    town.done(
        "keeper",
        json!({"act": "organisation.appointment.make", "id": "temp", "person": "vikarie", "role": "object_manager",
            "scope": {"object": "care"}, "side": "it", "share": 200, "from": "2022-01-01", "to": "2022-12-31"}),
    );
    town.done(
        "officer",
        json!({"act": "forums.forum.establish", "id": "board", "name": "Portföljstyrgruppen", "kind": "portfolio_board", "level": "strategic"}),
    );
    town.appoint("chair", "forum_member", json!({"forum": "board"}), None, 0);
    town.done(
        "chair",
        json!({"act": "forums.recommendation.make", "id": "premises-2022", "forum": "board", "kind": {"planning_premises": 2022},
            "text": "Inom nämndernas ramar."}),
    );
    town.go_to("2022-12-15");
    town
}

#[test]
fn before_it_is_done_the_turn_says_what_goes_on_and_what_stays() {
    let town = december();
    let preview = preview(&town.value, 2022);
    let (_, PlanTurn::Carried { going, staying, .. }) = &preview.plans[0] else { panic!("{preview:?}") };
    let names = |all: &[&domain::objects::Activity]| all.iter().map(|one| one.id.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!((names(going), names(staying)), (vec!["going".to_owned(), "upkeep".to_owned()], vec!["done".to_owned()]));
    assert_eq!(preview.endings.iter().map(|ending| ending.held.id.as_str()).collect::<Vec<_>>(), ["temp"]);
}

#[test]
fn the_turn_carries_plans_roles_and_premises_and_closes_the_year() {
    let mut town = december();
    town.done("keeper", turn());
    let plan = town.value.objects.plan_of(&id("care"), 2023).expect("next year's plan");
    assert_eq!(town.value.objects.activities_of(&plan.id).count(), 2);
    let held = town.value.organisation.appointments.get(&id("temp-2023")).expect("made anew");
    assert!(held.is_in_force(day("2023-06-01")) && !held.is_in_force(day("2024-01-01")));
    assert_eq!(town.value.forums.premises_for(2023).map(|set| set.id.as_str()), Some("premises-2022"), "they hold on");
    assert!(town.value.forums.grounds_for(2023).is_none(), "there were none to hold on");
    let report = json!({"act": "objects.activity.report", "id": "going", "status": "ongoing", "percent": 50});
    assert_eq!(reason(town.act("clerk", report)), "year-closed");
    assert_eq!(reason(town.act("manager", json!({"act": "objects.plan.advance", "id": "care-2022", "step": "revise"}))), "year-closed");
    town.done(
        "chair",
        json!({"act": "forums.recommendation.make", "id": "premises-2023", "forum": "board", "kind": {"planning_premises": 2023},
            "text": "Inom ramarna, och med nyckel för kostnaden."}),
    );
    assert_eq!(town.value.forums.premises_for(2023).map(|set| set.id.as_str()), Some("premises-2023"), "the board's own go first");
}

#[test]
fn a_turn_taken_back_leaves_the_plans_as_they_were() {
    let mut town = december();
    let before = town.value.objects.clone();
    town.done("keeper", turn());
    assert_ne!(before, town.value.objects);
    town.done("keeper", back());
    assert_eq!(before, town.value.objects);
    assert!(!town.value.organisation.held_by(&id("vikarie"), day("2023-06-01")).any(|_| true));
    assert!(town.value.forums.premises_for(2023).is_none());
    assert_eq!(reason(town.act("keeper", back())), "turn-unknown", "once is enough");
    let again = json!({"act": "forums.year.turn", "id": "turn-2022-again", "year": 2022});
    town.done("keeper", again);
}

#[test]
fn a_turn_somebody_has_built_on_is_not_taken_back() {
    let write = json!({"act": "objects.plan.write", "id": "care-2023", "text": {"year_goals": "Mer tid"}});
    let mut replan = activity("going-2023", "", "development");
    replan["act"] = json!("objects.activity.replan");
    replan.as_object_mut().expect("an act").remove("plan");
    for built in [write, replan, activity("new", "care-2023", "development")] {
        let mut town = december();
        town.done("keeper", turn());
        town.done("manager", built.clone());
        assert_eq!(reason(town.act("keeper", back())), "turn-built-on", "{built}");
    }
}

#[test]
fn a_year_turns_once_no_sooner_than_december_and_only_by_those_who_may() {
    let mut town = december();
    for who in ["manager", "officer", "secretary"] {
        assert_eq!(reason(town.act(who, turn())), "not-permitted");
    }
    town.go_to("2022-11-30");
    assert_eq!(reason(town.act("keeper", turn())), "year-not-over");
    town.go_to("2022-12-01");
    town.done("keeper", turn());
    let second = json!({"act": "forums.year.turn", "id": "turn-2022-b", "year": 2022});
    assert_eq!(reason(town.act("keeper", second)), "year-closed");
}

#[test]
fn a_goal_lives_on_only_in_a_document_its_body_has_adopted_and_returns_when_the_turn_is_taken_back() {
    let mut town = december();
    let act = json!({"act": "forums.year.turn", "id": "turn-2022", "year": 2022, "goals": ["care"]});
    assert_eq!(reason(town.act("keeper", act.clone())), "goal-without-heir", "the council has adopted nothing for 2023");
    town.adopt("mob-2023", "budget_and_goals", "kf", "2023", None);
    let lives = |town: &Town| town.value.goals.in_force(day("2023-06-01")).any(|goal| goal.id == id("care"));
    assert!(!lives(&town));
    town.done("keeper", act);
    assert!(lives(&town));
    town.done("keeper", back());
    assert!(!lives(&town), "it is where it was");
}

#[test]
fn only_roles_that_end_with_the_year_are_made_anew() {
    let mut town = december();
    let held = town.value.organisation.held_by(&id("owner"), day("2022-12-15")).next().expect("an owner").id.to_string();
    let act = json!({"act": "forums.year.turn", "id": "turn-2022", "year": 2022, "appointments": [held]});
    assert_eq!(reason(town.act("keeper", act)), "appointment-stays");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// However acts, turns and their undoing are mixed: a turn that stands has its plans, one that was taken
    /// back has left none, and a year is closed exactly where a turn of it stands.
    #[test]
    fn no_order_of_turns_and_acts_leaves_half_a_year(steps in proptest::collection::vec(0_usize..6, 1..24)) {
        let mut town = december();
        for (number, step) in steps.into_iter().enumerate() {
            let act = match step {
                0 => json!({"act": "forums.year.turn", "id": format!("turn-{number}"), "year": 2022}),
                1 | 2 => {
                    let standing = town.value.forums.turns.values().find(|turn| turn.back.is_none()).map(|turn| turn.id.to_string());
                    json!({"act": "forums.year.turn_back", "id": standing.unwrap_or_else(|| "none".to_owned()), "why": "Prövar."})
                }
                3 => json!({"act": "objects.plan.carry_over", "id": "own-2023", "object": "care", "year": 2023, "from": "care-2022"}),
                4 => activity(&format!("new-{number}"), "care-2023", "development"),
                _ => json!({"act": "objects.activity.report", "id": "going", "status": "ongoing", "percent": 10}),
            };
            drop(town.act(if step < 3 { "keeper" } else { "manager" }, act));
            let value = &town.value;
            let standing: Vec<_> = value.forums.turns.values().filter(|turn| turn.back.is_none()).collect();
            prop_assert!(standing.len() <= 1);
            prop_assert_eq!(value.objects.closed.contains(&2022), !standing.is_empty());
            for turn in value.forums.turns.values().filter(|turn| turn.back.is_none()) {
                prop_assert!(turn.plans.iter().all(|plan| value.objects.plans.has(plan)));
            }
            prop_assert!(value.objects.plans.values().filter(|plan| plan.year == 2023).count() <= 1);
            prop_assert!(value.objects.activities.values().all(|activity| value.objects.plans.has(&activity.plan)));
        }
    }
}

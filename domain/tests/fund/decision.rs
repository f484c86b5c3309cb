//! Decisions: one named delegate decides, on a frozen basis; a forum of officials never does.

use crate::town::{Town, criteria, day, decision, person, recommendation, scores};
use domain::Ore;
use domain::expected::{Kind, expected_of};
use domain::forums::{Decider, RecommendationKind};
use domain::initiatives::{Level, Phase, Table};
use serde_json::json;

/// A round with three applications, assessed and closed.
fn assessed() -> Town {
    let mut town = Town::with_round();
    for (id, tkr, score) in [("a", 500, 5), ("b", 600, 4), ("c", 300, 3)] {
        town.apply(id, tkr);
        town.score_alike(id, score, score);
    }
    town
}

#[test]
fn the_chief_executive_decides_under_the_delegation_and_it_is_named() {
    let mut town = assessed();
    town.recommend();
    town.must("camilla", "2023-04-20", decision("a", 500));
    let taken = town.0.forums.decisions.values().find(|taken| taken.id.as_str() == "beslut-a").expect("the decision");
    let Decider::Delegate { person, delegation } = &taken.by else { panic!("not by a delegate") };
    assert_eq!((person.as_str(), delegation.as_str()), ("camilla", "d-pott"));
    let verdict = town.application("a").verdict.clone().expect("a verdict");
    assert_eq!(verdict.granted, Ore::kronor(500_000));
    assert_eq!(verdict.judged.ranked.place, 1);
}

#[test]
fn nobody_else_can_decide_and_a_forum_never_can() {
    let mut town = assessed();
    town.recommend();
    for who in ["nina", "elin", "sara", "fatima", "anders", "helena", "root"] {
        assert_eq!(town.refuses(who, "2023-04-20", decision("a", 500)), "not-permitted", "{who}");
    }
    let to_forum = json!({"act": "forums.delegation.grant", "id": "d2", "text": "Till styrgruppen", "power": "fund_applications", "to_role": "forum_member", "decision": "ks-pott"});
    assert_eq!(town.refuses("anders", "2023-04-20", to_forum), "forums-never-decide");
}

#[test]
fn a_recalled_delegation_gives_no_right() {
    let mut town = assessed();
    town.recommend();
    town.must("anders", "2023-04-10", json!({"act": "forums.delegation.recall", "id": "d-pott", "to": "2023-04-19"}));
    assert_eq!(town.refuses("camilla", "2023-04-20", decision("a", 500)), "not-permitted");
}

#[test]
fn above_the_limit_of_the_delegation_it_is_for_the_body() {
    let mut town = Town::with_round();
    town.apply("a", 700);
    town.score_alike("a", 4, 4);
    town.recommend();
    assert_eq!(town.refuses("camilla", "2023-04-20", decision("a", 700)), "above-delegation");
    town.must("camilla", "2023-04-20", decision("a", 600));
}

#[test]
fn what_is_delegated_is_not_delegated_further() {
    let mut town = assessed();
    town.recommend();
    town.must("camilla", "2023-04-20", decision("a", 500));
    let further = json!({"act": "forums.delegation.grant", "id": "d2", "text": "Vidare", "power": "fund_applications", "to_role": "director", "decision": "beslut-a"});
    assert_eq!(town.refuses("anders", "2023-04-21", further), "only-bodies-delegate");
}

#[test]
fn nothing_is_decided_in_an_open_round_or_before_the_board_has_recommended() {
    let mut town = assessed();
    assert_eq!(town.refuses("camilla", "2023-03-31", decision("a", 500)), "round-still-open");
    assert_eq!(town.refuses("nina", "2023-03-31", recommendation()), "round-still-open");
    assert_eq!(town.refuses("camilla", "2023-04-20", decision("a", 500)), "recommendation-missing");
}

#[test]
fn nothing_is_recommended_or_decided_while_an_application_is_not_assessed() {
    let mut town = assessed();
    town.apply("d", 10);
    assert_eq!(town.refuses("nina", "2023-04-05", recommendation()), "not-ranked");
    assert_eq!(town.refuses("camilla", "2023-04-20", decision("a", 500)), "not-ranked");
}

#[test]
fn grants_never_exceed_the_rounds_money_nor_what_was_asked() {
    let mut town = assessed();
    town.recommend();
    assert_eq!(town.refuses("camilla", "2023-04-20", decision("a", 501)), "money-large");
    town.must("camilla", "2023-04-20", decision("a", 500));
    assert_eq!(town.refuses("camilla", "2023-04-20", decision("b", 600)), "money-short");
    town.must("camilla", "2023-04-20", decision("b", 0));
    town.must("camilla", "2023-04-20", decision("c", 300));
}

#[test]
fn a_decider_with_an_interest_does_not_decide() {
    let mut town = assessed();
    town.recommend();
    town.must(
        "camilla",
        "2023-04-19",
        json!({"act": "fund.interest.declare", "application": "a", "reason": "Min make är säljare åt leverantören"}),
    );
    assert_eq!(town.refuses("camilla", "2023-04-20", decision("a", 500)), "interest-bars");
}

#[test]
fn once_something_is_decided_the_rounds_scores_and_order_stand() {
    let mut town = assessed();
    town.recommend();
    town.must("camilla", "2023-04-20", decision("a", 500));
    let order = town.order();
    let deviation =
        json!({"act": "fund.deviation.make", "application": "c", "placed": "in", "reason": "Lagkravet gäller från årsskiftet."});
    assert_eq!(town.refuses("elin", "2023-04-21", deviation), "round-settled");
    assert_eq!(town.refuses("camilla", "2023-04-21", decision("a", 100)), "application-decided");
    assert_eq!(town.order(), order);
}

#[test]
fn a_decision_under_delegation_is_reported_to_the_body_once() {
    let mut town = assessed();
    town.recommend();
    town.must("camilla", "2023-04-20", decision("a", 500));
    assert_eq!(town.0.forums.unreported().count(), 1);
    let report = json!({"act": "forums.decision.report", "decision": "beslut-a", "date": "2023-05-10", "paragraph": "§ 14"});
    assert_eq!(town.refuses("camilla", "2023-05-10", report.clone()), "not-permitted");
    town.must("anders", "2023-05-10", report.clone());
    assert_eq!(town.0.forums.unreported().count(), 0);
    assert_eq!(town.refuses("anders", "2023-05-11", report), "decision-already-reported");
    let by_body = json!({"act": "forums.decision.report", "decision": "ks-pott", "date": "2023-05-10"});
    assert_eq!(town.refuses("anders", "2023-05-11", by_body), "decision-not-delegated");
}

#[test]
fn planning_premises_are_the_boards_recommendation_and_nobody_elses() {
    let mut town = Town::with_round();
    town.must(
        "elin",
        "2023-01-03",
        json!({"act": "forums.forum.establish", "id": "council", "name": "Taktiska rådet", "kind": "council", "level": "tactical"}),
    );
    town.appoint("nina2", "forum_member", json!({"forum": "council"}));
    let premises = |forum: &str| json!({"act": "forums.recommendation.make", "id": format!("p-{forum}"), "forum": forum, "kind": {"planning_premises": 2023}, "text": "Planera inom ram."});
    assert_eq!(town.refuses("nina2", "2023-01-10", premises("council")), "only-board-sets-premises");
    town.must("nina", "2023-01-10", premises("board"));
    let set = town.0.forums.premises_for(2023).expect("premises");
    assert_eq!(set.kind, RecommendationKind::PlanningPremises(2023));
    assert!(town.0.forums.premises_for(2024).is_none());
}

#[test]
fn minutes_are_written_when_the_meeting_has_been_held() {
    let mut town = Town::with_round();
    let call = json!({"act": "forums.meeting.call", "id": "m1", "of": {"forum": "board"}, "date": "2023-04-05", "agenda": [{"matter": "Rangordningen", "concerns": ["round/r1"]}]});
    assert_eq!(town.refuses("sara", "2023-03-20", call.clone()), "not-permitted");
    town.must("elin", "2023-03-20", call);
    let minutes = json!({"act": "forums.minutes.write", "meeting": "m1", "text": "Styrgruppen gick igenom rangordningen."});
    assert_eq!(town.refuses("elin", "2023-04-04", minutes.clone()), "date-in-future");
    town.must("elin", "2023-04-05", minutes);
}

#[test]
fn a_decision_is_told_of_on_its_application_too() {
    let mut town = assessed();
    town.recommend();
    town.must("camilla", "2023-04-20", decision("a", 500));
    let about = domain::Subject::Application(town.application("a").id.clone());
    let latest = town.0.latest(&about).expect("a history");
    assert_eq!(latest.act.as_str(), "forums.application.decide");
}

#[test]
fn a_later_change_of_scores_criteria_or_case_changes_nothing_in_a_decision() {
    let mut town = assessed();
    town.recommend();
    town.must("camilla", "2023-04-20", decision("a", 500));
    let before = town.application("a").verdict.clone();
    assert_eq!(
        town.refuses("elin", "2023-04-21", json!({"act": "fund.criteria.revise", "round": "r1", "criteria": criteria(100, 900)})),
        "criteria-frozen"
    );
    assert_eq!(town.refuses("fatima", "2023-04-21", scores("b", 0, 0)), "round-settled");
    let judged = before.as_ref().map(|verdict| verdict.judged.clone()).expect("a verdict");
    assert_eq!(judged.criteria[0].weight, 600);
    assert_eq!(judged.assessments.len(), 3);
    assert_eq!(judged.case.asked, Ore::kronor(500_000));
    assert_eq!(town.application("a").verdict, before);
}

#[test]
fn a_grant_lets_the_initiative_start_and_a_refusal_does_not() {
    let mut town = assessed();
    town.recommend();
    town.must("camilla", "2023-04-20", decision("a", 500));
    town.must("camilla", "2023-04-20", decision("b", 0));
    let phase = |id: &str| town.0.initiatives.get(&domain::InitiativeId::new(id).expect("an identity")).map(|initiative| initiative.phase);
    assert_eq!(phase("i-a"), Some(Phase::Start));
    assert_eq!(phase("i-b"), Some(Phase::Decision));
}

#[test]
fn a_grant_gives_money_but_what_is_for_a_body_to_decide_waits_for_the_body() {
    let mut town = Town::with_round();
    let table = Table { levels: [Level::Committee, Level::Committee, Level::Council], asked: Vec::new(), ..Table::start().clone() };
    let adopt = json!({"act": "forums.demands.adopt", "decision": "ks-pott", "from": "2023-01-05", "table": serde_json::to_value(table).expect("a table")});
    town.must("anders", "2023-01-05", adopt);
    town.apply("a", 500);
    town.score_alike("a", 5, 5);
    town.recommend();
    let waits = |town: &Town| expected_of(&town.0, &person("anders"), day("2023-04-20")).iter().any(|task| task.kind == Kind::BringToBody);
    assert!(!waits(&town), "it waits for the fund first");
    town.must("camilla", "2023-04-20", decision("a", 500));
    let phase =
        |town: &Town| town.0.initiatives.get(&domain::InitiativeId::new("i-a").expect("an identity")).map(|initiative| initiative.phase);
    assert_eq!((phase(&town), waits(&town)), (Some(Phase::Decision), true));
    let settle = json!({"act": "forums.initiative.settle", "id": "ks-9", "initiative": "i-a", "date": "2023-04-20", "body": "ks", "text": "Initiativet genomförs."});
    town.must("anders", "2023-04-20", settle);
    assert_eq!((phase(&town), waits(&town)), (Some(Phase::Start), false));
}

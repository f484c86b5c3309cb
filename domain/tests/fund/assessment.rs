//! The fund: applications are judged blind, without interest, by criteria nobody can change behind them.

use crate::town::{Town, application, case, criteria, day, person, plan, scores};
use domain::fund::{Hidden, Points, Unready, own_assessment, visible_ranking, visible_scores};
use domain::{ApplicationId, RoundId};
use serde_json::json;

fn id(text: &str) -> ApplicationId {
    ApplicationId::new(text).expect("an identity")
}

#[test]
fn an_application_is_taken_only_while_the_round_is_open() {
    let mut town = Town::with_round();
    for id in ["a", "b", "c"] {
        town.prepare(id, 100);
    }
    assert_eq!(town.refuses("sara", "2023-02-28", application("a")), "round-not-open");
    town.must("sara", "2023-03-01", application("a"));
    town.must("sara", "2023-03-31", application("b"));
    assert_eq!(town.refuses("sara", "2023-04-01", application("c")), "round-not-open");
}

#[test]
fn only_whoever_writes_the_initiative_applies_with_it_and_only_once() {
    let mut town = Town::with_round();
    town.prepare("a", 100);
    assert_eq!(town.refuses("johan", "2023-03-02", application("a")), "not-permitted");
    town.must("sara", "2023-03-02", application("a"));
    let again = json!({"act": "fund.application.submit", "id": "again", "round": "r1", "initiative": "i-a"});
    assert_eq!(town.refuses("sara", "2023-03-03", again), "already-applied");
}

#[test]
fn no_more_can_be_asked_for_than_the_round_has() {
    let mut town = Town::with_round();
    town.prepare("a", 1001);
    assert_eq!(town.refuses("sara", "2023-03-02", application("a")), "money-large");
}

#[test]
fn a_case_that_is_incomplete_or_not_handed_in_does_not_apply() {
    let mut town = Town::with_round();
    let card = json!({"title": "Halvfärdig", "unit": "ks", "lead": "sara"});
    town.must("sara", "2023-02-01", json!({"act": "initiatives.idea.start", "id": "i-a", "card": card}));
    assert_eq!(town.refuses("sara", "2023-03-02", application("a")), "case-not-handed-in");
    town.prepare("b", 100);
    let nothing_left = json!({"act": "initiatives.case.drop", "initiative": "i-b", "part": {"benefit": "nytta-b"}});
    town.must("sara", "2023-03-02", nothing_left);
    assert_eq!(town.refuses("sara", "2023-03-02", application("b")), "lack-benefits");
}

#[test]
fn a_case_changed_after_it_was_submitted_changes_nothing_that_is_judged() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    let before = town.application("a").case.clone();
    town.must("sara", "2023-03-05", case("a", 900));
    assert_eq!(town.application("a").case, before);
    assert_eq!(before.asked, domain::Ore::kronor(100_000));
    let now = &town.0.initiatives.find(&domain::InitiativeId::new("i-a").expect("an identity")).expect("the initiative");
    assert_eq!(now.likely_cost(), domain::Ore::kronor(900_000));
}

#[test]
fn nobody_applies_in_a_round_without_criteria() {
    let mut town = Town::with_round();
    town.must("helena", "2023-02-01", json!({"act": "money.post.enter", "id": "mer", "kind": "fund", "purpose": "Mer", "to": {"unit": "ks"}, "first_year": 2023, "last_year": 2023, "amount": "1 mnkr", "decision": "ks-pott"}));
    let mut bare = plan("r2");
    (bare["post"], bare["criteria"]) = (json!("mer"), json!([]));
    town.must("elin", "2023-02-01", bare);
    town.prepare("a", 100);
    let mut asked = application("a");
    asked["round"] = json!("r2");
    assert_eq!(town.refuses("sara", "2023-03-02", asked.clone()), "round-without-criteria");
    town.must("elin", "2023-03-02", json!({"act": "fund.criteria.revise", "round": "r2", "criteria": criteria(500, 500)}));
    town.must("sara", "2023-03-02", asked);
}

#[test]
fn a_round_gives_out_no_more_than_the_decided_post_it_is_paid_from() {
    let mut town = Town::with_round();
    let mut round = plan("r2");
    round["money"] = json!("1 kr");
    assert_eq!(town.refuses("elin", "2023-02-01", round.clone()), "money-short", "the first round has promised it all");
    round["post"] = json!("annan-post");
    assert_eq!(town.refuses("elin", "2023-02-01", round), "post-no-fund");
}

#[test]
fn criteria_freeze_when_somebody_has_applied() {
    let mut town = Town::with_round();
    let revised = json!({"act": "fund.criteria.revise", "round": "r1", "criteria": criteria(500, 500)});
    town.must("elin", "2023-02-01", revised.clone());
    town.apply("a", 100);
    assert_eq!(town.refuses("elin", "2023-03-03", revised.clone()), "criteria-frozen");
    town.must("sara", "2023-03-03", json!({"act": "fund.application.withdraw", "application": "a", "reason": "Annan lösning"}));
    assert_eq!(town.refuses("elin", "2023-03-04", revised), "criteria-frozen");
}

#[test]
fn criteria_that_count_kronor_alone_are_refused() {
    let mut town = Town::with_round();
    let mut one_sided = criteria(600, 400);
    one_sided[1]["aspect"] = json!("money");
    assert_eq!(
        town.refuses("elin", "2023-02-01", json!({"act": "fund.criteria.revise", "round": "r1", "criteria": one_sided})),
        "criteria-one-sided"
    );
    let uneven = json!({"act": "fund.criteria.revise", "round": "r1", "criteria": criteria(600, 500)});
    assert_eq!(town.refuses("elin", "2023-02-01", uneven), "weights-uneven");
}

#[test]
fn interest_is_declared_before_anything_is_scored() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    assert_eq!(town.refuses("fatima", "2023-03-10", scores("a", 3, 3)), "interest-undeclared");
    town.must("fatima", "2023-03-10", json!({"act": "fund.interest.declare", "application": "a"}));
    town.must("fatima", "2023-03-10", scores("a", 3, 3));
}

#[test]
fn an_assessor_with_an_interest_may_not_assess_and_cannot_take_it_back() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    town.must("fatima", "2023-03-10", json!({"act": "fund.interest.declare", "application": "a", "reason": "Min syster leder projektet"}));
    assert_eq!(town.refuses("fatima", "2023-03-10", scores("a", 5, 5)), "interest-bars");
    assert_eq!(town.refuses("fatima", "2023-03-10", json!({"act": "fund.interest.declare", "application": "a"})), "interest-standing");
    let seen = visible_scores(&town.0, &person("fatima"), &id("a"), day("2023-03-10"));
    assert_eq!(seen, Err(Hidden::Stake));
}

#[test]
fn an_interest_that_comes_to_light_later_strikes_the_score_out() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    town.score("fatima", "a", 5, 5);
    town.score("oskar", "a", 1, 1);
    town.score("birgitta", "a", 1, 1);
    town.must("fatima", "2023-03-12", json!({"act": "fund.interest.declare", "application": "a", "reason": "Anlitad av leverantören"}));
    assert_eq!(town.ranking().rows[0].points, Points(1_000_000));
}

#[test]
fn assessors_are_blind_until_their_own_score_is_in() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    town.score("fatima", "a", 4, 2);
    let day = day("2023-03-10");
    assert_eq!(visible_scores(&town.0, &person("oskar"), &id("a"), day), Err(Hidden::OwnFirst));
    assert_eq!(own_assessment(&town.0, &person("oskar"), &id("a")), None);
    town.score("oskar", "a", 1, 2);
    let seen = visible_scores(&town.0, &person("oskar"), &id("a"), day).expect("his own is in");
    assert_eq!(seen.tallies[0].given, [(person("fatima"), 4), (person("oskar"), 1)]);
}

#[test]
fn a_score_once_given_stands() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    town.score("fatima", "a", 4, 2);
    assert_eq!(town.refuses("fatima", "2023-03-11", scores("a", 5, 5)), "already-assessed");
}

#[test]
fn applicants_see_no_score_before_the_decision() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    town.score_alike("a", 4, 2);
    assert_eq!(visible_scores(&town.0, &person("sara"), &id("a"), day("2023-04-10")), Err(Hidden::Stake));
    assert_eq!(visible_scores(&town.0, &person("johan"), &id("a"), day("2023-04-10")), Err(Hidden::Undecided));
    let round = RoundId::new("r1").expect("an identity");
    assert_eq!(visible_ranking(&town.0, &person("sara"), &round, day("2023-04-10")), Err(Hidden::Stake));
    assert!(visible_ranking(&town.0, &person("camilla"), &round, day("2023-04-10")).is_ok());
    assert_eq!(visible_ranking(&town.0, &person("camilla"), &round, day("2023-03-31")), Err(Hidden::Undecided));
}

#[test]
fn only_the_rounds_assessors_assess() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    for who in ["sara", "elin", "camilla", "nina"] {
        assert_eq!(town.refuses(who, "2023-03-10", scores("a", 3, 3)), "not-permitted", "{who}");
    }
}

#[test]
fn every_criterion_gets_one_score_from_0_to_5_with_a_reason() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    town.must("fatima", "2023-03-10", json!({"act": "fund.interest.declare", "application": "a"}));
    let mut given = scores("a", 6, 3);
    assert_eq!(town.refuses("fatima", "2023-03-10", given.clone()), "score-out-of-range");
    given["scores"][0] = json!({"criterion": "kronor", "score": 3, "reason": " "});
    assert_eq!(town.refuses("fatima", "2023-03-10", given.clone()), "score-unreasoned");
    given["scores"][0]["criterion"] = json!("kvalitet");
    assert_eq!(town.refuses("fatima", "2023-03-10", given), "score-missing");
}

#[test]
fn an_abstention_is_no_score() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    town.score("fatima", "a", 5, 5);
    town.must("oskar", "2023-03-10", json!({"act": "fund.interest.declare", "application": "a"}));
    town.must("oskar", "2023-03-10", json!({"act": "fund.assessment.abstain", "application": "a", "reason": "Kan inte området"}));
    assert_eq!(town.ranking().unready, [(id("a"), Unready::Assessors)]);
    town.score("birgitta", "a", 3, 4);
    assert_eq!(town.ranking().rows[0].points, Points(600 * 4000 + 400 * 4500));
}

#[test]
fn a_wide_spread_must_be_moderated_within_what_was_given() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    let moderate = |score: u8| json!({"act": "fund.score.moderate", "application": "a", "criterion": "kronor", "score": score, "reason": "Assessorerna enades efter samtal."});
    town.score("fatima", "a", 1, 3);
    assert_eq!(town.refuses("elin", "2023-03-20", moderate(2)), "assessors-too-few");
    town.score("oskar", "a", 4, 3);
    assert_eq!(town.ranking().unready, [(id("a"), Unready::Moderation)]);
    assert_eq!(town.refuses("elin", "2023-03-20", moderate(5)), "moderation-outside");
    town.must("elin", "2023-03-20", moderate(2));
    assert_eq!(town.ranking().rows[0].points, Points(600 * 2000 + 400 * 3000));
    let narrow = json!({"act": "fund.score.moderate", "application": "a", "criterion": "kvalitet", "score": 3, "reason": "Ingen spridning att tala om."});
    assert_eq!(town.refuses("elin", "2023-03-20", narrow), "spread-small");
}

#[test]
fn points_are_exact_and_shown_as_permille_of_the_most() {
    let mut town = Town::with_round();
    town.apply("a", 100);
    town.score("fatima", "a", 5, 0);
    town.score("oskar", "a", 4, 1);
    town.score("birgitta", "a", 4, 1);
    // Means 13/3 and 2/3, to the thousandth.
    assert_eq!(town.ranking().rows[0].points, Points(600 * 4333 + 400 * 667));
    assert_eq!(town.ranking().rows[0].points.permille(), 573);
    assert_eq!(Points::MOST.permille(), 1000);
}

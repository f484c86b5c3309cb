//! Auditors advise, bodies answer, measures are done with evidence, and answers follow from shares.

use domain::audit::{Answer, Asked, Criterion, Progress, Verdict, Work};
use domain::{Act, AdviceId, Date, MeasureId, Municipality, PersonId, Refusals, ReviewId, Stamp, Subject, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Does one act, and folds what comes of it.
fn act(town: &mut Municipality, who: &str, at: &str, fields: Value) -> Result<(), Refusals> {
    let stamp = Stamp::new(PersonId::new(who).expect("an identity"), format!("{at}T09:00:00Z").parse::<Timestamp>().expect("an instant"));
    let act = Act::read(fields).expect("an act");
    let change = town.decide(&act, &stamp, None)?;
    town.fold(act.name(), &stamp, Some(&change));
    Ok(())
}

fn keys(refused: Result<(), Refusals>) -> Vec<&'static str> {
    refused.expect_err("a refusal").0.iter().map(|refusal| refusal.key).collect()
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// A municipality with a board, an auditor, a secretary and an officer who may own measures.
fn town() -> Municipality {
    let mut town = Municipality::default();
    let mut founds = |fields: Value| act(&mut town, "anna", "2021-09-01", fields).expect("the founding");
    let roles = [
        ("anna", "administrator"),
        ("rolf", "auditor"),
        ("sven", "secretary"),
        ("elin", "digitalisation_officer"),
        ("olle", "business_developer"),
    ];
    for (person, role) in roles {
        founds(
            json!({"act": "organisation.appointment.make", "id": person, "person": person, "role": role, "scope": "municipality", "from": "2021-09-01"}),
        );
    }
    founds(json!({"act": "organisation.unit.establish", "id": "ks", "name": "Kommunstyrelsen", "kind": "executive_board"}));
    founds(json!({"act": "organisation.unit.establish", "id": "gsn", "name": "Grundskolenämnden", "kind": "committee"}));
    founds(json!({"act": "organisation.unit.establish", "id": "ksf", "name": "Förvaltningen", "kind": "administration", "under": "ks"}));
    town
}

fn review(id: &str, date: &str) -> Value {
    json!({"act": "audit.review.record", "id": id, "title": "Granskning av digitalisering", "carried_out_by": "KPMG AB", "date": date, "conclusion": "Delvis."})
}

fn advice() -> Value {
    json!({"act": "audit.advice.give", "id": "krav", "review": "r2023", "number": 3, "to": "ks", "text": "Ge krav på underlag.", "due": "2023-12-15"})
}

fn measure(id: &str, owner: &str, due: &str) -> Value {
    json!({"act": "audit.measure.plan", "id": id, "advice": "krav", "text": "Ta fram krav för alla initiativ.", "owner": owner, "due": due})
}

fn advised() -> Municipality {
    let mut town = town();
    act(&mut town, "rolf", "2023-09-04", review("r2023", "2023-08-25")).expect("a review");
    act(&mut town, "rolf", "2023-09-04", advice()).expect("an advice");
    town
}

fn answered() -> Municipality {
    let mut town = advised();
    let decision = json!({"act": "forums.decision.record", "id": "svar", "date": "2023-11-29", "body": "ks", "matter": "Yttrande", "text": "Svaret antas."});
    act(&mut town, "sven", "2023-11-30", decision).expect("a decision");
    let response = json!({"act": "audit.advice.respond", "id": "krav", "decision": "svar", "text": "Krav tas fram."});
    act(&mut town, "sven", "2023-11-30", response).expect("a response");
    town
}

fn progress(town: &Municipality, date: &str) -> Progress {
    town.audit.advices.get(&AdviceId::new("krav").expect("an identity")).expect("the advice").progress(town, day(date))
}

#[test]
fn an_advice_is_open_until_its_deadline_and_overdue_the_day_after() {
    let town = advised();
    assert_eq!(progress(&town, "2023-12-15"), Progress::Open);
    assert_eq!(progress(&town, "2023-12-16"), Progress::Overdue);
}

#[test]
fn only_a_decision_of_the_body_itself_answers_an_advice() {
    let mut town = advised();
    let decision = json!({"act": "forums.decision.record", "id": "svar", "date": "2023-11-29", "body": "gsn", "matter": "Yttrande", "text": "Svaret antas."});
    act(&mut town, "sven", "2023-11-30", decision).expect("a decision");
    let response = |decision: &str| json!({"act": "audit.advice.respond", "id": "krav", "decision": decision, "text": "Krav tas fram."});
    assert_eq!(keys(act(&mut town, "sven", "2023-11-30", response("svar"))), ["answered-by-another"]);
    assert_eq!(keys(act(&mut town, "sven", "2023-11-30", response("inget"))), ["decision-unknown"]);
    assert_eq!(keys(act(&mut town, "rolf", "2023-11-30", response("svar"))), ["not-permitted"]);
}

#[test]
fn an_advice_is_answered_once() {
    let mut town = answered();
    let again = json!({"act": "audit.advice.respond", "id": "krav", "decision": "svar", "text": "Krav tas fram."});
    assert_eq!(keys(act(&mut town, "sven", "2023-12-01", again)), ["already-answered"]);
}

#[test]
fn an_answer_without_measures_leaves_the_advice_open() {
    assert_eq!(progress(&answered(), "2024-03-18"), Progress::Open);
}

#[test]
fn an_advice_is_done_when_every_measure_is_and_closed_when_the_auditors_say_so() {
    let mut town = answered();
    act(&mut town, "elin", "2023-12-01", measure("mallar", "elin", "2024-02-28")).expect("a measure");
    assert_eq!(progress(&town, "2024-02-28"), Progress::Open);
    assert_eq!(progress(&town, "2024-02-29"), Progress::Overdue);
    let done = json!({"act": "audit.measure.complete", "id": "mallar", "text": "Kraven är beslutade.", "evidence": ["decision/svar"]});
    act(&mut town, "elin", "2024-02-20", done).expect("a completion");
    assert_eq!(progress(&town, "2024-02-29"), Progress::Done);

    act(&mut town, "rolf", "2025-09-01", review("r2025", "2025-08-29")).expect("a review");
    let judged =
        |heeded: &str| json!({"act": "audit.advice.judge", "id": "krav", "review": "r2025", "heeded": heeded, "text": "Följt upp."});
    act(&mut town, "rolf", "2025-09-01", judged("partly")).expect("a finding");
    assert_eq!(progress(&town, "2025-09-01"), Progress::Done);
    act(&mut town, "rolf", "2025-09-01", judged("yes")).expect("a finding");
    assert_eq!(progress(&town, "2025-09-01"), Progress::Closed);
}

#[test]
fn the_review_that_gave_an_advice_cannot_also_find_it_heeded() {
    let mut town = advised();
    let judged = json!({"act": "audit.advice.judge", "id": "krav", "review": "r2023", "heeded": "yes", "text": "Följt upp."});
    assert_eq!(keys(act(&mut town, "rolf", "2023-09-05", judged)), ["review-same"]);
}

#[test]
fn a_measure_is_completed_by_its_owner_with_evidence_that_exists() {
    let mut town = answered();
    act(&mut town, "elin", "2023-12-01", measure("mallar", "olle", "2024-02-28")).expect("a measure");
    let done =
        |evidence: &str| json!({"act": "audit.measure.complete", "id": "mallar", "text": "Klart och beslutat.", "evidence": [evidence]});
    assert_eq!(keys(act(&mut town, "sven", "2024-01-10", done("decision/svar"))), ["not-permitted"]);
    assert_eq!(keys(act(&mut town, "olle", "2024-01-10", done("decision/annat"))), ["evidence-unknown"]);
    act(&mut town, "olle", "2024-01-10", done("decision/svar")).expect("a completion");
    assert_eq!(keys(act(&mut town, "olle", "2024-01-11", done("decision/svar"))), ["already-done"]);
    let measure = town.audit.measures.get(&MeasureId::new("mallar").expect("an identity")).expect("the measure");
    assert_eq!(measure.done.as_ref().map(|done| done.date), Some(day("2024-01-10")));
}

#[test]
fn odd_input_is_refused_field_by_field_and_all_at_once() {
    let mut town = advised();
    assert_eq!(keys(act(&mut town, "elin", "2023-12-01", measure("m", "nobody", "2023-11-30"))), ["person-without-role", "date-in-past"]);
    assert_eq!(keys(act(&mut town, "rolf", "2023-12-01", review("r2023", "2024-01-01"))), ["id-taken", "date-in-future"]);
    let odd = json!({"act": "audit.advice.give", "id": "a", "review": "r2023", "number": 0, "to": "ksf", "text": "", "due": "2023-08-01"});
    assert_eq!(
        keys(act(&mut town, "rolf", "2023-12-01", odd)),
        ["period-backwards", "number-missing", "only-bodies-answer", "text-missing"]
    );
}

#[test]
fn a_method_holds_for_the_work_it_names_from_its_first_day_until_it_is_lifted() {
    let mut town = town();
    let method = |asks: Value| json!({"act": "audit.method.establish", "id": "projektmodell", "asks": asks, "of": ["project"], "title": "Projektmodell", "text": "Riskanalys ingår.", "from": "2022-01-01"});
    assert_eq!(keys(act(&mut town, "elin", "2022-01-10", method(json!([])))), ["choice-missing"]);
    act(&mut town, "elin", "2022-01-10", method(json!(["risk_analysis"]))).expect("a method");
    act(&mut town, "elin", "2023-01-10", json!({"act": "audit.method.lift", "id": "projektmodell", "to": "2023-12-31"})).expect("an end");
    let holds = |of: Work, date: &str| town.audit.methods_of(Asked::RiskAnalysis, of, day(date)).next().is_some();
    assert!(!holds(Work::Project, "2021-12-31") && holds(Work::Project, "2022-01-01"));
    assert!(holds(Work::Project, "2023-12-31") && !holds(Work::Project, "2024-01-01"));
    assert!(!holds(Work::Line, "2022-06-01"));
}

#[test]
fn a_lost_entry_does_not_stop_what_came_after_it() {
    let whole = answered();
    let mut town = town();
    let stamp = Stamp::new(PersonId::new("sven").expect("an identity"), "2023-11-30T09:00:00Z".parse::<Timestamp>().expect("an instant"));
    let response = json!({"act": "audit.advice.respond", "id": "krav", "decision": "svar", "text": "Krav tas fram."});
    let act = Act::read(response).expect("an act");
    let mut unanswered = whole.clone();
    unanswered.audit = advised().audit;
    let change = unanswered.decide(&act, &stamp, None).expect("a change");
    town.fold(act.name(), &stamp, Some(&change));
    assert!(town.audit.advices.is_empty());
}

/// A criterion of which `met` of `of` meet what is asked.
fn criterion(met: usize, of: usize) -> Criterion {
    let thing = |number: usize| Subject::Review(ReviewId::new(&format!("r{number}")).expect("an identity"));
    Criterion::over("test", (0..of).map(|number| (thing(number), (number >= met).then_some("missing"))))
}

fn verdict(criteria: Vec<Criterion>) -> (Verdict, u16) {
    let answer = Answer::from(1, &Municipality::default(), criteria);
    (answer.answer, answer.share_permille)
}

#[test]
fn a_question_is_answered_by_the_mean_of_its_criteria() {
    assert_eq!(verdict(vec![criterion(1, 1), criterion(6, 10)]), (Verdict::Yes, 800));
    assert_eq!(verdict(vec![criterion(1, 1), criterion(5, 10)]), (Verdict::Partly, 750));
    assert_eq!(verdict(vec![criterion(0, 1), criterion(5, 10)]), (Verdict::Partly, 250));
    assert_eq!(verdict(vec![criterion(0, 1), criterion(4, 10)]), (Verdict::No, 200));
}

#[test]
fn plenty_in_one_place_does_not_make_good_what_is_missing_in_another() {
    assert_eq!(verdict(vec![criterion(4, 10), criterion(1, 1), criterion(1, 1), criterion(1, 1)]), (Verdict::Partly, 850));
}

#[test]
fn nothing_to_judge_counts_neither_for_nor_against() {
    assert_eq!(verdict(vec![criterion(1, 1), criterion(0, 0)]), (Verdict::Yes, 1000));
    assert_eq!(verdict(vec![criterion(0, 0)]), (Verdict::No, 0));
}

proptest! {
    #[test]
    fn each_of_a_population_is_either_met_or_an_exception(met in 0usize..40, more in 0usize..40) {
        let judged = criterion(met, met + more);
        prop_assert_eq!(judged.met + judged.exceptions.len(), judged.of);
        prop_assert_eq!(judged.evidence.len(), judged.met);
    }

    #[test]
    fn mending_an_exception_never_worsens_an_answer(met in 0usize..20, of in 1usize..20, others in prop::collection::vec((0usize..10, 1usize..10), 0..4)) {
        let met = met.min(of - 1);
        let rest = || others.iter().map(|&(met, of)| criterion(met.min(of), of));
        let before = verdict(rest().chain([criterion(met, of)]).collect());
        let after = verdict(rest().chain([criterion(met + 1, of)]).collect());
        prop_assert!(after >= before);
    }
}

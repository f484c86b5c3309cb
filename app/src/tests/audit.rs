//! The audit of the demo: on the day of the report it comes out as the auditors found it, by computation.

use domain::audit::{Verdict, answers};
use serde_json::Value;

use super::town::Town;
use crate::texts::Lang;

/// The answers as of a day, question by question.
fn answered(date: &str) -> Vec<(u8, Verdict, u16)> {
    let date: domain::Date = date.parse().expect("a day");
    let town = Town::open().harbour.helm.as_of(date).expect("the past");
    answers(&town, date).into_iter().map(|answer| (answer.number, answer.answer, answer.share_permille)).collect()
}

#[test]
fn on_the_day_of_the_report_every_question_comes_out_as_the_auditors_found_it() {
    use Verdict::{No, Partly, Yes};
    let found: Vec<Verdict> = answered("2023-08-25").into_iter().map(|(_, answer, _)| answer).collect();
    assert_eq!(found, [Partly, Yes, Partly, Partly, Partly, Partly, No, Partly]);
}

/// How much of what is asked the auditors found.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Nothing,
    Some,
    All,
}

/// Section of the report, criterion, how much of it they found, and the reasons they gave for what was missing.
const FINDINGS: [(&str, &str, Found, &[&str]); 18] = [
    ("4.1.1 mål i vision och målområden, 4.1.3 beslutad strategi", "steering-documents", Found::All, &[]),
    (
        "4.1.2 inga indikatorer, och om övriga mål ingenting",
        "goals-measurable",
        Found::Nothing,
        &["no-digitalisation-text", "no-indicator"],
    ),
    ("4.1.3 strategin och målen hänger inte ihop", "strategy-carries-goals", Found::Nothing, &["carries-no-goal"]),
    ("bilaga 1: socialnämndens plan saknar digitalisering", "plans-speak", Found::Some, &["plan-silent"]),
    ("4.1.4 aktiviteterna kopplas till målområden och insatser", "activities-serve-steering", Found::All, &[]),
    ("4.1.4 objektsplaner finns för alla objekt", "object-plans-decided", Found::All, &[]),
    ("4.2.1 medarbetare har roller på flera nivåer", "one-level-each", Found::Some, &["several-levels"]),
    ("4.2.1 forum på strategisk, taktisk och operativ nivå", "levels-have-forums", Found::All, &[]),
    (
        "4.3 ej tydliggjort hur kostnader fördelas inom objekten",
        "shared-costs-settled",
        Found::Nothing,
        &["no-key-development", "no-key-improvement"],
    ),
    ("4.3.1 målen går inte att prioritera efter", "goals-can-rank", Found::Nothing, &["no-direction"]),
    ("4.4.1 krav på underlag bara för potten", "basis-asked", Found::Some, &["not-asked-of-line", "not-asked-of-project"]),
    ("4.4.4 pottens underlag finns", "fund-basis", Found::All, &[]),
    (
        "4.4.1 riskanalys i projektmodellen, ej i linjen eller mallen",
        "risk-analysis-asked",
        Found::Some,
        &["not-asked-of-fund", "not-asked-of-line"],
    ),
    ("4.4.1 riskanalyser dokumenteras inte alltid", "risks-documented", Found::Some, &["no-risks"]),
    (
        "4.4.4 metoder för slutanvändare saknas",
        "users-asked",
        Found::Nothing,
        &["not-asked-of-fund", "not-asked-of-line", "not-asked-of-project"],
    ),
    ("4.4.1 slutanvändare i låg utsträckning", "users-took-part", Found::Some, &["no-users"]),
    ("4.4.2 uppföljning krävs bara av centrala medel", "follow-up-asked", Found::Some, &["not-asked-of-line", "not-asked-of-project"]),
    ("4.4.3 det samlade arbetet rapporteras till styrelsen", "whole-reported", Found::All, &[]),
];

#[test]
fn each_finding_of_the_report_stands_among_the_criteria_with_the_reason_the_auditors_gave() {
    let date: domain::Date = "2023-08-25".parse().expect("a day");
    let town = Town::open().harbour.helm.as_of(date).expect("the past");
    let criteria: Vec<_> = answers(&town, date).into_iter().flat_map(|answer| answer.criteria).collect();
    for (section, id, found, reasons) in FINDINGS {
        let criterion = criteria.iter().find(|criterion| criterion.id == id).expect(section);
        let much = match criterion.met {
            0 => Found::Nothing,
            met if met == criterion.of => Found::All,
            _ => Found::Some,
        };
        assert_eq!(much, found, "{section}: {} of {}", criterion.met, criterion.of);
        let told: std::collections::BTreeSet<&str> = criterion.exceptions.iter().map(|exception| exception.why).collect();
        assert_eq!(told.into_iter().collect::<Vec<_>>(), reasons, "{section}");
    }
    let share = |id: &str| criteria.iter().find(|criterion| criterion.id == id).map(|one| one.met * 1000 / one.of).expect("a criterion");
    assert!(share("other-basis") < 500 && share("other-followed-up") < 500, "4.4.4: not enough, and the larger part of all that is done");
    assert!(share("users-took-part") < 100, "4.4.1: to a low degree");
    let silent = criteria.iter().find(|criterion| criterion.id == "plans-speak").map(|criterion| criterion.exceptions[0].what.to_string());
    assert_eq!(silent.as_deref(), Some("unit/sn"), "appendix 1");
}

#[test]
fn what_was_mended_after_the_report_shows_and_nothing_else_does() {
    let (before, after) = (answered("2023-08-25"), answered("2024-03-18"));
    let better: Vec<u8> = before.iter().zip(&after).filter(|(then, now)| now.2 > then.2).map(|(then, _)| then.0).collect();
    assert_eq!(better, [1, 3, 4, 5, 6, 7, 8], "{before:?} {after:?}");
    assert_eq!(after[6].1, Verdict::Partly, "a method for end users was adopted");
}

#[test]
fn every_criterion_and_reason_of_the_demo_is_worded_in_both_languages() {
    let town = Town::open();
    for month in ["2021-09-30", "2022-06-30", "2023-01-31", "2023-08-25", "2024-03-18"] {
        let date: domain::Date = month.parse().expect("a day");
        for answer in answers(&town.harbour.helm.as_of(date).expect("the past"), date) {
            for criterion in answer.criteria {
                let reasons = criterion.exceptions.iter().map(|exception| format!("audit-why-{}", exception.why));
                for key in reasons.chain([format!("audit-criterion-{}", criterion.id)]) {
                    for lang in [Lang::Sv, Lang::En] {
                        assert!(town.harbour.texts.of(lang).has(&key), "{key}");
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn the_answers_for_programs_have_the_form_of_the_contract() {
    let answer = Town::open().get("/api/v1/audit?as_of=2023-08-25", None).await;
    let report: Value = serde_json::from_str(&answer.body).expect("JSON");
    assert_eq!(report["municipality"], "huddinge");
    assert_eq!(report["as_of"], "2023-08-25");
    assert!(report["checkpoint"]["size"].as_u64().is_some_and(|size| size > 0) && report["checkpoint"]["root"].is_string());
    let questions = report["questions"].as_array().expect("questions");
    assert_eq!(questions.len(), 8);
    for question in questions {
        assert!(question["share"].as_f64().is_some_and(|share| (0.0..=1.0).contains(&share)));
        for criterion in question["criteria"].as_array().expect("criteria") {
            let exceptions = criterion["exceptions"].as_array().expect("exceptions");
            assert_eq!(criterion["of"].as_u64().expect("of") - criterion["met"].as_u64().expect("met"), exceptions.len() as u64);
            assert!(exceptions.iter().all(|exception| ["what", "why", "link"].iter().all(|key| exception[key].is_string())));
        }
        for evidence in question["evidence"].as_array().expect("evidence") {
            assert!(evidence["seq"].as_u64() <= report["checkpoint"]["size"].as_u64(), "{evidence}");
        }
    }
    let recommendations = report["recommendations"].as_array().expect("recommendations");
    let of_2023: Vec<&Value> = recommendations.iter().filter(|advice| advice["due"] == "2023-12-15").collect();
    assert_eq!(of_2023.len(), 3);
    assert!(of_2023.iter().all(|advice| advice["status"] == "open"));
}

#[tokio::test]
async fn every_decision_leads_to_what_came_of_it() {
    let town = Town::open();
    let delegation = town.get("/decisions/ks-2022-11-30-pott", Some("rolf-dahl")).await.body;
    assert!(delegation.contains(r#"href="/delegations#delegation-pott""#), "the delegation it gave");
    assert_eq!(delegation.matches("E-tjänst för bygglovsansökan").count(), 1, "what was decided under it, each once");
    let budget = town.get("/decisions/kf-2022-11-21-mal-och-budget-2023", Some("rolf-dahl")).await;
    assert!(budget.body.contains("5\u{a0}000\u{a0}000\u{a0}kr"), "the money it gave");
}

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

//! A municipality is founded, and from then on every right follows from what is in the ledger.

use domain::{Act, Municipality, PersonId, Stamp, Timestamp};
use serde_json::{Value, json};

/// Does one act, and folds what comes of it.
fn act(town: &mut Municipality, who: &str, at: &str, fields: Value) -> Result<(), domain::Refusals> {
    let stamp = Stamp::new(PersonId::new(who).expect("an identity"), at.parse::<Timestamp>().expect("an instant"));
    let act = Act::read(fields).expect("an act");
    let change = town.decide(&act, &stamp, None)?;
    town.fold(act.name(), &stamp, Some(&change));
    Ok(())
}

fn first_key(refused: Result<(), domain::Refusals>) -> &'static str {
    refused.expect_err("a refusal").0[0].key
}

#[test]
fn only_an_empty_municipality_can_be_founded_by_anyone() {
    let mut town = Municipality::default();
    let council = json!({"act": "organisation.unit.establish", "id": "kf", "name": "Kommunfullmäktige", "short": "KF", "kind": "council"});
    let board =
        json!({"act": "organisation.unit.establish", "id": "ks", "name": "Kommunstyrelsen", "kind": "executive_board", "under": "kf"});
    act(&mut town, "anna", "2022-01-01T09:00:00Z", council).expect("the founding");
    assert_eq!(first_key(act(&mut town, "anna", "2022-01-01T09:01:00Z", board)), "not-permitted");
}

#[test]
fn a_day_ends_at_midnight_in_stockholm() {
    let stamp = Stamp::new(PersonId::new("anna").expect("an identity"), "2023-06-30T22:30:00Z".parse::<Timestamp>().expect("an instant"));
    assert_eq!(stamp.date.to_string(), "2023-07-01");
}

#[test]
fn an_act_nobody_knows_says_its_name() {
    let error = Act::read(json!({"act": "fund.wish"})).expect_err("no such act");
    assert_eq!(error.to_string(), "there is no act \"fund.wish\"");
}

#[test]
fn an_act_with_an_unknown_field_says_which() {
    let error =
        Act::read(json!({"act": "organisation.appointment.end", "id": "a", "to": "2023-01-01", "why": "x"})).expect_err("unknown field");
    assert!(error.to_string().contains("unknown field `why`"), "{error}");
}

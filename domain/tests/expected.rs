//! What is expected of people follows from the rooms alone, and goes away when it is done.

use domain::expected::{Kind, expected, expected_of};
use domain::{Act, Date, Municipality, PersonId, Stamp, Timestamp};
use serde_json::{Value, json};

fn act(town: &mut Municipality, who: &str, at: &str, fields: Value) {
    let stamp = Stamp::new(PersonId::new(who).expect("an identity"), format!("{at}T09:00:00Z").parse::<Timestamp>().expect("an instant"));
    let act = Act::read(fields).expect("an act");
    let change = town.decide(&act, &stamp, None).expect("a change");
    town.fold(act.name(), &stamp, Some(&change));
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// A board with an advice to answer by mid-December, and a measure for Olle by the end of February.
fn town() -> Municipality {
    let mut town = Municipality::default();
    for (person, role) in
        [("anna", "administrator"), ("rolf", "auditor"), ("sven", "secretary"), ("elin", "digitalisation_officer"), ("olle", "controller")]
    {
        let made = json!({"act": "organisation.appointment.make", "id": person, "person": person, "role": role, "scope": "municipality", "from": "2021-09-01"});
        act(&mut town, "anna", "2021-09-01", made);
    }
    act(
        &mut town,
        "anna",
        "2021-09-01",
        json!({"act": "organisation.unit.establish", "id": "ks", "name": "Kommunstyrelsen", "kind": "executive_board"}),
    );
    act(
        &mut town,
        "rolf",
        "2023-08-25",
        json!({"act": "audit.review.record", "id": "r", "title": "Granskning", "carried_out_by": "KPMG", "date": "2023-08-25", "conclusion": "Delvis."}),
    );
    act(
        &mut town,
        "rolf",
        "2023-08-25",
        json!({"act": "audit.advice.give", "id": "a", "review": "r", "number": 1, "to": "ks", "text": "Revidera strategin.", "due": "2023-12-15"}),
    );
    act(
        &mut town,
        "elin",
        "2023-09-01",
        json!({"act": "audit.measure.plan", "id": "m", "advice": "a", "text": "Koppla strategin.", "owner": "olle", "due": "2024-02-29"}),
    );
    town
}

/// What waits for a person on a day, and whether it is late.
fn waits_for(town: &Municipality, who: &str, date: &str) -> Vec<(Kind, bool)> {
    let tasks = expected_of(town, &PersonId::new(who).expect("an identity"), day(date));
    tasks.into_iter().map(|task| (task.kind, task.is_late(day(date)))).collect()
}

#[test]
fn a_measure_is_told_of_a_month_ahead_and_is_late_the_day_after_its_last() {
    let town = town();
    assert_eq!(waits_for(&town, "olle", "2024-01-29"), []);
    assert_eq!(waits_for(&town, "olle", "2024-01-30"), [(Kind::DoMeasure, false)]);
    assert_eq!(waits_for(&town, "olle", "2024-03-01"), [(Kind::DoMeasure, true)]);
}

#[test]
fn what_is_done_no_longer_waits() {
    let mut town = town();
    act(&mut town, "olle", "2024-02-01", json!({"act": "audit.measure.complete", "id": "m", "text": "Kopplat."}));
    assert_eq!(waits_for(&town, "olle", "2024-03-01"), []);
}

#[test]
fn an_unanswered_advice_waits_for_the_secretary_and_for_nobody_else() {
    let town = town();
    assert_eq!(waits_for(&town, "sven", "2023-12-16"), [(Kind::AnswerAdvice, true)]);
    assert_eq!(waits_for(&town, "elin", "2023-12-16"), []);
}

#[test]
fn what_is_most_urgent_stands_first() {
    let dues: Vec<_> = expected(&town(), day("2024-02-01")).into_iter().map(|task| task.due).collect();
    assert_eq!(dues, [Some(day("2023-12-15")), Some(day("2024-02-29"))]);
}

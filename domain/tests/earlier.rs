//! What an earlier Styrbord wrote in its ledger, this one reads.
//!
//! `ledger/0.1.jsonl` holds events as version 0.1 wrote them, each kind that its demo had. A line is
//! never changed or taken away; a later version adds a file of its own.

use domain::{Change, Event, Municipality, PersonId, Stamp, Subject};

const WRITTEN: &[(&str, &str)] = &[("0.1", include_str!("ledger/0.1.jsonl"))];

fn read(version: &str, line: &str) -> Event {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{version} wrote {line}\nand it is not read: {error}"))
}

#[test]
fn every_event_that_was_ever_written_is_still_read() {
    for (version, lines) in WRITTEN {
        assert!(lines.lines().count() > 50, "{version} has hardly any events");
        for line in lines.lines() {
            read(version, line);
        }
    }
}

#[test]
fn an_event_whose_forerunners_were_disposed_of_is_folded_without_harm() {
    let who = PersonId::new("elin-sjo").expect("an identity");
    let stamp = Stamp::new(who, "2024-03-18T08:00:00Z".parse().expect("an instant"));
    for (version, lines) in WRITTEN {
        for line in lines.lines() {
            let change = Change { about: Subject::Municipality, told_on: Vec::new(), events: vec![read(version, line)], source: None };
            let mut town = Municipality::default();
            town.fold("goals.goal.set", &stamp, Some(&change));
            assert_eq!(town.size, 1);
        }
    }
}

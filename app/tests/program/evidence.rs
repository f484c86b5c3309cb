//! The audit answers and the evidence pack, as whoever audits gets them from the command line.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use crate::running::{Place, said, styrbord};
use crate::spoiling::Dice;

/// How many one-byte changes a pack is tried with.
const SAMPLES: usize = 48;

fn write(place: &Place, pack: &Path) -> Output {
    place.run(["evidence".as_ref(), "--out".as_ref(), pack.as_os_str()])
}

fn verify(pack: &Path) -> Output {
    styrbord(["verify".as_ref(), pack.as_os_str()])
}

/// What the verifier says that was written from the contract and shares nothing with the program.
fn verify_apart(pack: &Path) -> Output {
    let verifier = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/verifier/verify.py");
    Command::new("python3").arg(verifier).arg(pack).output().expect("the command python3")
}

#[test]
fn a_pack_is_verified_by_the_program_and_by_a_verifier_written_apart() {
    let place = Place::on_sqlite().filled();
    let pack = place.file("evidence.zip");
    let written = write(&place, &pack);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    let verified = verify(&pack);
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
    let apart = verify_apart(&pack);
    assert_eq!(apart.status.code(), Some(0), "{}", said(&apart));
    let ours = said(&verified);
    let root = ours.lines().next().and_then(|line| line.rsplit(' ').next()).expect("a root");
    assert!(said(&apart).contains(&format!("root={root}")), "{} is not {root}", said(&apart));
    assert!(said(&place.run(["verify"])).contains(root), "the pack has another root than the database");
    assert_eq!(write(&place, &pack).status.code(), Some(2), "a pack is never written over");
}

#[test]
fn one_changed_byte_anywhere_in_a_pack_is_found() {
    let place = Place::on_sqlite().filled();
    let (pack, spoilt) = (place.file("evidence.zip"), place.file("spoilt.zip"));
    assert_eq!(write(&place, &pack).status.code(), Some(0));
    let bytes = std::fs::read(&pack).expect("the pack");
    let mut dice = Dice::new(4);
    for nth in 0..SAMPLES {
        let mut changed = bytes.clone();
        dice.spoil(&mut changed);
        std::fs::write(&spoilt, &changed).expect("a copy");
        let place = changed.iter().zip(&bytes).position(|(one, other)| one != other);
        let verified = verify(&spoilt);
        assert_eq!(verified.status.code(), Some(1), "change {nth}, of byte {place:?}: {}", said(&verified));
    }
}

#[test]
fn the_audit_is_answered_in_words_and_for_programs_on_any_day() {
    let place = Place::on_sqlite().filled();
    let answered = place.run(["audit", "--format", "json", "--as-of", "2023-08-25"]);
    assert_eq!(answered.status.code(), Some(0), "{}", said(&answered));
    let answer: Value = serde_json::from_slice(&answered.stdout).expect("JSON");
    assert_eq!(answer["municipality"], "huddinge");
    assert_eq!(answer["as_of"], "2023-08-25");
    let numbers: Vec<_> = answer["questions"].as_array().expect("questions").iter().map(|one| one["number"].as_u64()).collect();
    assert_eq!(numbers, (1..=8).map(Some).collect::<Vec<_>>());
    assert!(answer["checkpoint"]["size"].as_u64() > Some(0));
    let words = place.run(["audit", "--language", "en", "--as-of", "2023-08-25"]);
    assert_eq!(words.status.code(), Some(0), "{}", said(&words));
    assert_eq!(place.run(["audit", "--as-of", "yesterday"]).status.code(), Some(2));
}

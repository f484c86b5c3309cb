//! The command line: what each command does, and the code it ends with.

use ledger::testing::Postgres;

use crate::browser::Browser;
use crate::running::{Place, said, styrbord};
use crate::spoiling::{Dice, with_one_byte_changed};

/// How many one-byte changes the live database is tried with.
const SAMPLES: usize = 32;

/// The line in which `verify` names the size and the root.
fn verdict(place: &Place) -> String {
    let output = place.run(["verify"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    said(&output).lines().find(|line| line.starts_with("huddinge holds: ")).expect("a verdict").to_owned()
}

#[test]
fn the_program_says_its_version() {
    let output = styrbord(["--version"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(said(&output), format!("styrbord {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_demo_is_filled_once_and_started_again_without_change() {
    let place = Place::on_sqlite().filled();
    let before = verdict(&place);
    let program = place.demo();
    let size = before.split_whitespace().nth(2).expect("a size");
    assert!(program.said.contains(&format!(", {size} entries")), "{} says another size than {before}", program.said);
    assert_eq!(program.stop(), Some(0), "stopped by its keeper");
    assert_eq!(verdict(&place), before);
}

#[test]
fn a_program_that_serves_is_healthy_and_ready() {
    let place = Place::on_sqlite();
    let program = place.demo();
    let mut browser = Browser::at(&program.address).expect("the program answers");
    for (path, says) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
        let answer = browser.get(path).expect("an answer");
        assert_eq!((answer.status, answer.body.as_str()), (200, says), "{path}");
    }
}

#[test]
fn a_municipality_that_is_empty_is_served_and_says_so() {
    let place = Place::on_sqlite();
    let program = place.serve();
    let mut browser = Browser::at(&program.address).expect("the program answers");
    assert_eq!(browser.get("/readyz").expect("an answer").body, "ready, and empty\n");
    assert_eq!(browser.get("/goals").expect("an answer").status, 200);
}

#[test]
fn whoever_asks_wrongly_is_told_so_with_code_2() {
    let wrong: [&[&str]; 8] = [
        &[],
        &["rule"],
        &["verify", "--thoroughly"],
        &["verify", "no-such-pack.zip"],
        &["backup"],
        &["restore", "no-such-backup.db"],
        &["serve", "--listen", "everywhere"],
        &["demo", "--today", "yesterday", "--data", "."],
    ];
    for arguments in wrong {
        let output = styrbord(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
        assert!(!output.stderr.is_empty(), "{arguments:?} is answered with silence");
    }
}

#[test]
fn what_cannot_be_done_ends_with_code_1() {
    let place = Place::on("postgres://styrbord@127.0.0.1:1/nowhere".to_owned());
    for command in [&["verify"][..], &["serve", "--listen", "127.0.0.1:0"]] {
        let output = place.run(command);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    }
}

#[test]
fn one_changed_byte_in_any_row_of_the_ledger_is_found() {
    let place = Place::on_sqlite().filled();
    assert_eq!(place.verify(), Some(0));
    let mut dice = Dice::new(3);
    for _ in 0..SAMPLES {
        with_one_byte_changed(&place.file("demo.db"), &mut dice, |changed| {
            assert_eq!(place.verify(), Some(1), "{changed} was changed");
        });
    }
    assert_eq!(place.verify(), Some(0), "all is as it was");
}

#[test]
fn a_backup_restored_on_either_database_is_the_same_ledger() {
    let place = Place::on_sqlite().filled();
    let before = verdict(&place);
    let file = place.file("backup.db");
    let backup = |from: &Place| from.run([std::ffi::OsStr::new("backup"), file.as_os_str()]);
    let restore = |to: &Place| to.run([std::ffi::OsStr::new("restore"), file.as_os_str()]);
    let output = backup(&place);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(backup(&place).status.code(), Some(2), "a backup is never written over");
    let postgres = Place::on(Postgres::shared().fresh_database());
    for other in [Place::on_sqlite(), postgres] {
        std::fs::copy(place.file("signing.key"), other.file("signing.key")).expect("the keys are kept beside the backup");
        let output = restore(&other);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(verdict(&other), before);
        assert_eq!(restore(&other).status.code(), Some(1), "nothing is restored over what is there");
        assert_eq!(verdict(&other), before);
        let program = other.serve();
        let mut browser = Browser::at(&program.address).expect("the program answers");
        assert_eq!(browser.get("/readyz").expect("an answer").body, "ready\n");
    }
}

#[test]
fn a_backup_of_postgresql_is_the_same_ledger_in_a_file() {
    let place = Place::on(Postgres::shared().fresh_database()).filled();
    let file = place.file("backup.db");
    let output = place.run([std::ffi::OsStr::new("backup"), file.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let before = verdict(&place);
    let database = format!("sqlite:{}", file.display());
    let output = styrbord(["verify", "--database", &database, "--keys", &place.folder().display().to_string()]);
    assert!(said(&output).contains(&before), "{}", said(&output));
}

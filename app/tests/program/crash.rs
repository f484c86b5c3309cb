//! A program killed at any moment has lost nothing it acknowledged.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use ledger::testing::Postgres;
use ledger::{StorageError, Store};

use crate::browser::Browser;
use crate::running::{Place, Program};
use crate::spoiling::Dice;

/// The page of an indicator, with the form its next value is entered in.
const INDICATOR: &str = "/goals/indicators/resultat-andel";
/// How many times the program is killed on each database.
const ROUNDS: u64 = 100;
/// How many people act at once.
const CLIENTS: u64 = 4;
/// The program is killed while it does one of so many acts after it has said that it answers …
const ACTS: u64 = 12;
/// … and up to so many microseconds later.
const DELAY: u64 = 3_000;
/// How long those acts may take on a machine with much else to do.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn on_sqlite_a_killed_program_has_lost_no_act_it_acknowledged() {
    is_killed_again_and_again(&Place::on_sqlite());
}

#[test]
fn on_postgresql_a_killed_program_has_lost_no_act_it_acknowledged() {
    is_killed_again_and_again(&Place::on(Postgres::shared().fresh_database()));
}

#[test]
fn a_demo_killed_while_it_is_filled_is_filled_to_its_end_at_the_next_start() {
    let (whole, broken) = (Place::on_sqlite().filled(), Place::on_sqlite());
    let acts = |place: &Place| {
        let mut acts = Vec::new();
        let mut store = Store::open_without_key(&place.database).expect("the database");
        let read = store.read("huddinge", 1, u64::MAX, |entry, _| -> Result<(), StorageError> {
            acts.push((entry.act, entry.actor, entry.once));
            Ok(())
        });
        read.expect("the ledger");
        acts
    };
    for delay in [5, 15, 40, 80, 160] {
        let mut filling = broken.demo_unheard();
        thread::sleep(Duration::from_millis(delay));
        filling.kill().expect("a program that runs can be killed");
        filling.wait().expect("a killed program ends");
    }
    drop(broken.demo());
    assert_eq!(acts(&broken), acts(&whole));
    assert_eq!(broken.verify(), Some(0));
}

fn is_killed_again_and_again(place: &Place) {
    let mut dice = Dice::new(2);
    let mut program = place.demo();
    let mut from = ledger_size(place) + 1;
    let people: Vec<Browser> = (0..CLIENTS).map(|client| signed_in(&program.address, client)).collect();
    let mut done = BTreeMap::new();
    for round in 0..ROUNDS {
        let life = (dice.below(ACTS), Duration::from_micros(dice.below(DELAY)));
        let acknowledged = act_until_killed(program, &people, round, life);
        assert_eq!(place.verify(), Some(0), "after round {round}");
        from = read_marks(place, from, &mut done);
        for (mark, seq) in acknowledged {
            assert_eq!(done.get(&mark), Some(&seq), "{mark} was acknowledged in round {round}");
        }
        program = place.demo();
    }
    println!("{} acts in {ROUNDS} rounds", done.len());
    assert!(done.len() as u64 > ROUNDS, "hardly anything was done: {}", done.len());
}

fn signed_in(address: &str, client: u64) -> Browser {
    let mut browser = Browser::at(address).expect("the program answers");
    let (person, form) =
        if client.is_multiple_of(2) { ("mikael-strand", "/goals/directions/kundens-behov") } else { ("helena-storm", INDICATOR) };
    browser.sign_in(person, form).expect("the program answers");
    browser
}

/// Everybody acts as fast as they are answered, until the program dies: some acts and a moment later.
/// Gives the mark and the entry of each act that was acknowledged.
fn act_until_killed(program: Program, people: &[Browser], round: u64, (acts, moment): (u64, Duration)) -> Vec<(String, u64)> {
    let address = program.address.clone();
    let address = address.as_str();
    let (done, begun) = (AtomicU64::new(0), Instant::now());
    let done = &done;
    thread::scope(|scope| {
        let acting: Vec<_> =
            (0..).zip(people).map(|(client, person)| scope.spawn(move || act(person.again_at(address), round, client, done))).collect();
        while done.load(Ordering::Relaxed) < acts && begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_micros(200));
        }
        thread::sleep(moment);
        program.kill();
        acting.into_iter().flat_map(|one| one.join().expect("whoever acts does not panic")).collect()
    })
}

/// One person's acts until the connection breaks: through the API and by a form, in turns by person.
fn act(browser: std::io::Result<Browser>, round: u64, client: u64, done: &AtomicU64) -> Vec<(String, u64)> {
    let mut acknowledged = Vec::new();
    let Ok(mut browser) = browser else { return acknowledged };
    for nth in 0.. {
        let mark = format!("crash-{round}-{client}-{nth}");
        let answer = if client.is_multiple_of(2) {
            browser
                .act(&format!(r#"{{"act":"organisation.unit.establish","id":"{mark}","name":"{mark}","kind":"section","under":"digi"}}"#))
        } else {
            browser.send(INDICATOR, &mark, &format!("on=2024-03-01&value={nth}"))
        };
        let Ok(answer) = answer else { break };
        let seq = answer.seq().unwrap_or_else(|| panic!("{mark} was refused: {answer:?}"));
        acknowledged.push((mark, seq));
        done.fetch_add(1, Ordering::Relaxed);
    }
    acknowledged
}

fn ledger_size(place: &Place) -> u64 {
    Store::open_without_key(&place.database).expect("the database").size("huddinge").expect("the ledger")
}

/// Reads what was appended since into `done`, mark by entry; each mark stands there once. Gives where to go on.
fn read_marks(place: &Place, from: u64, done: &mut BTreeMap<String, u64>) -> u64 {
    let mut store = Store::open_without_key(&place.database).expect("the database");
    let mut next = from;
    let read = store.read("huddinge", from, u64::MAX, |entry, payload| -> Result<(), StorageError> {
        let text = String::from_utf8_lossy(payload.expect("nothing was disposed of")).into_owned();
        let named = || text.split('"').find(|part| part.starts_with("crash-")).map(str::to_owned);
        let of_form = entry.once.and_then(|once| once.split('.').next().map(str::to_owned));
        let mark = of_form.or_else(named).expect("only what was sent was done");
        assert_eq!(done.insert(mark.clone(), entry.seq), None, "{mark} was done twice");
        next = entry.seq + 1;
        Ok(())
    });
    read.expect("the ledger");
    next
}

//! A writer killed at any moment has lost nothing it acknowledged.

use super::{Dice, draft, open};
use ledger::{AppendError, StorageError};
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Where the writer finds its database; the crash test sets it.
const URL: &str = "LEDGER_CRASH_TEST_URL";
const ROUND: &str = "LEDGER_CRASH_TEST_ROUND";
/// The test's own name.
const SELF: &str = "crashing::what_was_acknowledged_before_a_kill_is_there_after_it";

/// Where a database is named, appends from several connections at once until it is killed; says on
/// standard output what has been acknowledged, as soon as it has.
pub fn write_where_told() {
    let Ok(url) = std::env::var(URL) else { return };
    let round = std::env::var(ROUND).expect("started by the crash test");
    std::thread::scope(|scope| {
        for node in 0..3 {
            let (url, round) = (&url, &round);
            scope.spawn(move || {
                let mut store = open(url);
                let mut size = store.size("a").unwrap();
                for nth in 0.. {
                    let batch: Vec<_> = (0..=nth % 4).map(|part| draft(0, "").once(format!("{round}.{node}.{nth}.{part}"))).collect();
                    let first = loop {
                        match store.append("a", size, &batch) {
                            Ok(appended) => break appended.first_seq,
                            Err(AppendError::Behind { size: now }) => size = now,
                            Err(error) => panic!("{error}"),
                        }
                    };
                    let said: String =
                        batch.iter().zip(first..).map(|(draft, seq)| format!("{seq} {}\n", draft.once.as_ref().unwrap())).collect();
                    // One write, so that lines of several threads do not mix.
                    std::io::stdout().lock().write_all(format!("ACK\n{said}").as_bytes()).unwrap();
                    size = first + batch.len() as u64 - 1;
                }
            });
        }
    });
}

pub fn what_was_acknowledged_before_a_kill_is_there_after_it(url: &str) {
    let mut store = open(url);
    let mut dice = Dice::new(1);
    let mut acknowledged = BTreeMap::new();
    for round in 0..100 {
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", SELF, "--nocapture", "--test-threads=1"])
            .env(URL, url)
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = writer.stdout.take().unwrap();
        let listener = std::thread::spawn(move || {
            let mut said = String::new();
            output.read_to_string(&mut said).unwrap();
            said
        });
        std::thread::sleep(Duration::from_millis(20 + dice.below(60) as u64));
        writer.kill().unwrap(); // SIGKILL
        writer.wait().unwrap();
        let said = listener.join().unwrap();
        // A line cut off by the kill was not acknowledged.
        let whole = said.rsplit_once('\n').map_or("", |(whole, _)| whole);
        for line in whole.lines() {
            if let Some((seq, once)) = line.split_once(' ').and_then(|(seq, once)| Some((seq.parse::<u64>().ok()?, once))) {
                acknowledged.insert(seq, once.to_owned());
            }
        }
        let verdict = store.verify("a").unwrap();
        assert_eq!(verdict.first_fault, None, "after round {round}");
    }
    let mut kept = BTreeMap::new();
    store
        .read("a", 1, u64::MAX, |entry, _| {
            kept.insert(entry.seq, entry.once.unwrap());
            Ok::<(), StorageError>(())
        })
        .unwrap();
    assert!(acknowledged.len() > 10, "the writers had time to do something: {}", acknowledged.len());
    for (seq, once) in &acknowledged {
        assert_eq!(kept.get(seq), Some(once), "entry {seq} was acknowledged");
    }
    let distinct: std::collections::BTreeSet<_> = kept.values().collect();
    assert_eq!(distinct.len(), kept.len(), "nothing is there twice");
}

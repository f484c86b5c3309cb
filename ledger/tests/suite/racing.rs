//! Several nodes on one database: none loses, none doubles.

use super::{draft, open};
use ledger::{AppendError, StorageError, Store};
use std::collections::BTreeSet;

/// Appends until it is done, folding nothing but the size.
fn insist(store: &mut Store, tenant: &str, says: &str) -> u64 {
    let mut size = store.size(tenant).unwrap();
    loop {
        match store.append(tenant, size, &[draft(0, says).once(says)]) {
            Ok(appended) => return appended.first_seq,
            Err(AppendError::Behind { size: now }) => size = now,
            Err(error) => panic!("{error}"),
        }
    }
}

pub fn two_nodes_that_append_at_once_lose_nothing_and_double_nothing(url: &str) {
    const EACH: usize = 40;
    open(url);
    let mine: Vec<Vec<u64>> = std::thread::scope(|scope| {
        let nodes: Vec<_> = (0..3)
            .map(|node| {
                scope.spawn(move || {
                    let mut store = open(url);
                    (0..EACH).map(|nth| insist(&mut store, "a", &format!("node {node} number {nth}"))).collect()
                })
            })
            .collect();
        nodes.into_iter().map(|node| node.join().unwrap()).collect()
    });
    let all: BTreeSet<u64> = mine.iter().flatten().copied().collect();
    assert_eq!(all, (1..=3 * EACH as u64).collect(), "every number given out, and only once");
    let mut store = open(url);
    let verdict = store.verify("a").unwrap();
    assert_eq!((verdict.first_fault, verdict.size), (None, 3 * EACH as u64));
    let mut said = BTreeSet::new();
    store
        .read("a", 1, u64::MAX, |entry, payload| {
            said.insert((entry.seq, payload.unwrap().to_vec()));
            Ok::<(), StorageError>(())
        })
        .unwrap();
    for (node, seqs) in mine.iter().enumerate() {
        for (nth, seq) in seqs.iter().enumerate() {
            let says = format!("{{\"says\":\"node {node} number {nth}\"}}");
            assert!(said.contains(&(*seq, says.clone().into_bytes())), "{says} stands where it was said to");
        }
    }
}

pub fn a_form_sent_to_two_nodes_at_once_is_done_once(url: &str) {
    open(url);
    for round in 0..10 {
        let form = format!("form {round}");
        let send = || {
            let mut store = open(url);
            let mut size = store.size("a").unwrap();
            loop {
                match store.append("a", size, &[draft(0, "sent").once(&form)]) {
                    Err(AppendError::Behind { size: now }) => size = now,
                    other => return other,
                }
            }
        };
        let (one, other) = std::thread::scope(|scope| {
            let other = scope.spawn(send);
            (send(), other.join().unwrap())
        });
        let repeated = |result: &Result<_, AppendError>| matches!(result, Err(AppendError::Repeated { .. }));
        assert!(one.is_ok() && repeated(&other) || other.is_ok() && repeated(&one), "{one:?} {other:?}");
    }
    assert_eq!(open(url).size("a").unwrap(), 10);
}

pub fn nodes_that_start_at_once_agree_on_the_tables(url: &str) {
    std::thread::scope(|scope| {
        for node in 0..4 {
            scope.spawn(move || insist(&mut open(url), "a", &format!("node {node}")));
        }
    });
    assert_eq!(open(url).verify("a").unwrap().size, 4);
}

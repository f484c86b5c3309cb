//! Whatever is appended and disposed of, in whatever batches, verify holds.

use super::{draft, open};
use ledger::{AppendError, Draft};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::sync::atomic::{AtomicU32, Ordering};

pub fn any_history_of_batches_and_disposals_verifies(url: &str) {
    let mut store = open(url);
    let tenants = AtomicU32::new(0);
    let step = (0_i64..200_000, any::<String>(), proptest::collection::vec(0_u64..20, 0..3), any::<bool>());
    let history = proptest::collection::vec(proptest::collection::vec(step, 1..5), 1..8);
    let store = std::cell::RefCell::new(&mut store);
    let mut runner = TestRunner::new(Config { cases: 25, failure_persistence: None, ..Config::default() });
    runner
        .run(&history, |batches| {
            let mut store = store.borrow_mut();
            let tenant = format!("t{}", tenants.fetch_add(1, Ordering::Relaxed));
            let (mut second, mut size, mut disposed) = (0, 0, 0);
            for batch in batches {
                let drafts: Vec<Draft> = batch
                    .into_iter()
                    .enumerate()
                    .map(|(nth, (later, says, disposes, once))| {
                        second += later;
                        let mut draft = draft(second, &says);
                        draft.once = once.then(|| format!("{size} {nth}"));
                        draft.disposes = (!disposes.is_empty()).then(|| (disposes, says + " § 1"));
                        draft
                    })
                    .collect();
                match store.append(&tenant, size, &drafts) {
                    Ok(appended) => {
                        size = appended.head.size;
                        disposed += drafts.iter().flat_map(|draft| &draft.disposes).map(|(entries, _)| entries.len()).sum::<usize>();
                    }
                    Err(AppendError::Refused(_)) => {} // disposes of what is not there: nothing happened
                    Err(other) => panic!("{other}"),
                }
            }
            let verdict = store.verify(&tenant).unwrap();
            prop_assert_eq!(verdict.first_fault, None);
            prop_assert_eq!((verdict.size, verdict.disposed.len()), (size, disposed));
            prop_assert_eq!(verdict.root, store.head(&tenant).unwrap().root);
            for head in store.heads(&tenant).unwrap() {
                prop_assert_eq!(store.root_at(&tenant, head.size).unwrap(), head.root);
            }
            Ok(())
        })
        .unwrap();
}

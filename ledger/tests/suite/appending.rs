//! Appending, reading and the heads that cover it.

use super::{draft, filled, key, open};
use ledger::note::Checkpoint;
use ledger::{AppendError, Draft, SigningKey, StorageError, Store};
use serde_json::json;

pub fn what_is_appended_is_read_back_in_order_with_its_payload(url: &str) {
    let mut store = open(url);
    let appended = store.append("a", 0, &[draft(0, "one"), draft(1, "two")]).unwrap();
    assert_eq!(appended.first_seq, 1);
    store.append("a", 2, &[draft(1, "three")]).unwrap();
    let mut seen = Vec::new();
    store
        .read("a", 2, 9, |entry, payload| {
            seen.push((entry.seq, entry.actor, String::from_utf8(payload.unwrap().to_vec()).unwrap()));
            Ok::<(), StorageError>(())
        })
        .unwrap();
    let expected = [(2, "u7".into(), r#"{"says":"two"}"#.into()), (3, "u7".into(), r#"{"says":"three"}"#.into())];
    assert_eq!(seen, expected);
    assert!(store.verify("a").unwrap().holds());
}

pub fn a_reader_may_stop_and_its_reason_comes_back(url: &str) {
    #[derive(Debug)]
    enum Stop {
        Storage,
        Enough(u64),
    }
    impl From<StorageError> for Stop {
        fn from(_: StorageError) -> Self {
            Self::Storage
        }
    }
    let mut store = filled(url, "a", 5);
    let stopped = store.read("a", 1, 5, |entry, _| if entry.seq == 3 { Err(Stop::Enough(entry.seq)) } else { Ok(()) });
    assert!(matches!(stopped, Err(Stop::Enough(3))));
    assert_eq!(store.size("a").unwrap(), 5, "the connection is of use afterwards");
}

pub fn the_head_is_signed_and_covers_the_newest_entry(url: &str) {
    let mut store = filled(url, "a", 5);
    let head = store.head("a").unwrap();
    assert_eq!(head.size, 5);
    assert_eq!(head.at, Some(draft(4, "").at));
    let checkpoint = Checkpoint::open(head.note.as_bytes(), &store.verifier("a")).unwrap();
    assert_eq!(checkpoint, Checkpoint { size: 5, root: head.root });
    assert_eq!(store.verify("a").unwrap().root, head.root);
    assert_eq!(store.head("nobody").unwrap().size, 0);
}

pub fn whoever_has_not_seen_the_newest_entry_is_told_how_far_it_is(url: &str) {
    let mut store = filled(url, "a", 3);
    for seen in [0, 2, 4] {
        let error = store.append("a", seen, &[draft(9, "late")]).unwrap_err();
        assert!(matches!(error, AppendError::Behind { size: 3 }), "{error}");
    }
    assert_eq!(store.size("a").unwrap(), 3);
}

pub fn a_form_sent_twice_is_recognised_even_by_one_who_is_behind(url: &str) {
    let mut store = filled(url, "a", 2);
    store.append("a", 2, &[draft(9, "form").once("form-1")]).unwrap();
    for seen in [2, 3] {
        let batch = [draft(9, "other"), draft(9, "form").once("form-1")];
        match store.append("a", seen, &batch).unwrap_err() {
            AppendError::Repeated { once, seq } => assert_eq!((once.as_str(), seq), ("form-1", 3)),
            other => panic!("{other}"),
        }
    }
    assert_eq!(store.size("a").unwrap(), 3, "nothing of the batch was kept");
    store.append("b", 0, &[draft(9, "form").once("form-1")]).expect("another tenant's forms are its own");
}

pub fn what_came_of_one_form_since_a_moment_is_found(url: &str) {
    let mut store = filled(url, "a", 1);
    let keys = ["F1.a", "f1.b", "F1%.c", "F1.d", "F12.e", "F1.f"];
    store.append("a", 1, &keys.map(|key| draft(9, key).once(key))).unwrap();
    store.append("b", 0, &[draft(9, "another tenant's").once("F1.a")]).unwrap();
    assert_eq!(store.done_by("a", 0, "F1.").unwrap(), [2, 5, 7]);
    assert_eq!(store.done_by("a", 2, "F1.").unwrap(), [5, 7]);
    assert_eq!(store.done_by("a", 7, "F1.").unwrap(), Vec::<u64>::new());
}

pub fn time_never_runs_backwards_within_a_ledger(url: &str) {
    let mut store = filled(url, "a", 3);
    let last = draft(2, "").at;
    assert!(matches!(store.append("a", 3, &[draft(1, "")]), Err(AppendError::Earlier { last: l }) if l == last));
    assert!(matches!(store.append("a", 3, &[draft(5, ""), draft(4, "")]), Err(AppendError::Earlier { .. })));
    store.append("a", 3, &[draft(2, "at the same moment")]).unwrap();
    store.append("b", 0, &[draft(0, "another ledger")]).unwrap();
}

pub fn a_batch_that_can_never_be_right_is_refused_whole(url: &str) {
    let mut store = open(url);
    let nobody = Draft { actor: String::new(), ..draft(0, "") };
    let batches: [(&str, Vec<Draft>); 7] = [
        ("a", vec![]),
        ("A b", vec![draft(0, "")]),
        ("", vec![draft(0, "")]),
        ("a", vec![draft(0, ""), nobody]),
        ("a", vec![draft(0, "").once("x"), draft(0, "").once("x")]),
        ("a", vec![draft(0, "").disposing(vec![1], "KS § 1")]),
        ("a", vec![draft(0, "").disposing(vec![], "KS § 1")]),
    ];
    for (tenant, batch) in batches {
        assert!(matches!(store.append(tenant, 0, &batch), Err(AppendError::Refused(_))), "{tenant} {batch:?}");
    }
    assert_eq!(store.tenants().unwrap(), Vec::<String>::new());
    assert!(store.verify_all().unwrap().holds());
}

pub fn tenants_have_ledgers_of_their_own(url: &str) {
    filled(url, "b", 2);
    let mut store = filled(url, "a", 3);
    assert_eq!(store.tenants().unwrap(), ["a", "b"]);
    assert_eq!((store.size("a").unwrap(), store.size("b").unwrap()), (3, 2));
    let inspection = store.verify_all().unwrap();
    assert!(inspection.holds());
    assert_eq!(inspection.tenants.len(), 2);
}

pub fn one_head_a_day_remains_as_history_and_the_newest_always(url: &str) {
    const DAY: i64 = 24 * 60 * 60;
    let mut store = open(url);
    for (seq, second) in [0, 60, DAY, DAY + 60, 3 * DAY].into_iter().enumerate() {
        store.append("a", seq as u64, &[draft(second, "")]).unwrap();
    }
    assert_eq!(store.heads("a").unwrap().iter().map(|head| head.size).collect::<Vec<_>>(), [2, 4, 5]);
    assert!(store.verify("a").unwrap().holds());
}

pub fn after_a_change_of_key_the_old_heads_hold_and_the_new_key_signs(url: &str) {
    const DAY: i64 = 24 * 60 * 60;
    let mut store = filled(url, "a", 3);
    store.append("a", 3, &[draft(DAY, "the next day")]).unwrap();
    let new = SigningKey::from_bytes(&[8; 32]);
    store.change_key(new.clone()).unwrap();
    assert_eq!(store.verify("a").unwrap().first_fault, None);
    store.append("a", 4, &[draft(2 * DAY, "under the new key")]).unwrap();
    store.change_key(SigningKey::from_bytes(&[9; 32])).unwrap();
    assert_eq!(store.verify("a").unwrap().first_fault, None);
    let with_old = open(url).verify("a").unwrap().first_fault.expect("the old key is no longer the one that counts");
    assert!(with_old.what.contains("not signed by the key at hand"), "{with_old}");
}

pub fn nothing_is_signed_on_top_of_a_tail_that_another_key_signed(url: &str) {
    filled(url, "a", 3);
    // A stranger who can write to the database, but has not the key.
    let mut stranger = Store::open(url, SigningKey::from_bytes(&[66; 32])).unwrap();
    for refused in [stranger.append("a", 3, &[draft(9, "forged")]).map(|_| ()), stranger.change_key(key())] {
        assert!(matches!(refused, Err(AppendError::BrokenTail(_))), "{refused:?}");
    }
}

pub fn nothing_is_signed_on_top_of_a_spoilt_tree(url: &str) {
    let mut store = filled(url, "a", 2);
    let mut other = open(url);
    super::tampering::statement(url, "UPDATE ledger_checkpoint SET frontier = (SELECT leaf FROM ledger_entry WHERE seq = 1)");
    for store in [&mut store, &mut other] {
        assert!(matches!(store.append("a", 2, &[draft(9, "")]), Err(AppendError::BrokenTail(_))));
    }
}

pub fn a_batch_of_any_width_gives_the_same_tree_as_one_by_one(url: &str) {
    let mut store = open(url);
    let drafts: Vec<Draft> = (0..150).map(|nth| draft(nth, &format!("number {nth}"))).collect();
    let appended = store.append("wide", 0, &drafts).unwrap();
    assert_eq!(appended.head.size, 150);
    assert_eq!(store.verify("wide").unwrap().root, appended.head.root);
}

pub fn an_acknowledged_append_is_seen_by_every_other_connection(url: &str) {
    let mut writer = open(url);
    let mut reader = open(url);
    for seq in 0..5 {
        writer.append("a", seq, &[draft(seq as i64, "")]).unwrap();
        assert_eq!(reader.size("a").unwrap(), seq + 1);
    }
}

pub fn payloads_say_exactly_what_was_written(url: &str) {
    let mut store = open(url);
    let says = json!({"text": "åäö \u{1F600} \u{0} \"\\ \n", "öre": i64::MIN, "list": [null, true, u64::MAX]});
    let draft = Draft::new(draft(0, "").at, "u7", "x.y", &says).unwrap();
    store.append("a", 0, &[draft]).unwrap();
    let mut read = None;
    store
        .read("a", 1, 1, |_, payload| {
            read = serde_json::from_slice(payload.unwrap()).ok();
            Ok::<(), StorageError>(())
        })
        .unwrap();
    assert_eq!(read, Some(says));
}

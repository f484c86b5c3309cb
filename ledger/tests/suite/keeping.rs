//! Disposal, snapshots, shelves, blobs, proofs and news.

use super::{draft, filled, open};
use ledger::tree::{consistency_holds, inclusion_holds, leaf};
use ledger::{AppendError, CopyError, Hash, ProofError, StorageError, Store};
use std::time::{Duration, Instant};

fn payloads(store: &mut Store, tenant: &str) -> Vec<bool> {
    let mut kept = Vec::new();
    store
        .read(tenant, 1, u64::MAX, |_, payload| {
            kept.push(payload.is_some());
            Ok::<(), StorageError>(())
        })
        .unwrap();
    kept
}

pub fn a_disposed_payload_is_gone_and_the_tree_still_holds(url: &str) {
    let mut store = filled(url, "a", 4);
    store.append("a", 4, &[draft(9, "gallring").disposing(vec![2, 3], "KS § 12/2024")]).unwrap();
    assert_eq!(payloads(&mut store, "a"), [true, false, false, true, true]);
    let verdict = store.verify("a").unwrap();
    assert!(verdict.holds());
    let disposed: Vec<_> = verdict.disposed.iter().map(|gone| (gone.seq, gone.decision.as_str(), gone.by)).collect();
    assert_eq!(disposed, [(2, "KS § 12/2024", 5), (3, "KS § 12/2024", 5)]);
}

pub fn an_entry_may_be_disposed_of_by_a_later_one_of_the_same_batch(url: &str) {
    let mut store = open(url);
    store.append("a", 0, &[draft(0, "mistake"), draft(0, "mend").disposing(vec![1], "KS § 1")]).unwrap();
    assert_eq!(payloads(&mut store, "a"), [false, true]);
    assert!(store.verify("a").unwrap().holds());
}

pub fn what_is_gone_or_not_yet_there_cannot_be_disposed_of(url: &str) {
    let mut store = filled(url, "a", 3);
    store.append("a", 3, &[draft(9, "").disposing(vec![2], "KS § 1")]).unwrap();
    for entries in [vec![2], vec![5], vec![6], vec![0], vec![1, 1]] {
        let refused = store.append("a", 4, &[draft(9, "").disposing(entries.clone(), "KS § 2")]);
        assert!(matches!(refused, Err(AppendError::Refused(_))), "{entries:?}");
    }
    assert_eq!(payloads(&mut store, "a"), [true, false, true, true]);
}

pub fn a_payload_removed_without_a_decision_is_a_fault(url: &str) {
    let mut store = filled(url, "a", 3);
    super::tampering::statement(url, "DELETE FROM ledger_payload WHERE seq = 2");
    let fault = store.verify("a").unwrap().first_fault.unwrap();
    assert_eq!(fault.seq, Some(2));
    assert!(fault.what.contains("no entry disposed of it"), "{fault}");
}

pub fn the_newest_snapshot_that_is_as_saved_is_found(url: &str) {
    let mut store = filled(url, "a", 6);
    for seq in 1..=5 {
        assert!(store.save_snapshot("a", seq, "v1", format!("value {seq}").as_bytes()).unwrap());
    }
    assert!(!store.save_snapshot("a", 7, "v1", b"beyond").unwrap());
    let newest = store.newest_snapshot("a", "v1").unwrap().unwrap();
    assert_eq!((newest.seq, newest.body.as_slice()), (5, b"value 5".as_slice()));
    assert_eq!(store.newest_snapshot("a", "v2").unwrap(), None);
    assert_eq!(super::tampering::count(url, "ledger_snapshot"), 3, "older ones are thinned");
    super::tampering::statement(url, "UPDATE ledger_snapshot SET seq = 6 WHERE seq = 5");
    assert_eq!(store.newest_snapshot("a", "v1").unwrap().unwrap().seq, 4, "a spoilt one is passed over");
    assert!(!store.verify("a").unwrap().holds(), "but reported");
}

pub fn a_disposal_takes_every_snapshot_with_it_and_lets_no_old_one_back(url: &str) {
    let mut store = filled(url, "a", 3);
    assert!(store.save_snapshot("a", 3, "v1", b"holds everything").unwrap());
    store.append("a", 3, &[draft(9, "").disposing(vec![1], "KS § 1")]).unwrap();
    assert_eq!(store.newest_snapshot("a", "v1").unwrap(), None);
    assert!(!store.save_snapshot("a", 3, "v1", b"folded before the disposal").unwrap());
    assert!(store.save_snapshot("a", 4, "v1", b"folded after").unwrap());
    assert!(store.verify("a").unwrap().holds());
}

pub fn shelves_change_and_forget(url: &str) {
    let mut store = open(url);
    store.put("a", "people", "u2", b"Bo").unwrap();
    store.put("a", "people", "u1", b"Ada").unwrap();
    store.put("a", "people", "u1", b"Ada L").unwrap();
    store.put("b", "people", "u1", b"another's").unwrap();
    let all = store.all("a", "people").unwrap();
    assert_eq!(all, [("u1".to_owned(), b"Ada L".to_vec()), ("u2".to_owned(), b"Bo".to_vec())]);
    assert!(store.remove("a", "people", "u1").unwrap());
    assert!(!store.remove("a", "people", "u1").unwrap());
    assert_eq!(store.get("a", "people", "u1").unwrap(), None);
    assert_eq!(store.get("b", "people", "u1").unwrap().as_deref(), Some(b"another's".as_slice()));
}

pub fn a_file_is_kept_once_and_found_by_its_hash(url: &str) {
    let mut store = open(url);
    let file = vec![0xFF; 100_000];
    let hash = store.put_blob(&file).unwrap();
    assert_eq!(store.put_blob(&file).unwrap(), hash);
    assert_eq!(hash, Hash::of(&file));
    assert_eq!(store.blob(hash).unwrap(), Some(file));
    assert!(store.remove_blob(hash).unwrap());
    assert_eq!(store.blob(hash).unwrap(), None);
}

/// A draft that names a file, as an attachment does.
fn naming(second: i64, file: Hash) -> ledger::Draft {
    draft(second, &file.to_string())
}

pub fn a_file_goes_with_the_last_payload_that_names_it_whoevers_that_is(url: &str) {
    let mut store = open(url);
    let (told, shared, loose) = (store.put_blob(b"told").unwrap(), store.put_blob(b"shared").unwrap(), store.put_blob(b"loose").unwrap());
    store.append("a", 0, &[naming(0, told), naming(0, shared), draft(0, "nothing")]).unwrap();
    store.append("b", 0, &[naming(0, shared)]).unwrap();
    store.append("a", 3, &[draft(9, "gallring").disposing(vec![1, 2, 3], "KS § 12")]).unwrap();
    assert_eq!(store.blob(told).unwrap(), None, "nothing speaks of it any longer");
    assert!(store.blob(shared).unwrap().is_some(), "another ledger still speaks of it");
    assert!(store.blob(loose).unwrap().is_some(), "a disposal is about what it names and nothing else");
    store.append("b", 1, &[draft(9, "gallring").disposing(vec![1], "KS § 12")]).unwrap();
    assert_eq!(store.blob(shared).unwrap(), None);
    assert!(store.verify_all().unwrap().holds());
}

pub fn a_disposal_that_is_refused_leaves_the_file_where_it_was(url: &str) {
    let mut store = open(url);
    let file = store.put_blob(b"told").unwrap();
    store.append("a", 0, &[naming(0, file)]).unwrap();
    assert!(store.append("a", 1, &[draft(9, "").disposing(vec![1, 7], "KS § 12")]).is_err());
    assert!(store.blob(file).unwrap().is_some());
}

pub fn a_head_once_published_proves_what_it_covers_and_what_grew_out_of_it(url: &str) {
    let mut store = filled(url, "a", 9);
    let published = store.head("a").unwrap();
    for seq in 9..14 {
        store.append("a", seq, &[draft(20, "")]).unwrap();
    }
    let now = store.head("a").unwrap();
    let mut lines = Vec::new();
    store
        .read("a", 1, 99, |entry, _| {
            lines.push(entry.line());
            Ok::<(), StorageError>(())
        })
        .unwrap();
    for seq in 1..=9 {
        let path = store.prove_inclusion("a", seq, 9).unwrap();
        assert!(inclusion_holds(leaf(&lines[seq as usize - 1]), seq - 1, 9, &path, &published.root));
    }
    let path = store.prove_consistency("a", 9, 14).unwrap();
    assert!(consistency_holds(9, &published.root, 14, &now.root, &path));
    assert!(matches!(store.prove_inclusion("a", 10, 9), Err(ProofError::Outside { .. })));
    assert!(matches!(store.prove_consistency("a", 9, 15), Err(ProofError::Outside { size: 14 })));
}

pub fn news_of_another_connections_append_arrives_soon(url: &str) {
    let mut reader = filled(url, "a", 1);
    while reader.wait_for_news(Duration::ZERO).unwrap() {}
    assert!(!reader.wait_for_news(Duration::from_millis(50)).unwrap(), "no news");
    let writer = std::thread::spawn({
        let url = url.to_owned();
        move || {
            std::thread::sleep(Duration::from_millis(100));
            open(&url).append("a", 1, &[draft(9, "news")]).unwrap();
        }
    });
    let start = Instant::now();
    while reader.size("a").unwrap() < 2 {
        assert!(start.elapsed() < Duration::from_secs(10), "the news never came");
        reader.wait_for_news(Duration::from_secs(10)).unwrap();
    }
    assert!(start.elapsed() < Duration::from_secs(2), "it came, but by chance: {:?}", start.elapsed());
    writer.join().unwrap();
}

pub fn a_database_of_a_newer_program_is_refused(url: &str) {
    open(url);
    super::tampering::statement(url, "INSERT INTO ledger_migration (number) VALUES (99)");
    let error = Store::open(url, super::key()).unwrap_err();
    assert!(error.to_string().contains("use the newer program"), "{error}");
}

pub fn a_copy_holds_everything_and_can_be_copied_back(url: &str) {
    let mut store = filled(url, "a", 3);
    store.append("a", 3, &[draft(9, "").once("form-1").disposing(vec![1], "KS § 1")]).unwrap();
    store.save_snapshot("a", 4, "v1", b"value").unwrap();
    store.put("a", "people", "u1", b"Ada").unwrap();
    let file = store.put_blob(b"attached").unwrap();
    let mut backup = open("sqlite::memory:");
    assert_eq!(store.copy_into(&mut backup).unwrap(), 4 + 3 + 1 + 1 + 1 + 1 + 1);
    let folder = tempfile::tempdir().unwrap();
    let mut restored = open(&format!("sqlite:{}", folder.path().join("restored.db").display()));
    backup.copy_into(&mut restored).unwrap();
    assert_eq!(restored.verify_all().unwrap(), store.verify_all().unwrap());
    assert!(restored.verify_all().unwrap().holds());
    assert_eq!(restored.blob(file).unwrap().as_deref(), Some(b"attached".as_slice()));
    assert_eq!(restored.get("a", "people", "u1").unwrap().as_deref(), Some(b"Ada".as_slice()));
    restored.append("a", 4, &[draft(9, "life goes on")]).unwrap();
    assert!(matches!(restored.copy_into(&mut store), Err(CopyError::NotEmpty("ledger_entry"))), "never over what is there");
    assert_eq!(store.size("a").unwrap(), 4);
}

pub fn a_backup_can_be_restored_here(url: &str) {
    let mut backup = filled("sqlite::memory:", "a", 5);
    let mut here = open(url);
    backup.copy_into(&mut here).unwrap();
    assert_eq!(here.head("a").unwrap(), backup.head("a").unwrap());
    assert!(here.verify_all().unwrap().holds());
}

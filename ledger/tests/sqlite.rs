//! The whole suite on SQLite.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod suite;

fn on_a_fresh_database(test: fn(&str)) {
    let folder = tempfile::tempdir().unwrap();
    test(&format!("sqlite:{}", folder.path().join("ledger.db").display()));
}

sentences!(on_a_fresh_database);

#[test]
fn nothing_of_a_disposed_payload_remains_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = suite::open(&format!("sqlite:{}", folder.path().join("ledger.db").display()));
    let secret = "the name of somebody who wants to be forgotten";
    // It stands in the payload, in a snapshot, and in a file that the payload names.
    let file = store.put_blob(&[secret.as_bytes(), &[b' '; 20_000]].concat()).unwrap();
    let draft = suite::draft(0, secret);
    let named = ledger::Draft::new(draft.at, "u7", "idea.attach", &serde_json::json!({ "digest": file, "name": secret })).unwrap();
    store.append("a", 0, &[named]).unwrap();
    store.save_snapshot("a", 1, "v1", secret.as_bytes()).unwrap();
    let found = || {
        let files = std::fs::read_dir(folder.path()).unwrap();
        let holds = |bytes: Vec<u8>| bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        files.filter(|file| holds(std::fs::read(file.as_ref().unwrap().path()).unwrap())).count()
    };
    assert!(found() > 0, "it is there to begin with");
    store.append("a", 1, &[suite::draft(1, "gallring").disposing(vec![1], "KS § 12")]).unwrap();
    assert_eq!(found(), 0, "neither in the database nor in its write-ahead log");
}

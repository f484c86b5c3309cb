//! The whole suite on SQLite.

mod suite;

fn on_a_fresh_database(test: fn(&str)) {
    let folder = tempfile::tempdir().unwrap();
    test(&format!("sqlite:{}", folder.path().join("ledger.db").display()));
}

sentences!(on_a_fresh_database);

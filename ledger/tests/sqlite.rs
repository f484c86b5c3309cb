//! The whole suite on SQLite.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod suite;

fn on_a_fresh_database(test: fn(&str)) {
    let folder = tempfile::tempdir().unwrap();
    test(&format!("sqlite:{}", folder.path().join("ledger.db").display()));
}

sentences!(on_a_fresh_database);

//! The whole suite on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod suite;

fn on_a_fresh_database(test: fn(&str)) {
    test(&ledger::testing::Postgres::shared().fresh_database());
}

sentences!(on_a_fresh_database);

#[test]
fn a_connection_that_the_server_closed_is_opened_again() {
    let url = ledger::testing::Postgres::shared().fresh_database();
    let mut store = suite::filled(&url, "a", 2);
    let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    suite::tampering::statement(&url, others);
    store.append("a", 2, &[suite::draft(9, "after")]).unwrap();
    assert!(store.verify("a").unwrap().holds());
}

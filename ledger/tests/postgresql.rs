//! The whole suite on PostgreSQL.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod suite;

fn on_a_fresh_database(test: fn(&str)) {
    test(&ledger::testing::Postgres::shared().fresh_database());
}

sentences!(on_a_fresh_database);

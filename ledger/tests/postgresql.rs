//! The whole suite on PostgreSQL.

mod suite;

fn on_a_fresh_database(test: fn(&str)) {
    test(&ledger::testing::Postgres::shared().fresh_database());
}

sentences!(on_a_fresh_database);

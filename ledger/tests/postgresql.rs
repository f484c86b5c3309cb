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

#[test]
fn a_connection_that_must_be_encrypted_is_and_the_server_must_be_who_it_says() {
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (own.cert.pem(), own.signing_key.serialize_pem());
    let url = ledger::testing::Postgres::encrypting(&certificate, &key);
    let plain = url.fresh_database();
    let roots = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(roots.path(), &certificate).unwrap();
    let trusting = format!("{}?sslmode=require&sslrootcert={}", plain.replace("127.0.0.1", "localhost"), roots.path().display());
    let mut store = suite::filled(&trusting, "a", 3);
    assert!(store.verify("a").unwrap().holds());
    let encrypted = "SELECT 1 / count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname = current_database() AND ssl";
    suite::tampering::statement(&plain, encrypted);

    // Somebody else's certificate, and one for another name, are not believed.
    let stranger = format!("{}?sslmode=require", plain.replace("127.0.0.1", "localhost"));
    assert!(ledger::Store::open_without_key(&stranger).is_err());
    assert!(ledger::Store::open_without_key(&trusting.replace("localhost", "127.0.0.1")).is_err());
    let missing = trusting.replace("sslrootcert=", "sslrootcert=/nowhere");
    assert!(ledger::Store::open_without_key(&missing).err().unwrap().to_string().contains("/nowhere"));
}

//! The tables, as a list that only ever grows at its end.

use super::OpenError;
use crate::engine::{Engine, Purpose, StorageError, Value, one, transact};

/// Written for SQLite; the engines put in their own words for types.
const MIGRATIONS: [&str; 1] = ["
CREATE TABLE ledger_entry (
    tenant TEXT NOT NULL,
    seq INTEGER NOT NULL,
    line BLOB NOT NULL,
    leaf BLOB NOT NULL,
    once TEXT,
    PRIMARY KEY (tenant, seq),
    UNIQUE (tenant, once)
);
CREATE TABLE ledger_payload (
    tenant TEXT NOT NULL,
    seq INTEGER NOT NULL,
    salt BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE TABLE ledger_checkpoint (
    tenant TEXT NOT NULL,
    size INTEGER NOT NULL,
    note TEXT NOT NULL,
    frontier BLOB NOT NULL,
    PRIMARY KEY (tenant, size)
);
CREATE TABLE ledger_key (
    tenant TEXT NOT NULL,
    verifier TEXT NOT NULL,
    PRIMARY KEY (tenant, verifier)
);
CREATE TABLE ledger_snapshot (
    tenant TEXT NOT NULL,
    format TEXT NOT NULL,
    seq INTEGER NOT NULL,
    digest BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (tenant, format, seq)
);
CREATE TABLE shelf (
    tenant TEXT NOT NULL,
    shelf TEXT NOT NULL,
    id TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (tenant, shelf, id)
);
CREATE TABLE blob (
    digest BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (digest)
);
"];

/// Brings the database to the newest form; refuses one that is newer still.
pub(super) fn run(engine: &mut dyn Engine) -> Result<(), OpenError> {
    transact(engine, Purpose::Migrate, |engine| {
        engine.define("CREATE TABLE IF NOT EXISTS ledger_migration (\n    number INTEGER NOT NULL,\n    PRIMARY KEY (number)\n);")?;
        let done = one(engine, "SELECT coalesce(max(number), 0) FROM ledger_migration", &[], |row| row.number(0))?;
        let done = done.unwrap_or(0);
        let known = MIGRATIONS.len() as u64;
        if done > known {
            return Err(OpenError::Newer { found: done, known });
        }
        for (number, migration) in (1..).zip(MIGRATIONS).skip_while(|(number, _)| *number <= done) {
            engine.define(migration)?;
            engine.execute("INSERT INTO ledger_migration (number) VALUES (?1)", &[Value::number(number)])?;
        }
        Ok(())
    })
}

impl From<StorageError> for OpenError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}

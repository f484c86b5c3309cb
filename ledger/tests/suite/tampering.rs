//! One changed byte, in any column of any row, is found.

use super::{Dice, draft, open};
use ledger::Store;
use postgres::NoTls;
use rusqlite::types::Value as Cell;

/// What a column holds, and so how its bytes are changed.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Number,
    Text,
    Bytes,
}
use Kind::{Bytes, Number, Text};

const COLUMNS: [(&str, &[(&str, Kind)]); 5] = [
    ("ledger_entry", &[("tenant", Text), ("seq", Number), ("line", Bytes), ("leaf", Bytes), ("once", Text)]),
    ("ledger_payload", &[("tenant", Text), ("seq", Number), ("salt", Bytes), ("body", Bytes)]),
    ("ledger_checkpoint", &[("tenant", Text), ("size", Number), ("note", Text), ("frontier", Bytes)]),
    ("ledger_key", &[("tenant", Text), ("verifier", Text)]),
    ("ledger_snapshot", &[("tenant", Text), ("format", Text), ("seq", Number), ("digest", Bytes), ("body", Bytes)]),
];

/// Someone who writes to the database past the ledger.
enum Tamperer {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::Client),
}

impl Tamperer {
    fn on(url: &str) -> Self {
        match url.strip_prefix("sqlite:") {
            Some(path) => {
                let connection = rusqlite::Connection::open(path).unwrap();
                connection.pragma_update(None, "synchronous", "OFF").unwrap();
                Self::Sqlite(connection)
            }
            None => {
                let mut client = postgres::Client::connect(url, NoTls).unwrap();
                client.batch_execute("SET synchronous_commit = off").unwrap();
                Self::Postgres(client)
            }
        }
    }

    /// Where each row of a table lies.
    fn rows(&mut self, table: &str) -> Vec<String> {
        match self {
            Self::Sqlite(connection) => {
                let mut rows = connection.prepare(&format!("SELECT CAST(rowid AS TEXT) FROM {table}")).unwrap();
                rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
            }
            Self::Postgres(client) => {
                let rows = client.query(&format!("SELECT ctid::text FROM {table} ORDER BY ctid"), &[]).unwrap();
                rows.iter().map(|row| row.get(0)).collect()
            }
        }
    }

    fn get(&mut self, table: &str, (column, kind): (&str, Kind), row: &str) -> Option<Vec<u8>> {
        match self {
            Self::Sqlite(connection) => {
                let sql = format!("SELECT {column} FROM {table} WHERE rowid = {row}");
                connection.query_row(&sql, [], |row| row.get(0)).map(|cell| match cell {
                    Cell::Integer(number) => Some(number.to_be_bytes().to_vec()),
                    Cell::Text(text) => Some(text.into_bytes()),
                    Cell::Blob(bytes) => Some(bytes),
                    Cell::Null | Cell::Real(_) => None,
                })
            }
            .unwrap(),
            Self::Postgres(client) => {
                let column = match kind {
                    Number => format!("int8send({column})"),
                    Text => format!("convert_to({column}, 'UTF8')"),
                    Bytes => column.to_owned(),
                };
                client.query_one(&format!("SELECT {column} FROM {table} WHERE ctid = '{row}'"), &[]).unwrap().get(0)
            }
        }
    }

    /// Sets a cell; gives where the row then lies, or `None` where the database refuses.
    fn set(&mut self, table: &str, (column, kind): (&str, Kind), row: &str, to: &[u8]) -> Option<String> {
        let number = || i64::from_be_bytes(to.try_into().unwrap());
        match self {
            Self::Sqlite(connection) => {
                let value = if kind == Number { Cell::Integer(number()) } else { Cell::Blob(to.to_vec()) };
                let put = if kind == Text { "CAST(?1 AS TEXT)" } else { "?1" };
                let sql = format!("UPDATE {table} SET {column} = {put} WHERE rowid = {row}");
                connection.execute(&sql, [value]).ok().map(|_| row.to_owned())
            }
            Self::Postgres(client) => {
                let put = if kind == Text { "convert_from($1::bytea, 'UTF8')" } else { "$1" };
                let sql = format!("UPDATE {table} SET {column} = {put} WHERE ctid = '{row}' RETURNING ctid::text");
                let done = if kind == Number { client.query_one(&sql, &[&number()]) } else { client.query_one(&sql, &[&to]) };
                done.ok().map(|row| row.get(0))
            }
        }
    }
}

/// Runs a statement past the ledger.
pub fn statement(url: &str, sql: &str) {
    match Tamperer::on(url) {
        Tamperer::Sqlite(connection) => connection.execute_batch(sql).unwrap(),
        Tamperer::Postgres(mut client) => client.batch_execute(sql).unwrap(),
    }
}

/// How many rows a table has.
pub fn count(url: &str, table: &str) -> usize {
    Tamperer::on(url).rows(table).len()
}

/// A small ledger with something of everything.
fn varied(url: &str) -> Store {
    const DAY: i64 = 24 * 60 * 60;
    let mut store = open(url);
    for tenant in ["huddinge", "nacka"] {
        store.append(tenant, 0, &[draft(0, "one"), draft(1, "två").once("form-1"), draft(2, "three")]).unwrap();
        store.append(tenant, 3, &[draft(DAY, "four")]).unwrap();
        store.append(tenant, 4, &[draft(2 * DAY, "gallring").disposing(vec![3], "KS § 12"), draft(2 * DAY, "six")]).unwrap();
        store.save_snapshot(tenant, 6, "v1", b"the value at six").unwrap();
    }
    store
}

pub fn one_changed_byte_in_any_row_is_found(url: &str) {
    let mut store = varied(url);
    let mut tamperer = Tamperer::on(url);
    let mut dice = Dice::new(20231215);
    // PostgreSQL goes over a socket for each question: fewer there, the same code.
    let rounds = if url.starts_with("sqlite:") { 10_000 } else { 1_500 };
    let mut changed = 0;
    while changed < rounds {
        let (table, columns) = COLUMNS[dice.below(COLUMNS.len())];
        let column = columns[dice.below(columns.len())];
        let rows = tamperer.rows(table);
        let row = &rows[dice.below(rows.len())];
        let Some(honest) = tamperer.get(table, column, row) else { continue };
        let mut bytes = honest.clone();
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 + dice.below(255) as u8;
        // The database itself refuses some: a number taken, a text that is none.
        let Some(place) = tamperer.set(table, column, row, &bytes) else { continue };
        changed += 1;
        let inspection = store.verify_all().unwrap();
        let what = || format!("{table}.{} at {row}, byte {at} of {honest:?} made {}", column.0, bytes[at]);
        let (_, fault) = inspection.first_fault().unwrap_or_else(|| panic!("not found: {}", what()));
        let names_its_entry = ["line", "leaf", "once", "salt"].contains(&column.0) || (table, column.0) == ("ledger_payload", "body");
        if names_its_entry {
            let seq = tamperer.get(table, ("seq", Number), &place).unwrap();
            assert_eq!(fault.seq, Some(u64::from_be_bytes(seq.try_into().unwrap())), "{}: {fault}", what());
        }
        tamperer.set(table, column, &place, &honest).expect("what was there may be there again");
    }
    assert!(store.verify_all().unwrap().holds(), "with every change undone, all holds again");
}

pub fn a_row_too_many_or_too_few_is_found(url: &str) {
    let mut store = varied(url);
    assert!(store.verify_all().unwrap().holds());
    let copies = [
        (
            "ledger_entry",
            "INSERT INTO ledger_entry SELECT tenant, 7, line, leaf, NULL FROM ledger_entry WHERE seq = 6 AND tenant = 'nacka'",
        ),
        (
            "ledger_entry",
            "INSERT INTO ledger_entry SELECT 'stray', seq, line, leaf, NULL FROM ledger_entry WHERE seq = 1 AND tenant = 'nacka'",
        ),
        (
            "ledger_payload",
            "INSERT INTO ledger_payload SELECT tenant, 7, salt, body FROM ledger_payload WHERE seq = 6 AND tenant = 'nacka'",
        ),
        (
            "ledger_payload",
            "INSERT INTO ledger_payload SELECT tenant, 3, salt, body FROM ledger_payload WHERE seq = 6 AND tenant = 'nacka'",
        ),
        (
            "ledger_checkpoint",
            "INSERT INTO ledger_checkpoint SELECT tenant, 2, note, frontier FROM ledger_checkpoint WHERE size = 3 AND tenant = 'nacka'",
        ),
        (
            "ledger_checkpoint",
            "INSERT INTO ledger_checkpoint SELECT tenant, 7, note, frontier FROM ledger_checkpoint WHERE size = 6 AND tenant = 'nacka'",
        ),
        ("ledger_key", "INSERT INTO ledger_key VALUES ('nacka', 'styrbord/nacka+12345678+AAAA')"),
        ("ledger_entry", "DELETE FROM ledger_entry WHERE seq = 6 AND tenant = 'nacka'"),
        ("ledger_entry", "DELETE FROM ledger_entry WHERE seq = 1 AND tenant = 'nacka'"),
        ("ledger_payload", "DELETE FROM ledger_payload WHERE seq = 1 AND tenant = 'nacka'"),
        ("ledger_checkpoint", "DELETE FROM ledger_checkpoint WHERE size = 6 AND tenant = 'nacka'"),
        ("ledger_key", "DELETE FROM ledger_key WHERE tenant = 'nacka'"),
    ];
    for (table, sql) in copies {
        statement(url, &format!("CREATE TABLE kept AS SELECT * FROM {table}; {sql}"));
        assert!(!store.verify_all().unwrap().holds(), "{sql}");
        statement(url, &format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept; DROP TABLE kept"));
        assert_eq!(store.verify_all().unwrap().first_fault(), None, "put right after: {sql}");
    }
}

pub fn a_spoilt_file_is_found(url: &str) {
    let mut store = varied(url);
    let hash = store.put_blob(b"a business case in PDF").unwrap();
    assert!(store.verify_all().unwrap().holds());
    statement(url, "UPDATE blob SET body = digest");
    assert!(!store.verify_all().unwrap().holds());
    assert!(store.blob(hash).is_err());
}

pub fn entries_and_leaves_rewritten_together_are_still_not_what_was_signed(url: &str) {
    let mut store = varied(url);
    let line = {
        let mut entry = None;
        store
            .read("nacka", 5, 1, |read, _| {
                entry = Some(read);
                Ok::<(), ledger::StorageError>(())
            })
            .unwrap();
        let mut entry = entry.unwrap();
        entry.actor = "somebody-else".to_owned();
        entry.line()
    };
    let mut tamperer = Tamperer::on(url);
    for (column, bytes) in [("line", line.as_slice()), ("leaf", ledger::tree::leaf(&line).as_bytes())] {
        let found: Vec<_> = tamperer
            .rows("ledger_entry")
            .into_iter()
            .filter(|row| {
                tamperer.get("ledger_entry", ("tenant", Text), row).unwrap() == b"nacka"
                    && tamperer.get("ledger_entry", ("seq", Number), row).unwrap() == 5_i64.to_be_bytes()
            })
            .collect();
        tamperer.set("ledger_entry", (column, Bytes), &found[0], bytes).unwrap();
    }
    let fault = store.verify("nacka").unwrap().first_fault.unwrap();
    assert_eq!(fault.to_string(), "entry 5: one of the entries 5 to 6 is not what was signed: the root differs");
}

//! Copying everything into another database: the backup, its restoring, and the
//! way from SQLite to PostgreSQL.

use super::Store;
use crate::engine::{Engine, Purpose, Row, StorageError, Value, one, transact};
use std::ops::ControlFlow;

/// What a column holds.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Text,
    Bytes,
}
use Kind::{Bytes, Number, Text};

/// Every table with its columns, in order.
const TABLES: [(&str, &str, &[Kind]); 7] = [
    ("ledger_entry", "tenant, seq, line, leaf, once", &[Text, Number, Bytes, Bytes, Text]),
    ("ledger_payload", "tenant, seq, salt, body", &[Text, Number, Bytes, Bytes]),
    ("ledger_checkpoint", "tenant, size, note, frontier", &[Text, Number, Text, Bytes]),
    ("ledger_key", "tenant, verifier", &[Text, Text]),
    ("ledger_snapshot", "tenant, format, seq, digest, body", &[Text, Text, Number, Bytes, Bytes]),
    ("shelf", "tenant, shelf, id, body", &[Text, Text, Text, Bytes]),
    ("blob", "digest, body", &[Bytes, Bytes]),
];

/// Why nothing was copied.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// What is there already would be mixed with what comes.
    #[error("the database to copy into is not empty: it has rows in {0}")]
    NotEmpty(&'static str),
    /// One of the databases fails.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Store {
    /// Copies every ledger, snapshot, shelf and file as they are at one moment
    /// into an empty database, of either engine: all, or nothing. Others may go
    /// on appending here meanwhile. Gives the number of rows.
    ///
    /// # Errors
    /// The other database holds something already, or one of them fails.
    pub fn copy_into(&mut self, other: &mut Self) -> Result<u64, CopyError> {
        self.at_one_moment(|from| {
            transact(&mut *other.engine, Purpose::Write, |to| {
                TABLES.iter().try_fold(0, |rows, (table, columns, kinds)| Ok(rows + copy(&mut *from.engine, to, table, columns, kinds)?))
            })
        })
    }
}

fn copy(from: &mut dyn Engine, to: &mut dyn Engine, table: &'static str, columns: &str, kinds: &[Kind]) -> Result<u64, CopyError> {
    if one(to, &format!("SELECT 1 FROM {table} LIMIT 1"), &[], |_| Ok(()))?.is_some() {
        return Err(CopyError::NotEmpty(table));
    }
    let places: Vec<String> = (1..=kinds.len()).map(|nth| format!("?{nth}")).collect();
    let insert = format!("INSERT INTO {table} ({columns}) VALUES ({})", places.join(", "));
    let mut rows = 0;
    from.query(&format!("SELECT {columns} FROM {table}"), &[], &mut |row| {
        let values: Vec<Value<'_>> = kinds.iter().enumerate().map(|(nth, kind)| value(row, nth, *kind)).collect::<Result<_, _>>()?;
        rows += to.execute(&insert, &values)?;
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

fn value<'r>(row: &'r Row<'_>, column: usize, kind: Kind) -> Result<Value<'r>, StorageError> {
    Ok(match kind {
        Number => Value::number(row.number(column)?),
        Bytes => Value::Bytes(row.bytes(column)?),
        Text => Value::MaybeText(match row.maybe_bytes(column)? {
            Some(_) => Some(row.text(column)?),
            None => None,
        }),
    })
}

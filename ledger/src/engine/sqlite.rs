//! The ledger in one SQLite file: write-ahead log, synced at every commit.

use super::{Engine, Purpose, Row, StorageError, Value, Visitor};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, params_from_iter};
use std::time::{Duration, Instant};

/// How long a transaction waits for another to finish.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often to look whether another connection has committed.
const GLANCE: Duration = Duration::from_millis(20);

pub(super) struct Sqlite {
    connection: Connection,
    /// `PRAGMA data_version` when we last looked: it moves when others commit.
    seen: i64,
}

impl Sqlite {
    pub(super) fn open(path: &str) -> Result<Self, StorageError> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // What is disposed of is overwritten, not only unlinked.
        connection.pragma_update(None, "secure_delete", "ON")?;
        connection.set_prepared_statement_cache_capacity(64);
        let mut engine = Self { connection, seen: 0 };
        engine.seen = engine.data_version()?;
        Ok(engine)
    }

    fn data_version(&self) -> Result<i64, StorageError> {
        Ok(self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
    }
}

impl Engine for Sqlite {
    fn begin(&mut self, purpose: Purpose) -> Result<(), StorageError> {
        // A deferred transaction that reads and then writes fails at once when
        // another writes between: one that will write says so from the start.
        let begin = if purpose == Purpose::Read { "BEGIN" } else { "BEGIN IMMEDIATE" };
        Ok(self.connection.execute_batch(begin)?)
    }

    fn commit(&mut self) -> Result<(), StorageError> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    fn rollback(&mut self) {
        if !self.connection.is_autocommit()
            && let Err(error) = self.connection.execute_batch("ROLLBACK")
        {
            tracing::warn!(%error, "SQLite could not roll back");
        }
    }

    fn lock(&mut self, _: &str) -> Result<(), StorageError> {
        Ok(()) // a transaction that writes is alone already
    }

    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StorageError> {
        let rows = self.connection.prepare_cached(sql)?.execute(params_from_iter(values))?;
        Ok(rows as u64)
    }

    fn query(&mut self, sql: &str, values: &[Value<'_>], visit: &mut Visitor<'_>) -> Result<(), StorageError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if visit(&Row::Sqlite(row))?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn define(&mut self, sql: &str) -> Result<(), StorageError> {
        // STRICT: a column holds what it says, and nothing else.
        Ok(self.connection.execute_batch(&sql.replace("\n);", "\n) STRICT;"))?)
    }

    fn announce(&mut self) -> Result<(), StorageError> {
        Ok(()) // others see `data_version` move
    }

    fn wait_for_news(&mut self, timeout: Duration) -> Result<bool, StorageError> {
        let start = Instant::now();
        loop {
            let version = self.data_version()?;
            if version != self.seen {
                self.seen = version;
                return Ok(true);
            }
            match timeout.checked_sub(start.elapsed()) {
                Some(left) if !left.is_zero() => std::thread::sleep(left.min(GLANCE)),
                _ => return Ok(false),
            }
        }
    }

    fn scrub(&mut self) -> Result<(), StorageError> {
        // The log still holds pages as they were: fold it in and empty it. A
        // reader may stand in the way; the next checkpoint then does it.
        let busy: i64 = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy != 0 {
            tracing::info!("a reader keeps the write-ahead log; what was disposed of leaves it at the next checkpoint");
        }
        Ok(())
    }

    fn lost_a_race(&self, error: &StorageError) -> bool {
        matches!(error, StorageError::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Self::Int(number) => ValueRef::Integer(number),
            Self::Text(text) | Self::MaybeText(Some(text)) => ValueRef::Text(text.as_bytes()),
            Self::MaybeText(None) => ValueRef::Null,
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

pub(super) fn bytes<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> Result<Option<&'r [u8]>, StorageError> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Ok(Some(bytes)),
        ValueRef::Null => Ok(None),
        ValueRef::Integer(_) | ValueRef::Real(_) => Err(StorageError::Damaged("a number where bytes should be".to_owned())),
    }
}

//! The small interface to a database, and its two engines.
//!
//! SQL is written once, in the part of the language both databases share, with
//! SQLite's numbered parameters (`?1`).

mod encryption;
mod postgres;
mod sqlite;

use std::ops::ControlFlow;
use std::time::Duration;

/// A failure of the database itself.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// SQLite says no.
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL says no, or is out of reach.
    #[error("PostgreSQL: {}", explain(.0))]
    Postgres(#[from] ::postgres::Error),
    /// The certificates to trust cannot be read.
    #[error("the certificates that PostgreSQL is to be verified by: {0}")]
    Roots(String),
    /// A row is not as the ledger writes it; `verify` says more.
    #[error("a damaged row: {0}")]
    Damaged(String),
    /// The operating system gave no randomness for a salt.
    #[error("no randomness: {0}")]
    Randomness(#[from] std::io::Error),
}

/// PostgreSQL's own words, which its error hides in its source.
fn explain(error: &::postgres::Error) -> String {
    match std::error::Error::source(error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}

/// A value handed to a statement.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    Int(i64),
    Text(&'a str),
    MaybeText(Option<&'a str>),
    Bytes(&'a [u8]),
}

impl Value<'_> {
    /// Numbers of the ledger are never negative; both databases count in `i64`.
    pub(crate) fn number(number: u64) -> Self {
        Self::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A row that a statement gave.
pub(crate) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a ::postgres::Row),
}

impl Row<'_> {
    /// A number; a negative one was never written by the ledger.
    pub(crate) fn number(&self, column: usize) -> Result<u64, StorageError> {
        let number: i64 = match self {
            Self::Sqlite(row) => row.get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        };
        u64::try_from(number).map_err(|_| StorageError::Damaged(format!("{number} where a number from 0 should be")))
    }

    /// The bytes of a text or a blob, as they lie, or nothing.
    pub(crate) fn maybe_bytes(&self, column: usize) -> Result<Option<&[u8]>, StorageError> {
        match self {
            Self::Sqlite(row) => sqlite::bytes(row, column),
            Self::Postgres(row) => postgres::bytes(row, column),
        }
    }

    /// The bytes of a text or a blob, as they lie.
    pub(crate) fn bytes(&self, column: usize) -> Result<&[u8], StorageError> {
        self.maybe_bytes(column)?.ok_or_else(|| StorageError::Damaged("nothing where a value should be".to_owned()))
    }

    /// A text.
    pub(crate) fn text(&self, column: usize) -> Result<&str, StorageError> {
        let bytes = self.bytes(column)?;
        std::str::from_utf8(bytes).map_err(|_| StorageError::Damaged("a text that is not UTF-8".to_owned()))
    }
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Sees one moment, whatever others write meanwhile.
    Read,
    /// May write; what it commits is on disk.
    Write,
    /// As `Write`, with all other nodes that would migrate kept waiting.
    Migrate,
}

/// One connection to one database.
pub(crate) trait Engine: Send {
    /// Begins a transaction.
    fn begin(&mut self, purpose: Purpose) -> Result<(), StorageError>;
    /// Makes it durable.
    fn commit(&mut self) -> Result<(), StorageError>;
    /// Undoes it; a connection that is lost has already done so.
    fn rollback(&mut self);
    /// Within a transaction that writes: keeps others that lock the same tenant waiting.
    fn lock(&mut self, tenant: &str) -> Result<(), StorageError>;
    /// Runs a statement, and says how many rows it concerned.
    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StorageError>;
    /// Runs a query, row by row, until the visitor breaks off.
    fn query(&mut self, sql: &str, values: &[Value<'_>], visit: &mut Visitor<'_>) -> Result<(), StorageError>;
    /// Runs statements of a migration, written with `BLOB` and `INTEGER`.
    fn define(&mut self, sql: &str) -> Result<(), StorageError>;
    /// Tells the other nodes, once committed, that there is news.
    fn announce(&mut self) -> Result<(), StorageError>;
    /// Waits until another connection may have committed, or the time is up.
    fn wait_for_news(&mut self, timeout: Duration) -> Result<bool, StorageError>;
    /// After a disposal: removes what the database itself keeps of deleted rows.
    fn scrub(&mut self) -> Result<(), StorageError>;
    /// Whether an error means that another transaction got there first.
    fn lost_a_race(&self, error: &StorageError) -> bool;
}

/// What a query does with each row.
pub(crate) type Visitor<'v> = dyn FnMut(&Row<'_>) -> Result<ControlFlow<()>, StorageError> + 'v;

/// Connects to the database a URL names; `None` for a scheme nobody knows.
pub(crate) fn connect(url: &str) -> Option<Result<Box<dyn Engine>, StorageError>> {
    if let Some(path) = url.strip_prefix("sqlite:") {
        let path = path.strip_prefix("//").unwrap_or(path);
        return Some(sqlite::Sqlite::open(path).map(|engine| Box::new(engine) as Box<dyn Engine>));
    }
    if url.starts_with("postgres://") || url.starts_with("postgresql://") {
        return Some(postgres::Postgres::open(url).map(|engine| Box::new(engine) as Box<dyn Engine>));
    }
    None
}

/// One row of a query that gives at most one.
pub(crate) fn one<T>(
    engine: &mut dyn Engine,
    sql: &str,
    values: &[Value<'_>],
    mut read: impl FnMut(&Row<'_>) -> Result<T, StorageError>,
) -> Result<Option<T>, StorageError> {
    let mut found = None;
    engine.query(sql, values, &mut |row| {
        found = Some(read(row)?);
        Ok(ControlFlow::Break(()))
    })?;
    Ok(found)
}

/// All rows of a query.
pub(crate) fn all<T>(
    engine: &mut dyn Engine,
    sql: &str,
    values: &[Value<'_>],
    mut read: impl FnMut(&Row<'_>) -> Result<T, StorageError>,
) -> Result<Vec<T>, StorageError> {
    let mut found = Vec::new();
    engine.query(sql, values, &mut |row| {
        found.push(read(row)?);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

/// Runs `work` in a transaction: all of it, or nothing.
pub(crate) fn transact<T, E: From<StorageError>>(
    engine: &mut dyn Engine,
    purpose: Purpose,
    work: impl FnOnce(&mut dyn Engine) -> Result<T, E>,
) -> Result<T, E> {
    let begun = engine.begin(purpose).map_err(E::from);
    let done = begun.and_then(|()| work(engine)).and_then(|value| {
        engine.commit()?;
        Ok(value)
    });
    if done.is_err() {
        engine.rollback();
    }
    done
}

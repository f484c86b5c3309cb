//! The ledger in PostgreSQL, shared by any number of nodes.

use super::{Engine, Purpose, Row, StorageError, Value, Visitor, encryption};
use ::postgres::error::SqlState;
use ::postgres::fallible_iterator::FallibleIterator;
use ::postgres::types::{FromSql, ToSql, Type};
use ::postgres::{Client, Statement};
use std::collections::HashMap;
use std::error::Error;
use std::time::{Duration, Instant};

/// The channel nodes tell each other on.
const CHANNEL: &str = "styrbord_ledger";
/// The key all nodes lock while they migrate: "styrbord" in ASCII.
const MIGRATION_LOCK: i64 = 0x7374_7972_626f_7264;
/// How long to trust that a notification would have come.
const GLANCE: Duration = Duration::from_secs(2);

pub(super) struct Postgres {
    url: String,
    client: Client,
    statements: HashMap<String, Statement>,
    /// Our own server process: its notifications are no news to us.
    process: i32,
    /// Whether a transaction has begun and not ended.
    transacting: bool,
    /// Whether this connection listens; only one that waits does.
    listens: bool,
    /// The tail of the ledgers when we last looked ourselves.
    seen: String,
}

impl Postgres {
    pub(super) fn open(url: &str) -> Result<Self, StorageError> {
        let (client, process) = connect(url)?;
        Ok(Self {
            url: url.to_owned(),
            client,
            statements: HashMap::new(),
            process,
            transacting: false,
            listens: false,
            seen: String::new(),
        })
    }

    /// Connects anew where the server has closed the connection; never within a
    /// transaction, whose later half must not stand alone.
    fn revive(&mut self) -> Result<(), StorageError> {
        if self.client.is_closed() && !self.transacting {
            let (client, process) = connect(&self.url)?;
            (self.client, self.process) = (client, process);
            self.statements.clear();
            self.listens = false;
        }
        Ok(())
    }

    fn statement(&mut self, sql: &str) -> Result<Statement, StorageError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        // PostgreSQL numbers its parameters $1, $2 …
        let statement = self.client.prepare(&sql.replace('?', "$"))?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    /// Each ledger's size, as one text to compare.
    fn tails(&mut self) -> Result<String, StorageError> {
        const TAILS: &str = "SELECT coalesce(string_agg(tenant || ' ' || size, ',' ORDER BY tenant), '') \
             FROM (SELECT tenant, max(size) AS size FROM ledger_checkpoint GROUP BY tenant) AS tail";
        Ok(self.client.query_one(TAILS, &[])?.try_get(0)?)
    }

    /// Whether another node's notification came within `timeout`.
    fn notified(&mut self, timeout: Duration) -> Result<bool, StorageError> {
        let process = self.process;
        let mut notifications = self.client.notifications();
        let mut heard = notifications.timeout_iter(timeout);
        while let Some(notification) = heard.next()? {
            if notification.process_id() != process {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn connect(url: &str) -> Result<(Client, i32), StorageError> {
    let mut client = encryption::connect(url)?;
    // An acknowledged act is on disk, whatever the server's default is.
    let row = client.query_one(
        "SELECT pg_backend_pid(), current_setting('fsync'), \
         CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', false) END",
        &[],
    )?;
    if row.try_get::<_, String>(1)? == "off" {
        tracing::warn!("this PostgreSQL runs with fsync off: acknowledged acts may be lost when the machine fails");
    }
    Ok((client, row.try_get(0)?))
}

impl Engine for Postgres {
    fn begin(&mut self, purpose: Purpose) -> Result<(), StorageError> {
        let begin = match purpose {
            Purpose::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Purpose::Write | Purpose::Migrate => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
        };
        self.revive()?;
        if let Err(error) = self.client.batch_execute(begin) {
            // That the server has closed the connection shows at the first use.
            if !self.client.is_closed() {
                return Err(error.into());
            }
            self.revive()?;
            self.client.batch_execute(begin)?;
        }
        self.transacting = true;
        if purpose == Purpose::Migrate {
            self.client.execute("SELECT pg_advisory_xact_lock($1)", &[&MIGRATION_LOCK])?;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), StorageError> {
        self.client.batch_execute("COMMIT")?;
        self.transacting = false;
        Ok(())
    }

    fn rollback(&mut self) {
        self.transacting = false;
        if !self.client.is_closed()
            && let Err(error) = self.client.batch_execute("ROLLBACK")
        {
            tracing::warn!(%error, "PostgreSQL could not roll back");
        }
    }

    fn lock(&mut self, tenant: &str) -> Result<(), StorageError> {
        self.client.execute("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", &[&tenant])?;
        Ok(())
    }

    fn execute(&mut self, sql: &str, values: &[Value<'_>]) -> Result<u64, StorageError> {
        self.revive()?;
        let statement = self.statement(sql)?;
        let parameters: Vec<_> = values.iter().map(parameter).collect();
        Ok(self.client.execute(&statement, &parameters)?)
    }

    fn query(&mut self, sql: &str, values: &[Value<'_>], visit: &mut Visitor<'_>) -> Result<(), StorageError> {
        self.revive()?;
        let statement = self.statement(sql)?;
        let mut rows = self.client.query_raw(&statement, values.iter().map(parameter))?;
        while let Some(row) = rows.next()? {
            if visit(&Row::Postgres(&row))?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn define(&mut self, sql: &str) -> Result<(), StorageError> {
        Ok(self.client.batch_execute(&sql.replace(" BLOB", " BYTEA").replace(" INTEGER", " BIGINT"))?)
    }

    fn announce(&mut self) -> Result<(), StorageError> {
        self.execute(&format!("NOTIFY {CHANNEL}"), &[])?;
        Ok(())
    }

    fn wait_for_news(&mut self, timeout: Duration) -> Result<bool, StorageError> {
        self.revive()?;
        if !self.listens {
            self.client.batch_execute(&format!("LISTEN {CHANNEL}"))?;
            self.listens = true;
        }
        let start = Instant::now();
        loop {
            // The look of our own is the net under notifications, which a
            // broken connection or a pooling proxy may lose.
            let tails = self.tails()?;
            if tails != self.seen {
                self.seen = tails;
                return Ok(true);
            }
            let left = timeout.saturating_sub(start.elapsed());
            if self.notified(left.min(GLANCE))? {
                self.seen = self.tails()?;
                return Ok(true);
            }
            if start.elapsed() >= timeout {
                return Ok(false);
            }
        }
    }

    fn scrub(&mut self) -> Result<(), StorageError> {
        Ok(self.client.batch_execute("VACUUM ledger_payload")?)
    }

    fn lost_a_race(&self, error: &StorageError) -> bool {
        const RACES: [SqlState; 3] = [SqlState::UNIQUE_VIOLATION, SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED];
        matches!(error, StorageError::Postgres(error) if error.code().is_some_and(|code| RACES.contains(code)))
    }
}

/// The value as this driver takes it.
fn parameter<'v>(value: &'v Value<'v>) -> &'v (dyn ToSql + Sync) {
    match value {
        Value::Int(number) => number,
        Value::Text(text) => text,
        Value::MaybeText(text) => text,
        Value::Bytes(bytes) => bytes,
    }
}

/// The bytes of a text or a blob, which PostgreSQL sends alike.
struct Raw<'a>(&'a [u8]);

impl<'a> FromSql<'a> for Raw<'a> {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(raw))
    }

    fn accepts(kind: &Type) -> bool {
        [Type::TEXT, Type::BYTEA].contains(kind)
    }
}

pub(super) fn bytes(row: &::postgres::Row, column: usize) -> Result<Option<&[u8]>, StorageError> {
    Ok(row.try_get::<_, Option<Raw<'_>>>(column)?.map(|raw| raw.0))
}

//! The store: one connection to the database that holds the ledgers.

mod append;
mod blob;
mod copy;
mod migrations;
mod prove;
mod rekey;
mod shelf;
mod snapshot;
mod verify;

pub use append::{AppendError, Appended};
pub use copy::CopyError;
pub use prove::ProofError;
pub use snapshot::Snapshot;

use crate::engine::{self, Engine, Purpose, Row, StorageError, Value, all, one};
use crate::entry::Entry;
use crate::key::SigningKey;
use crate::note::{VerifierKey, origin};
use crate::randomness::{Randomness, SystemRandomness};
use crate::tree::{Frontier, Hash};
use jiff::Timestamp;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::time::Duration;

/// One connection. Several may be open on one database, in one process or many.
pub struct Store {
    engine: Box<dyn Engine>,
    key: SigningKey,
    /// Whether `key` is the one heads are to be signed with, or one made for reading only.
    has_key: bool,
    randomness: Box<dyn Randomness>,
    /// The heads this connection signed last, by tenant.
    trusted: HashMap<String, Head>,
}

/// Why a store does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The URL names no database we know.
    #[error("{0:?} is neither sqlite:PATH nor postgres://…")]
    UnknownScheme(String),
    /// A newer Styrbord has been here.
    #[error("the database has form {found}, this program knows up to {known}: use the newer program")]
    Newer {
        /// The form the database has.
        found: u64,
        /// The newest form this program knows.
        known: u64,
    },
    /// The database cannot be reached, read or written.
    #[error(transparent)]
    Storage(StorageError),
}

/// The newest state of a tenant's ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are; the newest has this number.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
    /// When the newest entry was made; the next may not be earlier.
    pub at: Option<Timestamp>,
    /// The signed checkpoint; empty before the first entry.
    pub note: String,
}

impl Head {
    fn empty() -> Self {
        Self { size: 0, root: Frontier::default().root(), at: None, note: String::new() }
    }
}

impl Store {
    /// Opens `sqlite:PATH` or `postgres://…`, and makes the tables it lacks.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open(url: &str, key: SigningKey) -> Result<Self, OpenError> {
        Self::open_with(url, key, Box::new(SystemRandomness))
    }

    /// As [`Store::open`], with salts from a source of your choice.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open_with(url: &str, key: SigningKey, randomness: Box<dyn Randomness>) -> Result<Self, OpenError> {
        // Only the scheme is repeated: what follows may hold a password.
        let unknown = || OpenError::UnknownScheme(url.split(':').next().unwrap_or_default().to_owned());
        let mut engine = engine::connect(url).ok_or_else(unknown)??;
        migrations::run(&mut *engine)?;
        Ok(Self { engine, key, has_key: true, randomness, trusted: HashMap::new() })
    }

    /// Opens a database to read, verify or copy it, where the key that signs it is not at hand. Its heads
    /// are then held to the public keys that the database itself names; whoever asks must know those.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open_without_key(url: &str) -> Result<Self, OpenError> {
        let mut secret = [0; 32];
        SystemRandomness.fill(&mut secret).map_err(StorageError::Randomness)?;
        Ok(Self { has_key: false, ..Self::open(url, SigningKey::from_bytes(&secret))? })
    }

    /// The public keys a tenant's heads have been signed with, as the database names them.
    ///
    /// # Errors
    /// The database fails.
    pub fn signers(&mut self, tenant: &str) -> Result<Vec<String>, StorageError> {
        let sql = "SELECT verifier FROM ledger_key WHERE tenant = ?1 ORDER BY verifier";
        all(&mut *self.engine, sql, &[Value::Text(tenant)], |row| Ok(row.text(0)?.to_owned()))
    }

    /// The tenants that have entries, by name.
    ///
    /// # Errors
    /// The database fails.
    pub fn tenants(&mut self) -> Result<Vec<String>, StorageError> {
        let sql = "SELECT DISTINCT tenant FROM ledger_checkpoint";
        let mut tenants = all(&mut *self.engine, sql, &[], |row| Ok(row.text(0)?.to_owned()))?;
        tenants.sort_unstable(); // here, since databases differ in how they order text
        Ok(tenants)
    }

    /// How many entries a tenant has.
    ///
    /// # Errors
    /// The database fails.
    pub fn size(&mut self, tenant: &str) -> Result<u64, StorageError> {
        size(&mut *self.engine, tenant)
    }

    /// The newest state of a tenant's ledger.
    ///
    /// # Errors
    /// The database fails, or the newest rows are damaged.
    pub fn head(&mut self, tenant: &str) -> Result<Head, StorageError> {
        let newest = self.select_heads(tenant, "ORDER BY c.size DESC LIMIT 1")?;
        Ok(newest.into_iter().next().unwrap_or_else(Head::empty))
    }

    /// The signed heads that are kept, oldest first: the last of each day, and the newest.
    ///
    /// # Errors
    /// The database fails, or a head is damaged.
    pub fn heads(&mut self, tenant: &str) -> Result<Vec<Head>, StorageError> {
        self.select_heads(tenant, "ORDER BY c.size")
    }

    fn select_heads(&mut self, tenant: &str, order: &str) -> Result<Vec<Head>, StorageError> {
        let sql = format!(
            "SELECT c.size, c.note, c.frontier, e.line FROM ledger_checkpoint AS c \
             JOIN ledger_entry AS e ON e.tenant = c.tenant AND e.seq = c.size WHERE c.tenant = ?1 {order}"
        );
        all(&mut *self.engine, &sql, &[Value::Text(tenant)], |row| {
            let size = row.number(0)?;
            let frontier = Frontier::from_bytes(size, row.bytes(2)?)
                .ok_or_else(|| StorageError::Damaged(format!("the frontier of {tenant} at {size}")))?;
            let at = Some(entry(row.bytes(3)?)?.at);
            Ok(Head { size, root: frontier.root(), at, note: row.text(1)?.to_owned() })
        })
    }

    /// The public key a tenant's heads are signed with now.
    #[must_use]
    pub fn verifier(&self, tenant: &str) -> VerifierKey {
        self.key.verifier(&origin(tenant))
    }

    /// Reads entries in order from number `from`, at most `limit` of them, each
    /// with its payload, or `None` where that has been disposed of. Rows stream:
    /// a ledger of any size is read in constant memory. Nothing is verified here.
    ///
    /// # Errors
    /// The database fails, or the first error of `visit`, which ends the reading.
    pub fn read<E: From<StorageError>>(
        &mut self,
        tenant: &str,
        from: u64,
        limit: u64,
        mut visit: impl FnMut(Entry, Option<&[u8]>) -> Result<(), E>,
    ) -> Result<(), E> {
        const FROM: &str = "SELECT e.line, p.body FROM ledger_entry AS e \
             LEFT JOIN ledger_payload AS p ON p.tenant = e.tenant AND p.seq = e.seq \
             WHERE e.tenant = ?1 AND e.seq >= ?2 ORDER BY e.seq LIMIT ?3";
        let values = [Value::Text(tenant), Value::number(from), Value::number(limit)];
        visiting(&mut *self.engine, FROM, &values, |row| visit(entry(row.bytes(0)?)?, row.maybe_bytes(1)?))
    }

    /// Reads the first `size` entries exactly as they lie.
    pub(crate) fn export<E: From<StorageError>>(
        &mut self,
        tenant: &str,
        size: u64,
        mut visit: impl FnMut(Exported<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        const EXPORT: &str = "SELECT e.seq, e.line, e.leaf, p.salt, p.body FROM ledger_entry AS e \
             LEFT JOIN ledger_payload AS p ON p.tenant = e.tenant AND p.seq = e.seq \
             WHERE e.tenant = ?1 AND e.seq <= ?2 ORDER BY e.seq";
        visiting(&mut *self.engine, EXPORT, &[Value::Text(tenant), Value::number(size)], |row| {
            let payload = row.maybe_bytes(3)?.zip(row.maybe_bytes(4)?);
            visit(Exported { seq: row.number(0)?, line: row.bytes(1)?, leaf: row.bytes(2)?, payload })
        })
    }

    /// Does work that reads several times and must see the same ledger each time.
    pub(crate) fn at_one_moment<T, E: From<StorageError>>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.engine.begin(Purpose::Read)?;
        let done = work(self);
        self.engine.rollback(); // nothing was written
        done
    }

    /// The key that signs.
    pub(crate) fn key(&self) -> &SigningKey {
        &self.key
    }

    /// Waits until another connection may have appended, or `timeout` is up;
    /// says which. It may wake for nothing: look at [`Store::size`].
    ///
    /// # Errors
    /// The database fails.
    pub fn wait_for_news(&mut self, timeout: Duration) -> Result<bool, StorageError> {
        self.engine.wait_for_news(timeout)
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").finish_non_exhaustive()
    }
}

/// An entry's row with its payload's: salt and body.
pub(crate) struct Exported<'a> {
    pub(crate) seq: u64,
    pub(crate) line: &'a [u8],
    pub(crate) leaf: &'a [u8],
    pub(crate) payload: Option<(&'a [u8], &'a [u8])>,
}

/// Runs a query for a visitor with errors of its own; its first ends the reading.
fn visiting<E: From<StorageError>>(
    engine: &mut dyn Engine,
    sql: &str,
    values: &[Value<'_>],
    mut visit: impl FnMut(&Row<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let mut refused = None;
    engine.query(sql, values, &mut |row| match visit(row) {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) => {
            refused = Some(error);
            Ok(ControlFlow::Break(()))
        }
    })?;
    refused.map_or(Ok(()), Err)
}

fn size(engine: &mut dyn Engine, tenant: &str) -> Result<u64, StorageError> {
    let sql = "SELECT coalesce(max(size), 0) FROM ledger_checkpoint WHERE tenant = ?1";
    Ok(one(engine, sql, &[Value::Text(tenant)], |row| row.number(0))?.unwrap_or(0))
}

/// Reads an entry's line; whether it is canonical, and what was signed, is for `verify` to say.
fn entry(line: &[u8]) -> Result<Entry, StorageError> {
    serde_json::from_slice(line).map_err(|error| StorageError::Damaged(format!("an entry that cannot be read: {error}")))
}

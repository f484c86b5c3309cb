//! Snapshots of the value folded so far: a cache, never the truth.

use super::{Store, entry, size};
use crate::engine::{Engine, Purpose, StorageError, Value, all, transact};
use crate::tree::Hash;
use sha2::{Digest, Sha256};
use std::ops::ControlFlow;

/// How many snapshots of each format a tenant keeps.
const KEPT: usize = 3;

/// A value folded from all entries up to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The last entry folded into it.
    pub seq: u64,
    /// The value, in the form its writer named.
    pub body: Vec<u8>,
}

impl Store {
    /// Saves a snapshot, and says whether it did; of each format the last few are
    /// kept. One that reaches beyond the ledger is not saved, nor one older than a
    /// disposal: it may hold what was disposed of while it was made.
    ///
    /// # Errors
    /// The database fails.
    pub fn save_snapshot(&mut self, tenant: &str, seq: u64, format: &str, body: &[u8]) -> Result<bool, StorageError> {
        const SAVE: &str = "INSERT INTO ledger_snapshot (tenant, format, seq, digest, body) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (tenant, format, seq) DO UPDATE SET digest = excluded.digest, body = excluded.body";
        const KEPT_SEQS: &str = "SELECT seq FROM ledger_snapshot WHERE tenant = ?1 AND format = ?2 ORDER BY seq DESC";
        const THIN: &str = "DELETE FROM ledger_snapshot WHERE tenant = ?1 AND format = ?2 AND seq = ?3";
        let digest = digest(tenant, format, seq, body);
        transact(&mut *self.engine, Purpose::Write, |engine| {
            engine.lock(tenant)?;
            if seq > size(engine, tenant)? || disposed_since(engine, tenant, seq)? {
                return Ok(false);
            }
            let (tenant, format) = (Value::Text(tenant), Value::Text(format));
            let values = [tenant, format, Value::number(seq), Value::Bytes(digest.as_bytes()), Value::Bytes(body)];
            engine.execute(SAVE, &values)?;
            let seqs = all(engine, KEPT_SEQS, &[tenant, format], |row| row.number(0))?;
            for old in seqs.into_iter().skip(KEPT) {
                engine.execute(THIN, &[tenant, format, Value::number(old)])?;
            }
            Ok(true)
        })
    }

    /// The newest snapshot of a format that is still what was saved.
    ///
    /// # Errors
    /// The database fails.
    pub fn newest_snapshot(&mut self, tenant: &str, format: &str) -> Result<Option<Snapshot>, StorageError> {
        const NEWEST: &str = "SELECT seq, digest, body FROM ledger_snapshot WHERE tenant = ?1 AND format = ?2 ORDER BY seq DESC";
        let mut newest = None;
        self.engine.query(NEWEST, &[Value::Text(tenant), Value::Text(format)], &mut |row| {
            let (seq, body) = (row.number(0)?, row.bytes(2)?);
            if row.bytes(1)? != digest(tenant, format, seq, body).as_bytes() {
                tracing::warn!(tenant, format, seq, "a snapshot is not what was saved; passed over");
                return Ok(ControlFlow::Continue(()));
            }
            newest = Some(Snapshot { seq, body: body.to_vec() });
            Ok(ControlFlow::Break(()))
        })?;
        Ok(newest)
    }
}

/// Whether an entry after `seq` disposes of anything.
fn disposed_since(engine: &mut dyn Engine, tenant: &str, seq: u64) -> Result<bool, StorageError> {
    let mut found = false;
    let sql = "SELECT line FROM ledger_entry WHERE tenant = ?1 AND seq > ?2 ORDER BY seq";
    engine.query(sql, &[Value::Text(tenant), Value::number(seq)], &mut |row| {
        found |= !entry(row.bytes(0)?)?.disposes.is_empty();
        Ok(if found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    Ok(found)
}

/// Binds the value to its place, so that one cannot be passed off as another.
pub(super) fn digest(tenant: &str, format: &str, seq: u64, body: &[u8]) -> Hash {
    let place = format!("{tenant}\n{format}\n{seq}\n");
    Hash::from(<[u8; 32]>::from(Sha256::new().chain_update(place).chain_update(body).finalize()))
}

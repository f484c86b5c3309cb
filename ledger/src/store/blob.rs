//! Blobs: large files, found by their SHA-256, which the ledger's entries hold. A file goes with the last
//! payload that names it.

use super::Store;
use crate::engine::{Engine, StorageError, Value, one};
use crate::tree::Hash;
use std::collections::HashSet;
use std::ops::ControlFlow;

impl Store {
    /// Keeps a file, and gives the hash it is found by. The same file twice is kept once.
    ///
    /// # Errors
    /// The database fails.
    pub fn put_blob(&mut self, body: &[u8]) -> Result<Hash, StorageError> {
        let digest = Hash::of(body);
        let values = [Value::Bytes(digest.as_bytes()), Value::Bytes(body)];
        self.engine.execute("INSERT INTO blob (digest, body) VALUES (?1, ?2) ON CONFLICT DO NOTHING", &values)?;
        Ok(digest)
    }

    /// A file by its hash, where it is kept.
    ///
    /// # Errors
    /// The database fails, or what it keeps is not what was put there.
    pub fn blob(&mut self, digest: Hash) -> Result<Option<Vec<u8>>, StorageError> {
        let values = [Value::Bytes(digest.as_bytes())];
        let body = one(&mut *self.engine, "SELECT body FROM blob WHERE digest = ?1", &values, |row| Ok(row.bytes(0)?.to_vec()))?;
        match body {
            Some(body) if Hash::of(&body) != digest => Err(StorageError::Damaged(format!("the file {digest}"))),
            body => Ok(body),
        }
    }

    /// Forgets a file; says whether there was one. For when no payload that
    /// names it is left.
    ///
    /// # Errors
    /// The database fails.
    pub fn remove_blob(&mut self, digest: Hash) -> Result<bool, StorageError> {
        Ok(self.engine.execute("DELETE FROM blob WHERE digest = ?1", &[Value::Bytes(digest.as_bytes())])? > 0)
    }
}

/// The hashes a payload names: every text in it that can be one, whatever it stands under. What the payload
/// means is for others to know; that a file it may speak of is kept is safe, and that one it does not speak
/// of goes is right.
pub(super) fn named(payload: &[u8]) -> impl Iterator<Item = Hash> {
    let texts = payload.split(|byte| *byte == b'"').filter(|text| text.len() == 64);
    texts.filter_map(|text| Hash::from_hex(std::str::from_utf8(text).ok()?))
}

/// Forgets those of some files that no payload of any tenant names any longer.
pub(super) fn forget_unnamed(engine: &mut dyn Engine, mut files: HashSet<Hash>) -> Result<(), StorageError> {
    if files.is_empty() {
        return Ok(());
    }
    engine.query("SELECT body FROM ledger_payload", &[], &mut |row| {
        for file in named(row.bytes(0)?) {
            files.remove(&file);
        }
        Ok(if files.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    for file in files {
        engine.execute("DELETE FROM blob WHERE digest = ?1", &[Value::Bytes(file.as_bytes())])?;
    }
    Ok(())
}

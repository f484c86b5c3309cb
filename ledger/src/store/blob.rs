//! Blobs: large files, found by their SHA-256, which the ledger's entries hold.

use super::Store;
use crate::engine::{StorageError, Value, one};
use crate::tree::Hash;

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

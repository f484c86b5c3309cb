//! Shelves: rows beside the ledger that may be changed and removed.
//!
//! For what must be forgettable or is of the moment: the people directory,
//! sessions, drafts. They take no part in the tree.

use super::Store;
use crate::engine::{StorageError, Value, all, one};

impl Store {
    /// Puts a row on a shelf, in place of the one with the same id.
    ///
    /// # Errors
    /// The database fails.
    pub fn put(&mut self, tenant: &str, shelf: &str, id: &str, body: &[u8]) -> Result<(), StorageError> {
        const PUT: &str = "INSERT INTO shelf (tenant, shelf, id, body) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (tenant, shelf, id) DO UPDATE SET body = excluded.body";
        let values = [Value::Text(tenant), Value::Text(shelf), Value::Text(id), Value::Bytes(body)];
        self.engine.execute(PUT, &values)?;
        Ok(())
    }

    /// A row, where there is one. An id that no row can have, such as one with a
    /// NUL that somebody forged, finds nothing.
    ///
    /// # Errors
    /// The database fails.
    pub fn get(&mut self, tenant: &str, shelf: &str, id: &str) -> Result<Option<Vec<u8>>, StorageError> {
        if id.contains('\0') {
            return Ok(None);
        }
        const GET: &str = "SELECT body FROM shelf WHERE tenant = ?1 AND shelf = ?2 AND id = ?3";
        let values = [Value::Text(tenant), Value::Text(shelf), Value::Text(id)];
        one(&mut *self.engine, GET, &values, |row| Ok(row.bytes(0)?.to_vec()))
    }

    /// All rows of a shelf, in the order of their ids' code points.
    ///
    /// # Errors
    /// The database fails.
    pub fn all(&mut self, tenant: &str, shelf: &str) -> Result<Vec<(String, Vec<u8>)>, StorageError> {
        const ALL: &str = "SELECT id, body FROM shelf WHERE tenant = ?1 AND shelf = ?2";
        let values = [Value::Text(tenant), Value::Text(shelf)];
        let mut rows = all(&mut *self.engine, ALL, &values, |row| Ok((row.text(0)?.to_owned(), row.bytes(1)?.to_vec())))?;
        rows.sort_unstable(); // here, since databases differ in how they order text
        Ok(rows)
    }

    /// Takes a row away; says whether there was one.
    ///
    /// # Errors
    /// The database fails.
    pub fn remove(&mut self, tenant: &str, shelf: &str, id: &str) -> Result<bool, StorageError> {
        const REMOVE: &str = "DELETE FROM shelf WHERE tenant = ?1 AND shelf = ?2 AND id = ?3";
        let values = [Value::Text(tenant), Value::Text(shelf), Value::Text(id)];
        Ok(self.engine.execute(REMOVE, &values)? > 0)
    }
}

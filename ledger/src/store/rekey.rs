//! Changing the key that signs.

use super::append::{AppendError, Tail, save_key};
use super::{Store, origin};
use crate::engine::{Engine, Purpose, StorageError, Value, all, transact};
use crate::key::SigningKey;
use crate::note::Checkpoint;

impl Store {
    /// Signs the newest head of every ledger anew, with another key, and uses
    /// that from now on. The present key must be at hand: it says that the heads
    /// are genuine. Earlier heads keep their signatures. Every other node must be
    /// stopped meanwhile, and started with the new key.
    ///
    /// # Errors
    /// A head the present key did not sign, or the database fails.
    pub fn change_key(&mut self, new: SigningKey) -> Result<(), AppendError> {
        let tenants = self.tenants()?;
        let (old, engine) = (&self.key, &mut *self.engine);
        transact(engine, Purpose::Write, |engine| tenants.iter().try_for_each(|tenant| resign(engine, tenant, old, &new)))?;
        self.key = new;
        self.trusted.clear();
        Ok(())
    }
}

fn resign(engine: &mut dyn Engine, tenant: &str, old: &SigningKey, new: &SigningKey) -> Result<(), AppendError> {
    let old = old.verifier(&origin(tenant));
    let tail = Tail::load(engine, tenant, &old, None)?;
    let (size, root) = (tail.frontier.size(), tail.frontier.root());
    let note = Checkpoint { size, root }.sign(tenant, new);
    let values = [Value::Text(tenant), Value::number(size), Value::Text(&note)];
    engine.execute("UPDATE ledger_checkpoint SET note = ?3 WHERE tenant = ?1 AND size = ?2", &values)?;
    save_key(engine, tenant, new)?;
    // A key none of whose heads remain is forgotten.
    let heads = "SELECT note FROM ledger_checkpoint WHERE tenant = ?1";
    let still_signs = all(engine, heads, &[Value::Text(tenant)], |row| Ok(Checkpoint::open(row.bytes(0)?, &old).is_ok()))?;
    if !still_signs.contains(&true) {
        forget(engine, tenant, &old.to_string())?;
    }
    Ok(())
}

fn forget(engine: &mut dyn Engine, tenant: &str, key: &str) -> Result<(), StorageError> {
    let values = [Value::Text(tenant), Value::Text(key)];
    engine.execute("DELETE FROM ledger_key WHERE tenant = ?1 AND verifier = ?2", &values)?;
    Ok(())
}

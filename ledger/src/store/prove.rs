//! Proofs from the live database: for those who hold a head, and need not trust us.

use super::Store;
use crate::engine::{StorageError, Value, all};
use crate::tree::{Frontier, Hash, consistency, inclusion};

/// Why there is no proof.
#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    /// The question reaches outside the ledger.
    #[error("the ledger has {size} entries: the question reaches outside it")]
    Outside {
        /// How many entries there are.
        size: u64,
    },
    /// The database fails.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Store {
    /// The proof that entry `seq` is in the tree of the first `size` entries; see
    /// [`crate::tree::inclusion_holds`], which counts leaves from 0.
    ///
    /// # Errors
    /// `seq` is not among the first `size`, there are not that many, or the database fails.
    pub fn prove_inclusion(&mut self, tenant: &str, seq: u64, size: u64) -> Result<Vec<Hash>, ProofError> {
        if seq == 0 || seq > size {
            return Err(ProofError::Outside { size: self.size(tenant)? });
        }
        let leaves = self.leaves(tenant, size)?;
        let index = usize::try_from(seq - 1).map_err(|_| ProofError::Outside { size })?;
        Ok(inclusion(&leaves, index))
    }

    /// The proof that the tree of `new` entries grew out of that of `old`; see
    /// [`crate::tree::consistency_holds`].
    ///
    /// # Errors
    /// `old` is beyond `new`, `new` beyond the ledger, or the database fails.
    pub fn prove_consistency(&mut self, tenant: &str, old: u64, new: u64) -> Result<Vec<Hash>, ProofError> {
        if old > new {
            return Err(ProofError::Outside { size: self.size(tenant)? });
        }
        let leaves = self.leaves(tenant, new)?;
        let old = usize::try_from(old).map_err(|_| ProofError::Outside { size: new })?;
        Ok(consistency(&leaves, old))
    }

    /// The root of the tree of the first `size` entries: what a head signed then would have said.
    ///
    /// # Errors
    /// There are not that many entries, or the database fails.
    pub fn root_at(&mut self, tenant: &str, size: u64) -> Result<Hash, ProofError> {
        let mut tree = Frontier::default();
        self.leaves(tenant, size)?.into_iter().for_each(|leaf| tree.push(leaf));
        Ok(tree.root())
    }

    fn leaves(&mut self, tenant: &str, size: u64) -> Result<Vec<Hash>, ProofError> {
        let sql = "SELECT leaf FROM ledger_entry WHERE tenant = ?1 AND seq <= ?2 ORDER BY seq";
        let leaves = all(&mut *self.engine, sql, &[Value::Text(tenant), Value::number(size)], |row| {
            let leaf: [u8; 32] = row.bytes(0)?.try_into().map_err(|_| StorageError::Damaged("a leaf hash".to_owned()))?;
            Ok(Hash::from(leaf))
        })?;
        if leaves.len() as u64 == size { Ok(leaves) } else { Err(ProofError::Outside { size: leaves.len() as u64 }) }
    }
}

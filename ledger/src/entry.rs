//! An entry of the ledger, and the draft it is made from.

use crate::canonical::{Canonical, CanonicalError};
use crate::tree::Hash;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// One entry. Its canonical JSON, keys in this order, is the leaf of the tree.
///
/// It holds no names of people: `actor` is an opaque id, and what was done lies
/// in the payload, which can be disposed of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    // Declared in the order of their code points: that makes plain serialising canonical.
    /// What was done, a dotted name such as `fund.application.submit`.
    pub act: String,
    /// Who did it: an id, never a name.
    pub actor: String,
    /// When, in UTC; never earlier than the entry before.
    pub at: Timestamp,
    /// SHA-256 of salt ‖ canonical payload.
    pub commitment: Hash,
    /// The decision under which `disposes` were disposed of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Earlier entries whose payloads this entry disposes of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disposes: Vec<u64>,
    /// A key that may occur once in a tenant's ledger, so that a form sent twice is recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once: Option<String>,
    /// Its number among the tenant's entries, from 1.
    pub seq: u64,
    /// Whose ledger it stands in.
    pub tenant: String,
}

impl Entry {
    /// The leaf's bytes: the entry's canonical JSON.
    #[must_use]
    pub fn line(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("an entry holds only text, integers and time")
    }

    /// Reads a leaf's bytes, and holds them to the canonical form.
    ///
    /// # Errors
    /// Bytes that are no entry, or an entry written in another way.
    pub fn from_line(line: &[u8]) -> Result<Self, CanonicalError> {
        let entry: Self = serde_json::from_slice(line)?;
        if entry.line() == line { Ok(entry) } else { Err(CanonicalError::NotCanonical) }
    }
}

/// An entry before the ledger has numbered it.
#[derive(Clone, Debug)]
pub struct Draft {
    /// When; the ledger refuses a time earlier than its last entry.
    pub at: Timestamp,
    /// Who: an opaque id.
    pub actor: String,
    /// What, a dotted name.
    pub act: String,
    /// What it says, kept beside the entry until disposed of.
    pub payload: Canonical,
    /// See [`Entry::once`].
    pub once: Option<String>,
    /// Payloads to dispose of, and the decision that allows it.
    pub disposes: Option<(Vec<u64>, String)>,
}

impl Draft {
    /// A draft that says `payload`.
    ///
    /// # Errors
    /// A payload with a floating-point number in it, or that JSON cannot hold.
    pub fn new(at: Timestamp, actor: impl Into<String>, act: impl Into<String>, payload: &impl Serialize) -> Result<Self, CanonicalError> {
        Ok(Self { at, actor: actor.into(), act: act.into(), payload: Canonical::of(payload)?, once: None, disposes: None })
    }

    /// With a key that may occur only once in the tenant's ledger.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.once = Some(key.into());
        self
    }

    /// Disposing of the payloads of earlier entries, under a decision.
    #[must_use]
    pub fn disposing(mut self, entries: Vec<u64>, decision: impl Into<String>) -> Self {
        self.disposes = Some((entries, decision.into()));
        self
    }

    /// The entry this draft becomes at `seq`, its payload committed to with `salt`.
    pub(crate) fn entry(&self, tenant: &str, seq: u64, salt: &[u8]) -> Entry {
        let (disposes, decision) = self.disposes.clone().unzip();
        Entry {
            act: self.act.clone(),
            actor: self.actor.clone(),
            at: self.at,
            commitment: commitment(salt, self.payload.as_bytes()),
            decision,
            disposes: disposes.unwrap_or_default(),
            once: self.once.clone(),
            seq,
            tenant: tenant.to_owned(),
        }
    }
}

/// SHA-256 of salt ‖ payload: binds the entry to its payload without telling it.
#[must_use]
pub(crate) fn commitment(salt: &[u8], payload: &[u8]) -> Hash {
    Hash::from(<[u8; 32]>::from(Sha256::new().chain_update(salt).chain_update(payload).finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft::new("2023-08-25T10:00:00Z".parse().unwrap(), "u7", "idea.write", &1).unwrap()
    }

    #[test]
    fn the_leaf_of_an_entry_is_canonical_json_whatever_it_carries() {
        for draft in [draft(), draft().once("f-1"), draft().once("\"å\n").disposing(vec![3, 1], "KS § 12")] {
            let entry = draft.entry("huddinge", 4, b"salt");
            crate::canonical::check(&entry.line()).unwrap();
            assert_eq!(Entry::from_line(&entry.line()).unwrap(), entry);
        }
    }

    #[test]
    fn the_leaf_reads_as_the_contract_says() {
        let line = String::from_utf8(draft().entry("huddinge", 4, b"salt").line()).unwrap();
        let commitment = commitment(b"salt", b"1");
        assert_eq!(
            line,
            format!(
                r#"{{"act":"idea.write","actor":"u7","at":"2023-08-25T10:00:00Z","commitment":"{commitment}","seq":4,"tenant":"huddinge"}}"#
            )
        );
    }

    #[test]
    fn an_entry_with_a_field_nobody_knows_is_refused() {
        let line = String::from_utf8(draft().entry("t", 1, b"").line()).unwrap();
        assert!(Entry::from_line(line.replace("\"seq\"", "\"rec\":1,\"seq\"").as_bytes()).is_err());
    }
}

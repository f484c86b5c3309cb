//! What an examination of a ledger or an evidence pack comes to.

use crate::tree::Hash;
use std::fmt;

/// The first thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The entry it concerns; `None` where it concerns none in particular.
    pub seq: Option<u64>,
    /// What is wrong, a clause in English.
    pub what: String,
}

impl Fault {
    pub(crate) fn at(seq: u64, what: impl Into<String>) -> Self {
        Self { seq: Some(seq), what: what.into() }
    }

    pub(crate) fn general(what: impl Into<String>) -> Self {
        Self { seq: None, what: what.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seq {
            Some(seq) => write!(f, "entry {seq}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// A payload that was removed, as it should be, under a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disposed {
    /// The entry whose payload is gone.
    pub seq: u64,
    /// The decision that allowed it.
    pub decision: String,
    /// The entry that did it.
    pub by: u64,
}

/// What was found in one tenant's ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whose.
    pub tenant: String,
    /// How many entries were read.
    pub size: u64,
    /// The root computed from them.
    pub root: Hash,
    /// Payloads removed under a decision, by entry.
    pub disposed: Vec<Disposed>,
    /// The first thing that does not hold, the lowest entry first.
    pub first_fault: Option<Fault>,
}

impl Verdict {
    /// Whether all holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.first_fault.is_none()
    }
}

/// What was found in a whole database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// Tenant by tenant, in the order of their names.
    pub tenants: Vec<Verdict>,
    /// What is wrong outside every tenant's ledger.
    pub beside: Option<Fault>,
}

impl Inspection {
    /// Whether all holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.first_fault().is_none()
    }

    /// The first thing that does not hold, and in whose ledger (`None`: in nobody's).
    #[must_use]
    pub fn first_fault(&self) -> Option<(Option<&str>, &Fault)> {
        let within = self.tenants.iter().find_map(|verdict| Some((Some(verdict.tenant.as_str()), verdict.first_fault.as_ref()?)));
        within.or_else(|| self.beside.as_ref().map(|fault| (None, fault)))
    }
}

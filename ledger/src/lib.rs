//! A tamper-evident ledger: append, read, watch, verify, prove.
//!
//! The ledger knows nothing of what an entry says. A tenant's entries are
//! numbered from 1, each commits to a salted payload, and together they are the
//! leaves of an RFC 6962 Merkle tree whose newest head is always signed, in the
//! same transaction as the entries it covers. A payload may be disposed of under
//! a decision; its entry, and so the tree, stays.
//!
//! It lives in one SQLite file or in a PostgreSQL database shared by any number
//! of nodes ([`Store::open`]). All calls are synchronous: call them from a thread
//! of their own, never from an asynchronous one.

pub mod canonical;
mod check;
mod engine;
mod entry;
pub mod evidence;
mod key;
pub mod note;
mod randomness;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
pub mod tree;
mod verdict;

pub use canonical::Canonical;
pub use engine::StorageError;
pub use entry::{Draft, Entry};
pub use key::{KeyError, SigningKey};
pub use note::VerifierKey;
pub use randomness::{Randomness, SystemRandomness};
pub use store::{AppendError, Appended, CopyError, Head, OpenError, ProofError, Snapshot, Store};
pub use tree::Hash;
pub use verdict::{Disposed, Fault, Inspection, Verdict};

//! The evidence pack: one tenant's ledger in one ZIP, verifiable without us.
//!
//! `contracts/evidence-pack.md` fixes what it holds. Beside that stand two
//! members of our own: `leaves`, the hash of each entry, so that a changed entry
//! can be named, and `manifest`, a signed list of the hashes of all other
//! members, so that a changed README or report is found too. The ZIP's own bytes
//! are under a signed seal in its comment. Members are stored, not compressed,
//! so that one changed byte spoils one entry and no more.

mod archive;
mod verify;
mod write;

pub use verify::{Examined, payloads, verify};
pub use write::{Annex, WriteError, write};

use crate::note::origin;
use crate::tree::Hash;
use std::fmt::Write as _;

const README: &str = "README.txt";
const ENTRIES: &str = "entries.jsonl";
const PAYLOADS: &str = "payloads.jsonl";
const LEAVES: &str = "leaves";
const CHECKPOINT: &str = "checkpoint";
const KEY: &str = "key.pub";
const AUDIT: &str = "audit.json";
const REPORT: &str = "report.pdf";
const MANIFEST: &str = "manifest";

/// Every member but the manifest, in the order of the pack.
const MEMBERS: [&str; 8] = [README, ENTRIES, PAYLOADS, LEAVES, CHECKPOINT, KEY, AUDIT, REPORT];

/// What the manifest signs: a line per member, as `sha256sum` writes and checks it.
fn manifest_text(tenant: &str, members: &[(&str, Hash)]) -> String {
    let mut text = format!("evidence pack of {}\n", origin(tenant));
    for (name, hash) in members {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{hash}  {name}");
    }
    text
}

/// What the seal signs: the hash of all bytes of the ZIP before its comment.
fn seal_text(tenant: &str, hash: &Hash) -> String {
    format!("seal on the evidence pack of {}\n{hash}\n", origin(tenant))
}

/// A payload's line: canonical, its keys in order.
fn payload_line(seq: u64, salt: &[u8], body: &[u8]) -> Vec<u8> {
    [b"{\"payload\":", body, b",\"salt\":\"", hex::encode(salt).as_bytes(), b"\",\"seq\":", seq.to_string().as_bytes(), b"}"].concat()
}

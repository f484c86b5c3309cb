//! Verifying a pack, from its bytes alone.

use super::archive::Archive;
use super::{AUDIT, CHECKPOINT, ENTRIES, KEY, LEAVES, PAYLOADS, payload_line};
use crate::check::{Examination, Kept};
use crate::entry::Entry;
use crate::note::{Checkpoint, VerifierKey, origin};
use crate::verdict::{Fault, Verdict};
use std::collections::BTreeMap;

/// What a pack comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// What was found in the ledger it holds, and in the pack around it.
    pub verdict: Verdict,
    /// The key that signed it. It came with the pack: whoever needs to know that
    /// the pack is genuine compares it with the key the tenant has published.
    pub key: Option<VerifierKey>,
    /// Whether the ZIP is the very one that was written, rather than its members
    /// put together again.
    pub sealed: bool,
}

/// Verifies a pack from its bytes, by the key it carries.
#[must_use]
pub fn verify(bytes: &[u8]) -> Examined {
    let archive = match Archive::open(bytes) {
        Ok(archive) => archive,
        Err(what) => {
            let mut nothing = Examination::of("");
            nothing.blame(Fault::general(what));
            return Examined { verdict: nothing.conclude(), key: None, sealed: false };
        }
    };
    let key = key(&archive);
    let tenant = tenant(&archive, key.as_ref().ok());
    let mut examination = Examination::of(&tenant);
    let mut sealed = false;
    let found = entries(&archive, &mut examination).and_then(|()| {
        let key = key.as_ref().map_err(String::clone)?;
        checkpoint(&archive, key, &mut examination)?;
        archive.check_manifest(&tenant, key)?;
        sealed = archive.check_seal(&tenant, key)?;
        Ok(())
    });
    if let Err(what) = found {
        examination.blame(Fault::general(what));
    }
    Examined { verdict: examination.conclude(), key: key.ok(), sealed }
}

/// The payloads a pack still holds, by entry: what [`verify`] has held to their commitments. None where the
/// pack cannot be opened.
#[must_use]
pub fn payloads(bytes: &[u8]) -> BTreeMap<u64, Vec<u8>> {
    let Ok(archive) = Archive::open(bytes) else { return BTreeMap::new() };
    let held = archive.member(PAYLOADS).map(Payloads::read);
    held.map(|held| held.of.into_iter().map(|(seq, (_, body))| (seq, body.to_vec())).collect()).unwrap_or_default()
}

fn key(archive: &Archive<'_>) -> Result<VerifierKey, String> {
    let text = std::str::from_utf8(archive.member(KEY)?).ok().and_then(|text| text.strip_suffix('\n'));
    text.and_then(|text| text.parse().ok()).ok_or_else(|| format!("{KEY} is spoilt"))
}

/// Whose pack it is: the key's name says; where that is spoilt, the first entry.
fn tenant(archive: &Archive<'_>, key: Option<&VerifierKey>) -> String {
    let of_key = key.and_then(|key| key.name().strip_prefix(&origin("")));
    let first = || lines(archive.member(ENTRIES).ok()?).ok()?.next().and_then(|line| Entry::from_line(line).ok());
    of_key.map(str::to_owned).or_else(|| Some(first()?.tenant)).unwrap_or_default()
}

/// The lines of a member, each of which ends with a newline.
fn lines(bytes: &[u8]) -> Result<impl Iterator<Item = &[u8]>, String> {
    match bytes.strip_suffix(b"\n") {
        Some(lines) => Ok(lines.split(|byte| *byte == b'\n')),
        None => Err("does not end with a newline".to_owned()),
    }
}

/// Shows every entry to the examination, with its leaf hash and its payload.
fn entries(archive: &Archive<'_>, examination: &mut Examination) -> Result<(), String> {
    let mut payloads = Payloads::read(archive.member(PAYLOADS)?);
    let leaves = archive.member(LEAVES)?;
    let mut leaves = lines(leaves).map_err(|why| format!("{LEAVES} {why}"))?;
    for line in lines(archive.member(ENTRIES)?).map_err(|why| format!("{ENTRIES} {why}"))? {
        let seq = examination.next();
        let leaf = leaves.next().and_then(|leaf| {
            let bytes = hex::decode(leaf).ok()?;
            (hex::encode(&bytes).as_bytes() == leaf).then_some(bytes)
        });
        let payload = payloads.of.remove(&seq);
        let kept = payload.as_ref().map(|(salt, body)| Kept { salt, body });
        examination.show(line, &leaf.unwrap_or_default(), kept.as_ref());
    }
    if leaves.next().is_some() {
        examination.blame(Fault::at(examination.next(), "it is missing: there is a leaf hash of it, but no entry"));
    }
    if let Some(seq) = payloads.of.keys().next() {
        examination.blame(Fault::at(*seq, "there is a payload of it, but no entry"));
    }
    match payloads.spoilt {
        Some(line) => Err(format!("line {line} of {PAYLOADS} is not a payload in its place")),
        None => Ok(()),
    }
}

/// The payloads of a pack, by entry: salt and body.
struct Payloads<'p> {
    of: BTreeMap<u64, (Vec<u8>, &'p [u8])>,
    /// The first line that is no payload, or not in order; counted from 1.
    spoilt: Option<usize>,
}

impl<'p> Payloads<'p> {
    fn read(bytes: &'p [u8]) -> Self {
        let mut payloads = Self { of: BTreeMap::new(), spoilt: None };
        if bytes.is_empty() {
            return payloads; // all are disposed of
        }
        let whole = bytes.strip_suffix(b"\n");
        for (nth, line) in (1..).zip(whole.unwrap_or(bytes).split(|byte| *byte == b'\n')) {
            let last = payloads.of.last_key_value().map_or(0, |(seq, _)| *seq);
            match payload(line) {
                Some((seq, salt, body)) if seq > last => {
                    payloads.of.insert(seq, (salt, body));
                }
                _ => {
                    payloads.spoilt.get_or_insert(nth);
                }
            }
        }
        if whole.is_none() {
            payloads.spoilt.get_or_insert(payloads.of.len());
        }
        payloads
    }
}

/// Takes a payload's line apart: its number, salt and body.
fn payload(line: &[u8]) -> Option<(u64, Vec<u8>, &[u8])> {
    // The body may hold anything, so the line is read from its end; putting it
    // together again shows that it was read aright.
    let text = std::str::from_utf8(line).ok()?;
    let (rest, seq) = text.strip_suffix('}')?.rsplit_once(",\"seq\":")?;
    let (body, salt) = rest.strip_suffix('"')?.strip_prefix("{\"payload\":")?.rsplit_once(",\"salt\":\"")?;
    let (seq, salt) = (seq.parse().ok()?, hex::decode(salt).ok()?);
    (payload_line(seq, &salt, body.as_bytes()) == line).then_some((seq, salt, body.as_bytes()))
}

/// Holds the tree to the checkpoint, and the audit answers to it too.
fn checkpoint(archive: &Archive<'_>, key: &VerifierKey, examination: &mut Examination) -> Result<(), String> {
    let signed = Checkpoint::open(archive.member(CHECKPOINT)?, key).map_err(|why| format!("{CHECKPOINT}: {why}"))?;
    let size = examination.frontier().size();
    if signed.size == size {
        examination.expect_root(&signed.root, 0);
    } else {
        let what = format!("the checkpoint covers {} entries, the pack holds {size}", signed.size);
        examination.blame(Fault::at(signed.size.min(size) + 1, what));
    }
    let audit: serde_json::Value =
        serde_json::from_slice(archive.member(AUDIT)?).map_err(|error| format!("{AUDIT} is not JSON: {error}"))?;
    let answered = &audit["checkpoint"];
    if answered["size"].as_u64() == Some(signed.size) && answered["root"].as_str() == Some(&signed.root.base64()) {
        Ok(())
    } else {
        Err(format!("{AUDIT} was answered at another checkpoint"))
    }
}

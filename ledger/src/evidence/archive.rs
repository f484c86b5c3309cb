//! The ZIP around the pack: its members, and the seal on its bytes.

use super::{MANIFEST, MEMBERS, manifest_text, seal_text};
use crate::note::{NoteError, VerifierKey, origin};
use crate::tree::Hash;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::CompressionMethod;

/// A pack taken apart.
pub(super) struct Archive<'p> {
    bytes: &'p [u8],
    comment: usize,
    members: BTreeMap<String, Vec<u8>>,
}

impl<'p> Archive<'p> {
    /// Takes the members out; says in words why that is not possible.
    pub(super) fn open(bytes: &'p [u8]) -> Result<Self, String> {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("it cannot be opened as a ZIP: {error}"))?;
        let mut members = BTreeMap::new();
        for index in 0..zip.len() {
            let spoilt = |error: zip::result::ZipError| format!("member {} of the ZIP cannot be read: {error}", index + 1);
            let raw = zip.by_index_raw(index).map_err(spoilt)?;
            let name = String::from_utf8(raw.name_raw().to_vec()).map_err(|_| "a member of the ZIP has no readable name".to_owned())?;
            let stored = raw.compression() == CompressionMethod::Stored;
            drop(raw);
            // What is stored is read without its checksum: the pack's own
            // hashes judge it, and can say which entry is spoilt.
            let mut member = if stored { zip.by_index_raw(index) } else { zip.by_index(index) }.map_err(spoilt)?;
            let mut content = Vec::new();
            member.read_to_end(&mut content).map_err(|error| format!("{name} cannot be read: {error}"))?;
            if members.insert(name.clone(), content).is_some() {
                return Err(format!("{name} is in the ZIP twice"));
            }
        }
        let comment = zip.comment().len();
        Ok(Self { bytes, comment, members })
    }

    /// A member's bytes.
    pub(super) fn member(&self, name: &str) -> Result<&[u8], String> {
        self.members.get(name).map(Vec::as_slice).ok_or_else(|| format!("{name} is missing"))
    }

    /// Holds every member to the signed manifest.
    pub(super) fn check_manifest(&self, tenant: &str, key: &VerifierKey) -> Result<(), String> {
        let manifest = self.member(MANIFEST)?;
        let signed = key.open(manifest).map_err(|why| format!("{MANIFEST}: {why}"))?;
        let hashes = MEMBERS.map(|name| (name, Hash::of(self.members.get(name).map_or(&[], Vec::as_slice))));
        let found = manifest_text(tenant, &hashes);
        let differs = found.lines().zip(signed.lines()).position(|(found, signed)| found != signed);
        match differs {
            Some(line @ 1..=8) => return Err(format!("{} is not what was signed for", MEMBERS[line - 1])),
            Some(_) => return Err(format!("{MANIFEST} is of another pack")),
            None if found != signed => return Err(format!("{MANIFEST} does not list the members of a pack")),
            None => {}
        }
        match self.members.keys().find(|name| !MEMBERS.contains(&name.as_str()) && *name != MANIFEST) {
            Some(name) => Err(format!("{name:?} was not signed for")),
            None => Ok(()),
        }
    }

    /// Holds the ZIP's bytes to the seal; says whether there is one. A pack that
    /// was taken apart and put together again has none, and proves its members
    /// all the same.
    pub(super) fn check_seal(&self, tenant: &str, key: &VerifierKey) -> Result<bool, String> {
        const END: usize = 22;
        let (sealed, comment) = self.bytes.split_at(self.bytes.len().saturating_sub(self.comment));
        // The record that ends a ZIP stands right before the comment and says how
        // long it is: nothing is hidden after, and no seal can be shortened away.
        let end = sealed.len().checked_sub(END).map(|from| &sealed[from..]);
        let length = u16::try_from(self.comment).unwrap_or(u16::MAX).to_le_bytes();
        if !end.is_some_and(|end| end.starts_with(b"PK\x05\x06") && end.ends_with(&length)) {
            return Err("the end of the ZIP is not as it was written".to_owned());
        }
        if comment.is_empty() {
            return Ok(false);
        }
        let text = key.open(comment).map_err(|why| format!("the seal on the ZIP: {why}"))?;
        if text == seal_text(tenant, &Hash::of(sealed)) { Ok(true) } else { Err(broken(text, tenant)) }
    }
}

fn broken(text: &str, tenant: &str) -> String {
    if text.starts_with(&format!("seal on the evidence pack of {}\n", origin(tenant))) {
        "the seal on the ZIP is broken: its bytes are not those that were sealed".to_owned()
    } else {
        format!("the seal on the ZIP: {}", NoteError::Malformed)
    }
}

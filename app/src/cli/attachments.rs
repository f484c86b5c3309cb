//! Attachments from the command line: the ledger names each by its hash, and here the files are held to that,
//! in the database and in a folder that came with an evidence pack.

use std::collections::BTreeMap;
use std::path::Path;

use domain::initiatives::{Attachment, Event};
use domain::{Change, Event as AnyEvent};
use ledger::{Hash, StorageError, Store, evidence};

use super::Failure;

/// The attachments that a payload adds.
fn added(payload: &[u8]) -> Vec<Attachment> {
    let change: Option<Change> = serde_json::from_slice(payload).ok();
    let events = change.map(|change| change.events).unwrap_or_default();
    let added = |event| match event {
        AnyEvent::Initiatives(Event::Attached { file, .. }) => Some(file),
        _ => None,
    };
    events.into_iter().filter_map(added).collect()
}

/// Every attachment that a payload still kept names, among the first `size` entries, by entry.
fn named(store: &mut Store, tenant: &str, size: u64) -> Result<Vec<(u64, Attachment)>, Failure> {
    let mut named = Vec::new();
    store
        .read(tenant, 1, size, |entry, payload| {
            let files = payload.filter(|_| entry.act == "initiatives.attachment.add").map(added).unwrap_or_default();
            named.extend(files.into_iter().map(|file| (entry.seq, file)));
            Ok::<(), StorageError>(())
        })
        .map_err(Failure::of)?;
    Ok(named)
}

/// The file an attachment names, as it is kept beside the ledger.
fn kept(store: &mut Store, seq: u64, file: &Attachment) -> Result<Vec<u8>, Failure> {
    let digest = Hash::from_hex(&file.digest).ok_or_else(|| Failure::Failed(format!("entry {seq}: it names no file")))?;
    let found = store.blob(digest).map_err(|error| Failure::Failed(format!("entry {seq}: {error}")))?;
    found.ok_or_else(|| Failure::Failed(format!("entry {seq}: the file {digest} it names is missing")))
}

/// Holds every attachment the ledger names to the file that is kept beside it.
pub fn hold_kept(store: &mut Store, tenant: &str) -> Result<(), Failure> {
    let named = named(store, tenant, u64::MAX)?;
    for (seq, file) in &named {
        kept(store, *seq, file)?;
    }
    if !named.is_empty() {
        println!("  {} attachments of {tenant} are what the ledger says they are", named.len());
    }
    Ok(())
}

/// Writes the attachments that a pack of `size` entries names into a new folder, each under the beginning of
/// its hash and its own name.
pub fn write_folder(store: &mut Store, tenant: &str, size: u64, folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir(folder).map_err(|error| Failure::Asked(format!("{}: {error}", folder.display())))?;
    let named = named(store, tenant, size)?;
    for (seq, file) in &named {
        let plain: String =
            file.name.chars().map(|sign| if sign.is_alphanumeric() || ".-_ ".contains(sign) { sign } else { '_' }).collect();
        let path = folder.join(format!("{}-{plain}", &file.digest[..12]));
        let bytes = kept(store, *seq, file)?;
        std::fs::write(&path, bytes).map_err(|error| Failure::Failed(format!("{}: {error}", path.display())))?;
    }
    println!("{} attachments are in {}", named.len(), folder.display());
    Ok(())
}

/// Holds the files of a folder to the hashes that a pack names: each that is named is there, and each that
/// is there is named.
pub fn hold_folder(pack: &[u8], folder: &Path) -> Result<(), Failure> {
    let unreadable = |error: std::io::Error| Failure::Asked(format!("{}: {error}", folder.display()));
    let mut there: BTreeMap<String, String> = BTreeMap::new();
    for file in std::fs::read_dir(folder).map_err(unreadable)? {
        let file = file.map_err(unreadable)?;
        let bytes = std::fs::read(file.path()).map_err(unreadable)?;
        there.insert(Hash::of(&bytes).to_string(), file.file_name().to_string_lossy().into_owned());
    }
    let payloads = evidence::payloads(pack);
    let named: Vec<(u64, Attachment)> = payloads.iter().flat_map(|(seq, body)| added(body).into_iter().map(|file| (*seq, file))).collect();
    if let Some((seq, file)) = named.iter().find(|(_, file)| !there.contains_key(&file.digest)) {
        return Err(Failure::Failed(format!("entry {seq}: the file {:?} it names, {}, is not in the folder", file.name, file.digest)));
    }
    if let Some((_, name)) = there.iter().find(|(digest, _)| named.iter().all(|(_, file)| file.digest != **digest)) {
        return Err(Failure::Failed(format!("{name}: no entry of the pack names this file, or it has been changed")));
    }
    println!("  {} attachments are in the folder, and are what the ledger says they are", named.len());
    Ok(())
}

//! Writing the pack, in one reading of the ledger as it stands.

use super::{AUDIT, CHECKPOINT, ENTRIES, KEY, LEAVES, MANIFEST, PAYLOADS, README, REPORT, manifest_text, payload_line, seal_text};
use crate::check::{Examination, Kept};
use crate::engine::StorageError;
use crate::note::{Checkpoint, origin, sign};
use crate::store::Store;
use crate::tree::Hash;
use sha2::{Digest, Sha256};
use std::io::{self, Read, Seek, SeekFrom, Write};
use zip::write::SimpleFileOptions;

/// How to verify the pack by hand, in Swedish and English.
const README_TEXT: &str = include_str!("readme.txt");

/// What the pack holds beside the ledger, made by those who know what it means.
#[derive(Clone, Copy, Debug)]
pub struct Annex<'a> {
    /// The audit answers; `checkpoint.size` and `checkpoint.root` (base64, as in
    /// the checkpoint) must be those of the pack.
    pub audit_json: &'a [u8],
    /// The same for people.
    pub report_pdf: &'a [u8],
}

/// Why no pack was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The tenant has not that many entries.
    #[error("the ledger has {size} entries")]
    Outside {
        /// How many there are.
        size: u64,
    },
    /// Payloads were disposed of since: answer the audit anew, at the newest size.
    #[error("payloads were disposed of since; the ledger now has {size} entries")]
    Disposed {
        /// How many entries there are now.
        size: u64,
    },
    /// The ledger is not the one that was signed, and so nothing older is signed for.
    #[error("the ledger is not what was signed: verify it")]
    Broken,
    /// The database fails.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The pack cannot be written.
    #[error("writing the pack: {0}")]
    Io(#[from] io::Error),
    /// The pack cannot be put together.
    #[error("writing the pack: {0}")]
    Zip(#[from] zip::result::ZipError),
}

/// Writes the pack of a tenant's first `size` entries, those the annex speaks of.
/// `out` must be empty, readable and seekable, such as a new file. The same
/// ledger and annex give the same bytes.
///
/// # Errors
/// See [`WriteError`].
pub fn write<W: Read + Write + Seek>(store: &mut Store, tenant: &str, size: u64, annex: Annex<'_>, out: &mut W) -> Result<(), WriteError> {
    store.at_one_moment(|store| members(store, tenant, size, annex, out))?;
    seal(store, tenant, out)
}

fn members<W: Write + Seek>(store: &mut Store, tenant: &str, size: u64, annex: Annex<'_>, out: &mut W) -> Result<(), WriteError> {
    let mut pack = Pack { zip: zip::ZipWriter::new(out), hashes: Vec::new() };
    pack.member(README, |to| Ok(to.write_all(README_TEXT.as_bytes())?))?;
    let ledger = entries(store, tenant, size, &mut pack)?;
    pack.member(LEAVES, |to| Ok(ledger.leaves.iter().try_for_each(|leaf| writeln!(to, "{leaf}"))?))?;
    pack.member(CHECKPOINT, |to| Ok(to.write_all(ledger.checkpoint.as_bytes())?))?;
    pack.member(KEY, |to| Ok(writeln!(to, "{}", store.verifier(tenant))?))?;
    pack.member(AUDIT, |to| Ok(to.write_all(annex.audit_json)?))?;
    pack.member(REPORT, |to| Ok(to.write_all(annex.report_pdf)?))?;
    let manifest = sign(store.key(), &origin(tenant), &manifest_text(tenant, &pack.hashes));
    pack.member(MANIFEST, |to| Ok(to.write_all(manifest.as_bytes())?))?;
    pack.zip.finish()?;
    Ok(())
}

/// A ZIP under way, and the hashes of its members so far.
struct Pack<W: Write + Seek> {
    zip: zip::ZipWriter<W>,
    hashes: Vec<(&'static str, Hash)>,
}

impl<W: Write + Seek> Pack<W> {
    fn member<T>(&mut self, name: &'static str, write: impl FnOnce(&mut dyn Write) -> Result<T, WriteError>) -> Result<T, WriteError> {
        // Always the same time and rights, so that the same ledger gives the same bytes.
        let options = SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        self.zip.start_file(name, options)?;
        let mut hashing = Hashing { to: io::BufWriter::new(&mut self.zip), digest: Sha256::new() };
        let written = write(&mut hashing)?;
        hashing.to.flush()?;
        self.hashes.push((name, Hash::from(<[u8; 32]>::from(hashing.digest.finalize()))));
        Ok(written)
    }
}

/// Passes bytes on, and hashes them.
struct Hashing<W> {
    to: W,
    digest: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.digest.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// What was read of the ledger while its entries were written.
struct Ledger {
    leaves: Vec<Hash>,
    checkpoint: String,
}

/// Writes the entries and payloads. Where the ledger has grown since, a
/// checkpoint over the first `size` is signed here, but only after all entries
/// have been held to the newest one that was signed.
fn entries<W: Write + Seek>(store: &mut Store, tenant: &str, size: u64, pack: &mut Pack<W>) -> Result<Ledger, WriteError> {
    let newest = store.head(tenant)?;
    if size == 0 || size > newest.size {
        return Err(WriteError::Outside { size: newest.size });
    }
    let mut leaves = Vec::new();
    let mut examination = Examination::of(tenant);
    let mut root = newest.root;
    pack.member(ENTRIES, |to| {
        store.export(tenant, newest.size, |row| {
            let payload = row.payload.as_ref().map(|(salt, body)| Kept { salt, body });
            let entry = examination.show(row.line, row.leaf, payload.as_ref());
            if row.seq > size {
                let disposes = entry.is_some_and(|entry| !entry.disposes.is_empty());
                return if disposes { Err(WriteError::Disposed { size: newest.size }) } else { Ok(()) };
            }
            root = examination.frontier().root();
            leaves.push(Hash::from(<[u8; 32]>::try_from(row.leaf).map_err(|_| WriteError::Broken)?));
            to.write_all(row.line)?;
            Ok(to.write_all(b"\n")?)
        })
    })?;
    pack.member(PAYLOADS, |to| {
        store.export(tenant, size, |row| {
            let Some((salt, body)) = row.payload else { return Ok(()) };
            to.write_all(&payload_line(row.seq, salt, body))?;
            Ok(to.write_all(b"\n")?)
        })
    })?;
    if size == newest.size {
        // As it was signed, even where the entries no longer agree with it: the
        // pack then shows just that.
        return Ok(Ledger { leaves, checkpoint: newest.note });
    }
    let signed = Checkpoint::open(newest.note.as_bytes(), &store.verifier(tenant)).map_err(|_| WriteError::Broken)?;
    if signed.root != examination.frontier().root() || signed.size != examination.frontier().size() {
        return Err(WriteError::Broken);
    }
    Ok(Ledger { leaves, checkpoint: Checkpoint { size, root }.sign(tenant, store.key()) })
}

/// Puts the seal on: the ZIP's comment, which signs every byte before it.
fn seal<W: Read + Write + Seek>(store: &Store, tenant: &str, out: &mut W) -> Result<(), WriteError> {
    let signed = |hash: &Hash| sign(store.key(), &origin(tenant), &seal_text(tenant, hash));
    // The length is known beforehand: it stands among the bytes that are signed.
    let length = signed(&Hash::of(b"")).len();
    let length = u16::try_from(length).map_err(|_| io::Error::other("the seal is too long for a ZIP comment"))?;
    out.seek(SeekFrom::End(-2))?;
    out.write_all(&length.to_le_bytes())?;
    out.seek(SeekFrom::Start(0))?;
    let mut hashing = Hashing { to: io::sink(), digest: Sha256::new() };
    io::copy(out, &mut hashing)?;
    out.write_all(signed(&Hash::from(<[u8; 32]>::from(hashing.digest.finalize()))).as_bytes())?;
    Ok(out.flush()?)
}

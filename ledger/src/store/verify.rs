//! Verifying the live database: everything recomputed from the rows themselves.

use super::{Store, snapshot};
use crate::check::{Examination, Kept};
use crate::engine::{Engine, Purpose, Row, StorageError, Value, all, transact};
use crate::note::{Checkpoint, NoteError, VerifierKey, origin};
use crate::tree::Hash;
use crate::verdict::{Fault, Inspection, Verdict};
use std::collections::BTreeSet;
use std::iter::Peekable;
use std::ops::ControlFlow;
use std::vec::IntoIter;

impl Store {
    /// Verifies one tenant's ledger: every entry, payload, checkpoint, key and snapshot.
    ///
    /// # Errors
    /// The database fails; what does not hold is in the verdict.
    pub fn verify(&mut self, tenant: &str) -> Result<Verdict, StorageError> {
        let key = self.has_key.then(|| self.verifier(tenant));
        transact(&mut *self.engine, Purpose::Read, |engine| verify(engine, tenant, key.as_ref()))
    }

    /// Verifies every tenant's ledger, and all files kept beside them.
    ///
    /// # Errors
    /// The database fails; what does not hold is in the inspection.
    pub fn verify_all(&mut self) -> Result<Inspection, StorageError> {
        const TENANTS: &str = "SELECT tenant FROM ledger_entry UNION SELECT tenant FROM ledger_payload \
             UNION SELECT tenant FROM ledger_checkpoint UNION SELECT tenant FROM ledger_key \
             UNION SELECT tenant FROM ledger_snapshot ORDER BY tenant";
        let key = self.has_key.then(|| self.key.clone());
        transact(&mut *self.engine, Purpose::Read, |engine| {
            let mut inspection = Inspection { tenants: Vec::new(), beside: blobs(engine)? };
            for name in all(engine, TENANTS, &[], |row| Ok(String::from_utf8(row.bytes(0)?.to_vec())))? {
                match name {
                    Ok(tenant) => {
                        let key = key.as_ref().map(|key| key.verifier(&origin(&tenant)));
                        inspection.tenants.push(verify(engine, &tenant, key.as_ref())?);
                    }
                    Err(name) => {
                        let what = format!("there are rows of {:?}, which is no tenant", String::from_utf8_lossy(name.as_bytes()));
                        inspection.beside.get_or_insert(Fault::general(what));
                    }
                }
            }
            Ok(inspection)
        })
    }
}

fn verify(engine: &mut dyn Engine, tenant: &str, key: Option<&VerifierKey>) -> Result<Verdict, StorageError> {
    let mut examination = Examination::of(tenant);
    let keys = keys(engine, tenant, &mut examination)?;
    let mut heads = Heads::load(engine, tenant, &mut examination)?;
    entries(engine, tenant, &mut examination, |examination| heads.pass(&keys, examination))?;
    heads.conclude(key, &keys, &mut examination);
    stray_payloads(engine, tenant, &mut examination)?;
    snapshots(engine, tenant, &mut examination)?;
    Ok(examination.conclude())
}

/// The keys that have signed; one that is spoilt is a fault.
fn keys(engine: &mut dyn Engine, tenant: &str, examination: &mut Examination) -> Result<Vec<VerifierKey>, StorageError> {
    let sql = "SELECT verifier FROM ledger_key WHERE tenant = ?1 ORDER BY verifier";
    let rows = all(engine, sql, &[Value::Text(tenant)], |row| Ok(row.bytes(0)?.to_vec()))?;
    let mut keys = Vec::new();
    for row in rows {
        let key = std::str::from_utf8(&row).ok().and_then(|text| text.parse::<VerifierKey>().ok());
        match key.filter(|key| key.name() == origin(tenant)) {
            Some(key) => keys.push(key),
            None => examination.blame(Fault::general("a public key of this ledger is spoilt")),
        }
    }
    Ok(keys)
}

/// Shows the examination every entry in order, and calls `passed` after each.
fn entries(
    engine: &mut dyn Engine,
    tenant: &str,
    examination: &mut Examination,
    mut passed: impl FnMut(&mut Examination),
) -> Result<(), StorageError> {
    const ENTRIES: &str = "SELECT e.seq, e.line, e.leaf, e.once, p.salt, p.body FROM ledger_entry AS e \
         LEFT JOIN ledger_payload AS p ON p.tenant = e.tenant AND p.seq = e.seq \
         WHERE e.tenant = ?1 ORDER BY e.seq";
    engine.query(ENTRIES, &[Value::Text(tenant)], &mut |row| {
        let expected = examination.next();
        match show(row, examination) {
            Ok(()) => {
                passed(examination);
                Ok(ControlFlow::Continue(()))
            }
            // After a row that is missing or unreadable nothing stands in its place.
            Err(StorageError::Damaged(what)) => {
                examination.blame(Fault::at(expected, what));
                Ok(ControlFlow::Break(()))
            }
            Err(error) => Err(error),
        }
    })
}

fn show(row: &Row<'_>, examination: &mut Examination) -> Result<(), StorageError> {
    let expected = examination.next();
    let seq = row.number(0)?;
    if seq != expected {
        return Err(StorageError::Damaged(format!("it is missing: entry {seq} stands in its place")));
    }
    let payload = match (row.maybe_bytes(4)?, row.maybe_bytes(5)?) {
        (Some(salt), Some(body)) => Some(Kept { salt, body }),
        _ => None,
    };
    let entry = examination.show(row.bytes(1)?, row.bytes(2)?, payload.as_ref());
    let once = row.maybe_bytes(3)?;
    if entry.is_some_and(|entry| entry.once.as_deref().map(str::as_bytes) != once) {
        examination.blame(Fault::at(seq, "the key kept beside it is not its own"));
    }
    Ok(())
}

/// A checkpoint as it lies: its size, note and frontier.
type HeadRow = (u64, Vec<u8>, Vec<u8>);

/// The checkpoints, passed one by one as the tree grows under them.
struct Heads {
    rows: Peekable<IntoIter<HeadRow>>,
    /// How far the newest head that holds reaches.
    good: u64,
    /// How far the newest head of all reaches.
    reach: u64,
    newest: Vec<u8>,
    signers: BTreeSet<String>,
}

impl Heads {
    fn load(engine: &mut dyn Engine, tenant: &str, examination: &mut Examination) -> Result<Self, StorageError> {
        const HEADS: &str = "SELECT size, note, frontier FROM ledger_checkpoint WHERE tenant = ?1 ORDER BY size";
        let mut rows = Vec::new();
        engine.query(HEADS, &[Value::Text(tenant)], &mut |row| {
            match row.number(0) {
                Ok(size) if size > 0 => rows.push((size, row.bytes(1)?.to_vec(), row.bytes(2)?.to_vec())),
                _ => examination.blame(Fault::general("a checkpoint stands at no possible size")),
            }
            Ok(ControlFlow::Continue(()))
        })?;
        let (reach, newest) = rows.last().map(|(size, note, _)| (*size, note.clone())).unwrap_or_default();
        Ok(Self { rows: rows.into_iter().peekable(), good: 0, reach, newest, signers: BTreeSet::new() })
    }

    /// Checks the head that covers exactly the entries shown so far, if one does.
    fn pass(&mut self, keys: &[VerifierKey], examination: &mut Examination) {
        let size = examination.frontier().size();
        let Some((_, note, frontier)) = self.rows.next_if(|(at, ..)| *at == size) else { return };
        let opened = keys.iter().map(|key| (key, Checkpoint::open(&note, key)));
        let (key, checkpoint) = match opened.clone().find(|(_, opened)| opened.is_ok()) {
            Some((key, Ok(checkpoint))) => (key, checkpoint),
            _ => {
                let why = opened.filter_map(|(_, opened)| opened.err()).next_back().unwrap_or(NoteError::OtherKey);
                return examination.blame(Fault::at(size, format!("the checkpoint over it: {why}")));
            }
        };
        if checkpoint.size != size {
            return examination.blame(Fault::at(size, format!("the checkpoint over it is of size {}", checkpoint.size)));
        }
        examination.expect_root(&checkpoint.root, self.good);
        if checkpoint.root == examination.frontier().root() {
            self.good = size;
        }
        if frontier != examination.frontier().to_bytes() {
            examination.blame(Fault::at(size, "the tree kept beside the checkpoint over it is spoilt"));
        }
        self.signers.insert(key.to_string());
    }

    fn conclude(mut self, key: Option<&VerifierKey>, keys: &[VerifierKey], examination: &mut Examination) {
        let size = examination.frontier().size();
        if self.reach < size {
            examination.blame(Fault::at(self.reach + 1, "no checkpoint covers it"));
        }
        if let Some((beyond, ..)) = self.rows.next() {
            let what = format!("it is missing: a checkpoint at {beyond} covers it, but the entries end at {size}");
            examination.blame(Fault::at(size + 1, what));
        }
        // The keys in the database vouch for nothing by themselves: whoever can
        // write there can put in a key of their own. The one at hand decides, where there is one.
        if self.reach > 0 && key.is_some_and(|key| Checkpoint::open(&self.newest, key).is_err()) {
            examination.blame(Fault::at(self.reach, "the newest checkpoint is not signed by the key at hand"));
        }
        if keys.iter().any(|key| !self.signers.contains(&key.to_string())) {
            examination.blame(Fault::general("a public key is kept that signed no checkpoint"));
        }
    }
}

fn stray_payloads(engine: &mut dyn Engine, tenant: &str, examination: &mut Examination) -> Result<(), StorageError> {
    const STRAY: &str = "SELECT count(*) FROM ledger_payload AS p WHERE p.tenant = ?1 AND NOT EXISTS \
         (SELECT 1 FROM ledger_entry AS e WHERE e.tenant = p.tenant AND e.seq = p.seq)";
    let count = crate::engine::one(engine, STRAY, &[Value::Text(tenant)], |row| row.number(0))?.unwrap_or(0);
    if count > 0 {
        examination.blame(Fault::general(format!("there are {count} payloads that belong to no entry")));
    }
    Ok(())
}

/// A snapshot is passed over when spoilt, so none can do harm; but somebody spoilt it.
fn snapshots(engine: &mut dyn Engine, tenant: &str, examination: &mut Examination) -> Result<(), StorageError> {
    const SNAPSHOTS: &str = "SELECT format, seq, digest, body FROM ledger_snapshot WHERE tenant = ?1 ORDER BY format, seq";
    let size = examination.frontier().size();
    engine.query(SNAPSHOTS, &[Value::Text(tenant)], &mut |row| {
        let as_saved = row.text(0).and_then(|format| {
            let seq = row.number(1)?;
            Ok(seq <= size && row.bytes(2)? == snapshot::digest(tenant, format, seq, row.bytes(3)?).as_bytes())
        });
        if !matches!(as_saved, Ok(true)) {
            examination.blame(Fault::general("a snapshot is not what was saved (it is passed over)"));
        }
        Ok(ControlFlow::Continue(()))
    })
}

fn blobs(engine: &mut dyn Engine) -> Result<Option<Fault>, StorageError> {
    let mut spoilt = None;
    engine.query("SELECT digest, body FROM blob", &[], &mut |row| {
        let digest = row.bytes(0)?;
        if digest == Hash::of(row.bytes(1)?).as_bytes() {
            return Ok(ControlFlow::Continue(()));
        }
        spoilt = Some(Fault::general(format!("the file {} is not what was put there", hex::encode(digest))));
        Ok(ControlFlow::Break(()))
    })?;
    Ok(spoilt)
}

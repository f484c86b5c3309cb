//! Appending: one transaction for a whole batch and the head that covers it.

use super::{Head, Store, blob, entry, size};
use crate::engine::{Engine, Purpose, StorageError, Value, all, one, transact};
use crate::entry::{Draft, Entry};
use crate::key::SigningKey;
use crate::note::{Checkpoint, VerifierKey, origin};
use crate::tree::{Frontier, Hash, leaf};
use jiff::Timestamp;
use std::collections::HashSet;

/// Bytes of salt beside each payload.
const SALT: usize = 32;

/// A batch that is now on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The number of the batch's first entry; the others follow.
    pub first_seq: u64,
    /// The head that covers the batch.
    pub head: Head,
}

/// Why nothing was appended.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// Another node was first: fold what was missed, decide again.
    #[error("the ledger has {size} entries already")]
    Behind {
        /// How many entries there are now.
        size: u64,
    },
    /// An entry with this key stands in the ledger already: a form sent twice.
    #[error("{once:?} was done already, by entry {seq}")]
    Repeated {
        /// The key.
        once: String,
        /// The entry that holds it.
        seq: u64,
    },
    /// The clock stands before the ledger's last entry.
    #[error("the ledger's last entry is of {last}, later than this one")]
    Earlier {
        /// When the entry before was made.
        last: Timestamp,
    },
    /// The batch itself is wrong; it would be so again.
    #[error("{0}")]
    Refused(String),
    /// The stored tail does not hold: nothing is signed on top of it. Verify.
    #[error("the ledger's tail does not hold: {0}")]
    BrokenTail(String),
    /// The database fails. If it failed while committing, the batch may be there
    /// all the same; its `once` keys tell.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Store {
    /// Appends a batch after the `expected` entries the caller has seen: all of
    /// it, durably, under a newly signed head, or nothing.
    ///
    /// # Errors
    /// See [`AppendError`].
    pub fn append(&mut self, tenant: &str, expected: u64, batch: &[Draft]) -> Result<Appended, AppendError> {
        check_batch(tenant, batch)?;
        let mut salts = vec![[0; SALT]; batch.len()];
        for salt in &mut salts {
            self.randomness.fill(salt).map_err(StorageError::Randomness)?;
        }
        let (key, verifier, trusted) = (&self.key, self.verifier(tenant), self.trusted.get(tenant));
        let done = transact(&mut *self.engine, Purpose::Write, |engine| {
            let tail = Tail::load(engine, tenant, &verifier, trusted)?;
            let appending = Appending { engine, tenant, key, batch, salts: &salts };
            appending.run(expected, tail)
        });
        match done {
            Ok(appended) => {
                self.trusted.insert(tenant.to_owned(), appended.head.clone());
                if batch.iter().any(|draft| draft.disposes.is_some()) {
                    self.scrub();
                }
                Ok(appended)
            }
            Err(error) => Err(self.explain(tenant, expected, batch, error)),
        }
    }

    /// The entry that holds a key which may occur once in a tenant's ledger.
    ///
    /// # Errors
    /// The database fails.
    pub fn done_once(&mut self, tenant: &str, once: &str) -> Result<Option<u64>, StorageError> {
        done_once(&mut *self.engine, tenant, once)
    }

    /// The entries after `since` whose key begins with `prefix`: what came of one form, sent several times.
    ///
    /// # Errors
    /// The database fails.
    pub fn done_by(&mut self, tenant: &str, since: u64, prefix: &str) -> Result<Vec<u64>, StorageError> {
        let values = [Value::Text(tenant), Value::number(since), Value::Text(prefix)];
        let sql = "SELECT seq FROM ledger_entry WHERE tenant = ?1 AND seq > ?2 AND substr(once, 1, length(?3)) = ?3 ORDER BY seq";
        all(&mut *self.engine, sql, &values, |row| row.number(0))
    }

    /// Two nodes that append at once meet in a unique index, and the loser's
    /// transaction is undone. Said afterwards in the caller's terms.
    fn explain(&mut self, tenant: &str, expected: u64, batch: &[Draft], error: AppendError) -> AppendError {
        let AppendError::Storage(storage) = &error else { return error };
        if !self.engine.lost_a_race(storage) {
            return error;
        }
        let found = check_repeats(&mut *self.engine, tenant, batch).and_then(|()| Ok(size(&mut *self.engine, tenant)?));
        match found {
            Ok(size) if size != expected => AppendError::Behind { size },
            Ok(_) => error,
            Err(found) => found,
        }
    }

    /// What is disposed of is already unreachable; here the space it took is
    /// cleared too. Failing at that undoes nothing.
    fn scrub(&mut self) {
        if let Err(error) = self.engine.scrub() {
            tracing::warn!(%error, "what was disposed of is not yet cleared from the database's own files");
        }
    }
}

/// The newest head, checked before anything is signed on top of it.
pub(super) struct Tail {
    pub(super) frontier: Frontier,
    at: Option<Timestamp>,
}

impl Tail {
    pub(super) fn load(engine: &mut dyn Engine, tenant: &str, verifier: &VerifierKey, trusted: Option<&Head>) -> Result<Self, AppendError> {
        const NEWEST: &str = "SELECT c.size, c.note, c.frontier, e.line FROM ledger_checkpoint AS c \
             LEFT JOIN ledger_entry AS e ON e.tenant = c.tenant AND e.seq = c.size \
             WHERE c.tenant = ?1 ORDER BY c.size DESC LIMIT 1";
        let row = one(engine, NEWEST, &[Value::Text(tenant)], |row| {
            let line = row.maybe_bytes(3)?.unwrap_or_default().to_vec();
            Ok((row.number(0)?, row.bytes(1)?.to_vec(), row.bytes(2)?.to_vec(), line))
        })?;
        let Some((size, note, frontier, line)) = row else {
            return Ok(Self { frontier: Frontier::default(), at: None });
        };
        let broken = |what: &str| AppendError::BrokenTail(format!("{what} at {size}"));
        let frontier = Frontier::from_bytes(size, &frontier).ok_or_else(|| broken("the frontier"))?;
        let at = Some(entry(&line).map_err(|_| broken("the entry"))?.at);
        // A signature costs far more than the comparison of bytes, so the note
        // this connection signed last is known by its bytes.
        let signed = match trusted {
            Some(known) if known.note.as_bytes() == note => Checkpoint { size: known.size, root: known.root },
            _ => Checkpoint::open(&note, verifier).map_err(|why| broken(&format!("the checkpoint ({why})")))?,
        };
        if signed != (Checkpoint { size, root: frontier.root() }) {
            return Err(broken("the tree"));
        }
        Ok(Self { frontier, at })
    }
}

/// One append under way.
struct Appending<'a> {
    engine: &'a mut dyn Engine,
    tenant: &'a str,
    key: &'a SigningKey,
    batch: &'a [Draft],
    salts: &'a [[u8; SALT]],
}

impl Appending<'_> {
    fn run(mut self, expected: u64, tail: Tail) -> Result<Appended, AppendError> {
        // Asked first: a form sent twice is a repetition, however far the ledger has come since.
        check_repeats(self.engine, self.tenant, self.batch)?;
        let before = tail.frontier.size();
        if before != expected {
            return Err(AppendError::Behind { size: before });
        }
        let entries = self.entries(before, tail.at)?;
        let lines: Vec<Vec<u8>> = entries.iter().map(Entry::line).collect();
        let leaves: Vec<Hash> = lines.iter().map(|line| leaf(line)).collect();
        self.insert(&entries, &lines, &leaves)?;
        for entry in &entries {
            self.dispose(entry)?;
        }
        let mut frontier = tail.frontier;
        leaves.into_iter().for_each(|leaf| frontier.push(leaf));
        let head = self.checkpoint(&frontier, entries.last().map(|last| last.at), tail.at)?;
        self.engine.announce()?;
        Ok(Appended { first_seq: before + 1, head })
    }

    fn entries(&self, before: u64, last: Option<Timestamp>) -> Result<Vec<Entry>, AppendError> {
        let mut last = last.unwrap_or(Timestamp::MIN);
        let numbered = (before + 1..).zip(self.batch).zip(self.salts);
        numbered
            .map(|((seq, draft), salt)| {
                if draft.at < last {
                    return Err(AppendError::Earlier { last });
                }
                last = draft.at;
                Ok(draft.entry(self.tenant, seq, salt))
            })
            .collect()
    }

    fn insert(&mut self, entries: &[Entry], lines: &[Vec<u8>], leaves: &[Hash]) -> Result<(), StorageError> {
        let mut rows = Vec::new();
        let mut payloads = Vec::new();
        for (nth, entry) in entries.iter().enumerate() {
            let seq = Value::number(entry.seq);
            let tenant = Value::Text(self.tenant);
            rows.push([
                tenant,
                seq,
                Value::Bytes(&lines[nth]),
                Value::Bytes(leaves[nth].as_bytes()),
                Value::MaybeText(entry.once.as_deref()),
            ]);
            payloads.push([tenant, seq, Value::Bytes(&self.salts[nth]), Value::Bytes(self.batch[nth].payload.as_bytes())]);
        }
        insert(self.engine, "ledger_entry (tenant, seq, line, leaf, once)", &rows)?;
        insert(self.engine, "ledger_payload (tenant, seq, salt, body)", &payloads)
    }

    fn dispose(&mut self, entry: &Entry) -> Result<(), AppendError> {
        const BODY: &str = "SELECT body FROM ledger_payload WHERE tenant = ?1 AND seq = ?2";
        if entry.disposes.is_empty() {
            return Ok(());
        }
        let mut files = HashSet::new();
        for seq in &entry.disposes {
            let values = [Value::Text(self.tenant), Value::number(*seq)];
            files.extend(
                one(&mut *self.engine, BODY, &values, |row| Ok(blob::named(row.bytes(0)?).collect::<Vec<_>>()))?.unwrap_or_default(),
            );
            let gone = self.engine.execute("DELETE FROM ledger_payload WHERE tenant = ?1 AND seq = ?2", &values)?;
            if *seq >= entry.seq || gone != 1 {
                return Err(AppendError::Refused(format!("entry {seq} has no payload to dispose of")));
            }
        }
        // What nothing speaks of any longer is not kept either: a file goes with the last payload that names it.
        blob::forget_unnamed(&mut *self.engine, files)?;
        // A snapshot may hold what was disposed of: all are made anew, and one
        // that another node is saving right now waits for us, or we for it.
        self.engine.lock(self.tenant)?;
        self.engine.execute("DELETE FROM ledger_snapshot WHERE tenant = ?1", &[Value::Text(self.tenant)])?;
        Ok(())
    }

    /// Signs the new head. It takes the place of the one before where that is of
    /// the same day, so that one a day remains as history.
    fn checkpoint(&mut self, frontier: &Frontier, at: Option<Timestamp>, last: Option<Timestamp>) -> Result<Head, AppendError> {
        let (size, root) = (frontier.size(), frontier.root());
        let note = Checkpoint { size, root }.sign(self.tenant, self.key);
        let peaks = frontier.to_bytes();
        let before = size - self.batch.len() as u64;
        let day = |at: Timestamp| at.as_second().div_euclid(24 * 60 * 60);
        let values = [Value::Text(self.tenant), Value::number(size), Value::Text(&note), Value::Bytes(&peaks), Value::number(before)];
        let saved = if last.map(day) == at.map(day) {
            const REPLACE: &str = "UPDATE ledger_checkpoint SET size = ?2, note = ?3, frontier = ?4 WHERE tenant = ?1 AND size = ?5";
            self.engine.execute(REPLACE, &values)?
        } else {
            const ADD: &str = "INSERT INTO ledger_checkpoint (tenant, size, note, frontier) VALUES (?1, ?2, ?3, ?4)";
            self.engine.execute(ADD, &values[..4])?
        };
        if saved != 1 {
            return Err(AppendError::BrokenTail(format!("the checkpoint at {before} is gone")));
        }
        if before == 0 {
            save_key(self.engine, self.tenant, self.key)?;
        }
        Ok(Head { size, root, at, note })
    }
}

/// Keeps the public half of a key that signs.
pub(super) fn save_key(engine: &mut dyn Engine, tenant: &str, key: &SigningKey) -> Result<(), StorageError> {
    let verifier = key.verifier(&origin(tenant)).to_string();
    let values = [Value::Text(tenant), Value::Text(&verifier)];
    engine.execute("INSERT INTO ledger_key (tenant, verifier) VALUES (?1, ?2) ON CONFLICT DO NOTHING", &values)?;
    Ok(())
}

/// Inserts rows, many to a statement, since each statement is a journey.
fn insert<const N: usize>(engine: &mut dyn Engine, into: &str, rows: &[[Value<'_>; N]]) -> Result<(), StorageError> {
    let mut rows = rows;
    // Few different widths, so that few different statements are prepared.
    for width in [64, 16, 4, 1] {
        while let Some((some, rest)) = rows.split_at_checked(width) {
            let places: Vec<String> = (0..width)
                .map(|row| format!("({})", (1..=N).map(|column| format!("?{}", row * N + column)).collect::<Vec<_>>().join(", ")))
                .collect();
            engine.execute(&format!("INSERT INTO {into} VALUES {}", places.join(", ")), some.as_flattened())?;
            rows = rest;
        }
    }
    Ok(())
}

/// The entry that holds a key which may occur once.
fn done_once(engine: &mut dyn Engine, tenant: &str, once: &str) -> Result<Option<u64>, StorageError> {
    let values = [Value::Text(tenant), Value::Text(once)];
    one(engine, "SELECT seq FROM ledger_entry WHERE tenant = ?1 AND once = ?2", &values, |row| row.number(0))
}

fn check_repeats(engine: &mut dyn Engine, tenant: &str, batch: &[Draft]) -> Result<(), AppendError> {
    for once in batch.iter().filter_map(|draft| draft.once.as_deref()) {
        if let Some(seq) = done_once(engine, tenant, once)? {
            return Err(AppendError::Repeated { once: once.to_owned(), seq });
        }
    }
    Ok(())
}

/// What can be seen to be wrong without the database.
fn check_batch(tenant: &str, batch: &[Draft]) -> Result<(), AppendError> {
    let refuse = |what: String| Err(AppendError::Refused(what));
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if tenant.is_empty() || tenant.len() > 63 || !tenant.bytes().all(plain) {
        return refuse(format!("{tenant:?} is no tenant: use a–z, 0–9 and -, at most 63"));
    }
    if batch.is_empty() {
        return refuse("an empty batch".to_owned());
    }
    let mut keys = HashSet::new();
    for draft in batch {
        if draft.act.is_empty() || draft.actor.is_empty() {
            return refuse("an entry needs an act and an actor".to_owned());
        }
        if draft.disposes.as_ref().is_some_and(|(entries, decision)| entries.is_empty() || decision.is_empty()) {
            return refuse("a disposal needs entries and a decision".to_owned());
        }
        if draft.once.as_ref().is_some_and(|once| once.contains('\0') || !keys.insert(once)) {
            return refuse("a key that may occur once occurs twice in the batch, or holds a NUL".to_owned());
        }
    }
    Ok(())
}

//! The examination that a live ledger and an evidence pack both go through,
//! entry by entry.

use crate::canonical;
use crate::entry::{Entry, commitment};
use crate::tree::{Frontier, Hash, leaf};
use crate::verdict::{Disposed, Fault, Verdict};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// A payload as it lies beside its entry.
pub(crate) struct Kept<'a> {
    pub(crate) salt: &'a [u8],
    pub(crate) body: &'a [u8],
}

/// An examination under way: entries are shown to it in order, from the first.
pub(crate) struct Examination {
    tenant: String,
    frontier: Frontier,
    last: Timestamp,
    gone: BTreeSet<u64>,
    disposed: BTreeMap<u64, Disposed>,
    fault: Option<Fault>,
    /// Whether an entry is not what it was, and may have said something else.
    unsure: bool,
}

impl Examination {
    pub(crate) fn of(tenant: &str) -> Self {
        Self {
            tenant: tenant.to_owned(),
            frontier: Frontier::default(),
            last: Timestamp::MIN,
            gone: BTreeSet::new(),
            disposed: BTreeMap::new(),
            fault: None,
            unsure: false,
        }
    }

    /// Notes a fault; of several the one of the lowest entry is kept.
    pub(crate) fn blame(&mut self, fault: Fault) {
        let rank = |fault: &Fault| fault.seq.unwrap_or(u64::MAX);
        if self.fault.as_ref().is_none_or(|known| rank(&fault) < rank(known)) {
            self.fault = Some(fault);
        }
    }

    /// The tree over the entries shown so far.
    pub(crate) fn frontier(&self) -> &Frontier {
        &self.frontier
    }

    /// The number the next entry should have.
    pub(crate) fn next(&self) -> u64 {
        self.frontier.size() + 1
    }

    /// Shows the next entry: its line, the leaf hash kept of it, and its payload
    /// if kept. Gives the entry where it can be read.
    pub(crate) fn show(&mut self, line: &[u8], kept_leaf: &[u8], payload: Option<&Kept<'_>>) -> Option<Entry> {
        let seq = self.next();
        let hash = leaf(line);
        self.frontier.push(hash);
        if kept_leaf != hash.as_bytes() {
            self.unsure = true;
            self.blame(Fault::at(seq, "it is not what it was: its bytes and its leaf hash differ"));
        }
        if payload.is_none() {
            self.gone.insert(seq);
        }
        match Entry::from_line(line) {
            Ok(entry) => {
                self.examine(seq, &entry, payload);
                Some(entry)
            }
            Err(error) => {
                self.unsure = true;
                self.blame(Fault::at(seq, format!("it is no entry: {error}")));
                None
            }
        }
    }

    fn examine(&mut self, seq: u64, entry: &Entry, payload: Option<&Kept<'_>>) {
        if entry.seq != seq {
            self.blame(Fault::at(seq, format!("it says that it is entry {}", entry.seq)));
        }
        if entry.tenant != self.tenant {
            self.blame(Fault::at(seq, format!("it is of another ledger, {:?}", entry.tenant)));
        }
        if entry.at < self.last {
            self.blame(Fault::at(seq, format!("its time, {}, is before that of the entry before", entry.at)));
        }
        self.last = self.last.max(entry.at);
        if entry.disposes.is_empty() != entry.decision.is_none() {
            self.blame(Fault::at(seq, "it disposes without a decision, or decides without disposing"));
        }
        for earlier in &entry.disposes {
            let disposed = Disposed { seq: *earlier, decision: entry.decision.clone().unwrap_or_default(), by: seq };
            if *earlier >= seq || *earlier == 0 || self.disposed.insert(*earlier, disposed).is_some() {
                self.blame(Fault::at(seq, format!("it disposes of entry {earlier}, which had no payload left")));
            }
        }
        if let Some(Kept { salt, body }) = payload {
            if commitment(salt, body) != entry.commitment {
                self.blame(Fault::at(seq, "its payload is not the one it commits to"));
            } else if let Err(error) = canonical::check(body) {
                self.blame(Fault::at(seq, format!("its payload: {error}")));
            }
        }
    }

    /// Holds the tree so far to a root that was signed; `good` entries from the
    /// first are known to be under an earlier one.
    pub(crate) fn expect_root(&mut self, signed: &Hash, good: u64) {
        let size = self.frontier.size();
        // Where one of them is known to be spoilt, the root differs because of that.
        let explained = self.fault.as_ref().is_some_and(|known| known.seq.is_some_and(|seq| seq > good));
        if self.frontier.root() != *signed && !explained {
            let whose = if good + 1 >= size { "it is".to_owned() } else { format!("one of the entries {} to {size} is", good + 1) };
            self.blame(Fault::at(good + 1, format!("{whose} not what was signed: the root differs")));
        }
    }

    /// Sums up, once all entries have been shown.
    pub(crate) fn conclude(mut self) -> Verdict {
        if !self.unsure {
            self.check_disposals();
        }
        Verdict {
            tenant: self.tenant,
            size: self.frontier.size(),
            root: self.frontier.root(),
            disposed: self.disposed.into_values().collect(),
            first_fault: self.fault,
        }
    }

    /// What is gone must have been disposed of, and what was disposed of be gone.
    fn check_disposals(&mut self) {
        let undecided = self.gone.iter().find(|seq| !self.disposed.contains_key(seq));
        if let Some(seq) = undecided.copied() {
            self.blame(Fault::at(seq, "its payload is gone, and no entry disposed of it"));
        }
        let lingering = self.disposed.values().find(|disposed| !self.gone.contains(&disposed.seq));
        if let Some((seq, by)) = lingering.map(|disposed| (disposed.seq, disposed.by)) {
            self.blame(Fault::at(seq, format!("its payload is still here, though entry {by} disposed of it")));
        }
    }
}

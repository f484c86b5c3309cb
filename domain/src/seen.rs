//! How fresh a form was when it was sent, so that nobody's work is written over unseen.

/// The key of the refusal of a form that somebody else has been before.
pub const STALE: &str = "stale";

/// What a form has seen of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How many entries there were when it was shown.
    pub size: u64,
    /// Entries that came of the form itself since: what it has saved is no news to whoever writes in it.
    pub own: Vec<u64>,
}

impl Seen {
    /// A form shown when the ledger had `size` entries, and not sent before.
    pub const fn at(size: u64) -> Self {
        Self { size, own: Vec::new() }
    }

    /// Whether an entry is news to whoever fills in the form.
    pub fn misses(&self, entry: u64) -> bool {
        entry > self.size && !self.own.contains(&entry)
    }
}

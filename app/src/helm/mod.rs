//! The helm: one municipality in memory, steered through its ledger.
//!
//! Readers take the value without waiting. Acts queue to one writer, which decides each on the value
//! left by the one before, appends the whole batch in one transaction, and only then shows the new
//! value. What a page was told was done is on disk; what could not be written never happened.

mod files;
mod timeline;
mod writer;

use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use arc_swap::ArcSwap;
use domain::{Act, Date, Municipality, PersonId, Refusals, Source, Timestamp};
use ledger::{AppendError, Hash, Head, ProofError, SigningKey, StorageError, Store};
use tokio::sync::oneshot;

use crate::clock::Clock;
use timeline::Timeline;

pub use timeline::fold_all;

/// The snapshot's form: raised whenever the value's own form changes, so that old ones are left unread.
pub const FORMAT: &str = "municipality/2";

/// How to open a municipality.
#[derive(Clone)]
pub struct Berth {
    /// The database: `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// The municipality's identity: the ledger's tenant.
    pub tenant: String,
    /// The key that signs the ledger's heads.
    pub key: SigningKey,
}

impl Berth {
    fn store(&self) -> Result<Store, ledger::OpenError> {
        Store::open(&self.url, self.key.clone())
    }
}

/// An act that somebody wants done.
#[derive(Debug)]
pub struct Order {
    /// What.
    pub act: Act,
    /// Who.
    pub who: PersonId,
    /// The size of the ledger when the form was shown.
    pub seen: Option<u64>,
    /// The mark of the form it was sent from; what the form has saved before is not somebody else's.
    pub form: Option<String>,
    /// Tells this sending of the form from every other, and begins with the form's mark: what is sent
    /// twice is done once.
    pub once: Option<String>,
    /// Where the facts come from, where they came from outside.
    pub source: Option<Source>,
    /// When it was done, where that was not now: only when a demo or an older register is read in.
    pub at: Option<Timestamp>,
}

impl Order {
    /// An act by a person, now.
    pub fn new(act: impl Into<Act>, who: PersonId) -> Self {
        Self { act: act.into(), who, seen: None, form: None, once: None, source: None, at: None }
    }
}

/// What became of an act that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Its entry in the ledger.
    pub seq: u64,
    /// Whether the same form had been sent before: then nothing more was done.
    pub repeated: bool,
}

/// Why an act was not done.
#[derive(Debug)]
pub enum Halt {
    /// The rules say no.
    Refused(Refusals),
    /// It could not be written.
    Storage(String),
}

/// Why a municipality cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database does not open.
    #[error(transparent)]
    Open(#[from] ledger::OpenError),
    /// The database cannot be read.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// An entry cannot be read by this program.
    #[error("entry {seq} cannot be read: {why}")]
    Entry {
        /// Which.
        seq: u64,
        /// What is wrong with it.
        why: String,
    },
    /// An entry cannot be written.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// The tree cannot be followed.
    #[error(transparent)]
    Proof(#[from] ProofError),
}

/// The municipality as it stands, with the head of its ledger.
#[derive(Clone, Debug)]
pub struct Now {
    /// The value.
    pub town: Arc<Municipality>,
    /// The ledger's head that it follows from.
    pub head: Head,
}

/// A municipality under way.
pub struct Helm {
    now: Arc<ArcSwap<Now>>,
    timeline: Arc<Timeline>,
    orders: Sender<writer::Job>,
}

impl Helm {
    /// Reads the municipality from its ledger, and takes orders from then on.
    ///
    /// # Errors
    /// Where the ledger cannot be opened or read.
    pub fn take(berth: Berth, clock: Clock) -> Result<Self, OpenError> {
        let mut store = berth.store()?;
        let timeline = Arc::new(Timeline::new(berth.clone()));
        let town = timeline.open(&mut store)?;
        let head = store.head(&berth.tenant)?;
        let now = Arc::new(ArcSwap::from_pointee(Now { town: Arc::new(town), head: head.clone() }));
        let (orders, queue) = mpsc::channel();
        writer::start(writer::Writer {
            last: head.at.map(domain::date_at),
            store,
            tenant: berth.tenant,
            clock,
            now: Arc::clone(&now),
            timeline: Arc::clone(&timeline),
            queue,
        });
        Ok(Self { now, timeline, orders })
    }

    /// The municipality now.
    pub fn now(&self) -> Arc<Now> {
        self.now.load_full()
    }

    /// The municipality as it was at the end of a day.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn as_of(&self, date: Date) -> Result<Arc<Municipality>, OpenError> {
        self.timeline.as_of(date, &self.now())
    }

    /// The municipality as it was when its ledger had `size` entries, and the day of the last of them.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn at(&self, size: u64) -> Result<(Arc<Municipality>, Option<Date>), OpenError> {
        self.timeline.at(size, &self.now())
    }

    /// Queues an act; the answer comes when it is durable or refused. Acts are done in the order asked.
    pub fn ask(&self, order: Order) -> oneshot::Receiver<Result<Receipt, Halt>> {
        let (answer, answered) = oneshot::channel();
        // Where the writer has stopped, the answer's sender is dropped, and the receiver tells.
        let _ = self.orders.send(writer::Job { order, answer });
        answered
    }

    /// The root of the ledger when it had `size` entries. Reads the ledger where that is past.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn root_at(&self, size: u64) -> Result<Hash, OpenError> {
        let head = &self.now().head;
        if head.size == size { Ok(head.root) } else { self.timeline.root_at(size) }
    }

    /// Does an act, durably, or says why not.
    ///
    /// # Errors
    /// See [`Halt`].
    pub async fn act(&self, order: Order) -> Result<Receipt, Halt> {
        self.ask(order).await.unwrap_or_else(|_| Err(Halt::Storage("the writer has stopped".to_owned())))
    }

    /// Whether the ledger can be read now.
    pub fn is_readable(&self) -> bool {
        self.timeline.is_readable()
    }

    /// Waits until the value has come as far as entry `seq`, which another node may have written.
    pub async fn reach(&self, seq: u64) {
        for _ in 0..200 {
            if self.now.load().town.size >= seq {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

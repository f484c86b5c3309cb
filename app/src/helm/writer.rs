//! The writer: the one thread that decides and appends.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use arc_swap::ArcSwap;
use domain::{Change, Date, Municipality, Refusals, STALE, Seen, Stamp};
use ledger::{AppendError, Draft, Store};
use tokio::sync::oneshot;

use super::timeline::{Timeline, fold_all};
use super::{FORMAT, Halt, Now, OpenError, Order, Receipt};
use crate::clock::Clock;

/// How many orders go into one transaction at most.
const BATCH: usize = 256;
/// How often to look for what other nodes have written, at the latest.
const LOOK: Duration = Duration::from_millis(250);
/// How many entries lie between two snapshots.
const SNAPSHOT: u64 = 10_000;

/// An order, and where to answer it.
pub struct Job {
    pub order: Order,
    pub answer: oneshot::Sender<Result<Receipt, Halt>>,
}

/// What the writer's thread owns.
pub struct Writer {
    pub store: Store,
    pub tenant: String,
    pub clock: Clock,
    pub now: Arc<ArcSwap<Now>>,
    pub timeline: Arc<Timeline>,
    pub queue: Receiver<Job>,
    /// The day of the newest entry.
    pub last: Option<Date>,
}

/// Starts the thread; it ends when the helm is dropped.
pub fn start(mut writer: Writer) {
    std::thread::spawn(move || {
        loop {
            match writer.queue.recv_timeout(LOOK) {
                Ok(first) => {
                    let mut batch = vec![first];
                    batch.extend(writer.queue.try_iter().take(BATCH - 1));
                    writer.carry_out(batch);
                }
                Err(RecvTimeoutError::Timeout) => writer.follow(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
}

impl Job {
    /// Tells whoever asked; they may have gone away, and what was done is done all the same.
    fn answer(self, outcome: Result<Receipt, Halt>) {
        let _ = self.answer.send(outcome);
    }
}

/// An order decided and not yet written.
struct Decided {
    draft: Draft,
    date: Date,
    job: Job,
}

impl Writer {
    /// Decides each order on the value the one before leaves, and writes them all, or starts over where
    /// another node was first.
    fn carry_out(&mut self, batch: Vec<Job>) {
        let mut waiting = batch;
        while !waiting.is_empty() {
            let (round, later) = without_repeats(waiting);
            waiting = self.write(round);
            waiting.extend(later);
        }
    }

    /// One transaction: answers what was done or refused, and gives back what must be decided again.
    fn write(&mut self, round: Vec<Job>) -> Vec<Job> {
        let before = self.now.load_full();
        let mut town = Municipality::clone(&before.town);
        let decided: Vec<Decided> = round.into_iter().filter_map(|job| self.decide(&mut town, &before, job)).collect();
        let drafts: Vec<Draft> = decided.iter().map(|one| one.draft.clone()).collect();
        if drafts.is_empty() {
            return Vec::new();
        }
        match self.store.append(&self.tenant, before.town.size, &drafts) {
            Ok(appended) => {
                for one in &decided {
                    self.timeline.turn(&before.town, &mut self.last, one.date);
                }
                self.now.store(Arc::new(Now { town: Arc::new(town), head: appended.head }));
                if drafts.iter().any(|draft| draft.disposes.is_some()) {
                    self.forget();
                }
                for (seq, one) in (appended.first_seq..).zip(decided) {
                    one.job.answer(Ok(Receipt { seq, repeated: false }));
                }
                self.snapshot(before.town.size);
                Vec::new()
            }
            Err(AppendError::Behind { .. }) => {
                self.follow();
                decided.into_iter().map(|one| one.job).collect()
            }
            Err(AppendError::Repeated { once, seq }) => {
                let (repeated, others): (Vec<_>, Vec<_>) =
                    decided.into_iter().map(|one| one.job).partition(|job| job.order.once.as_ref() == Some(&once));
                for job in repeated {
                    job.answer(Ok(Receipt { seq, repeated: true }));
                }
                others
            }
            Err(error) => {
                tracing::error!(%error, "nothing could be written");
                for one in decided {
                    one.job.answer(Err(Halt::Storage(error.to_string())));
                }
                Vec::new()
            }
        }
    }

    /// Decides one order and folds what comes of it into `town`; a refusal is answered at once.
    fn decide(&mut self, town: &mut Municipality, before: &Now, job: Job) -> Option<Decided> {
        let order = &job.order;
        let now = self.clock.now();
        let at = order.at.unwrap_or_else(|| before.head.at.map_or(now, |latest| latest.max(now)));
        let stamp = Stamp::new(order.who.clone(), at);
        let act = order.act.name();
        let mut change = match self.change(town, &stamp, order) {
            Ok(change) => change,
            Err(refusals) => {
                let done = order.once.as_ref().and_then(|once| self.store.done_once(&self.tenant, once).ok().flatten());
                job.answer(done.map_or(Err(Halt::Refused(refusals)), |seq| Ok(Receipt { seq, repeated: true })));
                return None;
            }
        };
        change.source.clone_from(&order.source);
        let mut draft = match Draft::new(at, order.who.as_str(), act, &change) {
            Ok(draft) => draft,
            Err(error) => {
                job.answer(Err(Halt::Storage(error.to_string())));
                return None;
            }
        };
        draft.once.clone_from(&order.once);
        draft.disposes = order.act.disposes().map(|(entries, decision)| (entries, decision.to_string()));
        town.fold(act, &stamp, Some(&change));
        Some(Decided { draft, date: stamp.date, job })
    }

    /// What an order brings about. The form's own savings are looked up only where something is newer than
    /// the form: a sheet that saves itself as one writes has then only been before itself.
    fn change(&mut self, town: &Municipality, stamp: &Stamp, order: &Order) -> Result<Change, Refusals> {
        let mut seen = order.seen.map(Seen::at);
        let outcome = town.decide(&order.act, stamp, seen.as_ref());
        if let (Err(refusals), Some(seen), Some(form)) = (&outcome, &mut seen, &order.form)
            && refusals.has(STALE)
        {
            seen.own = self.store.done_by(&self.tenant, seen.size, &format!("{form}.")).unwrap_or_default();
            return town.decide(&order.act, stamp, Some(seen));
        }
        outcome
    }

    /// Folds what other nodes have written.
    fn follow(&mut self) {
        if let Err(error) = self.try_follow() {
            tracing::error!(%error, "the ledger could not be followed");
        }
    }

    fn try_follow(&mut self) -> Result<(), OpenError> {
        self.store.wait_for_news(Duration::ZERO)?;
        let now = self.now.load_full();
        let head = self.store.head(&self.tenant)?;
        if head.size == now.town.size {
            return Ok(());
        }
        let mut town = Municipality::clone(&now.town);
        let (timeline, last) = (&self.timeline, &mut self.last);
        let disposed = fold_all(&mut self.store, &self.tenant, &mut town, |town, date| timeline.turn(town, last, date))?;
        let head = if town.size == head.size { head } else { self.store.head(&self.tenant)? };
        self.now.store(Arc::new(Now { town: Arc::new(town), head }));
        if disposed {
            self.forget();
        }
        Ok(())
    }

    /// Folds the value anew from the first entry, because a payload it was folded from is gone.
    fn forget(&mut self) {
        self.timeline.forget();
        let mut town = Municipality::default();
        match fold_all(&mut self.store, &self.tenant, &mut town, |_, _| ()) {
            Ok(_) => {
                let head = self.now.load().head.clone();
                self.now.store(Arc::new(Now { town: Arc::new(town), head }));
            }
            Err(error) => tracing::error!(%error, "the value could not be folded anew after a disposal"),
        }
    }

    /// Saves a snapshot now and then: a cache for the next start, nothing more.
    fn snapshot(&mut self, before: u64) {
        let now = self.now.load_full();
        if before / SNAPSHOT == now.town.size / SNAPSHOT {
            return;
        }
        let saved = serde_json::to_vec(now.town.as_ref())
            .map_err(|error| error.to_string())
            .and_then(|body| self.store.save_snapshot(&self.tenant, now.town.size, FORMAT, &body).map_err(|error| error.to_string()));
        if let Err(error) = saved {
            tracing::warn!(error, "no snapshot was saved");
        }
    }
}

/// Splits off orders from forms already in the batch: the ledger takes each sending once, and whether a
/// form has only been before itself is seen once its earlier sending is written.
fn without_repeats(jobs: Vec<Job>) -> (Vec<Job>, Vec<Job>) {
    let mut marks = HashSet::new();
    let mark = |job: &Job| job.order.form.clone().or_else(|| job.order.once.clone());
    jobs.into_iter().partition(|job| mark(job).is_none_or(|mark| marks.insert(mark)))
}

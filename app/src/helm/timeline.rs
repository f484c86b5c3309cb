//! The municipality as of any past day: a copy kept at each turn of a month or few thousand entries,
//! and the days after it folded from the ledger.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use domain::{Change, Date, Municipality, PersonId, Stamp};
use ledger::{Entry, Hash, Store};

use super::{Berth, FORMAT, Now, OpenError};

/// At most this many entries lie between two copies.
const STRIDE: u64 = 1_000;
/// A ledger longer than this starts from a snapshot, and learns its past in the background.
const LONG: u64 = 20_000;
/// How many past days are kept ready.
const READY: usize = 24;

/// A copy: the value after all entries up to and on `last`.
struct Copy {
    last: Date,
    town: Municipality,
}

/// The past of one municipality: copies by the number of entries they hold.
pub struct Timeline {
    berth: Berth,
    copies: Mutex<BTreeMap<u64, Copy>>,
    ready: Mutex<VecDeque<(Date, Arc<Municipality>)>>,
}

impl Timeline {
    pub fn new(berth: Berth) -> Self {
        Self { berth, copies: Mutex::default(), ready: Mutex::default() }
    }

    /// The value now, from the newest snapshot where the ledger is long, else from its first entry.
    pub fn open(self: &Arc<Self>, store: &mut Store) -> Result<Municipality, OpenError> {
        let tenant = &self.berth.tenant;
        if store.size(tenant)? > LONG
            && let Some(snapshot) = store.newest_snapshot(tenant, FORMAT)?
            && let Ok(mut town) = serde_json::from_slice::<Municipality>(&snapshot.body)
        {
            fold_all(store, tenant, &mut town, |_, _| ())?;
            self.learn_the_past();
            return Ok(town);
        }
        let mut town = Municipality::default();
        let mut last = None;
        fold_all(store, tenant, &mut town, |town, date| self.turn(town, &mut last, date))?;
        Ok(town)
    }

    /// Folds the whole ledger in a thread of its own; until it is done, the past is folded when asked for.
    fn learn_the_past(self: &Arc<Self>) {
        let past = Arc::clone(self);
        std::thread::spawn(move || {
            let learnt = past.berth.store().map_err(OpenError::from).and_then(|mut store| {
                let (mut town, mut last) = (Municipality::default(), None);
                fold_all(&mut store, &past.berth.tenant, &mut town, |town, date| past.turn(town, &mut last, date))
            });
            if let Err(error) = learnt {
                tracing::warn!(%error, "the past could not be read; it is folded anew whenever asked for");
            }
        });
    }

    /// Called before an entry of `date` is folded: keeps a copy at the turn of a month and at each stride.
    pub fn turn(&self, town: &Municipality, last: &mut Option<Date>, date: Date) {
        if let Some(before) = last.replace(date)
            && before != date
        {
            let mut copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner);
            let newest = copies.range(..=town.size).next_back().map_or(0, |(size, _)| *size);
            if before.first_of_month() != date.first_of_month() || town.size >= newest + STRIDE {
                copies.insert(town.size, Copy { last: before, town: town.clone() });
            }
        }
    }

    /// Forgets the past, because something in it has been disposed of; it is learnt anew.
    pub fn forget(self: &Arc<Self>) {
        self.copies.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.ready.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.learn_the_past();
    }

    /// The store, opened anew.
    pub fn store(&self) -> Result<Store, OpenError> {
        Ok(self.berth.store()?)
    }

    /// Whether the ledger can be read now.
    pub fn is_readable(&self) -> bool {
        self.berth.store().is_ok_and(|mut store| store.size(&self.berth.tenant).is_ok())
    }

    /// The root of the ledger when it had `size` entries.
    pub fn root_at(&self, size: u64) -> Result<Hash, OpenError> {
        Ok(self.berth.store()?.root_at(&self.berth.tenant, size)?)
    }

    /// The value after the first `size` entries, and the day of the last of them.
    pub fn at(&self, size: u64, now: &Now) -> Result<(Arc<Municipality>, Option<Date>), OpenError> {
        if size >= now.town.size {
            return Ok((Arc::clone(&now.town), now.head.at.map(domain::date_at)));
        }
        let (mut town, mut last) = {
            let copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner);
            let copy = copies.range(..=size).next_back().map(|(_, copy)| (copy.town.clone(), Some(copy.last)));
            copy.unwrap_or_default()
        };
        let mut store = self.berth.store()?;
        let left = size.saturating_sub(town.size);
        store.read(&self.berth.tenant, town.size + 1, left, |entry, payload| {
            last = Some(domain::date_at(entry.at));
            fold(&mut town, &entry, payload)
        })?;
        Ok((Arc::new(town), last))
    }

    /// The value at the end of a day.
    pub fn as_of(&self, date: Date, now: &Now) -> Result<Arc<Municipality>, OpenError> {
        if now.head.at.is_none_or(|at| domain::date_at(at) <= date) {
            return Ok(Arc::clone(&now.town));
        }
        if let Some(town) = self.ready.lock().unwrap_or_else(PoisonError::into_inner).iter().find(|(day, _)| *day == date) {
            return Ok(Arc::clone(&town.1));
        }
        let mut town = {
            let copies = self.copies.lock().unwrap_or_else(PoisonError::into_inner);
            copies.values().rev().find(|copy| copy.last <= date).map(|copy| copy.town.clone()).unwrap_or_default()
        };
        let mut store = self.berth.store()?;
        loop {
            let before = town.size;
            let mut passed = false;
            store.read(&self.berth.tenant, before + 1, STRIDE, |entry, payload| {
                passed |= domain::date_at(entry.at) > date;
                if passed { Ok(()) } else { fold(&mut town, &entry, payload) }
            })?;
            if passed || town.size == before {
                break;
            }
        }
        let town = Arc::new(town);
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.len() == READY {
            ready.pop_front();
        }
        ready.push_back((date, Arc::clone(&town)));
        Ok(town)
    }
}

/// Folds one entry as the ledger keeps it.
pub fn fold(town: &mut Municipality, entry: &Entry, payload: Option<&[u8]>) -> Result<(), OpenError> {
    let wrong = |why: String| OpenError::Entry { seq: entry.seq, why };
    let who = PersonId::new(&entry.actor).ok_or_else(|| wrong("its actor is no identity".to_owned()))?;
    let change = payload.map(serde_json::from_slice::<Change>).transpose().map_err(|error| wrong(error.to_string()))?;
    town.fold(&entry.act, &Stamp::new(who, entry.at), change.as_ref());
    Ok(())
}

/// Folds all entries the value has not seen; `before` is called ahead of each with its day.
/// Says whether any of them disposed of another.
pub fn fold_all(
    store: &mut Store,
    tenant: &str,
    town: &mut Municipality,
    mut before: impl FnMut(&Municipality, Date),
) -> Result<bool, OpenError> {
    let (from, mut disposed) = (town.size + 1, false);
    store.read(tenant, from, i64::MAX.unsigned_abs(), |entry, payload| -> Result<(), OpenError> {
        before(town, domain::date_at(entry.at));
        disposed |= !entry.disposes.is_empty();
        fold(town, &entry, payload)
    })?;
    Ok(disposed)
}

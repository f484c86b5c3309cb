//! A register: things by identity, in order, cheap to copy whole.

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

/// Things by identity. A copy shares all that has not changed since.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    transparent,
    bound(serialize = "K: Serialize + Ord, V: Serialize", deserialize = "K: Deserialize<'de> + Ord + Clone, V: Deserialize<'de>")
)]
pub struct Register<K: Ord, V>(OrdMap<K, Arc<V>>);

impl<K: Ord, V> Default for Register<K, V> {
    fn default() -> Self {
        Self(OrdMap::default())
    }
}

impl<K: Ord + Clone, V: Clone> Register<K, V> {
    /// The thing named `id`.
    pub fn get(&self, id: &K) -> Option<&V> {
        self.0.get(id).map(Arc::as_ref)
    }

    /// Whether there is one named `id`.
    pub fn has(&self, id: &K) -> bool {
        self.0.contains_key(id)
    }

    /// All of them, in the order of their identities.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + Clone {
        self.0.iter().map(|(id, thing)| {
            tally::one_more();
            (id, thing.as_ref())
        })
    }

    /// All of them without their identities.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.iter().map(|(_, thing)| thing)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Enters a thing, in place of one with the same identity.
    pub(crate) fn enter(&mut self, id: K, thing: V) {
        self.0.insert(id, Arc::new(thing));
    }

    /// Changes the thing named `id`; where its origin has been disposed of, nothing.
    pub(crate) fn alter(&mut self, id: &K, change: impl FnOnce(&mut V)) {
        if let Some(thing) = self.0.get_mut(id) {
            change(Arc::make_mut(thing));
        }
    }

    /// Takes out the thing named `id`, where there is one.
    pub(crate) fn remove(&mut self, id: &K) {
        self.0.remove(id);
    }
}

/// How many things have been read one after another, in builds for trying things out: a test sees by it that a page
/// reads everything a steady number of times, however much there is. A finished program counts nothing.
#[cfg(debug_assertions)]
pub mod tally {
    use std::cell::Cell;

    thread_local! {
        static READ: Cell<u64> = const { Cell::new(0) };
    }

    /// How many have been read on this thread so far.
    pub fn so_far() -> u64 {
        READ.get()
    }

    pub(super) fn one_more() {
        READ.set(READ.get().wrapping_add(1));
    }
}

#[cfg(not(debug_assertions))]
mod tally {
    pub(super) fn one_more() {}
}

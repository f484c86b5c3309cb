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
        self.0.iter().map(|(id, thing)| (id, thing.as_ref()))
    }

    /// All of them without their identities.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.0.iter().map(|(_, thing)| thing.as_ref())
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

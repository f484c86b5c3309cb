//! The index of what everything is about, kept in step with the municipality: each act makes only what it
//! changed be read again, and every page shares the same.

use std::sync::{Arc, Mutex, PoisonError};

use domain::Municipality;
use domain::initiatives::Index;

/// The index as it last was.
#[derive(Debug, Default)]
pub struct Alike(Mutex<Arc<Index>>);

impl Alike {
    /// The index in step with the municipality.
    pub fn in_step_with(&self, town: &Municipality) -> Arc<Index> {
        let known = Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if known.size() == town.size {
            return known;
        }
        // Others may read meanwhile, and read the same; who has come farthest stays.
        let read = Arc::new(known.in_step_with(town));
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.size() < read.size() {
            *kept = Arc::clone(&read);
        }
        read
    }
}

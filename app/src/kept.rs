//! Something found once for each value of the municipality, and not once for each page that shows it.

use std::sync::{Arc, Mutex, PoisonError};

use domain::{Date, Municipality};

/// What was found last, with the size of the ledger and the day it was found for.
#[derive(Debug)]
pub struct Kept<T>(Mutex<Option<(u64, Date, Arc<T>)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Kept<T> {
    /// What `find` finds in the municipality as it is now; the same again until something is done or a day passes.
    pub fn of(&self, town: &Municipality, date: Date, find: impl FnOnce(&Municipality, Date) -> T) -> Arc<T> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((size, day, found)) = &*known
            && (*size, *day) == (town.size, date)
        {
            return Arc::clone(found);
        }
        // Others may look for the same meanwhile, and find the same.
        drop(known);
        let found = Arc::new(find(town, date));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((town.size, date, Arc::clone(&found)));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_found_once_until_something_is_done_or_a_day_passes() {
        let (kept, mut town) = (Kept::default(), Municipality::default());
        let (monday, tuesday) = ("2024-03-18".parse().unwrap(), "2024-03-19".parse().unwrap());
        assert_eq!(*kept.of(&town, monday, |_, _| 1), 1);
        assert_eq!(*kept.of(&town, monday, |_, _| 2), 1);
        assert_eq!(*kept.of(&town, tuesday, |_, _| 3), 3);
        town.size += 1;
        assert_eq!(*kept.of(&town, tuesday, |_, _| 4), 4);
    }
}

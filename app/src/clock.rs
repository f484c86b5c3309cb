//! The clock: the one place where time comes from.

use std::time::Instant;

use domain::{Date, Timestamp};

/// A clock that runs from a given instant; the demo's starts in the past.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: Timestamp,
    started: Instant,
}

impl Clock {
    /// The machine's own time.
    pub fn real() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the clock")]
        Self::from(Timestamp::now())
    }

    /// A clock that shows `start` now, and runs on.
    pub fn from(start: Timestamp) -> Self {
        Self { start, started: Instant::now() }
    }

    /// The instant, UTC.
    pub fn now(&self) -> Timestamp {
        let elapsed = jiff::SignedDuration::try_from(self.started.elapsed()).unwrap_or_default();
        self.start.checked_add(elapsed).unwrap_or(Timestamp::MAX)
    }

    /// The day in the municipality.
    pub fn today(&self) -> Date {
        domain::date_at(self.now())
    }
}

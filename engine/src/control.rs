//! How a run is watched and stopped. The engine reads no clock of its own.

use std::time::Duration;

/// Where a search stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Value of the best choice so far.
    pub value: Option<i64>,
    /// What no choice exceeds, as far as is proven.
    pub bound: Option<i64>,
    /// Nodes of the search tree looked at.
    pub nodes: u64,
    /// Time since the start, as the caller's clock has it.
    pub elapsed: Duration,
}

/// When to stop, and on how many threads to work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Stop after this long.
    pub time: Option<Duration>,
    /// Stop when the bound exceeds the value by at most this share.
    pub gap_permille: i64,
    /// Threads for work that splits into independent parts.
    pub threads: usize,
    /// Stop after this many nodes of one search tree.
    pub nodes: Option<u64>,
    /// Stop when a choice worth this much is found.
    pub enough: Option<i64>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: None, gap_permille: 0, threads: 1, nodes: None, enough: None }
    }
}

/// The caller's clock, stop signal and progress display.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    /// Time since the run began.
    pub elapsed: &'a (dyn Fn() -> Duration + Sync),
    /// Whether the run should end with what it has.
    pub cancelled: &'a (dyn Fn() -> bool + Sync),
    /// Told of progress now and then.
    pub report: &'a (dyn Fn(Progress) + Sync),
    /// When to stop.
    pub limits: Limits,
}

impl<'a> Control<'a> {
    /// A run that is never stopped and tells nobody: for small questions.
    pub fn unlimited() -> Control<'static> {
        Control { elapsed: &|| Duration::ZERO, cancelled: &|| false, report: &|_| {}, limits: Limits::default() }
    }

    /// Whether the run has been cancelled or is out of time.
    pub(crate) fn over(&self) -> bool {
        (self.cancelled)() || self.limits.time.is_some_and(|time| (self.elapsed)() >= time)
    }

    /// The same run with other limits.
    pub(crate) fn with(self, limits: Limits) -> Control<'a> {
        Control { limits, ..self }
    }
}

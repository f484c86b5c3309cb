//! Watching a long search from a terminal: a line of progress, and Ctrl-C, which
//! ends the search with the best it has.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use engine::Progress;

/// A flag that the first Ctrl-C sets; the second ends the program. Where the
/// signal cannot be listened to, Ctrl-C ends the program at once, as usual.
pub(super) fn cancelled_by_ctrl_c() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    let seen = flag.clone();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
        let Ok(runtime) = runtime else { return };
        runtime.block_on(async {
            if tokio::signal::ctrl_c().await.is_ok() {
                seen.store(true, Ordering::Relaxed);
            }
            if tokio::signal::ctrl_c().await.is_ok() {
                std::process::exit(130);
            }
        });
    });
    flag
}

/// The line of progress on standard error, where that is a terminal.
pub(super) struct Line {
    shown: bool,
}

impl Line {
    pub(super) fn on_terminal() -> Self {
        Self { shown: std::io::stderr().is_terminal() }
    }

    /// Value, bound, gap and time, over the line before.
    pub(super) fn show(&self, progress: Progress) {
        if !self.shown {
            return;
        }
        let number = |value: Option<i64>| value.map_or("–".to_owned(), |v| v.to_string());
        let gap = match (progress.value, progress.bound) {
            (Some(value), Some(bound)) => format!("{} ‰", engine::gap_permille(value, bound)),
            _ => "–".to_owned(),
        };
        eprint!(
            "\r\x1b[Kvalue {}  bound {}  gap {gap}  {} nodes  {:.1} s",
            number(progress.value),
            number(progress.bound),
            progress.nodes,
            progress.elapsed.as_secs_f64(),
        );
        // A lost line of progress harms nobody.
        drop(std::io::stderr().flush());
    }

    /// Takes the line away again.
    pub(super) fn clear(&self) {
        if self.shown {
            eprint!("\r\x1b[K");
        }
    }
}

//! The house keeps its promises: what is absent stays absent.

mod access;
mod audit;
#[cfg(debug_assertions)]
mod crowd;
mod gates;
mod lists;
mod mend;
mod overview;
mod recompute;
mod steering;
mod texts;
mod tidy;
mod town;
mod writing;

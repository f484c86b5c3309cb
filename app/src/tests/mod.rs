//! The house keeps its promises: what is absent stays absent.

mod access;
mod audit;
mod lists;
mod overview;
mod steering;
mod texts;
mod tidy;
mod town;

//! The house keeps its promises: what is absent stays absent.

mod access;
mod texts;
mod tidy;
mod town;

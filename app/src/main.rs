//! Styrbord: the system a municipality steers its digitalisation with.
//!
//! This crate is the upper floor: screens, API and command line over the rooms of `domain`.
//! It holds no rule; it reads, asks the domain, writes to the ledger and shows.

mod alike;
mod audit;
mod choose;
mod cli;
mod clock;
mod demo;
mod follow_up;
mod forums;
mod fund;
mod goals;
mod harbour;
mod helm;
mod ical;
mod initiatives;
mod kept;
mod kolada;
#[cfg_attr(not(test), expect(dead_code, unused_imports, reason = "the parts are a set: tomorrow's page uses what no page does today"))]
mod look;
mod mine;
mod money;
mod objects;
mod organisation;
mod overview;
mod paper;
mod people;
mod platform;
mod rooms;
#[cfg(test)]
mod tests;
mod texts;
mod web;

use std::process::ExitCode;

use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let filter = EnvFilter::try_from_env("STYRBORD_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    cli::run()
}

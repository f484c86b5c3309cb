//! What is true in Styrbord: a municipality is a value, acts are decided by pure functions over it,
//! and events fold into the next value.
//!
//! Nothing here does I/O, waits, reads a clock or holds a sentence for the screen.
//! Each room (a folder) holds the types, events and rules of one part of the governance;
//! a room uses another only through its `mod.rs`, and only rooms before it in this list:
//! organisation → goals → objects → money → initiatives → fund → forums → follow_up → audit.

mod act;
mod ids;
mod municipality;
mod ore;
mod refusal;
mod register;
mod seen;
mod standing;
mod subject;

pub mod audit;
pub mod expected;
pub mod follow_up;
pub mod forums;
pub mod fund;
pub mod goals;
pub mod initiatives;
pub mod money;
pub mod objects;
pub mod organisation;
pub mod resting;
pub mod situation;
pub mod thread;

pub use act::{Row, Rule, Stamp, UnknownAct, date_at, instant_at};
pub use ids::*;
pub use municipality::{Act, ActName, Change, Event, Municipality, Source, Trace};
pub use ore::{Ore, OreError};
pub use refusal::{Arg, Refusal, Refusals};
pub use register::Register;
#[cfg(debug_assertions)]
pub use register::tally;
pub use seen::{STALE, Seen};
pub use standing::{Ground, Power, Standing};
pub use subject::Subject;

pub use jiff::Timestamp;
pub use jiff::civil::Date;

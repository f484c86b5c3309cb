//! The portfolio engine: the best choice under money, people, rules and goals,
//! proven in integers.
//!
//! `read_instance` reads a question, `choose` answers it. The engine does no
//! input or output, reads no clock, and knows nothing of a municipality.

mod answer;
mod bound;
pub mod checker;
mod choice;
mod compile;
mod conflict;
mod control;
mod cuts;
mod demand;
mod elastic;
mod instance;
mod lp;
mod program;
mod reading;
mod search;

pub use answer::{Answer, Run, Status, chosen, gap_permille, input_hash};
pub use choice::{Question, choose, choose_elastic};
pub use conflict::conflict;
pub use control::{Control, Limits, Progress};
pub use demand::{Demand, Relaxed};
pub use elastic::least_bad;
pub use instance::{Choice, Criterion, Draw, Estimate, Goal, Initiative, Instance, Resource, Rule, Selection, WeightSet};
pub use reading::{MOST_AMOUNT, MOST_BYTES, MOST_INITIATIVES, MOST_OPTIONS, Malformed, read_instance};

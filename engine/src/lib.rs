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
mod explain;
mod frontier;
mod instance;
mod lp;
mod program;
mod reading;
mod regret;
mod reply;
mod robust;
mod scenarios;
mod search;
mod shares;
mod single;
mod taking;
mod telling;
mod uplift;
mod variant;

pub use answer::{Answer, Run, Status, chosen, gap_permille, input_hash};
pub use choice::{Question, choose, choose_elastic};
pub use conflict::conflict;
pub use control::{Control, Limits, Progress};
pub use demand::{Demand, Relaxed};
pub use elastic::least_bad;
pub use explain::{Explained, Explanation, Figure, MoneyStep, Reason, RulePrice, Shortage, Swing, UnitPrice, WeightRange, explain};
pub use frontier::{GRID, Point, amounts_for, frontier, sweep, usual_range};
pub use instance::{Choice, Criterion, Draw, Estimate, Goal, Initiative, Instance, Resource, Rule, Selection, WeightSet};
pub use reading::{MOST_AMOUNT, MOST_BYTES, MOST_INITIATIVES, MOST_OPTIONS, Malformed, read_instance};
pub use regret::{MinimaxRegret, minimax_regret};
pub use reply::{Wants, reply};
pub use robust::{Robust, Robustness, SAMPLES, Standing, robust, span};
pub use scenarios::{Scenarios, Share, draw, scenarios};
pub use shares::{Ballot, MOST_RAISES, equal_shares, equal_shares_completed};
pub use uplift::{ReferenceClass, shrunk, uplifted};

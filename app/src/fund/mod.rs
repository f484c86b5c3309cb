//! The fund on screen: rounds, applications, blind assessment, ranking and the decision.

mod application;
mod apply;
mod assessment;
mod assessors;
mod best;
mod case;
mod criteria;
mod decision;
mod overview;
mod plan;
mod ranking;
mod round;
mod spread;
mod tasks;
mod words;

pub use round::criteria;
pub use tasks::tasks;
pub use words::points;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        overview::routes(),
        plan::routes(),
        round::routes(),
        criteria::routes(),
        assessors::routes(),
        apply::routes(),
        application::routes(),
        assessment::routes(),
        spread::routes(),
        ranking::routes(),
        best::routes(),
        decision::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

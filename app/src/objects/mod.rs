//! Objects on screen: who holds which role, what is planned for the year, and how it goes.

mod activities;
mod activity;
mod describing;
mod object;
mod plan;
mod plan_text;
mod planning;
mod seats;
mod vacancy;
mod words;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        seats::routes(),
        vacancy::routes(),
        describing::routes(),
        activities::routes(),
        object::routes(),
        plan::routes(),
        plan_text::routes(),
        planning::routes(),
        activity::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

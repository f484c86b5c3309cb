//! Objects on screen: who holds which role, what is planned for the year, and how it goes.

mod activities;
mod activity;
mod activity_form;
mod capacity;
mod carrying;
mod changes;
mod comparing;
mod component;
mod deciding;
mod describing;
mod load;
mod needing;
mod object;
mod order;
mod parts;
mod plan;
mod plan_text;
mod planning;
mod portfolio;
mod replanning;
mod roadmap;
mod seats;
mod system;
mod vacancy;
mod whole;
mod words;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        seats::routes(),
        vacancy::routes(),
        describing::routes(),
        activities::routes(),
        portfolio::routes(),
        order::routes(),
        load::routes(),
        object::routes(),
        system::routes(),
        component::routes(),
        carrying::routes(),
        plan::routes(),
        deciding::routes(),
        plan_text::routes(),
        changes::routes(),
        whole::routes(),
        planning::routes(),
        activity::routes(),
        needing::routes(),
        replanning::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

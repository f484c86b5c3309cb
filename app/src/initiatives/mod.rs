//! Initiatives on screen: the list, each initiative, its idea, its business case and its delivery.

mod alike;
mod card;
mod case;
mod choices;
pub mod coordination;
mod delivery;
mod gate;
mod idea;
mod lessons;
mod lines;
mod list;
mod plans;
mod replan;
mod sheet;
pub mod words;
mod worth;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        list::routes(),
        coordination::routes(),
        card::routes(),
        sheet::routes(),
        idea::routes(),
        alike::routes(),
        case::routes(),
        lines::routes(),
        gate::routes(),
        delivery::routes(),
        replan::routes(),
        lessons::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

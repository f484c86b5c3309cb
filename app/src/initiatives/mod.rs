//! Initiatives on screen: the list, each initiative, its idea, its business case and its delivery.

mod alike;
pub mod api;
mod attachments;
mod card;
mod case;
mod choices;
pub mod coordination;
mod delivery;
pub mod demands;
mod gate;
mod help;
mod idea;
mod lessons;
mod lines;
mod list;
mod network;
mod plans;
mod premises;
mod replan;
mod settling;
mod sheet;
pub mod words;
mod writers;

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
        writers::routes(),
        case::routes(),
        lines::routes(),
        attachments::routes(),
        help::routes(),
        gate::routes(),
        settling::routes(),
        delivery::routes(),
        replan::routes(),
        lessons::routes(),
        demands::routes(),
        premises::routes(),
        api::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

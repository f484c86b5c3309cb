//! Goals and strategy on screen: what is to be reached, how one sees it, and what hangs loose.

mod adopting;
mod committee;
mod defining;
mod direction;
mod document;
mod entering;
mod figures;
mod goal;
pub mod golden;
mod indicator;
mod indicators;
pub mod plans;
mod priority;
mod promising;
mod rewording;
mod serving;
mod strategy;
mod structure;
mod turning;
mod undertaking;
mod wording;
pub mod words;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        structure::routes(),
        strategy::routes(),
        plans::routes(),
        goal::routes(),
        indicator::routes(),
        direction::routes(),
        document::routes(),
        priority::routes(),
        undertaking::routes(),
        wording::routes(),
        adopting::routes(),
        turning::routes(),
        defining::routes(),
        promising::routes(),
        entering::routes(),
        rewording::routes(),
        committee::routes(),
        indicators::routes(),
        figures::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

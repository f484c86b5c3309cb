//! Goals and strategy on screen: what is to be reached, how one sees it, and what hangs loose.

mod direction;
mod document;
mod goal;
mod indicator;
mod plans;
mod priority;
mod strategy;
mod structure;
mod undertaking;
mod words;

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
    ]
    .into_iter()
    .flatten()
    .collect()
}

//! Initiatives on screen: the list, each initiative, its idea, its business case and its delivery.

mod card;
mod case;
mod choices;
mod delivery;
mod gate;
mod idea;
mod lines;
mod list;
mod sheet;
pub mod words;
mod worth;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [list::routes(), card::routes(), sheet::routes(), idea::routes(), case::routes(), lines::routes(), gate::routes(), delivery::routes()]
        .into_iter()
        .flatten()
        .collect()
}

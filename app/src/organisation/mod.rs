//! The organisation on screen: bodies, administrations, their changes, and who holds which role.

mod appointing;
mod appointments;
mod chart;
mod names;
mod people;
pub mod person;
mod reforming;
mod unit;
pub mod upkeep;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        chart::routes(),
        people::routes(),
        upkeep::routes(),
        unit::routes(),
        reforming::routes(),
        appointments::routes(),
        appointing::routes(),
        person::routes(),
        names::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

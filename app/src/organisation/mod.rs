//! The organisation on screen: bodies, administrations and who holds which role.

mod chart;
mod unit;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [chart::routes(), unit::routes()].into_iter().flatten().collect()
}

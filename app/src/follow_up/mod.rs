//! The follow-up on screen: what falls due, what is late, what benefits have come to, and each benefit.

mod benefit;
mod calendar;
pub mod learning;
mod lessons;
mod overview;
mod realised;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [overview::routes(), realised::routes(), lessons::routes(), learning::routes(), calendar::routes(), benefit::routes()]
        .into_iter()
        .flatten()
        .collect()
}

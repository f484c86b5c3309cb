//! What is about Styrbord itself: who one is, the language, the permissions, the ledger, its health.

mod accessibility;
mod api;
mod health;
mod ledger;
mod permissions;
mod session;

pub use permissions::{act_words, standing_words};

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [accessibility::routes(), api::routes(), health::routes(), ledger::routes(), permissions::routes(), session::routes()]
        .into_iter()
        .flatten()
        .collect()
}

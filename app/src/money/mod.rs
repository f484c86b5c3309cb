//! Money on screen: where every krona comes from, who has what, and how shared costs are split.

mod key;
mod keys;
mod post;
mod posts;
pub mod words;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [posts::routes(), keys::routes(), key::routes(), post::routes()].into_iter().flatten().collect()
}

//! Money on screen: where every krona comes from, who has what, and how shared costs are split.

pub mod budget;
mod deciding;
mod entering;
mod frames;
mod key;
mod keys;
mod post;
mod posts;
mod proposing;
pub mod words;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        posts::routes(),
        entering::routes(),
        frames::routes(),
        keys::routes(),
        proposing::routes(),
        key::routes(),
        deciding::routes(),
        post::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

//! Forums and decisions on screen: the decision log, the delegation order, forums, meetings and what
//! forums of officials recommend.

mod call;
mod decision;
mod delegating;
mod delegations;
mod forum;
mod list;
mod log;
mod meeting;
mod recommendation;
mod record;
mod words;

pub use words::cite;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        log::routes(),
        record::routes(),
        decision::routes(),
        recommendation::routes(),
        delegations::routes(),
        delegating::routes(),
        call::routes(),
        list::routes(),
        forum::routes(),
        meeting::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

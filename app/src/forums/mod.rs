//! Forums and decisions on screen: the decision log, the delegation order, forums, meetings and what
//! forums of officials recommend.

mod calendar;
mod call;
mod decision;
mod delegating;
mod delegations;
mod feed;
mod forum;
mod list;
mod log;
mod matters;
mod meeting;
mod moving;
mod planning;
mod recommendation;
mod recommendations;
mod recommending;
mod record;
mod renewing;
mod resting;
mod turn;
mod words;

pub use recommendation::title as recommended;
pub use words::cite;

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [
        log::routes(),
        record::routes(),
        decision::routes(),
        recommendation::routes(),
        recommendations::routes(),
        delegations::routes(),
        delegating::routes(),
        recommending::routes(),
        calendar::routes(),
        planning::routes(),
        feed::routes(),
        call::routes(),
        list::routes(),
        forum::routes(),
        meeting::routes(),
        moving::routes(),
        turn::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

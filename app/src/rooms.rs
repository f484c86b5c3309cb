//! The rooms of the upper floor, and all their routes in one table.

use crate::web::route::Route;
use crate::web::view::View;
use crate::{audit, choose, follow_up, forums, fund, goals, initiatives, mine, money, objects, organisation, overview, platform};

/// Every route there is. What is not here cannot be reached.
pub fn routes() -> Vec<Route> {
    [
        platform::routes(),
        overview::routes(),
        mine::routes(),
        organisation::routes(),
        goals::routes(),
        objects::routes(),
        money::routes(),
        initiatives::routes(),
        fund::routes(),
        choose::routes(),
        forums::routes(),
        follow_up::routes(),
        audit::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many things wait for the reader.
pub fn waiting(view: &View) -> usize {
    mine::own(view).len()
}

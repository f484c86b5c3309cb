//! The audit on screen: the eight questions with their answers, and every recommendation with what came of it.

mod advice;
mod api;
mod history;
mod measure;
mod methods;
mod printed;
mod question;
mod questions;
pub mod report;
mod review;
mod words;

pub use history::History;
pub use words::{answer_tag, answered, short};

use crate::web::route::Route;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    [questions::routes(), question::routes(), advice::routes(), measure::routes(), review::routes(), methods::routes(), api::routes()]
        .into_iter()
        .flatten()
        .collect()
}

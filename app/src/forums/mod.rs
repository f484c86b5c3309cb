//! Forums and decisions on screen: the decision log, the delegation order, forums, meetings and what
//! forums of officials recommend.

mod call;
mod decision;
mod delegating;
mod delegations;
mod forum;
mod forums;
mod log;
mod meeting;
mod recommendation;
mod record;
mod words;

pub use words::cite;

use domain::Subject;

use crate::look::{Tag, Task};
use crate::web::route::Route;
use crate::web::view::View;

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
        forums::routes(),
        forum::routes(),
        meeting::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What waits for the reader: decisions under delegation that the body has not been told of.
pub fn tasks(view: &View) -> Vec<Task> {
    if !view.can("forums.decision.report", &Subject::Municipality) {
        return Vec::new();
    }
    let waiting = view.town.forums.unreported();
    waiting
        .map(|decision| {
            let said = view.say("task-report", &[("matter", decision.matter.as_str().into())]);
            Task::new(said, Tag::info(view.t("task-to-do"))).at(view.href(&Subject::from(&decision.id))).due(view.date(decision.date))
        })
        .collect()
}

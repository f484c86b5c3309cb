//! What is expected of the reader, and what waits for whom in the whole municipality.

mod everyone;

pub use everyone::by_person;

use std::sync::Arc;

use axum::response::Response;
use domain::Subject;
use domain::expected::{self, Kind};
use domain::follow_up::Reminder;
use maud::html;

use crate::look::{self, Button, Tag, Task};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// The routes of this part.
pub fn routes() -> Vec<Route> {
    [vec![page("/mine", May::Staff, show)], everyone::routes()].into_iter().flatten().collect()
}

/// All that waits for somebody on the day shown.
pub fn all(view: &View) -> Arc<Vec<expected::Task>> {
    match view.as_of {
        None => view.harbour().expectations.of(&view.town, view.today, expected::expected),
        Some(date) => Arc::new(expected::expected(&view.town, date)),
    }
}

/// What waits for the reader on the day shown.
pub fn own(view: &View) -> Vec<expected::Task> {
    let Some(who) = &view.who else { return Vec::new() };
    all(view).iter().filter(|task| task.who.contains(who)).cloned().collect()
}

async fn show(view: View) -> Response {
    let tasks = own(&view);
    let (late, timely): (Vec<_>, Vec<_>) = tasks.iter().partition(|task| task.is_late(view.today));
    let (dated, open): (Vec<_>, Vec<_>) = timely.into_iter().partition(|task| task.due.is_some());
    let head = Head::new(Part::Mine, view.t("mine-title"))
        .lead(view.say("mine-lead", &[("count", tasks.len().into())]))
        .actions(look::actions(ways(&view)));
    let list =
        |tasks: &[&expected::Task]| look::task_list(&tasks.iter().map(|task| line(&view, task)).collect::<Vec<_>>(), view.t("mine-none"));
    let body = html! {
        @if !late.is_empty() { h2 { (view.t("mine-late")) } (list(&late)) }
        @if !dated.is_empty() { h2 { (view.t("mine-dated")) } (list(&dated)) }
        @if !open.is_empty() || tasks.is_empty() { h2 { (view.t("mine-open")) } (list(&open)) }
    };
    view.page(head, body)
}

/// Where the reader may go on: to an idea of one's own, or to what waits for everybody.
fn ways(view: &View) -> Vec<Button> {
    let idea = view
        .can("initiatives.idea.start", &Subject::Municipality)
        .then(|| Button::primary(view.t("initiative-new")).to("/initiatives/new"));
    let everyone = Button::secondary(view.t("mine-everyone")).to(view.at("/mine/everyone"));
    idea.into_iter().chain([everyone]).collect()
}

/// A task as a line of a list.
pub fn line(view: &View, task: &expected::Task) -> Task {
    let tag = match task.due.map(|due| Reminder::of(due, view.today)) {
        Some(Some(Reminder::Late | Reminder::Escalated)) => Tag::bad(view.t("mine-tag-late")),
        Some(Some(Reminder::Week)) => Tag::partly(view.t("mine-tag-week")),
        Some(_) => Tag::info(view.t("mine-tag-soon")),
        None if task.kind == Kind::AwaitHelp => Tag::neutral(view.t("mine-tag-awaited")),
        None => Tag::info(view.t("mine-tag-open")),
    };
    let line = Task::new(view.name(&task.about), tag).at(way(view, task)).help(view.of("expected", task.kind));
    match task.due {
        Some(due) => line.due(view.say("mine-due", &[("date", due.into())])),
        None => line,
    }
}

/// Where a task leads the reader: those it waits for to where it is done, all others to what it is about, and so
/// everybody on a past day, when nothing can be done.
pub fn way(view: &View, task: &expected::Task) -> String {
    let is_own = view.who.as_ref().is_some_and(|who| task.who.contains(who));
    if is_own && view.as_of.is_none() { place(task) } else { view.href(&task.about) }
}

/// The page where a task is done.
pub fn place(task: &expected::Task) -> String {
    let page = crate::web::naming::href(&task.about);
    match (task.kind, &task.about) {
        (Kind::Assess, Subject::Application(_)) => format!("{page}/assessment"),
        (Kind::DecideApplication, Subject::Application(_)) => format!("{page}/decision"),
        (Kind::FinishIdea | Kind::WriteIdea, _) => format!("{page}/idea"),
        (Kind::FinishCase | Kind::WriteCase, _) => format!("{page}/case"),
        (Kind::AnswerHelp | Kind::ReadHelp | Kind::AwaitHelp, _) => format!("{page}/help"),
        (Kind::MeetRisk, _) => format!("{page}/case#risks"),
        (Kind::Begin | Kind::ReportDelivery | Kind::ChaseReport, _) => format!("{page}/delivery"),
        (Kind::CallMeeting, _) => format!("{page}/call"),
        _ => page,
    }
}

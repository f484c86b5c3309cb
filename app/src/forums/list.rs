//! Page: all forums, what they are for, and every meeting there has been or is to be.

use std::collections::BTreeMap;

use axum::response::Response;
use domain::forums::Meeting;
use domain::organisation::{Role, Scope};
use domain::{ForumId, Subject};
use maud::html;

use super::words;
use crate::look::{Button, Choice, Column, Table, actions};
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/forums", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = all(&view).find(view.town.forums.meetings.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let calls = view
        .can("forums.meeting.call", &Subject::Municipality)
        .then(|| Button::secondary(view.t("meeting-call")).to("/forums/meetings/new"));
    let calendar = Button::primary(view.t("calendar")).to(view.at("/forums/calendar"));
    let head = Head::new(Part::Decisions, view.t("forums-title"))
        .under("/decisions", view.t("decisions-title"))
        .lead(view.t("forums-lead"))
        .actions(actions(std::iter::once(calendar).chain(calls)));
    let forums = view.town.forums.forums.values();
    let mut members: BTreeMap<&ForumId, usize> = BTreeMap::new();
    for held in view.town.organisation.appointments.values().filter(|held| held.role == Role::ForumMember && held.is_in_force(view.today)) {
        if let Scope::Forum(forum) = &held.scope {
            *members.entry(forum).or_default() += 1;
        }
    }
    let body = html! {
        (Table::new("forums", view.t("forums-title"))
            .caption_hidden()
            .column(Column::text(view.t("forum")))
            .column(Column::text(view.t("forum-kind")))
            .column(Column::text(view.t("forum-level")))
            .column(Column::number(view.t("forum-members")))
            .empty(view.t("forums-none"))
            .rows(forums, |line, forum| {
                let about = Subject::from(&forum.id);
                let members = members.get(&forum.id).copied().unwrap_or_default();
                line.link(&view.href(&about), &forum.name).cell(view.of("forum-kind", forum.kind)).cell(view.of("forum-level", forum.level)).cell(members);
            }))
        h2 { (view.t("meetings-title")) }
        (found)
    };
    Ok(view.page(head, body))
}

/// Every meeting, narrowed by who meets, by year and by words of the agenda and the minutes.
fn all(view: &View) -> List<'_, &Meeting> {
    let mut years: Vec<i16> = view.town.forums.meetings.values().map(|meeting| meeting.date.year()).collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let years = years.into_iter().map(|year| Choice::new(year.to_string(), year.to_string()));
    columns(view, List::new(view, "meetings", "meetings-title"))
        .search("search", |meeting| format!("{} {} {}", matters(meeting), meeting.minutes, meeting.place))
        .choice("of", "meeting-of", words::hosts(view), |meeting, asked| Subject::from(&meeting.of).to_string() == asked)
        .choice("year", "year", years, |meeting, asked| meeting.date.year().to_string() == asked)
}

fn matters(meeting: &Meeting) -> String {
    meeting.agenda.iter().map(|item| item.matter.as_str()).collect::<Vec<_>>().join("; ")
}

fn columns<'v>(view: &'v View, list: List<'v, &'v Meeting>) -> List<'v, &'v Meeting> {
    list.order("-date")
        .empty("meetings-none")
        .column("date", "meeting-day", |meeting| meeting.date)
        .shown(|meeting| html! { a .ds-link href=(view.href(&Subject::from(&meeting.id))) { (view.date(meeting.date)) } })
        .column("of", "meeting-of", |meeting| view.name(&Subject::from(&meeting.of)))
        .column("state", "status", |meeting| words::state_word(view, meeting))
        .shown(|meeting| html! { (words::state(view, meeting)) })
        .column("agenda", "meeting-agenda", |meeting| matters(meeting))
        .column("place", "meeting-place", |meeting| meeting.place.clone())
        .in_file_only()
        .column("minutes", "meeting-minutes", |meeting| meeting.minutes.clone())
        .in_file_only()
}

/// The meetings of one forum, the latest first.
pub fn meetings(view: &View) -> List<'_, &Meeting> {
    columns(view, List::new(view, "meetings", "meetings-title"))
}

//! Page: all forums, what they are for, and the meetings to come.

use axum::response::Response;
use domain::Subject;
use domain::forums::Meeting;
use domain::organisation::{Role, Scope};
use maud::html;

use super::words;
use crate::look::{Button, Column, Table};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/forums", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let mut head =
        Head::new(Part::Decisions, view.t("forums-title")).under("/decisions", view.t("decisions-title")).lead(view.t("forums-lead"));
    if view.can("forums.meeting.call", &Subject::Municipality) {
        head = head.actions(html! { (Button::secondary(view.t("meeting-call")).to("/forums/meetings/new")) });
    }
    let forums = view.town.forums.forums.values();
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
                let members = view.town.organisation.holders(Role::ForumMember, &Scope::Forum(forum.id.clone()), view.today).count();
                line.link(&view.href(&about), &forum.name).cell(view.of("forum-kind", forum.kind)).cell(view.of("forum-level", forum.level)).cell(members);
            }))
        (meetings(&view, "meetings", view.town.forums.meetings.values().collect()))
    };
    view.page(head, body)
}

/// Meetings, the latest first.
pub fn meetings(view: &View, id: &str, mut all: Vec<&Meeting>) -> Table {
    all.sort_by_key(|meeting| std::cmp::Reverse(meeting.date));
    Table::new(id, view.t("meetings-title"))
        .column(Column::text(view.t("meeting-day")))
        .column(Column::text(view.t("meeting-of")))
        .column(Column::text(view.t("meeting-agenda")))
        .column(Column::text(view.t("meeting-minutes")))
        .empty(view.t("meetings-none"))
        .rows(all, |line, meeting| {
            let matters: Vec<&str> = meeting.agenda.iter().map(|item| item.matter.as_str()).collect();
            line.link(&view.href(&Subject::from(&meeting.id)), &view.date(meeting.date))
                .cell(words::host(view, &meeting.of))
                .cell(matters.join("; "))
                .cell(view.t(if meeting.minutes.is_empty() { "minutes-not-written" } else { "minutes-written" }));
        })
}

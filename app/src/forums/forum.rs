//! Page: a forum: its members, its meetings, and what it has recommended.

use axum::extract::Path;
use axum::response::Response;
use domain::forums::{Host, Recommendation};
use domain::organisation::{Role, Scope};
use domain::{ForumId, Subject};
use maud::html;

use super::{list, recommendation};
use crate::look::{Column, Table};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/forums/{forum}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<ForumId>) -> Result<Response, Problem> {
    let forum = view.town.forums.forums.get(&id).ok_or(Problem::NotFound)?;
    let head = Head::new(Part::Decisions, forum.name.as_str())
        .kicker(view.of("forum-kind", forum.kind))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
        .lead(view.t("forum-lead"))
        .marks(html! { @if let Some(source) = view.source(&Subject::from(&id)) { (source) } });
    let scope = Scope::Forum(id.clone());
    let members = view.town.organisation.holders(Role::ForumMember, &scope, view.today);
    let mut advised: Vec<&Recommendation> = view.town.forums.recommendations.values().filter(|one| one.forum == id).collect();
    advised.sort_by_key(|one| std::cmp::Reverse(one.date));
    let met = view.town.forums.meetings.values().filter(|meeting| meeting.of == Host::Forum(id.clone())).collect();
    let body = html! {
        (Table::new("members", view.t("forum-members"))
            .column(Column::text(view.t("forum-member")))
            .column(Column::text(view.t("delegation-from")))
            .empty(view.t("forum-no-members"))
            .rows(members, |line, held| { line.cell(view.person(&held.person)).cell(view.date(held.from)); }))
        (Table::new("recommendations", view.t("recommendations-title"))
            .column(Column::text(view.t("recommendation")))
            .column(Column::text(view.t("decision-date")))
            .empty(view.t("recommendations-none"))
            .rows(advised, |line, one| {
                line.link(&view.href(&Subject::from(&one.id)), &recommendation::title(&view, one)).cell(view.date(one.date));
            }))
        (crate::initiatives::coordination::for_forum(&view, forum))
        (list::meetings(&view, "meetings", met))
    };
    Ok(view.page(head, body))
}

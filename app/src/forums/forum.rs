//! Page: a forum: its members, its meetings, and what it has recommended.

use axum::extract::Path;
use axum::response::Response;
use domain::expected::waits_for;
use domain::forums::{Host, Recommendation};
use domain::organisation::{Role, Scope};
use domain::{ForumId, Subject};
use maud::html;

use super::{list, matters, recommendation};
use crate::look::{Button, Column, Link, Table, actions};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// How many recommendations are told of before the way to all of them.
const FIRST: usize = 10;

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
    let buttons = [
        (
            view.can("forums.recommendation.make", &(&id).into()),
            Button::primary(view.t("recommendation-make")).to(format!("/forums/{id}/recommendations/new")),
        ),
        (
            view.can("forums.meeting.call", &Subject::Municipality),
            Button::secondary(view.t("meeting-call")).to(format!("/forums/meetings/new?of=forum/{id}")),
        ),
    ];
    let head = head.actions(actions(buttons.into_iter().filter(|(may, _)| *may).map(|(_, button)| button)));
    let waiting = waits_for(&view.town, &Host::Forum(id.clone()), view.today);
    let scope = Scope::Forum(id.clone());
    let members = view.town.organisation.holders(Role::ForumMember, &scope, view.today);
    let mut advised: Vec<&Recommendation> = view.town.forums.recommendations.values().filter(|one| one.forum == id).collect();
    advised.sort_by_key(|one| std::cmp::Reverse(one.date));
    let advices = advised.len();
    advised.truncate(FIRST);
    let met = list::meetings(&view).find(view.town.forums.meetings.values().filter(|meeting| meeting.of == Host::Forum(id.clone())));
    if let Some(file) = met.file()? {
        return Ok(file);
    }
    let body = html! {
        h2 { (view.t("forum-waits")) }
        @if waiting.is_empty() { p .sb-nothing { (view.t("matters-none")) } }
        ul { @for matter in &waiting { li { (Link::new(view.href(&matter.about), matters::said(&view, matter))) } } }
        p { (Link::new(format!("/forums/{id}/calendar.ics"), view.t("feed-follow"))) }
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
        @if advices > FIRST {
            p { (Link::new(view.at(&format!("/forums/recommendations?forum={id}")), view.say("portfolio-all", &[("count", advices.into())]))) }
        }
        (crate::initiatives::coordination::for_forum(&view, forum))
        (met)
    };
    Ok(view.page(head, body))
}

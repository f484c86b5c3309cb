//! Page: a budget post, and the trail of its kronor back to a decision.

use axum::extract::Path;
use axum::response::Response;
use domain::money::{Post, PostWithdraw};
use domain::{PostId, Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Button, Column, Summary, Table, Tag, actions, details};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/money/{post}", May::Anyone, show), form("/money/{post}/withdrawal", May::Act("money.post.withdraw"), withdraw)]
}

async fn show(view: View, Path(id): Path<PostId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Refusals::none())
}

async fn withdraw(Path(id): Path<PostId>, deed: Deed) -> Result<Response, Problem> {
    deed.view.town.money.posts.get(&id).ok_or(Problem::NotFound)?;
    let page = format!("/money/{id}");
    let act = PostWithdraw { id: id.clone() };
    Ok(deed.then(act, &page, "post-withdrawn", |view, _, refusals| sheet(&view, &id, &refusals)).await)
}

fn sheet(view: &View, id: &PostId, refusals: &Refusals) -> Result<Response, Problem> {
    let post = view.town.money.posts.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let head = Head::new(Part::Money, format!("{}, {}", view.short(post.amount), words::years(post)))
        .kicker(view.of("post-kind", post.kind))
        .under("/money", view.t("money-title"))
        .lead(post.purpose.as_str())
        .marks(html! {
            @if !post.counts() { (Tag::bad(view.t("post-withdrawn"))) " " }
            @if let Some(source) = view.source(&about) { (source) }
        })
        .actions(deeds(view, post));
    let facts = Summary::new()
        .fact(view.t("amount"), view.kr(post.amount))
        .fact(view.t("post-form"), view.of("post-form", post.form))
        .fact(view.t("post-from"), words::party(view, post.from.as_ref()))
        .fact(view.t("post-to"), words::party(view, Some(&post.to)))
        .fact(view.t("post-decision"), words::decision(view, post));
    let trail = Table::new("trail", view.t("post-trail"))
        .column(Column::text(view.t("post")))
        .column(Column::number(view.t("amount")))
        .column(Column::text(view.t("post-decision")))
        .rows(view.town.money.trail(post), |line, link| {
            line.cell(view.link(&(&link.id).into())).cell(view.kr(link.amount)).cell(words::decision(view, link));
        });
    let mut parts = Table::new("parts", view.t("post-parts"))
        .column(Column::text(view.t("post")))
        .column(Column::text(view.t("post-to")))
        .column(Column::text(view.t("year")))
        .column(Column::number(view.t("amount")))
        .empty(view.t("post-parts-none"))
        .rows(view.town.money.parts_of(id), |line, part| {
            line.cell(view.link(&(&part.id).into()))
                .cell(words::party(view, Some(&part.to)))
                .cell(words::years(part))
                .cell(view.kr(part.amount));
        });
    if parts.len() > 0 {
        parts.totals().cell(view.t("post-rest")).cell("").cell("").cell(view.kr(view.town.money.rest_of(post)));
    }
    let body = html! {
        (facts) (trail) (parts)
        @if post.counts() && view.can("money.post.withdraw", &about) { (withdrawal(view, id, refusals)) }
        (history(view, &[about]))
    };
    Ok(view.page(head, body))
}

/// A part can be taken out of what is still given, by whoever enters money.
fn deeds(view: &View, post: &Post) -> Markup {
    let may = post.counts() && view.can("money.post.enter", &Subject::Municipality);
    html! { @if may { (actions([Button::secondary(view.t("post-take-part")).to(format!("/money/new?part_of={}", post.id))])) } }
}

fn withdrawal(view: &View, id: &PostId, refusals: &Refusals) -> Markup {
    html! {
        (Faults::new(view, refusals))
        (details(view.t("post-withdraw"), html! {
            p { (view.t("post-withdraw-help")) }
            form method="post" action=(format!("/money/{id}/withdrawal")) { (view.marks()) (actions([Button::danger(view.t("post-withdraw"))])) }
        }))
    }
}

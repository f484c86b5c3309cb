//! Page: the delegation order as a document: which power, to whom, up to what, by which decision.

use axum::response::Response;
use domain::forums::Delegation;
use domain::organisation::Role;
use domain::{Refusals, Subject};
use maud::{Markup, html};

use super::{delegating, words};
use crate::look::{Column, Summary, Table, Tag};
use crate::platform::standing_words;
use crate::web::fields::Fields;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/delegations", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    sheet(&view, &Fields::default(), &Refusals::none())
}

/// The document, and for the secretary the forms that keep it.
pub fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Decisions, view.t("delegations-title"))
        .under("/decisions", view.t("decisions-title"))
        .lead(view.t("delegations-lead"));
    let mut all: Vec<&Delegation> = view.town.forums.delegations.values().collect();
    all.sort_by_key(|delegation| (delegation.point.clone(), delegation.from));
    let body = html! {
        @if all.is_empty() { p .sb-nothing { (view.t("delegations-none")) } }
        @for delegation in &all { (point(view, delegation)) }
        h2 { (view.t("delegations-acts")) }
        (acts(view))
        (delegating::forms(view, &all, fields, refusals))
    };
    view.page(head, body)
}

fn point(view: &View, delegation: &Delegation) -> Markup {
    let about = Subject::from(&delegation.id);
    let holders: Vec<&str> = holders(view, delegation.to_role);
    let limit = delegation.limit.map_or_else(|| view.t("delegation-no-limit").to_owned(), |limit| view.kr(limit));
    html! {
        section #(delegation.id.as_str()) {
            h2 {
                (delegation.point) " " (delegation.text) " "
                @if !delegation.is_in_force(view.today) { (Tag::neutral(view.t("delegation-ended"))) " " }
                @if let Some(source) = view.source(&about) { (source) }
            }
            (Summary::new()
                .fact(view.t("delegation-to"), html! { (view.of("role", delegation.to_role)) @if !holders.is_empty() { ": " (holders.join(", ")) } })
                .fact(view.t("delegation-limit"), limit)
                .fact(view.t("delegation-decision"), words::cite(view, &delegation.decision))
                .fact(view.t("delegation-from"), view.date(delegation.from)))
        }
    }
}

/// Who holds a role on the day shown, each once.
fn holders(view: &View, role: Role) -> Vec<&str> {
    let held = view.town.organisation.appointments.values().filter(|held| held.role == role && held.is_in_force(view.today));
    let mut names: Vec<&str> = held.map(|held| view.person(&held.person)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The acts that a delegation opens.
fn acts(view: &View) -> Table {
    let rows = domain::Act::TABLES.iter().flat_map(|(_, rows)| rows.iter());
    let delegated = rows.flat_map(|row| row.by.iter().filter(|by| matches!(by, domain::Standing::Delegate(_))).map(move |by| (row, by)));
    Table::new("delegated-acts", view.t("delegations-acts"))
        .caption_hidden()
        .column(Column::text(view.t("permissions-act")))
        .column(Column::text(view.t("permissions-who")))
        .rows(delegated, |line, (row, by)| {
            line.cell(crate::platform::act_words(view, row.name)).cell(standing_words(view, *by));
        })
}

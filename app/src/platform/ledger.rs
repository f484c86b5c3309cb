//! The ledger as people see it: its head, what was written last, and how anyone can check it.

use axum::response::Response;
use maud::html;

use super::permissions::act_words;
use crate::look::{Column, Table};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// How many of the newest entries the page shows.
const NEWEST: usize = 50;

pub fn routes() -> Vec<Route> {
    vec![page("/ledger", May::Staff, show)]
}

async fn show(view: View) -> Response {
    let now = view.harbour().helm.now();
    let mut newest: Vec<_> =
        view.town.history.iter().flat_map(|(about, traces)| traces.iter().rev().take(NEWEST).map(move |trace| (about, trace))).collect();
    newest.sort_unstable_by_key(|(_, trace)| std::cmp::Reverse(trace.seq));
    let head = Head::new(Part::None, view.t("ledger-title")).lead(view.t("ledger-lead"));
    let body = html! {
        @if view.as_of.is_none() {
            h2 { (view.t("ledger-checkpoint")) }
            p { (view.t("ledger-checkpoint-help")) }
            pre .sb-note { code { (now.head.note) } }
        }
        (Table::new("ledger", view.t("ledger-newest"))
            .column(Column::number(view.t("ledger-seq")))
            .column(Column::text(view.t("ledger-at")))
            .column(Column::text(view.t("ledger-act")))
            .column(Column::text(view.t("ledger-about")))
            .column(Column::text(view.t("ledger-who")))
            .rows(newest.into_iter().take(NEWEST), |line, (about, trace)| {
                line.cell(trace.seq)
                    .cell(view.date(domain::date_at(trace.at)))
                    .cell(act_words(&view, trace.act.as_str()))
                    .cell(view.link(about))
                    .cell(view.person(&trace.who));
            }))
    };
    view.page(head, body)
}

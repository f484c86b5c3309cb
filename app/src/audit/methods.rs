//! Page: the methods in force: what the municipality asks of which work.

use axum::response::Response;
use domain::Subject;

use crate::look::{Column, Table};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/audit/methods", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let head = Head::new(Part::Audit, view.t("audit-methods")).lead(view.t("audit-methods-lead")).under("/audit", view.t("audit-title"));
    let in_force = view.town.audit.methods.values().filter(|method| method.is_in_force(view.today));
    let table = Table::new("methods", view.t("audit-methods"))
        .caption_hidden()
        .column(Column::text(view.t("audit-method")))
        .column(Column::text(view.t("audit-method-asks")))
        .column(Column::text(view.t("audit-method-of")))
        .column(Column::text(view.t("audit-method-from")))
        .column(Column::text(view.t("audit-method-decision")))
        .empty(view.t("audit-no-methods"))
        .rows(in_force, |line, method| {
            let asks: Vec<String> = method.asks.iter().map(|asked| view.of("asked", asked)).collect();
            let of: Vec<String> = method.of.iter().map(|work| view.of("work", work)).collect();
            let line = line
                .cell(maud::html! { span id=(method.id) { (method.title) } p .sb-quiet { (method.text) } })
                .cell(asks.join(", "))
                .cell(of.join(", "))
                .cell(view.date(method.from));
            if let Some(decision) = &method.decision {
                line.cell(view.link(&Subject::from(decision)));
            }
        });
    view.page(head, maud::html! { (table) })
}

//! Page: a body, administration, department or section, and who holds which role in it.

use axum::extract::Path;
use axum::response::Response;
use domain::UnitId;
use domain::organisation::Scope;
use maud::html;

use crate::look::{Column, Table};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation/{unit}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<UnitId>) -> Result<Response, Problem> {
    let unit = view.town.organisation.units.get(&id).ok_or(Problem::NotFound)?;
    let roles =
        view.town.organisation.appointments.values().filter(|held| held.scope == Scope::Unit(id.clone()) && held.is_in_force(view.today));
    let head = Head::new(Part::None, unit.name.as_str())
        .kicker(view.of("unit-kind", unit.kind))
        .under("/organisation", view.t("organisation-title"))
        .marks(html! { @if let Some(source) = view.source(&(&id).into()) { (source) } });
    let body = html! {
        @if let Some(under) = &unit.under { p { (view.t("unit-under")) " " (view.link(&under.into())) } }
        (Table::new("roles", view.t("unit-roles"))
            .column(Column::text(view.t("unit-person")))
            .column(Column::text(view.t("unit-role")))
            .column(Column::text(view.t("unit-from")))
            .empty(view.t("unit-no-roles"))
            .rows(roles, |line, held| {
                line.cell(view.person(&held.person)).cell(view.of("role", held.role)).cell(view.date(held.from));
            }))
    };
    Ok(view.page(head, body))
}

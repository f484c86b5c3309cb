//! Page: the municipality's bodies and the staff under them.

use axum::response::Response;
use domain::UnitId;
use domain::organisation::Unit;
use maud::{Markup, html};

use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let head = Head::new(Part::None, view.t("organisation-title")).lead(view.t("organisation-lead"));
    view.page(head, tree(&view, None))
}

/// The units under one, and those under them.
fn tree(view: &View, above: Option<&UnitId>) -> Markup {
    let under: Vec<&Unit> = view.town.organisation.units.values().filter(|unit| unit.under.as_ref() == above).collect();
    html! {
        @if !under.is_empty() {
            ul .sb-tree {
                @for unit in under {
                    li {
                        (view.link(&(&unit.id).into())) " " span .sb-quiet { (view.of("unit-kind", unit.kind)) }
                        " " @if let Some(source) = view.source(&(&unit.id).into()) { (source) }
                        (tree(view, Some(&unit.id)))
                    }
                }
            }
        }
    }
}

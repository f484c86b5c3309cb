//! Page: the municipality's bodies and the staff under them on a day, and the changes that lie ahead.

use axum::response::Response;
use domain::organisation::{Change, Reform, Unit};
use domain::{Subject, UnitId};
use maud::{Markup, html};

use crate::look::{self, Button, Tone, actions};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let head = Head::new(Part::None, view.t("organisation-title")).lead(view.t("organisation-lead")).actions(actions(ways(&view)));
    let body = html! {
        (ahead(&view))
        (tree(&view, None))
    };
    view.page(head, body)
}

/// Where one goes from here, and what one may enter.
fn ways(view: &View) -> Vec<Button> {
    let mut ways = vec![
        Button::secondary(view.t("appointments-title")).to(view.at("/organisation/appointments")),
        Button::secondary(view.t("names-title")).to(view.at("/organisation/names")),
    ];
    let entered = [
        ("organisation.unit.establish", "unit-establish", "/organisation/new"),
        ("organisation.appointment.make", "appointment-make", "/organisation/appointments/new"),
    ];
    let may = entered.iter().filter(|entry| view.can(entry.0, &Subject::Municipality));
    ways.extend(may.map(|(_, label, page)| Button::quiet(view.t(label)).to(*page)));
    ways
}

/// What has been decided and not yet taken effect.
fn ahead(view: &View) -> Markup {
    let coming = &view.town.organisation.coming;
    html! {
        @if !coming.is_empty() {
            (look::callout(Tone::Info, view.t("reform-ahead"), html! { ul { @for reform in coming { li { (told(view, reform)) } } } }))
        }
    }
}

/// A change that lies ahead, in a sentence.
pub fn told(view: &View, reform: &Reform) -> Markup {
    let date = view.date(reform.from);
    let unit = Subject::from(&reform.unit);
    match &reform.change {
        Change::Named { name, .. } => {
            html! { (date) ": " (view.link(&unit)) " " (view.t("reform-named")) " " (name) }
        }
        Change::Under(above) => {
            html! { (date) ": " (view.link(&unit)) " " (view.t("reform-under")) " " (view.link(&above.into())) }
        }
    }
}

/// The units under one, and those under them.
fn tree(view: &View, above: Option<&UnitId>) -> Markup {
    let under: Vec<&Unit> = view.town.organisation.units_on(view.today).filter(|unit| unit.under.as_ref() == above).collect();
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

//! Page: the municipality's bodies and the staff under them on a day, and the changes that lie ahead.

use std::collections::BTreeMap;

use axum::response::Response;
use domain::organisation::{Change, Reform, Unit};
use domain::{Subject, UnitId};
use maud::{Markup, html};

use crate::look::{self, Button, Tone, actions, hidden};
use crate::web::fields::sent;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let head = Head::new(Part::None, view.t("organisation-title")).lead(view.t("organisation-lead")).actions(actions(ways(&view)));
    let body = html! {
        (super::upkeep::told(&view))
        (ahead(&view))
        (tree(&view, &beneath(&view), None))
    };
    view.page(head, body)
}

/// Where one goes from here, and what one may enter.
fn ways(view: &View) -> Vec<Button> {
    let mut ways = vec![
        Button::secondary(view.t("appointments-title")).to(view.at("/organisation/appointments")),
        Button::secondary(view.t("people-title")).to(view.at("/organisation/people")),
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
            (look::callout(Tone::Info, view.t("reform-ahead"), html! { ul { @for reform in coming { li { (told(view, reform)) (revoking(view, reform)) } } } }))
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

/// A button that undoes a change that lies ahead, for those who may.
pub fn revoking(view: &View, reform: &Reform) -> Markup {
    html! {
        @if view.can("organisation.reform.revoke", &(&reform.unit).into()) {
            form method="post" action=(format!("/organisation/{}/reforms/revoke", reform.unit)) {
                (view.marks())
                (hidden("from", &reform.from.to_string()))
                (hidden("kind", &sent(reform.kind())))
                (Button::quiet(view.t("reform-revoke")))
            }
        }
    }
}

/// The units there are, by the one they stand under.
type Beneath<'a> = BTreeMap<Option<&'a UnitId>, Vec<&'a Unit>>;

fn beneath(view: &View) -> Beneath<'_> {
    let mut beneath = Beneath::new();
    for unit in view.town.organisation.units_on(view.today) {
        beneath.entry(unit.under.as_ref()).or_default().push(unit);
    }
    beneath
}

/// The units under one, and those under them.
fn tree(view: &View, beneath: &Beneath<'_>, above: Option<&UnitId>) -> Markup {
    html! {
        @if let Some(under) = beneath.get(&above) {
            ul .sb-tree {
                @for unit in under {
                    li {
                        (view.link(&(&unit.id).into())) " " span .sb-quiet { (view.of("unit-kind", unit.kind)) }
                        " " @if let Some(source) = view.source(&(&unit.id).into()) { (source) }
                        (tree(view, beneath, Some(&unit.id)))
                    }
                }
            }
        }
    }
}

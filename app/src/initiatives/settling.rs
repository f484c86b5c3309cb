//! A body's decision on an initiative, entered by the secretary on the initiative's own page.

use axum::extract::Path;
use axum::response::Response;
use domain::forums::InitiativeSettle;
use domain::initiatives::{Initiative, Level};
use domain::organisation::{Unit, UnitKind};
use domain::{DecisionId, InitiativeId, Refusals, UnitId};
use maud::{Markup, html};

use super::gate;
use crate::look::{self, Button, Choice, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![form("/initiatives/{initiative}/settlement", May::Act("forums.initiative.settle"), settle)]
}

async fn settle(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let decision = DecisionId::new(&deed.view.fresh_id("decision")).ok_or(Problem::NotFound)?;
    let board = UnitId::new("ks").ok_or(Problem::NotFound)?;
    let fields = &mut deed.fields;
    let act = InitiativeSettle {
        id: decision,
        initiative: id.clone(),
        date: fields.date("date"),
        body: fields.choice("body", board),
        paragraph: fields.text("paragraph"),
        case_number: fields.text("case_number"),
        text: fields.text("text"),
    };
    gate::pass(deed, &id, act, "initiative-settled").await
}

/// The form, for those who may enter what bodies decide.
pub fn form_of(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Markup {
    if !view.can("forums.initiative.settle", &(&initiative.id).into()) {
        return html! {};
    }
    let faults = Faults::new(view, refusals);
    let asked = fields.raw("body");
    let body = if asked.is_empty() { decider(view, initiative).map_or("", |unit| unit.id.as_str()) } else { asked };
    let bodies = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    let choices = std::iter::once(Choice::new("", "")).chain(bodies.map(|unit| Choice::new(unit.id.as_str(), &unit.name)));
    let line = |name: &'static str, label: &str| Field::text(name, label).short().optional(view.t("form-optional")).value(fields.raw(name));
    html! {
        form method="post" action=(format!("/initiatives/{}/settlement", initiative.id)) {
            (view.marks())
            p { (view.t("settling-lead")) }
            (Field::select("body", view.t("decision-by"), choices).value(body).error(faults.of("body")))
            (Field::date("date", view.t("decision-date")).value(fields.raw("date")).error(faults.of("date")))
            (line("paragraph", view.t("decision-paragraph")).error(faults.of("paragraph")))
            (line("case_number", view.t("decision-case-number")).error(faults.of("case_number")))
            (Field::area("text", view.t("decision-text")).rows(4).value(fields.raw("text")).error(faults.of("text")))
            (look::actions([Button::primary(view.t("settling-do"))]))
        }
    }
}

/// The body the table leaves it to: the council, or the body its unit stands under.
fn decider<'v>(view: &'v View, initiative: &'v Initiative) -> Option<&'v Unit> {
    let organisation = &view.town.organisation;
    match initiative.decided_by(&view.town, view.today) {
        Level::Council => organisation.units.values().find(|unit| unit.kind == UnitKind::Council),
        Level::Committee | Level::Delegate => organisation.body_of(&initiative.card.unit),
    }
}

//! Page: record what a body decided.

use axum::response::{IntoResponse, Response};
use domain::forums::DecisionRecord;
use domain::{DecisionId, Refusals, UnitId};
use maud::html;

use crate::look::{Button, Choice, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/decisions/new", May::Act("forums.decision.record"), show),
        form("/decisions/new", May::Act("forums.decision.record"), record),
    ]
}

async fn show(view: View) -> Result<Response, Problem> {
    sheet(&view, &Fields::default(), &Refusals::none())
}

async fn record(mut deed: Deed) -> Result<Response, Problem> {
    let id = DecisionId::new(&deed.view.fresh_id("decision")).ok_or(Problem::NotFound)?;
    let executive_board = UnitId::new("ks").ok_or(Problem::NotFound)?;
    let page = format!("/decisions/{id}");
    let act = DecisionRecord {
        id,
        date: deed.fields.date("date"),
        body: deed.fields.choice("body", executive_board),
        paragraph: deed.fields.text("paragraph"),
        case_number: deed.fields.text("case_number"),
        matter: deed.fields.text("matter"),
        text: deed.fields.text("text"),
        concerns: Vec::new(),
    };
    Ok(deed.then(act, &page, "recorded", |view, fields, refusals| sheet(&view, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    view.may("forums.decision.record", &domain::Subject::Municipality).map_err(|refusal| Problem::Forbidden(Some(refusal.into())))?;
    let head =
        Head::new(Part::Decisions, view.t("decision-record")).under("/decisions", view.t("decisions-title")).lead(view.t("record-lead"));
    let faults = Faults::new(view, refusals);
    let bodies = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    let choices = std::iter::once(Choice::new("", "")).chain(bodies.map(|unit| Choice::new(unit.id.as_str(), &unit.name)));
    let line = |name: &'static str, label: &str| Field::text(name, label).value(fields.raw(name)).error(faults.of(name));
    let body = html! {
        (faults)
        form method="post" action="/decisions/new" {
            (view.marks())
            (Field::select("body", view.t("decision-by"), choices).value(fields.raw("body")).error(faults.of("body")))
            (Field::date("date", view.t("decision-date")).value(fields.raw("date")).error(faults.of("date")))
            (line("paragraph", view.t("decision-paragraph")).short().optional(view.t("form-optional")))
            (line("case_number", view.t("decision-case-number")).short().optional(view.t("form-optional")))
            (line("matter", view.t("decision-matter")))
            (Field::area("text", view.t("decision-text")).rows(8).value(fields.raw("text")).error(faults.of("text")))
            (actions([Button::primary(view.t("decision-record"))]))
        }
    };
    Ok(view.page(head, body))
}

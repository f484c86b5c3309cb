//! Page: record what a body decided.

use axum::response::{IntoResponse, Response};
use domain::expected::{Cause, Matter, waits_for};
use domain::forums::{DecisionRecord, Host};
use domain::{DecisionId, Refusals, Subject, UnitId};
use maud::html;

use super::matters;
use crate::look::{Button, Choice, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::naming;
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
        concerns: concerns(&deed),
    };
    Ok(deed.then(act, &page, "recorded", |view, fields, refusals| sheet(&view, &fields, &refusals).into_response()).await)
}

/// What was ticked, and the things whose addresses were pasted.
fn concerns(deed: &Deed) -> Vec<Subject> {
    let ticked = deed.fields.all("concerns").iter().filter_map(|mark| mark.parse().ok());
    let lines = deed.fields.raw("addresses").lines();
    ticked.chain(lines.filter_map(|line| naming::at(&deed.view.town, deed.view.texts(), line.trim()))).collect()
}

/// What waits for any body, each once.
fn waiting(view: &View) -> Vec<Matter> {
    let bodies = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    let mut all: Vec<Matter> = bodies.flat_map(|unit| waits_for(&view.town, &Host::Body(unit.id.clone()), view.today)).collect();
    all.retain(|matter| matter.cause != Cause::Report);
    all.sort();
    all.dedup_by(|one, other| one.about == other.about);
    all
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    view.demand("forums.decision.record", &domain::Subject::Municipality)?;
    let head =
        Head::new(Part::Decisions, view.t("decision-record")).under("/decisions", view.t("decisions-title")).lead(view.t("record-lead"));
    let faults = Faults::new(view, refusals);
    let bodies = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    let choices = std::iter::once(Choice::new("", "")).chain(bodies.map(|unit| Choice::new(unit.id.as_str(), &unit.name)));
    let line = |name: &'static str, label: &str| Field::text(name, label).value(fields.raw(name)).error(faults.of(name));
    let waiting: Vec<Choice> =
        waiting(view).iter().map(|matter| Choice::new(matter.about.to_string(), matters::said(view, matter))).collect();
    let has_waiting = !waiting.is_empty();
    let ticks = fields
        .all("concerns")
        .iter()
        .fold(Field::checks("concerns", view.t("decision-concerns"), waiting), |field, mark| field.value(mark));
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
            @if has_waiting { (ticks.error(faults.of("concerns"))) }
            (Field::area("addresses", view.t("concerns-addresses")).help(view.t("concerns-addresses-help")).rows(2)
                .optional(view.t("form-optional")).value(fields.raw("addresses")))
            (actions([Button::primary(view.t("decision-record"))]))
        }
    };
    Ok(view.page(head, body))
}

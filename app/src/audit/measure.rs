//! Page: a measure with its evidence, and the form by which its owner reports it as done.

use axum::extract::Path;
use axum::response::Response;
use domain::audit::{Completion, Measure, MeasureComplete};
use domain::{MeasureId, Refusal, Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{self, Button, Field, Summary};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/audit/measures/{measure}", May::Anyone, show),
        form("/audit/measures/{measure}/completion", May::Act("audit.measure.complete"), complete),
    ]
}

async fn show(view: View, Path(id): Path<MeasureId>) -> Result<Response, Problem> {
    let measure = view.town.audit.measures.get(&id).ok_or(Problem::NotFound)?;
    Ok(sheet(&view, measure, &Fields::default(), &Refusals::none()))
}

async fn complete(Path(id): Path<MeasureId>, deed: Deed) -> Result<Response, Problem> {
    let measure = deed.view.town.audit.measures.get(&id).cloned().ok_or(Problem::NotFound)?;
    let evidence = match subjects(deed.fields.raw("evidence")) {
        Ok(evidence) => evidence,
        Err(unreadable) => return Ok(refused(&deed.view, &measure, &deed.fields, &unreadable.into())),
    };
    let act = MeasureComplete { id: id.clone(), text: deed.fields.text("text"), evidence };
    let page = format!("/audit/measures/{id}");
    Ok(deed.then(act, &page, "measure-completed", |view, fields, refusals| sheet(&view, &measure, &fields, &refusals)).await)
}

/// Things named one a line, as their kind and identity.
fn subjects(lines: &str) -> Result<Vec<Subject>, Refusal> {
    let named = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    named.map(|line| line.parse().map_err(|_| Refusal::new("evidence-unknown").at("evidence").with("what", line))).collect()
}

fn refused(view: &View, measure: &Measure, fields: &Fields, refusals: &Refusals) -> Response {
    let mut answer = sheet(view, measure, fields, refusals);
    *answer.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    answer
}

fn sheet(view: &View, measure: &Measure, fields: &Fields, refusals: &Refusals) -> Response {
    let about = Subject::from(&measure.id);
    let advice = Subject::from(&measure.advice);
    let head = Head::new(Part::Audit, measure.text.as_str())
        .kicker(view.t("audit-measure"))
        .under("/audit", view.t("audit-title"))
        .under(view.href(&advice), view.name(&advice))
        .marks(html! { (words::measure_tag(view, measure)) @if let Some(source) = view.source(&about) { " " (source) } });
    let body = html! {
        (Summary::new().fact(view.t("audit-measure-owner"), view.person(&measure.owner)).fact(view.t("audit-measure-due"), view.date(measure.due)))
        @match &measure.done {
            Some(done) => (completion(view, done)),
            None if view.can("audit.measure.complete", &about) => (completing(view, measure, fields, refusals)),
            None => {}
        }
    };
    view.page(head, body)
}

fn completion(view: &View, done: &Completion) -> Markup {
    html! {
        h2 { (view.say("audit-measure-done", &[("date", done.date.into())])) }
        p { (done.text) }
        @if !done.evidence.is_empty() {
            h3 { (view.t("audit-evidence")) }
            ul { @for thing in &done.evidence { li { (view.link(thing)) } } }
        }
    }
}

fn completing(view: &View, measure: &Measure, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    html! {
        h2 { (view.t("audit-complete-measure")) }
        (faults)
        form method="post" action=(format!("/audit/measures/{}/completion", measure.id)) {
            (view.marks())
            (Field::area("text", view.t("audit-measure-result")).help(view.t("audit-measure-result-help")).value(fields.raw("text")).error(faults.of("text")))
            (Field::area("evidence", view.t("audit-measure-evidence")).help(view.t("audit-measure-evidence-help")).rows(3)
                .optional(view.t("form-optional")).value(fields.raw("evidence")).error(faults.of("evidence")))
            (look::actions([Button::primary(view.t("audit-complete-measure"))]))
        }
    }
}

//! Page: a recommendation with its answer, its measures, what later reviews found, and a form to plan a measure.

use axum::extract::Path;
use axum::response::Response;
use domain::audit::{Advice, MeasurePlan};
use domain::{AdviceId, MeasureId, Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{self, Button, Choice, Column, Field, Summary, Table};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/audit/advices/{advice}", May::Anyone, show),
        form("/audit/advices/{advice}/measures/{measure}", May::Act("audit.measure.plan"), plan),
    ]
}

async fn show(view: View, Path(id): Path<AdviceId>) -> Result<Response, Problem> {
    let advice = view.town.audit.advices.get(&id).ok_or(Problem::NotFound)?;
    Ok(sheet(&view, advice, &Fields::default(), &Refusals::none()))
}

async fn plan(Path((id, measure)): Path<(AdviceId, MeasureId)>, mut deed: Deed) -> Result<Response, Problem> {
    let advice = deed.view.town.audit.advices.get(&id).cloned().ok_or(Problem::NotFound)?;
    let sender = deed.view.who.clone().ok_or(Problem::Foreign)?;
    let act = MeasurePlan {
        id: measure,
        advice: id.clone(),
        text: deed.fields.text("text"),
        owner: deed.fields.choice("owner", sender),
        due: deed.fields.date("due"),
    };
    let page = format!("/audit/advices/{id}#measures");
    Ok(deed.then(act, &page, "measure-planned", |view, fields, refusals| sheet(&view, &advice, &fields, &refusals)).await)
}

fn sheet(view: &View, advice: &Advice, fields: &Fields, refusals: &Refusals) -> Response {
    let about = Subject::from(&advice.id);
    let head = Head::new(Part::Audit, view.say("audit-advice-number", &[("number", usize::from(advice.number).into())]))
        .kicker(view.name(&(&advice.review).into()))
        .under("/audit", view.t("audit-title"))
        .under(view.href(&(&advice.review).into()), view.name(&(&advice.review).into()))
        .marks(html! { (words::progress_tag(view, advice)) @if let Some(source) = view.source(&about) { " " (source) } });
    let to = Subject::from(&advice.to);
    let body = html! {
        (look::quote(html! { p { (advice.text) } }, html! { (view.name(&(&advice.review).into())) }))
        (Summary::new().fact(view.t("audit-to"), view.link(&to)).fact(view.t("audit-due"), view.date(advice.due)))
        h2 { (view.t("audit-response")) }
        (response(view, advice))
        h2 #measures { (view.t("audit-measures")) }
        (measures(view, advice))
        @if view.can("audit.measure.plan", &about) { (planning(view, advice, fields, refusals)) }
        @if !advice.findings.is_empty() {
            h2 { (view.t("audit-findings")) }
            (findings(view, advice))
        }
    };
    view.page(head, body)
}

fn response(view: &View, advice: &Advice) -> Markup {
    html! {
        @match &advice.response {
            None => p .sb-nothing { (view.t("audit-response-none")) },
            Some(response) => {
                (look::quote(html! { p { (response.text) } }, html! { (view.date(response.date)) ", " (view.link(&(&response.decision).into())) }))
            }
        }
    }
}

fn measures(view: &View, advice: &Advice) -> Table {
    Table::new("measures-list", view.t("audit-measures"))
        .caption_hidden()
        .column(Column::text(view.t("audit-measure")))
        .column(Column::text(view.t("audit-measure-owner")))
        .column(Column::text(view.t("audit-measure-due")))
        .column(Column::text(view.t("audit-progress")))
        .empty(view.t("audit-no-measures"))
        .rows(view.town.audit.measures_of(&advice.id), |line, measure| {
            line.link(&view.href(&(&measure.id).into()), &measure.text)
                .cell(view.person(&measure.owner))
                .cell(view.date(measure.due))
                .cell(words::measure_tag(view, measure));
        })
}

fn planning(view: &View, advice: &Advice, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let owners = view.harbour().people.by_name().into_iter().map(|person| Choice::new(person.id.as_str(), person.name.as_str()));
    let owners = std::iter::once(Choice::new("", "")).chain(owners);
    let form = html! {
        (faults)
        form method="post" action=(format!("/audit/advices/{}/measures/{}", advice.id, view.fresh_id("atgard"))) {
            (view.marks())
            (Field::area("text", view.t("audit-measure-text")).help(view.t("audit-measure-text-help")).rows(3).value(fields.raw("text")).error(faults.of("text")))
            (Field::select("owner", view.t("audit-measure-owner"), owners).value(fields.raw("owner")).error(faults.of("owner")))
            (Field::date("due", view.t("audit-measure-due")).value(fields.raw("due")).error(faults.of("due")))
            (look::actions([Button::primary(view.t("audit-plan-measure"))]))
        }
    };
    if refusals.0.is_empty() { look::details(view.t("audit-plan-measure"), form) } else { form }
}

fn findings(view: &View, advice: &Advice) -> Markup {
    html! {
        @for finding in &advice.findings {
            (look::quote(
                html! { p { strong { (view.t("audit-finding-heeded")) ": " (words::verdict(view.texts(), finding.heeded)) ". " } (finding.text) } },
                html! { (view.date(finding.date)) ", " (view.link(&(&finding.review).into())) },
            ))
        }
    }
}

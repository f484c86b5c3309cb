//! Page: an undertaking or assignment of a committee, what was reported back, and a form to report.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::goals::{Undertaking, UndertakingAssign, UndertakingReport, UndertakingStatus};
use domain::{Refusals, Subject, UndertakingId};
use maud::{Markup, html};

use super::words;
use crate::look::{self, Button, Choice, Field, Moment, Summary, actions, timeline};
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/undertakings/{undertaking}", May::Anyone, show),
        form("/goals/undertakings/{undertaking}", May::Act("goals.undertaking.report"), report),
        page("/goals/undertakings/{undertaking}/person", May::Act("goals.undertaking.assign"), assigning),
        form("/goals/undertakings/{undertaking}/person", May::Act("goals.undertaking.assign"), assign),
    ]
}

async fn show(view: View, Path(id): Path<UndertakingId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn report(Path(id): Path<UndertakingId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.goals.undertakings.get(&id).ok_or(Problem::NotFound)?;
    let act = UndertakingReport {
        id: id.clone(),
        status: deed.fields.choice("status", UndertakingStatus::Ongoing),
        text: deed.fields.text("text"),
    };
    let page = format!("/goals/undertakings/{id}");
    Ok(deed.then(act, &page, "undertaking-reported", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

async fn assigning(view: View, Path(id): Path<UndertakingId>) -> Result<Response, Problem> {
    let undertaking = view.town.goals.undertakings.get(&id).ok_or(Problem::NotFound)?;
    view.demand("goals.undertaking.assign", &(&id).into())?;
    let held = [
        ("responsible", undertaking.responsible.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("due", undertaking.due.map(|due| due.to_string()).unwrap_or_default()),
    ];
    Ok(person(&view, &id, &Fields::filled(held), &Refusals::none()))
}

async fn assign(Path(id): Path<UndertakingId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.goals.undertakings.get(&id).ok_or(Problem::NotFound)?;
    let act = UndertakingAssign { id: id.clone(), responsible: deed.fields.maybe("responsible"), due: deed.fields.maybe_date("due") };
    let page = format!("/goals/undertakings/{id}");
    Ok(deed.then(act, &page, "undertaking-assigned", |view, fields, refusals| person(&view, &id, &fields, &refusals)).await)
}

/// Who answers for it, and until when.
fn person(view: &View, id: &UndertakingId, fields: &Fields, refusals: &Refusals) -> Response {
    let (page, name) = (format!("/goals/undertakings/{id}"), view.name(&id.into()));
    let head = Head::new(Part::Goals, view.t("undertaking-assign"))
        .kicker(name.as_str())
        .under("/goals", view.t("goals-title"))
        .under("/goals/plans", view.t("plans-title"))
        .under(page.as_str(), name.as_str());
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.select("responsible", "undertaking-responsible", or_none(view, choices::people(view))).optional(blank.optional()))
        (blank.date("due", "undertaking-due").optional(blank.optional()))
    };
    view.page(head, blank.form(&format!("{page}/person"), inputs, "form-save", &page))
}

fn sheet(view: &View, id: &UndertakingId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let undertaking = view.town.goals.undertakings.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let head = Head::new(Part::Goals, view.name(&about))
        .kicker(format!("{} · {}", view.of("undertaking-kind", undertaking.kind), view.name(&(&undertaking.unit).into())))
        .under("/goals", view.t("goals-title"))
        .under("/goals/plans", view.t("plans-title"))
        .marks(html! { (words::undertaking(view, undertaking)) " " @if let Some(source) = view.source(&about) { (source) } })
        .actions(html! { @if !undertaking.is_closed() && view.can("goals.undertaking.assign", &about) {
            (actions([Button::secondary(view.t("undertaking-assign")).to(format!("/goals/undertakings/{id}/person"))]))
        } });
    let may = !undertaking.is_closed() && view.can("goals.undertaking.report", &about);
    let body = html! {
        (look::quote(html! { p { (undertaking.text) } }, view.link(&(&undertaking.document).into())))
        (facts(view, undertaking))
        h2 { (view.t("undertaking-reports")) }
        (reports(view, undertaking))
        @if may { (reporting(view, undertaking, fields, refusals)) }
        (history(view, &[about]))
    };
    Ok(view.page(head, body))
}

fn facts(view: &View, undertaking: &Undertaking) -> Summary {
    let missing = view.t("missing").to_owned();
    let facts = Summary::new()
        .fact(
            view.t("undertaking-responsible"),
            undertaking.responsible.as_ref().map_or(missing.clone(), |who| view.person(who).to_owned()),
        )
        .fact(view.t("undertaking-due"), undertaking.due.map_or(missing, |due| view.date(due)));
    match &undertaking.goal {
        Some(goal) => facts.fact(view.t("goal"), view.link(&goal.into())),
        None => facts,
    }
}

fn reports(view: &View, undertaking: &Undertaking) -> Markup {
    let told: Vec<Moment> = undertaking
        .reports
        .iter()
        .rev()
        .map(|report| {
            let what = html! { p { strong { (view.of("undertaking-status", report.status)) ". " } (report.text) } };
            Moment::new(report.date.to_string(), view.date(report.date), view.person(&report.who), what)
        })
        .collect();
    html! { @if told.is_empty() { p .sb-nothing { (view.t("undertaking-no-reports")) } } @else { (timeline(&told)) } }
}

fn reporting(view: &View, undertaking: &Undertaking, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let statuses = ["ongoing", "done", "dropped"].map(|word| Choice::new(word, view.of("undertaking-status", word)));
    html! {
        h2 { (view.t("undertaking-report")) }
        (faults)
        form method="post" action=(format!("/goals/undertakings/{}", undertaking.id)) {
            (view.marks())
            (Field::radios("status", view.t("status"), statuses).value(fields.raw("status")).error(faults.of("status")))
            (Field::area("text", view.t("undertaking-report-text")).rows(4).value(fields.raw("text")).error(faults.of("text")))
            (actions([Button::primary(view.t("undertaking-report"))]))
        }
    }
}

//! Page: what the committees' plans for a year say about digitalisation, committee by committee.

use axum::response::Response;
use domain::goals::{DocumentKind, Undertaking};
use domain::organisation::{Unit, UnitKind};
use domain::{Arg, Date};
use maud::{Markup, html};

use super::words;
use crate::look::{Choice, Column, Field, Table, Tag, Tone, callout, filter_bar};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals/plans", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let year = year(&view);
    let committees: Vec<&Unit> =
        view.town.organisation.units.values().filter(|unit| matches!(unit.kind, UnitKind::Committee | UnitKind::ExecutiveBoard)).collect();
    let head = Head::new(Part::Goals, view.t("plans-title")).under("/goals", view.t("goals-title")).lead(view.t("plans-lead"));
    let body = html! {
        (filter_bar(view.t("plans-filter"), "/goals/plans", &view.questions_besides(&["year"]), [years(&view, year)], view.t("filter"), None))
        (silent(&view, year))
        @for committee in committees {
            h2 #(committee.id) { (committee.name) }
            (said(&view, committee, year))
        }
    };
    view.page(head, body)
}

/// The year asked for, or the year shown.
fn year(view: &View) -> i16 {
    view.ask("year").parse().unwrap_or(view.today.year())
}

fn years(view: &View, year: i16) -> Field {
    let mut known: Vec<i16> = view
        .town
        .goals
        .documents
        .values()
        .filter(|document| document.kind == DocumentKind::OperationalPlan)
        .map(|document| document.from.year())
        .chain([view.today.year()])
        .collect();
    known.sort_unstable();
    known.dedup();
    Field::select("year", view.t("year"), known.iter().rev().map(|year| Choice::new(year.to_string(), year.to_string())))
        .value(year.to_string())
}

/// The committees whose plans say nothing.
fn silent(view: &View, year: i16) -> Markup {
    let middle = Date::new(year, 7, 1).unwrap_or(view.today);
    let names: Vec<&str> = view.town.goals.silent_committees(&view.town.organisation, middle).map(|unit| unit.name.as_str()).collect();
    if names.is_empty() {
        return callout(Tone::Good, "", html! { p { (view.t("plans-none-silent")) } });
    }
    let told = view.say("plans-silent", &[("committees", Arg::from(names.join(", ").as_str())), ("count", names.len().into())]);
    callout(Tone::Bad, "", html! { p { (told) } })
}

fn said(view: &View, committee: &Unit, year: i16) -> Table {
    let goals = &view.town.goals;
    let of_year = |undertaking: &&Undertaking| {
        undertaking.unit == committee.id && goals.documents.get(&undertaking.document).is_some_and(|document| document.from.year() == year)
    };
    Table::new(
        format!("plan-{}", committee.id),
        view.say("plans-of", &[("unit", committee.name.as_str().into()), ("year", year.to_string().as_str().into())]),
    )
    .caption_hidden()
    .column(Column::text(view.t("undertaking")))
    .column(Column::text(view.t("undertaking-kind-label")))
    .column(Column::text(view.t("undertaking-responsible")))
    .column(Column::text(view.t("undertaking-due")))
    .column(Column::text(view.t("status")))
    .empty(view.t("plan-says-nothing"))
    .rows(goals.undertakings.values().filter(of_year), |line, undertaking| {
        let about = (&undertaking.id).into();
        line.cell(html! { (view.link(&about)) " " @if let Some(source) = view.source(&about) { (source) } })
            .cell(view.of("undertaking-kind", undertaking.kind))
            .cell(undertaking.responsible.as_ref().map_or_else(|| lacking(view, undertaking), |who| html! { (view.person(who)) }))
            .cell(undertaking.due.map_or_else(|| lacking(view, undertaking), |due| html! { (view.date(due)) }))
            .cell(words::undertaking(view, undertaking));
    })
}

/// What an undertaking should have and has not; a mere statement needs neither person nor day.
fn lacking(view: &View, undertaking: &Undertaking) -> Markup {
    html! { @if undertaking.kind != domain::goals::UndertakingKind::Statement { (Tag::partly(view.t("missing"))) } }
}

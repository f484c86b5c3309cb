//! Page: what the committees' plans say about digitalisation: who says nothing, year beside year, and every
//! undertaking as a list.

use std::collections::BTreeSet;

use axum::response::Response;
use domain::goals::{Document, DocumentKind, Undertaking, UndertakingStatus};
use domain::organisation::{Unit, UnitKind};
use domain::{Arg, Date, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Button, Choice, Column, Link, Table, Tag, Tone, actions, callout};
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals/plans", May::Anyone, show)]
}

/// How many years stand side by side: the latest.
const YEARS: usize = 4;

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.goals.undertakings.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let year = view.ask("year").parse().unwrap_or(view.today.year());
    let head = Head::new(Part::Goals, view.t("plans-title")).under("/goals", view.t("goals-title")).lead(view.t("plans-lead")).actions(
        html! { @if view.can("goals.undertaking.enter", &Subject::Municipality) {
            (actions([Button::primary(view.t("undertaking-enter")).to("/goals/undertakings/new")]))
        } },
    );
    let body = html! {
        (silent(&view, year))
        (side_by_side(&view))
        (found)
    };
    Ok(view.page(head, body))
}

/// The committees and the executive board there are on the day shown.
pub fn committees(view: &View) -> Vec<&Unit> {
    let wanted = |unit: &&Unit| matches!(unit.kind, UnitKind::Committee | UnitKind::ExecutiveBoard);
    let mut committees: Vec<&Unit> = view.town.organisation.units_on(view.today).filter(wanted).collect();
    committees.sort_by(|one, other| (one.kind, &one.name).cmp(&(other.kind, &other.name)));
    committees
}

/// The years there are plans for, the latest first.
pub fn years(view: &View) -> Vec<i16> {
    let plans = view.town.goals.documents.values().filter(|document| document.kind == DocumentKind::OperationalPlan);
    let known: BTreeSet<i16> = plans.map(|document| document.from.year()).chain([view.today.year()]).collect();
    known.into_iter().rev().collect()
}

/// The year of the plan that holds an undertaking.
pub fn year_of(view: &View, undertaking: &Undertaking) -> Option<i16> {
    view.town.goals.documents.get(&undertaking.document).map(|document| document.from.year())
}

/// The committees whose plans say nothing, and those that have no plan.
fn silent(view: &View, year: i16) -> Markup {
    let (goals, organisation) = (&view.town.goals, &view.town.organisation);
    let middle = Date::new(year, 7, 1).unwrap_or(view.today);
    let planless: Vec<&Unit> = goals.planless_committees(organisation, middle).collect();
    let silent: Vec<&Unit> = goals.silent_committees(organisation, middle).filter(|unit| !planless.contains(unit)).collect();
    let told = |key: &str, units: &[&Unit]| {
        let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
        view.say(key, &[("committees", Arg::from(names.join(", ").as_str())), ("count", names.len().into())])
    };
    html! {
        @if silent.is_empty() && planless.is_empty() { (callout(Tone::Good, "", html! { p { (view.t("plans-none-silent")) } })) }
        @if !silent.is_empty() { (callout(Tone::Bad, "", html! { p { (told("plans-silent", &silent)) } })) }
        @if !planless.is_empty() { (callout(Tone::Partly, "", html! { p { (told("plans-lacking", &planless)) } })) }
    }
}

/// Committees down, years across: how much each plan promises, and what came of it.
fn side_by_side(view: &View) -> Table {
    let years: Vec<i16> = years(view).into_iter().take(YEARS).collect();
    let mut table = Table::new("years", view.t("plans-years")).column(Column::text(view.t("committee")));
    for year in &years {
        table = table.column(Column::text(year.to_string()));
    }
    table.rows(committees(view), |line, committee| {
        let way = view.at(&format!("/goals/plans/{}", committee.id));
        let mut line = line.cell(html! { (Link::new(way, committee.name.as_str())) });
        for year in &years {
            line = line.cell(tally(view, committee, *year));
        }
    })
}

/// What a committee's plan for a year came to, in a few words.
fn tally(view: &View, committee: &Unit, year: i16) -> Markup {
    let all: Vec<&Undertaking> =
        view.town.goals.undertakings.values().filter(|one| one.unit == committee.id && year_of(view, one) == Some(year)).collect();
    let is_plan = |document: &Document| {
        document.kind == DocumentKind::OperationalPlan && document.unit == committee.id && document.from.year() == year
    };
    if all.is_empty() {
        let planned = view.town.goals.documents.values().any(is_plan);
        return html! { @if planned { (Tag::bad(view.t("plan-silent"))) } @else { span .sb-quiet { (view.t("plan-none")) } } };
    }
    let done = all.iter().filter(|one| one.status == UndertakingStatus::Done).count();
    let late = all.iter().filter(|one| one.is_late(view.today)).count();
    html! {
        (view.say("plan-tally", &[("count", all.len().into()), ("done", done.into())]))
        @if late > 0 { " " (Tag::bad(view.say("plan-late", &[("count", late.into())]))) }
    }
}

fn list(view: &View) -> List<'_, &Undertaking> {
    let choice = |year: &i16| Choice::new(year.to_string(), year.to_string());
    let of = |family: &str, all: &[&str]| -> Vec<Choice> { all.iter().map(|word| Choice::new(*word, view.of(family, word))).collect() };
    let units = committees(view).into_iter().map(|unit| Choice::new(unit.id.as_str(), unit.name.as_str()));
    let state = |one: &Undertaking| if one.is_late(view.today) { "late".to_owned() } else { sent(one.status) };
    let mut states = of("undertaking-status", &["open", "ongoing", "done", "dropped"]);
    states.push(Choice::new("late", view.t("undertaking-late")));
    List::new(view, "undertakings", "undertakings-caption")
        .empty("plan-says-nothing")
        .order("unit")
        .search("undertakings-words", |one: &&Undertaking| one.text.clone())
        .choice("year", "year", years(view).iter().map(choice), |one, asked| {
            year_of(view, one).is_some_and(|year| year.to_string() == asked)
        })
        .otherwise(view.today.year().to_string())
        .choice("unit", "committee", units, |one, asked| one.unit.as_str() == asked)
        .choice("kind", "undertaking-kind-label", of("undertaking-kind", &["assignment", "undertaking", "statement"]), |one, asked| {
            sent(one.kind) == asked
        })
        .choice("status", "status", states, move |one, asked| state(one) == asked)
        .column("text", "undertaking", |one| view.name(&(&one.id).into()))
        .shown(|one| {
            let about = (&one.id).into();
            html! { (view.link(&about)) " " @if let Some(source) = view.source(&about) { (source) } }
        })
        .column("unit", "committee", |one| view.name(&(&one.unit).into()))
        .column("year", "year", |one| year_of(view, one).map(|year| year.to_string()))
        .column("kind", "undertaking-kind-label", |one| view.of("undertaking-kind", one.kind))
        .column("responsible", "undertaking-responsible", |one| one.responsible.as_ref().map(|who| view.person(who).to_owned()))
        .shown(|one| one.responsible.as_ref().map_or_else(|| lacking(view, one), |who| html! { (view.person(who)) }))
        .column("due", "undertaking-due", |one| one.due)
        .shown(|one| one.due.map_or_else(|| lacking(view, one), |due| html! { (view.date(due)) }))
        .column("status", "status", move |one| view.of("undertaking-status", one.status))
        .shown(|one| words::undertaking(view, one))
}

/// What an undertaking should have and has not; a mere statement needs neither person nor day.
pub fn lacking(view: &View, undertaking: &Undertaking) -> Markup {
    html! { @if undertaking.kind != domain::goals::UndertakingKind::Statement { (Tag::partly(view.t("missing"))) } }
}

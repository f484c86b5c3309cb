//! Page: every indicator with its latest value, its forecast and how it is doing, and how fresh it is.

use axum::response::Response;
use domain::Subject;
use domain::goals::{Course, Figure, Indicator};
use maud::html;

use super::{figures, words};
use crate::look::{Button, actions};
use crate::web::choices;
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals/indicators", May::Anyone, show)]
}

/// How an indicator may be doing, the worst first.
const COURSES: [Course; 5] = [Course::Behind, Course::NoTarget, Course::Unknown, Course::OnCourse, Course::Reached];

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.goals.indicators.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Goals, view.t("indicators")).under("/goals", view.t("goals-title")).lead(view.t("indicators-lead")).actions(
        html! { @if view.can("goals.indicator.define", &Subject::Municipality) {
            (actions([Button::primary(view.t("indicator-define")).to("/goals/indicators/new")]))
        } },
    );
    Ok(view.page(head, html! { (found) (figures::fetching(&view)) }))
}

fn list(view: &View) -> List<'_, &Indicator> {
    let figure = |value: Option<Figure>, unit: &str| value.map(|value| format!("{} {unit}", words::figure(view, value)));
    let latest = |one: &Indicator| one.latest().map(|reading| reading.value);
    let target = |one: &Indicator| one.measure.target.map(|reading| reading.value);
    let size = |value: Option<Figure>| value.map_or(i64::MIN, |value| value.0);
    List::new(view, "indicators", "indicators-caption")
        .empty("indicators-none-at-all")
        .order("name")
        .search("indicators-words", |one: &&Indicator| format!("{} {}", one.measure.name, view.name(&(&one.goal).into())))
        .choice("course", "status", choices::of(view, "course", &COURSES), |one, asked| sent(one.course()) == asked)
        .choice("goal", "goal", choices::goals(view), |one, asked| one.goal.as_str() == asked)
        .choice("from", "indicator-source", [crate::look::Choice::new("kolada", "Kolada")], |one, _| one.measure.kolada.is_some())
        .column("name", "indicator", |one| one.measure.name.clone())
        .linked(|one| view.href(&(&one.id).into()))
        .column("goal", "goal", |one| view.name(&(&one.goal).into()))
        .linked(|one| view.href(&(&one.goal).into()))
        .column("latest", "indicator-latest", move |one| figure(latest(one), &one.measure.unit))
        .ranked(move |one| size(latest(one)))
        .column("on", "indicator-on", |one| one.latest().map(|reading| reading.on))
        .column("forecast", "indicator-forecast", move |one| figure(one.forecast().map(Figure::rounded), &one.measure.unit))
        .ranked(move |one| size(one.forecast()))
        .column("target", "indicator-target", move |one| figure(target(one), &one.measure.unit))
        .ranked(move |one| size(target(one)))
        .column("course", "status", |one| view.of("course", one.course()))
        .ranked(|one| {
            COURSES.iter().position(|course| *course == one.course()).and_then(|place| i64::try_from(place).ok()).unwrap_or_default()
        })
        .shown(|one| words::course(view, one))
        .column("owner", "indicator-owner", |one| one.measure.owner.as_ref().map(|who| view.person(who).to_owned()))
}

//! Page: an indicator with its values so far, its forecast to the target, and a form for the next value.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::goals::{Figure, Frequency, Indicator, IndicatorMeasure, Kolada, Reading};
use domain::{Date, IndicatorId, Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Course, Drawing, Said, Series, figure, lines};
use crate::look::{Button, Column, Field, Summary, Table, Tag, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/indicators/{indicator}", May::Anyone, show),
        form("/goals/indicators/{indicator}", May::Act("goals.indicator.measure"), measure),
    ]
}

async fn show(view: View, Path(id): Path<IndicatorId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn measure(Path(id): Path<IndicatorId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.goals.indicators.get(&id).ok_or(Problem::NotFound)?;
    let act = IndicatorMeasure { id: id.clone(), on: deed.fields.date("on"), value: deed.fields.figure("value") };
    let page = format!("/goals/indicators/{id}");
    Ok(deed.then(act, &page, "indicator-measured", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &IndicatorId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let indicator = view.town.goals.indicators.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let head = Head::new(Part::Goals, indicator.measure.name.as_str())
        .kicker(format!("{} · {}", view.t("indicator"), view.name(&(&indicator.goal).into())))
        .under("/goals", view.t("goals-title"))
        .under(view.href(&(&indicator.goal).into()), view.name(&(&indicator.goal).into()))
        .marks(html! { (words::course(view, indicator)) " " @if let Some(source) = view.source(&about) { (source) } })
        .actions(html! { @if view.can("goals.indicator.redefine", &about) {
            (actions([Button::secondary(view.t("indicator-redefine")).to(format!("/goals/indicators/{id}/definition"))]))
        } });
    let said = Said { id: "values".into(), title: picture_title(view, indicator), description: view.t("indicator-picture-help").into() };
    let drawing = picture(view, &said, indicator);
    let body = html! {
        (facts(view, indicator))
        (figure(&said, &drawing, view.t("chart-as-table"), values(view, indicator)))
        @if view.can("goals.indicator.measure", &about) { (next(view, indicator, fields, refusals)) }
        (history(view, &[about]))
    };
    Ok(view.page(head, body))
}

fn facts(view: &View, indicator: &Indicator) -> Summary {
    let measure = &indicator.measure;
    let value =
        |reading: Option<Reading>| reading.map_or(view.t("missing").to_owned(), |reading| words::reading(view, reading, &measure.unit));
    let missing = |text: &str| if text.is_empty() { view.t("missing").to_owned() } else { text.to_owned() };
    let facts = Summary::new()
        .fact(view.t("goal"), view.link(&(&indicator.goal).into()))
        .fact(view.t("indicator-better"), view.of("better", measure.better))
        .fact(view.t("indicator-baseline"), value(measure.baseline))
        .fact(view.t("indicator-target"), value(measure.target))
        .fact(
            view.t("indicator-forecast"),
            indicator
                .forecast()
                .map_or(view.t("indicator-no-forecast").to_owned(), |at| format!("{} {}", words::figure(view, at.rounded()), measure.unit)),
        )
        .fact(view.t("indicator-owner"), measure.owner.as_ref().map_or(view.t("missing").to_owned(), |owner| view.person(owner).to_owned()))
        .fact(view.t("indicator-source"), missing(&measure.source))
        .fact(view.t("indicator-frequency"), view.of("frequency", measure.frequency));
    match &measure.kolada {
        Some(kolada) => facts.fact(view.t("kolada-source"), from_kolada(view, indicator, kolada)),
        None => facts,
    }
}

/// What Kolada asks those who show its figures to say, and how fresh they are.
fn from_kolada(view: &View, indicator: &Indicator, kolada: &Kolada) -> Markup {
    html! {
        (view.t("kolada-named")) " " (kolada.kpi) ", " (kolada.municipality)
        @if let Some(fetched) = indicator.fetched {
            ". " (view.say("kolada-fetched", &[("date", fetched.on.into())]))
            @if fetched.withdrawn { " " (Tag::bad(view.t("kolada-withdrawn"))) }
        }
    }
}

fn picture_title(view: &View, indicator: &Indicator) -> String {
    format!("{}, {}", view.t("indicator-values"), indicator.measure.unit)
}

/// All readings there are, by day: the baseline first.
fn readings(indicator: &Indicator) -> Vec<Reading> {
    let mut all: Vec<Reading> = indicator.values.iter().copied().collect();
    if let Some(baseline) = indicator.measure.baseline.filter(|baseline| all.iter().all(|reading| reading.on != baseline.on)) {
        all.push(baseline);
    }
    all.sort_by_key(|reading| reading.on);
    all
}

/// The values on an even scale of time, so that a slope is a pace.
fn picture(view: &View, said: &Said, indicator: &Indicator) -> Drawing {
    let so_far = readings(indicator);
    let target = indicator.measure.target;
    let step = if indicator.measure.frequency == Frequency::Yearly { 12 } else { 6 };
    let first = so_far.iter().map(|reading| months(reading.on)).min().unwrap_or_default();
    let place = |on: Date| usize::try_from((months(on) - first + step / 2) / step).unwrap_or_default();
    let length = so_far.iter().copied().chain(target).map(|reading| place(reading.on) + 1).max().unwrap_or_default();
    // Where there are many, only every other month is named, so that no name runs into the next.
    let named = |(place, at): (usize, i32)| if length > 6 && place % 2 == 1 { String::new() } else { month(at) };
    let periods: Vec<String> = (first..).step_by(step_size(step)).take(length).enumerate().map(named).collect();
    let mut measured = vec![None; length];
    for reading in &so_far {
        measured[place(reading.on)] = Some(reading.value.0);
    }
    let mut all = vec![Series { label: view.t("indicator-outcome").into(), course: Course::Measured, points: measured }];
    if let (Some(forecast), Some(target), Some(last)) = (indicator.forecast(), target, so_far.last()) {
        let points = between((place(last.on), last.value.0), (place(target.on), forecast.0), length);
        all.push(Series { label: view.t("indicator-forecast-line").into(), course: Course::Forecast, points });
    }
    if let Some(target) = target {
        all.push(Series { label: view.t("indicator-target").into(), course: Course::Target, points: vec![Some(target.value.0); length] });
    }
    lines(said, &periods, &all, &|value| words::figure(view, Figure(value)))
}

/// A straight line from one place to a later one; nothing outside.
fn between(from: (usize, i64), to: (usize, i64), length: usize) -> Vec<Option<i64>> {
    let apart = i64::try_from(to.0.saturating_sub(from.0)).unwrap_or(1).max(1);
    let at = |place: usize| from.1 + (to.1 - from.1) * i64::try_from(place - from.0).unwrap_or_default() / apart;
    (0..length).map(|place| (from.0..=to.0).contains(&place).then(|| at(place))).collect()
}

/// Months since the beginning of our reckoning.
fn months(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

fn step_size(months: i32) -> usize {
    usize::try_from(months).unwrap_or(1)
}

/// A month, short enough for an axis.
fn month(months: i32) -> String {
    format!("{}-{:02}", months / 12, months % 12 + 1)
}

fn values(view: &View, indicator: &Indicator) -> Table {
    let mut table = Table::new("readings", view.t("indicator-values"))
        .caption_hidden()
        .column(Column::text(view.t("day")))
        .column(Column::text(view.t("indicator-what")))
        .column(Column::number(indicator.measure.unit.as_str()))
        .empty(view.t("indicator-no-values"));
    let mut row =
        |on: Date, what: &str, value: Figure| drop(table.row().cell(view.date(on)).cell(view.t(what)).cell(words::figure(view, value)));
    for reading in readings(indicator) {
        let is_baseline = indicator.measure.baseline == Some(reading) && !indicator.values.contains(&reading);
        row(reading.on, if is_baseline { "indicator-baseline" } else { "indicator-outcome" }, reading.value);
    }
    if let Some(target) = indicator.measure.target {
        if let Some(forecast) = indicator.forecast() {
            row(target.on, "indicator-forecast-line", forecast.rounded());
        }
        row(target.on, "indicator-target", target.value);
    }
    table
}

fn next(view: &View, indicator: &Indicator, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    html! {
        h2 { (view.t("indicator-next")) }
        (faults)
        form method="post" action=(format!("/goals/indicators/{}", indicator.id)) {
            (view.marks())
            (Field::date("on", view.t("indicator-on")).value(fields.raw("on")).error(faults.of("on")))
            (Field::number("value", view.t("indicator-value"), indicator.measure.unit.as_str()).value(fields.raw("value")).error(faults.of("value")))
            (actions([Button::primary(view.t("indicator-enter"))]))
        }
    }
}

//! Page: the goal structure, from goal areas through goals to the strategy's directions, as a picture
//! and a table, with what hangs loose.

use axum::response::Response;
use domain::Arg;
use domain::goals::{Goal, Strength};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Knot, Said, Strand, figure, thread};
use crate::look::{Button, Column, KeyFigure, Table, Tone, actions, key_figures};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let goals: Vec<&Goal> = view.town.goals.in_force(view.today).collect();
    let head = Head::new(Part::Goals, view.t("goals-title")).lead(view.t("goals-lead")).actions(actions([
        Button::secondary(view.t("strategy-title")).to(view.at("/goals/strategy")),
        Button::secondary(view.t("plans-title")).to(view.at("/goals/plans")),
    ]));
    let body = html! {
        (figures(&view, &goals))
        (figure(&said(&view), &thread(&said(&view), &titles(&view), &knots(&view, &goals), &strands(&view, &goals)), view.t("chart-as-table"), list(&view, &goals, "goals-chart")))
        (list(&view, &goals, "goals-list"))
        p { (view.t("smart-explained")) }
        h2 { (view.t("documents-title")) }
        (documents(&view))
    };
    view.page(head, body)
}

/// What a newcomer should know in ten seconds.
fn figures(view: &View, goals: &[&Goal]) -> Markup {
    let (town, today) = (&view.town, view.today);
    let smart = goals.iter().filter(|goal| town.goals.smart_on_digitalisation(&goal.id).is_some_and(|smart| smart.holds())).count();
    let loose = town.goals.directions_without_goal(today).len();
    let alone = town.objects.goals_left_alone(&town.goals, today).len();
    let silent = town.goals.silent_committees(&town.organisation, today).count();
    let tone = |bad: usize| if bad == 0 { Tone::Good } else { Tone::Bad };
    let of = |count: usize| view.say("of-count", &[("count", Arg::from(count))]);
    key_figures(&[
        KeyFigure::new(smart.to_string(), view.t("goals-smart")).note(tone(goals.len() - smart), of(goals.len())),
        KeyFigure::new(loose.to_string(), view.t("directions-loose"))
            .note(tone(loose), of(town.goals.directions_in_force(today).len()))
            .at(view.at("/goals/strategy")),
        KeyFigure::new(alone.to_string(), view.t("goals-alone")).note(tone(alone), of(goals.len())).at(view.at("/goals/strategy")),
        KeyFigure::new(silent.to_string(), view.t("committees-silent"))
            .note(tone(silent), view.t("committees-silent-note"))
            .at(view.at("/goals/plans")),
    ])
}

fn said(view: &View) -> Said {
    Said { id: "thread".into(), title: view.t("goals-thread").into(), description: view.t("goals-thread-help").into() }
}

fn titles(view: &View) -> Vec<String> {
    ["goal-area", "goal", "direction"].iter().map(|key| view.t(key).to_owned()).collect()
}

/// Goal areas, then goals, then directions.
fn knots(view: &View, goals: &[&Goal]) -> Vec<Knot> {
    let areas = view.town.goals.areas.values().map(|area| Knot { column: 0, label: area.name.clone() });
    let middle = goals.iter().map(|goal| Knot { column: 1, label: goal.wording.title.clone() });
    let directions = view.town.goals.directions_in_force(view.today).into_iter().map(|way| Knot { column: 2, label: way.title.clone() });
    areas.chain(middle).chain(directions).collect()
}

fn strands(view: &View, goals: &[&Goal]) -> Vec<Strand> {
    let all = &view.town.goals;
    let (areas, directions) = (all.areas.len(), all.directions_in_force(view.today));
    let mut strands = Vec::new();
    for (place, goal) in goals.iter().enumerate() {
        if let Some(area) = all.areas.iter().position(|(id, _)| *id == goal.wording.area) {
            strands.push(Strand { from: area, to: areas + place, weight: 2 });
        }
        for (way, direction) in directions.iter().enumerate() {
            if let Some(link) = direction.link_to(&goal.id) {
                strands.push(Strand { from: areas + place, to: areas + goals.len() + way, weight: weight(link.strength) });
            }
        }
    }
    strands
}

/// How thick a link is drawn.
fn weight(strength: Strength) -> u32 {
    match strength {
        Strength::Weak => 1,
        Strength::Clear => 2,
        Strength::Strong => 3,
    }
}

fn list(view: &View, goals: &[&Goal], id: &str) -> Table {
    Table::new(id, view.t("goals-list"))
        .column(Column::text(view.t("goal")))
        .column(Column::text(view.t("goal-area")))
        .column(Column::text(view.t("goal-answers")))
        .column(Column::text(view.t("smart-digital")))
        .column(Column::number(view.t("goal-activities")))
        .column(Column::text(view.t("directions")))
        .empty(view.t("goals-none"))
        .rows(goals, |line, goal| {
            let about = (&goal.id).into();
            let serving =
                view.town.objects.activities_in(view.today.year()).filter(|activity| activity.text.goals.contains(&goal.id)).count();
            let carried = view.town.goals.carried_by(&goal.id).count();
            line.cell(
                html! { (view.link(&about)) " " (words::binding(view, goal)) " " @if let Some(source) = view.source(&about) { (source) } },
            )
            .cell(view.name(&(&goal.wording.area).into()))
            .cell(html! { @if let Some(unit) = &goal.wording.answers { (view.link(&unit.into())) } })
            .cell(view.town.goals.smart_on_digitalisation(&goal.id).map_or_else(|| html! {}, |smart| words::smart(view, &smart)))
            .cell(serving)
            .cell(if carried == 0 { view.t("none").to_owned() } else { carried.to_string() });
        })
}

fn documents(view: &View) -> Table {
    let steering: Vec<_> = view.town.goals.documents.values().filter(|document| document.is_in_force(view.today)).collect();
    Table::new("documents", view.t("documents-title"))
        .caption_hidden()
        .column(Column::text(view.t("document")))
        .column(Column::text(view.t("document-kind-label")))
        .column(Column::text(view.t("document-until")))
        .empty(view.t("documents-none"))
        .rows(steering, |line, document| {
            line.cell(view.link(&(&document.id).into())).cell(view.of("document-kind", document.kind)).cell(view.date(document.to));
        })
}

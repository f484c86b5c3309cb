//! Page: the goal structure, from goal areas through goals to the strategy's directions, as a picture
//! and a table, with what hangs loose.

use std::collections::BTreeMap;
use std::rc::Rc;

use axum::response::Response;
use domain::goals::{Goal, Smart, Strength};
use domain::organisation::UnitKind;
use domain::{Arg, GoalId, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Knot, Said, Strand, figure, thread};
use crate::look::{Button, Choice, Column, KeyFigure, Table, Tone, actions, key_figures};
use crate::web::choices;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// How many goals a picture has room for.
const DRAWN: usize = 60;

pub fn routes() -> Vec<Route> {
    vec![page("/goals", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.goals.goals.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let goals: Vec<&Goal> = view.town.goals.in_force(view.today).collect();
    let (drawn, all) = drawn(&view, &goals);
    let said = Said {
        id: "thread".into(),
        title: view.t("goals-thread").into(),
        description: described(&view, "goals-thread-help", drawn.len(), all),
    };
    let head = Head::new(Part::Goals, view.t("goals-title")).lead(view.t("goals-lead")).actions(actions(ways(&view)));
    let body = html! {
        (figures(&view, &goals))
        (figure(&said, &thread(&said, &titles(&view), &knots(&view, &drawn), &strands(&view, &drawn)), view.t("chart-as-table"), as_table(&view, &drawn)))
        (found)
        p { (view.t("smart-explained")) }
        h2 { (view.t("documents-title")) }
        (documents(&view))
        (areas(&view))
    };
    Ok(view.page(head, body))
}

/// The goals the picture shows: the council's, for those of the committees break them down; all, where the
/// council has none; as many as there is room for, and how many there are.
pub fn drawn<'a>(view: &View, goals: &[&'a Goal]) -> (Vec<&'a Goal>, usize) {
    let of_council = |goal: &&&Goal| view.town.organisation.units.get(&goal.unit).is_some_and(|unit| unit.kind == UnitKind::Council);
    let council: Vec<&Goal> = goals.iter().filter(of_council).copied().collect();
    let mut drawn = if council.is_empty() { goals.to_vec() } else { council };
    let all = drawn.len();
    drawn.truncate(DRAWN);
    (drawn, all)
}

/// What a picture of goals shows, and that it does not show all of them where it does not.
pub fn described(view: &View, key: &str, drawn: usize, all: usize) -> String {
    if drawn == all {
        return view.t(key).to_owned();
    }
    format!("{} {}", view.say("goals-drawn", &[("drawn", drawn.into()), ("all", all.into())]), view.t(key))
}

/// Where one goes from here, and what one may enter.
fn ways(view: &View) -> Vec<Button> {
    let mut ways = vec![
        Button::secondary(view.t("strategy-title")).to(view.at("/goals/strategy")),
        Button::secondary(view.t("plans-title")).to(view.at("/goals/plans")),
        Button::secondary(view.t("indicators")).to(view.at("/goals/indicators")),
    ];
    let entered = [
        ("goals.document.adopt", "document-adopt", "/goals/documents/new"),
        ("goals.goal.set", "goal-set", "/goals/new"),
        ("goals.area.establish", "goal-area-establish", "/goals/areas/new"),
    ];
    let may = entered.iter().filter(|entry| view.can(entry.0, &Subject::Municipality));
    ways.extend(may.map(|(_, label, page)| Button::quiet(view.t(label)).to(*page)));
    ways
}

/// What a newcomer should know in ten seconds.
fn figures(view: &View, goals: &[&Goal]) -> Markup {
    let (town, today) = (&view.town, view.today);
    let judged = town.goals.all_smart_on_digitalisation();
    let smart = goals.iter().filter(|goal| judged.get(&goal.id).is_some_and(Smart::holds)).count();
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

/// What the picture shows, as a table.
fn as_table(view: &View, goals: &[&Goal]) -> Table {
    Table::new("goals-chart", view.t("goals-thread"))
        .caption_hidden()
        .column(Column::text(view.t("goal")))
        .column(Column::text(view.t("goal-area")))
        .column(Column::text(view.t("directions")))
        .empty(view.t("goals-none"))
        .rows(goals, |line, goal| {
            let ways = view.town.goals.directions_in_force(view.today).into_iter().filter(|way| way.link_to(&goal.id).is_some());
            let ways: Vec<&str> = ways.map(|way| way.title.as_str()).collect();
            line.cell(view.link(&(&goal.id).into())).cell(view.name(&(&goal.wording.area).into())).cell(if ways.is_empty() {
                view.t("none").to_owned()
            } else {
                ways.join("; ")
            });
        })
}

/// The goals of the council and the committees: those in force, unless others are asked for.
fn list(view: &View) -> List<'_, &Goal> {
    let (all, year) = (&view.town.goals, view.today.year());
    let mut serving: BTreeMap<&GoalId, i64> = BTreeMap::new();
    for goal in view.town.objects.activities_in(year).flat_map(|activity| &activity.text.goals) {
        *serving.entry(goal).or_default() += 1;
    }
    let carried = all.carried_goals(view.today);
    let judged = Rc::new(all.all_smart_on_digitalisation());
    let (narrowed, said) = (Rc::clone(&judged), Rc::clone(&judged));
    let time = |goal: &Goal| if goal.is_alive(view.today) && all.holding_goal(goal, view.today).is_some() { "now" } else { "other" };
    let choice = |family: &'static str, words: [&'static str; 2]| words.map(|word| Choice::new(word, view.of(family, word)));
    List::new(view, "goals", "goals-list")
        .empty("goals-none")
        .order("goal")
        .search("goals-words", |goal: &&Goal| format!("{} {}", goal.wording.title, goal.wording.text))
        .choice("unit", "document-body", choices::bodies(view), |goal, asked| goal.unit.as_str() == asked)
        .choice("area", "goal-area", choices::goal_areas(view), |goal, asked| goal.wording.area.as_str() == asked)
        .choice("smart", "smart-digital", choice("goals-smart", ["whole", "lacking"]), move |goal, asked| {
            narrowed.get(&goal.id).is_some_and(Smart::holds) == (asked == "whole")
        })
        .choice("time", "goals-time", choice("goals-time", ["now", "other"]), move |goal, asked| time(goal) == asked)
        .otherwise("now")
        .column("goal", "goal", |goal| goal.wording.title.clone())
        .shown(|goal| {
            let about = (&goal.id).into();
            html! { (view.link(&about)) " " (words::binding(view, goal)) " " @if let Some(source) = view.source(&about) { (source) } }
        })
        .column("unit", "document-body", |goal| view.name(&(&goal.unit).into()))
        .in_file_only()
        .column("area", "goal-area", |goal| view.name(&(&goal.wording.area).into()))
        .column("answers", "goal-answers", |goal| goal.wording.answers.as_ref().map(|unit| view.name(&unit.into())))
        .column("smart", "smart-digital", move |goal| said.get(&goal.id).map(|smart| words::smart_in_words(view, smart)))
        .shown(move |goal| judged.get(&goal.id).map_or_else(|| html! {}, |smart| words::smart(view, smart)))
        .column("activities", "goal-activities", move |goal| serving.get(&goal.id).copied().unwrap_or_default())
        .column("directions", "directions", move |goal| if carried.contains(&goal.id) { None } else { Some(view.t("none").to_owned()) })
        .shown(|goal| html! { (all.directions_in_force(view.today).into_iter().filter(|way| way.link_to(&goal.id).is_some()).count()) })
}

/// The goal areas with what they mean, and for those who may, the way to word them anew.
fn areas(view: &View) -> Table {
    Table::new("areas", view.t("goal-areas"))
        .column(Column::text(view.t("goal-area")))
        .column(Column::text(view.t("goal-area-text")))
        .column(Column::text(view.t("reword")).unlabelled())
        .empty(view.t("list-none"))
        .rows(view.town.goals.areas.values(), |line, area| {
            let may = view.can("goals.area.reword", &(&area.id).into());
            let way = format!("/goals/areas/{}/wording", area.id);
            line.cell(html! { span id=(area.id) { (area.name) } }).cell(&area.text).cell(html! {
                @if may { a .ds-link href=(way) { (view.t("reword")) span .ds-sr-only { " " (area.name) } } }
            });
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

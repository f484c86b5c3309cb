//! Page: the portfolio of plans: every object's year in one roadmap, what must come first, and where the
//! hours do not suffice.

use axum::response::Response;
use domain::objects::{Activity, Load, SideLoad};
use domain::organisation::Side;
use domain::{Ore, Subject};
use maud::{Markup, html};

use super::{roadmap, words};
use crate::look::chart::{Cell, Matrix, Said, figure, matrix};
use crate::look::{Button, Choice, Column, Field, KeyFigure, Link, Table, Tag, Task, Tone, actions, filter_bar, key_figures, task_list};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/portfolio", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let year = view.ask("year").parse().unwrap_or(view.today.year());
    let by = roadmap::GROUPS.into_iter().find(|group| *group == view.ask("by")).unwrap_or("object");
    let all: Vec<&Activity> = view.town.objects.activities_in(year).collect();
    let asked: Vec<&Activity> = all.iter().copied().filter(|activity| is_asked_for(&view, activity)).collect();
    let loads = view.town.objects.loads(&view.town.organisation, year);
    let head = Head::new(Part::Objects, view.say("portfolio-plans-title", &[("year", year.to_string().as_str().into())]))
        .under("/objects", view.t("objects-title"))
        .lead(view.t("portfolio-plans-lead"))
        .actions(actions([Button::secondary(view.t("activities-title")).to(view.at(&format!("/objects/activities?year={year}")))]));
    let body = html! {
        (figures(&view, &all, &loads))
        (promises(&view, year))
        (filters(&view, year, by))
        (roadmap::picture(&view, &asked, by, year))
        (dependencies(&view, &all))
        (burden(&view, &loads))
    };
    view.page(head, body)
}

fn is_asked_for(view: &View, activity: &Activity) -> bool {
    let object = view.town.objects.plans.get(&activity.plan).map(|plan| plan.object.as_str());
    let matches = |name: &str, own: Option<&str>| view.ask(name).is_empty() || own == Some(view.ask(name));
    matches("object", object)
        && matches("priority", Some(&words::sent(activity.text.priority)))
        && matches("responsible", activity.text.responsible.as_ref().map(|who| who.as_str()))
        && (view.ask("goal").is_empty() || activity.text.goals.iter().any(|goal| goal.as_str() == view.ask("goal")))
}

fn filters(view: &View, year: i16, by: &str) -> Markup {
    let any = || std::iter::once(Choice::new("", view.t("list-any")));
    let mut years: Vec<i16> = view.town.objects.plans.values().map(|plan| plan.year).chain([year]).collect();
    years.sort_unstable();
    years.dedup();
    let years = years.iter().rev().map(|year| Choice::new(year.to_string(), year.to_string()));
    let objects = view.town.objects.objects.values().map(|object| Choice::new(object.id.as_str(), object.name()));
    let goals = view.town.goals.in_force(view.today).map(|goal| Choice::new(goal.id.as_str(), &goal.wording.title));
    let mut people: Vec<_> = view.town.objects.activities_in(year).filter_map(|activity| activity.text.responsible.as_ref()).collect();
    people.sort_unstable();
    people.dedup();
    let people = people.into_iter().map(|who| Choice::new(who.as_str(), view.person(who)));
    let fields = [
        Field::select("year", view.t("year"), years).value(year.to_string()),
        Field::select("by", view.t("roadmap-group"), roadmap::GROUPS.map(|group| Choice::new(group, view.of("roadmap-by", group))))
            .value(by),
        Field::select("object", view.t("object"), any().chain(objects)).value(view.ask("object")),
        Field::select(
            "priority",
            view.t("priority"),
            any().chain(["high", "medium", "low"].map(|word| Choice::new(word, view.of("priority", word)))),
        )
        .value(view.ask("priority")),
        Field::select("goal", view.t("goal"), any().chain(goals)).value(view.ask("goal")),
        Field::select("responsible", view.t("activity-responsible"), any().chain(people)).value(view.ask("responsible")),
    ];
    let names = ["year", "by", "object", "priority", "goal", "responsible"];
    let clear = Link::new(view.not_asking(&names), view.t("list-clear"));
    filter_bar(view.t("list-filter"), "/objects/portfolio", &view.questions_besides(&names), fields, view.t("list-show"), Some(clear))
}

fn figures(view: &View, all: &[&Activity], loads: &[SideLoad<'_>]) -> Markup {
    let cost: Ore = all.iter().map(|activity| activity.text.cost()).sum();
    let snags = all.iter().filter(|activity| !view.town.objects.snags(activity).is_empty()).count();
    let over = loads.iter().filter(|load| load.is_over()).count();
    let broken = all.iter().filter(|activity| view.town.objects.breach(activity, view.today).is_some()).count();
    let tone = |bad: usize| if bad == 0 { Tone::Good } else { Tone::Bad };
    key_figures(&[
        KeyFigure::new(view.short(cost), view.t("plan-planned"))
            .note(Tone::Neutral, view.say("portfolio-activities", &[("count", all.len().into())])),
        KeyFigure::new(broken.to_string(), view.t("activities-high-let-go")).note(tone(broken), view.t("activities-high-note")),
        KeyFigure::new(snags.to_string(), view.t("portfolio-snags")).note(tone(snags), view.t("portfolio-snags-note")).at("#dependencies"),
        KeyFigure::new(over.to_string(), view.t("portfolio-over"))
            .note(tone(over), view.say("of-count", &[("count", loads.len().into())]))
            .at("#load"),
    ])
}

/// High priority that will not be done this year.
fn promises(view: &View, year: i16) -> Markup {
    let tasks: Vec<Task> = view
        .town
        .objects
        .breaches(year, view.today)
        .map(|(activity, breach)| {
            let task = Task::new(&activity.text.name, words::breach(view, breach)).at(view.href(&(&activity.id).into()));
            if activity.progress.note.is_empty() { task } else { task.help(&activity.progress.note) }
        })
        .collect();
    html! { @if !tasks.is_empty() { h2 { (view.t("promises-title")) } (task_list(&tasks, "")) } }
}

/// What needs what, and whether the order holds.
fn dependencies(view: &View, all: &[&Activity]) -> Markup {
    let object = |id: &domain::ActivityId| {
        let plan = view.town.objects.activities.get(id).and_then(|activity| view.town.objects.plans.get(&activity.plan));
        plan.map(|plan| view.name(&Subject::from(&plan.object))).unwrap_or_default()
    };
    let rows = all.iter().flat_map(|activity| activity.text.needs.iter().map(move |needed| (*activity, needed)));
    let table = Table::new("needs", view.t("portfolio-needs"))
        .column(Column::text(view.t("activity")))
        .column(Column::text(view.t("activity-needs")))
        .column(Column::text(view.t("portfolio-order")))
        .empty(view.t("portfolio-needs-none"))
        .rows(rows, |line, (activity, needed)| {
            let snag = view.town.objects.snags(activity).into_iter().find(|(id, _)| *id == needed).map(|(_, snag)| snag);
            line.cell(html! { (view.link(&(&activity.id).into())) p .sb-quiet { (object(&activity.id)) } })
                .cell(html! { (view.link(&needed.into())) p .sb-quiet { (object(needed)) } })
                .cell(html! { @match snag { Some(snag) => (words::snag(view, snag)), None => (Tag::good(view.t("portfolio-in-order"))) } });
        });
    html! { div #dependencies { (table) } }
}

/// Hours needed against hours to be had, object by object, side by side, quarter by quarter.
fn burden(view: &View, loads: &[SideLoad<'_>]) -> Markup {
    let said = Said { id: "load-picture".into(), title: view.t("load-title").into(), description: view.t("load-help").into() };
    let name = |load: &SideLoad<'_>| format!("{}, {}", load.object.name(), view.of("side", load.side));
    let grade = |load: Load| match (load.needed, load.had) {
        (0, _) => 0,
        (needed, had) if needed <= had / 2 => 1,
        (needed, had) if needed <= had => 2,
        (needed, had) if needed <= had.saturating_add(had / 4) => 3,
        _ => 4,
    };
    let cell = |load: Load| Cell { text: format!("{}/{}", load.needed, load.had), grade: grade(load) };
    let picture = Matrix {
        columns_title: view.t("load-quarters").to_owned(),
        columns: (1..=4).map(|quarter| words::quarter(view, quarter)).collect(),
        rows: loads.iter().map(|load| (name(load), load.quarters.map(cell).to_vec())).collect(),
    };
    html! { div #load { (figure(&said, &matrix(&said, &picture), view.t("chart-as-table"), load_table(view, loads))) (sums(view, loads)) } }
}

fn load_table(view: &View, loads: &[SideLoad<'_>]) -> Table {
    with_quarters(view, Table::new("load-table", view.t("load-title")).column(Column::text(view.t("object")))).rows(loads, |line, load| {
        quarters(view, line.cell(format!("{}, {}", load.object.name(), view.of("side", load.side))), load.quarters)
    })
}

/// The two sides of all objects together.
fn sums(view: &View, loads: &[SideLoad<'_>]) -> Table {
    let sum = |side: Side| {
        loads.iter().filter(|load| load.side == side).fold([Load::default(); 4], |sum, load| {
            let mut sum = sum;
            sum.iter_mut().zip(load.quarters).for_each(|(sum, load)| *sum = sum.and(load));
            sum
        })
    };
    with_quarters(view, Table::new("load-sums", view.t("load-sums")).column(Column::text(view.t("seat-side"))))
        .rows([Side::Business, Side::It], |line, side| quarters(view, line.cell(view.of("side", side)), sum(side)))
}

fn with_quarters(view: &View, table: Table) -> Table {
    (1..=4)
        .fold(table, |table, quarter| table.column(Column::number(words::quarter(view, quarter))))
        .column(Column::number(view.t("load-held")))
}

fn quarters(view: &View, line: crate::look::Row<'_>, loads: [Load; 4]) {
    let held: i64 = loads.iter().map(|load| i64::from(load.held)).sum();
    let line = loads.into_iter().fold(line, |line, load| line.cell(words::load(view, load)));
    drop(line.cell(view.texts().number(held)));
}

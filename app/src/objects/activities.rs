//! Page: all activities of a year, every object's, sorted and filtered; and the columns all lists of
//! activities share.

use axum::response::Response;
use domain::objects::Activity;
use domain::{Ore, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Choice, Column, Field, Link, Row, Sort, Table, filter_bar};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// What the list can be sorted by, and the text of its column.
const SORTS: [(&str, &str); 4] = [("name", "activity"), ("priority", "priority"), ("to", "activity-to"), ("cost", "cost")];

pub fn routes() -> Vec<Route> {
    vec![page("/objects/activities", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let year = view.ask("year").parse().unwrap_or(view.today.year());
    let mut found: Vec<&Activity> = view.town.objects.activities_in(year).filter(|activity| is_asked_for(&view, activity)).collect();
    sort(&mut found, view.ask("sort"));
    let head =
        Head::new(Part::Objects, view.t("activities-title")).under("/objects", view.t("objects-title")).lead(view.t("activities-lead"));
    let mut table = Table::new(
        "activities",
        view.say("activities-count", &[("count", found.len().into()), ("year", year.to_string().as_str().into())]),
    )
    .column(sorted(&view, 0))
    .column(Column::text(view.t("object")))
    .column(sorted(&view, 1))
    .column(Column::text(view.t("activity-responsible")))
    .column(sorted(&view, 2))
    .column(Column::text(view.t("status")))
    .column(sorted(&view, 3))
    .column(Column::number(view.t("activity-spent")))
    .empty(view.t("activities-none"));
    for activity in &found {
        row(&view, table.row(), activity, Some(object_of(&view, activity)));
    }
    sums(&view, table.totals(), &found, true);
    view.page(head, html! { (filters(&view, year)) (table) })
}

/// Whether the filters let an activity through.
fn is_asked_for(view: &View, activity: &Activity) -> bool {
    let matches = |name: &str, value: String| view.ask(name).is_empty() || view.ask(name) == value;
    let object = view.town.objects.plans.get(&activity.plan).map(|plan| plan.object.to_string()).unwrap_or_default();
    matches("object", object)
        && matches("priority", words::sent(activity.text.priority))
        && matches("area", activity.text.priority_area.as_ref().map(ToString::to_string).unwrap_or_default())
        && (view.ask("late").is_empty() || activity.is_late(view.today))
        && activity.text.name.to_lowercase().contains(&view.ask("q").to_lowercase())
}

fn sort(found: &mut [&Activity], by: &str) {
    match by.trim_start_matches('-') {
        "name" => found.sort_by(|a, b| a.text.name.cmp(&b.text.name)),
        "to" => found.sort_by_key(|activity| activity.text.to),
        "cost" => found.sort_by_key(|activity| activity.text.cost()),
        _ => found.sort_by_key(|activity| activity.text.priority),
    }
    if by.starts_with('-') {
        found.reverse();
    }
}

fn sorted(view: &View, place: usize) -> Column {
    let (key, label) = SORTS[place];
    let column = if key == "cost" { Column::number(view.t(label)) } else { Column::text(view.t(label)) };
    let now = view.ask("sort");
    let (state, next) = match now.strip_prefix('-') {
        Some(down) if down == key => (Sort::Descending, key.to_owned()),
        None if now == key => (Sort::Ascending, format!("-{key}")),
        _ => (Sort::Unsorted, key.to_owned()),
    };
    column.sorts(view.asking("sort", &next), state)
}

fn filters(view: &View, year: i16) -> Markup {
    let any = || std::iter::once(Choice::new("", view.t("all")));
    let mut years: Vec<i16> = view.town.objects.plans.values().map(|plan| plan.year).chain([year]).collect();
    years.sort_unstable();
    years.dedup();
    let objects = view.town.objects.objects.values().map(|object| Choice::new(object.id.as_str(), object.name()));
    let priorities = ["high", "medium", "low"].map(|word| Choice::new(word, view.of("priority", word)));
    let areas = view.town.goals.priorities.values().map(|area| Choice::new(area.id.as_str(), area.name.as_str()));
    let fields = [
        Field::search("q", view.t("search")).value(view.ask("q")),
        Field::select("year", view.t("year"), years.iter().rev().map(|year| Choice::new(year.to_string(), year.to_string())))
            .value(year.to_string()),
        Field::select("object", view.t("object"), any().chain(objects)).value(view.ask("object")),
        Field::select("priority", view.t("priority"), any().chain(priorities)).value(view.ask("priority")),
        Field::select("area", view.t("priority-area"), any().chain(areas)).value(view.ask("area")),
    ];
    filter_bar(
        view.t("activities-filter"),
        "/objects/activities",
        fields,
        view.t("filter"),
        Some(Link::new(view.at("/objects/activities"), view.t("clear"))),
    )
}

fn object_of(view: &View, activity: &Activity) -> Markup {
    match view.town.objects.plans.get(&activity.plan) {
        Some(plan) => html! { a .ds-link href=(view.href(&Subject::from(&plan.id))) { (view.name(&(&plan.object).into())) } },
        None => html! {},
    }
}

/// The columns of a list of activities of one plan.
pub fn columns(view: &View, table: Table) -> Table {
    table
        .column(Column::text(view.t("activity")))
        .column(Column::text(view.t("priority")))
        .column(Column::text(view.t("activity-responsible")))
        .column(Column::text(view.t("activity-to")))
        .column(Column::text(view.t("status")))
        .column(Column::number(view.t("cost")))
        .column(Column::number(view.t("activity-spent")))
        .empty(view.t("activities-none"))
}

/// A line of a list of activities, with its object where the list spans several.
pub fn row(view: &View, line: Row<'_>, activity: &Activity, object: Option<Markup>) {
    let mut line = line.cell(view.link(&(&activity.id).into()));
    if let Some(object) = object {
        line = line.cell(object);
    }
    let responsible = activity.text.responsible.as_ref().map_or(view.t("missing"), |who| view.person(who));
    drop(
        line.cell(words::priority(view, activity.text.priority))
            .cell(responsible)
            .cell(view.date(activity.text.to))
            .cell(words::activity(view, activity))
            .cell(view.kr(activity.text.cost()))
            .cell(view.kr(activity.progress.spent)),
    );
}

/// The sums below a list of activities.
pub fn sums(view: &View, line: Row<'_>, activities: &[&Activity], with_object: bool) {
    let planned: Ore = activities.iter().map(|activity| activity.text.cost()).sum();
    let spent: Ore = activities.iter().map(|activity| activity.progress.spent).sum();
    let mut line = line.cell(view.t("sum"));
    for _ in 0..if with_object { 5 } else { 4 } {
        line = line.cell("");
    }
    drop(line.cell(view.kr(planned)).cell(view.kr(spent)));
}

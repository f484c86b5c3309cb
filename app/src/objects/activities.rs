//! Page: all activities of a year, every object's; and the list of activities, wherever it is shown.

use axum::response::Response;
use domain::objects::Activity;
use domain::{ActivityId, Subject};
use maud::html;

use super::words;
use crate::look::{Button, Choice, Field, Link, actions};
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/activities", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = all(&view).find(view.town.objects.activities.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Objects, view.t("activities-title"))
        .under("/objects", view.t("objects-title"))
        .lead(view.t("activities-lead"))
        .actions(actions([Button::secondary(view.t("portfolio-plans")).to(view.at("/objects/portfolio"))]));
    Ok(view.page(head, html! { (found) }))
}

/// The list of every object's activities, narrowed by year, object, priority and priority area.
fn all(view: &View) -> List<'_, &Activity> {
    let plan = |activity: &Activity| view.town.objects.plans.get(&activity.plan);
    let this_year = view.today.year();
    let mut years: Vec<i16> = view.town.objects.plans.values().map(|plan| plan.year).chain([this_year]).collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let years = years.iter().map(|year| Choice::new(year.to_string(), year.to_string()));
    let objects = view.town.objects.objects.values().map(|object| Choice::new(object.id.as_str(), object.name()));
    let priorities = ["high", "medium", "low"].map(|word| Choice::new(word, view.of("priority", word)));
    let areas = view.town.goals.priorities.values().map(|area| Choice::new(area.id.as_str(), area.name.as_str()));
    let states = [Choice::new("1", view.t("activity-late")), Choice::new("promise", view.t("promises-title"))];
    let list = List::new(view, "activities", "activities-title")
        .search("search", |activity: &&Activity| activity.text.name.clone())
        .narrow("year", Field::select("year", view.t("year"), years), move |activity, asked| {
            plan(activity).is_some_and(|plan| plan.year.to_string() == asked)
        })
        .otherwise(this_year.to_string())
        .choice("object", "object", objects, move |activity, asked| plan(activity).is_some_and(|plan| plan.object.as_str() == asked))
        .choice("priority", "priority", priorities, |activity, asked| words::sent(activity.text.priority) == asked)
        .choice("area", "priority-area", areas, |activity, asked| {
            activity.text.priority_area.as_ref().is_some_and(|area| area.as_str() == asked)
        })
        .choice("late", "status", states, |activity, asked| match asked {
            "promise" => view.town.objects.breach(activity, view.today).is_some(),
            _ => activity.is_late(view.today),
        });
    carried(view, columns(view, list, true)).in_file_only()
}

/// The plan that a carried activity comes from, else its own name there; the activity itself where it is gone.
fn origin(view: &View, from: &ActivityId) -> String {
    let plan = view.town.objects.activities.get(from).map(|activity| Subject::from(&activity.plan));
    view.name(&plan.unwrap_or_else(|| from.into()))
}

/// Says of each activity which plan it was carried over from.
pub fn carried<'v>(view: &'v View, list: List<'v, &'v Activity>) -> List<'v, &'v Activity> {
    list.column("carried", "activity-carried", |activity| activity.carried.as_ref().map(|from| origin(view, from)))
        .shown(|activity| html! { @if let Some(from) = &activity.carried { (Link::new(view.href(&from.into()), origin(view, from))) } })
}

/// The columns of any list of activities, with its object where the list spans several.
pub fn columns<'v>(view: &'v View, list: List<'v, &'v Activity>, with_object: bool) -> List<'v, &'v Activity> {
    let mut list =
        list.column("name", "activity", |activity| activity.text.name.clone()).linked(|activity| view.href(&(&activity.id).into()));
    if with_object {
        let plan = |activity: &Activity| view.town.objects.plans.get(&activity.plan);
        list = list
            .column("object", "object", move |activity| plan(activity).map(|plan| view.name(&(&plan.object).into())))
            .linked(move |activity| plan(activity).map(|plan| view.href(&Subject::from(&plan.id))).unwrap_or_default());
    }
    list.order("priority")
        .empty("activities-none")
        .column("priority", "priority", |activity| view.of("priority", activity.text.priority))
        .ranked(|activity| activity.text.priority as i64)
        .shown(|activity| words::priority(view, activity.text.priority))
        .column("responsible", "activity-responsible", |activity| {
            activity.text.responsible.as_ref().map_or(view.t("missing"), |who| view.person(who)).to_owned()
        })
        .column("to", "activity-to", |activity| activity.text.to)
        .column("status", "status", |activity| view.of("activity-status", activity.progress.status))
        .ranked(|activity| activity.progress.status as i64)
        .shown(|activity| words::activity(view, activity))
        .column("cost", "cost", |activity| activity.text.cost())
        .summed()
        .column("spent", "activity-spent", |activity| activity.progress.spent)
        .summed()
}

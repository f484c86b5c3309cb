//! Page: the portfolio of plans: every object's year in one roadmap, what must come first, and where the
//! hours do not suffice.

use std::collections::BTreeSet;

use axum::response::Response;
use domain::Ore;
use domain::objects::{Activity, Breach, SideLoad};
use maud::{Markup, html};

use super::{load, order, roadmap, words};
use crate::look::{Button, Choice, Field, KeyFigure, Link, Task, Tone, actions, filter_bar, key_figures, task_list};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// How much of what must be seen to is told before the way to all of it.
const FIRST: usize = 8;

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
        (disorder(&view, year))
        (load::burden(&view, &loads, year))
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

/// The years there are plans for and the one asked for, the latest first.
pub fn years(view: &View, year: i16) -> Vec<Choice> {
    let known: BTreeSet<i16> = view.town.objects.plans.values().map(|plan| plan.year).chain([year]).collect();
    known.into_iter().rev().map(|year| Choice::new(year.to_string(), year.to_string())).collect()
}

fn filters(view: &View, year: i16, by: &str) -> Markup {
    let any = || std::iter::once(Choice::new("", view.t("list-any")));
    let objects = view.town.objects.objects.values().map(|object| Choice::new(object.id.as_str(), object.name()));
    let goals = view.town.goals.in_force(view.today).map(|goal| Choice::new(goal.id.as_str(), &goal.wording.title));
    let mut people: Vec<_> = view.town.objects.activities_in(year).filter_map(|activity| activity.text.responsible.as_ref()).collect();
    people.sort_unstable();
    people.dedup();
    let people = people.into_iter().map(|who| Choice::new(who.as_str(), view.person(who)));
    let fields = [
        Field::select("year", view.t("year"), years(view, year)).value(year.to_string()),
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

/// High priority that will not be done this year: the first of it, and a way to the rest.
fn promises(view: &View, year: i16) -> Markup {
    let broken: Vec<_> = view.town.objects.breaches(year, view.today).collect();
    let task = |(activity, breach): &(&Activity, Breach)| {
        let task = Task::new(&activity.text.name, words::breach(view, *breach)).at(view.href(&(&activity.id).into()));
        if activity.progress.note.is_empty() { task } else { task.help(&activity.progress.note) }
    };
    let first: Vec<Task> = broken.iter().take(FIRST).map(task).collect();
    let all = format!("/objects/activities?late=promise&year={year}");
    html! {
        @if !first.is_empty() { h2 { (view.t("promises-title")) } (task_list(&first, "")) }
        @if broken.len() > FIRST { p { (Link::new(view.at(&all), view.say("portfolio-all", &[("count", broken.len().into())]))) } }
    }
}

/// Where the order does not hold: the first of it, and a way to all that needs something.
fn disorder(view: &View, year: i16) -> Markup {
    let (mut count, mut first) = (0_usize, Vec::new());
    for (activity, needed, snag) in order::needs(view, year) {
        count += 1;
        if let (Some(snag), true) = (snag, first.len() < FIRST) {
            let help = view.say("activity-needs-that", &[("needed", view.name(&needed.into()).as_str().into())]);
            first.push(Task::new(&activity.text.name, words::snag(view, snag)).at(view.href(&(&activity.id).into())).help(help));
        }
    }
    html! {
        div #dependencies {
            h2 { (view.t("portfolio-needs")) }
            (task_list(&first, view.t(if count == 0 { "portfolio-needs-none" } else { "portfolio-order-holds" })))
            @if count > 0 {
                p { (Link::new(view.at(&format!("/objects/portfolio/order?year={year}")), view.say("portfolio-needs-all", &[("count", count.into())]))) }
            }
        }
    }
}

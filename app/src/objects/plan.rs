//! Page: an object's plan for a year: where it stands, what it must keep to, what it says and how it goes.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::{Activity, ObjectPlan, PlanState};
use domain::{ObjectPlanId, Ore, Subject};
use maud::{Markup, html};

use super::{activities, capacity, deciding, words};
use crate::forums;
use crate::look::Column;
use crate::look::{
    Button, KeyFigure, Link, Progress, Step, Summary, Table, Tag, Task, Tone, actions, callout, key_figures, steps, task_list,
};
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/plans/{plan}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<ObjectPlanId>) -> Result<Response, Problem> {
    let plan = view.town.objects.plans.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let mut list = activities::columns(&view, List::new(&view, "activities", "activities"), false);
    if view.town.objects.activities_of(&id).any(|activity| activity.carried.is_some()) {
        list = activities::carried(&view, list);
    }
    let found = list.find(view.town.objects.activities_of(&id));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let activities = found.things();
    let body = html! {
        (way(&view, plan))
        (deciding::deeds(&view, plan, &about))
        (raised(&view, activities))
        (figures(&view, plan, activities))
        (text(&view, plan))
        (governed(&view, plan))
        (found)
        @if plan.state.is_open() && view.can("objects.activity.plan", &about) {
            (actions([Button::secondary(view.t("activity-new")).to(format!("/objects/plans/{id}/activities"))]))
        }
        (capacity::capacity(&view, plan, activities))
        @if plan.decided.is_some() { (capacity::outcome(&view, activities)) }
        (organisation(&view, plan))
    };
    Ok(view.page(head(&view, plan, &about), body))
}

fn head(view: &View, plan: &ObjectPlan, about: &Subject) -> Head {
    let page = format!("/objects/plans/{}", plan.id);
    let whole = Button::secondary(view.t("plan-whole")).to(view.at(&format!("{page}/whole")));
    let changes = plan.decided.as_ref().map(|_| Button::secondary(view.t("plan-changes")).to(view.at(&format!("{page}/changes"))));
    Head::new(Part::Objects, view.name(about))
        .kicker(view.t("object-plan"))
        .under("/objects", view.t("objects-title"))
        .under(view.href(&(&plan.object).into()), view.name(&(&plan.object).into()))
        .actions(actions(std::iter::once(whole).chain(changes)))
        .marks(html! { (words::plan(view, plan)) " " @if let Some(source) = view.source(about) { (source) } })
}

/// Draft, reviewed, decided: where the plan stands.
fn way(view: &View, plan: &ObjectPlan) -> Markup {
    let reached = match plan.state {
        PlanState::Draft | PlanState::Revising => 0,
        PlanState::Reviewed => 1,
        PlanState::Decided => 2,
    };
    let stations = ["draft", "reviewed", "decided"];
    let all: Vec<Step> = stations
        .iter()
        .enumerate()
        .map(|(place, station)| {
            let (progress, said) = match place.cmp(&reached) {
                std::cmp::Ordering::Less => (Progress::Done, "step-done"),
                std::cmp::Ordering::Equal if place == 2 => (Progress::Done, "step-done"),
                std::cmp::Ordering::Equal => (Progress::Now, "step-now"),
                std::cmp::Ordering::Greater => (Progress::Ahead, "step-ahead"),
            };
            let step = Step::new(view.of("plan-state", station), progress, view.t(said));
            match (&plan.decided, *station) {
                (Some(decided), "decided") => step.note(format!("{}, {}", view.date(decided.date), view.person(&decided.who))),
                _ => step,
            }
        })
        .collect();
    steps(view.t("plan-way"), &all)
}

/// What must be raised: high priority that will not be done this year, and what comes in the wrong order.
fn raised(view: &View, activities: &[&Activity]) -> Markup {
    let objects = &view.town.objects;
    let broken = activities.iter().filter_map(|activity| Some((*activity, objects.breach(activity, view.today)?)));
    let broken: Vec<Task> = broken
        .map(|(activity, breach)| {
            let task = Task::new(&activity.text.name, words::breach(view, breach)).at(view.href(&(&activity.id).into()));
            if activity.progress.note.is_empty() { task } else { task.help(&activity.progress.note) }
        })
        .collect();
    let snagged: Vec<Task> = activities
        .iter()
        .flat_map(|activity| objects.snags(activity).into_iter().map(move |(needed, snag)| (*activity, needed, snag)))
        .map(|(activity, needed, snag)| {
            Task::new(&activity.text.name, words::snag(view, snag))
                .at(view.href(&(&activity.id).into()))
                .help(view.say("activity-needs-that", &[("needed", view.name(&needed.into()).as_str().into())]))
        })
        .collect();
    html! {
        @if !broken.is_empty() {
            (callout(Tone::Bad, view.t("promises-title"), html! { p { (view.t("promises-lead")) } (task_list(&broken, "")) }))
        }
        @if !snagged.is_empty() { (callout(Tone::Partly, view.t("snags-title"), task_list(&snagged, ""))) }
    }
}

fn figures(view: &View, plan: &ObjectPlan, activities: &[&Activity]) -> Markup {
    let planned: Ore = activities.iter().map(|activity| activity.text.cost()).sum();
    let spent: Ore = activities.iter().map(|activity| activity.progress.spent).sum();
    let late = activities.iter().filter(|activity| activity.is_late(view.today)).count();
    let had = plan.text.operating + plan.text.investment;
    let tone = |bad: bool| if bad { Tone::Bad } else { Tone::Good };
    let planned_figure = KeyFigure::new(view.short(planned), view.t("plan-planned"));
    let planned_figure = if had == Ore::ZERO {
        planned_figure
    } else {
        planned_figure.note(tone(planned > had), view.say("plan-of-money", &[("money", view.short(had).as_str().into())]))
    };
    key_figures(&[
        planned_figure,
        KeyFigure::new(view.short(spent), view.t("plan-spent"))
            .note(tone(spent > planned), view.t(if spent > planned { "plan-over" } else { "plan-within" })),
        KeyFigure::new(late.to_string(), view.t("activities-late"))
            .note(tone(late > 0), view.say("of-count", &[("count", activities.len().into())])),
    ])
}

fn text(view: &View, plan: &ObjectPlan) -> Summary {
    let said = |text: &str| html! { @if text.is_empty() { (Tag::partly(view.t("missing"))) } @else { span .sb-lines { (text) } } };
    Summary::new()
        .fact(view.t("plan-long-goals"), said(&plan.text.long_goals))
        .fact(view.t("plan-year-goals"), said(&plan.text.year_goals))
        .fact(view.t("plan-risks"), said(&plan.text.risks))
}

/// The planning premises and priority grounds the portfolio board has set for the plan's year.
fn governed(view: &View, plan: &ObjectPlan) -> Markup {
    let rules = [view.town.forums.premises_for(plan.year), view.town.forums.grounds_for(plan.year)];
    html! {
        h2 { (view.t("plan-governed")) }
        @if rules.iter().all(Option::is_none) { p .sb-nothing { (view.t("plan-governed-by-nothing")) } }
        @for rule in rules.into_iter().flatten() {
            h3 { (Link::new(view.href(&(&rule.id).into()), forums::recommended(view, rule))) }
            p .sb-lines { (rule.text) }
            p .sb-quiet { (view.name(&(&rule.forum).into())) ", " (view.date(rule.date)) }
        }
    }
}

/// Who holds which role in the object, on the day shown.
fn organisation(view: &View, plan: &ObjectPlan) -> Markup {
    let Some(object) = view.town.objects.objects.get(&plan.object) else { return html! {} };
    let seats = view.town.objects.seats_of(object, &view.town.organisation, view.today);
    html! {
        (Table::new("organisation", view.t("plan-organisation"))
            .column(Column::text(view.t("seat-role")))
            .column(Column::text(view.t("seat-side")))
            .column(Column::text(view.t("seat-holder")))
            .rows(seats, |line, seat| {
                line.cell(view.of("role", seat.role)).cell(view.of("side", seat.side)).cell(words::seat(view, &seat));
            }))
    }
}

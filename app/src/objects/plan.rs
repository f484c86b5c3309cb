//! Page: an object's plan for a year, with its way to a decision, its capacity and its activities.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::{Activity, ObjectPlan, PlanAdvance, PlanDecide, PlanState, PlanStep};
use domain::{ObjectPlanId, Ore, Subject};
use maud::{Markup, html};

use super::{activities, words};
use crate::look::chart::{Bar, Paint, Said, bars, figure};
use crate::look::{Button, Column, Progress, Step, Summary, Table, actions, callout, steps, who_may};
use crate::look::{KeyFigure, Tone, key_figures};
use crate::web::deed::Deed;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/plans/{plan}", May::Anyone, show),
        form("/objects/plans/{plan}/step", May::Act("objects.plan.advance"), advance),
        form("/objects/plans/{plan}/decision", May::Act("objects.plan.decide"), decide),
    ]
}

async fn show(view: View, Path(id): Path<ObjectPlanId>) -> Result<Response, Problem> {
    let plan = view.town.objects.plans.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let found = activities::columns(&view, List::new(&view, "activities", "activities"), false).find(view.town.objects.activities_of(&id));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let activities = found.things();
    let head = Head::new(Part::Objects, view.name(&about))
        .kicker(view.t("object-plan"))
        .under("/objects", view.t("objects-title"))
        .under(view.href(&(&plan.object).into()), view.name(&(&plan.object).into()))
        .marks(html! { (words::plan(&view, plan)) " " @if let Some(source) = view.source(&about) { (source) } });
    let body = html! {
        (way(&view, plan))
        (deeds(&view, plan, &about))
        (figures(&view, activities))
        (text(&view, plan))
        (capacity(&view, plan, activities))
        (found)
        @if plan.state.is_open() && view.can("objects.activity.plan", &about) {
            (actions([Button::secondary(view.t("activity-new")).to(format!("/objects/plans/{id}/activities"))]))
        }
    };
    Ok(view.page(head, body))
}

async fn advance(Path(id): Path<ObjectPlanId>, mut deed: Deed) -> Result<Response, Problem> {
    let step = deed.fields.choice("step", PlanStep::Review);
    let receipt = deed.act(PlanAdvance { id: id.clone(), step }).await?;
    Ok(deed.done(receipt, &format!("/objects/plans/{id}"), "plan-advanced"))
}

async fn decide(Path(id): Path<ObjectPlanId>, mut deed: Deed) -> Result<Response, Problem> {
    let receipt = deed.act(PlanDecide { id: id.clone(), decision: None }).await?;
    Ok(deed.done(receipt, &format!("/objects/plans/{id}"), "plan-decided"))
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

/// The steps the reader may take now.
fn deeds(view: &View, plan: &ObjectPlan, about: &Subject) -> Markup {
    let may_advance = view.can("objects.plan.advance", about);
    let open = [PlanStep::Review, PlanStep::SendBack, PlanStep::Revise].into_iter().filter(|step| plan.state.after(*step).is_some());
    let decidable = plan.state.after(PlanStep::Decide).is_some();
    html! {
        @if plan.state == PlanState::Revising { (callout(Tone::Partly, "", html! { p { (view.t("plan-revising")) } })) }
        @if decidable && view.as_of.is_none() {
            @if view.can("objects.plan.decide", about) {
                form method="post" action=(format!("/objects/plans/{}/decision", plan.id)) { (view.marks()) (actions([Button::primary(view.t("plan-decide"))])) }
            } @else {
                (who_may(false, view.t("plan-waits-for-owner"), html! { (view.t("plan-owner-decides")) }))
            }
        }
        @if may_advance {
            form method="post" action=(format!("/objects/plans/{}/step", plan.id)) {
                (view.marks())
                (actions(open.map(|step| Button::secondary(view.of("plan-step", step)).sending("step", words::sent(step)))))
            }
        }
        @if plan.state.is_open() && view.can("objects.plan.write", about) {
            (actions([Button::secondary(view.t("plan-write")).to(format!("/objects/plans/{}/text", plan.id))]))
        }
        @if plan.state == PlanState::Decided && view.as_of.is_none() { p .sb-quiet { (view.t("plan-decided-holds")) } }
    }
}

fn figures(view: &View, activities: &[&Activity]) -> Markup {
    let planned: Ore = activities.iter().map(|activity| activity.text.cost()).sum();
    let spent: Ore = activities.iter().map(|activity| activity.progress.spent).sum();
    let late = activities.iter().filter(|activity| activity.is_late(view.today)).count();
    let broken = activities.iter().filter(|activity| activity.is_failed_promise()).count();
    let tone = |bad: bool| if bad { Tone::Bad } else { Tone::Good };
    key_figures(&[
        KeyFigure::new(view.short(planned), view.t("plan-planned")),
        KeyFigure::new(view.short(spent), view.t("plan-spent"))
            .note(tone(spent > planned), view.t(if spent > planned { "plan-over" } else { "plan-within" })),
        KeyFigure::new(late.to_string(), view.t("activities-late"))
            .note(tone(late > 0), view.say("of-count", &[("count", activities.len().into())])),
        KeyFigure::new(broken.to_string(), view.t("activities-high-let-go")).note(tone(broken > 0), view.t("activities-high-note")),
    ])
}

fn text(view: &View, plan: &ObjectPlan) -> Summary {
    let said = |text: &str| if text.is_empty() { view.t("missing").to_owned() } else { text.to_owned() };
    Summary::new()
        .fact(view.t("plan-long-goals"), said(&plan.text.long_goals))
        .fact(view.t("plan-year-goals"), said(&plan.text.year_goals))
        .fact(view.t("plan-risks"), said(&plan.text.risks))
}

/// Hours to be had against hours needed, each side.
fn capacity(view: &View, plan: &ObjectPlan, activities: &[&Activity]) -> Markup {
    let said = Said { id: "capacity".into(), title: view.t("plan-capacity").into(), description: view.t("plan-capacity-help").into() };
    let need = |of: fn(&Activity) -> u32| activities.iter().map(|activity| i64::from(of(activity))).sum::<i64>();
    let sides = [
        ("side-it", need(|activity| activity.text.it_hours), i64::from(plan.text.it_hours)),
        ("side-business", need(|activity| activity.text.business_hours), i64::from(plan.text.business_hours)),
    ];
    let bar = |(side, needed, had): (&str, i64, i64)| Bar {
        label: view.t(side).to_owned(),
        value: needed,
        text: view
            .say("hours-of", &[("needed", view.texts().number(needed).as_str().into()), ("had", view.texts().number(had).as_str().into())]),
        target: Some(had),
        paint: if needed > had { Paint::Bad } else { Paint::First },
    };
    let table = Table::new("capacity-table", view.t("plan-capacity"))
        .caption_hidden()
        .column(Column::text(view.t("seat-side")))
        .column(Column::number(view.t("plan-need")))
        .column(Column::number(view.t("plan-had")))
        .rows(sides, |line, (side, needed, had)| {
            line.cell(view.t(side)).cell(view.texts().number(needed)).cell(view.texts().number(had));
        });
    figure(&said, &bars(&said, &sides.map(bar)), view.t("chart-as-table"), table)
}

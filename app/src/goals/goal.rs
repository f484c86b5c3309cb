//! Page: a goal with its judgement, its indicators, and the golden thread from directions to activities.

use axum::extract::Path;
use axum::response::Response;
use domain::goals::Goal;
use domain::{DocumentId, GoalId, Subject};
use maud::{Markup, html};

use super::golden::golden;
use super::serving::serving;
use super::words;
use crate::look::{self, Button, Column, Summary, Table, Tag, Task, Tone, actions, task_list};
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals/{goal}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<GoalId>) -> Result<Response, Problem> {
    let goal = view.town.goals.goals.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let head = Head::new(Part::Goals, goal.wording.title.as_str())
        .kicker(format!("{} · {}", view.t("goal"), view.name(&(&goal.unit).into())))
        .under("/goals", view.t("goals-title"))
        .lead(goal.wording.text.as_str())
        .marks(html! { (words::binding(&view, goal)) " " @if let Some(source) = view.source(&about) { (source) } })
        .actions(deeds(&view, goal));
    let holding = view.town.goals.holding_goal(goal, view.today).map_or(&goal.document, |document| &document.id);
    let body = html! {
        (facts(&view, goal, holding))
        h2 { (view.t("goal-digitalisation")) }
        @if goal.wording.digitalisation.is_empty() {
            (look::callout(Tone::Bad, "", html! { p { (view.t("goal-digitalisation-none")) } }))
        } @else {
            (look::quote(html! { p { (goal.wording.digitalisation) } }, view.link(&holding.into())))
        }
        (judgement(&view, goal))
        h2 { (view.t("indicators")) }
        (indicators(&view, goal))
        @if goal.is_alive(view.today) && view.can("goals.indicator.define", &about) {
            (actions([Button::secondary(view.t("indicator-define")).to(format!("/goals/indicators/new?goal={id}"))]))
        }
        (golden(&view, &about))
        (carrying(&view, goal))
        (activities(&view, goal))
        (below(&view, goal))
        (history(&view, &[about]))
    };
    Ok(view.page(head, body))
}

/// What the reader may do with a goal that lives.
fn deeds(view: &View, goal: &Goal) -> Markup {
    let (about, page) = (Subject::from(&goal.id), format!("/goals/{}", goal.id));
    let mut buttons = Vec::new();
    if goal.is_alive(view.today) && view.can("goals.goal.reword", &about) {
        buttons.push(Button::secondary(view.t("goal-reword")).to(format!("{page}/wording")));
    }
    if goal.ended.is_none() && view.can("goals.goal.end", &about) {
        buttons.push(Button::quiet(view.t("goal-end")).to(format!("{page}/end")));
    }
    html! { @if !buttons.is_empty() { (actions(buttons)) } }
}

fn facts(view: &View, goal: &Goal, holding: &DocumentId) -> Summary {
    let mut facts = Summary::new()
        .fact(view.t("goal-area"), view.name(&(&goal.wording.area).into()))
        .fact(view.t("document"), view.link(&holding.into()));
    if let Some(unit) = &goal.wording.answers {
        facts = facts.fact(view.t("goal-answers"), view.link(&unit.into()));
    }
    if let Some(due) = goal.wording.due {
        facts = facts.fact(view.t("goal-due"), view.date(due));
    }
    if let Some(above) = &goal.breaks_down {
        facts = facts.fact(view.t("goal-breaks-down"), view.link(&above.into()));
    }
    if !goal.earlier.is_empty() {
        let earlier = html! { @for (place, one) in goal.earlier.iter().enumerate() { @if place > 0 { ", " } (view.link(&one.into())) } };
        facts = facts.fact(view.t("goal-carried-from"), earlier);
    }
    match goal.ended {
        Some(last) => facts.fact(view.t("goal-ended"), view.date(last)),
        None => facts,
    }
}

/// SMART on digitalisation, letter by letter, with what is missing.
fn judgement(view: &View, goal: &Goal) -> Markup {
    let Some(smart) = view.town.goals.smart_on_digitalisation(&goal.id) else { return html! {} };
    let tasks: Vec<Task> = smart
        .0
        .iter()
        .map(|verdict| {
            let state = if verdict.holds() { Tag::good(view.t("smart-holds")) } else { Tag::bad(view.t("smart-lacks")) };
            let task = Task::new(view.of("smart", verdict.letter), state);
            match verdict.lack {
                Some(lack) => match words::mend(view, goal, lack) {
                    Some(way) => task.help(view.t(&format!("smart-{lack}"))).at(way),
                    None => task.help(view.t(&format!("smart-{lack}"))),
                },
                None => task,
            }
        })
        .collect();
    html! { h2 { (view.t("smart-digital")) } (task_list(&tasks, "")) }
}

fn indicators(view: &View, goal: &Goal) -> Table {
    Table::new("indicators", view.t("indicators"))
        .caption_hidden()
        .column(Column::text(view.t("indicator")))
        .column(Column::text(view.t("indicator-baseline")))
        .column(Column::text(view.t("indicator-latest")))
        .column(Column::text(view.t("indicator-target")))
        .column(Column::text(view.t("status")))
        .empty(view.t("indicators-none"))
        .rows(view.town.goals.indicators_of(&goal.id), |line, indicator| {
            let measure = &indicator.measure;
            let value =
                |reading: Option<_>| reading.map_or(view.t("missing").to_owned(), |reading| words::reading(view, reading, &measure.unit));
            line.cell(html! {
                (view.link(&(&indicator.id).into())) " "
                @if measure.on_digitalisation { (Tag::info(view.t("indicator-digital"))) }
            })
            .cell(value(measure.baseline))
            .cell(value(indicator.latest()))
            .cell(value(measure.target))
            .cell(words::course(view, indicator));
        })
}

fn carrying(view: &View, goal: &Goal) -> Table {
    Table::new("carrying", view.t("directions"))
        .column(Column::text(view.t("direction")))
        .column(Column::text(view.t("link-strength")))
        .column(Column::text(view.t("link-reason")))
        .empty(view.t("goal-without-direction"))
        .rows(view.town.goals.carried_by(&goal.id), |line, (direction, link)| {
            line.cell(view.link(&(&direction.id).into())).cell(view.of("strength", link.strength)).cell(&link.reason);
        })
}

/// The activities of the year that serve the goal.
fn activities(view: &View, goal: &Goal) -> Table {
    serving(view, view.t("goal-serving"), "goal-serving-none", |activity| activity.text.goals.contains(&goal.id))
}

/// The committees' goals and undertakings that tie to this goal.
fn below(view: &View, goal: &Goal) -> Markup {
    let town = &view.town.goals;
    let tied: Vec<_> = town.undertakings.values().filter(|undertaking| undertaking.goal.as_ref() == Some(&goal.id)).collect();
    let broken: Vec<_> = town.broken_down_into(&goal.id).collect();
    html! {
        @if !broken.is_empty() {
            h2 { (view.t("goal-broken-down")) }
            ul { @for goal in broken { li { (view.link(&(&goal.id).into())) " – " (view.name(&(&goal.unit).into())) } } }
        }
        @if !tied.is_empty() {
            h2 { (view.t("goal-undertakings")) }
            ul { @for one in tied { li { (view.link(&(&one.id).into())) " – " (view.name(&(&one.unit).into())) " " (words::undertaking(view, one)) } } }
        }
    }
}

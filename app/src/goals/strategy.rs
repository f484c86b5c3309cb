//! Page: the strategy against the goals as a matrix, with the money behind, and everything that hangs loose.

use axum::response::Response;
use domain::goals::{Direction, Goal};
use maud::{Markup, html};

use crate::look::chart::{Cell, Matrix, Said, figure, matrix};
use crate::look::{Column, Table, Tag, Task, Tone, callout, panel, panels, task_list};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals/strategy", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let goals: Vec<&Goal> = view.town.goals.in_force(view.today).collect();
    let directions = view.town.goals.directions_in_force(view.today);
    let head = Head::new(Part::Goals, view.t("strategy-title")).under("/goals", view.t("goals-title")).lead(view.t("strategy-lead"));
    let said = Said { id: "strategy".into(), title: view.t("strategy-matrix").into(), description: view.t("strategy-matrix-help").into() };
    let body = html! {
        (verdict(&view))
        (figure(&said, &matrix(&said, &grid(&view, &goals, &directions)), view.t("chart-as-table"), links(&view, &directions)))
        (money(&view, &directions))
        (panels([loose_directions(&view), lone_goals(&view), priorities(&view)]))
    };
    view.page(head, body)
}

/// Whether strategy and goals hang together: the auditors' finding, computed.
fn verdict(view: &View) -> Markup {
    let loose = view.town.goals.directions_without_goal(view.today).len();
    let lone = view.town.goals.goals_without_direction(view.today).len();
    let told = view.say("strategy-verdict", &[("directions", loose.into()), ("goals", lone.into())]);
    if loose + lone == 0 {
        callout(Tone::Good, view.t("strategy-holds"), html! {})
    } else {
        callout(Tone::Bad, view.t("strategy-lacks"), html! { p { (told) } })
    }
}

/// Goals down, directions across.
fn grid(view: &View, goals: &[&Goal], directions: &[&Direction]) -> Matrix {
    let cell = |goal: &Goal, direction: &&Direction| match direction.link_to(&goal.id).map(|link| link.strength) {
        None => Cell::default(),
        // One grade for all: the matrix's hotter colours mean danger, and a strong link is none.
        Some(strength) => Cell { text: view.of("strength", strength), grade: 1 },
    };
    Matrix {
        columns_title: view.t("directions").to_owned(),
        columns: directions.iter().map(|direction| direction.number.to_string()).collect(),
        rows: goals
            .iter()
            .map(|goal| (goal.wording.title.clone(), directions.iter().map(|direction| cell(goal, direction)).collect()))
            .collect(),
    }
}

fn links(view: &View, directions: &[&Direction]) -> Table {
    let all = directions.iter().flat_map(|direction| direction.links.iter().map(move |link| (direction, link)));
    Table::new("links", view.t("strategy-matrix"))
        .caption_hidden()
        .column(Column::text(view.t("direction")))
        .column(Column::text(view.t("goal")))
        .column(Column::text(view.t("link-strength")))
        .column(Column::text(view.t("link-reason")))
        .empty(view.t("strategy-no-links"))
        .rows(all, |line, (direction, link)| {
            line.cell(view.link(&(&direction.id).into()))
                .cell(view.link(&(&link.goal).into()))
                .cell(view.of("strength", link.strength))
                .cell(&link.reason);
        })
}

/// The money planned this year for what each direction carries.
fn money(view: &View, directions: &[&Direction]) -> Table {
    let year = view.today.year();
    Table::new("behind", view.say("strategy-money", &[("year", year.to_string().as_str().into())]))
        .column(Column::text(view.t("direction")))
        .column(Column::number(view.t("goals-title-short")))
        .column(Column::number(view.t("cost")))
        .empty(view.t("strategy-none"))
        .rows(directions, |line, direction| {
            line.cell(html! { (direction.number) ". " (view.link(&(&direction.id).into())) })
                .cell(direction.links.len())
                .cell(view.kr(view.town.objects.cost_behind(direction, year)));
        })
}

fn loose_directions(view: &View) -> Markup {
    let loose = view.town.goals.directions_without_goal(view.today);
    let tasks: Vec<Task> = loose
        .iter()
        .map(|way| Task::new(way.title.as_str(), Tag::bad(view.t("direction-no-goal"))).at(view.href(&(&way.id).into())))
        .collect();
    panel(view.t("directions-loose"), task_list(&tasks, view.t("directions-none-loose")), None)
}

fn lone_goals(view: &View) -> Markup {
    let town = &view.town;
    let alone: Vec<_> = town.objects.goals_left_alone(&town.goals, view.today).into_iter().map(|goal| &goal.id).collect();
    let tasks: Vec<Task> = town
        .goals
        .goals_without_direction(view.today)
        .into_iter()
        .map(|goal| {
            let state = if alone.contains(&&goal.id) {
                Tag::bad(view.t("goal-served-by-nobody"))
            } else {
                Tag::partly(view.t("goal-no-direction"))
            };
            Task::new(goal.wording.title.as_str(), state).at(view.href(&(&goal.id).into()))
        })
        .collect();
    panel(view.t("goals-loose"), task_list(&tasks, view.t("goals-none-loose")), None)
}

/// The priority areas with the money planned for each this year.
fn priorities(view: &View) -> Markup {
    let costs = view.town.objects.cost_by_priority_area(view.today.year());
    let tasks: Vec<Task> = view
        .town
        .goals
        .priorities_in_force(view.today)
        .map(|area| {
            let cost = costs.get(&Some(&area.id)).copied().unwrap_or_default();
            let state = if cost == domain::Ore::ZERO { Tag::bad(view.t("priority-area-no-money")) } else { Tag::good(view.short(cost)) };
            Task::new(area.name.as_str(), state).at(view.href(&(&area.id).into()))
        })
        .collect();
    panel(view.t("priority-areas"), task_list(&tasks, view.t("priority-areas-none")), None)
}

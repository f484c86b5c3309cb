//! Page: the strategy against goals and priority areas as a matrix with the strength of each link and the money
//! behind, and everything that hangs loose, each with the way to mend it.

use std::collections::BTreeMap;

use axum::response::Response;
use domain::goals::{Direction, Figure, Goal, PriorityArea};
use domain::thread::{Finding, Loose, findings};
use domain::{GoalId, Ore, PriorityAreaId, Subject};
use maud::{Markup, html};

use super::{structure, words};
use crate::look::chart::{Cell, Matrix, Said, figure, matrix};
use crate::look::{Button, Column, Link, Table, Tone, actions, callout};
use crate::web::choices;
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals/strategy", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(findings(&view.town, view.today).into_iter().filter(|finding| is_seen(&view, finding)));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let (goals, all) = structure::drawn(&view, &view.town.goals.in_force(view.today).collect::<Vec<_>>());
    let directions = view.town.goals.directions_in_force(view.today);
    let priorities: Vec<&PriorityArea> = view.town.goals.priorities_in_force(view.today).collect();
    let head = Head::new(Part::Goals, view.t("strategy-title"))
        .under("/goals", view.t("goals-title"))
        .lead(view.t("strategy-lead"))
        .actions(deeds(&view));
    let between = between(&view);
    let said = Said {
        id: "strategy".into(),
        title: view.t("strategy-matrix").into(),
        description: structure::described(&view, "strategy-matrix-help", goals.len(), all),
    };
    let drawing = matrix(&said, &grid(&view, &between, &goals, &directions, &priorities));
    let body = html! {
        (verdict(&view))
        (figure(&said, &drawing, view.t("chart-as-table"), as_table(&view, &between, &goals, &directions, &priorities)))
        (money(&view, &directions, &priorities))
        h2 #findings { (view.t("findings-title")) }
        (found)
    };
    Ok(view.page(head, body))
}

fn deeds(view: &View) -> Markup {
    let entered = [
        ("goals.direction.enter", "direction-enter", "/goals/directions/new"),
        ("goals.priority.enter", "priority-area-enter", "/goals/priority-areas/new"),
    ];
    let may = entered.iter().filter(|entry| view.can(entry.0, &Subject::Municipality));
    let buttons: Vec<Button> = may.map(|(_, label, page)| Button::quiet(view.t(label)).to(*page)).collect();
    html! { @if !buttons.is_empty() { (actions(buttons)) } }
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

/// What the activities of the year that serve both a goal and a priority area are planned to cost.
type Between<'a> = BTreeMap<(&'a GoalId, &'a PriorityAreaId), Ore>;

/// The money between all goals and priority areas, found in one reading.
fn between(view: &View) -> Between<'_> {
    let mut between = Between::new();
    for activity in view.town.objects.activities_in(view.today.year()) {
        for (goal, area) in activity.text.goals.iter().zip(activity.text.priority_area.iter().cycle()) {
            *between.entry((goal, area)).or_default() += activity.text.cost();
        }
    }
    between
}

/// Goals down; directions with the strength of their links, and priority areas with money, across.
fn grid(view: &View, between: &Between<'_>, goals: &[&Goal], directions: &[&Direction], priorities: &[&PriorityArea]) -> Matrix {
    // One grade for all: the matrix's hotter colours mean danger, and a strong link is none.
    let filled = |text: Option<String>| text.map_or_else(Cell::default, |text| Cell { text, grade: 1 });
    let strength = |goal: &Goal, direction: &&Direction| filled(direction.link_to(&goal.id).map(|link| view.of("strength", link.strength)));
    let money = |goal: &Goal, area: &&PriorityArea| {
        filled(between.get(&(&goal.id, &area.id)).copied().filter(|sum| *sum > Ore::ZERO).map(|sum| millions(view, sum)))
    };
    let cells =
        |goal: &Goal| directions.iter().map(|one| strength(goal, one)).chain(priorities.iter().map(|one| money(goal, one))).collect();
    Matrix {
        columns_title: view.t("strategy-columns").to_owned(),
        columns: directions.iter().map(|one| one.number.to_string()).chain((0..priorities.len()).map(letter)).collect(),
        rows: goals.iter().map(|goal| (goal.wording.title.clone(), cells(goal))).collect(),
    }
}

/// Money in a narrow cell: millions of kronor with one decimal.
fn millions(view: &View, sum: Ore) -> String {
    let tenths = (sum.0 + 5_000_000) / 10_000_000;
    words::figure(view, Figure(tenths * 100))
}

/// The letter by which the matrix names a priority area.
fn letter(place: usize) -> String {
    char::from(b'A' + u8::try_from(place % 26).unwrap_or_default()).to_string()
}

/// The matrix as a table, with links.
fn as_table(view: &View, between: &Between<'_>, goals: &[&Goal], directions: &[&Direction], priorities: &[&PriorityArea]) -> Table {
    let mut table = Table::new("matrix", view.t("strategy-matrix")).caption_hidden().column(Column::text(view.t("goal")));
    for direction in directions {
        table = table.column(Column::text(format!("{}. {}", direction.number, direction.title)));
    }
    for area in priorities {
        table = table.column(Column::number(area.name.as_str()));
    }
    table.empty(view.t("goals-none")).rows(goals, |line, goal| {
        let mut line = line.cell(view.link(&(&goal.id).into()));
        for direction in directions {
            line = line.cell(match direction.link_to(&goal.id) {
                Some(link) => html! { (Link::new(view.href(&(&direction.id).into()), view.of("strength", link.strength))) },
                None => html! {},
            });
        }
        for area in priorities {
            let sum = between.get(&(&goal.id, &area.id)).copied().filter(|sum| *sum > Ore::ZERO);
            line = line.cell(sum.map(|sum| view.kr(sum)).unwrap_or_default());
        }
    })
}

/// The money planned this year for what each direction carries and for each priority area.
fn money(view: &View, directions: &[&Direction], priorities: &[&PriorityArea]) -> Table {
    let year = view.today.year();
    let costs = view.town.objects.cost_by_priority_area(year);
    let mut table = Table::new("behind", view.say("strategy-money", &[("year", year.to_string().as_str().into())]))
        .column(Column::text(view.t("golden-ways")))
        .column(Column::number(view.t("goals-title-short")))
        .column(Column::number(view.t("cost")))
        .empty(view.t("strategy-none"));
    for direction in directions {
        let named = html! { (direction.number) ". " (view.link(&(&direction.id).into())) };
        table.row().cell(named).cell(direction.links.len()).cell(view.kr(view.town.objects.cost_behind(direction, year)));
    }
    for (place, area) in priorities.iter().enumerate() {
        let cost = costs.get(&Some(&area.id)).copied().unwrap_or_default();
        table.row().cell(html! { (letter(place)) ". " (view.link(&(&area.id).into())) }).cell("").cell(view.kr(cost));
    }
    table
}

/// Whether the reader may see what a finding is about.
fn is_seen(view: &View, finding: &Finding) -> bool {
    match &finding.what {
        Subject::Initiative(id) => {
            view.town.initiatives.get(id).is_some_and(|initiative| crate::initiatives::words::is_visible(view, initiative))
        }
        _ => true,
    }
}

fn list(view: &View) -> List<'_, Finding> {
    List::new(view, "findings", "findings-title")
        .empty("findings-none")
        .search("findings-words", |finding: &Finding| view.name(&finding.what))
        .choice("why", "findings-why", choices::of(view, "loose", &Loose::ALL), |finding, asked| sent(finding.why) == asked)
        .column("what", "findings-what", |finding| view.name(&finding.what))
        .linked(|finding| view.href(&finding.what))
        .column("why", "findings-why", |finding| view.of("loose", finding.why))
        .ranked(|finding| finding.why as i64)
        .column("money", "cost", |finding| finding.money)
        .summed()
        .column("mend", "findings-mend", |finding| view.of("loose-mend", finding.why))
        .linked(|finding| view.at(&mend(view, finding)))
}

/// Where a finding is mended.
fn mend(view: &View, finding: &Finding) -> String {
    match (&finding.what, finding.why) {
        (Subject::Direction(id), _) => format!("/goals/directions/{id}#link"),
        // A goal is linked from a direction's page: the first of the strategy in force.
        (Subject::Goal(id), _) => match view.town.goals.directions_in_force(view.today).first() {
            Some(direction) => format!("/goals/directions/{}?goal={id}#link", direction.id),
            None => format!("/goals/{id}"),
        },
        (Subject::Initiative(id), _) if view.is_staff() => format!("/initiatives/{id}/card"),
        (Subject::PriorityArea(_), _) => "/objects/activities".to_owned(),
        (Subject::Activity(id), _) => match view.town.objects.activities.get(id) {
            Some(activity) => format!("/objects/plans/{}", activity.plan),
            None => "/objects/activities".to_owned(),
        },
        (what, _) => view.href(what),
    }
}

//! Page: everything that waits for somebody, by what it is and for whom; only what is late, where asked.

use std::collections::BTreeMap;

use axum::response::Response;
use domain::PersonId;
use domain::expected::Task;
use maud::{Markup, html};

use super::{all, way};
use crate::look::{self, Button, Column, Table, Tag};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/mine/everyone", May::Staff, show)]
}

async fn show(view: View) -> Response {
    let tasks = all(&view);
    let only_late = view.ask("late") == "yes";
    let who = PersonId::new(view.ask("who"));
    let shown: Vec<&Task> = tasks
        .iter()
        .filter(|task| !only_late || task.is_late(view.today))
        .filter(|task| who.as_ref().is_none_or(|who| task.who.contains(who)))
        .collect();
    let head = Head::new(Part::Mine, view.t("everyone-title")).lead(view.t("everyone-lead")).under("/mine", view.t("mine-title"));
    let toggle = if only_late {
        Button::secondary(view.t("everyone-all")).to(view.asking("late", ""))
    } else {
        Button::secondary(view.t("everyone-late")).to(view.asking("late", "yes"))
    };
    let body = html! {
        (look::actions([toggle]))
        (table(&view, &shown))
    };
    view.page(head, body)
}

fn table(view: &View, tasks: &[&Task]) -> Table {
    Table::new("everyone", view.say("everyone-count", &[("count", tasks.len().into())]))
        .column(Column::text(view.t("everyone-what")))
        .column(Column::text(view.t("everyone-kind")))
        .column(Column::text(view.t("everyone-who")))
        .column(Column::text(view.t("everyone-due")))
        .empty(view.t("mine-none"))
        .rows(tasks, |line, task| {
            let names: Vec<&str> = task.who.iter().map(|who| view.person(who)).collect();
            line.link(&way(view, task), &view.name(&task.about))
                .cell(view.of("expected", task.kind))
                .cell(if names.is_empty() { view.t("everyone-nobody").to_owned() } else { names.join(", ") })
                .cell(due(view, task));
        })
}

fn due(view: &View, task: &Task) -> Markup {
    html! {
        @if let Some(due) = task.due {
            (view.date(due)) @if task.is_late(view.today) { " " (Tag::bad(view.t("mine-tag-late"))) }
        }
    }
}

/// How much waits for each person, those with the most late first: person, late, all.
pub fn by_person(tasks: &[Task], today: domain::Date) -> Vec<(PersonId, usize, usize)> {
    let mut people: BTreeMap<&PersonId, (usize, usize)> = BTreeMap::new();
    for task in tasks {
        for who in &task.who {
            let count = people.entry(who).or_default();
            count.0 += usize::from(task.is_late(today));
            count.1 += 1;
        }
    }
    let mut people: Vec<_> = people.into_iter().map(|(who, (late, all))| (who.clone(), late, all)).collect();
    people.sort_by_key(|(who, late, all)| (std::cmp::Reverse((*late, *all)), who.clone()));
    people
}

//! Page: one committee's plans year beside year: its goals and what it has promised, and what came of that.

use axum::extract::Path;
use axum::response::Response;
use domain::UnitId;
use domain::goals::{Document, DocumentKind, Goal, Undertaking};
use domain::organisation::Unit;
use maud::{Markup, html};

use super::{plans, words};
use crate::look::{Button, Column, Link, Table, Tag, actions};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals/plans/{unit}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<UnitId>) -> Result<Response, Problem> {
    let unit = view.town.organisation.units.get(&id).ok_or(Problem::NotFound)?;
    let mut plans: Vec<&Document> = view
        .town
        .goals
        .documents
        .values()
        .filter(|document| document.kind == DocumentKind::OperationalPlan && document.unit == id)
        .collect();
    plans.sort_by_key(|plan| plan.from);
    let head = Head::new(Part::Goals, unit.name.as_str())
        .kicker(view.t("plans-title"))
        .under("/goals", view.t("goals-title"))
        .under("/goals/plans", view.t("plans-title"))
        .lead(view.t("committee-lead"))
        .actions(deeds(&view, unit, &plans));
    Ok(view.page(head, html! { (beside(&view, &plans)) }))
}

fn deeds(view: &View, unit: &Unit, plans: &[&Document]) -> Markup {
    let about = domain::Subject::Municipality;
    let mut buttons = Vec::new();
    if let Some(latest) = plans.last().filter(|latest| view.today <= latest.to && view.can("goals.undertaking.enter", &about)) {
        buttons.push(Button::primary(view.t("undertaking-enter")).to(format!("/goals/undertakings/new?document={}", latest.id)));
    }
    if view.can("goals.document.adopt", &about) {
        buttons
            .push(Button::secondary(view.t("document-adopt")).to(format!("/goals/documents/new?kind=operational_plan&unit={}", unit.id)));
    }
    html! { @if !buttons.is_empty() { (actions(buttons)) } }
}

/// How many undertakings of a plan stand beside those of other years; the list has them all.
const FIRST: usize = 20;

/// The plans across, and what each holds down.
fn beside(view: &View, plans: &[&Document]) -> Table {
    let mut table = Table::new("beside", view.t("committee-years")).column(Column::text(view.t("committee-what")));
    for plan in plans {
        table = table.column(Column::text(plan.from.year().to_string()));
    }
    table = table.empty(view.t("committee-no-plan"));
    if plans.is_empty() {
        return table;
    }
    let mut row = |label: &str, cell: &dyn Fn(&Document) -> Markup| {
        let mut line = table.row().cell(view.t(label));
        for plan in plans {
            line = line.cell(cell(plan));
        }
        drop(line);
    };
    row("document", &|plan| view.link(&(&plan.id).into()));
    row("committee-goals", &|plan| goals(view, plan));
    row("undertakings", &|plan| undertakings(view, plan));
    table
}

fn goals(view: &View, plan: &Document) -> Markup {
    let goals: Vec<&Goal> = view.town.goals.held_in(plan).collect();
    html! {
        @if goals.is_empty() { span .sb-quiet { (view.t("none")) } }
        @for goal in goals { p { (view.link(&(&goal.id).into())) } }
    }
}

fn undertakings(view: &View, plan: &Document) -> Markup {
    let all: Vec<&Undertaking> = view.town.goals.undertakings.values().filter(|one| one.document == plan.id).collect();
    let list = || format!("/goals/plans?unit={}&year={}", plan.unit, plan.from.year());
    html! {
        @if all.is_empty() { (Tag::bad(view.t("plan-silent"))) }
        @if all.len() > FIRST { p { (Link::new(view.at(&list()), view.say("committee-all", &[("count", all.len().into())]))) } }
        @for one in all.into_iter().take(FIRST) {
            p {
                (view.link(&(&one.id).into())) " " (words::undertaking(view, one))
                @if one.responsible.is_none() || one.due.is_none() { " " (plans::lacking(view, one)) }
            }
        }
    }
}

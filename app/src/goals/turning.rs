//! Page: what becomes of an earlier document's goals in the one that follows it: carried over, worded anew or
//! ended. Nothing is lost in silence between two years.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::goals::{Document, Goal, GoalCarry};
use domain::{DocumentId, GoalId, Subject};
use maud::{Markup, html};

use crate::look::{self, Button, Column, Table, Tag, Tone, actions, hidden};
use crate::web::deed::Deed;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/documents/{document}/goals", May::Anyone, show),
        form("/goals/documents/{document}/goals", May::Act("goals.goal.carry"), carry),
    ]
}

async fn show(view: View, Path(id): Path<DocumentId>) -> Result<Response, Problem> {
    let document = view.town.goals.documents.get(&id).ok_or(Problem::NotFound)?;
    let before = view.town.goals.before(document).ok_or(Problem::NotFound)?;
    let head = Head::new(Part::Goals, view.t("turn-title"))
        .kicker(document.title.as_str())
        .under("/goals", view.t("goals-title"))
        .under(view.href(&(&id).into()), document.title.as_str())
        .lead(view.say("turn-lead", &[("before", before.title.as_str().into()), ("document", document.title.as_str().into())]));
    let left = view.town.goals.held_in(before).filter(|goal| outcome(&view, goal, document) == Outcome::Lapses).count();
    let body = html! {
        @if left > 0 { (look::callout(Tone::Bad, "", html! { p { (view.say("turn-left", &[("count", left.into())])) } })) }
        (table(&view, before, document))
        @if view.can("goals.goal.set", &Subject::Municipality) {
            (actions([Button::secondary(view.t("goal-set")).to(format!("/goals/new?document={id}"))]))
        }
    };
    Ok(view.page(head, body))
}

async fn carry(Path(document): Path<DocumentId>, mut deed: Deed) -> Result<Response, Problem> {
    let id = GoalId::new(deed.fields.raw("goal")).ok_or(Problem::Unreadable("problem-form"))?;
    let receipt = deed.act(GoalCarry { id, document: document.clone() }).await?;
    Ok(deed.done(receipt, &format!("/goals/documents/{document}/goals"), "goal-carried").into_response())
}

/// What becomes of a goal when its document is followed by another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It lives on.
    Carried,
    /// It has been ended by a decision of its own.
    Ended,
    /// Nobody has said: without an act it lapses.
    Lapses,
}

fn outcome(view: &View, goal: &Goal, document: &Document) -> Outcome {
    let holds = view.town.goals.holding_goal(goal, document.from).is_some_and(|held| held.id == document.id);
    match goal {
        goal if !goal.is_alive(document.from) => Outcome::Ended,
        goal if holds || goal.documents().any(|one| *one == document.id) => Outcome::Carried,
        _ => Outcome::Lapses,
    }
}

fn table(view: &View, before: &Document, document: &Document) -> Table {
    Table::new("turn", view.t("turn-title"))
        .caption_hidden()
        .column(Column::text(view.t("goal")))
        .column(Column::text(view.t("turn-outcome")))
        .column(Column::text(view.t("turn-what")).unlabelled())
        .empty(view.t("turn-none"))
        .rows(view.town.goals.held_in(before), |line, goal| {
            let outcome = outcome(view, goal, document);
            line.cell(view.link(&(&goal.id).into())).cell(told(view, goal, outcome)).cell(choices(view, goal, document, outcome));
        })
}

fn told(view: &View, goal: &Goal, outcome: Outcome) -> Markup {
    match (outcome, goal.ended) {
        (Outcome::Ended, Some(last)) => html! { (Tag::neutral(view.t("turn-ended"))) " " (view.date(last)) },
        (Outcome::Ended, None) => html! { (Tag::neutral(view.t("turn-ended"))) },
        (Outcome::Carried, _) => html! { (Tag::good(view.t("turn-carried"))) },
        (Outcome::Lapses, _) => html! { (Tag::bad(view.t("turn-lapses"))) },
    }
}

/// What the reader may do about it.
fn choices(view: &View, goal: &Goal, document: &Document, outcome: Outcome) -> Markup {
    let about = Subject::from(&goal.id);
    let may = |act| outcome != Outcome::Ended && view.can(act, &about);
    html! {
        @if outcome == Outcome::Lapses && may("goals.goal.carry") {
            form method="post" action=(format!("/goals/documents/{}/goals", document.id)) {
                (view.marks()) (hidden("goal", goal.id.as_str())) (Button::secondary(view.t("turn-carry")))
            }
        }
        @if may("goals.goal.reword") {
            (actions([
                Button::quiet(view.t("turn-reword")).to(format!("/goals/{}/wording", goal.id)),
                Button::quiet(view.t("turn-end")).to(format!("/goals/{}/end", goal.id)),
            ]))
        }
    }
}

//! Page: a steering document, the decision that adopted it, and what it holds.

use axum::extract::Path;
use axum::response::Response;
use domain::goals::{Document, DocumentGround, DocumentKind};
use domain::{DecisionId, DocumentId, Refusals, Subject};
use maud::{Markup, html};

use crate::look::{Button, Summary, actions};
use crate::money::budget;
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::{Fields, sent};
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/documents/{document}", May::Anyone, show),
        form("/goals/documents/{document}", May::Act("goals.document.ground"), ground),
    ]
}

async fn show(view: View, Path(id): Path<DocumentId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn ground(Path(id): Path<DocumentId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.goals.documents.get(&id).ok_or(Problem::NotFound)?;
    let nothing = DecisionId::new("nothing").ok_or(Problem::NotFound)?;
    let act = DocumentGround { id: id.clone(), decision: deed.fields.choice("decision", nothing) };
    let page = format!("/goals/documents/{id}");
    Ok(deed.then(act, &page, "document-grounded", |view, fields, refusals| sheet(&view, &id, &fields, &refusals)).await)
}

fn sheet(view: &View, id: &DocumentId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let document = view.town.goals.documents.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let head = Head::new(Part::Goals, document.title.as_str())
        .kicker(view.of("document-kind", document.kind))
        .under("/goals", view.t("goals-title"))
        .lead(document.summary.as_str())
        .marks(html! { @if let Some(source) = view.source(&about) { (source) } })
        .actions(deeds(view, document));
    let town = &view.town.goals;
    let body = html! {
        (facts(view, document))
        (held(view, "goals-list", town.held_in(document).map(|goal| (&goal.id).into())))
        (held(view, "directions", town.directions.values().filter(|way| way.document == *id).map(|way| (&way.id).into())))
        (held(view, "priority-areas", town.priorities.values().filter(|area| area.document == *id).map(|area| (&area.id).into())))
        (held(view, "undertakings", town.undertakings.values().filter(|one| one.document == *id).map(|one| (&one.id).into())))
        @if let (DocumentKind::BudgetAndGoals, Some(decision)) = (document.kind, &document.decision) {
            (budget::given_by(view, decision, document.from.year()))
        }
        @if document.decision.is_none() && view.can("goals.document.ground", &about) { (grounding(view, id, fields, refusals)) }
        (history(view, &[about]))
    };
    Ok(view.page(head, body))
}

/// A form to name the decision, where the minutes came after the document.
fn grounding(view: &View, id: &DocumentId, fields: &Fields, refusals: &Refusals) -> Markup {
    let blank = Blank::new(view, fields, refusals);
    let page = format!("/goals/documents/{id}");
    let decision = blank.select("decision", "document-decision", or_none(view, choices::decisions(view)));
    html! { h2 { (view.t("document-ground")) } (blank.form(&page, html! { (decision) }, "document-ground", &page)) }
}

/// What may be entered into the document, and what became of the goals of the one before it.
fn deeds(view: &View, document: &Document) -> Markup {
    let (everything, id) = (Subject::Municipality, &document.id);
    let mut buttons = Vec::new();
    if view.town.goals.before(document).is_some_and(|before| view.town.goals.held_in(before).next().is_some()) {
        buttons.push(Button::secondary(view.t("turn-title")).to(view.at(&format!("/goals/documents/{id}/goals"))));
    }
    let entered: &[(&'static str, &str, &str)] = match document.kind {
        DocumentKind::Vision => &[],
        DocumentKind::BudgetAndGoals => &[
            ("goals.goal.set", "goal-set", "/goals/new"),
            ("goals.priority.enter", "priority-area-enter", "/goals/priority-areas/new"),
            ("money.frames.enter", "frames-enter", "/money/frames"),
        ],
        DocumentKind::Strategy => &[("goals.direction.enter", "direction-enter", "/goals/directions/new")],
        DocumentKind::OperationalPlan => {
            &[("goals.undertaking.enter", "undertaking-enter", "/goals/undertakings/new"), ("goals.goal.set", "goal-set", "/goals/new")]
        }
    };
    let open = view.today <= document.to;
    let may = entered.iter().filter(|entry| open && view.can(entry.0, &everything));
    buttons.extend(may.map(|(_, label, page)| Button::secondary(view.t(label)).to(format!("{page}?document={id}"))));
    if open && document.revised_by.is_none() && view.can("goals.document.adopt", &everything) {
        let next = format!("/goals/documents/new?revises={id}&kind={}&unit={}", sent(document.kind), document.unit);
        buttons.push(Button::quiet(view.t("document-follow")).to(next));
    }
    html! { @if !buttons.is_empty() { (actions(buttons)) } }
}

fn facts(view: &View, document: &Document) -> Summary {
    let mut facts = Summary::new()
        .fact(view.t("document-body"), view.link(&(&document.unit).into()))
        .fact(view.t("document-period"), format!("{} – {}", view.date(document.from), view.date(document.to)));
    facts = match &document.decision {
        Some(decision) => facts.fact(view.t("document-decision"), view.link(&decision.into())),
        None => facts.fact(view.t("document-decision"), view.t("missing")),
    };
    if let Some(earlier) = &document.revises {
        facts = facts.fact(view.t("document-revises"), view.link(&earlier.into()));
    }
    match &document.revised_by {
        Some(later) => facts.fact(view.t("document-revised-by"), view.link(&later.into())),
        None => facts,
    }
}

/// What the document holds of one kind; nothing where it holds none.
fn held(view: &View, heading: &str, things: impl Iterator<Item = Subject>) -> Markup {
    let things: Vec<Subject> = things.collect();
    html! {
        @if !things.is_empty() {
            h2 { (view.t(heading)) }
            ul { @for thing in &things { li { (view.link(thing)) } } }
        }
    }
}

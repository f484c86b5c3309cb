//! Pages: enter a direction of a strategy, a priority area of Mål och budget, and a goal area.

use axum::response::Response;
use domain::goals::{DirectionEnter, DocumentKind, GoalAreaEstablish, PriorityAreaEnter};
use domain::{DirectionId, DocumentId, GoalAreaId, PriorityAreaId, Refusals, Subject};
use maud::html;

use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/directions/new", May::Act("goals.direction.enter"), new_direction),
        form("/goals/directions/new", May::Act("goals.direction.enter"), enter_direction),
        page("/goals/priority-areas/new", May::Act("goals.priority.enter"), new_priority),
        form("/goals/priority-areas/new", May::Act("goals.priority.enter"), enter_priority),
        page("/goals/areas/new", May::Act("goals.area.establish"), new_area),
        form("/goals/areas/new", May::Act("goals.area.establish"), establish_area),
    ]
}

async fn new_direction(view: View) -> Result<Response, Problem> {
    view.demand("goals.direction.enter", &Subject::Municipality)?;
    let number = view.town.goals.directions_in_force(view.today).last().map_or(1, |last| last.number.saturating_add(1));
    let fields = Fields::filled([("document", view.ask("document").to_owned()), ("number", number.to_string())]);
    Ok(direction(&view, &fields, &Refusals::none()))
}

async fn enter_direction(mut deed: Deed) -> Result<Response, Problem> {
    let title = deed.fields.text("title");
    let id = deed.id_after("direction", &title, DirectionId::new)?;
    let act = DirectionEnter {
        id: id.clone(),
        document: deed.fields.choice("document", nowhere()?),
        number: u8::try_from(deed.fields.number("number")).unwrap_or(u8::MAX),
        title,
        text: deed.fields.text("text"),
    };
    let page = format!("/goals/directions/{id}");
    Ok(deed.then(act, &page, "direction-entered", |view, fields, refusals| direction(&view, &fields, &refusals)).await)
}

async fn new_priority(view: View) -> Result<Response, Problem> {
    view.demand("goals.priority.enter", &Subject::Municipality)?;
    Ok(priority(&view, &Fields::filled([("document", view.ask("document").to_owned())]), &Refusals::none()))
}

async fn enter_priority(mut deed: Deed) -> Result<Response, Problem> {
    let name = deed.fields.text("name");
    let id = deed.id_after("priority", &name, PriorityAreaId::new)?;
    let act =
        PriorityAreaEnter { id: id.clone(), document: deed.fields.choice("document", nowhere()?), name, text: deed.fields.text("text") };
    let page = format!("/goals/priority-areas/{id}");
    Ok(deed.then(act, &page, "priority-area-entered", |view, fields, refusals| priority(&view, &fields, &refusals)).await)
}

async fn new_area(view: View) -> Result<Response, Problem> {
    view.demand("goals.area.establish", &Subject::Municipality)?;
    Ok(area(&view, &Fields::default(), &Refusals::none()))
}

async fn establish_area(deed: Deed) -> Result<Response, Problem> {
    let name = deed.fields.text("name");
    let id = deed.id_after("area", &name, GoalAreaId::new)?;
    let act = GoalAreaEstablish { id, name, text: deed.fields.text("text") };
    Ok(deed.then(act, "/goals", "goal-area-established", |view, fields, refusals| area(&view, &fields, &refusals)).await)
}

/// A document that is none, where none was chosen.
fn nowhere() -> Result<DocumentId, Problem> {
    DocumentId::new("nowhere").ok_or(Problem::NotFound)
}

fn head(view: &View, title: &str, lead: &str) -> Head {
    Head::new(Part::Goals, view.t(title)).under("/goals", view.t("goals-title")).lead(view.t(lead))
}

fn direction(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.select("document", "document-kind-strategy-label", or_none(view, choices::documents(view, &[DocumentKind::Strategy]))))
        (blank.text("number", "direction-number-label").short())
        (blank.text("title", "direction").help(view.t("direction-title-help")))
        (blank.area("text", "direction-text").optional(blank.optional()))
    };
    let body = blank.form("/goals/directions/new", inputs, "direction-enter", "/goals/strategy");
    view.page(head(view, "direction-enter", "direction-enter-lead").under("/goals/strategy", view.t("strategy-title")), body)
}

fn priority(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.select("document", "document", or_none(view, choices::documents(view, &[DocumentKind::BudgetAndGoals]))))
        (blank.text("name", "priority-area"))
        (blank.area("text", "priority-area-text").optional(blank.optional()))
    };
    let body = blank.form("/goals/priority-areas/new", inputs, "priority-area-enter", "/goals/strategy");
    view.page(head(view, "priority-area-enter", "priority-area-enter-lead").under("/goals/strategy", view.t("strategy-title")), body)
}

fn area(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.text("name", "goal-area"))
        (blank.area("text", "goal-area-text").optional(blank.optional()))
    };
    view.page(
        head(view, "goal-area-establish", "goal-area-establish-lead"),
        blank.form("/goals/areas/new", inputs, "goal-area-establish", "/goals"),
    )
}

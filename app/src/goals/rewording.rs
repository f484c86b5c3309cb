//! Pages: word a direction, a priority area or a goal area anew; what it said before stays in its history.

use axum::extract::Path;
use axum::response::Response;
use domain::goals::{DirectionReword, GoalAreaReword, PriorityAreaReword};
use domain::{DirectionId, GoalAreaId, PriorityAreaId, Refusals, Subject};
use maud::html;

use crate::web::blank::Blank;
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::history::history;
use crate::web::naming;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/directions/{direction}/wording", May::Act("goals.direction.reword"), direction),
        form("/goals/directions/{direction}/wording", May::Act("goals.direction.reword"), reword_direction),
        page("/goals/priority-areas/{area}/wording", May::Act("goals.priority.reword"), priority),
        form("/goals/priority-areas/{area}/wording", May::Act("goals.priority.reword"), reword_priority),
        page("/goals/areas/{area}/wording", May::Act("goals.area.reword"), area),
        form("/goals/areas/{area}/wording", May::Act("goals.area.reword"), reword_area),
    ]
}

/// What is worded anew: the keys of its labels, and the name of the field that names it.
struct Worded {
    about: Subject,
    wording: String,
    field: (&'static str, &'static str),
    text: &'static str,
}

impl Worded {
    fn direction(id: &DirectionId) -> Self {
        let wording = format!("/goals/directions/{id}/wording");
        Self { about: id.into(), wording, field: ("title", "direction"), text: "direction-text" }
    }

    fn priority(id: &PriorityAreaId) -> Self {
        let wording = format!("/goals/priority-areas/{id}/wording");
        Self { about: id.into(), wording, field: ("name", "priority-area"), text: "priority-area-text" }
    }

    fn area(id: &GoalAreaId) -> Self {
        Self { about: id.into(), wording: format!("/goals/areas/{id}/wording"), field: ("name", "goal-area"), text: "goal-area-text" }
    }

    fn sheet(&self, view: &View, fields: &Fields, refusals: &Refusals) -> Response {
        let page = naming::href(&self.about);
        let head = Head::new(Part::Goals, view.t("reword"))
            .kicker(view.name(&self.about))
            .under("/goals", view.t("goals-title"))
            .under(page.as_str(), view.name(&self.about))
            .lead(view.t("goal-reword-lead"));
        let blank = Blank::new(view, fields, refusals);
        let inputs = html! {
            (blank.text(self.field.0, self.field.1))
            (blank.area("text", self.text).optional(blank.optional()))
        };
        view.page(
            head,
            html! { (blank.form(&self.wording, inputs, "form-save", &page)) (history(view, std::slice::from_ref(&self.about))) },
        )
    }
}

async fn direction(view: View, Path(id): Path<DirectionId>) -> Result<Response, Problem> {
    let direction = view.town.goals.directions.get(&id).ok_or(Problem::NotFound)?;
    view.demand("goals.direction.reword", &(&id).into())?;
    let held = Fields::filled([("title", direction.title.clone()), ("text", direction.text.clone())]);
    Ok(Worded::direction(&id).sheet(&view, &held, &Refusals::none()))
}

async fn reword_direction(Path(id): Path<DirectionId>, deed: Deed) -> Result<Response, Problem> {
    deed.view.town.goals.directions.get(&id).ok_or(Problem::NotFound)?;
    let act = DirectionReword { id: id.clone(), title: deed.fields.text("title"), text: deed.fields.text("text") };
    let page = format!("/goals/directions/{id}");
    Ok(deed.then(act, &page, "reworded", |view, fields, refusals| Worded::direction(&id).sheet(&view, &fields, &refusals)).await)
}

async fn priority(view: View, Path(id): Path<PriorityAreaId>) -> Result<Response, Problem> {
    let area = view.town.goals.priorities.get(&id).ok_or(Problem::NotFound)?;
    view.demand("goals.priority.reword", &(&id).into())?;
    let held = Fields::filled([("name", area.name.clone()), ("text", area.text.clone())]);
    Ok(Worded::priority(&id).sheet(&view, &held, &Refusals::none()))
}

async fn reword_priority(Path(id): Path<PriorityAreaId>, deed: Deed) -> Result<Response, Problem> {
    deed.view.town.goals.priorities.get(&id).ok_or(Problem::NotFound)?;
    let act = PriorityAreaReword { id: id.clone(), name: deed.fields.text("name"), text: deed.fields.text("text") };
    let page = format!("/goals/priority-areas/{id}");
    Ok(deed.then(act, &page, "reworded", |view, fields, refusals| Worded::priority(&id).sheet(&view, &fields, &refusals)).await)
}

async fn area(view: View, Path(id): Path<GoalAreaId>) -> Result<Response, Problem> {
    let area = view.town.goals.areas.get(&id).ok_or(Problem::NotFound)?;
    view.demand("goals.area.reword", &(&id).into())?;
    let held = Fields::filled([("name", area.name.clone()), ("text", area.text.clone())]);
    Ok(Worded::area(&id).sheet(&view, &held, &Refusals::none()))
}

async fn reword_area(Path(id): Path<GoalAreaId>, deed: Deed) -> Result<Response, Problem> {
    deed.view.town.goals.areas.get(&id).ok_or(Problem::NotFound)?;
    let act = GoalAreaReword { id: id.clone(), name: deed.fields.text("name"), text: deed.fields.text("text") };
    Ok(deed.then(act, "/goals", "reworded", |view, fields, refusals| Worded::area(&id).sheet(&view, &fields, &refusals)).await)
}

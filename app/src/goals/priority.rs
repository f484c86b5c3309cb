//! Page: a priority area of Mål och budget, and what is planned for it this year.

use axum::extract::Path;
use axum::response::Response;
use domain::{PriorityAreaId, Subject};
use maud::html;

use super::golden::golden;
use super::serving::serving;
use crate::look::{Button, Summary, actions};
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/goals/priority-areas/{area}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<PriorityAreaId>) -> Result<Response, Problem> {
    let area = view.town.goals.priorities.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let holding = view.town.goals.holding(&area.document, view.today).map_or(&area.document, |document| &document.id);
    let head = Head::new(Part::Goals, area.name.as_str())
        .kicker(view.t("priority-area"))
        .under("/goals", view.t("goals-title"))
        .under("/goals/strategy", view.t("strategy-title"))
        .lead(area.text.as_str())
        .marks(html! { @if let Some(source) = view.source(&about) { (source) } })
        .actions(html! { @if view.can("goals.priority.reword", &about) {
            (actions([Button::secondary(view.t("reword")).to(format!("/goals/priority-areas/{id}/wording"))]))
        } });
    let caption = view.say("priority-area-planned", &[("year", view.today.year().to_string().as_str().into())]);
    let planned = serving(&view, caption, "priority-area-no-money", |activity| activity.text.priority_area.as_ref() == Some(&id));
    Ok(view.page(head, html! { (Summary::new().fact(view.t("document"), view.link(&holding.into()))) (golden(&view, &about)) (planned) (history(&view, &[about])) }))
}

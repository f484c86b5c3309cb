//! Page: the form in which an activity is put in an object's plan.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{ActivityPlan, ObjectPlan};
use domain::{ActivityId, ObjectPlanId, Refusals, Subject};
use maud::html;

use super::activity_form;
use crate::look::{Button, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/plans/{plan}/activities", May::Act("objects.activity.plan"), show),
        form("/objects/plans/{plan}/activities/{activity}", May::Act("objects.activity.plan"), put),
    ]
}

async fn show(view: View, Path(id): Path<ObjectPlanId>) -> Result<Response, Problem> {
    let plan = view.town.objects.plans.get(&id).ok_or(Problem::NotFound)?;
    view.demand("objects.activity.plan", &(&id).into())?;
    Ok(sheet(&view, plan, &view.fresh_id("aktivitet"), &Fields::default(), &Refusals::none()))
}

async fn put(Path((id, activity)): Path<(ObjectPlanId, ActivityId)>, mut deed: Deed) -> Result<Response, Problem> {
    let plan = deed.view.town.objects.plans.get(&id).cloned().ok_or(Problem::NotFound)?;
    let act = ActivityPlan { id: activity.clone(), plan: id.clone(), text: activity_form::read(&mut deed.fields, None) };
    let page = format!("/objects/plans/{id}");
    Ok(deed
        .then(act, &page, "activity-planned", |view, fields, refusals| {
            sheet(&view, &plan, activity.as_str(), &fields, &refusals).into_response()
        })
        .await)
}

fn sheet(view: &View, plan: &ObjectPlan, id: &str, fields: &Fields, refusals: &Refusals) -> Response {
    let about = Subject::from(&plan.id);
    let faults = Faults::new(view, refusals);
    let head = Head::new(Part::Objects, view.t("activity-new"))
        .kicker(view.name(&about))
        .under("/objects", view.t("objects-title"))
        .under(view.href(&about), view.name(&about));
    let body = html! {
        (faults)
        form method="post" action=(format!("/objects/plans/{}/activities/{id}", plan.id)) {
            (view.marks())
            (activity_form::fields(view, None, plan, fields, &faults))
            (actions([Button::primary(view.t("save")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
    };
    view.page(head, body)
}

//! Page: the form in which an activity is planned anew, or taken out of its plan.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{Activity, ActivityRemove, ActivityReplan, ActivityText};
use domain::{ActivityId, Refusals, Subject};
use maud::html;

use super::{activity_form, comparing};
use crate::look::{Button, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/activities/{activity}/plan", May::Act("objects.activity.replan"), show),
        form("/objects/activities/{activity}/plan", May::Act("objects.activity.replan"), replan),
        form("/objects/activities/{activity}/removal", May::Act("objects.activity.remove"), remove),
    ]
}

async fn show(view: View, Path(id): Path<ActivityId>) -> Result<Response, Problem> {
    let activity = view.town.objects.activities.get(&id).ok_or(Problem::NotFound)?;
    view.demand("objects.activity.replan", &(&id).into())?;
    Ok(sheet(&view, activity, None, &activity_form::filled(&activity.text), &Refusals::none()))
}

async fn replan(Path(id): Path<ActivityId>, mut deed: Deed) -> Result<Response, Problem> {
    let activity = deed.view.town.objects.activities.get(&id).cloned().ok_or(Problem::NotFound)?;
    let text = activity_form::read(&mut deed.fields, activity.text.initiative.clone());
    let act = ActivityReplan { id: id.clone(), text: text.clone() };
    let page = format!("/objects/activities/{id}");
    Ok(deed
        .then(act, &page, "activity-replanned", |view, fields, refusals| {
            sheet(&view.afterwards(), &activity, Some(&text), &fields, &refusals).into_response()
        })
        .await)
}

async fn remove(Path(id): Path<ActivityId>, deed: Deed) -> Result<Response, Problem> {
    let activity = deed.view.town.objects.activities.get(&id).cloned().ok_or(Problem::NotFound)?;
    let page = format!("/objects/plans/{}", activity.plan);
    let act = ActivityRemove { id };
    Ok(deed
        .then(act, &page, "activity-removed", |view, _, refusals| {
            sheet(&view, &activity, None, &activity_form::filled(&activity.text), &refusals).into_response()
        })
        .await)
}

fn sheet(view: &View, activity: &Activity, sent: Option<&ActivityText>, fields: &Fields, refusals: &Refusals) -> Response {
    let (about, plan) = (Subject::from(&activity.id), Subject::from(&activity.plan));
    let Some(held_in) = view.town.objects.plans.get(&activity.plan) else { return Problem::NotFound.into_response() };
    let faults = Faults::new(view, refusals);
    let head = Head::new(Part::Objects, view.t("activity-replan"))
        .kicker(&activity.text.name)
        .under("/objects", view.t("objects-title"))
        .under(view.href(&plan), view.name(&plan))
        .under(view.href(&about), activity.text.name.as_str());
    let now = view.town.objects.activities.get(&activity.id).map_or(&activity.text, |activity| &activity.text);
    let body = html! {
        (faults)
        @if let Some(sent) = sent { (comparing::stale(view, &about, refusals, &comparing::activity_texts(view, now, sent))) }
        form method="post" action=(format!("/objects/activities/{}/plan", activity.id)) {
            (view.marks())
            (activity_form::fields(view, Some(&activity.id), held_in, fields, &faults))
            (actions([Button::primary(view.t("save")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
        h2 { (view.t("activity-remove")) }
        p { (view.t("activity-remove-help")) }
        form method="post" action=(format!("/objects/activities/{}/removal", activity.id)) {
            (view.marks())
            (actions([Button::danger(view.t("activity-remove"))]))
        }
    };
    view.page(head, body)
}

//! Page: what an activity needs first: what has been said, and every other activity of the year to search among.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{Activity, ActivityReplan};
use domain::{ActivityId, Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Button, Link, hidden};
use crate::web::choices;
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/activities/{activity}/needs", May::Act("objects.activity.replan"), show),
        form("/objects/activities/{activity}/needs", May::Act("objects.activity.replan"), change),
    ]
}

async fn show(view: View, Path(id): Path<ActivityId>) -> Result<Response, Problem> {
    view.demand("objects.activity.replan", &(&id).into())?;
    sheet(&view, &id, &Refusals::none())
}

/// Says that the activity needs another, or that it does so no longer.
async fn change(Path(id): Path<ActivityId>, deed: Deed) -> Result<Response, Problem> {
    let activity = deed.view.town.objects.activities.get(&id).ok_or(Problem::NotFound)?;
    let needed = ActivityId::new(deed.fields.raw("needed")).ok_or(Problem::Unreadable("problem-form"))?;
    let mut text = activity.text.clone();
    text.needs.retain(|other| *other != needed);
    if deed.fields.raw("step") == "add" {
        text.needs.push(needed);
    }
    let act = ActivityReplan { id: id.clone(), text };
    let page = format!("/objects/activities/{id}/needs");
    Ok(deed.then(act, &page, "needs-changed", |view, _, refusals| sheet(&view.afterwards(), &id, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &ActivityId, refusals: &Refusals) -> Result<Response, Problem> {
    let activity = view.town.objects.activities.get(id).ok_or(Problem::NotFound)?;
    let plan = view.town.objects.plans.get(&activity.plan).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let others = view.town.objects.activities_in(plan.year).filter(|other| other.id != *id && !activity.text.needs.contains(&other.id));
    let found = list(view, activity, plan.object.as_str()).find(others);
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Objects, view.t("activity-needs"))
        .kicker(&activity.text.name)
        .under("/objects", view.t("objects-title"))
        .under(view.href(&(&plan.id).into()), view.name(&(&plan.id).into()))
        .under(view.href(&about), activity.text.name.as_str())
        .lead(view.t("activity-needs-help"));
    let body = html! {
        (Faults::new(view, refusals))
        (said(view, activity))
        h2 { (view.t("needs-others")) }
        (found)
    };
    Ok(view.page(head, body))
}

/// A button that changes what the activity needs.
fn step(view: &View, activity: &Activity, needed: &ActivityId, step: &str) -> Markup {
    html! {
        form method="post" action=(format!("/objects/activities/{}/needs", activity.id)) {
            (view.marks())
            (hidden("needed", needed.as_str()))
            (hidden("step", step))
            (Button::secondary(view.of("needs-step", step)))
            span .ds-sr-only { (view.name(&needed.into())) }
        }
    }
}

/// What it needs now, each with what stands in the way and a button to take it away.
fn said(view: &View, activity: &Activity) -> Markup {
    let snags = view.town.objects.snags(activity);
    html! {
        h2 { (view.t("needs-now")) }
        @if activity.text.needs.is_empty() { p .sb-nothing { (view.t("needs-none")) } }
        ul {
            @for needed in &activity.text.needs {
                li {
                    (view.link(&needed.into()))
                    @if let Some((_, snag)) = snags.iter().find(|(id, _)| *id == needed) { " " (words::snag(view, *snag)) }
                    (step(view, activity, needed, "remove"))
                }
            }
        }
    }
}

/// The other activities of the year: those of the own object, unless the reader asks for others.
fn list<'v>(view: &'v View, activity: &'v Activity, own: &str) -> List<'v, &'v Activity> {
    let plan = |other: &Activity| view.town.objects.plans.get(&other.plan);
    List::new(view, "others", "needs-others")
        .empty("activities-none")
        .order("to")
        .search("search", |other: &&Activity| other.text.name.clone())
        .choice("object", "object", choices::objects(view), move |other, asked| {
            plan(other).is_some_and(|plan| plan.object.as_str() == asked)
        })
        .otherwise(own)
        .column("name", "activity", |other| other.text.name.clone())
        .shown(|other| html! { (Link::new(view.href(&(&other.id).into()), &other.text.name)) })
        .column("object", "object", move |other| plan(other).map(|plan| view.name(&(&plan.object).into())))
        .column("from", "activity-from", |other| other.text.from)
        .column("to", "activity-to", |other| other.text.to)
        .column("add", "needs-add", |_| None::<String>)
        .shown(move |other| step(view, activity, &other.id, "add"))
}

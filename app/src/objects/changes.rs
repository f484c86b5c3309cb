//! Page: what has changed in a plan since it was last decided, word by word and activity by activity.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::{Activity, ObjectPlan};
use domain::{ActivityId, Municipality, ObjectPlanId, Subject};
use maud::{Markup, html};

use super::comparing::{Pair, activity_texts, pairs, plan_texts};
use crate::look::{Link, Tag};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/plans/{plan}/changes", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<ObjectPlanId>) -> Result<Response, Problem> {
    let plan = view.town.objects.plans.get(&id).ok_or(Problem::NotFound)?;
    let decided = plan.decided.as_ref().ok_or(Problem::NotFound)?;
    let (reader, basis) = (view.harbour().clone(), decided.basis);
    // The decided version is folded from the ledger, which may wait for the disk.
    let read = tokio::task::spawn_blocking(move || reader.helm.at(basis)).await;
    let (then, _) = read.map_err(|error| Problem::Storage(error.to_string()))?.map_err(|error| Problem::Storage(error.to_string()))?;
    let about = Subject::from(&id);
    let head = Head::new(Part::Objects, view.t("plan-changes"))
        .kicker(view.name(&about))
        .under("/objects", view.t("objects-title"))
        .under(view.href(&about), view.name(&about))
        .lead(view.say("plan-changes-lead", &[("date", decided.date.into()), ("who", view.person(&decided.who).into())]));
    let changed = changed(&view, &then, plan);
    let body = html! {
        p { (Link::new(view.href_then(&about, basis), view.t("plan-decided-version"))) }
        @if changed.is_empty() { p .sb-nothing { (view.t("plan-unchanged")) } }
        @for (heading, change) in &changed { h2 { (heading) } (change) }
    };
    Ok(view.page(head, body))
}

/// What differs, heading by heading: the plan's own text first, then its activities.
fn changed(view: &View, then: &Municipality, plan: &ObjectPlan) -> Vec<(Markup, Markup)> {
    let mut changed = Vec::new();
    if let Some(old) = then.objects.plans.get(&plan.id) {
        let all = plan_texts(view, &old.text, &plan.text);
        if differ(&all) {
            changed.push((html! { (view.t("plan-says")) }, pairs(view, &all)));
        }
    }
    let mut all: Vec<&ActivityId> =
        [&*view.town, then].iter().flat_map(|town| town.objects.activities_of(&plan.id)).map(|one| &one.id).collect();
    all.sort();
    all.dedup();
    for id in all {
        changed.extend(change(view, then.objects.activities.get(id), view.town.objects.activities.get(id)));
    }
    changed
}

fn change(view: &View, before: Option<&Activity>, after: Option<&Activity>) -> Option<(Markup, Markup)> {
    match (before, after) {
        (None, Some(new)) => {
            let heading = html! { (view.link(&(&new.id).into())) " " (Tag::good(view.t("difference-added"))) };
            Some((heading, html! { p { (view.of("priority", new.text.priority)) ", " (view.kr(new.text.cost())) } }))
        }
        (Some(old), None) => {
            let heading = html! { (old.text.name) " " (Tag::bad(view.t("difference-removed"))) };
            Some((heading, html! { p { (view.of("priority", old.text.priority)) ", " (view.kr(old.text.cost())) } }))
        }
        (Some(old), Some(new)) => {
            let all = activity_texts(view, &old.text, &new.text);
            differ(&all).then(|| (view.link(&(&new.id).into()), pairs(view, &all)))
        }
        (None, None) => None,
    }
}

fn differ(all: &[Pair]) -> bool {
    all.iter().any(|pair| pair.before != pair.after)
}

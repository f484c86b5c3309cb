//! The steps of an object's plan: review it, send it back, decide it, open it again.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::{ObjectPlan, PlanAdvance, PlanDecide, PlanState, PlanStep};
use domain::{ObjectPlanId, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Button, Tone, actions, callout, who_may};
use crate::web::deed::Deed;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        form("/objects/plans/{plan}/step", May::Act("objects.plan.advance"), advance),
        form("/objects/plans/{plan}/decision", May::Act("objects.plan.decide"), decide),
    ]
}

async fn advance(Path(id): Path<ObjectPlanId>, mut deed: Deed) -> Result<Response, Problem> {
    let step = deed.fields.choice("step", PlanStep::Review);
    let receipt = deed.act(PlanAdvance { id: id.clone(), step }).await?;
    Ok(deed.done(receipt, &format!("/objects/plans/{id}"), "plan-advanced"))
}

async fn decide(Path(id): Path<ObjectPlanId>, mut deed: Deed) -> Result<Response, Problem> {
    let receipt = deed.act(PlanDecide { id: id.clone(), decision: None }).await?;
    Ok(deed.done(receipt, &format!("/objects/plans/{id}"), "plan-decided"))
}

/// The steps the reader may take now.
pub fn deeds(view: &View, plan: &ObjectPlan, about: &Subject) -> Markup {
    let may_advance = view.can("objects.plan.advance", about);
    let open = [PlanStep::Review, PlanStep::SendBack, PlanStep::Revise].into_iter().filter(|step| plan.state.after(*step).is_some());
    let decidable = plan.state.after(PlanStep::Decide).is_some();
    if view.town.objects.closed.contains(&plan.year) {
        return callout(
            Tone::Neutral,
            "",
            html! { p { (view.say("plan-year-closed", &[("year", plan.year.to_string().as_str().into())])) } },
        );
    }
    html! {
        @if plan.state == PlanState::Revising { (callout(Tone::Partly, "", html! { p { (view.t("plan-revising")) } })) }
        @if decidable && view.as_of.is_none() {
            @if view.can("objects.plan.decide", about) {
                form method="post" action=(format!("/objects/plans/{}/decision", plan.id)) { (view.marks()) (actions([Button::primary(view.t("plan-decide"))])) }
            } @else {
                (who_may(false, view.t("plan-waits-for-owner"), html! { (view.t("plan-owner-decides")) }))
            }
        }
        @if plan.state.is_open() && view.can("objects.plan.write", about) {
            (actions([Button::primary(view.t("plan-write")).to(format!("/objects/plans/{}/text", plan.id))]))
        }
        @if may_advance {
            form method="post" action=(format!("/objects/plans/{}/step", plan.id)) {
                (view.marks())
                (actions(open.map(|step| Button::secondary(view.of("plan-step", step)).sending("step", words::sent(step)))))
            }
        }
        @if plan.state == PlanState::Decided && view.as_of.is_none() { p .sb-quiet { (view.t("plan-decided-holds")) } }
    }
}

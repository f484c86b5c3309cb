//! Page: a new plan for work under way, beside those that stay.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Delivery, DeliveryReplan, Initiative};
use domain::{InitiativeId, Refusals, Subject};
use maud::html;

use super::{plans, sheet};
use crate::look::{self, Button, Choice, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/replan", May::Act("initiatives.delivery.replan"), show),
        form("/initiatives/{initiative}/replan", May::Act("initiatives.delivery.replan"), replan),
    ]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    let work = initiative.delivery.as_ref().filter(|work| work.delivered.is_none()).ok_or(Problem::NotFound)?;
    Ok(whole(&view, initiative, work, &Fields::default(), &Refusals::none()))
}

async fn replan(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, &id)?.clone();
    let work = initiative.delivery.clone().ok_or(Problem::NotFound)?;
    let fields = &mut deed.fields;
    let act = DeliveryReplan {
        initiative: id.clone(),
        end: fields.date("end"),
        budget: fields.money("budget"),
        scope: fields.text("scope"),
        reason: fields.text("reason"),
        decision: fields.maybe("decision"),
    };
    let to = format!("/initiatives/{id}/delivery#plans");
    Ok(deed.then(act, &to, "delivery-replanned", |view, fields, refusals| whole(&view, &initiative, &work, &fields, &refusals)).await)
}

fn whole(view: &View, initiative: &Initiative, work: &Delivery, fields: &Fields, refusals: &Refusals) -> Response {
    let faults = Faults::new(view, refusals);
    let plan = work.plan_now();
    let shown = |name: &str, held: String| if fields.is_ticked(name) { fields.raw(name).to_owned() } else { held };
    let mut decisions: Vec<_> = view.town.forums.decisions.values().filter(|decision| decision.date >= initiative.started).collect();
    decisions.sort_by_key(|decision| std::cmp::Reverse((decision.date, &decision.id)));
    let decisions = decisions
        .into_iter()
        .map(|decision| Choice::new(decision.id.as_str(), format!("{}: {}", view.date(decision.date), decision.matter)));
    let decisions = std::iter::once(super::choices::none(view)).chain(decisions);
    let may = view.can("initiatives.delivery.replan", &Subject::from(&initiative.id));
    let body = html! {
        (faults)
        @if may {
            form method="post" action=(format!("/initiatives/{}/replan", initiative.id)) {
                (view.marks())
                (Field::date("end", view.t("delivery-planned-end")).value(shown("end", plan.end.to_string())).error(faults.of("end")))
                (Field::number("budget", view.t("delivery-budget"), "kr").value(shown("budget", amount(plan.budget))).error(faults.of("budget")))
                (Field::area("scope", view.t("plan-scope")).help(view.t("plan-scope-help")).rows(3).optional(view.t("form-optional")).value(shown("scope", plan.scope.clone())).error(faults.of("scope")))
                (Field::area("reason", view.t("replan-reason")).help(view.t("replan-reason-help")).rows(4).value(shown("reason", String::new())).error(faults.of("reason")))
                (Field::select("decision", view.t("replan-decision"), decisions).help(view.t("replan-decision-help")).optional(view.t("form-optional")).value(shown("decision", String::new())).error(faults.of("decision")))
                (look::actions([Button::primary(view.t("replan-do")), Button::quiet(view.t("initiative-cancel")).to(format!("/initiatives/{}/delivery", initiative.id))]))
            }
        }
        (plans::history(view, work))
    };
    view.page(sheet::beneath(view, initiative, view.t("replan-title")).lead(view.t("replan-lead")), body)
}

//! Page: the form in which an object's managers write what its plan says.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{ObjectPlan, PlanText, PlanWrite};
use domain::{ObjectPlanId, Refusals, Subject};
use maud::html;

use super::comparing;
use crate::look::{Button, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/plans/{plan}/text", May::Act("objects.plan.write"), show),
        form("/objects/plans/{plan}/text", May::Act("objects.plan.write"), write),
    ]
}

async fn show(view: View, Path(id): Path<ObjectPlanId>) -> Result<Response, Problem> {
    let plan = view.town.objects.plans.get(&id).ok_or(Problem::NotFound)?;
    view.demand("objects.plan.write", &(&id).into())?;
    Ok(sheet(&view, plan, &plan.text, None, &Refusals::none()))
}

async fn write(Path(id): Path<ObjectPlanId>, mut deed: Deed) -> Result<Response, Problem> {
    let plan = deed.view.town.objects.plans.get(&id).cloned().ok_or(Problem::NotFound)?;
    let hours = |hours: Option<i64>| hours.map_or(0, |hours| u32::try_from(hours).unwrap_or(u32::MAX));
    let text = PlanText {
        long_goals: deed.fields.text("long_goals"),
        year_goals: deed.fields.text("year_goals"),
        risks: deed.fields.text("risks"),
        it_hours: hours(deed.fields.maybe_number("it_hours")),
        business_hours: hours(deed.fields.maybe_number("business_hours")),
        operating: deed.fields.maybe_money("operating").unwrap_or_default(),
        investment: deed.fields.maybe_money("investment").unwrap_or_default(),
    };
    let act = PlanWrite { id: id.clone(), text: text.clone() };
    let page = format!("/objects/plans/{id}");
    Ok(deed
        .then(act, &page, "plan-written", |view, fields, refusals| {
            sheet(&view.afterwards(), &plan, &text, Some(&fields), &refusals).into_response()
        })
        .await)
}

fn sheet(view: &View, plan: &ObjectPlan, text: &PlanText, sent: Option<&Fields>, refusals: &Refusals) -> Response {
    let about = Subject::from(&plan.id);
    let faults = Faults::new(view, refusals);
    let head = Head::new(Part::Objects, view.t("plan-write"))
        .kicker(view.name(&about))
        .under("/objects", view.t("objects-title"))
        .under(view.href(&about), view.name(&about));
    let number = |name: &str, number: String| sent.map_or(number, |fields| fields.raw(name).to_owned());
    let now = view.town.objects.plans.get(&plan.id).map_or(&plan.text, |plan| &plan.text);
    let body = html! {
        (faults)
        (comparing::stale(view, &about, refusals, &comparing::plan_texts(view, now, text)))
        form method="post" action=(format!("/objects/plans/{}/text", plan.id)) {
            (view.marks())
            (Field::area("long_goals", view.t("plan-long-goals")).value(&text.long_goals).error(faults.of("long_goals")))
            (Field::area("year_goals", view.t("plan-year-goals")).value(&text.year_goals).error(faults.of("year_goals")))
            (Field::area("risks", view.t("plan-risks")).value(&text.risks).error(faults.of("risks")))
            (Field::number("it_hours", view.t("plan-it-hours"), view.t("hours-unit")).value(number("it_hours", text.it_hours.to_string())).error(faults.of("it_hours")))
            (Field::number("business_hours", view.t("plan-business-hours"), view.t("hours-unit")).value(number("business_hours", text.business_hours.to_string())).error(faults.of("business_hours")))
            (Field::number("operating", view.t("plan-operating"), "kr").optional(view.t("form-optional")).value(number("operating", amount(text.operating))).error(faults.of("operating")))
            (Field::number("investment", view.t("plan-investment"), "kr").optional(view.t("form-optional")).value(number("investment", amount(text.investment))).error(faults.of("investment")))
            (actions([Button::primary(view.t("save")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
    };
    view.page(head, body)
}

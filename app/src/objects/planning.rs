//! Page: the form in which an activity is put in an object's plan.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{ActivityKind, ActivityPlan, ActivityText, ObjectPlan, Priority};
use domain::{ActivityId, ObjectPlanId, Refusals, Subject};
use maud::{Markup, html};

use crate::look::{Button, Choice, Field, actions, fieldset};
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
    view.may("objects.activity.plan", &(&id).into()).map_err(|refusal| Problem::Forbidden(Some(refusal.into())))?;
    Ok(sheet(&view, plan, &view.fresh_id("aktivitet"), &Fields::default(), &Refusals::none()))
}

async fn put(Path((id, activity)): Path<(ObjectPlanId, ActivityId)>, mut deed: Deed) -> Result<Response, Problem> {
    let plan = deed.view.town.objects.plans.get(&id).cloned().ok_or(Problem::NotFound)?;
    let act = ActivityPlan { id: activity.clone(), plan: id.clone(), text: read(&mut deed.fields) };
    let page = format!("/objects/plans/{id}");
    Ok(deed
        .then(act, &page, "activity-planned", |view, fields, refusals| {
            sheet(&view, &plan, activity.as_str(), &fields, &refusals).into_response()
        })
        .await)
}

fn read(fields: &mut Fields) -> ActivityText {
    let hours = |hours: Option<i64>| hours.map_or(0, |hours| u32::try_from(hours).unwrap_or(u32::MAX));
    ActivityText {
        name: fields.text("name"),
        text: fields.text("text"),
        kind: fields.choice("kind", ActivityKind::Development),
        priority: fields.choice("priority", Priority::Medium),
        operating: fields.maybe_money("operating").unwrap_or_default(),
        investment: fields.maybe_money("investment").unwrap_or_default(),
        it_hours: hours(fields.maybe_number("it_hours")),
        business_hours: hours(fields.maybe_number("business_hours")),
        responsible: fields.maybe("responsible"),
        from: fields.date("from"),
        to: fields.date("to"),
        area: fields.maybe("area"),
        priority_area: fields.maybe("priority_area"),
        goals: fields.choices("goals"),
        initiative: None,
    }
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
            (what(view, fields, &faults))
            (fieldset(view.t("activity-means"), None, means(view, fields, &faults)))
            (fieldset(view.t("activity-serves"), None, serves(view, fields, &faults)))
            (actions([Button::primary(view.t("save")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
    };
    view.page(head, body)
}

fn what(view: &View, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let kinds = ["development", "maintenance"].map(|word| Choice::new(word, view.of("activity-kind", word)));
    let priorities =
        ["high", "medium", "low"].map(|word| Choice::new(word, view.of("priority", word)).help(view.of("priority-means", word)));
    html! {
        (Field::text("name", view.t("activity-name")).value(fields.raw("name")).error(faults.of("name")))
        (Field::area("text", view.t("activity-text")).optional(view.t("form-optional")).rows(3).value(fields.raw("text")).error(faults.of("text")))
        (Field::radios("kind", view.t("activity-kind-label"), kinds).value(fields.raw("kind")).error(faults.of("kind")))
        (Field::radios("priority", view.t("priority"), priorities).value(fields.raw("priority")).error(faults.of("priority")))
    }
}

fn means(view: &View, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let people = view.harbour().people.by_name().into_iter().map(|person| Choice::new(person.id.as_str(), person.name.as_str()));
    let people = std::iter::once(Choice::new("", view.t("choose"))).chain(people);
    let number = |name: &'static str, label: &str, unit: &str| {
        Field::number(name, view.t(label), unit).value(fields.raw(name)).error(faults.of(name))
    };
    html! {
        (number("operating", "activity-operating", "kr"))
        (number("investment", "activity-investment", "kr"))
        (number("it_hours", "activity-it-hours", view.t("hours-unit")))
        (number("business_hours", "activity-business-hours", view.t("hours-unit")))
        (Field::select("responsible", view.t("activity-responsible"), people).value(fields.raw("responsible")).error(faults.of("responsible")))
        (Field::date("from", view.t("activity-from")).value(fields.raw("from")).error(faults.of("from")))
        (Field::date("to", view.t("activity-to")).value(fields.raw("to")).error(faults.of("to")))
    }
}

fn serves(view: &View, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let town = &view.town.goals;
    let none = || std::iter::once(Choice::new("", view.t("choose")));
    let areas = town.areas.values().map(|area| Choice::new(area.id.as_str(), area.name.as_str()));
    let priorities = town.priorities_in_force(view.today).map(|area| Choice::new(area.id.as_str(), area.name.as_str()));
    let goals = town.in_force(view.today).map(|goal| Choice::new(goal.id.as_str(), goal.wording.title.as_str()));
    let goals =
        fields.all("goals").iter().fold(Field::checks("goals", view.t("goals-title-short"), goals), |field, ticked| field.value(ticked));
    html! {
        (Field::select("area", view.t("goal-area"), none().chain(areas)).value(fields.raw("area")).error(faults.of("area")))
        (Field::select("priority_area", view.t("priority-area"), none().chain(priorities)).value(fields.raw("priority_area")).error(faults.of("priority_area")))
        (goals.error(faults.of("goals")))
    }
}

//! Page: begin an object's plan for a year, with what its latest plan says and did not finish.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{Activity, ActivityStatus, Object, ObjectPlan, PlanCarryOver, PlanDraft, PlanText};
use domain::{Act, ObjectId, ObjectPlanId, Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Button, Choice, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/{object}/plans/new", May::Act("objects.plan.carry_over"), show),
        form("/objects/{object}/plans/new", May::Act("objects.plan.carry_over"), begin),
    ]
}

/// The year an object's next plan is for: this year's where there is none, and from July on next year's.
pub fn next_year(view: &View, object: &ObjectId) -> Option<i16> {
    let last = view.today.year() + i16::from(view.today.month() > 6);
    let open = |year: &i16| view.town.objects.plan_of(object, *year).is_none() && !view.town.objects.closed.contains(year);
    (view.today.year()..=last).find(open)
}

/// The latest plan of an object for a year before.
fn latest<'a>(view: &'a View, object: &ObjectId, year: i16) -> Option<&'a ObjectPlan> {
    view.town.objects.plans.values().filter(|plan| plan.object == *object && plan.year < year).max_by_key(|plan| plan.year)
}

async fn show(view: View, Path(id): Path<ObjectId>) -> Result<Response, Problem> {
    let object = view.town.objects.objects.get(&id).ok_or(Problem::NotFound)?;
    view.demand("objects.plan.carry_over", &(&id).into())?;
    let year = view.ask("year").parse().ok().or_else(|| next_year(&view, &id)).unwrap_or(view.today.year() + 1);
    let ticked = latest(&view, &id, year).into_iter().flat_map(|plan| view.town.objects.activities_of(&plan.id));
    let ticked = ticked.filter(|activity| activity.may_be_carried()).map(|activity| activity.id.to_string());
    let fields = Fields::filled([("year", year.to_string())]).with_all("activities", ticked);
    Ok(sheet(&view, object, &fields, &Refusals::none()))
}

async fn begin(Path(id): Path<ObjectId>, mut deed: Deed) -> Result<Response, Problem> {
    let object = deed.view.town.objects.objects.get(&id).cloned().ok_or(Problem::NotFound)?;
    let year = i16::try_from(deed.fields.number("year")).unwrap_or(i16::MAX);
    // An object has one plan a year, so that its name and the year name the plan; a fresh one where that is taken.
    let plan = ObjectPlanId::new(&format!("{id}-{year}")).filter(|plan| !deed.view.town.objects.plans.has(plan));
    let plan = plan.or_else(|| ObjectPlanId::new(&deed.view.fresh_id("plan"))).ok_or(Problem::NotFound)?;
    let act: Act = match latest(&deed.view, &id, year).map(|from| from.id.clone()) {
        Some(from) => PlanCarryOver { id: plan.clone(), object: id, year, from, activities: deed.fields.choices("activities") }.into(),
        None => PlanDraft { id: plan.clone(), object: id, year, text: PlanText::default() }.into(),
    };
    let page = format!("/objects/plans/{plan}");
    Ok(deed.then(act, &page, "plan-begun", |view, fields, refusals| sheet(&view, &object, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, object: &Object, fields: &Fields, refusals: &Refusals) -> Response {
    let about = Subject::from(&object.id);
    let faults = Faults::new(view, refusals);
    let year = fields.raw("year").parse().unwrap_or(view.today.year());
    let from = latest(view, &object.id, year);
    let head = Head::new(Part::Objects, view.t("plan-begin"))
        .kicker(object.name())
        .under("/objects", view.t("objects-title"))
        .under(view.href(&about), object.name())
        .lead(match from {
            Some(from) => view.say("plan-begin-from", &[("plan", view.name(&(&from.id).into()).as_str().into())]),
            None => view.t("plan-begin-empty").to_owned(),
        });
    let body = html! {
        (faults)
        form method="post" action=(format!("/objects/{}/plans/new", object.id)) {
            (view.marks())
            (Field::text("year", view.t("year")).short().value(fields.raw("year")).error(faults.of("year")))
            @if let Some(from) = from { (chosen(view, from, fields, &faults)) }
            (actions([Button::primary(view.t("plan-begin")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
    };
    view.page(head, body)
}

/// The activities that may go on, to tick; and those that stay, with why.
fn chosen(view: &View, from: &ObjectPlan, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let mut all: Vec<&Activity> = view.town.objects.activities_of(&from.id).collect();
    all.sort_by_key(|activity| (activity.text.priority, activity.text.name.clone()));
    let (may, stay): (Vec<&Activity>, Vec<&Activity>) = all.into_iter().partition(|activity| activity.may_be_carried());
    let choices = may.into_iter().map(|activity| Choice::new(activity.id.as_str(), &activity.text.name).help(state(view, activity)));
    let field = Field::checks("activities", view.t("plan-carry"), choices).help(view.t("plan-carry-help")).error(faults.of("activities"));
    let field = fields.all("activities").iter().fold(field, |field, ticked| field.value(ticked));
    html! {
        (field)
        @if !stay.is_empty() {
            h2 { (view.t("plan-stays")) }
            ul { @for activity in stay { li { (activity.text.name) ": " (view.of("activity-status", activity.progress.status)) } } }
        }
    }
}

/// What an activity is and how far it has come, in a line.
fn state(view: &View, activity: &Activity) -> String {
    let percent = match activity.progress.status {
        ActivityStatus::Ongoing | ActivityStatus::Postponed => {
            format!(" {}", view.texts().percent(i64::from(activity.progress.percent) * 10))
        }
        _ => String::new(),
    };
    let status = format!("{}{percent}", view.of("activity-status", activity.progress.status));
    let facts = [view.of("activity-kind", activity.text.kind), status, words::period(view, &activity.text), view.kr(activity.text.cost())];
    facts.join(" · ")
}

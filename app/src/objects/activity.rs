//! Page: an activity of an object plan, the thread up to goal area and goals, and a form to report on it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{Activity, ActivityReport, ActivityStatus};
use domain::{ActivityId, Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::goals::golden::golden;
use crate::look::{Button, Choice, Field, Summary, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/activities/{activity}", May::Anyone, show),
        form("/objects/activities/{activity}", May::Act("objects.activity.report"), report),
    ]
}

async fn show(view: View, Path(id): Path<ActivityId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

/// Hours as the form sends them; what cannot be hours is refused by the rule.
fn hours(sent: Option<i64>) -> u32 {
    sent.map_or(0, |hours| u32::try_from(hours).unwrap_or(u32::MAX))
}

async fn report(Path(id): Path<ActivityId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.objects.activities.get(&id).ok_or(Problem::NotFound)?;
    let act = ActivityReport {
        id: id.clone(),
        status: deed.fields.choice("status", ActivityStatus::Ongoing),
        percent: deed.fields.maybe_number("percent").map_or(0, |percent| u8::try_from(percent).unwrap_or(u8::MAX)),
        spent: deed.fields.money("spent"),
        it_hours: hours(deed.fields.maybe_number("it_hours")),
        business_hours: hours(deed.fields.maybe_number("business_hours")),
        note: deed.fields.text("note"),
    };
    let page = format!("/objects/activities/{id}");
    Ok(deed.then(act, &page, "activity-reported", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &ActivityId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let activity = view.town.objects.activities.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let plan = Subject::from(&activity.plan);
    let decided = view.town.objects.plans.get(&activity.plan).is_some_and(|plan| plan.decided.is_some());
    let open = view.town.objects.plans.get(&activity.plan).is_some_and(|plan| plan.state.is_open());
    let mut head = Head::new(Part::Objects, activity.text.name.as_str())
        .kicker(format!("{} · {}", view.of("activity-kind", activity.text.kind), view.name(&plan)))
        .under("/objects", view.t("objects-title"))
        .under(view.href(&plan), view.name(&plan))
        .lead(activity.text.text.as_str())
        .marks(html! {
            @if let Some(breach) = view.town.objects.breach(activity, view.today) { (words::breach(view, breach)) " " }
            (words::activity(view, activity)) " " (words::priority(view, activity.text.priority)) " "
            @if let Some(source) = view.source(&about) { (source) }
        });
    if open && view.can("objects.activity.replan", &about) {
        head = head.actions(actions([Button::primary(view.t("activity-replan")).to(format!("/objects/activities/{id}/plan"))]));
    }
    let body = html! {
        (facts(view, activity))
        (order(view, activity))
        (golden(view, &about))
        @if decided && view.can("objects.activity.report", &about) { (reporting(view, activity, fields, refusals)) }
    };
    Ok(view.page(head, body))
}

fn facts(view: &View, activity: &Activity) -> Summary {
    let (text, progress) = (&activity.text, &activity.progress);
    let missing = || view.t("missing").to_owned();
    let hours = |worked: u32, planned: u32| {
        let number = |hours: u32| view.texts().number(hours.into());
        view.say("hours-worked-of", &[("worked", number(worked).as_str().into()), ("planned", number(planned).as_str().into())])
    };
    let mut facts = Summary::new()
        .fact(view.t("activity-responsible"), text.responsible.as_ref().map_or_else(missing, |who| view.person(who).to_owned()))
        .fact(view.t("activity-period"), words::period(view, text))
        .fact(view.t("activity-operating"), view.kr(text.operating))
        .fact(view.t("activity-investment"), view.kr(text.investment))
        .fact(view.t("activity-it-hours"), hours(progress.it_hours, text.it_hours))
        .fact(view.t("activity-business-hours"), hours(progress.business_hours, text.business_hours))
        .fact(view.t("activity-spent"), view.kr(progress.spent))
        .fact(view.t("activity-percent"), view.texts().percent(i64::from(progress.percent) * 10));
    if let Some(initiative) = &text.initiative {
        facts = facts.fact(view.t("activity-initiative"), view.link(&initiative.into()));
    }
    if let Some(earlier) = &activity.carried {
        facts = facts.fact(view.t("activity-carried"), view.link(&earlier.into()));
    }
    if let Some(date) = progress.date {
        facts = facts.fact(view.t("activity-reported"), view.date(date));
    }
    if progress.note.is_empty() { facts } else { facts.fact(view.t("activity-note"), &progress.note) }
}

/// What must be done before it, and what waits for it.
fn order(view: &View, activity: &Activity) -> Markup {
    let objects = &view.town.objects;
    let snags = objects.snags(activity);
    let needed = activity.text.needs.iter().map(|id| (id, snags.iter().find(|(snagged, _)| *snagged == id).map(|(_, snag)| *snag)));
    let waiting: Vec<&Activity> = objects.needing(&activity.id).collect();
    html! {
        @if !activity.text.needs.is_empty() {
            h2 { (view.t("activity-needs")) }
            ul { @for (id, snag) in needed { li { (view.link(&id.into())) @if let Some(snag) = snag { " " (words::snag(view, snag)) } } } }
        }
        @if !waiting.is_empty() {
            h2 { (view.t("activity-needed-by")) }
            ul { @for other in waiting { li { (view.link(&(&other.id).into())) } } }
        }
    }
}

fn reporting(view: &View, activity: &Activity, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let fresh = refusals.0.is_empty();
    let now = |name: &str, value: String| if fresh { value } else { fields.raw(name).to_owned() };
    let statuses = ["planned", "ongoing", "done", "postponed", "cancelled"].map(|word| Choice::new(word, view.of("activity-status", word)));
    html! {
        h2 { (view.t("activity-report")) }
        (faults)
        form method="post" action=(format!("/objects/activities/{}", activity.id)) {
            (view.marks())
            (Field::radios("status", view.t("status"), statuses).value(now("status", words::sent(activity.progress.status))).error(faults.of("status")))
            (Field::number("percent", view.t("activity-percent"), "%").value(now("percent", activity.progress.percent.to_string())).error(faults.of("percent")))
            (Field::number("spent", view.t("activity-spent"), "kr").value(now("spent", (activity.progress.spent.0 / 100).to_string())).error(faults.of("spent")))
            (Field::number("it_hours", view.t("activity-it-worked"), view.t("hours-unit")).optional(view.t("form-optional")).value(now("it_hours", activity.progress.it_hours.to_string())).error(faults.of("it_hours")))
            (Field::number("business_hours", view.t("activity-business-worked"), view.t("hours-unit")).optional(view.t("form-optional")).value(now("business_hours", activity.progress.business_hours.to_string())).error(faults.of("business_hours")))
            (Field::area("note", view.t("activity-note")).help(view.t("activity-note-help")).rows(3).value(now("note", activity.progress.note.clone())).error(faults.of("note")))
            (actions([Button::primary(view.t("activity-report"))]))
        }
    }
}

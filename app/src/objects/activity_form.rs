//! The form of an activity: what it is, what it takes, what it serves and what it needs.

use domain::objects::{Activity, ActivityKind, ActivityText, ObjectPlan, Priority};
use domain::{ActivityId, InitiativeId, Subject};
use maud::{Markup, html};

use super::words::sent;
use crate::look::{Choice, Field, Link, details, fieldset};
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount};
use crate::web::view::View;

/// What the form says. `initiative` is not asked: it is linked from the initiative itself.
pub fn read(fields: &mut Fields, initiative: Option<InitiativeId>) -> ActivityText {
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
        initiative,
        needs: fields.choices("needs"),
    }
}

/// What an activity says now, as if the form had been sent.
pub fn filled(text: &ActivityText) -> Fields {
    let id = |id: Option<String>| id.unwrap_or_default();
    let held = [
        ("name", text.name.clone()),
        ("text", text.text.clone()),
        ("kind", sent(text.kind)),
        ("priority", sent(text.priority)),
        ("operating", amount(text.operating)),
        ("investment", amount(text.investment)),
        ("it_hours", text.it_hours.to_string()),
        ("business_hours", text.business_hours.to_string()),
        ("responsible", id(text.responsible.as_ref().map(ToString::to_string))),
        ("from", text.from.to_string()),
        ("to", text.to.to_string()),
        ("area", id(text.area.as_ref().map(ToString::to_string))),
        ("priority_area", id(text.priority_area.as_ref().map(ToString::to_string))),
    ];
    Fields::filled(held)
        .with_all("goals", text.goals.iter().map(ToString::to_string))
        .with_all("needs", text.needs.iter().map(ToString::to_string))
}

/// All fields; `own` is the activity itself, where there is one.
pub fn fields(view: &View, own: Option<&ActivityId>, plan: &ObjectPlan, fields: &Fields, faults: &Faults<'_>) -> Markup {
    html! {
        (what(view, fields, faults))
        (fieldset(view.t("activity-means"), None, means(view, fields, faults)))
        (fieldset(view.t("activity-serves"), None, serves(view, fields, faults)))
        (needs(view, own, plan, fields, faults))
    }
}

/// How many activities can be ticked in the form; all of the year are searched among on a page of their own.
const TICKABLE: usize = 40;

/// What it needs already and the other activities of its own plan, folded away until one asks for them; and the way
/// to all others, once the activity has been saved.
fn needs(view: &View, own: Option<&ActivityId>, plan: &ObjectPlan, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let objects = &view.town.objects;
    let object =
        |activity: &Activity| objects.plans.get(&activity.plan).map(|plan| view.name(&Subject::from(&plan.object))).unwrap_or_default();
    let ticked = |activity: &Activity| fields.all("needs").iter().any(|ticked| ticked == activity.id.as_str());
    let tickable = |activity: &&Activity| Some(&activity.id) != own && (activity.plan == plan.id || ticked(activity));
    let mut others: Vec<&Activity> = objects.activities_in(plan.year).filter(tickable).collect();
    others.sort_by_cached_key(|activity| (!ticked(activity), activity.plan != plan.id, activity.text.name.clone()));
    let left = others.len().saturating_sub(TICKABLE.max(fields.all("needs").len()));
    others.truncate(others.len() - left);
    let choices =
        others.into_iter().map(|activity| Choice::new(activity.id.as_str(), format!("{}: {}", object(activity), activity.text.name)));
    let field = Field::checks("needs", view.t("activity-needs"), choices).help(view.t("activity-needs-help"));
    let field = fields.all("needs").iter().fold(field, |field, ticked| field.value(ticked));
    let summary = view.say("activity-needs-count", &[("count", fields.all("needs").len().into())]);
    html! {
        @if let Some(fault) = faults.of("needs") { (field.error(Some(fault))) } @else {
            (details(&summary, html! {
                (field)
                @match own {
                    Some(own) => p { (Link::new(format!("/objects/activities/{own}/needs"), view.t("needs-search"))) },
                    None => p .sb-quiet { (view.t("needs-search-later")) },
                }
            }))
        }
    }
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

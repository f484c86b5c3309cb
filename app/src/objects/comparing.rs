//! What differs between two versions of a plan or an activity, word by word; and both versions, where
//! somebody else has saved since a form was opened.

use domain::objects::{ActivityText, PlanText};
use domain::{Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Tone, callout, differences};
use crate::web::view::View;

/// A text under its label, as it was and as it is.
pub struct Pair {
    /// The key of the label.
    pub label: &'static str,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
}

/// The pairs that differ, each with its label.
pub fn pairs(view: &View, all: &[Pair]) -> Markup {
    html! {
        @for pair in all.iter().filter(|pair| pair.before != pair.after) {
            h3 { (view.t(pair.label)) }
            (differences(&pair.before, &pair.after, view.t("difference-removed"), view.t("difference-added")))
        }
    }
}

/// Where a form was refused because somebody saved before it: what they saved, against what was written.
/// Both are kept: theirs is in the ledger, and one's own is in the form below.
pub fn stale(view: &View, about: &Subject, refusals: &Refusals, now_and_mine: &[Pair]) -> Markup {
    let is_stale = refusals.has(domain::STALE);
    let latest = view.town.latest(about);
    html! {
        @if is_stale {
            (callout(Tone::Partly, view.t("stale-title"), html! {
                @if let Some(latest) = latest { p { (view.say("stale-by", &[("who", view.person(&latest.who).into())])) } }
                p { (view.t("stale-read")) }
                (pairs(view, now_and_mine))
                @if now_and_mine.iter().all(|pair| pair.before == pair.after) { p { (view.t("stale-same")) } }
            }))
        }
    }
}

/// Two versions of what a plan says.
pub fn plan_texts(view: &View, before: &PlanText, after: &PlanText) -> Vec<Pair> {
    let pair = |label, of: fn(&PlanText) -> &str| Pair { label, before: of(before).to_owned(), after: of(after).to_owned() };
    let figure = |label, of: &dyn Fn(&PlanText) -> String| Pair { label, before: of(before), after: of(after) };
    vec![
        pair("plan-long-goals", |text| &text.long_goals),
        pair("plan-year-goals", |text| &text.year_goals),
        pair("plan-risks", |text| &text.risks),
        figure("plan-it-hours", &|text| view.texts().number(text.it_hours.into())),
        figure("plan-business-hours", &|text| view.texts().number(text.business_hours.into())),
        figure("plan-operating", &|text| view.kr(text.operating)),
        figure("plan-investment", &|text| view.kr(text.investment)),
    ]
}

/// Two versions of what an activity is.
pub fn activity_texts(view: &View, before: &ActivityText, after: &ActivityText) -> Vec<Pair> {
    let pair = |label, of: &dyn Fn(&ActivityText) -> String| Pair { label, before: of(before), after: of(after) };
    let names = |all: Vec<Subject>| all.iter().map(|about| view.name(about)).collect::<Vec<_>>().join(", ");
    vec![
        pair("activity-name", &|text| text.name.clone()),
        pair("activity-text", &|text| text.text.clone()),
        pair("activity-kind-label", &|text| view.of("activity-kind", text.kind)),
        pair("priority", &|text| view.of("priority", text.priority)),
        pair("activity-operating", &|text| view.kr(text.operating)),
        pair("activity-investment", &|text| view.kr(text.investment)),
        pair("activity-it-hours", &|text| view.texts().number(text.it_hours.into())),
        pair("activity-business-hours", &|text| view.texts().number(text.business_hours.into())),
        pair("activity-responsible", &|text| text.responsible.as_ref().map(|who| view.person(who).to_owned()).unwrap_or_default()),
        pair("activity-period", &|text| words::period(view, text)),
        pair("goal-area", &|text| names(text.area.iter().map(Into::into).collect())),
        pair("priority-area", &|text| names(text.priority_area.iter().map(Into::into).collect())),
        pair("goals-title-short", &|text| names(text.goals.iter().map(Into::into).collect())),
        pair("activity-needs", &|text| names(text.needs.iter().map(Into::into).collect())),
    ]
}

//! How plans, activities and seats are worded and coloured, wherever they are shown.

use domain::objects::{Activity, ActivityStatus, ActivityText, Breach, Classes, Load, ObjectPlan, PlanState, Priority, Seat, Snag};
use domain::organisation::{Role, Side};
use maud::{Markup, Render, html};

use crate::look::{Tag, Tone};
pub use crate::web::fields::sent;
use crate::web::view::View;

/// How far a plan has come.
pub fn plan(view: &View, plan: &ObjectPlan) -> Markup {
    let tone = match plan.state {
        PlanState::Draft => Tone::Neutral,
        PlanState::Reviewed | PlanState::Revising => Tone::Partly,
        PlanState::Decided => Tone::Good,
    };
    Tag::new(tone, view.of("plan-state", plan.state)).render()
}

/// How far an activity has come; late beats all.
pub fn activity(view: &View, activity: &Activity) -> Markup {
    if activity.is_late(view.today) {
        return Tag::bad(view.t("activity-late")).render();
    }
    let tone = match activity.progress.status {
        ActivityStatus::Done => Tone::Good,
        ActivityStatus::Ongoing => Tone::Info,
        ActivityStatus::Planned => Tone::Neutral,
        ActivityStatus::Postponed | ActivityStatus::Cancelled if activity.is_failed_promise() => Tone::Bad,
        ActivityStatus::Postponed | ActivityStatus::Cancelled => Tone::Partly,
    };
    Tag::new(tone, view.of("activity-status", activity.progress.status)).render()
}

/// How much it matters.
pub fn priority(view: &View, priority: Priority) -> Markup {
    let tone = if priority == Priority::High { Tone::Info } else { Tone::Neutral };
    Tag::new(tone, view.of("priority", priority)).render()
}

/// Who holds a seat, or that it is vacant.
pub fn seat(view: &View, seat: &Seat<'_>) -> Markup {
    html! {
        @if seat.is_vacant() {
            @if view.is_staff() { a .ds-link href=(super::vacancy::href(view, seat)) { (Tag::bad(view.t("vacant"))) } } @else { (Tag::bad(view.t("vacant"))) }
        }
        @for (place, held) in seat.holders.iter().enumerate() { @if place > 0 { ", " } (crate::organisation::person::named(view, &held.person)) }
    }
}

/// What a seat is called: the role as this municipality names it, and its side.
pub fn seat_name(view: &View, role: Role, side: Side) -> String {
    format!("{}, {}", view.of("role", role), view.of("side", side))
}

/// From which day to which.
pub fn period(view: &View, text: &ActivityText) -> String {
    format!("{} – {}", view.date(text.from), view.date(text.to))
}

/// Why an activity of high priority will not be done in its year.
pub fn breach(view: &View, breach: Breach) -> Tag {
    Tag::bad(view.of("breach", breach))
}

/// Why an activity cannot rest on one it needs.
pub fn snag(view: &View, snag: Snag) -> Tag {
    if snag == Snag::Later { Tag::partly(view.of("snag", snag)) } else { Tag::bad(view.of("snag", snag)) }
}

/// A quarter, 1–4.
pub fn quarter(view: &View, number: usize) -> String {
    view.say("quarter", &[("number", number.into())])
}

/// Hours needed of those there are; more than there are stands out.
pub fn load(view: &View, load: Load) -> Markup {
    let number = |hours: u32| view.texts().number(hours.into());
    let said = view.say("hours-of", &[("needed", number(load.needed).as_str().into()), ("had", number(load.had).as_str().into())]);
    html! { @if load.is_over() { (Tag::bad(said)) } @else { (said) } }
}

/// Security classes, as people in the field write them: K3 R2 T4.
pub fn classes(classes: Classes) -> String {
    format!("K{} R{} T{}", classes.confidentiality, classes.integrity, classes.availability)
}

//! How plans, activities and seats are worded and coloured, wherever they are shown.

use domain::objects::{Activity, ActivityStatus, ObjectPlan, PlanState, Priority, Seat};
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

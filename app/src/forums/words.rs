//! How deciders and what a decision concerns are worded, wherever they are shown.

use domain::forums::{Decider, Decision, Host};
use domain::{Arg, Subject};
use maud::{Markup, html};

use crate::web::view::View;

/// Who took a decision, in words alone.
pub fn decider(view: &View, decision: &Decision) -> String {
    match &decision.by {
        Decider::Body(unit) => view.name(&Subject::from(unit)),
        Decider::Delegate { person, .. } => view.say("decider-delegate", &[("name", Arg::from(view.person(person)))]),
    }
}

/// What something concerns, as links.
pub fn concerns(view: &View, subjects: &[Subject]) -> Markup {
    html! { @for (place, subject) in subjects.iter().enumerate() { @if place > 0 { ", " } (view.link(subject)) } }
}

/// Who holds a meeting.
pub fn host(view: &View, host: &Host) -> Markup {
    match host {
        Host::Body(unit) => view.link(&unit.into()),
        Host::Forum(forum) => view.link(&forum.into()),
    }
}

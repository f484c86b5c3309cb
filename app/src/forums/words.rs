//! How deciders and what a decision concerns are worded, wherever they are shown.

use domain::forums::{Decider, Decision, Host};
use domain::{Arg, DecisionId, Subject};
use maud::{Markup, html};

use crate::look::Link;
use crate::web::view::View;

/// Who took a decision, in words alone.
pub fn decider(view: &View, decision: &Decision) -> String {
    match &decision.by {
        Decider::Body(unit) => view.name(&Subject::from(unit)),
        Decider::Delegate { person, .. } => view.say("decider-delegate", &[("name", Arg::from(view.person(person)))]),
    }
}

/// A decision as one refers to it: who took it and when, leading to it.
pub fn cite(view: &View, id: &DecisionId) -> Markup {
    let about = Subject::from(id);
    match view.town.forums.decisions.get(id) {
        Some(decision) => {
            let said = view.say("decision-cited", &[("by", Arg::Text(decider(view, decision))), ("date", decision.date.into())]);
            html! { (Link::new(view.href(&about), said)) }
        }
        None => view.link(&about),
    }
}

/// What something concerns, as links; where names alone would look alike, with what each is.
pub fn concerns(view: &View, subjects: &[Subject]) -> Markup {
    let kind = |subject: &Subject| match subject {
        Subject::Application(_) => Some(view.t("concern-application")),
        Subject::Initiative(_) => Some(view.t("concern-initiative")),
        Subject::Round(_) => Some(view.t("concern-round")),
        _ => None,
    };
    html! {
        @for (place, subject) in subjects.iter().enumerate() {
            @if place > 0 { ", " }
            @if let Some(kind) = kind(subject) { (kind) " " }
            (view.link(subject))
        }
    }
}

/// Who holds a meeting.
pub fn host(view: &View, host: &Host) -> Markup {
    match host {
        Host::Body(unit) => view.link(&unit.into()),
        Host::Forum(forum) => view.link(&forum.into()),
    }
}

//! How deciders and what a decision concerns are worded, wherever they are shown.

use domain::forums::{Decider, Decision, Host, Meeting};
use domain::{Arg, Date, DecisionId, ForumId, Subject, UnitId};
use maud::{Markup, html};

use crate::look::{Choice, Link, Tag, Tone};
pub use crate::web::fields::sent;
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

/// Who meets, as a form sends it: `forum/…` or `unit/…`.
pub fn hosted(sent: &str) -> Option<Host> {
    match sent.split_once('/')? {
        ("forum", id) => ForumId::new(id).map(Host::Forum),
        ("unit", id) => UnitId::new(id).map(Host::Body),
        _ => None,
    }
}

/// Everybody who can meet: the forums first, then the bodies.
pub fn hosts(view: &View) -> impl Iterator<Item = Choice> {
    let forums = view.town.forums.forums.values().map(|forum| Choice::new(format!("forum/{}", forum.id), &forum.name));
    let bodies = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    forums.chain(bodies.map(|unit| Choice::new(format!("unit/{}", unit.id), &unit.name)))
}

/// The hours of a meeting, such as 13.00–15.00; nothing where they have not been said.
pub fn times(meeting: &Meeting) -> String {
    let said = |time: jiff::civil::Time| time.strftime("%H.%M").to_string();
    match (meeting.from, meeting.to) {
        (Some(from), Some(to)) => format!("{}–{}", said(from), said(to)),
        (Some(from), None) => said(from),
        (None, _) => String::new(),
    }
}

/// How far a meeting has come: its tone, and the key of its word.
fn stage(view: &View, meeting: &Meeting) -> (Tone, &'static str) {
    let is_past = meeting.date < view.today;
    match (meeting.called_off.is_some(), meeting.is_held(), meeting.is_called()) {
        (true, ..) => (Tone::Bad, "meeting-state-off"),
        (false, true, _) => (Tone::Good, "meeting-state-held"),
        (false, false, true) if is_past => (Tone::Partly, "meeting-state-unwritten"),
        (false, false, false) if is_past => (Tone::Partly, "meeting-state-uncalled"),
        (false, false, true) => (Tone::Info, "meeting-state-called"),
        (false, false, false) => (Tone::Neutral, "meeting-state-planned"),
    }
}

/// How far a meeting has come.
pub fn state(view: &View, meeting: &Meeting) -> Tag {
    let (tone, key) = stage(view, meeting);
    Tag::new(tone, view.t(key))
}

/// The same, in words alone.
pub fn state_word(view: &View, meeting: &Meeting) -> String {
    view.t(stage(view, meeting).1).to_owned()
}

/// The month of a day.
pub fn month(view: &View, date: Date) -> String {
    view.of("month", date.month())
}

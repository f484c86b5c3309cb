//! Page: a meeting: its agenda with the papers as they were sent, who attended, what came of it, its minutes.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::forums::{Host, Meeting, MinutesWrite};
use domain::organisation::{Role, Scope};
use domain::{MeetingId, PersonId, Refusals, Subject};
use maud::{Markup, html};

use super::{recommendation, words};
use crate::look::{Button, Choice, Field, Link, Summary, Tag, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/meetings/{meeting}", May::Anyone, show),
        form("/forums/meetings/{meeting}/minutes", May::Act("forums.minutes.write"), write),
    ]
}

async fn show(view: View, Path(id): Path<MeetingId>) -> Result<Response, Problem> {
    sheet(&view, &id, None, &Refusals::none())
}

async fn write(Path(id): Path<MeetingId>, mut deed: Deed) -> Result<Response, Problem> {
    let back = format!("/forums/meetings/{id}");
    let present = deed.fields.choices::<PersonId>("present").into_iter().collect();
    let act = MinutesWrite { meeting: id.clone(), text: deed.fields.text("text"), present };
    Ok(deed
        .then(act, &back, "minutes-written", |view, fields, refusals| {
            sheet(&view.afterwards(), &id, Some(&fields), &refusals).into_response()
        })
        .await)
}

fn sheet(view: &View, id: &MeetingId, fields: Option<&Fields>, refusals: &Refusals) -> Result<Response, Problem> {
    let meeting = view.town.forums.meetings.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let host = Subject::from(&meeting.of);
    let head = Head::new(Part::Decisions, view.name(&about))
        .kicker(view.t("meeting"))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
        .under(view.href(&host), view.name(&host))
        .actions(deeds(view, meeting))
        .marks(html! { (words::state(view, meeting)) " " @if let Some(source) = view.source(&about) { (source) } });
    let writes = meeting.called_off.is_none() && meeting.date <= view.today && view.can("forums.minutes.write", &about);
    let body = html! {
        @if let Some(why) = &meeting.called_off { p { strong { (view.t("meeting-state-off")) } ": " (why) } }
        (facts(view, meeting))
        h2 { (view.t("meeting-agenda")) }
        (agenda(view, meeting))
        (outcome(view, meeting))
        h2 { (view.t("meeting-minutes")) }
        @if meeting.is_held() { (attendance(view, meeting)) } @else { p .sb-nothing { (view.t("minutes-not-written")) } }
        p .sb-lines { (meeting.minutes) }
        @if writes { (writing(view, meeting, fields, refusals)) }
    };
    Ok(view.page(head, body))
}

fn deeds(view: &View, meeting: &Meeting) -> Markup {
    let page = format!("/forums/meetings/{}", meeting.id);
    let coming = meeting.is_open() && meeting.date >= view.today;
    let call = (coming && !meeting.is_called() && view.can("forums.meeting.call", &Subject::Municipality))
        .then(|| Button::primary(view.t("meeting-call")).to(format!("{page}/call")));
    let change = (coming && view.can("forums.meeting.move", &(&meeting.id).into()))
        .then(|| Button::secondary(view.t("meeting-move")).to(format!("{page}/move")));
    let advise = match &meeting.of {
        Host::Forum(forum) if meeting.is_open() && meeting.date <= view.today && view.can("forums.recommendation.make", &forum.into()) => {
            Some(Button::secondary(view.t("recommendation-make")).to(format!("/forums/{forum}/recommendations/new?meeting={}", meeting.id)))
        }
        _ => None,
    };
    actions(call.into_iter().chain(advise).chain(change))
}

fn facts(view: &View, meeting: &Meeting) -> Summary {
    let mut facts = Summary::new().fact(view.t("meeting-of"), words::host(view, &meeting.of));
    let times = words::times(meeting);
    for (label, text) in [("meeting-time", &times), ("meeting-place", &meeting.place)] {
        if !text.is_empty() {
            facts = facts.fact(view.t(label), text);
        }
    }
    facts
}

/// The matters in order, each with its papers as they were when the call was sent.
fn agenda(view: &View, meeting: &Meeting) -> Markup {
    // A call from before papers were frozen by the call itself is known by its entry in the ledger.
    let sent = view.town.traces(&(&meeting.id).into()).find(|trace| trace.act.as_str() == "forums.meeting.call");
    let basis = if meeting.basis > 0 { Some(meeting.basis) } else { sent.map(|trace| trace.seq) };
    html! {
        @if !meeting.is_called() { p .sb-nothing { (view.t("meeting-not-called")) } }
        ol {
            @for item in &meeting.agenda {
                li {
                    (item.matter)
                    @if let (Some(basis), false) = (basis, item.concerns.is_empty()) {
                        div .sb-quiet {
                            (view.t("meeting-papers")) " "
                            @for (place, about) in item.concerns.iter().enumerate() {
                                @if place > 0 { ", " }
                                (Link::new(view.href_then(about, basis), view.name(about)))
                                " (" (Link::new(view.href(about), view.t("meeting-paper-now"))) ")"
                            }
                        }
                    }
                }
            }
        }
        @if let (Some(sent), true) = (sent, meeting.is_called()) {
            p .sb-quiet { (view.say("meeting-sent", &[("date", domain::date_at(sent.at).into()), ("who", view.person(&sent.who).into())])) }
        }
    }
}

/// What the forum recommended at the meeting.
fn outcome(view: &View, meeting: &Meeting) -> Markup {
    let made: Vec<_> = view.town.forums.recommendations.values().filter(|advice| advice.meeting.as_ref() == Some(&meeting.id)).collect();
    html! {
        @if !made.is_empty() {
            h2 { (view.t("recommendations-title")) }
            ul { @for advice in made { li { (Link::new(view.href(&(&advice.id).into()), recommendation::title(view, advice))) ": " (advice.text) } } }
        }
    }
}

/// The members of the forum on the day of the meeting.
fn members(view: &View, meeting: &Meeting) -> Vec<PersonId> {
    let Host::Forum(forum) = &meeting.of else { return Vec::new() };
    let scope = Scope::Forum(forum.clone());
    let held = view.town.organisation.holders(Role::ForumMember, &scope, meeting.date);
    let mut members: Vec<PersonId> = held.map(|held| held.person.clone()).collect();
    members.sort();
    members.dedup();
    members
}

/// Who attended, who of the members did not, and who came besides.
fn attendance(view: &View, meeting: &Meeting) -> Markup {
    let members = members(view, meeting);
    let (came, away): (Vec<&PersonId>, Vec<&PersonId>) = members.iter().partition(|who| meeting.present.contains(*who));
    let besides: Vec<&PersonId> = meeting.present.iter().filter(|who| !members.contains(who)).collect();
    let names = |all: &[&PersonId]| all.iter().map(|who| view.person(who).to_owned()).collect::<Vec<_>>().join(", ");
    let said = [("attendance-present", &came), ("attendance-away", &away), ("attendance-besides", &besides)];
    html! {
        @if meeting.present.is_empty() {
            p { (Tag::partly(view.t("attendance-unknown"))) }
        } @else {
            (said.iter().filter(|(_, who)| !who.is_empty()).fold(Summary::new(), |facts, (label, who)| facts.fact(view.t(label), names(who))))
        }
    }
}

fn writing(view: &View, meeting: &Meeting, fields: Option<&Fields>, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let text = fields.map_or(meeting.minutes.as_str(), |fields| fields.raw("text"));
    let mut people = members(view, meeting);
    people.extend(meeting.present.iter().filter(|who| !people.contains(who)).cloned().collect::<Vec<_>>());
    let choices: Vec<Choice> = people.iter().map(|who| Choice::new(who.as_str(), view.person(who))).collect();
    let ticked: Vec<String> = match fields {
        Some(fields) => fields.all("present").to_vec(),
        None if meeting.present.is_empty() => people.iter().map(ToString::to_string).collect(),
        None => meeting.present.iter().map(ToString::to_string).collect(),
    };
    let present = ticked.into_iter().fold(Field::checks("present", view.t("attendance-present"), choices), Field::value);
    html! {
        (faults)
        form method="post" action=(format!("/forums/meetings/{}/minutes", meeting.id)) {
            (view.marks())
            @if !people.is_empty() { (present.help(view.t("attendance-help")).error(faults.of("present"))) }
            (Field::area("text", view.t("minutes-write")).rows(10).value(text).error(faults.of("text")))
            (actions([Button::primary(view.t("minutes-write"))]))
        }
    }
}

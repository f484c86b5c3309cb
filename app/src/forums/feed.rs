//! Calendar feeds: one for each forum and one for all, which anyone may follow; and one of one's own, behind
//! a link that only its owner is shown, with one's meetings and what is due.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use domain::expected::expected_of;
use domain::forums::{Host, Meeting};
use domain::organisation::{CalendarRenew, Role, Scope};
use domain::{ForumId, PersonId, Standing, Subject, Timestamp};

use crate::ical::{Event, Status, When, answer};
use crate::web::deed::Deed;
use crate::web::fields::sent;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/calendar.ics", May::Anyone, all),
        page("/forums/{forum}/calendar.ics", May::Anyone, of_forum),
        page("/calendar/{token}", May::Anyone, own),
        form("/forums/calendar/renewal", May::Act("organisation.calendar.renew"), renew),
    ]
}

async fn all(view: View) -> Response {
    let events: Vec<Event> = view.town.forums.meetings.values().map(|meeting| event(&view, meeting)).collect();
    answer(&view.say("feed-all", &[("municipality", view.harbour().name.as_str().into())]), &events)
}

async fn of_forum(view: View, Path(id): Path<ForumId>) -> Result<Response, Problem> {
    let forum = view.town.forums.forums.get(&id).ok_or(Problem::NotFound)?;
    let events: Vec<Event> = view.town.forums.meetings_of(&Host::Forum(id)).into_iter().map(|meeting| event(&view, meeting)).collect();
    Ok(answer(&forum.name, &events))
}

/// How many times the address of a person's own calendar has been renewed.
pub fn renewals(view: &View, who: &PersonId) -> u32 {
    view.town.organisation.calendars.get(who).copied().unwrap_or_default()
}

/// Gives the reader's own calendar a new address; the one before leads nowhere.
async fn renew(mut deed: Deed) -> Result<Response, Problem> {
    let person = deed.view.who.clone().ok_or(Problem::Foreign)?;
    let receipt = deed.act(CalendarRenew { person }).await?;
    Ok(deed.done(receipt, "/forums/calendar", "calendar-renewed"))
}

async fn own(view: View, Path(token): Path<String>) -> Result<Response, Problem> {
    let renewed = |who: &PersonId| renewals(&view, who);
    let who = view.harbour().sealer.calendar_of(&token, &view.harbour().municipality, renewed).ok_or(Problem::NotFound)?;
    // Whoever has left the municipality follows nothing more.
    Standing::Staff.ground(&view.town, &who, &Subject::Municipality, view.today).ok_or(Problem::NotFound)?;
    let mut events: Vec<Event> =
        view.town.forums.meetings.values().filter(|meeting| attends(&view, &who, meeting)).map(|one| event(&view, one)).collect();
    let now = view.harbour().clock.now();
    let mut named: BTreeSet<String> = BTreeSet::new();
    events.extend(expected_of(&view.town, &who, view.today).iter().filter_map(|task| {
        let kind = view.of("expected", task.kind);
        // Several things of a kind may wait about the same thing for the same day, such as two measures against risks.
        let stem = format!("{}.{}.{}", task.about, sent(task.kind), task.due?).replace('/', "-");
        let uid =
            (1_usize..).map(|nth| format!("{stem}.{nth}@{}.styrbord", view.harbour().municipality)).find(|uid| !named.contains(uid))?;
        named.insert(uid.clone());
        Some(Event {
            uid,
            sequence: 0,
            stamp: now,
            when: When::Day(task.due?),
            summary: format!("{kind}: {}", view.name(&task.about)),
            description: String::new(),
            place: String::new(),
            status: Status::Confirmed,
            reminders: vec![7],
        })
    }));
    Ok(answer(&view.say("feed-own", &[("name", view.person(&who).into())]), &events))
}

/// Whether a person is a member of the forum that meets, on the day of the meeting.
fn attends(view: &View, who: &PersonId, meeting: &Meeting) -> bool {
    let Host::Forum(forum) = &meeting.of else { return false };
    view.town.organisation.holders(Role::ForumMember, &Scope::Forum(forum.clone()), meeting.date).any(|held| held.person == *who)
}

/// A meeting as an event.
fn event(view: &View, meeting: &Meeting) -> Event {
    let (about, host) = (Subject::from(&meeting.id), Subject::from(&meeting.of));
    let changed = view.town.latest(&about).or_else(|| view.town.latest(&host)).map(|trace| trace.at);
    let status = match (meeting.called_off.is_some(), meeting.is_called()) {
        (true, _) => Status::Cancelled,
        (false, true) => Status::Confirmed,
        (false, false) => Status::Tentative,
    };
    let matters: Vec<String> = meeting.agenda.iter().enumerate().map(|(place, item)| format!("{}. {}", place + 1, item.matter)).collect();
    Event {
        uid: format!("{}@{}.styrbord", meeting.id, view.harbour().municipality),
        sequence: view.town.traces(&about).count(),
        stamp: changed.unwrap_or(Timestamp::UNIX_EPOCH),
        when: when(meeting),
        summary: view.name(&host),
        description: matters.join("\n"),
        place: meeting.place.clone(),
        status,
        reminders: Vec::new(),
    }
}

/// The hours of a meeting, an hour where its end has not been said; the whole day where its beginning has not.
fn when(meeting: &Meeting) -> When {
    let at = |time| domain::instant_at(meeting.date.to_datetime(time));
    match meeting.from.and_then(at) {
        None => When::Day(meeting.date),
        Some(from) => {
            When::Hours(from, meeting.to.and_then(at).unwrap_or_else(|| from.saturating_add(jiff::Span::new().hours(1)).unwrap_or(from)))
        }
    }
}

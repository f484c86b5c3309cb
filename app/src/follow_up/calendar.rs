//! A calendar feed of what falls due, with a reminder 30 and 7 days before; any calendar can subscribe to it.

use axum::response::Response;
use domain::Subject;
use domain::follow_up::{Due, Reminder, dues};

use crate::ical::{Event, Status, When, answer};
use crate::web::route::{May, Route, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/follow-up/calendar.ics", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let waiting = dues(&view.town).into_iter().filter(|due| due.outcome.is_none());
    let events: Vec<Event> = waiting.map(|due| event(&view, &due)).collect();
    answer(view.t("calendar-title"), &events)
}

fn event(view: &View, due: &Due<'_>) -> Event {
    let facts = [("benefit", due.benefit.what.as_str().into()), ("months", view.of("follow-months", due.months).as_str().into())];
    let changed = view.town.latest(&Subject::from(&due.benefit.id)).or_else(|| view.town.latest(&Subject::from(&due.initiative.id)));
    Event {
        uid: format!("{}-{}@{}.styrbord", due.benefit.id, due.months.months(), view.harbour().municipality),
        sequence: 0,
        stamp: changed.map_or_else(|| view.harbour().clock.now(), |trace| trace.at),
        when: When::Day(due.date),
        summary: view.say("calendar-due", &facts),
        description: due.initiative.card.title.clone(),
        place: String::new(),
        status: Status::Confirmed,
        reminders: Reminder::AHEAD.to_vec(),
    }
}

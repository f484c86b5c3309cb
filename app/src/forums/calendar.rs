//! Page: the year's calendar: every forum's and body's meetings, month by month.

use std::collections::BTreeMap;

use axum::response::Response;
use domain::forums::{Host, Meeting};
use domain::{Date, Subject};
use maud::{Markup, html};

use super::{feed, turn, words};
use crate::look::{Button, Column, Link, Table, actions, details};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/forums/calendar", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let year: i16 = view.ask("year").parse().ok().filter(|year| (2000..=2100).contains(year)).unwrap_or(view.today.year());
    let said = year.to_string();
    let mut head = Head::new(Part::Decisions, view.say("year-calendar-title", &[("year", said.as_str().into())]))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
        .lead(view.t("year-calendar-lead"));
    if view.can("forums.meetings.plan", &Subject::Municipality) {
        head = head.actions(actions([Button::primary(view.t("meetings-plan")).to(format!("/forums/calendar/plan?year={year}"))]));
    }
    let turn = |year: i16| Link::new(view.at(&format!("/forums/calendar?year={year}")), year.to_string());
    let body = html! {
        p { (turn(year - 1)) " · " strong { (year) } " · " (turn(year + 1)) }
        (months(&view, year))
        (turn::years(&view))
        h2 { (view.t("feed-title")) }
        p { (view.t("feed-help")) }
        (feeds(&view))
    };
    view.page(head, body)
}

/// Months down, those who meet across.
fn months(view: &View, year: i16) -> Table {
    let mut met: BTreeMap<Subject, Vec<&Meeting>> = BTreeMap::new();
    for meeting in view.town.forums.meetings.values().filter(|meeting| meeting.date.year() == year) {
        met.entry((&meeting.of).into()).or_default().push(meeting);
    }
    let mut hosts: Vec<(String, Vec<&Meeting>)> = met.into_iter().map(|(host, met)| (view.name(&host), met)).collect();
    hosts.sort_by_cached_key(|(name, met)| (met.iter().any(|meeting| matches!(meeting.of, Host::Body(_))), name.clone()));
    hosts.iter_mut().for_each(|(_, met)| met.sort_by_key(|meeting| (meeting.date, meeting.from)));
    let mut table = Table::new("calendar", view.say("year-calendar-title", &[("year", year.to_string().as_str().into())]))
        .caption_hidden()
        .column(Column::text(view.t("year-calendar-month")));
    for (name, _) in &hosts {
        table = table.column(Column::text(name.as_str()));
    }
    table.empty(view.t("meetings-none")).rows(1..=12_i8, |line, month| {
        let first = Date::new(year, month, 1).unwrap_or(view.today);
        let line = line.cell(words::month(view, first));
        hosts.iter().fold(line, |line, (_, met)| line.cell(days(view, met, first)));
    })
}

/// The meetings of a month, in order.
fn days(view: &View, met: &[&Meeting], first: Date) -> Markup {
    html! {
        @for meeting in met.iter().filter(|meeting| meeting.date.first_of_month() == first) {
            div {
                (Link::new(view.href(&(&meeting.id).into()), day(view, meeting)))
                " " (words::state(view, meeting))
            }
        }
    }
}

/// The day of the month, and the hours where they have been said.
fn day(view: &View, meeting: &Meeting) -> String {
    let (day, times) = (meeting.date.day().to_string(), words::times(meeting));
    if times.is_empty() { day } else { view.say("year-calendar-day", &[("day", day.as_str().into()), ("time", times.as_str().into())]) }
}

/// The addresses to subscribe to.
fn feeds(view: &View) -> Markup {
    let forums = view.town.forums.forums.values();
    let own = view.who.as_ref().filter(|_| view.is_staff());
    let own = own.map(|who| view.harbour().sealer.calendar(who, &view.harbour().municipality, feed::renewals(view, who)));
    html! {
        ul {
            li { (Link::new("/forums/calendar.ics", view.t("feed-of-all"))) }
            @for forum in forums { li { (Link::new(format!("/forums/{}/calendar.ics", forum.id), &forum.name)) } }
        }
        @if let Some(token) = own {
            (details(view.t("feed-of-own"), html! {
                p { (view.t("feed-own-help")) }
                p { (Link::new(format!("/calendar/{token}"), view.t("feed-of-own-link"))) }
                p { (view.t("feed-renew-help")) }
                form method="post" action="/forums/calendar/renewal" { (view.marks()) (Button::danger(view.t("feed-renew"))) }
            }))
        }
    }
}

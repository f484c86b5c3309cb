//! A calendar feed of what falls due, with a reminder 30 and 7 days before; any calendar can subscribe to it.

use std::fmt::Write;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::follow_up::{Due, Reminder, dues};

use crate::web::route::{May, Route, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/follow-up/calendar.ics", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let waiting: Vec<Due<'_>> = dues(&view.town).into_iter().filter(|due| due.outcome.is_none()).collect();
    let stamp = view.harbour().clock.now().strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Styrbord//SV");
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(view.t("calendar-title"))));
    for due in &waiting {
        event(&mut out, &view, due, &stamp);
    }
    line(&mut out, "END:VCALENDAR");
    ([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], out).into_response()
}

fn event(out: &mut String, view: &View, due: &Due<'_>, stamp: &str) {
    let facts = [("benefit", due.benefit.what.as_str().into()), ("months", view.of("follow-months", due.months).as_str().into())];
    let summary = escaped(&view.say("calendar-due", &facts));
    line(out, "BEGIN:VEVENT");
    line(out, &format!("UID:{}-{}@{}.styrbord", due.benefit.id, due.months.months(), view.harbour().municipality));
    line(out, &format!("DTSTAMP:{stamp}"));
    line(out, &format!("DTSTART;VALUE=DATE:{}", due.date.strftime("%Y%m%d")));
    line(out, &format!("SUMMARY:{summary}"));
    line(out, &format!("DESCRIPTION:{}", escaped(&due.initiative.card.title)));
    for days in Reminder::AHEAD {
        line(out, "BEGIN:VALARM");
        line(out, "ACTION:DISPLAY");
        line(out, &format!("TRIGGER:-P{days}D"));
        line(out, &format!("DESCRIPTION:{summary}"));
        line(out, "END:VALARM");
    }
    line(out, "END:VEVENT");
}

/// A content line, folded so that none is longer than 75 octets (RFC 5545, 3.1).
fn line(out: &mut String, text: &str) {
    let mut room = 75;
    for sign in text.chars() {
        if sign.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= sign.len_utf8();
        out.push(sign);
    }
    // Writing to a string cannot fail.
    let _ = write!(out, "\r\n");
}

/// A text as a calendar reads it (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace(['\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_at_75_octets_and_a_sign_is_never_cut() {
        let mut out = String::new();
        line(&mut out, &"å".repeat(80));
        assert!(out.split("\r\n").all(|part| part.len() <= 75), "{out}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), "å".repeat(80));
    }

    #[test]
    fn what_a_calendar_reads_as_marks_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\ne"), "a\\, b\\; c\\\\d e");
    }
}

//! iCalendar as RFC 5545 lays it down: events written so that Outlook and Thunderbird subscribe to them.
//! Lines end with CR LF, are folded at 75 octets without parting a sign, and text is escaped.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::{Date, Timestamp};

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A whole day.
    Day(Date),
    /// From one instant to another.
    Hours(Timestamp, Timestamp),
}

/// How sure an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Planned.
    Tentative,
    /// Called.
    Confirmed,
    /// Called off.
    Cancelled,
}

/// An event of a calendar.
#[derive(Clone, Debug)]
pub struct Event {
    /// What tells it from every other event in the world, and never changes.
    pub uid: String,
    /// How many times it has been changed.
    pub sequence: usize,
    /// When it was last changed.
    pub stamp: Timestamp,
    /// When it is.
    pub when: When,
    /// What it is, in a line.
    pub summary: String,
    /// More about it; may be empty.
    pub description: String,
    /// Where it is; may be empty.
    pub place: String,
    /// How sure it is.
    pub status: Status,
    /// How many days before it one is reminded.
    pub reminders: Vec<i32>,
}

/// A calendar as an answer to whoever subscribes to it.
pub fn answer(name: &str, events: &[Event]) -> Response {
    ([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], calendar(name, events)).into_response()
}

/// A calendar by name, with its events.
fn calendar(name: &str, events: &[Event]) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Styrbord//Styrbord//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
        fold(&mut out, line);
    }
    fold(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    fold(&mut out, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
    events.iter().for_each(|event| write(&mut out, event));
    fold(&mut out, "END:VCALENDAR");
    out
}

fn write(out: &mut String, event: &Event) {
    fold(out, "BEGIN:VEVENT");
    fold(out, &format!("UID:{}", escaped(&event.uid)));
    fold(out, &format!("DTSTAMP:{}", instant(event.stamp)));
    fold(out, &format!("SEQUENCE:{}", event.sequence));
    match event.when {
        When::Day(date) => {
            fold(out, &format!("DTSTART;VALUE=DATE:{}", day(date)));
            fold(out, &format!("DTEND;VALUE=DATE:{}", day(date.tomorrow().unwrap_or(date))));
            fold(out, "TRANSP:TRANSPARENT");
        }
        When::Hours(from, to) => {
            fold(out, &format!("DTSTART:{}", instant(from)));
            fold(out, &format!("DTEND:{}", instant(to)));
        }
    }
    fold(out, &format!("SUMMARY:{}", escaped(&event.summary)));
    for (name, text) in [("DESCRIPTION", &event.description), ("LOCATION", &event.place)] {
        if !text.is_empty() {
            fold(out, &format!("{name}:{}", escaped(text)));
        }
    }
    let status = match event.status {
        Status::Tentative => "TENTATIVE",
        Status::Confirmed => "CONFIRMED",
        Status::Cancelled => "CANCELLED",
    };
    fold(out, &format!("STATUS:{status}"));
    for days in &event.reminders {
        fold(out, "BEGIN:VALARM");
        fold(out, "ACTION:DISPLAY");
        fold(out, &format!("TRIGGER:-P{days}D"));
        fold(out, &format!("DESCRIPTION:{}", escaped(&event.summary)));
        fold(out, "END:VALARM");
    }
    fold(out, "END:VEVENT");
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// An instant in UTC, to the second.
fn instant(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as a value: backslash, semicolon, comma and line break are written with a backslash.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().filter(|sign| *sign == '\n' || !sign.is_control()) {
        match sign {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', sign]),
            _ => out.push(sign),
        }
    }
    out
}

/// Writes a line of content, folded: no line is longer than 75 octets, its break not counted.
fn fold(out: &mut String, line: &str) {
    let mut room = 75;
    for sign in line.chars() {
        if sign.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= sign.len_utf8();
        out.push(sign);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(summary: &str) -> Event {
        let at = |text: &str| text.parse().expect("an instant");
        Event {
            uid: "portfolj-1@huddinge.styrbord".into(),
            sequence: 2,
            stamp: at("2024-03-06T09:00:00Z"),
            when: When::Hours(at("2024-04-24T11:00:00Z"), at("2024-04-24T13:00:00Z")),
            summary: summary.into(),
            description: "Ett; två, tre\nfyra".into(),
            place: String::new(),
            status: Status::Confirmed,
            reminders: vec![7],
        }
    }

    #[test]
    fn every_line_ends_as_it_should_and_none_is_too_long() {
        let text = calendar("Råd", &[event(&"Sammanträde om å, ä och ö ".repeat(9))]);
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{}\r\n", "Sammanträde om å\\, ä och ö ".repeat(9))), "{unfolded}");
    }

    #[test]
    fn text_is_escaped_and_a_day_ends_before_the_next() {
        let mut whole = event("Sista dag");
        whole.when = When::Day("2024-12-31".parse().expect("a day"));
        let text = calendar("Råd", &[whole]);
        assert!(text.contains("DESCRIPTION:Ett\\; två\\, tre\\nfyra\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20241231\r\nDTEND;VALUE=DATE:20250101\r\n"), "{text}");
    }
}

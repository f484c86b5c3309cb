//! Meetings of bodies and forums: called with an agenda, closed with minutes (report 4.2.1, 4.4.3).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, Event as AnyEvent, ForumId, MeetingId, Municipality, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// Who meets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Host {
    /// A political body.
    Body(UnitId),
    /// A forum of officials.
    Forum(ForumId),
}

/// An item of an agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The matter, 3–200 characters.
    pub matter: String,
    /// What it is about.
    #[serde(default)]
    pub concerns: Vec<Subject>,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its identity.
    pub id: MeetingId,
    /// Who meets.
    pub of: Host,
    /// The day.
    pub date: Date,
    /// Where.
    pub place: String,
    /// What is dealt with, in order.
    pub agenda: Vec<Item>,
    /// What was said and noted; empty until written.
    pub minutes: String,
}

/// Call a meeting.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingCall {
    /// Its identity, not yet taken.
    pub id: MeetingId,
    /// Who meets.
    pub of: Host,
    /// The day.
    pub date: Date,
    /// Where, up to 120 characters.
    #[serde(default)]
    pub place: String,
    /// What is dealt with, 1–40 items.
    pub agenda: Vec<Item>,
}

impl Rule for MeetingCall {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.meetings.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        match &self.of {
            Host::Forum(forum) => lacks.unless(town.forums.forums.has(forum), Refusal::new("forum-unknown").at("of")),
            Host::Body(unit) => {
                let is_body = town.organisation.units.get(unit).is_some_and(|unit| unit.kind.is_body());
                lacks.unless(is_body, Refusal::new("unit-unknown").at("of").with("id", unit.as_str()));
            }
        }
        lacks.unless(self.date >= stamp.date, Refusal::new("date-in-past").at("date").with("date", self.date));
        lacks.text("place", &self.place, 0..=120);
        lacks.unless((1..=40).contains(&self.agenda.len()), Refusal::new("agenda-count").at("agenda"));
        for item in &self.agenda {
            lacks.text("agenda", &item.matter, 3..=200);
        }
        lacks.end()?;
        let agenda = self.agenda.iter().map(|item| Item { matter: item.matter.trim().to_owned(), concerns: item.concerns.clone() });
        let meeting = Meeting {
            id: self.id.clone(),
            of: self.of.clone(),
            date: self.date,
            place: self.place.trim().to_owned(),
            agenda: agenda.collect(),
            minutes: String::new(),
        };
        Ok(vec![Event::MeetingCalled(meeting).into()])
    }
}

/// Write the minutes of a meeting that has been held.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesWrite {
    /// The meeting.
    pub meeting: MeetingId,
    /// The minutes, 3–20 000 characters.
    pub text: String,
}

impl Rule for MinutesWrite {
    fn about(&self) -> Subject {
        (&self.meeting).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(meeting) = town.forums.meetings.get(&self.meeting) else {
            return Err(Refusal::new("meeting-unknown").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(meeting.date <= stamp.date, Refusal::new("date-in-future").with("date", meeting.date));
        lacks.text("text", &self.text, 3..=20_000);
        lacks.end()?;
        Ok(vec![Event::MinutesWritten { meeting: self.meeting.clone(), text: self.text.trim().to_owned() }.into()])
    }
}

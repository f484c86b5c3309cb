//! Meetings of bodies and forums: planned for the year, called with an agenda whose papers are frozen, held
//! with those who attended, closed with minutes (report 4.2.1, 4.4.3).

use std::collections::BTreeSet;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, Event as AnyEvent, ForumId, MeetingId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// Who meets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Host {
    /// A political body.
    Body(UnitId),
    /// A forum of officials.
    Forum(ForumId),
}

impl From<&Host> for Subject {
    fn from(host: &Host) -> Self {
        match host {
            Host::Body(unit) => unit.into(),
            Host::Forum(forum) => forum.into(),
        }
    }
}

/// So many items an agenda may have.
pub const AGENDA: usize = 40;

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
    /// When it begins, where that has been said.
    #[serde(default)]
    pub from: Option<Time>,
    /// When it ends, where that has been said.
    #[serde(default)]
    pub to: Option<Time>,
    /// Where.
    pub place: String,
    /// What is dealt with, in order; empty until it is called.
    pub agenda: Vec<Item>,
    /// The size of the ledger when it was called: its papers are what the agenda concerns, as of there.
    #[serde(default)]
    pub basis: u64,
    /// Who attended.
    #[serde(default)]
    pub present: BTreeSet<PersonId>,
    /// What was said and noted; empty until written.
    pub minutes: String,
    /// Why it is not held, where it has been called off.
    #[serde(default)]
    pub called_off: Option<String>,
}

impl Meeting {
    /// Whether it has an agenda; until then it is only planned.
    pub fn is_called(&self) -> bool {
        !self.agenda.is_empty()
    }

    /// Whether it has been held and written down.
    pub fn is_held(&self) -> bool {
        !self.minutes.is_empty()
    }

    /// Whether it is to come, or has been without being written down.
    pub fn is_open(&self) -> bool {
        self.called_off.is_none() && !self.is_held()
    }
}

/// Call a meeting, perhaps one that is planned.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingCall {
    /// Its identity: not yet taken, or that of a planned meeting of the same.
    pub id: MeetingId,
    /// Who meets.
    pub of: Host,
    /// The day.
    pub date: Date,
    /// When it begins.
    #[serde(default)]
    pub from: Option<Time>,
    /// When it ends, later than it begins.
    #[serde(default)]
    pub to: Option<Time>,
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
        let known = town.forums.meetings.get(&self.id);
        let planned = known.is_none_or(|known| known.of == self.of && known.is_open() && !known.is_called());
        lacks.unless(planned, Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        town.forums.demand_host(&mut lacks, town, &self.of);
        demand_times(&mut lacks, self.from, self.to);
        lacks.unless(self.date >= stamp.date, Refusal::new("date-in-past").at("date").with("date", self.date));
        lacks.text("place", &self.place, 0..=120);
        lacks.unless((1..=AGENDA).contains(&self.agenda.len()), Refusal::new("agenda-count").at("agenda"));
        for item in &self.agenda {
            lacks.text("agenda", &item.matter, 3..=200);
        }
        lacks.end()?;
        let agenda = self.agenda.iter().map(|item| Item { matter: item.matter.trim().to_owned(), concerns: item.concerns.clone() });
        let meeting = Meeting {
            id: self.id.clone(),
            of: self.of.clone(),
            date: self.date,
            from: self.from,
            to: self.to,
            place: self.place.trim().to_owned(),
            agenda: agenda.collect(),
            basis: town.size,
            present: BTreeSet::new(),
            minutes: String::new(),
            called_off: None,
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
    /// Who attended: members and others.
    #[serde(default)]
    pub present: BTreeSet<PersonId>,
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
        lacks.unless(meeting.called_off.is_none(), Refusal::new("meeting-called-off"));
        lacks.text("text", &self.text, 3..=20_000);
        lacks.end()?;
        Ok(vec![
            Event::MinutesWritten { meeting: self.meeting.clone(), text: self.text.trim().to_owned(), present: self.present.clone() }
                .into(),
        ])
    }
}

/// Demands that a meeting does not end before it begins, and begins where it ends.
pub(super) fn demand_times(lacks: &mut Refusals, from: Option<Time>, to: Option<Time>) {
    lacks.unless(to.is_none_or(|to| from.is_some_and(|from| from < to)), Refusal::new("times-backwards").at("to"));
}

impl super::Forums {
    /// Demands that there is such a forum or body.
    pub(super) fn demand_host(&self, lacks: &mut Refusals, town: &Municipality, host: &Host) {
        match host {
            Host::Forum(forum) => lacks.unless(self.forums.has(forum), Refusal::new("forum-unknown").at("of")),
            Host::Body(unit) => {
                let is_body = town.organisation.units.get(unit).is_some_and(|unit| unit.kind.is_body());
                lacks.unless(is_body, Refusal::new("unit-unknown").at("of").with("id", unit.as_str()));
            }
        }
    }

    /// The meetings of a forum or body, the earliest first.
    pub fn meetings_of(&self, host: &Host) -> Vec<&Meeting> {
        let mut all: Vec<&Meeting> = self.meetings.values().filter(|meeting| meeting.of == *host).collect();
        all.sort_by_key(|meeting| (meeting.date, meeting.from, meeting.id.clone()));
        all
    }
}

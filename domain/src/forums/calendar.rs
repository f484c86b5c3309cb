//! The year's calendar: meetings planned ahead, moved, and called off.

use std::collections::BTreeSet;

use jiff::civil::Time;
use serde::Deserialize;

use super::meeting::demand_times;
use super::{Event, Host, Meeting};
use crate::{Date, Event as AnyEvent, MeetingId, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// A meeting in the plan for the year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    /// Its identity, not yet taken.
    pub id: MeetingId,
    /// The day, not yet past.
    pub date: Date,
}

/// Plan the meetings of a forum or body, as for a year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingsPlan {
    /// Who meets.
    pub of: Host,
    /// When each begins.
    #[serde(default)]
    pub from: Option<Time>,
    /// When each ends, later than it begins.
    #[serde(default)]
    pub to: Option<Time>,
    /// Where, up to 120 characters.
    #[serde(default)]
    pub place: String,
    /// The meetings, 1–60, each on a day of its own.
    pub meetings: Vec<Planned>,
}

impl Rule for MeetingsPlan {
    fn about(&self) -> Subject {
        (&self.of).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.forums.demand_host(&mut lacks, town, &self.of);
        demand_times(&mut lacks, self.from, self.to);
        lacks.text("place", &self.place, 0..=120);
        lacks.unless((1..=60).contains(&self.meetings.len()), Refusal::new("meetings-count").at("meetings"));
        let (mut days, mut names) = (BTreeSet::new(), BTreeSet::new());
        for planned in &self.meetings {
            let is_free = !town.forums.meetings.has(&planned.id) && names.insert(&planned.id);
            lacks.unless(is_free, Refusal::new("id-taken").at("meetings").with("id", planned.id.as_str()));
            lacks.unless(days.insert(planned.date), Refusal::new("meeting-twice").at("meetings").with("date", planned.date));
            lacks.unless(planned.date >= stamp.date, Refusal::new("date-in-past").at("meetings").with("date", planned.date));
        }
        lacks.end()?;
        let meeting = |planned: &Planned| Meeting {
            id: planned.id.clone(),
            of: self.of.clone(),
            date: planned.date,
            from: self.from,
            to: self.to,
            place: self.place.trim().to_owned(),
            agenda: Vec::new(),
            basis: 0,
            present: BTreeSet::new(),
            minutes: String::new(),
            called_off: None,
        };
        Ok(self.meetings.iter().map(|planned| Event::MeetingPlanned(meeting(planned)).into()).collect())
    }
}

/// Move a meeting that has not been held.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingMove {
    /// Which.
    pub meeting: MeetingId,
    /// The new day, not yet past.
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
}

impl Rule for MeetingMove {
    fn about(&self) -> Subject {
        (&self.meeting).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.forums.demand_open_meeting(&mut lacks, &self.meeting);
        demand_times(&mut lacks, self.from, self.to);
        lacks.text("place", &self.place, 0..=120);
        lacks.unless(self.date >= stamp.date, Refusal::new("date-in-past").at("date").with("date", self.date));
        lacks.end()?;
        let place = self.place.trim().to_owned();
        Ok(vec![Event::MeetingMoved { meeting: self.meeting.clone(), date: self.date, from: self.from, to: self.to, place }.into()])
    }
}

/// Call a meeting off.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingCallOff {
    /// Which; it has not been held.
    pub meeting: MeetingId,
    /// Why, 3–500 characters.
    pub why: String,
}

impl Rule for MeetingCallOff {
    fn about(&self) -> Subject {
        (&self.meeting).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.forums.demand_open_meeting(&mut lacks, &self.meeting);
        lacks.text("why", &self.why, 3..=500);
        lacks.end()?;
        Ok(vec![Event::MeetingCalledOff { meeting: self.meeting.clone(), why: self.why.trim().to_owned() }.into()])
    }
}

impl super::Forums {
    fn demand_open_meeting(&self, lacks: &mut Refusals, id: &MeetingId) {
        match self.meetings.get(id) {
            None => lacks.add(Refusal::new("meeting-unknown").at("meeting")),
            Some(meeting) => lacks.unless(meeting.is_open(), Refusal::new("meeting-over").at("meeting")),
        }
    }
}

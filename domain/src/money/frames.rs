//! Frames: what every body is given for a year, entered in one act as Mål och budget decides them (report 4.1.1).

use std::collections::BTreeSet;

use serde::Deserialize;

use super::post::{LARGEST, demand_body, demand_years};
use super::{Event, Form, Money, Party, Post, PostKind};
use crate::{DecisionId, Event as AnyEvent, Municipality, Ore, PostId, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// The most bodies of one act.
const MOST: usize = 500;

/// One body's frame.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The identity of its post, not yet taken.
    pub id: PostId,
    /// The body.
    pub unit: UnitId,
    /// What it is given for the year, more than nought.
    pub amount: Ore,
}

/// Enter the frames of a year; a body that has one already is refused, with all the others.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FramesEnter {
    /// The calendar year, 2000–2100.
    pub year: i16,
    /// Operating or investment money.
    #[serde(default)]
    pub form: Form,
    /// What the posts say they are for, 3–1 000 characters.
    pub purpose: String,
    /// The decision behind them; minutes come after the meeting.
    pub decision: Option<DecisionId>,
    /// The frames: at least one, each body once.
    pub frames: Vec<Frame>,
}

impl FramesEnter {
    fn post(&self, frame: &Frame) -> Post {
        Post {
            id: frame.id.clone(),
            kind: PostKind::Frame,
            form: self.form,
            purpose: self.purpose.trim().to_owned(),
            from: None,
            to: Party::Unit(frame.unit.clone()),
            part_of: None,
            first_year: self.year,
            last_year: self.year,
            amount: frame.amount,
            decision: self.decision.clone(),
            withdrawn: None,
        }
    }
}

impl Rule for FramesEnter {
    fn about(&self) -> Subject {
        Subject::Municipality
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless((1..=MOST).contains(&self.frames.len()), Refusal::new("frames-none"));
        lacks.text("purpose", &self.purpose, 3..=1000);
        demand_years(&mut lacks, self.year, self.year);
        let mut seen = BTreeSet::new();
        for frame in &self.frames {
            demand_body(&mut lacks, town, "frames", &frame.unit);
            lacks.unless(!town.money.posts.has(&frame.id), Refusal::new("id-taken").at("frames").with("id", frame.id.as_str()));
            let name = town.organisation.units.get(&frame.unit).map_or(frame.unit.as_str(), |unit| unit.name.as_str());
            let has = town.money.frame_of(&Party::Unit(frame.unit.clone()), self.year, self.form).is_some();
            let there = Refusal::new("frame-there").with("unit", name).with("year", self.year.to_string().as_str());
            lacks.unless(seen.insert(&frame.unit) && !has, there);
            let sane = Ore::ZERO < frame.amount && frame.amount <= LARGEST;
            lacks.unless(sane, Refusal::new("frame-amount").with("unit", name).with("most", LARGEST));
        }
        lacks.end()?;
        // A frame only adds to what a body has, so no balance can fall short.
        Ok(self.frames.iter().map(|frame| Event::PostEntered(self.post(frame)).into()).collect())
    }
}

impl Money {
    /// A party's frame of a year, where one counts.
    pub fn frame_of(&self, party: &Party, year: i16, form: Form) -> Option<&Post> {
        let is_frame = |post: &&Post| post.kind == PostKind::Frame && post.form == form && post.counts() && post.to == *party;
        self.posts.values().filter(is_frame).find(|post| (post.first_year..=post.last_year).contains(&year))
    }
}

//! Benefits: money, time and quality kept apart, each with an owner, a baseline and a way to measure
//! (DOMAIN.md U3; green, yellow and red as E-kalkyl and PENG name them).

use serde::{Deserialize, Serialize};

use super::{Estimate, Initiative, Span};
use crate::{BenefitId, Municipality, Ore, PersonId, Refusal, Refusals, UnitId};

/// How sure it is that a benefit becomes money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BenefitClass {
    /// Grön: money that can be taken home: lower cost, higher income.
    Green,
    /// Gul: time, or money that is uncertain.
    Yellow,
    /// Röd: quality, valued in words and measured, never in kronor.
    Red,
}

impl BenefitClass {
    /// All classes, the surest first.
    pub const ALL: [Self; 3] = [Self::Green, Self::Yellow, Self::Red];
}

/// How a benefit is measured, in whole units of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Measure {
    /// What is counted, such as "dagar per ärende".
    pub unit: String,
    /// How it is counted, and out of what.
    pub method: String,
    /// The value before the change.
    pub baseline: Option<i64>,
    /// The value that is promised.
    pub target: Option<i64>,
}

impl Measure {
    /// Whether it can be followed up: unit, method, baseline and target are there.
    pub fn is_complete(&self) -> bool {
        !self.unit.is_empty() && !self.method.is_empty() && self.baseline.is_some() && self.target.is_some()
    }

    /// How much of the way from baseline to target a value has come, in permille (1000 = all of it).
    pub fn reached(&self, value: i64) -> Option<i64> {
        let (from, to) = (i128::from(self.baseline?), i128::from(self.target?));
        let way = to - from;
        (way != 0).then(|| (i128::from(value) - from) * 1000 / way).and_then(|permille| i64::try_from(permille).ok())
    }
}

/// Time that is saved, and how much of it can be taken home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeSaved {
    /// Hours a year.
    pub hours: u32,
    /// The full cost of an hour, in öre.
    pub hourly_cost: Ore,
    /// The share of the hours that can be taken home, in permille.
    pub share: u16,
}

impl TimeSaved {
    /// The worth of a year: hours × full hourly cost × share that can be taken home, to the öre.
    pub fn yearly(&self) -> Ore {
        Ore(self.hourly_cost.0.saturating_mul(i64::from(self.hours))).permille(i64::from(self.share))
    }
}

/// A benefit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefit {
    /// Its identity, in the whole municipality.
    pub id: BenefitId,
    /// What gets better, 3–300 characters.
    pub what: String,
    /// Money, time or quality.
    pub class: BenefitClass,
    /// The unit that gets it.
    pub receiver: UnitId,
    /// The person who answers for its coming true.
    pub owner: PersonId,
    /// How it is measured.
    #[serde(default)]
    pub measure: Measure,
    /// Its worth in öre a year; never for red.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// The hours behind a worth in time, where that is what it is.
    #[serde(default)]
    pub time: Option<TimeSaved>,
    /// What is done so that it comes about, such as "införa e-tjänsten"; may be empty.
    #[serde(default)]
    pub activity: String,
    /// What people do otherwise because of it, such as "sökande fyller i själva"; may be empty.
    #[serde(default)]
    pub change: String,
    /// How much it is worth to those who get it, where it is red: in words on a scale, never in kronor.
    #[serde(default)]
    pub weight: Option<Worth>,
}

/// How much a red benefit is worth to those who get it: a scale in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Worth {
    /// Noticed by some.
    Slight,
    /// Noticed by most of those it is for.
    Clear,
    /// Changes what they can do.
    Great,
    /// Their safety, rights or health rest on it.
    Decisive,
}

impl Worth {
    /// All steps, the least first.
    pub const ALL: [Self; 4] = [Self::Slight, Self::Clear, Self::Great, Self::Decisive];
}

/// A worth in time is written in whole thousands; within so much it is what the hours come to.
const ROUNDED: Ore = Ore::kronor(1_000);

impl Benefit {
    /// Its worth over all its years; nought where it is red.
    pub fn total(&self) -> Estimate {
        self.spans.iter().map(Span::total).sum()
    }

    /// Its worth in one year.
    pub fn in_year(&self, year: i16) -> Estimate {
        self.spans.iter().map(|span| span.in_year(year)).sum()
    }

    pub(super) fn demand(&self, town: &Municipality, initiative: &Initiative, lacks: &mut Refusals) {
        lacks.text("what", &self.what, 3..=300);
        lacks.unless(
            town.organisation.units.has(&self.receiver),
            Refusal::new("unit-unknown").at("receiver").with("id", self.receiver.as_str()),
        );
        lacks.text("unit", &self.measure.unit, 0..=80);
        lacks.text("method", &self.measure.method, 0..=600);
        let flat = self.measure.baseline.is_some() && self.measure.baseline == self.measure.target;
        lacks.unless(!flat, Refusal::new("target-is-baseline").at("target"));
        if self.class == BenefitClass::Red {
            lacks.unless(self.spans.is_empty() && self.time.is_none(), Refusal::new("red-never-money").at("spans"));
        } else {
            lacks.unless(!self.spans.is_empty(), Refusal::new("years-missing").at("spans"));
        }
        self.spans.iter().for_each(|span| span.demand(lacks, "spans"));
        lacks.text("activity", &self.activity, 0..=160);
        lacks.text("change", &self.change, 0..=200);
        lacks.unless(self.weight.is_none() || self.class == BenefitClass::Red, Refusal::new("weight-for-red").at("weight"));
        if let Some(time) = self.time {
            lacks.money("hourly_cost", time.hourly_cost, Ore::kronor(100_000));
            lacks.unless(time.share <= 1000, Refusal::new("share-large").at("share"));
            let worth = time.yearly();
            let differs = |span: &Span| span.yearly.likely.0.abs_diff(worth.0) > ROUNDED.0.unsigned_abs();
            lacks.unless(!self.spans.iter().any(differs), Refusal::new("time-worth-differs").at("spans").with("money", worth));
        }
        let elsewhere = town.initiatives.of_benefit(&self.id).is_some_and(|other| other.id != initiative.id);
        lacks.unless(!elsewhere, Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
    }
}

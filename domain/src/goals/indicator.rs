//! Indicators: how one sees whether a goal is reached, with the values so far (report 3, 4.1.2).

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::{Event, Fetched, Figure, Kolada};
use crate::{Date, Event as AnyEvent, GoalId, IndicatorId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// How often it is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every month.
    Monthly,
    /// Every four months, with the tertial reports.
    Tertially,
    /// Every half-year.
    HalfYearly,
    /// Every year.
    Yearly,
}

/// A value on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The day it holds for.
    pub on: Date,
    /// The value.
    pub value: Figure,
}

/// What an indicator measures: the part that may be set anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name, 3–200 characters.
    pub name: String,
    /// The unit of its values, such as per cent, 1–40 characters.
    pub unit: String,
    /// Which way is better.
    pub better: Better,
    /// Whether it tells what digitalisation brings; the report found none that does.
    #[serde(default)]
    pub on_digitalisation: bool,
    /// The value before anything was done.
    pub baseline: Option<Reading>,
    /// The value to reach, and when.
    pub target: Option<Reading>,
    /// Who sees to it that it is measured.
    pub owner: Option<PersonId>,
    /// Where the values come from, up to 200 characters; may be empty.
    #[serde(default)]
    pub source: String,
    /// How often it is measured.
    pub frequency: Frequency,
    /// Where in Kolada the values stand, where they come from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kolada: Option<Kolada>,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its identity.
    pub id: IndicatorId,
    /// The goal it measures.
    pub goal: GoalId,
    /// What it measures.
    pub measure: Measure,
    /// The values so far, by day.
    pub values: Vector<Reading>,
    /// When values were last fetched from Kolada, where they ever were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetched: Option<Fetched>,
}

/// How an indicator is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// There is no target to judge by.
    NoTarget,
    /// There are too few values to judge by.
    Unknown,
    /// At this pace the target will be missed.
    Behind,
    /// At this pace the target will be reached.
    OnCourse,
    /// The latest value is at the target or beyond.
    Reached,
}

impl Indicator {
    /// The latest value.
    pub fn latest(&self) -> Option<Reading> {
        self.values.last().copied()
    }

    pub(super) fn enter_reading(&mut self, reading: Reading) {
        match self.values.binary_search_by_key(&reading.on, |known| known.on) {
            Ok(place) => drop(self.values.set(place, reading)),
            Err(place) => self.values.insert(place, reading),
        }
    }

    /// The value expected on the target's day: the least-squares line through baseline and values.
    /// Nothing where there is no target, or fewer than two days to draw a line through.
    pub fn forecast(&self) -> Option<Figure> {
        let target = self.measure.target?;
        let first = self.measure.baseline.filter(|baseline| self.values.front().is_none_or(|value| baseline.on < value.on));
        let points: Vec<(i128, i128)> =
            first.iter().chain(&self.values).map(|reading| (days(target.on, reading.on), i128::from(reading.value.0))).collect();
        let count = i128::try_from(points.len()).ok()?;
        let sum = |part: fn(&(i128, i128)) -> i128| points.iter().map(part).sum::<i128>();
        let (x, y, xx, xy) = (sum(|p| p.0), sum(|p| p.1), sum(|p| p.0 * p.0), sum(|p| p.0 * p.1));
        let spread = count * xx - x * x;
        if spread == 0 {
            return None;
        }
        // Days are counted from the target's day, so that the line's value there is its intercept.
        i64::try_from((y * xx - x * xy) / spread).ok().map(Figure)
    }

    /// How it is doing.
    pub fn course(&self) -> Course {
        let Some(target) = self.measure.target else { return Course::NoTarget };
        let reaches = |value: Figure| match self.measure.better {
            Better::Higher => value >= target.value,
            Better::Lower => value <= target.value,
        };
        match (self.latest(), self.forecast()) {
            (Some(latest), _) if reaches(latest.value) => Course::Reached,
            (Some(_), Some(forecast)) if reaches(forecast) => Course::OnCourse,
            (Some(_), Some(_)) => Course::Behind,
            _ => Course::Unknown,
        }
    }
}

/// Days from `from` to `to`.
fn days(from: Date, to: Date) -> i128 {
    (to - from).get_days().into()
}

impl Measure {
    fn demand(&self, lacks: &mut Refusals) {
        lacks.text("name", &self.name, 3..=200);
        lacks.text("unit", &self.unit, 1..=40);
        lacks.text("source", &self.source, 0..=200);
        if let (Some(baseline), Some(target)) = (self.baseline, self.target) {
            lacks.period("target", baseline.on, target.on);
        }
        if let Some(kolada) = &self.kolada {
            kolada.demand(lacks);
        }
    }
}

/// Define an indicator of a goal.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorDefine {
    /// Its identity, not yet taken.
    pub id: IndicatorId,
    /// The goal it measures.
    pub goal: GoalId,
    /// What it measures.
    pub measure: Measure,
}

impl Rule for IndicatorDefine {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.goals.indicators.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        town.goals.demand_goal(&mut lacks, &self.goal, stamp.date);
        self.measure.demand(&mut lacks);
        lacks.end()?;
        let indicator =
            Indicator { id: self.id.clone(), goal: self.goal.clone(), measure: self.measure.clone(), values: Vector::new(), fetched: None };
        Ok(vec![Event::IndicatorDefined(indicator).into()])
    }
}

/// Define an indicator anew: its values stay.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRedefine {
    /// Which.
    pub id: IndicatorId,
    /// What it measures from now on.
    pub measure: Measure,
}

impl Rule for IndicatorRedefine {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(town.goals.indicators.has(&self.id), Refusal::new("indicator-unknown").at("id"));
        self.measure.demand(&mut lacks);
        lacks.end()?;
        Ok(vec![Event::IndicatorRedefined { id: self.id.clone(), measure: self.measure.clone() }.into()])
    }
}

/// Enter a value of an indicator; a value of the same day is replaced.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorMeasure {
    /// Which.
    pub id: IndicatorId,
    /// The day the value holds for, not in the future.
    pub on: Date,
    /// The value.
    pub value: Figure,
}

impl Rule for IndicatorMeasure {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(town.goals.indicators.has(&self.id), Refusal::new("indicator-unknown").at("id"));
        lacks.unless(self.on <= stamp.date, Refusal::new("date-in-future").at("on").with("date", self.on));
        lacks.end()?;
        Ok(vec![Event::IndicatorMeasured { id: self.id.clone(), reading: Reading { on: self.on, value: self.value } }.into()])
    }
}

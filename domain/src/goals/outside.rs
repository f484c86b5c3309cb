//! Key figures from outside: values of an indicator that the municipality does not measure itself but takes
//! from Kolada (RKA), whose figures may be revised or withdrawn without notice.

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::{Event, Indicator, Reading};
use crate::{Date, Event as AnyEvent, IndicatorId, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// Where in Kolada an indicator's values stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kolada {
    /// The key figure, such as `N00945`: a letter N or U and five figures.
    pub kpi: String,
    /// The municipality's code, four figures, such as `0126`.
    pub municipality: String,
}

impl Kolada {
    pub(super) fn demand(&self, lacks: &mut Refusals) {
        let figures = |text: &str, count: usize| text.len() == count && text.bytes().all(|sign| sign.is_ascii_digit());
        let kpi = self.kpi.strip_prefix(['N', 'U']).is_some_and(|rest| figures(rest, 5));
        lacks.unless(kpi, Refusal::new("kolada-kpi-wrong").at("kpi"));
        lacks.unless(figures(&self.municipality, 4), Refusal::new("kolada-municipality-wrong").at("municipality"));
    }
}

/// When values were last fetched, and whether the key figure was still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fetched {
    /// The day.
    pub on: Date,
    /// Whether Kolada no longer has the key figure.
    pub withdrawn: bool,
}

impl Indicator {
    /// Which of `readings` say something new: a day without a value, or another value than before.
    pub fn news<'a>(&'a self, readings: &'a [Reading]) -> impl Iterator<Item = &'a Reading> {
        readings.iter().filter(|reading| !self.values.contains(reading))
    }
}

/// Take in values fetched from Kolada.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorImport {
    /// Which indicator; it must be tied to a key figure of Kolada's.
    pub id: IndicatorId,
    /// The key figure the values were fetched for, so that an answer for another is refused.
    pub kpi: String,
    /// The values, each on the last day of its year; up to 400.
    #[serde(default)]
    pub readings: Vec<Reading>,
    /// Whether Kolada no longer has the key figure. Its values so far stay.
    #[serde(default)]
    pub withdrawn: bool,
}

/// The most values one import takes.
const MOST: usize = 400;

impl Rule for IndicatorImport {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(indicator) = town.goals.indicators.get(&self.id) else {
            return Err(Refusal::new("indicator-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        let tied = indicator.measure.kolada.as_ref().is_some_and(|kolada| kolada.kpi == self.kpi);
        lacks.unless(tied, Refusal::new("kolada-other-kpi").at("kpi").with("kpi", self.kpi.as_str()));
        lacks.unless(self.readings.len() <= MOST, Refusal::new("readings-many").at("readings").with("most", MOST));
        for ahead in self.readings.iter().filter(|reading| reading.on > stamp.date) {
            lacks.add(Refusal::new("date-in-future").at("readings").with("date", ahead.on));
        }
        lacks.end()?;
        let readings: Vector<Reading> = indicator.news(&self.readings).copied().collect();
        let fetched = Fetched { on: stamp.date, withdrawn: self.withdrawn };
        Ok(vec![Event::IndicatorImported { id: self.id.clone(), readings, fetched }.into()])
    }
}

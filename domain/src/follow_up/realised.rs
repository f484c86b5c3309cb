//! Realised against planned: what benefits have come to, by class, unit or source of money.

use std::collections::BTreeMap;

use crate::initiatives::{Benefit, Initiative};
use crate::{Municipality, Ore};

/// What a group of delivered benefits was to be, and what it has come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Realised {
    /// How many benefits of delivered initiatives.
    pub benefits: usize,
    /// How many of them have at least one attested outcome.
    pub attested: usize,
    /// How many of those have reached their target.
    pub reached: usize,
    /// What the attested ones were to be worth in the year they were last measured, in öre; red counts nothing.
    pub planned: Ore,
    /// What they were worth by the latest outcome, in öre a year.
    pub realised: Ore,
}

impl Realised {
    /// Realised of planned, in permille; nothing where nothing was planned in money.
    pub fn share(&self) -> Option<i64> {
        (self.planned > Ore::ZERO)
            .then(|| i128::from(self.realised.0) * 1000 / i128::from(self.planned.0))
            .and_then(|share| i64::try_from(share).ok())
    }

    fn add(&mut self, town: &Municipality, benefit: &Benefit) {
        self.benefits += 1;
        let Some(outcome) = town.follow_up.latest(&benefit.id) else { return };
        self.attested += 1;
        self.reached += usize::from(benefit.measure.reached(outcome.value).is_some_and(|permille| permille >= 1000));
        self.planned += benefit.in_year(outcome.date.year()).likely;
        self.realised += outcome.money.unwrap_or_default();
    }
}

/// Realised against planned of all delivered benefits, group by group.
pub fn realised<K: Ord>(town: &Municipality, group: impl Fn(&Initiative, &Benefit) -> K) -> BTreeMap<K, Realised> {
    let mut groups: BTreeMap<K, Realised> = BTreeMap::new();
    for initiative in town.initiatives.values().filter(|initiative| initiative.phase.is_delivered()) {
        for benefit in initiative.case.benefits.values() {
            groups.entry(group(initiative, benefit)).or_default().add(town, benefit);
        }
    }
    groups
}

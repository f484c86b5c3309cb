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
    /// How far the attested ones have come from baseline to target, added up, each in permille from nought to twice the way.
    pub way: i64,
}

impl Realised {
    /// Realised of planned, in permille; nothing where nothing was planned in money.
    pub fn share(&self) -> Option<i64> {
        (self.planned > Ore::ZERO)
            .then(|| i128::from(self.realised.0) * 1000 / i128::from(self.planned.0))
            .and_then(|share| i64::try_from(share).ok())
    }

    /// How much of what was promised has come true, in permille: in money where money was promised, else
    /// the mean of how far each attested measure has come; nothing before something is attested.
    pub fn come_true(&self) -> Option<i64> {
        self.share().or_else(|| i64::try_from(self.attested).ok().filter(|count| *count > 0).map(|count| self.way / count))
    }

    fn add(&mut self, town: &Municipality, benefit: &Benefit) {
        self.benefits += 1;
        let Some(outcome) = town.follow_up.latest(&benefit.id) else { return };
        self.attested += 1;
        let reached = benefit.measure.reached(outcome.value);
        self.reached += usize::from(reached.is_some_and(|permille| permille >= 1000));
        self.way += reached.unwrap_or(0).clamp(0, 2000);
        self.planned += benefit.in_year(outcome.date.year()).likely;
        self.realised += outcome.money.unwrap_or_default();
    }
}

/// Realised against planned of all delivered benefits, group by group. A benefit may count in several
/// groups, as one that serves two goals does, and then in each of them whole.
pub fn realised<K: Ord, G: IntoIterator<Item = K>>(
    town: &Municipality,
    groups_of: impl Fn(&Initiative, &Benefit) -> G,
) -> BTreeMap<K, Realised> {
    let mut groups: BTreeMap<K, Realised> = BTreeMap::new();
    for initiative in town.initiatives.values().filter(|initiative| initiative.phase.is_delivered()) {
        for benefit in initiative.case.benefits.values() {
            for group in groups_of(initiative, benefit) {
                groups.entry(group).or_default().add(town, benefit);
            }
        }
    }
    groups
}

/// Realised against planned of one initiative; nothing counted before it is delivered.
pub fn realised_of(town: &Municipality, initiative: &Initiative) -> Realised {
    let mut sum = Realised::default();
    for benefit in initiative.case.benefits.values().filter(|_| initiative.phase.is_delivered()) {
        sum.add(town, benefit);
    }
    sum
}

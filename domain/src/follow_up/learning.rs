//! Learning: what the municipality's own outcomes say about a new case, with published figures as the
//! starting point, and how much each counts (DOMAIN.md B3; method in `docs/decisions/0007-learning.md`).
//!
//! A figure is shrunk in two steps, each in whole permille: all own outcomes towards the published
//! figure, and the outcomes of the size class towards that. `n` own outcomes count `n : STARTING`
//! against what they are shrunk towards, so that three outcomes move a little and thirty decide.

use super::realised_of;
use crate::initiatives::{Initiative, Size};
use crate::{Date, Municipality};

/// How many outcomes what was known before counts as.
pub const STARTING: i64 = 10;
/// No outcome counts as more than ten times what was planned: IT projects have tails so long that a mean
/// without a cap says nothing (Flyvbjerg et al. 2025: Pareto exponent at most one).
pub const CAP: i64 = 9000;
/// What counts as gravely wrong, in permille: more than half dearer or longer, or less than half the benefit.
pub const GRAVELY: i64 = 500;

/// What is foreseen in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Foreseen {
    /// The cost until delivery, over the first budget.
    Cost,
    /// The time until delivery, over the first plan.
    Time,
    /// The benefit, over what was promised; less than nought is less.
    Benefit,
}

/// A published figure.
#[derive(Debug, PartialEq, Eq)]
pub struct Published {
    /// What it is about.
    pub of: Foreseen,
    /// The mean over plan, in permille.
    pub mean: i64,
    /// The share that came out gravely wrong, in permille.
    pub grave: i64,
}

/// What is published on IT projects; the decision record says which figure is taken from where. Of benefit
/// no comparable figure was found, so there own outcomes stand alone.
pub const PUBLISHED: [Published; 2] = [
    // Mean overrun 27 % of 1 471 projects (Flyvbjerg & Budzier 2011); 18 % of 5 392 over by more than half (Flyvbjerg et al. 2022).
    Published { of: Foreseen::Cost, mean: 270, grave: 180 },
    // Duration of equipment and development projects 54 % over (Mott MacDonald 2002); one in six about 70 % late (Flyvbjerg & Budzier 2011).
    Published { of: Foreseen::Time, mean: 540, grave: 167 },
];

impl Foreseen {
    /// All three, in the order pages list them.
    pub const ALL: [Self; 3] = [Self::Cost, Self::Time, Self::Benefit];

    /// What is published about it.
    pub fn published(self) -> Option<&'static Published> {
        PUBLISHED.iter().find(|published| published.of == self)
    }

    /// Whether an outcome is gravely wrong.
    fn is_grave(self, over: i64) -> bool {
        match self {
            Self::Cost | Self::Time => over > GRAVELY,
            Self::Benefit => over < -GRAVELY,
        }
    }

    /// What became of it in an initiative, in permille over plan, capped; nothing until it is known.
    fn outcome(self, town: &Municipality, initiative: &Initiative) -> Option<i64> {
        let work = initiative.delivery.as_ref()?;
        let over = |became: i64, planned: i64| (planned > 0).then(|| i128::from(became - planned) * 1000 / i128::from(planned));
        let days = |from: Date, to: Date| to.since(from).map_or(0, |span| i64::from(span.get_days()));
        let over = match self {
            Self::Cost => over(work.cost?.0, work.plan.budget.0)?,
            Self::Time => over(days(work.plan.start, work.delivered?), days(work.plan.start, work.plan.end))?,
            Self::Benefit => i128::from(realised_of(town, initiative).come_true()?) - 1000,
        };
        i64::try_from(over.clamp(-1000, i128::from(CAP))).ok()
    }
}

/// Outcomes of a reference class, in permille over plan, the smallest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes(Vec<i64>);

impl Outcomes {
    /// What became of something in all delivered initiatives that fit.
    pub fn of(town: &Municipality, foreseen: Foreseen, fits: impl Fn(&Initiative) -> bool) -> Self {
        let delivered = town.initiatives.values().filter(|initiative| initiative.phase.is_delivered() && fits(initiative));
        let mut found: Vec<i64> = delivered.filter_map(|initiative| foreseen.outcome(town, initiative)).collect();
        found.sort_unstable();
        Self(found)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The outcomes themselves.
    pub fn all(&self) -> &[i64] {
        &self.0
    }

    /// The smallest outcome that at least this share (permille) do not exceed.
    pub fn quantile(&self, permille: usize) -> Option<i64> {
        let place = (self.0.len() * permille).div_ceil(1000).max(1) - 1;
        self.0.get(place).copied()
    }

    fn sum(&self) -> i64 {
        self.0.iter().sum()
    }

    fn grave(&self, foreseen: Foreseen) -> i64 {
        i64::try_from(self.0.iter().filter(|over| foreseen.is_grave(**over)).count()).unwrap_or(i64::MAX)
    }

    fn count(&self) -> i64 {
        i64::try_from(self.0.len()).unwrap_or(i64::MAX)
    }
}

/// What is expected of a new case, in permille over plan, and what that rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// What is foreseen.
    pub of: Foreseen,
    /// The expected mean over plan.
    pub over: i64,
    /// The expected share that comes out gravely wrong, in permille.
    pub grave: i64,
    /// The outcomes of initiatives of the same size.
    pub class: Outcomes,
    /// All own outcomes.
    pub own: Outcomes,
    /// How much each counts, in permille: the size class, all own outcomes, what is published. They make a thousand.
    pub weights: [i64; 3],
}

/// What is expected of a new case of a size; nothing where neither anything is published nor known.
pub fn expectation(town: &Municipality, foreseen: Foreseen, size: Size) -> Option<Expectation> {
    let own = Outcomes::of(town, foreseen, |_| true);
    let class = Outcomes::of(town, foreseen, |initiative| initiative.size(town, initiative.phase_since) == size);
    let published = foreseen.published();
    if published.is_none() && own.is_empty() {
        return None;
    }
    let start = if published.is_some() { STARTING } else { 0 };
    let shrunk = |prior: i64, weight: i64, sum: i64, count: i64| (prior * weight + sum).checked_div(weight + count).unwrap_or(prior);
    let all = shrunk(published.map_or(0, |figure| figure.mean), start, own.sum(), own.count());
    let all_grave = shrunk(published.map_or(0, |figure| figure.grave), start, own.grave(foreseen) * 1000, own.count());
    let by_class = class.count() * 1000 / (STARTING + class.count());
    let by_own = (own.count() * (1000 - by_class)).checked_div(start + own.count()).unwrap_or(0);
    Some(Expectation {
        of: foreseen,
        over: shrunk(all, STARTING, class.sum(), class.count()),
        grave: shrunk(all_grave, STARTING, class.grave(foreseen) * 1000, class.count()),
        weights: [by_class, by_own, 1000 - by_class - by_own],
        class,
        own,
    })
}

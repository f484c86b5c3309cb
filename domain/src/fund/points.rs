//! Points: from scores to one exact number. Pure, in whole numbers only.

use serde::{Deserialize, Serialize};

use super::{Application, Criterion, Round};
use crate::{CriterionId, PersonId};

/// The weighted score of an application: Σ weight (permille) × score (thousandths of a step on the
/// scale 0–5), hence 0–5 000 000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(pub u32);

impl Points {
    /// The points there are at most.
    pub const MOST: Self = Self(5_000_000);

    /// Permille of the most there are, rounded half up: what people are shown, as 0–100.0.
    pub fn permille(self) -> u32 {
        (self.0 + 2500) / 5000
    }
}

/// What the assessors gave on one criterion, and what counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The criterion.
    pub criterion: CriterionId,
    /// Each assessor's score, in the order they came.
    pub given: Vec<(PersonId, u8)>,
    /// The moderated score, where there is one.
    pub moderated: Option<u8>,
}

impl Tally {
    pub(super) fn of(application: &Application, criterion: &Criterion) -> Self {
        let given = application
            .counting()
            .filter_map(|assessment| assessment.score_on(&criterion.id).map(|score| (assessment.by.clone(), score.score)));
        Self {
            criterion: criterion.id.clone(),
            given: given.collect(),
            moderated: application.moderation_of(&criterion.id).map(|moderation| moderation.score),
        }
    }

    /// The lowest score given.
    pub fn lowest(&self) -> Option<u8> {
        self.given.iter().map(|(_, score)| *score).min()
    }

    /// The highest score given.
    pub fn highest(&self) -> Option<u8> {
        self.given.iter().map(|(_, score)| *score).max()
    }

    /// How far apart the highest and the lowest score are.
    pub fn spread(&self) -> u8 {
        self.highest().zip(self.lowest()).map_or(0, |(highest, lowest)| highest - lowest)
    }

    /// The mean in thousandths of a step, rounded half up.
    pub fn mean(&self) -> Option<u32> {
        let count = u32::try_from(self.given.len()).ok().filter(|count| *count > 0)?;
        let sum: u32 = self.given.iter().map(|(_, score)| u32::from(*score)).sum();
        Some((sum * 2000 + count) / (2 * count))
    }

    /// What counts, in thousandths of a step: the moderated score, else the mean.
    pub fn counted(&self) -> Option<u32> {
        self.moderated.map(|score| u32::from(score) * 1000).or_else(|| self.mean())
    }

    /// Whether the spread still has to be moderated.
    pub fn needs_moderation(&self, round: &Round) -> bool {
        self.moderated.is_none() && self.spread() >= round.wide_spread
    }
}

/// What keeps an application from being ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unready {
    /// Too few assessors have scored it.
    Assessors,
    /// A wide spread is not yet moderated.
    Moderation,
}

/// Every criterion's tally, in the round's order.
pub(crate) fn tallies(application: &Application, round: &Round) -> Vec<Tally> {
    round.criteria.iter().map(|criterion| Tally::of(application, criterion)).collect()
}

/// An application's points, once enough assessors have scored it and wide spreads are moderated.
pub(crate) fn points(application: &Application, round: &Round) -> Result<Points, Unready> {
    if application.scored_by() < usize::from(round.least_assessors) {
        return Err(Unready::Assessors);
    }
    let tallies = tallies(application, round);
    if tallies.iter().any(|tally| tally.needs_moderation(round)) {
        return Err(Unready::Moderation);
    }
    let weighted = round.criteria.iter().zip(&tallies).map(|(criterion, tally)| u32::from(criterion.weight) * tally.counted().unwrap_or(0));
    Ok(Points(weighted.sum()))
}

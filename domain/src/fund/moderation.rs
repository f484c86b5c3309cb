//! Moderation: where assessors differ widely, the coordinator sets one score after hearing them,
//! with a reason. Everybody's own score stays.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Event, Tally};
use crate::{ApplicationId, CriterionId, Date, Event as AnyEvent, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// A moderated score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moderation {
    /// The criterion.
    pub criterion: CriterionId,
    /// The score that counts, within what the assessors gave.
    pub score: u8,
    /// Why.
    pub reason: String,
    /// Who moderated.
    pub by: PersonId,
    /// The day.
    pub date: Date,
}

/// Moderate a criterion where the assessors differ widely.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreModerate {
    /// The application.
    pub application: ApplicationId,
    /// The criterion.
    pub criterion: CriterionId,
    /// The score that shall count, from the lowest to the highest given.
    pub score: u8,
    /// Why, 10–1 000 characters.
    pub reason: String,
}

impl Rule for ScoreModerate {
    fn about(&self) -> Subject {
        (&self.application).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let (application, round) = town.fund.unsettled(&self.application)?;
        let Some(criterion) = round.criterion(&self.criterion) else {
            return Err(Refusal::new("criterion-unknown").at("criterion").into());
        };
        let tally = Tally::of(application, criterion);
        let mut lacks = Refusals::none();
        lacks.unless(!application.has_stake(&stamp.who), Refusal::new("interest-bars"));
        lacks.unless(application.scored_by() >= usize::from(round.least_assessors), Refusal::new("assessors-too-few"));
        match (tally.lowest(), tally.highest()) {
            (Some(lowest), Some(highest)) if highest - lowest >= round.wide_spread => {
                lacks.unless((lowest..=highest).contains(&self.score), Refusal::new("moderation-outside").at("score"));
            }
            _ => lacks.add(Refusal::new("spread-small").at("criterion")),
        }
        lacks.text("reason", &self.reason, 10..=1000);
        lacks.end()?;
        let moderation = Arc::new(Moderation {
            criterion: self.criterion.clone(),
            score: self.score,
            reason: self.reason.trim().to_owned(),
            by: stamp.who.clone(),
            date: stamp.date,
        });
        Ok(vec![Event::ScoreModerated { application: application.id.clone(), moderation }.into()])
    }
}

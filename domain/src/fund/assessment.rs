//! Assessments: one assessor's scores with a reason for each, given without seeing anybody else's.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::criterion::TOP;
use super::{Event, Round};
use crate::{ApplicationId, CriterionId, Date, Event as AnyEvent, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// A score with its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The criterion.
    pub criterion: CriterionId,
    /// From 0 to 5, as the criterion's anchors say.
    pub score: u8,
    /// Why, 3–1 000 characters.
    pub reason: String,
}

/// What an assessor came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A score for every criterion of the round.
    Scored(Vec<Score>),
    /// Nothing, and why.
    Abstained(String),
}

/// One assessor's word on an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// Who.
    pub by: PersonId,
    /// The day.
    pub date: Date,
    /// What she came to.
    pub outcome: Outcome,
}

impl Assessment {
    /// The scores, where she did not abstain.
    pub fn scores(&self) -> Option<&[Score]> {
        match &self.outcome {
            Outcome::Scored(scores) => Some(scores),
            Outcome::Abstained(_) => None,
        }
    }

    /// Her score on a criterion.
    pub fn score_on(&self, criterion: &CriterionId) -> Option<&Score> {
        self.scores()?.iter().find(|score| score.criterion == *criterion)
    }
}

/// Score an application on every criterion. Final: afterwards the others' scores are open to see.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssessmentGive {
    /// The application.
    pub application: ApplicationId,
    /// One score for each criterion of the round.
    pub scores: Vec<Score>,
}

impl Rule for AssessmentGive {
    fn about(&self) -> Subject {
        (&self.application).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let round = may_assess(town, &self.application, stamp)?;
        let mut lacks = Refusals::none();
        for criterion in &round.criteria {
            let given: Vec<&Score> = self.scores.iter().filter(|score| score.criterion == criterion.id).collect();
            let [score] = given[..] else {
                lacks.add(Refusal::new("score-missing").at("scores").with("criterion", criterion.name.as_str()));
                continue;
            };
            lacks.unless(score.score <= TOP, Refusal::new("score-out-of-range").at("scores").with("criterion", criterion.name.as_str()));
            let unreasoned = Refusal::new("score-unreasoned").at("scores").with("criterion", criterion.name.as_str());
            lacks.unless(score.reason.trim().chars().count() >= 3, unreasoned);
            lacks.text("scores", &score.reason, 0..=1000);
        }
        lacks.unless(
            self.scores.iter().all(|score| round.criterion(&score.criterion).is_some()),
            Refusal::new("criterion-unknown").at("scores"),
        );
        lacks.end()?;
        let scores = self.scores.iter().map(|score| Score { reason: score.reason.trim().to_owned(), ..score.clone() }).collect();
        Ok(assessed(&self.application, stamp, Outcome::Scored(scores)))
    }
}

/// Abstain from scoring an application. Final, as a score is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssessmentAbstain {
    /// The application.
    pub application: ApplicationId,
    /// Why, 3–1 000 characters.
    pub reason: String,
}

impl Rule for AssessmentAbstain {
    fn about(&self) -> Subject {
        (&self.application).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        may_assess(town, &self.application, stamp)?;
        let mut lacks = Refusals::none();
        lacks.text("reason", &self.reason, 3..=1000);
        lacks.end()?;
        Ok(assessed(&self.application, stamp, Outcome::Abstained(self.reason.trim().to_owned())))
    }
}

/// The round of an application that `stamp.who` may assess now.
fn may_assess<'a>(town: &'a Municipality, id: &ApplicationId, stamp: &Stamp) -> Result<&'a Round, Refusals> {
    let (application, round) = town.fund.unsettled(id)?;
    let mut lacks = Refusals::none();
    lacks.unless(!application.has_stake(&stamp.who), Refusal::new("interest-bars"));
    lacks.unless(application.interest_of(&stamp.who).is_some(), Refusal::new("interest-undeclared"));
    lacks.unless(!application.has_assessed(&stamp.who), Refusal::new("already-assessed"));
    lacks.end()?;
    Ok(round)
}

fn assessed(application: &ApplicationId, stamp: &Stamp, outcome: Outcome) -> Vec<AnyEvent> {
    let assessment = Arc::new(Assessment { by: stamp.who.clone(), date: stamp.date, outcome });
    vec![Event::Assessed { application: application.clone(), assessment }.into()]
}

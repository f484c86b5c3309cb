//! Follow-up: when benefits fall due, what became of them, and what was learnt (report 4.4.2, DOMAIN.md U7).

mod closure;
mod compared;
mod due;
mod learning;
mod outcome;
mod realised;

use serde::{Deserialize, Serialize};

pub use closure::InitiativeClose;
pub use compared::{Compared, Course, compared};
pub use due::{Due, Reminder, dues, dues_of, late};
pub use learning::{CAP, Expectation, Foreseen, GRAVELY, Outcomes, PUBLISHED, Published, STARTING, expectation};
pub use outcome::{Outcome, OutcomeAttest};
pub use realised::{Realised, realised, realised_of};

use crate::act::acts;
use crate::initiatives::FollowUpMonths;
use crate::{BenefitId, Register, Stamp, Standing};

acts! {
    /// Attest what became of a benefit.
    "follow_up.outcome.attest" => OutcomeAttest by [Standing::Responsible];
    /// Close an initiative whose effects are attested.
    "follow_up.initiative.close" => InitiativeClose by [Standing::Lead, Standing::ObjectOwner];
}

/// What has come to be in the follow-up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An outcome was attested.
    OutcomeAttested(Outcome),
}

/// All attested outcomes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FollowUp {
    outcomes: Register<BenefitId, Vec<Outcome>>,
}

impl FollowUp {
    /// The attested outcomes of a benefit, in the order they were attested.
    pub fn outcomes(&self, benefit: &BenefitId) -> &[Outcome] {
        self.outcomes.get(benefit).map_or(&[], Vec::as_slice)
    }

    /// The attested outcome of one follow-up.
    pub fn outcome(&self, benefit: &BenefitId, months: FollowUpMonths) -> Option<&Outcome> {
        self.outcomes(benefit).iter().find(|outcome| outcome.months == months)
    }

    /// The outcome of the latest follow-up attested.
    pub fn latest(&self, benefit: &BenefitId) -> Option<&Outcome> {
        self.outcomes(benefit).iter().max_by_key(|outcome| outcome.months)
    }

    /// How many outcomes are attested in all.
    pub fn len(&self) -> usize {
        self.outcomes.values().map(Vec::len).sum()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty()
    }

    pub(crate) fn fold(&mut self, event: &Event, _: &Stamp) {
        match event {
            Event::OutcomeAttested(outcome) => {
                if !self.outcomes.has(&outcome.benefit) {
                    self.outcomes.enter(outcome.benefit.clone(), Vec::new());
                }
                self.outcomes.alter(&outcome.benefit, |outcomes| outcomes.push(outcome.clone()));
            }
        }
    }
}

//! The fund (digitaliseringspotten): rounds, applications, blind assessment, ranking (report 4.3).
//! The decision itself is taken in the forums room, under a delegation.

mod application;
mod assessment;
mod criterion;
mod deviation;
mod interest;
mod moderation;
mod points;
mod ranking;
mod round;
mod sight;
mod verdict;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use application::{Application, ApplicationSubmit, ApplicationWithdraw, Case, asked};
pub use assessment::{Assessment, AssessmentAbstain, AssessmentGive, Outcome, Score};
pub use criterion::{Aspect, Criterion, TOP};
pub use deviation::{Deviation, DeviationLift, DeviationMake, Placed};
pub use interest::{Interest, InterestDeclare};
pub use moderation::{Moderation, ScoreModerate};
pub use points::{Points, Tally, Unready};
pub use ranking::{Ranked, Ranking, Why};
pub use round::{CriteriaRevise, Round, RoundPlan, RoundState};
pub use sight::{Hidden, Scores, own_assessment, tallies_to_choose_by, visible_ranking, visible_scores};
pub(crate) use verdict::judged;
pub use verdict::{Judged, Verdict};

use crate::act::acts;
use crate::{ApplicationId, Date, InitiativeId, Ore, PersonId, Power, Refusal, Refusals, Register, RoundId, Stamp, Standing, Subject};

/// The largest sum a form of the fund takes: more than any municipality's fund.
pub(crate) const LARGEST: Ore = Ore::kronor(1_000_000_000);

acts! {
    /// Plan a round.
    "fund.round.plan" => RoundPlan by [Standing::DigitalisationDepartment];
    /// Change a round's criteria while nobody has applied yet.
    "fund.criteria.revise" => CriteriaRevise by [Standing::DigitalisationDepartment];
    /// Apply in an open round.
    "fund.application.submit" => ApplicationSubmit by [Standing::Lead];
    /// Withdraw an application.
    "fund.application.withdraw" => ApplicationWithdraw by [Standing::Applicant];
    /// Declare an interest in an application, or that there is none.
    "fund.interest.declare" => InterestDeclare by [Standing::Assessor, Standing::Delegate(Power::FundApplications), Standing::DigitalisationDepartment];
    /// Score an application on every criterion.
    "fund.assessment.give" => AssessmentGive by [Standing::Assessor];
    /// Abstain from scoring an application.
    "fund.assessment.abstain" => AssessmentAbstain by [Standing::Assessor];
    /// Moderate a criterion where assessors differ widely.
    "fund.score.moderate" => ScoreModerate by [Standing::DigitalisationDepartment];
    /// Depart from the ranking, with a reason.
    "fund.deviation.make" => DeviationMake by [Standing::DigitalisationDepartment];
    /// Take a departure from the ranking back.
    "fund.deviation.lift" => DeviationLift by [Standing::DigitalisationDepartment];
}

/// What has come to be in the fund.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A round was planned.
    RoundPlanned(Round),
    /// A round's criteria were changed.
    CriteriaRevised {
        /// The round.
        round: RoundId,
        /// All its criteria.
        criteria: Vec<Criterion>,
    },
    /// An application was submitted.
    ApplicationSubmitted(Application),
    /// An application was withdrawn.
    ApplicationWithdrawn {
        /// Which.
        application: ApplicationId,
        /// The day.
        date: Date,
        /// Why.
        reason: String,
    },
    /// Somebody declared an interest, or that there is none.
    InterestDeclared {
        /// The application.
        application: ApplicationId,
        /// What was declared.
        interest: Interest,
    },
    /// An assessor scored or abstained.
    Assessed {
        /// The application.
        application: ApplicationId,
        /// What she came to.
        assessment: Arc<Assessment>,
    },
    /// A wide spread was moderated.
    ScoreModerated {
        /// The application.
        application: ApplicationId,
        /// The score that counts.
        moderation: Arc<Moderation>,
    },
    /// A person departed from the ranking.
    Deviated {
        /// The application.
        application: ApplicationId,
        /// Where it was placed, and why.
        deviation: Deviation,
    },
    /// A departure was taken back.
    DeviationLifted {
        /// The application.
        application: ApplicationId,
    },
    /// A delegate decided on an application.
    ApplicationDecided {
        /// The application.
        application: ApplicationId,
        /// The decision and what it rested on.
        verdict: Arc<Verdict>,
    },
}

/// All rounds and applications.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fund {
    /// Rounds by identity.
    pub rounds: Register<RoundId, Round>,
    /// Applications by identity, of all rounds.
    pub applications: Register<ApplicationId, Application>,
}

impl Fund {
    /// The round a subject names.
    pub fn round_named(&self, subject: &Subject) -> Option<&Round> {
        match subject {
            Subject::Round(id) => self.rounds.get(id),
            _ => None,
        }
    }

    /// All applications ever submitted in a round, by identity.
    pub fn ever_in(&self, round: &RoundId) -> impl Iterator<Item = &Application> {
        self.applications.values().filter(move |application| application.round == *round)
    }

    /// The applications of a round that have not been withdrawn, by identity.
    pub fn standing_in(&self, round: &RoundId) -> impl Iterator<Item = &Application> {
        self.ever_in(round).filter(|application| application.is_standing())
    }

    /// The money granted in a round so far.
    pub fn granted_in(&self, round: &RoundId) -> Ore {
        self.standing_in(round).filter_map(|application| application.verdict.as_ref()).map(|verdict| verdict.granted).sum()
    }

    /// Whether an initiative has been granted money in any round.
    pub fn has_granted(&self, initiative: &InitiativeId) -> bool {
        let own = self.applications.values().filter(|application| application.initiative == *initiative);
        own.filter_map(|application| application.verdict.as_ref()).any(|verdict| verdict.is_grant())
    }

    /// Where a round stands on a day.
    pub fn state_of(&self, round: &Round, date: Date) -> RoundState {
        let mut standing = self.standing_in(&round.id).peekable();
        if date < round.opens {
            RoundState::Planned
        } else if round.is_open(date) {
            RoundState::Open
        } else if standing.peek().is_some() && standing.all(|application| application.verdict.is_some()) {
            RoundState::Decided
        } else {
            RoundState::Closed
        }
    }

    /// The applications `who` still has to declare an interest in or assess, in the rounds she assesses.
    pub fn waiting_for<'a>(&'a self, who: &'a PersonId, round: &'a RoundId) -> impl Iterator<Item = &'a Application> {
        self.standing_in(round)
            .filter(move |application| application.verdict.is_none() && !application.has_stake(who) && !application.has_assessed(who))
    }

    /// An application that stands and has no decision, with its round.
    pub(crate) fn undecided(&self, id: &ApplicationId) -> Result<(&Application, &Round), Refusals> {
        let found = self.applications.get(id).and_then(|application| Some((application, self.rounds.get(&application.round)?)));
        let Some((application, round)) = found else {
            return Err(Refusal::new("application-unknown").at("application").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(application.is_standing(), Refusal::new("application-withdrawn"));
        lacks.unless(application.verdict.is_none(), Refusal::new("application-decided"));
        lacks.end()?;
        Ok((application, round))
    }

    /// The same, in a round where nothing is decided yet: with the first decision the round's scores and
    /// ranking stand, or two decisions of one round could rest on different rankings.
    pub(crate) fn unsettled(&self, id: &ApplicationId) -> Result<(&Application, &Round), Refusals> {
        let (application, round) = self.undecided(id)?;
        if self.standing_in(&round.id).any(|other| other.verdict.is_some()) {
            return Err(Refusal::new("round-settled").into());
        }
        Ok((application, round))
    }

    pub(crate) fn fold(&mut self, event: &Event, _: &Stamp) {
        match event {
            Event::RoundPlanned(round) => self.rounds.enter(round.id.clone(), round.clone()),
            Event::CriteriaRevised { round, criteria } => self.rounds.alter(round, |round| round.criteria.clone_from(criteria)),
            Event::ApplicationSubmitted(application) => self.applications.enter(application.id.clone(), application.clone()),
            Event::ApplicationWithdrawn { application, date, reason } => {
                self.applications.alter(application, |application| application.withdrawn = Some((*date, reason.clone())));
            }
            Event::InterestDeclared { application, interest } => {
                self.applications.alter(application, |application| application.interests.push(interest.clone()));
            }
            Event::Assessed { application, assessment } => {
                self.applications.alter(application, |application| application.assessments.push(Arc::clone(assessment)));
            }
            Event::ScoreModerated { application, moderation } => {
                self.applications.alter(application, |application| application.moderations.push(Arc::clone(moderation)));
            }
            Event::Deviated { application, deviation } => {
                self.applications.alter(application, |application| application.deviation = Some(deviation.clone()));
            }
            Event::DeviationLifted { application } => self.applications.alter(application, |application| application.deviation = None),
            Event::ApplicationDecided { application, verdict } => {
                self.applications.alter(application, |application| application.verdict = Some(Arc::clone(verdict)));
            }
        }
    }
}

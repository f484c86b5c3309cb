//! Applications: an initiative's case put forward in a round. What is judged is copied when it is
//! submitted, so that nobody's score rests on a text that changed afterwards.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::assessment::Assessment;
use super::interest::Interest;
use super::moderation::Moderation;
use super::verdict::Verdict;
use super::{Deviation, Event};
use crate::initiatives::{Benefit, Estimate, FinancingSource, Gate, Initiative, Phase, clear};
use crate::{
    ApplicationId, CriterionId, Date, Event as AnyEvent, InitiativeId, Municipality, Ore, PersonId, Refusal, Refusals, RoundId, Rule,
    Stamp, Subject, Timestamp,
};

/// What is judged, frozen as it was submitted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// The initiative with its idea and business case, as they then were.
    pub initiative: Initiative,
    /// The sum asked for: what the case expects of the fund, in öre.
    pub asked: Ore,
    /// The size of the ledger when it was submitted.
    pub basis: u64,
}

impl Case {
    /// The initiative's title.
    pub fn title(&self) -> &str {
        &self.initiative.card.title
    }

    /// What its benefits in kronor are worth over all years; quality is never counted in kronor.
    pub fn worth(&self) -> Estimate {
        self.initiative.case.benefits.values().map(Benefit::total).sum()
    }
}

/// An application.
///
/// Who has scored what is out of reach outside this crate but through [`super::visible_scores`]: blind
/// assessment is not left to the pages to remember.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// Its identity.
    pub id: ApplicationId,
    /// The round.
    pub round: RoundId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// Who applied.
    pub applicant: PersonId,
    /// When it was submitted.
    pub submitted: Timestamp,
    /// What is judged.
    pub case: Arc<Case>,
    /// Declared interests, and declarations that there is none.
    pub interests: Vec<Interest>,
    pub(crate) assessments: Vec<Arc<Assessment>>,
    pub(crate) moderations: Vec<Arc<Moderation>>,
    /// A person's departure from the ranking, where one has been made.
    pub deviation: Option<Deviation>,
    /// Why and on which day it was withdrawn, where it was.
    pub withdrawn: Option<(Date, String)>,
    /// The decision, and what it rested on.
    pub verdict: Option<Arc<Verdict>>,
}

impl Application {
    /// Who has scored it or abstained, in the order it happened. That somebody has is no secret; what is.
    pub fn assessed_by(&self) -> impl Iterator<Item = &PersonId> {
        self.assessments.iter().map(|assessment| &assessment.by)
    }

    /// Whether a person has scored it or abstained.
    pub fn has_assessed(&self, who: &PersonId) -> bool {
        self.assessed_by().any(|by| by == who)
    }

    /// What a person has declared about it.
    pub fn interest_of(&self, who: &PersonId) -> Option<&Interest> {
        self.interests.iter().rev().find(|interest| interest.who == *who)
    }

    /// Whether a person has a stake in it: declared one, or is the applicant.
    pub fn has_stake(&self, who: &PersonId) -> bool {
        self.applicant == *who || self.interest_of(who).is_some_and(|interest| interest.reason.is_some())
    }

    /// Whether it takes part: submitted and not withdrawn.
    pub fn is_standing(&self) -> bool {
        self.withdrawn.is_none()
    }

    /// How many have scored it, abstentions not counted.
    pub fn scored_by(&self) -> usize {
        self.counting().count()
    }

    /// The assessments that count: an interest that comes to light later strikes the score out.
    pub(crate) fn counting(&self) -> impl Iterator<Item = &Assessment> {
        self.assessments.iter().map(Arc::as_ref).filter(|assessment| assessment.scores().is_some() && !self.has_stake(&assessment.by))
    }

    /// The moderated score of a criterion.
    pub(crate) fn moderation_of(&self, criterion: &CriterionId) -> Option<&Moderation> {
        self.moderations.iter().rev().find(|moderation| moderation.criterion == *criterion).map(Arc::as_ref)
    }
}

/// Apply: put an initiative's business case forward in an open round.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicationSubmit {
    /// Its identity, not yet taken.
    pub id: ApplicationId,
    /// The round, open today.
    pub round: RoundId,
    /// The initiative; its case is handed in, complete, and expects money of the fund.
    pub initiative: InitiativeId,
}

impl Rule for ApplicationSubmit {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn within(&self) -> Subject {
        (&self.initiative).into()
    }

    fn told_on(&self, _: &Municipality) -> Vec<Subject> {
        vec![(&self.initiative).into(), (&self.round).into()]
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        let round = town.fund.rounds.get(&self.round).ok_or_else(|| Refusal::new("round-unknown").at("round"))?;
        clear(town, initiative, Gate::Case, stamp.date)?;
        let asked = asked(initiative);
        let mut lacks = Refusals::none();
        lacks.unless(!town.fund.applications.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        let closed = Refusal::new("round-not-open").at("round").with("opens", round.opens).with("closes", round.closes);
        lacks.unless(round.is_open(stamp.date), closed);
        lacks.unless(!round.criteria.is_empty(), Refusal::new("round-without-criteria").at("round"));
        lacks.unless(initiative.phase == Phase::Decision, Refusal::new("case-not-handed-in").at("initiative"));
        lacks.unless(asked > Ore::ZERO, Refusal::new("asked-nothing").at("initiative"));
        lacks.money("initiative", asked, round.money);
        let again = town.fund.standing_in(&self.round).any(|other| other.initiative == self.initiative);
        lacks.unless(!again, Refusal::new("already-applied").at("initiative"));
        lacks.end()?;
        let application = Application {
            id: self.id.clone(),
            round: self.round.clone(),
            initiative: self.initiative.clone(),
            applicant: stamp.who.clone(),
            submitted: stamp.at,
            case: Arc::new(Case { initiative: initiative.clone(), asked, basis: town.size }),
            interests: Vec::new(),
            assessments: Vec::new(),
            moderations: Vec::new(),
            deviation: None,
            withdrawn: None,
            verdict: None,
        };
        Ok(vec![Event::ApplicationSubmitted(application).into()])
    }
}

/// What an initiative's case expects of the fund, in öre.
pub fn asked(initiative: &Initiative) -> Ore {
    initiative.case.financing.iter().filter(|line| line.source == FinancingSource::Fund).map(|line| line.amount).sum()
}

/// Withdraw an application that has no decision yet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicationWithdraw {
    /// Which.
    pub application: ApplicationId,
    /// Why, 3–1 000 characters.
    pub reason: String,
}

impl Rule for ApplicationWithdraw {
    fn about(&self) -> Subject {
        (&self.application).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let (application, _) = town.fund.undecided(&self.application)?;
        let mut lacks = Refusals::none();
        lacks.text("reason", &self.reason, 3..=1000);
        lacks.end()?;
        let reason = self.reason.trim().to_owned();
        Ok(vec![Event::ApplicationWithdrawn { application: application.id.clone(), date: stamp.date, reason }.into()])
    }
}

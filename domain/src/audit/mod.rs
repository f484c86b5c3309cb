//! What the auditors ask, advise and are answered: the eight questions of the report computed from
//! all other rooms, and every recommendation with its answer, its measures and their evidence
//! (report 2.1, 3 and 5).

mod advice;
mod answer;
mod measure;
mod method;
mod questions;
mod review;

use serde::{Deserialize, Serialize};

pub use advice::{Advice, AdviceGive, AdviceJudge, AdviceRespond, Finding, Progress, Response};
pub use answer::{Answer, Criterion, Exception, NO_BELOW, Verdict, YES_FROM, YES_NEEDS_OF_EACH};
pub use measure::{Completion, Measure, MeasureComplete, MeasurePlan};
pub use method::{Asked, Method, MethodEstablish, MethodLift, Work};
pub use questions::answers;
pub use review::{Review, ReviewRecord};

use crate::act::acts;
use crate::{AdviceId, Date, MeasureId, MethodId, Register, ReviewId, Stamp, Standing};

acts! {
    /// Record a review.
    "audit.review.record" => ReviewRecord by [Standing::Auditor, Standing::Secretary];
    /// Record an advice of a review.
    "audit.advice.give" => AdviceGive by [Standing::Auditor, Standing::Secretary];
    /// Record a body's answer to an advice.
    "audit.advice.respond" => AdviceRespond by [Standing::Secretary];
    /// Record what a later review found of an advice.
    "audit.advice.judge" => AdviceJudge by [Standing::Auditor];
    /// Plan a measure.
    "audit.measure.plan" => MeasurePlan by [Standing::DigitalisationDepartment, Standing::Secretary];
    /// Report a measure as done.
    "audit.measure.complete" => MeasureComplete by [Standing::Responsible, Standing::DigitalisationDepartment];
    /// Establish a method for some kinds of work.
    "audit.method.establish" => MethodEstablish by [Standing::DigitalisationDepartment, Standing::Secretary];
    /// Lift a method.
    "audit.method.lift" => MethodLift by [Standing::DigitalisationDepartment, Standing::Secretary];
}

/// What has come to be in the audit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A review was recorded.
    ReviewRecorded(Review),
    /// An advice was given.
    AdviceGiven(Advice),
    /// An advice was answered by its body.
    AdviceAnswered {
        /// Which.
        id: AdviceId,
        /// The answer.
        response: Response,
    },
    /// A later review looked at an advice again.
    AdviceJudged {
        /// Which.
        id: AdviceId,
        /// What it found.
        finding: Finding,
    },
    /// A measure was planned.
    MeasurePlanned(Measure),
    /// A measure was done.
    MeasureCompleted {
        /// Which.
        id: MeasureId,
        /// How.
        done: Completion,
    },
    /// A method was established.
    MethodEstablished(Method),
    /// A method was lifted.
    MethodLifted {
        /// Which.
        id: MethodId,
        /// Its last day.
        to: Date,
    },
}

/// All reviews, advices, measures and methods.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Audit {
    /// Reviews by identity.
    pub reviews: Register<ReviewId, Review>,
    /// Advices by identity.
    pub advices: Register<AdviceId, Advice>,
    /// Measures by identity.
    pub measures: Register<MeasureId, Measure>,
    /// Methods by identity.
    pub methods: Register<MethodId, Method>,
}

impl Audit {
    /// The advices of a review, in its order.
    pub fn advices_of(&self, review: &ReviewId) -> Vec<&Advice> {
        let mut advices: Vec<&Advice> = self.advices.values().filter(|advice| advice.review == *review).collect();
        advices.sort_by_key(|advice| advice.number);
        advices
    }

    /// The measures that heed an advice.
    pub fn measures_of(&self, advice: &AdviceId) -> impl Iterator<Item = &Measure> {
        self.measures.values().filter(move |measure| measure.advice == *advice)
    }

    /// The methods in force on a day that ask something of a kind of work.
    pub fn methods_of(&self, asked: Asked, of: Work, date: Date) -> impl Iterator<Item = &Method> {
        self.methods.values().filter(move |method| method.holds(asked, of, date))
    }

    pub(crate) fn fold(&mut self, event: &Event, _: &Stamp) {
        match event {
            Event::ReviewRecorded(review) => self.reviews.enter(review.id.clone(), review.clone()),
            Event::AdviceGiven(advice) => self.advices.enter(advice.id.clone(), advice.clone()),
            Event::AdviceAnswered { id, response } => self.advices.alter(id, |advice| advice.response = Some(response.clone())),
            Event::AdviceJudged { id, finding } => self.advices.alter(id, |advice| advice.findings.push(finding.clone())),
            Event::MeasurePlanned(measure) => self.measures.enter(measure.id.clone(), measure.clone()),
            Event::MeasureCompleted { id, done } => self.measures.alter(id, |measure| measure.done = Some(done.clone())),
            Event::MethodEstablished(method) => self.methods.enter(method.id.clone(), method.clone()),
            Event::MethodLifted { id, to } => self.methods.alter(id, |method| method.to = Some(*to)),
        }
    }
}

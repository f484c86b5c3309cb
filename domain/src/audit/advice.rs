//! Advice: what the auditors recommend, what the body answers, and whether a later review finds it
//! heeded (report 5, cover letter; DOMAIN A2).

use serde::{Deserialize, Serialize};

use super::{Event, Verdict};
use crate::forums::Decider;
use crate::{AdviceId, Date, DecisionId, Event as AnyEvent, Municipality, Refusal, Refusals, ReviewId, Rule, Stamp, Subject, UnitId};

/// A recommendation of the auditors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Advice {
    /// Its identity.
    pub id: AdviceId,
    /// The review that gave it.
    pub review: ReviewId,
    /// Its place in the review, from 1.
    pub number: u8,
    /// The body it is given to.
    pub to: UnitId,
    /// Its wording.
    pub text: String,
    /// The last day for the body's answer.
    pub due: Date,
    /// The body's answer (yttrande).
    pub response: Option<Response>,
    /// What later reviews found, oldest first.
    pub findings: Vec<Finding>,
}

/// A body's answer to an advice: always a decision of that body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The body's decision.
    pub decision: DecisionId,
    /// The day of the decision, copied so that it stands whatever comes of the log.
    pub date: Date,
    /// What was answered.
    pub text: String,
}

/// What the auditors later found of an advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The review that followed it up.
    pub review: ReviewId,
    /// The day it was found.
    pub date: Date,
    /// Whether the advice had been heeded.
    pub heeded: Verdict,
    /// Why, in the auditors' words.
    pub text: String,
}

/// How far the answering of an advice has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// The answer or a measure is late.
    Overdue,
    /// Something remains to be done, in time.
    Open,
    /// Answered, and every measure is done; the auditors have not yet looked again.
    Done,
    /// The auditors have found it heeded.
    Closed,
}

impl Progress {
    /// Its code, in texts and in the audit answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Open => "open",
            Self::Done => "done",
            Self::Closed => "closed",
        }
    }
}

impl Advice {
    /// How far it has come on a day.
    pub fn progress(&self, town: &Municipality, date: Date) -> Progress {
        let undone = || town.audit.measures_of(&self.id).filter(|measure| measure.done.is_none());
        let unanswered = self.response.is_none();
        if self.findings.last().is_some_and(|finding| finding.heeded == Verdict::Yes) {
            Progress::Closed
        } else if unanswered && self.due < date || undone().any(|measure| measure.due < date) {
            Progress::Overdue
        } else if unanswered || undone().next().is_some() || town.audit.measures_of(&self.id).next().is_none() {
            Progress::Open
        } else {
            Progress::Done
        }
    }
}

/// Record an advice of a review.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceGive {
    /// Its identity, not yet taken.
    pub id: AdviceId,
    /// The review, already recorded.
    pub review: ReviewId,
    /// Its place in the review, from 1.
    pub number: u8,
    /// The body it is given to.
    pub to: UnitId,
    /// Its wording, 3–2 000 characters.
    pub text: String,
    /// The last day for the body's answer, no sooner than the review.
    pub due: Date,
}

impl Rule for AdviceGive {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.audit.advices.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        match town.audit.reviews.get(&self.review) {
            None => lacks.add(Refusal::new("review-unknown").at("review")),
            Some(review) => lacks.period("due", review.date, self.due),
        }
        lacks.unless(self.number > 0, Refusal::new("number-missing").at("number"));
        match town.organisation.units.get(&self.to) {
            None => lacks.add(Refusal::new("unit-unknown").at("to").with("id", self.to.as_str())),
            Some(unit) => lacks.unless(unit.kind.is_body(), Refusal::new("only-bodies-answer").at("to").with("unit", unit.name.as_str())),
        }
        lacks.text("text", &self.text, 3..=2000);
        lacks.end()?;
        let advice = Advice {
            id: self.id.clone(),
            review: self.review.clone(),
            number: self.number,
            to: self.to.clone(),
            text: self.text.trim().to_owned(),
            due: self.due,
            response: None,
            findings: Vec::new(),
        };
        Ok(vec![Event::AdviceGiven(advice).into()])
    }
}

/// Record a body's answer to an advice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceRespond {
    /// Which advice.
    pub id: AdviceId,
    /// The decision by which the body answered, already in the log.
    pub decision: DecisionId,
    /// What was answered, 3–4 000 characters.
    pub text: String,
}

impl Rule for AdviceRespond {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(advice) = town.audit.advices.get(&self.id) else {
            return Err(Refusal::new("advice-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(advice.response.is_none(), Refusal::new("already-answered"));
        lacks.text("text", &self.text, 3..=4000);
        let Some(decision) = town.forums.decisions.get(&self.decision) else {
            lacks.add(Refusal::new("decision-unknown").at("decision"));
            return Err(lacks);
        };
        lacks.unless(decision.by == Decider::Body(advice.to.clone()), Refusal::new("answered-by-another").at("decision"));
        lacks.end()?;
        let response = Response { decision: decision.id.clone(), date: decision.date, text: self.text.trim().to_owned() };
        Ok(vec![Event::AdviceAnswered { id: self.id.clone(), response }.into()])
    }
}

/// Record what a later review found of an advice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdviceJudge {
    /// Which advice.
    pub id: AdviceId,
    /// The review that followed it up: not the one that gave it.
    pub review: ReviewId,
    /// Whether the advice had been heeded.
    pub heeded: Verdict,
    /// Why, 3–4 000 characters.
    pub text: String,
}

impl Rule for AdviceJudge {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(advice) = town.audit.advices.get(&self.id) else {
            return Err(Refusal::new("advice-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(town.audit.reviews.has(&self.review), Refusal::new("review-unknown").at("review"));
        lacks.unless(self.review != advice.review, Refusal::new("review-same").at("review"));
        lacks.text("text", &self.text, 3..=4000);
        lacks.end()?;
        let finding = Finding { review: self.review.clone(), date: stamp.date, heeded: self.heeded, text: self.text.trim().to_owned() };
        Ok(vec![Event::AdviceJudged { id: self.id.clone(), finding }.into()])
    }
}

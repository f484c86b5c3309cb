//! Measures: what is done to heed an advice, by whom, by when, and the evidence that it was done.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{AdviceId, Date, Event as AnyEvent, MeasureId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// The most things that may be pointed at as evidence of one measure.
const MOST_EVIDENCE: usize = 50;

/// Something to be done because of an advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its identity.
    pub id: MeasureId,
    /// The advice it heeds.
    pub advice: AdviceId,
    /// What is to be done.
    pub text: String,
    /// Who sees to it.
    pub owner: PersonId,
    /// The last day.
    pub due: Date,
    /// How it was done, once it was.
    pub done: Option<Completion>,
}

/// That a measure was done, and how one can see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Completion {
    /// The day.
    pub date: Date,
    /// What was done.
    pub text: String,
    /// Where it is seen: decisions, keys, plans, goals.
    pub evidence: Vec<Subject>,
}

/// Plan a measure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasurePlan {
    /// Its identity, not yet taken.
    pub id: MeasureId,
    /// The advice it heeds.
    pub advice: AdviceId,
    /// What is to be done, 3–1 000 characters.
    pub text: String,
    /// Who sees to it: somebody who holds a role.
    pub owner: PersonId,
    /// The last day, not in the past.
    pub due: Date,
}

impl Rule for MeasurePlan {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.audit.measures.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless(town.audit.advices.has(&self.advice), Refusal::new("advice-unknown").at("advice"));
        lacks.text("text", &self.text, 3..=1000);
        lacks.unless(
            town.organisation.held_by(&self.owner, stamp.date).next().is_some(),
            Refusal::new("person-without-role").at("owner").with("person", self.owner.as_str()),
        );
        lacks.unless(stamp.date <= self.due, Refusal::new("date-in-past").at("due").with("date", self.due));
        lacks.end()?;
        let measure = Measure {
            id: self.id.clone(),
            advice: self.advice.clone(),
            text: self.text.trim().to_owned(),
            owner: self.owner.clone(),
            due: self.due,
            done: None,
        };
        Ok(vec![Event::MeasurePlanned(measure).into()])
    }
}

/// Report a measure as done.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureComplete {
    /// Which measure.
    pub id: MeasureId,
    /// What was done, 3–2 000 characters.
    pub text: String,
    /// Where it is seen: up to 50 things that have a history here.
    #[serde(default)]
    pub evidence: Vec<Subject>,
}

impl Rule for MeasureComplete {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(measure) = town.audit.measures.get(&self.id) else {
            return Err(Refusal::new("measure-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(measure.done.is_none(), Refusal::new("already-done"));
        lacks.text("text", &self.text, 3..=2000);
        lacks.unless(self.evidence.len() <= MOST_EVIDENCE, Refusal::new("evidence-long").at("evidence").with("most", MOST_EVIDENCE));
        for thing in self.evidence.iter().take(MOST_EVIDENCE).filter(|thing| town.latest(thing).is_none()) {
            lacks.add(Refusal::new("evidence-unknown").at("evidence").with("what", thing.to_string().as_str()));
        }
        lacks.end()?;
        let done = Completion { date: stamp.date, text: self.text.trim().to_owned(), evidence: self.evidence.clone() };
        Ok(vec![Event::MeasureCompleted { id: self.id.clone(), done }.into()])
    }
}

//! The log of matters and decisions: date, decider, paragraph, case number, text (report appendix 2).

use serde::{Deserialize, Serialize};

use super::{Event, Reported};
use crate::{Date, DecisionId, DelegationId, Event as AnyEvent, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// Who took a decision: a body, or one named person under a delegation. There is no third.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    /// A political body at a meeting.
    Body(UnitId),
    /// A delegate.
    Delegate {
        /// Who decided.
        person: PersonId,
        /// The point of the delegation order used.
        delegation: DelegationId,
    },
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Its identity.
    pub id: DecisionId,
    /// The day it was taken.
    pub date: Date,
    /// Who took it.
    pub by: Decider,
    /// The paragraph of the minutes, such as § 12.
    pub paragraph: String,
    /// The case number of the diary, free in form.
    pub case_number: String,
    /// The matter.
    pub matter: String,
    /// The decision's wording.
    pub text: String,
    /// What it is about.
    pub concerns: Vec<Subject>,
    /// The size of the ledger when it was taken: the value as of there is its basis, for ever.
    pub basis: u64,
    /// When it was reported to the body, for one taken under a delegation.
    pub reported: Option<Reported>,
}

/// Record what a body decided.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRecord {
    /// Its identity, not yet taken.
    pub id: DecisionId,
    /// The day it was taken, not in the future.
    pub date: Date,
    /// The body.
    pub body: UnitId,
    /// The paragraph of the minutes; may be empty.
    #[serde(default)]
    pub paragraph: String,
    /// The case number; may be empty.
    #[serde(default)]
    pub case_number: String,
    /// The matter, 3–200 characters.
    pub matter: String,
    /// The decision's wording, 3–4 000 characters.
    pub text: String,
    /// What it is about.
    #[serde(default)]
    pub concerns: Vec<Subject>,
}

impl Rule for DecisionRecord {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn told_on(&self, _: &Municipality) -> Vec<Subject> {
        self.concerns.clone()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.decisions.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        match town.organisation.units.get(&self.body) {
            None => lacks.add(Refusal::new("unit-unknown").at("body").with("id", self.body.as_str())),
            Some(unit) => lacks.unless(unit.kind.is_body(), Refusal::new("only-bodies-decide").at("body").with("unit", unit.name.as_str())),
        }
        lacks.unless(self.date <= stamp.date, Refusal::new("date-in-future").at("date").with("date", self.date));
        lacks.text("paragraph", &self.paragraph, 0..=40);
        lacks.text("case_number", &self.case_number, 0..=60);
        lacks.text("matter", &self.matter, 3..=200);
        lacks.text("text", &self.text, 3..=4000);
        lacks.end()?;
        let decision = Decision {
            id: self.id.clone(),
            date: self.date,
            by: Decider::Body(self.body.clone()),
            paragraph: self.paragraph.trim().to_owned(),
            case_number: self.case_number.trim().to_owned(),
            matter: self.matter.trim().to_owned(),
            text: self.text.trim().to_owned(),
            concerns: self.concerns.clone(),
            basis: town.size,
            reported: None,
        };
        Ok(vec![Event::DecisionTaken(decision).into()])
    }
}

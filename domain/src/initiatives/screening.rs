//! Data-protection screening: nine questions; two or more answered yes ask for an assessment of the impact
//! (GDPR article 35; the nine criteria of the European guidelines, as DIGG and IMY lay them down).

use serde::{Deserialize, Serialize};

use crate::{Date, Refusal, Refusals, Stamp};

/// A criterion of high risk to those the data are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concern {
    /// People are assessed or scored.
    Scoring,
    /// Decisions with legal effect are taken by machine.
    AutomatedDecision,
    /// People are monitored systematically.
    Monitoring,
    /// Sensitive data, or data of a very personal kind.
    Sensitive,
    /// On a large scale.
    LargeScale,
    /// Sets of data are combined.
    Matching,
    /// People in a weak position: children, patients, the employed.
    Vulnerable,
    /// New technology, or old used in a new way.
    NewTechnology,
    /// People are kept from a right, a service or a contract.
    Exclusion,
}

impl Concern {
    /// All nine, in the order of the guidelines.
    pub const ALL: [Self; 9] = [
        Self::Scoring,
        Self::AutomatedDecision,
        Self::Monitoring,
        Self::Sensitive,
        Self::LargeScale,
        Self::Matching,
        Self::Vulnerable,
        Self::NewTechnology,
        Self::Exclusion,
    ];
}

/// So many criteria ask for an assessment.
pub const ASSESSED_FROM: usize = 2;

/// An assessment of the impact on data protection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// The day it was done.
    pub date: Date,
    /// Where it is, such as a case number, 2–200 characters.
    pub reference: String,
    /// What it came to, 3–1 000 characters.
    pub outcome: String,
    /// What the data protection officer said, 3–1 000 characters: asked before it is finished (article 35.2).
    pub officer: String,
}

/// The answers to the nine questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screening {
    /// The day.
    pub date: Date,
    /// Whether personal data are handled at all.
    pub personal_data: bool,
    /// What applies.
    #[serde(default)]
    pub concerns: Vec<Concern>,
    /// Why, in a few words; may be empty.
    #[serde(default)]
    pub note: String,
    /// The assessment, where one has been done.
    #[serde(default)]
    pub assessment: Option<Assessment>,
}

impl Screening {
    /// Whether so many criteria apply that the impact must be assessed.
    pub fn asks_for_assessment(&self) -> bool {
        self.personal_data && self.concerns.len() >= ASSESSED_FROM
    }

    /// Whether it asks for an assessment that is not there.
    pub fn lacks_assessment(&self) -> bool {
        self.asks_for_assessment() && self.assessment.is_none()
    }

    pub(super) fn demand(&self, stamp: &Stamp, lacks: &mut Refusals) {
        lacks.unless(self.date <= stamp.date, Refusal::new("date-in-future").at("date").with("date", self.date));
        lacks.unless(self.personal_data || self.concerns.is_empty(), Refusal::new("concerns-without-data").at("concerns"));
        let mut once = self.concerns.clone();
        once.sort();
        once.dedup();
        lacks.unless(once.len() == self.concerns.len(), Refusal::new("concern-twice").at("concerns"));
        lacks.text("note", &self.note, 0..=1000);
        if let Some(assessment) = &self.assessment {
            lacks.unless(assessment.date <= stamp.date, Refusal::new("date-in-future").at("assessed").with("date", assessment.date));
            lacks.text("reference", &assessment.reference, 2..=200);
            lacks.text("outcome", &assessment.outcome, 3..=1000);
            lacks.text("officer", &assessment.officer, 3..=1000);
        }
    }
}

//! Answers: yes, partly or no, computed from what is in the municipality, never typed in.
//!
//! A question has criteria. A criterion looks at a population of things and says of each whether it
//! meets what is asked, and if not why. The share of a question is the plain mean of its criteria's
//! shares, so that sixty activities do not drown one missing method. `docs/decisions/0005` says which
//! words of the report each criterion stands for.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{Municipality, Subject};

/// From this share on, in permille, a question may be answered with yes.
pub const YES_FROM: u16 = 800;
/// No criterion may be below this share, in permille, where the answer is yes: what is missing in
/// one place is not made good by plenty in another.
pub const YES_NEEDS_OF_EACH: u16 = 600;
/// Below this share, in permille, a question is answered with no.
pub const NO_BELOW: u16 = 250;

/// Yes, partly or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// No (nej).
    No,
    /// Partly (delvis).
    Partly,
    /// Yes (ja).
    Yes,
}

impl Verdict {
    /// Its code, in texts and in the audit answers.
    pub fn code(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Partly => "partly",
            Self::Yes => "yes",
        }
    }
}

/// One of the population that does not meet a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The thing, where it is mended.
    pub what: Subject,
    /// The reason's code; worded in the texts as `audit-why-CODE`.
    pub why: &'static str,
}

/// What one criterion came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its code; worded in the texts as `audit-criterion-CODE`.
    pub id: &'static str,
    /// How many of the population meet it.
    pub met: usize,
    /// How many there are.
    pub of: usize,
    /// Every one that does not, in the order of the population.
    pub exceptions: Vec<Exception>,
    /// Every one that does.
    pub evidence: Vec<Subject>,
}

impl Criterion {
    /// Judges a population: each thing with nothing where it meets the criterion, or the reason why not.
    pub fn over(id: &'static str, population: impl IntoIterator<Item = (Subject, Option<&'static str>)>) -> Self {
        let mut criterion = Self { id, met: 0, of: 0, exceptions: Vec::new(), evidence: Vec::new() };
        for (what, why) in population {
            criterion.of += 1;
            match why {
                Some(why) => criterion.exceptions.push(Exception { what, why }),
                None => {
                    criterion.met += 1;
                    criterion.evidence.push(what);
                }
            }
        }
        criterion
    }

    /// Judges something that is to exist once: `found` are the things that show that it does, and
    /// `missing` names where it is put right and why it counts as missing.
    pub fn exists(id: &'static str, found: impl IntoIterator<Item = Subject>, missing: (Subject, &'static str)) -> Self {
        let evidence: Vec<Subject> = found.into_iter().collect();
        let met = usize::from(!evidence.is_empty());
        let exceptions = if met == 1 { Vec::new() } else { vec![Exception { what: missing.0, why: missing.1 }] };
        Self { id, met, of: 1, exceptions, evidence }
    }

    /// The share that meets it, in permille, rounded down; nothing where the population is empty.
    pub fn share_permille(&self) -> Option<u16> {
        (self.of > 0).then(|| u16::try_from(self.met * 1000 / self.of).unwrap_or(1000))
    }
}

/// The answer to one of the eight questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question's number in the report, 1–8; worded in the texts as `audit-question-N`.
    pub number: u8,
    /// Yes, partly or no.
    pub answer: Verdict,
    /// How much of what is asked for there is, in permille.
    pub share_permille: u16,
    /// What the answer rests on.
    pub criteria: Vec<Criterion>,
    /// The things that speak for it, each with the latest entry of the ledger about it.
    pub evidence: Vec<(Subject, u64)>,
}

impl Answer {
    /// Answers a question from its criteria. A criterion with an empty population says nothing; where
    /// all are empty nothing has been shown, and the answer is no.
    pub fn from(number: u8, town: &Municipality, criteria: Vec<Criterion>) -> Self {
        let shares: Vec<u16> = criteria.iter().filter_map(Criterion::share_permille).collect();
        let sum: usize = shares.iter().map(|&share| usize::from(share)).sum();
        let share_permille = sum.checked_div(shares.len()).and_then(|mean| u16::try_from(mean).ok()).unwrap_or(0);
        let answer = if share_permille < NO_BELOW {
            Verdict::No
        } else if share_permille >= YES_FROM && shares.iter().all(|&share| share >= YES_NEEDS_OF_EACH) {
            Verdict::Yes
        } else {
            Verdict::Partly
        };
        let things: BTreeSet<&Subject> = criteria.iter().flat_map(|criterion| &criterion.evidence).collect();
        let evidence = things.into_iter().filter_map(|thing| Some((thing.clone(), town.latest(thing)?.seq))).collect();
        Self { number, answer, share_permille, criteria, evidence }
    }
}

//! Disposal (gallring): what an entry said is removed under a decision; that it was made stays.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, DecisionId, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// What was removed, and by which decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disposal {
    /// The entry of the ledger.
    pub entry: u64,
    /// The thing it was about.
    pub about: Subject,
    /// The decision.
    pub decision: DecisionId,
    /// The day.
    pub date: Date,
}

/// Remove what some entries said.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisposalCarryOut {
    /// The entries, by their numbers.
    pub entries: BTreeSet<u64>,
    /// The decision that allows it, already in the log.
    pub decision: DecisionId,
}

impl Rule for DisposalCarryOut {
    fn about(&self) -> Subject {
        (&self.decision).into()
    }

    fn disposes(&self) -> Option<(Vec<u64>, DecisionId)> {
        Some((self.entries.iter().copied().collect(), self.decision.clone()))
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(town.forums.decisions.has(&self.decision), Refusal::new("decision-unknown").at("decision"));
        lacks.unless(!self.entries.is_empty(), Refusal::new("entries-missing").at("entries"));
        let mut events = Vec::new();
        for &entry in &self.entries {
            let about = town.history.iter().find(|(_, traces)| traces.iter().any(|trace| trace.seq == entry));
            let Some((about, _)) = about.filter(|(about, _)| **about != self.about()) else {
                lacks.add(Refusal::new("entry-unknown").at("entries").with("entry", usize::try_from(entry).unwrap_or_default()));
                continue;
            };
            let disposal = Disposal { entry, about: about.clone(), decision: self.decision.clone(), date: stamp.date };
            events.push(Event::Disposed(disposal).into());
        }
        lacks.end()?;
        Ok(events)
    }
}

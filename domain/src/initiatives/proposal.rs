//! A proposed table of demands: the digitalisation department writes it, a body decides, and it holds from
//! a day on. Until then nothing changes (the third advice of the report, section 5).

use serde::{Deserialize, Serialize};

use super::{Event, Table};
use crate::{Date, DecisionId, Event as AnyEvent, Municipality, PersonId, Refusals, Rule, Stamp, Subject};

/// A table that is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The table.
    pub table: Table,
    /// Why it should be as it is.
    pub reason: String,
    /// Who proposed it.
    pub by: PersonId,
    /// When.
    pub date: Date,
    /// The entry of the ledger it was written by: whoever adopts it has seen this one.
    pub seq: u64,
}

/// Since when the demands hold for all, by which decision, and what they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adoption {
    /// The decision.
    pub decision: DecisionId,
    /// First day.
    pub from: Date,
    /// The table; nothing where the one every municipality begins with was adopted.
    #[serde(default)]
    pub table: Option<Table>,
}

/// Propose a table of demands, in place of what was proposed before.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandsPropose {
    /// The table.
    pub table: Table,
    /// Why, 3–2 000 characters.
    pub reason: String,
}

impl Rule for DemandsPropose {
    fn about(&self) -> Subject {
        Subject::Municipality
    }

    fn overwrites(&self, town: &Municipality) -> Vec<u64> {
        town.initiatives.proposal.iter().map(|proposal| proposal.seq).collect()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        self.table.demand(&mut lacks);
        lacks.text("reason", &self.reason, 3..=2000);
        lacks.end()?;
        let proposal = Proposal {
            table: self.table.clone(),
            reason: self.reason.trim().to_owned(),
            by: stamp.who.clone(),
            date: stamp.date,
            seq: town.size + 1,
        };
        Ok(vec![Event::DemandsProposed(Box::new(proposal)).into()])
    }
}

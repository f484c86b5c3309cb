//! Adopting the demands: from a day on, by a body's decision, the gates ask the same of every initiative,
//! whatever pays for it (the third advice of the report, section 5).

use serde::Deserialize;

use super::Decider;
use crate::initiatives::{self, Adoption, Table};
use crate::{Date, DecisionId, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// Let a table of demands hold for all initiatives.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandsAdopt {
    /// The body's decision, already in the log.
    pub decision: DecisionId,
    /// First day, no sooner than the decision.
    pub from: Date,
    /// The table decided; nothing for the one every municipality begins with.
    #[serde(default)]
    pub table: Option<Table>,
}

impl Rule for DemandsAdopt {
    fn about(&self) -> Subject {
        (&self.decision).into()
    }

    /// A table that was proposed anew after the form was shown is not adopted unseen.
    fn overwrites(&self, town: &Municipality) -> Vec<u64> {
        town.initiatives.proposal.iter().map(|proposal| proposal.seq).collect()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(decision) = town.forums.decisions.get(&self.decision) else {
            return Err(Refusal::new("decision-unknown").at("decision").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(matches!(decision.by, Decider::Body(_)), Refusal::new("only-bodies-adopt").at("decision"));
        lacks.period("from", decision.date, self.from);
        if let Some(table) = &self.table {
            table.demand(&mut lacks);
        }
        lacks.end()?;
        let adoption = Adoption { decision: self.decision.clone(), from: self.from, table: self.table.clone() };
        Ok(vec![initiatives::Event::DemandsAdopted(adoption).into()])
    }
}

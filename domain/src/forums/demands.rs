//! Adopting the demands: from a day on, by a body's decision, the gates ask the same of every initiative,
//! whatever pays for it (the third advice of the report, section 5).

use serde::Deserialize;

use crate::initiatives::{self, Adoption};
use crate::{Date, DecisionId, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// Let the demands hold for all initiatives.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandsAdopt {
    /// The body's decision, already in the log.
    pub decision: DecisionId,
    /// First day, no sooner than the decision.
    pub from: Date,
}

impl Rule for DemandsAdopt {
    fn about(&self) -> Subject {
        (&self.decision).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(decision) = town.forums.decisions.get(&self.decision) else {
            return Err(Refusal::new("decision-unknown").at("decision").into());
        };
        let mut lacks = Refusals::none();
        lacks.period("from", decision.date, self.from);
        lacks.end()?;
        Ok(vec![initiatives::Event::DemandsAdopted(Adoption { decision: self.decision.clone(), from: self.from }).into()])
    }
}

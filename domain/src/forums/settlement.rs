//! A body's decision to carry out an initiative, entered by its secretary once the minutes are there: the
//! way of what is too large for a delegate (DOMAIN.md U2, U9).

use serde::Deserialize;

use super::DecisionRecord;
use super::initiative::{demand_level, undecided};
use crate::initiatives;
use crate::{Date, DecisionId, Event as AnyEvent, InitiativeId, Municipality, Refusals, Rule, Stamp, Subject, UnitId};

/// Enter that a body has decided to carry out an initiative: the decision is logged and the initiative
/// decided at once, so that neither can be without the other.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeSettle {
    /// The decision's identity, not yet taken.
    pub id: DecisionId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// The day it was decided, not in the future.
    pub date: Date,
    /// The body.
    pub body: UnitId,
    /// The paragraph of the minutes; may be empty.
    #[serde(default)]
    pub paragraph: String,
    /// The case number; may be empty.
    #[serde(default)]
    pub case_number: String,
    /// The decision's wording, 3–4 000 characters.
    pub text: String,
}

impl Rule for InitiativeSettle {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn told_on(&self, _: &Municipality) -> Vec<Subject> {
        vec![(&self.initiative).into()]
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = undecided(town, &self.initiative, stamp)?;
        let record = DecisionRecord {
            id: self.id.clone(),
            date: self.date,
            body: self.body.clone(),
            paragraph: self.paragraph.clone(),
            case_number: self.case_number.clone(),
            matter: initiative.card.title.clone(),
            text: self.text.clone(),
            concerns: vec![(&self.initiative).into()],
        };
        let mut events = record.decide(town, stamp)?;
        let mut lacks = Refusals::none();
        demand_level(town, initiative, Some(&self.body), stamp, &mut lacks);
        lacks.end()?;
        events.push(initiatives::Event::Decided { id: self.initiative.clone(), decision: self.id.clone(), date: self.date }.into());
        Ok(events)
    }
}

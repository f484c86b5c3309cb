//! Writers: whoever answers for an initiative invites others to write in it, each in a part of their own
//! or in the same, and none over what another wrote unseen (DOMAIN.md U1).

use serde::Deserialize;

use super::{Event, editable};
use crate::{Event as AnyEvent, InitiativeId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// Invite somebody to write.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriterInvite {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Whom: somebody who holds a role in the municipality.
    pub person: PersonId,
}

impl Rule for WriterInvite {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = editable(town, &self.initiative)?;
        let mut lacks = Refusals::none();
        let is_staff = town.organisation.held_by(&self.person, stamp.date).next().is_some();
        lacks.unless(is_staff, Refusal::new("person-unknown").at("person"));
        lacks.unless(!initiative.is_written_by(&self.person), Refusal::new("writes-already").at("person"));
        lacks.end()?;
        let mut card = initiative.card.clone();
        card.writers.push(self.person.clone());
        card.writers.sort();
        Ok(vec![Event::CardWritten { id: self.initiative.clone(), card, seq: town.size + 1 }.into()])
    }
}

/// Let somebody write no longer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriterRelease {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Whom.
    pub person: PersonId,
}

impl Rule for WriterRelease {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = editable(town, &self.initiative)?;
        if !initiative.card.writers.contains(&self.person) {
            return Err(Refusal::new("writes-not").at("person").into());
        }
        let mut card = initiative.card.clone();
        card.writers.retain(|writer| *writer != self.person);
        Ok(vec![Event::CardWritten { id: self.initiative.clone(), card, seq: town.size + 1 }.into()])
    }
}

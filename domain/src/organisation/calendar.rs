//! The address of a person's own calendar: secret, and renewed when it may have come to others.

use serde::Deserialize;

use super::Event;
use crate::{Event as AnyEvent, Municipality, PersonId, Refusals, Rule, Stamp, Subject};

/// Give a person's own calendar a new address, so that the one before leads nowhere. The ledger says that it was
/// done and never what the address is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarRenew {
    /// Whose.
    pub person: PersonId,
}

impl Rule for CalendarRenew {
    fn about(&self) -> Subject {
        (&self.person).into()
    }

    fn decide(&self, _: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        Ok(vec![Event::CalendarRenewed { person: self.person.clone() }.into()])
    }
}

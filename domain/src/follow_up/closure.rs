//! Closure: when the effects are attested, what was learnt is written down for the next idea.

use serde::Deserialize;

use crate::initiatives::{self, Phase};
use crate::{Event as AnyEvent, InitiativeId, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// Close an initiative whose effects are attested.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeClose {
    /// The initiative.
    pub initiative: InitiativeId,
    /// What was learnt, 10–4 000 characters.
    pub lessons: String,
}

impl Rule for InitiativeClose {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        let mut lacks = Refusals::none();
        lacks.unless(initiative.phase == Phase::Closure, Refusal::new("effects-unattested").with("count", initiative.unfollowed()));
        lacks.text("lessons", &self.lessons, 10..=4000);
        lacks.end()?;
        let lessons = self.lessons.trim().to_owned();
        Ok(vec![initiatives::Event::Ended { id: self.initiative.clone(), to: Phase::Closed, date: stamp.date, lessons }.into()])
    }
}

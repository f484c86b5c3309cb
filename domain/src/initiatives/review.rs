//! Reviews of the risks: who looked through them, when, and what came of it (DOMAIN.md U4).

use serde::{Deserialize, Serialize};

use super::{Event, editable};
use crate::{Date, Event as AnyEvent, InitiativeId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// A review that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day.
    pub date: Date,
    /// Who wrote it down.
    pub by: PersonId,
    /// What was seen and changed.
    pub note: String,
    /// How many risks there were.
    pub risks: usize,
    /// How many of them were grave.
    pub grave: usize,
}

/// Write down that the risks have been looked through.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RisksReview {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Who took part, what was seen and what was changed, 3–1 500 characters.
    pub note: String,
}

impl Rule for RisksReview {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = editable(town, &self.initiative)?;
        let mut lacks = Refusals::none();
        lacks.text("note", &self.note, 3..=1500);
        let risks = &initiative.case.risks;
        lacks.unless(!risks.is_empty(), Refusal::new("lack-risks").at("note"));
        lacks.end()?;
        let scale = town.initiatives.table(stamp.date).scale;
        let review = Review {
            date: stamp.date,
            by: stamp.who.clone(),
            note: self.note.trim().to_owned(),
            risks: risks.len(),
            grave: risks.values().filter(|risk| risk.is_grave(scale)).count(),
        };
        Ok(vec![Event::RisksReviewed { id: self.initiative.clone(), review }.into()])
    }
}

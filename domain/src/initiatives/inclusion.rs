//! Inclusion of end users: who took part, how, when, what they said and what changed because of it
//! (DOMAIN.md U5, report 4.4.1). Evidence, not intent.

use serde::{Deserialize, Serialize};

use crate::{Date, EvidenceId, Refusal, Refusals, Stamp};

/// An occasion when end users took part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inclusion {
    /// Its identity, within the initiative.
    pub id: EvidenceId,
    /// The group of users, 2–160 characters.
    pub group: String,
    /// How they were found and asked, up to 400 characters; may be empty.
    #[serde(default)]
    pub recruitment: String,
    /// How they took part: interviews, test, workshop, 2–160 characters.
    pub method: String,
    /// The day.
    pub date: Date,
    /// How many took part.
    pub people: u32,
    /// What they said, 3–1500 characters.
    pub said: String,
    /// What changed because of it; empty as long as nothing has.
    #[serde(default)]
    pub changed: String,
    /// How it was seen to that those who differ most were heard; may be empty.
    #[serde(default)]
    pub diversity: String,
    /// What was tried or changed for those with a disability; may be empty.
    #[serde(default)]
    pub accessibility: String,
}

impl Inclusion {
    /// Whether it counts as evidence: after the idea's date, so that what somebody once heard is not
    /// taken for what these users said of this idea.
    pub fn counts(&self, started: Date) -> bool {
        self.date > started && self.people > 0
    }

    pub(super) fn demand(&self, stamp: &Stamp, lacks: &mut Refusals) {
        lacks.text("group", &self.group, 2..=160);
        lacks.text("method", &self.method, 2..=160);
        lacks.text("said", &self.said, 3..=1500);
        lacks.text("changed", &self.changed, 0..=1500);
        lacks.text("diversity", &self.diversity, 0..=800);
        lacks.text("recruitment", &self.recruitment, 0..=400);
        lacks.text("accessibility", &self.accessibility, 0..=800);
        lacks.unless(self.date <= stamp.date, Refusal::new("date-in-future").at("date").with("date", self.date));
        lacks.unless((1..=100_000).contains(&self.people), Refusal::new("people-none").at("people"));
    }
}

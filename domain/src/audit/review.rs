//! Reviews: what the auditors have examined, and when (report 2, 3).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, Event as AnyEvent, Municipality, Refusal, Refusals, ReviewId, Rule, Stamp, Subject};

/// A review (granskning or förstudie) by the elected auditors or somebody they engaged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Its identity.
    pub id: ReviewId,
    /// Its title.
    pub title: String,
    /// Who carried it out.
    pub carried_out_by: String,
    /// The day of its report.
    pub date: Date,
    /// What it concluded, in the auditors' words.
    pub conclusion: String,
}

/// Record a review.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRecord {
    /// Its identity, not yet taken.
    pub id: ReviewId,
    /// Its title, 3–200 characters.
    pub title: String,
    /// Who carried it out, 2–120 characters.
    pub carried_out_by: String,
    /// The day of its report, not in the future.
    pub date: Date,
    /// What it concluded, 3–4 000 characters.
    pub conclusion: String,
}

impl Rule for ReviewRecord {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.audit.reviews.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("title", &self.title, 3..=200);
        lacks.text("carried_out_by", &self.carried_out_by, 2..=120);
        lacks.unless(self.date <= stamp.date, Refusal::new("date-in-future").at("date").with("date", self.date));
        lacks.text("conclusion", &self.conclusion, 3..=4000);
        lacks.end()?;
        let review = Review {
            id: self.id.clone(),
            title: self.title.trim().to_owned(),
            carried_out_by: self.carried_out_by.trim().to_owned(),
            date: self.date,
            conclusion: self.conclusion.trim().to_owned(),
        };
        Ok(vec![Event::ReviewRecorded(review).into()])
    }
}

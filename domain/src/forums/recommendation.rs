//! Recommendations: what a forum of officials advises before a body or a delegate decides.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, Event as AnyEvent, ForumId, Municipality, RecommendationId, Refusal, Refusals, Rule, Stamp, Subject};

/// A forum's advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Its identity.
    pub id: RecommendationId,
    /// The forum.
    pub forum: ForumId,
    /// The day.
    pub date: Date,
    /// Its wording.
    pub text: String,
    /// What it is about.
    pub concerns: Vec<Subject>,
    /// The size of the ledger when it was made: its basis.
    pub basis: u64,
}

/// Recommend, as a forum.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationMake {
    /// Its identity, not yet taken.
    pub id: RecommendationId,
    /// The forum.
    pub forum: ForumId,
    /// Its wording, 3–4 000 characters.
    pub text: String,
    /// What it is about.
    #[serde(default)]
    pub concerns: Vec<Subject>,
}

impl Rule for RecommendationMake {
    fn about(&self) -> Subject {
        (&self.forum).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.recommendations.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless(town.forums.forums.has(&self.forum), Refusal::new("forum-unknown").at("forum"));
        lacks.text("text", &self.text, 3..=4000);
        lacks.end()?;
        Ok(vec![
            Event::Recommended(Recommendation {
                id: self.id.clone(),
                forum: self.forum.clone(),
                date: stamp.date,
                text: self.text.trim().to_owned(),
                concerns: self.concerns.clone(),
                basis: town.size,
            })
            .into(),
        ])
    }
}

//! Reporting (anmälan): decisions taken under a delegation are reported to the body that gave it
//! (kommunallagen 6 kap. 40 §). What is not yet reported shows until it is.

use serde::{Deserialize, Serialize};

use super::{Decider, Decision, Event, Forums};
use crate::{Date, DecisionId, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// When and where a decision under delegation was reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reported {
    /// The day of the body's meeting.
    pub date: Date,
    /// The paragraph of its minutes; may be empty.
    pub paragraph: String,
}

/// Note that a decision under delegation has been reported to the body.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionReport {
    /// The decision.
    pub decision: DecisionId,
    /// The day of the body's meeting, from the decision's day until today.
    pub date: Date,
    /// The paragraph of its minutes; may be empty.
    #[serde(default)]
    pub paragraph: String,
}

impl Rule for DecisionReport {
    fn about(&self) -> Subject {
        (&self.decision).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(decision) = town.forums.decisions.get(&self.decision) else {
            return Err(Refusal::new("decision-unknown").at("decision").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(decision.is_delegated(), Refusal::new("decision-not-delegated").at("decision"));
        lacks.unless(decision.reported.is_none(), Refusal::new("decision-already-reported").at("decision"));
        lacks.period("date", decision.date, self.date);
        lacks.unless(self.date <= stamp.date, Refusal::new("date-in-future").at("date").with("date", self.date));
        lacks.text("paragraph", &self.paragraph, 0..=40);
        lacks.end()?;
        let reported = Reported { date: self.date, paragraph: self.paragraph.trim().to_owned() };
        Ok(vec![Event::DecisionReported { decision: self.decision.clone(), reported }.into()])
    }
}

impl Decision {
    /// Whether a delegate took it.
    pub fn is_delegated(&self) -> bool {
        matches!(self.by, Decider::Delegate { .. })
    }
}

impl Forums {
    /// The decisions under delegation that the body has not been told of.
    pub fn unreported(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.values().filter(|decision| decision.is_delegated() && decision.reported.is_none())
    }
}

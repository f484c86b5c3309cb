//! Interest (jäv): an assessor says whether she has a stake in an application before she may score
//! it; with a stake she may not, and sees no score of it until it is decided.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{ApplicationId, Date, Event as AnyEvent, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// What somebody declared about an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interest {
    /// Who.
    pub who: PersonId,
    /// The day.
    pub date: Date,
    /// The stake; nothing where there is none.
    pub reason: Option<String>,
}

/// Declare an interest in an application, or that there is none.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterestDeclare {
    /// The application.
    pub application: ApplicationId,
    /// The stake, 3–1 000 characters; nothing where there is none.
    pub reason: Option<String>,
}

impl Rule for InterestDeclare {
    fn about(&self) -> Subject {
        (&self.application).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let (application, _) = town.fund.undecided(&self.application)?;
        let mut lacks = Refusals::none();
        if let Some(reason) = &self.reason {
            lacks.text("reason", reason, 3..=1000);
        } else {
            lacks.unless(application.applicant != stamp.who, Refusal::new("interest-own-application").at("reason"));
            // Once declared a stake is not undeclared by the one who has it.
            lacks.unless(!application.has_stake(&stamp.who), Refusal::new("interest-standing").at("reason"));
        }
        lacks.end()?;
        let reason = self.reason.as_ref().map(|reason| reason.trim().to_owned());
        let interest = Interest { who: stamp.who.clone(), date: stamp.date, reason };
        Ok(vec![Event::InterestDeclared { application: application.id.clone(), interest }.into()])
    }
}

//! Deviation: a person places an application within or outside the money against its points. The
//! ranking proposes, people decide, and the reason is written down.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{ApplicationId, Date, Event as AnyEvent, Municipality, Ore, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// Where a person places an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Placed {
    /// Within what the money reaches.
    In,
    /// Outside it.
    Out,
}

/// A departure from the ranking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deviation {
    /// Where it is placed.
    pub placed: Placed,
    /// Why.
    pub reason: String,
    /// Who placed it.
    pub by: PersonId,
    /// The day.
    pub date: Date,
}

/// Depart from the ranking of a closed round.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviationMake {
    /// The application.
    pub application: ApplicationId,
    /// Where to place it.
    pub placed: Placed,
    /// Why, 20–2 000 characters.
    pub reason: String,
}

impl Rule for DeviationMake {
    fn about(&self) -> Subject {
        (&self.application).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let (application, round) = town.fund.unsettled(&self.application)?;
        let mut lacks = Refusals::none();
        lacks.text("reason", &self.reason, 20..=2000);
        lacks.unless(!application.has_stake(&stamp.who), Refusal::new("interest-bars"));
        lacks.unless(round.is_closed(stamp.date), Refusal::new("round-still-open").with("closes", round.closes));
        lacks.unless(town.fund.ranking(&round.id).row(&application.id).is_some(), Refusal::new("not-ranked"));
        if self.placed == Placed::In {
            let others = town.fund.standing_in(&round.id).filter(|other| other.id != application.id);
            let placed = others.filter(|other| other.deviation.as_ref().is_some_and(|deviation| deviation.placed == Placed::In));
            let left = round.money - placed.map(|other| other.case.asked).sum::<Ore>();
            lacks.unless(application.case.asked <= left, Refusal::new("money-short").at("placed").with("left", left));
        }
        lacks.end()?;
        let deviation = Deviation { placed: self.placed, reason: self.reason.trim().to_owned(), by: stamp.who.clone(), date: stamp.date };
        Ok(vec![Event::Deviated { application: application.id.clone(), deviation }.into()])
    }
}

/// Take a departure back: the points alone place the application again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviationLift {
    /// The application.
    pub application: ApplicationId,
}

impl Rule for DeviationLift {
    fn about(&self) -> Subject {
        (&self.application).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let (application, _) = town.fund.unsettled(&self.application)?;
        if application.deviation.is_none() {
            return Err(Refusal::new("deviation-none").into());
        }
        Ok(vec![Event::DeviationLifted { application: application.id.clone() }.into()])
    }
}

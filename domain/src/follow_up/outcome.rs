//! Outcomes: what became of a benefit 6, 12 and 24 months after delivery, attested by its owner with
//! method and evidence (DOMAIN.md U7, report 4.4.2).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::initiatives::{self, Benefit, BenefitClass, FollowUpMonths, Initiative, Phase};
use crate::{BenefitId, Date, Event as AnyEvent, Municipality, Ore, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// How long before it falls due a follow-up may be made, in days.
const EARLY: i32 = 45;

/// What became of a benefit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The benefit.
    pub benefit: BenefitId,
    /// Which follow-up.
    pub months: FollowUpMonths,
    /// The day it was measured.
    pub date: Date,
    /// The value measured, in the benefit's own unit.
    pub value: i64,
    /// The yearly worth taken home, in öre; nothing for red.
    pub money: Option<Ore>,
    /// How it was measured.
    pub method: String,
    /// What shows it: a report, a statement of accounts, a survey.
    pub evidence: String,
    /// Who attested it.
    pub by: PersonId,
    /// The day it was attested.
    pub attested: Date,
}

/// Attest an outcome.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeAttest {
    /// The benefit.
    pub benefit: BenefitId,
    /// Which follow-up.
    pub months: FollowUpMonths,
    /// The day it was measured.
    pub date: Date,
    /// The value measured, in the benefit's own unit.
    pub value: i64,
    /// The yearly worth taken home, in öre; demanded for green and yellow, refused for red.
    #[serde(default)]
    pub money: Option<Ore>,
    /// How it was measured, 3–1 000 characters.
    pub method: String,
    /// What shows it, 3–2 000 characters.
    pub evidence: String,
}

impl Rule for OutcomeAttest {
    fn about(&self) -> Subject {
        (&self.benefit).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let (initiative, benefit, delivered) = delivered(town, &self.benefit)?;
        let due = self.months.due(delivered);
        let known = initiative.delivery.as_ref().is_some_and(|work| work.has_followed(&self.benefit, self.months));
        let mut lacks = Refusals::none();
        lacks.unless(!known, Refusal::new("outcome-known").at("months"));
        lacks.unless(self.date <= stamp.date, Refusal::new("date-in-future").at("date").with("date", self.date));
        let soonest = due.saturating_sub(jiff::Span::new().days(EARLY));
        lacks.unless(soonest <= self.date, Refusal::new("follow-up-early").at("date").with("date", due));
        lacks.text("method", &self.method, 3..=1000);
        lacks.text("evidence", &self.evidence, 3..=2000);
        match (benefit.class, self.money) {
            (BenefitClass::Red, Some(_)) => lacks.add(Refusal::new("red-never-money").at("money")),
            (BenefitClass::Green | BenefitClass::Yellow, None) => lacks.add(Refusal::new("money-missing").at("money")),
            (_, Some(money)) => lacks.money("money", money, Ore::kronor(10_000_000_000)),
            (BenefitClass::Red, None) => {}
        }
        lacks.end()?;
        let outcome = Outcome {
            benefit: self.benefit.clone(),
            months: self.months,
            date: self.date,
            value: self.value,
            money: self.money,
            method: self.method.trim().to_owned(),
            evidence: self.evidence.trim().to_owned(),
            by: stamp.who.clone(),
            attested: stamp.date,
        };
        let id = initiative.id.clone();
        let mut events = vec![
            Event::OutcomeAttested(outcome).into(),
            initiatives::Event::Followed { id: id.clone(), benefit: self.benefit.clone(), months: self.months }.into(),
        ];
        if initiative.unfollowed() == 1 {
            events.push(initiatives::Event::Moved { id, to: Phase::Closure, date: stamp.date }.into());
        }
        Ok(events)
    }
}

fn delivered<'a>(town: &'a Municipality, id: &BenefitId) -> Result<(&'a Initiative, &'a Benefit, Date), Refusal> {
    let initiative = town.initiatives.of_benefit(id).ok_or_else(|| Refusal::new("benefit-unknown").at("benefit"))?;
    let benefit = initiative.case.benefits.get(id).ok_or_else(|| Refusal::new("benefit-unknown").at("benefit"))?;
    let delivered = initiative.delivery.as_ref().and_then(|work| work.delivered).ok_or_else(|| Refusal::new("not-delivered"))?;
    Ok((initiative, benefit, delivered))
}

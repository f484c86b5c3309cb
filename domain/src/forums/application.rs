//! The decision on an application: taken by one named delegate, never by a group, on a frozen basis
//! (kommunallagen 6 kap. 37–40 §§; report 4.4.3: the executive board has delegated the fund).

use std::sync::Arc;

use serde::Deserialize;

use super::{Decider, Decision, Delegation, Event, ForumKind, Recommendation};
use crate::fund::{self, Verdict};
use crate::initiatives::{self, Level};
use crate::{ApplicationId, DecisionId, Event as AnyEvent, Municipality, Ore, Power, Refusal, Refusals, RoundId, Rule, Stamp, Subject};

/// Grant or decline an application.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicationDecide {
    /// The decision's identity, not yet taken.
    pub id: DecisionId,
    /// The application.
    pub application: ApplicationId,
    /// The sum granted, up to what was asked; nought declines.
    pub grant: Ore,
    /// Why, 10–2 000 characters.
    pub reason: String,
    /// Conditions of a grant, up to 2 000 characters.
    #[serde(default)]
    pub conditions: String,
    /// The case number of the diary; may be empty.
    #[serde(default)]
    pub case_number: String,
}

impl Rule for ApplicationDecide {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn told_on(&self, town: &Municipality) -> Vec<Subject> {
        let initiative = town.fund.applications.get(&self.application).map(|application| Subject::from(&application.initiative));
        std::iter::once((&self.application).into()).chain(initiative).collect()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let judged = fund::judged(town, &self.application, stamp.date)?;
        let (application, round) = town.fund.undecided(&self.application)?;
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.decisions.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless(!application.has_stake(&stamp.who), Refusal::new("interest-bars"));
        lacks.unless(town.forums.advice_on(&round.id).is_some(), Refusal::new("recommendation-missing"));
        lacks.money("grant", self.grant, judged.case.asked);
        let left = round.money - town.fund.granted_in(&round.id);
        lacks.unless(self.grant <= left, Refusal::new("money-short").at("grant").with("left", left));
        lacks.text("reason", &self.reason, 10..=2000);
        lacks.text("conditions", &self.conditions, 0..=2000);
        lacks.text("case_number", &self.case_number, 0..=60);
        let Some(delegation) = town.forums.delegation_for(town, Power::FundApplications, stamp, self.grant) else {
            lacks.add(Refusal::new("above-delegation").at("grant"));
            return Err(lacks);
        };
        lacks.end()?;
        let decision = Decision {
            id: self.id.clone(),
            date: stamp.date,
            by: Decider::Delegate { person: stamp.who.clone(), delegation: delegation.id.clone() },
            paragraph: String::new(),
            case_number: self.case_number.trim().to_owned(),
            matter: judged.case.title().to_owned(),
            text: self.reason.trim().to_owned(),
            concerns: vec![(&application.id).into(), (&application.initiative).into(), (&round.id).into()],
            basis: town.size,
            reported: None,
        };
        let verdict = Verdict {
            decision: self.id.clone(),
            date: stamp.date,
            granted: self.grant,
            conditions: self.conditions.trim().to_owned(),
            judged,
        };
        // The fund gives money; what is so large that a body decides it waits for that body all the same.
        let initiative = town.initiatives.find(&application.initiative)?;
        let granted = verdict.is_grant() && initiative.decided_by(town, stamp.date) == Level::Delegate;
        let mut events = vec![
            Event::DecisionTaken(decision).into(),
            fund::Event::ApplicationDecided { application: application.id.clone(), verdict: Arc::new(verdict) }.into(),
        ];
        if granted {
            let (id, decision) = (application.initiative.clone(), self.id.clone());
            events.push(initiatives::Event::Decided { id, decision, date: stamp.date }.into());
        }
        Ok(events)
    }
}

impl super::Forums {
    /// The point of the delegation order under which a person may decide a sum, the narrowest first.
    pub fn delegation_for<'a>(&'a self, town: &Municipality, power: Power, stamp: &Stamp, sum: Ore) -> Option<&'a Delegation> {
        let held = |delegation: &Delegation| town.organisation.held_by(&stamp.who, stamp.date).any(|held| held.role == delegation.to_role);
        self.delegations_of(power, stamp.date)
            .filter(|delegation| held(delegation) && delegation.limit.is_none_or(|limit| sum <= limit))
            .min_by_key(|delegation| delegation.limit.unwrap_or(Ore(i64::MAX)))
    }

    /// What the portfolio board last recommended about a round.
    pub fn advice_on(&self, round: &RoundId) -> Option<&Recommendation> {
        let about = Subject::from(round);
        let board = |advice: &&Recommendation| self.forums.get(&advice.forum).is_some_and(|forum| forum.kind == ForumKind::PortfolioBoard);
        self.recommendations.values().filter(board).filter(|advice| advice.concerns.contains(&about)).max_by_key(|advice| advice.basis)
    }
}

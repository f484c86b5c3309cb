//! The delegation order: a body's power handed to a role by a decision. It *is* the authorisation
//! policy: who may decide follows from it alone (kommunallagen 6 kap. 37–40 §§, report 4.4.3).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::organisation::Role;
use crate::{Date, DecisionId, DelegationId, Event as AnyEvent, Municipality, Ore, Power, Refusal, Refusals, Rule, Stamp, Subject};

/// A point of the delegation order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delegation {
    /// Its identity.
    pub id: DelegationId,
    /// The number of the point in the delegation order, such as 4.2; may be empty.
    pub point: String,
    /// Its wording.
    pub text: String,
    /// The power.
    pub power: Power,
    /// The role it is handed to: one named holder decides, never a group.
    pub to_role: Role,
    /// The largest sum a single decision may concern, where there is one.
    pub limit: Option<Ore>,
    /// The body's decision.
    pub decision: DecisionId,
    /// First day.
    pub from: Date,
    /// Last day, where recalled.
    pub to: Option<Date>,
}

impl Delegation {
    /// Whether it is in force on a day.
    pub fn is_in_force(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }
}

/// Enter a point of the delegation order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegationGrant {
    /// Its identity, not yet taken.
    pub id: DelegationId,
    /// The number of the point, up to 20 characters; may be empty.
    #[serde(default)]
    pub point: String,
    /// Its wording, 3–1 000 characters.
    pub text: String,
    /// The power.
    pub power: Power,
    /// The role it is handed to.
    pub to_role: Role,
    /// The largest sum of a single decision.
    pub limit: Option<Ore>,
    /// The body's decision, already in the log.
    pub decision: DecisionId,
}

impl Rule for DelegationGrant {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.delegations.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless(self.to_role != Role::ForumMember, Refusal::new("forums-never-decide").at("to_role"));
        lacks.text("point", &self.point, 0..=20);
        lacks.text("text", &self.text, 3..=1000);
        if let Some(limit) = self.limit {
            lacks.money("limit", limit, Ore::kronor(10_000_000_000));
        }
        let Some(decision) = town.forums.decisions.get(&self.decision) else {
            lacks.add(Refusal::new("decision-unknown").at("decision"));
            return Err(lacks);
        };
        // What has been delegated is not delegated further: only a body hands out its powers.
        lacks.unless(!decision.is_delegated(), Refusal::new("only-bodies-delegate").at("decision"));
        lacks.end()?;
        Ok(vec![
            Event::DelegationGranted(Delegation {
                id: self.id.clone(),
                point: self.point.trim().to_owned(),
                text: self.text.trim().to_owned(),
                power: self.power,
                to_role: self.to_role,
                limit: self.limit,
                decision: self.decision.clone(),
                from: decision.date,
                to: None,
            })
            .into(),
        ])
    }
}

/// Recall a point of the delegation order.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegationRecall {
    /// Which.
    pub id: DelegationId,
    /// Its last day.
    pub to: Date,
}

impl Rule for DelegationRecall {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(delegation) = town.forums.delegations.get(&self.id) else {
            return Err(Refusal::new("delegation-unknown").into());
        };
        let mut lacks = Refusals::none();
        lacks.period("to", delegation.from, self.to);
        lacks.end()?;
        Ok(vec![Event::DelegationRecalled { id: self.id.clone(), to: self.to }.into()])
    }
}

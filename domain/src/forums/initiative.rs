//! The decision to carry out an initiative: by one named delegate within the own frame, or by a body.
//! What it rests on is the value as of the decision, for ever (DOMAIN.md U2, U9).

use serde::Deserialize;

use super::{Decider, Decision, Delegation, Event};
use crate::initiatives::{self, Gate, Initiative, Level, Phase};
use crate::organisation::{Role, Scope, UnitKind};
use crate::{DecisionId, Event as AnyEvent, InitiativeId, Municipality, Power, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// Decide, as a delegate, to carry out an initiative.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeDecide {
    /// The decision's identity, not yet taken.
    pub id: DecisionId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// Why, 10–2 000 characters.
    pub reason: String,
    /// The case number of the diary; may be empty.
    #[serde(default)]
    pub case_number: String,
}

impl Rule for InitiativeDecide {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = undecided(town, &self.initiative, stamp)?;
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.decisions.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless(!initiative.case.seeks_fund(), Refusal::new("fund-decides").at("initiative"));
        lacks.unless(initiative.decided_by(town, stamp.date) == Level::Delegate, Refusal::new("body-decides").at("initiative"));
        lacks.text("reason", &self.reason, 10..=2000);
        lacks.text("case_number", &self.case_number, 0..=60);
        let Some(delegation) = delegation_over(town, initiative, stamp) else {
            lacks.add(Refusal::new("above-delegation").at("initiative"));
            return Err(lacks);
        };
        lacks.end()?;
        let decision = Decision {
            id: self.id.clone(),
            date: stamp.date,
            by: Decider::Delegate { person: stamp.who.clone(), delegation: delegation.id.clone() },
            paragraph: String::new(),
            case_number: self.case_number.trim().to_owned(),
            matter: initiative.card.title.clone(),
            text: self.reason.trim().to_owned(),
            concerns: vec![(&initiative.id).into()],
            basis: town.size,
            reported: None,
        };
        let decided = initiatives::Event::Decided { id: initiative.id.clone(), decision: self.id.clone(), date: stamp.date };
        Ok(vec![Event::DecisionTaken(decision).into(), decided.into()])
    }
}

/// Note that a body has decided to carry out an initiative, by a decision already in the log.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitiativeAffirm {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The body's decision, which names the initiative among what it concerns.
    pub decision: DecisionId,
}

impl Rule for InitiativeAffirm {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = undecided(town, &self.initiative, stamp)?;
        let Some(decision) = town.forums.decisions.get(&self.decision) else {
            return Err(Refusal::new("decision-unknown").at("decision").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(decision.concerns.contains(&self.about()), Refusal::new("decision-elsewhere").at("decision"));
        let body = if let Decider::Body(body) = &decision.by { Some(body) } else { None };
        demand_level(town, initiative, body, stamp, &mut lacks);
        lacks.end()?;
        Ok(vec![initiatives::Event::Decided { id: initiative.id.clone(), decision: decision.id.clone(), date: decision.date }.into()])
    }
}

/// Demands that nobody nearer decides than the municipality's table says: a body what it leaves to a body,
/// and the council alone what it leaves to the council. The auditors, who judge, never carry out.
pub(super) fn demand_level(town: &Municipality, initiative: &Initiative, body: Option<&UnitId>, stamp: &Stamp, lacks: &mut Refusals) {
    let kind = body.and_then(|body| town.organisation.units.get(body)).map(|unit| unit.kind);
    match initiative.decided_by(town, stamp.date) {
        Level::Delegate => {}
        Level::Committee => {
            let decides = kind.is_some_and(|kind| kind.is_body() && kind != UnitKind::Auditors);
            lacks.unless(decides, Refusal::new("body-decides").at("decision"));
        }
        Level::Council => lacks.unless(kind == Some(UnitKind::Council), Refusal::new("council-decides").at("decision")),
    }
}

/// An initiative that waits for its decision, with nothing in the way.
pub(super) fn undecided<'a>(town: &'a Municipality, id: &InitiativeId, stamp: &Stamp) -> Result<&'a Initiative, Refusals> {
    let initiative = town.initiatives.find(id)?;
    if initiative.phase != Phase::Decision {
        return Err(Refusal::new("gate-elsewhere").into());
    }
    initiatives::clear(town, initiative, Gate::Decision, stamp.date)?;
    Ok(initiative)
}

/// The point of the delegation order under which a person may decide this initiative: the owner of an
/// object decides what belongs to that object, and no other.
fn delegation_over<'a>(town: &'a Municipality, initiative: &Initiative, stamp: &Stamp) -> Option<&'a Delegation> {
    let delegation = town.forums.delegation_for(town, Power::Initiatives, stamp, initiative.likely_cost())?;
    let own = |object: &crate::ObjectId| {
        let scope = Scope::Object(object.clone());
        town.organisation.held_by(&stamp.who, stamp.date).any(|held| held.role == Role::ObjectOwner && held.scope == scope)
    };
    let bound = delegation.to_role == Role::ObjectOwner;
    (!bound || initiative.card.object.as_ref().is_some_and(own)).then_some(delegation)
}

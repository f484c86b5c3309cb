//! The gates on the way from idea to proven effect: one table that the rules, the buttons on the pages and
//! the picture in the documentation are all drawn from (DOMAIN.md U2, report 4.4.1).

use serde::{Deserialize, Serialize};

use super::{Area, DEMANDS, Demand, Demanded, Event, Initiative, Phase, Takes};
use crate::{Arg, Date, Event as AnyEvent, InitiativeId, Municipality, Refusal, Refusals, Stamp};

/// A gate on the way from idea to proven effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// The idea is described.
    Idea,
    /// The business case is complete.
    Case,
    /// It is decided, by a body or a delegate.
    Decision,
    /// The work begins.
    Start,
    /// The work is delivered.
    Delivery,
    /// The effects are attested.
    Effect,
    /// What was learnt is written down, and the matter closed.
    Closure,
}

/// A row of the gate table: where a gate leads from and to, and the act that passes it.
#[derive(Debug)]
pub struct Step {
    /// The gate.
    pub gate: Gate,
    /// The phase before it.
    pub from: Phase,
    /// The phase after it.
    pub to: Phase,
    /// The act that passes it.
    pub act: &'static str,
}

/// All gates in their order.
pub const STEPS: [Step; 7] = [
    Step { gate: Gate::Idea, from: Phase::Idea, to: Phase::Case, act: "initiatives.idea.submit" },
    Step { gate: Gate::Case, from: Phase::Case, to: Phase::Decision, act: "initiatives.case.submit" },
    Step { gate: Gate::Decision, from: Phase::Decision, to: Phase::Start, act: "forums.initiative.decide" },
    Step { gate: Gate::Start, from: Phase::Start, to: Phase::Delivery, act: "initiatives.delivery.start" },
    Step { gate: Gate::Delivery, from: Phase::Delivery, to: Phase::Effect, act: "initiatives.delivery.deliver" },
    Step { gate: Gate::Effect, from: Phase::Effect, to: Phase::Closure, act: "follow_up.outcome.attest" },
    Step { gate: Gate::Closure, from: Phase::Closure, to: Phase::Closed, act: "follow_up.initiative.close" },
];

/// Where on the pages a lack is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An area of the idea page.
    Idea(Area),
    /// The card.
    Card,
    /// A section of the case page, by its anchor.
    Case(&'static str),
    /// The initiative's page: its decision.
    Decision,
    /// The delivery page.
    Delivery,
    /// The follow-up page.
    FollowUp,
}

/// Something a gate demands that is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Lack {
    /// What is demanded.
    pub what: Demanded,
    /// The gate that asks.
    pub gate: Gate,
    /// The key of its sentence: `refusal-KEY` in the texts, `why-KEY` for why it is asked.
    pub key: &'static str,
    /// Facts for the sentence.
    pub args: Vec<(&'static str, Arg)>,
    /// Where it is mended.
    pub place: Place,
    /// How long that usually takes.
    pub takes: Takes,
}

impl From<Lack> for Refusal {
    fn from(lack: Lack) -> Self {
        Self { field: None, key: lack.key, args: lack.args }
    }
}

/// What the table demands of an initiative of its size at a gate and is not there, whatever rules were in
/// force: what an auditor measures by.
pub fn missing(town: &Municipality, initiative: &Initiative, gate: Gate, date: Date) -> Vec<Lack> {
    demanded(town, initiative, gate, date).filter_map(|demand| lack(town, initiative, demand, date)).collect()
}

/// What of that bars the way on a day: all of it once the municipality has decided so, and before that
/// only what the fund asked of its applicants (report 4.3, 4.4.1).
pub fn blocking(town: &Municipality, initiative: &Initiative, gate: Gate, date: Date) -> Vec<Lack> {
    let for_all = town.initiatives.demands_hold(date);
    let for_fund = initiative.case.seeks_fund();
    demanded(town, initiative, gate, date)
        .filter(|demand| for_all || for_fund && demand.of_fund)
        .filter_map(|demand| lack(town, initiative, demand, date))
        .collect()
}

/// The rows of a gate that its table asks of an initiative of this size.
fn demanded<'a>(town: &'a Municipality, initiative: &'a Initiative, gate: Gate, date: Date) -> impl Iterator<Item = &'static Demand> + 'a {
    let table = town.initiatives.table(initiative.judged_on(date));
    let size = initiative.size(town, date);
    let asks = move |demand: &&Demand| table.asks(gate, demand.what).is_some_and(|from| from <= size);
    DEMANDS.iter().filter(move |demand| demand.gate == gate).filter(asks)
}

/// Lets an initiative through the gate it stands before, or says all that bars the way.
pub(super) fn pass(town: &Municipality, id: &InitiativeId, gate: Gate, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
    let initiative = town.initiatives.find(id)?;
    let Some(step) = STEPS.iter().find(|step| step.gate == gate && step.from == initiative.phase) else {
        return Err(Refusal::new("gate-elsewhere").into());
    };
    clear(town, initiative, gate, stamp.date)?;
    Ok(vec![Event::Moved { id: id.clone(), to: step.to, date: stamp.date }.into()])
}

/// Demands that nothing bars the way through a gate.
///
/// # Errors
/// Each lack as a refusal.
pub fn clear(town: &Municipality, initiative: &Initiative, gate: Gate, date: Date) -> Result<(), Refusals> {
    let mut lacks = Refusals::none();
    blocking(town, initiative, gate, date).into_iter().for_each(|lack| lacks.add(lack.into()));
    lacks.end()
}

fn lack(town: &Municipality, initiative: &Initiative, demand: &Demand, date: Date) -> Option<Lack> {
    let case = &initiative.case;
    let scale = town.initiatives.table(date).scale;
    let grave = || case.risks.values().filter(move |risk| risk.is_grave(scale));
    let (holds, place) = match demand.what {
        Demanded::Area(area) => (!initiative.area(area).is_empty(), Place::Idea(area)),
        Demanded::GoalLink => (initiative.card.links.serve_a_goal(), Place::Card),
        Demanded::Object => (initiative.card.object.is_some(), Place::Card),
        Demanded::Costs => (!case.costs.is_empty(), Place::Case("costs")),
        Demanded::Benefits => (!case.benefits.is_empty(), Place::Case("benefits")),
        Demanded::Measures => (case.benefits.values().all(|benefit| benefit.measure.is_complete()), Place::Case("benefits")),
        Demanded::Alternatives => (case.alternatives.len() >= 2, Place::Case("alternatives")),
        Demanded::DoingNothing => (initiative.considers_nothing(), Place::Case("alternatives")),
        Demanded::Risks => (!case.risks.is_empty(), Place::Case("risks")),
        Demanded::NamedRiskAreas => (initiative.unseen_areas() == 0, Place::Case("risks")),
        Demanded::Classified => (case.classification.is_some(), Place::Case("security")),
        Demanded::NoLevelFour => (case.classification.as_ref().is_none_or(|class| !class.stops()), Place::Case("security")),
        Demanded::Screened => (case.screening.is_some(), Place::Case("privacy")),
        Demanded::Assessed => (case.screening.as_ref().is_none_or(|screening| !screening.lacks_assessment()), Place::Case("privacy")),
        Demanded::Exit => (!initiative.has_supplier() || case.supply.is_some(), Place::Case("supply")),
        Demanded::Users(times) => (initiative.evidence().count() >= times, Place::Case("users")),
        Demanded::GraveRisksMet => (grave().all(super::Risk::is_met), Place::Case("risks")),
        Demanded::Financing => (initiative.is_financed(), Place::Case("financing")),
        Demanded::Decision => (initiative.decision.is_some(), Place::Decision),
        Demanded::MeasuresTaken => (grave().all(|risk| risk.taken.is_some()), Place::Case("risks")),
        Demanded::Report => (initiative.delivery.as_ref().is_some_and(|work| !work.reports.is_empty()), Place::Delivery),
        Demanded::UsersTried => (initiative.is_tried_by_users(), Place::Case("users")),
        Demanded::Outcomes => (initiative.unfollowed() == 0, Place::FollowUp),
    };
    if holds {
        return None;
    }
    let args = match demand.what {
        Demanded::Measures => vec![("count", case.benefits.values().filter(|benefit| !benefit.measure.is_complete()).count().into())],
        Demanded::GraveRisksMet => vec![("count", grave().filter(|risk| !risk.is_met()).count().into())],
        Demanded::MeasuresTaken => vec![("count", grave().filter(|risk| risk.taken.is_none()).count().into())],
        Demanded::NamedRiskAreas => vec![("count", initiative.unseen_areas().into())],
        Demanded::Users(times) => vec![("least", times.into()), ("count", initiative.evidence().count().into())],
        Demanded::Financing => vec![("money", initiative.unfinanced().into())],
        Demanded::Outcomes => vec![("count", initiative.unfollowed().into())],
        _ => Vec::new(),
    };
    Some(Lack { what: demand.what, gate: demand.gate, key: demand.what.key(), args, place, takes: demand.takes })
}

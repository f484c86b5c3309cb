//! The gates: one table of what each demands, in proportion to size, that the rules, the pages and the
//! audit all read (DOMAIN.md U2, report 4.4.1).

use serde::{Deserialize, Serialize};

use super::{Area, Event, Initiative, Phase, Size};
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

/// Something a gate demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Demanded {
    /// An area of the idea is written.
    Area(Area),
    /// A goal or goal area it serves.
    GoalLink,
    /// The object it belongs to.
    Object,
    /// Cost lines.
    Costs,
    /// At least one benefit.
    Benefits,
    /// Every benefit has unit, method, baseline and target.
    Measures,
    /// At least two ways are considered.
    Alternatives,
    /// Doing nothing is one of them.
    DoingNothing,
    /// At least one risk.
    Risks,
    /// Each of the four areas the auditors named is looked into.
    NamedRiskAreas,
    /// Every grave risk has measure, owner and date.
    GraveRisksMet,
    /// End users have taken part so many times after the idea's date.
    Users(usize),
    /// The financing covers the likely cost.
    Financing,
    /// A decision.
    Decision,
    /// The measures against grave risks are taken.
    MeasuresTaken,
    /// Progress has been reported.
    Report,
    /// End users have tried it after the work began.
    UsersTried,
    /// Every follow-up of every benefit is attested.
    Outcomes,
}

/// A row of the demand table.
#[derive(Debug)]
pub struct Demand {
    /// The gate that asks.
    pub gate: Gate,
    /// What it asks for.
    pub what: Demanded,
    /// The smallest size it asks it of.
    pub from: Size,
    /// Whether the fund asked it of its applicants before the demands held for all (report 4.3, 4.4.1).
    pub of_fund: bool,
}

const fn row(gate: Gate, what: Demanded, from: Size, of_fund: bool) -> Demand {
    Demand { gate, what, from, of_fund }
}

/// What each gate demands, of which size.
pub const DEMANDS: &[Demand] = &[
    row(Gate::Idea, Demanded::Area(Area::Problem), Size::Small, true),
    row(Gate::Idea, Demanded::Area(Area::Solution), Size::Small, true),
    row(Gate::Idea, Demanded::Area(Area::AffectedRoles), Size::Medium, true),
    row(Gate::Idea, Demanded::Area(Area::GoalContribution), Size::Small, true),
    row(Gate::Idea, Demanded::Area(Area::WiderUse), Size::Small, true),
    row(Gate::Idea, Demanded::Area(Area::CostEstimate), Size::Small, true),
    row(Gate::Idea, Demanded::Area(Area::BenefitEstimate), Size::Small, true),
    row(Gate::Idea, Demanded::Area(Area::Prerequisites), Size::Medium, true),
    row(Gate::Idea, Demanded::Area(Area::FollowUp), Size::Medium, true),
    row(Gate::Case, Demanded::GoalLink, Size::Small, true),
    row(Gate::Case, Demanded::Object, Size::Small, false),
    row(Gate::Case, Demanded::Costs, Size::Small, true),
    row(Gate::Case, Demanded::Benefits, Size::Small, true),
    row(Gate::Case, Demanded::Measures, Size::Medium, false),
    row(Gate::Case, Demanded::Alternatives, Size::Medium, false),
    row(Gate::Case, Demanded::DoingNothing, Size::Large, false),
    row(Gate::Case, Demanded::Risks, Size::Small, false),
    row(Gate::Case, Demanded::NamedRiskAreas, Size::Medium, false),
    row(Gate::Case, Demanded::Users(1), Size::Small, false),
    row(Gate::Case, Demanded::Users(2), Size::Large, false),
    row(Gate::Decision, Demanded::GraveRisksMet, Size::Small, false),
    row(Gate::Decision, Demanded::Financing, Size::Small, true),
    row(Gate::Start, Demanded::Decision, Size::Small, true),
    row(Gate::Delivery, Demanded::Report, Size::Medium, true),
    row(Gate::Delivery, Demanded::MeasuresTaken, Size::Small, false),
    row(Gate::Delivery, Demanded::UsersTried, Size::Medium, false),
    row(Gate::Effect, Demanded::Benefits, Size::Small, true),
    row(Gate::Effect, Demanded::Outcomes, Size::Small, true),
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
}

impl From<Lack> for Refusal {
    fn from(lack: Lack) -> Self {
        Self { field: None, key: lack.key, args: lack.args }
    }
}

/// What a gate's table demands of an initiative of its size and is not there, whatever rules were in
/// force: what an auditor measures by.
pub fn missing(town: &Municipality, initiative: &Initiative, gate: Gate) -> Vec<Lack> {
    let size = initiative.size(town);
    DEMANDS.iter().filter(|entry| entry.gate == gate && entry.from <= size).filter_map(|entry| lack(initiative, entry)).collect()
}

/// What of that bars the way on a day: all of it once the municipality has decided so, and before that
/// only what the fund asked of its applicants (report 4.3, 4.4.1).
pub fn blocking(town: &Municipality, initiative: &Initiative, gate: Gate, date: Date) -> Vec<Lack> {
    let size = initiative.size(town);
    let for_all = town.initiatives.demands_hold(date);
    let for_fund = initiative.case.seeks_fund();
    DEMANDS
        .iter()
        .filter(|entry| entry.gate == gate && entry.from <= size && (for_all || for_fund && entry.of_fund))
        .filter_map(|entry| lack(initiative, entry))
        .collect()
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

fn lack(initiative: &Initiative, entry: &Demand) -> Option<Lack> {
    let case = &initiative.case;
    let grave = || case.risks.values().filter(|risk| risk.is_grave());
    let (holds, key, place) = match entry.what {
        Demanded::Area(area) => (!initiative.area(area).is_empty(), area_key(area), Place::Idea(area)),
        Demanded::GoalLink => (initiative.card.links.serve_a_goal(), "lack-goal-link", Place::Card),
        Demanded::Object => (initiative.card.object.is_some(), "lack-object", Place::Card),
        Demanded::Costs => (!case.costs.is_empty(), "lack-costs", Place::Case("costs")),
        Demanded::Benefits => (!case.benefits.is_empty(), "lack-benefits", Place::Case("benefits")),
        Demanded::Measures => {
            (case.benefits.values().all(|benefit| benefit.measure.is_complete()), "lack-measures", Place::Case("benefits"))
        }
        Demanded::Alternatives => (case.alternatives.len() >= 2, "lack-alternatives", Place::Case("alternatives")),
        Demanded::DoingNothing => (initiative.considers_nothing(), "lack-doing-nothing", Place::Case("alternatives")),
        Demanded::Risks => (!case.risks.is_empty(), "lack-risks", Place::Case("risks")),
        Demanded::NamedRiskAreas => (initiative.unseen_areas() == 0, "lack-risk-areas", Place::Case("risks")),
        Demanded::GraveRisksMet => (grave().all(super::Risk::is_met), "lack-risk-measures", Place::Case("risks")),
        Demanded::Users(times) => (initiative.evidence().count() >= times, "lack-users", Place::Case("users")),
        Demanded::Financing => (initiative.is_financed(), "lack-financing", Place::Case("financing")),
        Demanded::Decision => (initiative.decision.is_some(), "lack-decision", Place::Decision),
        Demanded::MeasuresTaken => (grave().all(|risk| risk.taken.is_some()), "lack-measures-taken", Place::Case("risks")),
        Demanded::Report => (initiative.delivery.as_ref().is_some_and(|work| !work.reports.is_empty()), "lack-report", Place::Delivery),
        Demanded::UsersTried => (initiative.is_tried_by_users(), "lack-users-tried", Place::Case("users")),
        Demanded::Outcomes => (initiative.unfollowed() == 0, "lack-outcomes", Place::FollowUp),
    };
    if holds {
        return None;
    }
    let args = match entry.what {
        Demanded::Measures => vec![("count", case.benefits.values().filter(|benefit| !benefit.measure.is_complete()).count().into())],
        Demanded::GraveRisksMet => vec![("count", grave().filter(|risk| !risk.is_met()).count().into())],
        Demanded::MeasuresTaken => vec![("count", grave().filter(|risk| risk.taken.is_none()).count().into())],
        Demanded::NamedRiskAreas => vec![("count", initiative.unseen_areas().into())],
        Demanded::Users(times) => vec![("least", times.into()), ("count", initiative.evidence().count().into())],
        Demanded::Financing => vec![("money", initiative.unfinanced().into())],
        Demanded::Outcomes => vec![("count", initiative.unfollowed().into())],
        _ => Vec::new(),
    };
    Some(Lack { what: entry.what, gate: entry.gate, key, args, place })
}

const fn area_key(area: Area) -> &'static str {
    match area {
        Area::Problem => "lack-problem",
        Area::Solution => "lack-solution",
        Area::AffectedRoles => "lack-affected-roles",
        Area::GoalContribution => "lack-goal-contribution",
        Area::WiderUse => "lack-wider-use",
        Area::CostEstimate => "lack-cost-estimate",
        Area::BenefitEstimate => "lack-benefit-estimate",
        Area::Prerequisites => "lack-prerequisites",
        Area::FollowUp => "lack-follow-up",
    }
}

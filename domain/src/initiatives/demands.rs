//! What is demanded, of whom, by whom it is decided: one table that each municipality sets by a decision,
//! and that the rules, the pages and the audit all read (DOMAIN.md U2, report 4.4.1, advice 3).

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{Area, Extent, Gate, RiskScale, RiskWords, Size, Tier, Trigger};
use crate::{Ore, Refusal, Refusals};

/// Something a gate demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// The information is classified: confidentiality, correctness, availability.
    Classified,
    /// No information of level four, which may not be handled this way at all.
    NoLevelFour,
    /// The nine questions of data protection are answered.
    Screened,
    /// Where two or more of them are answered yes, the impact is assessed.
    Assessed,
    /// Where somebody outside supplies it: who, and how one leaves them.
    Exit,
    /// End users have taken part so many times after the idea's date.
    Users(usize),
    /// Every grave risk has measure, owner and date.
    GraveRisksMet,
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

impl Demanded {
    /// The key of its sentences: `refusal-KEY` for what is missing, `why-KEY` for why it is asked.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Area(area) => area.lack(),
            Self::GoalLink => "lack-goal-link",
            Self::Object => "lack-object",
            Self::Costs => "lack-costs",
            Self::Benefits => "lack-benefits",
            Self::Measures => "lack-measures",
            Self::Alternatives => "lack-alternatives",
            Self::DoingNothing => "lack-doing-nothing",
            Self::Risks => "lack-risks",
            Self::NamedRiskAreas => "lack-risk-areas",
            Self::Classified => "lack-classified",
            Self::NoLevelFour => "lack-no-level-four",
            Self::Screened => "lack-screened",
            Self::Assessed => "lack-assessed",
            Self::Exit => "lack-exit",
            Self::Users(_) => "lack-users",
            Self::GraveRisksMet => "lack-risk-measures",
            Self::Financing => "lack-financing",
            Self::Decision => "lack-decision",
            Self::MeasuresTaken => "lack-measures-taken",
            Self::Report => "lack-report",
            Self::UsersTried => "lack-users-tried",
            Self::Outcomes => "lack-outcomes",
        }
    }
}

/// How long it usually takes to put in place: our own estimate, until the municipality's ledger can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    /// A few minutes.
    Minutes,
    /// About an hour.
    Hour,
    /// Half a day.
    HalfDay,
    /// Some days.
    Days,
    /// Some weeks.
    Weeks,
    /// Months: what shows only when time has passed.
    Months,
}

/// A row of the demand table as Styrbord begins with it.
#[derive(Debug)]
pub struct Demand {
    /// The gate that asks.
    pub gate: Gate,
    /// What it asks for.
    pub what: Demanded,
    /// The smallest size it asks it of, until the municipality decides otherwise.
    pub from: Size,
    /// Whether the fund asked it of its applicants before the demands held for all (report 4.3, 4.4.1).
    pub of_fund: bool,
    /// How long it usually takes.
    pub takes: Takes,
}

const fn row(gate: Gate, what: Demanded, from: Size, of_fund: bool, takes: Takes) -> Demand {
    Demand { gate, what, from, of_fund, takes }
}

/// All there is to demand, gate by gate. The sizes are our own start, set beside what a neighbouring
/// municipality asks registration for; no national norm was found.
pub const DEMANDS: &[Demand] = &[
    row(Gate::Idea, Demanded::Area(Area::Problem), Size::Small, true, Takes::Hour),
    row(Gate::Idea, Demanded::Area(Area::Solution), Size::Small, true, Takes::Hour),
    row(Gate::Idea, Demanded::Area(Area::AffectedRoles), Size::Medium, true, Takes::Minutes),
    row(Gate::Idea, Demanded::Area(Area::GoalContribution), Size::Small, true, Takes::Minutes),
    row(Gate::Idea, Demanded::Area(Area::WiderUse), Size::Small, true, Takes::Minutes),
    row(Gate::Idea, Demanded::Area(Area::CostEstimate), Size::Small, true, Takes::Hour),
    row(Gate::Idea, Demanded::Area(Area::BenefitEstimate), Size::Small, true, Takes::Hour),
    row(Gate::Idea, Demanded::Area(Area::Prerequisites), Size::Medium, true, Takes::Hour),
    row(Gate::Idea, Demanded::Area(Area::FollowUp), Size::Medium, true, Takes::Minutes),
    row(Gate::Case, Demanded::GoalLink, Size::Small, true, Takes::Minutes),
    row(Gate::Case, Demanded::Object, Size::Small, false, Takes::Minutes),
    row(Gate::Case, Demanded::Costs, Size::Small, true, Takes::Hour),
    row(Gate::Case, Demanded::Benefits, Size::Small, true, Takes::Hour),
    row(Gate::Case, Demanded::Measures, Size::Medium, false, Takes::Days),
    row(Gate::Case, Demanded::Alternatives, Size::Medium, false, Takes::Hour),
    row(Gate::Case, Demanded::DoingNothing, Size::Large, false, Takes::Hour),
    row(Gate::Case, Demanded::Risks, Size::Small, false, Takes::Hour),
    row(Gate::Case, Demanded::NamedRiskAreas, Size::Medium, false, Takes::HalfDay),
    row(Gate::Case, Demanded::Classified, Size::Medium, false, Takes::HalfDay),
    row(Gate::Case, Demanded::NoLevelFour, Size::Small, false, Takes::Weeks),
    row(Gate::Case, Demanded::Screened, Size::Medium, false, Takes::Minutes),
    row(Gate::Case, Demanded::Assessed, Size::Small, false, Takes::Weeks),
    row(Gate::Case, Demanded::Exit, Size::Medium, false, Takes::HalfDay),
    row(Gate::Case, Demanded::Users(1), Size::Small, false, Takes::Weeks),
    row(Gate::Case, Demanded::Users(2), Size::Large, false, Takes::Weeks),
    row(Gate::Decision, Demanded::GraveRisksMet, Size::Small, false, Takes::Minutes),
    row(Gate::Decision, Demanded::Financing, Size::Small, true, Takes::Days),
    row(Gate::Start, Demanded::Decision, Size::Small, true, Takes::Weeks),
    row(Gate::Delivery, Demanded::Report, Size::Medium, true, Takes::Minutes),
    row(Gate::Delivery, Demanded::MeasuresTaken, Size::Small, false, Takes::Days),
    row(Gate::Delivery, Demanded::UsersTried, Size::Medium, false, Takes::Weeks),
    row(Gate::Effect, Demanded::Benefits, Size::Small, true, Takes::Hour),
    row(Gate::Effect, Demanded::Outcomes, Size::Small, true, Takes::Months),
];

/// Who decides to carry out an initiative of a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// One named delegate, within the delegation order.
    Delegate,
    /// A committee, or the executive board.
    Committee,
    /// The council.
    Council,
}

impl Level {
    /// All levels, the nearest first.
    pub const ALL: [Self; 3] = [Self::Delegate, Self::Committee, Self::Council];
}

/// The smallest size something is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// At which gate.
    pub gate: Gate,
    /// What.
    pub what: Demanded,
    /// From which size on.
    pub from: Size,
}

/// A municipality's table: from cost, hours, reach and risk to a size, and from the size to what is
/// demanded and who decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What is small.
    pub small: Tier,
    /// What is no more than medium; all else is large.
    pub medium: Tier,
    /// What makes an initiative at least medium, however little it costs.
    pub triggers: Vec<Trigger>,
    /// What is asked, from which size on. What is not named is not asked: no demand holds without a decision.
    pub asked: Vec<Asked>,
    /// Who decides what is small, medium and large.
    pub levels: [Level; 3],
    /// The scale risks are weighed on.
    pub scale: RiskScale,
    /// What its steps are called.
    #[serde(default)]
    pub words: RiskWords,
}

/// The table every municipality begins with.
static START: LazyLock<Table> = LazyLock::new(|| Table {
    small: Tier { cost_below: Ore::kronor(300_000), hours: 500, shared_hours: 40, bodies: 1, risk: 12 },
    medium: Tier { cost_below: Ore::kronor(3_000_000), hours: 5_000, shared_hours: 1_000, bodies: 5, risk: 20 },
    triggers: Trigger::ALL.to_vec(),
    asked: DEMANDS.iter().map(|demand| Asked { gate: demand.gate, what: demand.what, from: demand.from }).collect(),
    levels: [Level::Delegate, Level::Delegate, Level::Committee],
    scale: RiskScale::default(),
    words: RiskWords::default(),
});

impl Table {
    /// The table every municipality begins with: five hundred hours in all and forty of what all share,
    /// and the triggers, are Nacka's (reference: its digitalisation process); the sums are our own.
    pub fn start() -> &'static Self {
        &START
    }

    /// How large something of this extent is.
    pub fn size(&self, extent: &Extent) -> Size {
        let lifted = extent.triggers.iter().any(|trigger| self.triggers.contains(trigger));
        match extent {
            small if self.small.holds(small) && !lifted => Size::Small,
            medium if self.medium.holds(medium) => Size::Medium,
            _ => Size::Large,
        }
    }

    /// From which size on something is asked at a gate; nothing where it is not asked.
    pub fn asks(&self, gate: Gate, what: Demanded) -> Option<Size> {
        self.asked.iter().find(|asked| asked.gate == gate && asked.what == what).map(|asked| asked.from)
    }

    /// Who decides what is of a size.
    pub fn level(&self, size: Size) -> Level {
        self.levels[size as usize]
    }

    /// Demands a table that hangs together: what is medium is no less than what is small, nobody nearer
    /// decides what is larger, and nothing is asked that no gate knows.
    pub fn demand(&self, lacks: &mut Refusals) {
        let (small, medium) = (&self.small, &self.medium);
        lacks.money("small_cost", small.cost_below, Ore::kronor(1_000_000_000));
        lacks.money("medium_cost", medium.cost_below, Ore::kronor(10_000_000_000));
        let grows = |holds: bool, field| (!holds).then(|| Refusal::new("medium-below-small").at(field));
        let faults = [
            grows(small.cost_below <= medium.cost_below, "medium_cost"),
            grows(small.hours <= medium.hours, "medium_hours"),
            grows(small.shared_hours <= medium.shared_hours, "medium_shared_hours"),
            grows(small.bodies <= medium.bodies, "medium_bodies"),
            grows(small.risk <= medium.risk, "medium_risk"),
        ];
        faults.into_iter().flatten().for_each(|fault| lacks.add(fault));
        lacks.unless(self.levels.is_sorted(), Refusal::new("levels-backwards").at("level_medium"));
        let known = |asked: &Asked| DEMANDS.iter().any(|demand| demand.gate == asked.gate && demand.what == asked.what);
        lacks.unless(self.asked.iter().all(known), Refusal::new("demand-unknown").at("asked"));
        self.scale.demand(lacks);
        self.words.demand(self.scale, lacks);
    }
}

//! An initiative: a change effort that passes the same gates whatever pays for it (DOMAIN.md U2).

use std::collections::BTreeSet;
use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{Area, Attached, Case, Delivery, Effort, KinAnswer, Lesson, Review, Trigger};
use crate::{
    AttachmentId, Date, DecisionId, DirectionId, GoalAreaId, GoalId, InitiativeId, Municipality, ObjectId, Ore, PersonId, PriorityAreaId,
    Register, Stamp, Timestamp, UnitId,
};

/// How the work is carried out; a field only, for the demands are the same (pm3: governance is one
/// thing, the form of work another).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A project with its own organisation and end.
    #[default]
    Project,
    /// An assignment a committee gave its administration.
    Assignment,
    /// Work in the line, beside the daily work.
    Line,
    /// A procurement and the introduction of what was bought.
    Procurement,
}

impl Form {
    /// All forms, in the order pages list them.
    pub const ALL: [Self; 4] = [Self::Project, Self::Assignment, Self::Line, Self::Procurement];
}

/// Where an initiative stands: the gate it has before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// The idea is being written.
    #[default]
    Idea,
    /// The business case is being written.
    Case,
    /// The case is complete and waits for a decision.
    Decision,
    /// Decided; the work has not begun.
    Start,
    /// The work is under way.
    Delivery,
    /// Delivered; the effects are followed up at 6, 12 and 24 months.
    Effect,
    /// The effects are attested; lessons remain to be written.
    Closure,
    /// Closed.
    Closed,
    /// Stopped before the end.
    Stopped,
}

impl Phase {
    /// All phases in their order.
    pub const ALL: [Self; 9] =
        [Self::Idea, Self::Case, Self::Decision, Self::Start, Self::Delivery, Self::Effect, Self::Closure, Self::Closed, Self::Stopped];

    /// Whether the work has been carried out, or is being so.
    pub fn has_begun(self) -> bool {
        matches!(self, Self::Delivery | Self::Effect | Self::Closure | Self::Closed)
    }

    /// Whether the work has been delivered.
    pub fn is_delivered(self) -> bool {
        matches!(self, Self::Effect | Self::Closure | Self::Closed)
    }

    /// Whether anything more is to happen.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Stopped)
    }
}

/// What an initiative serves in the steering documents: the upper end of the golden thread (G6).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Links {
    /// Goals of the council or a committee.
    pub goals: Vec<GoalId>,
    /// Goal areas, where no single goal fits.
    pub goal_areas: Vec<GoalAreaId>,
    /// Priority areas of Mål och budget.
    pub priority_areas: Vec<PriorityAreaId>,
    /// Directions of the digitalisation strategy.
    pub directions: Vec<DirectionId>,
}

impl Links {
    /// Whether it serves any goal or goal area, and so can say what it contributes to.
    pub fn serve_a_goal(&self) -> bool {
        !self.goals.is_empty() || !self.goal_areas.is_empty()
    }
}

/// The card of an initiative: what it is called, whose it is, whom it reaches and what it serves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its title, 3–140 characters.
    pub title: String,
    /// The unit that drives it.
    pub unit: UnitId,
    /// The person who answers for it.
    pub lead: PersonId,
    /// Others who may write in it.
    #[serde(default)]
    pub writers: Vec<PersonId>,
    /// The pm3 object it belongs to, where known.
    #[serde(default)]
    pub object: Option<ObjectId>,
    /// How the work is carried out.
    #[serde(default)]
    pub form: Form,
    /// The other units it serves.
    #[serde(default)]
    pub serves: Vec<UnitId>,
    /// What it serves in the steering documents.
    #[serde(default)]
    pub links: Links,
    /// The writer's first figure of the whole cost, used until the case holds cost lines.
    #[serde(default)]
    pub expected_cost: Option<Ore>,
    /// The hours it is thought to take.
    #[serde(default)]
    pub effort: Effort,
    /// What it does that others must know of.
    #[serde(default)]
    pub triggers: Vec<Trigger>,
}

/// A text of the idea, and who wrote it last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// The text.
    pub text: Arc<str>,
    /// Who saved it last.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// An initiative.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Initiative {
    /// Its identity.
    pub id: InitiativeId,
    /// Its card.
    pub card: Card,
    /// The day its idea was started; only what users said after it counts as their involvement.
    pub started: Date,
    /// Where it stands.
    pub phase: Phase,
    /// The day it came there.
    pub phase_since: Date,
    /// The nine areas of the idea, as far as they are written.
    pub idea: Register<Area, Passage>,
    /// The business case, as far as it is written.
    pub case: Case,
    /// The decision to carry it out.
    pub decision: Option<DecisionId>,
    /// Plan, reports and delivery, once the work has begun.
    pub delivery: Option<Delivery>,
    /// Why it was stopped, or what was learnt when it was closed.
    pub lessons: String,
    /// What was learnt on the way and at delivery, oldest first.
    #[serde(default)]
    pub noted: Vec<Lesson>,
    /// What was answered of what is like it, the latest answer of each.
    #[serde(default)]
    pub kin: Vec<KinAnswer>,
    /// The entry that last changed each part, by the part's key; what makes a form stale.
    pub touched: OrdMap<Arc<str>, u64>,
    /// The day its figures were settled: when its case was handed in, or the work began without one.
    #[serde(default)]
    pub settled: Option<Date>,
    /// When its risks have been looked through, oldest first.
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// Files beside it.
    #[serde(default)]
    pub attachments: Register<AttachmentId, Attached>,
}

impl Initiative {
    pub(super) fn started(id: InitiativeId, card: Card, date: Date) -> Self {
        Self {
            id,
            card,
            started: date,
            phase: Phase::Idea,
            phase_since: date,
            idea: Register::default(),
            case: Case::default(),
            decision: None,
            delivery: None,
            lessons: String::new(),
            noted: Vec::new(),
            kin: Vec::new(),
            touched: OrdMap::new(),
            settled: None,
            reviews: Vec::new(),
            attachments: Register::default(),
        }
    }

    pub(super) fn come_to(&mut self, phase: Phase, date: Date) {
        (self.phase, self.phase_since) = (phase, date);
        if phase > Phase::Case && phase != Phase::Stopped {
            self.settled.get_or_insert(date);
        }
    }

    pub(super) fn rename(&mut self, card: &Card, seq: u64) {
        self.card = card.clone();
        self.touched.insert("card".into(), seq);
    }

    pub(super) fn describe(&mut self, area: Area, text: &Arc<str>, stamp: &Stamp, seq: u64) {
        let passage = Passage { text: Arc::clone(text), by: stamp.who.clone(), at: stamp.at };
        self.idea.enter(area, passage);
        self.touched.insert(area.touched().into(), seq);
    }

    /// The text of an area of the idea; empty where nothing is written.
    pub fn area(&self, area: Area) -> &str {
        self.idea.get(&area).map_or("", |passage| &passage.text)
    }

    /// Whether a person answers for it or writes in it.
    pub fn is_written_by(&self, who: &PersonId) -> bool {
        self.card.lead == *who || self.card.writers.contains(who)
    }

    /// The whole likely cost in öre: the case's lines, or where there are none the writer's first figure,
    /// or the budget the work began with.
    pub fn likely_cost(&self) -> Ore {
        if !self.case.costs.is_empty() {
            return self.case.cost().likely;
        }
        let budget = self.delivery.as_ref().map(|work| work.plan.budget);
        self.card.expected_cost.or(budget).unwrap_or_default()
    }

    /// The bodies it reaches: those its own and the served units stand under.
    pub fn bodies<'a>(&'a self, town: &'a Municipality) -> BTreeSet<&'a UnitId> {
        let units = std::iter::once(&self.card.unit).chain(&self.card.serves);
        units.filter_map(|unit| town.organisation.body_of(unit)).map(|body| &body.id).collect()
    }
}

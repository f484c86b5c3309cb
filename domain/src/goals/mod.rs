//! Goals and strategy: steering documents, goal areas, goals with their indicators, the strategy's
//! directions, and what the committees have promised (report 4.1, appendix 1).

mod area;
mod carry;
mod coherence;
mod direction;
mod document;
mod figure;
mod goal;
mod indicator;
mod outside;
mod rewording;
mod smart;
mod undertaking;

use imbl::Vector;
use serde::{Deserialize, Serialize};

pub use area::{GoalArea, GoalAreaEstablish, PriorityArea, PriorityAreaEnter};
pub use carry::GoalCarry;
pub use direction::{Direction, DirectionEnter, DirectionLink, DirectionUnlink, Link, Strength};
pub use document::{Document, DocumentAdopt, DocumentGround, DocumentKind};
pub use figure::{Figure, NoFigure};
pub use goal::{Goal, GoalEnd, GoalReword, GoalSet, GoalWording};
pub use indicator::{Better, Course, Frequency, Indicator, IndicatorDefine, IndicatorMeasure, IndicatorRedefine, Measure, Reading};
pub use outside::{Fetched, IndicatorImport, Kolada};
pub use rewording::{DirectionReword, GoalAreaReword, PriorityAreaReword};
pub use smart::{Letter, Smart, Verdict};
pub use undertaking::{Report, Undertaking, UndertakingAssign, UndertakingEnter, UndertakingKind, UndertakingReport, UndertakingStatus};

use crate::act::acts;
use crate::{
    Date, DecisionId, DirectionId, DocumentId, GoalAreaId, GoalId, IndicatorId, PersonId, PriorityAreaId, Refusal, Refusals, Register,
    Stamp, Standing, UndertakingId,
};

acts! {
    /// Enter a steering document a body has adopted.
    "goals.document.adopt" => DocumentAdopt by [Standing::Secretary, Standing::Controller];
    /// Name the decision that adopted a steering document.
    "goals.document.ground" => DocumentGround by [Standing::Secretary, Standing::Controller];
    /// Establish a goal area.
    "goals.area.establish" => GoalAreaEstablish by [Standing::Secretary, Standing::Controller];
    /// Enter a priority area.
    "goals.priority.enter" => PriorityAreaEnter by [Standing::Secretary, Standing::Controller];
    /// Set a goal.
    "goals.goal.set" => GoalSet by [Standing::Secretary, Standing::Controller];
    /// Word a goal anew.
    "goals.goal.reword" => GoalReword by [Standing::Secretary, Standing::Controller];
    /// Carry a goal over into a later document.
    "goals.goal.carry" => GoalCarry by [Standing::Secretary, Standing::Controller];
    /// End a goal.
    "goals.goal.end" => GoalEnd by [Standing::Secretary, Standing::Controller];
    /// Define an indicator.
    "goals.indicator.define" => IndicatorDefine by [Standing::Controller, Standing::DigitalisationDepartment];
    /// Define an indicator anew.
    "goals.indicator.redefine" => IndicatorRedefine by [Standing::Controller, Standing::DigitalisationDepartment, Standing::Responsible];
    /// Enter a value of an indicator.
    "goals.indicator.measure" => IndicatorMeasure by [Standing::Controller, Standing::DigitalisationDepartment, Standing::Responsible];
    /// Take in values of an indicator from Kolada.
    "goals.indicator.import" => IndicatorImport by [Standing::Controller, Standing::DigitalisationDepartment, Standing::Responsible];
    /// Enter a direction of the strategy.
    "goals.direction.enter" => DirectionEnter by [Standing::Secretary, Standing::DigitalisationDepartment];
    /// Word a direction anew.
    "goals.direction.reword" => DirectionReword by [Standing::Secretary, Standing::DigitalisationDepartment];
    /// Word a priority area anew.
    "goals.priority.reword" => PriorityAreaReword by [Standing::Secretary, Standing::Controller];
    /// Word a goal area anew.
    "goals.area.reword" => GoalAreaReword by [Standing::Secretary, Standing::Controller];
    /// Link a direction to a goal it carries.
    "goals.direction.link" => DirectionLink by [Standing::Controller, Standing::DigitalisationDepartment];
    /// Take away the link between a direction and a goal.
    "goals.direction.unlink" => DirectionUnlink by [Standing::Controller, Standing::DigitalisationDepartment];
    /// Enter what a committee's plan says about digitalisation.
    "goals.undertaking.enter" => UndertakingEnter by [Standing::Secretary, Standing::Controller];
    /// Say who answers for an undertaking, and until when.
    "goals.undertaking.assign" => UndertakingAssign by [Standing::Secretary, Standing::Controller];
    /// Report back on an undertaking.
    "goals.undertaking.report" => UndertakingReport by [Standing::Secretary, Standing::Controller, Standing::Responsible];
}

/// What has come to be among goals and strategies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A steering document was adopted.
    DocumentAdopted(Document),
    /// The decision that adopted a document was named.
    DocumentGrounded {
        /// Which.
        id: DocumentId,
        /// The decision.
        decision: DecisionId,
    },
    /// A goal area was established.
    GoalAreaEstablished(GoalArea),
    /// A priority area was entered.
    PriorityAreaEntered(PriorityArea),
    /// A goal was set.
    GoalSet(Goal),
    /// A goal was worded anew.
    GoalReworded {
        /// Which.
        id: GoalId,
        /// What it says from then on.
        wording: GoalWording,
    },
    /// A goal was ended.
    GoalEnded {
        /// Which.
        id: GoalId,
        /// Its last day.
        last: Date,
    },
    /// A goal was carried over.
    GoalCarried {
        /// Which.
        id: GoalId,
        /// The document it lives on in.
        document: DocumentId,
    },
    /// A goal that had been carried over was returned to the document before.
    GoalReturned {
        /// Which.
        id: GoalId,
        /// The document it had been carried into.
        document: DocumentId,
    },
    /// An indicator was defined.
    IndicatorDefined(Indicator),
    /// An indicator was defined anew.
    IndicatorRedefined {
        /// Which.
        id: IndicatorId,
        /// What it measures from then on.
        measure: Measure,
    },
    /// An indicator was measured.
    IndicatorMeasured {
        /// Which.
        id: IndicatorId,
        /// The day and the value.
        reading: Reading,
    },
    /// Values of an indicator were taken in from Kolada.
    IndicatorImported {
        /// Which.
        id: IndicatorId,
        /// The values that were new.
        readings: Vector<Reading>,
        /// When, and whether the key figure was still there.
        fetched: Fetched,
    },
    /// A direction was entered.
    DirectionEntered(Direction),
    /// A direction was worded anew.
    DirectionReworded {
        /// Which.
        id: DirectionId,
        /// The direction in one sentence.
        title: String,
        /// What it means.
        text: String,
    },
    /// A priority area was worded anew.
    PriorityAreaReworded {
        /// Which.
        id: PriorityAreaId,
        /// Its name.
        name: String,
        /// What it means.
        text: String,
    },
    /// A goal area was worded anew.
    GoalAreaReworded {
        /// Which.
        id: GoalAreaId,
        /// Its name.
        name: String,
        /// What it means.
        text: String,
    },
    /// A direction was linked to a goal, or the link changed.
    DirectionLinked {
        /// The direction.
        direction: DirectionId,
        /// The link.
        link: Link,
    },
    /// A link was taken away.
    DirectionUnlinked {
        /// The direction.
        direction: DirectionId,
        /// The goal.
        goal: GoalId,
    },
    /// An undertaking was entered.
    UndertakingEntered(Undertaking),
    /// It was said who answers for an undertaking, and until when.
    UndertakingAssigned {
        /// Which.
        id: UndertakingId,
        /// Who.
        responsible: Option<PersonId>,
        /// The day it is to be reported back.
        due: Option<Date>,
    },
    /// An undertaking was reported back on.
    UndertakingReported {
        /// Which.
        id: UndertakingId,
        /// The report.
        report: Report,
    },
}

/// All steering documents and what they hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Goals {
    /// Steering documents by identity.
    pub documents: Register<DocumentId, Document>,
    /// Goal areas by identity.
    pub areas: Register<GoalAreaId, GoalArea>,
    /// Priority areas by identity.
    pub priorities: Register<PriorityAreaId, PriorityArea>,
    /// Goals by identity.
    pub goals: Register<GoalId, Goal>,
    /// Indicators by identity.
    pub indicators: Register<IndicatorId, Indicator>,
    /// Directions of the strategy by identity.
    pub directions: Register<DirectionId, Direction>,
    /// Undertakings and assignments by identity.
    pub undertakings: Register<UndertakingId, Undertaking>,
}

impl Goals {
    /// The goals in force on a day: not ended, and held by a document that steers then.
    pub fn in_force(&self, date: Date) -> impl Iterator<Item = &Goal> {
        self.goals.values().filter(move |goal| goal.is_alive(date) && self.holding_goal(goal, date).is_some())
    }

    /// The directions in force on a day, in the strategy's order.
    pub fn directions_in_force(&self, date: Date) -> Vec<&Direction> {
        let mut directions: Vec<_> = self.directions.values().filter(|direction| self.steers(&direction.document, date)).collect();
        directions.sort_by_key(|direction| direction.number);
        directions
    }

    /// The priority areas in force on a day.
    pub fn priorities_in_force(&self, date: Date) -> impl Iterator<Item = &PriorityArea> {
        self.priorities.values().filter(move |area| self.steers(&area.document, date))
    }

    /// The indicators of a goal.
    pub fn indicators_of<'a>(&'a self, goal: &'a GoalId) -> impl Iterator<Item = &'a Indicator> {
        self.indicators.values().filter(move |indicator| indicator.goal == *goal)
    }

    /// The goals that break down a goal.
    pub fn broken_down_into<'a>(&'a self, goal: &'a GoalId) -> impl Iterator<Item = &'a Goal> {
        self.goals.values().filter(move |below| below.breaks_down.as_ref() == Some(goal))
    }

    /// The directions that carry a goal, with how.
    pub fn carried_by<'a>(&'a self, goal: &'a GoalId) -> impl Iterator<Item = (&'a Direction, &'a Link)> {
        self.directions.values().filter_map(move |direction| Some((direction, direction.link_to(goal)?)))
    }

    /// The document that holds on a day what `document` once held: itself, or whichever took over from it.
    pub fn holding(&self, document: &DocumentId, date: Date) -> Option<&Document> {
        let mut at = self.documents.get(document)?;
        // Each step goes to a later document, so that a ring is impossible; the count only guards the loop.
        for _ in 0..self.documents.len() {
            if at.is_in_force(date) {
                return Some(at);
            }
            at = self.documents.get(at.revised_by.as_ref()?)?;
        }
        None
    }

    fn steers(&self, document: &DocumentId, date: Date) -> bool {
        self.holding(document, date).is_some()
    }

    fn demand_document(&self, lacks: &mut Refusals, id: &DocumentId) -> Option<&Document> {
        let document = self.documents.get(id);
        lacks.unless(document.is_some(), Refusal::new("document-unknown").at("document").with("id", id.as_str()));
        document
    }

    fn demand_goal(&self, lacks: &mut Refusals, id: &GoalId, date: Date) {
        match self.goals.get(id) {
            None => lacks.add(Refusal::new("goal-unknown").at("goal").with("id", id.as_str())),
            Some(goal) => {
                lacks.unless(goal.is_alive(date), Refusal::new("goal-ended").at("goal").with("title", goal.wording.title.as_str()))
            }
        }
    }

    pub(crate) fn fold(&mut self, event: &Event, _: &Stamp) {
        match event {
            Event::DocumentAdopted(document) => {
                if let Some(earlier) = &document.revises {
                    self.documents.alter(earlier, |earlier| earlier.hand_over_to(document));
                }
                self.documents.enter(document.id.clone(), document.clone());
            }
            Event::DocumentGrounded { id, decision } => self.documents.alter(id, |document| document.decision = Some(decision.clone())),
            Event::GoalAreaEstablished(area) => self.areas.enter(area.id.clone(), area.clone()),
            Event::PriorityAreaEntered(area) => self.priorities.enter(area.id.clone(), area.clone()),
            Event::GoalSet(goal) => self.goals.enter(goal.id.clone(), goal.clone()),
            Event::GoalReworded { id, wording } => self.goals.alter(id, |goal| goal.wording = wording.clone()),
            Event::GoalEnded { id, last } => self.goals.alter(id, |goal| goal.ended = Some(*last)),
            Event::GoalCarried { id, document } => self.goals.alter(id, |goal| {
                let earlier = std::mem::replace(&mut goal.document, document.clone());
                goal.earlier.push_back(earlier);
            }),
            Event::GoalReturned { id, document } => self.goals.alter(id, |goal| {
                if goal.document == *document
                    && let Some(earlier) = goal.earlier.pop_back()
                {
                    goal.document = earlier;
                }
            }),
            Event::IndicatorDefined(indicator) => self.indicators.enter(indicator.id.clone(), indicator.clone()),
            Event::IndicatorRedefined { id, measure } => self.indicators.alter(id, |indicator| indicator.measure = measure.clone()),
            Event::IndicatorMeasured { id, reading } => self.indicators.alter(id, |indicator| indicator.enter_reading(*reading)),
            Event::IndicatorImported { id, readings, fetched } => self.indicators.alter(id, |indicator| {
                readings.iter().for_each(|reading| indicator.enter_reading(*reading));
                indicator.fetched = Some(*fetched);
            }),
            Event::DirectionEntered(direction) => self.directions.enter(direction.id.clone(), direction.clone()),
            Event::DirectionReworded { id, title, text } => self.directions.alter(id, |direction| {
                (direction.title, direction.text) = (title.clone(), text.clone());
            }),
            Event::PriorityAreaReworded { id, name, text } => self.priorities.alter(id, |area| {
                (area.name, area.text) = (name.clone(), text.clone());
            }),
            Event::GoalAreaReworded { id, name, text } => self.areas.alter(id, |area| {
                (area.name, area.text) = (name.clone(), text.clone());
            }),
            Event::DirectionLinked { direction, link } => self.directions.alter(direction, |direction| direction.carry(link)),
            Event::DirectionUnlinked { direction, goal } => {
                self.directions.alter(direction, |direction| direction.links.retain(|link| link.goal != *goal));
            }
            Event::UndertakingEntered(undertaking) => self.undertakings.enter(undertaking.id.clone(), undertaking.clone()),
            Event::UndertakingAssigned { id, responsible, due } => self.undertakings.alter(id, |undertaking| {
                undertaking.responsible.clone_from(responsible);
                undertaking.due = *due;
            }),
            Event::UndertakingReported { id, report } => self.undertakings.alter(id, |undertaking| {
                undertaking.status = report.status;
                undertaking.reports.push_back(report.clone());
            }),
        }
    }
}

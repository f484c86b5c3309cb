//! Initiatives: every change effort from idea through business case and gates to delivery, under the
//! same demands in proportion whatever pays for it (report 4.4, DOMAIN.md U1–U7).

mod alternative;
mod benefit;
mod calculation;
mod case;
mod cost;
mod delivery;
mod discounting;
mod estimate;
mod financing;
mod gates;
mod idea;
mod inclusion;
mod initiative;
mod lesson;
mod readiness;
mod replan;
mod risk;
mod similar;
mod size;

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

pub use alternative::{Alternative, AlternativeKind};
pub use benefit::{Benefit, BenefitClass, Measure, TimeSaved};
pub use calculation::{Calculation, Year};
pub use case::{Case, CaseDrop, CasePut, CaseWrite, Part, PartId};
pub use cost::{CostKind, CostLine};
pub use delivery::{Delivery, DeliveryDeliver, DeliveryReport, DeliveryStart, Fare, FollowUpMonths, Plan, Report, Stop};
pub use discounting::{Flow, RATE, payback, present_value};
pub use estimate::{Estimate, Span};
pub use financing::{Financing, FinancingSource};
pub use gates::{DEMANDS, Demand, Demanded, Gate, Lack, Place, STEPS, Step, blocking, clear, missing};
pub use idea::{Area, CardWrite, CaseSubmit, IdeaDescribe, IdeaStart, IdeaSubmit, IdeaWrite};
pub use inclusion::Inclusion;
pub use initiative::{Card, Form, Initiative, Links, Passage, Phase};
pub use lesson::{Learnt, Lesson, LessonNote};
pub use replan::{DeliveryReplan, Replan};
pub use risk::{GRAVE, Risk, RiskArea, Weight};
pub use similar::{Hit, How, Index, Kin, KinAnswer, SimilarAnswer, kin_answers, kin_exists, unanswered};
pub use size::{Size, TIERS, Tier};

use gates::pass;
use similar::demand_answers;

use crate::act::acts;
use crate::{BenefitId, Date, DecisionId, InitiativeId, Municipality, Ore, PersonId, Refusal, Register, Stamp, Standing, UnitId};

acts! {
    /// Start an idea.
    "initiatives.idea.start" => IdeaStart by [Standing::Staff];
    /// Write the card: title, unit, object, people, links.
    "initiatives.card.write" => CardWrite by [Standing::Lead, Standing::ObjectManager, Standing::DigitalisationDepartment];
    /// Save one area of the idea.
    "initiatives.idea.describe" => IdeaDescribe by [Standing::Lead, Standing::DigitalisationDepartment];
    /// Write several areas of the idea at once.
    "initiatives.idea.write" => IdeaWrite by [Standing::Lead, Standing::DigitalisationDepartment];
    /// Hand in the idea.
    "initiatives.idea.submit" => IdeaSubmit by [Standing::Lead];
    /// Write one part of the business case.
    "initiatives.case.put" => CasePut by [Standing::Lead, Standing::ObjectManager, Standing::DigitalisationDepartment];
    /// Write several parts of the business case at once.
    "initiatives.case.write" => CaseWrite by [Standing::Lead, Standing::ObjectManager, Standing::DigitalisationDepartment];
    /// Take a part out of the business case.
    "initiatives.case.drop" => CaseDrop by [Standing::Lead, Standing::ObjectManager];
    /// Hand in the business case.
    "initiatives.case.submit" => CaseSubmit by [Standing::Lead];
    /// Begin the work.
    "initiatives.delivery.start" => DeliveryStart by [Standing::Lead, Standing::ObjectManager];
    /// Report how the work fares.
    "initiatives.delivery.report" => DeliveryReport by [Standing::Lead, Standing::ObjectManager];
    /// Make a new plan, and keep the old.
    "initiatives.delivery.replan" => DeliveryReplan by [Standing::Lead, Standing::ObjectManager, Standing::ObjectOwner];
    /// Write down something learnt.
    "initiatives.lesson.note" => LessonNote by [Standing::Lead, Standing::ObjectManager, Standing::ObjectOwner, Standing::DigitalisationDepartment];
    /// Join something like it, reuse it, or say why not.
    "initiatives.similar.answer" => SimilarAnswer by [Standing::Lead, Standing::ObjectManager, Standing::DigitalisationDepartment];
    /// Deliver.
    "initiatives.delivery.deliver" => DeliveryDeliver by [Standing::Lead, Standing::ObjectManager];
    /// Stop an initiative before its end.
    "initiatives.initiative.stop" => Stop by [Standing::Lead, Standing::ObjectOwner];
}

/// What has come to be with initiatives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An idea was started.
    Started {
        /// Its identity.
        id: InitiativeId,
        /// Its card.
        card: Card,
        /// The day.
        date: Date,
    },
    /// The card was written anew.
    CardWritten {
        /// Which.
        id: InitiativeId,
        /// The card.
        card: Card,
        /// The entry of the ledger this is.
        seq: u64,
    },
    /// An area of the idea was saved.
    Described {
        /// Which.
        id: InitiativeId,
        /// The area.
        area: Area,
        /// Its text.
        text: Arc<str>,
        /// The entry of the ledger this is.
        seq: u64,
    },
    /// A part of the case was written.
    CaseWritten {
        /// Which.
        id: InitiativeId,
        /// The part.
        part: Part,
        /// The entry of the ledger this is.
        seq: u64,
    },
    /// A part was taken out of the case.
    CaseDropped {
        /// Which.
        id: InitiativeId,
        /// The part.
        part: PartId,
    },
    /// A gate was passed.
    Moved {
        /// Which.
        id: InitiativeId,
        /// The phase it came to.
        to: Phase,
        /// The day.
        date: Date,
    },
    /// A body or a delegate decided to carry it out.
    Decided {
        /// Which.
        id: InitiativeId,
        /// The decision.
        decision: DecisionId,
        /// The day.
        date: Date,
    },
    /// The work began.
    Begun {
        /// Which.
        id: InitiativeId,
        /// The plan it is held against.
        plan: Plan,
        /// The day this was said.
        date: Date,
    },
    /// The work was reported on.
    Reported {
        /// Which.
        id: InitiativeId,
        /// The report.
        report: Report,
    },
    /// The work was delivered.
    Delivered {
        /// Which.
        id: InitiativeId,
        /// The day it came into use.
        date: Date,
        /// What it cost, in öre.
        cost: Ore,
        /// How much of the planned scope was delivered, in permille.
        #[serde(default = "delivery::whole")]
        scope: u16,
    },
    /// The work got a new plan.
    Replanned {
        /// Which.
        id: InitiativeId,
        /// The new plan, and why.
        replan: Replan,
    },
    /// Something learnt was written down.
    LessonNoted {
        /// Which.
        id: InitiativeId,
        /// What.
        lesson: Lesson,
    },
    /// It was answered what is done about something like it.
    KinAnswered {
        /// Which.
        id: InitiativeId,
        /// The answer.
        answer: KinAnswer,
    },
    /// An idea became part of another initiative, which from then on serves its unit too.
    Joined {
        /// The idea that ended.
        id: InitiativeId,
        /// The initiative it became part of.
        into: InitiativeId,
        /// The unit that is served from then on.
        unit: UnitId,
    },
    /// A follow-up of a benefit was attested.
    Followed {
        /// Which.
        id: InitiativeId,
        /// The benefit.
        benefit: BenefitId,
        /// Which follow-up.
        months: FollowUpMonths,
    },
    /// It was closed or stopped.
    Ended {
        /// Which.
        id: InitiativeId,
        /// Closed or stopped.
        to: Phase,
        /// The day.
        date: Date,
        /// What was learnt, or why it was stopped.
        lessons: String,
    },
    /// The demands came to hold for all initiatives.
    DemandsAdopted(Adoption),
}

/// Since when the demands hold for all, and by which decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Adoption {
    /// The decision.
    pub decision: DecisionId,
    /// First day.
    pub from: Date,
}

/// All initiatives, and since when the demands hold for all of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Initiatives {
    all: Register<InitiativeId, Initiative>,
    by_benefit: OrdMap<BenefitId, InitiativeId>,
    /// Since when the demands hold for all; nothing as long as only the fund's applicants meet them.
    pub adoption: Option<Adoption>,
}

impl Initiatives {
    /// The initiative named `id`.
    pub fn get(&self, id: &InitiativeId) -> Option<&Initiative> {
        self.all.get(id)
    }

    /// Whether there is one named `id`.
    pub fn has(&self, id: &InitiativeId) -> bool {
        self.all.has(id)
    }

    /// The initiative named `id`.
    ///
    /// # Errors
    /// Where there is none.
    pub fn find(&self, id: &InitiativeId) -> Result<&Initiative, Refusal> {
        self.get(id).ok_or_else(|| Refusal::new("initiative-unknown").at("initiative"))
    }

    /// All of them, in the order of their identities.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Initiative> + Clone {
        self.all.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The initiative a benefit belongs to.
    pub fn of_benefit(&self, benefit: &BenefitId) -> Option<&Initiative> {
        self.by_benefit.get(benefit).and_then(|id| self.get(id))
    }

    /// A benefit of any initiative.
    pub fn benefit(&self, id: &BenefitId) -> Option<&Benefit> {
        self.of_benefit(id).and_then(|initiative| initiative.case.benefits.get(id))
    }

    /// The initiatives a person answers for or writes in.
    pub fn written_by<'a>(&'a self, who: &'a PersonId) -> impl Iterator<Item = &'a Initiative> {
        self.values().filter(|initiative| initiative.is_written_by(who))
    }

    /// Whether the demands hold for all initiatives on a day.
    pub fn demands_hold(&self, date: Date) -> bool {
        self.adoption.as_ref().is_some_and(|adoption| adoption.from <= date)
    }

    pub(crate) fn fold(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Started { id, card, date } => self.all.enter(id.clone(), Initiative::started(id.clone(), card.clone(), *date)),
            Event::CardWritten { id, card, seq } => self.all.alter(id, |initiative| initiative.rename(card, *seq)),
            Event::Described { id, area, text, seq } => self.all.alter(id, |initiative| initiative.describe(*area, text, stamp, *seq)),
            Event::CaseWritten { id, part, seq } => {
                if let Part::Benefit(benefit) = part {
                    self.by_benefit.insert(benefit.id.clone(), id.clone());
                }
                self.all.alter(id, |initiative| initiative.write(part, *seq));
            }
            Event::CaseDropped { id, part } => {
                if let PartId::Benefit(benefit) = part {
                    self.by_benefit.remove(benefit);
                }
                self.all.alter(id, |initiative| initiative.strike(part));
            }
            Event::Moved { id, to, date } => self.all.alter(id, |initiative| initiative.come_to(*to, *date)),
            Event::Decided { id, decision, date } => self.all.alter(id, |initiative| {
                initiative.decision = Some(decision.clone());
                initiative.come_to(Phase::Start, *date);
            }),
            Event::Begun { id, plan, date } => self.all.alter(id, |initiative| {
                initiative.delivery = Some(Delivery::begun(plan.clone()));
                initiative.come_to(Phase::Delivery, *date);
            }),
            Event::Reported { id, report } => self.work(id, |work| work.reports.push(report.clone())),
            Event::Replanned { id, replan } => self.work(id, |work| work.replans.push(replan.clone())),
            Event::LessonNoted { id, lesson } => self.all.alter(id, |initiative| initiative.noted.push(lesson.clone())),
            Event::KinAnswered { id, answer } => self.all.alter(id, |initiative| initiative.answer_kin(answer)),
            Event::Joined { into, unit, .. } => self.all.alter(into, |initiative| initiative.serve(unit)),
            Event::Delivered { id, date, cost, scope } => {
                self.work(id, |work| (work.delivered, work.cost, work.scope) = (Some(*date), Some(*cost), Some(*scope)));
                self.all.alter(id, |initiative| initiative.come_to(Phase::Effect, *date));
            }
            Event::Followed { id, benefit, months } => self.work(id, |work| work.follow(benefit, *months)),
            Event::Ended { id, to, date, lessons } => self.all.alter(id, |initiative| {
                initiative.lessons.clone_from(lessons);
                initiative.come_to(*to, *date);
            }),
            Event::DemandsAdopted(adoption) => self.adoption = Some(adoption.clone()),
        }
    }

    fn work(&mut self, id: &InitiativeId, change: impl FnOnce(&mut Delivery)) {
        self.all.alter(id, |initiative| {
            if let Some(work) = &mut initiative.delivery {
                change(work);
            }
        });
    }
}

/// An initiative that may still be written in.
fn editable<'a>(town: &'a Municipality, id: &InitiativeId) -> Result<&'a Initiative, Refusal> {
    let initiative = town.initiatives.find(id)?;
    if initiative.phase.is_open() { Ok(initiative) } else { Err(Refusal::new("initiative-ended")) }
}

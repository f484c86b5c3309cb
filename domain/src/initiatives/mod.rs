//! Initiatives: every change effort from idea through business case and gates to delivery, under the
//! same demands in proportion whatever pays for it (report 4.4, DOMAIN.md U1–U7).

mod alternative;
mod attachment;
mod benefit;
mod calculation;
mod case;
mod classification;
mod cost;
mod delivery;
mod demands;
mod discounting;
mod estimate;
mod event;
mod financing;
mod finding;
mod gates;
mod help;
mod idea;
mod inclusion;
mod initiative;
mod lesson;
mod premises;
mod proposal;
mod readiness;
mod replan;
mod review;
mod risk;
mod screening;
mod sensitivity;
mod similar;
mod size;
mod spread;
mod supply;
mod writer;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

pub use alternative::{Alternative, AlternativeKind};
pub use attachment::{Attached, Attachment, AttachmentAdd, AttachmentDrop, LARGEST};
pub use benefit::{Benefit, BenefitClass, Measure, TimeSaved, Worth};
pub use calculation::{Calculation, Line, Share, Year};
pub use case::{Case, CaseDrop, CasePut, CaseWrite, Part, PartId};
pub use classification::Classification;
pub use cost::{CostKind, CostLine};
pub use delivery::{Delivery, DeliveryDeliver, DeliveryReport, DeliveryStart, Fare, FollowUpMonths, Plan, Report, Stop};
pub use demands::{Asked, DEMANDS, Demand, Demanded, Level, Table, Takes};
pub use discounting::{Flow, RATE, payback, present_value};
pub use estimate::{Estimate, Span};
pub use event::Event;
pub use financing::{Financing, FinancingSource};
pub use gates::{Gate, Lack, Place, STEPS, Step, blocking, clear, missing};
pub use help::{Help, HelpAsk, HelpClose, HelpSay, HelpTake, HelpWith, Said};
pub use idea::{Area, CardWrite, CaseSubmit, IdeaDescribe, IdeaStart, IdeaSubmit, IdeaWrite};
pub use inclusion::Inclusion;
pub use initiative::{Card, Form, Initiative, Links, Passage, Phase};
pub use lesson::{Learnt, Lesson, LessonNote};
pub use premises::{Premises, PremisesSet};
pub use proposal::{Adoption, DemandsPropose, Proposal};
pub use replan::{DeliveryReplan, Replan};
pub use review::{Review, RisksReview};
pub use risk::{Axis, Risk, RiskArea, RiskScale, RiskWords, Weight};
pub use screening::{ASSESSED_FROM, Assessment, Concern, Screening};
pub use sensitivity::Swing;
pub use similar::{Hit, How, Index, Kin, KinAnswer, SimilarAnswer, kin_answers, kin_exists, unanswered};
pub use size::{Effort, Extent, Size, Tier, Trigger};
pub use spread::{DRAWS, SEED, Spread};
pub use supply::Supply;
pub use writer::{WriterInvite, WriterRelease};

use gates::pass;
use similar::demand_answers;

use crate::act::acts;
use crate::{BenefitId, HelpId, InitiativeId, Municipality, Refusal, Register, Stamp, Standing};

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
    /// Write down that the risks have been looked through.
    "initiatives.risks.review" => RisksReview by [Standing::Lead, Standing::ObjectManager, Standing::DigitalisationDepartment];
    /// Invite somebody to write.
    "initiatives.writer.invite" => WriterInvite by [Standing::Lead];
    /// Let somebody write no longer.
    "initiatives.writer.release" => WriterRelease by [Standing::Lead];
    /// Add a file.
    "initiatives.attachment.add" => AttachmentAdd by [Standing::Lead, Standing::ObjectManager, Standing::DigitalisationDepartment];
    /// Take a file away.
    "initiatives.attachment.drop" => AttachmentDrop by [Standing::Lead, Standing::DigitalisationDepartment];
    /// Ask the digitalisation department for help.
    "initiatives.help.ask" => HelpAsk by [Standing::Lead, Standing::ObjectManager];
    /// Say something in a thread of help.
    "initiatives.help.say" => HelpSay by [Standing::Lead, Standing::ObjectManager, Standing::DigitalisationDepartment];
    /// Take on a thread of help.
    "initiatives.help.take" => HelpTake by [Standing::DigitalisationDepartment];
    /// Close a thread of help.
    "initiatives.help.close" => HelpClose by [Standing::Lead, Standing::ObjectManager, Standing::DigitalisationDepartment];
    /// Propose a table of demands.
    "initiatives.demands.propose" => DemandsPropose by [Standing::DigitalisationDepartment];
    /// Set what a year's calculations rest on.
    "initiatives.premises.set" => PremisesSet by [Standing::Controller];
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

/// All initiatives, and since when the demands hold for all of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Initiatives {
    all: Register<InitiativeId, Initiative>,
    by_benefit: OrdMap<BenefitId, InitiativeId>,
    /// Since when which demands hold for all, in the order they were adopted; nothing as long as only the
    /// fund's applicants meet them.
    pub adoptions: Vec<Adoption>,
    /// The table of demands that is proposed now.
    pub proposal: Option<Proposal>,
    /// What calculations rest on, by the year from which it holds.
    pub premises: OrdMap<i16, Premises>,
    /// Threads of help.
    pub help: Register<HelpId, Help>,
}

impl Initiatives {
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
            Event::DemandsAdopted(adoption) => {
                self.adoptions.push(adoption.clone());
                self.proposal = None;
            }
            Event::DemandsProposed(proposal) => self.proposal = Some(Proposal::clone(proposal)),
            Event::PremisesSet(premises) => {
                self.premises.insert(premises.year, premises.clone());
            }
            Event::RisksReviewed { id, review } => self.all.alter(id, |initiative| initiative.reviews.push(review.clone())),
            Event::Attached { id, file } => {
                let attached = Attached { file: file.clone(), by: stamp.who.clone(), date: stamp.date };
                self.all.alter(id, |initiative| initiative.attachments.enter(file.id.clone(), attached));
            }
            Event::Detached { id, file } => self.all.alter(id, |initiative| initiative.attachments.remove(file)),
            Event::HelpAsked(help) => self.help.enter(help.id.clone(), help.clone()),
            Event::HelpSaid { id, said } => self.help.alter(id, |help| help.said.push(said.clone())),
            Event::HelpTaken { id, owner } => self.help.alter(id, |help| help.owner = Some(owner.clone())),
            Event::HelpClosed { id, date } => self.help.alter(id, |help| help.closed = Some(*date)),
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

/// The entry that last wrote a part of an initiative.
fn last_written(town: &Municipality, id: &InitiativeId, part: &str) -> Vec<u64> {
    town.initiatives.get(id).and_then(|initiative| initiative.touched.get(part)).copied().into_iter().collect()
}

/// An initiative that may still be written in.
fn editable<'a>(town: &'a Municipality, id: &InitiativeId) -> Result<&'a Initiative, Refusal> {
    let initiative = town.initiatives.find(id)?;
    if initiative.phase.is_open() { Ok(initiative) } else { Err(Refusal::new("initiative-ended")) }
}

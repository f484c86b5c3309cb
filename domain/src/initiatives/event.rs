//! What has come to be with initiatives, as the ledger keeps it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Adoption, Area, Attachment, Card, FollowUpMonths, Help, KinAnswer, Lesson, Part, PartId, Phase, Plan, Premises, Proposal, Replan,
    Report, Review, Said, delivery,
};
use crate::{AttachmentId, BenefitId, Date, DecisionId, HelpId, InitiativeId, Ore, PersonId, UnitId};

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
    /// A table of demands was proposed.
    DemandsProposed(Box<Proposal>),
    /// A year's premises of calculation were set.
    PremisesSet(Premises),
    /// The risks were looked through.
    RisksReviewed {
        /// Which.
        id: InitiativeId,
        /// The review.
        review: Review,
    },
    /// A file was added.
    Attached {
        /// Which.
        id: InitiativeId,
        /// The file.
        file: Attachment,
    },
    /// A file was taken away.
    Detached {
        /// Which.
        id: InitiativeId,
        /// The file.
        file: AttachmentId,
    },
    /// Somebody asked for help.
    HelpAsked(Help),
    /// Something was said in a thread of help.
    HelpSaid {
        /// Which.
        id: HelpId,
        /// What.
        said: Said,
    },
    /// A thread of help got its owner.
    HelpTaken {
        /// Which.
        id: HelpId,
        /// Who.
        owner: PersonId,
    },
    /// A thread of help was closed.
    HelpClosed {
        /// Which.
        id: HelpId,
        /// The day.
        date: Date,
    },
}

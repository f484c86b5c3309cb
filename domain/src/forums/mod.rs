//! Where governance happens: forums and what they recommend, bodies and delegates and what they
//! decide, and the delegation order that is the authorisation policy (report 4.2.1, appendix 2).

mod application;
mod calendar;
mod decision;
mod delegation;
mod demands;
mod disposal;
mod forum;
mod initiative;
mod meeting;
mod recommendation;
mod reporting;
mod settlement;
mod turn;

use std::collections::BTreeSet;

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

pub use application::ApplicationDecide;
pub use calendar::{MeetingCallOff, MeetingMove, MeetingsPlan, Planned};
pub use decision::{Decider, Decision, DecisionRecord};
pub use delegation::{Delegation, DelegationGrant, DelegationRecall};
pub use demands::DemandsAdopt;
pub use disposal::{Disposal, DisposalCarryOut};
pub use forum::{Forum, ForumEstablish, ForumKind};
pub use initiative::{InitiativeAffirm, InitiativeDecide};
pub use meeting::{AGENDA, Host, Item, Meeting, MeetingCall, MinutesWrite};
pub use recommendation::{Recommendation, RecommendationKind, RecommendationMake};
pub use reporting::{DecisionReport, Reported};
pub use settlement::InitiativeSettle;
pub use turn::{Ending, PlanTurn, Preview, Turn, YearTurn, YearTurnBack, built_on, preview};

use crate::act::acts;
use crate::{Date, DecisionId, DelegationId, ForumId, MeetingId, PersonId, Power, RecommendationId, Register, Stamp, Standing, TurnId};

acts! {
    /// Establish a forum.
    "forums.forum.establish" => ForumEstablish by [Standing::Administrator, Standing::DigitalisationDepartment];
    /// Record what a body decided.
    "forums.decision.record" => DecisionRecord by [Standing::Secretary];
    /// Enter a point of the delegation order, by a body's decision.
    "forums.delegation.grant" => DelegationGrant by [Standing::Secretary];
    /// Recall a point of the delegation order.
    "forums.delegation.recall" => DelegationRecall by [Standing::Secretary];
    /// Recommend, as a forum of officials.
    "forums.recommendation.make" => RecommendationMake by [Standing::ForumMember];
    /// Plan the meetings of a forum or body.
    "forums.meetings.plan" => MeetingsPlan by [Standing::Secretary, Standing::DigitalisationDepartment];
    /// Move a meeting.
    "forums.meeting.move" => MeetingMove by [Standing::Secretary, Standing::DigitalisationDepartment];
    /// Call a meeting off.
    "forums.meeting.call_off" => MeetingCallOff by [Standing::Secretary, Standing::DigitalisationDepartment];
    /// Call a meeting.
    "forums.meeting.call" => MeetingCall by [Standing::Secretary, Standing::DigitalisationDepartment];
    /// Write a meeting's minutes.
    "forums.minutes.write" => MinutesWrite by [Standing::Secretary, Standing::DigitalisationDepartment];
    /// Grant or decline an application, under the delegation and no other way.
    "forums.application.decide" => ApplicationDecide by [Standing::Delegate(Power::FundApplications)];
    /// Decide an initiative paid from the own frame, under the delegation.
    "forums.initiative.decide" => InitiativeDecide by [Standing::Delegate(Power::Initiatives)];
    /// Note that a body has decided an initiative.
    "forums.initiative.affirm" => InitiativeAffirm by [Standing::Secretary];
    /// Enter a body's decision to carry out an initiative.
    "forums.initiative.settle" => InitiativeSettle by [Standing::Secretary];
    /// Let the demands of the gates hold for all initiatives, by a body's decision.
    "forums.demands.adopt" => DemandsAdopt by [Standing::Secretary];
    /// Note that a decision under delegation has been reported to the body.
    "forums.decision.report" => DecisionReport by [Standing::Secretary];
    /// Close a year's plans and open the next year's.
    "forums.year.turn" => YearTurn by [Standing::Administrator];
    /// Take a year's turn back.
    "forums.year.turn_back" => YearTurnBack by [Standing::Administrator];
    /// Remove what entries of the ledger said, under a decision.
    "forums.disposal.carry_out" => DisposalCarryOut by [Standing::Administrator];
}

/// What has come to be in the forums.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A forum was established.
    ForumEstablished(Forum),
    /// A decision was taken.
    DecisionTaken(Decision),
    /// A power was delegated.
    DelegationGranted(Delegation),
    /// A delegation was recalled.
    DelegationRecalled {
        /// Which.
        id: DelegationId,
        /// Its last day.
        to: Date,
    },
    /// A forum recommended.
    Recommended(Recommendation),
    /// A meeting was planned.
    MeetingPlanned(Meeting),
    /// A meeting was moved.
    MeetingMoved {
        /// Which.
        meeting: MeetingId,
        /// The new day.
        date: Date,
        /// When it begins.
        from: Option<Time>,
        /// When it ends.
        to: Option<Time>,
        /// Where.
        place: String,
    },
    /// A meeting was called off.
    MeetingCalledOff {
        /// Which.
        meeting: MeetingId,
        /// Why.
        why: String,
    },
    /// A meeting was called.
    MeetingCalled(Meeting),
    /// The minutes of a meeting were written.
    MinutesWritten {
        /// Which.
        meeting: MeetingId,
        /// The minutes.
        text: String,
        /// Who attended.
        #[serde(default)]
        present: BTreeSet<PersonId>,
    },
    /// A decision under delegation was reported to the body.
    DecisionReported {
        /// Which.
        decision: DecisionId,
        /// When and where.
        reported: Reported,
    },
    /// What an entry said was removed.
    Disposed(Disposal),
    /// A year was closed and the next opened.
    YearTurned(Turn),
    /// A year's turn was taken back.
    YearTurnedBack {
        /// Which.
        id: TurnId,
        /// Why.
        why: String,
    },
}

/// All forums, decisions, delegations and recommendations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Forums {
    /// Forums by identity.
    pub forums: Register<ForumId, Forum>,
    /// The log of matters and decisions.
    pub decisions: Register<DecisionId, Decision>,
    /// The delegation order.
    pub delegations: Register<DelegationId, Delegation>,
    /// What forums of officials have recommended.
    pub recommendations: Register<RecommendationId, Recommendation>,
    /// Meetings of bodies and forums.
    pub meetings: Register<MeetingId, Meeting>,
    /// What has been removed from the ledger, by the number of its entry.
    pub disposals: Register<u64, Disposal>,
    /// The years' turns.
    #[serde(default)]
    pub turns: Register<TurnId, Turn>,
}

impl Forums {
    /// The points of the delegation order that hand out a power on a day.
    pub fn delegations_of(&self, power: Power, date: Date) -> impl Iterator<Item = &Delegation> {
        self.delegations.values().filter(move |delegation| delegation.power == power && delegation.is_in_force(date))
    }

    pub(crate) fn fold(&mut self, event: &Event, _: &Stamp) {
        match event {
            Event::ForumEstablished(forum) => self.forums.enter(forum.id.clone(), forum.clone()),
            Event::DecisionTaken(decision) => self.decisions.enter(decision.id.clone(), decision.clone()),
            Event::DelegationGranted(delegation) => self.delegations.enter(delegation.id.clone(), delegation.clone()),
            Event::DelegationRecalled { id, to } => self.delegations.alter(id, |delegation| delegation.to = Some(*to)),
            Event::Disposed(disposal) => self.disposals.enter(disposal.entry, disposal.clone()),
            Event::YearTurned(turn) => self.turns.enter(turn.id.clone(), turn.clone()),
            Event::YearTurnedBack { id, why } => self.turns.alter(id, |turn| turn.back = Some(why.clone())),
            Event::Recommended(recommendation) => self.recommendations.enter(recommendation.id.clone(), recommendation.clone()),
            Event::MeetingPlanned(meeting) | Event::MeetingCalled(meeting) => self.meetings.enter(meeting.id.clone(), meeting.clone()),
            Event::MeetingMoved { meeting, date, from, to, place } => self.meetings.alter(meeting, |meeting| {
                (meeting.date, meeting.from, meeting.to) = (*date, *from, *to);
                meeting.place.clone_from(place);
            }),
            Event::MeetingCalledOff { meeting, why } => self.meetings.alter(meeting, |meeting| meeting.called_off = Some(why.clone())),
            Event::MinutesWritten { meeting, text, present } => self.meetings.alter(meeting, |meeting| {
                meeting.minutes.clone_from(text);
                meeting.present.clone_from(present);
            }),
            Event::DecisionReported { decision, reported } => {
                self.decisions.alter(decision, |decision| decision.reported = Some(reported.clone()));
            }
        }
    }
}

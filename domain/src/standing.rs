//! Standing: what makes a person entitled to an act, always a fact in the ledger.

use serde::{Deserialize, Serialize};

use crate::initiatives::Initiative;
use crate::organisation::{Role, Scope};
use crate::{AppointmentId, Date, DelegationId, Municipality, PersonId, RoundId, Subject};

/// A power a body may hand to a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// Deciding who gets money from the fund.
    FundApplications,
    /// Deciding an object's plan for the year.
    ObjectPlans,
    /// Deciding initiatives paid from the own frame.
    Initiatives,
}

/// A kind of entitlement; the permission tables are made of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Whoever founds an empty municipality.
    Founder,
    /// Anyone who works for the municipality or is elected to it.
    Staff,
    /// Keeps Styrbord itself: units, appointments, settings.
    Administrator,
    /// An officer of the digitalisation department.
    DigitalisationDepartment,
    /// A committee secretary, who records what bodies decide.
    Secretary,
    /// A controller.
    Controller,
    /// An auditor.
    Auditor,
    /// The chief executive (kommundirektör).
    ChiefExecutive,
    /// Verksamhetsutvecklare: writes ideas and business cases, and applies.
    BusinessDeveloper,
    /// An assessor of the round the act is about.
    Assessor,
    /// Whoever submitted the application the act is about.
    Applicant,
    /// A member of the forum the act is about.
    ForumMember,
    /// The owner of the object the act is about.
    ObjectOwner,
    /// A manager, business or IT, of the object the act is about.
    ObjectManager,
    /// The person the thing is, or itself names: an indicator's owner, whoever answers for an undertaking, a
    /// benefit's or a measure's owner.
    Responsible,
    /// Whoever answers for the initiative the act is about, or writes in it.
    Lead,
    /// Whoever a body has handed this power to.
    Delegate(Power),
}

/// Why a person has a standing: what the page shows beside a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The ledger was empty.
    Founding,
    /// An appointment.
    Appointment(AppointmentId),
    /// A point of the delegation order, held through an appointment.
    Delegation(DelegationId, AppointmentId),
}

impl Standing {
    /// On what ground `who` has this standing towards `about` on a day, if on any.
    pub fn ground(self, town: &Municipality, who: &PersonId, about: &Subject, date: Date) -> Option<Ground> {
        let holds = |role: Role, scope: Option<&Scope>| {
            town.organisation
                .held_by(who, date)
                .find(|held| held.role == role && scope.is_none_or(|scope| held.scope == *scope))
                .map(|held| Ground::Appointment(held.id.clone()))
        };
        match self {
            Self::Founder => (town.size == 0).then_some(Ground::Founding),
            Self::Staff => town.organisation.held_by(who, date).next().map(|held| Ground::Appointment(held.id.clone())),
            Self::Administrator => holds(Role::Administrator, None),
            Self::DigitalisationDepartment => holds(Role::DigitalisationOfficer, None),
            Self::Secretary => holds(Role::Secretary, None),
            Self::Controller => holds(Role::Controller, None),
            Self::Auditor => holds(Role::Auditor, None),
            Self::ChiefExecutive => holds(Role::ChiefExecutive, None),
            Self::BusinessDeveloper => holds(Role::BusinessDeveloper, None),
            Self::Assessor => round_of(town, about).and_then(|round| holds(Role::Assessor, Some(&Scope::Round(round.clone())))),
            Self::Applicant => match about {
                Subject::Application(id) if town.fund.applications.get(id).is_some_and(|application| application.applicant == *who) => {
                    Self::Staff.ground(town, who, about, date)
                }
                _ => None,
            },
            Self::ForumMember => match about {
                Subject::Forum(forum) => holds(Role::ForumMember, Some(&Scope::Forum(forum.clone()))),
                _ => None,
            },
            Self::ObjectOwner => object_scope(town, about).and_then(|scope| holds(Role::ObjectOwner, Some(&scope))),
            Self::ObjectManager => object_scope(town, about).and_then(|scope| holds(Role::ObjectManager, Some(&scope))),
            Self::Responsible => named(town, about).filter(|named| *named == who).and_then(|_| Self::Staff.ground(town, who, about, date)),
            Self::Lead => initiative_of(town, about)
                .filter(|initiative| initiative.is_written_by(who))
                .and_then(|_| Self::Staff.ground(town, who, about, date)),
            Self::Delegate(power) => town.forums.delegations_of(power, date).find_map(|delegation| match holds(delegation.to_role, None) {
                Some(Ground::Appointment(held)) => Some(Ground::Delegation(delegation.id.clone(), held)),
                _ => None,
            }),
        }
    }
}

/// The initiative a subject is or belongs to.
fn initiative_of<'a>(town: &'a Municipality, about: &Subject) -> Option<&'a Initiative> {
    match about {
        Subject::Initiative(id) => town.initiatives.get(id),
        Subject::Benefit(id) => town.initiatives.of_benefit(id),
        _ => None,
    }
}

/// The object a subject belongs to.
fn object_scope(town: &Municipality, about: &Subject) -> Option<Scope> {
    let object = match about {
        Subject::Object(object) => object,
        Subject::ObjectPlan(plan) => &town.objects.plans.get(plan)?.object,
        Subject::Activity(activity) => &town.objects.plans.get(&town.objects.activities.get(activity)?.plan)?.object,
        _ => initiative_of(town, about)?.card.object.as_ref()?,
    };
    Some(Scope::Object(object.clone()))
}

/// The round a subject belongs to.
fn round_of<'a>(town: &'a Municipality, about: &'a Subject) -> Option<&'a RoundId> {
    match about {
        Subject::Round(round) => Some(round),
        Subject::Application(id) => town.fund.applications.get(id).map(|application| &application.round),
        _ => None,
    }
}

/// The person a thing names as its owner or as answering for it.
fn named<'a>(town: &'a Municipality, about: &'a Subject) -> Option<&'a PersonId> {
    match about {
        Subject::Person(id) => Some(id),
        Subject::Indicator(id) => town.goals.indicators.get(id)?.measure.owner.as_ref(),
        Subject::Activity(id) => town.objects.activities.get(id)?.text.responsible.as_ref(),
        Subject::Undertaking(id) => town.goals.undertakings.get(id)?.responsible.as_ref(),
        Subject::Benefit(id) => Some(&town.initiatives.benefit(id)?.owner),
        Subject::Measure(id) => town.audit.measures.get(id).map(|measure| &measure.owner),
        _ => None,
    }
}

//! Appointments: a person in a role, for something, for a time, by a decision (report 4.2.1, pm3).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{
    AppointmentId, Date, DecisionId, Event as AnyEvent, ForumId, Municipality, ObjectId, PersonId, Refusal, Refusals, RoundId, Rule, Stamp,
    Subject, UnitId,
};

/// A role a person may be appointed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Keeps Styrbord itself.
    Administrator,
    /// Kommundirektör.
    ChiefExecutive,
    /// Förvaltningschef, or another director.
    Director,
    /// Nämndsekreterare: records what bodies decide.
    Secretary,
    /// Controller.
    Controller,
    /// Förtroendevald revisor, or an expert who assists one.
    Auditor,
    /// Officer of the digitalisation department.
    DigitalisationOfficer,
    /// Verksamhetsutvecklare: writes ideas and business cases.
    BusinessDeveloper,
    /// Objektägare.
    ObjectOwner,
    /// Objektledare.
    ObjectManager,
    /// Objektspecialist.
    ObjectSpecialist,
    /// Member of a forum, such as the portfolio board.
    ForumMember,
    /// Assessor of applications in a round.
    Assessor,
}

/// The side of the pm3 pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Verksamhet.
    Business,
    /// IT, from the digitalisation department.
    It,
}

/// The level a role acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Strategic: owners, the portfolio board.
    Strategic,
    /// Tactical: managers, the tactical council.
    Tactical,
    /// Operational: specialists, the operational council.
    Operational,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 13] = [
        Self::Administrator,
        Self::ChiefExecutive,
        Self::Director,
        Self::Secretary,
        Self::Controller,
        Self::Auditor,
        Self::DigitalisationOfficer,
        Self::BusinessDeveloper,
        Self::ObjectOwner,
        Self::ObjectManager,
        Self::ObjectSpecialist,
        Self::ForumMember,
        Self::Assessor,
    ];

    /// The pm3 level of an object role.
    pub fn level(self) -> Option<Level> {
        match self {
            Self::ObjectOwner => Some(Level::Strategic),
            Self::ObjectManager => Some(Level::Tactical),
            Self::ObjectSpecialist => Some(Level::Operational),
            _ => None,
        }
    }
}

/// What an appointment is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole municipality.
    Municipality,
    /// One unit.
    Unit(UnitId),
    /// One object.
    Object(ObjectId),
    /// One forum.
    Forum(ForumId),
    /// One round of the fund.
    Round(RoundId),
}

/// A person in a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its identity.
    pub id: AppointmentId,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// For what.
    pub scope: Scope,
    /// Which side of the pm3 pair, for object roles.
    pub side: Option<Side>,
    /// How much of full time, in permille.
    pub share: u16,
    /// First day.
    pub from: Date,
    /// Last day, where one is set.
    pub to: Option<Date>,
    /// The decision that made the appointment.
    pub decision: Option<DecisionId>,
}

impl Appointment {
    /// Whether it is in force on a day.
    pub fn is_in_force(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }

    /// Whether it and a period from `from` to `to` have a day in common.
    pub(super) fn overlaps(&self, from: Date, to: Option<Date>) -> bool {
        self.from <= to.unwrap_or(Date::MAX) && from <= self.to.unwrap_or(Date::MAX)
    }
}

/// Appoint a person to a role.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppointmentMake {
    /// Its identity, not yet taken.
    pub id: AppointmentId,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// For what.
    pub scope: Scope,
    /// Which side of the pm3 pair; demanded for object roles.
    pub side: Option<Side>,
    /// How much of full time, 0–1000 permille.
    #[serde(default)]
    pub share: u16,
    /// First day.
    pub from: Date,
    /// Last day, where one is set.
    pub to: Option<Date>,
    /// The decision that made the appointment.
    pub decision: Option<DecisionId>,
}

impl Rule for AppointmentMake {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.organisation.appointments.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless(self.share <= 1000, Refusal::new("share-large").at("share"));
        match &self.scope {
            Scope::Unit(unit) => match town.organisation.units.get(unit) {
                None => lacks.add(Refusal::new("unit-unknown").at("scope").with("id", unit.as_str())),
                Some(unit) => {
                    lacks.unless(unit.is_alive(self.from), Refusal::new("unit-ended").at("scope").with("unit", unit.name.as_str()))
                }
            },
            Scope::Object(object) => {
                lacks.unless(town.objects.objects.has(object), Refusal::new("object-unknown").at("scope").with("id", object.as_str()));
            }
            // A forum's and a round's people may be named before it opens.
            Scope::Municipality | Scope::Forum(_) | Scope::Round(_) => {}
        }
        if self.role.level().is_some() {
            lacks.unless(matches!(self.scope, Scope::Object(_)), Refusal::new("role-needs-object").at("scope"));
            lacks.unless(self.side.is_some(), Refusal::new("role-needs-side").at("side"));
        }
        if let Some(to) = self.to {
            lacks.period("to", self.from, to);
        }
        let made = Appointment {
            id: self.id.clone(),
            person: self.person.clone(),
            role: self.role,
            scope: self.scope.clone(),
            side: self.side,
            share: self.share,
            from: self.from,
            to: self.to,
            decision: self.decision.clone(),
        };
        lacks.unless(!town.organisation.has_twice(&made, None), Refusal::new("appointment-twice").at("person"));
        lacks.end()?;
        Ok(vec![Event::AppointmentMade(made).into()])
    }
}

/// End an appointment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppointmentEnd {
    /// Which.
    pub id: AppointmentId,
    /// Its last day, no sooner than its first.
    pub to: Date,
}

impl Rule for AppointmentEnd {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(held) = town.organisation.appointments.get(&self.id) else {
            return Err(Refusal::new("appointment-unknown").into());
        };
        let mut lacks = Refusals::none();
        lacks.period("to", held.from, self.to);
        let prolonged = Appointment { to: Some(self.to), ..held.clone() };
        lacks.unless(!town.organisation.has_twice(&prolonged, Some(&self.id)), Refusal::new("appointment-twice").at("to"));
        lacks.end()?;
        Ok(vec![Event::AppointmentEnded { id: self.id.clone(), to: self.to }.into()])
    }
}

/// Name the decision that made an appointment, once its minutes are in the log, or another where the first was wrong.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppointmentGround {
    /// Which.
    pub id: AppointmentId,
    /// The decision, as the log has it.
    pub decision: DecisionId,
}

impl Rule for AppointmentGround {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(town.organisation.appointments.has(&self.id), Refusal::new("appointment-unknown"));
        let known = town.forums.decisions.has(&self.decision);
        lacks.unless(known, Refusal::new("decision-unknown").at("decision").with("id", self.decision.as_str()));
        lacks.end()?;
        Ok(vec![Event::AppointmentGrounded { id: self.id.clone(), decision: self.decision.clone() }.into()])
    }
}

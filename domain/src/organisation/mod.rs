//! Bodies, administrations, departments and sections, and who holds which role (report 4.2).

mod appointment;
mod calendar;
mod competence;
mod names;
mod reform;
mod revoking;
mod unit;

use std::collections::BTreeMap;

use imbl::{HashMap, Vector};
use serde::{Deserialize, Serialize};

pub use appointment::{Appointment, AppointmentEnd, AppointmentGround, AppointmentMake, Level, Role, Scope, Side};
pub use calendar::CalendarRenew;
pub use competence::{Competence, CompetenceState};
pub use names::{LevelName, Names, RoleName};
pub use reform::{Change, Reform, UnitEnd, UnitMove, UnitRename};
pub use revoking::{ReformKind, ReformRevoke};
pub use unit::{Former, Unit, UnitEstablish, UnitKind};

use crate::act::acts;
use crate::register::Register;
use crate::{AppointmentId, Date, DecisionId, ObjectId, PersonId, Refusal, Refusals, Stamp, Standing, UnitId};

acts! {
    /// Establish a body, administration, department or section.
    "organisation.unit.establish" => UnitEstablish by [Standing::Founder, Standing::Administrator];
    /// Give a unit a new name from a day on.
    "organisation.unit.rename" => UnitRename by [Standing::Administrator];
    /// Move a unit under another from a day on.
    "organisation.unit.move" => UnitMove by [Standing::Administrator];
    /// Undo a change of a unit that has not taken effect.
    "organisation.reform.revoke" => ReformRevoke by [Standing::Administrator];
    /// End a unit.
    "organisation.unit.end" => UnitEnd by [Standing::Administrator];
    /// Appoint a person to a role.
    "organisation.appointment.make" => AppointmentMake by [Standing::Founder, Standing::Administrator, Standing::DigitalisationDepartment];
    /// End an appointment.
    "organisation.appointment.end" => AppointmentEnd by [Standing::Administrator, Standing::DigitalisationDepartment];
    /// Name the decision that made an appointment.
    "organisation.appointment.ground" => AppointmentGround by [Standing::Administrator, Standing::DigitalisationDepartment];
    /// Give a person's own calendar a new address.
    "organisation.calendar.renew" => CalendarRenew by [Standing::Responsible, Standing::Administrator];
    /// State what a person is trained for and knows.
    "organisation.competence.state" => CompetenceState by [Standing::Responsible, Standing::Administrator, Standing::DigitalisationDepartment];
    /// Give a role the municipality's own name.
    "organisation.role.name" => RoleName by [Standing::Administrator];
    /// Give a level the municipality's own name.
    "organisation.level.name" => LevelName by [Standing::Administrator];
}

/// What has come to be in the organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A unit was established.
    UnitEstablished(Unit),
    /// A person was appointed.
    AppointmentMade(Appointment),
    /// An appointment was given an end.
    AppointmentEnded {
        /// Which.
        id: AppointmentId,
        /// Its last day.
        to: Date,
    },
    /// The decision that made an appointment was named.
    AppointmentGrounded {
        /// Which.
        id: AppointmentId,
        /// The decision.
        decision: DecisionId,
    },
    /// A change of a unit that had not taken effect was undone.
    ReformRevoked(Reform),
    /// A person's own calendar got a new address; the one before leads nowhere.
    CalendarRenewed {
        /// Whose.
        person: PersonId,
    },
    /// A unit is to be called something else, or stand elsewhere, from a day on.
    UnitReformed(Reform),
    /// A unit was ended.
    UnitEnded {
        /// Which.
        id: UnitId,
        /// Its last day.
        last: Date,
    },
    /// What a person is trained for and knows was stated.
    CompetenceStated {
        /// Who.
        person: PersonId,
        /// What.
        competence: Competence,
    },
    /// A role got the municipality's own name; an empty one gives back the usual.
    RoleNamed {
        /// Which.
        role: Role,
        /// Its name.
        name: String,
    },
    /// A level got the municipality's own name; an empty one gives back the usual.
    LevelNamed {
        /// Which.
        level: Level,
        /// Its name.
        name: String,
    },
}

/// All units, and who holds which role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Units by identity.
    pub units: Register<UnitId, Unit>,
    /// Appointments by identity.
    pub appointments: Register<AppointmentId, Appointment>,
    /// What people are trained for and know, by person.
    #[serde(default)]
    pub competences: Register<PersonId, Competence>,
    /// The municipality's own names of roles and levels.
    #[serde(default)]
    pub names: Names,
    /// Changes of units that have been decided and not yet taken effect, by day.
    #[serde(default)]
    pub coming: Vector<Reform>,
    /// How many times the address of a person's own calendar has been renewed.
    #[serde(default)]
    pub calendars: Register<PersonId, u32>,
    by_person: HashMap<PersonId, Vector<AppointmentId>>,
}

impl Organisation {
    /// Every appointment a person has had, has and will have.
    pub fn of_person(&self, who: &PersonId) -> impl Iterator<Item = &Appointment> {
        self.by_person.get(who).into_iter().flatten().filter_map(|id| self.appointments.get(id))
    }

    /// The appointments a person holds on a day.
    pub fn held_by(&self, who: &PersonId, date: Date) -> impl Iterator<Item = &Appointment> {
        self.of_person(who).filter(move |held| held.is_in_force(date))
    }

    /// Who holds a role in a scope on a day.
    pub fn holders<'a>(&'a self, role: Role, scope: &'a Scope, date: Date) -> impl Iterator<Item = &'a Appointment> {
        self.appointments.values().filter(move |held| held.role == role && held.scope == *scope && held.is_in_force(date))
    }

    /// Every appointment for an object, object by object, found in one reading.
    pub fn by_object(&self) -> BTreeMap<&ObjectId, Vec<&Appointment>> {
        let mut by_object: BTreeMap<&ObjectId, Vec<&Appointment>> = BTreeMap::new();
        for held in self.appointments.values() {
            if let Scope::Object(object) = &held.scope {
                by_object.entry(object).or_default().push(held);
            }
        }
        by_object
    }

    /// Whether a person has the same role for the same thing in a period, by another appointment than `but`.
    fn has_twice(&self, asked: &Appointment, but: Option<&AppointmentId>) -> bool {
        self.of_person(&asked.person).filter(|held| Some(&held.id) != but).any(|held| {
            held.role == asked.role && held.scope == asked.scope && held.side == asked.side && held.overlaps(asked.from, asked.to)
        })
    }

    /// How much of full time a person's roles take on a day, in permille; above 1 000 is more than there is.
    pub fn share_of(&self, who: &PersonId, date: Date) -> u32 {
        self.held_by(who, date).map(|held| u32::from(held.share)).sum()
    }

    /// The units there are on a day.
    pub fn units_on(&self, date: Date) -> impl Iterator<Item = &Unit> + Clone {
        self.units.values().filter(move |unit| unit.is_alive(date))
    }

    /// The committee or executive board a unit stands under; a body answers itself.
    pub fn body_of<'a>(&'a self, unit: &'a UnitId) -> Option<&'a Unit> {
        let mut at = self.units.get(unit)?;
        while !at.kind.is_body() {
            at = self.units.get(at.under.as_ref()?)?;
        }
        Some(at)
    }

    fn demand_above(&self, lacks: &mut Refusals, kind: UnitKind, above: &UnitId) {
        match self.units.get(above) {
            None => lacks.add(Refusal::new("unit-unknown").at("under").with("id", above.as_str())),
            Some(unit) => {
                lacks
                    .unless(kind.may_stand_under(unit.kind), Refusal::new("unit-under-wrong").at("under").with("unit", unit.name.as_str()));
                lacks.unless(unit.ended.is_none(), Refusal::new("unit-above-ended").at("under"));
            }
        }
    }

    pub(crate) fn fold(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::UnitEstablished(unit) => self.units.enter(unit.id.clone(), unit.clone()),
            Event::AppointmentMade(made) => {
                self.by_person.entry(made.person.clone()).or_default().push_back(made.id.clone());
                self.appointments.enter(made.id.clone(), made.clone());
            }
            Event::AppointmentEnded { id, to } => self.appointments.alter(id, |held| held.to = Some(*to)),
            Event::UnitReformed(reform) => {
                let place = self.coming.iter().position(|other| other.from > reform.from).unwrap_or(self.coming.len());
                self.coming.insert(place, reform.clone());
                self.settle(stamp.date);
            }
            Event::AppointmentGrounded { id, decision } => self.appointments.alter(id, |held| held.decision = Some(decision.clone())),
            Event::ReformRevoked(reform) => {
                if let Some(place) = self.coming.iter().position(|coming| coming == reform) {
                    self.coming.remove(place);
                }
            }
            Event::CalendarRenewed { person } => {
                let times = self.calendars.get(person).copied().unwrap_or_default();
                self.calendars.enter(person.clone(), times.saturating_add(1));
            }
            Event::UnitEnded { id, last } => self.units.alter(id, |unit| unit.ended = Some(*last)),
            Event::CompetenceStated { person, competence } => self.competences.enter(person.clone(), competence.clone()),
            Event::RoleNamed { role, name } => self.names.call_role(*role, name),
            Event::LevelNamed { level, name } => self.names.call_level(*level, name),
        }
    }
}

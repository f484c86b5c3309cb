//! Bodies, administrations, departments and sections, and who holds which role (report 4.2).

mod appointment;
mod unit;

use imbl::{HashMap, Vector};
use serde::{Deserialize, Serialize};

pub use appointment::{Appointment, AppointmentEnd, AppointmentMake, Level, Role, Scope, Side};
pub use unit::{Unit, UnitEstablish, UnitKind};

use crate::act::acts;
use crate::register::Register;
use crate::{AppointmentId, Date, PersonId, Stamp, Standing, UnitId};

acts! {
    /// Establish a body, administration, department or section.
    "organisation.unit.establish" => UnitEstablish by [Standing::Founder, Standing::Administrator];
    /// Appoint a person to a role.
    "organisation.appointment.make" => AppointmentMake by [Standing::Founder, Standing::Administrator, Standing::DigitalisationDepartment];
    /// End an appointment.
    "organisation.appointment.end" => AppointmentEnd by [Standing::Administrator, Standing::DigitalisationDepartment];
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
}

/// All units, and who holds which role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// Units by identity.
    pub units: Register<UnitId, Unit>,
    /// Appointments by identity.
    pub appointments: Register<AppointmentId, Appointment>,
    by_person: HashMap<PersonId, Vector<AppointmentId>>,
}

impl Organisation {
    /// The appointments a person holds on a day.
    pub fn held_by(&self, who: &PersonId, date: Date) -> impl Iterator<Item = &Appointment> {
        self.by_person.get(who).into_iter().flatten().filter_map(|id| self.appointments.get(id)).filter(move |held| held.is_in_force(date))
    }

    /// Who holds a role in a scope on a day.
    pub fn holders<'a>(&'a self, role: Role, scope: &'a Scope, date: Date) -> impl Iterator<Item = &'a Appointment> {
        self.appointments.values().filter(move |held| held.role == role && held.scope == *scope && held.is_in_force(date))
    }

    /// The committee or executive board a unit stands under; a body answers itself.
    pub fn body_of<'a>(&'a self, unit: &'a UnitId) -> Option<&'a Unit> {
        let mut at = self.units.get(unit)?;
        while !at.kind.is_body() {
            at = self.units.get(at.under.as_ref()?)?;
        }
        Some(at)
    }

    pub(crate) fn fold(&mut self, event: &Event, _: &Stamp) {
        match event {
            Event::UnitEstablished(unit) => self.units.enter(unit.id.clone(), unit.clone()),
            Event::AppointmentMade(made) => {
                self.by_person.entry(made.person.clone()).or_default().push_back(made.id.clone());
                self.appointments.enter(made.id.clone(), made.clone());
            }
            Event::AppointmentEnded { id, to } => self.appointments.alter(id, |held| held.to = Some(*to)),
        }
    }
}

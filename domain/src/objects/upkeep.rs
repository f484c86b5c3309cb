//! What must be set right among roles and objects: roles that no decision stands behind, and what hangs on a unit
//! that has ended or is to end (report 4.2.1: the roles are established by decision).

use serde::{Deserialize, Serialize};

use super::Objects;
use crate::organisation::{Appointment, Organisation, Scope};
use crate::{Date, Subject, UnitId};

/// Why something must be set right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Upkeep {
    /// An object whose owner ends.
    OwnerEnds,
    /// An object with a co-owner that ends.
    CoOwnerEnds,
    /// An object that supports a unit that ends.
    SupportedEnds,
    /// A role in an object whose owner ends.
    RoleUnderEnding,
    /// A role in an object that no decision stands behind.
    WithoutDecision,
}

impl Upkeep {
    /// All of them, the gravest first.
    pub const ALL: [Self; 5] = [Self::OwnerEnds, Self::CoOwnerEnds, Self::SupportedEnds, Self::RoleUnderEnding, Self::WithoutDecision];
}

/// Something that must be set right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flaw {
    /// Why.
    pub why: Upkeep,
    /// What: an object or an appointment.
    pub what: Subject,
    /// The unit that ends with its last day, where one does.
    pub unit: Option<(UnitId, Date)>,
}

/// Everything among roles and objects that must be set right on a day: what is in force then, and units whose last
/// day has been decided, even where it has not come.
pub fn upkeep(objects: &Objects, organisation: &Organisation, date: Date) -> Vec<Flaw> {
    let ends = |unit: &UnitId| organisation.units.get(unit).and_then(|unit| Some((unit.id.clone(), unit.ended?)));
    let mut flaws = Vec::new();
    for object in objects.objects.values() {
        let description = &object.description;
        let mut add = |why: Upkeep, unit: &UnitId| {
            flaws.extend(ends(unit).map(|unit| Flaw { why, what: (&object.id).into(), unit: Some(unit) }));
        };
        add(Upkeep::OwnerEnds, &description.owner);
        description.co_owners.iter().for_each(|unit| add(Upkeep::CoOwnerEnds, unit));
        description.supports.iter().for_each(|unit| add(Upkeep::SupportedEnds, unit));
    }
    for held in organisation.appointments.values().filter(|held| held.is_in_force(date)) {
        let owner = match &held.scope {
            Scope::Object(object) => objects.objects.get(object).map(|object| &object.description.owner),
            _ => None,
        };
        let about = |why: Upkeep, unit: Option<(UnitId, Date)>| Flaw { why, what: (&held.id).into(), unit };
        flaws.extend(owner.and_then(ends).map(|unit| about(Upkeep::RoleUnderEnding, Some(unit))));
        flaws.extend(lacks_decision(held).then(|| about(Upkeep::WithoutDecision, None)));
    }
    flaws.sort();
    flaws
}

/// Whether a decision should stand behind an appointment and does not: object roles carry money and plans.
pub fn lacks_decision(held: &Appointment) -> bool {
    held.decision.is_none() && held.role.level().is_some()
}

//! Who holds which role in which object: vacancies, people on several levels, and people with more
//! than full time (report 4.2.1 calls the second a problem).

use std::collections::{BTreeMap, BTreeSet};

use super::{Object, Objects};
use crate::organisation::{Appointment, Level, Organisation, Role, Scope, Side};
use crate::{Date, PersonId};

/// A role an object needs, and who holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat<'a> {
    /// The object.
    pub object: &'a Object,
    /// The role.
    pub role: Role,
    /// The side.
    pub side: Side,
    /// Who holds it; nobody means a vacancy.
    pub holders: Vec<&'a Appointment>,
}

impl Seat<'_> {
    /// Whether nobody holds it.
    pub fn is_vacant(&self) -> bool {
        self.holders.is_empty()
    }
}

/// The seats every object has: an owner, and a pair of managers and of specialists.
const SEATS: &[(Role, Side)] = &[
    (Role::ObjectOwner, Side::Business),
    (Role::ObjectManager, Side::Business),
    (Role::ObjectManager, Side::It),
    (Role::ObjectSpecialist, Side::Business),
    (Role::ObjectSpecialist, Side::It),
];

/// The seats of an object with an IT side only.
const IT_SEATS: &[(Role, Side)] = &[(Role::ObjectOwner, Side::It), (Role::ObjectManager, Side::It), (Role::ObjectSpecialist, Side::It)];

impl Object {
    /// The roles the object needs.
    pub fn seats(&self) -> &'static [(Role, Side)] {
        if self.description.it_only { IT_SEATS } else { SEATS }
    }
}

impl Objects {
    /// The seats of an object, and who holds them on a day.
    pub fn seats_of<'a>(&'a self, object: &'a Object, organisation: &'a Organisation, date: Date) -> Vec<Seat<'a>> {
        let scope = Scope::Object(object.id.clone());
        let held: Vec<&Appointment> = in_force(organisation, date).filter(|held| held.scope == scope).collect();
        seats_among(object, &held)
    }

    /// All seats of all objects, found in one reading of the appointments.
    pub fn seats<'a>(&'a self, organisation: &'a Organisation, date: Date) -> Vec<Seat<'a>> {
        let mut by_object = organisation.by_object();
        by_object.values_mut().for_each(|held| held.retain(|held| held.is_in_force(date)));
        let own = |object: &Object| by_object.get(&object.id).map_or(&[][..], Vec::as_slice);
        self.objects.values().flat_map(|object| seats_among(object, own(object))).collect()
    }
}

fn seats_among<'a>(object: &'a Object, held: &[&'a Appointment]) -> Vec<Seat<'a>> {
    let holders = |role, side| held.iter().filter(|held| held.role == role && held.side == Some(side)).copied().collect();
    object.seats().iter().map(|&(role, side)| Seat { object, role, side, holders: holders(role, side) }).collect()
}

/// The people who hold object roles on more than one level, with the levels.
pub fn on_several_levels(organisation: &Organisation, date: Date) -> BTreeMap<&PersonId, BTreeSet<Level>> {
    let mut levels: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for held in in_force(organisation, date) {
        if let Some(level) = held.role.level() {
            levels.entry(&held.person).or_default().insert(level);
        }
    }
    levels.retain(|_, levels| levels.len() > 1);
    levels
}

/// The people whose shares of time sum to more than full time, with the sum in permille.
pub fn overloaded(organisation: &Organisation, date: Date) -> BTreeMap<&PersonId, u32> {
    let mut shares: BTreeMap<_, u32> = BTreeMap::new();
    for held in in_force(organisation, date) {
        *shares.entry(&held.person).or_default() += u32::from(held.share);
    }
    shares.retain(|_, share| *share > 1000);
    shares
}

fn in_force(organisation: &Organisation, date: Date) -> impl Iterator<Item = &Appointment> {
    organisation.appointments.values().filter(move |held| held.is_in_force(date))
}

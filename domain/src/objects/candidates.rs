//! Who could fill a vacant seat: those trained for the role, who know the object, who work where it is used,
//! and who have time left (report 4.2.1: the roles are established but need to be filled).

use super::{Object, Seat};
use crate::organisation::{Organisation, Role, Scope, Side};
use crate::{Date, PersonId, UnitId};

/// What speaks for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// Is trained for the role.
    Trained,
    /// Knows the object's business or one of its systems.
    Knows,
    /// Works where the object is used, or for the IT side in the digitalisation department.
    Place,
}

/// Somebody who could fill a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// What speaks for it.
    pub fits: Vec<Fit>,
    /// How much of full time the person has left, in permille.
    pub free: u32,
    /// Whether the person holds an object role on another level already, which the report calls a problem.
    pub several_levels: bool,
}

/// The people who could fill a vacant seat: those for whom most speaks first, then those with most time.
/// Auditors are left out, for they are to judge the work and not do it.
pub fn candidates<'a>(organisation: &'a Organisation, seat: &Seat<'_>, date: Date) -> Vec<Candidate<'a>> {
    let mut people: Vec<&PersonId> =
        organisation.appointments.values().filter(|held| held.is_in_force(date)).map(|held| &held.person).collect();
    people.sort_unstable();
    people.dedup();
    let mut found: Vec<Candidate> = people.into_iter().filter_map(|person| judged(organisation, seat, person, date)).collect();
    found.sort_by(|one, other| {
        let merit = |candidate: &Candidate| (!candidate.several_levels, candidate.fits.len(), candidate.free);
        merit(other).cmp(&merit(one)).then_with(|| one.person.cmp(other.person))
    });
    found
}

fn judged<'a>(organisation: &'a Organisation, seat: &Seat<'_>, person: &'a PersonId, date: Date) -> Option<Candidate<'a>> {
    let held = || organisation.held_by(person, date);
    let scope = Scope::Object(seat.object.id.clone());
    let free = 1000_u32.saturating_sub(organisation.share_of(person, date));
    let is_out = held().any(|held| held.role == Role::Auditor || (held.scope == scope && held.role.level().is_some()));
    if is_out || free == 0 {
        return None;
    }
    let competence = organisation.competences.get(person);
    let mut fits = Vec::new();
    if competence.is_some_and(|known| known.roles.contains(&seat.role)) {
        fits.push(Fit::Trained);
    }
    if competence.is_some_and(|known| known.fields.iter().any(|field| is_about(seat.object, field))) {
        fits.push(Fit::Knows);
    }
    let places = held().filter_map(|held| match &held.scope {
        Scope::Unit(unit) => Some(unit),
        _ => None,
    });
    let is_near = match seat.side {
        Side::It => held().any(|held| held.role == Role::DigitalisationOfficer),
        Side::Business => places.into_iter().any(|unit| is_used_in(seat.object, organisation, unit)),
    };
    if is_near {
        fits.push(Fit::Place);
    }
    let several_levels = held().filter_map(|held| held.role.level()).any(|level| Some(level) != seat.role.level());
    (!fits.is_empty()).then_some(Candidate { person, fits, free, several_levels })
}

/// Whether a unit owns an object or is supported by it, itself or through the body it stands under.
fn is_used_in(object: &Object, organisation: &Organisation, unit: &UnitId) -> bool {
    let body = organisation.body_of(unit).map(|body| &body.id);
    object.payers().chain(&object.description.supports).any(|user| user == unit || Some(user) == body)
}

/// Whether a field of knowledge shares a word of at least four letters with the object or its systems.
fn is_about(object: &Object, field: &str) -> bool {
    let systems = object.systems.iter().map(|system| system.name.as_str());
    let told: Vec<String> = std::iter::once(object.name()).chain(systems).flat_map(words).collect();
    words(field).any(|word| told.contains(&word))
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() >= 4).map(str::to_lowercase)
}

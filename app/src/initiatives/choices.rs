//! What one chooses among in the forms of initiatives: units, people, objects, goals.

use domain::organisation::Role;
use serde::Serialize;

use crate::look::Choice;
use crate::web::fields::sent;
use crate::web::view::View;

/// A choice that is none yet.
pub fn none(view: &View) -> Choice {
    Choice::new("", view.t("initiative-choose"))
}

/// All values of a kind, worded by the family of texts.
pub fn of<T: Serialize + Copy>(view: &View, family: &str, all: &[T]) -> Vec<Choice> {
    all.iter().map(|&one| Choice::new(sent(one), view.of(family, one))).collect()
}

/// The units that staff work in, and the bodies above them.
pub fn units(view: &View) -> Vec<Choice> {
    view.town.organisation.units.values().map(|unit| Choice::new(unit.id.as_str(), unit.name.as_str())).collect()
}

/// Everyone who holds a role on the day shown, by name.
pub fn people(view: &View) -> Vec<Choice> {
    let held = view.town.organisation.appointments.values().filter(|held| held.is_in_force(view.today) && held.role != Role::Assessor);
    let mut people: Vec<(String, String)> = held.map(|held| (view.person(&held.person).to_owned(), held.person.to_string())).collect();
    people.sort();
    people.dedup();
    people.into_iter().map(|(name, id)| Choice::new(id, name)).collect()
}

/// All objects.
pub fn objects(view: &View) -> Vec<Choice> {
    view.town.objects.objects.iter().map(|(id, object)| Choice::new(id.as_str(), object.name())).collect()
}

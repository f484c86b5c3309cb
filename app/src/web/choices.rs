//! What one chooses among in forms: units, people, goals, documents, decisions.

use domain::Date;
use domain::forums::{Decider, Decision};
use domain::goals::{DocumentKind, Goal};
use domain::organisation::{Role, Unit};
use serde::Serialize;

use super::fields::sent;
use super::view::View;
use crate::look::Choice;

/// How far back a decision is offered as the ground of something new, in days.
const RECENT: i32 = 800;

/// The same choices after an empty one, for what must be chosen and for what may be left out.
pub fn or_none(view: &View, choices: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", view.t("choose"))).chain(choices).collect()
}

/// All values of a kind, worded by the family of texts.
pub fn of<T: Serialize + Copy>(view: &View, family: &str, all: &[T]) -> Vec<Choice> {
    all.iter().map(|&one| Choice::new(sent(one), view.of(family, one))).collect()
}

/// The units there are on the day shown, by name.
pub fn units(view: &View) -> Vec<Choice> {
    named_units(view, |_| true)
}

/// The bodies there are on the day shown, by name.
pub fn bodies(view: &View) -> Vec<Choice> {
    named_units(view, |unit| unit.kind.is_body())
}

fn named_units(view: &View, wanted: fn(&&Unit) -> bool) -> Vec<Choice> {
    let mut units: Vec<&Unit> = view.town.organisation.units_on(view.today).filter(wanted).collect();
    units.sort_by(|one, other| one.name.cmp(&other.name));
    units.into_iter().map(|unit| Choice::new(unit.id.as_str(), unit.name.as_str())).collect()
}

/// Everyone who holds a role on the day shown, by name.
pub fn people(view: &View) -> Vec<Choice> {
    let held = view.town.organisation.appointments.values().filter(|held| held.is_in_force(view.today) && held.role != Role::Assessor);
    let mut people: Vec<(String, String)> = held.map(|held| (view.person(&held.person).to_owned(), held.person.to_string())).collect();
    people.sort();
    people.dedup();
    people.into_iter().map(|(name, id)| Choice::new(id, name)).collect()
}

/// Everyone in the people directory, by name: whoever may be appointed.
pub fn everybody(view: &View) -> Vec<Choice> {
    view.harbour().people.by_name().into_iter().map(|person| Choice::new(person.id.as_str(), person.name.as_str())).collect()
}

/// All objects.
pub fn objects(view: &View) -> Vec<Choice> {
    view.town.objects.objects.iter().map(|(id, object)| Choice::new(id.as_str(), object.name())).collect()
}

/// The goals in force on the day shown, and those of documents that have been adopted for later.
pub fn goals(view: &View) -> Vec<Choice> {
    let all = &view.town.goals;
    let lasts = |goal: &Goal| goal.documents().filter_map(|one| all.documents.get(one)).any(|document| view.today <= document.to);
    let wanted = |goal: &&Goal| goal.is_alive(view.today) && (lasts(goal) || all.holding_goal(goal, view.today).is_some());
    all.goals.values().filter(wanted).map(|goal| Choice::new(goal.id.as_str(), goal.wording.title.as_str())).collect()
}

/// All goal areas.
pub fn goal_areas(view: &View) -> Vec<Choice> {
    view.town.goals.areas.values().map(|area| Choice::new(area.id.as_str(), area.name.as_str())).collect()
}

/// The steering documents of some kinds that have not run out by the day shown, the latest first.
pub fn documents(view: &View, kinds: &[DocumentKind]) -> Vec<Choice> {
    let wanted = |kind| kinds.is_empty() || kinds.contains(&kind);
    let mut documents: Vec<_> =
        view.town.goals.documents.values().filter(|document| wanted(document.kind) && view.today <= document.to).collect();
    documents.sort_by(|one, other| (other.from, &one.title).cmp(&(one.from, &other.title)));
    documents.into_iter().map(|document| Choice::new(document.id.as_str(), document.title.as_str())).collect()
}

/// The decisions of the last years, the latest first, each with its day, decider and paragraph.
pub fn decisions(view: &View) -> Vec<Choice> {
    let since: Date = view.today.saturating_sub(jiff::Span::new().days(RECENT));
    let mut decisions: Vec<&Decision> = view.town.forums.decisions.values().filter(|decision| since < decision.date).collect();
    decisions.sort_by(|one, other| (other.date, &one.matter).cmp(&(one.date, &other.matter)));
    decisions.into_iter().map(|decision| Choice::new(decision.id.as_str(), decision_name(view, decision))).collect()
}

fn decision_name(view: &View, decision: &Decision) -> String {
    let by = match &decision.by {
        Decider::Body(body) => view.town.organisation.units.get(body).map_or(body.as_str(), |unit| unit.short.as_str()),
        Decider::Delegate { person, .. } => view.person(person),
    };
    format!("{} {by} {} {}", decision.date, decision.paragraph, decision.matter).replace("  ", " ")
}

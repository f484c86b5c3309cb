//! Question 2: "Finns det en etablerad styr- och samverkansmodell för digitaliseringsarbetet som möjliggör
//! prioritering och planering?" (report 4.2)

use std::collections::BTreeSet;

use crate::audit::Criterion;
use crate::forums::{Forum, Host};
use crate::objects::{Seat, on_several_levels};
use crate::organisation::{Level, Role, Side};
use crate::{Date, Municipality, PersonId, Subject};

pub(super) fn criteria(town: &Municipality, date: Date) -> Vec<Criterion> {
    vec![plans_decided(town, date), seats_filled(town, date), one_level_each(town, date), levels_meet(town, date)]
}

/// Every object has a decided plan for the year: "samtliga objekt etablerade och objektsplaner finns för
/// alla objekt" (4.1.4).
fn plans_decided(town: &Municipality, date: Date) -> Criterion {
    let judged = town.objects.objects.values().map(|object| {
        let plan = town.objects.plan_of(&object.id, date.year());
        match plan.filter(|plan| plan.decided.is_some()) {
            Some(plan) => (Subject::from(&plan.id), None),
            None => (Subject::from(&object.id), Some(if plan.is_some() { "plan-undecided" } else { "no-object-plan" })),
        }
    });
    Criterion::over("object-plans-decided", judged)
}

/// Every role of every object is filled: "Rollfördelning är etablerad men behöver fortfarande
/// kompletteras", above all with specialists (4.2.1).
fn seats_filled(town: &Municipality, date: Date) -> Criterion {
    let seats = town.objects.seats(&town.organisation, date);
    let judged = seats.iter().map(|seat| match seat.holders.first() {
        Some(held) => (Subject::from(&held.id), None),
        None => (Subject::from(&seat.object.id), Some(vacancy(seat))),
    });
    Criterion::over("roles-filled", judged)
}

/// Which seat is vacant.
fn vacancy(seat: &Seat) -> &'static str {
    match (seat.role, seat.side) {
        (Role::ObjectOwner, _) => "vacant-owner",
        (Role::ObjectManager, Side::Business) => "vacant-manager-business",
        (Role::ObjectManager, Side::It) => "vacant-manager-it",
        (_, Side::Business) => "vacant-specialist-business",
        (_, Side::It) => "vacant-specialist-it",
    }
}

/// Nobody holds roles on several levels: "medarbetare inom förvaltningarna behöver anta flera olika
/// roller, på strategisk, operativ eller taktisk nivå vilket upplevs som problematiskt" (4.2.1). Each
/// person is judged at the first of the roles she holds.
fn one_level_each(town: &Municipality, date: Date) -> Criterion {
    let torn = on_several_levels(&town.organisation, date);
    let mut seen: BTreeSet<&PersonId> = BTreeSet::new();
    let held = town.organisation.appointments.values().filter(|held| held.role.level().is_some() && held.is_in_force(date));
    let first = held.filter(|held| seen.insert(&held.person));
    let judged: Vec<_> = first.map(|held| (Subject::from(&held.id), torn.contains_key(&held.person).then_some("several-levels"))).collect();
    Criterion::over("one-level-each", judged)
}

/// There is a forum on each level, and it has met within half a year: "olika forum för dialog och samverkan
/// bildats som sker på strategisk, taktisk och operativ nivå" (4.2.1, 4.3).
pub(super) fn levels_meet(town: &Municipality, date: Date) -> Criterion {
    let lately = date.saturating_sub(jiff::Span::new().months(6));
    let has_met = |forum: &Forum| {
        let mut held = town.forums.meetings.values().filter(|meeting| meeting.of == Host::Forum(forum.id.clone()));
        held.any(|meeting| lately < meeting.date && meeting.date <= date)
    };
    let levels =
        [(Level::Strategic, "no-strategic-forum"), (Level::Tactical, "no-tactical-forum"), (Level::Operational, "no-operational-forum")];
    let judged = levels.map(|(level, why)| {
        let mut forums = town.forums.forums.values().filter(|forum| forum.level == level);
        match (forums.clone().find(|forum| has_met(forum)), forums.next()) {
            (Some(forum), _) => (Subject::from(&forum.id), None),
            (None, Some(idle)) => (Subject::from(&idle.id), Some("not-met-lately")),
            (None, None) => (Subject::Municipality, Some(why)),
        }
    });
    Criterion::over("levels-have-forums", judged)
}

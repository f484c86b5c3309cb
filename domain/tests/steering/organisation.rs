//! The organisation over time: reorganised from a day, named in the municipality's own words, and no order of
//! acts makes a ring of units or gives one person the same seat twice.

use domain::objects::{Upkeep, upkeep};
use domain::organisation::{Level, Role};
use domain::{Date, PersonId, UnitId};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::town::{Town, day, id, reason};

fn staffed() -> Town {
    let mut town = Town::new();
    for (unit, kind, under) in [("admin", "administration", "ks"), ("digital", "department", "admin"), ("care", "administration", "von")] {
        town.done("keeper", json!({"act": "organisation.unit.establish", "id": unit, "name": unit, "kind": kind, "under": under}));
    }
    town
}

fn name_on(town: &Town, unit: &str, date: &str) -> String {
    let on = town.value.settled(day(date)).unwrap_or_else(|| town.value.clone());
    on.organisation.units.get(&id::<UnitId>(unit)).expect("a unit").name.clone()
}

fn rename(unit: &str, name: &str, from: &str) -> Value {
    json!({"act": "organisation.unit.rename", "id": unit, "name": name, "from": from})
}

fn relocate(unit: &str, under: &str, from: &str) -> Value {
    json!({"act": "organisation.unit.move", "id": unit, "under": under, "from": from})
}

#[test]
fn a_new_name_holds_from_its_day_and_not_before() {
    let mut town = staffed();
    town.done("keeper", rename("digital", "Digitalisering och IT", "2022-07-01"));
    assert_eq!(name_on(&town, "digital", "2022-06-30"), "digital");
    assert_eq!(name_on(&town, "digital", "2022-07-01"), "Digitalisering och IT");
    town.go_to("2022-07-02");
    town.done("keeper", rename("care", "Omsorg", "2022-07-02"));
    let unit = town.value.organisation.units.get(&id::<UnitId>("digital")).expect("a unit");
    assert_eq!(unit.name, "Digitalisering och IT", "the first entry after the day settles it for good");
    assert_eq!(unit.past.iter().map(|former| (former.name.as_str(), former.until)).collect::<Vec<_>>(), [("digital", day("2022-06-30"))]);
}

#[test]
fn a_moved_unit_answers_to_the_body_it_moved_under() {
    let mut town = staffed();
    town.done("keeper", relocate("digital", "care", "2022-01-03"));
    let unit = id("digital");
    assert_eq!(town.value.organisation.body_of(&unit).expect("a body").id, id("von"));
}

#[test]
fn a_unit_never_stands_under_itself_now_or_later() {
    let mut town = staffed();
    town.done("keeper", json!({"act": "organisation.unit.establish", "id": "lab", "name": "Lab", "kind": "section", "under": "digital"}));
    assert_eq!(reason(town.act("keeper", relocate("digital", "lab", "2022-02-01"))), "unit-under-wrong");
    assert_eq!(reason(town.act("keeper", relocate("ks", "ks", "2022-02-01"))), "unit-under-itself");
    town.done("keeper", relocate("ks", "von", "2022-02-01"));
    assert_eq!(reason(town.act("keeper", relocate("von", "ks", "2022-01-15"))), "unit-under-itself", "in February there would be a ring");
}

#[test]
fn a_body_never_stands_under_staff() {
    assert_eq!(reason(staffed().act("keeper", relocate("sn", "admin", "2022-02-01"))), "unit-under-wrong");
}

#[test]
fn a_unit_with_units_beneath_it_does_not_end_before_they_have_moved() {
    let mut town = staffed();
    let end = json!({"act": "organisation.unit.end", "id": "admin", "last": "2022-06-30"});
    assert_eq!(reason(town.act("keeper", end.clone())), "unit-has-units");
    town.done("keeper", relocate("digital", "care", "2022-02-01"));
    town.done("keeper", end);
    assert!(town.value.organisation.units_on(day("2022-06-30")).any(|unit| unit.id == id("admin")));
    assert!(!town.value.organisation.units_on(day("2022-07-01")).any(|unit| unit.id == id("admin")));
}

#[test]
fn the_roles_of_a_unit_end_with_it() {
    let mut town = staffed();
    town.appoint("anna", "business_developer", json!({"unit": "care"}), None, 1000);
    town.done("keeper", json!({"act": "organisation.unit.end", "id": "care", "last": "2022-06-30"}));
    let anna: PersonId = id("anna");
    assert_eq!(town.value.organisation.held_by(&anna, day("2022-06-30")).count(), 1);
    assert_eq!(town.value.organisation.held_by(&anna, day("2022-07-01")).count(), 0);
}

#[test]
fn only_whoever_keeps_styrbord_reorganises() {
    assert_eq!(reason(staffed().act("officer", rename("digital", "IT", "2022-07-01"))), "not-permitted");
}

#[test]
fn nobody_holds_the_same_role_for_the_same_thing_twice_at_once() {
    let mut town = staffed();
    let again = |from: &str, number: &str| json!({"act": "organisation.appointment.make", "id": number, "person": "controller", "role": "controller", "scope": "municipality", "from": from});
    assert_eq!(reason(town.act("keeper", again("2022-06-01", "again"))), "appointment-twice");
    let held = town.value.organisation.held_by(&id("controller"), day("2022-06-01")).next().expect("a role").id.to_string();
    town.done("keeper", json!({"act": "organisation.appointment.end", "id": held, "to": "2022-05-31"}));
    town.done("keeper", again("2022-06-01", "again"));
}

#[test]
fn a_role_has_the_municipalitys_own_name_until_it_gives_it_back() {
    let mut town = Town::new();
    town.done("keeper", json!({"act": "organisation.role.name", "role": "object_owner", "name": "Systemägare"}));
    assert_eq!(town.value.organisation.names.of_role(Role::ObjectOwner), Some("Systemägare"));
    let twin = json!({"act": "organisation.role.name", "role": "object_manager", "name": "systemägare"});
    assert_eq!(reason(town.act("keeper", twin)), "name-taken");
    town.done("keeper", json!({"act": "organisation.role.name", "role": "object_owner"}));
    assert_eq!(town.value.organisation.names.of_role(Role::ObjectOwner), None);
    town.done("keeper", json!({"act": "organisation.level.name", "level": "strategic", "name": "Budgetnivå"}));
    assert_eq!(town.value.organisation.names.of_level(Level::Strategic), Some("Budgetnivå"));
}

#[test]
fn everyone_states_their_own_competence_and_a_colleague_does_not() {
    let mut town = Town::new();
    let state = json!({"act": "organisation.competence.state", "person": "clerk", "roles": ["object_specialist"], "fields": ["Journalsystem", " journalsystem ", ""]});
    assert_eq!(reason(town.act("secretary", state.clone())), "not-permitted");
    town.done("clerk", state);
    let known = town.value.organisation.competences.get(&id("clerk")).expect("a competence");
    assert_eq!(known.fields, ["Journalsystem"], "the same said twice is said once");
}

#[test]
fn a_change_of_a_unit_is_undone_until_its_day_and_not_after() {
    let mut town = staffed();
    town.done("keeper", rename("digital", "Digitalisering och IT", "2022-07-01"));
    let undo = json!({"act": "organisation.reform.revoke", "id": "digital", "from": "2022-07-01", "kind": "named"});
    assert_eq!(reason(town.act("clerk", undo.clone())), "not-permitted");
    town.done("keeper", undo.clone());
    assert_eq!(name_on(&town, "digital", "2022-07-01"), "digital");
    assert_eq!(reason(town.act("keeper", undo.clone())), "reform-unknown", "it is undone once");
    town.done("keeper", rename("digital", "Digitalisering och IT", "2022-07-01"));
    town.go_to("2022-07-01");
    assert_eq!(reason(town.act("keeper", undo)), "reform-unknown", "what holds is changed by a new reorganisation");
    assert_eq!(name_on(&town, "digital", "2022-07-01"), "Digitalisering och IT");
}

#[test]
fn a_move_is_not_undone_where_the_unit_would_be_left_under_one_that_ends() {
    let mut town = staffed();
    town.done("keeper", relocate("digital", "care", "2022-02-01"));
    town.done("keeper", json!({"act": "organisation.unit.end", "id": "admin", "last": "2022-06-30"}));
    let undo = json!({"act": "organisation.reform.revoke", "id": "digital", "from": "2022-02-01", "kind": "under"});
    assert_eq!(reason(town.act("keeper", undo)), "unit-above-ended");
}

#[test]
fn an_object_role_without_a_decision_is_found_until_its_decision_is_named() {
    let mut town = Town::with_object();
    let found = |town: &Town| -> Vec<Upkeep> {
        upkeep(&town.value.objects, &town.value.organisation, day("2022-02-01")).into_iter().map(|flaw| flaw.why).collect()
    };
    assert_eq!(found(&town), [Upkeep::WithoutDecision, Upkeep::WithoutDecision]);
    let held = town.value.organisation.held_by(&id("owner"), day("2022-02-01")).next().expect("a role").id.to_string();
    let ground = json!({"act": "organisation.appointment.ground", "id": held, "decision": "ks-1"});
    assert_eq!(reason(town.act("keeper", ground.clone())), "decision-unknown");
    town.done(
        "secretary",
        json!({"act": "forums.decision.record", "id": "ks-1", "body": "ks", "date": "2022-01-03", "paragraph": "§ 1", "case_number": "KS-2022/1",
        "matter": "Roller i objekten", "text": "Kommunstyrelsen utser."}),
    );
    town.done("keeper", ground);
    assert_eq!(found(&town), [Upkeep::WithoutDecision], "the manager's is left");
}

#[test]
fn what_hangs_on_a_unit_that_is_to_end_is_found_at_once() {
    let mut town = Town::with_object();
    town.done("keeper", json!({"act": "organisation.unit.end", "id": "von", "last": "2022-12-31"}));
    let flaws = upkeep(&town.value.objects, &town.value.organisation, day("2022-02-01"));
    let owner = flaws.iter().find(|flaw| flaw.why == Upkeep::OwnerEnds).expect("the owner ends");
    assert_eq!((owner.what.to_string().as_str(), &owner.unit), ("object/care", &Some((id("von"), day("2022-12-31")))));
    assert_eq!(flaws.iter().filter(|flaw| flaw.why == Upkeep::RoleUnderEnding).count(), 2);
    town.done(
        "officer",
        json!({"act": "objects.object.describe", "id": "care", "description": {"name": "Vård och omsorg", "owner": "sn"}}),
    );
    let left = upkeep(&town.value.objects, &town.value.organisation, day("2022-02-01"));
    assert!(left.iter().all(|flaw| flaw.why == Upkeep::WithoutDecision), "{left:?}");
}

#[test]
fn everyone_renews_the_address_of_their_own_calendar_and_of_no_other() {
    let mut town = staffed();
    let renew = json!({"act": "organisation.calendar.renew", "person": "clerk"});
    assert_eq!(reason(town.act("officer", renew.clone())), "not-permitted");
    town.done("clerk", renew.clone());
    town.done("keeper", renew);
    assert_eq!(town.value.organisation.calendars.get(&id("clerk")), Some(&2));
}

#[derive(Clone, Debug)]
enum Try {
    Move(&'static str, &'static str, u8),
    End(&'static str, u8),
    Undo(&'static str, u8),
    Appoint(u8, u8, u8),
    Pass(u8),
}

const UNITS: [&str; 8] = ["kf", "ks", "von", "sn", "admin", "digital", "care", "lab"];

fn tries() -> impl Strategy<Value = Try> {
    let unit = || prop::sample::select(&UNITS[..]);
    prop_oneof![
        (unit(), unit(), 1u8..120).prop_map(|(unit, under, day)| Try::Move(unit, under, day)),
        (unit(), 1u8..120).prop_map(|(unit, day)| Try::End(unit, day)),
        (unit(), 1u8..120).prop_map(|(unit, day)| Try::Undo(unit, day)),
        (0u8..3, 1u8..60, 1u8..60).prop_map(|(unit, from, days)| Try::Appoint(unit, from, days)),
        (1u8..30).prop_map(Try::Pass),
    ]
}

fn on(days: u8) -> Date {
    day("2022-01-03").saturating_add(jiff::Span::new().days(i64::from(days)))
}

proptest! {
    #[test]
    fn no_order_of_acts_makes_a_ring_or_a_double_seat_or_an_orphan(tried in prop::collection::vec(tries(), 1..40)) {
        let mut town = staffed();
        town.done("keeper", json!({"act": "organisation.unit.establish", "id": "lab", "name": "Lab", "kind": "section", "under": "digital"}));
        let mut now = 0u8;
        for (number, attempt) in tried.into_iter().enumerate() {
            let fields = match attempt {
                Try::Move(unit, under, day) => relocate(unit, under, &on(day).to_string()),
                Try::End(unit, day) => json!({"act": "organisation.unit.end", "id": unit, "last": on(day).to_string()}),
                Try::Undo(unit, day) => json!({"act": "organisation.reform.revoke", "id": unit, "from": on(day).to_string(), "kind": "under"}),
                Try::Appoint(unit, from, days) => json!({"act": "organisation.appointment.make", "id": format!("a-{number}"), "person": "anna",
                    "role": "director", "scope": {"unit": UNITS[4 + usize::from(unit)]}, "from": on(from).to_string(), "to": on(from.saturating_add(days)).to_string()}),
                Try::Pass(days) => {
                    now = now.saturating_add(days).min(150);
                    town.go_to(&on(now).to_string());
                    continue;
                }
            };
            let _ = town.act("keeper", fields);
        }
        for ahead in [0, now, 60, 120, 200] {
            let date = on(ahead.max(now));
            let value = town.value.settled(date).unwrap_or_else(|| town.value.clone());
            for unit in value.organisation.units_on(date) {
                let mut at = unit;
                for step in 0..=UNITS.len() {
                    prop_assert!(step < UNITS.len(), "{} stands in a ring", unit.id);
                    let Some(above) = &at.under else { break };
                    at = value.organisation.units.get(above).expect("the unit above");
                    prop_assert!(at.is_alive(date), "{} stands under {}, which has ended", unit.id, at.id);
                }
                prop_assert!(value.organisation.body_of(&unit.id).is_some());
            }
            let held: Vec<_> = value.organisation.held_by(&id("anna"), date).map(|held| held.scope.clone()).collect();
            let once: std::collections::BTreeSet<_> = held.iter().collect();
            prop_assert_eq!(once.len(), held.len());
        }
    }
}

//! A body's decision on an initiative is logged and takes effect at once, or neither.

use domain::initiatives::Phase;
use domain::resting::resting_on;
use domain::{Act, DecisionId, InitiativeId, Municipality, PersonId, Refusals, Stamp, Subject, Timestamp};
use serde_json::{Value, json};

fn act(town: &mut Municipality, who: &str, at: &str, fields: Value) -> Result<(), Refusals> {
    let stamp = Stamp::new(PersonId::new(who).expect("an identity"), format!("{at}T09:00:00Z").parse::<Timestamp>().expect("an instant"));
    let act = Act::read(fields).expect("an act");
    let change = town.decide(&act, &stamp, None)?;
    town.fold(act.name(), &stamp, Some(&change));
    Ok(())
}

fn keys(refused: Result<(), Refusals>) -> Vec<&'static str> {
    refused.expect_err("a refusal").0.iter().map(|refusal| refusal.key).collect()
}

#[test]
fn what_came_of_a_decision_is_found_from_the_decision() {
    let mut town = waiting();
    let decision = DecisionId::new("von-7").expect("an identity");
    assert!(resting_on(&town, &decision).is_empty());
    act(&mut town, "sven", "2022-01-12", settle("von", "2022-01-11")).expect("a decision of the committee");
    let larm = InitiativeId::new("larm").expect("an identity");
    assert!(resting_on(&town, &decision).contains(&Subject::from(&larm)));
}

/// An initiative that waits for its decision.
fn waiting() -> Municipality {
    let mut town = Municipality::default();
    let mut done = |who: &str, fields: Value| act(&mut town, who, "2022-01-03", fields).expect("an act that can be done");
    for (person, role) in [("anna", "administrator"), ("sven", "secretary"), ("lea", "business_developer")] {
        done(
            "anna",
            json!({"act": "organisation.appointment.make", "id": person, "person": person, "role": role, "scope": "municipality", "from": "2022-01-03"}),
        );
    }
    for (unit, kind, under) in [("kf", "council", None), ("von", "committee", Some("kf")), ("vof", "administration", Some("von"))] {
        done("anna", json!({"act": "organisation.unit.establish", "id": unit, "name": unit, "kind": kind, "under": under}));
    }
    done("lea", json!({"act": "initiatives.idea.start", "id": "larm", "card": {"title": "Larm om natten", "unit": "vof", "lead": "lea"}}));
    done("lea", json!({"act": "initiatives.idea.submit", "initiative": "larm"}));
    done("lea", json!({"act": "initiatives.case.submit", "initiative": "larm"}));
    town
}

fn settle(body: &str, date: &str) -> Value {
    json!({"act": "forums.initiative.settle", "id": "von-7", "initiative": "larm", "date": date, "body": body, "paragraph": "§ 7", "text": "Nämnden beslutar att genomföra initiativet."})
}

#[test]
fn the_decision_is_in_the_log_and_the_initiative_decided_by_one_act_of_the_secretary() {
    let mut town = waiting();
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", settle("von", "2022-02-01"))), ["not-permitted"]);
    act(&mut town, "sven", "2022-02-02", settle("von", "2022-02-01")).expect("the decision");
    let id = DecisionId::new("von-7").expect("an identity");
    let initiative = town.initiatives.get(&InitiativeId::new("larm").expect("an identity")).expect("the initiative");
    assert_eq!((initiative.phase, initiative.decision.as_ref()), (Phase::Start, Some(&id)));
    assert_eq!(town.forums.decisions.get(&id).expect("the decision").concerns, [Subject::from(&initiative.id)]);
    assert!(town.traces(&(&initiative.id).into()).any(|trace| trace.act.as_str() == "forums.initiative.settle"));
    assert_eq!(keys(act(&mut town, "sven", "2022-02-03", settle("von", "2022-02-01"))), ["gate-elsewhere"]);
}

#[test]
fn what_no_body_decided_or_not_yet_decides_nothing() {
    let mut town = waiting();
    assert_eq!(keys(act(&mut town, "sven", "2022-02-02", settle("von", "2022-02-09"))), ["date-in-future"]);
    assert!(!keys(act(&mut town, "sven", "2022-02-02", settle("vof", "2022-02-01"))).is_empty(), "an administration is no body");
    assert!(town.forums.decisions.is_empty());
}

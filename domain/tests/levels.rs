//! Who decides follows from size: each class leads to its level, nobody nearer than that may decide, and
//! whoever stands above always may.

use domain::expected::{Cause, Kind, expected_of, waits_for};
use domain::forums::Host;
use domain::initiatives::{Effort, Extent, Initiative, Level, Phase, Size, Table, Trigger};
use domain::{Act, Date, InitiativeId, Municipality, Ore, PersonId, Refusals, Stamp, Timestamp, UnitId};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The day everything is tried.
const TODAY: &str = "2024-03-01";

fn act(town: &mut Municipality, who: &str, fields: Value) -> Result<(), Refusals> {
    let stamp = Stamp::new(person(who), format!("{TODAY}T09:00:00Z").parse::<Timestamp>().expect("an instant"));
    let act = Act::read(fields).expect("an act");
    let change = town.decide(&act, &stamp, None)?;
    town.fold(act.name(), &stamp, Some(&change));
    Ok(())
}

fn person(name: &str) -> PersonId {
    PersonId::new(name).expect("an identity")
}

fn today() -> Date {
    TODAY.parse().expect("a day")
}

fn larm(town: &Municipality) -> &Initiative {
    town.initiatives.get(&InitiativeId::new("larm").expect("an identity")).expect("the initiative")
}

/// A council, a board, a committee with its administration, and auditors; a director to whom the board has
/// delegated initiatives of any sum.
fn town() -> Municipality {
    let mut town = Municipality::default();
    let mut done = |who: &str, fields: Value| act(&mut town, who, fields).expect("an act that can be done");
    for (person, role) in [("anna", "administrator"), ("sven", "secretary"), ("lea", "business_developer"), ("camilla", "chief_executive")]
    {
        done(
            "anna",
            json!({"act": "organisation.appointment.make", "id": person, "person": person, "role": role, "scope": "municipality", "from": "2022-01-03"}),
        );
    }
    let units = [
        ("kf", "council", None),
        ("ks", "executive_board", Some("kf")),
        ("von", "committee", Some("kf")),
        ("granskarna", "auditors", Some("kf")),
        ("vof", "administration", Some("von")),
    ];
    for (unit, kind, under) in units {
        done("anna", json!({"act": "organisation.unit.establish", "id": unit, "name": unit, "kind": kind, "under": under}));
    }
    done(
        "sven",
        json!({"act": "forums.decision.record", "id": "ordning", "date": TODAY, "body": "ks", "matter": "Delegationsordning", "text": "Ordningen antas."}),
    );
    done(
        "sven",
        json!({"act": "forums.delegation.grant", "id": "d-1", "text": "Initiativ", "power": "initiatives", "to_role": "chief_executive", "decision": "ordning"}),
    );
    town
}

/// The demands hold, nothing is asked at any gate, and the three sizes are decided by these.
fn adopt(town: &mut Municipality, levels: [Level; 3]) {
    let table = serde_json::to_value(Table { levels, asked: Vec::new(), ..Table::start().clone() }).expect("a table");
    act(town, "sven", json!({"act": "forums.demands.adopt", "decision": "ordning", "from": TODAY, "table": table})).expect("an adoption");
}

/// An initiative of a cost that waits for its decision.
fn ask(town: &mut Municipality, kronor: i64) {
    let card = json!({"title": "Larm om natten", "unit": "vof", "lead": "lea", "expected_cost": kronor * 100});
    for fields in [
        json!({"act": "initiatives.idea.start", "id": "larm", "card": card}),
        json!({"act": "initiatives.idea.submit", "initiative": "larm"}),
        json!({"act": "initiatives.case.submit", "initiative": "larm"}),
    ] {
        act(town, "lea", fields).expect("an act that can be done");
    }
}

/// One of each size, by what it costs in kronor.
const OF_SIZE: [(Size, i64); 3] = [(Size::Small, 80_000), (Size::Medium, 900_000), (Size::Large, 12_000_000)];
/// The nearest decides what is small, a body what is medium, and the council what is large.
const CLIMBING: [Level; 3] = [Level::Delegate, Level::Committee, Level::Council];

/// Lets somebody try to decide, on a municipality of their own: the director under her delegation, or a body.
fn tries(town: &Municipality, decider: &str) -> Result<(), Vec<&'static str>> {
    let mut town = town.clone();
    let done = match decider {
        "camilla" => act(
            &mut town,
            "camilla",
            json!({"act": "forums.initiative.decide", "id": "beslut", "initiative": "larm", "reason": "Nyttan är större än kostnaden."}),
        ),
        body => act(
            &mut town,
            "sven",
            json!({"act": "forums.initiative.settle", "id": "beslut", "initiative": "larm", "date": TODAY, "body": body, "text": "Initiativet genomförs."}),
        ),
    };
    done.map_err(|refused| refused.0.iter().map(|refusal| refusal.key).collect::<Vec<_>>())?;
    assert_eq!(larm(&town).phase, Phase::Start, "a decision takes it on");
    Ok(())
}

#[test]
fn each_size_leads_to_its_level() {
    for ((size, kronor), level) in OF_SIZE.into_iter().zip(CLIMBING) {
        let mut town = town();
        adopt(&mut town, CLIMBING);
        ask(&mut town, kronor);
        assert_eq!((larm(&town).size(&town, today()), larm(&town).decided_by(&town, today())), (size, level));
    }
}

#[test]
fn what_is_small_is_decided_by_the_delegate_or_by_any_body() {
    let mut town = town();
    adopt(&mut town, CLIMBING);
    ask(&mut town, 80_000);
    for decider in ["camilla", "von", "ks", "kf"] {
        assert_eq!(tries(&town, decider), Ok(()), "{decider}");
    }
}

#[test]
fn what_is_medium_is_decided_by_a_body_and_not_by_the_delegate_nor_by_those_who_audit() {
    let mut town = town();
    adopt(&mut town, CLIMBING);
    ask(&mut town, 900_000);
    assert_eq!(tries(&town, "camilla"), Err(vec!["body-decides"]));
    assert_eq!(tries(&town, "granskarna"), Err(vec!["body-decides"]));
    for body in ["von", "ks", "kf"] {
        assert_eq!(tries(&town, body), Ok(()), "{body}");
    }
}

#[test]
fn what_is_large_is_decided_by_the_council_and_by_nobody_below_it() {
    let mut town = town();
    adopt(&mut town, CLIMBING);
    ask(&mut town, 12_000_000);
    assert_eq!(tries(&town, "camilla"), Err(vec!["body-decides"]));
    for body in ["von", "ks", "granskarna"] {
        assert_eq!(tries(&town, body), Err(vec!["council-decides"]), "{body}");
    }
    assert!(tries(&town, "vof").is_err(), "an administration decides nothing");
    assert_eq!(tries(&town, "kf"), Ok(()));
}

#[test]
fn a_decision_that_was_logged_for_another_body_does_not_become_the_councils_by_being_pointed_at() {
    let mut town = town();
    adopt(&mut town, CLIMBING);
    ask(&mut town, 12_000_000);
    let logged = |id: &str, body: &str| json!({"act": "forums.decision.record", "id": id, "date": TODAY, "body": body, "matter": "Larm", "text": "Initiativet genomförs.", "concerns": ["initiative/larm"]});
    let affirm = |decision: &str| json!({"act": "forums.initiative.affirm", "initiative": "larm", "decision": decision});
    act(&mut town, "sven", logged("von-7", "von")).expect("a decision");
    let refused = act(&mut town, "sven", affirm("von-7")).expect_err("a refusal");
    assert_eq!(refused.0.iter().map(|refusal| refusal.key).collect::<Vec<_>>(), ["council-decides"]);
    act(&mut town, "sven", logged("kf-9", "kf")).expect("a decision");
    act(&mut town, "sven", affirm("kf-9")).expect("the council decides");
    assert_eq!(larm(&town).phase, Phase::Start);
}

#[test]
fn before_any_table_is_adopted_the_delegation_order_alone_says_who_decides() {
    let mut town = town();
    ask(&mut town, 12_000_000);
    assert_eq!(larm(&town).decided_by(&town, today()), Level::Delegate);
    assert_eq!(tries(&town, "camilla"), Ok(()));
}

#[test]
fn what_waits_for_the_council_is_the_secretarys_to_bring_and_stands_on_the_agenda_of_all_who_take_it_up() {
    let takes_up = |town: &Municipality, body: &str| {
        let host = Host::Body(UnitId::new(body).expect("an identity"));
        waits_for(town, &host, today()).iter().any(|matter| matter.cause == Cause::Initiative)
    };
    let waits = |town: &Municipality, who: &str, kind: Kind| expected_of(town, &person(who), today()).iter().any(|task| task.kind == kind);
    for (kronor, on_agenda) in [(900_000, [false, false, true]), (12_000_000, [true, true, true])] {
        let mut town = town();
        adopt(&mut town, CLIMBING);
        ask(&mut town, kronor);
        assert!(waits(&town, "sven", Kind::BringToBody) && !waits(&town, "camilla", Kind::DecideInitiative));
        assert_eq!(["kf", "ks", "von"].map(|body| takes_up(&town, body)), on_agenda, "{kronor}");
    }
}

/// Where each decider stands.
const DECIDERS: [(&str, Level); 4] =
    [("camilla", Level::Delegate), ("von", Level::Committee), ("ks", Level::Committee), ("kf", Level::Council)];

fn levels() -> impl Strategy<Value = [Level; 3]> {
    let level = || prop::sample::select(Level::ALL.to_vec());
    (level(), level(), level()).prop_map(|(one, two, three)| {
        let mut levels = [one, two, three];
        levels.sort();
        levels
    })
}

fn extent() -> impl Strategy<Value = Extent> {
    let triggers = prop::sample::subsequence(Trigger::ALL.to_vec(), 0..=3);
    (0i64..20_000_000, 0u32..9_000, 0u32..2_000, 1usize..9, 0u8..=25, triggers).prop_map(
        |(kronor, hours, shared, bodies, risk, triggers)| {
            let effort = Effort { hours: Some(hours), shared_hours: Some(shared) };
            Extent { cost: Ore::kronor(kronor), effort, bodies, risk, triggers }
        },
    )
}

/// An extent that reaches as far as both.
fn both(one: &Extent, other: &Extent) -> Extent {
    let hours = |pick: fn(&Effort) -> Option<u32>| pick(&one.effort).max(pick(&other.effort));
    Extent {
        cost: one.cost.max(other.cost),
        effort: Effort { hours: hours(|effort| effort.hours), shared_hours: hours(|effort| effort.shared_hours) },
        bodies: one.bodies.max(other.bodies),
        risk: one.risk.max(other.risk),
        triggers: one.triggers.iter().chain(&other.triggers).copied().collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_it_costs_and_whatever_table_holds_those_may_decide_who_stand_as_high_as_it_says(kronor in 1i64..20_000_000, levels in levels()) {
        let mut town = town();
        adopt(&mut town, levels);
        ask(&mut town, kronor);
        let needed = larm(&town).decided_by(&town, today());
        prop_assert_eq!(needed, levels[larm(&town).size(&town, today()) as usize]);
        for (decider, stands) in DECIDERS {
            prop_assert_eq!(tries(&town, decider).is_ok(), stands >= needed, "{} of {} kronor", decider, kronor);
        }
    }

    #[test]
    fn what_reaches_farther_is_never_smaller_nor_decided_nearer(one in extent(), other in extent(), levels in levels()) {
        let table = Table { levels, ..Table::start().clone() };
        let farther = table.size(&both(&one, &other));
        prop_assert!(farther >= table.size(&one).max(table.size(&other)));
        prop_assert!(table.level(farther) >= table.level(table.size(&one)));
    }
}

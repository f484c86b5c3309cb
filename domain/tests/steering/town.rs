//! A small town: a council, a board and two committees, a secretary, a controller, and one object's people.

use domain::{Act, Date, Municipality, PersonId, Refusals, Stamp, Timestamp};
use serde_json::{Value, json};

/// A municipality with the people who act on it.
#[derive(Clone)]
pub struct Town {
    pub value: Municipality,
    clock: Timestamp,
}

/// A day, written as people write it here.
pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// An identity, of whatever kind is asked for.
pub fn id<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(json!(text)).expect("an identity")
}

/// The key of the first reason of a refusal.
pub fn reason(refused: Result<(), Refusals>) -> &'static str {
    refused.expect_err("a refusal").0[0].key
}

impl Town {
    /// The town, with roles but nothing else.
    pub fn new() -> Self {
        let mut town = Self { value: Municipality::default(), clock: "2022-01-03T08:00:00Z".parse().expect("an instant") };
        town.appoint("keeper", "administrator", json!("municipality"), None, 0);
        for (unit, kind) in [("kf", "council"), ("ks", "executive_board"), ("von", "committee"), ("sn", "committee")] {
            town.done("keeper", json!({"act": "organisation.unit.establish", "id": unit, "name": format!("Enheten {unit}"), "kind": kind}));
        }
        for (person, role) in
            [("secretary", "secretary"), ("controller", "controller"), ("officer", "digitalisation_officer"), ("clerk", "director")]
        {
            town.appoint(person, role, json!("municipality"), None, 0);
        }
        town
    }

    /// The same with a budget document, a goal area, a priority area, a goal and a direction.
    pub fn with_goals() -> Self {
        let mut town = Self::new();
        town.adopt("mob-2022", "budget_and_goals", "kf", "2022", None);
        town.adopt("strategy", "strategy", "kf", "2022", None);
        town.done("secretary", json!({"act": "goals.area.establish", "id": "social", "name": "Social hållbarhet"}));
        town.done("secretary", json!({"act": "goals.priority.enter", "id": "access", "document": "mob-2022", "name": "Tillgänglighet"}));
        town.done(
            "secretary",
            json!({"act": "goals.direction.enter", "id": "for-all", "document": "strategy", "number": 1, "title": "För alla"}),
        );
        town.set_goal("care", "mob-2022");
        town
    }

    /// The same with an object, its owner and its manager.
    pub fn with_object() -> Self {
        let mut town = Self::with_goals();
        town.done(
            "officer",
            json!({"act": "objects.object.establish", "id": "care",
            "description": {"name": "Vård och omsorg", "owner": "von", "co_owners": ["sn"]}}),
        );
        town.appoint("owner", "object_owner", json!({"object": "care"}), Some("business"), 50);
        town.appoint("manager", "object_manager", json!({"object": "care"}), Some("business"), 500);
        town
    }

    /// Moves the clock to a day.
    pub fn go_to(&mut self, date: &str) {
        self.clock = format!("{date}T08:00:00Z").parse().expect("an instant");
    }

    /// Tries an act.
    pub fn act(&mut self, who: &str, fields: Value) -> Result<(), Refusals> {
        let stamp = Stamp::new(PersonId::new(who).expect("an identity"), self.clock);
        let act = Act::read(fields).expect("an act");
        let change = self.value.decide(&act, &stamp, None)?;
        self.value.fold(act.name(), &stamp, Some(&change));
        Ok(())
    }

    /// Does an act that must succeed.
    pub fn done(&mut self, who: &str, fields: Value) {
        self.act(who, fields.clone()).unwrap_or_else(|refusals| panic!("{fields}: {refusals:?}"));
    }

    /// Appoints a person from the beginning of 2022.
    pub fn appoint(&mut self, person: &str, role: &str, scope: Value, side: Option<&str>, share: u16) {
        let number = self.value.organisation.appointments.len();
        self.done(
            "keeper",
            json!({"act": "organisation.appointment.make", "id": format!("{person}-{number}"), "person": person, "role": role,
            "scope": scope, "side": side, "share": share, "from": "2022-01-01"}),
        );
    }

    /// Adopts a document for a year, perhaps in place of an earlier one.
    pub fn adopt(&mut self, document: &str, kind: &str, unit: &str, year: &str, revises: Option<&str>) {
        self.done(
            "secretary",
            json!({"act": "goals.document.adopt", "id": document, "kind": kind, "title": document, "unit": unit,
            "from": format!("{year}-01-01"), "to": format!("{year}-12-31"), "revises": revises}),
        );
    }

    /// Sets a goal with text and an answering unit, but no indicator.
    pub fn set_goal(&mut self, goal: &str, document: &str) {
        self.done(
            "secretary",
            json!({"act": "goals.goal.set", "id": goal, "document": document,
            "wording": {"title": "God omsorg", "text": "I tid.", "area": "social", "answers": "von"}}),
        );
    }
}

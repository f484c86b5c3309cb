//! A small municipality for tests: who holds which role, and one round of the fund.

use domain::{Act, Municipality, PersonId, Refusals, Stamp, Timestamp};
use serde_json::{Value, json};

/// A municipality under test.
#[derive(Clone)]
pub struct Town(pub Municipality);

/// The identity of a person.
pub fn person(name: &str) -> PersonId {
    PersonId::new(name).expect("an identity")
}

/// A day, as a date.
pub fn day(text: &str) -> domain::Date {
    text.parse().expect("a date")
}

impl Town {
    /// Bodies, roles, the delegation of the fund, and a round of one million kronor in March 2023 with
    /// two criteria of the weights 600 (money) and 400 (quality).
    pub fn with_round() -> Self {
        let mut town = Self(Municipality::default());
        town.appoint("root", "administrator", json!("municipality"));
        town.must(
            "root",
            "2023-01-02",
            json!({"act": "organisation.unit.establish", "id": "kf", "name": "Kommunfullmäktige", "kind": "council"}),
        );
        town.must(
            "root",
            "2023-01-02",
            json!({"act": "organisation.unit.establish", "id": "ks", "name": "Kommunstyrelsen", "kind": "executive_board", "under": "kf"}),
        );
        for (who, role) in [
            ("elin", "digitalisation_officer"),
            ("sara", "business_developer"),
            ("johan", "business_developer"),
            ("camilla", "chief_executive"),
            ("anders", "secretary"),
            ("helena", "controller"),
        ] {
            town.appoint(who, role, json!("municipality"));
        }
        town.must("elin", "2023-01-03", json!({"act": "forums.forum.establish", "id": "board", "name": "Portföljstyrgruppen", "kind": "portfolio_board", "level": "strategic"}));
        town.appoint("nina", "forum_member", json!({"forum": "board"}));
        town.must("anders", "2023-01-04", json!({"act": "forums.decision.record", "id": "ks-pott", "date": "2023-01-04", "body": "ks", "matter": "Digitaliseringspotten", "text": "Beslut om potten delegeras."}));
        town.must("anders", "2023-01-04", json!({"act": "forums.delegation.grant", "id": "d-pott", "text": "Fördelning av potten", "power": "fund_applications", "to_role": "chief_executive", "limit": "600 tkr", "decision": "ks-pott"}));
        town.must("helena", "2023-01-04", json!({"act": "money.post.enter", "id": "pott", "kind": "fund", "purpose": "Digitaliseringspotten", "to": {"unit": "ks"}, "first_year": 2023, "last_year": 2023, "amount": "1 mnkr", "decision": "ks-pott"}));
        town.must("anders", "2023-01-04", json!({"act": "goals.area.establish", "id": "social", "name": "Social hållbarhet"}));
        town.must("elin", "2023-01-05", plan("r1"));
        for who in ["fatima", "oskar", "birgitta"] {
            town.appoint(who, "assessor", json!({"round": "r1"}));
        }
        town
    }

    /// Does one act at noon of a day, and folds what comes of it.
    pub fn does(&mut self, who: &str, date: &str, fields: Value) -> Result<(), Refusals> {
        let at: Timestamp = format!("{date}T11:00:00Z").parse().expect("an instant");
        let stamp = Stamp::new(person(who), at);
        let act = Act::read(fields).expect("an act");
        let change = self.0.decide(&act, &stamp, None)?;
        self.0.fold(act.name(), &stamp, Some(&change));
        Ok(())
    }

    /// Does one act that cannot be refused.
    pub fn must(&mut self, who: &str, date: &str, fields: Value) {
        let told = fields.to_string();
        self.does(who, date, fields).unwrap_or_else(|refused| panic!("{told}: {refused:?}"));
    }

    /// The key of the first refusal of an act.
    pub fn refuses(&mut self, who: &str, date: &str, fields: Value) -> &'static str {
        let told = fields.to_string();
        self.does(who, date, fields).expect_err(&told).0[0].key
    }

    /// Appoints a person from the start of 2023.
    pub fn appoint(&mut self, who: &str, role: &str, scope: Value) {
        let fields = json!({"act": "organisation.appointment.make", "id": format!("{who}-{}", role.replace('_', "-")), "person": who, "role": role, "scope": scope, "from": "2023-01-01"});
        self.must("root", "2023-01-02", fields);
    }

    /// Sara writes an initiative with a complete case that expects a sum in tkr of the fund.
    pub fn prepare(&mut self, id: &str, tkr: i64) {
        let card = json!({"title": format!("Initiativ {id}"), "unit": "ks", "lead": "sara", "links": {"goal_areas": ["social"]}});
        self.must("sara", "2023-02-01", json!({"act": "initiatives.idea.start", "id": format!("i-{id}"), "card": card}));
        let areas = [
            "problem",
            "solution",
            "affected_roles",
            "goal_contribution",
            "wider_use",
            "cost_estimate",
            "benefit_estimate",
            "prerequisites",
            "follow_up",
        ];
        let areas: serde_json::Map<_, _> = areas.into_iter().map(|area| (area.to_owned(), json!("Beskrivet."))).collect();
        self.must("sara", "2023-02-01", json!({"act": "initiatives.idea.write", "initiative": format!("i-{id}"), "areas": areas}));
        self.must("sara", "2023-02-02", json!({"act": "initiatives.idea.submit", "initiative": format!("i-{id}")}));
        self.must("sara", "2023-02-03", case(id, tkr));
        self.must("sara", "2023-02-04", json!({"act": "initiatives.case.submit", "initiative": format!("i-{id}")}));
    }

    /// Sara prepares an initiative and applies for it in the open round.
    pub fn apply(&mut self, id: &str, tkr: i64) {
        self.prepare(id, tkr);
        self.must("sara", "2023-03-02", application(id));
    }

    /// An assessor declares no interest and gives a score on both criteria.
    pub fn score(&mut self, who: &str, application: &str, money: u8, quality: u8) {
        self.must(who, "2023-03-10", json!({"act": "fund.interest.declare", "application": application}));
        self.must(who, "2023-03-10", scores(application, money, quality));
    }

    /// Three assessors give the same score on both criteria.
    pub fn score_alike(&mut self, application: &str, money: u8, quality: u8) {
        for who in ["fatima", "oskar", "birgitta"] {
            self.score(who, application, money, quality);
        }
    }

    /// The board recommends on the round after it has closed.
    pub fn recommend(&mut self) {
        self.must("nina", "2023-04-05", recommendation());
    }

    /// An application.
    pub fn application(&self, id: &str) -> &domain::fund::Application {
        self.0.fund.applications.get(&domain::ApplicationId::new(id).expect("an identity")).expect("an application")
    }

    /// The ranking, as the coordinator sees it.
    pub fn ranking(&self) -> domain::fund::Ranking {
        let round = domain::RoundId::new("r1").expect("an identity");
        domain::fund::visible_ranking(&self.0, &person("elin"), &round, day("2023-04-10")).expect("the coordinator sees the ranking")
    }

    /// Place by place: the application, and whether the money reaches it.
    pub fn order(&self) -> Vec<(String, bool)> {
        self.ranking().rows.iter().map(|row| (row.application.to_string(), row.why.is_within())).collect()
    }
}

/// The two criteria of the round.
pub fn criteria(money: u16, quality: u16) -> Value {
    let anchors = ["ingen", "liten", "viss", "god", "stor", "mycket stor"];
    json!([
        {"id": "kronor", "name": "Nytta i kronor", "what": "Vad som sparas", "aspect": "money", "weight": money, "anchors": anchors},
        {"id": "kvalitet", "name": "Kvalitet", "what": "Vad som blir bättre", "aspect": "quality", "weight": quality, "anchors": anchors},
    ])
}

/// The planning of a round of one million kronor.
pub fn plan(id: &str) -> Value {
    json!({"act": "fund.round.plan", "id": id, "name": "Våren 2023", "money": "1 mnkr", "opens": "2023-03-01", "closes": "2023-03-31",
        "criteria": criteria(600, 400), "least_assessors": 2, "wide_spread": 3, "post": "pott"})
}

/// The business case of an initiative: a cost in tkr that the fund is to pay, and a benefit.
pub fn case(id: &str, tkr: i64) -> Value {
    let yearly = format!("{tkr} tkr");
    json!({"act": "initiatives.case.write", "initiative": format!("i-{id}"),
        "costs": [{"id": "licenser", "what": "Licenser", "kind": "one_off", "payer": "ks", "spans": [{"from": 2023, "to": 2023, "yearly": yearly}]}],
        "benefits": [{"id": format!("nytta-{id}"), "what": "Kortare väntan", "class": "red", "receiver": "ks", "owner": "sara"}],
        "financing": [{"source": "fund", "unit": "ks", "year": 2023, "amount": yearly}]})
}

/// An application with an initiative already prepared.
pub fn application(id: &str) -> Value {
    json!({"act": "fund.application.submit", "id": id, "round": "r1", "initiative": format!("i-{id}")})
}

/// Scores on both criteria.
pub fn scores(application: &str, money: u8, quality: u8) -> Value {
    json!({"act": "fund.assessment.give", "application": application, "scores": [
        {"criterion": "kronor", "score": money, "reason": "Räknat på timmar"}, {"criterion": "kvalitet", "score": quality, "reason": "Kortare väntan"}]})
}

/// The board's recommendation on the round.
pub fn recommendation() -> Value {
    json!({"act": "forums.recommendation.make", "id": "rec", "forum": "board", "text": "Bifall enligt rangordningen.", "concerns": ["round/r1"]})
}

/// A decision on an application: a sum in tkr, nought to decline.
pub fn decision(application: &str, tkr: i64) -> Value {
    json!({"act": "forums.application.decide", "id": format!("beslut-{application}"), "application": application, "grant": format!("{tkr} tkr"), "reason": "Enligt rangordningen och styrgruppens förslag."})
}

//! What is demanded is set by a decision and in proportion; help, files and writers gather round a case, and
//! what is grave stops it.

use domain::expected::{Kind, expected_of};
use domain::initiatives::{Axis, Gate, Initiative, Level, Premises, RiskWords, Size, Table, blocking};
use domain::{Act, Date, InitiativeId, Municipality, Ore, PersonId, Refusals, Seen, Stamp, Timestamp};
use serde_json::{Value, json};

fn act_seen(town: &mut Municipality, who: &str, at: &str, fields: Value, seen: Option<u64>) -> Result<(), Refusals> {
    let stamp = Stamp::new(PersonId::new(who).expect("an identity"), format!("{at}T09:00:00Z").parse::<Timestamp>().expect("an instant"));
    let act = Act::read(fields).expect("an act");
    let change = town.decide(&act, &stamp, seen.map(Seen::at).as_ref())?;
    town.fold(act.name(), &stamp, Some(&change));
    Ok(())
}

fn act(town: &mut Municipality, who: &str, at: &str, fields: Value) -> Result<(), Refusals> {
    act_seen(town, who, at, fields, None)
}

fn done(town: &mut Municipality, who: &str, at: &str, fields: Value) {
    act(town, who, at, fields).expect("an act that can be done");
}

fn keys(refused: Result<(), Refusals>) -> Vec<&'static str> {
    refused.expect_err("a refusal").0.iter().map(|refusal| refusal.key).collect()
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

fn larm(town: &Municipality) -> &Initiative {
    town.initiatives.get(&InitiativeId::new("larm").expect("an identity")).expect("the initiative")
}

fn person(name: &str) -> PersonId {
    PersonId::new(name).expect("an identity")
}

/// A municipality with a lead, another who may be invited, an officer of the department, a secretary, a
/// controller, and an idea of a procurement for 200 tkr.
fn town() -> Municipality {
    let mut town = Municipality::default();
    let roles = [
        ("anna", "administrator"),
        ("sven", "secretary"),
        ("lea", "business_developer"),
        ("vera", "business_developer"),
        ("elin", "digitalisation_officer"),
        ("helena", "controller"),
    ];
    for (person, role) in roles {
        let made = json!({"act": "organisation.appointment.make", "id": person, "person": person, "role": role, "scope": "municipality", "from": "2022-01-03"});
        done(&mut town, "anna", "2022-01-03", made);
    }
    for (unit, kind, under) in [("kf", "council", None), ("ks", "executive_board", Some("kf")), ("vof", "administration", Some("ks"))] {
        done(
            &mut town,
            "anna",
            "2022-01-03",
            json!({"act": "organisation.unit.establish", "id": unit, "name": unit, "kind": kind, "under": under}),
        );
    }
    let card = json!({"title": "Larm om natten", "unit": "vof", "lead": "lea", "form": "line", "expected_cost": "200 tkr"});
    done(&mut town, "lea", "2022-02-01", json!({"act": "initiatives.idea.start", "id": "larm", "card": card}));
    town
}

fn decision(town: &mut Municipality, id: &str, date: &str) {
    let recorded =
        json!({"act": "forums.decision.record", "id": id, "date": date, "body": "ks", "matter": "Krav", "text": "Kraven gäller."});
    done(town, "sven", date, recorded);
}

fn put(part: Value) -> Value {
    json!({"act": "initiatives.case.put", "initiative": "larm", "part": part})
}

fn risk(probability: u8, consequence: u8) -> Value {
    put(
        json!({"risk": {"id": "lacka", "area": "privacy", "what": "Uppgifter läcker", "weight": {"probability": probability, "consequence": consequence}}}),
    )
}

/// The table every municipality begins with, changed by hand.
fn table(change: impl FnOnce(&mut Table)) -> Value {
    let mut table = Table::start().clone();
    change(&mut table);
    serde_json::to_value(table).expect("a table")
}

fn lacks(town: &Municipality, gate: Gate, date: &str) -> Vec<&'static str> {
    blocking(town, larm(town), gate, day(date)).iter().map(|lack| lack.key).collect()
}

#[test]
fn a_table_holds_from_its_first_day_by_a_bodys_decision_and_what_it_leaves_out_is_not_asked() {
    let mut town = town();
    decision(&mut town, "krav", "2022-06-01");
    let own = table(|table| table.asked.retain(|asked| asked.gate != Gate::Idea));
    done(&mut town, "sven", "2022-06-01", json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2022-07-01", "table": own}));
    assert!(!town.initiatives.demands_hold(day("2022-06-30")) && town.initiatives.demands_hold(day("2022-07-01")));
    assert_eq!(lacks(&town, Gate::Idea, "2022-07-01"), Vec::<&str>::new());
    assert!(lacks(&town, Gate::Case, "2022-07-01").contains(&"lack-costs"));
}

#[test]
fn a_proposal_changes_nothing_and_is_not_adopted_unseen() {
    let mut town = town();
    decision(&mut town, "krav", "2022-06-01");
    let propose = |cost: i64| json!({"act": "initiatives.demands.propose", "reason": "Gränsen är för låg.", "table": table(|table| table.small.cost_below = Ore::kronor(cost))});
    done(&mut town, "elin", "2022-06-01", propose(100_000));
    assert_eq!(town.initiatives.table(day("2022-06-02")), Table::start());
    let seen = Some(town.size);
    done(&mut town, "elin", "2022-06-02", propose(900_000));
    let adopt = json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2022-07-01", "table": table(|table| table.small.cost_below = Ore::kronor(100_000))});
    assert_eq!(keys(act_seen(&mut town, "sven", "2022-06-03", adopt, seen)), ["stale"]);
}

#[test]
fn a_table_that_does_not_hang_together_is_refused_with_all_its_faults() {
    let mut town = town();
    let torn = table(|table| {
        table.small.cost_below = Ore::kronor(9_000_000);
        table.levels = [Level::Council, Level::Delegate, Level::Committee];
        table.scale.steps = 9;
    });
    let refused = act(&mut town, "elin", "2022-06-01", json!({"act": "initiatives.demands.propose", "reason": "Fel.", "table": torn}));
    assert_eq!(keys(refused), ["medium-below-small", "levels-backwards", "steps-outside"]);
}

#[test]
fn what_was_settled_is_judged_by_the_table_that_held_then() {
    let mut town = town();
    let begin =
        json!({"act": "initiatives.delivery.start", "initiative": "larm", "start": "2022-03-01", "end": "2022-05-31", "budget": "200 tkr"});
    done(&mut town, "lea", "2022-03-01", begin);
    decision(&mut town, "krav", "2022-06-01");
    let own = table(|table| table.small.cost_below = Ore::kronor(1_000));
    done(&mut town, "sven", "2022-06-01", json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2022-07-01", "table": own}));
    assert_eq!(larm(&town).size(&town, day("2022-08-01")), Size::Small);
}

#[test]
fn hours_and_what_touches_others_make_an_initiative_larger_however_little_it_costs() {
    let mut town = town();
    let card = |more: Value| {
        let mut card = json!({"title": "Larm om natten", "unit": "vof", "lead": "lea", "form": "line", "expected_cost": "1 kr"});
        card.as_object_mut().expect("a card").extend(more.as_object().expect("fields").clone());
        json!({"act": "initiatives.card.write", "initiative": "larm", "card": card})
    };
    for (more, size) in [
        (json!({}), Size::Small),
        (json!({"effort": {"hours": 500, "shared_hours": 40}}), Size::Small),
        (json!({"effort": {"hours": 501}}), Size::Medium),
        (json!({"effort": {"shared_hours": 41}}), Size::Medium),
        (json!({"triggers": ["external_processing"]}), Size::Medium),
        (json!({"effort": {"hours": 5001}}), Size::Large),
    ] {
        done(&mut town, "lea", "2022-02-02", card(more.clone()));
        assert_eq!(larm(&town).size(&town, day("2022-02-02")), size, "{more}");
    }
}

#[test]
fn information_of_level_four_stops_the_case_whatever_its_size() {
    let mut town = town();
    decision(&mut town, "krav", "2022-02-01");
    done(&mut town, "sven", "2022-02-01", json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2022-02-01"}));
    let class =
        |grade: u8| put(json!({"classification": {"confidentiality": grade, "correctness": 1, "availability": 1, "date": "2022-02-02"}}));
    done(&mut town, "lea", "2022-02-02", class(3));
    assert!(!lacks(&town, Gate::Case, "2022-02-02").contains(&"lack-no-level-four"));
    done(&mut town, "lea", "2022-02-02", class(4));
    assert!(lacks(&town, Gate::Case, "2022-02-02").contains(&"lack-no-level-four"));
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", class(5))), ["grade-outside"]);
}

#[test]
fn two_of_the_nine_criteria_ask_for_an_assessment_and_one_does_not() {
    let mut town = town();
    decision(&mut town, "krav", "2022-02-01");
    done(&mut town, "sven", "2022-02-01", json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2022-02-01"}));
    let mut screen = |concerns: Value, assessment: Value| {
        let part = json!({"screening": {"date": "2022-02-02", "personal_data": true, "concerns": concerns, "assessment": assessment}});
        done(&mut town, "lea", "2022-02-02", put(part));
        lacks(&town, Gate::Case, "2022-02-02").contains(&"lack-assessed")
    };
    assert!(!screen(json!(["sensitive"]), Value::Null));
    assert!(screen(json!(["sensitive", "vulnerable"]), Value::Null));
    let assessed = json!({"date": "2022-02-02", "reference": "KS-2022/1", "outcome": "Hanterbart.", "officer": "Tillstyrker."});
    assert!(!screen(json!(["sensitive", "vulnerable"]), assessed));
}

#[test]
fn what_is_large_is_decided_by_a_body_once_the_table_says_so() {
    let town = town();
    let start = Table::start();
    assert_eq!(
        [Size::Small, Size::Medium, Size::Large].map(|size| start.level(size)),
        [Level::Delegate, Level::Delegate, Level::Committee]
    );
    assert_eq!(larm(&town).level(&town, day("2022-02-02")), Level::Delegate);
}

#[test]
fn risks_are_weighed_on_the_municipalitys_own_scale() {
    let mut town = town();
    done(&mut town, "lea", "2022-02-02", risk(5, 5));
    decision(&mut town, "krav", "2022-03-01");
    let own = table(|table| (table.scale.steps, table.scale.grave) = (4, 6));
    done(&mut town, "sven", "2022-03-01", json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2022-03-01", "table": own}));
    assert_eq!(keys(act(&mut town, "lea", "2022-03-02", risk(5, 1))), ["weight-outside"]);
    done(&mut town, "lea", "2022-03-02", risk(2, 3));
    let scale = town.initiatives.table(day("2022-03-02")).scale;
    assert!(larm(&town).case.risks.values().all(|risk| risk.is_grave(scale)));
    assert_eq!([1, 3, 6, 9].map(|weight| scale.grade(weight)), [1, 2, 3, 4]);
}

#[test]
fn the_steps_of_the_scale_are_called_what_the_municipality_decides_from_the_day_it_decides_it() {
    let mut town = town();
    let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
    let called = |probability: Vec<String>| {
        table(|table| {
            (table.scale.steps, table.scale.grave) = (3, 4);
            table.words = RiskWords { probability, consequence: Vec::new() };
        })
    };
    let propose = |table: Value| json!({"act": "initiatives.demands.propose", "reason": "Orden är våra egna.", "table": table});
    let refused = act(&mut town, "elin", "2022-02-28", propose(called(words(&["låg", "hög"]))));
    assert_eq!(keys(refused), ["words-not-steps"]);
    assert_eq!(keys(act(&mut town, "elin", "2022-02-28", propose(called(words(&["låg", "medel", "x"]))))), ["text-short"]);
    decision(&mut town, "krav", "2022-03-01");
    let own = called(words(&["låg", "medel", "hög"]));
    done(&mut town, "sven", "2022-03-01", json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2022-03-15", "table": own}));
    let step = |date: &str, axis: Axis, step: u8| town.initiatives.table(day(date)).words.step(axis, step).map(str::to_owned);
    assert_eq!(step("2022-03-14", Axis::Probability, 3), None, "the usual words until then");
    assert_eq!(step("2022-03-15", Axis::Probability, 3).as_deref(), Some("hög"));
    assert_eq!((step("2022-03-15", Axis::Probability, 4), step("2022-03-15", Axis::Probability, 0)), (None, None));
    assert_eq!(step("2022-03-15", Axis::Consequence, 1), None, "one axis may have words of its own and the other not");
}

#[test]
fn a_question_waits_for_the_department_then_for_its_owner_then_for_whoever_asked_and_then_for_nobody() {
    let mut town = town();
    let thread = |act: &str, more: Value| {
        let mut fields = json!({"act": act, "initiative": "larm", "id": "fraga"});
        fields.as_object_mut().expect("an act").extend(more.as_object().expect("fields").clone());
        fields
    };
    let kinds = |town: &Municipality, who: &str| -> Vec<Kind> {
        let tasks = expected_of(town, &person(who), day("2022-02-03"));
        tasks.into_iter().map(|task| task.kind).filter(|kind| matches!(kind, Kind::AnswerHelp | Kind::ReadHelp | Kind::AwaitHelp)).collect()
    };
    let early = thread("initiatives.help.ask", json!({"with": "risks", "question": "Vilka risker?", "due": "2022-02-01"}));
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", early)), ["date-passed"]);
    done(
        &mut town,
        "lea",
        "2022-02-02",
        thread("initiatives.help.ask", json!({"with": "risks", "question": "Vilka risker?", "due": "2022-02-10"})),
    );
    assert_eq!((kinds(&town, "elin"), kinds(&town, "lea")), (vec![Kind::AnswerHelp], vec![Kind::AwaitHelp]));
    done(&mut town, "elin", "2022-02-03", thread("initiatives.help.take", json!({})));
    done(&mut town, "elin", "2022-02-03", thread("initiatives.help.say", json!({"text": "Börja med de fyra."})));
    assert_eq!((kinds(&town, "elin"), kinds(&town, "lea")), (vec![], vec![Kind::ReadHelp]));
    done(&mut town, "lea", "2022-02-03", thread("initiatives.help.close", json!({})));
    assert_eq!((kinds(&town, "elin"), kinds(&town, "lea")), (vec![], vec![]));
    assert_eq!(keys(act(&mut town, "lea", "2022-02-03", thread("initiatives.help.say", json!({"text": "Mer?"})))), ["help-closed"]);
}

#[test]
fn an_invited_writer_writes_until_released() {
    let mut town = town();
    let write = || json!({"act": "initiatives.idea.describe", "initiative": "larm", "area": "problem", "text": "Tillsyn väcker."});
    assert_eq!(keys(act(&mut town, "vera", "2022-02-02", write())), ["not-permitted"]);
    done(&mut town, "lea", "2022-02-02", json!({"act": "initiatives.writer.invite", "initiative": "larm", "person": "vera"}));
    done(&mut town, "vera", "2022-02-02", write());
    let again = json!({"act": "initiatives.writer.invite", "initiative": "larm", "person": "vera"});
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", again)), ["writes-already"]);
    done(&mut town, "lea", "2022-02-03", json!({"act": "initiatives.writer.release", "initiative": "larm", "person": "vera"}));
    assert_eq!(keys(act(&mut town, "vera", "2022-02-03", write())), ["not-permitted"]);
}

#[test]
fn whoever_is_invited_to_write_has_the_draft_before_her_until_it_is_handed_in_or_she_is_released() {
    let mut town = town();
    let waits = |town: &Municipality| -> Vec<Kind> {
        expected_of(town, &person("vera"), day("2022-02-03")).into_iter().map(|task| task.kind).collect()
    };
    let writer = |act: &str| json!({"act": act, "initiative": "larm", "person": "vera"});
    done(&mut town, "lea", "2022-02-02", writer("initiatives.writer.invite"));
    assert_eq!(waits(&town), [Kind::WriteIdea]);
    done(&mut town, "lea", "2022-02-02", json!({"act": "initiatives.idea.submit", "initiative": "larm"}));
    assert_eq!(waits(&town), [Kind::WriteCase]);
    done(&mut town, "lea", "2022-02-03", writer("initiatives.writer.release"));
    assert_eq!(waits(&town), []);
    done(&mut town, "lea", "2022-02-03", writer("initiatives.writer.invite"));
    done(&mut town, "lea", "2022-02-03", json!({"act": "initiatives.case.submit", "initiative": "larm"}));
    assert_eq!(waits(&town), [], "what is handed in is no draft");
}

#[test]
fn a_file_is_named_by_a_hash_that_can_be_one_and_is_no_larger_than_it_may() {
    let mut town = town();
    let add = |size: u64, digest: &str| json!({"act": "initiatives.attachment.add", "initiative": "larm", "file": {"id": "offert", "name": "Offert.pdf", "kind": "application/pdf", "size": size, "digest": digest, "with": "costs"}});
    let digest = "0f".repeat(32);
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", add(10 * 1024 * 1024 + 1, &digest))), ["attachment-large"]);
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", add(1, "../../etc"))), ["attachment-digest"]);
    done(&mut town, "lea", "2022-02-02", add(1, &digest));
    assert_eq!(larm(&town).attachments.len(), 1);
    done(&mut town, "lea", "2022-02-02", json!({"act": "initiatives.attachment.drop", "initiative": "larm", "file": "offert"}));
    assert!(larm(&town).attachments.is_empty());
}

#[test]
fn a_worth_in_time_is_what_its_hours_come_to() {
    let mut town = town();
    let benefit = |yearly: &str| {
        put(json!({"benefit": {"id": "tid", "what": "Tid", "class": "yellow", "receiver": "vof", "owner": "lea",
            "time": {"hours": 1000, "hourly_cost": "450 kr", "share": 500}, "spans": [{"from": 2023, "to": 2025, "yearly": yearly}]}}))
    };
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", benefit("450 tkr"))), ["time-worth-differs"]);
    done(&mut town, "lea", "2022-02-02", benefit("225 tkr"));
}

#[test]
fn a_years_premises_hold_until_a_later_year_has_its_own() {
    let mut town = town();
    let set = |year: i16, rate: u16| json!({"act": "initiatives.premises.set", "premises": {"year": year, "rate": rate, "uplift": 0, "hourly_cost": "450 kr", "grounds": "SKR"}});
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", set(2023, 125))), ["not-permitted"]);
    done(&mut town, "helena", "2022-02-02", set(2023, 125));
    done(&mut town, "helena", "2022-02-02", set(2025, 350));
    let rates = [2022, 2023, 2024, 2025, 2030].map(|year| town.initiatives.premises(year).rate);
    assert_eq!(rates, [Premises::default().rate, 125, 125, 350, 350]);
}

#[test]
fn the_uplift_is_a_line_of_its_own_and_leaves_the_other_figures_as_they_are() {
    let mut town = town();
    let cost = put(
        json!({"cost": {"id": "inkop", "what": "Inköp", "kind": "one_off", "payer": "ks", "spans": [{"from": 2024, "to": 2024, "yearly": "1 mnkr"}]}}),
    );
    done(&mut town, "lea", "2022-02-02", cost);
    let with = |uplift: u16| larm(&town).case.calculation(&Premises { uplift, ..Premises::default() }).expect("a calculation");
    assert_eq!(with(0).both, with(270).both);
    assert_eq!((with(270).uplift, with(270).uplifted), (Ore::kronor(270_000), Ore::kronor(-1_270_000)));
}

#[test]
fn a_line_more_that_is_certain_moves_the_whole_spread_by_its_worth_and_nothing_else() {
    let mut town = town();
    let cost = |id: &str, yearly: Value| {
        put(
            json!({"cost": {"id": id, "what": "Kostnad", "kind": "one_off", "payer": "ks", "spans": [{"from": 2024, "to": 2024, "yearly": yearly}]}}),
        )
    };
    done(&mut town, "lea", "2022-02-02", cost("osaker", json!(["100 tkr", "200 tkr", "400 tkr"])));
    let before = larm(&town).case.spread(&Premises::default()).expect("a spread");
    done(&mut town, "lea", "2022-02-02", cost("a-forst-i-ordningen", json!("50 tkr")));
    let after = larm(&town).case.spread(&Premises::default()).expect("a spread");
    let moved = |quantile: Ore| quantile - Ore::kronor(50_000);
    assert_eq!([after.p10, after.p50, after.p90], [before.p10, before.p50, before.p90].map(moved));
    assert_eq!(after.bins, before.bins);
}

#[test]
fn the_line_that_moves_the_worth_most_stands_first_in_the_tornado() {
    let mut town = town();
    let cost = |id: &str, yearly: Value| {
        put(
            json!({"cost": {"id": id, "what": id, "kind": "one_off", "payer": "ks", "spans": [{"from": 2024, "to": 2024, "yearly": yearly}]}}),
        )
    };
    done(&mut town, "lea", "2022-02-02", cost("liten", json!(["90 tkr", "100 tkr", "110 tkr"])));
    done(&mut town, "lea", "2022-02-02", cost("stor", json!(["100 tkr", "200 tkr", "500 tkr"])));
    done(&mut town, "lea", "2022-02-02", cost("saker", json!("70 tkr")));
    let swings =
        larm(&town).case.sensitivity(&Premises::default()).into_iter().map(|swing| (swing.line.key(), swing.width())).collect::<Vec<_>>();
    assert_eq!(swings, [("cost/stor".to_owned(), Ore::kronor(400_000)), ("cost/liten".to_owned(), Ore::kronor(20_000))]);
}

//! An initiative goes from idea to proven effect, and each gate asks in proportion, of all alike.

use domain::initiatives::{Area, FollowUpMonths, Gate, Index, Initiative, Phase, Premises, Size, blocking, missing};
use domain::{Act, Date, InitiativeId, Municipality, Ore, PersonId, Refusals, Seen, Stamp, Timestamp, follow_up};
use serde_json::{Value, json};

/// Does one act by a form shown when the ledger had `seen` entries, and folds what comes of it.
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

fn id() -> InitiativeId {
    InitiativeId::new("larm").expect("an identity")
}

fn larm(town: &Municipality) -> &Initiative {
    town.initiatives.get(&id()).expect("the initiative")
}

/// A municipality with two committees, a lead, a second writer, a benefit owner and a secretary.
fn town() -> Municipality {
    let mut town = Municipality::default();
    let mut found = |fields: Value| done(&mut town, "anna", "2022-01-03", fields);
    for (person, role) in [
        ("anna", "administrator"),
        ("sven", "secretary"),
        ("lea", "business_developer"),
        ("vera", "business_developer"),
        ("olof", "director"),
    ] {
        found(
            json!({"act": "organisation.appointment.make", "id": person, "person": person, "role": role, "scope": "municipality", "from": "2022-01-03"}),
        );
    }
    for (unit, kind, under) in
        [("kf", "council", None), ("von", "committee", Some("kf")), ("sn", "committee", Some("kf")), ("vof", "administration", Some("von"))]
    {
        found(json!({"act": "organisation.unit.establish", "id": unit, "name": unit, "kind": kind, "under": under}));
    }
    found(json!({"act": "organisation.unit.establish", "id": "sof", "name": "sof", "kind": "administration", "under": "sn"}));
    town
}

fn start() -> Value {
    json!({"act": "initiatives.idea.start", "id": "larm", "card": {"title": "Larm om natten", "unit": "vof", "lead": "lea", "writers": ["vera"], "form": "line", "expected_cost": "80 tkr"}})
}

fn describe(area: &str, text: &str) -> Value {
    json!({"act": "initiatives.idea.describe", "initiative": "larm", "area": area, "text": text})
}

fn started() -> Municipality {
    let mut town = town();
    done(&mut town, "lea", "2022-02-01", start());
    town
}

/// The decision that the demands hold for all, from the first of January 2024.
fn adopt(town: &mut Municipality) {
    done(
        town,
        "sven",
        "2023-12-15",
        json!({"act": "forums.decision.record", "id": "krav", "date": "2023-12-15", "body": "kf", "matter": "Krav på underlag", "text": "Kraven gäller alla initiativ."}),
    );
    done(town, "sven", "2023-12-15", json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2024-01-01"}));
}

fn benefit(class: &str) -> Value {
    let worth = json!([{"from": 2022, "to": 2026, "yearly": ["50 tkr", "100 tkr", "150 tkr"]}]);
    json!({"id": "lugn", "what": "Färre onödiga utryckningar", "class": class, "receiver": "von", "owner": "olof",
        "measure": {"unit": "utryckningar per natt", "method": "Räknas i larmsystemet", "baseline": 20, "target": 10},
        "spans": if class == "red" { json!([]) } else { worth }})
}

fn deliver(town: &mut Municipality) {
    done(town, "lea", "2022-02-02", json!({"act": "initiatives.case.put", "initiative": "larm", "part": {"benefit": benefit("green")}}));
    done(
        town,
        "lea",
        "2022-02-03",
        json!({"act": "initiatives.delivery.start", "initiative": "larm", "start": "2022-02-03", "end": "2022-05-31", "budget": "80 tkr"}),
    );
    done(
        town,
        "lea",
        "2022-06-01",
        json!({"act": "initiatives.delivery.deliver", "initiative": "larm", "date": "2022-05-31", "cost": "95 tkr"}),
    );
}

fn attest(months: &str, date: &str, money: Value) -> Value {
    json!({"act": "follow_up.outcome.attest", "benefit": "lugn", "months": months, "date": date, "value": 12, "money": money, "method": "Räknat", "evidence": "Rapport ur larmsystemet"})
}

#[test]
fn two_who_write_two_areas_never_collide_but_one_area_cannot_be_overwritten_unseen() {
    let mut town = started();
    let seen = Some(town.size);
    act_seen(&mut town, "lea", "2022-02-02", describe("problem", "Tillsyn väcker den som sover."), seen).expect("lea's area");
    act_seen(&mut town, "vera", "2022-02-02", describe("solution", "En sensor i rummet."), seen).expect("vera's area");
    let late = act_seen(&mut town, "vera", "2022-02-02", describe("problem", "Något annat."), seen);
    assert_eq!(keys(late), ["stale"]);
    assert_eq!(larm(&town).area(Area::Problem), "Tillsyn väcker den som sover.");
    act_seen(&mut town, "vera", "2022-02-02", describe("problem", "Tillsyn väcker den som sover."), seen).expect("the same words");
}

#[test]
fn what_a_form_has_saved_itself_is_not_news_to_it_but_what_another_wrote_on_top_is() {
    let mut town = started();
    let mut seen = Seen::at(town.size);
    let send = |town: &mut Municipality, who: &str, text: &str, seen: &Seen| {
        let stamp = Stamp::new(PersonId::new(who).expect("an identity"), "2022-02-02T09:00:00Z".parse::<Timestamp>().expect("an instant"));
        let act = Act::read(describe("problem", text)).expect("an act");
        let change = town.decide(&act, &stamp, Some(seen))?;
        town.fold(act.name(), &stamp, Some(&change));
        Ok(())
    };
    send(&mut town, "lea", "Tillsyn väcker", &seen).expect("the first saving");
    seen.own.push(town.size);
    send(&mut town, "lea", "Tillsyn väcker den som sover.", &seen).expect("the second saving");
    seen.own.push(town.size);
    act(&mut town, "vera", "2022-02-02", describe("problem", "Något annat.")).expect("vera's words");
    assert_eq!(keys(send(&mut town, "lea", "Ett tredje.", &seen)), ["stale"]);
}

#[test]
fn only_those_named_in_an_initiative_write_in_it() {
    let mut town = started();
    assert_eq!(keys(act(&mut town, "olof", "2022-02-02", describe("problem", "Mitt."))), ["not-permitted"]);
    assert_eq!(keys(act(&mut town, "nobody", "2022-02-02", start())), ["not-permitted"]);
}

#[test]
fn before_the_demands_are_adopted_line_work_begins_with_nothing_written_and_the_gaps_are_seen() {
    let mut town = started();
    deliver(&mut town);
    let without: Vec<&str> = missing(&town, larm(&town), Gate::Case, day("2023-08-25")).iter().map(|lack| lack.key).collect();
    assert_eq!(without, ["lack-goal-link", "lack-object", "lack-costs", "lack-risks", "lack-users"]);
    assert!(blocking(&town, larm(&town), Gate::Case, day("2023-08-25")).is_empty());
}

#[test]
fn after_the_demands_are_adopted_the_same_work_is_barred_and_told_all_reasons_at_once() {
    let mut town = started();
    adopt(&mut town);
    let begin =
        json!({"act": "initiatives.delivery.start", "initiative": "larm", "start": "2024-02-01", "end": "2024-05-31", "budget": "80 tkr"});
    let reasons = keys(act(&mut town, "lea", "2024-01-02", begin));
    assert!(reasons.contains(&"lack-problem") && reasons.contains(&"lack-risks") && reasons.contains(&"lack-decision"), "{reasons:?}");
}

#[test]
fn the_fund_asked_for_a_case_before_anybody_else_did() {
    let mut town = started();
    let fund = json!({"act": "initiatives.case.write", "initiative": "larm", "financing": [{"source": "fund", "unit": "vof", "year": 2023, "amount": "80 tkr"}]});
    done(&mut town, "lea", "2022-02-02", fund);
    let bars = blocking(&town, larm(&town), Gate::Case, day("2022-02-03"));
    let bars: Vec<&str> = bars.iter().map(|lack| lack.key).collect();
    assert_eq!(bars, ["lack-goal-link", "lack-costs", "lack-benefits"]);
}

#[test]
fn what_users_said_before_the_idea_is_no_evidence() {
    let mut town = started();
    let heard = |id: &str, date: &str| json!({"act": "initiatives.case.put", "initiative": "larm", "part": {"inclusion": {"id": id, "group": "Boende", "method": "Intervju", "date": date, "people": 6, "said": "Vi vill sova."}}});
    done(&mut town, "lea", "2022-03-01", heard("forr", "2022-01-20"));
    assert_eq!(larm(&town).evidence().count(), 0);
    done(&mut town, "lea", "2022-03-01", heard("nu", "2022-02-20"));
    assert_eq!(larm(&town).evidence().count(), 1);
}

#[test]
fn demands_grow_with_cost_reach_and_risk() {
    let mut town = started();
    assert_eq!(larm(&town).size(&town, day("2022-02-03")), Size::Small);
    let cost = |yearly: &str| json!({"act": "initiatives.case.put", "initiative": "larm", "part": {"cost": {"id": "inkop", "what": "Sensorer", "kind": "one_off", "payer": "von", "spans": [{"from": 2022, "to": 2022, "yearly": yearly}]}}});
    done(&mut town, "lea", "2022-02-02", cost("900 tkr"));
    assert_eq!(larm(&town).size(&town, day("2022-02-03")), Size::Medium);
    done(&mut town, "lea", "2022-02-02", cost("12 mnkr"));
    assert_eq!(larm(&town).size(&town, day("2022-02-03")), Size::Large);
    done(&mut town, "lea", "2022-02-02", cost("80 tkr"));
    let grave = json!({"act": "initiatives.case.put", "initiative": "larm", "part": {"risk": {"id": "lacka", "area": "privacy", "what": "Uppgifter läcker", "weight": {"probability": 5, "consequence": 5}}}});
    done(&mut town, "lea", "2022-02-02", grave);
    assert_eq!(larm(&town).size(&town, day("2022-02-03")), Size::Large);
}

#[test]
fn quality_is_never_in_kronor() {
    let mut town = started();
    let mut red = benefit("red");
    red["spans"] = json!([{"from": 2023, "to": 2023, "yearly": "1 kr"}]);
    let put = json!({"act": "initiatives.case.put", "initiative": "larm", "part": {"benefit": red}});
    assert_eq!(keys(act(&mut town, "lea", "2022-02-02", put)), ["red-never-money"]);
}

#[test]
fn what_was_promised_stands_when_the_work_has_begun_and_risks_go_on_being_written() {
    let mut town = started();
    deliver(&mut town);
    let softer = json!({"act": "initiatives.case.put", "initiative": "larm", "part": {"benefit": benefit("green")}});
    assert_eq!(keys(act(&mut town, "lea", "2022-06-02", softer)), ["part-promised"]);
    let risk = json!({"act": "initiatives.case.put", "initiative": "larm", "part": {"risk": {"id": "vana", "area": "competence", "what": "Vanan saknas", "weight": {"probability": 2, "consequence": 2}}}});
    done(&mut town, "lea", "2022-06-02", risk);
}

#[test]
fn follow_ups_fall_due_after_six_twelve_and_twenty_four_months_and_are_counted_late() {
    let mut town = started();
    deliver(&mut town);
    let dues: Vec<Date> = follow_up::dues(&town).iter().map(|due| due.date).collect();
    assert_eq!(dues, [day("2022-11-30"), day("2023-05-31"), day("2024-05-31")]);
    let late: Vec<Option<i32>> = follow_up::late(&town, day("2023-08-25")).iter().map(|due| due.days_late(day("2023-08-25"))).collect();
    assert_eq!(late, [Some(268), Some(86)]);
}

#[test]
fn an_outcome_is_attested_by_the_owner_of_the_benefit_alone_when_its_time_has_come() {
    let mut town = started();
    deliver(&mut town);
    assert_eq!(keys(act(&mut town, "lea", "2022-12-01", attest("six", "2022-12-01", json!("90 tkr")))), ["not-permitted"]);
    assert_eq!(keys(act(&mut town, "olof", "2022-12-01", attest("twelve", "2022-12-01", json!("90 tkr")))), ["follow-up-early"]);
    assert_eq!(keys(act(&mut town, "olof", "2022-12-01", attest("six", "2022-12-01", Value::Null))), ["money-missing"]);
    done(&mut town, "olof", "2022-12-01", attest("six", "2022-12-01", json!("90 tkr")));
    assert_eq!(keys(act(&mut town, "olof", "2022-12-02", attest("six", "2022-12-01", json!("90 tkr")))), ["outcome-known"]);
}

#[test]
fn when_the_last_outcome_is_attested_the_initiative_can_be_closed_with_what_was_learnt() {
    let mut town = started();
    deliver(&mut town);
    let close = || json!({"act": "follow_up.initiative.close", "initiative": "larm", "lessons": "Börja med ett boende i taget."});
    assert_eq!(keys(act(&mut town, "lea", "2023-06-01", close())), ["effects-unattested"]);
    for (months, date) in [("six", "2022-12-01"), ("twelve", "2023-06-01"), ("twenty_four", "2024-06-01")] {
        done(&mut town, "olof", date, attest(months, date, json!("90 tkr")));
    }
    assert_eq!(larm(&town).phase, Phase::Closure);
    done(&mut town, "lea", "2024-06-02", close());
    assert_eq!(larm(&town).phase, Phase::Closed);
}

#[test]
fn realised_is_held_against_planned_of_the_same_year() {
    let mut town = started();
    deliver(&mut town);
    done(&mut town, "olof", "2022-12-01", attest("six", "2022-12-01", json!("90 tkr")));
    let all = follow_up::realised(&town, |_, benefit| [benefit.class]);
    let green = all.values().next().expect("a group");
    assert_eq!((green.planned, green.realised, green.share()), (Ore::kronor(100_000), Ore::kronor(90_000), Some(900)));
    let measure = &larm(&town).case.benefits.values().next().expect("a benefit").measure;
    assert_eq!(measure.reached(12), Some(800));
    assert_eq!(FollowUpMonths::Six.due(day("2022-08-31")), day("2023-02-28"));
}

#[test]
fn a_compound_finds_its_parts_in_another_administrations_idea() {
    let mut town = started();
    done(&mut town, "lea", "2022-02-02", describe("problem", "Nattillsynen väcker boende på äldreboendena i onödan."));
    let other =
        |id: &str, title: &str| json!({"act": "initiatives.idea.start", "id": id, "card": {"title": title, "unit": "sof", "lead": "vera"}});
    done(&mut town, "vera", "2022-02-03", other("natt", "Digital nattillsyn på gruppboende"));
    done(&mut town, "vera", "2022-02-03", other("faktura", "Automatiserad hantering av fakturor"));
    let text = json!({"act": "initiatives.idea.describe", "initiative": "natt", "area": "problem", "text": "Tillsynen om natten stör boende som sover."});
    done(&mut town, "vera", "2022-02-03", text);
    let found = Index::default().in_step_with(&town).alike(larm(&town), 5);
    assert_eq!(found.iter().map(|hit| hit.what.to_string()).collect::<Vec<_>>(), ["initiative/natt"]);
    assert!(found[0].words.iter().any(|word| word.starts_with("nattillsyn")), "{:?}", found[0].words);
}

#[test]
fn a_case_is_worth_what_its_years_are_worth_today() {
    let mut town = started();
    let case = json!({"act": "initiatives.case.write", "initiative": "larm",
        "costs": [{"id": "inkop", "what": "Inköp", "kind": "one_off", "payer": "von", "spans": [{"from": 2024, "to": 2024, "yearly": "1 mnkr"}]}],
        "benefits": [{"id": "tid", "what": "Tid", "class": "green", "receiver": "von", "owner": "olof", "spans": [{"from": 2025, "to": 2029, "yearly": "300 tkr"}]}]});
    done(&mut town, "lea", "2022-02-02", case);
    let worth = larm(&town).case.calculation(&Premises::default()).expect("a calculation");
    assert_eq!((worth.both.likely, worth.ratio), (Ore(39_374_855), Some(39_375)));
    assert_eq!((worth.payback, worth.discounted_payback), (Some(3333), Some(3527)));
}

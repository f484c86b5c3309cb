//! What is like an idea is found with a reason, answered before the idea is handed in, and counted in kronor.

use domain::expected::{Cause, waits_for};
use domain::forums::Host;
use domain::initiatives::{How, Index, Initiative, Kin, Phase, kin_answers, unanswered};
use domain::{Act, ForumId, InitiativeId, Municipality, Ore, PersonId, Refusals, Stamp, Subject, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

fn act(town: &mut Municipality, who: &str, at: &str, fields: Value) -> Result<(), Refusals> {
    let stamp = Stamp::new(PersonId::new(who).expect("an identity"), format!("{at}T09:00:00Z").parse::<Timestamp>().expect("an instant"));
    let act = Act::read(fields).expect("an act");
    let change = town.decide(&act, &stamp, None)?;
    town.fold(act.name(), &stamp, Some(&change));
    Ok(())
}

fn done(town: &mut Municipality, who: &str, at: &str, fields: Value) {
    act(town, who, at, fields).expect("an act that can be done");
}

fn keys(refused: Result<(), Refusals>) -> Vec<&'static str> {
    refused.expect_err("a refusal").0.iter().map(|refusal| refusal.key).collect()
}

fn found<'a>(town: &'a Municipality, id: &str) -> &'a Initiative {
    town.initiatives.get(&InitiativeId::new(id).expect("an identity")).expect("the initiative")
}

fn idea(id: &str, title: &str, unit: &str, lead: &str, cost: &str) -> Value {
    json!({"act": "initiatives.idea.start", "id": id, "card": {"title": title, "unit": unit, "lead": lead, "expected_cost": cost}})
}

fn describe(id: &str, area: &str, text: &str) -> Value {
    json!({"act": "initiatives.idea.describe", "initiative": id, "area": area, "text": text})
}

fn answer(id: &str, to: &str, how: &str) -> Value {
    json!({"act": "initiatives.similar.answer", "initiative": id, "to": to, "how": how, "why": "Vi har talat med varandra och kommit fram till det."})
}

/// Two committees with an idea each about the night, the demands in force, and an archive that is bought.
fn town() -> Municipality {
    let mut town = Municipality::default();
    for (person, role) in [("anna", "administrator"), ("sven", "secretary"), ("lea", "business_developer"), ("vera", "business_developer")]
    {
        let made = json!({"act": "organisation.appointment.make", "id": person, "person": person, "role": role, "scope": "municipality", "from": "2022-01-03"});
        done(&mut town, "anna", "2022-01-03", made);
    }
    for (unit, kind, under) in [
        ("kf", "council", None),
        ("von", "committee", Some("kf")),
        ("sn", "committee", Some("kf")),
        ("vof", "administration", Some("von")),
        ("sof", "administration", Some("sn")),
    ] {
        done(
            &mut town,
            "anna",
            "2022-01-03",
            json!({"act": "organisation.unit.establish", "id": unit, "name": unit, "kind": kind, "under": under}),
        );
    }
    let decided = json!({"act": "forums.decision.record", "id": "krav", "date": "2022-01-10", "body": "kf", "matter": "Krav på underlag", "text": "Kraven gäller alla."});
    done(&mut town, "sven", "2022-01-10", decided);
    done(&mut town, "sven", "2022-01-10", json!({"act": "forums.demands.adopt", "decision": "krav", "from": "2022-01-11"}));
    done(&mut town, "vera", "2022-02-01", idea("natt", "Digital nattillsyn på gruppboende", "sof", "vera", "300 tkr"));
    done(&mut town, "vera", "2022-02-01", describe("natt", "problem", "Tillsynen om natten väcker boende som sover."));
    done(&mut town, "vera", "2022-02-01", idea("faktura", "Automatiserad hantering av leverantörsfakturor", "sof", "vera", "90 tkr"));
    done(&mut town, "lea", "2022-02-02", idea("larm", "Nattillsyn med sensorer", "vof", "lea", "500 tkr"));
    done(&mut town, "lea", "2022-02-02", describe("larm", "problem", "Tillsyn om natten väcker den som sover."));
    town
}

#[test]
fn a_hit_says_by_which_words_and_objects_are_shown_but_never_asked_about() {
    let mut town = town();
    let object = json!({"act": "objects.object.establish", "id": "natten", "description": {"name": "Nattillsyn", "purpose": "Tillsyn om natten", "owner": "von"}});
    done(&mut town, "anna", "2022-02-03", object);
    let index = Index::default().in_step_with(&town);
    let hits = index.alike(found(&town, "larm"), 9);
    let kinds: Vec<String> = hits.iter().map(|hit| hit.what.to_string()).collect();
    assert!(kinds.contains(&"initiative/natt".to_owned()) && kinds.contains(&"object/natten".to_owned()), "{kinds:?}");
    assert!(!kinds.contains(&"initiative/faktura".to_owned()), "{kinds:?}");
    assert!(hits.iter().all(|hit| !hit.words.is_empty()));
    let asked: Vec<String> = unanswered(&index, found(&town, "larm")).iter().map(|hit| hit.what.to_string()).collect();
    assert_eq!(asked, ["initiative/natt"]);
}

#[test]
fn an_idea_much_like_another_is_not_handed_in_before_something_is_answered() {
    let mut town = town();
    let hand_in = || json!({"act": "initiatives.idea.submit", "initiative": "larm"});
    assert!(keys(act(&mut town, "lea", "2022-02-03", hand_in())).contains(&"lack-kin"));
    done(&mut town, "lea", "2022-02-03", answer("larm", "initiative/natt", "apart"));
    assert!(!keys(act(&mut town, "lea", "2022-02-03", hand_in())).contains(&"lack-kin"));
}

#[test]
fn done_apart_it_costs_the_lesser_of_the_two_twice_and_the_sum_is_frozen() {
    let mut town = town();
    done(&mut town, "lea", "2022-02-03", answer("larm", "initiative/natt", "apart"));
    done(
        &mut town,
        "vera",
        "2022-02-04",
        json!({"act": "initiatives.card.write", "initiative": "natt",
        "card": {"title": "Digital nattillsyn på gruppboende", "unit": "sof", "lead": "vera", "expected_cost": "5 mnkr"}}),
    );
    let (_, told) = kin_answers(&town).next().expect("an answer");
    assert_eq!((told.paid_twice(), told.saving), (Ore::kronor(300_000), Ore::ZERO));
}

#[test]
fn an_idea_that_joins_ends_and_the_other_serves_its_unit_too() {
    let mut town = town();
    done(&mut town, "lea", "2022-02-03", answer("larm", "initiative/natt", "join"));
    let (joined, other) = (found(&town, "larm"), found(&town, "natt"));
    assert_eq!((joined.phase, joined.joined()), (Phase::Stopped, Some(&other.id)));
    assert_eq!(other.card.serves.iter().map(ToString::to_string).collect::<Vec<_>>(), ["vof"]);
    assert_eq!(kin_answers(&town).map(|(_, told)| (told.how, told.saving)).collect::<Vec<_>>(), [(How::Join, Ore::kronor(300_000))]);
    let back = json!({"act": "initiatives.similar.answer", "initiative": "natt", "to": "initiative/larm", "how": "join", "why": "Vi vill gå ihop med den som gick ihop med oss."});
    assert_eq!(keys(act(&mut town, "vera", "2022-02-04", back)), ["kin-unjoinable"]);
}

#[test]
fn what_is_done_apart_is_on_the_tactical_councils_agenda_until_it_has_met() {
    let mut town = town();
    let forum = json!({"act": "forums.forum.establish", "id": "radet", "name": "Taktiska rådet", "kind": "council", "level": "tactical"});
    done(&mut town, "anna", "2022-01-12", forum);
    let host = || Host::Forum(ForumId::new("radet").expect("an identity"));
    let told = |town: &Municipality| -> Vec<Subject> {
        let waits = waits_for(town, &host(), "2022-03-01".parse().expect("a day"));
        waits.into_iter().filter(|matter| matter.cause == Cause::Apart).map(|matter| matter.about).collect()
    };
    done(&mut town, "lea", "2022-02-03", answer("larm", "initiative/faktura", "reuse"));
    assert_eq!(told(&town), [], "what is reused is paid once");
    done(&mut town, "lea", "2022-02-03", answer("larm", "initiative/natt", "apart"));
    assert_eq!(told(&town), [Subject::from(&found(&town, "larm").id)]);
    let call = json!({"act": "forums.meeting.call", "id": "m1", "of": {"forum": "radet"}, "date": "2022-02-10", "agenda": [{"matter": "Två larm", "concerns": ["initiative/larm"]}]});
    done(&mut town, "sven", "2022-02-04", call);
    assert_eq!(told(&town).len(), 1, "called is not met");
    done(
        &mut town,
        "sven",
        "2022-02-10",
        json!({"act": "forums.minutes.write", "meeting": "m1", "text": "Rådet gick igenom de två larmen."}),
    );
    assert_eq!(told(&town), []);
}

#[test]
fn odd_answers_are_refused_with_their_reasons() {
    let mut town = town();
    let mut refused = |fields: Value| keys(act(&mut town, "lea", "2022-02-03", fields));
    assert_eq!(refused(answer("larm", "initiative/larm", "apart")), ["kin-unknown"]);
    assert_eq!(refused(answer("larm", "system/finns-inte", "reuse")), ["kin-unknown"]);
    let mut saving = answer("larm", "initiative/natt", "reuse");
    saving["saving"] = json!("900 tkr");
    assert_eq!(refused(saving.clone()), ["money-large"]);
    saving["how"] = json!("apart");
    assert_eq!(refused(saving), ["saving-only-by-reuse"]);
    assert!("gata/x".parse::<Kin>().is_err() && "initiative/".parse::<Kin>().is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// An index kept in step act by act is the same as one read anew.
    #[test]
    fn an_index_kept_in_step_is_the_same_as_one_read_anew(texts in proptest::collection::vec("(natt|tillsyn|nattillsyn|bygglov|ansökan|fakturor| ){1,8}", 1..6)) {
        let mut town = town();
        let mut kept = Index::default().in_step_with(&town);
        for (number, text) in texts.iter().enumerate() {
            let id = ["natt", "larm", "faktura"][number % 3];
            let lead = if id == "larm" { "lea" } else { "vera" };
            done(&mut town, lead, "2022-02-05", describe(id, "solution", text));
            kept = kept.in_step_with(&town);
        }
        let anew = Index::default().in_step_with(&town);
        for initiative in town.initiatives.values() {
            prop_assert_eq!(kept.alike(initiative, 9), anew.alike(initiative, 9));
        }
    }
}

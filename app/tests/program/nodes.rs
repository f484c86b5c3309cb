//! Two programs on one PostgreSQL database are one municipality.

use std::collections::BTreeSet;
use std::thread;

use ledger::Store;
use ledger::testing::Postgres;

use crate::browser::{Answer, Browser};
use crate::running::{Place, Program};

/// The page of an indicator, with the form its next value is entered in.
const INDICATOR: &str = "/goals/indicators/resultat-andel";
/// How many acts each person does while others do theirs.
const ACTS: usize = 25;

/// Two nodes that share their database and their keys.
fn two_nodes() -> (Place, [Program; 2]) {
    let place = Place::on(Postgres::shared().fresh_database()).filled();
    let nodes = [place.demo(), place.demo()];
    (place, nodes)
}

fn signed_in(address: &str) -> Browser {
    let mut browser = Browser::at(address).expect("the program answers");
    browser.sign_in("mikael-strand", INDICATOR).expect("the program answers");
    browser
}

fn establish(browser: &mut Browser, unit: &str) -> Answer {
    let act = format!(r#"{{"act":"organisation.unit.establish","id":"{unit}","name":"Enheten {unit}","kind":"section","under":"digi"}}"#);
    browser.act(&act).expect("the program answers")
}

fn size(place: &Place) -> u64 {
    Store::open_without_key(&place.database).expect("the database").size("huddinge").expect("the ledger")
}

#[test]
fn what_was_done_on_one_node_is_there_on_the_other_when_the_browser_turns_to_it() {
    let (_place, [one, other]) = two_nodes();
    let mut here = signed_in(&one.address);
    for unit in ["molnet", "dimman", "diset"] {
        let seq = establish(&mut here, unit).seq().expect("the act is done");
        let mut there = here.again_at(&other.address).expect("the other node answers");
        there.has_seen(seq);
        let page = there.get(&format!("/organisation/{unit}")).expect("an answer");
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(page.body.contains(&format!("Enheten {unit}")));
    }
}

#[test]
fn of_acts_done_on_both_nodes_at_once_none_is_lost_and_none_doubled() {
    let (place, nodes) = two_nodes();
    let before = size(&place);
    let people: Vec<Browser> = nodes.iter().flat_map(|node| [signed_in(&node.address), signed_in(&node.address)]).collect();
    let entries: Vec<u64> = thread::scope(|scope| {
        let acting: Vec<_> = people
            .into_iter()
            .enumerate()
            .map(|(client, mut browser)| {
                scope.spawn(move || -> Vec<u64> {
                    let units = (0..ACTS).map(|nth| format!("enhet-{client}-{nth}"));
                    units.map(|unit| establish(&mut browser, &unit).seq().unwrap_or_else(|| panic!("{unit} was refused"))).collect()
                })
            })
            .collect();
        acting.into_iter().flat_map(|one| one.join().expect("whoever acts does not panic")).collect()
    });
    let all = 4 * ACTS as u64;
    assert_eq!(size(&place), before + all);
    assert_eq!(entries.into_iter().collect::<BTreeSet<u64>>(), (before + 1..=before + all).collect());
    assert_eq!(place.verify(), Some(0));
}

#[test]
fn a_form_sent_to_both_nodes_at_once_is_done_once() {
    let (place, [one, other]) = two_nodes();
    let before = size(&place);
    let here = signed_in(&one.address);
    for nth in 0..10 {
        let form = |address: &str| {
            let mut browser = here.again_at(address).expect("the program answers");
            let fields = format!("on=2024-03-01&value={nth}");
            browser.send(INDICATOR, &format!("twice-{nth}"), &fields).expect("the program answers").seq()
        };
        let (first, second) = thread::scope(|scope| {
            let first = scope.spawn(|| form(&one.address));
            let second = scope.spawn(|| form(&other.address));
            (first.join().expect("an answer"), second.join().expect("an answer"))
        });
        assert_eq!(first, Some(before + nth + 1));
        assert_eq!(second, first);
    }
    assert_eq!(size(&place), before + 10);
}

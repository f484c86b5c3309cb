//! Money: every krona on its way from a decision, none given twice, and costs shared to the öre.

use domain::money::{CostKind, Form, Key, Method, Party, Weight};
use domain::{Ore, PostId, UnitId};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::town::{Town, day, id, reason};

fn frame(unit: &str, amount: &str) -> Value {
    json!({"act": "money.post.enter", "id": format!("frame-{unit}"), "kind": "frame", "purpose": "Driftram", "to": {"unit": unit},
        "first_year": 2023, "last_year": 2023, "amount": amount, "decision": "kf-budget"})
}

fn transfer(from: Value, to: &str, amount: &str) -> Value {
    json!({"act": "money.post.enter", "id": "transfer", "kind": "transfer", "purpose": "Omfördelning", "from": from, "to": {"unit": to},
        "first_year": 2023, "last_year": 2023, "amount": amount})
}

fn allocation(post: &str, to: Value, years: (i16, i16), amount: &str, part_of: Option<&str>) -> Value {
    json!({"act": "money.post.enter", "id": post, "kind": "allocation", "purpose": "Satsning", "to": to, "part_of": part_of,
        "first_year": years.0, "last_year": years.1, "amount": amount, "decision": if part_of.is_none() { Some("kf-budget") } else { None }})
}

fn balance(town: &Town, unit: &str, year: i16) -> Ore {
    town.value.money.balance(&Party::Unit(id(unit)), year, Form::Operating)
}

#[test]
fn a_transfer_takes_from_one_what_it_gives_another() {
    let mut town = Town::new();
    town.done("controller", frame("ks", "10 mnkr"));
    town.done("controller", transfer(json!({"unit": "ks"}), "von", "3,4 mnkr"));
    assert_eq!(balance(&town, "ks", 2023), Ore::kronor(6_600_000));
    assert_eq!(balance(&town, "von", 2023), Ore::kronor(3_400_000));
}

#[test]
fn nobody_gives_away_more_than_they_have() {
    let mut town = Town::new();
    town.done("controller", frame("ks", "3 mnkr"));
    assert_eq!(reason(town.act("controller", transfer(json!({"unit": "ks"}), "von", "3 000 000,01"))), "frame-short");
    town.done("controller", transfer(json!({"unit": "ks"}), "von", "3 mnkr"));
    assert_eq!(reason(town.act("controller", json!({"act": "money.post.withdraw", "id": "frame-ks"}))), "frame-short");
}

#[test]
fn what_several_committees_give_together_is_covered_by_what_they_have_together() {
    let mut town = Town::new();
    town.done("controller", frame("von", "6 mnkr"));
    assert_eq!(reason(town.act("controller", transfer(json!("committees"), "ks", "10,7 mnkr"))), "frame-short");
    town.done("controller", frame("sn", "5 mnkr"));
    town.done("controller", transfer(json!("committees"), "ks", "10,7 mnkr"));
    assert_eq!(balance(&town, "ks", 2023), Ore::kronor(10_700_000));
}

#[test]
fn a_part_is_no_new_money_and_the_parts_never_exceed_the_whole() {
    let mut town = Town::new();
    town.done("controller", allocation("whole", json!({"unit": "ks"}), (2023, 2025), "36 mnkr", None));
    town.done("controller", allocation("this-year", json!({"unit": "ks"}), (2023, 2023), "12 mnkr", Some("whole")));
    town.done("controller", allocation("committees", json!("committees"), (2023, 2023), "6 mnkr", Some("this-year")));
    assert_eq!(balance(&town, "ks", 2023), Ore::kronor(6_000_000));
    assert_eq!(town.value.money.new_money().map(|post| post.amount).sum::<Ore>(), Ore::kronor(36_000_000));
    let greedy = allocation("greedy", json!({"unit": "von"}), (2023, 2023), "7 mnkr", Some("this-year"));
    assert!(town.act("controller", greedy).expect_err("a refusal").0.iter().any(|refusal| refusal.key == "parts-beyond-whole"));
}

#[test]
fn a_part_without_a_decision_of_its_own_is_traced_to_that_of_the_whole() {
    let mut town = Town::new();
    town.done("controller", allocation("whole", json!({"unit": "ks"}), (2023, 2023), "12 mnkr", None));
    town.done("controller", allocation("part", json!({"unit": "von"}), (2023, 2023), "6 mnkr", Some("whole")));
    assert_eq!(town.value.money.without_decision().count(), 0);
    let mut stray = allocation("stray", json!({"unit": "von"}), (2023, 2023), "0,9 mnkr", None);
    stray["decision"] = json!(null);
    town.done("controller", stray);
    let stray = town.value.money.without_decision().map(|post| post.id.as_str()).collect::<Vec<_>>();
    assert_eq!(stray, ["stray"]);
}

#[test]
fn a_transfer_says_who_gives_and_a_grant_comes_from_outside() {
    let mut town = Town::new();
    assert_eq!(reason(town.act("controller", transfer(json!(null), "von", "1 mnkr"))), "transfer-needs-giver");
    let mut grant = transfer(json!({"unit": "ks"}), "von", "1 mnkr");
    grant["kind"] = json!("grant");
    assert_eq!(reason(town.act("controller", grant)), "grant-needs-outsider");
}

fn frames(year: i16, given: &[(&str, &str)]) -> Value {
    let frames: Vec<Value> =
        given.iter().map(|(unit, amount)| json!({"id": format!("frame-{year}-{unit}"), "unit": unit, "amount": amount})).collect();
    json!({"act": "money.frames.enter", "year": year, "purpose": "Driftramar", "decision": "kf-budget", "frames": frames})
}

#[test]
fn the_frames_of_a_year_are_entered_together_or_not_at_all() {
    let mut town = Town::new();
    town.done("controller", frames(2024, &[("ks", "400 mnkr"), ("von", "1 612 mnkr")]));
    assert_eq!([balance(&town, "ks", 2024), balance(&town, "von", 2024)], [Ore::kronor(400_000_000), Ore::kronor(1_612_000_000)]);
    assert_eq!(reason(town.act("controller", frames(2025, &[("ks", "410 mnkr"), ("ks", "420 mnkr")]))), "frame-there");
    assert_eq!(reason(town.act("controller", frames(2025, &[("ks", "410 mnkr"), ("von", "0")]))), "frame-amount");
    assert_eq!(balance(&town, "ks", 2025), Ore::ZERO);
}

#[test]
fn a_body_has_one_frame_a_year_until_it_is_withdrawn() {
    let mut town = Town::new();
    town.done("controller", frames(2024, &[("ks", "400 mnkr")]));
    let mut again = frames(2024, &[("ks", "410 mnkr")]);
    again["frames"][0]["id"] = json!("frame-2024-ks-anew");
    assert_eq!(reason(town.act("controller", again.clone())), "frame-there");
    town.done("controller", json!({"act": "money.post.withdraw", "id": "frame-2024-ks"}));
    town.done("controller", again);
    assert_eq!(balance(&town, "ks", 2024), Ore::kronor(410_000_000));
}

#[test]
fn only_a_controller_enters_money() {
    let mut town = Town::new();
    assert_eq!(reason(town.act("officer", frame("ks", "1 mnkr"))), "not-permitted");
}

fn propose(payers: Value, method: Value) -> Value {
    json!({"act": "money.key.propose", "id": "key", "object": "care", "cost": "maintenance", "method": method, "payers": payers, "grounds": "Antal användare."})
}

#[test]
fn a_key_names_the_owner_and_every_co_owner_and_fixed_shares_make_a_whole() {
    let mut town = Town::with_object();
    let alone = json!([{"unit": "von", "weight": 1000}]);
    assert_eq!(reason(town.act("owner", propose(alone, json!("fixed")))), "payers-not-owners");
    let short = json!([{"unit": "von", "weight": 600}, {"unit": "sn", "weight": 300}]);
    assert_eq!(reason(town.act("owner", propose(short, json!("fixed")))), "shares-not-whole");
}

#[test]
fn a_key_shares_costs_only_once_all_payers_have_agreed_and_it_is_decided() {
    let mut town = Town::with_object();
    town.done("owner", propose(json!([{"unit": "sn", "weight": 250}, {"unit": "von", "weight": 750}]), json!("fixed")));
    let decide = json!({"act": "money.key.decide", "id": "key", "decision": "ks-key", "from": "2022-02-01"});
    town.done("secretary", json!({"act": "money.key.agree", "id": "key", "unit": "von"}));
    assert_eq!(reason(town.act("secretary", decide.clone())), "key-not-agreed");
    assert_eq!(town.value.money.objects_without_key(&town.value.objects, day("2022-06-01")).count(), 1);
    town.done("secretary", json!({"act": "money.key.agree", "id": "key", "unit": "sn"}));
    town.done("secretary", decide);
    let money = &town.value.money;
    assert_eq!(money.objects_without_key(&town.value.objects, day("2022-06-01")).count(), 0);
    assert!(money.key_for(&id("care"), CostKind::Maintenance, day("2022-01-31")).is_none(), "it had not begun");
    let key = money.key_for(&id("care"), CostKind::Maintenance, day("2022-02-01")).expect("a key");
    let shares: Vec<_> = key.share(Ore(101)).into_iter().map(|(unit, share)| (unit.as_str(), share.0)).collect();
    assert_eq!(shares, [("von", 76), ("sn", 25)], "the owner is named first");
}

#[test]
fn stepwise_the_owner_pays_alone_up_to_the_cap() {
    let key = key(Method::Stepwise { cap: Ore::kronor(500) }, &[0, 3, 1]);
    let amounts = |cost: i64| key.share(Ore::kronor(cost)).into_iter().map(|(_, share)| share).collect::<Vec<_>>();
    assert_eq!(amounts(400), [Ore::kronor(400), Ore::ZERO, Ore::ZERO]);
    assert_eq!(amounts(900), [Ore::kronor(500), Ore::kronor(300), Ore::kronor(100)]);
}

fn key(method: Method, weights: &[u64]) -> Key {
    let payers = weights
        .iter()
        .enumerate()
        .map(|(place, weight)| Weight { unit: id::<UnitId>(&format!("unit-{place}")), weight: *weight })
        .collect();
    let (id, object) = (id("key"), id("care"));
    Key { id, object, cost: CostKind::Licence, method, payers, grounds: String::new(), agreed: Default::default(), decided: None }
}

fn any_method() -> impl Strategy<Value = Method> {
    let cap = (0i64..1_000_000).prop_map(|cap| Method::Stepwise { cap: Ore(cap) });
    prop_oneof![
        Just(Method::OwnerPays),
        Just(Method::Equal),
        Just(Method::Fixed),
        Just(Method::Headcount),
        Just(Method::Usage),
        Just(Method::Benefit),
        cap
    ]
}

proptest! {
    #[test]
    fn the_shares_of_every_key_sum_to_the_cost(method in any_method(), weights in prop::collection::vec(1u64..100_000, 1..10), cost in 0i64..10_000_000_000) {
        let shared: Ore = key(method, &weights).share(Ore(cost)).into_iter().map(|(_, share)| share).sum();
        prop_assert_eq!(shared, Ore(cost));
    }

    #[test]
    fn the_years_of_a_post_sum_to_its_amount(ore in 1i64..1_000_000_000_000, years in 0i16..9) {
        let mut town = Town::new();
        let mut post = allocation("many-years", json!({"unit": "ks"}), (2023, 2023 + years), "1", None);
        post["amount"] = json!(ore);
        town.done("controller", post);
        let post = town.value.money.posts.get(&id::<PostId>("many-years")).expect("a post");
        prop_assert_eq!((2020..2040).map(|year| post.in_year(year)).sum::<Ore>(), Ore(ore));
    }

    #[test]
    fn no_order_of_transfers_leaves_anyone_owing(moves in prop::collection::vec((0usize..3, 0usize..3, 1i64..2_000_000), 1..20)) {
        let units = ["ks", "von", "sn"];
        let mut town = Town::new();
        for unit in units {
            town.done("controller", frame(unit, "1 mnkr"));
        }
        for (number, (from, to, kronor)) in moves.into_iter().enumerate() {
            let mut act = transfer(json!({"unit": units[from]}), units[to], &kronor.to_string());
            act["id"] = json!(format!("transfer-{number}"));
            // What is refused changes nothing; what is let through must keep the promise.
            let _ = town.act("controller", act);
        }
        for (account, balance) in town.value.money.balances() {
            prop_assert!(balance >= Ore::ZERO, "{account:?}: {balance:?}");
        }
        prop_assert_eq!(town.value.money.balances().into_values().sum::<Ore>(), Ore::kronor(3_000_000));
    }
}

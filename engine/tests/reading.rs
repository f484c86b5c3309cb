//! Malformed, huge and hostile input is refused with the place named; the
//! independent check finds what is wrong with an answer.

use engine::checker::{Rejected, check};
use engine::{Control, Run, choose, input_hash, read_instance};
use serde_json::{Value, json};

fn small() -> Value {
    json!({
        "format": "styrbord-portfolio/1",
        "periods": ["2024", "2025"],
        "money": [{"id": "KS", "amounts": [1000, 500]}, {"id": "pott", "amounts": [300, 300]}],
        "capacity": [{"id": "architect", "amounts": [20, 20]}],
        "criteria": [{"id": "access", "weight": 4}, {"id": "saving", "weight": 6}],
        "weight_sets": [{"id": "anna", "weights": [7, 3]}],
        "coverage": [{"id": "social", "at_least": 2}],
        "initiatives": [
            {"id": "a", "scores": [10, 3], "coverage": {"social": 2},
             "options": [{"id": "now", "start": 0, "money": [["KS", 0, 600]], "capacity": [["architect", 0, 9]]},
                         {"id": "later", "start": 1, "value_permille": 900, "money": [["KS", 1, 500]]}]},
            {"id": "b", "mandatory": true, "scores": [{"low": 1, "likely": 5, "high": 9}, 5],
             "options": [{"id": "now", "start": 0, "money": [["KS", 0, 500], ["pott", 0, 100]]}]},
            {"id": "c", "scores": [8, 8], "options": [{"id": "now", "start": 1, "money": [["pott", 1, [200, 250, 400]]]}]}
        ],
        "rules": [{"needs_all": ["a"], "of": "c"}, {"together": ["a", "b"], "extra_value": 11},
                  {"at_most_one": ["a"]}]
    })
}

/// The refusal of the small instance after `change`.
fn refusal(change: impl FnOnce(&mut Value)) -> String {
    let mut value = small();
    change(&mut value);
    read_instance(value.to_string().as_bytes()).expect_err("should be refused").to_string()
}

#[test]
fn a_fault_is_named_with_its_place_on_one_line() {
    assert_eq!(
        refusal(|v| v["initiatives"][1]["options"][0]["money"][1][0] = json!("KSS")),
        r#"initiatives[1].options[0].money[1]: unknown fund "KSS""#
    );
    assert_eq!(
        refusal(|v| v["initiatives"][0]["options"][0]["capacity"][0][0] = json!("tester")),
        r#"initiatives[0].options[0].capacity[0]: unknown role "tester""#
    );
    assert_eq!(
        refusal(|v| v["initiatives"][0]["options"][0]["money"][0][1] = json!(2)),
        "initiatives[0].options[0].money[0]: period 2 is not one of 0 to 1"
    );
    assert_eq!(
        refusal(|v| v["money"][0]["amounts"][1] = json!(2.5)),
        "money[0].amounts[1]: 2.5 is not an integer from 0 to 1000000000000000"
    );
    assert_eq!(refusal(|v| v["money"][0]["amounts"] = json!([1])), "money[0].amounts: 1 entries for 2 periods");
    assert_eq!(refusal(|v| v["rules"][0]["of"] = json!("x")), r#"rules[0].of: unknown initiative "x""#);
    assert_eq!(refusal(|v| v["initiatives"][2]["id"] = json!("a")), r#"initiatives[2].id: "a" is already initiatives[0]"#);
    assert_eq!(refusal(|v| v["initiatives"][0]["scores"] = json!([1])), "initiatives[0].scores: 1 scores for 2 criteria");
    assert_eq!(
        refusal(|v| v["initiatives"][0]["coverage"] = json!({"green": 1})),
        r#"initiatives[0].coverage.green: unknown goal "green""#
    );
    assert_eq!(refusal(|v| v["format"] = json!("x")), r#"format: only "styrbord-portfolio/1" is known"#);
    assert_eq!(refusal(|v| v["initiatives"] = json!({})), "initiatives: a list is expected, not {}");
    assert_eq!(refusal(|v| v["rules"][0] = json!({"of": "a"})), "rules[0]: one of needs_all, needs_any, at_most_one, together is expected");
    assert!(refusal(|v| v["criteria"][0]["weight"] = json!(-1)).starts_with("criteria[0].weight: -1 is not"));
    assert!(
        refusal(|v| v["initiatives"][1]["scores"][0] = json!({"low": 9, "likely": 5, "high": 9}))
            .starts_with("initiatives[1].scores[0]: low ≤ likely ≤ high")
    );
    assert!(refusal(|v| v["initiatives"][0]["id"] = json!("a\nb")).lines().count() == 1);
}

#[test]
fn hostile_bytes_are_refused_and_do_not_harm() {
    let deep = "[".repeat(100_000);
    for bytes in [&b""[..], b"{", b"null", b"[]", b"\xff\xfe", deep.as_bytes()] {
        assert!(read_instance(bytes).is_err());
    }
    let huge = refusal(|v| v["initiatives"][0]["scores"][0] = json!(1_000_000_000_000_000i64));
    assert!(huge.contains("add up to more than"), "{huge}");
    let text = small().to_string();
    for at in 0..text.len() {
        for byte in [b'"', b'0', b'-', b'}', b'9', 0] {
            let mut changed = text.clone().into_bytes();
            changed[at] = byte;
            if let Ok(instance) = read_instance(&changed) {
                let answer = choose(&instance, &instance.own_weights(), Control::unlimited());
                assert!(answer.value.is_some() || !answer.conflict.is_empty());
            }
        }
    }
}

fn answer_to(input: &[u8]) -> Value {
    let instance = read_instance(input).expect("well formed");
    let answer = choose(&instance, &instance.own_weights(), Control::unlimited());
    let run = Run { input_sha256: input_hash(input), threads: 1, ..Run::default() };
    Value::Object(answer.to_json(&instance, &run))
}

#[test]
fn the_check_accepts_the_engines_answer_and_nothing_else() {
    let input = small().to_string().into_bytes();
    let answer = answer_to(&input);
    assert_eq!(answer["status"], "optimal");
    assert_eq!(answer["chosen"], json!({"a": "later", "b": "now", "c": "now"}));
    assert_eq!(answer["value"], 9 * 58 / 10 + 50 + 80 + 11);
    assert_eq!(check(&input, answer.to_string().as_bytes()), Ok(1));
    let wrong = |change: fn(&mut Value)| {
        let mut answer = answer.clone();
        change(&mut answer);
        match check(&input, answer.to_string().as_bytes()) {
            Err(Rejected::Wrong(why)) => why,
            other => panic!("{other:?}"),
        }
    };
    assert!(wrong(|a| a["value"] = json!(194)).starts_with("bound 193 is below"));
    assert!(wrong(|a| a["value"] = json!(192)).contains("optimal, but bound"));
    assert!(
        wrong(|a| {
            a["value"] = json!(192);
            a["bound"] = json!(192)
        })
        .contains("193 is right")
    );
    assert!(wrong(|a| a["chosen"]["a"] = json!("now")).starts_with("money[0].amounts[0]: missed by 100"));
    assert!(wrong(|a| a["chosen"] = json!({"c": "now"})).starts_with("initiatives[1].mandatory"));
    assert!(
        wrong(|a| {
            a["chosen"].as_object_mut().map(|m| m.remove("a"));
        })
        .contains("coverage[0].at_least: missed by 2")
    );
    assert!(wrong(|a| a["chosen"]["z"] = json!("now")).contains("no such initiative"));
    assert!(wrong(|a| a["input_sha256"] = json!("00")).starts_with("input_sha256"));
    assert!(matches!(check(&input, b"{"), Err(Rejected::Malformed(_))));
}

//! No sentence is missing, unused or different in its facts between the languages.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::texts::{FILES, keys_of};

/// The facts each key of a file takes: its `$names`.
fn facts(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines() {
        if let Some(begun) = keys_of(line).next() {
            key = begun;
        }
        let names = line
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_' || *sign == '-').collect());
        all.entry(key.clone()).or_default().extend::<Vec<String>>(names.collect());
    }
    all.remove("");
    all
}

/// All code of the upper floor and the domain, where keys are named.
fn code() -> String {
    fn gather(folder: &Path, into: &mut String) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                gather(&path, into);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                into.push_str(&std::fs::read_to_string(&path).expect("a file"));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    gather(&root.join("src"), &mut code);
    gather(&root.join("../domain/src"), &mut code);
    code
}

#[test]
fn every_sentence_stands_in_both_languages_and_takes_the_same_facts() {
    for (name, sv, en) in FILES {
        assert_eq!(facts(sv), facts(en), "{name}.ftl");
    }
}

#[test]
fn no_key_stands_twice() {
    let mut seen = BTreeSet::new();
    for (name, sv, _) in FILES {
        for key in keys_of(sv) {
            assert!(seen.insert(key.clone()), "{name}.ftl: {key} stands elsewhere too");
        }
    }
}

#[test]
fn every_act_standing_refusal_and_room_has_its_words() {
    let keys: BTreeSet<String> = FILES.iter().flat_map(|(_, sv, _)| keys_of(sv)).collect();
    let mut missing = Vec::new();
    for (room, rows) in domain::Act::TABLES {
        missing.push(format!("room-{}", room.replace('_', "-")));
        for row in *rows {
            missing.push(format!("act-{}", row.name.replace(['.', '_'], "-")));
            for standing in row.by {
                missing.push(match standing {
                    domain::Standing::Delegate(power) => format!("delegate-{}", word(power)),
                    other => format!("standing-{}", word(other)),
                });
            }
        }
    }
    let code = code();
    missing.extend(code.split("Refusal::new(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(|key| format!("refusal-{key}")));
    missing.retain(|key| !keys.contains(key));
    assert!(missing.is_empty(), "no words for {missing:#?}");
}

fn word(choice: &impl serde::Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(|word| word.replace('_', "-"))).unwrap_or_default()
}

#[test]
fn every_sentence_the_pages_ask_for_is_there() {
    let keys: BTreeSet<String> = FILES.iter().flat_map(|(_, sv, _)| keys_of(sv)).collect();
    let code = code();
    let mut missing = BTreeSet::new();
    for opening in [".t(\"", ".say(\""] {
        for key in code.split(opening).skip(1).filter_map(|rest| rest.split('"').next()) {
            if !keys.contains(key) {
                missing.insert(key.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "no words for {missing:#?}");
}

#[test]
fn no_sentence_is_unused() {
    let code = code();
    let named: BTreeSet<&str> = code.split('"').collect();
    let families: BTreeSet<String> = code
        .split(".of(\"")
        .skip(1)
        .chain(code.split("format!(\"").skip(1))
        .filter_map(|rest| rest.split(['"', '{']).next())
        .map(|family| format!("{}-", family.trim_end_matches('-')))
        .filter(|family| family.len() > 2 && !family.contains([' ', '/', ':']))
        .collect();
    let mut unused = Vec::new();
    for (name, sv, _) in FILES {
        for key in keys_of(sv) {
            let is_of_a_family = ["act-", "standing-", "delegate-", "room-", "refusal-", "done-", "month-", "problem-", "foot-"]
                .iter()
                .any(|family| key.starts_with(family))
                || families.iter().any(|family| key.starts_with(family.as_str()));
            if !is_of_a_family && !named.contains(key.as_str()) {
                unused.push(format!("{name}: {key}"));
            }
        }
    }
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

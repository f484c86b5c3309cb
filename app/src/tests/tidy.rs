//! The house is tidy: short files that say what they are, rooms in their order, names that mean something.

use std::path::{Path, PathBuf};

/// The longest a file may be.
const CEILING: usize = 400;
/// Names that say nothing.
const EMPTY_NAMES: [&str; 7] = ["utils", "util", "helpers", "common", "manager", "service", "misc"];
/// The rooms, each of which may use only those before it.
const ROOMS: [&str; 9] = ["organisation", "goals", "objects", "money", "initiatives", "fund", "forums", "follow_up", "audit"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Rust file of our own crates, with its text.
fn files() -> Vec<(PathBuf, String)> {
    fn gather(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target" && name != "vendor") {
                gather(&path, into);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = std::fs::read_to_string(&path).expect("a file");
                into.push((path, text));
            }
        }
    }
    let mut all = Vec::new();
    for part in ["app", "domain", "ledger", "engine", "documents"] {
        gather(&root().join(part), &mut all);
    }
    assert!(all.len() > 50, "the files were not found");
    all
}

#[test]
fn every_file_is_short_and_opens_by_saying_what_it_is() {
    let mut faults = Vec::new();
    for (path, text) in files() {
        let lines = text.lines().count();
        if lines > CEILING {
            faults.push(format!("{}: {lines} lines", path.display()));
        }
        if !text.starts_with("//!") {
            faults.push(format!("{}: does not open with //!", path.display()));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_file_or_folder_has_a_name_that_says_nothing() {
    for (path, _) in files() {
        for part in path.iter().filter_map(|part| part.to_str()) {
            assert!(!EMPTY_NAMES.contains(&part.trim_end_matches(".rs")), "{}", path.display());
        }
    }
}

#[test]
fn a_room_uses_only_the_rooms_before_it() {
    let mut faults = Vec::new();
    for (path, text) in files() {
        let inside = path.strip_prefix(root().join("domain/src")).ok().and_then(|inside| inside.iter().next()?.to_str().map(str::to_owned));
        let Some(place) = inside.and_then(|room| ROOMS.iter().position(|name| *name == room)) else { continue };
        for later in &ROOMS[place + 1..] {
            if text.contains(&format!("crate::{later}::")) || text.contains(&format!("{later}::{{")) {
                faults.push(format!("{} uses {later}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_domain_can_do_nothing_but_decide() {
    let manifest = std::fs::read_to_string(root().join("domain/Cargo.toml")).expect("the manifest");
    for forbidden in ["tokio", "rusqlite", "postgres", "axum", "getrandom", "maud", "fluent"] {
        assert!(!manifest.contains(forbidden), "domain depends on {forbidden}");
    }
    for (path, text) in files().into_iter().filter(|(path, _)| path.starts_with(root().join("domain/src"))) {
        for forbidden in ["std::fs", "std::net", "std::env", "SystemTime", "Instant::now", "println!"] {
            assert!(!text.contains(forbidden), "{} uses {forbidden}", path.display());
        }
    }
}

/// Code in a document, each block with the file that was named last before it.
fn quoted(document: &str) -> Vec<(String, String)> {
    let (mut file, mut block, mut all) = (String::new(), None::<String>, Vec::new());
    for line in document.lines() {
        match &mut block {
            Some(code) if line.trim() == "```" => {
                all.push((file.clone(), std::mem::take(code)));
                block = None;
            }
            Some(code) => *code += &format!("{}\n", line.strip_prefix("   ").unwrap_or(line)),
            None if line.trim() == "```rust" => block = Some(String::new()),
            None => {
                let mut named = line.split('`').filter(|part| part.ends_with(".rs") && part.contains('/'));
                file = named.next_back().map_or(file, str::to_owned);
            }
        }
    }
    all
}

#[test]
fn the_worked_example_is_the_code() {
    let document = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the architecture");
    let quoted = quoted(&document);
    assert!(quoted.len() >= 6, "the example has hardly any code: {}", quoted.len());
    for (file, code) in quoted {
        let text = std::fs::read_to_string(root().join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert!(text.contains(&code), "{file} does not hold\n{code}");
    }
}

//! Every figure of every case of the demo recomputes outside Styrbord, to the öre.

use std::path::Path;
use std::process::Command;

use super::town::Town;
use crate::initiatives::api::figures;

#[test]
fn every_figure_of_the_demos_cases_recomputes_in_another_language_to_the_ore() {
    let town = Town::open().harbour.helm.now().town.clone();
    let cases: Vec<_> = town.initiatives.values().map(|initiative| figures(initiative, &town.initiatives.premises(2024))).collect();
    assert!(cases.iter().filter(|case| !case["worth"].is_null()).count() > 10, "the demo has too few cases with money in them");
    let file = std::env::temp_dir().join(format!("styrbord-cases-{}.json", std::process::id()));
    std::fs::write(&file, serde_json::to_vec(&cases).expect("JSON")).expect("a temporary file");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/calculation/recompute.py");
    let ran = Command::new("python3").arg(script).arg(&file).output().expect("python3 runs");
    let _ = std::fs::remove_file(&file);
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
}

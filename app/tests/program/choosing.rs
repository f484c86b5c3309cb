//! The choice of a portfolio, as it is asked for on the command line and through the API: the demo's own
//! portfolio, a recorded certificate, interruption, and what is turned away.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::running::{Place, command, said, styrbord};
use crate::spoiling::Dice;

/// The recorded answer of the demo's finished round.
fn certificate() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../demo/certificates/pott-2023.json")
}

fn read(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}

/// An answer without what may differ from run to run.
fn lasting(mut answer: Value) -> Value {
    answer.as_object_mut().expect("an answer").remove("seconds");
    answer
}

fn choose(instance: &Path, options: &[&str]) -> Value {
    let output = styrbord(["choose".as_ref(), instance.as_os_str()].into_iter().chain(options.iter().map(AsRef::as_ref)));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    read(&output.stdout)
}

fn holds(instance: &Path, answer: &Path) {
    let output = styrbord(["choose".as_ref(), instance.as_os_str(), "--check".as_ref(), answer.as_os_str()]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

fn exported(place: &Place, scenario: &str) -> PathBuf {
    let file = place.file(&format!("{scenario}.json"));
    let output = place.run(["choose", "--municipality", "huddinge", "--scenario", scenario, "--export", file.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(output.stdout.is_empty(), "{}", said(&output));
    file
}

/// Two hundred initiatives that all compete for ten funds: minutes of work, and a good choice at once.
fn hard() -> String {
    let mut dice = Dice::new(11);
    let (funds, count) = (10, 200);
    let mut sums = vec![0u64; funds];
    let initiatives: Vec<Value> = (0..count)
        .map(|i| {
            let amounts: Vec<u64> = sums
                .iter_mut()
                .map(|sum| {
                    let amount = 1 + dice.below(1000);
                    *sum += amount;
                    amount
                })
                .collect();
            let score = amounts.iter().sum::<u64>() / funds as u64 + dice.below(500);
            let money: Vec<Value> = amounts.iter().enumerate().map(|(fund, amount)| json!([format!("f{fund}"), 0, amount])).collect();
            json!({"id": format!("i{i}"), "mandatory": false, "scores": [score],
                   "options": [{"id": "o", "start": 0, "value_permille": 1000, "money": money}]})
        })
        .collect();
    let money: Vec<Value> = sums.iter().enumerate().map(|(fund, sum)| json!({"id": format!("f{fund}"), "amounts": [sum / 2]})).collect();
    json!({"format": "styrbord-portfolio/1", "periods": ["2024"], "money": money, "criteria": [{"id": "points", "weight": 1}],
           "initiatives": initiatives, "rules": []})
    .to_string()
}

/// A question that is answered at once.
const EASY: &str = r#"{"format":"styrbord-portfolio/1","periods":["2024"],"money":[{"id":"KS","amounts":[10]}],
    "criteria":[{"id":"k","weight":1}],"initiatives":[
    {"id":"a","mandatory":false,"scores":[7],"options":[{"id":"o","start":0,"value_permille":1000,"money":[["KS",0,6]]}]},
    {"id":"b","mandatory":false,"scores":[5],"options":[{"id":"o","start":0,"value_permille":1000,"money":[["KS",0,5]]}]}],"rules":[]}"#;

#[test]
fn the_finished_round_is_chosen_anew_to_its_recorded_certificate() {
    let place = Place::on_sqlite().filled();
    let instance = exported(&place, "pott-2023");
    let recorded = read(&std::fs::read(certificate()).expect("the certificate"));
    let answer = choose(&instance, &[]);
    let how = "where the demo has changed on purpose: styrbord choose --scenario pott-2023 > demo/certificates/pott-2023.json";
    assert_eq!(lasting(answer.clone()), lasting(recorded), "{how}");
    assert_eq!((&answer["status"], &answer["value"]), (&json!("optimal"), &answer["bound"]));
    holds(&instance, &certificate());
}

#[test]
fn an_export_is_the_same_each_time_and_chosen_from_without_a_file_too() {
    let place = Place::on_sqlite().filled();
    let (first, once_more) = (exported(&place, "pott-2023"), place.file("pott-2023.json"));
    let bytes = std::fs::read(&first).expect("an instance");
    exported(&place, "pott-2023");
    assert_eq!(std::fs::read(once_more).expect("an instance"), bytes);
    let output = place.run(["choose", "--scenario", "pott-2023"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(lasting(read(&output.stdout)), lasting(choose(&first, &[])));
}

#[test]
fn all_that_waits_is_exported_chosen_from_and_checked() {
    let place = Place::on_sqlite().filled();
    let instance = exported(&place, "all");
    let written = read(&std::fs::read(&instance).expect("an instance"));
    assert!(!written["initiatives"].as_array().expect("a list").is_empty(), "something waits in the demo: {written}");
    let answer = place.file("answer.json");
    std::fs::write(&answer, choose(&instance, &["--explain", "--robust"]).to_string()).expect("an answer");
    holds(&instance, &answer);
}

#[test]
fn a_scenario_that_is_not_there_is_answered_with_those_that_are() {
    let place = Place::on_sqlite().filled();
    let file = place.file("none.json");
    let output = place.run(["choose", "--scenario", "pott-1999", "--export", file.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    for name in ["\"pott-1999\"", "pott-2023", "all"] {
        assert!(said(&output).contains(name), "{}", said(&output));
    }
    assert!(!file.exists(), "nothing is written");
    let output = place.run(["choose", "--municipality", "botkyrka", "--scenario", "all"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("huddinge"), "{}", said(&output));
}

#[test]
fn an_instance_that_cannot_be_understood_is_answered_with_its_place_and_nothing_else() {
    let place = Place::on_sqlite();
    let file = place.file("wrong.json");
    for (wrong, says) in [
        (EASY.replace("\"KS\",0,5", "\"KSS\",0,5"), "initiatives[1].options[0].money[0]: unknown fund \"KSS\""),
        (EASY.replace("[10]", "[-1]"), "money[0].amounts[0]"),
        (EASY.replace("\"rules\":[]", "\"rules\":[{\"unless\":1}]"), "rules[0]"),
        (EASY[..90].to_owned(), "not JSON"),
        ("[".repeat(100_000), "not JSON"),
    ] {
        std::fs::write(&file, wrong).expect("a file");
        let output = styrbord(["choose".as_ref(), file.as_os_str()]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(output.stdout.is_empty(), "{}", said(&output));
        let why = String::from_utf8_lossy(&output.stderr);
        assert!(why.contains(says) && why.trim_end().lines().count() == 1, "{why}");
    }
    for wrong in [["--gap", "-1"], ["--time-limit", "soon"], ["--scenarios", "0"], ["--weights", "nobody"], ["--frontier", "KSS"]] {
        std::fs::write(&file, EASY).expect("a file");
        let output = styrbord(["choose", file.to_str().expect("a path"), wrong[0], wrong[1]]);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}: {}", said(&output));
        assert!(output.stdout.is_empty(), "{}", said(&output));
    }
}

#[test]
fn ctrl_c_gives_the_best_choice_found_and_its_bound() {
    let place = Place::on_sqlite();
    let (instance, answer) = (place.file("hard.json"), place.file("answer.json"));
    std::fs::write(&instance, hard()).expect("an instance");
    let child = command().arg("choose").arg(&instance).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    std::thread::sleep(Duration::from_secs(3));
    let told = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("the command kill");
    assert!(told.success(), "the program still searches");
    let pressed = Instant::now();
    let output = child.wait_with_output().expect("the program ends");
    assert!(pressed.elapsed() < Duration::from_secs(20), "it ended only after {:?}", pressed.elapsed());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let found = read(&output.stdout);
    assert_eq!(found["status"], json!("feasible"), "{found}");
    assert!(found["bound"].as_i64() > found["value"].as_i64() && found["value"].as_i64() > Some(0), "{found}");
    std::fs::write(&answer, &output.stdout).expect("an answer");
    holds(&instance, &answer);
}

#[test]
fn a_long_search_tells_a_terminal_how_far_it_has_come_and_a_file_nothing() {
    let place = Place::on_sqlite();
    let (instance, answer) = (place.file("hard.json"), place.file("answer.json"));
    std::fs::write(&instance, hard()).expect("an instance");
    // The command `script` gives what it runs a terminal, and shows what is said there.
    let asked = "exec \"$PROGRAM\" choose \"$INSTANCE\" --time-limit 2 > \"$ANSWER\"";
    let output = Command::new("script")
        .args(["--quiet", "--return", "--command", asked, "/dev/null"])
        .env("PROGRAM", command().get_program())
        .env("INSTANCE", &instance)
        .env("ANSWER", &answer)
        .stdin(Stdio::null())
        .output()
        .expect("the command script");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{shown}");
    let told = shown.split('\r').rfind(|line| line.contains("value ")).unwrap_or_else(|| panic!("nothing is told: {shown}"));
    for part in ["value ", "  bound ", "  gap ", " ‰  ", " nodes  ", " s"] {
        assert!(told.contains(part), "{told:?} lacks {part:?}");
    }
    assert!(shown.ends_with("\r\u{1b}[K"), "the line is not taken away: {shown:?}");
    holds(&instance, &answer);
    let quiet = command().arg("choose").arg(&instance).args(["--time-limit", "2"]).output().expect("the program starts");
    assert!(quiet.stderr.is_empty(), "{}", said(&quiet));
}

#[test]
fn an_instance_with_millions_of_breakpoints_is_answered_in_the_memory_there_is() {
    let place = Place::on_sqlite();
    let file = place.file("wide.json");
    let mut dice = Dice::new(12);
    let initiatives: Vec<Value> = (0..3_000)
        .map(|i| {
            let cost = 1 + dice.below(1_000_000_000);
            json!({"id": format!("i{i}"), "mandatory": false, "scores": [dice.below(1_000_000)],
                   "options": [{"id": "o", "start": 0, "value_permille": 1000, "money": [["pot", 0, cost]]}]})
        })
        .collect();
    let instance = json!({"format": "styrbord-portfolio/1", "periods": ["2024"], "money": [{"id": "pot", "amounts": [500_000_000_000_u64]}],
        "criteria": [{"id": "points", "weight": 1}], "initiatives": initiatives, "rules": []});
    std::fs::write(&file, instance.to_string()).expect("an instance");
    let asked = "ulimit -v 2000000; exec \"$0\" choose \"$1\" --frontier pot --time-limit 3";
    let output = Command::new("sh").args(["-c", asked]).arg(command().get_program()).arg(&file).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let answer = place.file("answer.json");
    std::fs::write(&answer, &output.stdout).expect("an answer");
    holds(&file, &answer);
}

/// Where a choice is asked for through the API.
const API: &str = "/api/v1/portfolio/choice";

#[test]
fn the_api_answers_as_the_command_line_does() {
    let place = Place::on_sqlite();
    let program = place.demo();
    let mut browser = Browser::at(&program.address).expect("the program answers");
    assert_eq!(browser.ask_json(API, EASY).expect("an answer").status, 303, "a citizen is sent to sign in");
    browser.sign_in("sara-ek", "/initiatives/new").expect("a session");
    let instance = place.file("easy.json");
    std::fs::write(&instance, EASY).expect("an instance");
    for (query, options) in
        [("", &[][..]), ("?robust=true&explain=true", &["--robust", "--explain"]), ("?frontier=KS", &["--frontier", "KS"])]
    {
        let answer = browser.ask_json(&format!("{API}{query}"), EASY).expect("an answer");
        assert_eq!(answer.status, 200, "{}", answer.body);
        let (mut ours, mut theirs) = (read(answer.body.as_bytes()), choose(&instance, options));
        for answers in [&mut ours, &mut theirs] {
            let list = answers.as_array_mut().map(Vec::as_mut_slice);
            for answer in list.into_iter().flatten() {
                *answer = lasting(answer.take());
            }
            if answers.is_object() {
                *answers = lasting(answers.take());
            }
        }
        assert_eq!(ours, theirs, "{query}");
    }
    for (path, body, status, says) in [
        (API.to_owned(), EASY.replace("\"KS\",0,5", "\"KSS\",0,5"), 400, "initiatives[1].options[0].money[0]"),
        (format!("{API}?thyme_limit=3"), EASY.to_owned(), 400, "thyme_limit"),
        (format!("{API}?gap=-3"), EASY.to_owned(), 400, "--gap"),
        (API.to_owned(), " ".repeat((8 << 20) + 1), 413, "bytes"),
    ] {
        let mut browser = browser.again_at(&program.address).expect("the program answers");
        let answer = browser.ask_json(&path, &body).expect("an answer");
        assert_eq!(answer.status, status, "{}", answer.body);
        assert!(answer.body.contains(says), "{}", answer.body);
    }
}

#[test]
fn whoever_goes_away_leaves_no_search_behind_and_pages_answer_meanwhile() {
    let place = Place::on_sqlite();
    let program = place.demo();
    let mut browser = Browser::at(&program.address).expect("the program answers");
    browser.sign_in("sara-ek", "/initiatives/new").expect("a session");
    let (hard, long) = (hard(), format!("{API}?time_limit=60"));
    let asking: Vec<Browser> = (0..2)
        .map(|_| {
            let mut other = browser.again_at(&program.address).expect("the program answers");
            other.begin_json(&long, &hard).expect("a question");
            other
        })
        .collect();
    std::thread::sleep(Duration::from_secs(2));
    let asked = Instant::now();
    assert_eq!(browser.ask_json(API, EASY).expect("an answer").status, 503, "both places are taken");
    assert_eq!(browser.get("/readyz").expect("an answer").status, 200);
    assert!(asked.elapsed() < Duration::from_secs(5), "the pages wait for searches: {:?}", asked.elapsed());
    drop(asking);
    let left = Instant::now();
    while browser.ask_json(API, EASY).expect("an answer").status != 200 {
        assert!(left.elapsed() < Duration::from_secs(20), "the searches go on for nobody");
        std::thread::sleep(Duration::from_millis(200));
    }
}

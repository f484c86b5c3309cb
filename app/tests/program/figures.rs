//! `styrbord indicators import`: figures from a saved answer and from a service on this machine that answers in
//! Kolada's documented form; while it is away nothing is changed.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;

use crate::browser::Browser;
use crate::running::{Place, said};

/// An answer as one would save it.
const SAVED: &str = include_str!("../../src/kolada/saved.json");

/// The demo, which has an indicator that is tied to a key figure, with one more.
fn tied() -> Place {
    let place = Place::on_sqlite();
    let program = place.demo();
    let mut browser = Browser::at(&program.address).expect("the program answers");
    browser.sign_in("mikael-strand", "/goals/indicators/resultat-andel").expect("the program answers");
    let act = r#"{"act":"goals.indicator.define","id":"svar","goal":"tillganglig-service","measure":{"name":"Svar inom en dag","unit":"procent",
        "better":"higher","frequency":"yearly","kolada":{"kpi":"N00945","municipality":"0126"}}}"#;
    assert_eq!(browser.act(act).expect("the program answers").status, 200);
    program.kill();
    place
}

/// A file of settings that says where Kolada answers.
fn settings(place: &Place, address: &str) -> String {
    let path = place.file("settings.toml");
    std::fs::write(&path, format!("kolada = \"{address}\"\n")).expect("a file");
    path.display().to_string()
}

/// A service that knows one key figure, with one value.
fn service() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
            let asked = lines.next().unwrap_or_default();
            while lines.next().is_some_and(|line| !line.is_empty()) {}
            let value = if asked.contains("/data/") {
                r#"{"kpi":"N00945","municipality":"0126","period":2020,"values":[{"gender":"T","value":68.2,"status":"","count":1}]}"#
            } else {
                r#"{"id":"N00945","title":"Svar inom en dag"}"#
            };
            let body = format!(r#"{{"values":[{value}],"count":1}}"#);
            let _ = write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
        }
    });
    address
}

#[test]
fn figures_are_taken_in_from_a_saved_answer_and_from_the_service_and_not_while_it_is_away() {
    let place = tied();
    let file = place.file("saved.json");
    std::fs::write(&file, SAVED).expect("a file");
    let saved = ["indicators".to_owned(), "import".to_owned(), "--by".to_owned(), "mikael-strand".to_owned(), file.display().to_string()];

    let first = place.run(&saved);
    assert_eq!(first.status.code(), Some(0), "{}", said(&first));
    assert!(said(&first).contains("svar\n1 of 2 indicators"), "{}", said(&first));
    assert!(said(&place.run(&saved)).contains("0 of 2 indicators"), "the same is not news");

    let asked = |address: &str| place.run(["indicators", "import", "--by", "mikael-strand", "--config", &settings(&place, address)]);
    let away = asked("http://127.0.0.1:1");
    assert_eq!(away.status.code(), Some(1));
    assert!(said(&away).contains("Kolada does not answer"), "{}", said(&away));
    let there = asked(&service());
    assert!(said(&there).contains("2 of 2 indicators"), "one has a new value, and one the service does not know: {}", said(&there));

    let stranger = place.run(["indicators", "import", "--by", "sara-ek", &file.display().to_string()]);
    assert_eq!(stranger.status.code(), Some(0), "nothing is new, so nothing is asked of her: {}", said(&stranger));
    assert_eq!(place.verify(), Some(0));

    let program = place.demo();
    let mut browser = Browser::at(&program.address).expect("the program answers");
    let page = browser.get("/goals/indicators/svar").expect("an answer").body;
    for value in ["68,2", "71,5", "73,333", "Källa: Kolada"] {
        assert!(page.contains(value), "{value} is not on the page");
    }
}

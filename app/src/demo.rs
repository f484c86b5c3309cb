//! The demo world: the municipality of the audit report, read from the files in `demo/` and written
//! to the ledger act by act, each by its person and at its time, through the same rules as everybody's.

use std::path::Path;

use domain::{Act, PersonId, Source, Timestamp};
use ledger::Store;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::helm::{Berth, Halt, Helm, Order};
use crate::people::{People, Person};
use crate::texts::Library;

/// The municipality's identity and name.
pub const MUNICIPALITY: (&str, &str) = ("huddinge", "Huddinge kommun");
/// The day the demo's clock starts.
pub const TODAY: &str = "2024-03-18";
/// The shelf that remembers that the demo has been read in to its end.
const SHELF: &str = "demo";

/// The demo's files, in the order acts of the same instant are done.
macro_rules! files {
    ($($file:literal),+ $(,)?) => {
        const FILES: &[(&str, &str)] = &[$(($file, include_str!(concat!("../../demo/", $file, ".toml")))),+];
    };
}

files!["organisation", "goals", "objects", "money", "initiatives", "fund", "forums", "follow_up", "audit"];

const PEOPLE: &str = include_str!("../../demo/people.toml");

/// Why the demo could not be read in: a fault in its files, said with the place.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file is not what it should be.
    #[error("demo/{file}.toml, act {number}: {why}")]
    File {
        /// The file, without its ending.
        file: &'static str,
        /// Which of its acts, from 1; nought for the file as a whole.
        number: usize,
        /// What is wrong.
        why: String,
    },
    /// The database fails.
    #[error(transparent)]
    Open(#[from] crate::helm::OpenError),
    /// The database fails.
    #[error(transparent)]
    Storage(#[from] ledger::StorageError),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    doors: Vec<PersonId>,
    person: Vec<Person>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActsFile {
    act: Vec<Map<String, Value>>,
}

/// An act of the demo, with its place for the error message.
struct Line {
    file: &'static str,
    number: usize,
    order: Order,
}

/// Reads the demo into an empty database; where that was interrupted, goes on; where it is done, nothing.
/// `folder` holds files of the same names in place of those built in.
///
/// # Errors
/// See [`DemoError`].
pub fn fill(berth: &Berth, helm: &Helm, folder: Option<&Path>) -> Result<bool, DemoError> {
    let mut store = Store::open(&berth.url, berth.key.clone()).map_err(crate::helm::OpenError::from)?;
    if store.get(&berth.tenant, SHELF, "filled")?.is_some() {
        return Ok(false);
    }
    for person in people(folder)? {
        People::enter(&mut store, &berth.tenant, &person)?;
    }
    let asked: Vec<_> = lines(folder)?.into_iter().map(|line| (line.file, line.number, helm.ask(line.order))).collect();
    for (file, number, answer) in asked {
        let halted = |why| DemoError::File { file, number, why };
        match answer.blocking_recv() {
            Ok(Ok(_)) => {}
            Ok(Err(Halt::Refused(refusals))) => return Err(halted(in_words(&refusals))),
            Ok(Err(Halt::Storage(error))) => return Err(halted(error)),
            Err(_) => return Err(halted("the writer has stopped".to_owned())),
        }
    }
    store.put(&berth.tenant, SHELF, "filled", b"yes")?;
    Ok(true)
}

fn in_words(refusals: &domain::Refusals) -> String {
    let library = Library::open();
    let texts = library.of(crate::texts::Lang::En);
    let said: Vec<String> = refusals.0.iter().map(|one| format!("{}: {}", one.field.unwrap_or("act"), texts.refusal(one))).collect();
    said.join("; ")
}

/// A file of the demo: from the folder where there is one, else as built in.
fn read<T: DeserializeOwned>(file: &'static str, built_in: &str, folder: Option<&Path>) -> Result<T, DemoError> {
    let halted = |why| DemoError::File { file, number: 0, why };
    let found = folder.map(|folder| std::fs::read_to_string(folder.join(format!("{file}.toml")))).transpose();
    let found = found.map_err(|error| halted(error.to_string()))?;
    toml::from_str(found.as_deref().unwrap_or(built_in)).map_err(|error| halted(error.to_string()))
}

/// The demo's people, those with doors in the order of the sign-in page.
fn people(folder: Option<&Path>) -> Result<Vec<Person>, DemoError> {
    let file: PeopleFile = read("people", PEOPLE, folder)?;
    let door = |id: &PersonId| file.doors.iter().position(|door| door == id).and_then(|place| u16::try_from(place).ok());
    Ok(file.person.iter().map(|person| Person { door: door(&person.id), ..person.clone() }).collect())
}

/// All acts of all files, in the order of time.
fn lines(folder: Option<&Path>) -> Result<Vec<Line>, DemoError> {
    let mut lines = Vec::new();
    for &(file, text) in FILES {
        let acts: ActsFile = read(file, text, folder)?;
        for (place, fields) in acts.act.into_iter().enumerate() {
            let number = place + 1;
            let order = order(file, number, fields).map_err(|why| DemoError::File { file, number, why })?;
            lines.push(Line { file, number, order });
        }
    }
    lines.sort_by_key(|line| line.order.at);
    Ok(lines)
}

fn order(file: &str, number: usize, mut fields: Map<String, Value>) -> Result<Order, String> {
    let mut take = |name: &str| match fields.remove(name) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(format!("the field \"{name}\" is missing")),
    };
    let (at, by, source) = (instant(&take("at")?)?, take("by")?, take("source")?);
    let source = match source.strip_prefix("report ") {
        Some(section) => Source::Report(section.into()),
        None if source == "example" => Source::Example,
        None => return Err("the source is neither \"report SECTION\" nor \"example\"".to_owned()),
    };
    let act = Act::read(Value::Object(fields)).map_err(|error| error.to_string())?;
    let who = PersonId::new(&by).ok_or("\"by\" is no identity")?;
    Ok(Order { act, who, seen: None, form: None, once: Some(format!("demo-{file}-{number}")), source: Some(source), at: Some(at) })
}

/// `2023-08-25` (nine in the morning) or `2023-08-25 14:30`, in Stockholm.
pub fn instant(text: &str) -> Result<Timestamp, String> {
    let full = if text.len() == 10 { format!("{text} 09:00") } else { text.to_owned() };
    let local = jiff::civil::DateTime::strptime("%Y-%m-%d %H:%M", &full).map_err(|_| format!("\"{text}\" is no time"))?;
    domain::instant_at(local).ok_or_else(|| format!("\"{text}\" is no time in Stockholm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_of_the_demo_can_be_read() {
        let lines = lines(None).expect("the demo's files");
        assert!(lines.len() > 30, "{}", lines.len());
        assert!(people(None).expect("the people").len() > 10);
    }

    #[test]
    fn a_day_without_an_hour_begins_at_nine_in_stockholm() {
        assert_eq!(instant("2023-06-13").expect("a time").to_string(), "2023-06-13T07:00:00Z");
        assert_eq!(instant("2023-01-13 15:30").expect("a time").to_string(), "2023-01-13T14:30:00Z");
        assert!(instant("i går").is_err());
    }
}

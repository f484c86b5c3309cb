//! Files beside the ledger: held to the hashes it names, taken away with an evidence pack, and gone with
//! what named them.

use std::path::Path;

use ledger::{Draft, Hash, SigningKey, Store, SystemRandomness};
use rusqlite::Connection;
use serde_json::json;

use crate::running::{Place, said, styrbord};

/// The file of the tests: an offer, as a supplier sends it.
const OFFER: &[u8] = b"Offert: 480 000 kr per year";

/// A moment after the demo's last.
fn later() -> jiff::Timestamp {
    "2024-03-19T08:00:00Z".parse().expect("an instant")
}

/// The ledger of a place, as the program opens it.
fn store(place: &Place) -> Store {
    let key = SigningKey::load_or_create(&place.file("signing.key"), &mut SystemRandomness).expect("the key");
    Store::open(&place.database, key).expect("the database")
}

/// The demo with one attachment to an initiative; gives its entry.
fn with_an_attachment() -> (Place, u64) {
    let place = Place::on_sqlite().filled();
    let mut store = store(&place);
    let digest = store.put_blob(OFFER).expect("a file");
    let file = json!({"id": "offert", "name": "Offert: larm/natt.txt", "kind": "text/plain", "size": OFFER.len(), "digest": digest, "with": "costs"});
    let event = json!({"initiatives": {"attached": {"id": "iot-nattillsyn", "file": file}}});
    let payload = json!({"about": "initiative/iot-nattillsyn", "events": [event]});
    let draft = Draft::new(later(), "sara-ek", "initiatives.attachment.add", &payload).expect("a draft");
    let size = store.size("huddinge").expect("a size");
    let seq = store.append("huddinge", size, &[draft]).expect("an entry").first_seq;
    (place, seq)
}

/// Changes something behind the program's back.
fn behind_its_back(place: &Place, sql: &str) {
    Connection::open(place.file("demo.db")).and_then(|connection| connection.execute_batch(sql)).expect("the database");
}

#[test]
fn a_missing_or_changed_attachment_is_found_and_its_entry_named() {
    let (place, seq) = with_an_attachment();
    assert_eq!(place.verify(), Some(0));
    for sql in ["UPDATE blob SET body = x'00'", "DELETE FROM blob"] {
        behind_its_back(&place, &format!("CREATE TABLE kept AS SELECT * FROM blob; {sql}"));
        let verified = place.run(["verify"]);
        assert_eq!(verified.status.code(), Some(1), "{sql}");
        assert!(said(&verified).contains(&format!("entry {seq}")), "{}", said(&verified));
        behind_its_back(&place, "DELETE FROM blob; INSERT INTO blob SELECT * FROM kept; DROP TABLE kept");
    }
    assert_eq!(place.verify(), Some(0), "put right, all holds again");
}

#[test]
fn attachments_are_taken_away_beside_the_pack_and_held_to_it() {
    let (place, seq) = with_an_attachment();
    let (pack, folder) = (place.file("evidence.zip"), place.file("files"));
    let written = place.run(["evidence".as_ref(), "--out".as_ref(), pack.as_os_str(), "--files".as_ref(), folder.as_os_str()]);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    let held = || styrbord(["verify".as_ref(), pack.as_os_str(), "--files".as_ref(), folder.as_os_str()]);
    assert_eq!(held().status.code(), Some(0), "{}", said(&held()));
    let file = only_file(&folder);
    assert_eq!(std::fs::read(&file).expect("the file"), OFFER);
    std::fs::write(&file, b"Offert: 380 000 kr per year").expect("a changed file");
    assert_eq!(held().status.code(), Some(1));
    assert!(said(&held()).contains(&format!("entry {seq}")), "{}", said(&held()));
    std::fs::write(&file, OFFER).expect("the file as it was");
    std::fs::write(folder.join("another.txt"), b"never added").expect("another file");
    assert_eq!(held().status.code(), Some(1), "what no entry names is no evidence");
}

#[test]
fn what_is_disposed_of_takes_its_file_with_it_and_all_still_holds() {
    let (place, seq) = with_an_attachment();
    let mut store = store(&place);
    let size = store.size("huddinge").expect("a size");
    let payload = json!({"about": "municipality", "events": []});
    let draft = Draft::new(later(), "mikael-strand", "forums.disposal.carry_out", &payload).expect("a draft");
    store.append("huddinge", size, &[draft.disposing(vec![seq], "ks-2022-11-30-pott")]).expect("a disposal");
    assert_eq!(store.blob(Hash::of(OFFER)).expect("a look"), None);
    let found = std::fs::read_dir(place.folder()).expect("the folder").filter_map(Result::ok).filter(|file| holds(&file.path(), OFFER));
    assert_eq!(found.count(), 0, "nor does anything remain of it in the database's own files");
    assert_eq!(place.verify(), Some(0));
}

fn holds(file: &Path, bytes: &[u8]) -> bool {
    std::fs::read(file).is_ok_and(|content| content.windows(bytes.len()).any(|window| window == bytes))
}

fn only_file(folder: &Path) -> std::path::PathBuf {
    let files: Vec<_> = std::fs::read_dir(folder).expect("the folder").map(|file| file.expect("a file").path()).collect();
    assert_eq!(files.len(), 1);
    files[0].clone()
}

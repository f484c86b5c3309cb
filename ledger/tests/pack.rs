//! The evidence pack: what it proves, and to whom.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use ledger::evidence::{Annex, Examined, WriteError, verify, write};
use ledger::testing::Postgres;
use ledger::{Draft, Hash, Randomness, SigningKey, Store};
use serde_json::json;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Command;
use zip::write::SimpleFileOptions;

const REPORT: &[u8] = b"%PDF-1.7 not a real one, which the ledger does not care about";

/// Salts that can be had again.
struct Counting(u8);

impl Randomness for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> std::io::Result<()> {
        bytes.fill(self.0);
        self.0 = self.0.wrapping_add(1);
        Ok(())
    }
}

fn draft(second: i64, says: &str) -> Draft {
    let at = jiff::Timestamp::from_second(1_692_957_600 + second).unwrap();
    Draft::new(at, "u7", "idea.write", &json!({ "says": says, "öre": 3_600_000_000_i64 })).unwrap()
}

/// A ledger of nine entries, two of them disposed of.
fn ledger(url: &str) -> Store {
    let mut store = Store::open_with(url, SigningKey::from_bytes(&[7; 32]), Box::new(Counting(0))).unwrap();
    let drafts: Vec<Draft> = (0..8).map(|nth| draft(nth, &format!("number {nth}, \"}},\\\"seq\":1"))).collect();
    store.append("huddinge", 0, &drafts).unwrap();
    store.append("huddinge", 8, &[draft(9, "gallring").once("g").disposing(vec![2, 7], "KS § 12/2024")]).unwrap();
    store
}

fn annex(size: u64, root: &Hash) -> Vec<u8> {
    json!({"municipality": "huddinge", "checkpoint": {"size": size, "root": root.base64()}}).to_string().into_bytes()
}

fn pack_of(store: &mut Store) -> Vec<u8> {
    let head = store.head("huddinge").unwrap();
    let mut pack = Cursor::new(Vec::new());
    let audit_json = annex(head.size, &head.root);
    write(store, "huddinge", head.size, Annex { audit_json: &audit_json, report_pdf: REPORT }, &mut pack).unwrap();
    pack.into_inner()
}

fn pack() -> Vec<u8> {
    pack_of(&mut ledger("sqlite::memory:"))
}

/// The pack taken apart, a member changed, and put together again by a stranger.
fn repacked(pack: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(pack)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut member = from.by_index(index).unwrap();
        let name = member.name().unwrap().into_owned();
        let mut content = Vec::new();
        member.read_to_end(&mut content).unwrap();
        to.start_file(&name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)).unwrap();
        to.write_all(&change(&name, content)).unwrap();
    }
    to.finish().unwrap().into_inner()
}

fn fault(pack: &[u8]) -> String {
    verify(pack).verdict.first_fault.expect("it does not hold").to_string()
}

#[test]
fn a_pack_proves_the_ledger_it_was_written_from() {
    let mut store = ledger("sqlite::memory:");
    let Examined { verdict, key, sealed } = verify(&pack_of(&mut store));
    assert_eq!(verdict, store.verify("huddinge").unwrap());
    assert!(verdict.holds() && sealed);
    assert_eq!(verdict.disposed.iter().map(|gone| gone.seq).collect::<Vec<_>>(), [2, 7]);
    assert_eq!(key, Some(store.verifier("huddinge")));
}

#[test]
fn the_same_ledger_gives_the_same_bytes_on_every_engine_and_every_time() {
    let on_postgresql = pack_of(&mut ledger(&Postgres::shared().fresh_database()));
    assert!(on_postgresql == pack() && pack() == pack());
}

#[test]
fn a_changed_byte_anywhere_in_a_pack_is_found() {
    let honest = pack();
    let mut pack = honest.clone();
    let mut changed = 0;
    // Every byte in turn, each time in another way, until it is enough.
    for way in [0x01_u8, 0x80, 0x20, 0xFF, 0x10] {
        for at in 0..pack.len() {
            pack[at] ^= way;
            assert!(!verify(&pack).verdict.holds(), "byte {at} of {}, changed by {way:#x}", pack.len());
            pack[at] = honest[at];
            changed += 1;
        }
    }
    assert!(changed >= 10_000, "{changed}");
    assert!(verify(&pack).verdict.holds());
}

#[test]
fn a_pack_cut_short_or_made_longer_is_found() {
    let pack = pack();
    for length in 0..pack.len() {
        assert!(!verify(&pack[..length]).verdict.holds(), "cut to {length}");
    }
    for more in [b"x".as_slice(), b"PK\x05\x06", &pack] {
        assert!(!verify(&[&pack, more].concat()).verdict.holds());
        assert!(!verify(&[more, &pack].concat()).verdict.holds());
    }
}

#[test]
fn a_changed_entry_or_payload_is_named() {
    let pack = pack();
    for seq in [1, 3, 4, 5, 6, 8, 9] {
        for (member, what) in [("entries.jsonl", "it is not what it was"), ("payloads.jsonl", "its payload is not the one")] {
            let tampered = repacked(&pack, |name, content| {
                if name != member {
                    return content;
                }
                let number = format!("\"seq\":{seq}");
                let mut lines: Vec<String> = String::from_utf8(content).unwrap().lines().map(str::to_owned).collect();
                let line = lines
                    .iter_mut()
                    .find(|line| line.trim_end_matches('}').split(",\"tenant\"").next().unwrap().ends_with(&number))
                    .unwrap();
                *line = line.replace("u7", "u8").replace("number", "nummer").replace("gallring", "Gallring");
                lines.join("\n").into_bytes().into_iter().chain(*b"\n").collect()
            });
            let fault = fault(&tampered);
            assert!(fault.starts_with(&format!("entry {seq}: {what}")), "{member} {seq}: {fault}");
        }
    }
}

#[test]
fn a_pack_put_together_again_proves_its_members_though_its_seal_is_gone() {
    let examined = verify(&repacked(&pack(), |_, content| content));
    assert_eq!((examined.verdict.first_fault, examined.sealed), (None, false));
}

#[test]
fn every_member_is_signed_for_even_when_put_together_again() {
    let pack = pack();
    let members =
        ["README.txt", "entries.jsonl", "payloads.jsonl", "leaves", "checkpoint", "key.pub", "audit.json", "report.pdf", "manifest"];
    for changed in members {
        let tampered = repacked(&pack, |name, mut content| {
            if name == changed {
                let middle = content.len() / 2;
                content[middle] ^= 1;
            }
            content
        });
        assert!(!verify(&tampered).verdict.holds(), "{changed}");
    }
}

#[test]
fn answers_given_at_another_checkpoint_are_found() {
    let mut store = ledger("sqlite::memory:");
    let head = store.head("huddinge").unwrap();
    for audit_json in [annex(8, &head.root), annex(9, &Hash::of(b"other")), b"{}".to_vec(), b"no json".to_vec()] {
        let mut pack = Cursor::new(Vec::new());
        write(&mut store, "huddinge", 9, Annex { audit_json: &audit_json, report_pdf: REPORT }, &mut pack).unwrap();
        assert!(fault(&pack.into_inner()).starts_with("audit.json"));
    }
}

#[test]
fn a_pack_of_an_earlier_size_holds_while_nothing_of_it_was_disposed_of_since() {
    let mut store = Store::open("sqlite::memory:", SigningKey::from_bytes(&[7; 32])).unwrap();
    let earlier = store.append("huddinge", 0, &[draft(0, "one"), draft(0, "two")]).unwrap().head;
    store.append("huddinge", 2, &[draft(1, "three")]).unwrap();
    let audit_json = annex(2, &earlier.root);
    let annex = Annex { audit_json: &audit_json, report_pdf: REPORT };
    let mut pack = Cursor::new(Vec::new());
    write(&mut store, "huddinge", 2, annex, &mut pack).unwrap();
    let verdict = verify(&pack.into_inner()).verdict;
    assert_eq!((verdict.first_fault, verdict.size, verdict.root), (None, 2, earlier.root));
    store.append("huddinge", 3, &[draft(2, "gallring").disposing(vec![1], "KS § 1")]).unwrap();
    let late = write(&mut store, "huddinge", 2, annex, &mut Cursor::new(Vec::new()));
    assert!(matches!(late, Err(WriteError::Disposed { size: 4 })), "{late:?}");
    let beyond = write(&mut store, "huddinge", 5, annex, &mut Cursor::new(Vec::new()));
    assert!(matches!(beyond, Err(WriteError::Outside { size: 4 })), "{beyond:?}");
}

#[test]
fn a_ledger_tampered_with_gives_a_pack_that_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let mut store = ledger(&format!("sqlite:{}", path.display()));
    let line = "UPDATE ledger_entry SET line = CAST(replace(CAST(line AS TEXT), '\"u7\"', '\"u8\"') AS BLOB) WHERE seq = 4";
    assert_eq!(rusqlite::Connection::open(&path).unwrap().execute(line, []).unwrap(), 1);
    assert!(fault(&pack_of(&mut store)).starts_with("entry 4: it is not what it was"));
}

/// Runs the verifier that was written in another language, from the contract.
fn python(pack: &[u8], folder: &Path) -> (bool, String) {
    let file = folder.join("pack.zip");
    std::fs::write(&file, pack).unwrap();
    let verifier = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/verifier/verify.py");
    let output = Command::new("python3").arg("-B").arg(verifier).arg(file).output().expect("python3, to run the second verifier");
    let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.success(), said)
}

#[test]
fn a_verifier_in_another_language_agrees_on_root_and_signature() {
    let folder = tempfile::tempdir().unwrap();
    let pack = pack();
    let Examined { verdict, key, .. } = verify(&pack);
    let expected = format!("OK size=9 root={} disposed=2 key={}\n", verdict.root.base64(), hex::encode(key.unwrap().id()));
    assert_eq!(python(&pack, folder.path()), (true, expected.clone()));
    assert_eq!(python(&repacked(&pack, |_, content| content), folder.path()), (true, expected));
}

#[test]
fn a_verifier_in_another_language_finds_what_was_tampered_with() {
    let folder = tempfile::tempdir().unwrap();
    let honest = pack();
    for nth in 0..40 {
        let mut pack = honest.clone();
        let at = nth * 7919 % pack.len();
        pack[at] ^= 1 << (nth % 8);
        let (held, said) = python(&pack, folder.path());
        assert!(!held && said.starts_with("FAULT "), "byte {at}: {said}");
    }
}

#[test]
fn the_program_in_the_readme_verifies_the_pack() {
    let folder = tempfile::tempdir().unwrap();
    zip::ZipArchive::new(Cursor::new(pack())).unwrap().extract(folder.path()).unwrap();
    let readme = std::fs::read_to_string(folder.path().join("README.txt")).unwrap();
    let program = readme.split("<<'END'").nth(1).and_then(|rest| rest.split_once('\n')?.1.split_once("\nEND\n")).unwrap().0;
    let run = || Command::new("python3").args(["-c", program]).current_dir(folder.path()).output().unwrap();
    let output = run();
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("OK 9 "), "{output:?}");
    let entries = std::fs::read_to_string(folder.path().join("entries.jsonl")).unwrap();
    std::fs::write(folder.path().join("entries.jsonl"), entries.replacen("u7", "u8", 1)).unwrap();
    assert!(!run().status.success());
}

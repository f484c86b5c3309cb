//! Somebody who changes a byte behind the program's back, and the dice that choose which.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::Value;

/// The columns of the ledger's rows that hold bytes or text.
const COLUMNS: [(&str, &str); 8] = [
    ("ledger_entry", "line"),
    ("ledger_entry", "leaf"),
    ("ledger_entry", "once"),
    ("ledger_payload", "salt"),
    ("ledger_payload", "body"),
    ("ledger_checkpoint", "note"),
    ("ledger_checkpoint", "frontier"),
    ("ledger_key", "verifier"),
];

/// Dice that fall alike in every run (SplitMix64).
pub struct Dice(u64);

impl Dice {
    /// Dice that begin with a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below another.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    /// Changes one byte to any other.
    pub fn spoil(&mut self, bytes: &mut [u8]) {
        let place = self.below(bytes.len() as u64) as usize;
        bytes[place] ^= self.below(255) as u8 + 1;
    }
}

/// Changes one byte of one ledger row of a SQLite file, says where, does something, and changes it back.
pub fn with_one_byte_changed(file: &Path, dice: &mut Dice, meanwhile: impl FnOnce(&str)) {
    let connection = Connection::open(file).expect("the database");
    let (table, column) = COLUMNS[dice.below(COLUMNS.len() as u64) as usize];
    let rows: Vec<i64> = {
        let mut rows = connection.prepare(&format!("SELECT rowid FROM {table} WHERE length({column}) > 0")).expect("the table");
        rows.query_map([], |row| row.get(0)).expect("the rows").map(|row| row.expect("a row")).collect()
    };
    let row = rows[dice.below(rows.len() as u64) as usize];
    let before: Value =
        connection.query_row(&format!("SELECT {column} FROM {table} WHERE rowid = {row}"), [], |row| row.get(0)).expect("the cell");
    let (mut bytes, put) = match &before {
        Value::Text(text) => (text.clone().into_bytes(), "CAST(?1 AS TEXT)"),
        Value::Blob(bytes) => (bytes.clone(), "?1"),
        other => panic!("{table}.{column} holds {other:?}"),
    };
    dice.spoil(&mut bytes);
    let update = format!("UPDATE {table} SET {column} = {put} WHERE rowid = {row}");
    connection.execute(&update, [Value::Blob(bytes)]).expect("the cell is changed");
    meanwhile(&format!("{table}.{column} of row {row}"));
    let back = format!("UPDATE {table} SET {column} = ?1 WHERE rowid = {row}");
    connection.execute(&back, [before]).expect("the cell is changed back");
}

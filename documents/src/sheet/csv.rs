//! CSV as Swedish Excel opens it with a double click: UTF-8 with a byte order
//! mark, semicolons between fields, decimal commas, CRLF after each row.

use super::{Cell, Sheet, SheetError};

/// Writes a list as CSV.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`,
/// `-`, `@`, a tab or a line break) gets an apostrophe in front, so that what
/// one person writes is never run on another's machine (OWASP, CSV injection).
///
/// # Errors
/// Where a row is uneven or a cell is of another kind than its column.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    sheet.inspect()?;
    let mut out = String::from("\u{feff}");
    row(&mut out, sheet.columns.iter().map(|column| harmless(&column.heading)));
    for cells in &sheet.rows {
        row(&mut out, cells.iter().map(field));
    }
    Ok(out.into_bytes())
}

fn row(out: &mut String, fields: impl Iterator<Item = String>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.push(';');
        }
        out.push_str(&quoted(field));
    }
    out.push_str("\r\n");
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Kronor(ore) => with_comma(*ore, 2),
        Cell::Date(date) => date.to_string(),
        Cell::Permille(share) => with_comma(*share, 1) + "%",
    }
}

/// A whole number of hundredths or tenths, with a decimal comma.
fn with_comma(number: i64, decimals: u32) -> String {
    let parts = 10_u64.pow(decimals);
    let size = number.unsigned_abs();
    let sign = if number < 0 { "-" } else { "" };
    let width = decimals as usize;
    format!("{sign}{},{:0width$}", size / parts, size % parts)
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// A field between quotation marks where it could be misread without (RFC 4180).
fn quoted(field: String) -> String {
    let edge = field.starts_with(' ') || field.ends_with(' ');
    match edge || field.contains([';', '"', '\r', '\n']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field,
    }
}

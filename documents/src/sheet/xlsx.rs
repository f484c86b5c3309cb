//! XLSX: numbers as numbers, days as days, a header that stays and filters.

use jiff::Timestamp;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{Cell, Column, Kind, Sheet, SheetError};

/// Spreadsheets keep fifteen digits, and show noughts for the rest.
const EXACT: u64 = 999_999_999_999_999;
/// The widest column, in characters; longer text wraps.
const WIDEST: usize = 60;

/// Writes lists as one workbook, a sheet for each.
///
/// Text is written as text, never as a formula. `created` is when the file was
/// made, so that the same lists give the same bytes.
///
/// # Errors
/// Where a row is uneven, a cell is of another kind than its column, or a
/// number or text is larger than a spreadsheet can hold.
pub fn xlsx(sheets: &[Sheet], created: Timestamp) -> Result<Vec<u8>, SheetError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_timestamp(created.as_second()).map_err(refused)?;
    let title = sheets.first().map(|sheet| sheet.name.as_str()).unwrap_or_default();
    let properties = DocProperties::new().set_title(title).set_creation_datetime(&made);
    workbook.set_properties(&properties);
    for (index, sheet) in sheets.iter().enumerate() {
        sheet.inspect()?;
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(tab(&sheet.name, index)).map_err(refused)?;
        fill(worksheet, sheet)?;
    }
    workbook.save_to_buffer().map_err(refused)
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), SheetError> {
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let formats: Vec<Format> = sheet.columns.iter().map(|column| format(column.kind)).collect();
    for (index, column) in sheet.columns.iter().enumerate() {
        let at = column_number(index)?;
        let side = match column.kind {
            Kind::Text | Kind::Date => FormatAlign::Left,
            Kind::Integer | Kind::Kronor | Kind::Permille => FormatAlign::Right,
        };
        let heading = heading.clone().set_align(side);
        let heading = if side == FormatAlign::Left { heading.set_indent(1) } else { heading };
        worksheet.write_string_with_format(0, at, &column.heading, &heading).map_err(refused)?;
        worksheet.set_column_width(at, width(sheet, index) as f64).map_err(refused)?;
    }
    let widths: Vec<usize> = (0..sheet.columns.len()).map(|index| width(sheet, index)).collect();
    for (index, cells) in sheet.rows.iter().enumerate() {
        let row = row_number(index + 1)?;
        let tallest = cells.iter().zip(&widths).map(|(cell, width)| lines(cell, *width)).max().unwrap_or(1);
        if tallest > 1 {
            // Excel's own height of a line; 409 points is the tallest row it has.
            worksheet.set_row_height(row, (tallest * 15).min(409) as f64).map_err(refused)?;
        }
        for (place, cell) in cells.iter().enumerate() {
            let at = (row, column_number(place)?);
            write(worksheet, at, cell, &formats[place]).map_err(|trouble| match trouble {
                Trouble::Rounded => {
                    SheetError::TooLarge { sheet: sheet.name.clone(), row: index + 1, column: sheet.columns[place].heading.clone() }
                }
                Trouble::Refused(error) => refused(error),
            })?;
        }
    }
    worksheet.set_freeze_panes(1, 0).map_err(refused)?;
    worksheet.set_repeat_rows(0, 0).map_err(refused)?;
    worksheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    if let Some(last) = sheet.columns.len().checked_sub(1) {
        let bottom = row_number(sheet.rows.len())?;
        worksheet.autofilter(0, 0, bottom, column_number(last)?).map_err(refused)?;
    }
    Ok(())
}

enum Trouble {
    Rounded,
    Refused(XlsxError),
}

fn write(worksheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, format: &Format) -> Result<(), Trouble> {
    let written = match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => worksheet.write_string_with_format(row, column, text, format),
        Cell::Integer(number) => worksheet.write_number_with_format(row, column, exact(*number)?, format),
        Cell::Kronor(ore) => worksheet.write_number_with_format(row, column, exact(*ore)? / 100.0, format),
        Cell::Permille(share) => worksheet.write_number_with_format(row, column, exact(*share)? / 1000.0, format),
        Cell::Date(date) => {
            let parts = (u16::try_from(date.year()), u8::try_from(date.month()), u8::try_from(date.day()));
            let day = match parts {
                (Ok(year), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day).ok(),
                _ => None,
            };
            match day {
                Some(day) => worksheet.write_datetime_with_format(row, column, &day, format),
                // Excel's days begin in 1900; an older one is written out.
                None => worksheet.write_string_with_format(row, column, date.to_string(), format),
            }
        }
    };
    written.map(|_| ()).map_err(Trouble::Refused)
}

/// The number as a spreadsheet keeps it, where that is exact.
fn exact(number: i64) -> Result<f64, Trouble> {
    match number.unsigned_abs() <= EXACT {
        true => Ok(number as f64),
        false => Err(Trouble::Rounded),
    }
}

fn format(kind: Kind) -> Format {
    let top = Format::new().set_align(FormatAlign::Top);
    let figures = top.clone().set_align(FormatAlign::Right);
    // A little room on the left, or the figures of the column before run into the words.
    let words = top.set_align(FormatAlign::Left).set_indent(1);
    match kind {
        Kind::Text => words.set_text_wrap(),
        Kind::Integer => figures.set_num_format("#,##0"),
        Kind::Kronor => figures.set_num_format("#,##0.00"),
        Kind::Date => words.set_num_format("yyyy-mm-dd"),
        Kind::Permille => figures.set_num_format("0.0%"),
    }
}

/// Wide enough for the heading with its filter button and for what stands below it.
fn width(sheet: &Sheet, index: usize) -> usize {
    let Column { heading, kind } = &sheet.columns[index];
    let widest = sheet.rows.iter().map(|cells| letters(&cells[index])).max().unwrap_or(0);
    let least = match kind {
        Kind::Kronor => 14,
        Kind::Date => 11,
        Kind::Text | Kind::Integer | Kind::Permille => 8,
    };
    let longest_word = heading.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    (widest + 2).max(least).max(longest_word + 4).min(WIDEST)
}

/// How many lines a cell takes when it wraps at a width.
fn lines(cell: &Cell, width: usize) -> usize {
    match cell {
        Cell::Text(text) => text.split('\n').map(|line| line.chars().count().div_ceil(width).max(1)).sum(),
        _ => 1,
    }
}

fn letters(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.chars().count(),
        // Digits with a space between each three.
        Cell::Integer(number) | Cell::Kronor(number) => number.to_string().len() * 4 / 3 + 1,
        Cell::Empty | Cell::Date(_) | Cell::Permille(_) => 0,
    }
}

/// The name as Excel takes it, or the sheet's number where nothing of it is left.
fn tab(name: &str, index: usize) -> String {
    let taken: String = name.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect();
    match taken.trim().trim_matches('\'') {
        "" => format!("{}", index + 1),
        tab => tab.to_owned(),
    }
}

fn row_number(row: usize) -> Result<u32, SheetError> {
    u32::try_from(row).map_err(|_| refused(XlsxError::RowColumnLimitError))
}

fn column_number(column: usize) -> Result<u16, SheetError> {
    u16::try_from(column).map_err(|_| refused(XlsxError::RowColumnLimitError))
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn refused(error: XlsxError) -> SheetError {
    SheetError::Refused(error.to_string())
}

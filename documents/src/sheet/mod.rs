//! Cells: a list as it is shown, for whoever wants to go on with it elsewhere.

mod csv;
mod xlsx;

use jiff::civil::Date;

pub use csv::csv;
pub use xlsx::xlsx;

/// A list: one row for each thing, one column for each thing said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What the list is called. Excel takes 31 characters and none of `[]:*?/\`;
    /// what it does not take is left out of the sheet's tab.
    pub name: String,
    /// The columns, from left to right; at least one.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The words in the first row.
    pub heading: String,
    /// What every cell of the column is, unless it is empty.
    pub kind: Kind,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Whole numbers.
    Integer,
    /// Money, shown in kronor with two decimals.
    Kronor,
    /// Days.
    Date,
    /// Shares, shown in per cent with one decimal.
    Permille,
}

/// A cell of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Money in öre.
    Kronor(i64),
    /// A day.
    Date(Date),
    /// A share in thousandths.
    Permille(i64),
}

impl Cell {
    /// What the cell holds; nothing where it is empty.
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Self::Empty => None,
            Self::Text(_) => Some(Kind::Text),
            Self::Integer(_) => Some(Kind::Integer),
            Self::Kronor(_) => Some(Kind::Kronor),
            Self::Date(_) => Some(Kind::Date),
            Self::Permille(_) => Some(Kind::Permille),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Why a list cannot become a spreadsheet. Rows and columns count from 1.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum SheetError {
    /// A row has more or fewer cells than there are columns.
    #[error("row {row} of {sheet:?} does not have a cell for each column")]
    UnevenRow {
        /// The sheet's name.
        sheet: String,
        /// Which row.
        row: usize,
    },
    /// A cell is of another kind than its column.
    #[error("row {row}, column {column:?} of {sheet:?} holds {found:?} where the column holds {kind:?}")]
    WrongKind {
        /// The sheet's name.
        sheet: String,
        /// Which row.
        row: usize,
        /// The column's heading.
        column: String,
        /// What the column holds.
        kind: Kind,
        /// What the cell holds.
        found: Kind,
    },
    /// A number that a spreadsheet would round, since it keeps 15 digits.
    #[error("row {row}, column {column:?} of {sheet:?} holds a number that a spreadsheet would round")]
    TooLarge {
        /// The sheet's name.
        sheet: String,
        /// Which row.
        row: usize,
        /// The column's heading.
        column: String,
    },
    /// The spreadsheet's writer refused, for instance a text of over 32 767 characters.
    #[error("the spreadsheet cannot be written: {0}")]
    Refused(String),
}

impl Sheet {
    /// Whether every row has a cell for each column, of the column's kind.
    fn inspect(&self) -> Result<(), SheetError> {
        for (index, cells) in self.rows.iter().enumerate() {
            let (sheet, row) = (self.name.clone(), index + 1);
            if cells.len() != self.columns.len() {
                return Err(SheetError::UnevenRow { sheet, row });
            }
            for (cell, Column { heading, kind }) in cells.iter().zip(&self.columns) {
                if let Some(found) = cell.kind().filter(|found| found != kind) {
                    let column = heading.clone();
                    return Err(SheetError::WrongKind { sheet, row, column, kind: *kind, found });
                }
            }
        }
        Ok(())
    }
}

//! Documents: a report as a tagged PDF that a screen reader can read aloud, and
//! a list as a spreadsheet.
//!
//! The crate knows paper and cells and nothing of municipalities: the caller
//! builds a plain [`Document`] or [`Sheet`] out of sentences it has already
//! worded, and gets bytes back. The same value always gives the same bytes,
//! because time is part of the value and nothing here reads a clock.
//!
//! ```
//! use documents::{Cell, Column, Kind, Sheet};
//!
//! let sheet = Sheet {
//!     name: "Ansökningar".into(),
//!     columns: vec![
//!         Column { heading: "Initiativ".into(), kind: Kind::Text },
//!         Column { heading: "Sökt belopp (kr)".into(), kind: Kind::Kronor },
//!     ],
//!     rows: vec![vec![Cell::from("Digital tolk"), Cell::Kronor(125_000_050)]],
//! };
//! let csv = String::from_utf8(documents::csv(&sheet)?)?;
//! assert_eq!(csv, "\u{feff}Initiativ;Sökt belopp (kr)\r\nDigital tolk;1250000,50\r\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod paper;
mod sheet;

pub use paper::{Align, Block, Document, PdfError, Row, Span, Table, TableColumn, Text, Tone, Typeface, TypefaceError, pdf};
pub use sheet::{Cell, Column, Kind, Sheet, SheetError, csv, xlsx};

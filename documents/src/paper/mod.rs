//! Paper: a [`Document`] becomes a PDF in five steps, one file each.
//!
//! `layout` (with `table`) cuts the blocks into pieces of known height and
//! plants the tag tree; `pages` deals the pieces out onto pages; `pdf` draws
//! the pages and ties what it draws to the tags. Under them lie `typeface`
//! (text to glyphs), `lines` (glyphs to lines) and `columns` (widths).

mod columns;
mod document;
mod layout;
mod lines;
mod pages;
mod pdf;
mod piece;
mod style;
mod table;
mod tags;
mod typeface;

pub use document::{Align, Block, Document, Row, Span, Table, TableColumn, Text, Tone};
pub use pdf::{PdfError, pdf};
pub use typeface::{Typeface, TypefaceError};

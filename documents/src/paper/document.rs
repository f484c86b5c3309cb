//! The block tree a report is written as: plain values, already worded.

use jiff::Timestamp;

/// A report, from its title to its last block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the report is called; also the title a PDF reader shows. Never empty.
    pub title: String,
    /// The language of the text as a BCP 47 tag: `sv` or `en`. Never empty.
    pub language: String,
    /// Whose report it is: the municipality's name, at the top left of every page.
    pub publisher: String,
    /// One line under the title, or nothing.
    pub subtitle: Option<String>,
    /// The date the report speaks of, in words ("Läget per 25 augusti 2023"),
    /// at the top right of every page.
    pub date_line: String,
    /// When the file was made. A parameter, so that the same report gives the
    /// same bytes whenever it is written.
    pub created: Timestamp,
    /// The report itself, in reading order.
    pub blocks: Vec<Block>,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading under the report's title. Level 1 is a chapter, 2 a section,
    /// 3 a part of a section; a level may not be skipped on the way down.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// The heading's words.
        text: String,
    },
    /// A paragraph of running text.
    Paragraph(Text),
    /// A list, numbered from 1 where the order matters.
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The items, in order.
        items: Vec<Text>,
    },
    /// Names with their values, such as the particulars of a case.
    Facts(Vec<(String, Text)>),
    /// A sentence that must be seen: an answer, a warning. The tone only
    /// colours it: the words alone must say the same.
    Callout {
        /// What the colour should suggest.
        tone: Tone,
        /// The sentence.
        text: Text,
    },
    /// A table with header cells; it continues over pages with its header.
    Table(Table),
    /// The next block starts a new page.
    PageBreak,
}

/// The colour of a [`Block::Callout`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Grey: worth noticing, neither good nor bad.
    Neutral,
    /// Green: met.
    Good,
    /// Amber: met in part.
    Partly,
    /// Red: not met.
    Bad,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows, above it; also what a screen reader announces.
    pub caption: Option<String>,
    /// The columns, from left to right; at least one.
    pub columns: Vec<TableColumn>,
    /// Whether the first cell of each row names the row, and is a header of it.
    pub row_headers: bool,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

/// A column of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// The words in the header cell.
    pub heading: String,
    /// Where the column's text stands.
    pub align: Align,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left edge: words.
    Start,
    /// At the right edge: numbers, so that their digits line up.
    End,
}

/// A row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One text for each column, in order; it may be empty.
    pub cells: Vec<Text>,
    /// Whether the row sums up the rows above it: stronger, under a line.
    pub total: bool,
}

impl Row {
    /// An ordinary row.
    pub fn new(cells: impl IntoIterator<Item = Text>) -> Self {
        Self { cells: cells.into_iter().collect(), total: false }
    }

    /// A row that sums up the rows above it.
    pub fn total(cells: impl IntoIterator<Item = Text>) -> Self {
        Self { cells: cells.into_iter().collect(), total: true }
    }
}

/// Running text, some of it stronger or a link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Span>);

/// A stretch of text in one manner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// As it is.
    Plain(String),
    /// Stronger than the text around it.
    Strong(String),
    /// A link out of the report.
    Link {
        /// The words to follow; they say where the link leads.
        text: String,
        /// Where it leads: a whole address, since paper has no page of its own.
        url: String,
    },
}

impl Span {
    /// The words of the stretch, whatever its manner.
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Strong(text) | Self::Link { text, .. } => text,
        }
    }
}

impl Text {
    /// Text that is as it is throughout.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![Span::Plain(text.into())])
    }

    /// The same text, followed by `text`.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Plain(text.into()));
        self
    }

    /// The same text, followed by `text` made strong.
    #[must_use]
    pub fn and_strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Strong(text.into()));
        self
    }

    /// The same text, followed by a link whose words are `text`.
    #[must_use]
    pub fn and_link(mut self, text: impl Into<String>, url: impl Into<String>) -> Self {
        self.0.push(Span::Link { text: text.into(), url: url.into() });
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

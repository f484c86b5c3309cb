//! Layout: blocks become pieces from top to bottom, and branches of the tag tree.

use std::num::NonZeroU16;
use std::rc::Rc;

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag};

use super::document::{Block, Document, Text, Tone};
use super::lines::{Line, Shaped};
use super::piece::{Mark, Piece, keep_company};
use super::style::{ACCENT, BODY, BODY_WIDTH, CALLOUT, LIST_INDENT, MARGIN, MEASURE, Manner, QUIET, SUBTITLE, TITLE, heading, tone};
use super::tags::{TagId, Tags};
use super::typeface::{Typeface, Weight};

/// The document cut up, with its tag tree.
pub(super) struct Layout<'a> {
    pub(super) typeface: &'a Typeface,
    pub(super) tags: Tags,
    pub(super) pieces: Vec<Piece>,
    paragraphs: usize,
    starts_page: bool,
}

impl<'a> Layout<'a> {
    /// Lays out a document: its title first, then its blocks.
    pub fn of(document: &Document, typeface: &'a Typeface) -> Self {
        let mut layout = Self { typeface, tags: Tags::default(), pieces: Vec::new(), paragraphs: 0, starts_page: false };
        layout.title(document);
        for block in &document.blocks {
            layout.block(block);
        }
        layout
    }

    /// Adds a piece, at the top of a page where a page break came before it.
    pub(super) fn push(&mut self, mut piece: Piece) {
        piece.starts_page = std::mem::take(&mut self.starts_page);
        self.pieces.push(piece);
    }

    /// A number for the next text, so that its lines can be known as one.
    pub(super) fn next_paragraph(&mut self) -> usize {
        self.paragraphs += 1;
        self.paragraphs
    }

    fn title(&mut self, document: &Document) {
        let words = self.typeface.said(&document.title);
        let tag = self.tags.plant(None, heading_tag(1, &words));
        let title = Text::plain(words.as_str());
        let mut pieces = self.text(&title, TITLE, MARGIN, BODY_WIDTH, Some(tag), 0.0);
        if let Some(first) = pieces.first_mut() {
            first.bookmark = Some((0, words));
        }
        if let Some(subtitle) = &document.subtitle {
            let tag = self.tags.plant(None, Tag::P);
            let subtitle = Text::plain(subtitle.as_str());
            pieces.extend(self.text(&subtitle, SUBTITLE, MARGIN, BODY_WIDTH, Some(tag), 4.0));
        }
        let rule = Mark::Fill { area: [MARGIN, 0.0, MARGIN + 42.0, 2.2], colour: ACCENT };
        pieces.push(Piece::new(14.0, 2.2, vec![rule]));
        for mut piece in pieces {
            piece.keep_with_next = true;
            self.push(piece);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => self.paragraph(text),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Facts(facts) => self.facts(facts),
            Block::Callout { tone, text } => self.callout(*tone, text),
            Block::Table(table) => self.table(table),
            Block::PageBreak => self.starts_page = true,
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        let (manner, above) = heading(level);
        let words = self.typeface.said(text);
        let tag = self.tags.plant(None, heading_tag(u16::from(level) + 1, &words));
        let mut pieces = self.text(&Text::plain(words.as_str()), manner, MARGIN, MEASURE, Some(tag), above);
        if let Some(first) = pieces.first_mut() {
            first.bookmark = Some((level, words));
        }
        for mut piece in pieces {
            piece.keep_with_next = true;
            self.push(piece);
        }
    }

    fn paragraph(&mut self, text: &Text) {
        let tag = self.tags.plant(None, Tag::P);
        for piece in self.text(text, BODY, MARGIN, MEASURE, Some(tag), 7.0) {
            self.push(piece);
        }
    }

    fn list(&mut self, ordered: bool, items: &[Text]) {
        let numbering = if ordered { ListNumbering::Decimal } else { ListNumbering::Disc };
        let list = self.tags.plant(None, Tag::L(numbering));
        for (index, item) in items.iter().enumerate() {
            let tag = self.tags.plant(Some(list), Tag::LI);
            let label_tag = self.tags.plant(Some(tag), Tag::Lbl);
            let body_tag = self.tags.plant(Some(tag), Tag::LBody);
            let label = if ordered { format!("{}.", index + 1) } else { "•".to_owned() };
            let label = self.one_line(&Text::plain(label), BODY);
            let above = if index == 0 { 7.0 } else { 3.0 };
            let (x, width) = (MARGIN + LIST_INDENT, MEASURE - LIST_INDENT);
            let mut pieces = self.text(item, BODY, x, width, Some(body_tag), above);
            // Numbers end where the text begins, so that 9. and 10. stand in line.
            let left = if ordered { x - 5.0 - label.width } else { MARGIN + 4.0 };
            let mark = self.words(left, baseline(BODY), label, Some(label_tag));
            if let Some(first) = pieces.first_mut() {
                first.marks.insert(0, mark);
            }
            for piece in pieces {
                self.push(piece);
            }
        }
    }

    fn facts(&mut self, facts: &[(String, Text)]) {
        let table = self.tags.plant(None, Tag::Table);
        let body = self.tags.plant(Some(table), Tag::TBody);
        let quiet = Manner { colour: QUIET, ..BODY };
        let names: Vec<Shaped> = facts.iter().map(|(name, _)| Shaped::new(self.typeface, &Text::plain(name.as_str()), quiet)).collect();
        let widest = names.iter().map(Shaped::natural_width).fold(0.0, f32::max).min(MEASURE * 0.45);
        for (index, ((_, value), name)) in facts.iter().zip(names).enumerate() {
            let row = self.tags.plant(Some(body), Tag::TR);
            let head = self.tags.plant(Some(row), Tag::TH(TableHeaderScope::Row));
            let cell = self.tags.plant(Some(row), Tag::TD);
            let (x, paragraph) = (MARGIN + widest + 16.0, self.next_paragraph());
            let value = Shaped::new(self.typeface, value, BODY).lines(MARGIN + BODY_WIDTH - x);
            let name = name.lines(widest);
            let height = name.len().max(value.len()) as f32 * BODY.leading;
            let mut marks = stack(MARGIN, name, Some(head), self.next_paragraph());
            marks.extend(stack(x, value, Some(cell), paragraph));
            self.push(Piece::new(if index == 0 { 14.0 } else { 2.0 }, height, marks));
        }
        self.push(Piece::new(0.0, 8.0, Vec::new()));
    }

    fn callout(&mut self, kind: Tone, text: &Text) {
        let (bar, ground) = tone(kind);
        let tag = self.tags.plant(None, Tag::P);
        let (left, right, pad) = (MARGIN, MARGIN + BODY_WIDTH, 8.0);
        let mut pieces = self.text(text, CALLOUT, left + 14.0, MEASURE, Some(tag), 0.0);
        let last = pieces.len().saturating_sub(1);
        for (index, piece) in pieces.iter_mut().enumerate() {
            if index == 0 {
                piece.above = 10.0;
                piece.height += pad;
                shift(&mut piece.marks, pad);
            }
            if index == last {
                piece.height += pad;
            }
            let bottom = piece.height;
            piece.marks.insert(0, Mark::Fill { area: [left, 0.0, right, bottom], colour: ground });
            piece.marks.insert(1, Mark::Fill { area: [left, 0.0, left + 3.5, bottom], colour: bar });
        }
        for piece in pieces {
            self.push(piece);
        }
        self.push(Piece::new(0.0, 4.0, Vec::new()));
    }

    /// A text as one piece for each of its lines, `above` over the first.
    pub(super) fn text(&mut self, text: &Text, manner: Manner, x: f32, width: f32, tag: Option<TagId>, above: f32) -> Vec<Piece> {
        let paragraph = self.next_paragraph();
        let lines = Shaped::new(self.typeface, text, manner).lines(width);
        let mut pieces: Vec<Piece> = lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| {
                let mark = Mark::Words { x, baseline: baseline(manner), line: Rc::new(line), tag, paragraph };
                Piece::new(if index == 0 { above } else { 0.0 }, manner.leading, vec![mark])
            })
            .collect();
        keep_company(&mut pieces);
        pieces
    }

    fn one_line(&self, text: &Text, manner: Manner) -> Line {
        one_line(self.typeface, text, manner)
    }

    fn words(&mut self, x: f32, baseline: f32, line: Line, tag: Option<TagId>) -> Mark {
        Mark::Words { x, baseline, line: Rc::new(line), tag, paragraph: self.next_paragraph() }
    }
}

/// Lines of one text under each other, from the top of the strip.
pub(super) fn stack(x: f32, lines: Vec<Line>, tag: Option<TagId>, paragraph: usize) -> Vec<Mark> {
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let down = index as f32 * line.manner.leading + baseline(line.manner);
            Mark::Words { x, baseline: down, line: Rc::new(line), tag, paragraph }
        })
        .collect()
}

/// A text that is known to need no more than a line.
pub(super) fn one_line(typeface: &Typeface, text: &Text, manner: Manner) -> Line {
    let mut lines = Shaped::new(typeface, text, manner).lines(f32::INFINITY);
    lines.swap_remove(0)
}

/// How far below the top of its line a baseline lies: the letters stand in the
/// middle of the leading, to the eye.
pub(super) fn baseline(manner: Manner) -> f32 {
    manner.leading / 2.0 + manner.size * 0.33
}

/// Moves what is drawn down.
pub(super) fn shift(marks: &mut [Mark], down: f32) {
    for mark in marks {
        match mark {
            Mark::Words { baseline, .. } => *baseline += down,
            Mark::Fill { area, .. } => {
                area[1] += down;
                area[3] += down;
            }
        }
    }
}

/// A manner made strong.
pub(super) fn strong(manner: Manner) -> Manner {
    Manner { weight: Weight::Strong, ..manner }
}

fn heading_tag(level: u16, title: &str) -> krilla::tagging::TagKind {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    Tag::Hn(level, Some(title.to_owned())).into()
}

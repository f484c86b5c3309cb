//! Tables: cells that wrap, a header that comes back on each page, and rows
//! that stay whole unless they are too tall for that.

use std::rc::Rc;

use krilla::tagging::{TableHeaderScope, Tag};

use super::columns::{Wish, fit, share};
use super::document::{Align, Row, Table, Text};
use super::layout::{Layout, stack, strong};
use super::lines::{Line, Shaped};
use super::piece::{Header, Mark, Piece, keep_company};
use super::style::{BODY_WIDTH, CAPTION, CELL_SIZES, Colour, HAIRLINE, INK, LINE, MARGIN, Manner, QUIET, STRONG_LINE};
use super::tags::TagId;
use super::typeface::Weight;

/// The room between the text of two columns; the outer ones stand flush with the rules.
const GAP: f32 = 14.0;
/// The room over and under a cell's text.
const LEAD: f32 = 4.5;
/// A table of at most this many rows stays on one page where it fits one.
const WHOLE_TABLE: usize = 6;
/// A row of more lines than this may be broken over pages.
const WHOLE_ROW: usize = 12;

/// The shaped cells of a table, at the size at which they fit best.
struct Setting {
    head: Vec<Shaped>,
    rows: Vec<Vec<Shaped>>,
    widths: Vec<f32>,
    leading: f32,
}

impl Setting {
    /// The width of a column without the gap to the next.
    fn text_width(&self, column: usize) -> f32 {
        self.widths[column] - if column + 1 < self.widths.len() { GAP } else { 0.0 }
    }
}

impl Layout<'_> {
    /// Lays out a table with its caption.
    pub(super) fn table(&mut self, table: &Table) {
        let setting = self.set(table);
        let tag = self.tags.plant(None, Tag::Table.with_summary(table.caption.clone()));
        if let Some(caption) = &table.caption {
            let caption_tag = self.tags.plant(Some(tag), Tag::Caption);
            let caption = Text::plain(caption.as_str());
            for mut piece in self.text(&caption, CAPTION, MARGIN, BODY_WIDTH, Some(caption_tag), 14.0) {
                piece.keep_with_next = true;
                self.push(piece);
            }
        }
        let above = if table.caption.is_some() { 2.0 } else { 12.0 };
        let header = Rc::new(self.header(table, &setting, tag, above));
        let body = self.tags.plant(Some(tag), Tag::TBody);
        let last = table.rows.len().saturating_sub(1);
        for (index, (row, cells)) in table.rows.iter().zip(&setting.rows).enumerate() {
            let row_tag = self.tags.plant(Some(body), Tag::TR);
            let tags = (0..cells.len()).map(|column| self.cell_tag(table, row_tag, column)).collect();
            let mut pieces = self.row(table, &setting, cells, tags);
            close_row(&mut pieces, row, index == last);
            // Two rows at least on each side of a page break, and the total never alone.
            let kept = index == 0 || index + 1 == last || last < WHOLE_TABLE;
            if let Some(end) = pieces.last_mut() {
                end.keep_with_next = kept && index != last;
            }
            for mut piece in pieces {
                piece.header = Some(header.clone());
                self.push(piece);
            }
        }
        self.push(Piece::new(0.0, 8.0, Vec::new()));
    }

    /// Shapes the cells at the first size at which no word need be cut.
    fn set(&self, table: &Table) -> Setting {
        let mut sizes = CELL_SIZES.into_iter().peekable();
        loop {
            let (size, leading) = sizes.next().unwrap_or(CELL_SIZES[0]);
            let plain = Manner { size, leading, weight: Weight::Regular, colour: INK };
            let quiet = Manner { colour: QUIET, ..strong(plain) };
            let head: Vec<Shaped> =
                table.columns.iter().map(|column| Shaped::new(self.typeface, &Text::plain(column.heading.as_str()), quiet)).collect();
            let rows: Vec<Vec<Shaped>> = table
                .rows
                .iter()
                .map(|row| {
                    let manner = if row.total { strong(plain) } else { plain };
                    let cells = row.cells.iter().take(head.len());
                    cells.map(|cell| Shaped::new(self.typeface, cell, manner)).collect()
                })
                .collect();
            let wishes: Vec<Wish> = (0..head.len())
                .map(|column| {
                    let gap = if column + 1 < head.len() { GAP } else { 0.0 };
                    let cells = || rows.iter().filter_map(|row| row.get(column)).chain([&head[column]]);
                    Wish {
                        least: cells().map(Shaped::longest_word).fold(0.0, f32::max) + gap,
                        most: cells().map(Shaped::natural_width).fold(0.0, f32::max) + gap,
                        stretches: table.columns[column].align == Align::Start,
                    }
                })
                .collect();
            if fit(&wishes, BODY_WIDTH) || sizes.peek().is_none() {
                return Setting { head, rows, widths: share(&wishes, BODY_WIDTH), leading };
            }
        }
    }

    /// The header row, drawn and tagged once here and kept for the pages after.
    fn header(&mut self, table: &Table, setting: &Setting, tag: TagId, above: f32) -> Header {
        let group = self.tags.plant(Some(tag), Tag::THead);
        let row = self.tags.plant(Some(group), Tag::TR);
        let lines: Vec<Vec<Line>> = setting.head.iter().enumerate().map(|(column, cell)| cell.lines(setting.text_width(column))).collect();
        let tallest = lines.iter().map(Vec::len).max().unwrap_or(1);
        let height = tallest as f32 * setting.leading + 2.0 * LEAD;
        let (mut marks, mut again) = (Vec::new(), Vec::new());
        for (column, lines) in lines.into_iter().enumerate() {
            let cell = self.tags.plant(Some(row), Tag::TH(TableHeaderScope::Column));
            // Headings stand at the bottom of their row, next to what they head.
            let drop = LEAD + (tallest - lines.len()) as f32 * setting.leading;
            let paragraph = self.next_paragraph();
            for mark in self.cell(table, setting, column, lines, drop, None, paragraph) {
                if let Mark::Words { x, baseline, line, paragraph, .. } = &mark {
                    let (x, baseline, paragraph) = (*x, *baseline, *paragraph);
                    let line = line.clone();
                    marks.push(Mark::Words { x, baseline, line, tag: Some(cell), paragraph });
                }
                again.push(mark);
            }
        }
        marks.push(rule(height - HAIRLINE, STRONG_LINE));
        again.push(rule(height - HAIRLINE, STRONG_LINE));
        let mut piece = Piece::new(above, height, marks);
        piece.keep_with_next = true;
        self.push(piece);
        Header { height, marks: again }
    }

    fn cell_tag(&mut self, table: &Table, row: TagId, column: usize) -> TagId {
        match table.row_headers && column == 0 {
            true => self.tags.plant(Some(row), Tag::TH(TableHeaderScope::Row)),
            false => self.tags.plant(Some(row), Tag::TD),
        }
    }

    /// A row: one piece, or one for each line where it is too tall to stay whole.
    fn row(&mut self, table: &Table, setting: &Setting, cells: &[Shaped], tags: Vec<TagId>) -> Vec<Piece> {
        let lines: Vec<Vec<Line>> = cells.iter().enumerate().map(|(column, cell)| cell.lines(setting.text_width(column))).collect();
        let tallest = lines.iter().map(Vec::len).max().unwrap_or(1);
        let bands = if tallest > WHOLE_ROW { tallest } else { 1 };
        let band_height = setting.leading * tallest as f32 / bands as f32;
        let mut pieces: Vec<Piece> = (0..bands).map(|_| Piece::new(0.0, band_height, Vec::new())).collect();
        for (column, (lines, tag)) in lines.into_iter().zip(tags).enumerate() {
            let paragraph = self.next_paragraph();
            if bands == 1 {
                let marks = self.cell(table, setting, column, lines, 0.0, Some(tag), paragraph);
                pieces[0].marks.extend(marks);
                continue;
            }
            for (piece, line) in pieces.iter_mut().zip(lines) {
                let marks = self.cell(table, setting, column, vec![line], 0.0, Some(tag), paragraph);
                piece.marks.extend(marks);
            }
        }
        keep_company(&mut pieces);
        pieces
    }

    /// The lines of a cell, placed in their column.
    #[expect(clippy::too_many_arguments, reason = "a cell is placed by its table, column, drop and tag")]
    fn cell(
        &self,
        table: &Table,
        setting: &Setting,
        column: usize,
        lines: Vec<Line>,
        drop: f32,
        tag: Option<TagId>,
        paragraph: usize,
    ) -> Vec<Mark> {
        let left = MARGIN + setting.widths[..column].iter().sum::<f32>();
        let right = left + setting.text_width(column);
        let widths: Vec<f32> = lines.iter().map(|line| line.width).collect();
        let mut marks = stack(left, lines, tag, paragraph);
        super::layout::shift(&mut marks, drop);
        if table.columns[column].align == Align::End {
            for (mark, width) in marks.iter_mut().zip(widths) {
                if let Mark::Words { x, .. } = mark {
                    *x = right - width;
                }
            }
        }
        marks
    }
}

/// Gives a row its room and the line under it; a total also has one over it.
fn close_row(pieces: &mut [Piece], row: &Row, last: bool) {
    if let Some(first) = pieces.first_mut() {
        super::layout::shift(&mut first.marks, LEAD);
        first.height += LEAD;
        if row.total {
            first.marks.push(rule(-HAIRLINE, STRONG_LINE));
        }
    }
    if let Some(end) = pieces.last_mut() {
        end.height += LEAD;
        let colour = if last { STRONG_LINE } else { LINE };
        end.marks.push(rule(end.height - HAIRLINE, colour));
    }
}

/// A hairline across the page.
fn rule(top: f32, colour: Colour) -> Mark {
    Mark::Fill { area: [MARGIN, top, MARGIN + BODY_WIDTH, top + HAIRLINE], colour }
}

//! The PDF itself: draws the pages, ties what is drawn to the tags, and writes
//! the file as PDF/UA-1 (ISO 14289-1, for those who do not see it) and
//! PDF/A-2a (ISO 19005-2, for those who read it in fifty years).

use std::collections::HashMap;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag};
use krilla::{Document as Writer, SerializeSettings};

use super::document::{Block, Document, Span, Text};
use super::layout::{Layout, one_line};
use super::lines::{Line, Run};
use super::pages::{Page, deal};
use super::piece::Mark;
use super::style::{ACCENT, Colour, FOOTER_BASELINE, HAIRLINE, HEADER_BASELINE, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, RUNNING};
use super::tags::{TagId, Tags};
use super::typeface::Typeface;

/// Why a document cannot become an accessible PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// PDF/UA-1 section 7.1: a document has a title.
    #[error("the document has no title")]
    NoTitle,
    /// PDF/UA-1 section 7.2: the language of all text is known.
    #[error("the document does not say which language it is in")]
    NoLanguage,
    /// PDF/UA-1 section 7.4: headings do not skip a level.
    #[error("the heading {text:?} has level {level}, but the one before it has level {before}")]
    HeadingOrder {
        /// The words of the heading.
        text: String,
        /// Its level.
        level: u8,
        /// The level of the heading before it; 0 is the title.
        before: u8,
    },
    /// A table row has more or fewer cells than the table has columns.
    #[error("row {row} of the table {table:?} does not have a cell for each column")]
    UnevenRow {
        /// The table's caption, or nothing.
        table: String,
        /// Which row, from 1.
        row: usize,
    },
    /// What is written would not be PDF/UA-1 and PDF/A-2a.
    #[error("the document cannot be written as an accessible PDF: {0}")]
    Refused(String),
}

/// Writes a document as a tagged PDF. The same document gives the same bytes.
///
/// # Errors
/// Where the document lacks what an accessible PDF must have, see [`PdfError`].
pub fn pdf(document: &Document, typeface: &Typeface) -> Result<Vec<u8>, PdfError> {
    inspect(document)?;
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Refused(format!("{error:?}")))?;
    let mut writer = Writer::new_with(SerializeSettings { configuration, ..Default::default() });
    let layout = Layout::of(document, typeface);
    let pages = deal(layout.pieces);
    let mut drawing = Drawing { document, typeface, tags: layout.tags, inline: HashMap::new(), pages: pages.len() };
    for (index, page) in pages.iter().enumerate() {
        drawing.page(&mut writer, index, page);
    }
    writer.set_outline(outline(&pages));
    writer.set_metadata(metadata(document, typeface));
    writer.set_tag_tree(drawing.tags.into_tree(&document.language));
    writer.finish().map_err(|error| PdfError::Refused(format!("{error:?}")))
}

/// Refuses what would give a PDF that a screen reader stumbles over.
fn inspect(document: &Document) -> Result<(), PdfError> {
    if document.title.trim().is_empty() {
        return Err(PdfError::NoTitle);
    }
    if document.language.trim().is_empty() {
        return Err(PdfError::NoLanguage);
    }
    let mut before = 0;
    for block in &document.blocks {
        match block {
            Block::Heading { level, text } if *level == 0 || *level > 3 || *level > before + 1 => {
                return Err(PdfError::HeadingOrder { text: text.clone(), level: *level, before });
            }
            Block::Heading { level, .. } => before = *level,
            Block::Table(table) => {
                let uneven = |row: &super::Row| row.cells.len() != table.columns.len();
                if let Some(row) = table.rows.iter().position(uneven) {
                    let table = table.caption.clone().unwrap_or_default();
                    return Err(PdfError::UnevenRow { table, row: row + 1 });
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// What is needed while pages are drawn.
struct Drawing<'a> {
    document: &'a Document,
    typeface: &'a Typeface,
    tags: Tags,
    /// The tag of each link and strong stretch, by its text and place in it.
    inline: HashMap<(usize, usize), TagId>,
    pages: usize,
}

/// A clickable area, to be laid on the page when its words are drawn.
struct Area {
    rect: Rect,
    url: String,
    words: String,
    tag: TagId,
}

impl Drawing<'_> {
    fn page(&mut self, writer: &mut Writer, index: usize, page: &Page) {
        let Some(settings) = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT) else { return };
        let mut sheet = writer.start_page_with(settings);
        let mut surface = sheet.surface();
        let mut areas = Vec::new();
        self.furniture(&mut surface, index);
        if let Some(header) = &page.header {
            for mark in &header.marks {
                self.mark(&mut surface, super::style::BODY_TOP, mark, &mut areas);
            }
        }
        for (top, piece) in &page.pieces {
            for mark in &piece.marks {
                self.mark(&mut surface, *top, mark, &mut areas);
            }
        }
        surface.finish();
        for area in areas {
            let target = Target::Action(Action::Link(LinkAction::new(area.url)));
            let link = LinkAnnotation::new(area.rect, target);
            let drawn = sheet.add_tagged_annotation(Annotation::new_link(link, Some(area.words)));
            self.tags.tie_first(area.tag, drawn);
        }
    }

    /// What stands on every page: whose report and of when above, its title and
    /// the page's number below.
    fn furniture(&self, surface: &mut Surface, index: usize) {
        let number = format!("{} ({})", index + 1, self.pages);
        let document = self.document;
        let (header, footer) = (ArtifactType::Header, ArtifactType::Footer);
        for (text, baseline, at_end, kind) in [
            (document.publisher.as_str(), HEADER_BASELINE, false, header),
            (document.date_line.as_str(), HEADER_BASELINE, true, header),
            (document.title.as_str(), FOOTER_BASELINE, false, footer),
            (number.as_str(), FOOTER_BASELINE, true, footer),
        ] {
            let line = one_line(self.typeface, &Text::plain(text), RUNNING);
            let x = if at_end { PAGE_WIDTH - MARGIN - line.width } else { MARGIN };
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            for run in &line.runs {
                self.glyphs(surface, &line, run, x, baseline, line.manner.colour);
            }
            surface.end_tagged();
        }
    }

    fn mark(&mut self, surface: &mut Surface, top: f32, mark: &Mark, areas: &mut Vec<Area>) {
        match mark {
            Mark::Fill { area: [left, above, right, below], colour } => {
                let rect = Rect::from_ltrb(*left, top + above, *right, top + below);
                decorate(surface, rect, *colour);
            }
            Mark::Words { x, baseline, line, tag, paragraph } => {
                for run in &line.runs {
                    let left = *x + run.x;
                    let down = top + baseline;
                    let span = &line.spans[run.span];
                    let link = matches!(span, Span::Link { .. }) && tag.is_some();
                    let colour = if link { ACCENT } else { line.manner.colour };
                    let Some(tag) = tag else {
                        let artifact = Artifact::with_kind(ArtifactType::PaginationOther);
                        surface.start_tagged(ContentTag::Artifact(artifact));
                        self.glyphs(surface, line, run, left, down, colour);
                        surface.end_tagged();
                        continue;
                    };
                    let tag = self.inline_tag(*tag, (*paragraph, run.span), span);
                    let drawn = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    self.glyphs(surface, line, run, left, down, colour);
                    surface.end_tagged();
                    self.tags.tie(tag, drawn);
                    if let Span::Link { url, text } = span {
                        let size = line.manner.size;
                        let under = down + size * 0.16;
                        decorate(surface, Rect::from_xywh(left, under, run.width, HAIRLINE), ACCENT);
                        if let Some(rect) = Rect::from_ltrb(left, down - size, left + run.width, down + size * 0.3) {
                            areas.push(Area { rect, url: url.clone(), words: self.typeface.said(text), tag });
                        }
                    }
                }
            }
        }
    }

    /// The tag of a stretch of text: its block's, or one of its own under that
    /// where it is a link or strong.
    fn inline_tag(&mut self, block: TagId, place: (usize, usize), span: &Span) -> TagId {
        let tags = &mut self.tags;
        match span {
            Span::Plain(_) => block,
            Span::Strong(_) => *self.inline.entry(place).or_insert_with(|| tags.plant(Some(block), Tag::Strong)),
            Span::Link { .. } => *self.inline.entry(place).or_insert_with(|| tags.plant(Some(block), Tag::Link)),
        }
    }

    fn glyphs(&self, surface: &mut Surface, line: &Line, run: &Run, x: f32, y: f32, colour: Colour) {
        surface.set_fill(Some(fill(colour)));
        let font = self.typeface.font(run.weight);
        surface.draw_glyphs(Point::from_xy(x, y), &run.glyphs, font, &line.text, line.manner.size, false);
    }
}

/// Fills a rectangle that a screen reader passes by.
fn decorate(surface: &mut Surface, rect: Option<Rect>, colour: Colour) {
    let mut path = PathBuilder::new();
    let Some(rect) = rect else { return };
    path.push_rect(rect);
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.set_fill(Some(fill(colour)));
    surface.draw_path(&path);
    surface.end_tagged();
}

fn fill((red, green, blue): Colour) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Default::default() }
}

/// The bookmarks: the title's children are chapters, theirs are sections.
fn outline(pages: &[Page]) -> Outline {
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let mut outline = Outline::new();
    let close = |open: &mut Vec<(u8, OutlineNode)>, outline: &mut Outline| {
        if let Some((_, node)) = open.pop() {
            match open.last_mut() {
                Some((_, parent)) => parent.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    for (index, page) in pages.iter().enumerate() {
        for (top, piece) in &page.pieces {
            let Some((level, words)) = &piece.bookmark else { continue };
            while open.last().is_some_and(|(last, _)| last >= level) {
                close(&mut open, &mut outline);
            }
            let place = XyzDestination::new(index, Point::from_xy(MARGIN, (top - 12.0).max(0.0)));
            open.push((*level, OutlineNode::new(words.clone(), place).with_open(*level == 0)));
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut outline);
    }
    outline
}

fn metadata(document: &Document, typeface: &Typeface) -> Metadata {
    let made = jiff::tz::Offset::UTC.to_datetime(document.created);
    // A year before our era is no date of a file; the calendar parts are small and never negative.
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    let created = DateTime::new(u16::try_from(made.year()).unwrap_or_default())
        .month(part(made.month()))
        .day(part(made.day()))
        .hour(part(made.hour()))
        .minute(part(made.minute()))
        .second(part(made.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(typeface.said(&document.title))
        .description(typeface.said(&document.date_line))
        .language(document.language.clone())
        .authors(vec![typeface.said(&document.publisher)])
        .creator("Styrbord".to_owned())
        .creation_date(created)
}

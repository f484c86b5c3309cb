//! The look of the paper: every measure (in points), size and colour, in one place.

use super::document::Tone;
use super::typeface::Weight;

/// A4, upright.
pub(super) const PAGE_WIDTH: f32 = 595.28;
/// A4, upright.
pub(super) const PAGE_HEIGHT: f32 = 841.89;
/// 25 mm: room for a binder and for a thumb.
pub(super) const MARGIN: f32 = 70.87;
/// Where text begins under the running header.
pub(super) const BODY_TOP: f32 = 84.0;
/// Where text ends above the running footer.
pub(super) const BODY_BOTTOM: f32 = PAGE_HEIGHT - 78.0;
/// The width of tables.
pub(super) const BODY_WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// The width of running text: about eighty letters, so that the eye finds the next line.
pub(super) const MEASURE: f32 = 412.0;
/// The baseline of the running header.
pub(super) const HEADER_BASELINE: f32 = 50.0;
/// The baseline of the running footer.
pub(super) const FOOTER_BASELINE: f32 = PAGE_HEIGHT - 44.0;
/// How far list items stand in from the margin.
pub(super) const LIST_INDENT: f32 = 18.0;
/// The thickness of hairlines.
pub(super) const HAIRLINE: f32 = 0.6;

/// Red, green and blue.
pub(super) type Colour = (u8, u8, u8);

/// Running text.
pub(super) const INK: Colour = (0x1c, 0x21, 0x28);
/// What stands beside the text: headers, captions.
pub(super) const QUIET: Colour = (0x55, 0x5f, 0x6b);
/// Links and the rule under the title.
pub(super) const ACCENT: Colour = (0x0a, 0x4f, 0x8f);
/// Lines between rows.
pub(super) const LINE: Colour = (0xd3, 0xd9, 0xdf);
/// The line under a table's header and over its total.
pub(super) const STRONG_LINE: Colour = (0x6b, 0x76, 0x82);

/// A manner of setting text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// The size of the type.
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    /// The weight of what is not itself strong.
    pub weight: Weight,
    /// The colour of what is not a link.
    pub colour: Colour,
}

const fn manner(size: f32, leading: f32, weight: Weight, colour: Colour) -> Manner {
    Manner { size, leading, weight, colour }
}

/// The report's title.
pub(super) const TITLE: Manner = manner(25.0, 30.0, Weight::Strong, INK);
/// The line under the title.
pub(super) const SUBTITLE: Manner = manner(13.0, 18.0, Weight::Regular, QUIET);
/// Paragraphs and lists.
pub(super) const BODY: Manner = manner(10.5, 15.0, Weight::Regular, INK);
/// The words over a table.
pub(super) const CAPTION: Manner = manner(9.5, 13.0, Weight::Strong, INK);
/// The header and the footer of a page.
pub(super) const RUNNING: Manner = manner(8.5, 11.0, Weight::Regular, QUIET);
/// A callout.
pub(super) const CALLOUT: Manner = manner(10.5, 15.0, Weight::Regular, INK);

/// Tables, at the first size at which the longest word of every column fits.
pub(super) const CELL_SIZES: [(f32, f32); 3] = [(9.25, 12.75), (8.5, 11.75), (7.5, 10.5)];

/// A heading of level 1 to 3, with the room above it.
pub(super) fn heading(level: u8) -> (Manner, f32) {
    match level {
        1 => (manner(16.0, 20.0, Weight::Strong, INK), 28.0),
        2 => (manner(12.5, 16.5, Weight::Strong, INK), 20.0),
        _ => (manner(10.5, 15.0, Weight::Strong, INK), 14.0),
    }
}

/// The bar and the ground of a callout.
pub(super) fn tone(tone: Tone) -> (Colour, Colour) {
    match tone {
        Tone::Neutral => ((0x6b, 0x76, 0x82), (0xf2, 0xf4, 0xf6)),
        Tone::Good => ((0x2c, 0x7a, 0x4b), (0xec, 0xf6, 0xef)),
        Tone::Partly => ((0xb3, 0x6b, 0x00), (0xfd, 0xf4, 0xe3)),
        Tone::Bad => ((0xb4, 0x2b, 0x24), (0xfc, 0xee, 0xec)),
    }
}

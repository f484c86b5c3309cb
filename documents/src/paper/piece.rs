//! Pieces: what blocks are cut into, so that they can be dealt out onto pages.

use std::rc::Rc;

use super::lines::Line;
use super::style::Colour;
use super::tags::TagId;

/// A strip as wide as the page that is never broken.
pub(super) struct Piece {
    /// Room above it; none at the top of a page.
    pub above: f32,
    /// Its own height.
    pub height: f32,
    /// Whether it must not be the last on its page while another follows.
    pub keep_with_next: bool,
    /// Whether it must begin a page.
    pub starts_page: bool,
    /// What is drawn, placed from the strip's top left corner.
    pub marks: Vec<Mark>,
    /// The header to repeat where a page begins with this piece.
    pub header: Option<Rc<Header>>,
    /// The heading to list among the bookmarks: its level and words.
    pub bookmark: Option<(u8, String)>,
}

/// A table's header row, drawn again at the top of each page the table reaches.
pub(super) struct Header {
    /// How much of the page it takes.
    pub height: f32,
    /// What is drawn; none of it is tagged, since it has been read already.
    pub marks: Vec<Mark>,
}

/// Something drawn.
pub(super) enum Mark {
    /// A line of text.
    Words {
        /// From the page's left edge.
        x: f32,
        /// From the strip's top edge down to the baseline.
        baseline: f32,
        /// The line.
        line: Rc<Line>,
        /// What it is to a screen reader; decoration where it is nothing.
        tag: Option<TagId>,
        /// The text it is a line of, so that a link over two lines is one link.
        paragraph: usize,
    },
    /// A filled rectangle: a rule, a ground, a bar. Always decoration.
    Fill {
        /// Left, top, right and bottom; from the page's left and the strip's top.
        area: [f32; 4],
        /// Its colour.
        colour: Colour,
    },
}

impl Piece {
    /// A piece of a height with nothing special about it.
    pub fn new(above: f32, height: f32, marks: Vec<Mark>) -> Self {
        Self { above, height, keep_with_next: false, starts_page: false, marks, header: None, bookmark: None }
    }
}

/// Keeps the first two and the last two pieces of a text together, so that no
/// line of it stands alone on a page.
pub(super) fn keep_company(pieces: &mut [Piece]) {
    let count = pieces.len();
    if count >= 2 {
        pieces[0].keep_with_next = true;
        pieces[count - 2].keep_with_next = true;
    }
}

//! Pages: the pieces are dealt out, so that nothing is left alone at a page's end.

use std::rc::Rc;

use super::piece::{Header, Piece};
use super::style::{BODY_BOTTOM, BODY_TOP};

/// A page: pieces and repeated headers, each with how far down it stands.
#[derive(Default)]
pub(super) struct Page {
    /// The pieces, from top to bottom.
    pub pieces: Vec<(f32, Piece)>,
    /// The table header that is repeated at the top, if the page begins inside a table.
    pub header: Option<Rc<Header>>,
}

/// Deals the pieces out onto as many pages as they need.
pub(super) fn deal(pieces: Vec<Piece>) -> Vec<Page> {
    let mut pages = vec![Page::default()];
    let mut down = BODY_TOP;
    let mut rest = pieces.into_iter().peekable();
    while rest.peek().is_some() {
        let company = next_company(&mut rest);
        let height: f32 = company.iter().map(|piece| piece.above + piece.height).sum();
        let starts_page = company[0].starts_page;
        for (index, piece) in company.into_iter().enumerate() {
            let fits = match index {
                0 => !starts_page && down + height <= BODY_BOTTOM,
                _ => down + piece.above + piece.height <= BODY_BOTTOM,
            };
            let fresh = pages.last().is_some_and(|page| page.pieces.is_empty());
            let blank = piece.marks.is_empty();
            if !fits && !fresh && !blank {
                let header = piece.header.clone();
                down = BODY_TOP + header.as_ref().map_or(0.0, |header| header.height);
                pages.push(Page { pieces: Vec::new(), header });
            }
            let Some(page) = pages.last_mut() else { continue };
            if page.pieces.is_empty() && blank {
                continue;
            }
            if !page.pieces.is_empty() {
                down += piece.above;
            }
            let height = piece.height;
            page.pieces.push((down, piece));
            down += height;
        }
    }
    pages
}

/// The next pieces that must not be parted.
fn next_company(rest: &mut impl Iterator<Item = Piece>) -> Vec<Piece> {
    let mut company = Vec::new();
    for piece in rest {
        let done = !piece.keep_with_next;
        company.push(piece);
        if done {
            break;
        }
    }
    company
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::piece::Mark;

    fn piece(height: f32) -> Piece {
        Piece::new(0.0, height, vec![Mark::Fill { area: [0.0; 4], colour: (0, 0, 0) }])
    }

    const HALF: f32 = (BODY_BOTTOM - BODY_TOP) / 2.0;

    #[test]
    fn what_fits_stays_on_one_page() {
        assert_eq!(deal(vec![piece(HALF), piece(HALF)]).len(), 1);
        assert_eq!(deal(vec![piece(HALF), piece(HALF + 1.0)]).len(), 2);
    }

    #[test]
    fn a_heading_follows_what_it_heads_to_the_next_page() {
        let mut heading = piece(20.0);
        heading.keep_with_next = true;
        let pages = deal(vec![piece(HALF), heading, piece(HALF)]);
        assert_eq!(pages.iter().map(|page| page.pieces.len()).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn company_taller_than_a_page_is_parted_rather_than_lost() {
        let pieces = (0..5).map(|_| {
            let mut piece = piece(HALF);
            piece.keep_with_next = true;
            piece
        });
        assert_eq!(deal(pieces.collect()).len(), 3);
    }

    #[test]
    fn a_page_break_starts_a_page_but_never_an_empty_one() {
        let mut first = piece(10.0);
        first.starts_page = true;
        let mut second = piece(10.0);
        second.starts_page = true;
        assert_eq!(deal(vec![first, second]).len(), 2);
    }
}

//! Lines: a text is shaped once and then broken at spaces into lines of a width.

use std::rc::Rc;

use krilla::text::KrillaGlyph;
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::document::{Span, Text};
use super::style::Manner;
use super::typeface::{Typeface, Weight};

/// The space and the hyphen at which no line may end. Once the lines are known
/// they are written as the ordinary ones, whose glyphs they share: a glyph that
/// stands for two characters is what text extraction stumbles over.
const FIXED_SPACE: char = '\u{a0}';
const FIXED_HYPHEN: char = '\u{2011}';

/// How many bytes shorter a text becomes by that.
fn loosened(text: &str) -> usize {
    text.chars().filter(|c| matches!(*c, FIXED_SPACE | FIXED_HYPHEN)).map(|c| c.len_utf8() - 1).sum()
}

/// A text as glyphs, before it is known how wide its lines may be.
pub(super) struct Shaped {
    text: Rc<str>,
    spans: Rc<[Span]>,
    glyphs: Vec<Placed>,
    manner: Manner,
}

/// A glyph, the span it belongs to and whether a line may end after it.
#[derive(Clone)]
struct Placed {
    glyph: KrillaGlyph,
    weight: Weight,
    span: usize,
    space: bool,
    may_break: bool,
}

/// A line of text, ready to be drawn.
pub(super) struct Line {
    /// The whole text, which the glyphs' ranges count in.
    pub text: Rc<str>,
    /// The spans of the whole text, which the runs point into.
    pub spans: Rc<[Span]>,
    /// The runs, from left to right.
    pub runs: Vec<Run>,
    /// The width without the space at its end.
    pub width: f32,
    /// How the line is set.
    pub manner: Manner,
}

/// Glyphs of one span and one weight, side by side.
pub(super) struct Run {
    /// The glyphs, measured in parts of the type size.
    pub glyphs: Vec<KrillaGlyph>,
    /// Their weight.
    pub weight: Weight,
    /// Which of the line's spans they belong to.
    pub span: usize,
    /// How far from the line's left edge they begin.
    pub x: f32,
    /// Their width, without the space at the end of the line.
    pub width: f32,
}

impl Shaped {
    /// The text as glyphs in a manner. An empty text becomes a single space, so
    /// that an empty cell is still a cell to a screen reader.
    pub fn new(typeface: &Typeface, text: &Text, manner: Manner) -> Self {
        let mut all = String::new();
        let mut stretches = Vec::new();
        for (index, span) in text.0.iter().enumerate() {
            let from = all.len();
            all.push_str(&typeface.drawable(span.words()));
            stretches.push((index, from, all.len()));
        }
        let mut spans = text.0.clone();
        if all.is_empty() {
            spans.push(Span::Plain(" ".into()));
            all.push(' ');
            stretches.push((spans.len() - 1, 0, 1));
        }
        let ends: Vec<usize> = linebreaks(&all)
            .filter(|(_, opportunity)| *opportunity == BreakOpportunity::Allowed)
            .map(|(end, _)| end - loosened(&all[..end]))
            .collect();
        for (_, from, to) in &mut stretches {
            (*from, *to) = (*from - loosened(&all[..*from]), *to - loosened(&all[..*to]));
        }
        let all = all.replace(FIXED_SPACE, " ").replace(FIXED_HYPHEN, "-");
        let mut glyphs = Vec::new();
        for (span, from, to) in stretches {
            let weight = match spans[span] {
                Span::Strong(_) => Weight::Strong,
                Span::Plain(_) | Span::Link { .. } => manner.weight,
            };
            for glyph in typeface.shape(weight, &all, from, to) {
                let space = &all[glyph.text_range.clone()] == " ";
                let may_break = ends.binary_search(&glyph.text_range.end).is_ok();
                glyphs.push(Placed { glyph, weight, span, space, may_break });
            }
        }
        Self { text: all.into(), spans: spans.into(), glyphs, manner }
    }

    /// The width of the text on one line.
    pub fn natural_width(&self) -> f32 {
        self.width_of(&self.glyphs)
    }

    /// The width of the longest stretch that should not be broken.
    pub fn longest_word(&self) -> f32 {
        self.words().map(|word| self.width_of(word)).fold(0.0, f32::max)
    }

    /// The text in lines no wider than `width`. A word that is wider than that
    /// is cut where it must be.
    pub fn lines(&self, width: f32) -> Vec<Line> {
        // A hair's breadth of slack: a column made exactly as wide as its text must hold it.
        let width = width + 0.01;
        let mut lines = Vec::new();
        let mut line: Vec<Placed> = Vec::new();
        for word in self.words() {
            if !line.is_empty() && self.width_of(&line) + self.gap(&line) + self.width_of(word) > width {
                lines.push(self.line(&line));
                line.clear();
            }
            if self.width_of(word) <= width {
                line.extend_from_slice(word);
                continue;
            }
            for glyph in word {
                let longer = self.width_of(&line) + self.gap(&line) + self.advance(glyph);
                if !line.is_empty() && longer > width && !glyph.space {
                    lines.push(self.line(&line));
                    line.clear();
                }
                line.push(glyph.clone());
            }
        }
        lines.push(self.line(&line));
        lines
    }

    /// The stretches between the places where a line may end.
    fn words(&self) -> impl Iterator<Item = &[Placed]> {
        self.glyphs.split_inclusive(|placed| placed.may_break)
    }

    /// The width without the spaces at the end.
    fn width_of(&self, glyphs: &[Placed]) -> f32 {
        let inked = glyphs.iter().rposition(|placed| !placed.space).map_or(0, |last| last + 1);
        glyphs[..inked].iter().map(|placed| self.advance(placed)).sum()
    }

    /// The width of the spaces at the end.
    fn gap(&self, glyphs: &[Placed]) -> f32 {
        glyphs.iter().rev().take_while(|placed| placed.space).map(|placed| self.advance(placed)).sum()
    }

    fn advance(&self, placed: &Placed) -> f32 {
        placed.glyph.x_advance * self.manner.size
    }

    fn line(&self, glyphs: &[Placed]) -> Line {
        let mut runs = Vec::new();
        let mut x = 0.0;
        for same in glyphs.chunk_by(|a, b| (a.span, a.weight) == (b.span, b.weight)) {
            runs.push(Run {
                glyphs: same.iter().map(|placed| placed.glyph.clone()).collect(),
                weight: same[0].weight,
                span: same[0].span,
                x,
                width: self.width_of(same),
            });
            x += same.iter().map(|placed| self.advance(placed)).sum::<f32>();
        }
        let width = self.width_of(glyphs);
        Line { text: self.text.clone(), spans: self.spans.clone(), runs, width, manner: self.manner }
    }
}

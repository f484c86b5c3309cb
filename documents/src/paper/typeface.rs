//! The typeface: text becomes glyphs, with the marks and kerning the font asks for.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script};

/// A family of two weights, embedded in every PDF so that no reader needs a font of its own.
pub struct Typeface {
    regular: Cut,
    strong: Cut,
}

/// The two files are not both fonts that can be read.
#[derive(Debug, thiserror::Error)]
#[error("the {weight} font cannot be read as TrueType or OpenType")]
pub struct TypefaceError {
    weight: &'static str,
}

/// Which of the two weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Strong,
}

/// One weight, as the shaper and as the PDF writer see it.
struct Cut {
    face: Face<'static>,
    /// How the font sets Latin text, worked out once: that takes longer than setting a page.
    plan: ShapePlan,
    font: Font,
}

impl Typeface {
    /// A typeface from the bytes of two TrueType files of one family.
    ///
    /// # Errors
    /// Where one of them is not a font.
    pub fn new(regular: &'static [u8], strong: &'static [u8]) -> Result<Self, TypefaceError> {
        Ok(Self {
            regular: Cut::read(regular).ok_or(TypefaceError { weight: "regular" })?,
            strong: Cut::read(strong).ok_or(TypefaceError { weight: "strong" })?,
        })
    }

    /// The font as the PDF writer wants it.
    pub(super) fn font(&self, weight: Weight) -> Font {
        self.cut(weight).font.clone()
    }

    /// The same words in characters the font can draw.
    ///
    /// A line break or tab becomes a space; marks that only steer other programs
    /// (joiners, direction marks, soft hyphens) go; and what the font cannot
    /// draw is named by its code point, `[U+1F600]`, so that nothing a person
    /// wrote disappears without a trace.
    pub(super) fn drawable(&self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        for character in text.chars() {
            if character.is_whitespace() && character != '\u{a0}' && character != '\u{202f}' {
                clean.push(' ');
            } else if steers_only(character) {
                continue;
            } else if !is_private(character) && self.regular.face.glyph_index(character).is_some() {
                clean.push(character);
            } else {
                clean.push_str(&format!("[U+{:04X}]", u32::from(character)));
            }
        }
        clean
    }

    /// The same words as [`Self::drawable`], or a dash where there are none: for
    /// what must say something, such as a heading.
    pub(super) fn said(&self, text: &str) -> String {
        match self.drawable(text) {
            blank if blank.trim().is_empty() => "–".to_owned(),
            words => words,
        }
    }

    /// The glyphs of `text[from..]` up to `to`, their ranges counted in `text`
    /// and their measures in parts of the type size.
    pub(super) fn shape(&self, weight: Weight, text: &str, from: usize, to: usize) -> Vec<KrillaGlyph> {
        let cut = self.cut(weight);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text[from..to]);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&cut.face, &cut.plan, buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| from + info.cluster as usize).collect();
        let em = cut.font.units_per_em();
        shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .enumerate()
            .map(|(nth, (info, position))| {
                let start = starts[nth];
                let end = starts[nth..].iter().find(|next| **next > start).copied().unwrap_or(to);
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    position.x_advance as f32 / em,
                    position.x_offset as f32 / em,
                    position.y_offset as f32 / em,
                    0.0,
                    start..end,
                    None,
                )
            })
            .collect()
    }

    fn cut(&self, weight: Weight) -> &Cut {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        }
    }
}

impl Cut {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let face = Face::from_slice(bytes, 0)?;
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        Some(Self { face, plan, font: Font::new(bytes.into(), 0)? })
    }
}

/// Whether a character means only what two parties have agreed on, which a
/// reader of an archived file cannot know.
fn is_private(character: char) -> bool {
    matches!(u32::from(character), 0xe000..=0xf8ff | 0xf_0000..)
}

/// Whether a character only steers how others are shown, and has no shape itself.
fn steers_only(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfe00..=0xfe0f | 0xfeff)
}

//! The sheet a chart is drawn on: shapes and text in whole pixels, escaped, with colours for paper and screen.
use std::fmt::Write;

use maud::{Escaper, PreEscaped};

use super::{Drawing, Said};

/// The width of a chart that is read on any screen.
pub const NARROW: i64 = 340;
/// The width of a chart that is scrolled sideways on a narrow screen.
pub const WIDE: i64 = 760;
/// The width of a chart whose columns hold names of some length.
pub const BROAD: i64 = 1060;

/// What a shape is painted with: a role, never a colour as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// The main series: what is, what is used.
    First,
    /// A second series.
    Second,
    /// A third series.
    Third,
    /// A fourth series.
    Fourth,
    /// Reserved but not used: the main colour, hatched.
    Hatched,
    /// What is left, or has no value.
    Empty,
    /// As it should be.
    Good,
    /// On the way.
    Partly,
    /// Not as it should be.
    Bad,
    /// Text and marks that must be seen.
    Ink,
    /// Text and lines in the background.
    Quiet,
    /// The lines of a grid.
    Grid,
    /// Text on a cell of a matrix.
    OnHeat,
}

impl Paint {
    /// The colour on paper.
    fn on_paper(self) -> &'static str {
        match self {
            Paint::First => "#0d7a5f",
            Paint::Second => "#1f5fa8",
            Paint::Third => "#b4560a",
            Paint::Fourth => "#7a3e9d",
            Paint::Hatched => "url(#hatch)",
            Paint::Empty => "#e3e6e5",
            Paint::Good => "#068718",
            Paint::Partly => "#b27614",
            Paint::Bad => "#c01b1b",
            Paint::Ink => "#1c2421",
            Paint::Quiet => "#5b5d60",
            Paint::Grid => "#d5d9d7",
            Paint::OnHeat => "#10201b",
        }
    }

    /// The name by which the style sheet recolours it.
    fn class(self) -> &'static str {
        match self {
            Paint::First => "first",
            Paint::Second => "second",
            Paint::Third => "third",
            Paint::Fourth => "fourth",
            Paint::Hatched => "hatched",
            Paint::Empty => "empty",
            Paint::Good => "good",
            Paint::Partly => "partly",
            Paint::Bad => "bad",
            Paint::Ink => "ink",
            Paint::Quiet => "quiet",
            Paint::Grid => "grid",
            Paint::OnHeat => "on-heat",
        }
    }

    /// The paint of the n-th series, hatched last and then from the beginning.
    pub fn of_series(position: usize) -> Self {
        [Paint::First, Paint::Third, Paint::Second, Paint::Fourth, Paint::Hatched][position % 5]
    }
}

/// Where a text stands in relation to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A sheet being drawn on.
#[derive(Debug)]
pub struct Canvas {
    width: i64,
    body: String,
    hatched: bool,
}

impl Canvas {
    /// An empty sheet of a width in pixels.
    pub fn new(width: i64) -> Self {
        Self { width, body: String::new(), hatched: false }
    }

    fn put(&mut self, shape: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(shape);
    }

    /// A filled rectangle; a width or height below zero draws nothing.
    pub fn rect(&mut self, x: i64, y: i64, width: i64, height: i64, paint: Paint) {
        if width <= 0 || height <= 0 {
            return;
        }
        self.hatched |= paint == Paint::Hatched;
        let (class, fill) = (paint.class(), paint.on_paper());
        self.put(format_args!(r#"<rect class="f-{class}" x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"/>"#));
    }

    /// The outline of a rectangle, where its filling alone would be too pale to see.
    pub fn outline(&mut self, x: i64, y: i64, width: i64, height: i64) {
        let (class, stroke) = (Paint::Quiet.class(), Paint::Quiet.on_paper());
        self.put(format_args!(r#"<path class="s-{class}" d="M{x} {y}h{width}v{height}h-{width}Z" fill="none" stroke="{stroke}"/>"#));
    }

    /// A square in one of five grades of heat, 0 to 4; the grade is also said in its text.
    pub fn heat(&mut self, x: i64, y: i64, width: i64, height: i64, grade: u8) {
        let grade = grade.min(4);
        let fill = ["#f1f4f3", "#d9ebd9", "#fbe3a6", "#f3b27a", "#dd7a70"][usize::from(grade)];
        self.put(format_args!(r#"<rect class="heat-{grade}" x="{x}" y="{y}" width="{width}" height="{height}" rx="2" fill="{fill}"/>"#));
    }

    /// A straight line of a thickness in pixels, dashed where asked.
    pub fn line(&mut self, from: (i64, i64), to: (i64, i64), thickness: i64, dashed: bool, paint: Paint) {
        let (class, stroke) = (paint.class(), paint.on_paper());
        let dash = if dashed { r#" stroke-dasharray="5 4""# } else { "" };
        self.put(format_args!(
            r#"<line class="s-{class}" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{stroke}" stroke-width="{thickness}"{dash}/>"#,
            from.0, from.1, to.0, to.1
        ));
    }

    /// A line through several points.
    pub fn polyline(&mut self, points: &[(i64, i64)], thickness: i64, dashed: bool, paint: Paint) {
        if points.len() < 2 {
            return;
        }
        let places = points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
        let (class, stroke) = (paint.class(), paint.on_paper());
        let dash = if dashed { r#" stroke-dasharray="6 5""# } else { "" };
        self.put(format_args!(
            r#"<polyline class="s-{class}" points="{places}" fill="none" stroke="{stroke}" stroke-width="{thickness}" stroke-linejoin="round"{dash}/>"#
        ));
    }

    /// A filled circle; `seen_through` lets what lies below show.
    pub fn circle(&mut self, x: i64, y: i64, radius: i64, seen_through: bool, paint: Paint) {
        let (class, fill) = (paint.class(), paint.on_paper());
        let opacity = if seen_through { r#" fill-opacity=".65""# } else { "" };
        self.put(format_args!(r#"<circle class="f-{class}" cx="{x}" cy="{y}" r="{radius}" fill="{fill}"{opacity}/>"#));
    }

    /// A diamond, such as a milestone or a mean.
    pub fn diamond(&mut self, x: i64, y: i64, radius: i64, paint: Paint) {
        let (class, fill) = (paint.class(), paint.on_paper());
        self.put(format_args!(
            r#"<path class="f-{class}" d="M{x} {}L{} {y} {x} {} {} {y}Z" fill="{fill}"/>"#,
            y - radius,
            x + radius,
            y + radius,
            x - radius
        ));
    }

    /// A band that flows from one upright line to another, its thickness unchanged.
    pub fn band(&mut self, from: (i64, i64), to: (i64, i64), thickness: i64, paint: Paint) {
        let class = paint.class();
        let fill = paint.on_paper();
        let ((x1, y1), (x2, y2)) = (from, to);
        let middle = (x1 + x2) / 2;
        let (low1, low2) = (y1 + thickness, y2 + thickness);
        self.put(format_args!(
            r#"<path class="f-{class}" d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}V{low2}C{middle} {low2} {middle} {low1} {x1} {low1}Z" fill="{fill}" fill-opacity=".28"/>"#
        ));
    }

    /// Text at a point, cut with an ellipsis where it is wider than `room` pixels; the whole is then its tooltip.
    pub fn text(&mut self, at: (i64, i64), anchor: Anchor, room: i64, text: &str, style: Style) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let (class, fill) = (style.paint.class(), style.paint.on_paper());
        let weight = if style.strong { r#" font-weight="600""# } else { "" };
        let (x, y, size) = (at.0, at.1, style.size);
        self.put(format_args!(r#"<text class="f-{class}" x="{x}" y="{y}" font-size="{size}"{weight}{anchor} fill="{fill}">"#));
        let shown = fit(text, room, size);
        if shown.len() != text.len() {
            self.body.push_str("<title>");
            let _ = Escaper::new(&mut self.body).write_str(text);
            self.body.push_str("</title>");
        }
        let _ = Escaper::new(&mut self.body).write_str(&shown);
        self.body.push_str("</text>");
    }

    /// The finished drawing, of a height in pixels, named and described for those who cannot see it.
    pub fn finish(self, said: &Said, height: i64) -> Drawing {
        let mut svg = String::with_capacity(self.body.len() + 600);
        let width = self.width;
        let id = escaped(&said.id);
        let wide = width > NARROW;
        let kind = match width {
            width if width <= NARROW => "sb-narrow",
            width if width <= WIDE => "sb-wide",
            _ => "sb-broad",
        };
        let _ = write!(
            svg,
            r#"<svg class="sb-drawing {kind}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}-title {id}-desc" font-family="Inter, sans-serif"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
            escaped(&said.title),
            escaped(&said.description)
        );
        if self.hatched {
            // Each drawing has its own hatch: ids are one space on a page.
            let _ = write!(
                svg,
                r##"<defs><pattern id="{id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="f-empty" width="6" height="6" fill="#e3e6e5"/><rect class="f-first" width="3" height="6" fill="#0d7a5f"/></pattern></defs>"##
            );
            svg.push_str(&self.body.replace("url(#hatch)", &format!("url(#{id}-hatch)")));
        } else {
            svg.push_str(&self.body);
        }
        svg.push_str("</svg>");
        Drawing { svg: PreEscaped(svg), wide }
    }
}

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    size: i64,
    strong: bool,
    paint: Paint,
}

impl Style {
    /// A label.
    pub const LABEL: Style = Style { size: 14, strong: false, paint: Paint::Ink };
    /// A value that is to be seen first.
    pub const VALUE: Style = Style { size: 14, strong: true, paint: Paint::Ink };
    /// A note in the background: axes, units.
    pub const NOTE: Style = Style { size: 12, strong: false, paint: Paint::Quiet };
    /// A label where several lines of it must fit.
    pub const SMALL: Style = Style { size: 12, strong: false, paint: Paint::Ink };
    /// A value on a coloured cell, dark in both themes.
    pub const ON_HEAT: Style = Style { size: 14, strong: true, paint: Paint::OnHeat };
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let _ = Escaper::new(&mut out).write_str(text);
    out
}

/// About how wide a text of a style is, in pixels: 0.6 of the size a character, for figures are wide.
pub fn width(text: &str, style: Style) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX / 100).saturating_mul(style.size * 3 / 5)
}

/// As much of a text as fits in `room` pixels, reckoning 0.56 of the size a character.
fn fit(text: &str, room: i64, size: i64) -> String {
    let most = usize::try_from((room * 100 / (size * 56)).max(1)).unwrap_or(1);
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said() -> Said {
        Said { id: "c".into(), title: "A <b>".into(), description: "D & d".into() }
    }

    #[test]
    fn a_drawing_is_named_and_described_and_escapes_both() {
        let svg = Canvas::new(NARROW).finish(&said(), 10).svg.into_string();
        assert!(svg.contains(r#"<title id="c-title">A &lt;b&gt;</title><desc id="c-desc">D &amp; d</desc>"#), "{svg}");
    }

    #[test]
    fn a_long_label_is_cut_and_told_whole() {
        let mut canvas = Canvas::new(NARROW);
        canvas.text((0, 0), Anchor::Start, 60, "Välfärdsteknik <nattillsyn>", Style::LABEL);
        let svg = canvas.finish(&said(), 10).svg.into_string();
        assert!(svg.contains("<title>Välfärdsteknik &lt;nattillsyn&gt;</title>Välfär…</text>"), "{svg}");
    }

    #[test]
    fn two_drawings_on_a_page_do_not_share_their_hatch() {
        let mut canvas = Canvas::new(NARROW);
        canvas.rect(0, 0, 10, 10, Paint::Hatched);
        let svg = canvas.finish(&said(), 10).svg.into_string();
        assert!(svg.contains(r#"pattern id="c-hatch""#) && svg.contains(r##"fill="url(#c-hatch)""##), "{svg}");
    }

    #[test]
    fn a_rectangle_of_no_extent_is_not_drawn() {
        let mut canvas = Canvas::new(NARROW);
        canvas.rect(0, 0, 0, 10, Paint::First);
        canvas.rect(0, 0, 10, -1, Paint::First);
        assert!(!canvas.finish(&said(), 10).svg.into_string().contains("<rect"));
    }
}

//! A tornado: how far each line alone moves a result, to the worse and to the better, the longest on top.
use super::canvas::{Anchor, Canvas, NARROW, Style};
use super::scale::Scale;
use super::{Drawing, Paint, Said, Tick};

/// One line's reach.
#[derive(Clone, Debug)]
pub struct Reach {
    /// What it is.
    pub label: String,
    /// The result where it comes out at its worst.
    pub worst: i64,
    /// The result where it comes out at its best.
    pub best: i64,
}

const ROW: i64 = 48;
const THICK: i64 = 12;
const TOP: i64 = 6;

/// The tornado around `base`, the result where all is as likely: what is worse is hatched and runs to the
/// left, what is better is filled and runs to the right.
pub fn tornado(said: &Said, base: i64, reaches: &[Reach], tick: Tick<'_>) -> Drawing {
    let low = reaches.iter().map(|reach| reach.worst).min().unwrap_or(base).min(base);
    let high = reaches.iter().map(|reach| reach.best).max().unwrap_or(base).max(base);
    let scale = Scale::new(low, high, 2, NARROW - 4);
    let middle = scale.at(base);
    let mut canvas = Canvas::new(NARROW);
    let mut y = TOP;
    for reach in reaches {
        canvas.text((0, y + 14), Anchor::Start, NARROW, &reach.label, Style::LABEL);
        let (from, to) = (scale.at(reach.worst), scale.at(reach.best));
        canvas.rect(from, y + 22, (middle - from).max(i64::from(reach.worst < base)), THICK, Paint::Hatched);
        canvas.rect(middle, y + 22, (to - middle).max(i64::from(reach.best > base)), THICK, Paint::First);
        // Between the labels, which it must not strike out.
        canvas.line((middle, y + 18), (middle, y + 26 + THICK), 2, false, Paint::Ink);
        y += ROW;
    }
    canvas.text((0, y + 16), Anchor::Start, 120, &tick(low), Style::NOTE);
    canvas.text((NARROW, y + 16), Anchor::End, 120, &tick(high), Style::NOTE);
    canvas.text((middle.clamp(125, NARROW - 125), y + 34), Anchor::Middle, 150, &tick(base), Style::VALUE);
    canvas.finish(said, y + 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worse_is_hatched_to_the_left_and_better_filled_to_the_right() {
        let reach = Reach { label: "Licens".into(), worst: -100, best: 100 };
        let svg = tornado(&Said::default(), 0, &[reach], &|value| value.to_string()).svg.into_string();
        assert!(svg.contains(r#"<rect class="f-hatched" x="2" y="28" width="168""#), "{svg}");
        assert!(svg.contains(r#"<rect class="f-first" x="170" y="28" width="168""#), "{svg}");
    }

    #[test]
    fn nothing_that_moves_draws_no_bar() {
        let svg = tornado(&Said::default(), 5, &[], &|value| value.to_string()).svg.into_string();
        assert!(!svg.contains("<rect"), "{svg}");
    }
}

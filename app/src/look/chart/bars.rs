//! Horizontal bars: one a row, its label above it, with a mark where the target is.
use super::canvas::{Anchor, Canvas, NARROW, Style, width};
use super::scale::Scale;
use super::{Drawing, Paint, Said};

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it measures.
    pub label: String,
    /// How long it is, in any unit.
    pub value: i64,
    /// The value in words: “4,1 mnkr”.
    pub text: String,
    /// Where it should reach, in the same unit.
    pub target: Option<i64>,
    /// What it is painted with.
    pub paint: Paint,
}

const ROW: i64 = 46;
const THICK: i64 = 12;

/// Bars below each other on one scale that always includes zero; what is below zero runs to the left of it.
pub fn bars(said: &Said, all: &[Bar]) -> Drawing {
    let reach = |bar: &Bar| [bar.value, bar.target.unwrap_or(0)];
    let low = all.iter().flat_map(reach).min().unwrap_or(0).min(0);
    let high = all.iter().flat_map(reach).max().unwrap_or(0).max(0);
    let scale = Scale::new(low, high, 2, NARROW - 4);
    let zero = scale.at(0);
    let mut canvas = Canvas::new(NARROW);
    let mut y = 0;
    for bar in all {
        canvas.text((0, y + 15), Anchor::Start, NARROW - 14 - width(&bar.text, Style::VALUE), &bar.label, Style::LABEL);
        canvas.text((NARROW, y + 15), Anchor::End, NARROW / 2, &bar.text, Style::VALUE);
        let (top, end) = (y + 23, scale.at(bar.value));
        canvas.rect(0, top, NARROW, THICK, Paint::Empty);
        // What is not nothing is seen, however small beside the others.
        let long = (end - zero).abs().max(i64::from(bar.value != 0) * 2);
        canvas.rect(zero.min(end), top, long, THICK, bar.paint);
        if let Some(target) = bar.target {
            let x = scale.at(target);
            canvas.line((x, top - 4), (x, top + THICK + 4), 3, false, Paint::Ink);
        }
        y += ROW;
    }
    if low < 0 {
        canvas.line((zero, 0), (zero, y), 1, false, Paint::Quiet);
    }
    canvas.finish(said, y.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(value: i64, target: Option<i64>) -> Bar {
        Bar { label: "A & B".into(), value, text: value.to_string(), target, paint: Paint::First }
    }

    fn widths(svg: &str) -> Vec<i64> {
        let bars = svg.split(r#"<rect class="f-first""#).skip(1);
        bars.filter_map(|rest| rest.split("width=\"").nth(1)?.split('"').next()?.parse().ok()).collect()
    }

    #[test]
    fn no_bars_and_bars_of_nothing_draw_no_bar() {
        assert!(widths(&bars(&Said::default(), &[]).svg.into_string()).is_empty());
        assert!(widths(&bars(&Said::default(), &[bar(0, None), bar(0, Some(0))]).svg.into_string()).is_empty());
    }

    #[test]
    fn a_huge_value_does_not_hide_the_small_ones() {
        let svg = bars(&Said::default(), &[bar(i64::MAX, None), bar(1, None)]).svg.into_string();
        assert_eq!(widths(&svg), [NARROW - 4, 2]);
        assert!(svg.contains("A &amp; B"));
    }

    #[test]
    fn what_is_below_zero_runs_to_the_left_of_the_line() {
        let svg = bars(&Said::default(), &[bar(100, None), bar(-100, None)]).svg.into_string();
        assert_eq!(widths(&svg), [NARROW / 2 - 2; 2]);
        assert!(svg.contains(r#"<rect class="f-first" x="2" "#), "{svg}");
    }

    #[test]
    fn a_target_beyond_all_values_is_within_the_drawing() {
        let svg = bars(&Said::default(), &[bar(50, Some(100))]).svg.into_string();
        assert!(svg.contains(r#"x1="338""#), "{svg}");
        assert_eq!(widths(&svg), [NARROW / 2 - 2]);
    }
}

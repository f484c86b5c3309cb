//! A distribution as a histogram, with marks such as P10, P50 and P90.
use super::canvas::{Anchor, Canvas, NARROW, Style};
use super::scale::Scale;
use super::{Drawing, Paint, Said, Tick};

/// A marked value.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Where, in the unit of the axis.
    pub value: i64,
    /// What it is: “P50”.
    pub label: String,
}

const TOP: i64 = 40;
const TALL: i64 = 150;

/// How many fell in each of equally wide bins from `low` to `high`, with marks above.
pub fn distribution(said: &Said, low: i64, high: i64, bins: &[u32], marks: &[Mark], tick: Tick<'_>) -> Drawing {
    let most = bins.iter().copied().max().unwrap_or(0);
    let up = Scale::new(0, i64::from(most), TOP + TALL, -TALL);
    let across = Scale::new(low, high, 10, NARROW - 20);
    let count = i64::try_from(bins.len()).unwrap_or(1).max(1);
    let edge = |bin: i64| 10 + (NARROW - 20) * bin / count;
    let base = TOP + TALL;
    let mut canvas = Canvas::new(NARROW);
    for (position, bin) in (0_i64..).zip(bins) {
        let (from, to) = (edge(position), edge(position + 1));
        let tall = (base - up.at(i64::from(*bin))).max(i64::from(*bin > 0));
        canvas.rect(from, base - tall, (to - from - 1).max(1), tall, Paint::First);
    }
    canvas.line((10, base), (NARROW - 10, base), 1, false, Paint::Quiet);
    for (position, mark) in marks.iter().enumerate() {
        let x = across.at(mark.value);
        // Neighbouring marks are written on two lines, so that they can be read when close.
        let y = if position.is_multiple_of(2) { 14 } else { 30 };
        canvas.line((x, y + 4), (x, base), 2, true, Paint::Ink);
        canvas.text((x.clamp(50, NARROW - 50), y), Anchor::Middle, 140, &mark.label, Style::VALUE);
    }
    canvas.text((10, base + 18), Anchor::Start, 150, &tick(low), Style::NOTE);
    canvas.text((NARROW - 10, base + 18), Anchor::End, 150, &tick(high), Style::NOTE);
    canvas.finish(said, base + 26)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(bins: &[u32]) -> String {
        let marks = [Mark { value: 50, label: "P50".into() }];
        distribution(&Said::default(), 0, 100, bins, &marks, &|value| value.to_string()).svg.into_string()
    }

    #[test]
    fn the_highest_bin_fills_the_height_and_an_empty_one_is_not_drawn() {
        let svg = drawn(&[0, 1, 2]);
        assert_eq!(svg.matches("<rect").count(), 2);
        assert!(svg.contains(r#"y="40""#) && svg.contains(r#"height="150""#), "{svg}");
    }

    #[test]
    fn no_bins_and_bins_of_nothing_draw_the_axis_and_the_marks() {
        for bins in [&[][..], &[0, 0]] {
            let svg = drawn(bins);
            assert!(!svg.contains("<rect") && svg.contains("P50") && svg.contains(r#"x1="170""#), "{svg}");
        }
    }

    #[test]
    fn one_bin_far_above_the_others_leaves_them_in_sight() {
        assert!(drawn(&[u32::MAX, 1]).contains(r#"height="1""#));
    }
}

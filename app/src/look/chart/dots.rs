//! Strips of dots: how far apart several assessors stand, row by row.
use super::canvas::{Anchor, Canvas, NARROW, Style, width};
use super::scale::Scale;
use super::{Drawing, Paint, Said, Tick};

/// One row of dots.
#[derive(Clone, Debug)]
pub struct Strip {
    /// What was scored.
    pub label: String,
    /// The scores, in any order and unit.
    pub values: Vec<i64>,
    /// The middle that the row is judged by, such as the weighted mean.
    pub middle: Option<i64>,
    /// The row in words: “spridning 2”.
    pub text: String,
}

const ROW: i64 = 52;

/// Dots on one scale from `low` to `high`; equal scores are stacked, the middle is a diamond.
pub fn dots(said: &Said, low: i64, high: i64, rows: &[Strip], tick: Tick<'_>) -> Drawing {
    let scale = Scale::new(low, high, 10, NARROW - 20);
    let mut canvas = Canvas::new(NARROW);
    let mut y = 0;
    for row in rows {
        canvas.text((0, y + 14), Anchor::Start, NARROW - 14 - width(&row.text, Style::NOTE), &row.label, Style::LABEL);
        canvas.text((NARROW, y + 14), Anchor::End, NARROW / 2, &row.text, Style::NOTE);
        let middle = y + 34;
        canvas.line((10, middle), (NARROW - 10, middle), 1, false, Paint::Grid);
        if let (Some(least), Some(most)) = (row.values.iter().min(), row.values.iter().max()) {
            canvas.line((scale.at(*least), middle), (scale.at(*most), middle), 4, false, Paint::Empty);
        }
        let mut values = row.values.clone();
        values.sort_unstable();
        for same in values.chunk_by(|one, other| one == other) {
            // Up to four stand above each other; more are as many as four.
            for (height, value) in (0_i64..4).zip(same) {
                canvas.circle(scale.at(*value), middle - height * 5, 6, true, Paint::First);
            }
        }
        if let Some(value) = row.middle {
            canvas.diamond(scale.at(value), middle, 6, Paint::Ink);
        }
        y += ROW;
    }
    if !rows.is_empty() {
        canvas.text((10, y + 12), Anchor::Start, 120, &tick(low), Style::NOTE);
        canvas.text((NARROW - 10, y + 12), Anchor::End, 120, &tick(high), Style::NOTE);
    }
    canvas.finish(said, y + 18)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(values: &[i64]) -> String {
        let row = Strip { label: "Nytta".into(), values: values.to_vec(), middle: Some(3), text: String::new() };
        dots(&Said::default(), 0, 5, &[row], &|value| value.to_string()).svg.into_string()
    }

    #[test]
    fn equal_scores_stand_above_each_other() {
        let svg = strip(&[4, 4, 1]);
        assert_eq!(svg.matches("<circle").count(), 3);
        assert!(svg.contains(r#"cx="266" cy="34""#) && svg.contains(r#"cx="266" cy="29""#), "{svg}");
    }

    #[test]
    fn no_scores_draw_no_dots() {
        assert!(!strip(&[]).contains("<circle"));
        let none = dots(&Said::default(), 0, 5, &[], &|value| value.to_string()).svg.into_string();
        assert!(!none.contains("<text"), "{none}");
    }

    #[test]
    fn a_score_outside_the_scale_stands_at_its_end() {
        assert!(strip(&[99]).contains(r#"cx="330""#));
    }
}

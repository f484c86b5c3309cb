//! Upright columns over periods, one or several beside each other in each.
use super::canvas::{Anchor, Canvas, Style, WIDE};
use super::scale::{Scale, round_values};
use super::{Drawing, Paint, Said, Tick};

/// The columns of one period.
#[derive(Clone, Debug)]
pub struct Group {
    /// The period: “2024”.
    pub label: String,
    /// One value for each series, in any unit.
    pub values: Vec<i64>,
}

const LEFT: i64 = 76;
const TOP: i64 = 34;
const TALL: i64 = 210;

/// Columns in groups; `series` names them in order, and may be empty where there is only one.
pub fn columns(said: &Said, series: &[String], groups: &[Group], tick: Tick<'_>) -> Drawing {
    let values = || groups.iter().flat_map(|group| group.values.iter().copied());
    let axis = round_values(values().min().unwrap_or(0).min(0), values().max().unwrap_or(0).max(0), 4);
    let (low, high) = (axis.first().copied().unwrap_or(0), axis.last().copied().unwrap_or(1));
    let scale = Scale::new(low, high, TOP + TALL, -TALL);
    let mut canvas = Canvas::new(WIDE);
    legend(&mut canvas, series);
    grid(&mut canvas, &axis, &scale, WIDE, tick);
    let count = i64::try_from(groups.len()).unwrap_or(1).max(1);
    let room = (WIDE - LEFT) / count;
    let most = groups.iter().map(|group| group.values.len()).max().unwrap_or(1).max(1);
    let thick = (room * 7 / 10 / i64::try_from(most).unwrap_or(1)).clamp(2, 64);
    let zero = scale.at(0);
    for (position, group) in (0_i64..).zip(groups) {
        let middle = LEFT + room * position + room / 2;
        let begin = middle - thick * i64::try_from(group.values.len()).unwrap_or(1) / 2;
        for (nth, value) in group.values.iter().enumerate() {
            let end = scale.at(*value);
            let tall = (end - zero).abs().max(i64::from(*value != 0) * 2);
            let x = begin + thick * i64::try_from(nth).unwrap_or(0);
            canvas.rect(x, zero.min(end), thick - 2, tall, Paint::of_series(nth));
        }
        canvas.text((middle, TOP + TALL + 22), Anchor::Middle, room, &group.label, Style::LABEL);
    }
    canvas.line((LEFT, zero), (WIDE, zero), 1, false, Paint::Quiet);
    canvas.finish(said, TOP + TALL + 32)
}

/// The names of the series above the chart, each with its paint; nothing where there is but one.
pub(super) fn legend(canvas: &mut Canvas, series: &[String]) {
    if series.len() < 2 {
        return;
    }
    let mut x = LEFT;
    let room = (WIDE - LEFT) / i64::try_from(series.len()).unwrap_or(1);
    for (nth, label) in series.iter().enumerate() {
        canvas.rect(x, 4, 12, 12, Paint::of_series(nth));
        canvas.text((x + 18, 15), Anchor::Start, room - 26, label, Style::LABEL);
        let wide = 46 + 8 * i64::try_from(label.chars().count()).unwrap_or(0);
        x += wide.min(room);
    }
}

/// The lines of an upright axis as far as `right`, with their values.
pub(super) fn grid(canvas: &mut Canvas, axis: &[i64], scale: &Scale, right: i64, tick: Tick<'_>) {
    for value in axis {
        let y = scale.at(*value);
        canvas.line((LEFT, y), (right, y), 1, false, Paint::Grid);
        canvas.text((LEFT - 10, y + 4), Anchor::End, LEFT - 10, &tick(*value), Style::NOTE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(values: &[i64]) -> Group {
        Group { label: "2024".into(), values: values.to_vec() }
    }

    fn count(svg: &str) -> usize {
        svg.matches("<rect class=\"f-first\"").count()
    }

    #[test]
    fn no_groups_and_groups_of_nothing_draw_only_the_axis() {
        let plain = |value: i64| value.to_string();
        assert_eq!(count(&columns(&Said::default(), &[], &[], &plain).svg.into_string()), 0);
        let svg = columns(&Said::default(), &[], &[group(&[0]), group(&[])], &plain).svg.into_string();
        assert_eq!(count(&svg), 0);
        assert!(svg.contains("<line"), "{svg}");
    }

    #[test]
    fn losses_hang_below_the_line() {
        let svg = columns(&Said::default(), &[], &[group(&[-10]), group(&[10])], &|v| v.to_string()).svg.into_string();
        assert!(svg.contains(r#"y="139" width="62" height="105""#), "{svg}");
        assert!(svg.contains(r#"y="34" width="62" height="105""#), "{svg}");
    }

    #[test]
    fn the_largest_values_do_not_overflow() {
        let svg = columns(&Said::default(), &[], &[group(&[i64::MIN, i64::MAX])], &|v| v.to_string()).svg.into_string();
        assert_eq!(count(&svg), 1);
    }
}

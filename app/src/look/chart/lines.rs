//! Lines over periods: what was, what is forecast, and where it should be.
use super::canvas::{Anchor, Canvas, Style, WIDE};
use super::columns::grid;
use super::scale::{Scale, round_values};
use super::{Drawing, Paint, Said, Tick};

/// What kind of line it is: each is drawn in a way of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// What was measured: a full line with dots.
    Measured,
    /// What is expected: a dashed line.
    Forecast,
    /// What should be: a thin line in the colour of text.
    Target,
}

/// One line.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name, written at its end.
    pub label: String,
    /// What kind it is.
    pub course: Course,
    /// One value for each period, in any unit; none where nothing is known.
    pub points: Vec<Option<i64>>,
}

const LEFT: i64 = 76;
const RIGHT: i64 = 130;
const TOP: i64 = 16;
const TALL: i64 = 210;

/// Lines over the named periods.
pub fn lines(said: &Said, periods: &[String], all: &[Series], tick: Tick<'_>) -> Drawing {
    let values = || all.iter().flat_map(|series| series.points.iter().copied().flatten());
    let axis = round_values(values().min().unwrap_or(0).min(0), values().max().unwrap_or(0).max(0), 4);
    let scale = Scale::new(axis.first().copied().unwrap_or(0), axis.last().copied().unwrap_or(1), TOP + TALL, -TALL);
    let steps = i64::try_from(periods.len()).unwrap_or(1).max(2) - 1;
    let across = Scale::new(0, steps, LEFT + 24, WIDE - RIGHT - LEFT - 40);
    let mut canvas = Canvas::new(WIDE);
    grid(&mut canvas, &axis, &scale, WIDE - RIGHT - 8, tick);
    for (position, period) in (0_i64..).zip(periods) {
        let room = (WIDE - RIGHT - LEFT) / (steps + 1);
        canvas.text((across.at(position), TOP + TALL + 22), Anchor::Middle, room, period, Style::LABEL);
    }
    let mut taken = Vec::new();
    for (nth, series) in all.iter().enumerate() {
        draw(&mut canvas, nth, series, &scale, &across, &mut taken);
    }
    canvas.finish(said, TOP + TALL + 32)
}

/// One line in its runs of known values, and its name where it ends.
fn draw(canvas: &mut Canvas, nth: usize, series: &Series, scale: &Scale, across: &Scale, taken: &mut Vec<i64>) {
    let (paint, thickness) = match series.course {
        Course::Target => (Paint::Ink, 1),
        Course::Measured | Course::Forecast => (Paint::of_series(nth), 3),
    };
    let dashed = series.course != Course::Measured;
    let place = |(position, value): (i64, &Option<i64>)| value.map(|value| (across.at(position), scale.at(value)));
    let places: Vec<_> = (0_i64..).zip(&series.points).map(place).collect();
    for run in places.split(Option::is_none) {
        let run: Vec<_> = run.iter().copied().flatten().collect();
        canvas.polyline(&run, thickness, dashed, paint);
        if series.course == Course::Measured || run.len() == 1 {
            for (x, y) in run {
                canvas.circle(x, y, 4, false, paint);
            }
        }
    }
    if let Some((_, y)) = places.iter().rev().copied().flatten().next() {
        let y = free(taken, y + 5);
        canvas.line((WIDE - RIGHT, y - 5), (WIDE - RIGHT + 20, y - 5), thickness, dashed, paint);
        canvas.text((WIDE - RIGHT + 27, y), Anchor::Start, RIGHT - 27, &series.label, Style::LABEL);
    }
}

/// The nearest height below `wanted` where no name stands yet.
fn free(taken: &mut Vec<i64>, wanted: i64) -> i64 {
    let mut y = wanted;
    while taken.iter().any(|other| (other - y).abs() < 18) {
        y += 18;
    }
    taken.push(y);
    y
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(points: &[Option<i64>]) -> Series {
        Series { label: "Utfall".into(), course: Course::Measured, points: points.to_vec() }
    }

    fn drawn(all: &[Series]) -> String {
        let periods = ["2023", "2024", "2025"].map(str::to_owned);
        lines(&Said::default(), &periods, all, &|value| value.to_string()).svg.into_string()
    }

    #[test]
    fn a_gap_in_what_is_known_is_a_gap_in_the_line() {
        let svg = drawn(&[series(&[Some(1), None, Some(3)])]);
        assert_eq!((svg.matches("<polyline").count(), svg.matches("<circle").count()), (0, 2));
    }

    #[test]
    fn nothing_known_and_all_zero_still_draw_the_axis() {
        assert!(drawn(&[series(&[None, None])]).contains("<line"));
        assert!(drawn(&[series(&[Some(0), Some(0)])]).contains("<polyline"));
        assert!(lines(&Said::default(), &[], &[], &|v| v.to_string()).svg.into_string().contains("<line"));
    }

    #[test]
    fn names_at_the_same_height_do_not_stand_on_each_other() {
        let mut taken = Vec::new();
        assert_eq!((free(&mut taken, 50), free(&mut taken, 52), free(&mut taken, 100)), (50, 70, 100));
    }

    #[test]
    fn a_target_is_thin_and_dashed() {
        let target = Series { course: Course::Target, ..series(&[Some(2), Some(2)]) };
        assert!(drawn(&[target]).contains(r#"stroke-width="1" stroke-linejoin="round" stroke-dasharray"#));
    }
}

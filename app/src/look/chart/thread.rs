//! The golden thread: bands that flow from goal areas through goals and directions to activities.
use super::canvas::{Anchor, BROAD, Canvas, Style};
use super::{Drawing, Paint, Said};

/// A knot of the thread: a goal, a direction, an activity.
#[derive(Clone, Debug)]
pub struct Knot {
    /// Which column it stands in, counted from zero.
    pub column: usize,
    /// What it is called.
    pub label: String,
}

/// A strand from one knot to another in a later column, by their places in the list of knots.
#[derive(Clone, Copy, Debug)]
pub struct Strand {
    /// The knot it comes from.
    pub from: usize,
    /// The knot it leads to.
    pub to: usize,
    /// How thick it is beside the others: a number of activities, a sum of money.
    pub weight: u32,
}

/// A knot's place in the drawing.
struct Placed {
    top: i64,
    tall: i64,
    left_used: i64,
    right_used: i64,
}

const BLOCK: i64 = 10;
const GAP: i64 = 14;
const LEAST: i64 = 18;
const HEAD: i64 = 30;
/// What passes through a column that is drawn at its full height, at least.
const LIGHT: i64 = 6;

/// The thread: column titles above, knots as blocks, strands as bands. A knot
/// that no strand leaves or reaches is still drawn, in the colour of what is missing.
pub fn thread(said: &Said, titles: &[String], knots: &[Knot], strands: &[Strand]) -> Drawing {
    let strands: Vec<&Strand> = strands.iter().filter(|s| s.from < knots.len() && s.to < knots.len()).collect();
    let columns = i64::try_from(titles.len()).unwrap_or(1).max(1);
    let wide = BROAD / columns;
    let left = |knot: &Knot| wide * i64::try_from(knot.column).unwrap_or(0);
    let mut placed = place(knots, &strands);
    let scale = unit(knots, &strands);
    let mut canvas = Canvas::new(BROAD);
    for (position, title) in (0_i64..).zip(titles) {
        canvas.text((wide * position, 14), Anchor::Start, wide - 12, title, Style::NOTE);
    }
    for strand in &strands {
        let thick = (i64::from(strand.weight) * scale / 1000).max(1);
        let from_y = placed[strand.from].top + placed[strand.from].right_used;
        let to_y = placed[strand.to].top + placed[strand.to].left_used;
        placed[strand.from].right_used += thick;
        placed[strand.to].left_used += thick;
        let start = (left(&knots[strand.from]) + BLOCK, from_y);
        canvas.band(start, (left(&knots[strand.to]), to_y), thick, Paint::First);
    }
    let mut low = HEAD;
    for (knot, at) in knots.iter().zip(&placed) {
        let loose = at.left_used == 0 && at.right_used == 0;
        let paint = if loose { Paint::Bad } else { Paint::First };
        canvas.rect(left(knot), at.top, BLOCK, at.tall, paint);
        let middle = at.top + at.tall / 2 + 5;
        canvas.text((left(knot) + BLOCK + 6, middle), Anchor::Start, wide - BLOCK - 12, &knot.label, Style::LABEL);
        low = low.max(at.top + at.tall);
    }
    canvas.finish(said, low + 6)
}

/// How much passes through a knot: the larger of what reaches it and what leaves it.
fn through(knot: usize, strands: &[&Strand]) -> i64 {
    let leaving: i64 = strands.iter().filter(|s| s.from == knot).map(|s| i64::from(s.weight)).sum();
    let reaching: i64 = strands.iter().filter(|s| s.to == knot).map(|s| i64::from(s.weight)).sum();
    leaving.max(reaching)
}

/// Thousandths of a pixel for each unit of weight, so that the heaviest column is about 260 pixels tall, and
/// lower where little passes: a single strand shall not look like a flood.
fn unit(knots: &[Knot], strands: &[&Strand]) -> i64 {
    let columns = knots.iter().map(|knot| knot.column).max().map_or(0, |last| last + 1);
    let heaviest = (0..columns)
        .map(|column| {
            let within = knots.iter().enumerate().filter(|(_, knot)| knot.column == column);
            within.map(|(position, _)| through(position, strands)).sum::<i64>()
        })
        .max();
    260_000 / heaviest.unwrap_or(1).max(LIGHT)
}

/// Each knot below the one before it in its column, as tall as what passes through it.
fn place(knots: &[Knot], strands: &[&Strand]) -> Vec<Placed> {
    let scale = unit(knots, strands);
    let columns = knots.iter().map(|knot| knot.column).max().map_or(0, |last| last + 1);
    let mut next = vec![HEAD; columns];
    let mut placed = Vec::with_capacity(knots.len());
    for (position, knot) in knots.iter().enumerate() {
        let tall = (through(position, strands) * scale / 1000).max(LEAST);
        placed.push(Placed { top: next[knot.column], tall, left_used: 0, right_used: 0 });
        next[knot.column] += tall + GAP;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn knot(column: usize, label: &str) -> Knot {
        Knot { column, label: label.into() }
    }

    fn titles() -> Vec<String> {
        vec!["Mål".into(), "Aktiviteter".into()]
    }

    #[test]
    fn a_goal_that_nothing_serves_is_shown_as_missing() {
        let knots = [knot(0, "Trygghet"), knot(0, "Klimat"), knot(1, "E-tjänst")];
        let svg = thread(&Said::default(), &titles(), &knots, &[Strand { from: 0, to: 2, weight: 3 }]).svg.into_string();
        assert_eq!(svg.matches("<rect class=\"f-bad\"").count(), 1);
        assert_eq!(svg.matches("fill-opacity").count(), 1);
    }

    #[test]
    fn bands_that_leave_a_knot_stand_below_each_other() {
        let knots = [knot(0, "A"), knot(1, "B"), knot(1, "C")];
        let strands = [Strand { from: 0, to: 1, weight: 1 }, Strand { from: 0, to: 2, weight: 1 }];
        let svg = thread(&Said::default(), &titles(), &knots, &strands).svg.into_string();
        assert!(svg.contains("M10 30C") && svg.contains("M10 73C"), "{svg}");
    }

    #[test]
    fn no_knots_or_strands_to_nowhere_do_not_fail() {
        assert!(thread(&Said::default(), &[], &[], &[]).svg.into_string().contains("<svg"));
        let svg = thread(&Said::default(), &titles(), &[knot(0, "A")], &[Strand { from: 0, to: 9, weight: 1 }]);
        assert!(!svg.svg.into_string().contains("fill-opacity"));
    }

    #[test]
    fn the_heaviest_weights_do_not_overflow() {
        let knots = [knot(0, "A"), knot(1, "B")];
        let strands = [Strand { from: 0, to: 1, weight: u32::MAX }; 3];
        assert!(thread(&Said::default(), &titles(), &knots, &strands).svg.into_string().contains("<path"));
    }
}

//! A single stacked bar: how a sum is divided, such as used, committed and free money.
use super::canvas::{Anchor, Canvas, NARROW, Style, width};
use super::{Drawing, Paint, Said};

/// One part of the sum.
#[derive(Clone, Debug)]
pub struct Part {
    /// What the part is.
    pub label: String,
    /// How large it is, in any unit; below zero counts as nothing.
    pub value: i64,
    /// The value in words: “1,5 mnkr”.
    pub text: String,
    /// What it is painted with.
    pub paint: Paint,
}

const TALL: i64 = 34;
const LINE: i64 = 24;

/// The parts side by side, and below them what each is and how large.
pub fn stack(said: &Said, parts: &[Part]) -> Drawing {
    let mut canvas = Canvas::new(NARROW);
    canvas.rect(0, 0, NARROW, TALL, Paint::Empty);
    let whole: i128 = parts.iter().map(|part| i128::from(part.value.max(0))).sum();
    let place = |sum: i128| i64::try_from(sum * i128::from(NARROW) / whole.max(1)).unwrap_or(NARROW);
    let mut before = 0_i128;
    let mut y = TALL + 8;
    for part in parts {
        let after = before + i128::from(part.value.max(0));
        let (from, to) = (place(before), place(after));
        // A gap of two pixels keeps neighbours apart where colours cannot.
        let gap = if to < NARROW && to - from > 4 { 2 } else { 0 };
        canvas.rect(from, 0, to - from - gap, TALL, part.paint);
        canvas.rect(0, y + 4, 12, 12, part.paint);
        if part.paint == Paint::Empty {
            canvas.outline(0, y + 4, 12, 12);
        }
        canvas.text((20, y + 15), Anchor::Start, NARROW - 34 - width(&part.text, Style::VALUE), &part.label, Style::LABEL);
        canvas.text((NARROW, y + 15), Anchor::End, NARROW / 2, &part.text, Style::VALUE);
        before = after;
        y += LINE;
    }
    canvas.outline(0, 0, NARROW, TALL);
    canvas.finish(said, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(value: i64, paint: Paint) -> Part {
        Part { label: "Bundet".into(), value, text: value.to_string(), paint }
    }

    #[test]
    fn the_parts_fill_the_bar_and_no_more() {
        let svg = stack(&Said::default(), &[part(1, Paint::First), part(3, Paint::Second)]).svg.into_string();
        assert!(svg.contains(r#"<rect class="f-first" x="0" y="0" width="83""#), "{svg}");
        assert!(svg.contains(r#"<rect class="f-second" x="85" y="0" width="255""#), "{svg}");
    }

    #[test]
    fn nothing_to_divide_leaves_the_bar_empty() {
        let svg = stack(&Said::default(), &[part(0, Paint::First), part(-5, Paint::Second)]).svg.into_string();
        assert!(!svg.contains(r#"y="0" width="-"#) && svg.contains("-5"), "{svg}");
    }

    #[test]
    fn the_largest_sums_do_not_overflow() {
        let svg = stack(&Said::default(), &[part(i64::MAX, Paint::First), part(i64::MAX, Paint::Third)]).svg.into_string();
        assert!(svg.contains(r#"<rect class="f-third" x="170""#), "{svg}");
    }
}

//! A roadmap: what runs when, over quarters or years, with milestones and today.
use super::canvas::{Anchor, Canvas, Style, WIDE};
use super::{Drawing, Paint, Said};

/// Something that runs from one period to another.
#[derive(Clone, Debug)]
pub struct Span {
    /// The first period, counted from zero.
    pub from: usize,
    /// The last period, counted from zero, included; before the first counts as the first.
    pub to: usize,
    /// What stands in it, where there is room.
    pub label: String,
    /// What it is painted with; text in it is written beside, never on the colour.
    pub paint: Paint,
}

/// One row of the roadmap.
#[derive(Clone, Debug, Default)]
pub struct Lane {
    /// Whose row it is; empty where its spans say so themselves, in all lanes that have any.
    pub label: String,
    /// What runs, in order.
    pub spans: Vec<Span>,
    /// Milestones: the period at whose end each falls.
    pub milestones: Vec<usize>,
}

/// Periods across, lanes down.
#[derive(Clone, Debug, Default)]
pub struct Roadmap {
    /// The periods, from the left: “kv 1 2024”.
    pub periods: Vec<String>,
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// The period that is now, and the word for it.
    pub now: Option<(usize, String)>,
}

const NAMES: i64 = 200;
const ROW: i64 = 42;
const HEAD: i64 = 40;

/// The roadmap. What lies beyond the last period is drawn to its end.
pub fn roadmap(said: &Said, map: &Roadmap) -> Drawing {
    let mut canvas = Canvas::new(WIDE);
    let count = i64::try_from(map.periods.len()).unwrap_or(1).max(1);
    // Where no lane that runs has a name of its own, its spans say all, and have the whole width to say it in.
    let named = map.lanes.iter().any(|lane| !lane.label.is_empty() && !lane.spans.is_empty());
    let names = if named { NAMES } else { 0 };
    let edge = |period: i64| names + (WIDE - names) * period.clamp(0, count) / count;
    let rows = i64::try_from(map.lanes.len()).unwrap_or(0);
    let low = HEAD + ROW * rows;
    if let Some((now, word)) = &map.now {
        let (from, to) = (edge(place(*now)), edge(place(*now) + 1));
        canvas.rect(from, 18, to - from, low - 18, Paint::Empty);
        canvas.text(((from + to) / 2, 12), Anchor::Middle, 80, word, Style::NOTE);
    }
    for (position, period) in (0_i64..).zip(&map.periods) {
        let (from, to) = (edge(position), edge(position + 1));
        canvas.line((from, 18), (from, low), 1, false, Paint::Grid);
        canvas.text((from + 4, HEAD - 8), Anchor::Start, to - from - 6, period, Style::NOTE);
    }
    let mut y = HEAD;
    for lane in &map.lanes {
        canvas.line((0, y), (WIDE, y), 1, false, Paint::Grid);
        let room = if lane.spans.is_empty() && lane.milestones.is_empty() { WIDE } else { names - 14 };
        canvas.text((0, y + ROW / 2 + 5), Anchor::Start, room, &lane.label, Style::LABEL);
        for span in &lane.spans {
            let (from, to) = (edge(place(span.from)), edge(place(span.to.max(span.from)) + 1));
            canvas.rect(from + 2, y + ROW - 14, to - from - 4, 9, span.paint);
            let (anchor, at, room) = match named {
                true => (Anchor::Start, from + 4, to - from - 6),
                false if from <= WIDE / 2 => (Anchor::Start, from + 4, WIDE - from - 6),
                false => (Anchor::End, WIDE - 2, WIDE),
            };
            canvas.text((at, y + ROW - 20), anchor, room, &span.label, Style::NOTE);
        }
        for milestone in &lane.milestones {
            canvas.diamond(edge(place(*milestone) + 1) - 4, y + ROW - 10, 7, Paint::Ink);
        }
        y += ROW;
    }
    canvas.line((0, low), (WIDE, low), 1, false, Paint::Grid);
    canvas.finish(said, low + 2)
}

/// A period's number as a place; beyond all reckoning is last.
fn place(period: usize) -> i64 {
    i64::from(u32::try_from(period).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(from: usize, to: usize) -> Roadmap {
        let span = Span { from, to, label: "Införande".into(), paint: Paint::First };
        let lane = Lane { label: "E-arkiv".into(), spans: vec![span], milestones: vec![to] };
        Roadmap { periods: vec!["1".into(), "2".into()], lanes: vec![lane], now: Some((0, "nu".into())) }
    }

    #[test]
    fn a_span_covers_its_first_and_last_period() {
        let svg = roadmap(&Said::default(), &map(0, 1)).svg.into_string();
        assert!(svg.contains(r#"<rect class="f-first" x="202" y="68" width="556""#), "{svg}");
    }

    #[test]
    fn a_span_that_ends_before_it_begins_is_one_period_and_one_beyond_the_end_stops_there() {
        let backwards = roadmap(&Said::default(), &map(1, 0)).svg.into_string();
        assert!(backwards.contains(r#"x="482" y="68" width="276""#), "{backwards}");
        let beyond = roadmap(&Said::default(), &map(1, usize::MAX)).svg.into_string();
        assert!(beyond.contains(r#"x="482" y="68" width="276""#), "{beyond}");
    }

    #[test]
    fn an_empty_roadmap_is_drawn() {
        assert!(roadmap(&Said::default(), &Roadmap::default()).svg.into_string().contains("<svg"));
    }
}

//! A network: boxes in columns with lines between them, such as activity → change → benefit → goal.
use super::canvas::{Anchor, Canvas, Style, WIDE};
use super::{Drawing, Paint, Said};

/// A box of the network.
#[derive(Clone, Debug)]
pub struct Node {
    /// Which column it stands in, counted from zero.
    pub column: usize,
    /// What stands in it.
    pub label: String,
    /// The colour of its edge.
    pub paint: Paint,
}

/// A line from one box to another, by their places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The box it comes from.
    pub from: usize,
    /// The box it leads to.
    pub to: usize,
}

const HEAD: i64 = 28;
const GAP: i64 = 14;
const BETWEEN: i64 = 34;
const LINE: i64 = 16;
const EDGE: i64 = 5;
/// The most lines a label takes; the rest is cut, and told whole to those who ask.
const LINES: usize = 4;

/// The network: column titles above, boxes below each other in their columns, lines that run from left to right.
pub fn network(said: &Said, titles: &[String], nodes: &[Node], links: &[Link]) -> Drawing {
    let columns = i64::try_from(titles.len()).unwrap_or(1).max(1);
    let pitch = (WIDE + BETWEEN) / columns;
    let wide = pitch - BETWEEN;
    let left = |node: &Node| pitch * i64::try_from(node.column).unwrap_or(0);
    let rows: Vec<Vec<String>> = nodes.iter().map(|node| wrapped(&node.label, wide - EDGE - 14)).collect();
    let tall = |place: usize| LINE * i64::try_from(rows[place].len()).unwrap_or(1) + 12;
    let mut next = vec![HEAD; titles.len().max(1)];
    let tops: Vec<i64> = nodes
        .iter()
        .enumerate()
        .map(|(place, node)| {
            let column = node.column.min(next.len() - 1);
            let top = next[column];
            next[column] += tall(place) + GAP;
            top
        })
        .collect();
    let mut canvas = Canvas::new(WIDE);
    for (place, title) in (0_i64..).zip(titles) {
        canvas.text((pitch * place, 14), Anchor::Start, wide, title, Style::NOTE);
    }
    for link in links.iter().filter(|link| link.from < nodes.len() && link.to < nodes.len()) {
        let from = (left(&nodes[link.from]) + wide, tops[link.from] + tall(link.from) / 2);
        let to = (left(&nodes[link.to]), tops[link.to] + tall(link.to) / 2);
        canvas.band((from.0, from.1 - 1), (to.0, to.1 - 1), 3, Paint::Ink);
    }
    for (place, node) in nodes.iter().enumerate() {
        let (x, top) = (left(node), tops[place]);
        canvas.rect(x, top, wide, tall(place), Paint::Empty);
        canvas.rect(x, top, EDGE, tall(place), node.paint);
        for (line, words) in (0_i64..).zip(&rows[place]) {
            canvas.text((x + EDGE + 8, top + 18 + LINE * line), Anchor::Start, wide, words, Style::SMALL);
        }
    }
    canvas.finish(said, next.into_iter().max().unwrap_or(HEAD))
}

/// A label in lines of at most `room` pixels, broken between words; what does not fit ends in an ellipsis.
fn wrapped(label: &str, room: i64) -> Vec<String> {
    let most = usize::try_from(room * 100 / (12 * 56)).unwrap_or(1).max(4);
    let mut lines: Vec<String> = vec![String::new()];
    for word in label.split_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || joined.chars().count() <= most {
            *line = joined;
        } else {
            lines.push(word.to_owned());
        }
    }
    if lines.len() > LINES {
        lines.truncate(LINES);
        lines[LINES - 1].push('…');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(column: usize, label: &str) -> Node {
        Node { column, label: label.into(), paint: Paint::First }
    }

    #[test]
    fn a_long_label_is_broken_between_words_and_cut_after_four_lines() {
        let lines = wrapped("Sökanden fyller själv i ansökan och bifogar handlingar i rätt form från början i e-tjänsten", 120);
        assert_eq!(lines.len(), 4);
        assert!(lines.iter().all(|line| line.chars().count() <= 19) && lines[3].ends_with('…'), "{lines:?}");
    }

    #[test]
    fn lines_to_nowhere_and_columns_there_are_none_of_do_not_fail() {
        let svg = network(&Said::default(), &["A".into()], &[node(0, "ett"), node(7, "två")], &[Link { from: 0, to: 9 }]);
        assert!(!svg.svg.into_string().contains("<path"));
        assert!(network(&Said::default(), &[], &[], &[]).svg.into_string().contains("<svg"));
    }

    #[test]
    fn boxes_of_a_column_stand_below_each_other() {
        let svg = network(
            &Said::default(),
            &["A".into(), "B".into()],
            &[node(0, "ett"), node(0, "två"), node(1, "tre")],
            &[Link { from: 1, to: 2 }],
        );
        let svg = svg.svg.into_string();
        assert!(svg.contains(r#"y="28""#) && svg.contains(r#"y="70""#), "{svg}");
        assert_eq!(svg.matches("<path").count(), 1);
    }
}

//! Charts: SVG drawn on the server from plain numbers and labels, each to be shown with its table.
//!
//! A chart is a pure function: the same numbers give the same bytes. Geometry
//! is whole pixels, so nothing here calculates with money beyond placing it.
//! Every shape carries a colour of its own for paper and a class by which the
//! style sheet recolours it for the light and the dark theme. No colour is the
//! only bearer of a meaning: shapes are labelled, hatched or placed as well.
mod bars;
mod canvas;
mod columns;
mod distribution;
mod dots;
mod lines;
mod matrix;
mod network;
mod roadmap;
mod scale;
mod stack;
mod thread;
mod tornado;

use maud::{Markup, Render, html};

pub use bars::{Bar, bars};
pub use canvas::Paint;
pub use columns::{Group, columns};
pub use distribution::{Mark, distribution};
pub use dots::{Strip, dots};
pub use lines::{Course, Series, lines};
pub use matrix::{Cell, Matrix, matrix};
pub use network::{Link, Node, network};
pub use roadmap::{Lane, Roadmap, Span, roadmap};
pub use stack::{Part, stack};
pub use thread::{Knot, Strand, thread};
pub use tornado::{Reach, tornado};

/// What a chart is called and what it shows, in words.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// An id of its own on the page.
    pub id: String,
    /// What the chart shows: its caption.
    pub title: String,
    /// What one sees in it, in a sentence or two: stands below the caption, and
    /// describes the drawing to those who cannot see it.
    pub description: String,
}

/// A finished drawing.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// The SVG, whole: it may stand in a page or be handed to a document.
    pub svg: Markup,
    /// Whether it is scrolled sideways on a narrow screen.
    pub wide: bool,
}

/// How a number is written along an axis.
pub type Tick<'a> = &'a dyn Fn(i64) -> String;

/// A chart with its caption and, behind a fold, the table of what it shows.
/// `table_label` is the fold's text, such as “Visa som tabell”.
pub fn figure(said: &Said, drawing: &Drawing, table_label: &str, table: impl Render) -> Markup {
    html! {
        figure .sb-chart {
            figcaption {
                (said.title)
                @if !said.description.is_empty() { p { (said.description) } }
            }
            @if drawing.wide {
                // What scrolls must be reachable by keyboard.
                div .sb-chart-scroll tabindex="0" role="group" aria-label=(said.title) { (drawing.svg) }
            } @else {
                (drawing.svg)
            }
            (super::details(table_label, html! { (table) }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_wide_chart_is_a_stop_for_the_keyboard() {
        let said = Said { id: "c".into(), title: "Pengar".into(), description: String::new() };
        let narrow = figure(&said, &stack(&said, &[]), "Visa som tabell", "").into_string();
        let wide = figure(&said, &matrix(&said, &Matrix::default()), "Visa som tabell", "").into_string();
        assert!(!narrow.contains("tabindex") && wide.contains("tabindex"));
    }
}

//! Panels: parts of an overview side by side, each with a heading and a way on.
use maud::{Markup, html};

use super::Link;

/// A part of an overview under its own heading, with a link to the whole where there is one.
pub fn panel(heading: &str, body: Markup, more: Option<Link>) -> Markup {
    html! {
        section .sb-panel {
            h2 { (heading) }
            (body)
            @if let Some(more) = more { p .sb-panel-more { (more) } }
        }
    }
}

/// Panels side by side where there is room, below each other where there is not.
pub fn panels(all: impl IntoIterator<Item = Markup>) -> Markup {
    html! { div .sb-panels { @for one in all { (one) } } }
}

//! Facts about a thing, as terms and values, and the few key figures of a page.
use maud::{Markup, Render, html};

use super::{Link, Tone};

/// Facts in order: what it is called, what it is, and where it is changed.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    facts: Vec<(String, Markup, Option<Link>)>,
}

impl Summary {
    /// An empty list of facts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fact.
    pub fn fact(mut self, term: impl Into<String>, value: impl Render) -> Self {
        self.facts.push((term.into(), value.render(), None));
        self
    }

    /// Adds a fact with a link to where it is changed or explained.
    pub fn fact_with_link(mut self, term: impl Into<String>, value: impl Render, link: Link) -> Self {
        self.facts.push((term.into(), value.render(), Some(link)));
        self
    }
}

impl Render for Summary {
    fn render(&self) -> Markup {
        html! {
            dl .sb-summary {
                @for (term, value, link) in &self.facts {
                    div {
                        dt { (term) }
                        dd { (value) }
                        @if let Some(link) = link {
                            dd .sb-summary-link {
                                a .ds-link href=(link.href) { (link.label) span .ds-sr-only { ": " (term) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One figure that a page is about, with what it counts and what that means.
#[derive(Clone, Debug)]
pub struct KeyFigure {
    value: String,
    label: String,
    note: Option<(Tone, String)>,
    href: Option<String>,
}

impl KeyFigure {
    /// A figure already in words (“4,1 mnkr”) and what it counts.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), note: None, href: None }
    }

    /// What the figure means, good or bad.
    pub fn note(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.note = Some((tone, text.into()));
        self
    }

    /// Where what it counts is listed.
    pub fn at(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

impl Render for KeyFigure {
    fn render(&self) -> Markup {
        html! {
            li .sb-figure {
                span .sb-figure-label {
                    @match &self.href {
                        Some(href) => a .ds-link href=(href) { (self.label) },
                        None => (self.label),
                    }
                }
                span .sb-figure-value { (self.value) }
                @if let Some((tone, text)) = &self.note {
                    span .sb-figure-note.sb-sign data-sign=(tone.sign()) data-color=(tone.color()) { (text) }
                }
            }
        }
    }
}

/// The key figures of a page, side by side.
pub fn key_figures(figures: &[KeyFigure]) -> Markup {
    html! { ul .sb-figures { @for figure in figures { (figure) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_only_says_change_also_says_what_to_those_who_listen() {
        let html = Summary::new().fact_with_link("Ägare", "Åsa", Link::new("/edit", "Ändra")).render().into_string();
        assert!(html.contains(r#"Ändra<span class="ds-sr-only">: Ägare</span>"#), "{html}");
    }

    #[test]
    fn the_note_of_a_figure_has_sign_and_words() {
        let figure = KeyFigure::new("3", "Försenade").note(Tone::Bad, "en mer än i mars").at("/initiatives?late=1");
        let html = key_figures(&[figure]).into_string();
        assert!(html.contains(r#"data-sign="bad""#) && html.contains("en mer än i mars"), "{html}");
    }
}

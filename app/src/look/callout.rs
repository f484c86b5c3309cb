//! What stands out from the running text: a callout, a quoted decision, who may and why, and what opens on demand.
use maud::{Markup, html};

use super::Tone;

/// A box that says something one must not miss. The title may be empty.
pub fn callout(tone: Tone, title: &str, body: Markup) -> Markup {
    html! {
        div .ds-alert.sb-callout data-color=(tone.color()) {
            @if !title.is_empty() { h2 .ds-heading { (title) } }
            (body)
        }
    }
}

/// The words of a decision or a report, and where they stand.
pub fn quote(words: Markup, stands_in: Markup) -> Markup {
    html! {
        figure .sb-quote {
            blockquote { (words) }
            figcaption { (stands_in) }
        }
    }
}

/// Text that opens on demand, such as “who may do this, and why”.
pub fn details(summary: &str, body: Markup) -> Markup {
    html! { details .sb-details { summary { (summary) } div { (body) } } }
}

/// Who may do the thing at hand, and under which decision: beside a button, or in the place of one.
pub fn who_may(allowed: bool, answer: &str, because: Markup) -> Markup {
    let tone = if allowed { Tone::Good } else { Tone::Neutral };
    html! {
        div .sb-who-may.sb-sign data-sign=(tone.sign()) {
            div { strong { (answer) } " " (because) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_callout_without_a_title_has_no_heading() {
        let html = callout(Tone::Info, "", html! { p { "Text" } }).into_string();
        assert!(!html.contains("<h2"), "{html}");
    }

    #[test]
    fn who_may_not_is_said_as_a_fact_and_not_as_an_error() {
        let html = who_may(false, "Du får inte besluta.", html! { "Delegationen gäller kommundirektören." }).into_string();
        assert!(html.contains(r#"data-sign="neutral""#), "{html}");
    }
}

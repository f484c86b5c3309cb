//! What stands around the fields of a form: hidden values, groups, the summary of errors, the filter bar.
use maud::{Markup, html};

use super::{Button, Field};

/// A value that the form sends without showing it.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// Fields that belong together, under a heading of their own.
pub fn fieldset(legend: &str, help: Option<&str>, body: Markup) -> Markup {
    html! {
        fieldset .ds-fieldset.sb-fieldset {
            legend .ds-heading data-size="xs" { (legend) }
            @if let Some(help) = help { p data-field="description" { (help) } }
            (body)
        }
    }
}

/// What is wrong with the form, first on the page and in focus when it opens:
/// each line is a field's name and its message, and leads to the field.
/// Nothing is shown where nothing is wrong.
pub fn error_summary(title: &str, errors: &[(String, String)]) -> Markup {
    html! {
        @if !errors.is_empty() {
            section .ds-error-summary #error-summary tabindex="-1" autofocus aria-labelledby="error-summary-title" {
                h2 #error-summary-title .ds-heading { (title) }
                ul {
                    @for (name, message) in errors {
                        li { a .ds-link href={ "#" (Field::id_of(name)) } { (message) } }
                    }
                }
            }
        }
    }
}

/// A form above a list that narrows it: it asks by GET, so that the answer has
/// an address of its own. `kept` are the questions it asks again as they were,
/// `clear` is where the unfiltered list is.
pub fn filter_bar(
    label: &str,
    action: &str,
    kept: &[(&str, &str)],
    fields: impl IntoIterator<Item = Field>,
    button: &str,
    clear: Option<super::Link>,
) -> Markup {
    html! {
        form .sb-filter method="get" action=(action) role="search" aria-label=(label) {
            @for (name, value) in kept { (hidden(name, value)) }
            @for field in fields { (field) }
            div .sb-filter-actions {
                (Button::secondary(button))
                @if let Some(clear) = clear { (clear) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_leads_to_its_field() {
        let errors = [("idea[need]".to_owned(), "Beskriv behovet".to_owned())];
        let html = error_summary("Det här behöver rättas", &errors).into_string();
        assert!(html.contains(r##"href="#f-idea-need-">Beskriv behovet"##), "{html}");
    }

    #[test]
    fn no_errors_no_summary() {
        assert_eq!(error_summary("Det här behöver rättas", &[]).into_string(), "");
    }
}

//! What is wrong with a form that was sent: each refusal beside its field, and all of them above the form.

use domain::{Refusal, Refusals};
use maud::{Markup, Render, html};

use super::view::View;
use crate::look::{self, Tone};

/// The refusals of a form, ready to be shown with it.
pub struct Faults<'a> {
    view: &'a View,
    refusals: &'a Refusals,
}

impl<'a> Faults<'a> {
    /// The refusals in the reader's language.
    pub fn new(view: &'a View, refusals: &'a Refusals) -> Self {
        Self { view, refusals }
    }

    /// What is wrong with a field, for `Field::error`; nothing where all is well.
    pub fn of(&self, field: &str) -> Option<String> {
        self.refusals.0.iter().find(|refusal| refusal.field == Some(field)).map(|refusal| self.view.texts().refusal(refusal))
    }
}

impl Render for Faults<'_> {
    /// What stands above the form: what is wrong with the act as a whole, then field by field.
    fn render(&self) -> Markup {
        let said = |refusal: &Refusal| self.view.texts().refusal(refusal);
        let fields: Vec<(String, String)> =
            self.refusals.0.iter().filter_map(|refusal| Some((refusal.field?.to_owned(), said(refusal)))).collect();
        let whole: Vec<String> = self.refusals.0.iter().filter(|refusal| refusal.field.is_none()).map(said).collect();
        html! {
            @if !whole.is_empty() {
                (look::callout(Tone::Bad, self.view.t("problem-refused-title"), html! { @for message in &whole { p { (message) } } }))
            }
            (look::error_summary(self.view.t("problem-refused"), &fields))
        }
    }
}

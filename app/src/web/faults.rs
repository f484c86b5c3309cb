//! What is wrong with a form that was sent: each refusal beside its field, and all of them above the form.

use std::cell::RefCell;
use std::collections::BTreeMap;

use domain::{Refusal, Refusals};
use maud::{Markup, Render, html};

use super::view::View;
use crate::look::{self, Field, Tone};

/// The refusals of a form, ready to be shown with it.
pub struct Faults<'a> {
    view: &'a View,
    refusals: &'a Refusals,
    /// What the fields that something is wrong with are called, by their names.
    called: RefCell<BTreeMap<String, String>>,
}

impl<'a> Faults<'a> {
    /// The refusals in the reader's language.
    pub fn new(view: &'a View, refusals: &'a Refusals) -> Self {
        Self { view, refusals, called: RefCell::default() }
    }

    /// A field with what is wrong with it. Where the fields of a form are made before what stands above them,
    /// each fault is told there with the name of its field.
    pub fn on(&self, field: Field) -> Field {
        let (name, label) = field.called();
        let Some(fault) = self.of(name) else { return field };
        self.called.borrow_mut().insert(name.to_owned(), label.to_owned());
        field.error(Some(fault))
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
        let called = self.called.borrow();
        let of_field = |refusal: &Refusal| {
            let (field, fault) = (refusal.field?, said(refusal));
            let told = match called.get(field) {
                Some(label) if label.ends_with('?') => format!("{label} {fault}"),
                Some(label) => format!("{label}: {fault}"),
                None => fault,
            };
            Some((field.to_owned(), told))
        };
        let fields: Vec<(String, String)> = self.refusals.0.iter().filter_map(of_field).collect();
        let whole: Vec<String> = self.refusals.0.iter().filter(|refusal| refusal.field.is_none()).map(said).collect();
        html! {
            @if !whole.is_empty() {
                (look::callout(Tone::Bad, self.view.t("problem-refused-title"), html! { @for message in &whole { p { (message) } } }))
            }
            (look::error_summary(self.view.t("problem-refused"), &fields))
        }
    }
}

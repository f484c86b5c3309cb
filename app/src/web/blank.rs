//! A blank: a form on a page, with what it holds or what was just written in it, and what was wrong with that.

use domain::Refusals;
use maud::{Markup, html};

use super::faults::Faults;
use super::fields::Fields;
use super::view::View;
use crate::look::{Button, Choice, Field, actions};

/// What a form sends besides its fields: whose session it is of, which form it is, and what its sender had seen.
const MARKS: [&str; 3] = ["form", "once", "seen"];

/// A form under construction: each field is asked for by its name and the key of its label.
pub struct Blank<'a> {
    view: &'a View,
    fields: &'a Fields,
    faults: Faults<'a>,
}

impl<'a> Blank<'a> {
    /// A form that shows `fields` and what `refusals` say of them.
    pub fn new(view: &'a View, fields: &'a Fields, refusals: &'a Refusals) -> Self {
        Self { view, fields, faults: Faults::new(view, refusals) }
    }

    /// One line of text.
    pub fn text(&self, name: &'static str, label: &str) -> Field {
        self.filled(Field::text(name, self.view.t(label)), name)
    }

    /// Several lines of text.
    pub fn area(&self, name: &'static str, label: &str) -> Field {
        self.filled(Field::area(name, self.view.t(label)), name)
    }

    /// A day.
    pub fn date(&self, name: &'static str, label: &str) -> Field {
        self.filled(Field::date(name, self.view.t(label)), name)
    }

    /// A number with its unit.
    pub fn number(&self, name: &'static str, label: &str, unit: &str) -> Field {
        self.filled(Field::number(name, self.view.t(label), unit), name)
    }

    /// One of many.
    pub fn select(&self, name: &'static str, label: &str, choices: impl IntoIterator<Item = Choice>) -> Field {
        self.filled(Field::select(name, self.view.t(label), choices), name)
    }

    /// One of a few.
    pub fn radios(&self, name: &'static str, label: &str, choices: impl IntoIterator<Item = Choice>) -> Field {
        self.filled(Field::radios(name, self.view.t(label), choices), name)
    }

    /// Any number of a few.
    pub fn checks(&self, name: &'static str, label: &str, choices: impl IntoIterator<Item = Choice>) -> Field {
        self.filled(Field::checks(name, self.view.t(label), choices), name)
    }

    /// A box to tick, which sends `yes`.
    pub fn check(&self, name: &'static str, label: &str) -> Field {
        self.filled(Field::check(name, self.view.t(label), "yes"), name)
    }

    /// The word for a field that may be left empty.
    pub fn optional(&self) -> &str {
        self.view.t("form-optional")
    }

    /// The whole form: what is wrong, the marks, the fields, the button and the way back.
    pub fn form(&self, action: &str, inputs: Markup, button: &str, back: &str) -> Markup {
        html! {
            (self.faults)
            form method="post" action=(action) {
                (self.view.marks())
                (inputs)
                (actions([Button::primary(self.view.t(button)), Button::quiet(self.view.t("form-cancel")).to(back)]))
            }
        }
    }

    fn filled(&self, field: Field, name: &str) -> Field {
        debug_assert!(!MARKS.contains(&name), "{name} is a mark of the form itself");
        self.faults.on(self.fields.all(name).iter().fold(field, Field::value))
    }
}

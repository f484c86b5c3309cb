//! Why an act was refused: a key and its facts, worded only on the page.

use std::ops::RangeInclusive;

use crate::{Date, Ore};

/// A fact a refusal carries to the sentence that will word it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A text, shown as it is.
    Text(String),
    /// A count.
    Number(i64),
    /// Money.
    Money(Ore),
    /// A day.
    Date(Date),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Ore> for Arg {
    fn from(ore: Ore) -> Self {
        Self::Money(ore)
    }
}

impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

/// One reason why an act cannot be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The field of the form it is about, as the act names it.
    pub field: Option<&'static str>,
    /// The key of its sentence: `refusal-KEY` in the texts.
    pub key: &'static str,
    /// Facts for the sentence.
    pub args: Vec<(&'static str, Arg)>,
}

impl Refusal {
    /// A refusal about the act as a whole.
    pub fn new(key: &'static str) -> Self {
        Self { field: None, key, args: Vec::new() }
    }

    /// The same, pointing at a field.
    #[must_use]
    pub fn at(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// The same, carrying one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }
}

/// All reasons at once, so that nobody mends a form one error at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals(pub Vec<Refusal>);

impl Refusals {
    /// No reason yet.
    pub fn none() -> Self {
        Self::default()
    }

    /// Whether this is one of the reasons.
    pub fn has(&self, key: &str) -> bool {
        self.0.iter().any(|refusal| refusal.key == key)
    }

    /// Adds a reason.
    pub fn add(&mut self, refusal: Refusal) {
        self.0.push(refusal);
    }

    /// Adds `refusal` unless what is demanded holds.
    pub fn unless(&mut self, holds: bool, refusal: Refusal) {
        if !holds {
            self.add(refusal);
        }
    }

    /// Demands a text of `length` characters (after trimming), with no control signs but line breaks.
    pub fn text(&mut self, field: &'static str, text: &str, length: RangeInclusive<usize>) {
        let count = text.trim().chars().count();
        if count < *length.start() {
            self.add(Refusal::new(if count == 0 { "text-missing" } else { "text-short" }).at(field).with("least", *length.start()));
        } else if count > *length.end() {
            self.add(Refusal::new("text-long").at(field).with("most", *length.end()).with("count", count));
        } else if text.chars().any(|sign| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t')) {
            self.add(Refusal::new("text-control").at(field));
        }
    }

    /// Demands an amount from nought up to `most`.
    pub fn money(&mut self, field: &'static str, money: Ore, most: Ore) {
        if money < Ore::ZERO {
            self.add(Refusal::new("money-negative").at(field));
        } else if money > most {
            self.add(Refusal::new("money-large").at(field).with("most", most));
        }
    }

    /// Demands that a period ends no sooner than it starts.
    pub fn period(&mut self, field: &'static str, from: Date, to: Date) {
        self.unless(from <= to, Refusal::new("period-backwards").at(field).with("from", from).with("to", to));
    }

    /// Ends the demands: all reasons, or none.
    ///
    /// # Errors
    /// The reasons gathered.
    pub fn end(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl From<Refusal> for Refusals {
    fn from(refusal: Refusal) -> Self {
        Self(vec![refusal])
    }
}

//! The fields of a form, read into types at the edge; what cannot be read is told all at once.

use std::collections::HashMap;

use domain::goals::Figure;
use domain::{Date, Ore, Refusal, Refusals};
use jiff::civil::Time;
use serde::de::DeserializeOwned;
use serde::de::value::StrDeserializer;
use sha2::{Digest, Sha256};

/// A choice as a form sends it: the other way of [`Fields::choice`].
pub fn sent(choice: impl serde::Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// An amount as a form takes it, in either language: kronor with the thousands apart, and öre where there are any.
pub fn amount(money: Ore) -> String {
    let (kronor, ore) = (money.0 / 100, money.0.unsigned_abs() % 100);
    let digits = kronor.unsigned_abs().to_string();
    let parts: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|part| std::str::from_utf8(part).ok()).collect();
    let sign = if money.0 < 0 { "-" } else { "" };
    let whole = format!("{sign}{}", parts.join(" "));
    if ore == 0 { whole } else { format!("{whole},{ore:02}") }
}

/// What a browser sent.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    sent: HashMap<String, Vec<String>>,
    lacks: Refusals,
}

impl Fields {
    pub(super) fn new(pairs: Vec<(String, String)>) -> Self {
        let mut sent: HashMap<String, Vec<String>> = HashMap::new();
        for (name, value) in pairs {
            sent.entry(name).or_default().push(value);
        }
        Self { sent, lacks: Refusals::none() }
    }

    /// What a thing holds now, as if it had been sent: to show a form that changes it.
    pub fn filled<const N: usize>(held: [(&str, String); N]) -> Self {
        Self::new(held.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The same, with several values under one name, as from check boxes.
    pub fn with_all(mut self, name: &str, values: impl IntoIterator<Item = String>) -> Self {
        self.sent.entry(name.to_owned()).or_default().extend(values);
        self
    }

    /// What was sent under a name, as it was: to show the form again.
    pub fn raw(&self, name: &str) -> &str {
        self.sent.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// The form's own mark, the same however often it is sent; empty where it has none.
    pub fn form_mark(&self) -> String {
        self.raw("once").chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-').take(32).collect()
    }

    /// Tells this form, as it was filled in, from every other: sent twice it is the same, and sent again
    /// with a word changed it is not, so that nothing written after going back is taken for a repetition.
    /// It is the form's own mark and a hash of all that was filled in.
    pub fn fingerprint(&self) -> String {
        let sorted: std::collections::BTreeMap<&String, &Vec<String>> = self.sent.iter().collect();
        format!("{}.{}", self.form_mark(), hex::encode(&Sha256::digest(format!("{sorted:?}"))[..16]))
    }

    /// Everything sent under a name, as from check boxes.
    pub fn all(&self, name: &str) -> &[String] {
        self.sent.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a box was ticked.
    pub fn is_ticked(&self, name: &str) -> bool {
        self.sent.contains_key(name)
    }

    /// A text, with the line breaks of one kind.
    pub fn text(&self, name: &str) -> String {
        self.raw(name).trim().replace("\r\n", "\n")
    }

    /// A text that must be given.
    pub fn needed(&mut self, name: &'static str) -> String {
        if self.raw(name).trim().is_empty() {
            self.lacks.add(Refusal::new("text-missing").at(name));
        }
        self.text(name)
    }

    /// A step chosen from a list, by its number; what is no number becomes one that no rule lets through.
    pub fn step(&mut self, name: &'static str) -> u8 {
        self.choice(name, String::new()).parse().unwrap_or(u8::MAX)
    }

    /// A choice or an identity that must be made; where it cannot be read, `instead` and a refusal.
    pub fn choice<T: DeserializeOwned>(&mut self, name: &'static str, instead: T) -> T {
        let missing = self.raw(name).is_empty();
        match Some(self.raw(name)).filter(|_| !missing).and_then(Self::read) {
            Some(choice) => choice,
            None => {
                self.lacks.add(Refusal::new(if missing { "choice-missing" } else { "choice-unknown" }).at(name));
                instead
            }
        }
    }

    /// A choice or an identity that may be left out.
    pub fn maybe<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        if self.raw(name).is_empty() {
            return None;
        }
        let read = Self::read(self.raw(name));
        if read.is_none() {
            self.lacks.add(Refusal::new("choice-unknown").at(name));
        }
        read
    }

    /// Several choices or identities.
    pub fn choices<T: DeserializeOwned>(&mut self, name: &'static str) -> Vec<T> {
        let read: Vec<Option<T>> = self.all(name).iter().filter(|value| !value.is_empty()).map(|value| Self::read(value)).collect();
        if read.iter().any(Option::is_none) {
            self.lacks.add(Refusal::new("choice-unknown").at(name));
        }
        read.into_iter().flatten().collect()
    }

    /// A day that must be given.
    pub fn date(&mut self, name: &'static str) -> Date {
        self.maybe_date(name).unwrap_or_else(|| {
            if self.raw(name).is_empty() {
                self.lacks.add(Refusal::new("date-missing").at(name));
            }
            Date::ZERO
        })
    }

    /// A day that may be left out.
    pub fn maybe_date(&mut self, name: &'static str) -> Option<Date> {
        let text = self.raw(name).trim();
        if text.is_empty() {
            return None;
        }
        let read = text.parse::<Date>().ok().filter(|date| (1970..=2200).contains(&date.year()));
        if read.is_none() {
            self.lacks.add(Refusal::new("date-wrong").at(name));
        }
        read
    }

    /// A time of the day that may be left out, such as 13.30.
    pub fn maybe_time(&mut self, name: &'static str) -> Option<Time> {
        let text = self.raw(name).trim().replace('.', ":");
        if text.is_empty() {
            return None;
        }
        let whole = if text.contains(':') { text } else { format!("{text}:00") };
        let read = format!("{whole:0>5}").parse::<Time>().ok();
        if read.is_none() {
            self.lacks.add(Refusal::new("time-wrong").at(name));
        }
        read
    }

    /// An amount that must be given.
    pub fn money(&mut self, name: &'static str) -> Ore {
        if self.raw(name).trim().is_empty() {
            self.lacks.add(Refusal::new("money-missing").at(name));
        }
        self.maybe_money(name).unwrap_or_default()
    }

    /// An amount that may be left out.
    pub fn maybe_money(&mut self, name: &'static str) -> Option<Ore> {
        let text = self.raw(name).trim();
        if text.is_empty() {
            return None;
        }
        match text.parse::<Ore>() {
            Ok(money) => Some(money),
            Err(error) => {
                let key = match error {
                    domain::OreError::NotANumber => "money-wrong",
                    domain::OreError::TooFine => "money-fine",
                    domain::OreError::TooLarge => "money-huge",
                };
                self.lacks.add(Refusal::new(key).at(name));
                None
            }
        }
    }

    /// A whole number that must be given.
    pub fn number(&mut self, name: &'static str) -> i64 {
        let text: String = self.raw(name).chars().filter(|sign| !sign.is_whitespace()).collect();
        text.parse().unwrap_or_else(|_| {
            self.lacks.add(Refusal::new(if text.is_empty() { "number-missing" } else { "number-wrong" }).at(name));
            0
        })
    }

    /// A whole number that may be left out.
    pub fn maybe_number(&mut self, name: &'static str) -> Option<i64> {
        (!self.raw(name).trim().is_empty()).then(|| self.number(name))
    }

    /// A measured figure that must be given.
    pub fn figure(&mut self, name: &'static str) -> Figure {
        self.raw(name).parse().unwrap_or_else(|_| {
            self.lacks.add(Refusal::new(if self.raw(name).trim().is_empty() { "number-missing" } else { "figure-wrong" }).at(name));
            Figure::default()
        })
    }

    /// A measured figure that may be left out.
    pub fn maybe_figure(&mut self, name: &'static str) -> Option<Figure> {
        (!self.raw(name).trim().is_empty()).then(|| self.figure(name))
    }

    /// Notes one more thing that is wrong with what was sent.
    pub fn lacks(&mut self, refusal: Refusal) {
        self.lacks.add(refusal);
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// All that could not be read.
    pub fn end(&mut self) -> Result<(), Refusals> {
        std::mem::take(&mut self.lacks).end()
    }

    fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
        let reader: StrDeserializer<'_, serde::de::value::Error> = serde::de::IntoDeserializer::into_deserializer(text.trim());
        T::deserialize(reader).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_written_into_a_form_is_read_back_as_it_was() {
        for ore in [0, 5, 99_900, 123_456_789, -2_500_050] {
            assert_eq!(amount(Ore(ore)).parse(), Ok(Ore(ore)), "{}", amount(Ore(ore)));
        }
        assert_eq!(amount(Ore(123_456_700)), "1 234 567");
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let read = |text: &str| Fields::new(vec![("at".to_owned(), text.to_owned())]).maybe_time("at").map(|time| time.to_string());
        assert_eq!(
            ["13.30", "9:05", "8", "25.00", ""].map(read),
            [Some("13:30:00"), Some("09:05:00"), Some("08:00:00"), None, None].map(|time| time.map(str::to_owned))
        );
    }

    #[test]
    fn a_form_sent_twice_is_the_same_and_one_with_a_word_changed_is_not() {
        let form = |text: &str| Fields::new(vec![("once".to_owned(), "a".to_owned()), ("text".to_owned(), text.to_owned())]).fingerprint();
        assert_eq!(form("ett"), form("ett"));
        assert_ne!(form("ett"), form("två"));
    }
}

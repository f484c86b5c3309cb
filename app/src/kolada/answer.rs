//! Kolada's answers, version 3: data and key figures as they come, read into values that can be taken in.
//!
//! The form is that of `GET /v3/data/kpi/{ids}/municipality/{id}`: an envelope with `values`, `count` and, where
//! there is more, `next_page`. A figure comes as a decimal number and is rounded to thousandths as it is read.

use domain::Date;
use domain::goals::{Figure, Reading};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A page of an answer.
#[derive(Debug, Deserialize)]
pub struct Envelope<T> {
    /// What was asked for.
    pub values: Vec<T>,
    /// Where the next page is; nothing on the last.
    #[serde(default, alias = "next_url")]
    pub next_page: Option<String>,
}

/// The values of a key figure in a municipality in a year.
#[derive(Debug, Deserialize)]
pub struct Row {
    /// The key figure.
    pub kpi: String,
    /// The municipality's code.
    pub municipality: String,
    period: Period,
    values: Vec<Value>,
}

/// A year: a number in version 3, a text before.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Period {
    Number(i16),
    Text(String),
}

#[derive(Debug, Deserialize)]
struct Value {
    gender: String,
    value: Option<serde_json::Number>,
}

/// A key figure there is.
#[derive(Debug, Deserialize)]
pub struct Known {
    /// Its identity.
    pub id: String,
}

/// Why an answer cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("this is no answer of Kolada's: {0}")]
pub struct Unreadable(#[from] serde_json::Error);

/// Reads a page of an answer.
///
/// # Errors
/// The text has another form.
pub fn page<T: DeserializeOwned>(text: &str) -> Result<Envelope<T>, Unreadable> {
    Ok(serde_json::from_str(text)?)
}

/// Reads a saved answer: one page, or several in a list.
///
/// # Errors
/// The text has another form.
pub fn saved(text: &str) -> Result<Vec<Row>, Unreadable> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Saved {
        One(Envelope<Row>),
        Many(Vec<Envelope<Row>>),
    }
    Ok(match serde_json::from_str(text)? {
        Saved::One(page) => page.values,
        Saved::Many(pages) => pages.into_iter().flat_map(|page| page.values).collect(),
    })
}

impl Row {
    /// The value for women and men together, on the last day of its year; nothing where Kolada has none.
    pub fn reading(&self) -> Option<Reading> {
        let year = match &self.period {
            Period::Number(year) => *year,
            Period::Text(year) => year.parse().ok()?,
        };
        let total = self.values.iter().find(|value| value.gender == "T")?;
        let figure = format!("{:.3}", total.value.as_ref()?.as_f64()?).parse::<Figure>().ok()?;
        Some(Reading { on: Date::new(year, 12, 31).ok()?, value: figure })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_rounded_to_thousandths_and_stands_on_the_last_day_of_its_year() {
        let rows = saved(include_str!("saved.json")).expect("an answer");
        let readings: Vec<_> = rows.iter().filter_map(Row::reading).map(|reading| (reading.on.to_string(), reading.value.0)).collect();
        assert_eq!(readings, [("2021-12-31".to_owned(), 71_500), ("2022-12-31".to_owned(), 73_333)], "2023 has no value yet");
    }

    #[test]
    fn what_is_no_answer_says_so() {
        assert!(saved("<html>").is_err() && saved(r#"{"fel": 1}"#).is_err());
        assert_eq!(saved("[]").expect("no pages").len(), 0);
    }

    #[test]
    fn the_next_page_is_found_under_either_name() {
        let next = |name: &str| page::<Row>(&format!(r#"{{"values": [], "count": 0, "{name}": "x"}}"#)).expect("a page").next_page;
        assert_eq!((next("next_page").as_deref(), next("next_url").as_deref()), (Some("x"), Some("x")));
    }
}

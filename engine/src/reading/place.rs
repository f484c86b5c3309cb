//! A value in a JSON document that knows its own place, for errors.

use serde_json::Value;

use super::Malformed;
use crate::instance::Estimate;

/// A JSON value and the way to it from the root.
pub(super) struct At<'a> {
    value: &'a Value,
    up: Option<&'a At<'a>>,
    step: Step<'a>,
}

enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    pub(super) fn root(value: &'a Value) -> Self {
        Self { value, up: None, step: Step::Root }
    }

    /// The path as a reader would write it: `initiatives[12].options[0]`.
    fn path(&self) -> String {
        let above = self.up.map(At::path).unwrap_or_default();
        match &self.step {
            Step::Root => above,
            Step::Key(key) if above.is_empty() => (*key).to_owned(),
            Step::Key(key) => format!("{above}.{key}"),
            Step::Index(index) => format!("{above}[{index}]"),
        }
    }

    /// The refusal of this value, on one line.
    pub(super) fn fault(&self, why: &str) -> Malformed {
        let path = self.path();
        let line = if path.is_empty() { why.to_owned() } else { format!("{path}: {why}") };
        Malformed(line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
    }

    /// The value as a short text for an error.
    pub(super) fn shown(&self) -> String {
        let text = self.value.to_string();
        if text.chars().count() <= 40 { text } else { text.chars().take(40).collect::<String>() + "…" }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    /// The field, where it is there and not null.
    pub(super) fn get<'b>(&'b self, key: &'b str) -> Result<Option<At<'b>>, Malformed> {
        let Value::Object(map) = self.value else {
            return Err(self.fault(&format!("an object is expected, not {}", self.shown())));
        };
        let found = map.get(key).filter(|value| !value.is_null());
        Ok(found.map(|value| At { value, up: Some(self), step: Step::Key(key) }))
    }

    pub(super) fn need<'b>(&'b self, key: &'b str) -> Result<At<'b>, Malformed> {
        self.get(key)?.ok_or_else(|| self.fault(&format!("{key:?} is missing")))
    }

    /// The elements of a list of at most `most`.
    pub(super) fn items<'b>(&'b self, most: usize) -> Result<impl Iterator<Item = At<'b>> + use<'b, 'a>, Malformed> {
        let Value::Array(list) = self.value else {
            return Err(self.fault(&format!("a list is expected, not {}", self.shown())));
        };
        if list.len() > most {
            return Err(self.fault(&format!("more than {most} entries")));
        }
        Ok(list.iter().enumerate().map(move |(index, value)| At { value, up: Some(self), step: Step::Index(index) }))
    }

    /// The fields of an object, in the order of their names.
    pub(super) fn entries<'b>(&'b self) -> Result<Vec<(&'b str, At<'b>)>, Malformed> {
        let Value::Object(map) = self.value else {
            return Err(self.fault(&format!("an object is expected, not {}", self.shown())));
        };
        Ok(map.iter().map(|(key, value)| (key.as_str(), At { value, up: Some(self), step: Step::Key(key.as_str()) })).collect())
    }

    pub(super) fn text(&self) -> Result<&'a str, Malformed> {
        self.value.as_str().ok_or_else(|| self.fault(&format!("a text is expected, not {}", self.shown())))
    }

    pub(super) fn truth(&self) -> Result<bool, Malformed> {
        self.value.as_bool().ok_or_else(|| self.fault(&format!("true or false is expected, not {}", self.shown())))
    }

    pub(super) fn integer(&self, least: i64, most: i64) -> Result<i64, Malformed> {
        match self.value.as_i64() {
            Some(number) if (least..=most).contains(&number) => Ok(number),
            _ if self.value.is_number() => Err(self.fault(&format!("{} is not an integer from {least} to {most}", self.shown()))),
            _ => Err(self.fault(&format!("an integer is expected, not {}", self.shown()))),
        }
    }

    /// A list of exactly `count` integers, one for each of `whose`.
    pub(super) fn integers(&self, least: i64, most: i64, count: usize, whose: &str) -> Result<Vec<i64>, Malformed> {
        let list = self.items(usize::MAX)?.map(|at| at.integer(least, most)).collect::<Result<Vec<_>, _>>()?;
        if list.len() != count {
            return Err(self.fault(&format!("{} entries for {count} {whose}", list.len())));
        }
        Ok(list)
    }

    /// An integer, or `{"low", "likely", "high"}`, or `[low, likely, high]`.
    pub(super) fn estimate(&self, most: i64) -> Result<Estimate, Malformed> {
        let [low, likely, high] = match self.value {
            Value::Object(_) => {
                let part = |key| self.need(key).and_then(|at| at.integer(0, most));
                [part("low")?, part("likely")?, part("high")?]
            }
            Value::Array(_) => {
                let parts = self.integers(0, most, 3, "of low, likely and high")?;
                [parts[0], parts[1], parts[2]]
            }
            _ => return Ok(Estimate::exactly(self.integer(0, most)?)),
        };
        self.ordered(low, likely, high)
    }

    fn ordered(&self, low: i64, likely: i64, high: i64) -> Result<Estimate, Malformed> {
        if low > likely || likely > high {
            return Err(self.fault("low ≤ likely ≤ high does not hold"));
        }
        Ok(Estimate { low, likely, high })
    }

    /// The form `{"low": […], "likely": […], "high": […]}`, where it is that.
    pub(super) fn triple_of_lists(&self, count: usize) -> Result<Option<Vec<Estimate>>, Malformed> {
        if !self.value.is_object() {
            return Ok(None);
        }
        let list = |key| -> Result<Vec<i64>, Malformed> {
            let at = self.need(key)?;
            at.integers(0, super::MOST_AMOUNT, count, "criteria")
        };
        let (low, likely, high) = (list("low")?, list("likely")?, list("high")?);
        let triples = (0..count).map(|k| self.ordered(low[k], likely[k], high[k]));
        Ok(Some(triples.collect::<Result<_, _>>()?))
    }
}

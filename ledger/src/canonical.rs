//! Canonical JSON: one value, one sequence of bytes.
//!
//! UTF-8, keys sorted by code point, no white space, strings escaped only where
//! JSON requires it, integers only. Two programs that agree on a value agree on
//! its bytes, and so on its hash.

use serde::Serialize;
use serde_json::Value;

/// A value in its canonical bytes; nothing else can be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical(Vec<u8>);

/// Why a value has no canonical form.
#[derive(Debug, thiserror::Error)]
pub enum CanonicalError {
    /// A number with a fraction or an exponent, or beyond 64 bits.
    #[error("{0} is not an integer of 64 bits: floating point may not enter the ledger")]
    NotAnInteger(String),
    /// The value cannot be written as JSON, or the bytes cannot be read as it.
    #[error("not JSON: {0}")]
    NotJson(#[from] serde_json::Error),
    /// The bytes are JSON, but not written in the canonical way.
    #[error("JSON, but not in canonical form")]
    NotCanonical,
}

impl Canonical {
    /// Writes a value in canonical form. (A floating-point number that is none,
    /// NaN or infinite, is nothing to JSON, and is written `null`.)
    ///
    /// # Errors
    /// A floating-point number anywhere in it, or a value JSON cannot hold.
    pub fn of(value: &impl Serialize) -> Result<Self, CanonicalError> {
        let mut bytes = Vec::new();
        write(&serde_json::to_value(value)?, &mut bytes)?;
        Ok(Self(bytes))
    }

    /// Takes bytes that already are canonical.
    ///
    /// # Errors
    /// Bytes that are not JSON, or JSON written in any other way.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, CanonicalError> {
        check(&bytes)?;
        Ok(Self(bytes))
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes, taken out.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Says whether bytes are canonical, without keeping them.
///
/// # Errors
/// As [`Canonical::from_bytes`].
pub fn check(bytes: &[u8]) -> Result<(), CanonicalError> {
    let mut again = Vec::with_capacity(bytes.len());
    write(&serde_json::from_slice(bytes)?, &mut again)?;
    if again == bytes { Ok(()) } else { Err(CanonicalError::NotCanonical) }
}

fn write(value: &Value, out: &mut Vec<u8>) -> Result<(), CanonicalError> {
    match value {
        Value::Object(members) => {
            // Bytes of UTF-8 sort as their code points do. We sort here, since
            // another crate may ask serde_json to keep the order of insertion.
            let mut members: Vec<_> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| name.as_bytes());
            out.push(b'{');
            for (nth, (name, member)) in members.into_iter().enumerate() {
                if nth > 0 {
                    out.push(b',');
                }
                serde_json::to_writer(&mut *out, name)?;
                out.push(b':');
                write(member, out)?;
            }
            out.push(b'}');
        }
        Value::Array(members) => {
            out.push(b'[');
            for (nth, member) in members.iter().enumerate() {
                if nth > 0 {
                    out.push(b',');
                }
                write(member, out)?;
            }
            out.push(b']');
        }
        Value::Number(number) if !number.is_i64() && !number.is_u64() => {
            return Err(CanonicalError::NotAnInteger(number.to_string()));
        }
        Value::Number(_) | Value::String(_) | Value::Bool(_) | Value::Null => {
            serde_json::to_writer(&mut *out, value)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn text(value: &impl Serialize) -> String {
        String::from_utf8(Canonical::of(value).unwrap().into_bytes()).unwrap()
    }

    #[test]
    fn keys_are_sorted_by_code_point_and_nothing_is_spaced() {
        let value = json!({"ö": 1, "b": [true, null], "a": {"z": -7, "Z": "x"}, "\u{1F600}": 2, "\u{FB01}": 3});
        assert_eq!(text(&value), "{\"a\":{\"Z\":\"x\",\"z\":-7},\"b\":[true,null],\"ö\":1,\"\u{FB01}\":3,\"\u{1F600}\":2}");
    }

    #[test]
    fn only_what_json_requires_is_escaped() {
        assert_eq!(text(&"å/<\u{7f}\u{2028}\"\\\n\t\u{1}"), "\"å/<\u{7f}\u{2028}\\\"\\\\\\n\\t\\u0001\"");
    }

    #[test]
    fn a_floating_point_number_is_refused_wherever_it_hides() {
        for value in [json!(1.5), json!([1, 2.0]), json!({"a": {"b": 1e3}})] {
            assert!(matches!(Canonical::of(&value), Err(CanonicalError::NotAnInteger(_))), "{value}");
        }
    }

    #[test]
    fn any_other_way_to_write_the_same_value_is_refused() {
        for bytes in ["{\"a\": 1}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "\"\\u00e5\"", "1.0", "-0", "1e2", "[1,]", "1 ", "\"\\/\""] {
            assert!(Canonical::from_bytes(bytes.into()).is_err(), "{bytes}");
        }
    }

    #[test]
    fn the_largest_and_smallest_integers_survive() {
        assert_eq!(text(&json!([i64::MIN, u64::MAX])), "[-9223372036854775808,18446744073709551615]");
    }
}

//! A measured figure, exact: thousandths of its unit, never floating point.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A figure in thousandths of its unit: 87,5 per cent is 87 500.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Figure(pub i64);

impl Figure {
    /// The nearest tenth of the unit, for what is calculated and no finer than that.
    pub fn rounded(self) -> Self {
        Self((self.0 + if self.0 < 0 { -50 } else { 50 }) / 100 * 100)
    }
}

/// Why a text is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a figure: write for example 87,5 with at most three decimals")]
pub struct NoFigure;

/// The largest figure a form takes, in thousandths: a million million of a unit.
const LARGEST: i64 = 1_000_000_000_000_000;

impl FromStr for Figure {
    type Err = NoFigure;

    /// Reads what Swedes write: `1 250`, `87,5`, `−3`.
    fn from_str(text: &str) -> Result<Self, NoFigure> {
        let squeezed: String =
            text.chars().filter(|sign| !sign.is_whitespace()).map(|sign| if sign == '\u{2212}' { '-' } else { sign }).collect();
        let (negative, digits) = squeezed.strip_prefix('-').map_or((false, squeezed.as_str()), |rest| (true, rest));
        let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
        let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !figures(whole) || !figures(part) || part.len() > 3 {
            return Err(NoFigure);
        }
        let size: i64 = format!("{whole}{part:0<3}").parse().map_err(|_| NoFigure)?;
        if size > LARGEST {
            return Err(NoFigure);
        }
        Ok(Self(if negative { -size } else { size }))
    }
}

impl fmt::Display for Figure {
    /// Plain, with a comma and no needless decimals: what a form shows and reads again.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        if self.0 < 0 {
            out.write_str("\u{2212}")?;
        }
        write!(out, "{whole}")?;
        if part > 0 {
            write!(out, ",{}", format!("{part:03}").trim_end_matches('0'))?;
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl serde::de::Visitor<'_> for Reader {
            type Value = Figure;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a figure as text, or whole thousandths")
            }
            fn visit_i64<E: serde::de::Error>(self, thousandths: i64) -> Result<Figure, E> {
                Ok(Figure(thousandths))
            }
            fn visit_u64<E: serde::de::Error>(self, thousandths: u64) -> Result<Figure, E> {
                i64::try_from(thousandths).map(Figure).map_err(E::custom)
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Figure, E> {
                text.parse().map_err(E::custom)
            }
        }
        from.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_swedes_write_them_and_shown_the_same() {
        for (text, thousandths) in [("87,5", 87_500), ("1 250", 1_250_000), ("0,125", 125), ("\u{2212}3", -3_000)] {
            assert_eq!(text.parse(), Ok(Figure(thousandths)));
        }
        assert_eq!(Figure(87_500).to_string(), "87,5");
        assert_eq!(Figure(-3_000).to_string(), "\u{2212}3");
    }

    #[test]
    fn what_is_no_figure_is_refused() {
        for text in ["", ",5", "5,", "0,1234", "tolv", "--1", "9999999999999"] {
            assert_eq!(text.parse::<Figure>(), Err(NoFigure), "{text}");
        }
    }
}

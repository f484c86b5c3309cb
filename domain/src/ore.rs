//! Money in whole öre: no floating point anywhere, and never silently out of range.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An amount of money in öre (a hundredth of a krona), negative where it is owed or taken.
///
/// Sums saturate at the ends of `i64`, some 92 000 000 000 mnkr away; forms refuse anything near them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Ore(pub i64);

impl Ore {
    /// No money.
    pub const ZERO: Self = Self(0);

    /// So many whole kronor.
    pub const fn kronor(kronor: i64) -> Self {
        Self(kronor.saturating_mul(100))
    }

    /// This amount times `permille` thousandths, rounded half away from zero.
    pub fn permille(self, permille: i64) -> Self {
        let product = i128::from(self.0) * i128::from(permille);
        let half = if product < 0 { -500 } else { 500 };
        Self(i64::try_from((product + half) / 1000).unwrap_or(if product < 0 { i64::MIN } else { i64::MAX }))
    }

    /// This amount shared by `weights`, by largest remainder, so that the shares always sum to it.
    ///
    /// Ties go to the share named first. Weights are non-negative; where all are nought nothing can be
    /// shared and the answer is empty.
    pub fn shared(self, weights: &[u64]) -> Vec<Self> {
        let whole: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
        if whole == 0 {
            return Vec::new();
        }
        let (sign, size) = (self.0.signum(), u128::from(self.0.unsigned_abs()));
        let mut shares: Vec<(u128, u128)> =
            weights.iter().map(|&weight| (size * u128::from(weight) / whole, size * u128::from(weight) % whole)).collect();
        let given: u128 = shares.iter().map(|share| share.0).sum();
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by_key(|&place| (std::cmp::Reverse(shares[place].1), place));
        let left = usize::try_from(size - given).unwrap_or(usize::MAX);
        for &place in order.iter().take(left) {
            shares[place].0 += 1;
        }
        shares.into_iter().map(|share| Self(sign * i64::try_from(share.0).unwrap_or(i64::MAX))).collect()
    }
}

impl Add for Ore {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Ore {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Ore {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Ore {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Ore {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Why a text is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OreError {
    /// It is not a number with an optional unit.
    NotANumber,
    /// It has more than two decimals of a krona.
    TooFine,
    /// It is larger than any municipal budget.
    TooLarge,
}

impl fmt::Display for OreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotANumber => "not an amount: write for example 850 000, 850 tkr or 1,5 mnkr",
            Self::TooFine => "finer than an öre",
            Self::TooLarge => "too large an amount",
        })
    }
}

impl FromStr for Ore {
    type Err = OreError;

    /// Reads what Swedes write: `850 000`, `850 000,50 kr`, `850 tkr`, `1,5 mnkr`; minus as `-` or `−`.
    fn from_str(text: &str) -> Result<Self, OreError> {
        let squeezed: String = text
            .chars()
            .filter(|sign| !sign.is_whitespace())
            .map(|sign| if sign == '\u{2212}' { '-' } else { sign.to_ascii_lowercase() })
            .collect();
        let (number, unit) = ["mnkr", "tkr", "kkr", "kr"]
            .iter()
            .find_map(|unit| squeezed.strip_suffix(unit).map(|number| (number, *unit)))
            .unwrap_or((squeezed.as_str(), "kr"));
        let decimals: usize = match unit {
            "mnkr" => 8,
            "tkr" | "kkr" => 5,
            _ => 2,
        };
        let (negative, digits) = number.strip_prefix('-').map_or((false, number), |rest| (true, rest));
        let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, ""));
        let all_figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let lone_comma = part.is_empty() && whole.len() != digits.len();
        if whole.is_empty() || lone_comma || !all_figures(whole) || !all_figures(part) {
            return Err(OreError::NotANumber);
        }
        let part = part.trim_end_matches('0');
        if part.len() > decimals {
            return Err(OreError::TooFine);
        }
        let size: i64 = format!("{whole}{part:0<decimals$}").parse().map_err(|_| OreError::TooLarge)?;
        if size > 10_000_000_000_000_000 {
            return Err(OreError::TooLarge);
        }
        Ok(Self(if negative { -size } else { size }))
    }
}

impl<'de> Deserialize<'de> for Ore {
    /// A whole number is öre, as the ledger writes it; a text is read as people write amounts.
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl serde::de::Visitor<'_> for Reader {
            type Value = Ore;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an amount: whole öre, or a text such as \"1,5 mnkr\"")
            }
            fn visit_i64<E: serde::de::Error>(self, ore: i64) -> Result<Ore, E> {
                Ok(Ore(ore))
            }
            fn visit_u64<E: serde::de::Error>(self, ore: u64) -> Result<Ore, E> {
                i64::try_from(ore).map(Ore).map_err(E::custom)
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Ore, E> {
                text.parse().map_err(E::custom)
            }
        }
        from.deserialize_any(Reader)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_are_read_as_swedes_write_them() {
        assert_eq!("5 mnkr".parse(), Ok(Ore::kronor(5_000_000)));
        assert_eq!("0,85 mnkr".parse(), Ok(Ore::kronor(850_000)));
        assert_eq!("850 tkr".parse(), Ok(Ore::kronor(850_000)));
        assert_eq!("1 234,50 kr".parse(), Ok(Ore(123_450)));
        assert_eq!("−20".parse(), Ok(Ore::kronor(-20)));
    }

    #[test]
    fn what_is_no_amount_is_refused_with_its_reason() {
        for text in ["", "kr", "12,", "1e9", "tolv", "1.000.000"] {
            assert_eq!(text.parse::<Ore>(), Err(OreError::NotANumber), "{text}");
        }
        assert_eq!("0,125".parse::<Ore>(), Err(OreError::TooFine));
        assert_eq!("99999999999999999".parse::<Ore>(), Err(OreError::TooLarge));
    }

    proptest! {
        #[test]
        fn shares_always_sum_to_the_cost(ore in -1_000_000_000_000i64..1_000_000_000_000, weights in prop::collection::vec(0u64..100_000, 1..20)) {
            let shares = Ore(ore).shared(&weights);
            if weights.iter().sum::<u64>() == 0 {
                prop_assert!(shares.is_empty());
            } else {
                prop_assert_eq!(shares.into_iter().sum::<Ore>(), Ore(ore));
            }
        }
    }
}

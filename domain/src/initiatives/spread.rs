//! The spread of a case's worth: what it comes to when each line falls somewhere between its low and its
//! high (DOMAIN.md U3, B3).
//!
//! Each line's worth today is drawn from the triangle between low, likely and high; lines are drawn
//! independently of each other. All is done in whole numbers from a seed that is written here, so that
//! anybody can draw the same: `tests/calculation/recompute.py` does. Each line has a stream of its own,
//! sown by its name, so that a line more moves no other line's draws and their order means nothing.

use super::{Case, Estimate, Premises};
use crate::Ore;

/// What the draws are sown with.
pub const SEED: u64 = 20_230_825;
/// How many times the whole case is drawn.
pub const DRAWS: usize = 10_000;
/// How many bins the picture has.
const BINS: usize = 24;
/// What a draw is a share of.
const WHOLE: u64 = 1 << 32;

/// The spread of a case's worth, in öre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// One case in ten comes out below this.
    pub p10: Ore,
    /// Half of them come out below this.
    pub p50: Ore,
    /// Nine in ten come out below this.
    pub p90: Ore,
    /// The lowest drawn.
    pub low: Ore,
    /// The highest drawn.
    pub high: Ore,
    /// How many fell in each of equally wide bins from low to high.
    pub bins: Vec<u32>,
    /// How many in a thousand came out below nought.
    pub loss: u16,
}

impl Case {
    /// How the worth of green and yellow less cost is spread; nothing where no line holds money.
    pub fn spread(&self, premises: &Premises) -> Option<Spread> {
        let first = self.first_year()?;
        let mut worths = vec![0i64; DRAWS];
        for line in self.lines() {
            let between = line.signed(line.worth(first, premises.rate));
            let mut stream = Stream::sown(SEED ^ hashed(&line.key()));
            for worth in &mut worths {
                *worth = worth.saturating_add(drawn(between, stream.next()).0);
            }
        }
        worths.sort_unstable();
        Some(spread(&worths))
    }
}

fn spread(sorted: &[i64]) -> Spread {
    let at = |hundredths: usize| Ore(sorted.get(sorted.len() * hundredths / 100).copied().unwrap_or_default());
    let (low, high) = (sorted.first().copied().unwrap_or_default(), sorted.last().copied().unwrap_or_default());
    let wide = i128::from(high) - i128::from(low) + 1;
    let mut bins = vec![0u32; BINS];
    for worth in sorted {
        let bin = (i128::from(*worth) - i128::from(low)) * BINS as i128 / wide;
        if let Some(count) = usize::try_from(bin).ok().and_then(|bin| bins.get_mut(bin)) {
            *count += 1;
        }
    }
    let losses = sorted.partition_point(|worth| *worth < 0) * 1000 / sorted.len().max(1);
    Spread { p10: at(10), p50: at(50), p90: at(90), low: Ore(low), high: Ore(high), bins, loss: u16::try_from(losses).unwrap_or(1000) }
}

/// The amount below which a share of the triangle lies: the inverse of its distribution, in whole numbers.
fn drawn(between: Estimate, share: u64) -> Ore {
    let Estimate { low, likely, high } = between;
    let wide = high.0.abs_diff(low.0);
    if wide == 0 {
        return low;
    }
    let (left, right) = (likely.0.abs_diff(low.0), high.0.abs_diff(likely.0));
    let root = |share: u64, side: u64| -> i64 {
        let area = (u128::from(wide) * u128::from(side)).saturating_mul(share.into()) / u128::from(WHOLE);
        i64::try_from(area.isqrt()).unwrap_or(i64::MAX)
    };
    if u128::from(share) * u128::from(wide) < u128::from(left) * u128::from(WHOLE) {
        Ore(low.0.saturating_add(root(share, left)))
    } else {
        Ore(high.0.saturating_sub(root(WHOLE - share, right)))
    }
}

/// A stream of numbers: SplitMix64 (Steele, Lea and Flood 2014), ten lines that any language can repeat.
struct Stream(u64);

impl Stream {
    fn sown(seed: u64) -> Self {
        Self(seed)
    }

    /// The next share, from nought up to but not with `WHOLE`.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) >> 32
    }
}

/// FNV-1a of a name, so that each line's stream is its own.
fn hashed(name: &str) -> u64 {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn between(low: i64, likely: i64, high: i64) -> Estimate {
        Estimate { low: Ore(low), likely: Ore(likely), high: Ore(high) }
    }

    fn quantiles(lines: &[Estimate]) -> Spread {
        let mut worths = vec![0i64; DRAWS];
        for (place, line) in lines.iter().enumerate() {
            let mut stream = Stream::sown(SEED ^ hashed(&place.to_string()));
            worths.iter_mut().for_each(|worth| *worth += drawn(*line, stream.next()).0);
        }
        worths.sort_unstable();
        spread(&worths)
    }

    /// A triangle from 0 over 1 to 1, in millions: P(x) = x², so that the quantile is the root of the share.
    #[test]
    fn the_quantiles_of_a_right_triangle_are_the_roots_of_their_shares() {
        let found = quantiles(&[between(0, 1_000_000, 1_000_000)]);
        for (quantile, root) in [(found.p10, 316_228), (found.p50, 707_107), (found.p90, 948_683)] {
            assert!(quantile.0.abs_diff(root) < 10_000, "{quantile:?} is not {root}");
        }
    }

    /// An even triangle has its median in the middle, and P10 and P90 at √0,2/2 from its ends.
    #[test]
    fn an_even_triangle_is_even() {
        let found = quantiles(&[between(-1_000_000, 0, 1_000_000)]);
        for (quantile, exact) in [(found.p10, -552_786), (found.p50, 0), (found.p90, 552_786)] {
            assert!(quantile.0.abs_diff(exact) < 20_000, "{quantile:?} is not {exact}");
        }
        assert!(found.loss.abs_diff(500) < 15, "{}", found.loss);
    }

    /// The sum of many is nearly normal: mean and variance add, and P90 lies 1,2816 deviations up.
    #[test]
    fn the_sum_of_many_lines_is_nearly_normal() {
        let found = quantiles(&[between(0, 500_000, 1_000_000); 24]);
        // The variance of an even triangle of width w is w²/24, so that of 24 of them is w².
        for (quantile, exact) in [(found.p10, 12_000_000 - 1_281_552), (found.p50, 12_000_000), (found.p90, 12_000_000 + 1_281_552)] {
            assert!(quantile.0.abs_diff(exact) < 60_000, "{quantile:?} is not {exact}");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_to_the_ore() {
        let lines = [between(0, 1_000_000, 3_000_000), between(-2_000_000, -500_000, -400_000)];
        assert_eq!(quantiles(&lines), quantiles(&lines));
        // The first numbers of the published generator from the seed nought.
        let mut stream = Stream::sown(0);
        assert_eq!([stream.next(), stream.next()], [0xE220_A839, 0x6E78_9E6A]);
    }

    proptest! {
        #[test]
        fn a_draw_lies_between_low_and_high_and_grows_with_its_share(a in -1_000_000_000i64..1_000_000_000, b in 0i64..1_000_000_000, c in 0i64..1_000_000_000, one in 0u64..WHOLE, other in 0u64..WHOLE) {
            let line = between(a, a + b, a + b + c);
            let (less, more) = (drawn(line, one.min(other)), drawn(line, one.max(other)));
            prop_assert!(line.low <= less && less <= more && more <= line.high);
        }

        #[test]
        fn what_is_certain_is_drawn_as_it_is(amount in i64::MIN / 4..i64::MAX / 4, share in 0u64..WHOLE) {
            prop_assert_eq!(drawn(between(amount, amount, amount), share), Ore(amount));
        }
    }
}

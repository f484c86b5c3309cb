//! From values to places: a linear scale in whole numbers, and the round values along an axis.

/// Places values between two points along a line.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    low: i64,
    high: i64,
    start: i64,
    length: i64,
}

impl Scale {
    /// A scale on which `low` stands at `start` and `high` at `start + length`
    /// (`length` may be negative, for an axis that points up).
    pub fn new(low: i64, high: i64, start: i64, length: i64) -> Self {
        Self { low, high, start, length }
    }

    /// Where a value stands; what lies outside stands at the nearer end. A
    /// scale of no extent puts everything at its start.
    pub fn at(&self, value: i64) -> i64 {
        let extent = i128::from(self.high) - i128::from(self.low);
        if extent <= 0 {
            return self.start;
        }
        let inside = i128::from(value.clamp(self.low, self.high)) - i128::from(self.low);
        let rounded = (inside * i128::from(self.length) * 2 + extent).div_euclid(2 * extent);
        self.start + i64::try_from(rounded).unwrap_or(self.length)
    }
}

/// Round values that cover from `low` to `high` in about `about` steps of 1, 2 or 5 times a power of ten.
pub fn round_values(low: i64, high: i64, about: i64) -> Vec<i64> {
    let (low, high) = (i128::from(low.min(high)), i128::from(high.max(low)));
    let wanted = ((high - low) / i128::from(about.max(1))).max(1);
    let mut power = 1;
    while power * 10 <= wanted {
        power *= 10;
    }
    let step = [1, 2, 5, 10].map(|times| times * power).into_iter().find(|step| *step >= wanted).unwrap_or(power);
    let first = low.div_euclid(step);
    let last = -(-high).div_euclid(step);
    (first..=last.max(first + 1)).filter_map(|times| i64::try_from(times * step).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_and_the_middle_stand_where_they_should() {
        let up = Scale::new(0, 10, 200, -100);
        assert_eq!((up.at(0), up.at(5), up.at(10)), (200, 150, 100));
        assert_eq!((up.at(-3), up.at(99)), (200, 100), "what lies outside stands at the nearer end");
    }

    #[test]
    fn a_scale_of_no_extent_and_one_of_all_extent_do_not_fail() {
        assert_eq!(Scale::new(7, 7, 10, 100).at(7), 10);
        assert_eq!(Scale::new(i64::MIN, i64::MAX, 0, 100).at(i64::MAX), 100);
    }

    #[test]
    fn round_values_cover_the_span() {
        assert_eq!(round_values(0, 97, 5), [0, 20, 40, 60, 80, 100]);
        assert_eq!(round_values(-30, 45, 4), [-40, -20, 0, 20, 40, 60]);
        assert_eq!(round_values(0, 0, 5), [0, 1]);
    }

    #[test]
    fn round_values_of_the_largest_numbers_end() {
        assert!(round_values(i64::MIN, i64::MAX, 4).len() < 12);
    }
}

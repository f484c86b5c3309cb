//! Bounds that do not rest on floating point.
//!
//! For any multipliers y ≥ 0, `Σ y·most + Σⱼ max over the box of (cⱼ − Σ y·aⱼ)·xⱼ`
//! is at least the value of every point. The multipliers come from the linear
//! programme as floating-point numbers; here they are rounded to integers (times
//! a power of two) and the bound is computed exactly from what they became.

use crate::program::Row;

/// A proven bound, with the exact scaled reduced costs it came from.
pub(crate) struct Safe {
    /// No point within the box has a larger value.
    pub(crate) bound: i64,
    /// Reduced cost of each column, times 2^shift.
    pub(crate) reduced: Vec<i128>,
    /// Bound times 2^shift, before rounding down.
    pub(crate) exact: i128,
    /// The power of two.
    pub(crate) shift: u32,
}

/// The largest scaled multiplier: beyond it products could leave 128 bits.
const LARGEST: f64 = (1u128 << 70) as f64;

/// The bound that multipliers `y` (one per row, those below zero count as zero)
/// prove for `objective` over the box, or none where the numbers are too large.
pub(crate) fn safe_bound<'a>(
    objective: &[i64],
    rows: impl Iterator<Item = &'a Row>,
    y: &[f64],
    lower: &[i64],
    upper: &[i64],
) -> Option<Safe> {
    let largest = objective.iter().map(|c| c.unsigned_abs()).max().unwrap_or(0).max(1);
    let shift = 62 - (64 - largest.leading_zeros()).min(50);
    let unit = (1u64 << shift) as f64;
    let mut reduced: Vec<i128> = objective.iter().map(|c| i128::from(*c) << shift).collect();
    let mut exact: i128 = 0;
    for (row, &dual) in rows.zip(y) {
        let scaled = (dual * unit).round();
        if scaled.is_nan() || scaled > LARGEST {
            return None;
        }
        if scaled < 1.0 {
            continue;
        }
        let multiplier = scaled as i128;
        exact = exact.checked_add(multiplier.checked_mul(i128::from(row.most))?)?;
        for &(column, a) in &row.terms {
            reduced[column as usize] -= multiplier * i128::from(a);
        }
    }
    for (column, &cost) in reduced.iter().enumerate() {
        let at = if cost > 0 { upper[column] } else { lower[column] };
        if at != 0 {
            exact = exact.checked_add(cost.checked_mul(i128::from(at))?)?;
        }
    }
    let bound = i64::try_from(exact >> shift).ok()?;
    Some(Safe { bound, reduced, exact, shift })
}

/// Whether the multipliers prove that no point within the box meets the rows.
pub(crate) fn proves_empty<'a>(columns: usize, rows: impl Iterator<Item = &'a Row>, y: &[f64], lower: &[i64], upper: &[i64]) -> bool {
    let largest = y.iter().fold(0.0f64, |most, v| most.max(v.abs()));
    if largest == 0.0 || !largest.is_finite() {
        return false;
    }
    let y: Vec<f64> = y.iter().map(|v| v / largest * (1u64 << 40) as f64 / (1u64 << 61) as f64).collect();
    let nothing = vec![0i64; columns];
    safe_bound(&nothing, rows, &y, lower, upper).is_some_and(|safe| safe.exact < 0)
}

//! Discounting: what later years are worth today, without floating point (DOMAIN.md U3).
//!
//! Values are carried in units of 10⁻¹² öre in 128 bits; each year divides by 1 + rate and rounds half
//! away from zero in the last of those places, so that after thirty years the error is below a billionth
//! of an öre. Only the answer is rounded, half away from zero, to whole öre.

use crate::Ore;

/// The rate until the municipality sets its own, in hundredths of a per cent a year: SKR's proposed internal
/// rate for 2024 and 2025. SKR proposes in steps of a quarter of a per cent.
pub const RATE: u16 = 250;

const FINE: i128 = 1_000_000_000_000;

/// A flow of money: so many years from now, so much; costs are negative.
pub type Flow = (u16, Ore);

fn halved_away(value: i128, by: i128) -> i128 {
    let half = if value < 0 { -by / 2 } else { by / 2 };
    (value + half) / by
}

fn discounted(amount: Ore, years: u16, rate: u16) -> i128 {
    (0..years).fold(i128::from(amount.0) * FINE, |value, _| halved_away(value * 10_000, 10_000 + i128::from(rate)))
}

fn whole(fine: i128) -> Ore {
    let ore = halved_away(fine, FINE);
    Ore(i64::try_from(ore).unwrap_or(if ore < 0 { i64::MIN } else { i64::MAX }))
}

/// The net present value of flows at a rate in hundredths of a per cent a year, to the öre.
pub fn present_value(flows: &[Flow], rate: u16) -> Ore {
    whole(flows.iter().map(|&(years, amount)| discounted(amount, years, rate)).sum())
}

/// When the flows have paid back what was laid out, in thousandths of a year; nothing where they never
/// do. Within the year it turns, money is thought to come evenly. A rate of nought gives the plain one.
pub fn payback(flows: &[Flow], rate: u16) -> Option<i64> {
    let last = flows.iter().map(|flow| flow.0).max()?;
    let of_year =
        |year: u16| -> i128 { flows.iter().filter(|flow| flow.0 == year).map(|&(years, amount)| discounted(amount, years, rate)).sum() };
    let mut sum = of_year(0);
    if sum >= 0 {
        return Some(0);
    }
    for year in 1..=last {
        let flow = of_year(year);
        if sum + flow >= 0 {
            let part = halved_away(-sum * 1000, flow);
            return i64::try_from(i128::from(year - 1) * 1000 + part).ok();
        }
        sum += flow;
    }
    None
}

/// How many times a part goes into a whole, in hundred-thousandths, rounded half away from zero; nothing
/// where the whole is not above nought.
pub fn proportion(part: Ore, whole: Ore) -> Option<i64> {
    (whole > Ore::ZERO).then(|| halved_away(i128::from(part.0) * 100_000, whole.0.into())).and_then(|share| i64::try_from(share).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A million now, three hundred thousand a year for five years (the reference case).
    fn reference() -> Vec<Flow> {
        let mut flows = vec![(0, Ore::kronor(-1_000_000))];
        flows.extend((1..=5).map(|year| (year, Ore::kronor(300_000))));
        flows
    }

    #[test]
    fn the_reference_case_is_right_to_the_ore() {
        assert_eq!(present_value(&reference(), 250), Ore(39_374_855));
        assert_eq!(present_value(&reference(), 350), Ore(35_451_571));
        assert_eq!(present_value(&reference(), 400), Ore(33_554_670));
    }

    #[test]
    fn the_reference_case_is_paid_back_in_the_fourth_year() {
        assert_eq!(payback(&reference(), 0), Some(3333));
        assert_eq!(payback(&reference(), 250), Some(3527));
    }

    #[test]
    fn what_never_pays_back_says_so() {
        assert_eq!(payback(&[(0, Ore::kronor(-100)), (1, Ore::kronor(99))], 0), None);
        assert_eq!(payback(&[(0, Ore::kronor(100))], 250), Some(0));
    }

    #[test]
    fn the_reference_case_gives_two_fifths_of_a_krona_for_each() {
        assert_eq!(proportion(present_value(&reference(), 250), Ore::kronor(1_000_000)), Some(39_375));
        assert_eq!(proportion(Ore(1), Ore::ZERO), None);
    }

    proptest! {
        #[test]
        fn the_worth_of_two_flows_is_the_sum_of_their_worths_but_for_the_last_ore(one in (0u16..30, -1_000_000_000_000i64..1_000_000_000_000), other in (0u16..30, -1_000_000_000_000i64..1_000_000_000_000), rate in 0u16..1000) {
            let (one, other) = ((one.0, Ore(one.1)), (other.0, Ore(other.1)));
            let apart = present_value(&[one], rate) + present_value(&[other], rate);
            prop_assert!((present_value(&[one, other], rate) - apart).0.abs() <= 1);
            prop_assert_eq!(present_value(&[one, other], rate), present_value(&[other, one], rate));
        }

        #[test]
        fn a_krona_more_in_any_year_never_lowers_the_worth(flows in prop::collection::vec((0u16..30, -1_000_000_000i64..1_000_000_000), 1..20), place in 0usize..20, more in 0i64..1_000_000, rate in 0u16..1000) {
            let flows: Vec<Flow> = flows.into_iter().map(|(year, ore)| (year, Ore(ore))).collect();
            let mut richer = flows.clone();
            let place = place % richer.len();
            richer[place].1 += Ore(more);
            prop_assert!(present_value(&richer, rate) >= present_value(&flows, rate));
        }

        #[test]
        fn without_a_rate_the_value_is_the_sum(flows in prop::collection::vec((0u16..30, -1_000_000_000_000i64..1_000_000_000_000), 0..40)) {
            let flows: Vec<Flow> = flows.into_iter().map(|(year, ore)| (year, Ore(ore))).collect();
            prop_assert_eq!(present_value(&flows, 0), flows.iter().map(|flow| flow.1).sum::<Ore>());
        }

        #[test]
        fn a_later_krona_is_never_worth_more(ore in 0i64..1_000_000_000_000, year in 0u16..29, rate in 0u16..1000) {
            prop_assert!(present_value(&[(year + 1, Ore(ore))], rate) <= present_value(&[(year, Ore(ore))], rate));
        }
    }
}

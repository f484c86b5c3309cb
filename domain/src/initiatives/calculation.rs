//! The calculation of a case: cost and benefit year by year, their worth today and when it pays back.
//! Green and yellow are kept apart, and red is never in kronor (DOMAIN.md U3).

use super::discounting::{Flow, RATE, payback, present_value};
use super::{Benefit, BenefitClass, Case, CostLine, Estimate};
use crate::Ore;

/// A year of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// What it costs.
    pub cost: Estimate,
    /// Money taken home.
    pub green: Estimate,
    /// Time, and money that is uncertain.
    pub yellow: Estimate,
}

/// What a case is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calculation {
    /// Year by year, the first with money in it first.
    pub years: Vec<Year>,
    /// Present value of green less cost: low where costs are high and benefits low, and so on.
    pub green: Estimate,
    /// Present value of green and yellow less cost.
    pub both: Estimate,
    /// What a krona of cost gives: present value of green and yellow less cost, per krona of present cost, in permille.
    pub ratio: Option<i64>,
    /// When likely green and yellow have paid back, in thousandths of a year from the first year.
    pub payback: Option<i64>,
    /// The same, discounted.
    pub discounted_payback: Option<i64>,
}

impl Case {
    /// The sum of the benefits of a class over all years; nought for red.
    pub fn worth(&self, class: BenefitClass) -> Estimate {
        self.benefits.values().filter(|benefit| benefit.class == class).map(Benefit::total).sum()
    }

    /// What the case is worth at the municipality's rate; nothing where no line holds money.
    pub fn calculation(&self) -> Option<Calculation> {
        let spans = || self.costs.values().flat_map(|line| &line.spans).chain(self.benefits.values().flat_map(|benefit| &benefit.spans));
        let (first, last) = (spans().map(|span| span.from).min()?, spans().map(|span| span.to).max()?);
        let of =
            |class, year| self.benefits.values().filter(move |benefit| benefit.class == class).map(|benefit| benefit.in_year(year)).sum();
        let years: Vec<Year> = (first..=last)
            .map(|year| Year {
                year,
                cost: self.costs.values().map(|line: &CostLine| line.in_year(year)).sum(),
                green: of(BenefitClass::Green, year),
                yellow: of(BenefitClass::Yellow, year),
            })
            .collect();
        let flows =
            |amount: &dyn Fn(&Year) -> Ore| -> Vec<Flow> { (0u16..).zip(&years).map(|(after, year)| (after, amount(year))).collect() };
        let value = |amount: &dyn Fn(&Year) -> Ore| present_value(&flows(amount), RATE);
        let likely = |year: &Year| year.green.likely + year.yellow.likely - year.cost.likely;
        let cost = value(&|year| year.cost.likely);
        let both = Estimate {
            low: value(&|year| year.green.low + year.yellow.low - year.cost.high),
            likely: value(&likely),
            high: value(&|year| year.green.high + year.yellow.high - year.cost.low),
        };
        Some(Calculation {
            green: Estimate {
                low: value(&|year| year.green.low - year.cost.high),
                likely: value(&|year| year.green.likely - year.cost.likely),
                high: value(&|year| year.green.high - year.cost.low),
            },
            both,
            ratio: (cost > Ore::ZERO)
                .then(|| i128::from(both.likely.0) * 1000 / i128::from(cost.0))
                .and_then(|share| i64::try_from(share).ok()),
            payback: payback(&flows(&likely), 0),
            discounted_payback: payback(&flows(&likely), RATE),
            years,
        })
    }
}

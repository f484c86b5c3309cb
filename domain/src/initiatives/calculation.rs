//! The calculation of a case: cost and benefit year by year, their worth today and when it pays back.
//! Green and yellow are kept apart, and red is never in kronor (DOMAIN.md U3).

use std::collections::BTreeMap;

use super::discounting::{Flow, payback, present_value, proportion};
use super::{Benefit, BenefitClass, Case, CostLine, Estimate, Premises, Span};
use crate::{Ore, UnitId};

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
    /// Year by year, the first with money in it first; all is reckoned as of that year.
    pub years: Vec<Year>,
    /// Present value of the likely cost.
    pub cost: Ore,
    /// Present value of green less cost: low where costs are high and benefits low, and so on.
    pub green: Estimate,
    /// Present value of green and yellow less cost.
    pub both: Estimate,
    /// What is added to the cost for optimism.
    pub uplift: Ore,
    /// Likely present value of green and yellow less cost, after that.
    pub uplifted: Ore,
    /// What a krona of cost gives: present value of green and yellow less cost, per krona of present cost,
    /// in hundred-thousandths (ASEK's NNK-idu).
    pub ratio: Option<i64>,
    /// When likely green and yellow have paid back, in thousandths of a year from the first year.
    pub payback: Option<i64>,
    /// The same, discounted.
    pub discounted_payback: Option<i64>,
}

/// What a unit pays and gets over all years, likely: who carries the cost is seldom who has the benefit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// What it pays.
    pub cost: Ore,
    /// Money it takes home.
    pub green: Ore,
    /// Time, and money that is uncertain.
    pub yellow: Ore,
}

/// A line of a case that holds money.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// A cost.
    Cost(&'a CostLine),
    /// A green or yellow benefit.
    Benefit(&'a Benefit),
}

impl<'a> Line<'a> {
    /// When and how much.
    pub fn spans(self) -> &'a [Span] {
        match self {
            Self::Cost(line) => &line.spans,
            Self::Benefit(benefit) => &benefit.spans,
        }
    }

    /// What it is called.
    pub fn what(self) -> &'a str {
        match self {
            Self::Cost(line) => &line.what,
            Self::Benefit(benefit) => &benefit.what,
        }
    }

    /// The name that tells it from every other line of the case.
    pub fn key(self) -> String {
        match self {
            Self::Cost(line) => format!("cost/{}", line.id),
            Self::Benefit(benefit) => format!("benefit/{}", benefit.id),
        }
    }

    /// Its amounts as they come into the worth: costs are negative, and so their high is the low one.
    pub fn signed(self, worth: Estimate) -> Estimate {
        match self {
            Self::Cost(_) => Estimate { low: -worth.high, likely: -worth.likely, high: -worth.low },
            Self::Benefit(_) => worth,
        }
    }

    /// What it is worth as of a year, each of its three amounts to the öre; unsigned.
    pub fn worth(self, first: i16, rate: u16) -> Estimate {
        let flows = |amount: fn(Estimate) -> Ore| -> Vec<Flow> {
            let years = |span: &Span| span.from..=span.to;
            let after = |year: i16| u16::try_from(i32::from(year) - i32::from(first)).unwrap_or(0);
            self.spans().iter().flat_map(|span| years(span).map(move |year| (after(year), amount(span.yearly)))).collect()
        };
        let value = |amount| present_value(&flows(amount), rate);
        Estimate { low: value(|yearly| yearly.low), likely: value(|yearly| yearly.likely), high: value(|yearly| yearly.high) }
    }
}

impl Case {
    /// The sum of the benefits of a class over all years; nought for red.
    pub fn worth(&self, class: BenefitClass) -> Estimate {
        self.benefits.values().filter(|benefit| benefit.class == class).map(Benefit::total).sum()
    }

    /// All lines that hold money, costs first, in the order of their identities.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let costs = self.costs.values().map(Line::Cost);
        costs.chain(self.benefits.values().map(Line::Benefit)).filter(|line| !line.spans().is_empty())
    }

    /// The first year with money in it: the one all is reckoned as of.
    pub fn first_year(&self) -> Option<i16> {
        self.lines().flat_map(|line| line.spans().iter().map(|span| span.from)).min()
    }

    /// What each unit pays and gets over all years.
    pub fn by_unit(&self) -> BTreeMap<&UnitId, Share> {
        let mut units: BTreeMap<&UnitId, Share> = BTreeMap::new();
        for line in self.costs.values() {
            units.entry(&line.payer).or_default().cost += line.total().likely;
        }
        for benefit in self.benefits.values() {
            let share = units.entry(&benefit.receiver).or_default();
            match benefit.class {
                BenefitClass::Green => share.green += benefit.total().likely,
                BenefitClass::Yellow => share.yellow += benefit.total().likely,
                BenefitClass::Red => {}
            }
        }
        units
    }

    /// The years of the case, from the first with money in it to the last.
    fn years(&self) -> Option<Vec<Year>> {
        let last = self.lines().flat_map(|line| line.spans().iter().map(|span| span.to)).max()?;
        let of = |class, year| {
            self.benefits.values().filter(move |benefit| benefit.class == class).map(move |benefit| benefit.in_year(year)).sum()
        };
        let year = |year| Year {
            year,
            cost: self.costs.values().map(|line: &CostLine| line.in_year(year)).sum(),
            green: of(BenefitClass::Green, year),
            yellow: of(BenefitClass::Yellow, year),
        };
        Some((self.first_year()?..=last).map(year).collect())
    }

    /// What the case is worth on the municipality's premises; nothing where no line holds money.
    pub fn calculation(&self, premises: &Premises) -> Option<Calculation> {
        let years = self.years()?;
        let rate = premises.rate;
        let flows =
            |amount: &dyn Fn(&Year) -> Ore| -> Vec<Flow> { (0u16..).zip(&years).map(|(after, year)| (after, amount(year))).collect() };
        let value = |amount: &dyn Fn(&Year) -> Ore| present_value(&flows(amount), rate);
        let likely = |year: &Year| year.green.likely + year.yellow.likely - year.cost.likely;
        let cost = value(&|year| year.cost.likely);
        let uplift = cost.permille(premises.uplift.into());
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
            uplift,
            uplifted: both.likely - uplift,
            ratio: proportion(both.likely, cost),
            payback: payback(&flows(&likely), 0),
            discounted_payback: payback(&flows(&likely), rate),
            cost,
            years,
        })
    }
}

//! A portfolio instance: what may be chosen, what it costs, what it is worth.
//!
//! Everything is an integer. Indices point into the vectors of [`Instance`];
//! identifiers are kept only so that answers can name things.

use serde::Serialize;

/// One question to the engine, in the form `styrbord-portfolio/1`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Instance {
    /// Names of the periods (years), in order of time.
    pub periods: Vec<String>,
    /// Funds, each with one amount per period in the caller's unit of money.
    pub funds: Vec<Resource>,
    /// Roles, each with its person-days per period.
    pub roles: Vec<Resource>,
    /// Criteria with the weights that hold when no weight set is named.
    pub criteria: Vec<Criterion>,
    /// The weights of each assessor (or other view), one per criterion.
    pub weight_sets: Vec<WeightSet>,
    /// Goals that must be served to at least a given extent.
    pub goals: Vec<Goal>,
    /// What may be chosen.
    pub initiatives: Vec<Initiative>,
    /// Prerequisites, exclusions and synergies.
    pub rules: Vec<Rule>,
}

/// A fund or a role: an identifier and what there is of it in each period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    /// Identifier, unique among its kind.
    pub id: String,
    /// What there is, per period.
    pub amounts: Vec<i64>,
}

/// A criterion and its weight (any integer scale, ≥ 0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Identifier.
    pub id: String,
    /// Weight when no weight set is named.
    pub weight: i64,
}

/// One view of how much each criterion weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightSet {
    /// Identifier, such as an assessor's.
    pub id: String,
    /// One weight per criterion.
    pub weights: Vec<i64>,
}

/// A goal that the chosen initiatives together must serve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Identifier.
    pub id: String,
    /// The least sum of coverage.
    pub at_least: i64,
}

/// A number with its spread: low ≤ likely ≤ high. The likely value counts
/// wherever no scenario is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// Lowest plausible value.
    pub low: i64,
    /// The value used outside scenarios.
    pub likely: i64,
    /// Highest plausible value.
    pub high: i64,
}

impl Estimate {
    /// An estimate without spread.
    pub fn exactly(value: i64) -> Self {
        Self { low: value, likely: value, high: value }
    }

    /// Whether the estimate has any spread.
    pub fn varies(&self) -> bool {
        self.low != self.high
    }
}

/// Something that may be chosen in one of its options, or left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initiative {
    /// Identifier, unique among initiatives.
    pub id: String,
    /// Whether exactly one option must be chosen.
    pub mandatory: bool,
    /// One score per criterion.
    pub scores: Vec<Estimate>,
    /// (goal, extent) served when chosen.
    pub coverage: Vec<(usize, i64)>,
    /// The ways to do it: start period and financing.
    pub options: Vec<Choice>,
}

/// One way to do an initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Identifier, unique within the initiative.
    pub id: String,
    /// Index of the period in which it starts.
    pub start: usize,
    /// Share of the initiative's value that this option gives, in permille.
    pub value_permille: i64,
    /// Money drawn.
    pub money: Vec<Draw>,
    /// Person-days drawn.
    pub capacity: Vec<Draw>,
}

/// What an option draws from one fund or role in one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draw {
    /// Index of the fund or role.
    pub resource: usize,
    /// Index of the period.
    pub period: usize,
    /// The amount, ≥ 0.
    pub amount: Estimate,
}

/// A demand that ties initiatives to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Where `of` is chosen with a start in period s, each of `needs` is chosen
    /// with a start no later than s.
    NeedsAll {
        /// The prerequisites.
        needs: Vec<usize>,
        /// The initiative that has them.
        of: usize,
    },
    /// As [`Rule::NeedsAll`], but one of `needs` suffices.
    NeedsAny {
        /// The prerequisites.
        needs: Vec<usize>,
        /// The initiative that has them.
        of: usize,
    },
    /// At most one of these is chosen.
    AtMostOne(Vec<usize>),
    /// Where all of these are chosen, `extra_value` is added once (it may be
    /// negative where they overlap).
    Together {
        /// The initiatives.
        members: Vec<usize>,
        /// What is added to the value.
        extra_value: i64,
    },
}

/// A choice: for each initiative the index of its option, or none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Selection(pub Vec<Option<u32>>);

impl Selection {
    /// The choice of nothing among `count` initiatives.
    pub fn nothing(count: usize) -> Self {
        Self(vec![None; count])
    }

    /// Whether an initiative is chosen.
    pub fn has(&self, initiative: usize) -> bool {
        self.0[initiative].is_some()
    }
}

impl Instance {
    /// The weights that hold when no weight set is named.
    pub fn own_weights(&self) -> Vec<i64> {
        self.criteria.iter().map(|c| c.weight).collect()
    }

    /// The value of one option under the given weights:
    /// ⌊Σₖ weightₖ·scoreₖ · permille / 1000⌋. The reader has bounded every
    /// factor so that the product fits in 127 bits and the result in 50.
    pub fn option_value(&self, initiative: usize, option: usize, weights: &[i64]) -> i64 {
        let item = &self.initiatives[initiative];
        let sum: i128 = item.scores.iter().zip(weights).map(|(score, weight)| i128::from(score.likely) * i128::from(*weight)).sum();
        let permille = i128::from(item.options[option].value_permille);
        i64::try_from((sum * permille).div_euclid(1000)).unwrap_or(i64::MAX)
    }

    /// The value of a choice under the given weights.
    pub fn value(&self, selection: &Selection, weights: &[i64]) -> i64 {
        let own: i64 =
            selection.0.iter().enumerate().filter_map(|(i, option)| option.map(|o| self.option_value(i, o as usize, weights))).sum();
        let extra: i64 = self
            .rules
            .iter()
            .filter_map(|rule| match rule {
                Rule::Together { members, extra_value } if members.iter().all(|m| selection.has(*m)) => Some(*extra_value),
                _ => None,
            })
            .sum();
        own + extra
    }
}

//! The demands an instance makes, named so that a conflict or a relaxation can
//! point at them.

use serde_json::{Value, json};

use crate::instance::Instance;

/// One demand that a choice must meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Demand {
    /// The rule with this index: prerequisite or exclusion.
    Rule(usize),
    /// This initiative is mandatory.
    Mandate(usize),
    /// What there is of this fund in this period.
    Money(usize, usize),
    /// What there is of this role in this period.
    Capacity(usize, usize),
    /// What this goal must be served at least.
    Coverage(usize),
}

impl Demand {
    /// The demand as JSON: its kind, its place in the input and its names.
    pub fn to_json(self, instance: &Instance) -> Value {
        match self {
            Self::Rule(rule) => json!({"demand": "law", "place": format!("rules[{rule}]")}),
            Self::Mandate(i) => json!({
                "demand": "mandate",
                "place": format!("initiatives[{i}].mandatory"),
                "initiative": instance.initiatives[i].id,
            }),
            Self::Money(fund, period) => json!({
                "demand": "money",
                "place": format!("money[{fund}].amounts[{period}]"),
                "fund": instance.funds[fund].id,
                "period": instance.periods[period],
            }),
            Self::Capacity(role, period) => json!({
                "demand": "capacity",
                "place": format!("capacity[{role}].amounts[{period}]"),
                "role": instance.roles[role].id,
                "period": instance.periods[period],
            }),
            Self::Coverage(goal) => json!({
                "demand": "coverage",
                "place": format!("coverage[{goal}].at_least"),
                "goal": instance.goals[goal].id,
            }),
        }
    }
}

/// A demand that a least-bad choice does not meet, and by how much (money and
/// capacity in their units, coverage in its extent, a mandate by one).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relaxed {
    /// The demand.
    pub demand: Demand,
    /// By how much it is missed.
    pub by: i64,
}

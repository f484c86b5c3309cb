//! Why this choice: what each initiative, unit of money and rule is worth.
//!
//! Every figure is the difference between two exact optima, never a dual value.

mod reasons;
mod weights;

pub use reasons::{Reason, Shortage};
pub use weights::{Swing, WeightRange};

use crate::control::{Control, Limits};
use crate::demand::Demand;
use crate::instance::{Instance, Rule, Selection};
use crate::program::{Origin, Program};
use crate::search::{Ceilings, Found, Memory, maximise};
use crate::variant::{Base, ask_all, ask_in_rounds};

/// A difference of values; `exact` where both sides are proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The difference.
    pub value: i64,
    /// Whether it is proven. Where not, a gain is at least this and a loss at
    /// most this.
    pub exact: bool,
}

/// What is said of one initiative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Why it is in or out.
    pub reason: Reason,
    /// Chosen: what the optimum loses without it (replacement cost); none where
    /// nothing is possible without it. Not chosen: what the optimum loses with
    /// it (regret); none where nothing is possible with it.
    pub change: Option<Figure>,
    /// Not chosen: what its easiest option lacks beside the present choice.
    pub lacks: Vec<Shortage>,
}

/// The value of more of a fund or a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitPrice {
    /// The fund or role, and the period.
    pub demand: Demand,
    /// What one more unit gives.
    pub one: Option<Figure>,
    /// One percent of it, in units.
    pub percent: i64,
    /// What one percent more gives.
    pub by_percent: Option<Figure>,
    /// What one percent less costs; none where nothing is possible then.
    pub percent_less: Option<Figure>,
}

/// What a mandate, rule or coverage demand costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RulePrice {
    /// The demand.
    pub demand: Demand,
    /// What is gained without it.
    pub gain: Option<Figure>,
}

/// The best choice when all money is scaled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyStep {
    /// Money in permille of what there is.
    pub permille: i64,
    /// The change in value; none where nothing is possible.
    pub change: Option<Figure>,
    /// Initiatives that come in.
    pub enters: Vec<usize>,
    /// Initiatives that go out.
    pub leaves: Vec<usize>,
}

/// The explanation of a choice.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// For each initiative.
    pub initiatives: Vec<Explained>,
    /// Rejected initiatives, the one that costs least to take in first.
    pub next_in: Vec<usize>,
    /// Chosen initiatives, the one that is cheapest to give up first.
    pub first_out: Vec<usize>,
    /// For each fund and role and period.
    pub units: Vec<UnitPrice>,
    /// For each rule, mandate and coverage demand.
    pub rules: Vec<RulePrice>,
    /// With 5 and 10 percent less and more money.
    pub money: Vec<MoneyStep>,
    /// Each weight a tenth lower and higher.
    pub tornado: Vec<Swing>,
    /// For each criterion, the weights at which the choice stays optimal.
    pub weight_ranges: Vec<WeightRange>,
}

/// One question that differs from the base in one thing.
#[derive(Debug, Clone, Copy)]
enum Asked {
    Held(usize, bool),
    Shifted(Demand, i64),
    Dropped(Demand),
    Scaled(i64),
}

impl Asked {
    fn of(self, program: &Program) -> Program {
        match self {
            Self::Held(i, inside) => program.holding(i, inside),
            Self::Shifted(demand, by) => program.shifting(demand, by),
            Self::Dropped(demand) => program.dropping(demand),
            Self::Scaled(permille) => {
                let mut program = program.clone();
                for (row, origin) in program.rows.iter_mut().zip(&program.origin) {
                    if let Origin::Demand(Demand::Money(..)) = origin {
                        let scaled = i128::from(row.most) * i128::from(permille) / 1000;
                        row.most = i64::try_from(scaled).unwrap_or(i64::MAX);
                    }
                }
                program
            }
        }
    }
}

/// Explains the best choice under the given weights; none where there is no
/// choice or the run was stopped before one was found.
pub fn explain(instance: &Instance, weights: &[i64], control: Control<'_>) -> Option<Explanation> {
    let base = Base::solve(instance, weights, control);
    let selection = base.selection()?;
    let (value, _) = base.found.best.as_ref()?;
    let proven = base.found.bound == Some(*value);
    let questions = questions(instance, &selection);
    let found = ask(&base, &questions, control);
    let figure = |found: &Found, gain: bool| -> Option<Figure> {
        let (other, _) = found.best.as_ref()?;
        let difference = if gain { other - value } else { value - other };
        Some(Figure { value: difference, exact: proven && found.bound == Some(*other) })
    };
    let mut explained: Vec<Explained> = (0..instance.initiatives.len())
        .map(|i| {
            let (reason, lacks) = reasons::reason(instance, &selection, i);
            Explained { reason, change: None, lacks }
        })
        .collect();
    let (mut units, mut rules, mut money) = (Vec::<UnitPrice>::new(), Vec::new(), Vec::new());
    for (asked, found) in questions.iter().zip(&found) {
        match *asked {
            Asked::Held(i, _) => explained[i].change = figure(found, false),
            Asked::Dropped(demand) => rules.push(RulePrice { demand, gain: figure(found, true) }),
            Asked::Shifted(demand, by) => {
                if units.last().is_none_or(|last| last.demand != demand) {
                    let percent = percent_of(instance, demand);
                    units.push(UnitPrice { demand, one: None, percent, by_percent: None, percent_less: None });
                }
                if let Some(unit) = units.last_mut() {
                    match by {
                        i64::MIN..=-1 => unit.percent_less = figure(found, false),
                        1 if unit.one.is_none() => unit.one = figure(found, true),
                        _ => unit.by_percent = figure(found, true),
                    }
                }
            }
            Asked::Scaled(permille) => {
                let other = found.best.as_ref().map(|(_, x)| base.compiled.selection(x));
                let moved = |entering: bool| -> Vec<usize> {
                    let Some(other) = &other else { return Vec::new() };
                    let differs = |i: &usize| selection.has(*i) != other.has(*i) && other.has(*i) == entering;
                    (0..selection.0.len()).filter(differs).collect()
                };
                money.push(MoneyStep { permille, change: figure(found, true), enters: moved(true), leaves: moved(false) });
            }
        }
    }
    let ranked = |chosen: bool| -> Vec<usize> {
        let mut list: Vec<usize> = (0..explained.len()).filter(|i| selection.has(*i) == chosen && explained[*i].change.is_some()).collect();
        list.sort_by_key(|i| (explained[*i].change.map(|f| f.value), instance.initiatives[*i].id.clone()));
        list
    };
    let (next_in, first_out) = (ranked(false), ranked(true));
    let tornado = weights::tornado(instance, weights, &base, control);
    let weight_ranges = weights::ranges(instance, weights, &base, control);
    Some(Explanation { initiatives: explained, next_in, first_out, units, rules, money, tornado, weight_ranges })
}

/// Answers all questions.
///
/// What is proven of points with one initiative held otherwise than the best choice has it holds in every question that
/// allows no more than the base does. So those come first that seem to cost most, by a first bound: whoever comes later
/// need not look at what costs more than it does itself, and there is ever less left to decide. The others begin where
/// the base's tree ended.
fn ask(base: &Base, questions: &[Asked], control: Control<'_>) -> Vec<Found> {
    let (program, threads) = (base.program(), control.limits.threads);
    let put = |at: usize, control: Control<'_>, memory: &mut Memory| maximise(&questions[at].of(program), control, memory);
    let note = |at: usize, found: &Found, memory: &mut Memory| {
        if let Asked::Held(i, inside) = questions[at] {
            memory.ceilings.lower(&program.picks[i], inside, found.bound.unwrap_or(i64::MIN));
        }
    };
    let (held, others): (Vec<usize>, Vec<usize>) = (0..questions.len()).partition(|at| matches!(questions[*at], Asked::Held(..)));
    let less = |at: &usize| matches!(questions[*at], Asked::Shifted(_, ..0) | Asked::Scaled(..1000));
    let (less, more): (Vec<usize>, Vec<usize>) = others.into_iter().partition(less);

    let mut memory = Memory { ceilings: Ceilings::of(program.columns.len()), ..base.memory.clone() };
    let first = control.with(Limits { nodes: Some(0), ..control.limits });
    let in_turn = |list: &[usize], control: Control<'_>, memory: &mut Memory| {
        ask_in_rounds(
            list.len(),
            threads,
            memory,
            |k, memory| put(list[k], control, memory),
            |k, found, memory| note(list[k], found, memory),
        )
    };
    let bounds = in_turn(&held, first, &mut memory);
    let mut order: Vec<(Option<i64>, usize)> = bounds.iter().map(|found| found.bound).zip(held).collect();
    order.sort_unstable();
    let order: Vec<usize> = order.into_iter().map(|(_, at)| at).chain(less).collect();
    let answers = in_turn(&order, control, &mut memory);
    let rest = ask_all(more.len(), threads, &base.memory, |k, memory| put(more[k], control, memory));

    let mut found: Vec<(usize, Found)> = order.into_iter().zip(answers).chain(more.into_iter().zip(rest)).collect();
    found.sort_unstable_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, found)| found).collect()
}

fn percent_of(instance: &Instance, demand: Demand) -> i64 {
    let there = match demand {
        Demand::Money(k, t) => instance.funds[k].amounts[t],
        Demand::Capacity(k, t) => instance.roles[k].amounts[t],
        _ => 0,
    };
    (there / 100).max(1)
}

fn questions(instance: &Instance, selection: &Selection) -> Vec<Asked> {
    let mut list = Vec::new();
    for (i, item) in instance.initiatives.iter().enumerate() {
        let inside = selection.has(i);
        if !item.options.is_empty() && !item.mandatory {
            list.push(Asked::Held(i, !inside));
        }
    }
    let periods = 0..instance.periods.len();
    let funds = (0..instance.funds.len()).flat_map(|k| periods.clone().map(move |t| Demand::Money(k, t)));
    let roles = (0..instance.roles.len()).flat_map(|k| periods.clone().map(move |t| Demand::Capacity(k, t)));
    for demand in funds.chain(roles) {
        let percent = percent_of(instance, demand);
        list.extend([1, percent, -percent].map(|by| Asked::Shifted(demand, by)));
    }
    for (r, rule) in instance.rules.iter().enumerate() {
        if !matches!(rule, Rule::Together { .. }) {
            list.push(Asked::Dropped(Demand::Rule(r)));
        }
    }
    for (i, item) in instance.initiatives.iter().enumerate() {
        if item.mandatory {
            list.push(Asked::Dropped(Demand::Mandate(i)));
        }
    }
    for (g, goal) in instance.goals.iter().enumerate() {
        if goal.at_least > 0 {
            list.push(Asked::Dropped(Demand::Coverage(g)));
        }
    }
    list.extend([900, 950, 1050, 1100].map(Asked::Scaled));
    list
}

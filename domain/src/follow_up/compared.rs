//! Plan, forecast and outcome of one initiative, side by side, for time, cost, scope and benefit
//! (DOMAIN.md U7).

use super::realised_of;
use crate::initiatives::{Delivery, Initiative};
use crate::{Date, Municipality, Ore};

/// One thing as it was first planned, as it is planned now, as it is thought to become, and as it became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course<T> {
    /// As the work began.
    pub first: T,
    /// By the plan that holds now.
    pub plan: T,
    /// As the latest report has it; the plan where nothing is reported since.
    pub forecast: T,
    /// As it became; nothing until it is known.
    pub outcome: Option<T>,
}

impl<T: Copy> Course<T> {
    /// What is known best: the outcome, or the forecast.
    pub fn best(&self) -> T {
        self.outcome.unwrap_or(self.forecast)
    }
}

/// Plan, forecast and outcome of an initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The day of delivery.
    pub time: Course<Date>,
    /// The cost until delivery, in öre.
    pub cost: Course<Ore>,
    /// How much of the first plan's scope, in permille.
    pub scope: Course<i64>,
    /// How much of the promised benefit, in permille; its outcome is what has been attested.
    pub benefit: Course<i64>,
}

impl Compared {
    /// How many days after the first plan it is, or is thought to be, delivered; less than nought is before.
    pub fn days_late(&self) -> i32 {
        self.time.best().since(self.time.first).map_or(0, |span| span.get_days())
    }

    /// How much it exceeds the first budget, in permille; nothing where the budget was nought.
    pub fn overrun(&self) -> Option<i64> {
        let (first, best) = (i128::from(self.cost.first.0), i128::from(self.cost.best().0));
        (first > 0).then(|| (best - first) * 1000 / first).and_then(|permille| i64::try_from(permille).ok())
    }
}

/// Plan, forecast and outcome of an initiative; nothing before its work has begun.
pub fn compared(town: &Municipality, initiative: &Initiative) -> Option<Compared> {
    let work: &Delivery = initiative.delivery.as_ref()?;
    let (first, plan, report) = (&work.plan, work.plan_now(), work.latest());
    Some(Compared {
        time: Course { first: first.end, plan: plan.end, forecast: report.map_or(plan.end, |report| report.end), outcome: work.delivered },
        cost: Course {
            first: first.budget,
            plan: plan.budget,
            forecast: report.map_or(plan.budget, |report| report.forecast),
            outcome: work.cost,
        },
        scope: Course {
            first: 1000,
            plan: 1000,
            forecast: report.map_or(1000, |report| report.scope.into()),
            outcome: work.scope.map(i64::from),
        },
        benefit: Course {
            first: 1000,
            plan: 1000,
            forecast: report.map_or(1000, |report| report.benefit.into()),
            outcome: realised_of(town, initiative).come_true(),
        },
    })
}

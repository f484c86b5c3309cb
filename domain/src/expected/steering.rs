//! What waits in goals, plans and money: indicators to measure, undertakings to report, plans and keys to decide.

use std::collections::BTreeSet;

use super::{Kind, Task, holders, is_near};
use crate::goals::{Frequency, Indicator};
use crate::objects::{ObjectPlan, PlanState};
use crate::organisation::{Appointment, Role};
use crate::{Date, GoalId, Municipality, PersonId};

pub(super) fn add(town: &Municipality, date: Date, tasks: &mut Vec<Task>) {
    let alive: BTreeSet<&GoalId> = town.goals.in_force(date).map(|goal| &goal.id).collect();
    let measured = town.goals.indicators.values().filter(|indicator| alive.contains(&indicator.goal));
    tasks.extend(measured.filter_map(|indicator| measure(indicator, date)));
    for undertaking in town.goals.undertakings.values().filter(|undertaking| !undertaking.is_closed()) {
        if let (Some(who), Some(due)) = (&undertaking.responsible, undertaking.due.filter(|due| is_near(*due, date))) {
            tasks.push(Task { due: Some(due), kind: Kind::ReportUndertaking, about: (&undertaking.id).into(), who: vec![who.clone()] });
        }
    }
    let held = town.organisation.by_object();
    for plan in town.objects.plans.values().filter(|plan| plan.year >= date.year()) {
        tasks.extend(finish(plan, held.get(&plan.object).map_or(&[], Vec::as_slice), date));
    }
    let secretaries = holders(town, Role::Secretary, None, date);
    for key in town.money.keys.values().filter(|key| key.decided.is_none()) {
        tasks.extend(key.waits_for().map(|_| Task { due: None, kind: Kind::AgreeKey, about: (&key.id).into(), who: secretaries.clone() }));
    }
}

/// The owner of an indicator, when its next value falls due.
fn measure(indicator: &Indicator, date: Date) -> Option<Task> {
    let owner = indicator.measure.owner.clone()?;
    let latest = indicator.latest().or(indicator.measure.baseline)?;
    let months = match indicator.measure.frequency {
        Frequency::Monthly => 1,
        Frequency::Tertially => 4,
        Frequency::HalfYearly => 6,
        Frequency::Yearly => 12,
    };
    let due = latest.on.saturating_add(jiff::Span::new().months(months));
    is_near(due, date).then(|| Task { due: Some(due), kind: Kind::MeasureIndicator, about: (&indicator.id).into(), who: vec![owner] })
}

/// The managers while a plan is written, its owner when it waits for a decision; `held` are the appointments
/// for its object.
fn finish(plan: &ObjectPlan, held: &[&Appointment], date: Date) -> Option<Task> {
    let (kind, role) = match plan.state {
        PlanState::Draft | PlanState::Revising => (Kind::FinishPlan, Role::ObjectManager),
        PlanState::Reviewed => (Kind::DecidePlan, Role::ObjectOwner),
        PlanState::Decided => return None,
    };
    let mut who: Vec<PersonId> =
        held.iter().filter(|held| held.role == role && held.is_in_force(date)).map(|held| held.person.clone()).collect();
    who.sort();
    who.dedup();
    Some(Task { due: None, kind, about: (&plan.id).into(), who })
}

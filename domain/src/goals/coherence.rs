//! Whether strategy, goals and plans hang together: the auditors' finding, computed (report 4.1.3–4.1.5).

use std::collections::BTreeSet;

use super::{Direction, DocumentKind, Goal, Goals};
use crate::organisation::{Organisation, Unit, UnitKind};
use crate::{Date, GoalId};

impl Goals {
    /// The directions in force that carry no goal in force.
    pub fn directions_without_goal(&self, date: Date) -> Vec<&Direction> {
        let goals: BTreeSet<_> = self.in_force(date).map(|goal| &goal.id).collect();
        let mut alone = self.directions_in_force(date);
        alone.retain(|direction| !direction.links.iter().any(|link| goals.contains(&link.goal)));
        alone
    }

    /// The goals that some direction in force carries.
    pub fn carried_goals(&self, date: Date) -> BTreeSet<&GoalId> {
        self.directions_in_force(date).into_iter().flat_map(|direction| direction.links.iter().map(|link| &link.goal)).collect()
    }

    /// The goals in force that no direction carries. Whether an activity or initiative serves them
    /// all the same is known to later rooms.
    pub fn goals_without_direction(&self, date: Date) -> Vec<&Goal> {
        let carried = self.carried_goals(date);
        self.in_force(date).filter(|goal| !carried.contains(&goal.id)).collect()
    }

    /// The committees (the executive board among them) whose plans in force say nothing about digitalisation.
    pub fn silent_committees<'a>(&'a self, organisation: &'a Organisation, date: Date) -> impl Iterator<Item = &'a Unit> {
        let heard: BTreeSet<_> = self
            .undertakings
            .values()
            .filter(|undertaking| self.steers(&undertaking.document, date))
            .map(|undertaking| undertaking.unit.clone())
            .chain(self.in_force(date).filter(|goal| !goal.wording.digitalisation.is_empty()).map(|goal| goal.unit.clone()))
            .collect();
        organisation
            .units_on(date)
            .filter(|unit| matches!(unit.kind, UnitKind::Committee | UnitKind::ExecutiveBoard))
            .filter(move |unit| !heard.contains(&unit.id))
    }

    /// The committees that have no plan in force.
    pub fn planless_committees<'a>(&'a self, organisation: &'a Organisation, date: Date) -> impl Iterator<Item = &'a Unit> {
        let planned: BTreeSet<_> = self
            .documents
            .values()
            .filter(|document| document.kind == DocumentKind::OperationalPlan && document.is_in_force(date))
            .map(|document| document.unit.clone())
            .collect();
        organisation
            .units_on(date)
            .filter(|unit| matches!(unit.kind, UnitKind::Committee | UnitKind::ExecutiveBoard))
            .filter(move |unit| !planned.contains(&unit.id))
    }
}

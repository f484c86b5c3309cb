//! The golden thread through the plans: which goals activities serve, with how much money, and what
//! serves nothing (report 4.1.4, 4.3.1).

use std::collections::{BTreeMap, BTreeSet};

use super::{Activity, Objects};
use crate::goals::{Direction, Goal, Goals};
use crate::{Date, GoalAreaId, GoalId, Ore, PriorityAreaId};

impl Objects {
    /// The activities that serve a goal.
    pub fn serving<'a>(&'a self, goal: &'a GoalId) -> impl Iterator<Item = &'a Activity> {
        self.activities.values().filter(move |activity| activity.text.goals.contains(goal))
    }

    /// The goals in force that neither a direction carries nor an activity of the day's year serves.
    /// Initiatives may serve them all the same: a later room knows.
    pub fn goals_left_alone<'a>(&'a self, goals: &'a Goals, date: Date) -> Vec<&'a Goal> {
        let served: BTreeSet<_> = self.activities_in(date.year()).flat_map(|activity| &activity.text.goals).collect();
        let mut alone = goals.goals_without_direction(date);
        alone.retain(|goal| !served.contains(&goal.id));
        alone
    }

    /// Planned cost of a year's activities by goal area; nothing stands for those that name none.
    pub fn cost_by_area(&self, year: i16) -> BTreeMap<Option<&GoalAreaId>, Ore> {
        self.cost_by(year, |activity| activity.text.area.as_ref())
    }

    /// Planned cost of a year's activities by priority area; nothing stands for those that name none.
    pub fn cost_by_priority_area(&self, year: i16) -> BTreeMap<Option<&PriorityAreaId>, Ore> {
        self.cost_by(year, |activity| activity.text.priority_area.as_ref())
    }

    /// Planned cost of a year's activities that serve any goal a direction carries. An activity that serves
    /// several such goals counts once; one that serves goals of two directions counts behind both.
    pub fn cost_behind(&self, direction: &Direction, year: i16) -> Ore {
        let carries = |activity: &&Activity| activity.text.goals.iter().any(|goal| direction.link_to(goal).is_some());
        self.activities_in(year).filter(carries).map(|activity| activity.text.cost()).sum()
    }

    /// The activities of a year that name no goal area, no priority area, or no goal.
    pub fn loose_activities(&self, year: i16) -> impl Iterator<Item = &Activity> {
        self.activities_in(year)
            .filter(|activity| activity.text.area.is_none() || activity.text.priority_area.is_none() || activity.text.goals.is_empty())
    }

    fn cost_by<'a, K: Ord>(&'a self, year: i16, of: fn(&'a Activity) -> Option<K>) -> BTreeMap<Option<K>, Ore> {
        let mut costs = BTreeMap::new();
        for activity in self.activities_in(year) {
            *costs.entry(of(activity)).or_insert(Ore::ZERO) += activity.text.cost();
        }
        costs
    }
}

//! The order among activities: what must be done before what, within a plan and across objects, and where
//! the plans break that order (report 4.3.1: what others depend on goes first).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Activity, ActivityStatus, Objects};
use crate::{ActivityId, Refusal, Refusals};

/// Why an activity cannot rest on another that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Snag {
    /// What it needs is not planned to be done before it begins.
    Later,
    /// What it needs has been postponed or cancelled.
    LetGo,
    /// What it needs has been taken out of its plan.
    Gone,
}

impl Objects {
    /// The activities that need an activity.
    pub fn needing<'a>(&'a self, id: &'a ActivityId) -> impl Iterator<Item = &'a Activity> {
        self.activities.values().filter(move |activity| activity.text.needs.contains(id))
    }

    /// What stands in an activity's way among those it needs; nothing once it is itself closed.
    pub fn snags<'a>(&'a self, activity: &'a Activity) -> Vec<(&'a ActivityId, Snag)> {
        if activity.is_closed() {
            return Vec::new();
        }
        activity.text.needs.iter().filter_map(|id| Some((id, self.snag(activity, id)?))).collect()
    }

    fn snag(&self, activity: &Activity, needed: &ActivityId) -> Option<Snag> {
        let Some(needed) = self.activities.get(needed) else { return Some(Snag::Gone) };
        match needed.progress.status {
            ActivityStatus::Done => None,
            ActivityStatus::Postponed | ActivityStatus::Cancelled => Some(Snag::LetGo),
            ActivityStatus::Planned | ActivityStatus::Ongoing => (needed.text.to >= activity.text.from).then_some(Snag::Later),
        }
    }

    /// Demands that what an activity needs exists, and does not in its turn need the activity.
    pub(super) fn demand_order(&self, lacks: &mut Refusals, own: &ActivityId, needs: &[ActivityId]) {
        for id in needs.iter().filter(|id| !self.activities.has(id) && *id != own) {
            lacks.add(Refusal::new("activity-unknown").at("needs").with("id", id.as_str()));
        }
        lacks.unless(!self.reaches(needs, own), Refusal::new("needs-circle").at("needs"));
    }

    /// Whether following the needs from some activities leads to one.
    fn reaches(&self, from: &[ActivityId], goal: &ActivityId) -> bool {
        let (mut seen, mut ahead) = (BTreeSet::new(), from.iter().collect::<Vec<_>>());
        while let Some(id) = ahead.pop() {
            if id == goal {
                return true;
            }
            if seen.insert(id) {
                ahead.extend(self.activities.get(id).into_iter().flat_map(|activity| &activity.text.needs));
            }
        }
        false
    }
}

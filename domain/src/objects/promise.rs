//! Promises: an activity of high priority must be done within the year (report 4.1.4). What will break
//! that promise is told of before the year is over, and its owner takes a stand by deciding the plan anew.

use serde::{Deserialize, Serialize};

use super::{Activity, ActivityStatus, Objects, Priority, Snag};
use crate::{Date, Municipality, Subject};

/// Why an activity of high priority will not be done within its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// It has been postponed or cancelled.
    LetGo,
    /// The year is over, and it is not done.
    YearOver,
    /// It is planned to end after the year.
    BeyondYear,
    /// Something it needs has been let go.
    Blocked,
}

impl Objects {
    /// Whether, and why, an activity of high priority will not be done within its plan's year.
    pub fn breach(&self, activity: &Activity, date: Date) -> Option<Breach> {
        let year = self.plans.get(&activity.plan)?.year;
        if activity.text.priority != Priority::High || activity.progress.status == ActivityStatus::Done {
            return None;
        }
        if activity.is_failed_promise() {
            return Some(Breach::LetGo);
        }
        if date.year() > year {
            return Some(Breach::YearOver);
        }
        if activity.text.to.year() > year {
            return Some(Breach::BeyondYear);
        }
        self.snags(activity).iter().any(|(_, snag)| matches!(snag, Snag::LetGo | Snag::Gone)).then_some(Breach::Blocked)
    }

    /// The activities of a year that break their promise, with why.
    pub fn breaches(&self, year: i16, date: Date) -> impl Iterator<Item = (&Activity, Breach)> {
        self.activities_in(year).filter_map(move |activity| Some((activity, self.breach(activity, date)?)))
    }
}

/// The activities of a year that were let go after their plan was last decided: its owner has yet to take
/// a stand, by deciding the plan anew.
pub fn unanswered(town: &Municipality, year: i16) -> impl Iterator<Item = &Activity> {
    town.objects.activities_in(year).filter(|activity| activity.is_failed_promise()).filter(|activity| {
        let decided = town.objects.plans.get(&activity.plan).and_then(|plan| plan.decided.as_ref());
        let about = Subject::from(&activity.id);
        let reported = town.traces(&about).rfind(|trace| trace.act.as_str() == "objects.activity.report");
        matches!((decided, reported), (Some(decided), Some(report)) if report.seq > decided.basis)
    })
}

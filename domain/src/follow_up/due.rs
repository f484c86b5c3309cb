//! What falls due: three follow-ups for each benefit of what has been delivered, whatever paid for it.

use super::Outcome;
use crate::initiatives::{Benefit, FollowUpMonths, Initiative};
use crate::{Date, Municipality};

/// A follow-up of a benefit.
#[derive(Clone, Debug)]
pub struct Due<'a> {
    /// The initiative.
    pub initiative: &'a Initiative,
    /// The benefit.
    pub benefit: &'a Benefit,
    /// Which follow-up.
    pub months: FollowUpMonths,
    /// The day it falls due.
    pub date: Date,
    /// What came of it, where it is attested.
    pub outcome: Option<&'a Outcome>,
}

/// How urgently something that falls due is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reminder {
    /// Thirty days or fewer remain.
    Month,
    /// Seven days or fewer remain.
    Week,
    /// The day has passed.
    Late,
    /// The day passed so long ago that the owner of the object is told too.
    Escalated,
}

impl Reminder {
    /// How many days before the last day one is told the first time, and again.
    pub const AHEAD: [i32; 2] = [30, 7];
    /// How many days late it is told to the owner of the object too.
    pub const ESCALATES: i32 = 14;

    /// How urgent something due on a day is; nothing where it is farther off than the first reminder.
    pub fn of(due: Date, today: Date) -> Option<Self> {
        let left = due.since(today).ok()?.get_days();
        let [first, again] = Self::AHEAD;
        match left {
            _ if left < -Self::ESCALATES => Some(Self::Escalated),
            _ if left < 0 => Some(Self::Late),
            _ if left <= again => Some(Self::Week),
            _ if left <= first => Some(Self::Month),
            _ => None,
        }
    }
}

impl Due<'_> {
    /// How many days it is late on a day; nothing where it is attested or not yet due.
    pub fn days_late(&self, today: Date) -> Option<i32> {
        if self.outcome.is_some() || today <= self.date {
            return None;
        }
        today.since(self.date).ok().map(|span| span.get_days())
    }

    /// How many days remain on a day; nothing where it is attested or late.
    pub fn days_left(&self, today: Date) -> Option<i32> {
        if self.outcome.is_some() || self.date < today {
            return None;
        }
        self.date.since(today).ok().map(|span| span.get_days())
    }
}

/// All follow-ups of what has been delivered, the soonest due first.
pub fn dues(town: &Municipality) -> Vec<Due<'_>> {
    let mut dues: Vec<Due<'_>> = town.initiatives.values().flat_map(|initiative| dues_of(town, initiative)).collect();
    dues.sort_by(|one, other| (one.date, &one.benefit.id).cmp(&(other.date, &other.benefit.id)));
    dues
}

/// The follow-ups of one initiative, benefit by benefit; none before it is delivered.
pub fn dues_of<'a>(town: &'a Municipality, initiative: &'a Initiative) -> Vec<Due<'a>> {
    let Some(delivered) = initiative.delivery.as_ref().and_then(|work| work.delivered) else { return Vec::new() };
    let each = |benefit: &'a Benefit| {
        FollowUpMonths::ALL.map(|months| Due {
            initiative,
            benefit,
            months,
            date: months.due(delivered),
            outcome: town.follow_up.outcome(&benefit.id, months),
        })
    };
    initiative.case.benefits.values().flat_map(each).collect()
}

/// The follow-ups that are late on a day, the latest first.
pub fn late(town: &Municipality, today: Date) -> Vec<Due<'_>> {
    dues(town).into_iter().filter(|due| due.days_late(today).is_some()).collect()
}

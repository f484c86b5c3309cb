//! Load: the hours a year's activities need against the hours to be had, side by side and quarter by
//! quarter. Capacity that nobody measures is the common way for pm3 plans to fail.

use super::{Activity, ActivityStatus, Object, ObjectPlan, Objects};
use crate::Date;
use crate::organisation::{Appointment, Organisation, Scope, Side};

/// The hours a full-time year is reckoned to leave for work in objects; a quarter of it a quarter.
pub const FULL_TIME: u32 = 1_600;

/// Hours of one side in one quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// What the activities need.
    pub needed: u32,
    /// What the plan says there is.
    pub had: u32,
    /// What the shares of time of those who hold the object's roles amount to.
    pub held: u32,
}

impl Load {
    /// Whether more is needed than there is.
    pub fn is_over(&self) -> bool {
        self.needed > self.had
    }

    /// The two together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            needed: self.needed.saturating_add(other.needed),
            had: self.had.saturating_add(other.had),
            held: self.held.saturating_add(other.held),
        }
    }
}

/// The load on one side of an object through a year.
#[derive(Clone, Debug, PartialEq)]
pub struct SideLoad<'a> {
    /// The object.
    pub object: &'a Object,
    /// The side.
    pub side: Side,
    /// Quarter by quarter.
    pub quarters: [Load; 4],
}

impl SideLoad<'_> {
    /// The whole year.
    pub fn year(&self) -> Load {
        self.quarters.iter().copied().fold(Load::default(), Load::and)
    }

    /// Whether any quarter asks for more than there is.
    pub fn is_over(&self) -> bool {
        self.quarters.iter().any(Load::is_over)
    }
}

impl Objects {
    /// The load of a year: every object that has a plan, first its business side and then its IT side.
    pub fn loads<'a>(&'a self, organisation: &Organisation, year: i16) -> Vec<SideLoad<'a>> {
        let (work, held) = (self.by_plan(), organisation.by_object());
        let plans = self.plans.values().filter(|plan| plan.year == year);
        let own = |plan: &ObjectPlan| (work.get(&plan.id), held.get(&plan.object));
        let loads = |plan| {
            let (work, held) = own(plan);
            self.loads_among(plan, work.map_or(&[], Vec::as_slice), held.map_or(&[], Vec::as_slice))
        };
        plans.flat_map(loads).collect()
    }

    /// The load of one plan's sides.
    pub fn loads_of<'a>(&'a self, plan: &ObjectPlan, organisation: &Organisation) -> Vec<SideLoad<'a>> {
        let scope = Scope::Object(plan.object.clone());
        let work: Vec<&Activity> = self.activities_of(&plan.id).collect();
        let held: Vec<&Appointment> = organisation.appointments.values().filter(|held| held.scope == scope).collect();
        self.loads_among(plan, &work, &held)
    }

    /// The load of one plan's sides, from its activities and the appointments for its object.
    fn loads_among<'a>(&'a self, plan: &ObjectPlan, work: &[&Activity], appointments: &[&Appointment]) -> Vec<SideLoad<'a>> {
        let Some(object) = self.objects.get(&plan.object) else { return Vec::new() };
        let sides: &[Side] = if object.description.it_only { &[Side::It] } else { &[Side::Business, Side::It] };
        let side_load = |&side: &Side| {
            let mut quarters = [Load::default(); 4];
            let had = if side == Side::It { plan.text.it_hours } else { plan.text.business_hours };
            for (quarter, load) in (0..).zip(&mut quarters) {
                load.had = part(had, quarter + 1, 4) - part(had, quarter, 4);
                load.held = held(appointments, side, quarter_ends(plan.year)[quarter as usize]);
            }
            for activity in work {
                for (load, hours) in quarters.iter_mut().zip(activity.hours_by_quarter(side, plan.year)) {
                    load.needed = load.needed.saturating_add(hours);
                }
            }
            SideLoad { object, side, quarters }
        };
        sides.iter().map(side_load).collect()
    }
}

impl Activity {
    /// The hours it needs of a side in each quarter of a year, spread evenly over its days; nothing where it
    /// has been let go. The quarters sum to the whole where the activity lies within the year.
    pub fn hours_by_quarter(&self, side: Side, year: i16) -> [u32; 4] {
        if matches!(self.progress.status, ActivityStatus::Postponed | ActivityStatus::Cancelled) {
            return [0; 4];
        }
        let hours = if side == Side::It { self.text.it_hours } else { self.text.business_hours };
        let days = days(self.text.from, self.text.to).max(0) + 1;
        let by = |end: Date| part(hours, (days_after(self.text.from, end)).clamp(0, days), days);
        let before = Date::new(year.saturating_sub(1), 12, 31).unwrap_or(Date::MIN);
        let mut done = by(before);
        quarter_ends(year).map(|end| {
            let from = std::mem::replace(&mut done, by(end));
            done - from
        })
    }
}

/// The share `of / whole` of some hours, in whole hours, rounded down.
fn part(hours: u32, of: i64, whole: i64) -> u32 {
    u32::try_from(i64::from(hours) * of / whole.max(1)).unwrap_or(hours)
}

/// The last day of each quarter of a year.
fn quarter_ends(year: i16) -> [Date; 4] {
    [(3, 31), (6, 30), (9, 30), (12, 31)].map(|(month, day)| Date::new(year, month, day).unwrap_or(Date::MAX))
}

/// How many days of a period that begins on `from` have passed when `end` is over; less than one where none.
fn days_after(from: Date, end: Date) -> i64 {
    days(from, end) + 1
}

fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The hours a quarter that those who hold an object's roles on a side on a day give it.
fn held(appointments: &[&Appointment], side: Side, date: Date) -> u32 {
    let shares = appointments.iter().filter(|held| held.side == Some(side) && held.is_in_force(date));
    let permille: u32 = shares.map(|held| u32::from(held.share)).sum();
    FULL_TIME / 4 * permille / 1_000
}

//! The situation: what a newcomer must see first, summed over all rooms (issue 2, step 8).

use std::collections::{BTreeMap, BTreeSet};

use crate::goals::Goal;
use crate::initiatives::{Delivery, Initiative, Phase};
use crate::{Date, Municipality, Ore, UnitId};

/// The money of work that is under way, in öre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Under {
    /// What was decided for it.
    pub budget: Ore,
    /// What it has cost so far.
    pub used: Ore,
    /// What it is still expected to cost.
    pub committed: Ore,
    /// What the forecasts leave of the budgets; nought where they exceed them.
    pub free: Ore,
    /// How much the forecasts exceed the budgets, initiative by initiative; no initiative's surplus hides
    /// another's deficit.
    pub over: Ore,
}

impl Under {
    fn add(&mut self, work: &Delivery) {
        let left = work.plan_now().budget - work.forecast();
        self.budget += work.plan_now().budget;
        self.used += work.spent();
        self.committed += (work.forecast() - work.spent()).max(Ore::ZERO);
        self.free += left.max(Ore::ZERO);
        self.over += (-left).max(Ore::ZERO);
    }
}

/// The initiatives under way, with their plan and reports.
fn under_way(town: &Municipality) -> impl Iterator<Item = (&Initiative, &Delivery)> {
    let going = town.initiatives.values().filter(|initiative| initiative.phase == Phase::Delivery);
    going.filter_map(|initiative| Some((initiative, initiative.delivery.as_ref()?)))
}

/// The money of all work under way.
pub fn money_under_way(town: &Municipality) -> Under {
    let mut sum = Under::default();
    under_way(town).for_each(|(_, work)| sum.add(work));
    sum
}

/// The same by the body whose staff drive the work.
pub fn money_by_body(town: &Municipality) -> BTreeMap<&UnitId, Under> {
    let mut bodies: BTreeMap<&UnitId, Under> = BTreeMap::new();
    for (initiative, work) in under_way(town) {
        let unit = &initiative.card.unit;
        let body = town.organisation.body_of(unit).map_or(unit, |body| &body.id);
        bodies.entry(body).or_default().add(work);
    }
    bodies
}

/// The money set aside for digitalisation in a year, beside the committees' frames; what was only moved
/// within the municipality or taken out of another post is not counted twice.
pub fn set_aside(town: &Municipality, year: i16) -> Ore {
    let counted: BTreeSet<_> = town.money.new_money().map(|post| &post.id).collect();
    town.money.for_digitalisation().filter(|post| counted.contains(&post.id)).map(|post| post.in_year(year)).sum()
}

/// How many initiatives stand in each phase, in the order of the phases.
pub fn by_phase(town: &Municipality) -> Vec<(Phase, usize)> {
    Phase::ALL.into_iter().map(|phase| (phase, town.initiatives.values().filter(|initiative| initiative.phase == phase).count())).collect()
}

/// The initiatives whose delivery should have been done by a day, the latest first.
pub fn late_deliveries(town: &Municipality, date: Date) -> Vec<(&Initiative, Date)> {
    let mut late: Vec<_> =
        under_way(town).filter(|(_, work)| work.is_late(date)).map(|(initiative, work)| (initiative, work.plan_now().end)).collect();
    late.sort_by_key(|(initiative, end)| (*end, &initiative.id));
    late
}

/// The goals in force that nothing serves: no direction carries them, no activity of the year and no open
/// initiative names them.
pub fn unserved_goals(town: &Municipality, date: Date) -> Vec<&Goal> {
    let open = town.initiatives.values().filter(|initiative| initiative.phase.is_open());
    let served: BTreeSet<_> = open.flat_map(|initiative| &initiative.card.links.goals).collect();
    let mut alone = town.objects.goals_left_alone(&town.goals, date);
    alone.retain(|goal| !served.contains(&goal.id));
    alone
}

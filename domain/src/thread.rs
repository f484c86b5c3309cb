//! The golden thread: from any activity, initiative, goal, direction or priority area up to what it serves and
//! down to what serves it (report 4.1.4), and everything that hangs loose of it, each with its place to mend.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::initiatives::Initiative;
use crate::objects::Activity;
use crate::{Date, GoalId, Municipality, Ore, PriorityAreaId, Subject};

/// The threads that pass through one thing. Each list holds what is on it once, in a steady order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thread {
    /// Goal areas.
    pub areas: Vec<Subject>,
    /// Goals.
    pub goals: Vec<Subject>,
    /// Directions of the strategy, and priority areas.
    pub ways: Vec<Subject>,
    /// Activities of the year and initiatives that are not ended, the costliest first.
    pub work: Vec<(Subject, Ore)>,
    /// What is tied to what: the earlier of them stands further up.
    pub strands: BTreeSet<(Subject, Subject)>,
}

impl Thread {
    /// Whether nothing is tied to the thing.
    pub fn is_loose(&self) -> bool {
        self.strands.is_empty()
    }
}

/// The threads through `about` on a day: activities of that day's year, and initiatives under way that
/// `seen` lets through.
pub fn through(town: &Municipality, about: &Subject, date: Date, seen: impl Fn(&Initiative) -> bool) -> Thread {
    let mut goals: BTreeSet<GoalId> = goals_of(town, about);
    // What takes the least is asked first: whether the thread passes, then of which year it is and who may see it.
    let passed = town.objects.activities.values().filter(|activity| is_on(about, &goals, activity));
    let activities: Vec<&Activity> = passed.filter(|activity| town.objects.is_in(activity, date.year())).collect();
    let is_it = |initiative: &Initiative| matches!(about, Subject::Initiative(id) if *id == initiative.id);
    let open = town.initiatives.values().filter(|initiative| initiative.phase.is_open() || is_it(initiative));
    let initiatives: Vec<&Initiative> = open.filter(|initiative| carries(town, about, &goals, initiative) && seen(initiative)).collect();
    // Through a goal, a direction or a goal area pass its own threads alone: what else the same work serves
    // is on the work's own page.
    let from_work = matches!(about, Subject::Activity(_) | Subject::Initiative(_) | Subject::PriorityArea(_));
    if from_work {
        goals.extend(activities.iter().flat_map(|activity| activity.text.goals.iter().cloned()));
        goals.extend(initiatives.iter().flat_map(|initiative| initiative.card.links.goals.iter().cloned()));
    }
    let is_here = |end: &Subject| from_work || end == about;
    let mut strands = BTreeSet::new();
    let mut work: BTreeMap<Subject, Ore> = BTreeMap::new();
    for activity in &activities {
        let (leaf, text) = (Subject::from(&activity.id), &activity.text);
        strands.extend(text.goals.iter().filter(|goal| goals.contains(goal)).map(|goal| (goal.into(), leaf.clone())));
        strands.extend(text.priority_area.iter().map(|area| (area.into(), leaf.clone())));
        let area = text.area.iter().filter(|_| text.goals.is_empty()).map(Subject::from).filter(&is_here);
        strands.extend(area.map(|area| (area, leaf.clone())));
        work.insert(leaf, text.cost());
    }
    for initiative in &initiatives {
        let (leaf, links) = (Subject::from(&initiative.id), &initiative.card.links);
        strands.extend(links.goals.iter().filter(|goal| goals.contains(goal)).map(|goal| (goal.into(), leaf.clone())));
        strands.extend(links.priority_areas.iter().map(|area| (area.into(), leaf.clone())));
        let ways = links.directions.iter().map(Subject::from).chain(links.goal_areas.iter().map(Subject::from));
        strands.extend(ways.filter(&is_here).map(|way| (way, leaf.clone())));
        work.insert(leaf, initiative.likely_cost());
    }
    let lone_way = matches!(about, Subject::Direction(_));
    for goal in goals.iter().filter_map(|goal| town.goals.goals.get(goal)) {
        strands.insert(((&goal.wording.area).into(), (&goal.id).into()));
        let directions = town.goals.directions_in_force(date).into_iter().filter(|direction| direction.link_to(&goal.id).is_some());
        let ways = directions.map(|direction| Subject::from(&direction.id)).filter(|way| !lone_way || way == about);
        strands.extend(ways.map(|way| ((&goal.id).into(), way)));
    }
    sorted(about, strands, work)
}

/// The ends of the strands and the thing itself, each in its own list.
fn sorted(about: &Subject, strands: BTreeSet<(Subject, Subject)>, work: BTreeMap<Subject, Ore>) -> Thread {
    let ends: BTreeSet<&Subject> = strands.iter().flat_map(|(above, below)| [above, below]).chain([about]).collect();
    let of = |wanted: fn(&Subject) -> bool| ends.iter().filter(|end| wanted(end)).map(|end| (*end).clone()).collect();
    let (areas, goals, ways) = (
        of(|end| matches!(end, Subject::GoalArea(_))),
        of(|end| matches!(end, Subject::Goal(_))),
        of(|end| matches!(end, Subject::Direction(_) | Subject::PriorityArea(_))),
    );
    let mut work: Vec<(Subject, Ore)> = work.into_iter().collect();
    work.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    Thread { areas, goals, ways, work, strands }
}

/// The goals a thing is, or is tied to by itself.
fn goals_of(town: &Municipality, about: &Subject) -> BTreeSet<GoalId> {
    match about {
        Subject::Goal(goal) => [goal.clone()].into(),
        Subject::Direction(id) => {
            town.goals.directions.get(id).map(|way| way.links.iter().map(|link| link.goal.clone()).collect()).unwrap_or_default()
        }
        Subject::GoalArea(id) => town.goals.goals.values().filter(|goal| goal.wording.area == *id).map(|goal| goal.id.clone()).collect(),
        _ => BTreeSet::new(),
    }
}

/// Whether an activity is on the threads through a thing that is tied to `goals`.
fn is_on(about: &Subject, goals: &BTreeSet<GoalId>, activity: &Activity) -> bool {
    match about {
        Subject::Activity(id) => activity.id == *id,
        Subject::Initiative(id) => activity.text.initiative.as_ref() == Some(id),
        Subject::PriorityArea(id) => activity.text.priority_area.as_ref() == Some(id),
        Subject::GoalArea(id) => activity.text.area.as_ref() == Some(id),
        _ => activity.text.goals.iter().any(|goal| goals.contains(goal)),
    }
}

/// Whether an initiative is on the threads through a thing that is tied to `goals`.
fn carries(town: &Municipality, about: &Subject, goals: &BTreeSet<GoalId>, initiative: &Initiative) -> bool {
    let links = &initiative.card.links;
    let of_goals = || links.goals.iter().any(|goal| goals.contains(goal));
    match about {
        Subject::Initiative(id) => initiative.id == *id,
        Subject::Activity(id) => {
            town.objects.activities.get(id).is_some_and(|activity| activity.text.initiative.as_ref() == Some(&initiative.id))
        }
        Subject::PriorityArea(id) => links.priority_areas.contains(id),
        Subject::GoalArea(id) => links.goal_areas.contains(id) || of_goals(),
        Subject::Direction(id) => links.directions.contains(id) || of_goals(),
        _ => of_goals(),
    }
}

/// Why something hangs loose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Loose {
    /// A direction that carries no goal in force.
    DirectionWithoutGoal,
    /// A goal that neither a direction carries nor any work serves.
    GoalLeftAlone,
    /// A goal that work serves but no direction carries.
    GoalWithoutDirection,
    /// A priority area without planned money this year.
    PriorityWithoutMoney,
    /// An activity of the year that serves no goal.
    ActivityWithoutGoal,
    /// An initiative under way that serves neither goal nor goal area.
    InitiativeWithoutGoal,
}

impl Loose {
    /// All of them, as findings are listed.
    pub const ALL: [Self; 6] = [
        Self::DirectionWithoutGoal,
        Self::GoalLeftAlone,
        Self::GoalWithoutDirection,
        Self::PriorityWithoutMoney,
        Self::ActivityWithoutGoal,
        Self::InitiativeWithoutGoal,
    ];
}

/// Something that hangs loose, with the money behind it where it has any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub what: Subject,
    /// Why.
    pub why: Loose,
    /// What it is planned to cost this year or in all; nothing where no money stands behind it.
    pub money: Option<Ore>,
}

/// Everything that hangs loose on a day.
pub fn findings(town: &Municipality, date: Date) -> Vec<Finding> {
    let goals = &town.goals;
    let bare = |what: Subject, why: Loose| Finding { what, why, money: None };
    let served: BTreeSet<&GoalId> = goals_served(town, date);
    let mut found: Vec<Finding> =
        goals.directions_without_goal(date).into_iter().map(|way| bare((&way.id).into(), Loose::DirectionWithoutGoal)).collect();
    found.extend(goals.goals_without_direction(date).into_iter().map(|goal| {
        let why = if served.contains(&goal.id) { Loose::GoalWithoutDirection } else { Loose::GoalLeftAlone };
        bare((&goal.id).into(), why)
    }));
    let costs = town.objects.cost_by_priority_area(date.year());
    let money = |area: &PriorityAreaId| costs.get(&Some(area)).copied().unwrap_or_default();
    let poor = goals.priorities_in_force(date).filter(|area| money(&area.id) == Ore::ZERO);
    found.extend(poor.map(|area| bare((&area.id).into(), Loose::PriorityWithoutMoney)));
    let idle = town.objects.activities_in(date.year()).filter(|activity| activity.text.goals.is_empty());
    found.extend(idle.map(|activity| Finding {
        what: (&activity.id).into(),
        why: Loose::ActivityWithoutGoal,
        money: Some(activity.text.cost()),
    }));
    let adrift = town.initiatives.values().filter(|initiative| initiative.phase.is_open() && !initiative.card.links.serve_a_goal());
    found.extend(adrift.map(|initiative| Finding {
        what: (&initiative.id).into(),
        why: Loose::InitiativeWithoutGoal,
        money: Some(initiative.likely_cost()),
    }));
    found.sort_by(|one, other| (one.why, &one.what).cmp(&(other.why, &other.what)));
    found
}

/// The goals that an activity of the year or an initiative under way serves.
fn goals_served(town: &Municipality, date: Date) -> BTreeSet<&GoalId> {
    let activities = town.objects.activities_in(date.year()).flat_map(|activity| &activity.text.goals);
    let under_way = town.initiatives.values().filter(|initiative| initiative.phase.is_open());
    activities.chain(under_way.flat_map(|initiative| &initiative.card.links.goals)).collect()
}

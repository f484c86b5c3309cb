//! The year's turn: one year's plans are closed and the next year's begun, in one act that can be shown
//! beforehand and taken back until somebody builds on it.

use serde::{Deserialize, Serialize};

use super::{Event, RecommendationKind};
use crate::goals::{self, Document, Goal};
use crate::objects::{self, Activity, Object, ObjectPlan};
use crate::organisation::{self, Appointment};
use crate::{
    ActivityId, AppointmentId, Date, DocumentId, Event as AnyEvent, GoalId, Municipality, ObjectId, ObjectPlanId, PersonId,
    RecommendationId, Refusal, Refusals, Rule, Stamp, Subject, TurnId,
};

/// A year's turn that was carried out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// Its identity.
    pub id: TurnId,
    /// The year that was closed; the next was opened.
    pub year: i16,
    /// The plans it began.
    pub plans: Vec<ObjectPlanId>,
    /// The appointments it made for the new year.
    pub appointments: Vec<AppointmentId>,
    /// The goals it carried over, each with the document it lives on in.
    #[serde(default)]
    pub goals: Vec<(GoalId, DocumentId)>,
    /// The planning premises that hold on until the board sets new ones.
    pub premises: Option<RecommendationId>,
    /// The priority grounds that hold on until the board sets new ones.
    pub grounds: Option<RecommendationId>,
    /// Who carried it out.
    pub who: PersonId,
    /// The day.
    pub date: Date,
    /// Why it was taken back, where it was.
    pub back: Option<String>,
}

/// What happens to an object's plan when the year turns.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanTurn<'a> {
    /// It goes on in a new plan, with some activities; others stay.
    Carried {
        /// The plan it begins with.
        from: &'a ObjectPlan,
        /// The activities that go on.
        going: Vec<&'a Activity>,
        /// The activities that stay: done, or cancelled.
        staying: Vec<&'a Activity>,
    },
    /// There is a plan for the new year already.
    There(&'a ObjectPlan),
    /// There is no plan to begin with.
    Without,
}

/// What happens to an appointment that ends with the year.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending<'a> {
    /// The appointment.
    pub held: &'a Appointment,
    /// Whether the person is appointed anew already.
    pub renewed: bool,
}

/// What happens to a goal whose document ends with the year without another taking it over.
#[derive(Clone, Debug, PartialEq)]
pub struct Lapse<'a> {
    /// The goal.
    pub goal: &'a Goal,
    /// The document of the same body, adopted for the new year, that it may live on in; where there is none,
    /// only the body can adopt one.
    pub heir: Option<&'a Document>,
}

/// Everything a year's turn would do, before it is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview<'a> {
    /// Object by object.
    pub plans: Vec<(&'a Object, PlanTurn<'a>)>,
    /// Appointments that end in the last quarter of the year.
    pub endings: Vec<Ending<'a>>,
    /// Goals that nothing holds in the new year.
    pub lapses: Vec<Lapse<'a>>,
}

/// What a year's turn would do.
pub fn preview(town: &Municipality, year: i16) -> Preview<'_> {
    let (now, next, work) = (town.objects.plans_in(year), town.objects.plans_in(year + 1), town.objects.by_plan());
    let turned = |object: &Object| match (next.get(&object.id), now.get(&object.id)) {
        (Some(plan), _) => PlanTurn::There(plan),
        (None, None) => PlanTurn::Without,
        (None, Some(from)) => {
            let own = work.get(&from.id).cloned().unwrap_or_default();
            let (going, staying) = own.into_iter().partition(|activity: &&Activity| activity.may_be_carried());
            PlanTurn::Carried { from, going, staying }
        }
    };
    let plans = town.objects.objects.values().map(|object| (object, turned(object))).collect();
    let autumn = (Date::new(year, 10, 1).unwrap_or(Date::MIN), Date::new(year, 12, 31).unwrap_or(Date::MAX));
    let ends = |held: &&Appointment| held.to.is_some_and(|to| autumn.0 <= to && to <= autumn.1 && held.from <= to);
    let endings = town.organisation.appointments.values().filter(ends);
    let endings = endings.map(|held| Ending { held, renewed: is_renewed(town, held, year) }).collect();
    Preview { plans, endings, lapses: lapses(town, year) }
}

/// The goals in force on the year's last day and not on the next.
fn lapses(town: &Municipality, year: i16) -> Vec<Lapse<'_>> {
    let (Ok(last), Ok(first)) = (Date::new(year, 12, 31), Date::new(year + 1, 1, 1)) else { return Vec::new() };
    let lost = town.goals.in_force(last).filter(|goal| goal.is_alive(first) && town.goals.holding_goal(goal, first).is_none());
    let heir = |goal: &Goal| {
        let kind = town.goals.holding_goal(goal, last).map(|held| held.kind);
        let fits = |document: &&Document| document.unit == goal.unit && Some(document.kind) == kind && document.is_in_force(first);
        town.goals.documents.values().find(fits)
    };
    lost.map(|goal| Lapse { goal, heir: heir(goal) }).collect()
}

/// Whether the same person holds the same role for the same thing on the new year's first day.
fn is_renewed(town: &Municipality, held: &Appointment, year: i16) -> bool {
    let first = Date::new(year + 1, 1, 1).unwrap_or(Date::MAX);
    let same = |other: &Appointment| other.role == held.role && other.scope == held.scope && other.side == held.side;
    town.organisation.held_by(&held.person, first).any(same)
}

/// Close a year and open the next.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearTurn {
    /// Its identity, not yet taken.
    pub id: TurnId,
    /// The year to close: not closed, and in its last month at the earliest.
    pub year: i16,
    /// Objects whose plans are not carried over.
    #[serde(default)]
    pub without: Vec<ObjectId>,
    /// Appointments that end with the year and are made anew for the next.
    #[serde(default)]
    pub appointments: Vec<AppointmentId>,
    /// Goals that live on, as they are worded, in the document their body has adopted for the new year.
    #[serde(default)]
    pub goals: Vec<GoalId>,
    /// Whether the year's planning premises hold on until the board sets new ones.
    #[serde(default)]
    pub premises: bool,
    /// Whether the year's priority grounds hold on until the board sets new ones.
    #[serde(default)]
    pub grounds: bool,
}

impl Rule for YearTurn {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.turns.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless((2000..=2100).contains(&self.year), Refusal::new("year-strange").at("year"));
        lacks.end()?;
        let mut lacks = Refusals::none();
        let last_month = Date::new(self.year, 12, 1).unwrap_or(Date::MAX);
        lacks.unless(stamp.date >= last_month, Refusal::new("year-not-over").at("year").with("year", self.year.to_string().as_str()));
        let closed = [self.year, self.year + 1].into_iter().find(|year| town.objects.closed.contains(year));
        if let Some(year) = closed {
            lacks.add(Refusal::new("year-closed").at("year").with("year", year.to_string().as_str()));
        }
        let preview = preview(town, self.year);
        for id in &self.appointments {
            let ends = preview.endings.iter().any(|ending| ending.held.id == *id && !ending.renewed);
            lacks.unless(ends, Refusal::new("appointment-stays").at("appointments").with("id", id.as_str()));
        }
        for id in &self.goals {
            let lives = preview.lapses.iter().any(|lapse| lapse.goal.id == *id && lapse.heir.is_some());
            lacks.unless(lives, Refusal::new("goal-without-heir").at("goals").with("id", id.as_str()));
        }
        lacks.end()?;
        Ok(self.events(town, &preview, stamp))
    }
}

impl YearTurn {
    fn events(&self, town: &Municipality, preview: &Preview<'_>, stamp: &Stamp) -> Vec<AnyEvent> {
        let (mut events, mut plans): (Vec<AnyEvent>, Vec<ObjectPlanId>) = (Vec::new(), Vec::new());
        for (object, turn) in &preview.plans {
            let PlanTurn::Carried { from, going, .. } = turn else { continue };
            let Some(plan) = self.plan_of(town, &object.id).filter(|_| !self.without.contains(&object.id)) else { continue };
            let going: Vec<ActivityId> = going.iter().map(|activity| activity.id.clone()).collect();
            events.extend(town.objects.carried(from, &plan, self.year + 1, &going).into_iter().map(AnyEvent::from));
            plans.push(plan);
        }
        let renewed = self.appointments.iter().filter_map(|id| self.renewed(town, id));
        let mut appointments = Vec::new();
        for held in renewed {
            appointments.push(held.id.clone());
            events.push(organisation::Event::AppointmentMade(held).into());
        }
        let living = preview.lapses.iter().filter(|lapse| self.goals.contains(&lapse.goal.id));
        let goals: Vec<_> = living.filter_map(|lapse| Some((lapse.goal.id.clone(), lapse.heir?.id.clone()))).collect();
        events.extend(goals.iter().map(|(id, document)| goals::Event::GoalCarried { id: id.clone(), document: document.clone() }.into()));
        let kept = |wanted: bool, kind: fn(i16) -> RecommendationKind| {
            let own = town.forums.set_for(kind(self.year + 1)).is_some();
            town.forums.governing(kind, self.year).filter(|_| wanted && !own).map(|set| set.id.clone())
        };
        let turn = Turn {
            id: self.id.clone(),
            year: self.year,
            plans,
            appointments,
            goals,
            premises: kept(self.premises, RecommendationKind::PlanningPremises),
            grounds: kept(self.grounds, RecommendationKind::PriorityGrounds),
            who: stamp.who.clone(),
            date: stamp.date,
            back: None,
        };
        events.push(objects::Event::YearClosed { year: self.year }.into());
        events.push(Event::YearTurned(turn).into());
        events
    }

    /// The identity of an object's new plan: its own with the year, and a letter where that is taken.
    fn plan_of(&self, town: &Municipality, object: &ObjectId) -> Option<ObjectPlanId> {
        let stem = object.as_str().get(..object.as_str().len().min(57)).unwrap_or(object.as_str()).trim_end_matches('-');
        let mut names = ["", "-b", "-c", "-d"].into_iter().filter_map(|end| ObjectPlanId::new(&format!("{stem}-{}{end}", self.year + 1)));
        names.find(|name| !town.objects.plans.has(name))
    }

    /// An appointment made anew for the whole of the new year.
    fn renewed(&self, town: &Municipality, id: &AppointmentId) -> Option<Appointment> {
        let held = town.organisation.appointments.get(id)?;
        let stem = id.as_str().get(..id.as_str().len().min(57)).unwrap_or(id.as_str()).trim_end_matches('-');
        let mut names = ["", "-b", "-c", "-d"].into_iter().filter_map(|end| AppointmentId::new(&format!("{stem}-{}{end}", self.year + 1)));
        let own = names.find(|name| !town.organisation.appointments.has(name))?;
        let (from, to) = (Date::new(self.year + 1, 1, 1).ok()?, Date::new(self.year + 1, 12, 31).ok());
        Some(Appointment { id: own, from, to, ..held.clone() })
    }
}

/// Take a year's turn back: what it began is taken out, and the year is open again.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearTurnBack {
    /// Which; nobody has built on it.
    pub id: TurnId,
    /// Why, 3–500 characters.
    pub why: String,
}

impl Rule for YearTurnBack {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(turn) = town.forums.turns.get(&self.id).filter(|turn| turn.back.is_none()) else {
            return Err(Refusal::new("turn-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        lacks.text("why", &self.why, 3..=500);
        for about in built_on(town, turn) {
            lacks.add(Refusal::new("turn-built-on").with("what", about.to_string().as_str()));
        }
        lacks.end()?;
        let mut events: Vec<AnyEvent> = vec![objects::Event::YearReopened { year: turn.year, plans: turn.plans.clone() }.into()];
        for id in &turn.appointments {
            // What was never in force ends before it begins; that it was once made stays in the ledger.
            if let Some(to) = town.organisation.appointments.get(id).and_then(|held| held.from.yesterday().ok()) {
                events.push(organisation::Event::AppointmentEnded { id: id.clone(), to }.into());
            }
        }
        let returned = |(id, document): &(GoalId, DocumentId)| goals::Event::GoalReturned { id: id.clone(), document: document.clone() };
        events.extend(turn.goals.iter().map(returned).map(AnyEvent::from));
        events.push(Event::YearTurnedBack { id: self.id.clone(), why: self.why.trim().to_owned() }.into());
        Ok(events)
    }
}

/// What has been built on a year's turn since: plans and activities it began that somebody has written in,
/// and activities elsewhere that need them.
pub fn built_on(town: &Municipality, turn: &Turn) -> Vec<Subject> {
    let activities = || turn.plans.iter().flat_map(|plan| town.objects.activities_of(plan));
    let own = turn.plans.iter().map(Subject::from).chain(activities().map(|activity| (&activity.id).into()));
    let made = turn.appointments.iter().map(Subject::from);
    // What the turn began has no history of its own until somebody does something to it.
    let mut built: Vec<Subject> = own.chain(made).filter(|about| town.latest(about).is_some()).collect();
    // A goal had a history before; what counts is what has been done to it since.
    let turned = town.latest(&Subject::from(&turn.id)).map_or(0, |trace| trace.seq);
    let goals = turn.goals.iter().map(|(id, _)| Subject::from(id));
    built.extend(goals.filter(|about| town.latest(about).is_some_and(|trace| trace.seq > turned)));
    let elsewhere = |activity: &&Activity| !turn.plans.contains(&activity.plan);
    built.extend(activities().flat_map(|activity| town.objects.needing(&activity.id)).filter(elsewhere).map(|other| (&other.id).into()));
    built.sort();
    built.dedup();
    built
}

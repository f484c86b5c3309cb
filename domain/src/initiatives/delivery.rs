//! Delivery: the plan it began with, what was reported on the way, and what was delivered (DOMAIN.md U7).

use serde::{Deserialize, Serialize};

use super::{Event, Gate, Lesson, Phase, Replan, clear};
use crate::{BenefitId, Date, Event as AnyEvent, InitiativeId, Municipality, Ore, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// When after delivery a benefit is followed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpMonths {
    /// After six months.
    Six,
    /// After twelve months.
    Twelve,
    /// After twenty-four months.
    TwentyFour,
}

impl FollowUpMonths {
    /// All three, the soonest first.
    pub const ALL: [Self; 3] = [Self::Six, Self::Twelve, Self::TwentyFour];

    /// How many months.
    pub const fn months(self) -> i32 {
        match self {
            Self::Six => 6,
            Self::Twelve => 12,
            Self::TwentyFour => 24,
        }
    }

    /// The day a follow-up falls due; the last day of the month where the day does not exist there.
    pub fn due(self, delivered: Date) -> Date {
        delivered.saturating_add(jiff::Span::new().months(self.months()))
    }
}

/// The plan the work began with; it stays as it was, whatever is reported later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// First day.
    pub start: Date,
    /// The day it was to be delivered.
    pub end: Date,
    /// What it was to cost until then, in öre.
    pub budget: Ore,
    /// What was to be delivered, up to 1 000 characters; may be empty.
    #[serde(default)]
    pub scope: String,
}

/// All of what was planned, in permille.
pub(super) const fn whole() -> u16 {
    1000
}

/// How the work fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fare {
    /// As planned.
    OnTrack,
    /// Deviates; the lead can mend it.
    Deviates,
    /// Deviates; somebody above the lead must decide.
    NeedsHelp,
}

impl Fare {
    /// All three, the best first.
    pub const ALL: [Self; 3] = [Self::OnTrack, Self::Deviates, Self::NeedsHelp];
}

/// A report on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The day.
    pub date: Date,
    /// Who reported.
    pub by: PersonId,
    /// What it has cost so far, in öre.
    pub cost: Ore,
    /// What it is thought to cost in all, in öre.
    pub forecast: Ore,
    /// How much is done, in permille.
    pub done: u16,
    /// The day it is now thought to be delivered.
    pub end: Date,
    /// How it fares.
    pub fare: Fare,
    /// Why.
    pub reason: String,
    /// How much of the planned scope is thought to be delivered in the end, in permille.
    #[serde(default = "whole")]
    pub scope: u16,
    /// How much of the planned benefit is thought to come of it, in permille.
    #[serde(default = "whole")]
    pub benefit: u16,
}

/// The work from its beginning on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Delivery {
    /// The plan it began with.
    pub plan: Plan,
    /// The plans that have replaced it since, oldest first; none is ever written over.
    #[serde(default)]
    pub replans: Vec<Replan>,
    /// What was reported, oldest first.
    pub reports: Vec<Report>,
    /// The day it was delivered.
    pub delivered: Option<Date>,
    /// What it cost until then, in öre.
    pub cost: Option<Ore>,
    /// How much of the planned scope was delivered, in permille.
    #[serde(default)]
    pub scope: Option<u16>,
    /// The follow-ups of benefits that are attested.
    pub followed: Vec<(BenefitId, FollowUpMonths)>,
}

impl Delivery {
    /// A delivery that has just begun.
    pub(super) fn begun(plan: Plan) -> Self {
        Self { plan, replans: Vec::new(), reports: Vec::new(), delivered: None, cost: None, scope: None, followed: Vec::new() }
    }

    /// Notes that a follow-up is attested; a second time changes nothing.
    pub(super) fn follow(&mut self, benefit: &BenefitId, months: FollowUpMonths) {
        if !self.has_followed(benefit, months) {
            self.followed.push((benefit.clone(), months));
        }
    }

    /// Whether a follow-up is attested.
    pub fn has_followed(&self, benefit: &BenefitId, months: FollowUpMonths) -> bool {
        self.followed.iter().any(|(of, when)| of == benefit && *when == months)
    }

    /// The plan that holds now: the latest.
    pub fn plan_now(&self) -> &Plan {
        self.replans.last().map_or(&self.plan, |replan| &replan.plan)
    }

    /// The latest report, where it is not older than the plan that holds now.
    pub fn latest(&self) -> Option<&Report> {
        let since = self.replans.last().map(|replan| replan.date);
        self.reports.last().filter(|report| since.is_none_or(|since| since <= report.date))
    }

    /// The day it was, or is now thought to be, delivered.
    pub fn end(&self) -> Date {
        self.delivered.unwrap_or_else(|| self.latest().map_or(self.plan_now().end, |report| report.end))
    }

    /// What it cost, or is now thought to cost.
    pub fn forecast(&self) -> Ore {
        self.cost.unwrap_or_else(|| self.latest().map_or(self.plan_now().budget, |report| report.forecast).max(self.spent()))
    }

    /// What it has cost so far.
    pub fn spent(&self) -> Ore {
        self.cost.unwrap_or_else(|| self.reports.last().map_or(Ore::ZERO, |report| report.cost))
    }

    /// Whether by the plan that holds now it should have been delivered by a day, and is not.
    pub fn is_late(&self, date: Date) -> bool {
        self.delivered.is_none() && self.plan_now().end < date
    }
}

/// Begin the work, with the plan it will be held against.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveryStart {
    /// The initiative.
    pub initiative: InitiativeId,
    /// First day.
    pub start: Date,
    /// The day it is to be delivered.
    pub end: Date,
    /// What it is to cost until then, in öre.
    pub budget: Ore,
    /// What is to be delivered, up to 1 000 characters; may be empty.
    #[serde(default)]
    pub scope: String,
}

impl Rule for DeliveryStart {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        if initiative.phase > Phase::Start {
            return Err(Refusal::new("gate-elsewhere").into());
        }
        let mut lacks = Refusals::none();
        for gate in [Gate::Idea, Gate::Case, Gate::Decision, Gate::Start] {
            if let Err(barred) = clear(town, initiative, gate, stamp.date) {
                lacks.0.extend(barred.0);
            }
        }
        let plan = Plan { start: self.start, end: self.end, budget: self.budget, scope: self.scope.trim().to_owned() };
        plan.demand(&mut lacks);
        lacks.end()?;
        Ok(vec![Event::Begun { id: self.initiative.clone(), plan, date: stamp.date }.into()])
    }
}

/// Report how the work fares.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveryReport {
    /// The initiative.
    pub initiative: InitiativeId,
    /// What it has cost so far, in öre.
    pub cost: Ore,
    /// What it is thought to cost in all, in öre.
    pub forecast: Ore,
    /// How much is done, in permille.
    pub done: u16,
    /// The day it is now thought to be delivered.
    pub end: Date,
    /// How it fares.
    pub fare: Fare,
    /// Why; demanded where it deviates.
    #[serde(default)]
    pub reason: String,
    /// How much of the planned scope is thought to be delivered in the end, in permille.
    #[serde(default = "whole")]
    pub scope: u16,
    /// How much of the planned benefit is thought to come of it, in permille; may exceed what was planned.
    #[serde(default = "whole")]
    pub benefit: u16,
}

impl Rule for DeliveryReport {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        let Some(work) = initiative.delivery.as_ref().filter(|work| work.delivered.is_none()) else {
            return Err(Refusal::new("not-under-way").into());
        };
        let mut lacks = Refusals::none();
        lacks.money("cost", self.cost, Ore::kronor(10_000_000_000));
        lacks.money("forecast", self.forecast, Ore::kronor(10_000_000_000));
        lacks.unless(self.cost <= self.forecast, Refusal::new("forecast-below-cost").at("forecast").with("money", self.cost));
        lacks.unless(self.done <= 1000, Refusal::new("share-large").at("done"));
        lacks.unless(self.scope <= 1000, Refusal::new("share-large").at("scope"));
        lacks.unless(self.benefit <= 10_000, Refusal::new("share-large").at("benefit"));
        lacks.period("end", work.plan.start, self.end);
        let deviates = self.fare != Fare::OnTrack || self.scope < 1000 || self.benefit < 1000;
        let least = if deviates { 3 } else { 0 };
        lacks.text("reason", &self.reason, least..=1000);
        lacks.end()?;
        let report = Report {
            date: stamp.date,
            by: stamp.who.clone(),
            cost: self.cost,
            forecast: self.forecast,
            done: self.done,
            end: self.end,
            fare: self.fare,
            reason: self.reason.trim().to_owned(),
            scope: self.scope,
            benefit: self.benefit,
        };
        Ok(vec![Event::Reported { id: self.initiative.clone(), report }.into()])
    }
}

/// Deliver: the result is in use, and from this day the follow-ups fall due.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveryDeliver {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The day it came into use.
    pub date: Date,
    /// What it cost until then, in öre.
    pub cost: Ore,
    /// How much of the planned scope was delivered, in permille.
    #[serde(default = "whole")]
    pub scope: u16,
    /// What was learnt so far, up to 4 000 characters; may be empty.
    #[serde(default)]
    pub lessons: String,
}

impl Rule for DeliveryDeliver {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        let Some(work) = initiative.delivery.as_ref().filter(|work| work.delivered.is_none() && initiative.phase == Phase::Delivery) else {
            return Err(Refusal::new("not-under-way").into());
        };
        let mut lacks = Refusals::none();
        if let Err(barred) = clear(town, initiative, Gate::Delivery, stamp.date) {
            lacks.0.extend(barred.0);
        }
        lacks.unless(self.date <= stamp.date, Refusal::new("date-in-future").at("date").with("date", self.date));
        lacks.period("date", work.plan.start, self.date);
        lacks.money("cost", self.cost, Ore::kronor(10_000_000_000));
        lacks.unless(self.scope <= 1000, Refusal::new("share-large").at("scope"));
        lacks.text("lessons", &self.lessons, 0..=4000);
        lacks.end()?;
        let id = || self.initiative.clone();
        let mut events = vec![Event::Delivered { id: id(), date: self.date, cost: self.cost, scope: self.scope }.into()];
        if let Some(lesson) = Lesson::of(&self.lessons, Phase::Delivery, stamp) {
            events.push(Event::LessonNoted { id: id(), lesson }.into());
        }
        Ok(events)
    }
}

/// Stop an initiative before its end.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Why, 3–2 000 characters.
    pub reason: String,
}

impl Rule for Stop {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        let mut lacks = Refusals::none();
        lacks.unless(initiative.phase.is_open() && !initiative.phase.is_delivered(), Refusal::new("gate-elsewhere"));
        lacks.text("reason", &self.reason, 3..=2000);
        lacks.end()?;
        let reason = self.reason.trim().to_owned();
        Ok(vec![Event::Ended { id: self.initiative.clone(), to: Phase::Stopped, date: stamp.date, lessons: reason }.into()])
    }
}

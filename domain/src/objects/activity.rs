//! Activities: the lines of an object plan, with priority, money, hours, person and goals (report 4.1.4).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{
    ActivityId, Date, Event as AnyEvent, GoalAreaId, GoalId, InitiativeId, Municipality, ObjectPlanId, Ore, PersonId, PriorityAreaId,
    Refusal, Refusals, Rule, Stamp, Subject,
};

/// Whether it keeps what there is or makes something new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// Vidmakthållande.
    Maintenance,
    /// Vidareutveckling.
    Development,
}

/// How much it matters that it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Must be done within the year.
    High,
    /// Should be done.
    Medium,
    /// May be done.
    Low,
}

/// What an activity is: the part its managers write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityText {
    /// What is to be done, 3–200 characters.
    pub name: String,
    /// In more words, up to 2 000 characters; may be empty.
    #[serde(default)]
    pub text: String,
    /// Maintenance or development.
    pub kind: ActivityKind,
    /// How much it matters.
    pub priority: Priority,
    /// Estimated cost from operating money.
    #[serde(default)]
    pub operating: Ore,
    /// Estimated cost from investment money.
    #[serde(default)]
    pub investment: Ore,
    /// Estimated hours on the IT side.
    #[serde(default)]
    pub it_hours: u32,
    /// Estimated hours on the business side.
    #[serde(default)]
    pub business_hours: u32,
    /// Who answers for it.
    pub responsible: Option<PersonId>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The goal area it serves.
    pub area: Option<GoalAreaId>,
    /// The priority area it serves.
    pub priority_area: Option<PriorityAreaId>,
    /// The goals it serves.
    #[serde(default)]
    pub goals: Vec<GoalId>,
    /// The initiative that carries it out, where it has grown into one.
    pub initiative: Option<InitiativeId>,
    /// The activities, of any plan, that must be done before it begins.
    #[serde(default)]
    pub needs: Vec<ActivityId>,
}

impl ActivityText {
    /// The whole estimated cost.
    pub fn cost(&self) -> Ore {
        self.operating + self.investment
    }

    fn demand(&self, lacks: &mut Refusals, town: &Municipality, own: &ActivityId) {
        let goals = &town.goals;
        lacks.text("name", &self.name, 3..=200);
        lacks.text("text", &self.text, 0..=2000);
        lacks.money("operating", self.operating, Ore::kronor(1_000_000_000));
        lacks.money("investment", self.investment, Ore::kronor(1_000_000_000));
        lacks.period("to", self.from, self.to);
        for (field, hours) in [("it_hours", self.it_hours), ("business_hours", self.business_hours)] {
            lacks.unless(hours <= 1_000_000, Refusal::new("hours-large").at(field));
        }
        if let Some(area) = &self.area {
            lacks.unless(goals.areas.has(area), Refusal::new("goal-area-unknown").at("area").with("id", area.as_str()));
        }
        if let Some(area) = &self.priority_area {
            lacks.unless(goals.priorities.has(area), Refusal::new("priority-area-unknown").at("priority_area").with("id", area.as_str()));
        }
        for goal in self.goals.iter().filter(|goal| !goals.goals.has(goal)) {
            lacks.add(Refusal::new("goal-unknown").at("goals").with("id", goal.as_str()));
        }
        town.objects.demand_order(lacks, own, &self.needs);
    }
}

/// How far an activity has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityStatus {
    /// Not begun.
    #[default]
    Planned,
    /// Under way.
    Ongoing,
    /// Done.
    Done,
    /// Moved to a later year.
    Postponed,
    /// Will not be done.
    Cancelled,
}

/// How far an activity has come, and what it has cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The status.
    pub status: ActivityStatus,
    /// How much is done, in per cent.
    pub percent: u8,
    /// What it has cost so far.
    pub spent: Ore,
    /// Hours worked so far on the IT side.
    #[serde(default)]
    pub it_hours: u32,
    /// Hours worked so far on the business side.
    #[serde(default)]
    pub business_hours: u32,
    /// In words; may be empty.
    pub note: String,
    /// The day of the report; nothing where none has been given.
    pub date: Option<Date>,
}

/// A line of an object plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Its identity.
    pub id: ActivityId,
    /// The plan it belongs to.
    pub plan: ObjectPlanId,
    /// What it is.
    pub text: ActivityText,
    /// How far it has come.
    pub progress: Progress,
    /// The activity of an earlier plan that it goes on from.
    #[serde(default)]
    pub carried: Option<ActivityId>,
}

impl Activity {
    /// Whether nothing more will be done.
    pub fn is_closed(&self) -> bool {
        matches!(self.progress.status, ActivityStatus::Done | ActivityStatus::Postponed | ActivityStatus::Cancelled)
    }

    /// Whether its last day has passed without it being closed.
    pub fn is_late(&self, date: Date) -> bool {
        !self.is_closed() && self.text.to < date
    }

    /// Whether it had to be done within the year, and will not be.
    pub fn is_failed_promise(&self) -> bool {
        self.text.priority == Priority::High && matches!(self.progress.status, ActivityStatus::Postponed | ActivityStatus::Cancelled)
    }
}

/// Put an activity in a plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityPlan {
    /// Its identity, not yet taken.
    pub id: ActivityId,
    /// The plan, open for writing.
    pub plan: ObjectPlanId,
    /// What it is.
    pub text: ActivityText,
}

impl Rule for ActivityPlan {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn within(&self) -> Subject {
        (&self.plan).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.objects.activities.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        town.objects.demand_open_plan(&mut lacks, &self.plan);
        self.text.demand(&mut lacks, town, &self.id);
        lacks.end()?;
        let activity = Activity {
            id: self.id.clone(),
            plan: self.plan.clone(),
            text: self.text.clone(),
            progress: Progress::default(),
            carried: None,
        };
        Ok(vec![Event::ActivityPlanned(activity).into()])
    }
}

/// Plan an activity anew.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityReplan {
    /// Which.
    pub id: ActivityId,
    /// What it is from now on.
    pub text: ActivityText,
}

impl Rule for ActivityReplan {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(activity) = town.objects.activities.get(&self.id) else {
            return Err(Refusal::new("activity-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        town.objects.demand_open_plan(&mut lacks, &activity.plan);
        self.text.demand(&mut lacks, town, &self.id);
        lacks.end()?;
        Ok(vec![Event::ActivityReplanned { id: self.id.clone(), text: self.text.clone() }.into()])
    }
}

/// Report how far an activity has come.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityReport {
    /// Which; its plan has been decided.
    pub id: ActivityId,
    /// The status.
    pub status: ActivityStatus,
    /// How much is done, 0–100 per cent.
    #[serde(default)]
    pub percent: u8,
    /// What it has cost so far.
    #[serde(default)]
    pub spent: Ore,
    /// Hours worked so far on the IT side.
    #[serde(default)]
    pub it_hours: u32,
    /// Hours worked so far on the business side.
    #[serde(default)]
    pub business_hours: u32,
    /// In words, up to 2 000 characters; a high-priority activity that is let go needs a reason.
    #[serde(default)]
    pub note: String,
}

impl Rule for ActivityReport {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(activity) = town.objects.activities.get(&self.id) else {
            return Err(Refusal::new("activity-unknown").at("id").into());
        };
        let plan = town.objects.plans.get(&activity.plan);
        let decided = plan.is_some_and(|plan| plan.decided.is_some());
        let let_go = matches!(self.status, ActivityStatus::Postponed | ActivityStatus::Cancelled);
        let least = if let_go && activity.text.priority == Priority::High { 10 } else { 0 };
        let mut lacks = Refusals::none();
        lacks.unless(decided, Refusal::new("plan-undecided"));
        if let Some(plan) = plan {
            town.objects.demand_open_year(&mut lacks, plan.year);
        }
        for (field, hours) in [("it_hours", self.it_hours), ("business_hours", self.business_hours)] {
            lacks.unless(hours <= 1_000_000, Refusal::new("hours-large").at(field));
        }
        lacks.unless(self.percent <= 100, Refusal::new("percent-large").at("percent"));
        lacks.money("spent", self.spent, Ore::kronor(1_000_000_000));
        lacks.text("note", &self.note, least..=2000);
        lacks.end()?;
        let progress = Progress {
            status: self.status,
            percent: if self.status == ActivityStatus::Done { 100 } else { self.percent },
            spent: self.spent,
            it_hours: self.it_hours,
            business_hours: self.business_hours,
            note: self.note.trim().to_owned(),
            date: Some(stamp.date),
        };
        Ok(vec![Event::ActivityReported { id: self.id.clone(), progress }.into()])
    }
}

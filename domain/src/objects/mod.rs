//! Objects, their roles, and their plans for the year with activities (report 4.1.4, 4.2.1, pm3).

mod activity;
mod candidates;
mod carry;
mod component;
mod load;
mod object;
mod order;
mod plan;
mod promise;
mod removal;
mod roles;
mod thread;
mod upkeep;

use std::collections::BTreeMap;

use imbl::OrdSet;
use serde::{Deserialize, Serialize};

pub use activity::{
    Activity, ActivityKind, ActivityPlan, ActivityReplan, ActivityReport, ActivityStatus, ActivityText, Priority, Progress,
};
pub use candidates::{Candidate, Fit, candidates};
pub use carry::PlanCarryOver;
pub use component::{Component, ComponentEnter, ComponentRemove, SystemRemove};
pub use load::{FULL_TIME, Load, SideLoad};
pub use object::{Classes, Object, ObjectDescribe, ObjectDescription, ObjectEstablish, System, SystemEnter};
pub use order::Snag;
pub use plan::{ObjectPlan, PLAN_STEPS, PlanAdvance, PlanDecide, PlanDecided, PlanDraft, PlanState, PlanStep, PlanText, PlanWrite};
pub use promise::{Breach, unanswered};
pub use removal::ActivityRemove;
pub use roles::{Seat, on_several_levels, overloaded};
pub use upkeep::{Flaw, Upkeep, lacks_decision, upkeep};

use crate::act::acts;
use crate::{ActivityId, ComponentId, ObjectId, ObjectPlanId, Power, Refusal, Refusals, Register, Stamp, Standing, SystemId};

acts! {
    /// Establish an object.
    "objects.object.establish" => ObjectEstablish by [Standing::Administrator, Standing::DigitalisationDepartment];
    /// Describe an object anew.
    "objects.object.describe" => ObjectDescribe by [Standing::DigitalisationDepartment, Standing::ObjectOwner, Standing::ObjectManager];
    /// Enter a system of an object.
    "objects.system.enter" => SystemEnter by [Standing::DigitalisationDepartment, Standing::ObjectManager];
    /// Take a system out of an object.
    "objects.system.remove" => SystemRemove by [Standing::DigitalisationDepartment, Standing::ObjectManager];
    /// Enter a component of an object's product.
    "objects.component.enter" => ComponentEnter by [Standing::DigitalisationDepartment, Standing::ObjectManager];
    /// Take a component out of an object's product.
    "objects.component.remove" => ComponentRemove by [Standing::DigitalisationDepartment, Standing::ObjectManager];
    /// Draft an object's plan for a year.
    "objects.plan.draft" => PlanDraft by [Standing::ObjectManager, Standing::ObjectOwner, Standing::DigitalisationDepartment];
    /// Begin an object's plan for a year with an earlier plan.
    "objects.plan.carry_over" => PlanCarryOver by [Standing::ObjectManager, Standing::ObjectOwner, Standing::DigitalisationDepartment];
    /// Write what a plan says.
    "objects.plan.write" => PlanWrite by [Standing::ObjectManager, Standing::ObjectOwner];
    /// Take a plan a step towards its decision, or back.
    "objects.plan.advance" => PlanAdvance by [Standing::ObjectManager, Standing::ObjectOwner, Standing::DigitalisationDepartment];
    /// Decide a plan.
    "objects.plan.decide" => PlanDecide by [Standing::ObjectOwner, Standing::Delegate(Power::ObjectPlans)];
    /// Put an activity in a plan.
    "objects.activity.plan" => ActivityPlan by [Standing::ObjectManager, Standing::ObjectOwner];
    /// Plan an activity anew.
    "objects.activity.replan" => ActivityReplan by [Standing::ObjectManager, Standing::ObjectOwner];
    /// Take an activity out of its plan.
    "objects.activity.remove" => ActivityRemove by [Standing::ObjectManager, Standing::ObjectOwner];
    /// Report how far an activity has come.
    "objects.activity.report" => ActivityReport by [Standing::ObjectManager, Standing::ObjectOwner, Standing::Responsible];
}

/// What has come to be among objects.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// An object was established.
    ObjectEstablished(Object),
    /// An object was described anew.
    ObjectDescribed {
        /// Which.
        id: ObjectId,
        /// What it is from then on.
        description: ObjectDescription,
    },
    /// A system was entered.
    SystemEntered {
        /// The object.
        object: ObjectId,
        /// The system.
        system: System,
    },
    /// A system was taken out.
    SystemRemoved {
        /// The object.
        object: ObjectId,
        /// The system.
        system: SystemId,
    },
    /// A component was entered.
    ComponentEntered {
        /// The object.
        object: ObjectId,
        /// The component.
        component: Component,
    },
    /// A component was taken out.
    ComponentRemoved {
        /// The object.
        object: ObjectId,
        /// The component.
        component: ComponentId,
    },
    /// A plan was drafted.
    PlanDrafted(ObjectPlan),
    /// A plan was written.
    PlanWritten {
        /// Which.
        id: ObjectPlanId,
        /// What it says from then on.
        text: PlanText,
    },
    /// A plan took a step.
    PlanAdvanced {
        /// Which.
        id: ObjectPlanId,
        /// The state it came to.
        state: PlanState,
    },
    /// A plan was decided.
    PlanDecided {
        /// Which.
        id: ObjectPlanId,
        /// By whom, and on what.
        decided: PlanDecided,
    },
    /// An activity was planned.
    ActivityPlanned(Activity),
    /// An activity was planned anew.
    ActivityReplanned {
        /// Which.
        id: ActivityId,
        /// What it is from then on.
        text: ActivityText,
    },
    /// An activity was reported on.
    ActivityReported {
        /// Which.
        id: ActivityId,
        /// How far it had come.
        progress: Progress,
    },
    /// An activity was taken out of its plan.
    ActivityRemoved {
        /// Which.
        id: ActivityId,
    },
    /// A year's plans were closed: nothing more is written in them or reported against them.
    YearClosed {
        /// The calendar year.
        year: i16,
    },
    /// A closed year was opened again, and plans that were begun when it was closed were taken back.
    YearReopened {
        /// The calendar year.
        year: i16,
        /// The plans taken back, with all their activities.
        plans: Vec<ObjectPlanId>,
    },
}

/// All objects, plans and activities.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Objects {
    /// Objects by identity.
    pub objects: Register<ObjectId, Object>,
    /// Plans by identity.
    pub plans: Register<ObjectPlanId, ObjectPlan>,
    /// Activities by identity.
    pub activities: Register<ActivityId, Activity>,
    /// The years whose plans are closed.
    #[serde(default)]
    pub closed: OrdSet<i16>,
}

impl Objects {
    /// An object's plan for a year.
    pub fn plan_of(&self, object: &ObjectId, year: i16) -> Option<&ObjectPlan> {
        self.plans.values().find(|plan| plan.object == *object && plan.year == year)
    }

    /// The activities of a plan.
    pub fn activities_of<'a>(&'a self, plan: &'a ObjectPlanId) -> impl Iterator<Item = &'a Activity> {
        self.activities.values().filter(move |activity| activity.plan == *plan)
    }

    /// The plans of a year by object, found in one reading.
    pub fn plans_in(&self, year: i16) -> BTreeMap<&ObjectId, &ObjectPlan> {
        self.plans.values().filter(|plan| plan.year == year).map(|plan| (&plan.object, plan)).collect()
    }

    /// The activities of every plan, found in one reading.
    pub fn by_plan(&self) -> BTreeMap<&ObjectPlanId, Vec<&Activity>> {
        let mut by_plan: BTreeMap<&ObjectPlanId, Vec<&Activity>> = BTreeMap::new();
        for activity in self.activities.values() {
            by_plan.entry(&activity.plan).or_default().push(activity);
        }
        by_plan
    }

    /// The activities of a year, all objects.
    pub fn activities_in(&self, year: i16) -> impl Iterator<Item = &Activity> {
        self.activities.values().filter(move |activity| self.is_in(activity, year))
    }

    /// Whether an activity is one of a year's.
    pub fn is_in(&self, activity: &Activity, year: i16) -> bool {
        self.plans.get(&activity.plan).is_some_and(|plan| plan.year == year)
    }

    /// The objects that have no decided plan for a year.
    pub fn without_decided_plan(&self, year: i16) -> impl Iterator<Item = &Object> {
        let plans = self.plans_in(year);
        self.objects.values().filter(move |object| plans.get(&object.id).is_none_or(|plan| plan.decided.is_none()))
    }

    fn demand_object(&self, lacks: &mut Refusals, id: &ObjectId) {
        lacks.unless(self.objects.has(id), Refusal::new("object-unknown").at("object").with("id", id.as_str()));
    }

    fn demand_open_plan(&self, lacks: &mut Refusals, id: &ObjectPlanId) {
        match self.plans.get(id) {
            None => lacks.add(Refusal::new("plan-unknown").at("plan").with("id", id.as_str())),
            Some(plan) => {
                lacks.unless(plan.state.is_open(), Refusal::new("plan-closed").at("plan"));
                self.demand_open_year(lacks, plan.year);
            }
        }
    }

    fn demand_open_year(&self, lacks: &mut Refusals, year: i16) {
        lacks.unless(!self.closed.contains(&year), Refusal::new("year-closed").with("year", year.to_string().as_str()));
    }

    fn demand_new_plan(&self, lacks: &mut Refusals, id: &ObjectPlanId, object: &ObjectId, year: i16) {
        lacks.unless(!self.plans.has(id), Refusal::new("id-taken").at("id").with("id", id.as_str()));
        self.demand_object(lacks, object);
        lacks.unless((2000..=2100).contains(&year), Refusal::new("year-strange").at("year"));
        self.demand_open_year(lacks, year);
        let planned = self.plan_of(object, year).is_some();
        lacks.unless(!planned, Refusal::new("plan-exists").at("year").with("year", year.to_string().as_str()));
    }

    fn step_of(&self, id: &ObjectPlanId, step: PlanStep) -> Result<PlanState, Refusal> {
        let plan = self.plans.get(id).ok_or_else(|| Refusal::new("plan-unknown").at("id").with("id", id.as_str()))?;
        if self.closed.contains(&plan.year) {
            return Err(Refusal::new("year-closed").with("year", plan.year.to_string().as_str()));
        }
        plan.state.after(step).ok_or_else(|| Refusal::new("plan-step-closed").at("step"))
    }

    /// Takes out a plan with all its activities.
    fn take_back(&mut self, plan: &ObjectPlanId) {
        let gone: Vec<ActivityId> = self.activities_of(plan).map(|activity| activity.id.clone()).collect();
        gone.iter().for_each(|id| self.activities.remove(id));
        self.plans.remove(plan);
    }

    pub(crate) fn fold(&mut self, event: &Event, _: &Stamp) {
        match event {
            Event::ObjectEstablished(object) => self.objects.enter(object.id.clone(), object.clone()),
            Event::ObjectDescribed { id, description } => self.objects.alter(id, |object| object.description = description.clone()),
            Event::SystemEntered { object, system } => self.objects.alter(object, |object| {
                object.systems.retain(|known| known.id != system.id);
                object.systems.push_back(system.clone());
            }),
            Event::SystemRemoved { object, system } => {
                self.objects.alter(object, |object| object.systems.retain(|known| known.id != *system))
            }
            Event::ComponentEntered { object, component } => self.objects.alter(object, |object| {
                object.components.retain(|known| known.id != component.id);
                object.components.push_back(component.clone());
            }),
            Event::ComponentRemoved { object, component } => {
                self.objects.alter(object, |object| object.components.retain(|known| known.id != *component));
            }
            Event::PlanDrafted(plan) => self.plans.enter(plan.id.clone(), plan.clone()),
            Event::PlanWritten { id, text } => self.plans.alter(id, |plan| plan.text = text.clone()),
            Event::PlanAdvanced { id, state } => self.plans.alter(id, |plan| plan.state = *state),
            Event::PlanDecided { id, decided } => self.plans.alter(id, |plan| {
                plan.state = PlanState::Decided;
                plan.decided = Some(decided.clone());
            }),
            Event::ActivityPlanned(activity) => self.activities.enter(activity.id.clone(), activity.clone()),
            Event::ActivityReplanned { id, text } => self.activities.alter(id, |activity| activity.text = text.clone()),
            Event::ActivityReported { id, progress } => self.activities.alter(id, |activity| activity.progress = progress.clone()),
            Event::ActivityRemoved { id } => self.activities.remove(id),
            Event::YearClosed { year } => drop(self.closed.insert(*year)),
            Event::YearReopened { year, plans } => {
                self.closed.remove(year);
                plans.iter().for_each(|plan| self.take_back(plan));
            }
        }
    }
}

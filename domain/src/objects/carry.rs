//! Carrying over: next year's plan begins with what last year's said and did not finish (DOMAIN.md O5).

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Activity, ActivityKind, ActivityStatus, ActivityText, Event, ObjectPlan, Objects, PlanState, Progress};
use crate::{ActivityId, Date, Event as AnyEvent, Municipality, ObjectId, ObjectPlanId, Ore, Refusal, Refusals, Rule, Stamp, Subject};

impl Activity {
    /// Whether it may be carried into a later plan: upkeep comes back every year, other work as long as it is
    /// neither done nor cancelled.
    pub fn may_be_carried(&self) -> bool {
        match (self.text.kind, self.progress.status) {
            (_, ActivityStatus::Cancelled) => false,
            (ActivityKind::Maintenance, _) => true,
            (ActivityKind::Development, status) => status != ActivityStatus::Done,
        }
    }

    /// What it says in the plan of a later year: the days are moved there, and of work under way the part
    /// that is left is planned, in proportion to what has been reported as done.
    fn text_in(&self, year: i16, since: i16) -> ActivityText {
        let mut text = self.text.clone();
        let first = Date::new(year, 1, 1).unwrap_or(text.from);
        if text.to >= first && text.kind == ActivityKind::Development {
            text.from = text.from.max(first);
        } else {
            let years = jiff::Span::new().years(year.saturating_sub(since).max(0));
            text.from = text.from.saturating_add(years);
            text.to = text.to.saturating_add(years);
        }
        if text.kind == ActivityKind::Development && self.progress.percent > 0 {
            let left = i64::from(100_u8.saturating_sub(self.progress.percent));
            let money = |sum: Ore| Ore((sum.0 / 100 * left + 99) / 100 * 100);
            let hours = |hours: u32| u32::try_from((i64::from(hours) * left + 99) / 100).unwrap_or(hours);
            (text.operating, text.investment) = (money(text.operating), money(text.investment));
            (text.it_hours, text.business_hours) = (hours(text.it_hours), hours(text.business_hours));
        }
        text
    }
}

/// Begin an object's plan for a year with what an earlier plan says and with activities of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanCarryOver {
    /// The new plan's identity, not yet taken.
    pub id: ObjectPlanId,
    /// The object; it has no plan for the year yet.
    pub object: ObjectId,
    /// The calendar year, 2000–2100.
    pub year: i16,
    /// The earlier plan of the same object.
    pub from: ObjectPlanId,
    /// The activities of it that go on; each gets an identity of its own in the new plan.
    #[serde(default)]
    pub activities: Vec<ActivityId>,
}

impl Rule for PlanCarryOver {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn within(&self) -> Subject {
        (&self.object).into()
    }

    fn told_on(&self, _: &Municipality) -> Vec<Subject> {
        vec![(&self.from).into()]
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let objects = &town.objects;
        let mut lacks = Refusals::none();
        objects.demand_new_plan(&mut lacks, &self.id, &self.object, self.year);
        let earlier = |plan: &&ObjectPlan| plan.object == self.object && plan.year < self.year;
        let Some(from) = objects.plans.get(&self.from).filter(earlier) else {
            lacks.add(Refusal::new("plan-not-earlier").at("from"));
            return Err(lacks);
        };
        for id in &self.activities {
            let carried = objects.activities.get(id).is_some_and(|activity| activity.plan == self.from && activity.may_be_carried());
            lacks.unless(carried, Refusal::new("activity-stays").at("activities").with("id", id.as_str()));
        }
        lacks.end()?;
        Ok(objects.carried(from, &self.id, self.year, &self.activities).into_iter().map(AnyEvent::from).collect())
    }
}

impl Objects {
    /// What comes of carrying a plan and some of its activities into a later year.
    pub(crate) fn carried(&self, from: &ObjectPlan, id: &ObjectPlanId, year: i16, chosen: &[ActivityId]) -> Vec<Event> {
        let chosen: BTreeSet<&ActivityId> = chosen.iter().collect();
        let going: Vec<&Activity> = chosen.iter().filter_map(|id| self.activities.get(id)).collect();
        let mut names: BTreeMap<&ActivityId, ActivityId> = BTreeMap::new();
        for activity in &going {
            let name = self.name_in(&activity.id, year, &names);
            names.insert(&activity.id, name);
        }
        let plan = ObjectPlan {
            id: id.clone(),
            object: from.object.clone(),
            year,
            text: from.text.clone(),
            state: PlanState::Draft,
            decided: None,
        };
        let mut events = vec![Event::PlanDrafted(plan)];
        for activity in going {
            let mut text = activity.text_in(year, from.year);
            // What it needs is what has been carried along with it, or what is still to be done elsewhere.
            text.needs.retain(|id| names.contains_key(id) || self.activities.get(id).is_some_and(|needed| !needed.is_closed()));
            text.needs.iter_mut().for_each(|id| id.clone_from(names.get(id).unwrap_or(&id.clone())));
            let carried = Some(activity.id.clone());
            let Some(own) = names.get(&activity.id).cloned() else { continue };
            events.push(Event::ActivityPlanned(Activity { id: own, plan: id.clone(), text, progress: Progress::default(), carried }));
        }
        events
    }

    /// The identity of a carried activity: its own with the year at the end, and a number where that is taken.
    fn name_in(&self, id: &ActivityId, year: i16, named: &BTreeMap<&ActivityId, ActivityId>) -> ActivityId {
        let stem = match id.as_str().rsplit_once('-') {
            Some((stem, end)) if end.len() == 4 && end.bytes().all(|byte| byte.is_ascii_digit()) => stem,
            _ => id.as_str(),
        };
        let stem = stem.get(..stem.len().min(52)).unwrap_or(stem).trim_end_matches('-');
        let tries = (1_u32..).map(|turn| if turn == 1 { format!("{stem}-{year}") } else { format!("{stem}-{year}-{turn}") });
        let mut free = tries
            .filter_map(|text| ActivityId::new(&text))
            .filter(|name| !self.activities.has(name) && !named.values().any(|other| other == name));
        free.next().unwrap_or_else(|| id.clone())
    }
}

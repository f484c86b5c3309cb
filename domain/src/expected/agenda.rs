//! What waits for a forum or a body: the matters its next agenda is fed from. Nothing is kept; a matter is
//! gone once somebody has dealt with it.

use super::{Kind, Task, expected};
use crate::forums::{Decider, Forum, ForumKind, Host, Recommendation, RecommendationKind};
use crate::objects::Objects;
use crate::organisation::{Level, UnitKind};
use crate::{Date, ForumId, Municipality, Subject, UnitId};

use serde::Serialize;

/// Why something is on an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A plan is being written: can it be done?
    PlanFeasible,
    /// A plan waits for its owner.
    PlanDecision,
    /// A round waits for a recommendation.
    Round,
    /// An initiative waits for its decision.
    Initiative,
    /// An activity of high priority was let go.
    Promise,
    /// An activity needs something that is not done in time.
    Order,
    /// An activity is late.
    Late,
    /// An allocation key is not agreed.
    Key,
    /// A decision under delegation is to be reported.
    Report,
    /// The auditors' advice is to be answered.
    Advice,
    /// Another forum has recommended something.
    Recommended,
    /// The planning premises for next year are to be set.
    Premises,
    /// The priority grounds for next year are to be set.
    Grounds,
}

/// A matter that waits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Matter {
    /// Why.
    pub cause: Cause,
    /// What it is about.
    pub about: Subject,
}

/// What waits for a forum or a body on a day.
pub fn waits_for(town: &Municipality, host: &Host, date: Date) -> Vec<Matter> {
    let tasks = expected(town, date);
    let mut matters = match host {
        Host::Body(unit) => for_body(town, unit, &tasks),
        Host::Forum(id) => town.forums.forums.get(id).map(|forum| for_forum(town, forum, &tasks, date)).unwrap_or_default(),
    };
    matters.sort();
    matters.dedup();
    matters
}

fn for_forum(town: &Municipality, forum: &Forum, tasks: &[Task], date: Date) -> Vec<Matter> {
    let objects = &town.objects;
    match (forum.kind, forum.level) {
        (ForumKind::PortfolioBoard, _) => {
            let mut matters = of_kinds(
                tasks,
                &[
                    (Kind::Recommend, Cause::Round),
                    (Kind::DecideInitiative, Cause::Initiative),
                    (Kind::BringToBody, Cause::Initiative),
                    (Kind::AnswerPromise, Cause::Promise),
                ],
            );
            matters.extend(recommended(town, &forum.id, |other| other.kind == ForumKind::Council && other.level == Level::Tactical));
            matters.extend(grounds(town, forum, date));
            matters
        }
        (ForumKind::Council, Level::Tactical) => {
            let mut matters = of_kinds(tasks, &[(Kind::FinishPlan, Cause::PlanFeasible), (Kind::DecidePlan, Cause::PlanFeasible)]);
            matters.extend(recommended(town, &forum.id, |other| other.level == Level::Operational));
            matters.extend(activities(objects, date, Cause::Order));
            matters
        }
        (ForumKind::Council, _) => activities(objects, date, Cause::Late),
        (ForumKind::ObjectOwners, _) => {
            of_kinds(tasks, &[(Kind::DecidePlan, Cause::PlanDecision), (Kind::AgreeKey, Cause::Key), (Kind::AnswerPromise, Cause::Promise)])
        }
        (ForumKind::ObjectManagers, _) => {
            let mut matters = of_kinds(tasks, &[(Kind::FinishPlan, Cause::PlanFeasible)]);
            matters.extend(activities(objects, date, Cause::Late));
            matters
        }
    }
}

fn for_body(town: &Municipality, unit: &UnitId, tasks: &[Task]) -> Vec<Matter> {
    let leads = town.organisation.units.get(unit).is_some_and(|unit| unit.kind == UnitKind::ExecutiveBoard);
    let own = |matter: &Matter| match (matter.cause, &matter.about) {
        (Cause::Report, Subject::Decision(decision)) => delegated_by(town, decision) == Some(unit),
        (Cause::Initiative, Subject::Initiative(id)) => {
            let card = town.initiatives.get(id).map(|initiative| &initiative.card);
            card.and_then(|card| town.organisation.body_of(&card.unit)).is_some_and(|body| body.id == *unit)
        }
        (Cause::Key, Subject::Key(id)) => town.money.keys.get(id).is_some_and(|key| key.waits_for().any(|waiting| waiting == unit)),
        _ => leads,
    };
    let mut matters = of_kinds(
        tasks,
        &[
            (Kind::ReportDecision, Cause::Report),
            (Kind::BringToBody, Cause::Initiative),
            (Kind::AgreeKey, Cause::Key),
            (Kind::AnswerAdvice, Cause::Advice),
        ],
    );
    matters.retain(own);
    matters
}

/// The tasks of some kinds, as matters.
fn of_kinds(tasks: &[Task], kinds: &[(Kind, Cause)]) -> Vec<Matter> {
    let cause = |task: &Task| kinds.iter().find(|(kind, _)| *kind == task.kind).map(|(_, cause)| *cause);
    tasks.iter().filter_map(|task| Some(Matter { cause: cause(task)?, about: task.about.clone() })).collect()
}

/// The activities of the year that are late, or that need something not done in time.
fn activities(objects: &Objects, date: Date, cause: Cause) -> Vec<Matter> {
    let asked = objects.activities_in(date.year()).filter(|activity| match cause {
        Cause::Order => !objects.snags(activity).is_empty(),
        _ => activity.is_late(date),
    });
    asked.map(|activity| Matter { cause, about: (&activity.id).into() }).collect()
}

/// What other forums have recommended since this one last met.
fn recommended<'a>(town: &'a Municipality, forum: &ForumId, by: impl Fn(&Forum) -> bool + 'a) -> impl Iterator<Item = Matter> + 'a {
    let host = Host::Forum(forum.clone());
    let last = town.forums.meetings_of(&host).into_iter().filter(|meeting| meeting.is_held()).map(|meeting| meeting.date).max();
    let fresh = move |advice: &&Recommendation| last.is_none_or(|last| advice.date > last);
    let other = move |advice: &&Recommendation| town.forums.forums.get(&advice.forum).is_some_and(&by);
    let advices = town.forums.recommendations.values().filter(fresh).filter(other);
    advices.map(|advice| Matter { cause: Cause::Recommended, about: (&advice.id).into() })
}

/// From the summer on, next year's premises and grounds, until the board has set them.
fn grounds(town: &Municipality, forum: &Forum, date: Date) -> Vec<Matter> {
    let year = if date.month() > 6 { date.year() + 1 } else { date.year() };
    let missing = [
        (Cause::Premises, town.forums.set_for(RecommendationKind::PlanningPremises(year)).is_none()),
        (Cause::Grounds, town.forums.set_for(RecommendationKind::PriorityGrounds(year)).is_none()),
    ];
    missing.into_iter().filter(|(_, missing)| *missing).map(|(cause, _)| Matter { cause, about: (&forum.id).into() }).collect()
}

/// The body whose delegation a decision was taken under.
fn delegated_by<'a>(town: &'a Municipality, decision: &crate::DecisionId) -> Option<&'a UnitId> {
    let Decider::Delegate { delegation, .. } = &town.forums.decisions.get(decision)?.by else { return None };
    match &town.forums.decisions.get(&town.forums.delegations.get(delegation)?.decision)?.by {
        Decider::Body(unit) => Some(unit),
        Decider::Delegate { .. } => None,
    }
}

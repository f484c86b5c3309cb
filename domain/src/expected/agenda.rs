//! What waits for a forum or a body: the matters its next agenda is fed from. Nothing is kept; a matter is
//! gone once somebody has dealt with it.

use super::{Kind, Task, expected};
use crate::forums::{Decider, Forum, ForumKind, Host, Recommendation, RecommendationKind};
use crate::initiatives::{How, Initiative, KinAnswer, Level as Decides, kin_answers};
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
    /// Something like it is done elsewhere, and it goes on by itself: is it worth paying twice?
    Apart,
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
        Host::Body(unit) => for_body(town, unit, &tasks, date),
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
            matters.extend(apart(town, &forum.id));
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

fn for_body(town: &Municipality, unit: &UnitId, tasks: &[Task], date: Date) -> Vec<Matter> {
    let leads = town.organisation.units.get(unit).is_some_and(|unit| unit.kind == UnitKind::ExecutiveBoard);
    let own = |matter: &Matter| match (matter.cause, &matter.about) {
        (Cause::Report, Subject::Decision(decision)) => delegated_by(town, decision) == Some(unit),
        (Cause::Initiative, Subject::Initiative(id)) => {
            town.initiatives.get(id).is_some_and(|initiative| takes_up(town, unit, initiative, date))
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

/// Whether a body takes up an initiative that waits for its decision: its own does, and what the council
/// decides is prepared by the executive board on its way there (kommunallagen 5 kap. 26–28 §§).
fn takes_up(town: &Municipality, unit: &UnitId, initiative: &Initiative, date: Date) -> bool {
    let for_council = initiative.decided_by(town, date) == Decides::Council;
    let kind = town.organisation.units.get(unit).map(|unit| unit.kind);
    let own = town.organisation.body_of(&initiative.card.unit).is_some_and(|body| body.id == *unit);
    own || for_council && matches!(kind, Some(UnitKind::Council | UnitKind::ExecutiveBoard))
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
    let last = last_met(town, forum);
    let fresh = move |advice: &&Recommendation| last.is_none_or(|last| advice.date > last);
    let other = move |advice: &&Recommendation| town.forums.forums.get(&advice.forum).is_some_and(&by);
    let advices = town.forums.recommendations.values().filter(fresh).filter(other);
    advices.map(|advice| Matter { cause: Cause::Recommended, about: (&advice.id).into() })
}

/// The day a forum last met.
fn last_met(town: &Municipality, forum: &ForumId) -> Option<Date> {
    let met = town.forums.meetings_of(&Host::Forum(forum.clone())).into_iter().filter(|meeting| meeting.is_held());
    met.map(|meeting| meeting.date).max()
}

/// What has been kept apart from something like it since the forum last met, and is not yet done.
fn apart<'a>(town: &'a Municipality, forum: &ForumId) -> impl Iterator<Item = Matter> + 'a {
    let last = last_met(town, forum);
    let fresh = move |(initiative, answer): &(&Initiative, &KinAnswer)| {
        let open = initiative.phase.is_open() && !initiative.phase.is_delivered();
        open && answer.how == How::Apart && last.is_none_or(|last| answer.date > last)
    };
    kin_answers(town).filter(fresh).map(|(initiative, _)| Matter { cause: Cause::Apart, about: (&initiative.id).into() })
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

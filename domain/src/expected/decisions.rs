//! What waits to be judged and decided: applications, initiatives, the auditors' recommendations.

use super::{Kind, Task, holders, is_near};
use crate::forums::ForumKind;
use crate::fund::{Round, RoundState};
use crate::initiatives::{Initiative, Level, Phase};
use crate::organisation::{Role, Scope};
use crate::{Date, Municipality, Ore, PersonId, Power, Subject};

pub(super) fn add(town: &Municipality, date: Date, tasks: &mut Vec<Task>) {
    for round in town.fund.rounds.values() {
        assess(town, round, date, tasks);
        settle(town, round, date, tasks);
    }
    // What seeks money of the fund waits for the fund; what a body decides waits for the body after that.
    let elsewhere = |initiative: &Initiative| initiative.case.seeks_fund() && !town.fund.has_granted(&initiative.id);
    for initiative in town.initiatives.values().filter(|initiative| initiative.phase == Phase::Decision && !elsewhere(initiative)) {
        decide(town, initiative, date, tasks);
    }
    let secretaries = holders(town, Role::Secretary, None, date);
    for decision in town.forums.unreported() {
        tasks.push(Task { due: None, kind: Kind::ReportDecision, about: (&decision.id).into(), who: secretaries.clone() });
    }
    for advice in town.audit.advices.values().filter(|advice| advice.response.is_none()) {
        tasks.push(Task { due: Some(advice.due), kind: Kind::AnswerAdvice, about: (&advice.id).into(), who: secretaries.clone() });
    }
    for measure in town.audit.measures.values().filter(|measure| measure.done.is_none() && is_near(measure.due, date)) {
        tasks.push(Task { due: Some(measure.due), kind: Kind::DoMeasure, about: (&measure.id).into(), who: vec![measure.owner.clone()] });
    }
}

/// The assessors of a round, until each has scored or abstained.
fn assess(town: &Municipality, round: &Round, date: Date, tasks: &mut Vec<Task>) {
    if !matches!(town.fund.state_of(round, date), RoundState::Open | RoundState::Closed) {
        return;
    }
    for who in holders(town, Role::Assessor, Some(&Scope::Round(round.id.clone())), date) {
        for application in town.fund.waiting_for(&who, &round.id) {
            let about = (&application.id).into();
            tasks.push(Task { due: Some(round.closes), kind: Kind::Assess, about, who: vec![who.clone()] });
        }
    }
}

/// The board and the delegate, once a round has closed and all is assessed.
fn settle(town: &Municipality, round: &Round, date: Date, tasks: &mut Vec<Task>) {
    let ready = || town.fund.ranking(&round.id).unready.is_empty();
    if town.fund.state_of(round, date) != RoundState::Closed || !ready() {
        return;
    }
    if town.forums.advice_on(&round.id).is_none() {
        let board = town.forums.forums.values().find(|forum| forum.kind == ForumKind::PortfolioBoard);
        let members = board.map(|board| holders(town, Role::ForumMember, Some(&Scope::Forum(board.id.clone())), date));
        tasks.push(Task { due: None, kind: Kind::Recommend, about: (&round.id).into(), who: members.unwrap_or_default() });
        return;
    }
    for application in town.fund.standing_in(&round.id).filter(|application| application.verdict.is_none()) {
        let who = delegates(town, Power::FundApplications, application.case.asked, None, date);
        tasks.push(Task { due: None, kind: Kind::DecideApplication, about: (&application.id).into(), who });
    }
}

/// The delegates who may decide an initiative; where there is none, the secretary brings it to the body.
fn decide(town: &Municipality, initiative: &Initiative, date: Date, tasks: &mut Vec<Task>) {
    let about = Subject::from(&initiative.id);
    let own = initiative.card.object.clone().map(Scope::Object);
    let delegates = delegates(town, Power::Initiatives, initiative.likely_cost(), own.as_ref(), date);
    let for_a_body = initiative.decided_by(town, date) > Level::Delegate;
    tasks.push(if delegates.is_empty() || for_a_body {
        Task { due: None, kind: Kind::BringToBody, about, who: holders(town, Role::Secretary, None, date) }
    } else {
        Task { due: None, kind: Kind::DecideInitiative, about, who: delegates }
    });
}

/// Who may decide a sum under a power; an object's owner only what belongs to her own object.
fn delegates(town: &Municipality, power: Power, sum: Ore, own: Option<&Scope>, date: Date) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = Vec::new();
    for delegation in town.forums.delegations_of(power, date).filter(|delegation| delegation.limit.is_none_or(|limit| sum <= limit)) {
        match (delegation.to_role, own) {
            (Role::ObjectOwner, None) => {}
            (Role::ObjectOwner, Some(_)) => people.extend(holders(town, Role::ObjectOwner, own, date)),
            (role, _) => people.extend(holders(town, role, None, date)),
        }
    }
    people.sort();
    people.dedup();
    people
}

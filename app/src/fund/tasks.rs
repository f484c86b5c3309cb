//! What waits for the reader in the fund: to apply, to assess, to moderate, to recommend, to decide.

use domain::Subject;
use domain::forums::ForumKind;
use domain::fund::{Round, RoundState, asked, visible_ranking};
use domain::initiatives::Phase;

use super::words::path;
use crate::look::{Tag, Task};
use crate::web::view::View;

/// What waits for the reader, round by round.
pub fn tasks(view: &View) -> Vec<Task> {
    let rounds = || view.town.fund.rounds.values();
    let mut tasks: Vec<Task> = rounds().flat_map(|round| to_assess(view, round)).collect();
    for round in rounds() {
        match view.town.fund.state_of(round, view.today) {
            RoundState::Open => tasks.extend(to_apply(view, round)),
            RoundState::Closed => tasks.extend(to_settle(view, round)),
            RoundState::Planned | RoundState::Decided => {}
        }
    }
    tasks
}

fn to_assess(view: &View, round: &Round) -> Vec<Task> {
    let Some(who) = view.who.as_ref().filter(|_| view.can("fund.assessment.give", &(&round.id).into())) else {
        return Vec::new();
    };
    let waiting = view.town.fund.waiting_for(who, &round.id);
    waiting
        .map(|application| {
            let begun = application.interest_of(who).is_some();
            let key = if begun { "task-assess" } else { "task-declare" };
            Task::new(view.say(key, &[("title", application.case.title().into())]), Tag::info(view.t("task-to-do")))
                .at(view.at(&path(application, "/assessment")))
                .help(round.name.as_str())
                .due(view.say("task-before", &[("date", round.closes.into())]))
        })
        .collect()
}

fn to_apply(view: &View, round: &Round) -> Vec<Task> {
    let Some(who) = &view.who else { return Vec::new() };
    let ready = view.town.initiatives.written_by(who).filter(|initiative| {
        let applied = view.town.fund.standing_in(&round.id).any(|application| application.initiative == initiative.id);
        initiative.phase == Phase::Decision && asked(initiative) > domain::Ore::ZERO && !applied
    });
    ready
        .map(|initiative| {
            Task::new(view.say("task-apply", &[("title", initiative.card.title.as_str().into())]), Tag::info(view.t("task-to-do")))
                .at(view.at(&format!("/fund/apply?initiative={}", initiative.id)))
                .due(view.say("task-by", &[("date", round.closes.into())]))
        })
        .collect()
}

fn to_settle(view: &View, round: &Round) -> Vec<Task> {
    let Some(who) = &view.who else { return Vec::new() };
    let about = Subject::from(&round.id);
    let Ok(ranking) = visible_ranking(&view.town, who, &round.id, view.today) else { return Vec::new() };
    let page = view.at(&format!("/fund/rounds/{}/ranking", round.id));
    let task =
        |key: &str| Task::new(view.say(key, &[("round", round.name.as_str().into())]), Tag::info(view.t("task-to-do"))).at(page.clone());
    let mut tasks = Vec::new();
    let advised = view.town.forums.advice_on(&round.id).is_some();
    if view.can("fund.score.moderate", &about) && !ranking.unready.is_empty() {
        tasks.push(task("task-moderate"));
    }
    let board = view.town.forums.forums.values().find(|forum| forum.kind == ForumKind::PortfolioBoard);
    let recommends = board.is_some_and(|board| view.can("forums.recommendation.make", &(&board.id).into()));
    if recommends && !advised && ranking.unready.is_empty() {
        tasks.push(task("task-recommend"));
    }
    if advised && view.can("forums.application.decide", &about) {
        let undecided = view.town.fund.standing_in(&round.id).filter(|application| application.verdict.is_none());
        tasks.extend(undecided.map(|application| {
            Task::new(view.say("task-decide", &[("title", application.case.title().into())]), Tag::info(view.t("task-to-do")))
                .at(view.at(&path(application, "/decision")))
        }));
    }
    tasks
}

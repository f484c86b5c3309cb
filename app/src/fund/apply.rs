//! Page: apply: which of one's initiatives, in the round that is open; what is missing and where it is mended.

use axum::response::{IntoResponse, Response};
use domain::fund::{ApplicationSubmit, Round, asked};
use domain::initiatives::{Gate, Initiative, Phase, blocking};
use domain::{ApplicationId, InitiativeId, Ore, Refusals, Subject};
use maud::{Markup, html};

use super::round::criteria;
use crate::look::{Button, Link, Summary, Tag, Task, actions, details, task_list};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/fund/apply", May::Staff, show), form("/fund/apply", May::Act("fund.application.submit"), submit)]
}

async fn show(view: View) -> Response {
    sheet(&view, view.ask("initiative"), &Refusals::none())
}

async fn submit(mut deed: Deed) -> Result<Response, Problem> {
    let round = open_round(&deed.view).map(|round| round.id.clone()).ok_or(Problem::NotFound)?;
    let asked = deed.fields.raw("initiative").to_owned();
    let initiative = deed.fields.maybe::<InitiativeId>("initiative").ok_or(Problem::NotFound)?;
    let id = ApplicationId::new(&deed.view.fresh_id("application")).ok_or(Problem::NotFound)?;
    let page = format!("/fund/applications/{id}");
    let act = ApplicationSubmit { id, round, initiative };
    Ok(deed.then(act, &page, "applied", |view, _, refusals| sheet(&view, &asked, &refusals).into_response()).await)
}

fn open_round(view: &View) -> Option<&Round> {
    view.town.fund.rounds.values().find(|round| round.is_open(view.today))
}

fn sheet(view: &View, chosen: &str, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Fund, view.t("apply-title")).under("/fund", view.t("fund-title")).lead(view.t("apply-lead"));
    let chosen = InitiativeId::new(chosen).and_then(|id| view.town.initiatives.get(&id));
    let body = html! {
        (Faults::new(view, refusals))
        @match (open_round(view), chosen) {
            (None, _) => p { (view.t("apply-no-round")) },
            (Some(round), Some(initiative)) => (applying(view, round, initiative)),
            (Some(round), None) => (choosing(view, round)),
        }
    };
    view.page(head, body)
}

/// The reader's initiatives, each with what it takes to apply.
fn choosing(view: &View, round: &Round) -> Markup {
    let Some(who) = &view.who else { return html! {} };
    let own =
        view.town.initiatives.written_by(who).filter(|initiative| matches!(initiative.phase, Phase::Idea | Phase::Case | Phase::Decision));
    let tasks: Vec<Task> = own
        .map(|initiative| {
            let applied = view.town.fund.standing_in(&round.id).any(|application| application.initiative == initiative.id);
            let state = match obstacles(view, initiative).len() {
                _ if applied => Tag::good(view.t("apply-applied")),
                0 => Tag::info(view.t("apply-ready")),
                count => Tag::partly(view.say("apply-lacks", &[("count", count.into())])),
            };
            Task::new(initiative.card.title.as_str(), state).at(view.at(&format!("/fund/apply?initiative={}", initiative.id)))
        })
        .collect();
    html! {
        h2 { (view.t("apply-choose")) }
        (task_list(&tasks, view.t("apply-none")))
    }
}

fn applying(view: &View, round: &Round, initiative: &Initiative) -> Markup {
    let about = Subject::from(&initiative.id);
    let obstacles = obstacles(view, initiative);
    html! {
        (Summary::new()
            .fact(view.t("application-initiative"), view.link(&about))
            .fact(view.t("fund-round"), view.link(&(&round.id).into()))
            .fact(view.t("fund-asked"), view.kr(asked(initiative)))
            .fact(view.t("case-cost"), view.kr(initiative.likely_cost())))
        @if obstacles.is_empty() {
            p { (view.t("apply-freezes")) }
            (details(view.t("criteria-title"), criteria(view, &round.criteria)))
            @if view.can("fund.application.submit", &about) {
                form method="post" action="/fund/apply" {
                    (view.marks())
                    (crate::look::hidden("initiative", initiative.id.as_str()))
                    (actions([Button::primary(view.t("apply-submit"))]))
                }
            } @else {
                p { (view.t("apply-not-writer")) }
            }
        } @else {
            h2 { (view.t("apply-missing")) }
            ul { @for obstacle in &obstacles { li { (obstacle) } } }
            p { (Link::new(view.href(&about), view.t("apply-mend"))) }
        }
    }
}

/// What stands in the way of applying with an initiative, in words.
fn obstacles(view: &View, initiative: &Initiative) -> Vec<String> {
    let lacks = blocking(&view.town, initiative, Gate::Case, view.today);
    let mut all: Vec<String> = lacks.into_iter().map(|lack| view.texts().refusal(&lack.into())).collect();
    if initiative.phase != Phase::Decision {
        all.push(view.t("refusal-case-not-handed-in").to_owned());
    }
    if asked(initiative) == Ore::ZERO {
        all.push(view.t("refusal-asked-nothing").to_owned());
    }
    all
}

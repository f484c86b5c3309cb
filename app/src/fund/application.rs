//! Page: an application: its frozen case, how it was judged as far as the reader may see, and the decision.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::fund::{Application, ApplicationWithdraw, Round, Verdict};
use domain::{ApplicationId, Refusals, Subject, date_at};
use maud::{Markup, html};

use super::{case, spread, words};
use crate::look::{self, Button, Field, Link, Progress, Step, Summary, Tone, actions, details, steps};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/fund/applications/{application}", May::Anyone, show),
        form("/fund/applications/{application}/withdrawal", May::Act("fund.application.withdraw"), withdraw),
    ]
}

/// An application and its round, where the reader may see them: citizens see what is decided.
pub fn find<'a>(view: &'a View, id: &ApplicationId) -> Result<(&'a Application, &'a Round), Problem> {
    let application = view.town.fund.applications.get(id).ok_or(Problem::NotFound)?;
    if application.verdict.is_none() && !view.is_staff() {
        return Err(Problem::SignIn(words::path(application, "")));
    }
    let round = view.town.fund.rounds.get(&application.round).ok_or(Problem::NotFound)?;
    Ok((application, round))
}

/// The head of an application's pages.
pub fn head(view: &View, application: &Application, round: &Round) -> Head {
    let about = Subject::from(&application.id);
    Head::new(Part::Fund, application.case.title())
        .kicker(view.t("fund-application"))
        .under("/fund", view.t("fund-title"))
        .under(format!("/fund/rounds/{}", round.id), round.name.as_str())
        .marks(html! { (words::application_tag(view, application)) " " @if let Some(source) = view.source(&about) { (source) } })
}

async fn show(view: View, Path(id): Path<ApplicationId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn withdraw(Path(id): Path<ApplicationId>, deed: Deed) -> Result<Response, Problem> {
    let (application, _) = find(&deed.view, &id)?;
    let back = words::path(application, "");
    let act = ApplicationWithdraw { application: id.clone(), reason: deed.fields.text("reason") };
    Ok(deed.then(act, &back, "withdrawn", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &ApplicationId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let (application, round) = find(view, id)?;
    let body = html! {
        (way(view, application, round))
        @if let Some(verdict) = &application.verdict { (decided(view, verdict)) }
        @if let Some((date, reason)) = &application.withdrawn {
            (look::callout(Tone::Neutral, &view.say("application-withdrawn-on", &[("date", (*date).into())]), html! { p { (reason) } }))
        }
        (Summary::new()
            .fact(view.t("fund-asked"), view.kr(application.case.asked))
            .fact(view.t("application-initiative"), view.link(&(&application.initiative).into()))
            .fact(view.t("application-applicant"), view.person(&application.applicant))
            .fact(view.t("application-submitted"), view.date(date_at(application.submitted)))
            .fact(view.t("application-assessed"), words::assessed(view, application, round)))
        (spread::summary(view, application, round))
        (case::interests(view, application))
        (case::case(view, application))
        @if application.verdict.is_none() && application.is_standing() && view.can("fund.application.withdraw", &id.into()) {
            (withdrawal(view, application, fields, refusals))
        }
    };
    Ok(view.page(head(view, application, round).actions(doings(view, application, round)), body))
}

/// What the reader may do with it now.
fn doings(view: &View, application: &Application, round: &Round) -> Markup {
    let about = Subject::from(&application.id);
    let open = application.verdict.is_none() && application.is_standing();
    let assesses = open && view.can("fund.assessment.give", &about);
    let decides = open && round.is_closed(view.today) && view.can("forums.application.decide", &about);
    let to = |below: &str| view.at(&words::path(application, below));
    html! {
        @if assesses { (Button::primary(view.t("assess")).to(to("/assessment"))) }
        @if decides { (Button::primary(view.t("decide")).to(to("/decision"))) }
    }
}

/// How far it has come.
fn way(view: &View, application: &Application, round: &Round) -> Markup {
    let decided = application.verdict.as_ref();
    let advised = view.town.forums.advice_on(&round.id);
    let judged = application.scored_by() >= usize::from(round.least_assessors);
    let passed = [true, judged, advised.is_some(), decided.is_some()];
    let now = passed.iter().position(|passed| !passed);
    let stopped = !application.is_standing();
    let notes = [Some(date_at(application.submitted)), None, advised.map(|advice| advice.date), decided.map(|verdict| verdict.date)];
    let all: Vec<Step> = ["submitted", "assessed", "recommended", "decided"]
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let progress = match now {
                Some(now) if place == now && stopped => Progress::Stopped,
                Some(now) if place == now => Progress::Now,
                Some(now) if place > now => Progress::Ahead,
                _ => Progress::Done,
            };
            let step = Step::new(view.of("application-step", name), progress, view.t(said(progress)));
            match notes[place].filter(|_| progress == Progress::Done) {
                Some(date) => step.note(view.date(date)),
                None => step,
            }
        })
        .collect();
    steps(view.t("application-way"), &all)
}

fn said(progress: Progress) -> &'static str {
    match progress {
        Progress::Done => "fund-step-done",
        Progress::Now => "fund-step-now",
        Progress::Ahead => "fund-step-ahead",
        Progress::Stopped => "fund-step-stopped",
    }
}

fn decided(view: &View, verdict: &Verdict) -> Markup {
    let decision = view.town.forums.decisions.get(&verdict.decision);
    let tone = if verdict.is_grant() { Tone::Good } else { Tone::Neutral };
    let title = if verdict.is_grant() {
        view.say("verdict-granted", &[("money", verdict.granted.into()), ("date", verdict.date.into())])
    } else {
        view.say("verdict-declined", &[("date", verdict.date.into())])
    };
    look::callout(
        tone,
        &title,
        html! {
            @if let Some(decision) = decision { p { (decision.text) } }
            @if !verdict.conditions.is_empty() { p { strong { (view.t("verdict-conditions")) ": " } (verdict.conditions) } }
            p { (Link::new(view.href(&(&verdict.decision).into()), view.t("verdict-in-log"))) }
        },
    )
}

fn withdrawal(view: &View, application: &Application, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    details(
        view.t("withdraw"),
        html! {
            (faults)
            form method="post" action=(words::path(application, "/withdrawal")) {
                (view.marks())
                (Field::area("reason", view.t("withdraw-reason")).rows(3).value(fields.raw("reason")).error(faults.of("reason")))
                (actions([Button::danger(view.t("withdraw"))]))
            }
        },
    )
}

//! Page: decide an application: why this person may, what the decision rests on, and the form.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::forums::ApplicationDecide;
use domain::fund::{Application, Ranked, Round, visible_ranking};
use domain::{ApplicationId, DecisionId, Ground, Ore, Refusals, Subject};
use maud::{Markup, html};

use super::{application, case, spread, words};
use crate::forums::cite;
use crate::look::{Button, Choice, Field, Link, Summary, actions, details, fieldset, quote, who_may};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/fund/applications/{application}/decision", May::Staff, show),
        form("/fund/applications/{application}/decision", May::Act("forums.application.decide"), decide),
    ]
}

async fn show(view: View, Path(id): Path<ApplicationId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn decide(Path(id): Path<ApplicationId>, mut deed: Deed) -> Result<Response, Problem> {
    let (found, _) = application::find(&deed.view, &id)?;
    let back = words::path(found, "");
    let decision = DecisionId::new(&deed.view.fresh_id("delegation")).ok_or(Problem::NotFound)?;
    let grant = if deed.fields.raw("answer") == "decline" { Ore::ZERO } else { deed.fields.money("grant") };
    let act = ApplicationDecide {
        id: decision,
        application: id.clone(),
        grant,
        reason: deed.fields.text("reason"),
        conditions: deed.fields.text("conditions"),
        case_number: deed.fields.text("case_number"),
    };
    Ok(deed.then(act, &back, "decided", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &ApplicationId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let (found, round) = application::find(view, id)?;
    let head = application::head(view, found, round).under(words::path(found, ""), found.case.title()).lead(view.t("decision-lead"));
    let ranking = view.who.as_ref().and_then(|who| visible_ranking(&view.town, who, &round.id, view.today).ok());
    let row = ranking.as_ref().and_then(|ranking| ranking.row(id));
    let may = view.may("forums.application.decide", &Subject::from(id));
    let has_stake = view.who.as_ref().is_some_and(|who| found.has_stake(who));
    let open = found.verdict.is_none() && found.is_standing() && round.is_closed(view.today);
    let body = html! {
        (right(view, &may.as_ref().ok().cloned()))
        (basis(view, found, round, row))
        @if let Some(verdict) = &found.verdict {
            p { (Link::new(view.href(&(&verdict.decision).into()), view.t("verdict-in-log"))) }
        } @else if may.is_ok() && open && !has_stake {
            (deciding(view, found, row, fields, refusals))
            (stake(view, found))
        } @else if has_stake {
            p { (view.t("refusal-interest-bars")) }
        }
        (spread::summary(view, found, round))
        (case::case(view, found))
    };
    Ok(view.page(head, body))
}

/// Why the reader may decide, or who may.
fn right(view: &View, ground: &Option<Ground>) -> Markup {
    let delegation = match ground {
        Some(Ground::Delegation(id, _)) => view.town.forums.delegations.get(id),
        _ => None,
    };
    match delegation {
        Some(delegation) => who_may(
            true,
            view.t("decision-you-may"),
            html! {
                (view.say("decision-because", &[("point", delegation.point.as_str().into()), ("text", delegation.text.as_str().into())]))
                " " (cite(view, &delegation.decision))
                @if let Some(limit) = delegation.limit { " " (view.say("decision-limit", &[("money", limit.into())])) }
            },
        ),
        None => who_may(
            false,
            view.t("decision-you-may-not"),
            html! { (view.t("decision-who-may")) " " (Link::new(view.at("/delegations"), view.t("delegations-title"))) },
        ),
    }
}

/// What the decision would rest on.
fn basis(view: &View, found: &Application, round: &Round, row: Option<&Ranked>) -> Markup {
    let left = round.money - view.town.fund.granted_in(&round.id);
    let mut facts = Summary::new().fact(view.t("fund-asked"), view.kr(found.case.asked)).fact(view.t("decision-left"), view.kr(left));
    if let Some(row) = row {
        facts = facts
            .fact(view.t("ranking-place"), row.place)
            .fact(view.t("ranking-points"), words::points(view, row.points))
            .fact(view.t("ranking-reach"), words::reach_tag(view, row));
    }
    let advice = view.town.forums.advice_on(&round.id);
    html! {
        h2 { (view.t("decision-basis")) }
        (facts)
        p { (Link::new(view.at(&format!("/fund/rounds/{}/ranking", round.id)), view.t("ranking-title"))) }
        @if let Some(deviation) = &found.deviation {
            h3 { (view.t("deviations")) ": " (view.of("placed", deviation.placed)) }
            (quote(html! { p { (deviation.reason) } }, html! { (view.person(&deviation.by)) ", " (view.date(deviation.date)) }))
        }
        h3 { (view.t("advice-title")) }
        @match advice {
            Some(advice) => (quote(html! { p { (advice.text) } }, html! { (view.link(&Subject::from(&advice.forum))) ", " (view.date(advice.date)) })),
            None => p { (view.t("advice-none")) },
        }
    }
}

fn deciding(view: &View, found: &Application, row: Option<&Ranked>, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let proposed = if row.is_some_and(|row| row.why.is_within()) { "grant" } else { "decline" };
    let answer = if fields.raw("answer").is_empty() { proposed } else { fields.raw("answer") };
    let grant = if fields.raw("grant").is_empty() { view.texts().number(found.case.asked.0 / 100) } else { fields.raw("grant").to_owned() };
    let choices = [Choice::new("grant", view.t("decision-grant")), Choice::new("decline", view.t("decision-decline"))];
    html! {
        (faults)
        form method="post" action=(words::path(found, "/decision")) {
            (view.marks())
            (fieldset(view.t("decision-form"), Some(view.t("decision-form-help")), html! {
                (Field::radios("answer", view.t("decision-answer"), choices).value(answer))
                (Field::number("grant", view.t("decision-sum"), "kr").value(grant).error(faults.of("grant")))
                (Field::area("reason", view.t("fund-reason")).value(fields.raw("reason")).error(faults.of("reason")))
                (Field::area("conditions", view.t("verdict-conditions")).rows(3).optional(view.t("form-optional"))
                    .value(fields.raw("conditions")).error(faults.of("conditions")))
                (Field::text("case_number", view.t("decision-case-number")).optional(view.t("form-optional"))
                    .value(fields.raw("case_number")).error(faults.of("case_number")))
            }))
            (actions([Button::primary(view.t("decision-take"))]))
        }
    }
}

/// The way out for a decider who has a stake herself.
fn stake(view: &View, found: &Application) -> Markup {
    details(
        view.t("decision-stake"),
        html! {
            form method="post" action=(words::path(found, "/interest")) {
                (view.marks())
                (Field::area("reason", view.t("interest-reason")).rows(3))
                (actions([Button::secondary(view.t("interest-declare"))]))
            }
        },
    )
}

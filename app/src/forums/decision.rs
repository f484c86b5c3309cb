//! Page: a decision: its wording, who took it by what right, and the basis as it was then.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::forums::{Decider, Decision, DecisionReport};
use domain::fund::Verdict;
use domain::{DecisionId, Refusals, Subject};
use maud::{Markup, html};

use super::resting::resting;
use super::words;
use crate::fund;
use crate::look::{Button, Field, Link, Summary, Tag, actions, fieldset, quote};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/decisions/{decision}", May::Anyone, show), form("/decisions/{decision}/report", May::Act("forums.decision.report"), report)]
}

async fn show(view: View, Path(id): Path<DecisionId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn report(Path(id): Path<DecisionId>, mut deed: Deed) -> Result<Response, Problem> {
    let back = format!("/decisions/{id}");
    let act = DecisionReport { decision: id.clone(), date: deed.fields.date("date"), paragraph: deed.fields.text("paragraph") };
    Ok(deed.then(act, &back, "reported", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &DecisionId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let decision = view.town.forums.decisions.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let head = Head::new(Part::Decisions, decision.matter.as_str())
        .kicker(view.t("decision"))
        .under("/decisions", view.t("decisions-title"))
        .marks(html! { @if let Some(source) = view.source(&about) { (source) } });
    let verdict = view.town.fund.applications.values().filter_map(|found| found.verdict.as_deref()).find(|verdict| verdict.decision == *id);
    let body = html! {
        (quote(html! { @for line in decision.text.lines() { p { (line) } } }, html! { (words::decider(view, decision)) ", " (view.date(decision.date)) }))
        (facts(view, decision))
        @if let Some(verdict) = verdict { (judged(view, verdict)) }
        (resting(view, id, &decision.concerns))
        @if decision.is_delegated() { (reporting(view, decision, fields, refusals)) }
    };
    Ok(view.page(head, body))
}

fn facts(view: &View, decision: &Decision) -> Summary {
    let mut facts = Summary::new().fact(view.t("decision-date"), view.date(decision.date));
    facts = match &decision.by {
        Decider::Body(unit) => facts.fact(view.t("decision-by"), view.link(&unit.into())),
        Decider::Delegate { person, delegation } => {
            facts.fact(view.t("decision-by"), view.person(person)).fact(view.t("decision-right"), right(view, &delegation.into()))
        }
    };
    if !decision.paragraph.is_empty() {
        facts = facts.fact(view.t("decision-paragraph"), &decision.paragraph);
    }
    if !decision.case_number.is_empty() {
        facts = facts.fact(view.t("decision-case-number"), &decision.case_number);
    }
    if !decision.concerns.is_empty() {
        facts = facts.fact(view.t("decision-concerns"), words::concerns(view, &decision.concerns));
    }
    // What was known then: everything in the ledger up to the decision, as of its day.
    let then = format!("/?as_of={}", decision.date);
    let size = usize::try_from(decision.basis).unwrap_or(usize::MAX);
    facts.fact(
        view.t("decision-basis"),
        html! { (view.say("decision-basis-text", &[("size", size.into())])) " " (Link::new(then, view.t("decision-as-of-then"))) },
    )
}

/// The point of the delegation order and the decision behind it.
fn right(view: &View, about: &Subject) -> Markup {
    let Subject::Delegation(id) = about else { return html! {} };
    html! {
        (view.link(about))
        @if let Some(delegation) = view.town.forums.delegations.get(id) { ", " (words::cite(view, &delegation.decision)) }
    }
}

/// What a decision on an application rested on: copies taken when it was decided.
fn judged(view: &View, verdict: &Verdict) -> Markup {
    let judged = &verdict.judged;
    let facts = Summary::new()
        .fact(view.t("fund-asked"), view.kr(judged.case.asked))
        .fact(view.t("fund-granted"), view.kr(verdict.granted))
        .fact(view.t("ranking-place"), judged.ranked.place)
        .fact(view.t("ranking-points"), fund::points(view, judged.ranked.points))
        .fact(view.t("round-assessors"), judged.assessments.len());
    let key = if verdict.is_grant() { "verdict-granted" } else { "verdict-declined" };
    html! {
        p { strong { (view.say(key, &[("money", verdict.granted.into()), ("date", verdict.date.into())])) } }
        h2 { (view.t("decision-judged")) }
        p { (view.t("decision-judged-text")) }
        (facts)
        @if !verdict.conditions.is_empty() { p { strong { (view.t("verdict-conditions")) ": " } (verdict.conditions) } }
        @if let Some(deviation) = &judged.deviation {
            h3 { (view.t("deviations")) ": " (view.of("placed", deviation.placed)) }
            (quote(html! { p { (deviation.reason) } }, html! { (view.person(&deviation.by)) ", " (view.date(deviation.date)) }))
        }
        h3 { (view.t("criteria-title")) }
        (fund::criteria(view, &judged.criteria))
    }
}

fn reporting(view: &View, decision: &Decision, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    html! {
        h2 { (view.t("reporting-title")) }
        @match &decision.reported {
            Some(reported) => p { (view.say("reported-on", &[("date", reported.date.into()), ("paragraph", reported.paragraph.as_str().into())])) },
            None => {
                p { (Tag::partly(view.t("decision-unreported"))) " " (view.t("reporting-why")) }
                @if view.can("forums.decision.report", &Subject::from(&decision.id)) {
                    (faults)
                    form method="post" action=(format!("/decisions/{}/report", decision.id)) {
                        (view.marks())
                        (fieldset(view.t("decision-report"), None, html! {
                            (Field::date("date", view.t("reporting-date")).value(fields.raw("date")).error(faults.of("date")))
                            (Field::text("paragraph", view.t("decision-paragraph")).short().optional(view.t("form-optional"))
                                .value(fields.raw("paragraph")).error(faults.of("paragraph")))
                        }))
                        (actions([Button::primary(view.t("decision-report"))]))
                    }
                }
            },
        }
    }
}

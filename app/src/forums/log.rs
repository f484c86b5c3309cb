//! Page: the log of matters and decisions: every decision with date, decider, matter and where it stands.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use axum::response::Response;
use domain::forums::{Decider, Decision};
use domain::{Subject, UnitId};
use maud::html;

use super::words;
use crate::look::{Button, Choice, Link, Tag};
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/decisions", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.forums.decisions.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let mut head = Head::new(Part::Decisions, view.t("decisions-title")).lead(view.t("decisions-lead"));
    if view.can("forums.decision.record", &Subject::Municipality) {
        head = head.actions(html! { (Button::primary(view.t("decision-record")).to("/decisions/new")) });
    }
    let body = html! {
        (found)
        p {
            (Link::new(view.at("/delegations"), view.t("delegations-title"))) " · "
            (Link::new(view.at("/forums"), view.t("forums-title"))) " · "
            (Link::new(view.at("/forums/recommendations"), view.t("recommendations-title")))
        }
    };
    Ok(view.page(head, body))
}

fn list(view: &View) -> List<'_, &Decision> {
    let decisions = || view.town.forums.decisions.values();
    let years: BTreeSet<Reverse<i16>> = decisions().map(|decision| Reverse(decision.date.year())).collect();
    let years = years.into_iter().map(|Reverse(year)| Choice::new(year.to_string(), year.to_string()));
    let bodies: BTreeSet<&UnitId> = decisions()
        .filter_map(|decision| match &decision.by {
            Decider::Body(unit) => Some(unit),
            Decider::Delegate { .. } => None,
        })
        .collect();
    let deciders = bodies
        .into_iter()
        .map(|unit| Choice::new(unit.as_str(), view.name(&Subject::from(unit))))
        .chain(["delegated", "unreported"].map(|choice| Choice::new(choice, view.of("decider", choice))));
    List::new(view, "decisions", "decisions-title")
        .empty("decisions-none")
        .order("-date")
        .search("decisions-words", |decision: &&Decision| {
            format!("{} {} {} {}", decision.matter, decision.text, decision.case_number, decision.paragraph)
        })
        .choice("decider", "decision-by", deciders, |decision, asked| match &decision.by {
            Decider::Body(unit) => unit.as_str() == asked,
            Decider::Delegate { .. } => asked == "delegated" || asked == "unreported" && decision.reported.is_none(),
        })
        .choice("year", "decisions-year", years, |decision, asked| decision.date.year().to_string() == asked)
        .column("matter", "decision-matter", |decision| decision.matter.clone())
        .linked(|decision| view.href(&Subject::from(&decision.id)))
        .column("date", "decision-date", |decision| decision.date)
        .column("by", "decision-by", |decision| words::decider(view, decision))
        .shown(|decision| {
            html! {
                (words::decider(view, decision))
                @if decision.is_delegated() && decision.reported.is_none() { " " (Tag::partly(view.t("decision-unreported"))) }
            }
        })
        .column("case", "decision-number", |decision| format!("{} {}", decision.case_number, decision.paragraph))
        .column("text", "decision-text", |decision| decision.text.clone())
        .in_file_only()
        .column("source", "decision-source", |decision| view.source_in_words(&Subject::from(&decision.id)))
        .shown(|decision| html! { @if let Some(source) = view.source(&Subject::from(&decision.id)) { (source) } })
}

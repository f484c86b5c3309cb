//! Page: everything forums of officials have recommended, and that it is no decision.

use std::collections::BTreeSet;

use axum::response::Response;
use domain::forums::{Recommendation, RecommendationKind};
use maud::html;

use super::recommendation::title;
use crate::look::{Choice, Link};
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/forums/recommendations", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.forums.recommendations.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Decisions, view.t("recommendations-title"))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
        .lead(view.t("recommendation-lead"));
    Ok(view.page(head, html! { (found) }))
}

/// What kind of recommendation it is, as the address asks for it.
fn kind(one: &Recommendation) -> &'static str {
    match one.kind {
        RecommendationKind::Advice => "advice",
        RecommendationKind::PlanningPremises(_) => "premises",
        RecommendationKind::PriorityGrounds(_) => "grounds",
    }
}

fn list(view: &View) -> List<'_, &Recommendation> {
    let years: BTreeSet<i16> = view.town.forums.recommendations.values().map(|one| one.date.year()).collect();
    let years = years.into_iter().rev().map(|year| Choice::new(year.to_string(), year.to_string()));
    let forums = view.town.forums.forums.values().map(|forum| Choice::new(forum.id.as_str(), forum.name.as_str()));
    let kinds = ["advice", "premises", "grounds"].map(|word| Choice::new(word, view.of("recommendation-kind", word)));
    List::new(view, "recommendations", "recommendations-title")
        .empty("recommendations-none")
        .order("-date")
        .search("search", |one: &&Recommendation| one.text.clone())
        .choice("forum", "forum", forums, |one, asked| one.forum.as_str() == asked)
        .choice("kind", "recommendation", kinds, |one, asked| kind(one) == asked)
        .choice("year", "year", years, |one, asked| one.date.year().to_string() == asked)
        .column("what", "recommendation", |one| title(view, one))
        .linked(|one| view.href(&(&one.id).into()))
        .column("date", "decision-date", |one| one.date)
        .column("forum", "forum", |one| view.name(&(&one.forum).into()))
        .column("text", "recommendation-text", |one| one.text.clone())
        .column("meeting", "meeting", |one| one.meeting.as_ref().map(|meeting| view.name(&meeting.into())))
        .shown(|one| html! { @if let Some(meeting) = &one.meeting { (Link::new(view.href(&meeting.into()), view.name(&meeting.into()))) } })
}

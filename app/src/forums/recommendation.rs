//! Page: what a forum of officials recommended, and that it is no decision.

use axum::extract::Path;
use axum::response::Response;
use domain::forums::{Recommendation, RecommendationKind};
use domain::{Arg, RecommendationId, Subject};
use maud::html;

use super::words;
use crate::look::{Summary, quote};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/decisions/recommendations/{recommendation}", May::Anyone, show)]
}

/// What a recommendation is called.
pub fn title(view: &View, recommendation: &Recommendation) -> String {
    let of_year = |key: &str, year: i16| view.say(key, &[("year", Arg::Text(year.to_string()))]);
    match recommendation.kind {
        RecommendationKind::Advice => view.t("recommendation-advice").to_owned(),
        RecommendationKind::PlanningPremises(year) => of_year("recommendation-premises", year),
        RecommendationKind::PriorityGrounds(year) => of_year("recommendation-grounds", year),
    }
}

async fn show(view: View, Path(id): Path<RecommendationId>) -> Result<Response, Problem> {
    let recommendation = view.town.forums.recommendations.get(&id).ok_or(Problem::NotFound)?;
    let forum = Subject::from(&recommendation.forum);
    let head = Head::new(Part::Decisions, title(&view, recommendation))
        .kicker(view.t("recommendation"))
        .under("/forums", view.t("forums-title"))
        .under(format!("/forums/{}", recommendation.forum), view.name(&forum))
        .lead(view.t("recommendation-lead"))
        .marks(html! { @if let Some(source) = view.source(&Subject::from(&id)) { (source) } });
    let mut facts = Summary::new()
        .fact(view.t("recommendation-forum"), view.link(&forum))
        .fact(view.t("decision-date"), view.date(recommendation.date));
    if !recommendation.concerns.is_empty() {
        facts = facts.fact(view.t("decision-concerns"), words::concerns(&view, &recommendation.concerns));
    }
    let body = html! {
        (quote(html! { @for line in recommendation.text.lines() { p { (line) } } }, view.link(&forum)))
        (facts)
    };
    Ok(view.page(head, body))
}

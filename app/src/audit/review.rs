//! Page: a review with its conclusion and its recommendations; and the list of all reviews.

use axum::extract::Path;
use axum::response::Response;
use domain::ReviewId;
use domain::audit::Review;
use maud::{Markup, html};

use super::words;
use crate::look::{self, Column, Summary, Table};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/audit/reviews/{review}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<ReviewId>) -> Result<Response, Problem> {
    let review = view.town.audit.reviews.get(&id).ok_or(Problem::NotFound)?;
    let head = Head::new(Part::Audit, review.title.as_str())
        .kicker(view.t("audit-review"))
        .under("/audit", view.t("audit-title"))
        .marks(html! { @if let Some(source) = view.source(&(&id).into()) { (source) } });
    let body = html! {
        (Summary::new().fact(view.t("audit-review-by"), review.carried_out_by.as_str()).fact(view.t("audit-review-date"), view.date(review.date)))
        h2 { (view.t("audit-review-conclusion")) }
        (look::quote(html! { p { (review.conclusion) } }, html! { (review.carried_out_by) }))
        (advices(&view, review))
    };
    Ok(view.page(head, body))
}

/// All reviews, the newest first, each with its recommendations.
pub fn reviews(view: &View) -> Markup {
    let mut reviews: Vec<&Review> = view.town.audit.reviews.values().collect();
    reviews.sort_by_key(|review| std::cmp::Reverse(review.date));
    html! {
        @if reviews.is_empty() { p .sb-nothing { (view.t("audit-no-advices")) } }
        @for review in reviews {
            h3 { a .ds-link href=(view.href(&(&review.id).into())) { (review.title) } ", " (view.date(review.date)) }
            (advices(view, review))
        }
    }
}

fn advices(view: &View, review: &Review) -> Table {
    let caption = view.say("audit-advices-of", &[("review", review.title.as_str().into())]);
    Table::new(format!("advices-{}", review.id), caption)
        .column(Column::text(view.t("audit-advice")))
        .column(Column::text(view.t("audit-progress")))
        .column(Column::text(view.t("audit-due")))
        .column(Column::text(view.t("audit-measures")))
        .empty(view.t("audit-no-advices"))
        .rows(view.town.audit.advices_of(&review.id), |line, advice| {
            line.link(&view.href(&(&advice.id).into()), &advice.text)
                .cell(words::progress_tag(view, advice))
                .cell(view.date(advice.due))
                .cell(words::measures(view.texts(), &view.town, advice));
        })
}

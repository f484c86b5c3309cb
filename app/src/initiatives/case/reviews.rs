//! The reviews of a case's risks: when they have been looked through, by whom, and what came of it.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Initiative, RisksReview};
use domain::{InitiativeId, Refusals};
use maud::{Markup, html};

use crate::initiatives::sheet;
use crate::look::{self, Button, Column, Field, Table};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![form("/initiatives/{initiative}/case/risks/review", May::Act("initiatives.risks.review"), review)]
}

async fn review(Path(id): Path<InitiativeId>, deed: Deed) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, &id)?.clone();
    let act = RisksReview { initiative: id.clone(), note: deed.fields.text("note") };
    let page = format!("/initiatives/{id}/case#risks");
    Ok(deed.then(act, &page, "risks-reviewed", |view, fields, refusals| again(&view, &initiative, &fields, &refusals)).await)
}

fn again(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let case = format!("/initiatives/{}/case", initiative.id);
    let head = sheet::beneath(view, initiative, view.t("reviews-hold")).under(case, view.t("basis-title"));
    view.page(head, html! { (Faults::new(view, refusals)) (holding(view, initiative, fields, refusals)) })
}

fn holding(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let note = Field::area("note", view.t("reviews-note")).help(view.t("reviews-help")).rows(3).value(fields.raw("note"));
    html! {
        form method="post" action=(format!("/initiatives/{}/case/risks/review", initiative.id)) {
            (view.marks())
            (note.error(faults.of("note")))
            (look::actions([Button::secondary(view.t("reviews-save"))]))
        }
    }
}

/// The reviews that were held, and for those who may write the form of the next.
pub fn section(view: &View, initiative: &Initiative, may: bool) -> Markup {
    let table = Table::new("reviews-table", view.t("reviews-title"))
        .column(Column::text(view.t("reviews-date")))
        .column(Column::text(view.t("reviews-by")))
        .column(Column::number(view.t("reviews-risks")))
        .column(Column::number(view.t("reviews-grave")))
        .column(Column::text(view.t("reviews-note")))
        .rows(initiative.reviews.iter().rev(), |row, review| {
            row.cell(view.date(review.date)).cell(view.person(&review.by)).cell(review.risks).cell(review.grave).cell(review.note.as_str());
        });
    let asking = holding(view, initiative, &Fields::default(), &Refusals::none());
    html! {
        @if !initiative.reviews.is_empty() { (table) }
        @if may && !initiative.case.risks.is_empty() { (look::details(view.t("reviews-hold"), asking)) }
    }
}

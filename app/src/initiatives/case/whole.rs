//! Page: the whole initiative to be read at one go, on screen, on paper or as a tagged PDF.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::InitiativeId;
use domain::initiatives::{Area, Initiative};
use maud::{Markup, html};

use super::{Parts, printed};
use crate::initiatives::{attachments, network, sheet, words};
use crate::look::{self, Button, Summary};
use crate::paper;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/initiatives/{initiative}/whole", May::Staff, show)]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    if view.ask("export") == "pdf" {
        return on_paper(&view, initiative);
    }
    let head = sheet::beneath(&view, initiative, view.t("whole-title"))
        .lead(view.t("whole-lead"))
        .marks(words::phase(&view, initiative))
        .actions(look::actions([Button::secondary(view.t("whole-pdf")).to(view.asking("export", "pdf"))]));
    let parts = Parts { view: &view, initiative, may: false, lacks: Vec::new() };
    let body = html! {
        (card(&view, initiative))
        h2 { (view.t("idea-title")) }
        @for area in Area::ALL { (written(&view, initiative, area)) }
        (parts.all())
        (network::section(&view, initiative))
        @if !initiative.attachments.is_empty() { (attachments::listed(&view, initiative)) }
    };
    Ok(view.page(head, body))
}

fn card(view: &View, initiative: &Initiative) -> Summary {
    let card = &initiative.card;
    let facts = Summary::new()
        .fact(view.t("initiative-unit"), view.link(&(&card.unit).into()))
        .fact(view.t("initiative-lead"), view.person(&card.lead))
        .fact(view.t("initiative-form"), view.of("form", card.form))
        .fact(view.t("initiative-size"), view.of("size", initiative.size(&view.town, view.today)))
        .fact(view.t("initiative-cost"), view.kr(initiative.likely_cost()))
        .fact(view.t("initiative-started"), view.date(initiative.started));
    match &card.object {
        Some(object) => facts.fact(view.t("initiative-object"), view.link(&object.into())),
        None => facts,
    }
}

fn written(view: &View, initiative: &Initiative, area: Area) -> Markup {
    let text = initiative.area(area);
    html! {
        h3 { (view.of("area", area)) }
        @if text.is_empty() { p .sb-nothing { (view.t("idea-area-empty")) } }
        @for line in text.lines() { p { (line) } }
    }
}

fn on_paper(view: &View, initiative: &Initiative) -> Result<Response, Problem> {
    let document = printed::Paper { view, initiative }.document();
    let bytes = paper::pdf(&document).map_err(|error| Problem::Storage(error.to_string()))?;
    let file = format!("attachment; filename=\"{}-{}.pdf\"", initiative.id, view.today);
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, file)], bytes).into_response())
}

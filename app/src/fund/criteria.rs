//! Page: change what a round's applications are judged by, as long as nobody has applied.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::fund::{Aspect, CriteriaRevise, Criterion, Round};
use domain::{CriterionId, Refusals, RoundId, Subject};
use maud::{Markup, html};

use crate::look::{Button, Choice, Field, actions, details, fieldset};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/fund/rounds/{round}/criteria", May::Act("fund.criteria.revise"), show),
        form("/fund/rounds/{round}/criteria", May::Act("fund.criteria.revise"), revise),
    ]
}

const ASPECTS: [(&str, Aspect); 5] = [
    ("money", Aspect::Money),
    ("quality", Aspect::Quality),
    ("goals", Aspect::Goals),
    ("reuse", Aspect::Reuse),
    ("feasibility", Aspect::Feasibility),
];

async fn show(view: View, Path(id): Path<RoundId>) -> Result<Response, Problem> {
    let round = view.town.fund.rounds.get(&id).ok_or(Problem::NotFound)?;
    sheet(&view, round, &rows(round), &Refusals::none())
}

async fn revise(Path(id): Path<RoundId>, deed: Deed) -> Result<Response, Problem> {
    let round = deed.view.town.fund.rounds.get(&id).cloned().ok_or(Problem::NotFound)?;
    let sent: Vec<Criterion> = (0..=round.criteria.len()).filter_map(|place| read(&deed.view, &deed.fields, place)).collect();
    let act = CriteriaRevise { round: id.clone(), criteria: sent.iter().filter(|criterion| !criterion.name.is_empty()).cloned().collect() };
    let page = format!("/fund/rounds/{id}#criteria");
    Ok(deed.then(act, &page, "criteria-revised", |view, _, refusals| sheet(&view, &round, &sent, &refusals).into_response()).await)
}

/// The round's criteria, and an empty one to add.
fn rows(round: &Round) -> Vec<Criterion> {
    round.criteria.iter().cloned().chain(CriterionId::new("new").map(blank)).collect()
}

fn blank(id: CriterionId) -> Criterion {
    Criterion { id, name: String::new(), what: String::new(), aspect: Aspect::Quality, weight: 0, anchors: Default::default() }
}

/// The criterion sent in a place; one that is new gets an identity of its own.
fn read(view: &View, fields: &Fields, place: usize) -> Option<Criterion> {
    let text = |name: &str| fields.text(&format!("{name}-{place}"));
    let id = CriterionId::new(&text("id")).filter(|id| id.as_str() != "new").or_else(|| CriterionId::new(&view.fresh_id("criterion")))?;
    let aspect = ASPECTS.iter().find(|(word, _)| *word == text("aspect")).map_or(Aspect::Quality, |(_, aspect)| *aspect);
    let anchors = std::array::from_fn(|step| text(&format!("anchor-{step}")));
    let weight = text("weight").parse().unwrap_or(0);
    Some(Criterion { id, name: text("name"), what: text("what"), aspect, weight, anchors })
}

fn sheet(view: &View, round: &Round, rows: &[Criterion], refusals: &Refusals) -> Result<Response, Problem> {
    view.may("fund.criteria.revise", &Subject::from(&round.id)).map_err(|refusal| Problem::Forbidden(Some(refusal.into())))?;
    let head = Head::new(Part::Fund, view.t("criteria-revise"))
        .kicker(round.name.as_str())
        .under("/fund", view.t("fund-title"))
        .under(format!("/fund/rounds/{}", round.id), round.name.as_str())
        .lead(view.t("criteria-revise-lead"));
    let body = html! {
        (Faults::new(view, refusals))
        form method="post" action=(format!("/fund/rounds/{}/criteria", round.id)) {
            (view.marks())
            @for (place, criterion) in rows.iter().enumerate() { (row(view, place, criterion)) }
            (actions([Button::primary(view.t("criteria-revise"))]))
        }
    };
    Ok(view.page(head, body))
}

fn row(view: &View, place: usize, criterion: &Criterion) -> Markup {
    let name = |field: &str| format!("{field}-{place}");
    let aspects = ASPECTS.map(|(word, aspect)| Choice::new(word, view.of("aspect", aspect)));
    let held = ASPECTS.iter().find(|(_, aspect)| *aspect == criterion.aspect).map_or("", |(word, _)| word);
    let legend = if criterion.name.is_empty() { view.t("criterion-new") } else { &criterion.name };
    let scale = html! {
        @for (step, anchor) in criterion.anchors.iter().enumerate() {
            (Field::text(name(&format!("anchor-{step}")), view.say("criterion-step", &[("step", step.into())])).value(anchor))
        }
    };
    fieldset(
        legend,
        None,
        html! {
            (crate::look::hidden(&name("id"), criterion.id.as_str()))
            (Field::text(name("name"), view.t("criterion")).value(&criterion.name))
            (Field::area(name("what"), view.t("criterion-what")).rows(2).value(&criterion.what))
            (Field::select(name("aspect"), view.t("criterion-aspect"), aspects).value(held))
            (Field::number(name("weight"), view.t("criterion-weight"), "‰").value(criterion.weight.to_string()))
            (details(view.t("criterion-scale"), scale))
        },
    )
}

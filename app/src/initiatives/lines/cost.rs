//! Page: a cost line.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{CostKind, CostLine, Initiative, Part, PartId};
use domain::{CostId, InitiativeId, Refusals, UnitId};
use maud::html;

use super::{Sheet, about_spans, drop, put, read_spans, span_fields};
use crate::initiatives::{choices, sheet};
use crate::look::Field;
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/case/costs/{line}", May::Staff, show),
        form("/initiatives/{initiative}/case/costs/{line}", May::Act("initiatives.case.put"), save),
        form("/initiatives/{initiative}/case/costs/{line}/removal", May::Act("initiatives.case.drop"), remove),
    ]
}

async fn show(view: View, Path((id, line)): Path<(InitiativeId, CostId)>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &line, &Fields::default(), &Refusals::none()))
}

async fn save(Path((id, line)): Path<(InitiativeId, CostId)>, mut deed: Deed) -> Result<Response, Problem> {
    let nowhere = UnitId::new("nowhere").ok_or(Problem::NotFound)?;
    let own = if line.as_str() == "new" { CostId::new(&deed.view.fresh_id("cost")).ok_or(Problem::NotFound)? } else { line.clone() };
    let fields = &mut deed.fields;
    let cost = CostLine {
        id: own,
        what: fields.text("what"),
        kind: fields.choice("kind", CostKind::OneOff),
        payer: fields.choice("payer", nowhere),
        spans: read_spans(fields, None),
    };
    put(deed, &id, Part::Cost(cost), "costs", |view, initiative, fields, refusals| write(view, initiative, &line, fields, refusals)).await
}

async fn remove(Path((id, line)): Path<(InitiativeId, CostId)>, deed: Deed) -> Result<Response, Problem> {
    drop(deed, &id, PartId::Cost(line), "costs").await
}

fn write(view: &View, initiative: &Initiative, line: &CostId, fields: &Fields, refusals: &Refusals) -> Response {
    let held = initiative.case.costs.get(line);
    let refusals = about_spans(refusals);
    let action = format!("/initiatives/{}/case/costs/{line}", initiative.id);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, &refusals),
        title: "cost-title",
        action,
        section: "costs",
        known: held.is_some(),
    };
    sheet.page(html! {
        (sheet.field("what", Field::text("what", view.t("cost-what")).help(view.t("cost-what-help")), held.map(|line| line.what.clone()).unwrap_or_default()))
        (sheet.field("kind", Field::radios("kind", view.t("cost-kind"), choices::of(view, "cost-kind", &CostKind::ALL)), sent(held.map_or(CostKind::OneOff, |line| line.kind))))
        (sheet.field("payer", Field::select("payer", view.t("cost-payer"), choices::units(view)), held.map_or(&initiative.card.unit, |line| &line.payer).as_str()))
        (span_fields(&sheet, held.map_or(&[], |line| &line.spans)))
    })
}

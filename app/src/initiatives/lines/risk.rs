//! Page: a risk, its weight, its measure and what is left.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Axis, Initiative, Part, PartId, Risk, RiskArea, Weight};
use domain::{InitiativeId, Refusals, RiskId};
use maud::{Markup, html};

use super::{Sheet, drop, led, put};
use crate::initiatives::demands::scale;
use crate::initiatives::{choices, sheet};
use crate::look::{self, Choice, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/case/risks/{line}", May::Staff, show),
        form("/initiatives/{initiative}/case/risks/{line}", May::Act("initiatives.case.put"), save),
        form("/initiatives/{initiative}/case/risks/{line}/removal", May::Act("initiatives.case.drop"), remove),
    ]
}

async fn show(view: View, Path((id, line)): Path<(InitiativeId, RiskId)>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &line, &Fields::default(), &Refusals::none()))
}

async fn save(Path((id, line)): Path<(InitiativeId, RiskId)>, mut deed: Deed) -> Result<Response, Problem> {
    let own = if line.as_str() == "new" { RiskId::new(&deed.view.fresh_id("risk")).ok_or(Problem::NotFound)? } else { line.clone() };
    let fields = &mut deed.fields;
    // Of what is left, both are said or neither.
    let is_left = ["left_probability", "left_consequence"].iter().any(|name| !fields.raw(name).is_empty());
    let risk = Risk {
        id: own,
        area: fields.choice("area", RiskArea::Technology),
        what: fields.text("what"),
        weight: Weight { probability: fields.step("probability"), consequence: fields.step("consequence") },
        measure: fields.text("measure"),
        owner: fields.maybe("owner"),
        due: fields.maybe_date("due"),
        taken: fields.maybe_date("taken"),
        residual: is_left.then(|| Weight { probability: fields.step("left_probability"), consequence: fields.step("left_consequence") }),
    };
    put(deed, &id, Part::Risk(risk), "risks", |view, initiative, fields, refusals| write(view, initiative, &line, fields, refusals)).await
}

async fn remove(Path((id, line)): Path<(InitiativeId, RiskId)>, deed: Deed) -> Result<Response, Problem> {
    drop(deed, &id, PartId::Risk(line), "risks").await
}

fn write(view: &View, initiative: &Initiative, line: &RiskId, fields: &Fields, refusals: &Refusals) -> Response {
    let held = initiative.case.risks.get(line);
    let action = format!("/initiatives/{}/case/risks/{line}", initiative.id);
    let refusals = &about_weights(refusals);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, refusals),
        title: "risk-title",
        action,
        section: "risks",
        known: held.is_some(),
    };
    let area = held.map_or_else(|| view.ask("area").to_owned(), |risk| sent(risk.area));
    let grave = usize::from(view.town.initiatives.table(view.today).scale.grave);
    sheet.page(html! {
        (sheet.field("area", Field::select("area", view.t("risk-area"), choices::of(view, "risk-area", &RiskArea::ALL)).help(view.t("risk-area-help")), area))
        (sheet.field("what", Field::text("what", view.t("risk-what")).help(view.t("risk-what-help")), held.map(|risk| risk.what.clone()).unwrap_or_default()))
        (weight(&sheet, "probability", "consequence", held.map(|risk| risk.weight), false))
        (look::fieldset(view.t("risk-measure"), Some(&view.say("risk-measure-help", &[("grave", grave.into())])), measure(&sheet, held)))
        (look::details(view.t("risk-left"), weight(&sheet, "left_probability", "left_consequence", held.and_then(|risk| risk.residual), true)))
    })
}

fn measure(sheet: &Sheet<'_>, held: Option<&Risk>) -> Markup {
    let view = sheet.view;
    let mut people = choices::people(view);
    people.insert(0, choices::none(view));
    let date = |date: Option<domain::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    html! {
        (sheet.field("measure", Field::text("measure", view.t("risk-measure-what")).optional(view.t("form-optional")), held.map(|risk| risk.measure.clone()).unwrap_or_default()))
        (sheet.field("owner", Field::select("owner", view.t("risk-owner"), people).optional(view.t("form-optional")), held.and_then(|risk| risk.owner.as_ref()).map(ToString::to_string).unwrap_or_default()))
        (sheet.field("due", Field::date("due", view.t("risk-due-date")).optional(view.t("form-optional")), date(held.and_then(|risk| risk.due))))
        (sheet.field("taken", Field::date("taken", view.t("risk-taken-date")).optional(view.t("form-optional")), date(held.and_then(|risk| risk.taken))))
    }
}

fn weight(sheet: &Sheet<'_>, probability: &'static str, consequence: &'static str, held: Option<Weight>, optional: bool) -> Markup {
    let view = sheet.view;
    let table = view.town.initiatives.table(view.today);
    let grades = |axis: Axis| {
        let mut all: Vec<Choice> =
            (1..=table.scale.steps).map(|grade| Choice::new(grade.to_string(), scale::step(view, table, axis, grade))).collect();
        all.insert(0, choices::none(view));
        all
    };
    let pick = |held: Option<u8>| held.map(|grade| grade.to_string()).unwrap_or_default();
    let field = |name: &'static str, key: &str, axis: Axis| {
        let field = Field::select(name, view.t(key), grades(axis));
        if optional { field.optional(view.t("form-optional")) } else { field }
    };
    let likely = field(probability, "risk-probability", Axis::Probability);
    let grave = field(consequence, "risk-consequence", Axis::Consequence);
    html! {
        (sheet.field(probability, likely, pick(held.map(|weight| weight.probability))))
        (sheet.field(consequence, grave, pick(held.map(|weight| weight.consequence))))
    }
}

/// Leads what the rule says of a weight to its first field.
fn about_weights(refusals: &Refusals) -> Refusals {
    led(refusals, &[("weight", "probability"), ("residual", "left_probability")])
}

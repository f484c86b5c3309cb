//! Page: who pays, out of what, in which year.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Financing, FinancingSource, Initiative, Part};
use domain::{InitiativeId, Refusals, UnitId};
use maud::{Markup, html};

use super::{Sheet, put, year};
use crate::initiatives::{choices, sheet};
use crate::look::{self, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/case/financing", May::Staff, show),
        form("/initiatives/{initiative}/case/financing", May::Act("initiatives.case.put"), save),
    ]
}

/// The rows of the form: source, unit, year, amount.
const ROWS: [[&str; 4]; 8] = [
    ["source_1", "unit_1", "year_1", "amount_1"],
    ["source_2", "unit_2", "year_2", "amount_2"],
    ["source_3", "unit_3", "year_3", "amount_3"],
    ["source_4", "unit_4", "year_4", "amount_4"],
    ["source_5", "unit_5", "year_5", "amount_5"],
    ["source_6", "unit_6", "year_6", "amount_6"],
    ["source_7", "unit_7", "year_7", "amount_7"],
    ["source_8", "unit_8", "year_8", "amount_8"],
];

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn save(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let nowhere = UnitId::new("nowhere").ok_or(Problem::NotFound)?;
    let fields = &mut deed.fields;
    let mut lines = Vec::new();
    for [source, unit, of_year, amount] in ROWS {
        if [source, amount].iter().any(|name| !fields.text(name).is_empty()) {
            let source = fields.choice(source, FinancingSource::OwnFrame);
            let (unit, year) = (fields.choice(unit, nowhere.clone()), year(fields.number(of_year)));
            lines.push(Financing { source, unit, year, amount: fields.money(amount) });
        }
    }
    // Nothing would be saved, and the page would say that it was.
    if lines.is_empty() && sheet::found(&deed.view, &id)?.case.financing.is_empty() {
        deed.fields.needed(ROWS[0][3]);
    }
    put(deed, &id, Part::Financing(lines), "financing", write).await
}

fn write(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let action = format!("/initiatives/{}/case/financing", initiative.id);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, refusals),
        title: "basis-financing",
        action,
        section: "financing",
        known: false,
    };
    let shown = (initiative.case.financing.len() + 1).min(ROWS.len());
    sheet.page(html! {
        p { (view.say("financing-lead", &[("money", initiative.likely_cost().into())])) }
        @for place in 0..shown { (row(&sheet, place)) }
        @if shown < ROWS.len() { (look::details(view.t("financing-more"), html! { @for place in shown..ROWS.len() { (row(&sheet, place)) } })) }
    })
}

fn row(sheet: &Sheet<'_>, place: usize) -> Markup {
    let view = sheet.view;
    let [source, unit, year, money] = ROWS[place];
    let held = sheet.initiative.case.financing.get(place);
    let word = held.map(|line| sent(line.source)).unwrap_or_default();
    let mut sources = choices::of(view, "source", &FinancingSource::ALL);
    sources.insert(0, choices::none(view));
    look::fieldset(
        &view.say("financing-row", &[("number", (place + 1).into())]),
        None,
        html! {
            (sheet.field(source, Field::select(source, view.t("financing-source"), sources), word))
            (sheet.field(unit, Field::select(unit, view.t("financing-unit"), choices::units(view)), held.map_or(&sheet.initiative.card.unit, |line| &line.unit).as_str()))
            (sheet.field(year, Field::text(year, view.t("basis-year")).short(), held.map_or(view.today.year(), |line| line.year).to_string()))
            (sheet.field(money, Field::number(money, view.t("financing-amount"), "kr"), held.map(|line| amount(line.amount)).unwrap_or_default()))
        },
    )
}

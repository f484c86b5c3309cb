//! Page: the ways considered, doing nothing among them.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Alternative, AlternativeKind, Initiative, Part};
use domain::{InitiativeId, Ore, Refusals};
use maud::{Markup, html};

use super::{Sheet, led, put};
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
        page("/initiatives/{initiative}/case/alternatives", May::Staff, show),
        form("/initiatives/{initiative}/case/alternatives", May::Act("initiatives.case.put"), save),
    ]
}

/// The rows of the form: what, kind, judgement, rough cost, rough worth.
const ROWS: [[&str; 5]; 4] = [
    ["what_1", "kind_1", "judgement_1", "cost_1", "worth_1"],
    ["what_2", "kind_2", "judgement_2", "cost_2", "worth_2"],
    ["what_3", "kind_3", "judgement_3", "cost_3", "worth_3"],
    ["what_4", "kind_4", "judgement_4", "cost_4", "worth_4"],
];

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn save(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let chosen = fields.raw("chosen").to_owned();
    let mut ways = Vec::new();
    for row @ [what, kind, judgement, cost, worth] in ROWS {
        if is_begun(fields, row) {
            let kind = fields.choice(kind, AlternativeKind::Buy);
            ways.push(Alternative {
                kind,
                what: fields.needed(what),
                judgement: fields.text(judgement),
                cost: fields.maybe_money(cost),
                worth: fields.maybe_money(worth),
                chosen: chosen == what,
            });
        }
    }
    // Nothing would be saved, and the page would say that it was.
    if ways.is_empty() && sheet::found(&deed.view, &id)?.case.alternatives.is_empty() {
        deed.fields.needed(ROWS[0][0]);
    }
    put(deed, &id, Part::Alternatives(ways), "alternatives", write).await
}

/// Whether anything is written in a row.
fn is_begun(fields: &Fields, [what, _, judgement, cost, worth]: [&'static str; 5]) -> bool {
    [what, judgement, cost, worth].iter().any(|name| !fields.text(name).is_empty())
}

fn write(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let action = format!("/initiatives/{}/case/alternatives", initiative.id);
    let refusals = &led(refusals, &[("what", ROWS[0][0]), ("judgement", ROWS[0][2]), ("cost", ROWS[0][3]), ("worth", ROWS[0][4])]);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, refusals),
        title: "basis-alternatives",
        action,
        section: "alternatives",
        known: false,
    };
    sheet.page(html! {
        p { (view.t("alternatives-lead")) }
        @for place in 0..ROWS.len() { (row(&sheet, place, initiative.case.alternatives.get(place))) }
    })
}

fn row(sheet: &Sheet<'_>, place: usize, held: Option<&Alternative>) -> Markup {
    let view = sheet.view;
    let [what, kind, judgement, cost, worth] = ROWS[place];
    let rough = |pick: fn(&Alternative) -> Option<Ore>| held.and_then(pick).map(amount).unwrap_or_default();
    let word = held.map(|way| sent(way.kind)).unwrap_or_else(|| if place == 0 { sent(AlternativeKind::Nothing) } else { String::new() });
    let mut kinds = choices::of(view, "alternative-kind", &AlternativeKind::ALL);
    kinds.insert(0, choices::none(view));
    let is_chosen = if sheet.fields.is_ticked("chosen") { sheet.fields.raw("chosen") == what } else { held.is_some_and(|way| way.chosen) };
    look::fieldset(
        &view.say("alternative-row", &[("number", (place + 1).into())]),
        None,
        html! {
            (sheet.field(kind, Field::select(kind, view.t("alternative-kind"), kinds), word))
            (sheet.field(what, Field::area(what, view.t("alternative-what")).rows(2), held.map(|way| way.what.clone()).unwrap_or_default()))
            (sheet.field(cost, Field::number(cost, view.t("alternative-cost"), "kr").help(view.t("alternative-rough-help")).optional(view.t("form-optional")), rough(|way| way.cost)))
            (sheet.field(worth, Field::number(worth, view.t("alternative-worth"), "kr").optional(view.t("form-optional")), rough(|way| way.worth)))
            (sheet.field(judgement, Field::area(judgement, view.t("alternative-judgement")).rows(2).optional(view.t("form-optional")), held.map(|way| way.judgement.clone()).unwrap_or_default()))
            div .ds-field {
                input .ds-input type="radio" name="chosen" id={ "chosen-" (place) } value=(what) checked[is_chosen];
                label .ds-label data-weight="regular" for={ "chosen-" (place) } { (view.t("alternative-chosen")) }
            }
        },
    )
}

//! The forms by which the parts of a business case are written: one page a line.

mod alternatives;
mod benefit;
mod classification;
mod cost;
mod financing;
mod inclusion;
mod risk;
mod screening;
mod supply;

use axum::response::Response;
use domain::initiatives::{CaseDrop, CasePut, Estimate, Initiative, Part, PartId, Span};
use domain::{InitiativeId, Ore, Refusal, Refusals};
use maud::{Markup, html};

use super::sheet;
use crate::look::{self, Button, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount};
use crate::web::problem::Problem;
use crate::web::route::Route;
use crate::web::view::View;

/// The routes of all lines.
pub fn routes() -> Vec<Route> {
    [
        cost::routes(),
        benefit::routes(),
        risk::routes(),
        inclusion::routes(),
        alternatives::routes(),
        financing::routes(),
        classification::routes(),
        screening::routes(),
        supply::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What a form shows: what was just sent, or what the line holds.
struct Sheet<'a> {
    view: &'a View,
    initiative: &'a Initiative,
    fields: &'a Fields,
    faults: Faults<'a>,
    /// The key of the page's title.
    title: &'a str,
    /// The address the form is sent to.
    action: String,
    /// The section of the case page it belongs to.
    section: &'a str,
    /// Whether the line is there already, and can be taken out.
    known: bool,
}

impl Sheet<'_> {
    /// What a field shows: what was sent, or else what is held.
    fn shown(&self, name: &str, held: impl Into<String>) -> String {
        if self.fields.is_ticked(name) { self.fields.raw(name).to_owned() } else { held.into() }
    }

    fn fault(&self, name: &str) -> Option<String> {
        self.faults.of(name)
    }

    /// A field with its value and its fault.
    fn field(&self, name: &str, field: Field, held: impl Into<String>) -> Field {
        self.faults.on(field.value(self.shown(name, held)))
    }

    /// The whole page around the fields.
    fn page(&self, body: Markup) -> Response {
        let view = self.view;
        let back = format!("/initiatives/{}/case", self.initiative.id);
        let head = sheet::beneath(view, self.initiative, view.t(self.title)).under(back.clone(), view.t("basis-title"));
        let body = html! {
            (self.faults)
            form method="post" action=(self.action) {
                (view.marks())
                (body)
                (look::actions([Button::primary(view.t("initiative-save")), Button::quiet(view.t("initiative-cancel")).to(format!("{back}#{}", self.section))]))
            }
            @if self.known {
                form method="post" action={ (self.action) "/removal" } { (view.marks()) (look::actions([Button::danger(view.t("line-remove"))])) }
            }
        };
        view.page(head, body)
    }
}

/// Writes a part and goes back to its section; where it is refused, shows the form again.
async fn put(
    deed: Deed,
    id: &InitiativeId,
    part: Part,
    section: &str,
    again: impl FnOnce(&View, &Initiative, &Fields, &Refusals) -> Response,
) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, id)?.clone();
    let to = format!("/initiatives/{id}/case#{section}");
    let act = CasePut { initiative: id.clone(), part };
    Ok(deed.then(act, &to, "basis-written", |view, fields, refusals| again(&view, &initiative, &fields, &refusals)).await)
}

/// Takes a part out and goes back to its section.
async fn drop(mut deed: Deed, id: &InitiativeId, part: PartId, section: &str) -> Result<Response, Problem> {
    sheet::found(&deed.view, id)?;
    let receipt = deed.act(CaseDrop { initiative: id.clone(), part }).await?;
    Ok(deed.done(receipt, &format!("/initiatives/{id}/case#{section}"), "basis-written"))
}

/// The rows in which a line says when and how much; a municipality seldom needs a fourth.
const SPANS: [[&str; 5]; 3] = [
    ["from_1", "to_1", "low_1", "likely_1", "high_1"],
    ["from_2", "to_2", "low_2", "likely_2", "high_2"],
    ["from_3", "to_3", "low_3", "likely_3", "high_3"],
];

/// Reads the rows that hold a likely amount, or a year where the amount is reckoned in another way. Left
/// empty, low and high are as the likely one, and the last year as the first.
fn read_spans(fields: &mut Fields, reckoned: Option<Ore>) -> Vec<Span> {
    let mut spans = Vec::new();
    for [from, to, low, likely, high] in SPANS {
        let reckoned = reckoned.filter(|_| !fields.raw(from).trim().is_empty());
        let Some(amount) = fields.maybe_money(likely).or(reckoned) else { continue };
        let yearly =
            Estimate { low: fields.maybe_money(low).unwrap_or(amount), likely: amount, high: fields.maybe_money(high).unwrap_or(amount) };
        let first = year(fields.number(from));
        spans.push(Span { from: first, to: fields.maybe_number(to).map_or(first, year), yearly });
    }
    spans
}

/// A year as the domain holds it; what cannot be one becomes nought, which no rule lets through.
fn year(number: i64) -> i16 {
    i16::try_from(number).unwrap_or(0)
}

/// The rows of years and amounts: the first in view, the others folded away until they are needed.
fn span_fields(sheet: &Sheet<'_>, spans: &[Span]) -> Markup {
    let view = sheet.view;
    let row = |place: usize| {
        let [from, to, low, likely, high] = SPANS[place];
        let span = spans.get(place);
        let money = |pick: fn(Estimate) -> domain::Ore| span.map(|span| amount(pick(span.yearly))).unwrap_or_default();
        html! {
            (look::fieldset(&view.say("span-row", &[("number", (place + 1).into())]), None, html! {
                (sheet.field(from, Field::text(from, view.t("span-from")).short(), span.map(|span| span.from.to_string()).unwrap_or_default()))
                (sheet.field(to, Field::text(to, view.t("span-to")).short().optional(view.t("form-optional")), span.map(|span| span.to.to_string()).unwrap_or_default()))
                (sheet.field(likely, Field::number(likely, view.t("span-likely"), "kr"), money(|yearly| yearly.likely)))
                (sheet.field(low, Field::number(low, view.t("span-low"), "kr").optional(view.t("form-optional")), money(|yearly| yearly.low)))
                (sheet.field(high, Field::number(high, view.t("span-high"), "kr").optional(view.t("form-optional")), money(|yearly| yearly.high)))
            }))
        }
    };
    html! {
        (row(0))
        (look::details(view.t("span-more"), html! { (row(1)) (row(2)) }))
    }
}

/// Leads what the rule says of the years to the first field about them.
fn about_spans(refusals: &Refusals) -> Refusals {
    led(refusals, &[("spans", "likely_1")])
}

/// Leads what a rule says of a thing to the first field a form has about it.
fn led(refusals: &Refusals, ways: &[(&str, &'static str)]) -> Refusals {
    let lead = |refusal: &Refusal| {
        let to = ways.iter().find(|(from, _)| refusal.field == Some(*from)).map(|(_, to)| *to);
        Refusal { field: to.or(refusal.field), ..refusal.clone() }
    };
    Refusals(refusals.0.iter().map(lead).collect())
}

//! Page: what calculations rest on — rate, uplift for optimism, full cost of an hour — year by year.

use axum::response::Response;
use domain::initiatives::{Premises, PremisesSet};
use domain::{Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{self, Button, Column, Field, Table};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount};
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/premises", May::Anyone, show), form("/premises", May::Act("initiatives.premises.set"), set)]
}

async fn show(view: View) -> Response {
    sheet(&view, &Fields::default(), &Refusals::none())
}

async fn set(mut deed: Deed) -> Response {
    let fields = &mut deed.fields;
    let premises = Premises {
        year: i16::try_from(fields.number("year")).unwrap_or(0),
        rate: u16::try_from(fields.money("rate").0).unwrap_or(u16::MAX),
        uplift: tenths(fields, "uplift"),
        hourly_cost: fields.money("hourly_cost"),
        grounds: fields.text("grounds"),
    };
    deed.then(PremisesSet { premises }, "/premises", "premises-set", |view, fields, refusals| sheet(&view, &fields, &refusals)).await
}

/// Per cent with at most one decimal, as permille: read as an amount is, since people write it the same way.
fn tenths(fields: &mut Fields, name: &'static str) -> u16 {
    u16::try_from(fields.money(name).0 / 10).unwrap_or(u16::MAX)
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let now = view.town.initiatives.premises(view.today.year());
    let head = Head::new(Part::Initiatives, view.t("premises-title"))
        .under("/initiatives", view.t("initiatives-title"))
        .lead(view.t("premises-lead"));
    let percent = |permille: u16| view.texts().percent(permille.into());
    let mut years: Vec<&Premises> = view.town.initiatives.premises.values().collect();
    years.reverse();
    let begin = Premises::default();
    let shown = if years.is_empty() { vec![&begin] } else { years };
    let table = Table::new("premises", view.t("premises-caption"))
        .column(Column::text(view.t("premises-year")))
        .column(Column::number(view.t("premises-rate")))
        .column(Column::number(view.t("premises-uplift")))
        .column(Column::number(view.t("premises-hourly-cost")))
        .column(Column::text(view.t("premises-grounds")))
        .rows(shown, |row, premises| {
            let year = if premises.year == 0 { view.t("premises-until-set").to_owned() } else { premises.year.to_string() };
            let grounds = if premises.year == 0 { view.t("premises-start") } else { premises.grounds.as_str() };
            row.cell(year)
                .cell(words::rate(view, premises.rate))
                .cell(percent(premises.uplift))
                .cell(view.kr(premises.hourly_cost))
                .cell(grounds);
        });
    let body = html! {
        (table)
        @if view.can("initiatives.premises.set", &Subject::Municipality) { (setting(view, &now, fields, refusals)) }
    };
    view.page(head, body)
}

fn setting(view: &View, now: &Premises, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let percent = |permille: u16| amount(domain::Ore(i64::from(permille) * 10));
    let field = |name: &str, field: Field, held: String| {
        field.value(if fields.is_ticked(name) { fields.raw(name).to_owned() } else { held }).error(faults.of(name))
    };
    html! {
        h2 { (view.t("premises-set")) }
        (faults)
        form method="post" action="/premises" {
            (view.marks())
            (field("year", Field::text("year", view.t("premises-year")).help(view.t("premises-year-help")).short(), view.today.year().to_string()))
            (field("rate", Field::number("rate", view.t("premises-rate"), "%").help(view.t("premises-rate-help")), amount(domain::Ore(now.rate.into()))))
            (field("uplift", Field::number("uplift", view.t("premises-uplift"), "%").help(view.t("premises-uplift-help")), percent(now.uplift)))
            (field("hourly_cost", Field::number("hourly_cost", view.t("premises-hourly-cost"), "kr").help(view.t("premises-hourly-cost-help")), amount(now.hourly_cost)))
            (field("grounds", Field::text("grounds", view.t("premises-grounds")).help(view.t("premises-grounds-help")), now.grounds.clone()))
            (look::actions([Button::primary(view.t("initiative-save"))]))
        }
    }
}

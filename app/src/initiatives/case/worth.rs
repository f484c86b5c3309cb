//! Page: what a business case is worth — present value, payback, what moves it most, how it is spread, and the way to its goals.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Calculation, Initiative, Premises, SEED};
use domain::{Arg, InitiativeId, Ore};
use maud::{Markup, html};

use crate::initiatives::{network, sheet, words};
use crate::look::chart::{self, Group, Mark, Reach, Said};
use crate::look::{self, Button, Column, Summary, Table, Tone};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/initiatives/{initiative}/case/worth", May::Staff, show)]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    let case = format!("/initiatives/{id}/case");
    let head = sheet::beneath(&view, initiative, view.t("worth-title")).under(case, view.t("basis-title")).lead(view.t("worth-page-lead"));
    let premises = premises(&view, initiative);
    let body = match initiative.case.calculation(&premises) {
        None => html! { (look::callout(Tone::Info, "", html! { p { (view.t("worth-none")) } })) (network::section(&view, initiative)) },
        Some(worth) => html! {
            (facts(&view, &worth, &premises))
            (picture(&view, &worth))
            (tornado(&view, initiative, &worth, &premises))
            (spread(&view, initiative, &premises))
            (network::section(&view, initiative))
        },
    };
    Ok(view.page(head, body))
}

/// What an initiative is calculated with: what held the year its figures were settled, or holds now.
pub fn premises(view: &View, initiative: &Initiative) -> Premises {
    view.town.initiatives.premises(initiative.judged_on(view.today).year())
}

/// What the case is worth today, in short, for the page of the whole case.
pub fn section(view: &View, initiative: &Initiative) -> Markup {
    let premises = premises(view, initiative);
    html! {
        section #worth {
            h2 { (view.t("worth-title")) }
            @match initiative.case.calculation(&premises) {
                None => p .sb-nothing { (view.t("worth-none")) },
                Some(worth) => {
                    (facts(view, &worth, &premises))
                    (picture(view, &worth))
                    (look::actions([Button::secondary(view.t("worth-more")).to(view.at(&format!("/initiatives/{}/case/worth", initiative.id)))]))
                }
            }
        }
    }
}

fn facts(view: &View, worth: &Calculation, premises: &Premises) -> Markup {
    let per_krona = worth
        .ratio
        .map_or_else(|| "–".to_owned(), |ratio| view.say("worth-per-krona", &[("money", Arg::Text(view.kr(Ore(rounded(ratio)))))]));
    let given = [
        ("rate", Arg::Text(words::rate(view, premises.rate))),
        ("year", Arg::Text(worth.years.first().map(|year| year.year.to_string()).unwrap_or_default())),
    ];
    let uplift = view.say("worth-uplift", &[("share", Arg::Text(view.texts().percent(premises.uplift.into())))]);
    let summary = Summary::new()
        .fact(view.t("worth-green"), words::estimate(view, worth.green))
        .fact(view.t("worth-both"), words::estimate(view, worth.both))
        .fact(uplift, format!("−{}", view.short(worth.uplift)))
        .fact(view.t("worth-uplifted"), view.short(worth.uplifted))
        .fact(view.t("worth-ratio"), per_krona)
        .fact(view.t("worth-payback"), in_years(view, worth.payback))
        .fact(view.t("worth-discounted-payback"), in_years(view, worth.discounted_payback));
    html! { p { (view.say("worth-lead", &given)) } (summary) }
}

/// Hundred-thousandths of a krona as öre.
fn rounded(ratio: i64) -> i64 {
    (ratio + if ratio < 0 { -500 } else { 500 }) / 1000
}

fn in_years(view: &View, thousandths: Option<i64>) -> String {
    match thousandths {
        None => view.t("worth-never").to_owned(),
        Some(all) => view.say("worth-years", &[("years", Arg::Number(all / 1000)), ("tenths", Arg::Number(all % 1000 / 100))]),
    }
}

fn picture(view: &View, worth: &Calculation) -> Markup {
    let said = Said { id: "worth-chart".into(), title: view.t("worth-chart").to_owned(), description: String::new() };
    let series = ["worth-chart-green", "worth-chart-yellow", "basis-costs"].map(|key| view.t(key).to_owned());
    let groups: Vec<Group> = worth
        .years
        .iter()
        .map(|year| Group { label: year.year.to_string(), values: vec![year.green.likely.0, year.yellow.likely.0, year.cost.likely.0] })
        .collect();
    let drawing = chart::columns(&said, &series, &groups, &|ore| view.short(Ore(ore)));
    let table = Table::new("worth-years", view.t("worth-chart"))
        .column(Column::text(view.t("basis-year")))
        .column(Column::number(view.t("basis-costs")))
        .column(Column::number(view.t("worth-chart-green")))
        .column(Column::number(view.t("worth-chart-yellow")))
        .rows(&worth.years, |row, year| {
            row.cell(year.year).cell(view.kr(year.cost.likely)).cell(view.kr(year.green.likely)).cell(view.kr(year.yellow.likely));
        });
    chart::figure(&said, &drawing, view.t("chart-as-table"), table)
}

/// How many lines the tornado shows; the table holds them all.
const LINES: usize = 8;

fn tornado(view: &View, initiative: &Initiative, worth: &Calculation, premises: &Premises) -> Markup {
    let swings = initiative.case.sensitivity(premises);
    if swings.is_empty() {
        return html! { h2 { (view.t("tornado-title")) } p { (view.t("tornado-none")) } };
    }
    let reaches: Vec<Reach> = swings
        .iter()
        .take(LINES)
        .map(|swing| Reach { label: swing.line.what().to_owned(), worst: swing.worst.0, best: swing.best.0 })
        .collect();
    let said = Said { id: "tornado".into(), title: view.t("tornado-title").to_owned(), description: view.t("tornado-lead").to_owned() };
    let drawing = chart::tornado(&said, worth.both.likely.0, &reaches, &|ore| view.short(Ore(ore)));
    let table = Table::new("tornado-table", view.t("tornado-title"))
        .column(Column::text(view.t("tornado-line")))
        .column(Column::number(view.t("tornado-worst")))
        .column(Column::number(view.t("tornado-best")))
        .column(Column::number(view.t("tornado-width")))
        .rows(&swings, |row, swing| {
            row.cell(swing.line.what()).cell(view.kr(swing.worst)).cell(view.kr(swing.best)).cell(view.kr(swing.width()));
        });
    chart::figure(&said, &drawing, view.t("chart-as-table"), table)
}

fn spread(view: &View, initiative: &Initiative, premises: &Premises) -> Markup {
    let Some(spread) = initiative.case.spread(premises).filter(|spread| spread.low < spread.high) else { return html! {} };
    let marks: Vec<Mark> = [("P10", spread.p10), ("P50", spread.p50), ("P90", spread.p90)]
        .map(|(name, value)| Mark { value: value.0, label: format!("{name} {}", view.short(value)) })
        .into();
    let facts = [
        ("p10", Arg::Text(view.short(spread.p10))),
        ("p50", Arg::Text(view.short(spread.p50))),
        ("p90", Arg::Text(view.short(spread.p90))),
        ("loss", Arg::Text(view.texts().percent(spread.loss.into()))),
    ];
    let said =
        Said { id: "spread".into(), title: view.t("worth-spread-title").to_owned(), description: view.say("worth-spread-lead", &facts) };
    let drawing = chart::distribution(&said, spread.low.0, spread.high.0, &spread.bins, &marks, &|ore| view.short(Ore(ore)));
    let table = Table::new("worth-spread-table", view.t("worth-spread-title"))
        .column(Column::text(view.t("worth-spread-quantile")))
        .column(Column::number(view.t("worth-both")))
        .rows(
            [
                ("worth-spread-low", spread.low),
                ("worth-spread-p10", spread.p10),
                ("worth-spread-p50", spread.p50),
                ("worth-spread-p90", spread.p90),
                ("worth-spread-high", spread.high),
            ],
            |row, (key, value)| {
                row.cell(view.t(key)).cell(view.kr(value));
            },
        );
    html! {
        (chart::figure(&said, &drawing, view.t("chart-as-table"), table))
        p { (view.t("worth-spread-apart")) }
        (look::details(view.t("worth-spread-how"), html! { p { (view.say("worth-spread-about", &[("seed", Arg::Text(SEED.to_string())), ("draws", domain::initiatives::DRAWS.into())])) } }))
    }
}

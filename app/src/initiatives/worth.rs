//! The worth of a business case as its page shows it: present value, payback, and the picture year by year.

use domain::Ore;
use domain::initiatives::{Calculation, Initiative};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{self, Group, Said};
use crate::look::{Column, Summary, Table};
use crate::web::view::View;

/// What the case is worth today, year by year.
pub fn section(view: &View, initiative: &Initiative) -> Markup {
    let Some(worth) = initiative.case.calculation() else { return html! {} };
    let summary = Summary::new()
        .fact(view.t("worth-green"), words::estimate(view, worth.green))
        .fact(view.t("worth-both"), words::estimate(view, worth.both))
        .fact(view.t("worth-ratio"), worth.ratio.map(|share| view.kr(Ore(share / 10))).unwrap_or_else(|| "–".to_owned()))
        .fact(view.t("worth-payback"), in_years(view, worth.payback))
        .fact(view.t("worth-discounted-payback"), in_years(view, worth.discounted_payback));
    html! {
        section #worth {
            h2 { (view.t("worth-title")) }
            p { (view.t("worth-lead")) }
            (summary)
            (picture(view, &worth))
        }
    }
}

fn in_years(view: &View, thousandths: Option<i64>) -> String {
    match thousandths {
        None => view.t("worth-never").to_owned(),
        Some(all) => {
            view.say("worth-years", &[("years", domain::Arg::Number(all / 1000)), ("tenths", domain::Arg::Number(all % 1000 / 100))])
        }
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

//! Läget: the money of work under way: used, committed and free, and where it sits.

use domain::situation::{self, Under};
use domain::{Arg, Ore};
use maud::{Markup, html};

use crate::look::chart::{self, Bar, Paint, Said};
use crate::look::{self, Column, Link, Table};
use crate::web::view::View;

/// The panel.
pub fn panel(view: &View) -> Markup {
    let under = situation::money_under_way(&view.town);
    look::panel(
        view.t("overview-money"),
        html! { (divided(view, &under)) (sitting(view)) },
        Some(Link::new(view.at("/money"), view.t("overview-money-more"))),
    )
}

/// How the budgets of work under way divide.
fn divided(view: &View, under: &Under) -> Markup {
    let rows = [
        (view.t("overview-used"), under.used, Paint::of_series(0)),
        (view.t("overview-committed"), under.committed, Paint::of_series(1)),
        (view.t("overview-free"), under.free, Paint::Empty),
    ];
    let parts = rows.map(|(label, money, paint)| chart::Part { label: label.to_owned(), value: money.0, text: view.short(money), paint });
    let facts = [
        ("budget", Arg::Text(view.short(under.budget))),
        ("used", Arg::Text(view.short(under.used))),
        ("over", Arg::Text(view.short(under.over))),
    ];
    let said = Said {
        id: "money-under-way".to_owned(),
        title: view.t("overview-money-title").to_owned(),
        description: view.say("overview-money-description", &facts),
    };
    let table = Table::new("money-under-way-table", said.title.as_str())
        .caption_hidden()
        .column(Column::text(view.t("overview-part")))
        .column(Column::number(view.t("overview-amount")))
        .rows(rows.into_iter().chain([(view.t("overview-over"), under.over, Paint::Empty)]), |line, (label, money, _)| {
            line.cell(label).cell(view.kr(money));
        });
    chart::figure(&said, &chart::stack(&said, &parts), view.t("chart-as-table"), table)
}

/// Which bodies drive the work, by its budgets, the largest first.
fn sitting(view: &View) -> Markup {
    let mut bodies: Vec<(String, Ore)> = situation::money_by_body(&view.town)
        .into_iter()
        .map(|(unit, under)| {
            (view.town.organisation.units.get(unit).map_or_else(|| unit.to_string(), |unit| unit.name.clone()), under.budget)
        })
        .collect();
    bodies.sort_by_key(|(name, money)| (std::cmp::Reverse(*money), name.clone()));
    let bars: Vec<Bar> = bodies
        .iter()
        .map(|(name, money)| Bar {
            label: name.clone(),
            value: money.0,
            text: view.short(*money),
            target: None,
            paint: Paint::of_series(0),
        })
        .collect();
    let largest = bodies.first().map(|(name, money)| [("body", Arg::Text(name.clone())), ("money", Arg::Text(view.short(*money)))]);
    let Some(largest) = largest else { return html! { p .sb-nothing { (view.t("overview-no-work")) } } };
    let said = Said {
        id: "money-by-body".to_owned(),
        title: view.t("overview-sits-title").to_owned(),
        description: view.say("overview-sits-description", &largest),
    };
    let table = Table::new("money-by-body-table", said.title.as_str())
        .caption_hidden()
        .column(Column::text(view.t("overview-body")))
        .column(Column::number(view.t("overview-amount")))
        .rows(&bodies, |line, (name, money)| {
            line.cell(name).cell(view.kr(*money));
        });
    chart::figure(&said, &chart::bars(&said, &bars), view.t("chart-as-table"), table)
}

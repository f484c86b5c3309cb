//! Page: the hours a year's activities need against the hours to be had: every object, side by side, quarter by
//! quarter.

use axum::response::Response;
use domain::objects::{Load, SideLoad};
use domain::organisation::Side;
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Cell, Matrix, Said, figure, matrix};
use crate::look::{Choice, Column, Field, Link, Row, Table};
use crate::web::choices;
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/portfolio/load", May::Anyone, show)]
}

/// How many sides of objects the picture has room for: those that lack most.
const DRAWN: usize = 12;

async fn show(view: View) -> Result<Response, Problem> {
    let year = view.ask("year").parse().unwrap_or(view.today.year());
    let loads = view.town.objects.loads(&view.town.organisation, year);
    let found = list(&view, year).find(loads);
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Objects, view.t("load-title"))
        .under("/objects", view.t("objects-title"))
        .under(view.at(&format!("/objects/portfolio?year={year}")), view.t("portfolio-plans"))
        .lead(view.t("load-lead"));
    Ok(view.page(head, html! { (found) (sums(&view, found.things())) }))
}

fn list(view: &View, year: i16) -> List<'_, SideLoad<'_>> {
    let over = [Choice::new("over", view.t("load-over"))];
    let mut list = List::new(view, "load", "load-title")
        .empty("load-none")
        .order("-lack")
        .narrow("year", Field::select("year", view.t("year"), super::portfolio::years(view, year)), |_: &SideLoad, _| true)
        .otherwise(year.to_string())
        .choice("object", "object", choices::objects(view), |load, asked| load.object.id.as_str() == asked)
        .choice("side", "seat-side", choices::of(view, "side", &[Side::Business, Side::It]), |load, asked| sent(load.side) == asked)
        .choice("over", "status", over, |load, _| load.is_over())
        .column("object", "object", |load: &SideLoad| load.object.name().to_owned())
        .linked(|load| view.href(&(&load.object.id).into()))
        .column("side", "seat-side", |load| view.of("side", load.side));
    for (place, name) in ["q1", "q2", "q3", "q4"].into_iter().enumerate() {
        list = list
            .column(name, "load-quarters", move |load: &SideLoad| i64::from(load.quarters[place].needed))
            .headed(words::quarter(view, place + 1))
            .shown(move |load| words::load(view, load.quarters[place]));
    }
    list.column("need", "plan-need", |load| i64::from(load.year().needed))
        .summed()
        .column("had", "plan-had", |load| i64::from(load.year().had))
        .summed()
        .column("lack", "load-lack", lack)
        .summed()
        .column("held", "load-held", |load| i64::from(load.year().held))
        .in_file_only()
}

/// The hours the quarters lack together, each by itself: what is left in one does not help in another.
fn lack(load: &SideLoad<'_>) -> i64 {
    load.quarters.iter().map(|quarter| i64::from(quarter.needed.saturating_sub(quarter.had))).sum()
}

/// The sides that lack most as a picture with its table, and all objects together.
pub fn burden(view: &View, loads: &[SideLoad<'_>], year: i16) -> Markup {
    let mut worst: Vec<&SideLoad<'_>> = loads.iter().collect();
    worst.sort_by_key(|load| std::cmp::Reverse((lack(load), load.year().needed)));
    worst.truncate(DRAWN);
    let description = if loads.len() > DRAWN {
        view.say("load-help-some", &[("shown", DRAWN.into()), ("count", loads.len().into())])
    } else {
        view.t("load-help").to_owned()
    };
    let said = Said { id: "load-picture".into(), title: view.t("load-title").into(), description };
    let name = |load: &SideLoad<'_>| format!("{}, {}", load.object.name(), view.of("side", load.side));
    let cell = |load: Load| Cell { text: format!("{}/{}", load.needed, load.had), grade: grade(load) };
    let picture = Matrix {
        columns_title: view.t("load-quarters").to_owned(),
        columns: (1..=4).map(|quarter| words::quarter(view, quarter)).collect(),
        rows: worst.iter().map(|load| (name(load), load.quarters.map(cell).to_vec())).collect(),
    };
    let table = with_quarters(view, Table::new("load-table", view.t("load-title")).column(Column::text(view.t("object"))))
        .rows(&worst, |line, load| quarters(view, line.cell(name(load)), load.quarters));
    html! {
        div #load {
            (figure(&said, &matrix(&said, &picture), view.t("chart-as-table"), table))
            p { (Link::new(view.at(&format!("/objects/portfolio/load?year={year}")), view.t("load-all"))) }
            (sums(view, loads))
        }
    }
}

/// How hot a quarter is.
fn grade(load: Load) -> u8 {
    match (load.needed, load.had) {
        (0, _) => 0,
        (needed, had) if needed <= had / 2 => 1,
        (needed, had) if needed <= had => 2,
        (needed, had) if needed <= had.saturating_add(had / 4) => 3,
        _ => 4,
    }
}

/// The two sides of the objects together.
fn sums(view: &View, loads: &[SideLoad<'_>]) -> Table {
    let sum = |side: Side| {
        loads.iter().filter(|load| load.side == side).fold([Load::default(); 4], |mut sum, load| {
            sum.iter_mut().zip(load.quarters).for_each(|(sum, load)| *sum = sum.and(load));
            sum
        })
    };
    with_quarters(view, Table::new("load-sums", view.t("load-sums")).column(Column::text(view.t("seat-side"))))
        .rows([Side::Business, Side::It], |line, side| quarters(view, line.cell(view.of("side", side)), sum(side)))
}

fn with_quarters(view: &View, table: Table) -> Table {
    (1..=4)
        .fold(table, |table, quarter| table.column(Column::number(words::quarter(view, quarter))))
        .column(Column::number(view.t("load-held")))
}

fn quarters(view: &View, line: Row<'_>, loads: [Load; 4]) {
    let held: i64 = loads.iter().map(|load| i64::from(load.held)).sum();
    let line = loads.into_iter().fold(line, |line, load| line.cell(words::load(view, load)));
    drop(line.cell(view.texts().number(held)));
}

//! Page: all initiatives, narrowed, sorted, added up, and as a table to take away.

use std::cmp::Ordering;

use axum::response::Response;
use documents::{Cell, Kind, Sheet};
use domain::initiatives::{FinancingSource, Form, Initiative, Phase};
use domain::{Arg, Ore, UnitId};
use maud::{Markup, html};

use super::{choices, words};
use crate::look::{self, Button, Choice, Column, Field, Link, Sort, Table};
use crate::paper;
use crate::web::fields::sent;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/initiatives", May::Anyone, show)]
}

/// The questions a list of initiatives can be narrowed by.
const NARROWS: [&str; 6] = ["phase", "unit", "object", "form", "source", "words"];

async fn show(view: View) -> Result<Response, Problem> {
    let found = chosen(&view);
    if let Some(file) = paper::export(&view, "initiativ", || spreadsheet(&view, &found))? {
        return Ok(file);
    }
    let mut head = Head::new(Part::Initiatives, view.t("initiatives-title")).lead(view.t("initiatives-lead"));
    if view.as_of.is_none() && view.is_staff() {
        head = head.actions(html! { (Button::primary(view.t("initiative-new")).to("/initiatives/new")) });
    }
    let body = html! {
        (filters(&view))
        p { (view.say("initiatives-found", &[("count", found.len().into()), ("all", seen(&view).count().into())])) }
        (table(&view, &found))
        (paper::export_links(&view))
    };
    Ok(view.page(head, body))
}

fn seen(view: &View) -> impl Iterator<Item = &Initiative> {
    view.town.initiatives.values().filter(|initiative| words::is_visible(view, initiative))
}

/// The initiatives asked for, in the order asked for.
fn chosen(view: &View) -> Vec<&Initiative> {
    let mut found: Vec<&Initiative> = seen(view).filter(|initiative| is_asked_for(view, initiative)).collect();
    let (by, down) = sorted_by(view);
    found.sort_by(|one, other| {
        let order = compare(view, by, one, other).then_with(|| one.id.cmp(&other.id));
        if down { order.reverse() } else { order }
    });
    found
}

fn is_asked_for(view: &View, initiative: &Initiative) -> bool {
    let is = |question: &str, value: &str| view.ask(question).is_empty() || view.ask(question) == value;
    let of_unit = || {
        let asked = UnitId::new(view.ask("unit"));
        asked.is_none_or(|asked| initiative.card.unit == asked || initiative.bodies(&view.town).contains(&asked))
    };
    let has_source = || {
        let asked = view.ask("source");
        asked.is_empty() || initiative.case.financing.iter().any(|line| sent(line.source) == asked)
    };
    let has_words = || {
        let sought = view.ask("words").to_lowercase();
        sought.split_whitespace().all(|part| initiative.card.title.to_lowercase().contains(part) || initiative.id.as_str().contains(part))
    };
    is("phase", &sent(initiative.phase))
        && is("form", &sent(initiative.card.form))
        && is("object", initiative.card.object.as_ref().map_or("", |object| object.as_str()))
        && of_unit()
        && has_source()
        && has_words()
}

/// The column the list is sorted by, and whether the largest comes first.
fn sorted_by(view: &View) -> (&str, bool) {
    let asked = view.ask("sort");
    asked.strip_prefix('-').map_or((asked, false), |column| (column, true))
}

fn compare(view: &View, by: &str, one: &Initiative, other: &Initiative) -> Ordering {
    match by {
        "unit" => words::unit(view, &one.card.unit).cmp(&words::unit(view, &other.card.unit)),
        "phase" => one.phase.cmp(&other.phase),
        "cost" => one.likely_cost().cmp(&other.likely_cost()),
        "lead" => view.person(&one.card.lead).cmp(view.person(&other.card.lead)),
        "end" => end(one).cmp(&end(other)),
        _ => one.card.title.to_lowercase().cmp(&other.card.title.to_lowercase()),
    }
}

fn end(initiative: &Initiative) -> Option<domain::Date> {
    initiative.delivery.as_ref().map(domain::initiatives::Delivery::end)
}

fn filters(view: &View) -> Markup {
    let all = |mut choices: Vec<Choice>| {
        choices.insert(0, Choice::new("", view.t("initiatives-any")));
        choices
    };
    let units = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    let units = units.map(|unit| Choice::new(unit.id.as_str(), unit.name.as_str())).collect();
    let fields = [
        Field::search("words", view.t("initiatives-words")),
        Field::select("phase", view.t("initiative-phase"), all(choices::of(view, "phase", &Phase::ALL))),
        Field::select("unit", view.t("initiative-body"), all(units)),
        Field::select("object", view.t("initiative-object"), all(choices::objects(view))),
        Field::select("form", view.t("initiative-form"), all(choices::of(view, "form", &Form::ALL))),
        Field::select("source", view.t("initiative-source"), all(choices::of(view, "source", &FinancingSource::ALL))),
    ];
    let names = ["words", "phase", "unit", "object", "form", "source"];
    let fields = fields.into_iter().zip(names).map(|(field, name)| field.value(view.ask(name)));
    let narrowed = NARROWS.iter().any(|question| !view.ask(question).is_empty());
    let clear = narrowed.then(|| Link::new(view.at("/initiatives"), view.t("initiatives-clear")));
    look::filter_bar(view.t("initiatives-filter"), "/initiatives", fields, view.t("initiatives-show"), clear)
}

fn table(view: &View, found: &[&Initiative]) -> Table {
    let sorts = |column: Column, name: &str| {
        let (by, down) = sorted_by(view);
        let now = if by != name {
            Sort::Unsorted
        } else if down {
            Sort::Descending
        } else {
            Sort::Ascending
        };
        let next = if now == Sort::Ascending { format!("-{name}") } else { name.to_owned() };
        column.sorts(view.asking("sort", &next), now)
    };
    let mut table = Table::new("initiatives", view.t("initiatives-caption"))
        .column(sorts(Column::text(view.t("initiative-title")), "title"))
        .column(sorts(Column::text(view.t("initiative-unit")), "unit"))
        .column(Column::text(view.t("initiative-form")))
        .column(sorts(Column::text(view.t("initiative-phase")), "phase"))
        .column(sorts(Column::number(view.t("initiative-cost")), "cost"))
        .column(Column::number(view.t("delivery-spent")))
        .column(sorts(Column::text(view.t("delivery-end")), "end"))
        .column(sorts(Column::text(view.t("initiative-lead")), "lead"))
        .empty(view.t("initiatives-none"))
        .rows(found, |row, initiative| {
            let work = initiative.delivery.as_ref();
            row.link(&view.href(&(&initiative.id).into()), &initiative.card.title)
                .cell(words::unit(view, &initiative.card.unit))
                .cell(view.of("form", initiative.card.form))
                .cell(words::phase(view, initiative))
                .cell(view.short(initiative.likely_cost()))
                .cell(work.map(|work| view.short(work.spent())).unwrap_or_default())
                .cell(work.map(|work| view.date(work.end())).unwrap_or_default())
                .cell(view.person(&initiative.card.lead));
        });
    if !found.is_empty() {
        let cost: Ore = found.iter().map(|initiative| initiative.likely_cost()).sum();
        let spent: Ore = found.iter().filter_map(|initiative| initiative.delivery.as_ref()).map(domain::initiatives::Delivery::spent).sum();
        table
            .totals()
            .cell(view.say("initiatives-sum", &[("count", Arg::from(found.len()))]))
            .cell("")
            .cell("")
            .cell("")
            .cell(view.short(cost))
            .cell(view.short(spent));
    }
    table
}

/// The same list as a spreadsheet: what is blank on the page is blank there.
fn spreadsheet(view: &View, found: &[&Initiative]) -> Sheet {
    let column = |key: &str, kind| documents::Column { heading: view.t(key).to_owned(), kind };
    let date = |date: Option<domain::Date>| date.map_or(Cell::Empty, Cell::Date);
    let row = |initiative: &&Initiative| {
        let (card, work) = (&initiative.card, initiative.delivery.as_ref());
        vec![
            Cell::Text(card.title.clone()),
            Cell::Text(words::unit(view, &card.unit)),
            card.object.as_ref().map_or(Cell::Empty, |object| Cell::Text(view.name(&object.into()))),
            Cell::Text(view.of("form", card.form)),
            Cell::Text(view.of("phase", initiative.phase)),
            Cell::Kronor(initiative.likely_cost().0),
            work.map_or(Cell::Empty, |work| Cell::Kronor(work.spent().0)),
            date(end(initiative)),
            Cell::Text(view.person(&card.lead).to_owned()),
        ]
    };
    Sheet {
        name: view.t("initiatives-title").to_owned(),
        columns: vec![
            column("initiative-title", Kind::Text),
            column("initiative-unit", Kind::Text),
            column("initiative-object", Kind::Text),
            column("initiative-form", Kind::Text),
            column("initiative-phase", Kind::Text),
            column("initiative-cost", Kind::Kronor),
            column("delivery-spent", Kind::Kronor),
            column("delivery-end", Kind::Date),
            column("initiative-lead", Kind::Text),
        ],
        rows: found.iter().map(row).collect(),
    }
}

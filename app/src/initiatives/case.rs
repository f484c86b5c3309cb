//! Page: the business case as a whole — what it costs, what good it does, what may go wrong, who took part, who pays.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{BenefitClass, Initiative};
use domain::{InitiativeId, Ore, Subject};
use maud::{Markup, Render, html};

use super::{gate, sheet, words, worth};
use crate::look::chart::{self, Cell, Matrix, Said};
use crate::look::{self, Button, Column, Link, Table, Tag};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/initiatives/{initiative}/case", May::Staff, show)]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    let head = sheet::beneath(&view, initiative, view.t("basis-title")).lead(view.t("basis-lead")).marks(words::phase(&view, initiative));
    let may = initiative.phase.is_open() && view.can("initiatives.case.put", &Subject::from(&initiative.id));
    let parts = Parts { view: &view, initiative, may };
    let body = html! {
        (gate::over(&view, initiative))
        (parts.costs())
        (parts.benefits())
        (worth::section(&view, initiative))
        (crate::follow_up::learning::section(&view, initiative))
        (parts.alternatives())
        (parts.risks())
        (parts.users())
        (parts.financing())
        (gate::next(&view, initiative))
    };
    Ok(view.page(head, body))
}

/// The sections of the page.
struct Parts<'a> {
    view: &'a View,
    initiative: &'a Initiative,
    may: bool,
}

impl Parts<'_> {
    fn at(&self, line: &str) -> String {
        format!("/initiatives/{}/case/{line}", self.initiative.id)
    }

    /// A name that leads to the form of its line, for those who may write.
    fn named(&self, kind: &str, id: &str, label: &str) -> Markup {
        if self.may {
            Link::new(self.at(&format!("{kind}/{id}")), label).render()
        } else {
            html! { (label) }
        }
    }

    fn section(&self, anchor: &str, body: Markup, add: Option<(&str, &str)>) -> Markup {
        html! {
            section id=(anchor) {
                (body)
                @if let (true, Some((key, line))) = (self.may, add) {
                    (look::actions([Button::secondary(self.view.t(key)).to(self.at(line))]))
                }
            }
        }
    }

    fn costs(&self) -> Markup {
        let (view, case) = (self.view, &self.initiative.case);
        let mut table = Table::new("costs-table", view.t("basis-costs"))
            .column(Column::text(view.t("cost-title")))
            .column(Column::text(view.t("cost-kind")))
            .column(Column::text(view.t("cost-payer")))
            .column(Column::text(view.t("basis-years")))
            .column(Column::number(view.t("basis-sum")))
            .empty(view.t("basis-no-costs"))
            .rows(case.costs.values(), |row, line| {
                row.cell(self.named("costs", line.id.as_str(), &line.what))
                    .cell(view.of("cost-kind", line.kind))
                    .cell(words::unit(view, &line.payer))
                    .cell(years(&line.spans))
                    .cell(words::estimate(view, line.total()));
            });
        if !case.costs.is_empty() {
            table.totals().cell(view.t("basis-sum")).cell("").cell("").cell("").cell(words::estimate(view, case.cost()));
        }
        self.section("costs", table.render(), Some(("cost-add", "costs/new")))
    }

    fn benefits(&self) -> Markup {
        let (view, case) = (self.view, &self.initiative.case);
        let table = Table::new("benefits-table", view.t("basis-benefits"))
            .column(Column::text(view.t("benefit-title")))
            .column(Column::text(view.t("benefit-class")))
            .column(Column::text(view.t("benefit-receiver")))
            .column(Column::text(view.t("benefit-measure")))
            .column(Column::number(view.t("benefit-worth")))
            .empty(view.t("basis-no-benefits"))
            .rows(case.benefits.values(), |row, benefit| {
                let measure = match (benefit.measure.baseline, benefit.measure.target) {
                    (Some(from), Some(to)) => view.say(
                        "benefit-from-to",
                        &[
                            ("from", view.texts().number(from).as_str().into()),
                            ("to", view.texts().number(to).as_str().into()),
                            ("unit", benefit.measure.unit.as_str().into()),
                        ],
                    ),
                    _ => view.t("benefit-unmeasured").to_owned(),
                };
                let worth = if benefit.class == BenefitClass::Red {
                    html! { (view.t("benefit-in-words")) }
                } else {
                    words::estimate(view, benefit.total())
                };
                row.cell(self.named("benefits", benefit.id.as_str(), &benefit.what))
                    .cell(view.of("benefit-class", benefit.class))
                    .cell(words::unit(view, &benefit.receiver))
                    .cell(measure)
                    .cell(worth);
            });
        self.section("benefits", table.render(), Some(("benefit-add", "benefits/new")))
    }

    fn alternatives(&self) -> Markup {
        let view = self.view;
        let table = Table::new("alternatives-table", view.t("basis-alternatives"))
            .column(Column::text(view.t("alternative-what")))
            .column(Column::text(view.t("alternative-kind")))
            .column(Column::text(view.t("alternative-judgement")))
            .empty(view.t("basis-no-alternatives"))
            .rows(&self.initiative.case.alternatives, |row, way| {
                row.cell(html! { (way.what) @if way.chosen { " " (Tag::good(view.t("alternative-chosen"))) } })
                    .cell(view.of("alternative-kind", way.kind))
                    .cell(way.judgement.as_str());
            });
        self.section("alternatives", table.render(), Some(("alternatives-write", "alternatives")))
    }

    fn risks(&self) -> Markup {
        let view = self.view;
        let table = Table::new("risks-table", view.t("basis-risks"))
            .column(Column::text(view.t("risk-title")))
            .column(Column::text(view.t("risk-area")))
            .column(Column::number(view.t("risk-weight")))
            .column(Column::text(view.t("risk-measure")))
            .column(Column::text(view.t("risk-owner")))
            .column(Column::number(view.t("risk-residual")))
            .empty(view.t("basis-no-risks"))
            .rows(self.initiative.case.risks.values(), |row, risk| {
                row.cell(self.named("risks", risk.id.as_str(), &risk.what))
                    .cell(view.of("risk-area", risk.area))
                    .cell(risk.weight.value())
                    .cell(risk.measure.as_str())
                    .cell(risk.owner.as_ref().map(|owner| view.person(owner)).unwrap_or_default())
                    .cell(risk.residual.map(|left| left.value().to_string()).unwrap_or_default());
            });
        let body = html! {
            @if !self.initiative.case.risks.is_empty() { (self.risk_matrix(&table)) } @else { (table) }
        };
        self.section("risks", body, Some(("risk-add", "risks/new")))
    }

    /// Probability against consequence, with how many risks stand in each square.
    fn risk_matrix(&self, table: &Table) -> Markup {
        let view = self.view;
        let count = |probability: u8, consequence: u8| {
            self.initiative
                .case
                .risks
                .values()
                .filter(|risk| risk.weight.probability == probability && risk.weight.consequence == consequence)
                .count()
        };
        let cell = |probability: u8, consequence: u8| {
            let grade = match probability * consequence {
                0..=4 => 1,
                5..=9 => 2,
                10..=14 => 3,
                _ => 4,
            };
            let found = count(probability, consequence);
            Cell { text: if found == 0 { String::new() } else { found.to_string() }, grade }
        };
        let row = |probability: u8| {
            let name = view.say("risk-probability-of", &[("value", domain::Arg::Number(probability.into()))]);
            (name, (1..=5).map(|consequence| cell(probability, consequence)).collect())
        };
        let squares = Matrix {
            columns_title: view.t("risk-consequence").to_owned(),
            columns: (1..=5).map(|value| value.to_string()).collect(),
            rows: (1..=5).rev().map(row).collect(),
        };
        let said = Said { id: "risk-matrix".into(), title: view.t("risk-matrix").to_owned(), description: String::new() };
        html! { (table) (chart::figure(&said, &chart::matrix(&said, &squares), view.t("risk-matrix-how"), html! { p { (view.t("risk-matrix-help")) } })) }
    }

    fn users(&self) -> Markup {
        let view = self.view;
        let table = Table::new("users-table", view.t("basis-users"))
            .column(Column::text(view.t("user-group")))
            .column(Column::text(view.t("user-method")))
            .column(Column::text(view.t("user-date")))
            .column(Column::number(view.t("user-people")))
            .column(Column::text(view.t("user-said")))
            .column(Column::text(view.t("user-changed")))
            .empty(view.t("basis-no-users"))
            .rows(self.initiative.case.inclusions.values(), |row, inclusion| {
                row.cell(self.named("users", inclusion.id.as_str(), &inclusion.group))
                    .cell(inclusion.method.as_str())
                    .cell(html! { (view.date(inclusion.date)) @if !inclusion.counts(self.initiative.started) { " " (Tag::partly(view.t("user-before"))) } })
                    .cell(inclusion.people)
                    .cell(inclusion.said.as_str())
                    .cell(inclusion.changed.as_str());
            });
        self.section("users", table.render(), Some(("user-add", "users/new")))
    }

    fn financing(&self) -> Markup {
        let (view, initiative) = (self.view, self.initiative);
        let mut table = Table::new("financing-table", view.t("basis-financing"))
            .column(Column::text(view.t("financing-source")))
            .column(Column::text(view.t("financing-unit")))
            .column(Column::text(view.t("basis-year")))
            .column(Column::number(view.t("financing-amount")))
            .empty(view.t("basis-no-financing"))
            .rows(&initiative.case.financing, |row, line| {
                row.cell(view.of("source", line.source)).cell(words::unit(view, &line.unit)).cell(line.year).cell(view.kr(line.amount));
            });
        if !initiative.case.financing.is_empty() {
            table.totals().cell(view.t("basis-sum")).cell("").cell("").cell(view.kr(initiative.financed()));
        }
        let body = html! {
            (table)
            @if initiative.unfinanced() > Ore::ZERO { p { (view.say("financing-missing", &[("money", initiative.unfinanced().into())])) } }
        };
        self.section("financing", body, Some(("financing-write", "financing")))
    }
}

/// The years of a line, from the first to the last.
fn years(spans: &[domain::initiatives::Span]) -> String {
    let (first, last) = (spans.iter().map(|span| span.from).min(), spans.iter().map(|span| span.to).max());
    match (first, last) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}–{last}"),
        _ => String::new(),
    }
}

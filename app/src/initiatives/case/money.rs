//! The money of a case: what it costs, what good it does, who carries the one and has the other, the ways, who pays.

use domain::Ore;
use domain::initiatives::{Benefit, BenefitClass, Span};
use maud::{Markup, Render, html};

use super::Parts;
use crate::initiatives::words;
use crate::look::{Column, Table, Tag};

impl Parts<'_> {
    pub(super) fn costs(&self) -> Markup {
        let (view, case) = (self.view, &self.initiative.case);
        let mut table = Table::new("costs-table", view.t("basis-costs"))
            .caption_hidden()
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

    pub(super) fn benefits(&self) -> Markup {
        let (view, case) = (self.view, &self.initiative.case);
        let table = Table::new("benefits-table", view.t("basis-benefits"))
            .caption_hidden()
            .column(Column::text(view.t("benefit-title")))
            .column(Column::text(view.t("benefit-class")))
            .column(Column::text(view.t("benefit-receiver")))
            .column(Column::text(view.t("benefit-owner")))
            .column(Column::text(view.t("benefit-measure")))
            .column(Column::number(view.t("benefit-worth")))
            .empty(view.t("basis-no-benefits"))
            .rows(case.benefits.values(), |row, benefit| {
                row.cell(self.named("benefits", benefit.id.as_str(), &benefit.what))
                    .cell(view.of("benefit-class", benefit.class))
                    .cell(words::unit(view, &benefit.receiver))
                    .cell(view.person(&benefit.owner))
                    .cell(self.measure(benefit))
                    .cell(self.worth(benefit));
            });
        self.section("benefits", html! { (table) (self.by_unit()) }, Some(("benefit-add", "benefits/new")))
    }

    fn measure(&self, benefit: &Benefit) -> String {
        let view = self.view;
        match (benefit.measure.baseline, benefit.measure.target) {
            (Some(from), Some(to)) => view.say(
                "benefit-from-to",
                &[
                    ("from", view.texts().number(from).as_str().into()),
                    ("to", view.texts().number(to).as_str().into()),
                    ("unit", benefit.measure.unit.as_str().into()),
                ],
            ),
            _ => view.t("benefit-unmeasured").to_owned(),
        }
    }

    /// Its worth in kronor, or for a red one in words: never the one for the other.
    fn worth(&self, benefit: &Benefit) -> Markup {
        let view = self.view;
        match (benefit.class, benefit.weight) {
            (BenefitClass::Red, Some(weight)) => html! { (view.of("worth-in-words", weight)) },
            (BenefitClass::Red, None) => html! { (view.t("benefit-in-words")) },
            _ => words::estimate(view, benefit.total()),
        }
    }

    /// Who carries the cost, and who has the benefit.
    fn by_unit(&self) -> Markup {
        let view = self.view;
        let units = self.initiative.case.by_unit();
        if units.len() < 2 {
            return html! {};
        }
        Table::new("units-table", view.t("basis-by-unit"))
            .column(Column::text(view.t("initiative-unit")))
            .column(Column::number(view.t("basis-pays")))
            .column(Column::number(view.t("worth-chart-green")))
            .column(Column::number(view.t("worth-chart-yellow")))
            .rows(&units, |row, (unit, share)| {
                row.cell(view.link(&(*unit).into()))
                    .cell(view.short(share.cost))
                    .cell(view.short(share.green))
                    .cell(view.short(share.yellow));
            })
            .render()
    }

    pub(super) fn alternatives(&self) -> Markup {
        let view = self.view;
        let rough = |money: Option<Ore>| money.map(|money| view.short(money)).unwrap_or_default();
        let table = Table::new("alternatives-table", view.t("basis-alternatives"))
            .caption_hidden()
            .column(Column::text(view.t("alternative-what")))
            .column(Column::text(view.t("alternative-kind")))
            .column(Column::number(view.t("alternative-cost")))
            .column(Column::number(view.t("alternative-worth")))
            .column(Column::text(view.t("alternative-judgement")))
            .empty(view.t("basis-no-alternatives"))
            .rows(&self.initiative.case.alternatives, |row, way| {
                row.cell(html! { (way.what) @if way.chosen { " " (Tag::good(view.t("alternative-chosen"))) } })
                    .cell(view.of("alternative-kind", way.kind))
                    .cell(rough(way.cost))
                    .cell(rough(way.worth))
                    .cell(way.judgement.as_str());
            });
        self.section("alternatives", table.render(), Some(("alternatives-write", "alternatives")))
    }

    pub(super) fn financing(&self) -> Markup {
        let (view, initiative) = (self.view, self.initiative);
        let mut table = Table::new("financing-table", view.t("basis-financing"))
            .caption_hidden()
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
fn years(spans: &[Span]) -> String {
    let (first, last) = (spans.iter().map(|span| span.from).min(), spans.iter().map(|span| span.to).max());
    match (first, last) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first}–{last}"),
        _ => String::new(),
    }
}

//! The risks of a case: the table, the pictures before and after the measures, and the areas nobody has looked into.

use domain::initiatives::{Risk, RiskArea, RiskScale, Weight};
use maud::{Markup, Render, html};

use super::{Parts, reviews};
use crate::look::chart::{self, Cell, Matrix, Said};
use crate::look::{self, Column, Link, Table, Tag};

impl Parts<'_> {
    pub(super) fn risks(&self) -> Markup {
        let (view, risks) = (self.view, &self.initiative.case.risks);
        let scale = view.town.initiatives.table(view.today).scale;
        let table = Table::new("risks-table", view.t("basis-risks"))
            .caption_hidden()
            .column(Column::text(view.t("risk-number")))
            .column(Column::text(view.t("risk-title")))
            .column(Column::text(view.t("risk-area")))
            .column(Column::number(view.t("risk-weight")))
            .column(Column::text(view.t("risk-measure")))
            .column(Column::text(view.t("risk-owner")))
            .column(Column::text(view.t("risk-due-date")))
            .column(Column::number(view.t("risk-residual")))
            .empty(view.t("basis-no-risks"))
            .rows((1..).zip(risks.values()), |row, (number, risk): (usize, &Risk)| {
                row.cell(name(number))
                    .cell(self.named("risks", risk.id.as_str(), &risk.what))
                    .cell(view.of("risk-area", risk.area))
                    .cell(risk.weight.value())
                    .cell(risk.measure.as_str())
                    .cell(risk.owner.as_ref().map(|owner| view.person(owner)).unwrap_or_default())
                    .cell(self.due(risk))
                    .cell(risk.residual.map(|left| left.value().to_string()).unwrap_or_default());
            });
        let body = html! {
            (table)
            @if !risks.is_empty() { (self.pictures(scale)) }
            (self.prompts())
            (reviews::section(view, self.initiative, self.may))
        };
        self.section("risks", body, Some(("risk-add", "risks/new")))
    }

    fn due(&self, risk: &Risk) -> Markup {
        let view = self.view;
        match (risk.taken, risk.due) {
            (Some(taken), _) => html! { (view.say("risk-taken", &[("date", taken.into())])) },
            (None, Some(due)) => {
                html! { (view.date(due)) @if risk.is_late(view.today) { " " (Tag::bad(view.t("risk-late"))) } }
            }
            (None, None) => html! {},
        }
    }

    /// The risks as they are without measures, and as they are to be with them.
    fn pictures(&self, scale: RiskScale) -> Markup {
        let view = self.view;
        html! {
            (look::panels([
                self.picture("risk-matrix", scale, |risk| Some(risk.weight)),
                self.picture("risk-matrix-after", scale, |risk| Some(risk.residual.unwrap_or(risk.weight))),
            ]))
            (look::details(view.t("risk-matrix-how"), html! { p { (view.say("risk-matrix-help", &[("grave", usize::from(scale.grave).into())])) } }))
        }
    }

    /// Probability against consequence, each risk in its square by its number in the table.
    fn picture(&self, key: &'static str, scale: RiskScale, weight: fn(&Risk) -> Option<Weight>) -> Markup {
        let view = self.view;
        let placed: Vec<(usize, Weight)> =
            (1..).zip(self.initiative.case.risks.values()).filter_map(|(number, risk)| Some((number, weight(risk)?))).collect();
        let cell = |probability: u8, consequence: u8| {
            let here = Weight { probability, consequence };
            let names: Vec<String> = placed.iter().filter(|(_, weight)| *weight == here).map(|(number, _)| name(*number)).collect();
            Cell { text: names.join(" "), grade: scale.grade(here.value()) }
        };
        let row = |probability: u8| {
            let name = view.say("risk-probability-of", &[("value", domain::Arg::Number(probability.into()))]);
            (name, (1..=scale.steps).map(|consequence| cell(probability, consequence)).collect())
        };
        let squares = Matrix {
            columns_title: view.t("risk-consequence").to_owned(),
            columns: (1..=scale.steps).map(|value| value.to_string()).collect(),
            rows: (1..=scale.steps).rev().map(row).collect(),
        };
        let said = Said { id: key.into(), title: view.t(key).to_owned(), description: String::new() };
        let list = Table::new(format!("{key}-list"), view.t(key))
            .column(Column::text(view.t("risk-title")))
            .column(Column::number(view.t("risk-probability")))
            .column(Column::number(view.t("risk-consequence")))
            .rows(self.initiative.case.risks.values(), |row, risk| {
                let weight = weight(risk).unwrap_or(risk.weight);
                row.cell(risk.what.as_str()).cell(weight.probability).cell(weight.consequence);
            });
        chart::figure(&said, &chart::matrix(&said, &squares), view.t("chart-as-table"), list)
    }

    /// The areas no risk has been written about, each with the question to ask oneself.
    fn prompts(&self) -> Markup {
        let view = self.view;
        let unseen: Vec<RiskArea> = RiskArea::ALL.into_iter().filter(|area| !self.initiative.has_seen(*area)).collect();
        if !self.may || unseen.is_empty() {
            return html! {};
        }
        let prompts = html! {
            p { (view.t("risk-prompts-lead")) }
            dl .sb-summary {
                @for area in unseen {
                    div {
                        dt { (Link::new(self.at(&format!("risks/new?area={}", crate::web::fields::sent(area))), view.of("risk-area", area)).render()) }
                        dd { (view.of("risk-prompt", area)) }
                    }
                }
            }
        };
        look::details(view.t("risk-prompts"), prompts)
    }
}

/// How a risk is named in the pictures.
fn name(number: usize) -> String {
    format!("R{number}")
}

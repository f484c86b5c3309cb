//! The gates as a picture, drawn from the one table the rules follow.

use domain::initiatives::{Gate, STEPS, Step};
use maud::Markup;

use crate::look::chart::{self, Drawing, Link, Node, Paint, Said};
use crate::look::{Column, Table};
use crate::texts::Texts;
use crate::web::view::View;

/// The picture with its table, for the page.
pub fn figure(view: &View) -> Markup {
    let texts = view.texts();
    let said = said(texts);
    let table = Table::new("gates-table", texts.t("gates-title"))
        .column(Column::text(texts.t("demands-gate")))
        .column(Column::text(texts.t("gates-before")))
        .column(Column::text(texts.t("gates-after")))
        .column(Column::text(texts.t("gates-act")))
        .rows(&STEPS, |row, step| {
            row.cell(texts.of("gate", step.gate))
                .cell(texts.of("phase", step.from))
                .cell(texts.of("phase", step.to))
                .cell(act(texts, step));
        });
    chart::figure(&said, &drawing(texts), texts.t("chart-as-table"), table)
}

fn said(texts: &Texts) -> Said {
    Said { id: "gates".into(), title: texts.t("gates-title").to_owned(), description: texts.t("gates-lead").to_owned() }
}

/// The picture alone: each phase, the gate that leads out of it, and the act that passes the gate.
pub fn drawing(texts: &Texts) -> Drawing {
    let titles = ["gates-before", "demands-gate", "gates-act", "gates-after"].map(|key| texts.t(key).to_owned());
    let (mut nodes, mut links) = (Vec::new(), Vec::new());
    for step in &STEPS {
        let first = nodes.len();
        let paint = if step.gate == Gate::Decision { Paint::Third } else { Paint::First };
        let words = [texts.of("phase", step.from), texts.of("gate", step.gate), act(texts, step), texts.of("phase", step.to)];
        nodes.extend(words.into_iter().enumerate().map(|(column, label)| Node { column, label, paint }));
        links.extend((first..first + 3).map(|from| Link { from, to: from + 1 }));
    }
    chart::network(&said(texts), &titles, &nodes, &links)
}

fn act(texts: &Texts, step: &Step) -> String {
    texts.t(&format!("act-{}", step.act.replace(['.', '_'], "-"))).to_owned()
}

//! The scale of risks in words: what its steps are called here, in a table to read and in fields to fill in.

use domain::initiatives::{Axis, RiskWords, Table as Demands};
use maud::{Markup, html};

use crate::look::{Column, Table};
use crate::web::fields::Fields;
use crate::web::view::View;

/// The fields of the words, a line a step.
pub const WORDS: [(Axis, &str); 2] = [(Axis::Probability, "probability_words"), (Axis::Consequence, "consequence_words")];

/// A step of an axis by its number and what it is called: the municipality's own word, else the usual one.
pub fn step(view: &View, table: &Demands, axis: Axis, step: u8) -> String {
    match (table.words.step(axis, step), axis) {
        (Some(word), _) => format!("{step}, {word}"),
        (None, Axis::Probability) => view.of("probability", step),
        (None, Axis::Consequence) => view.of("consequence", step),
    }
}

/// The words of an axis on a line, as they are now.
pub fn in_a_line(view: &View, table: &Demands, axis: Axis) -> String {
    (1..=table.scale.steps).map(|nth| step(view, table, axis, nth)).collect::<Vec<_>>().join("; ")
}

/// The scale to read: from which weight a risk is grave, and what each step is called.
pub fn section(view: &View, table: &Demands) -> Markup {
    let scale = table.scale;
    html! {
        p { (view.say("demands-scale", &[("steps", usize::from(scale.steps).into()), ("grave", usize::from(scale.grave).into())])) }
        (Table::new("scale", view.t("demands-scale-title"))
            .column(Column::text(view.t("risk-probability")))
            .column(Column::text(view.t("risk-consequence")))
            .rows(1..=scale.steps, |row, nth| {
                row.cell(step(view, table, Axis::Probability, nth)).cell(step(view, table, Axis::Consequence, nth));
            }))
    }
}

/// The words as a form sends them: a line a step, and none where the field is left empty.
pub fn read(fields: &mut Fields) -> RiskWords {
    let lines = |name| fields.text(name).lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    RiskWords { probability: lines(WORDS[0].1), consequence: lines(WORDS[1].1) }
}

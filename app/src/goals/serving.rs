//! The activities of this year's object plans that serve a goal or a priority area, with what they cost together.

use domain::Ore;
use domain::objects::Activity;

use crate::look::{Column, Table};
use crate::web::view::View;

/// A table of the year's activities that are `wanted`; `empty` is the text where there is none.
pub fn serving(view: &View, caption: impl Into<String>, empty: &str, wanted: impl Fn(&&Activity) -> bool) -> Table {
    let found: Vec<&Activity> = view.town.objects.activities_in(view.today.year()).filter(wanted).collect();
    let mut table = Table::new("serving", caption)
        .column(Column::text(view.t("activity")))
        .column(Column::text(view.t("object-plan")))
        .column(Column::text(view.t("priority")))
        .column(Column::number(view.t("cost")))
        .empty(view.t(empty))
        .rows(&found, |line, activity| {
            line.cell(view.link(&(&activity.id).into()))
                .cell(view.link(&(&activity.plan).into()))
                .cell(view.of("priority", activity.text.priority))
                .cell(view.kr(activity.text.cost()));
        });
    let sum: Ore = found.iter().map(|activity| activity.text.cost()).sum();
    table.totals().cell(view.t("sum")).cell("").cell("").cell(view.kr(sum));
    table
}

//! The capacity of a plan: hours and money needed against what there is, and in the year what it came to.

use domain::Ore;
use domain::objects::{Activity, ObjectPlan};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Bar, Paint, Said, bars, figure};
use crate::look::{Column, Table, Tag};
use crate::web::view::View;

/// Need against what there is: hours of each side, operating and investment money; and quarter by quarter.
pub fn capacity(view: &View, plan: &ObjectPlan, activities: &[&Activity]) -> Markup {
    html! {
        h2 { (view.t("plan-capacity")) }
        (hours(view, plan, activities))
        (quarters(view, plan))
        (money(view, plan, activities))
    }
}

fn hours(view: &View, plan: &ObjectPlan, activities: &[&Activity]) -> Markup {
    let said = Said { id: "capacity".into(), title: view.t("plan-hours").into(), description: view.t("plan-capacity-help").into() };
    let need = |of: fn(&Activity) -> u32| activities.iter().map(|activity| i64::from(of(activity))).sum::<i64>();
    let sides = [
        ("side-it", need(|activity| activity.text.it_hours), i64::from(plan.text.it_hours)),
        ("side-business", need(|activity| activity.text.business_hours), i64::from(plan.text.business_hours)),
    ];
    let bar = |(side, needed, had): (&str, i64, i64)| Bar {
        label: view.t(side).to_owned(),
        value: needed,
        text: format!("{}/{}", view.texts().number(needed), view.texts().number(had)),
        target: Some(had),
        paint: if needed > had { Paint::Bad } else { Paint::First },
    };
    let table = Table::new("capacity-table", view.t("plan-hours"))
        .caption_hidden()
        .column(Column::text(view.t("seat-side")))
        .column(Column::number(view.t("plan-need")))
        .column(Column::number(view.t("plan-had")))
        .rows(sides, |line, (side, needed, had)| {
            line.cell(view.t(side)).cell(view.texts().number(needed)).cell(view.texts().number(had));
        });
    figure(&said, &bars(&said, &sides.map(bar)), view.t("chart-as-table"), table)
}

fn quarters(view: &View, plan: &ObjectPlan) -> Table {
    let mut table = Table::new("quarters", view.t("plan-quarters")).column(Column::text(view.t("seat-side")));
    for quarter in 1..=4 {
        table = table.column(Column::number(words::quarter(view, quarter)));
    }
    table.column(Column::number(view.t("load-held"))).rows(view.town.objects.loads_of(plan, &view.town.organisation), |mut line, load| {
        line = line.cell(view.of("side", load.side));
        for quarter in load.quarters {
            line = line.cell(words::load(view, quarter));
        }
        drop(line.cell(view.texts().number(load.year().held.into())));
    })
}

fn money(view: &View, plan: &ObjectPlan, activities: &[&Activity]) -> Table {
    let sum = |of: fn(&Activity) -> Ore| activities.iter().map(|activity| of(activity)).sum::<Ore>();
    let kinds = [
        ("activity-operating", sum(|activity| activity.text.operating), plan.text.operating),
        ("activity-investment", sum(|activity| activity.text.investment), plan.text.investment),
    ];
    Table::new("money", view.t("plan-money"))
        .column(Column::text(view.t("plan-money-kind")))
        .column(Column::number(view.t("plan-money-need")))
        .column(Column::number(view.t("plan-money-had")))
        .rows(kinds, |line, (kind, needed, had)| {
            let unsaid = had == Ore::ZERO && needed > Ore::ZERO;
            line.cell(view.t(kind)).cell(view.kr(needed)).cell(html! {
                @if unsaid { (view.t("missing")) } @else { (view.kr(had)) @if needed > had { " " (Tag::bad(view.t("load-over"))) } }
            });
        })
}

/// Plan against outcome: money and hours of all activities, and how much of the year's work is done.
pub fn outcome(view: &View, activities: &[&Activity]) -> Markup {
    let money = |of: fn(&Activity) -> Ore| view.kr(activities.iter().map(|activity| of(activity)).sum());
    let hours = |of: fn(&Activity) -> u32| view.texts().number(activities.iter().map(|activity| i64::from(of(activity))).sum());
    let rows = [
        ("cost", money(|activity| activity.text.cost()), money(|activity| activity.progress.spent)),
        ("activity-it-hours", hours(|activity| activity.text.it_hours), hours(|activity| activity.progress.it_hours)),
        ("activity-business-hours", hours(|activity| activity.text.business_hours), hours(|activity| activity.progress.business_hours)),
    ];
    html! {
        (Table::new("outcome", view.t("plan-outcome"))
            .column(Column::text(view.t("plan-outcome-what")))
            .column(Column::number(view.t("plan-outcome-planned")))
            .column(Column::number(view.t("activity-spent")))
            .rows(rows, |line, (what, planned, came)| { line.cell(view.t(what)).cell(planned).cell(came); }))
    }
}

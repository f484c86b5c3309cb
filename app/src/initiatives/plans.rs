//! The plans of a delivery: plan, forecast and outcome side by side, every plan there has been, and the
//! picture of them.

use domain::follow_up::{self, Course};
use domain::initiatives::{Delivery, Initiative, Plan};
use domain::{Arg, Date, Ore};
use maud::{Markup, html};

use crate::look::chart::{self, Lane, Paint, Roadmap, Said, Span};
use crate::look::{Column, Table, Tag};
use crate::web::view::View;

/// The most quarters the picture shows; what lies beyond is drawn to its end.
const QUARTERS: usize = 40;

/// Plan, forecast and outcome for time, cost, scope and benefit.
pub fn compared(view: &View, initiative: &Initiative) -> Markup {
    let Some(all) = follow_up::compared(&view.town, initiative) else { return html! {} };
    let percent = |share: i64| view.texts().percent(share);
    let days = all.days_late();
    let late = match days {
        0 => view.t("compared-as-planned").to_owned(),
        days if days > 0 => view.say("compared-days-late", &[("days", Arg::Number(days.into()))]),
        days => view.say("compared-days-early", &[("days", Arg::Number((-days).into()))]),
    };
    let signed = |permille: i64| if permille > 0 { format!("+{}", percent(permille)) } else { percent(permille) };
    let mut table = Table::new("compared", view.t("compared-title"))
        .column(Column::text(view.t("compared-what")))
        .column(Column::number(view.t("compared-first")))
        .column(Column::number(view.t("compared-plan")))
        .column(Column::number(view.t("compared-forecast")))
        .column(Column::number(view.t("compared-outcome")))
        .column(Column::number(view.t("compared-deviation")));
    line(&mut table, view.t("compared-time"), &all.time, |date| view.date(date), late);
    line(&mut table, view.t("compared-cost"), &all.cost, |money| view.kr(money), all.overrun().map(signed).unwrap_or_default());
    line(&mut table, view.t("compared-scope"), &all.scope, percent, signed(all.scope.best() - 1000));
    line(&mut table, view.t("compared-benefit"), &all.benefit, percent, signed(all.benefit.best() - 1000));
    html! { (table) p .sb-quiet { (view.t("compared-help")) } }
}

fn line<T: Copy>(table: &mut Table, what: &str, course: &Course<T>, word: impl Fn(T) -> String, deviation: String) {
    let outcome = course.outcome.map(&word).unwrap_or_else(|| "–".to_owned());
    table.row().cell(what).cell(word(course.first)).cell(word(course.plan)).cell(word(course.forecast)).cell(outcome).cell(deviation);
}

/// Every plan there has been, why each was left, and the picture of them.
pub fn history(view: &View, work: &Delivery) -> Markup {
    html! {
        section #plans {
            h2 { (view.t("delivery-plans")) }
            @if work.replans.is_empty() { p .sb-nothing { (view.t("plans-only-first")) } }
            @else { (table(view, work)) }
            (picture(view, work))
        }
    }
}

fn table(view: &View, work: &Delivery) -> Table {
    let mut table = Table::new("plan-history", view.t("plans-caption"))
        .column(Column::text(view.t("plans-plan")))
        .column(Column::text(view.t("plans-since")))
        .column(Column::text(view.t("delivery-planned-end")))
        .column(Column::number(view.t("delivery-budget")))
        .column(Column::text(view.t("plan-scope-short")))
        .column(Column::text(view.t("replan-reason")))
        .column(Column::text(view.t("initiative-decision")));
    let first = &work.plan;
    table
        .row()
        .cell(view.t("plans-first"))
        .cell(view.date(first.start))
        .cell(view.date(first.end))
        .cell(view.kr(first.budget))
        .cell(first.scope.as_str())
        .cell("")
        .cell("");
    let mut before = first;
    for (number, replan) in (1..).zip(&work.replans) {
        let plan = &replan.plan;
        let dearer = plan.budget > before.budget;
        table
            .row()
            .cell(view.say("plans-nth", &[("number", Arg::Number(number))]))
            .cell(view.date(replan.date))
            .cell(view.date(plan.end))
            .cell(view.kr(plan.budget))
            .cell(plan.scope.as_str())
            .cell(html! { (replan.reason) " " span .sb-quiet { (view.person(&replan.by)) } })
            .cell(html! { @match &replan.decision {
                Some(decision) => (view.link(&decision.into())),
                None if dearer => (Tag::partly(view.t("replan-undecided"))),
                None => "–",
            } });
        before = plan;
    }
    table
}

/// The plans above each other, and below them the forecast or the outcome.
fn picture(view: &View, work: &Delivery) -> Markup {
    let plans: Vec<&Plan> = std::iter::once(&work.plan).chain(work.replans.iter().map(|replan| &replan.plan)).collect();
    let begun = work.plan.start;
    let last = plans.iter().map(|plan| plan.end).chain([work.end()]).max().unwrap_or(begun);
    let count = (quarter(begun, last) + 1).min(QUARTERS);
    let lane = |label: String, end: Date, money: Ore, paint: Paint| {
        let to = quarter(begun, end);
        Lane {
            label,
            spans: vec![Span { from: 0, to, label: format!("{}, {}", view.date(end), view.short(money)), paint }],
            milestones: vec![to],
        }
    };
    let mut lanes: Vec<Lane> = (0..)
        .zip(&plans)
        .map(|(number, plan)| {
            let label =
                if number == 0 { view.t("plans-first").to_owned() } else { view.say("plans-nth", &[("number", Arg::Number(number))]) };
            lane(label, plan.end, plan.budget, Paint::of_series(0))
        })
        .collect();
    let outcome = if work.delivered.is_some() { "compared-outcome" } else { "compared-forecast" };
    lanes.push(lane(view.t(outcome).to_owned(), work.end(), work.forecast(), Paint::of_series(1)));
    let now = Some(quarter(begun, view.today)).filter(|now| *now < count && view.today >= begun);
    let map = Roadmap {
        periods: (0..count).map(|after| named(begun, after)).collect(),
        lanes,
        now: now.map(|now| (now, view.t("chart-today").to_owned())),
    };
    let said = Said {
        id: "plans-chart".to_owned(),
        title: view.t("plans-chart").to_owned(),
        description: view
            .say("plans-chart-description", &[("plans", plans.len().into()), ("first", work.plan.end.into()), ("now", work.end().into())]),
    };
    let as_table = Table::new("plans-chart-table", view.t("plans-chart"))
        .caption_hidden()
        .column(Column::text(view.t("plans-plan")))
        .column(Column::text(view.t("delivery-end")))
        .rows(&map.lanes, |row, lane| {
            row.cell(lane.label.as_str()).cell(lane.spans.first().map(|span| span.label.as_str()).unwrap_or_default());
        });
    chart::figure(&said, &chart::roadmap(&said, &map), view.t("chart-as-table"), as_table)
}

/// How many quarters of a year a day lies after the quarter of another; nought where it lies before.
fn quarter(from: Date, to: Date) -> usize {
    let number = |date: Date| i32::from(date.year()) * 4 + i32::from(date.month() - 1) / 3;
    usize::try_from(number(to) - number(from)).unwrap_or(0)
}

/// The year, where it begins or where the picture does; quarters in between stand unnamed.
fn named(begun: Date, after: usize) -> String {
    let after = i32::try_from(after).unwrap_or(i32::MAX);
    let date = begun.first_of_month().saturating_add(jiff::Span::new().months(after.saturating_mul(3)));
    if after == 0 || date.month() <= 3 { date.year().to_string() } else { String::new() }
}

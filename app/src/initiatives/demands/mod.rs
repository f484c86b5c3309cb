//! Page: the demands — what decides the size of an initiative, what is asked of each size, who decides, and since when.

mod adopt;
mod gates;
mod propose;
pub mod scale;
mod wording;

use axum::response::Response;
use domain::Subject;
use domain::initiatives::{DEMANDS, Level, Size, Table as Demands, Trigger};
use maud::{Markup, html};

use crate::look::{self, Button, Column, Table, Tag, Tone};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

#[cfg(test)]
pub use gates::drawing;

pub fn routes() -> Vec<Route> {
    [vec![page("/demands", May::Anyone, show)], propose::routes(), adopt::routes()].into_iter().flatten().collect()
}

async fn show(view: View) -> Response {
    let table = view.town.initiatives.table(view.today);
    let mut buttons = Vec::new();
    if view.can("initiatives.demands.propose", &Subject::Municipality) {
        buttons.push(Button::secondary(view.t("demands-propose")).to("/demands/proposal"));
    }
    if view.can("forums.demands.adopt", &Subject::Municipality) {
        buttons.push(Button::secondary(view.t("demands-adopt")).to("/demands/adoption"));
    }
    let head = head(&view, "demands-title").lead(view.t("demands-lead")).actions(look::actions(buttons));
    let body = html! {
        (in_force(&view))
        (proposed(&view))
        h2 { (view.t("demands-size")) }
        p { (view.t("demands-size-lead")) }
        (sizes(&view, table))
        p { (view.t("demands-triggers")) }
        ul { @for trigger in Trigger::ALL.iter().filter(|trigger| table.triggers.contains(trigger)) { li { (view.of("trigger", *trigger)) } } }
        (asked(&view, table))
        (scale::section(&view, table))
        (gates::figure(&view))
        (adoptions(&view))
    };
    view.page(head, body)
}

/// The head that the pages of the demands share.
fn head(view: &View, title: &str) -> Head {
    Head::new(Part::Initiatives, view.t(title)).under("/initiatives", view.t("initiatives-title"))
}

/// Since when they hold for all, by which decision; or that they do not.
fn in_force(view: &View) -> Markup {
    match view.town.initiatives.adoption(view.today) {
        Some(adoption) => look::callout(
            Tone::Good,
            "",
            html! { p { (view.say("demands-hold", &[("date", adoption.from.into())])) " " (view.link(&(&adoption.decision).into())) } },
        ),
        None => look::callout(Tone::Partly, "", html! { p { (view.t("demands-do-not-hold")) } }),
    }
}

/// What is proposed, beside what holds.
fn proposed(view: &View) -> Markup {
    let Some(proposal) = &view.town.initiatives.proposal else { return html! {} };
    let said = [("who", view.person(&proposal.by).into()), ("date", proposal.date.into())];
    let changes = wording::differences(view, view.town.initiatives.table(view.today), &proposal.table);
    html! {
        h2 { (view.t("demands-proposal")) }
        (look::quote(html! { p { (proposal.reason) } }, html! { (view.say("demands-proposed-by", &said)) }))
        (Table::new("changes", view.t("demands-changes"))
            .column(Column::text(view.t("demands-what")))
            .column(Column::text(view.t("demands-now")))
            .column(Column::text(view.t("demands-then")))
            .empty(view.t("demands-no-changes"))
            .rows(&changes, |row, (what, now, then)| {
                row.cell(what).cell(now).cell(then);
            }))
    }
}

/// What may be small and medium at most, and who decides each size.
fn sizes(view: &View, table: &Demands) -> Table {
    Table::new("sizes", view.t("demands-size"))
        .column(Column::text(view.t("initiative-size")))
        .column(Column::number(view.t("demands-cost-below")))
        .column(Column::number(view.t("demands-hours")))
        .column(Column::number(view.t("demands-shared-hours")))
        .column(Column::number(view.t("demands-bodies")))
        .column(Column::number(view.t("demands-risk")))
        .column(Column::text(view.t("demands-decides")))
        .rows(Size::ALL, |row, size| {
            let tier = match size {
                Size::Small => Some(&table.small),
                Size::Medium => Some(&table.medium),
                Size::Large => None,
            };
            let row = row.cell(view.of("size", size));
            let row = match tier {
                Some(tier) => row
                    .cell(view.kr(tier.cost_below))
                    .cell(view.texts().number(tier.hours.into()))
                    .cell(view.texts().number(tier.shared_hours.into()))
                    .cell(tier.bodies)
                    .cell(tier.risk),
                None => row.cell(view.t("demands-more")).cell("").cell("").cell("").cell(""),
            };
            row.cell(view.of("level", table.level(size)));
        })
}

/// What is asked at each gate, of which size, and how long it usually takes.
fn asked(view: &View, table: &Demands) -> Markup {
    let mark = |from: Option<Size>, size: Size| match from {
        Some(from) if from <= size => html! { (Tag::good(view.t("demands-asked"))) },
        _ => html! {},
    };
    let rows = DEMANDS.iter().map(|demand| (demand, table.asks(demand.gate, demand.what)));
    let table = Table::new("asked", view.t("demands-asked-title"))
        .column(Column::text(view.t("demands-what")))
        .column(Column::text(view.t("demands-gate")))
        .column(Column::text(view.of("size", Size::Small)))
        .column(Column::text(view.of("size", Size::Medium)))
        .column(Column::text(view.of("size", Size::Large)))
        .column(Column::text(view.t("demands-takes")))
        .rows(rows, |row, (demand, from)| {
            row.cell(wording::demanded(view, demand.what))
                .cell(view.of("gate", demand.gate))
                .cell(mark(from, Size::Small))
                .cell(mark(from, Size::Medium))
                .cell(mark(from, Size::Large))
                .cell(view.of("takes", demand.takes));
        });
    html! { (table) }
}

/// Every table that has been adopted, the newest first.
fn adoptions(view: &View) -> Markup {
    let all = &view.town.initiatives.adoptions;
    let table = Table::new("adoptions", view.t("demands-adoptions"))
        .column(Column::text(view.t("demands-from")))
        .column(Column::text(view.t("demands-decision")))
        .column(Column::text(view.t("demands-which")))
        .empty(view.t("demands-never-adopted"))
        .rows(all.iter().rev(), |row, adoption| {
            let which = if adoption.table.is_some() { "demands-own-table" } else { "demands-start-table" };
            row.cell(view.date(adoption.from)).cell(view.link(&(&adoption.decision).into())).cell(view.t(which));
        });
    html! { (table) }
}

/// The levels a choice is among.
fn levels(view: &View) -> Vec<look::Choice> {
    super::choices::of(view, "level", &Level::ALL)
}

//! What outcomes so far say about a case: the page of the reference classes, and the part of a case's page.

use axum::response::Response;
use domain::follow_up::{Expectation, Foreseen, Outcomes, STARTING, expectation};
use domain::initiatives::{Initiative, Size};
use domain::{Arg, Ore};
use maud::{Markup, html};

use crate::look::chart::{self, Paint, Part as Piece, Said};
use crate::look::{Column, Link, Table};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/follow-up/learning", May::Anyone, show)]
}

const SIZES: [Size; 3] = [Size::Small, Size::Medium, Size::Large];

async fn show(view: View) -> Response {
    let head =
        Head::new(Part::FollowUp, view.t("learning-title")).lead(view.t("learning-lead")).under("/follow-up", view.t("follow-title"));
    let body = html! {
        @for foreseen in Foreseen::ALL { (of_kind(&view, foreseen)) }
        h2 { (view.t("learning-method")) }
        p { (view.say("learning-method-text", &[("starting", Arg::Number(STARTING))])) }
        (published(&view))
    };
    view.page(head, body)
}

/// One thing foreseen, size by size.
fn of_kind(view: &View, foreseen: Foreseen) -> Markup {
    let rows: Vec<(Size, Expectation)> =
        SIZES.into_iter().filter_map(|size| Some((size, expectation(&view.town, foreseen, size)?))).collect();
    let table = Table::new(format!("learning-{}", crate::web::fields::sent(foreseen)), view.of("foreseen", foreseen))
        .column(Column::text(view.t("learning-size")))
        .column(Column::number(view.t("learning-outcomes")))
        .column(Column::number(view.t("learning-middle")))
        .column(Column::number(view.of("learning-high", foreseen)))
        .column(Column::number(view.t("learning-expected")))
        .column(Column::number(view.of("learning-grave", foreseen)))
        .column(Column::text(view.t("learning-weights")))
        .empty(view.t("learning-nothing"))
        .rows(rows, |row, (size, found)| {
            row.cell(view.of("size", size))
                .cell(found.class.len())
                .cell(quantile(view, &found.class, 500))
                .cell(quantile(view, &found.class, if foreseen == Foreseen::Benefit { 200 } else { 800 }))
                .cell(signed(view, found.over))
                .cell(view.texts().percent(found.grave))
                .cell(weights(view, &found));
        });
    html! { (table) }
}

fn quantile(view: &View, outcomes: &Outcomes, permille: usize) -> String {
    outcomes.quantile(permille).map_or_else(|| "–".to_owned(), |over| signed(view, over))
}

fn signed(view: &View, permille: i64) -> String {
    let words = view.texts().percent(permille);
    if permille > 0 { format!("+{words}") } else { words }
}

fn weights(view: &View, found: &Expectation) -> String {
    let [class, own, published] = found.weights.map(|weight| Arg::Text(view.texts().percent(weight)));
    view.say("learning-weighed", &[("class", class), ("own", own), ("published", published)])
}

/// What is published, and where.
fn published(view: &View) -> Table {
    Table::new("published", view.t("learning-published"))
        .column(Column::text(view.t("learning-what")))
        .column(Column::number(view.t("learning-mean")))
        .column(Column::number(view.t("learning-grave")))
        .column(Column::text(view.t("learning-source")))
        .rows(Foreseen::ALL, |row, foreseen| {
            let figure = foreseen.published();
            row.cell(view.of("foreseen", foreseen))
                .cell(figure.map_or_else(|| "–".to_owned(), |figure| signed(view, figure.mean)))
                .cell(figure.map_or_else(|| "–".to_owned(), |figure| view.texts().percent(figure.grave)))
                .cell(view.of("learning-source", foreseen));
        })
}

/// What outcomes so far say about one case, beside its own estimate.
pub fn section(view: &View, initiative: &Initiative) -> Markup {
    let size = initiative.size(&view.town, view.today);
    let found: Vec<Expectation> = Foreseen::ALL.into_iter().filter_map(|foreseen| expectation(&view.town, foreseen, size)).collect();
    let Some(cost) = found.iter().find(|one| one.of == Foreseen::Cost) else { return html! {} };
    let own = initiative.likely_cost();
    let facts = [
        ("own", Arg::Text(view.short(own))),
        ("expected", Arg::Text(view.short(own + own.permille(cost.over)))),
        ("over", Arg::Text(signed(view, cost.over))),
        ("grave", Arg::Text(view.texts().percent(cost.grave))),
        ("count", cost.own.len().into()),
    ];
    let table = Table::new("reference", view.t("learning-reference"))
        .column(Column::text(view.t("learning-what")))
        .column(Column::number(view.t("learning-stated")))
        .column(Column::number(view.t("learning-expected")))
        .column(Column::number(view.t("learning-grave")))
        .column(Column::number(view.t("learning-outcomes")))
        .rows(&found, |row, one| {
            row.cell(view.of("foreseen", one.of))
                .cell(stated(view, initiative, one.of))
                .cell(signed(view, one.over))
                .cell(view.texts().percent(one.grave))
                .cell(view.say("learning-of-class", &[("class", one.class.len().into()), ("own", one.own.len().into())]));
        });
    html! {
        section #earlier-outcomes {
            h2 { (view.t("learning-case")) }
            @if own > Ore::ZERO { p { (view.say("learning-case-cost", &facts)) } }
            (table)
            (weighing(view, cost))
            p { (Link::new(view.at("/follow-up/learning"), view.t("learning-how"))) }
        }
    }
}

/// What the case itself says.
fn stated(view: &View, initiative: &Initiative, foreseen: Foreseen) -> String {
    use domain::initiatives::BenefitClass::{Green, Yellow};
    match foreseen {
        Foreseen::Cost => view.short(initiative.likely_cost()),
        Foreseen::Time => initiative.delivery.as_ref().map_or_else(|| "–".to_owned(), |work| view.date(work.plan.end)),
        Foreseen::Benefit => view.short(initiative.case.worth(Green).likely + initiative.case.worth(Yellow).likely),
    }
}

/// How much each source counts for the cost, as a picture.
fn weighing(view: &View, found: &Expectation) -> Markup {
    let labels = ["learning-weight-class", "learning-weight-own", "learning-weight-published"].map(|key| view.t(key).to_owned());
    let parts: Vec<Piece> = (0..)
        .zip(labels.iter().zip(found.weights))
        .map(|(nth, (label, weight))| Piece {
            label: label.clone(),
            value: weight,
            text: view.texts().percent(weight),
            paint: Paint::of_series(nth),
        })
        .collect();
    let said = Said {
        id: "learning-weights-chart".to_owned(),
        title: view.t("learning-weights-chart").to_owned(),
        description: view.t("learning-weights-description").to_owned(),
    };
    let table = Table::new("learning-weights-table", said.title.as_str())
        .caption_hidden()
        .column(Column::text(view.t("learning-source")))
        .column(Column::number(view.t("learning-weights")))
        .rows(&parts, |row, part| {
            row.cell(part.label.as_str()).cell(part.text.as_str());
        });
    chart::figure(&said, &chart::stack(&said, &parts), view.t("chart-as-table"), table)
}

//! Page: the eight questions with their answers, how these have changed, and the recommendations.

use axum::response::Response;
use domain::Arg;
use domain::audit::{Answer, NO_BELOW, Verdict, YES_FROM, YES_NEEDS_OF_EACH};
use maud::{Markup, html};

use super::history::{self, Month};
use super::words;
use crate::look::chart::{self, Cell, Matrix, Said};
use crate::look::{self, Column, Link, Table};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/audit", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let answers = words::answered(&view);
    let months = history::read(&view).await?;
    let head = Head::new(Part::Audit, view.t("audit-title")).lead(view.t("audit-lead"));
    let body = html! {
        p { (view.t("audit-summary")) }
        (table(&view, &answers))
        (look::details(view.t("audit-rule"), rule(&view)))
        @if months.len() > 1 { (over_time(&view, &months)) }
        h2 { (view.t("audit-advices")) }
        p { (view.t("audit-advices-lead")) }
        (super::review::reviews(&view))
        ul {
            li { (Link::new(view.at("/audit/methods"), view.t("audit-methods"))) }
            li { (Link::new(view.at("/api/v1/audit"), view.t("audit-json"))) }
        }
    };
    Ok(view.page(head, body))
}

fn table(view: &View, answers: &[Answer]) -> Table {
    Table::new("questions", view.t("audit-questions"))
        .column(Column::text(view.t("audit-question")))
        .column(Column::text(view.t("audit-answer")))
        .column(Column::number(view.t("audit-share")))
        .column(Column::number(view.t("audit-exceptions")))
        .rows(answers, |line, answer| {
            let exceptions: usize = answer.criteria.iter().map(|criterion| criterion.exceptions.len()).sum();
            let href = view.at(&format!("/audit/questions/{}", answer.number));
            let named = format!("{}. {}", answer.number, words::question(view.texts(), answer.number));
            line.link(&href, &named)
                .cell(words::answer_tag(view, answer))
                .cell(view.texts().percent(answer.share_permille.into()))
                .cell(exceptions);
        })
}

fn rule(view: &View) -> Markup {
    let percent = |permille: u16| Arg::Text(view.texts().percent(permille.into()));
    let facts = [("yes", percent(YES_FROM)), ("each", percent(YES_NEEDS_OF_EACH)), ("no", percent(NO_BELOW))];
    html! { p { (view.say("audit-rule-text", &facts)) } }
}

/// The shares at the turn of each quarter, question by question, and today's.
fn over_time(view: &View, months: &[Month]) -> Markup {
    let turns = history::quarters(months);
    let name = |number: u8| words::short(view.texts(), number);
    let percent = |month: &Month, place: usize| month.answers.get(place).map_or(0, |(_, share)| *share);
    let rows = (1u8..=8).zip(0..).map(|(number, place)| {
        let cells = turns.iter().map(|month| match month.answers.get(place) {
            None => Cell::default(),
            Some((answer, share)) => Cell { text: (share / 10).to_string(), grade: grade(*answer) },
        });
        (name(number), cells.collect())
    });
    let ends = [("from", turns.first()), ("to", turns.last())]
        .map(|(key, month)| (key, Arg::Text(month.map(|month| words::month(month.last)).unwrap_or_default())));
    let said = Said {
        id: "answers-over-time".to_owned(),
        title: view.t("audit-over-time-all").to_owned(),
        description: view.say("audit-over-time-all-description", &ends),
    };
    let drawing = chart::matrix(
        &said,
        &Matrix {
            columns_title: view.t("audit-share").to_owned(),
            columns: turns.iter().map(|month| words::brief(month.last)).collect(),
            rows: rows.collect(),
        },
    );
    let mut table = Table::new("answers-by-quarter", said.title.as_str()).column(Column::text(view.t("audit-question")));
    for month in &turns {
        table = table.column(Column::number(words::month(month.last)));
    }
    for (number, place) in (1u8..=8).zip(0..) {
        let mut row = table.row().cell(name(number));
        for month in &turns {
            row = row.cell(view.texts().percent(percent(month, place).into()));
        }
    }
    html! {
        h2 { (view.t("audit-over-time")) }
        (chart::figure(&said, &drawing, view.t("chart-as-table"), table))
    }
}

/// The colour of an answer in the matrix, where what is better is calmer.
fn grade(answer: Verdict) -> u8 {
    match answer {
        Verdict::Yes => 1,
        Verdict::Partly => 2,
        Verdict::No => 4,
    }
}

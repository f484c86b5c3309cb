//! Page: one question with its answer, what it rests on, every exception with its mend, and its history.

use axum::extract::Path;
use axum::response::Response;
use domain::Arg;
use domain::audit::{Answer, Criterion};
use maud::{Markup, html};

use super::history::{self, Month};
use super::words;
use crate::look::chart::{self, Course, Said, Series};
use crate::look::{self, Column, Link, Table};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/audit/questions/{number}", May::Anyone, show)]
}

async fn show(view: View, Path(number): Path<u8>) -> Result<Response, Problem> {
    let answers = words::answered(&view);
    let answer = answers.iter().find(|answer| answer.number == number).ok_or(Problem::NotFound)?;
    let months = history::read(&view).await?;
    let head = Head::new(Part::Audit, words::question(view.texts(), number))
        .kicker(format!("{} {number}", view.t("audit-question")))
        .under("/audit", view.t("audit-title"))
        .marks(html! { (words::answer_tag(&view, answer)) " " (view.texts().percent(answer.share_permille.into())) });
    let body = html! {
        h2 { (view.t("audit-criteria")) }
        (criteria(&view, answer))
        @for criterion in answer.criteria.iter().filter(|criterion| !criterion.exceptions.is_empty()) { (exceptions(&view, criterion)) }
        @if months.len() > 1 { (over_time(&view, number, &months)) }
        h2 { (view.t("audit-evidence")) }
        (look::details(view.t("audit-evidence-lead"), html! { (evidence(&view, answer)) }))
        (neighbours(&view, number, answers.len()))
    };
    Ok(view.page(head, body))
}

fn criteria(view: &View, answer: &Answer) -> Table {
    Table::new("criteria", view.t("audit-criteria"))
        .caption_hidden()
        .column(Column::text(view.t("audit-criterion")))
        .column(Column::text(view.t("audit-met")))
        .column(Column::number(view.t("audit-share")))
        .rows(&answer.criteria, |line, criterion| {
            let line = line.cell(words::criterion(view.texts(), criterion.id));
            match criterion.share_permille() {
                None => line.cell(view.t("audit-nothing-to-judge")),
                Some(share) => line.cell(words::of(view.texts(), criterion.met, criterion.of)).cell(view.texts().percent(share.into())),
            };
        })
}

/// Every exception to a criterion, each a link to where it is mended.
fn exceptions(view: &View, criterion: &Criterion) -> Markup {
    let count = view.say("audit-exceptions-count", &[("count", criterion.exceptions.len().into())]);
    let named = words::criterion(view.texts(), criterion.id);
    html! {
        h3 id=(criterion.id) { (named) " " span .sb-quiet { (count) } }
        (Table::new(format!("exceptions-{}", criterion.id), format!("{named}: {count}"))
            .caption_hidden()
            .column(Column::text(view.t("audit-what")))
            .column(Column::text(view.t("audit-why")))
            .rows(&criterion.exceptions, |line, exception| {
                line.link(&view.at(&words::mend(exception)), &view.name(&exception.what)).cell(words::why(&view.town, view.texts(), exception));
            }))
    }
}

fn evidence(view: &View, answer: &Answer) -> Table {
    Table::new("evidence", view.t("audit-evidence"))
        .caption_hidden()
        .column(Column::text(view.t("audit-what")))
        .column(Column::number(view.t("audit-entry")))
        .rows(&answer.evidence, |line, (thing, seq)| {
            line.link(&view.href(thing), &view.name(thing)).cell(*seq);
        })
}

fn over_time(view: &View, number: u8, months: &[Month]) -> Markup {
    let place = usize::from(number) - 1;
    let share = |month: &Month| month.answers.get(place).map_or(0, |(_, share)| *share);
    let percent = |month: &Month| view.texts().percent(share(month).into());
    let said = |month: Option<&Month>| month.map(|month| (Arg::Text(percent(month)), Arg::Text(words::month(month.last))));
    let (Some((first, from)), Some((last, to))) = (said(months.first()), said(months.last())) else { return html! {} };
    let said = Said {
        id: "answer-over-time".to_owned(),
        title: view.say("audit-over-time-title", &[("number", Arg::Number(number.into()))]),
        description: view.say("audit-over-time-description", &[("first", first), ("from", from), ("last", last), ("to", to)]),
    };
    let quarters = history::quarters(months);
    let periods: Vec<String> = quarters.iter().map(|month| words::brief(month.last)).collect();
    let series = Series {
        label: view.t("audit-share").to_owned(),
        course: Course::Measured,
        points: quarters.iter().map(|month| Some(i64::from(share(month)))).collect(),
    };
    let drawing = chart::lines(&said, &periods, &[series], &|permille| view.texts().percent(permille));
    let table = Table::new("answer-by-month", said.title.as_str())
        .column(Column::text(view.t("audit-month")))
        .column(Column::text(view.t("audit-answer")))
        .column(Column::number(view.t("audit-share")))
        .rows(months, |line, month| {
            let answer = month.answers.get(place).map(|(answer, _)| words::verdict(view.texts(), *answer)).unwrap_or_default();
            line.cell(words::month(month.last)).cell(answer).cell(percent(month));
        });
    html! {
        h2 { (view.t("audit-over-time")) }
        (chart::figure(&said, &drawing, view.t("chart-as-table"), table))
    }
}

fn neighbours(view: &View, number: u8, count: usize) -> Markup {
    let to = |number: u8| view.at(&format!("/audit/questions/{number}"));
    html! {
        ul {
            @if number > 1 { li { (Link::new(to(number - 1), view.t("audit-previous-question"))) } }
            @if usize::from(number) < count { li { (Link::new(to(number + 1), view.t("audit-next-question"))) } }
        }
    }
}

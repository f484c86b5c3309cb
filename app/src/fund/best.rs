//! The best choice under a round's money, beside the ranking: proven, with what differs, and the files by
//! which anybody can check it without Styrbord.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::fund::{Points, Ranked, Ranking, Round, visible_ranking};
use domain::{Arg, InitiativeId, RoundId, Subject};
use engine::{Answer, Control, Limits, Status};
use maud::{Markup, html};

use super::words;
use crate::choose::own;
use crate::look::{Column, Link, Table, Tag};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::View;

/// Nodes of the search for one page: a round of a hundred applications needs a few hundred, and beyond it
/// the page says how much better a choice could be at most.
const NODES: u64 = 2_000;

pub fn routes() -> Vec<Route> {
    vec![page("/fund/rounds/{round}/instance.json", May::Staff, instance), page("/fund/rounds/{round}/choice.json", May::Staff, choice)]
}

/// The question, in the form `styrbord choose` reads.
async fn instance(view: View, Path(id): Path<RoundId>) -> Result<Response, Problem> {
    let (round, _) = visible(&view, &id)?;
    Ok(file(own::of_round(&view.town, round).text))
}

/// The answer, with value and bound: what `styrbord choose instance.json --check choice.json` recomputes.
async fn choice(view: View, Path(id): Path<RoundId>) -> Result<Response, Problem> {
    let (round, _) = visible(&view, &id)?;
    let input = own::of_round(&view.town, round).text;
    let answer =
        engine::reply(input.as_bytes(), &engine::Wants::default(), control()).map_err(|error| Problem::Storage(error.to_string()))?;
    Ok(file(format!("{answer}\n")))
}

fn file(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// The round and its ranking, where the reader may see every score in it.
fn visible<'a>(view: &'a View, id: &RoundId) -> Result<(&'a Round, Ranking), Problem> {
    let round = view.town.fund.rounds.get(id).ok_or(Problem::NotFound)?;
    let who = view.who.as_ref().ok_or(Problem::Forbidden(None))?;
    let ranking = visible_ranking(&view.town, who, id, view.today).map_err(|_| Problem::Forbidden(None))?;
    Ok((round, ranking))
}

/// A search that ends by its work, not by the clock: a page shows the same each time.
fn control() -> Control<'static> {
    let limits = Limits { nodes: Some(NODES), ..Limits::default() };
    Control { elapsed: &|| Duration::ZERO, cancelled: &|| false, report: &|_| {}, limits }
}

/// The best choice, or nothing where no application can be compared.
fn best(view: &View, round: &Round) -> Option<(Answer, BTreeSet<InitiativeId>)> {
    let found = engine::read_instance(own::of_round(&view.town, round).text.as_bytes()).ok()?;
    let answer = engine::choose(&found, &found.own_weights(), control());
    let chosen = found.initiatives.iter().zip(&answer.selection.as_ref()?.0).filter(|(_, option)| option.is_some());
    let chosen = chosen.filter_map(|(initiative, _)| InitiativeId::new(&initiative.id)).collect();
    Some((answer, chosen))
}

/// The part of the ranking's page.
pub(super) fn part(view: &View, round: &Round, ranking: &Ranking) -> Markup {
    let Some((answer, chosen)) = best(view, round).filter(|_| !ranking.rows.is_empty()) else { return html! {} };
    let of = |row: &Ranked| view.town.fund.applications.get(&row.application).map(|application| &application.initiative);
    let is_chosen = |row: &Ranked| of(row).is_some_and(|initiative| chosen.contains(initiative));
    let differing: Vec<&Ranked> = ranking.rows.iter().filter(|row| is_chosen(row) != row.why.is_within()).collect();
    let ranked: i64 = ranking.rows.iter().filter(|row| row.why.is_within()).map(|row| i64::from(row.points.0)).sum();
    let used = ranking.rows.iter().filter(|row| is_chosen(row)).map(|row| row.asked).sum();
    let (value, bound) = (answer.value.unwrap_or(0), answer.bound.unwrap_or(0));
    let facts = [
        ("value", points(view, value)),
        ("ranked", points(view, ranked)),
        ("bound", points(view, bound)),
        ("money", Arg::from(round.money)),
        ("used", Arg::Money(used)),
    ];
    let verdict = if differing.is_empty() { "best-same" } else { "best-differs" };
    let proof = if answer.status == Status::Optimal { "best-proven" } else { "best-bounded" };
    let link = |name: &str, key: &str| Link::new(view.at(&format!("/fund/rounds/{}/{name}.json", round.id)), view.t(key));
    html! {
        h2 { (view.t("best-title")) }
        p { (view.say(verdict, &facts)) " " (view.say(proof, &facts)) }
        @if !differing.is_empty() { (difference(view, &differing, is_chosen)) }
        p { (view.t("best-check")) " " (link("instance", "best-instance")) " " (link("choice", "best-choice")) }
    }
}

/// Points of a hundred, summed over applications.
fn points(view: &View, sum: i64) -> Arg {
    Arg::Text(words::points(view, Points(u32::try_from(sum).unwrap_or(u32::MAX))))
}

fn difference(view: &View, rows: &[&Ranked], is_chosen: impl Fn(&Ranked) -> bool) -> Table {
    let mut table = Table::new("best", view.t("best-caption"))
        .column(Column::text(view.t("fund-application")))
        .column(Column::text(view.t("best-change")))
        .column(Column::number(view.t("ranking-points")))
        .column(Column::number(view.t("fund-asked")));
    for row in rows {
        let tag = if is_chosen(row) { Tag::good(view.t("best-in")) } else { Tag::neutral(view.t("best-out")) };
        table
            .row()
            .link(&view.href(&Subject::from(&row.application)), super::ranking::title(view, &row.application).as_str())
            .cell(tag)
            .cell(words::points(view, row.points))
            .cell(view.kr(row.asked));
    }
    table
}

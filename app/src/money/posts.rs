//! Page: the money for digitalisation, where each krona comes from and by which decision, and what
//! every body has.

use std::collections::BTreeSet;

use axum::response::Response;
use domain::Ore;
use domain::money::{Form, Party, Post, PostKind};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Group, Said, columns, figure};
use crate::look::{Button, Column, KeyFigure, Table, Tone, actions, key_figures};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/money", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let mut posts: Vec<&Post> = view.town.money.for_digitalisation().collect();
    posts.sort_by_key(|post| (post.first_year, post.part_of.is_some(), std::cmp::Reverse(post.amount)));
    let head = Head::new(Part::Money, view.t("money-title"))
        .lead(view.t("money-lead"))
        .actions(actions([Button::secondary(view.t("keys-title")).to(view.at("/money/keys"))]));
    let said = Said { id: "years".into(), title: view.t("money-by-year").into(), description: view.t("money-by-year-help").into() };
    let body = html! {
        (figures(&view, &posts))
        (figure(&said, &columns(&said, &series(&view), &groups(&posts), &|ore| view.short(Ore(ore))), view.t("chart-as-table"), by_year(&view, &posts)))
        (list(&view, &posts))
        (balances(&view))
    };
    view.page(head, body)
}

fn figures(view: &View, posts: &[&Post]) -> Markup {
    let year = view.today.year();
    let new: Ore = view.town.money.new_money().filter(|post| post.kind != PostKind::Frame).map(|post| post.in_year(year)).sum();
    let fund: Ore = posts.iter().filter(|post| post.kind == PostKind::Fund).map(|post| post.in_year(year)).sum();
    let gaps = view.town.money.without_decision().count();
    let keyless = view.town.money.objects_without_key(&view.town.objects, view.today).count();
    let tone = |bad: usize| if bad == 0 { Tone::Good } else { Tone::Bad };
    let of_year = || view.say("money-of-year", &[("year", year.to_string().as_str().into())]);
    key_figures(&[
        KeyFigure::new(view.short(new), view.t("money-new")).note(Tone::Info, of_year()),
        KeyFigure::new(view.short(fund), view.t("money-fund")).note(Tone::Info, of_year()).at(view.at("/fund")),
        KeyFigure::new(gaps.to_string(), view.t("posts-without-decision"))
            .note(tone(gaps), view.say("of-count", &[("count", view.town.money.posts.len().into())])),
        KeyFigure::new(keyless.to_string(), view.t("objects-without-key"))
            .note(tone(keyless), view.t("objects-without-key-note"))
            .at(view.at("/money/keys")),
    ])
}

/// What a year's money is made of: the fund, other operating money, and investments.
fn split(posts: &[&Post], year: i16) -> [Ore; 3] {
    let sum = |wanted: fn(&Post) -> bool| -> Ore {
        posts
            .iter()
            .filter(|post| post.part_of.is_none() && !matches!(post.from, Some(Party::Unit(_) | Party::Committees)) && wanted(post))
            .map(|post| post.in_year(year))
            .sum()
    };
    [
        sum(|post| post.kind != PostKind::Fund && post.form == Form::Operating),
        sum(|post| post.kind == PostKind::Fund),
        sum(|post| post.form == Form::Investment),
    ]
}

fn years(posts: &[&Post]) -> BTreeSet<i16> {
    posts.iter().flat_map(|post| post.first_year..=post.last_year).collect()
}

fn series(view: &View) -> Vec<String> {
    ["money-operating", "money-fund", "money-investment"].iter().map(|key| view.t(key).to_owned()).collect()
}

fn groups(posts: &[&Post]) -> Vec<Group> {
    years(posts)
        .into_iter()
        .map(|year| Group { label: year.to_string(), values: split(posts, year).iter().map(|money| money.0).collect() })
        .collect()
}

fn by_year(view: &View, posts: &[&Post]) -> Table {
    let mut table = Table::new("by-year", view.t("money-by-year")).caption_hidden().column(Column::text(view.t("year")));
    for name in series(view) {
        table = table.column(Column::number(name));
    }
    table.rows(years(posts), |line, year| {
        let mut line = line.cell(year.to_string());
        for money in split(posts, year) {
            line = line.cell(view.kr(money));
        }
    })
}

fn list(view: &View, posts: &[&Post]) -> Table {
    Table::new("posts", view.t("posts-title"))
        .column(Column::text(view.t("post")))
        .column(Column::text(view.t("post-kind-label")))
        .column(Column::text(view.t("post-from")))
        .column(Column::text(view.t("post-to")))
        .column(Column::text(view.t("year")))
        .column(Column::number(view.t("amount")))
        .column(Column::text(view.t("post-decision")))
        .empty(view.t("posts-none"))
        .rows(posts, |line, post| {
            let about = (&post.id).into();
            let part = post.part_of.as_ref();
            line.cell(html! { (view.link(&about)) " " @if let Some(source) = view.source(&about) { (source) } })
                .cell(html! { (view.of("post-kind", post.kind)) @if part.is_some() { ", " (view.t("post-is-part")) } })
                .cell(match part {
                    Some(whole) => view.link(&whole.into()),
                    None => words::party(view, post.from.as_ref()),
                })
                .cell(words::party(view, Some(&post.to)))
                .cell(words::years(post))
                .cell(view.kr(post.amount))
                .cell(words::decision(view, post));
        })
}

/// What each body has in the year shown: its frame and what was moved and added, operating money.
fn balances(view: &View) -> Table {
    let year = view.today.year();
    let all = view.town.money.balances();
    let mine =
        all.into_iter().filter(|((party, of, form), _)| *of == year && *form == Form::Operating && !matches!(party, Party::Outside(_)));
    Table::new("balances", view.say("balances-title", &[("year", year.to_string().as_str().into())]))
        .column(Column::text(view.t("post-to")))
        .column(Column::number(view.t("balance")))
        .empty(view.t("posts-none"))
        .rows(mine, |line, ((party, ..), money)| {
            line.cell(words::party(view, Some(&party))).cell(view.kr(money));
        })
}

//! Page: the money for digitalisation, where each krona comes from and by which decision, and what
//! every body has.

use std::collections::BTreeSet;

use axum::response::Response;
use domain::money::{Form, Party, Post, PostKind};
use domain::{Ore, Subject};
use maud::{Markup, html};

use super::{budget, words};
use crate::look::chart::{Group, Said, columns, figure};
use crate::look::{Button, Choice, Column, KeyFigure, Table, Tone, actions, key_figures};
use crate::web::choices;
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/money", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.money.for_digitalisation());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let posts: Vec<&Post> = view.town.money.for_digitalisation().collect();
    let head = Head::new(Part::Money, view.t("money-title")).lead(view.t("money-lead")).actions(deeds(&view));
    let said = Said { id: "years".into(), title: view.t("money-by-year").into(), description: view.t("money-by-year-help").into() };
    let body = html! {
        (figures(&view, &posts))
        (figure(&said, &columns(&said, &series(&view), &groups(&posts), &|ore| view.short(Ore(ore))), view.t("chart-as-table"), by_year(&view, &posts)))
        (found)
        (budget::balances(&view))
    };
    Ok(view.page(head, body))
}

fn deeds(view: &View) -> Markup {
    let mut buttons = Vec::new();
    if view.can("money.post.enter", &Subject::Municipality) {
        buttons.push(Button::primary(view.t("post-enter")).to("/money/new"));
        buttons.push(Button::secondary(view.t("frames-enter")).to("/money/frames"));
    }
    buttons.push(Button::secondary(view.t("keys-title")).to(view.at("/money/keys")));
    actions(buttons)
}

fn figures(view: &View, posts: &[&Post]) -> Markup {
    let year = view.today.year();
    let new: Ore = view.town.money.new_money().filter(|post| post.kind != PostKind::Frame).map(|post| post.in_year(year)).sum();
    let fund: Ore = posts.iter().filter(|post| post.kind == PostKind::Fund).map(|post| post.in_year(year)).sum();
    let gaps = posts.iter().filter(|post| words::decided(view, post).is_none()).count();
    let keyless = view.town.money.objects_without_key(&view.town.objects, view.today).count();
    let tone = |bad: usize| if bad == 0 { Tone::Good } else { Tone::Bad };
    let of_year = || view.say("money-of-year", &[("year", year.to_string().as_str().into())]);
    key_figures(&[
        KeyFigure::new(view.short(new), view.t("money-new")).note(Tone::Info, of_year()),
        KeyFigure::new(view.short(fund), view.t("money-fund")).note(Tone::Info, of_year()).at(view.at("/fund")),
        KeyFigure::new(gaps.to_string(), view.t("posts-without-decision"))
            .note(tone(gaps), view.say("of-count", &[("count", posts.len().into())]))
            .at(format!("{}#posts", view.asking("decision", "undecided"))),
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

fn years<'a>(posts: impl Iterator<Item = &'a Post>) -> BTreeSet<i16> {
    posts.flat_map(|post| post.first_year..=post.last_year).collect()
}

fn series(view: &View) -> Vec<String> {
    ["money-operating", "money-fund", "money-investment"].iter().map(|key| view.t(key).to_owned()).collect()
}

fn groups(posts: &[&Post]) -> Vec<Group> {
    years(posts.iter().copied())
        .into_iter()
        .map(|year| Group { label: year.to_string(), values: split(posts, year).iter().map(|money| money.0).collect() })
        .collect()
}

fn by_year(view: &View, posts: &[&Post]) -> Table {
    let mut table = Table::new("by-year", view.t("money-by-year")).caption_hidden().column(Column::text(view.t("year")));
    for name in series(view) {
        table = table.column(Column::number(name));
    }
    table.rows(years(posts.iter().copied()), |line, year| {
        let mut line = line.cell(year.to_string());
        for money in split(posts, year) {
            line = line.cell(view.kr(money));
        }
    })
}

/// Every post; what is a part of another is not added to it, so the amounts have no sum.
fn list(view: &View) -> List<'_, &Post> {
    let kinds = choices::of(view, "post-kind", &[PostKind::Allocation, PostKind::Fund, PostKind::Transfer, PostKind::Grant]);
    let basis =
        [("decided", "post-has-decision"), ("undecided", "posts-without-decision")].map(|(name, key)| Choice::new(name, view.t(key)));
    let from = |post: &Post| words::party_name(view, post.from.as_ref());
    let to = |post: &Post| words::party_name(view, Some(&post.to));
    let years = years(view.town.money.for_digitalisation()).into_iter().rev();
    List::new(view, "posts", "posts-title")
        .empty("posts-none")
        .order("year")
        .search("posts-words", move |post: &&Post| format!("{} {} {}", post.purpose, from(post), to(post)))
        .choice("year", "year", years.map(|year| Choice::new(year.to_string(), year.to_string())), |post, asked| {
            asked.parse().is_ok_and(|year| (post.first_year..=post.last_year).contains(&year))
        })
        .choice("kind", "post-kind-label", kinds, |post, asked| sent(post.kind) == asked)
        .choice("decision", "post-decision", basis, |post, asked| (words::decided(view, post).is_some()) == (asked == "decided"))
        .column("post", "post", |post| view.name(&(&post.id).into()))
        .shown(|post| {
            let about = (&post.id).into();
            html! { (view.link(&about)) " " @if let Some(source) = view.source(&about) { (source) } }
        })
        .column("kind", "post-kind-label", |post| view.of("post-kind", post.kind))
        .shown(|post| html! { (view.of("post-kind", post.kind)) @if post.part_of.is_some() { ", " (view.t("post-is-part")) } })
        .column("from", "post-from", move |post| from(post))
        .shown(|post| match &post.part_of {
            Some(whole) => view.link(&whole.into()),
            None => words::party(view, post.from.as_ref()),
        })
        .column("to", "post-to", move |post| to(post))
        .shown(|post| words::party(view, Some(&post.to)))
        .column("year", "year", |post| words::years(post))
        .ranked(|post| i64::from(post.first_year) * 10_000 + i64::from(post.last_year))
        .column("amount", "amount", |post| post.amount)
        .column("decision", "post-decision", |post| words::decided(view, post).map(|decision| view.name(&decision.into())))
        .shown(|post| words::decision(view, post))
}

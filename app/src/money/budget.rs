//! Money by year: what a budget decision gives each, and what each body then has, three years on.

use std::collections::BTreeMap;

use domain::money::{Form, Party, Post, PostKind};
use domain::{DecisionId, Ore, PostId};
use maud::{Markup, html};

use super::words;
use crate::look::{Column, Link, Table};
use crate::web::fields::sent;
use crate::web::view::View;

/// How many years a budget looks ahead, its own included: Mål och budget has a plan for three.
pub const AHEAD: i16 = 3;
/// Operating and investment money, always apart.
const FORMS: [Form; 2] = [Form::Operating, Form::Investment];

/// A sum for each of the years.
type ByYear = [Ore; AHEAD as usize];

fn years(first: i16) -> std::ops::Range<i16> {
    first..first.saturating_add(AHEAD)
}

/// A line of what a decision gives: one body's frames, or one other post.
type Line = (PostKind, String, Option<PostId>);

/// What a decision gives in a year and the two after it: the frames body by body, then post by post what is
/// no part of another.
pub fn given_by(view: &View, decision: &DecisionId, first: i16) -> Markup {
    let whole = |post: &&Post| post.counts() && post.part_of.is_none() && post.decision.as_ref() == Some(decision);
    let mut given: BTreeMap<Form, BTreeMap<Line, Vec<&Post>>> = BTreeMap::new();
    for post in view.town.money.posts.values().filter(whole) {
        let alone = (post.kind != PostKind::Frame).then(|| post.id.clone());
        let line = (post.kind, words::party_name(view, Some(&post.to)), alone);
        given.entry(post.form).or_default().entry(line).or_default().push(post);
    }
    html! { @for (form, lines) in &given { (gives(view, *form, first, lines)) } }
}

fn gives(view: &View, form: Form, first: i16, lines: &BTreeMap<Line, Vec<&Post>>) -> Table {
    let caption = view.say("budget-gives", &[("form", view.of("post-form", form).as_str().into())]);
    let table =
        Table::new(format!("given-{}", sent(form)), caption).column(Column::text(view.t("post-to"))).column(Column::text(view.t("post")));
    let mut table = with_years(table, first).rows(lines, |line, ((kind, to, alone), posts)| {
        let line = line.cell(to).cell(match alone {
            Some(post) => html! { (view.link(&post.into())) ", " (view.of("post-kind", kind)) },
            None => html! { (view.of("post-kind", kind)) },
        });
        years(first).fold(line, |line, year| line.cell(each(view, posts, year)));
    });
    let sum = |year| lines.values().flatten().map(|post| post.in_year(year)).sum();
    let line = table.totals().cell(view.t("sum")).cell("");
    years(first).fold(line, |line, year| line.cell(figure(view, sum(year))));
    table
}

/// What posts give in a year, each amount leading to its post.
fn each(view: &View, posts: &[&Post], year: i16) -> Markup {
    let posts: Vec<&&Post> = posts.iter().filter(|post| post.in_year(year) != Ore::ZERO).collect();
    html! {
        @if posts.is_empty() { (figure(view, Ore::ZERO)) }
        @for post in posts { (Link::new(view.href(&(&post.id).into()), view.kr(post.in_year(year)))) " " }
    }
}

fn with_years(table: Table, first: i16) -> Table {
    years(first).fold(table, |table, year| table.column(Column::number(year.to_string())))
}

/// An amount; a year nothing is entered for is left open, not called nought.
fn figure(view: &View, money: Ore) -> Markup {
    html! { @if money == Ore::ZERO { span .sb-quiet { "–" } } @else { (view.kr(money)) } }
}

/// What each body has in the year shown and the two after it: its frame, what was added and what was moved.
pub fn balances(view: &View) -> Markup {
    let first = view.today.year();
    let mut held: BTreeMap<(Form, Party), ByYear> = BTreeMap::new();
    for ((party, year, form), money) in view.town.money.balances() {
        let place = years(first).position(|one| one == year).filter(|_| !matches!(party, Party::Outside(_)));
        if let Some(place) = place {
            held.entry((form, party)).or_default()[place] += money;
        }
    }
    html! {
        @for form in FORMS {
            @let mine: Vec<_> = held.iter().filter(|((of, _), _)| *of == form).map(|((_, party), money)| (party, money)).collect();
            @if !mine.is_empty() { (balance(view, form, first, &mine)) }
        }
    }
}

fn balance(view: &View, form: Form, first: i16, held: &[(&Party, &ByYear)]) -> Table {
    let caption = view.say("balances-title", &[("form", view.of("post-form", form).as_str().into())]);
    with_years(Table::new(format!("balances-{}", sent(form)), caption).column(Column::text(view.t("post-to"))), first).rows(
        held,
        |line, (party, money)| {
            let line = line.cell(words::party(view, Some(party)));
            money.iter().fold(line, |line, money| line.cell(figure(view, *money)));
        },
    )
}

//! Page: the fund as a whole: the round that matters now, what waits for the reader, and all rounds.

use axum::response::Response;
use domain::fund::{Application, Round, RoundState};
use domain::{Arg, Ore, Subject};
use maud::{Markup, html};

use super::{tasks, words};
use crate::look::chart::{Paint, Part as Slice, Said, figure, stack};
use crate::look::{self, Button, Column, KeyFigure, Table, Tone, task_list};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/fund", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let open = view.town.fund.rounds.values().find(|round| round.is_open(view.today));
    let mut head = Head::new(Part::Fund, view.t("fund-title")).lead(view.t("fund-lead"));
    let writes = view.who.as_ref().is_some_and(|who| view.town.initiatives.written_by(who).next().is_some());
    let applies = open.is_some() && writes;
    let plans = view.can("fund.round.plan", &Subject::Municipality);
    head = head.actions(html! {
        @if applies { (Button::primary(view.t("fund-apply")).to(view.at("/fund/apply"))) }
        @if plans { " " (Button::secondary(view.t("plan-round")).to("/fund/rounds/new")) }
    });
    // The round that matters: the one open now, else the one that opened last.
    let matters = open.or_else(|| view.town.fund.rounds.values().filter(|round| round.opens <= view.today).max_by_key(|round| round.opens));
    let body = html! {
        @if let Some(round) = matters { (glance(&view, round)) }
        @if view.is_staff() {
            h2 { (view.t("fund-waits")) }
            (task_list(&tasks(&view), view.t("fund-nothing-waits")))
            (mine(&view))
        }
        h2 { (view.t("fund-rounds")) }
        (rounds(&view))
    };
    view.page(head, body)
}

/// The round in figures, and where its money goes.
fn glance(view: &View, round: &Round) -> Markup {
    let applications: Vec<&Application> = view.town.fund.standing_in(&round.id).collect();
    let asked: Ore = applications.iter().map(|application| application.case.asked).sum();
    let state = view.town.fund.state_of(round, view.today);
    let dates = [("opens", round.opens.into()), ("closes", round.closes.into())];
    let many = i64::try_from(applications.len()).unwrap_or(i64::MAX);
    html! {
        h2 { (view.link(&(&round.id).into())) " " (words::round_tag(view, round)) }
        (look::key_figures(&[
            KeyFigure::new(view.short(round.money), view.t("fund-money")).note(Tone::Neutral, view.say("round-dates", &dates)),
            KeyFigure::new(many.to_string(), view.t("fund-applications")).at(words::round_path(view, round)),
            KeyFigure::new(view.short(asked), view.t("fund-asked")),
            KeyFigure::new(view.short(view.town.fund.granted_in(&round.id)), view.t("fund-granted")),
        ]))
        @if state == RoundState::Decided { (money(view, round, &applications)) }
    }
}

fn money(view: &View, round: &Round, applications: &[&Application]) -> Markup {
    let granted: Vec<(&str, Ore)> = applications
        .iter()
        .filter_map(|application| Some((application.case.title(), application.verdict.as_ref()?.granted)))
        .filter(|(_, granted)| *granted > Ore::ZERO)
        .collect();
    let left = round.money - granted.iter().map(|(_, granted)| *granted).sum();
    let slice = |label: &str, money: Ore, paint| Slice { label: label.to_owned(), value: money.0, text: view.short(money), paint };
    let mut slices: Vec<Slice> =
        granted.iter().enumerate().map(|(place, (title, money))| slice(title, *money, Paint::of_series(place))).collect();
    slices.push(slice(view.t("fund-left"), left, Paint::Empty));
    let said = Said {
        id: "fund-money".to_owned(),
        title: view.t("fund-money-picture").to_owned(),
        description: view.say("fund-money-description", &[("money", round.money.into()), ("left", left.into())]),
    };
    let table = Table::new("fund-money-table", view.t("fund-money-picture"))
        .caption_hidden()
        .column(Column::text(view.t("fund-application")))
        .column(Column::number(view.t("fund-granted")))
        .rows(granted, |line, (title, money)| {
            line.cell(title).cell(view.kr(money));
        });
    figure(&said, &stack(&said, &slices), view.t("chart-as-table"), table)
}

/// The reader's own applications.
fn mine(view: &View) -> Markup {
    let who = view.who.as_ref();
    let own: Vec<&Application> = view.town.fund.applications.values().filter(|application| Some(&application.applicant) == who).collect();
    html! {
        @if !own.is_empty() {
            h2 { (view.t("fund-mine")) }
            (Table::new("fund-mine", view.t("fund-mine"))
                .caption_hidden()
                .column(Column::text(view.t("fund-application")))
                .column(Column::text(view.t("fund-round")))
                .column(Column::number(view.t("fund-asked")))
                .column(Column::text(view.t("fund-state")))
                .rows(own, |line, application| {
                    line.link(&view.href(&Subject::from(&application.id)), application.case.title())
                        .cell(view.link(&(&application.round).into()))
                        .cell(view.kr(application.case.asked))
                        .cell(words::application_tag(view, application));
                }))
        }
    }
}

fn rounds(view: &View) -> Table {
    let mut rounds: Vec<&Round> = view.town.fund.rounds.values().collect();
    rounds.sort_by_key(|round| std::cmp::Reverse(round.opens));
    Table::new("fund-rounds", view.t("fund-rounds"))
        .caption_hidden()
        .column(Column::text(view.t("fund-round")))
        .column(Column::text(view.t("fund-period")))
        .column(Column::number(view.t("fund-money")))
        .column(Column::number(view.t("fund-applications")))
        .column(Column::number(view.t("fund-granted")))
        .column(Column::text(view.t("fund-state")))
        .empty(view.t("fund-no-rounds"))
        .rows(rounds, |line, round| {
            let dates: [(&'static str, Arg); 2] = [("opens", round.opens.into()), ("closes", round.closes.into())];
            line.link(&words::round_path(view, round), &round.name)
                .cell(view.say("round-dates", &dates))
                .cell(view.kr(round.money))
                .cell(view.town.fund.standing_in(&round.id).count())
                .cell(view.kr(view.town.fund.granted_in(&round.id)))
                .cell(words::round_tag(view, round));
        })
}

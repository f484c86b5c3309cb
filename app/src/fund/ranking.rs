//! Page: the ranking of a closed round: how far the money reaches, who departed from it and why, and
//! what the portfolio board recommends.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::forums::{Forum, ForumKind, RecommendationKind, RecommendationMake};
use domain::fund::{DeviationLift, DeviationMake, Placed, Ranking, Round, visible_ranking};
use domain::{ApplicationId, RecommendationId, Refusals, RoundId, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Bar, Paint, Said, bars, figure};
use crate::look::{self, Button, Choice, Column, Field, Table, actions, fieldset, quote};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/fund/rounds/{round}/ranking", May::Staff, show),
        form("/fund/rounds/{round}/deviation", May::Act("fund.deviation.make"), deviate),
        form("/fund/rounds/{round}/deviation/lift", May::Act("fund.deviation.lift"), lift),
        form("/fund/rounds/{round}/recommendation", May::Act("forums.recommendation.make"), recommend),
    ]
}

async fn show(view: View, Path(id): Path<RoundId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn deviate(Path(id): Path<RoundId>, mut deed: Deed) -> Result<Response, Problem> {
    let application = deed.fields.maybe::<ApplicationId>("application").ok_or(Problem::NotFound)?;
    let placed = deed.fields.choice("placed", Placed::In);
    let act = DeviationMake { application, placed, reason: deed.fields.text("reason") };
    Ok(deed.then(act, &address(&id), "deviated", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

async fn lift(Path(id): Path<RoundId>, mut deed: Deed) -> Result<Response, Problem> {
    let application = deed.fields.maybe::<ApplicationId>("application").ok_or(Problem::NotFound)?;
    let act = DeviationLift { application };
    Ok(deed
        .then(act, &address(&id), "deviation-lifted", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response())
        .await)
}

async fn recommend(Path(id): Path<RoundId>, deed: Deed) -> Result<Response, Problem> {
    let forum = board(&deed.view).map(|board| board.id.clone()).ok_or(Problem::NotFound)?;
    let recommendation = RecommendationId::new(&deed.view.fresh_id("recommendation")).ok_or(Problem::NotFound)?;
    let act = RecommendationMake {
        id: recommendation,
        forum,
        kind: RecommendationKind::Advice,
        text: deed.fields.text("text"),
        concerns: vec![Subject::from(&id)],
        meeting: None,
    };
    Ok(deed.then(act, &address(&id), "recommended", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

fn address(id: &RoundId) -> String {
    format!("/fund/rounds/{id}/ranking")
}

fn board(view: &View) -> Option<&Forum> {
    view.town.forums.forums.values().find(|forum| forum.kind == ForumKind::PortfolioBoard)
}

fn sheet(view: &View, id: &RoundId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let round = view.town.fund.rounds.get(id).ok_or(Problem::NotFound)?;
    let who = view.who.as_ref().ok_or(Problem::Forbidden(None))?;
    let head = Head::new(Part::Fund, view.t("ranking-title"))
        .kicker(round.name.as_str())
        .under("/fund", view.t("fund-title"))
        .under(format!("/fund/rounds/{id}"), round.name.as_str())
        .lead(view.t("ranking-lead"));
    let body = match visible_ranking(&view.town, who, id, view.today) {
        Err(why) => html! { p { (words::hidden(view, why)) } },
        Ok(ranking) => html! {
            (Faults::new(view, refusals))
            (table(view, round, &ranking))
            (unready(view, &ranking))
            (super::best::part(view, round, &ranking))
            (picture(view, &ranking))
            (deviations(view, round))
            @if !ranking.rows.is_empty() && view.can("fund.deviation.make", &Subject::from(id)) && !is_settled(view, round) {
                (deviating(view, round, &ranking, fields, refusals))
            }
            (advice(view, round, &ranking, fields, refusals))
        },
    };
    Ok(view.page(head, body))
}

/// Whether anything in the round is decided: then its ranking stands.
fn is_settled(view: &View, round: &Round) -> bool {
    view.town.fund.standing_in(&round.id).any(|application| application.verdict.is_some())
}

pub(super) fn title(view: &View, id: &ApplicationId) -> String {
    view.town.fund.applications.get(id).map_or_else(|| id.to_string(), |application| application.case.title().to_owned())
}

fn table(view: &View, round: &Round, ranking: &Ranking) -> Markup {
    let mut table =
        Table::new("ranking", view.say("ranking-caption", &[("money", round.money.into()), ("reached", ranking.reached().into())]))
            .column(Column::text(view.t("fund-application")))
            .column(Column::number(view.t("ranking-place")))
            .column(Column::number(view.t("ranking-points")))
            .column(Column::number(view.t("fund-asked")))
            .column(Column::text(view.t("ranking-reach")))
            .column(Column::number(view.t("ranking-left")))
            .empty(view.t("ranking-none"));
    for row in &ranking.rows {
        table
            .row()
            .link(&view.href(&Subject::from(&row.application)), &title(view, &row.application))
            .cell(row.place)
            .cell(words::points(view, row.points))
            .cell(view.kr(row.asked))
            .cell(words::reach_tag(view, row))
            .cell(if row.why.is_within() { view.kr(row.left) } else { String::new() });
    }
    html! { (table) p { (view.t("ranking-rule")) } }
}

fn unready(view: &View, ranking: &Ranking) -> Markup {
    html! {
        @if !ranking.unready.is_empty() {
            h2 { (view.t("ranking-unready")) }
            ul {
                @for (id, lack) in &ranking.unready {
                    li { (look::Link::new(view.at(&format!("/fund/applications/{id}/spread")), title(view, id))) ": " (words::unready(view, *lack)) }
                }
            }
        }
    }
}

fn picture(view: &View, ranking: &Ranking) -> Markup {
    let said = Said {
        id: "points".to_owned(),
        title: view.t("ranking-picture").to_owned(),
        description: view.t("ranking-picture-description").to_owned(),
    };
    let all: Vec<Bar> = ranking
        .rows
        .iter()
        .map(|row| Bar {
            label: title(view, &row.application),
            value: i64::from(row.points.permille()),
            text: words::points(view, row.points),
            target: None,
            paint: if row.why.is_within() { Paint::First } else { Paint::Hatched },
        })
        .collect();
    let list = Table::new("points-table", view.t("ranking-picture"))
        .caption_hidden()
        .column(Column::text(view.t("fund-application")))
        .column(Column::number(view.t("ranking-points")))
        .rows(&ranking.rows, |line, row| {
            line.cell(title(view, &row.application)).cell(words::points(view, row.points));
        });
    html! { @if !all.is_empty() { (figure(&said, &bars(&said, &all), view.t("chart-as-table"), list)) } }
}

fn deviations(view: &View, round: &Round) -> Markup {
    let all: Vec<_> = view.town.fund.standing_in(&round.id).filter_map(|found| Some((found, found.deviation.as_ref()?))).collect();
    let may = view.can("fund.deviation.lift", &Subject::from(&round.id)) && !is_settled(view, round);
    html! {
        @if !all.is_empty() {
            h2 { (view.t("deviations")) }
            @for (found, deviation) in all {
                h3 { (found.case.title()) ": " (view.of("placed", deviation.placed)) }
                (quote(html! { p { (deviation.reason) } }, html! { (view.person(&deviation.by)) ", " (view.date(deviation.date)) }))
                @if may {
                    form method="post" action=(format!("/fund/rounds/{}/deviation/lift", round.id)) {
                        (view.marks())
                        (look::hidden("application", found.id.as_str()))
                        (actions([Button::quiet(view.t("deviation-lift"))]))
                    }
                }
            }
        }
    }
}

fn deviating(view: &View, round: &Round, ranking: &Ranking, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let choices = ranking.rows.iter().map(|row| Choice::new(row.application.as_str(), title(view, &row.application)));
    let places =
        [Placed::In, Placed::Out].map(|placed| Choice::new(if placed == Placed::In { "in" } else { "out" }, view.of("placed", placed)));
    html! {
        form method="post" action=(format!("/fund/rounds/{}/deviation", round.id)) {
            (view.marks())
            (fieldset(view.t("deviate"), Some(view.t("deviate-help")), html! {
                (Field::select("application", view.t("fund-application"), choices).value(fields.raw("application")))
                (Field::radios("placed", view.t("deviate-placed"), places).value(fields.raw("placed")).error(faults.of("placed")))
                (Field::area("reason", view.t("fund-reason")).value(fields.raw("reason")).error(faults.of("reason")))
            }))
            (actions([Button::secondary(view.t("deviate"))]))
        }
    }
}

/// What the board has recommended, or the form by which it does.
fn advice(view: &View, round: &Round, ranking: &Ranking, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let recommends = board(view).is_some_and(|board| view.can("forums.recommendation.make", &Subject::from(&board.id)));
    html! {
        h2 { (view.t("advice-title")) }
        @if let Some(advice) = view.town.forums.advice_on(&round.id) {
            (quote(html! { p { (advice.text) } }, html! { (view.link(&Subject::from(&advice.forum))) ", " (view.date(advice.date)) }))
        } @else {
            p { (view.t("advice-none")) }
            @if recommends && ranking.unready.is_empty() && round.is_closed(view.today) {
                form method="post" action=(format!("/fund/rounds/{}/recommendation", round.id)) {
                    (view.marks())
                    (Field::area("text", view.t("advice-text")).help(view.t("advice-help")).value(fields.raw("text")).error(faults.of("text")))
                    (actions([Button::primary(view.t("advise"))]))
                }
            }
        }
    }
}

//! Page: how far apart the assessors stand on an application, and the form that moderates a wide spread.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::fund::{Application, Outcome, Round, ScoreModerate, Scores, Tally, visible_scores};
use domain::{ApplicationId, CriterionId, Refusals, Subject};
use maud::{Markup, html};

use super::{application, words};
use crate::look::chart::{Said, Strip, dots, figure};
use crate::look::{Button, Choice, Column, Field, Link, Table, actions, fieldset};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/fund/applications/{application}/spread", May::Anyone, show),
        form("/fund/applications/{application}/moderation", May::Act("fund.score.moderate"), moderate),
    ]
}

async fn show(view: View, Path(id): Path<ApplicationId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn moderate(Path(id): Path<ApplicationId>, mut deed: Deed) -> Result<Response, Problem> {
    let (found, round) = application::find(&deed.view, &id)?;
    let back = words::path(found, "/spread");
    let first = round.criteria.first().map(|criterion| criterion.id.clone()).ok_or(Problem::NotFound)?;
    let act = ScoreModerate {
        application: id.clone(),
        criterion: deed.fields.choice::<CriterionId>("criterion", first),
        score: u8::try_from(deed.fields.number("score")).unwrap_or(u8::MAX),
        reason: deed.fields.text("reason"),
    };
    Ok(deed.then(act, &back, "moderated", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &ApplicationId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let (found, round) = application::find(view, id)?;
    let scores = seen(view, found);
    let head = application::head(view, found, round).under(words::path(found, ""), found.case.title()).lead(view.t("spread-lead"));
    let body = match &scores {
        Err(why) => html! { p { (why) } },
        Ok(scores) => html! {
            (picture(view, round, scores))
            (reasons(view, round, scores))
            (moderations(view, round, scores))
            @if found.verdict.is_none() && view.can("fund.score.moderate", &Subject::from(id)) {
                (moderating(view, found, round, scores, fields, refusals))
            }
        },
    };
    Ok(view.page(head, body))
}

/// The scores, or in words why they are not shown. A citizen sees what is decided.
fn seen(view: &View, found: &Application) -> Result<Scores, String> {
    let nobody = domain::PersonId::new("nobody").ok_or_else(String::new)?;
    let who = view.who.as_ref().unwrap_or(&nobody);
    visible_scores(&view.town, who, &found.id, view.today).map_err(|why| words::hidden(view, why))
}

/// Points and picture for the application's own page.
pub fn summary(view: &View, found: &Application, round: &Round) -> Markup {
    html! {
        h2 { (view.t("spread-title")) }
        @match seen(view, found) {
            Err(why) => p { (why) },
            Ok(scores) => {
                p {
                    @match &scores.points {
                        Ok(points) => strong { (view.say("points-of-hundred", &[("points", words::points(view, *points).as_str().into())])) },
                        Err(lack) => (words::unready(view, *lack)),
                    }
                    " " (Link::new(view.at(&words::path(found, "/spread")), view.t("spread-more")))
                }
                (picture(view, round, &scores))
            },
        }
    }
}

fn picture(view: &View, round: &Round, scores: &Scores) -> Markup {
    let said =
        Said { id: "spread".to_owned(), title: view.t("spread-picture").to_owned(), description: view.t("spread-description").to_owned() };
    let strips: Vec<Strip> =
        round.criteria.iter().zip(&scores.tallies).map(|(criterion, tally)| strip(view, &criterion.name, tally)).collect();
    let drawing = dots(&said, 0, 5000, &strips, &|thousandths| (thousandths / 1000).to_string());
    figure(&said, &drawing, view.t("chart-as-table"), table(view, round, scores))
}

fn strip(view: &View, name: &str, tally: &Tally) -> Strip {
    Strip {
        label: name.to_owned(),
        values: tally.given.iter().map(|(_, score)| i64::from(*score) * 1000).collect(),
        middle: tally.counted().map(i64::from),
        text: view.say("spread-of", &[("spread", usize::from(tally.spread()).into())]),
    }
}

fn table(view: &View, round: &Round, scores: &Scores) -> Table {
    Table::new("spread-table", view.t("spread-picture"))
        .caption_hidden()
        .column(Column::text(view.t("criterion")))
        .column(Column::number(view.t("criterion-weight")))
        .column(Column::text(view.t("spread-given")))
        .column(Column::number(view.t("spread-counts")))
        .rows(round.criteria.iter().zip(&scores.tallies), |line, (criterion, tally)| {
            let given: Vec<String> = tally.given.iter().map(|(who, score)| format!("{} {score}", view.person(who))).collect();
            line.cell(&criterion.name)
                .cell(view.texts().percent(i64::from(criterion.weight)))
                .cell(given.join(", "))
                .cell(tally.counted().map_or_else(String::new, |counted| words::score(view, counted)));
        })
}

fn reasons(view: &View, round: &Round, scores: &Scores) -> Markup {
    html! {
        h2 { (view.t("spread-reasons")) }
        @for assessment in &scores.assessments {
            h3 { (view.person(&assessment.by)) ", " (view.date(assessment.date)) }
            @match &assessment.outcome {
                Outcome::Abstained(reason) => p { (view.t("abstained")) ": " (reason) },
                Outcome::Scored(given) => ul {
                    @for score in given {
                        li { strong { (round.criterion(&score.criterion).map_or("", |criterion| &criterion.name)) ": " (score.score) } " – " (score.reason) }
                    }
                },
            }
        }
    }
}

fn moderations(view: &View, round: &Round, scores: &Scores) -> Markup {
    html! {
        @if !scores.moderations.is_empty() {
            h2 { (view.t("moderated")) }
            ul {
                @for moderation in &scores.moderations {
                    li {
                        strong { (round.criterion(&moderation.criterion).map_or("", |criterion| &criterion.name)) ": " (moderation.score) }
                        " – " (moderation.reason) " (" (view.person(&moderation.by)) ", " (view.date(moderation.date)) ")"
                    }
                }
            }
        }
    }
}

fn moderating(view: &View, found: &Application, round: &Round, scores: &Scores, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let wide = round.criteria.iter().zip(&scores.tallies).filter(|(_, tally)| tally.spread() >= round.wide_spread);
    let choices: Vec<Choice> = wide.map(|(criterion, _)| Choice::new(criterion.id.as_str(), &criterion.name)).collect();
    html! {
        @if !choices.is_empty() {
            (faults)
            form method="post" action=(words::path(found, "/moderation")) {
                (view.marks())
                (fieldset(view.t("moderate"), Some(view.t("moderate-help")), html! {
                    (Field::select("criterion", view.t("criterion"), choices).value(fields.raw("criterion")).error(faults.of("criterion")))
                    (Field::number("score", view.t("moderate-score"), view.t("of-five")).value(fields.raw("score")).error(faults.of("score")))
                    (Field::area("reason", view.t("fund-reason")).value(fields.raw("reason")).error(faults.of("reason")))
                }))
                (actions([Button::primary(view.t("moderate"))]))
            }
        }
    }
}

//! Page: a round: its money and where that comes from, what applications are judged by, and who applied.

use axum::extract::Path;
use axum::response::Response;
use domain::fund::{Application, Criterion, Round};
use domain::organisation::{Role, Scope};
use domain::{Refusals, RoundId, Subject};
use maud::{Markup, html};

use super::{assessors, words};
use crate::forums::cite;
use crate::look::{Button, Column, Link, Summary, Table, details};
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/fund/rounds/{round}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<RoundId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

pub fn sheet(view: &View, id: &RoundId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let round = view.town.fund.rounds.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let mut head = Head::new(Part::Fund, round.name.as_str())
        .kicker(view.t("fund-round"))
        .under("/fund", view.t("fund-title"))
        .marks(html! { (words::round_tag(view, round)) " " @if let Some(source) = view.source(&about) { (source) } });
    if view.is_staff() && round.is_closed(view.today) {
        let page = view.at(&format!("/fund/rounds/{id}/ranking"));
        head = head.actions(html! { (Button::primary(view.t("ranking-title")).to(page)) });
    }
    let untouched = view.town.fund.ever_in(id).next().is_none();
    let revisable = untouched && view.can("fund.criteria.revise", &about);
    let body = html! {
        (facts(view, round))
        (assessors::appointing(view, round, fields, refusals))
        h2 { (view.t("fund-applications")) }
        (applications(view, round))
        h2 #criteria { (view.t("criteria-title")) }
        p { (view.t(if untouched { "criteria-open" } else { "criteria-frozen" })) }
        (criteria(view, &round.criteria))
        @if revisable { p { (Link::new(view.at(&format!("/fund/rounds/{id}/criteria")), view.t("criteria-revise"))) } }
    };
    Ok(view.page(head, body))
}

fn facts(view: &View, round: &Round) -> Summary {
    let post = Subject::from(&round.post);
    let decision = view.town.money.posts.get(&round.post).and_then(|post| post.decision.as_ref());
    let scope = Scope::Round(round.id.clone());
    let appointed = view.town.organisation.appointments.values().filter(|held| held.role == Role::Assessor && held.scope == scope);
    let assessors: Vec<&str> = appointed.map(|held| view.person(&held.person)).collect();
    Summary::new()
        .fact(view.t("fund-money"), html! { (view.kr(round.money)) ", " (view.link(&post)) })
        .fact(view.t("round-decision"), html! { @match decision { Some(id) => (cite(view, id)), None => (view.t("missing")) } })
        .fact(view.t("fund-period"), view.say("round-dates", &[("opens", round.opens.into()), ("closes", round.closes.into())]))
        .fact(view.t("fund-granted"), view.kr(view.town.fund.granted_in(&round.id)))
        .fact(view.t("round-assessors"), assessors.join(", "))
        .fact(
            view.t("round-rules"),
            view.say(
                "round-rules-text",
                &[("least", usize::from(round.least_assessors).into()), ("spread", usize::from(round.wide_spread).into())],
            ),
        )
}

fn applications(view: &View, round: &Round) -> Table {
    let mut all: Vec<&Application> = view.town.fund.ever_in(&round.id).collect();
    all.sort_by_key(|application| application.submitted);
    let mut table = Table::new("round-applications", view.t("fund-applications"))
        .caption_hidden()
        .column(Column::text(view.t("fund-application")))
        .column(Column::text(view.t("application-unit")))
        .column(Column::number(view.t("fund-asked")))
        .column(Column::text(view.t("application-assessed")))
        .column(Column::text(view.t("fund-state")))
        .empty(view.t("round-no-applications"));
    for application in &all {
        let title = application.case.title();
        // What is not decided yet is for staff: to others it is a name, not a link that asks them to sign in.
        let row = match application.verdict.is_some() || view.is_staff() {
            true => table.row().link(&view.href(&Subject::from(&application.id)), title),
            false => table.row().cell(title),
        };
        row.cell(view.link(&(&application.case.initiative.card.unit).into()))
            .cell(view.kr(application.case.asked))
            .cell(words::assessed(view, application, round))
            .cell(words::application_tag(view, application));
    }
    let standing = all.iter().filter(|application| application.is_standing());
    table.totals().cell(view.t("sum")).cell("").cell(view.kr(standing.map(|application| application.case.asked).sum()));
    table
}

/// Criteria with weights, and the scale's anchors behind a fold.
pub fn criteria(view: &View, criteria: &[Criterion]) -> Markup {
    html! {
        (Table::new("criteria", view.t("criteria-title"))
            .caption_hidden()
            .column(Column::text(view.t("criterion")))
            .column(Column::text(view.t("criterion-what")))
            .column(Column::text(view.t("criterion-aspect")))
            .column(Column::number(view.t("criterion-weight")))
            .rows(criteria, |line, criterion| {
                line.cell(&criterion.name)
                    .cell(html! { (criterion.what) (details(view.t("criterion-scale"), scale(criterion))) })
                    .cell(view.of("aspect", criterion.aspect))
                    .cell(view.texts().percent(i64::from(criterion.weight)));
            }))
    }
}

fn scale(criterion: &Criterion) -> Markup {
    html! { ol start="0" { @for anchor in &criterion.anchors { li { (anchor) } } } }
}

//! Page: a direction of the strategy, the goals it carries, and a form to link it to one.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::goals::{Direction, DirectionLink, DirectionUnlink, Strength};
use domain::{DirectionId, GoalId, Refusals, Subject};
use maud::{Markup, html};

use super::golden::golden;
use crate::look::{Button, Choice, Column, Field, Summary, Table, actions, hidden};
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/directions/{direction}", May::Anyone, show),
        form("/goals/directions/{direction}/links", May::Act("goals.direction.link"), link),
        form("/goals/directions/{direction}/links/removal", May::Act("goals.direction.unlink"), unlink),
    ]
}

async fn show(view: View, Path(id): Path<DirectionId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::filled([("goal", view.ask("goal").to_owned())]), &Refusals::none())
}

async fn link(Path(direction): Path<DirectionId>, mut deed: Deed) -> Result<Response, Problem> {
    let known = deed.view.town.goals.goals.values().next().map(|goal| goal.id.clone()).ok_or(Problem::NotFound)?;
    let act = DirectionLink {
        direction: direction.clone(),
        goal: deed.fields.choice("goal", known),
        strength: deed.fields.choice("strength", Strength::Clear),
        reason: deed.fields.text("reason"),
    };
    let page = format!("/goals/directions/{direction}");
    Ok(deed
        .then(act, &page, "direction-linked", |view, fields, refusals| sheet(&view, &direction, &fields, &refusals).into_response())
        .await)
}

async fn unlink(Path(direction): Path<DirectionId>, mut deed: Deed) -> Result<Response, Problem> {
    let goal: GoalId = GoalId::new(deed.fields.raw("goal")).ok_or(Problem::Unreadable("problem-form"))?;
    let receipt = deed.act(DirectionUnlink { direction: direction.clone(), goal }).await?;
    Ok(deed.done(receipt, &format!("/goals/directions/{direction}"), "direction-unlinked"))
}

fn sheet(view: &View, id: &DirectionId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let direction = view.town.goals.directions.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let holding = view.town.goals.holding(&direction.document, view.today).map_or(&direction.document, |document| &document.id);
    let head = Head::new(Part::Goals, direction.title.as_str())
        .kicker(view.say("direction-number", &[("number", usize::from(direction.number).into())]))
        .under("/goals", view.t("goals-title"))
        .under("/goals/strategy", view.t("strategy-title"))
        .lead(direction.text.as_str())
        .marks(html! { @if let Some(source) = view.source(&about) { (source) } })
        .actions(html! { @if view.can("goals.direction.reword", &about) {
            (actions([Button::secondary(view.t("reword")).to(format!("/goals/directions/{id}/wording"))]))
        } });
    let behind = view.town.objects.cost_behind(direction, view.today.year());
    let body = html! {
        (Summary::new().fact(view.t("document"), view.link(&holding.into())).fact(view.t("direction-money"), view.kr(behind)))
        (carried(view, direction))
        (golden(view, &about))
        @if view.can("goals.direction.link", &about) { (linking(view, direction, fields, refusals)) }
        (history(view, &[about]))
    };
    Ok(view.page(head, body))
}

fn carried(view: &View, direction: &Direction) -> Table {
    let may = view.can("goals.direction.unlink", &(&direction.id).into());
    Table::new("carried", view.t("direction-carries"))
        .column(Column::text(view.t("goal")))
        .column(Column::text(view.t("link-strength")))
        .column(Column::text(view.t("link-reason")))
        .column(Column::text(view.t("link-remove")).unlabelled())
        .empty(view.t("direction-carries-none"))
        .rows(&direction.links, |line, link| {
            line.cell(view.link(&(&link.goal).into())).cell(view.of("strength", link.strength)).cell(&link.reason).cell(html! {
                @if may {
                    form method="post" action=(format!("/goals/directions/{}/links/removal", direction.id)) {
                        (view.marks()) (hidden("goal", link.goal.as_str())) (Button::quiet(view.t("link-remove")))
                    }
                }
            });
        })
}

fn linking(view: &View, direction: &Direction, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let goals = or_none(view, choices::goals(view));
    let strengths = ["weak", "clear", "strong"].map(|word| Choice::new(word, view.of("strength", word)));
    html! {
        h2 #link { (view.t("direction-link")) }
        (faults)
        form method="post" action=(format!("/goals/directions/{}/links", direction.id)) {
            (view.marks())
            (Field::select("goal", view.t("goal"), goals).value(fields.raw("goal")).error(faults.of("goal")))
            (Field::radios("strength", view.t("link-strength"), strengths).value(fields.raw("strength")).error(faults.of("strength")))
            (Field::area("reason", view.t("link-reason")).help(view.t("link-reason-help")).rows(3).value(fields.raw("reason")).error(faults.of("reason")))
            (actions([Button::primary(view.t("direction-link"))]))
        }
    }
}

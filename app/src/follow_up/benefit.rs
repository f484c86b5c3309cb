//! Page: a benefit — what was promised, what has come of it, and the form by which its owner attests it.

use axum::extract::Path;
use axum::response::Response;
use domain::follow_up::{Due, OutcomeAttest, dues_of};
use domain::initiatives::{Benefit, BenefitClass, FollowUpMonths, Initiative};
use domain::{BenefitId, Refusals, Subject};
use maud::{Markup, Render, html};

use super::overview::standing;
use crate::initiatives::words;
use crate::look::{self, Button, Choice, Column, Field, Summary, Table, Tag};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/follow-up/benefits/{benefit}", May::Anyone, show),
        form("/follow-up/benefits/{benefit}/outcomes", May::Act("follow_up.outcome.attest"), attest),
    ]
}

async fn show(view: View, Path(id): Path<BenefitId>) -> Result<Response, Problem> {
    let initiative =
        view.town.initiatives.of_benefit(&id).filter(|initiative| words::is_visible(&view, initiative)).ok_or(Problem::NotFound)?;
    whole(&view, initiative, &id, &Fields::default(), &Refusals::none())
}

async fn attest(Path(id): Path<BenefitId>, mut deed: Deed) -> Result<Response, Problem> {
    let initiative = deed.view.town.initiatives.of_benefit(&id).cloned().ok_or(Problem::NotFound)?;
    let fields = &mut deed.fields;
    let act = OutcomeAttest {
        benefit: id.clone(),
        months: fields.choice("months", FollowUpMonths::Six),
        date: fields.date("date"),
        value: fields.number("value"),
        money: fields.maybe_money("money"),
        method: fields.text("method"),
        evidence: fields.text("evidence"),
    };
    let page = format!("/follow-up/benefits/{id}");
    let again = |view: View, fields: Fields, refusals: Refusals| {
        whole(&view, &initiative, &id, &fields, &refusals).unwrap_or_else(axum::response::IntoResponse::into_response)
    };
    Ok(deed.then(act, &page, "outcome-attested", again).await)
}

fn whole(view: &View, initiative: &Initiative, id: &BenefitId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let benefit = initiative.case.benefits.get(id).ok_or(Problem::NotFound)?;
    let dues: Vec<Due<'_>> = dues_of(&view.town, initiative).into_iter().filter(|due| due.benefit.id == *id).collect();
    let head = Head::new(Part::FollowUp, benefit.what.as_str())
        .kicker(view.of("benefit-class", benefit.class))
        .under("/follow-up", view.t("follow-title"))
        .marks(html! { @if let Some(source) = view.source(&(&initiative.id).into()) { (source) } });
    let body = html! {
        (summary(view, initiative, benefit))
        (outcomes(view, benefit, &dues))
        (attesting(view, benefit, &dues, fields, refusals))
    };
    Ok(view.page(head, body))
}

fn summary(view: &View, initiative: &Initiative, benefit: &Benefit) -> Summary {
    let number = |value: Option<i64>| {
        value.map_or_else(
            || view.t("benefit-unmeasured").to_owned(),
            |value| format!("{} {}", view.texts().number(value), benefit.measure.unit),
        )
    };
    let worth = if benefit.class == BenefitClass::Red {
        html! { (view.t("benefit-in-words")) }
    } else {
        words::estimate(view, benefit.total())
    };
    let delivered = initiative.delivery.as_ref().and_then(|work| work.delivered);
    Summary::new()
        .fact(view.t("follow-of"), view.link(&(&initiative.id).into()))
        .fact(view.t("benefit-owner"), view.person(&benefit.owner))
        .fact(view.t("benefit-receiver"), view.link(&(&benefit.receiver).into()))
        .fact(view.t("measure-baseline"), number(benefit.measure.baseline))
        .fact(view.t("measure-target"), number(benefit.measure.target))
        .fact(view.t("measure-method"), benefit.measure.method.as_str())
        .fact(view.t("benefit-worth"), worth)
        .fact(view.t("delivery-delivered-on"), delivered.map_or_else(|| view.t("follow-undelivered").to_owned(), |date| view.date(date)))
}

fn outcomes(view: &View, benefit: &Benefit, dues: &[Due<'_>]) -> Markup {
    let reached = |value: i64| benefit.measure.reached(value).map(|share| view.texts().percent(share)).unwrap_or_default();
    let table = Table::new("outcomes", view.t("follow-outcomes"))
        .column(Column::text(view.t("follow-after")))
        .column(Column::text(view.t("follow-due")))
        .column(Column::text(view.t("follow-state")))
        .column(Column::number(view.t("outcome-value")))
        .column(Column::number(view.t("outcome-reached")))
        .column(Column::number(view.t("outcome-money")))
        .column(Column::text(view.t("outcome-evidence")))
        .empty(view.t("follow-not-yet"))
        .rows(dues, |row, due| {
            let outcome = due.outcome;
            row.cell(view.of("follow-months", due.months))
                .cell(view.date(due.date))
                .cell(standing(view, due))
                .cell(outcome.map(|outcome| view.texts().number(outcome.value)).unwrap_or_default())
                .cell(outcome.map(|outcome| reached(outcome.value)).unwrap_or_default())
                .cell(outcome.and_then(|outcome| outcome.money).map(|money| view.kr(money)).unwrap_or_default())
                .cell(html! { @if let Some(outcome) = outcome { (outcome.method) ". " (outcome.evidence) " " span .sb-quiet { (view.person(&outcome.by)) } } });
        });
    table.render()
}

fn attesting(view: &View, benefit: &Benefit, dues: &[Due<'_>], fields: &Fields, refusals: &Refusals) -> Markup {
    let open: Vec<&Due<'_>> = dues.iter().filter(|due| due.outcome.is_none()).collect();
    let Some(first) = open.first() else { return html! {} };
    if !view.can("follow_up.outcome.attest", &Subject::from(&benefit.id)) {
        return look::who_may(
            false,
            view.t("outcome-who"),
            html! { (view.say("outcome-who-is", &[("who", view.person(&benefit.owner).into())])) },
        );
    }
    let faults = Faults::new(view, refusals);
    let shown = |name: &str, held: &str| if fields.is_ticked(name) { fields.raw(name).to_owned() } else { held.to_owned() };
    let months = open.iter().map(|due| {
        Choice::new(
            sent(due.months),
            view.say("outcome-due", &[("months", view.of("follow-months", due.months).as_str().into()), ("date", due.date.into())]),
        )
    });
    html! {
        section .sb-panel #attest {
            h2 { (view.t("outcome-title")) }
            (faults)
            form method="post" action=(format!("/follow-up/benefits/{}/outcomes", benefit.id)) {
                (view.marks())
                (Field::select("months", view.t("follow-after"), months).value(shown("months", &sent(first.months))).error(faults.of("months")))
                (Field::date("date", view.t("outcome-date")).value(shown("date", &view.today.to_string())).error(faults.of("date")))
                (Field::number("value", view.t("outcome-value"), benefit.measure.unit.as_str()).value(shown("value", "")).error(faults.of("value")))
                @if benefit.class != BenefitClass::Red {
                    (Field::number("money", view.t("outcome-money"), "kr").help(view.t("outcome-money-help")).value(shown("money", "")).error(faults.of("money")))
                } @else { p { (Tag::info(view.t("benefit-in-words"))) } }
                (Field::text("method", view.t("outcome-method")).value(shown("method", &benefit.measure.method)).error(faults.of("method")))
                (Field::area("evidence", view.t("outcome-evidence")).help(view.t("outcome-evidence-help")).rows(3).value(shown("evidence", "")).error(faults.of("evidence")))
                (look::actions([Button::primary(view.t("outcome-attest"))]))
            }
        }
    }
}

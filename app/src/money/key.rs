//! Page: an allocation key, what it would mean for a cost, and who has agreed.

use axum::extract::Path;
use axum::response::Response;
use domain::money::{Key, KeyAgree};
use domain::{KeyId, Ore, Subject, UnitId};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Paint, Part as Piece, Said, figure, stack};
use crate::look::{Button, Column, Field, Summary, Table, Tag, actions, filter_bar, hidden};
use crate::web::deed::Deed;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

/// The paints of the payers, in turn.
const PAINTS: [Paint; 5] = [Paint::First, Paint::Second, Paint::Third, Paint::Fourth, Paint::Hatched];

pub fn routes() -> Vec<Route> {
    vec![page("/money/keys/{key}", May::Anyone, show), form("/money/keys/{key}/agreement", May::Act("money.key.agree"), agree)]
}

async fn show(view: View, Path(id): Path<KeyId>) -> Result<Response, Problem> {
    let key = view.town.money.keys.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let head = Head::new(Part::Money, view.name(&about))
        .kicker(view.t("allocation-key"))
        .under("/money", view.t("money-title"))
        .under("/money/keys", view.t("keys-title"))
        .marks(html! { (words::key(&view, key)) " " @if let Some(source) = view.source(&about) { (source) } })
        .actions(html! { @if key.decided.is_none() && key.waits_for().next().is_none() && view.can("money.key.decide", &about) {
            (actions([Button::primary(view.t("key-decide")).to(format!("/money/keys/{id}/decision"))]))
        } });
    let cost = cost(&view, key);
    let body = html! {
        (facts(&view, key))
        (filter_bar(view.t("key-try"), &format!("/money/keys/{id}"), &view.questions_besides(&["cost"]), [Field::number("cost", view.t("key-try-cost"), "kr").value(view.texts().number(cost.0 / 100))], view.t("key-try-button"), None))
        (shares(&view, key, cost))
        (agreements(&view, key))
    };
    Ok(view.page(head, body))
}

async fn agree(Path(id): Path<KeyId>, mut deed: Deed) -> Result<Response, Problem> {
    let unit = UnitId::new(deed.fields.raw("unit")).ok_or(Problem::Unreadable("problem-form"))?;
    let receipt = deed.act(KeyAgree { id: id.clone(), unit }).await?;
    Ok(deed.done(receipt, &format!("/money/keys/{id}"), "key-agreed"))
}

/// The cost to share: what the reader asks for, or what the object plans this year.
fn cost(view: &View, key: &Key) -> Ore {
    let planned = || match view.town.objects.plan_of(&key.object, view.today.year()) {
        Some(plan) => view.town.objects.activities_of(&plan.id).map(|activity| activity.text.cost()).sum(),
        None => Ore::kronor(1_000_000),
    };
    view.ask("cost").parse::<Ore>().ok().filter(|cost| *cost >= Ore::ZERO).unwrap_or_else(planned)
}

fn facts(view: &View, key: &Key) -> Summary {
    let facts = Summary::new()
        .fact(view.t("object"), view.link(&(&key.object).into()))
        .fact(view.t("cost-kind-label"), view.of("cost-kind", key.cost))
        .fact(view.t("key-method"), words::method(view, &key.method))
        .fact(view.t("key-grounds"), &key.grounds);
    match &key.decided {
        None => facts,
        Some(decided) => {
            facts.fact(view.t("post-decision"), view.link(&(&decided.decision).into())).fact(view.t("key-from"), view.date(decided.from))
        }
    }
}

/// What each payer would pay of a cost, to the öre.
fn shares(view: &View, key: &Key, cost: Ore) -> Markup {
    let said = Said {
        id: "shares".into(),
        title: view.say("key-shares", &[("cost", cost.into())]),
        description: view.t("key-shares-help").into(),
    };
    let pieces: Vec<Piece> = key
        .share(cost)
        .into_iter()
        .zip(PAINTS.iter().cycle())
        .map(|((unit, share), paint)| Piece { label: view.name(&unit.into()), value: share.0, text: view.kr(share), paint: *paint })
        .collect();
    let mut table = Table::new("shares-table", said.title.clone())
        .caption_hidden()
        .column(Column::text(view.t("payer")))
        .column(Column::number(view.t("key-weight")))
        .column(Column::number(view.t("key-share")));
    for ((unit, share), payer) in key.share(cost).into_iter().zip(&key.payers) {
        table.row().cell(view.link(&unit.into())).cell(payer.weight).cell(view.kr(share));
    }
    table.totals().cell(view.t("sum")).cell("").cell(view.kr(key.share(cost).into_iter().map(|(_, share)| share).sum()));
    figure(&said, &stack(&said, &pieces), view.t("chart-as-table"), table)
}

fn agreements(view: &View, key: &Key) -> Table {
    let may = key.decided.is_none() && view.can("money.key.agree", &(&key.id).into());
    Table::new("agreements", view.t("key-agreements"))
        .column(Column::text(view.t("payer")))
        .column(Column::text(view.t("status")))
        .column(Column::text(view.t("key-agree")).unlabelled())
        .rows(&key.payers, |line, payer| {
            let agreed = key.agreed.contains(&payer.unit);
            line.cell(view.link(&(&payer.unit).into()))
                .cell(if agreed { Tag::good(view.t("key-has-agreed")) } else { Tag::neutral(view.t("key-not-yet")) })
                .cell(html! {
                    @if may && !agreed {
                        form method="post" action=(format!("/money/keys/{}/agreement", key.id)) {
                            (view.marks()) (hidden("unit", payer.unit.as_str())) (actions([Button::secondary(view.t("key-agree"))]))
                        }
                    }
                });
        })
}

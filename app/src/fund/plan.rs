//! Page: plan a round: its money, dates and rules; criteria are taken over from an earlier round and may
//! be changed until somebody applies.

use axum::response::{IntoResponse, Response};
use domain::fund::{Round, RoundPlan};
use domain::money::PostKind;
use domain::{PostId, Refusals, RoundId, Subject};
use maud::{Markup, html};

use crate::look::{Button, Choice, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/fund/rounds/new", May::Act("fund.round.plan"), show), form("/fund/rounds/new", May::Act("fund.round.plan"), plan)]
}

async fn show(view: View) -> Result<Response, Problem> {
    sheet(&view, &Fields::default(), &Refusals::none())
}

async fn plan(mut deed: Deed) -> Result<Response, Problem> {
    let id = RoundId::new(&deed.view.fresh_id("round")).ok_or(Problem::NotFound)?;
    let template = deed.fields.maybe::<RoundId>("template").and_then(|id| deed.view.town.fund.rounds.get(&id));
    let criteria = template.map(|round| round.criteria.clone()).unwrap_or_default();
    let nowhere = PostId::new("none").ok_or(Problem::NotFound)?;
    let page = format!("/fund/rounds/{id}");
    let fields = &mut deed.fields;
    let act = RoundPlan {
        id,
        name: fields.text("name"),
        money: fields.money("money"),
        opens: fields.date("opens"),
        closes: fields.date("closes"),
        criteria,
        least_assessors: u8::try_from(fields.number("least_assessors")).unwrap_or(0),
        wide_spread: u8::try_from(fields.number("wide_spread")).unwrap_or(0),
        post: fields.choice("post", nowhere),
    };
    Ok(deed.then(act, &page, "round-planned", |view, fields, refusals| sheet(&view, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    view.may("fund.round.plan", &Subject::Municipality).map_err(|refusal| Problem::Forbidden(Some(refusal.into())))?;
    let head = Head::new(Part::Fund, view.t("plan-round")).under("/fund", view.t("fund-title")).lead(view.t("plan-round-lead"));
    Ok(view.page(head, planning(view, fields, refusals)))
}

fn planning(view: &View, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let posts = view.town.money.posts.values().filter(|post| post.kind == PostKind::Fund && post.counts());
    let posts =
        std::iter::once(Choice::new("", ""))
            .chain(posts.map(|post| {
                Choice::new(post.id.as_str(), format!("{}, {}", view.name(&Subject::from(&post.id)), view.short(post.amount)))
            }));
    let mut rounds: Vec<&Round> = view.town.fund.rounds.values().collect();
    rounds.sort_by_key(|round| std::cmp::Reverse(round.opens));
    let templates = rounds.into_iter().map(|round| Choice::new(round.id.as_str(), &round.name));
    html! {
        (faults)
        form method="post" action="/fund/rounds/new" {
            (view.marks())
            (Field::text("name", view.t("plan-name")).value(fields.raw("name")).error(faults.of("name")))
            (Field::select("post", view.t("plan-post"), posts).help(view.t("plan-post-help")).value(fields.raw("post")).error(faults.of("post")))
            (Field::number("money", view.t("fund-money"), "kr").value(fields.raw("money")).error(faults.of("money")))
            (Field::date("opens", view.t("plan-opens")).value(fields.raw("opens")).error(faults.of("opens")))
            (Field::date("closes", view.t("plan-closes")).value(fields.raw("closes")).error(faults.of("closes")))
            (Field::number("least_assessors", view.t("plan-least"), view.t("plan-people")).value(or(fields.raw("least_assessors"), "2")).error(faults.of("least_assessors")))
            (Field::number("wide_spread", view.t("plan-spread"), view.t("of-five")).value(or(fields.raw("wide_spread"), "3")).error(faults.of("wide_spread")))
            (Field::select("template", view.t("plan-template"), templates).help(view.t("plan-template-help"))
                .value(fields.raw("template")).error(faults.of("criteria")))
            (actions([Button::primary(view.t("plan-round"))]))
        }
    }
}

fn or<'a>(sent: &'a str, usual: &'a str) -> &'a str {
    if sent.is_empty() { usual } else { sent }
}

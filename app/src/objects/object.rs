//! Page: an object with its owners, seats, systems, plans and the keys that share its costs.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::Object;
use domain::{ObjectId, Subject, UnitId};
use maud::{Markup, html};

use super::{carrying, parts, words};
use crate::look::{Button, Column, Summary, Table, Tag, actions};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/{object}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<ObjectId>) -> Result<Response, Problem> {
    let object = view.town.objects.objects.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let head = Head::new(Part::Objects, object.name())
        .kicker(view.t("object"))
        .under("/objects", view.t("objects-title"))
        .lead(object.description.purpose.as_str())
        .marks(html! { @if object.description.it_only { (Tag::info(view.t("object-it-only"))) " " } @if let Some(source) = view.source(&about) { (source) } });
    let begin = carrying::next_year(&view, &id).filter(|_| view.can("objects.plan.carry_over", &about)).map(|year| {
        let label = view.say("plan-begin-year", &[("year", year.to_string().as_str().into())]);
        Button::primary(label).to(format!("/objects/{id}/plans/new?year={year}"))
    });
    let describe = view
        .can("objects.object.describe", &about)
        .then(|| Button::secondary(view.t("object-describe")).to(format!("/objects/{id}/description")));
    let keeps = view.can("objects.system.enter", &about);
    let part = |label: &str, path: &str| Button::secondary(view.t(label)).to(format!("/objects/{id}/{path}"));
    let head = head.actions(actions(begin.into_iter().chain(describe)));
    let body = html! {
        (facts(&view, object))
        (seats(&view, object))
        (plans(&view, object))
        (parts::systems(&view, object))
        (parts::components(&view, object))
        @if keeps {
            (actions([
                part("system-new", &format!("systems/{}", view.fresh_id("system"))),
                part("component-new", &format!("components/{}", view.fresh_id("del"))),
            ]))
        }
        (keys(&view, object))
    };
    Ok(view.page(head, body))
}

fn units(view: &View, units: &[UnitId]) -> Markup {
    html! {
        @if units.is_empty() { (view.t("none")) }
        @for (place, unit) in units.iter().enumerate() { @if place > 0 { ", " } (view.link(&unit.into())) }
    }
}

fn facts(view: &View, object: &Object) -> Summary {
    let description = &object.description;
    Summary::new()
        .fact(view.t("object-owner"), view.link(&(&description.owner).into()))
        .fact(view.t("object-co-owners"), units(view, &description.co_owners))
        .fact(view.t("object-supports"), units(view, &description.supports))
}

fn seats(view: &View, object: &Object) -> Table {
    Table::new("seats", view.t("seats-title"))
        .column(Column::text(view.t("seat-role")))
        .column(Column::text(view.t("seat-side")))
        .column(Column::text(view.t("seat-holder")))
        .column(Column::number(view.t("seat-share")))
        .rows(view.town.objects.seats_of(object, &view.town.organisation, view.today), |line, seat| {
            let shares: Vec<String> = seat.holders.iter().map(|held| view.texts().percent(i64::from(held.share))).collect();
            line.cell(view.of("role", seat.role)).cell(view.of("side", seat.side)).cell(words::seat(view, &seat)).cell(shares.join(", "));
        })
}

fn plans(view: &View, object: &Object) -> Table {
    let mut plans: Vec<_> = view.town.objects.plans.values().filter(|plan| plan.object == object.id).collect();
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.year));
    Table::new("plans", view.t("object-plans"))
        .column(Column::text(view.t("object-plan")))
        .column(Column::text(view.t("status")))
        .column(Column::number(view.t("activities")))
        .column(Column::number(view.t("cost")))
        .empty(view.t("object-plans-none"))
        .rows(plans, |line, plan| {
            let activities = || view.town.objects.activities_of(&plan.id);
            line.cell(view.link(&(&plan.id).into()))
                .cell(words::plan(view, plan))
                .cell(activities().count())
                .cell(view.kr(activities().map(|activity| activity.text.cost()).sum()));
        })
}

fn keys(view: &View, object: &Object) -> Markup {
    let shared = !object.description.co_owners.is_empty();
    html! {
        @if shared {
            (Table::new("keys", view.t("object-keys"))
                .column(Column::text(view.t("allocation-key")))
                .column(Column::text(view.t("key-method")))
                .column(Column::text(view.t("status")))
                .empty(view.t("object-keys-none"))
                .rows(view.town.money.keys_of(&object.id), |line, key| {
                    line.cell(view.link(&(&key.id).into())).cell(crate::money::words::method(view, &key.method)).cell(crate::money::words::key(view, key));
                }))
        }
    }
}

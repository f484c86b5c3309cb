//! Page: the form of a component of an object's product.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{Component, ComponentEnter, ComponentRemove};
use domain::organisation::Side;
use domain::{ComponentId, ObjectId, Refusals, Subject};
use maud::html;

use super::words;
use crate::look::{Button, Choice, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/{object}/components/{component}", May::Act("objects.component.enter"), show),
        form("/objects/{object}/components/{component}", May::Act("objects.component.enter"), enter),
        form("/objects/{object}/components/{component}/removal", May::Act("objects.component.remove"), remove),
    ]
}

async fn show(view: View, Path((object, id)): Path<(ObjectId, ComponentId)>) -> Result<Response, Problem> {
    view.demand("objects.component.enter", &(&object).into())?;
    let known = view.town.objects.objects.get(&object).and_then(|object| object.components.iter().find(|component| component.id == id));
    let held =
        |known: &Component| Fields::filled([("name", known.name.clone()), ("side", words::sent(known.side)), ("text", known.text.clone())]);
    sheet(&view, &object, &id, &known.map(held).unwrap_or_default(), &Refusals::none())
}

async fn enter(Path((object, id)): Path<(ObjectId, ComponentId)>, mut deed: Deed) -> Result<Response, Problem> {
    let component = Component {
        id: id.clone(),
        name: deed.fields.text("name"),
        side: deed.fields.choice("side", Side::Business),
        text: deed.fields.text("text"),
    };
    let act = ComponentEnter { object: object.clone(), component };
    then(deed, &object, &id, act.into(), "component-entered").await
}

async fn remove(Path((object, id)): Path<(ObjectId, ComponentId)>, deed: Deed) -> Result<Response, Problem> {
    let act = ComponentRemove { object: object.clone(), component: id.clone() };
    then(deed, &object, &id, act.into(), "component-removed").await
}

async fn then(deed: Deed, object: &ObjectId, id: &ComponentId, act: domain::Act, key: &str) -> Result<Response, Problem> {
    let page = format!("/objects/{object}");
    Ok(deed.then(act, &page, key, |view, fields, refusals| sheet(&view, object, id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &ObjectId, component: &ComponentId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let object = view.town.objects.objects.get(id).ok_or(Problem::NotFound)?;
    let known = object.components.iter().any(|known| known.id == *component);
    let faults = Faults::new(view, refusals);
    let about = Subject::from(id);
    let head = Head::new(Part::Objects, view.t(if known { "component" } else { "component-new" }))
        .kicker(object.name())
        .under("/objects", view.t("objects-title"))
        .under(view.href(&about), object.name())
        .lead(view.t("component-lead"));
    let sides = ["business", "it"].map(|side| Choice::new(side, view.of("side", side)));
    let body = html! {
        (faults)
        form method="post" action=(format!("/objects/{id}/components/{component}")) {
            (view.marks())
            (Field::text("name", view.t("component-name")).value(fields.raw("name")).error(faults.of("name")))
            (Field::radios("side", view.t("seat-side"), sides).value(fields.raw("side")).error(faults.of("side")))
            (Field::area("text", view.t("component-text")).rows(3).optional(view.t("form-optional")).value(fields.raw("text")).error(faults.of("text")))
            (actions([Button::primary(view.t("save")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
        @if known {
            h2 { (view.t("component-remove")) }
            p { (view.t("part-remove-help")) }
            form method="post" action=(format!("/objects/{id}/components/{component}/removal")) {
                (view.marks())
                (actions([Button::danger(view.t("component-remove"))]))
            }
        }
    };
    Ok(view.page(head, body))
}

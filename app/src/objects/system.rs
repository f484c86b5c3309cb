//! Page: the form of a system: what it is called, who supplies it, and how it is classed (K, R and T, 0–4).

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::objects::{Classes, System, SystemEnter, SystemRemove};
use domain::{ObjectId, Refusals, Subject, SystemId};
use maud::html;

use crate::look::{Button, Choice, Field, actions, fieldset};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/{object}/systems/{system}", May::Act("objects.system.enter"), show),
        form("/objects/{object}/systems/{system}", May::Act("objects.system.enter"), enter),
        form("/objects/{object}/systems/{system}/removal", May::Act("objects.system.remove"), remove),
    ]
}

/// The three classes, as the act names them.
const CLASSES: [&str; 3] = ["confidentiality", "integrity", "availability"];

async fn show(view: View, Path((object, id)): Path<(ObjectId, SystemId)>) -> Result<Response, Problem> {
    view.demand("objects.system.enter", &(&object).into())?;
    let known = view.town.objects.objects.get(&object).and_then(|object| object.systems.iter().find(|system| system.id == id));
    sheet(&view, &object, &id, &known.map(filled).unwrap_or_default(), &Refusals::none())
}

fn filled(system: &System) -> Fields {
    let grade = |of: fn(Classes) -> u8| system.classes.map(|classes| of(classes).to_string()).unwrap_or_default();
    Fields::filled([
        ("name", system.name.clone()),
        ("supplier", system.supplier.clone()),
        (CLASSES[0], grade(|classes| classes.confidentiality)),
        (CLASSES[1], grade(|classes| classes.integrity)),
        (CLASSES[2], grade(|classes| classes.availability)),
    ])
}

async fn enter(Path((object, id)): Path<(ObjectId, SystemId)>, mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let is_classed = CLASSES.iter().any(|name| !fields.raw(name).is_empty());
    let mut grade = |name| fields.maybe_number(name).map_or(u8::MAX, |grade| u8::try_from(grade).unwrap_or(u8::MAX));
    let classes =
        is_classed.then(|| Classes { confidentiality: grade(CLASSES[0]), integrity: grade(CLASSES[1]), availability: grade(CLASSES[2]) });
    let act = SystemEnter { object: object.clone(), id: id.clone(), name: fields.text("name"), supplier: fields.text("supplier"), classes };
    then(deed, &object, &id, act.into(), "system-entered").await
}

async fn remove(Path((object, id)): Path<(ObjectId, SystemId)>, deed: Deed) -> Result<Response, Problem> {
    let act = SystemRemove { object: object.clone(), system: id.clone() };
    then(deed, &object, &id, act.into(), "system-removed").await
}

async fn then(deed: Deed, object: &ObjectId, id: &SystemId, act: domain::Act, key: &str) -> Result<Response, Problem> {
    let page = format!("/objects/{object}");
    Ok(deed.then(act, &page, key, |view, fields, refusals| sheet(&view, object, id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &ObjectId, system: &SystemId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let object = view.town.objects.objects.get(id).ok_or(Problem::NotFound)?;
    let known = object.systems.iter().any(|known| known.id == *system);
    let faults = Faults::new(view, refusals);
    let about = Subject::from(id);
    let head = Head::new(Part::Objects, view.t(if known { "system" } else { "system-new" }))
        .kicker(object.name())
        .under("/objects", view.t("objects-title"))
        .under(view.href(&about), object.name());
    let grades = CLASSES.map(|name| {
        let choices = std::iter::once(Choice::new("", view.t("system-unclassed")));
        let choices = choices.chain((0..=4).map(|grade| Choice::new(grade.to_string(), view.of("grade", grade))));
        Field::select(name, view.of("class", name), choices).value(fields.raw(name))
    });
    let body = html! {
        (faults)
        form method="post" action=(format!("/objects/{id}/systems/{system}")) {
            (view.marks())
            (Field::text("name", view.t("system-name")).value(fields.raw("name")).error(faults.of("name")))
            (Field::text("supplier", view.t("system-supplier")).help(view.t("system-supplier-help")).optional(view.t("form-optional")).value(fields.raw("supplier")).error(faults.of("supplier")))
            (fieldset(view.t("system-classes"), Some(view.t("system-classes-help")), html! { @for grade in grades { (grade) } }))
            (actions([Button::primary(view.t("save")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
        @if known {
            h2 { (view.t("system-remove")) }
            p { (view.t("part-remove-help")) }
            form method="post" action=(format!("/objects/{id}/systems/{system}/removal")) {
                (view.marks())
                (actions([Button::danger(view.t("system-remove"))]))
            }
        }
    };
    Ok(view.page(head, body))
}

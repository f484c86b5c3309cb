//! Pages: establish an object, and describe one anew: its owner and co-owners, whom it supports, and whether it
//! has an IT side only.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::{ObjectDescribe, ObjectDescription, ObjectEstablish};
use domain::{ObjectId, Refusals, Subject, UnitId};
use maud::{Markup, html};

use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/objects/new", May::Act("objects.object.establish"), new),
        form("/objects/new", May::Act("objects.object.establish"), establish),
        page("/objects/{object}/description", May::Act("objects.object.describe"), show),
        form("/objects/{object}/description", May::Act("objects.object.describe"), describe),
    ]
}

async fn new(view: View) -> Result<Response, Problem> {
    view.demand("objects.object.establish", &Subject::Municipality)?;
    Ok(establishing(&view, &Fields::default(), &Refusals::none()))
}

async fn establish(mut deed: Deed) -> Result<Response, Problem> {
    let id = deed.id_after("object", &deed.fields.text("name"), ObjectId::new)?;
    let act = ObjectEstablish { id: id.clone(), description: read(&mut deed.fields)? };
    let page = format!("/objects/{id}");
    Ok(deed.then(act, &page, "object-established", |view, fields, refusals| establishing(&view, &fields, &refusals)).await)
}

async fn show(view: View, Path(id): Path<ObjectId>) -> Result<Response, Problem> {
    let object = view.town.objects.objects.get(&id).ok_or(Problem::NotFound)?;
    view.demand("objects.object.describe", &(&id).into())?;
    Ok(describing(&view, &id, &held(&object.description), &Refusals::none()))
}

async fn describe(Path(id): Path<ObjectId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.objects.objects.get(&id).ok_or(Problem::NotFound)?;
    let act = ObjectDescribe { id: id.clone(), description: read(&mut deed.fields)? };
    let page = format!("/objects/{id}");
    Ok(deed.then(act, &page, "object-described", |view, fields, refusals| describing(&view, &id, &fields, &refusals)).await)
}

fn read(fields: &mut Fields) -> Result<ObjectDescription, Problem> {
    let nobody = UnitId::new("nobody").ok_or(Problem::NotFound)?;
    Ok(ObjectDescription {
        name: fields.text("name"),
        purpose: fields.text("purpose"),
        owner: fields.choice("owner", nobody),
        co_owners: fields.choices("co_owners"),
        supports: fields.choices("supports"),
        it_only: fields.is_ticked("it_only"),
    })
}

/// The description as its form shows it.
fn held(description: &ObjectDescription) -> Fields {
    let words = |units: &[UnitId]| units.iter().map(ToString::to_string).collect::<Vec<_>>();
    Fields::filled([
        ("name", description.name.clone()),
        ("purpose", description.purpose.clone()),
        ("owner", description.owner.to_string()),
        ("it_only", if description.it_only { "yes".to_owned() } else { String::new() }),
    ])
    .with_all("co_owners", words(&description.co_owners))
    .with_all("supports", words(&description.supports))
}

fn establishing(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Objects, view.t("object-establish"))
        .under("/objects", view.t("objects-title"))
        .lead(view.t("object-establish-lead"));
    let blank = Blank::new(view, fields, refusals);
    view.page(head, blank.form("/objects/new", inputs(view, &blank), "object-establish", "/objects"))
}

fn describing(view: &View, id: &ObjectId, fields: &Fields, refusals: &Refusals) -> Response {
    let page = format!("/objects/{id}");
    let name = view.name(&id.into());
    let head = Head::new(Part::Objects, view.t("object-describe"))
        .kicker(name.as_str())
        .under("/objects", view.t("objects-title"))
        .under(page.as_str(), name.as_str());
    let blank = Blank::new(view, fields, refusals);
    view.page(head, blank.form(&format!("{page}/description"), inputs(view, &blank), "form-save", &page))
}

fn inputs(view: &View, blank: &Blank<'_>) -> Markup {
    html! {
        (blank.text("name", "object"))
        (blank.area("purpose", "object-purpose").optional(blank.optional()))
        (blank.select("owner", "object-owner", or_none(view, choices::bodies(view))))
        (blank.checks("co_owners", "object-co-owners", choices::bodies(view)).optional(blank.optional()))
        (blank.checks("supports", "object-supports", choices::units(view)).optional(blank.optional()))
        (blank.check("it_only", "object-it-only-label").help(view.t("object-it-only-help")))
    }
}

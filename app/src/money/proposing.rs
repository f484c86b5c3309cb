//! Page: propose an allocation key for an object that several committees pay for.

use axum::response::Response;
use domain::money::{CostKind, KeyPropose, Method, Weight};
use domain::objects::Object;
use domain::{KeyId, ObjectId, Refusal, Refusals, UnitId};
use maud::{Markup, html};

use crate::look::{Choice, Field, filter_bar, hidden};
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

const COSTS: [CostKind; 4] = [CostKind::Maintenance, CostKind::Improvement, CostKind::Development, CostKind::Licence];
/// The methods as a form sends them; the last has a cap of its own.
const METHODS: [&str; 7] = ["equal", "fixed", "headcount", "usage", "benefit", "owner_pays", STEPWISE];
const STEPWISE: &str = "stepwise";

pub fn routes() -> Vec<Route> {
    vec![page("/money/keys/new", May::Act("money.key.propose"), show), form("/money/keys/new", May::Act("money.key.propose"), propose)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let object = ObjectId::new(view.ask("object")).and_then(|id| view.town.objects.objects.get(&id));
    if let Some(object) = object {
        view.demand("money.key.propose", &(&object.id).into())?;
    }
    Ok(sheet(&view, object, &Fields::default(), &Refusals::none()))
}

async fn propose(mut deed: Deed) -> Result<Response, Problem> {
    let object = deed.fields.choice("object", ObjectId::new("nothing").ok_or(Problem::NotFound)?);
    let payers: Vec<UnitId> = deed.view.town.objects.objects.get(&object).ok_or(Problem::NotFound)?.payers().cloned().collect();
    let id = deed.id_after("key", &format!("nyckel-{object}"), KeyId::new)?;
    let act = KeyPropose {
        id: id.clone(),
        object: object.clone(),
        cost: deed.fields.choice("cost", CostKind::Maintenance),
        method: method(&mut deed.fields),
        payers: payers.into_iter().map(|unit| weight(&mut deed.fields, unit)).collect(),
        grounds: deed.fields.text("grounds"),
    };
    let page = format!("/money/keys/{id}");
    let again = |view: View, fields: Fields, refusals: Refusals| sheet(&view, view.town.objects.objects.get(&object), &fields, &refusals);
    Ok(deed.then(act, &page, "key-proposed", again).await)
}

fn method(fields: &mut Fields) -> Method {
    match fields.raw("method") {
        STEPWISE => Method::Stepwise { cap: fields.money("cap") },
        _ => fields.choice("method", Method::Equal),
    }
}

/// What a payer weighs; nothing written is nought, which the method may or may not let through.
fn weight(fields: &mut Fields, unit: UnitId) -> Weight {
    let written: String = fields.raw(&field_of(&unit)).chars().filter(|sign| !sign.is_whitespace()).collect();
    let weight = if written.is_empty() { Some(0) } else { written.parse().ok() };
    if weight.is_none() {
        fields.lacks(Refusal::new("weight-wrong").at("payers").with("written", written.as_str()));
    }
    Weight { unit, weight: weight.unwrap_or_default() }
}

fn field_of(unit: &UnitId) -> String {
    format!("weight-{unit}")
}

fn sheet(view: &View, object: Option<&Object>, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Money, view.t("key-propose"))
        .under("/money", view.t("money-title"))
        .under("/money/keys", view.t("keys-title"))
        .lead(view.t("key-propose-lead"));
    view.page(head, html! { (asked(view, object)) @if let Some(object) = object { (blank(view, object, fields, refusals)) } })
}

/// For which object: asked first, since its owner and co-owners are the payers.
fn asked(view: &View, object: Option<&Object>) -> Markup {
    let shared = view.town.objects.objects.values().filter(|object| !object.description.co_owners.is_empty());
    let may = shared.filter(|object| view.can("money.key.propose", &(&object.id).into()));
    let choices = or_none(view, may.map(|object| Choice::new(object.id.as_str(), object.name())));
    let field = Field::select("object", view.t("object"), choices).value(object.map_or("", |object| object.id.as_str()));
    filter_bar(view.t("key-propose-for"), "/money/keys/new", &[], [field], view.t("list-show"), None)
}

fn blank(view: &View, object: &Object, fields: &Fields, refusals: &Refusals) -> Markup {
    let blank = Blank::new(view, fields, refusals);
    let methods = METHODS.map(|method| {
        let words = if method == STEPWISE { view.t("key-method-stepwise-plain").to_owned() } else { view.of("key-method", method) };
        Choice::new(method, words).help(view.of("key-method-help", method))
    });
    let inputs = html! {
        (hidden("object", object.id.as_str()))
        (blank.radios("cost", "cost-kind-label", choices::of(view, "cost-kind", &COSTS)))
        (blank.radios("method", "key-method", methods))
        (blank.number("cap", "key-cap", "kr").help(view.t("key-cap-help")).optional(blank.optional()))
        h2 { (view.t("key-weights")) }
        p { (view.t("key-weights-help")) }
        @for unit in object.payers() {
            @let name = field_of(unit);
            (Field::text(name.clone(), view.name(&unit.into())).short().value(fields.raw(&name)))
        }
        (blank.area("grounds", "key-grounds").help(view.t("key-grounds-help")))
    };
    blank.form("/money/keys/new", inputs, "key-propose", "/money/keys")
}

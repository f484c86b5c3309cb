//! Page: enter the decision on an allocation key that every payer has agreed to.

use axum::extract::Path;
use axum::response::Response;
use domain::money::KeyDecide;
use domain::{DecisionId, KeyId, Refusals};
use maud::html;

use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/money/keys/{key}/decision", May::Act("money.key.decide"), show),
        form("/money/keys/{key}/decision", May::Act("money.key.decide"), decide),
    ]
}

async fn show(view: View, Path(id): Path<KeyId>) -> Result<Response, Problem> {
    view.town.money.keys.get(&id).ok_or(Problem::NotFound)?;
    view.demand("money.key.decide", &(&id).into())?;
    Ok(sheet(&view, &id, &Fields::filled([("from", view.today.to_string())]), &Refusals::none()))
}

async fn decide(Path(id): Path<KeyId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.money.keys.get(&id).ok_or(Problem::NotFound)?;
    let nothing = DecisionId::new("nothing").ok_or(Problem::NotFound)?;
    let act = KeyDecide { id: id.clone(), decision: deed.fields.choice("decision", nothing), from: deed.fields.date("from") };
    let page = format!("/money/keys/{id}");
    Ok(deed.then(act, &page, "key-decided", |view, fields, refusals| sheet(&view, &id, &fields, &refusals)).await)
}

fn sheet(view: &View, id: &KeyId, fields: &Fields, refusals: &Refusals) -> Response {
    let page = format!("/money/keys/{id}");
    let name = view.name(&id.into());
    let head = Head::new(Part::Money, view.t("key-decide"))
        .kicker(name.as_str())
        .under("/money", view.t("money-title"))
        .under("/money/keys", view.t("keys-title"))
        .under(page.as_str(), name.as_str())
        .lead(view.t("key-decide-lead"));
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.select("decision", "post-decision", or_none(view, choices::decisions(view))))
        (blank.date("from", "key-from"))
    };
    view.page(head, blank.form(&format!("{page}/decision"), inputs, "key-decide", &page))
}

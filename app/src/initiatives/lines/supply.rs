//! Page: who supplies the solution, and how one leaves them.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Initiative, Part, Supply};
use domain::{InitiativeId, Refusals};
use maud::html;

use super::{Sheet, put};
use crate::initiatives::sheet;
use crate::look::Field;
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/case/supply", May::Staff, show),
        form("/initiatives/{initiative}/case/supply", May::Act("initiatives.case.put"), save),
    ]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn save(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let supply = Supply {
        supplier: fields.text("supplier"),
        behind: fields.text("behind"),
        until: fields.maybe_date("until"),
        continuity: fields.text("continuity"),
        exit: fields.text("exit"),
    };
    put(deed, &id, Part::Supply(supply), "supply", write).await
}

fn write(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let held = initiative.case.supply.as_ref();
    let action = format!("/initiatives/{}/case/supply", initiative.id);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, refusals),
        title: "supply-title",
        action,
        section: "supply",
        known: false,
    };
    let text = |pick: fn(&Supply) -> &String| held.map(pick).cloned().unwrap_or_default();
    let optional = view.t("form-optional");
    sheet.page(html! {
        p { (view.t("supply-lead")) }
        (sheet.field("supplier", Field::text("supplier", view.t("supply-supplier")).help(view.t("supply-supplier-help")), text(|held| &held.supplier)))
        (sheet.field("behind", Field::text("behind", view.t("supply-behind")).help(view.t("supply-behind-help")).optional(optional), text(|held| &held.behind)))
        (sheet.field("until", Field::date("until", view.t("supply-until")).optional(optional), held.and_then(|held| held.until).map(|until| until.to_string()).unwrap_or_default()))
        (sheet.field("continuity", Field::area("continuity", view.t("supply-continuity")).help(view.t("supply-continuity-help")).rows(3), text(|held| &held.continuity)))
        (sheet.field("exit", Field::area("exit", view.t("supply-exit")).help(view.t("supply-exit-help")).rows(3), text(|held| &held.exit)))
    })
}

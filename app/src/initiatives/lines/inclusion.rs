//! Page: an occasion when end users took part.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Inclusion, Initiative, Part, PartId};
use domain::{EvidenceId, InitiativeId, Refusals};
use maud::html;

use super::{Sheet, drop, put};
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
        page("/initiatives/{initiative}/case/users/{line}", May::Staff, show),
        form("/initiatives/{initiative}/case/users/{line}", May::Act("initiatives.case.put"), save),
        form("/initiatives/{initiative}/case/users/{line}/removal", May::Act("initiatives.case.drop"), remove),
    ]
}

async fn show(view: View, Path((id, line)): Path<(InitiativeId, EvidenceId)>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &line, &Fields::default(), &Refusals::none()))
}

async fn save(Path((id, line)): Path<(InitiativeId, EvidenceId)>, mut deed: Deed) -> Result<Response, Problem> {
    let own = if line.as_str() == "new" { EvidenceId::new(&deed.view.fresh_id("users")).ok_or(Problem::NotFound)? } else { line.clone() };
    let fields = &mut deed.fields;
    let inclusion = Inclusion {
        id: own,
        group: fields.text("group"),
        recruitment: fields.text("recruitment"),
        method: fields.text("method"),
        date: fields.date("date"),
        people: u32::try_from(fields.number("people")).unwrap_or(0),
        said: fields.text("said"),
        changed: fields.text("changed"),
        diversity: fields.text("diversity"),
        accessibility: fields.text("accessibility"),
    };
    put(deed, &id, Part::Inclusion(inclusion), "users", |view, initiative, fields, refusals| {
        write(view, initiative, &line, fields, refusals)
    })
    .await
}

async fn remove(Path((id, line)): Path<(InitiativeId, EvidenceId)>, deed: Deed) -> Result<Response, Problem> {
    drop(deed, &id, PartId::Inclusion(line), "users").await
}

fn write(view: &View, initiative: &Initiative, line: &EvidenceId, fields: &Fields, refusals: &Refusals) -> Response {
    let held = initiative.case.inclusions.get(line);
    let action = format!("/initiatives/{}/case/users/{line}", initiative.id);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, refusals),
        title: "user-title",
        action,
        section: "users",
        known: held.is_some(),
    };
    let text = |pick: fn(&Inclusion) -> &String| held.map(pick).cloned().unwrap_or_default();
    sheet.page(html! {
        p { (view.say("user-lead", &[("date", initiative.started.into())])) }
        (sheet.field("group", Field::text("group", view.t("user-group")).help(view.t("user-group-help")), text(|held| &held.group)))
        (sheet.field("recruitment", Field::text("recruitment", view.t("user-recruitment")).help(view.t("user-recruitment-help")).optional(view.t("form-optional")), text(|held| &held.recruitment)))
        (sheet.field("method", Field::text("method", view.t("user-method")).help(view.t("user-method-help")), text(|held| &held.method)))
        (sheet.field("date", Field::date("date", view.t("user-date")), held.map(|held| held.date.to_string()).unwrap_or_default()))
        (sheet.field("people", Field::text("people", view.t("user-people")).short(), held.map(|held| held.people.to_string()).unwrap_or_default()))
        (sheet.field("said", Field::area("said", view.t("user-said")), text(|held| &held.said)))
        (sheet.field("changed", Field::area("changed", view.t("user-changed")).help(view.t("user-changed-help")).rows(3).optional(view.t("form-optional")), text(|held| &held.changed)))
        (sheet.field("diversity", Field::area("diversity", view.t("user-diversity")).help(view.t("user-diversity-help")).rows(3).optional(view.t("form-optional")), text(|held| &held.diversity)))
        (sheet.field("accessibility", Field::area("accessibility", view.t("user-accessibility")).help(view.t("user-accessibility-help")).rows(3).optional(view.t("form-optional")), text(|held| &held.accessibility)))
    })
}

//! Pages: establish a unit, give it a new name, move it and end it, each from a day.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::Object;
use domain::organisation::{ReformKind, ReformRevoke, Unit, UnitEnd, UnitEstablish, UnitKind, UnitMove, UnitRename};
use domain::{Refusals, Subject, UnitId};
use maud::html;

use crate::look::{Tone, callout};
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/organisation/new", May::Act("organisation.unit.establish"), new),
        form("/organisation/new", May::Act("organisation.unit.establish"), establish),
        page("/organisation/{unit}/name", May::Act("organisation.unit.rename"), name),
        form("/organisation/{unit}/name", May::Act("organisation.unit.rename"), rename),
        page("/organisation/{unit}/place", May::Act("organisation.unit.move"), place),
        form("/organisation/{unit}/place", May::Act("organisation.unit.move"), relocate),
        form("/organisation/{unit}/reforms/revoke", May::Act("organisation.reform.revoke"), revoke),
        page("/organisation/{unit}/end", May::Act("organisation.unit.end"), ending),
        form("/organisation/{unit}/end", May::Act("organisation.unit.end"), end),
    ]
}

async fn new(view: View) -> Result<Response, Problem> {
    view.demand("organisation.unit.establish", &Subject::Municipality)?;
    Ok(establishing(&view, &Fields::filled([("under", view.ask("under").to_owned())]), &Refusals::none()))
}

async fn establish(mut deed: Deed) -> Result<Response, Problem> {
    let name = deed.fields.text("name");
    let id = deed.id_after("unit", &name, UnitId::new)?;
    let act = UnitEstablish {
        id: id.clone(),
        name,
        short: deed.fields.text("short"),
        kind: deed.fields.choice("kind", UnitKind::Section),
        under: deed.fields.maybe("under"),
    };
    let page = format!("/organisation/{id}");
    Ok(deed.then(act, &page, "unit-established", |view, fields, refusals| establishing(&view, &fields, &refusals)).await)
}

async fn name(view: View, Path(id): Path<UnitId>) -> Result<Response, Problem> {
    let unit = found(&view, &id)?;
    view.demand("organisation.unit.rename", &(&id).into())?;
    let held = [("name", unit.name.clone()), ("short", unit.short.clone()), ("from", view.today.to_string())];
    Ok(renaming(&view, unit, &Fields::filled(held), &Refusals::none()))
}

async fn rename(Path(id): Path<UnitId>, mut deed: Deed) -> Result<Response, Problem> {
    let unit = found(&deed.view, &id)?.clone();
    let act =
        UnitRename { id: id.clone(), name: deed.fields.text("name"), short: deed.fields.text("short"), from: deed.fields.date("from") };
    let page = format!("/organisation/{id}");
    Ok(deed.then(act, &page, "unit-renamed", |view, fields, refusals| renaming(&view, &unit, &fields, &refusals)).await)
}

async fn place(view: View, Path(id): Path<UnitId>) -> Result<Response, Problem> {
    let unit = found(&view, &id)?;
    view.demand("organisation.unit.move", &(&id).into())?;
    let under = unit.under.as_ref().map(ToString::to_string).unwrap_or_default();
    Ok(moving(&view, unit, &Fields::filled([("under", under), ("from", view.today.to_string())]), &Refusals::none()))
}

async fn relocate(Path(id): Path<UnitId>, mut deed: Deed) -> Result<Response, Problem> {
    let unit = found(&deed.view, &id)?.clone();
    let nowhere = UnitId::new("nowhere").ok_or(Problem::NotFound)?;
    let act = UnitMove { id: id.clone(), under: deed.fields.choice("under", nowhere), from: deed.fields.date("from") };
    let page = format!("/organisation/{id}");
    Ok(deed.then(act, &page, "unit-moved", |view, fields, refusals| moving(&view, &unit, &fields, &refusals)).await)
}

async fn revoke(Path(id): Path<UnitId>, mut deed: Deed) -> Result<Response, Problem> {
    let act = ReformRevoke { id: id.clone(), from: deed.fields.date("from"), kind: deed.fields.choice("kind", ReformKind::Named) };
    let receipt = deed.act(act).await?;
    Ok(deed.done(receipt, &format!("/organisation/{id}"), "reform-revoked"))
}

async fn ending(view: View, Path(id): Path<UnitId>) -> Result<Response, Problem> {
    let unit = found(&view, &id)?;
    view.demand("organisation.unit.end", &(&id).into())?;
    Ok(last_day(&view, unit, &Fields::default(), &Refusals::none()))
}

async fn end(Path(id): Path<UnitId>, mut deed: Deed) -> Result<Response, Problem> {
    let unit = found(&deed.view, &id)?.clone();
    let act = UnitEnd { id: id.clone(), last: deed.fields.date("last") };
    let page = format!("/organisation/{id}");
    Ok(deed.then(act, &page, "unit-ended", |view, fields, refusals| last_day(&view, &unit, &fields, &refusals)).await)
}

fn found<'a>(view: &'a View, id: &UnitId) -> Result<&'a Unit, Problem> {
    view.town.organisation.units.get(id).ok_or(Problem::NotFound)
}

fn establishing(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::None, view.t("unit-establish"))
        .under("/organisation", view.t("organisation-title"))
        .lead(view.t("unit-establish-lead"));
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.text("name", "unit-name"))
        (blank.text("short", "unit-short").help(view.t("unit-short-help")).short().optional(blank.optional()))
        (blank.select("kind", "unit-kind-label", or_none(view, choices::of(view, "unit-kind", &UnitKind::ALL))))
        (blank.select("under", "unit-under", or_none(view, choices::units(view))).help(view.t("unit-under-help")).optional(blank.optional()))
    };
    view.page(head, blank.form("/organisation/new", inputs, "unit-establish", "/organisation"))
}

fn beneath(view: &View, unit: &Unit, title: &str) -> Head {
    Head::new(Part::None, title)
        .kicker(unit.name.as_str())
        .under("/organisation", view.t("organisation-title"))
        .under(format!("/organisation/{}", unit.id), unit.name.as_str())
}

fn renaming(view: &View, unit: &Unit, fields: &Fields, refusals: &Refusals) -> Response {
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.text("name", "unit-name"))
        (blank.text("short", "unit-short").help(view.t("unit-short-help")).short().optional(blank.optional()))
        (blank.date("from", "reform-from").help(view.t("reform-from-help")))
    };
    let page = format!("/organisation/{}", unit.id);
    view.page(beneath(view, unit, view.t("unit-rename")), blank.form(&format!("{page}/name"), inputs, "unit-rename", &page))
}

fn moving(view: &View, unit: &Unit, fields: &Fields, refusals: &Refusals) -> Response {
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.select("under", "unit-under", or_none(view, choices::units(view))))
        (blank.date("from", "reform-from").help(view.t("reform-from-help")))
    };
    let page = format!("/organisation/{}", unit.id);
    view.page(beneath(view, unit, view.t("unit-move")), blank.form(&format!("{page}/place"), inputs, "unit-move", &page))
}

fn last_day(view: &View, unit: &Unit, fields: &Fields, refusals: &Refusals) -> Response {
    let blank = Blank::new(view, fields, refusals);
    let page = format!("/organisation/{}", unit.id);
    let hanging: Vec<&Object> = view
        .town
        .objects
        .objects
        .values()
        .filter(|object| object.payers().chain(&object.description.supports).any(|used| *used == unit.id))
        .collect();
    let body = html! {
        @if !hanging.is_empty() {
            (callout(Tone::Partly, view.t("unit-end-hangs"), html! {
                ul { @for object in hanging { li { (view.link(&(&object.id).into())) } } }
                p { (view.t("unit-end-hangs-help")) }
            }))
        }
        (blank.form(&format!("{page}/end"), html! { (blank.date("last", "unit-last")) }, "unit-end", &page))
    };
    view.page(beneath(view, unit, view.t("unit-end")).lead(view.t("unit-end-lead")), body)
}

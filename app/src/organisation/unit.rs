//! Page: a body, administration, department or section: what stands under it, who holds which role in it,
//! what it was before, and what is to become of it.

use axum::extract::Path;
use axum::response::Response;
use domain::organisation::{Scope, Unit};
use domain::{Subject, UnitId};
use maud::{Markup, html};

use super::chart;
use crate::look::{Button, Column, Summary, Table, Tag, actions};
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation/{unit}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<UnitId>) -> Result<Response, Problem> {
    let unit = view.town.organisation.units.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let head = Head::new(Part::None, unit.name.as_str())
        .kicker(view.of("unit-kind", unit.kind))
        .under("/organisation", view.t("organisation-title"))
        .marks(html! {
            @if !unit.is_alive(view.today) { (Tag::bad(view.t("unit-is-ended"))) " " }
            @if let Some(source) = view.source(&about) { (source) }
        })
        .actions(deeds(&view, unit));
    let body = html! {
        (facts(&view, unit))
        (beneath(&view, unit))
        (roles(&view, unit))
        (past(&view, unit))
        (history(&view, &[about]))
    };
    Ok(view.page(head, body))
}

/// What the reader may do with a unit there still is.
fn deeds(view: &View, unit: &Unit) -> Markup {
    let (about, page) = (Subject::from(&unit.id), format!("/organisation/{}", unit.id));
    let all = [
        ("organisation.unit.rename", "unit-rename", format!("{page}/name")),
        ("organisation.unit.move", "unit-move", format!("{page}/place")),
        ("organisation.unit.establish", "unit-establish-under", format!("/organisation/new?under={}", unit.id)),
        ("organisation.appointment.make", "appointment-make", format!("/organisation/appointments/new?scope=unit/{}", unit.id)),
        ("organisation.unit.end", "unit-end", format!("{page}/end")),
    ];
    let may = all.iter().filter(|entry| unit.ended.is_none() && view.can(entry.0, &about));
    let buttons: Vec<Button> = may.map(|(_, label, way)| Button::quiet(view.t(label)).to(way.as_str())).collect();
    html! { @if !buttons.is_empty() { (actions(buttons)) } }
}

fn facts(view: &View, unit: &Unit) -> Markup {
    let mut facts = Summary::new();
    if !unit.short.is_empty() {
        facts = facts.fact(view.t("unit-short"), unit.short.as_str());
    }
    if let Some(under) = &unit.under {
        facts = facts.fact(view.t("unit-under"), view.link(&under.into()));
    }
    if let Some(last) = unit.ended {
        facts = facts.fact(view.t("unit-last"), view.date(last));
    }
    let coming: Vec<Markup> = view.town.organisation.coming_for(&unit.id).map(|reform| chart::told(view, reform)).collect();
    html! {
        (facts)
        @if !coming.is_empty() {
            h2 { (view.t("reform-ahead")) }
            ul { @for reform in &coming { li { (reform) } } }
        }
    }
}

fn beneath(view: &View, unit: &Unit) -> Markup {
    let under: Vec<&Unit> = view.town.organisation.units_on(view.today).filter(|other| other.under.as_ref() == Some(&unit.id)).collect();
    html! {
        @if !under.is_empty() {
            h2 { (view.t("unit-beneath")) }
            ul { @for other in under { li { (view.link(&(&other.id).into())) " " span .sb-quiet { (view.of("unit-kind", other.kind)) } } } }
        }
    }
}

fn roles(view: &View, unit: &Unit) -> Table {
    let scope = Scope::Unit(unit.id.clone());
    let held = view.town.organisation.appointments.values().filter(|held| held.scope == scope && held.is_in_force(view.today));
    Table::new("roles", view.t("unit-roles"))
        .column(Column::text(view.t("unit-person")))
        .column(Column::text(view.t("unit-role")))
        .column(Column::text(view.t("unit-from")))
        .empty(view.t("unit-no-roles"))
        .rows(held, |line, held| {
            line.cell(super::person::named(view, &held.person)).cell(view.link(&(&held.id).into())).cell(view.date(held.from));
        })
}

/// What the unit was called and stood under before.
fn past(view: &View, unit: &Unit) -> Markup {
    html! {
        @if !unit.past.is_empty() {
            (Table::new("past", view.t("unit-past"))
                .column(Column::text(view.t("unit-name")))
                .column(Column::text(view.t("unit-under")))
                .column(Column::text(view.t("unit-until")))
                .rows(unit.past.iter().rev(), |line, former| {
                    line.cell(&former.name)
                        .cell(html! { @if let Some(under) = &former.under { (view.link(&under.into())) } })
                        .cell(view.date(former.until));
                }))
        }
    }
}

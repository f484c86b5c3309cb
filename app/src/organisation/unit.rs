//! Page: a body, administration, department or section: what stands under it, who holds which role in it,
//! what it was before, and what is to become of it.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::{Flaw, upkeep};
use domain::organisation::{Appointment, Scope, Unit};
use domain::{Subject, UnitId};
use maud::{Markup, html};

use super::chart;
use crate::look::{Button, Column, Summary, Table, Tag, Task, Tone, actions, callout, task_list};
use crate::web::history::history;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation/{unit}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<UnitId>) -> Result<Response, Problem> {
    let unit = view.town.organisation.units.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let scope = Scope::Unit(id.clone());
    let held = view.town.organisation.appointments.values().filter(|held| held.scope == scope && held.is_in_force(view.today));
    let held = roles(&view).find(held);
    if let Some(file) = held.file()? {
        return Ok(file);
    }
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
        (hanging(&view, unit))
        (beneath(&view, unit))
        (held)
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
    let coming: Vec<Markup> = view
        .town
        .organisation
        .coming_for(&unit.id)
        .map(|reform| html! { (chart::told(view, reform)) (chart::revoking(view, reform)) })
        .collect();
    html! {
        (facts)
        @if !coming.is_empty() {
            h2 { (view.t("reform-ahead")) }
            ul { @for reform in &coming { li { (reform) } } }
        }
    }
}

/// What hangs on a unit that has ended or is to end.
fn hanging(view: &View, unit: &Unit) -> Markup {
    let of = |flaw: &&Flaw| flaw.unit.as_ref().is_some_and(|(ended, _)| *ended == unit.id);
    let flaws = upkeep(&view.town.objects, &view.town.organisation, view.today);
    let tasks: Vec<Task> = flaws
        .iter()
        .filter(of)
        .map(|flaw| Task::new(super::upkeep::named(view, flaw), Tag::bad(view.of("upkeep", flaw.why))).at(view.href(&flaw.what)))
        .collect();
    html! { @if !tasks.is_empty() { (callout(Tone::Bad, view.t("upkeep-hangs"), task_list(&tasks, ""))) } }
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

fn roles(view: &View) -> List<'_, &Appointment> {
    List::new(view, "roles", "unit-roles")
        .empty("unit-no-roles")
        .order("person")
        .column("person", "unit-person", |held: &&Appointment| view.person(&held.person).to_owned())
        .shown(|held| super::person::named(view, &held.person))
        .column("role", "unit-role", |held| view.of("role", held.role))
        .linked(|held| view.href(&(&held.id).into()))
        .column("from", "unit-from", |held| held.from)
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

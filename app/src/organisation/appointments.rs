//! Page: everybody's roles as a list: who holds what, for what, since when, and by which decision.

use axum::response::Response;
use domain::Subject;
use domain::objects::lacks_decision;
use domain::organisation::{Appointment, Role, Scope};
use maud::html;

use super::person;
use crate::look::{Button, Choice, Tag, actions};
use crate::web::choices;
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation/appointments", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.organisation.appointments.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::None, view.t("appointments-title"))
        .under("/organisation", view.t("organisation-title"))
        .lead(view.t("appointments-lead"))
        .actions(html! { @if view.can("organisation.appointment.make", &Subject::Municipality) {
            (actions([Button::primary(view.t("appointment-make")).to("/organisation/appointments/new")]))
        } });
    Ok(view.page(head, html! { (super::upkeep::told(&view)) (found) }))
}

/// Whether an appointment is over, in force or ahead on the day shown.
fn time(view: &View, held: &Appointment) -> &'static str {
    match held {
        held if held.is_in_force(view.today) => "now",
        held if view.today < held.from => "ahead",
        _ => "over",
    }
}

fn list(view: &View) -> List<'_, &Appointment> {
    let times = ["now", "ahead", "over"].map(|word| Choice::new(word, view.of("appointment-time", word)));
    let share = |held: &Appointment| (held.share > 0).then(|| view.texts().percent(i64::from(held.share)));
    List::new(view, "appointments", "appointments-caption")
        .order("person")
        .empty("appointments-none")
        .search("appointments-words", |held: &&Appointment| {
            format!("{} {} {}", view.person(&held.person), view.of("role", held.role), scope(view, &held.scope))
        })
        .choice("role", "unit-role", choices::of(view, "role", &Role::ALL), |held, asked| sent(held.role) == asked)
        .choice("time", "appointment-time", times, |held, asked| time(view, held) == asked)
        .otherwise("now")
        .column("person", "unit-person", |held| view.person(&held.person).to_owned())
        .shown(|held| person::named(view, &held.person))
        .column("role", "unit-role", |held| view.of("role", held.role))
        .shown(|held| html! { @if view.is_staff() { (view.link(&(&held.id).into())) } @else { (view.of("role", held.role)) } })
        .column("side", "seat-side", |held| held.side.map(|side| view.of("side", side)))
        .column("scope", "appointment-scope", |held| scope(view, &held.scope))
        .shown(|held| person::scope(view, &held.scope))
        .column("share", "seat-share", move |held| share(held))
        .ranked(|held| i64::from(held.share))
        .column("from", "unit-from", |held| held.from)
        .column("to", "appointment-to", |held| held.to)
        .column("decision", "document-decision", |held| held.decision.as_ref().map(|decision| view.name(&decision.into())))
        .shown(|held| match &held.decision {
            Some(decision) => view.link(&decision.into()),
            None if lacks_decision(held) => html! { (Tag::partly(view.t("missing"))) },
            None => html! {},
        })
}

/// What an appointment is for, in words alone.
pub fn scope(view: &View, scope: &Scope) -> String {
    match scope {
        Scope::Municipality => view.of("scope", "municipality"),
        Scope::Unit(unit) => view.name(&unit.into()),
        Scope::Object(object) => view.name(&object.into()),
        Scope::Forum(forum) => view.name(&forum.into()),
        Scope::Round(round) => view.name(&round.into()),
    }
}

//! The part of a round's page where assessors are appointed.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::fund::Round;
use domain::organisation::{AppointmentMake, Role, Scope};
use domain::{AppointmentId, PersonId, Refusals, RoundId, Subject};
use maud::{Markup, html};

use super::round;
use crate::look::{Button, Choice, Field, actions, details};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![form("/fund/rounds/{round}/assessors", May::Act("organisation.appointment.make"), appoint)]
}

async fn appoint(Path(id): Path<RoundId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.fund.rounds.get(&id).ok_or(Problem::NotFound)?;
    let nobody = PersonId::new("nobody").ok_or(Problem::NotFound)?;
    let appointment = AppointmentId::new(&deed.view.fresh_id("assessor")).ok_or(Problem::NotFound)?;
    let act = AppointmentMake {
        id: appointment,
        person: deed.fields.choice("person", nobody),
        role: Role::Assessor,
        scope: Scope::Round(id.clone()),
        side: None,
        share: 0,
        from: deed.view.today,
        to: deed.fields.maybe_date("to"),
        decision: None,
    };
    let page = format!("/fund/rounds/{id}");
    Ok(deed
        .then(act, &page, "assessor-appointed", |view, fields, refusals| round::sheet(&view, &id, &fields, &refusals).into_response())
        .await)
}

/// The form, for those who appoint.
pub fn appointing(view: &View, round: &Round, fields: &Fields, refusals: &Refusals) -> Markup {
    if !view.can("organisation.appointment.make", &Subject::Municipality) {
        return html! {};
    }
    let faults = Faults::new(view, refusals);
    let people = view
        .harbour()
        .people
        .by_name()
        .into_iter()
        .map(|person| Choice::new(person.id.as_str(), format!("{}, {}", person.name, person.title)));
    let form = html! {
        (faults)
        form method="post" action=(format!("/fund/rounds/{}/assessors", round.id)) {
            (view.marks())
            (Field::select("person", view.t("assessor-person"), std::iter::once(Choice::new("", "")).chain(people))
                .value(fields.raw("person")).error(faults.of("person")))
            (Field::date("to", view.t("assessor-to")).optional(view.t("form-optional")).value(fields.raw("to")).error(faults.of("to")))
            (actions([Button::secondary(view.t("assessor-appoint"))]))
        }
    };
    if refusals.0.is_empty() { details(view.t("assessor-appoint"), form) } else { form }
}

//! Page: a seat of an object: who holds it, or who could: with what speaks for each and how much time is left.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::{Candidate, Seat, candidates};
use domain::organisation::{Role, Side};
use domain::{ObjectId, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Link, Tag};
use crate::organisation::person;
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/{object}/seats/{role}/{side}", May::Staff, show)]
}

/// Where a seat is shown.
pub fn href(view: &View, seat: &Seat<'_>) -> String {
    view.at(&format!("/objects/{}/seats/{}/{}", seat.object.id, sent(seat.role), sent(seat.side)))
}

async fn show(view: View, Path((object, role, side)): Path<(ObjectId, Role, Side)>) -> Result<Response, Problem> {
    let object = view.town.objects.objects.get(&object).ok_or(Problem::NotFound)?;
    let seats = view.town.objects.seats_of(object, &view.town.organisation, view.today);
    let seat = seats.iter().find(|seat| seat.role == role && seat.side == side).ok_or(Problem::NotFound)?;
    let found = list(&view, seat).find(candidates(&view.town.organisation, seat, view.today));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Objects, words::seat_name(&view, role, side))
        .kicker(object.name())
        .under("/objects", view.t("objects-title"))
        .under(view.href(&(&object.id).into()), object.name())
        .lead(view.t("vacancy-lead"));
    let body = html! {
        p { (view.t("seat-holder")) ": " (words::seat(&view, seat)) }
        (found)
    };
    Ok(view.page(head, body))
}

fn list<'v>(view: &'v View, seat: &'v Seat<'v>) -> List<'v, Candidate<'v>> {
    let fits =
        |candidate: &Candidate<'_>| -> String { candidate.fits.iter().map(|fit| view.of("fit", fit)).collect::<Vec<_>>().join(", ") };
    let may = view.can("organisation.appointment.make", &Subject::Municipality);
    List::new(view, "candidates", "vacancy-candidates")
        .empty("vacancy-nobody")
        .column("person", "unit-person", |candidate: &Candidate| view.person(candidate.person).to_owned())
        .shown(|candidate| person::named(view, candidate.person))
        .column("fits", "vacancy-fits", move |candidate| fits(candidate))
        .column("free", "vacancy-free", |candidate| view.texts().percent(candidate.free.into()))
        .ranked(|candidate| candidate.free.into())
        .column("levels", "vacancy-levels", |candidate| candidate.several_levels.then(|| view.t("vacancy-several").to_owned()))
        .shown(|candidate| html! { @if candidate.several_levels { (Tag::partly(view.t("vacancy-several"))) } })
        .column("appoint", "appointment-make", |_| None::<String>)
        .shown(move |candidate| html! { @if may { (appoint(view, seat, candidate)) } })
}

fn appoint(view: &View, seat: &Seat<'_>, candidate: &Candidate<'_>) -> Markup {
    let asked = format!("person={}&role={}&side={}&scope=object/{}", candidate.person, sent(seat.role), sent(seat.side), seat.object.id);
    html! { (Link::new(format!("/organisation/appointments/new?{asked}"), view.t("vacancy-appoint"))) }
}

//! Page: what must be set right among roles and objects: roles without a decision, and what hangs on a unit that
//! has ended or is to end; each with the way to mend it.

use axum::response::Response;
use domain::Subject;
use domain::objects::{Flaw, Upkeep, upkeep};
use maud::{Markup, html};

use crate::look::{Link, Tone, callout};
use crate::web::choices;
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation/upkeep", May::Anyone, show)]
}

/// What must be set right on the day shown.
fn flaws(view: &View) -> Vec<Flaw> {
    upkeep(&view.town.objects, &view.town.organisation, view.today)
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(flaws(&view));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head =
        Head::new(Part::None, view.t("upkeep-title")).under("/organisation", view.t("organisation-title")).lead(view.t("upkeep-lead"));
    Ok(view.page(head, html! { (found) }))
}

/// How much there is to set right, with the way to it; nothing where all is well.
pub fn told(view: &View) -> Markup {
    let count = flaws(view).len();
    html! {
        @if count > 0 {
            (callout(Tone::Partly, "", html! { p {
                (view.say("upkeep-count", &[("count", count.into())])) " "
                (Link::new(view.at("/organisation/upkeep"), view.t("upkeep-title")))
            } }))
        }
    }
}

/// What a flaw is about: an object by name, a role with who holds it in what.
pub fn named(view: &View, flaw: &Flaw) -> String {
    let Subject::Appointment(id) = &flaw.what else { return view.name(&flaw.what) };
    let Some(held) = view.town.organisation.appointments.get(id) else { return view.name(&flaw.what) };
    format!("{}, {}, {}", view.person(&held.person), view.of("role", held.role), super::appointments::scope(view, &held.scope))
}

fn list(view: &View) -> List<'_, Flaw> {
    List::new(view, "upkeep", "upkeep-title")
        .empty("upkeep-none")
        .order("why")
        .search("search", |flaw: &Flaw| named(view, flaw))
        .choice("why", "findings-why", choices::of(view, "upkeep", &Upkeep::ALL), |flaw, asked| sent(flaw.why) == asked)
        .column("what", "findings-what", |flaw| named(view, flaw))
        .shown(|flaw| match &flaw.what {
            Subject::Appointment(_) if !view.is_staff() => html! { (named(view, flaw)) },
            what => html! { (Link::new(view.href(what), named(view, flaw))) },
        })
        .column("why", "findings-why", |flaw| view.of("upkeep", flaw.why))
        .ranked(|flaw| flaw.why as i64)
        .column("unit", "unit-is", |flaw| flaw.unit.as_ref().map(|(unit, _)| view.name(&unit.into())))
        .column("last", "unit-last", |flaw| flaw.unit.as_ref().map(|(_, last)| *last))
        .column("mend", "findings-mend", |flaw| mend(view, flaw).map(|_| view.of("upkeep-mend", flaw.why)))
        .shown(|flaw| html! { @if let Some(way) = mend(view, flaw) { (Link::new(way, view.of("upkeep-mend", flaw.why))) } })
}

/// Where a flaw is mended, for those who may.
fn mend(view: &View, flaw: &Flaw) -> Option<String> {
    match (&flaw.what, flaw.why) {
        (Subject::Object(id), _) => view.can("objects.object.describe", &flaw.what).then(|| format!("/objects/{id}/description")),
        (Subject::Appointment(id), Upkeep::WithoutDecision) => {
            view.can("organisation.appointment.ground", &flaw.what).then(|| format!("/organisation/appointments/{id}#decision"))
        }
        (Subject::Appointment(id), _) => {
            view.can("organisation.appointment.end", &flaw.what).then(|| format!("/organisation/appointments/{id}"))
        }
        _ => None,
    }
}

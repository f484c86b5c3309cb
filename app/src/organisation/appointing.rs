//! Pages: appoint a person to a role by a decision, and an appointment with its end.

use axum::extract::Path;
use axum::response::Response;
use domain::objects::lacks_decision;
use domain::organisation::{Appointment, AppointmentEnd, AppointmentGround, AppointmentMake, Role, Scope, Side};
use domain::{AppointmentId, DecisionId, ForumId, ObjectId, PersonId, Refusal, Refusals, RoundId, Subject, UnitId};
use maud::{Markup, html};

use super::person;
use crate::look::{Choice, Summary, Tag, Tone, callout, details};
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/organisation/appointments/new", May::Act("organisation.appointment.make"), new),
        form("/organisation/appointments/new", May::Act("organisation.appointment.make"), make),
        page("/organisation/appointments/{appointment}", May::Staff, show),
        form("/organisation/appointments/{appointment}", May::Act("organisation.appointment.end"), end),
        form("/organisation/appointments/{appointment}/decision", May::Act("organisation.appointment.ground"), ground),
    ]
}

async fn new(view: View) -> Result<Response, Problem> {
    view.demand("organisation.appointment.make", &Subject::Municipality)?;
    let asked = ["person", "role", "scope", "side"].map(|name| (name, view.ask(name).to_owned()));
    let fields = Fields::filled(asked).with_all("from", [view.today.to_string()]);
    Ok(sheet(&view, &fields, &Refusals::none()))
}

async fn make(mut deed: Deed) -> Result<Response, Problem> {
    let id = deed.id_after("appointment", &deed.fields.text("person"), AppointmentId::new)?;
    let nobody = PersonId::new("nobody").ok_or(Problem::NotFound)?;
    let scope = scope(&mut deed.fields);
    let act = AppointmentMake {
        id: id.clone(),
        person: deed.fields.choice("person", nobody),
        role: deed.fields.choice("role", Role::ObjectSpecialist),
        scope,
        side: deed.fields.maybe::<Side>("side"),
        // Per cent on the form, permille in the ledger; what is too much is refused by the rule.
        share: deed.fields.maybe_number("share").map_or(0, |share| u16::try_from(share.saturating_mul(10)).unwrap_or(u16::MAX)),
        from: deed.fields.date("from"),
        to: deed.fields.maybe_date("to"),
        decision: deed.fields.maybe("decision"),
    };
    let page = format!("/organisation/appointments/{id}");
    Ok(deed.then(act, &page, "appointment-made", |view, fields, refusals| sheet(&view, &fields, &refusals)).await)
}

/// What an appointment is for, as one choice: `municipality`, or a word and an identity.
fn scope(fields: &mut Fields) -> Scope {
    let (word, id) = fields.raw("scope").split_once('/').unwrap_or((fields.raw("scope"), ""));
    let read = match word {
        "municipality" => Some(Scope::Municipality),
        "unit" => UnitId::new(id).map(Scope::Unit),
        "object" => ObjectId::new(id).map(Scope::Object),
        "forum" => ForumId::new(id).map(Scope::Forum),
        "round" => RoundId::new(id).map(Scope::Round),
        _ => None,
    };
    let missing = fields.raw("scope").is_empty();
    read.unwrap_or_else(|| {
        fields.lacks(Refusal::new(if missing { "choice-missing" } else { "choice-unknown" }).at("scope"));
        Scope::Municipality
    })
}

fn scopes(view: &View) -> Vec<Choice> {
    let town = &view.town;
    let choice = |word: &str, id: &str, name: &str| Choice::new(format!("{word}/{id}"), format!("{}: {name}", view.of("scope", word)));
    let units = town.organisation.units_on(view.today).map(|unit| choice("unit", unit.id.as_str(), &unit.name));
    let objects = town.objects.objects.values().map(|object| choice("object", object.id.as_str(), object.name()));
    let forums = town.forums.forums.values().map(|forum| choice("forum", forum.id.as_str(), &forum.name));
    let rounds = town.fund.rounds.values().map(|round| choice("round", round.id.as_str(), &round.name));
    std::iter::once(Choice::new("municipality", view.of("scope", "municipality")))
        .chain(objects)
        .chain(units)
        .chain(forums)
        .chain(rounds)
        .collect()
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::None, view.t("appointment-make"))
        .under("/organisation", view.t("organisation-title"))
        .under("/organisation/appointments", view.t("appointments-title"))
        .lead(view.t("appointment-make-lead"));
    let blank = Blank::new(view, fields, refusals);
    let may = blank.optional();
    let inputs = html! {
        (blank.select("person", "unit-person", or_none(view, choices::everybody(view))))
        (blank.select("role", "unit-role", or_none(view, choices::of(view, "role", &Role::ALL))))
        (blank.select("scope", "appointment-scope", or_none(view, scopes(view))).help(view.t("appointment-scope-help")))
        (blank.select("side", "seat-side", or_none(view, choices::of(view, "side", &[Side::Business, Side::It]))).help(view.t("appointment-side-help")).optional(may))
        (blank.number("share", "seat-share", "%").help(view.t("appointment-share-help")).optional(may))
        (blank.date("from", "unit-from"))
        (blank.date("to", "appointment-to").optional(may))
        (blank.select("decision", "document-decision", or_none(view, choices::decisions(view))).help(view.t("appointment-decision-help")).optional(may))
    };
    view.page(head, blank.form("/organisation/appointments/new", inputs, "appointment-make", "/organisation/appointments"))
}

async fn show(view: View, Path(id): Path<AppointmentId>) -> Result<Response, Problem> {
    shown(&view, &id, &Fields::filled([("to", view.today.to_string())]), &Refusals::none())
}

async fn end(Path(id): Path<AppointmentId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.organisation.appointments.get(&id).ok_or(Problem::NotFound)?;
    let act = AppointmentEnd { id: id.clone(), to: deed.fields.date("to") };
    let page = format!("/organisation/appointments/{id}");
    let again =
        |view: View, fields: Fields, refusals: Refusals| axum::response::IntoResponse::into_response(shown(&view, &id, &fields, &refusals));
    Ok(deed.then(act, &page, "appointment-ended", again).await)
}

fn shown(view: &View, id: &AppointmentId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let held = view.town.organisation.appointments.get(id).ok_or(Problem::NotFound)?;
    let head = Head::new(Part::None, format!("{}, {}", view.person(&held.person), view.of("role", held.role)))
        .kicker(view.t("appointment"))
        .under("/organisation", view.t("organisation-title"))
        .under("/organisation/appointments", view.t("appointments-title"))
        .marks(html! { @if let Some(source) = view.source(&id.into()) { (source) } });
    let page = format!("/organisation/appointments/{id}");
    let blank = Blank::new(view, fields, refusals);
    let may = held.to.is_none_or(|to| view.today <= to) && view.can("organisation.appointment.end", &id.into());
    let body = html! {
        (facts(view, held))
        @if lacks_decision(held) { (callout(Tone::Partly, view.t("appointment-undecided"), html! { p { (view.t("appointment-undecided-why")) } })) }
        @if view.can("organisation.appointment.ground", &id.into()) { (grounding(view, held, &blank)) }
        @if may {
            h2 { (view.t("appointment-end")) }
            (blank.form(&page, html! { (blank.date("to", "appointment-to")) }, "appointment-end", "/organisation/appointments"))
        }
    };
    Ok(view.page(head, body))
}

async fn ground(Path(id): Path<AppointmentId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.organisation.appointments.get(&id).ok_or(Problem::NotFound)?;
    let none = DecisionId::new("none").ok_or(Problem::NotFound)?;
    let act = AppointmentGround { id: id.clone(), decision: deed.fields.choice("decision", none) };
    let page = format!("/organisation/appointments/{id}");
    let again =
        |view: View, fields: Fields, refusals: Refusals| axum::response::IntoResponse::into_response(shown(&view, &id, &fields, &refusals));
    Ok(deed.then(act, &page, "appointment-grounded", again).await)
}

/// The form that names the decision: open where it is missing, folded away where it is only to be changed.
fn grounding(view: &View, held: &Appointment, blank: &Blank<'_>) -> Markup {
    let inputs = html! { (blank.select("decision", "document-decision", or_none(view, choices::decisions(view))).help(view.t("appointment-decision-help"))) };
    let page = format!("/organisation/appointments/{}", held.id);
    let form = blank.form(&format!("{page}/decision"), inputs, "appointment-ground", &page);
    html! {
        div #decision {
            @if held.decision.is_none() { h2 { (view.t("appointment-ground")) } (form) } @else { (details(view.t("appointment-ground-other"), form)) }
        }
    }
}

fn facts(view: &View, held: &Appointment) -> Summary {
    let mut facts = Summary::new()
        .fact(view.t("unit-person"), person::named(view, &held.person))
        .fact(view.t("unit-role"), view.of("role", held.role))
        .fact(view.t("appointment-scope"), person::scope(view, &held.scope));
    if let Some(side) = held.side {
        facts = facts.fact(view.t("seat-side"), view.of("side", side));
    }
    if held.share > 0 {
        facts = facts.fact(view.t("seat-share"), view.texts().percent(i64::from(held.share)));
    }
    facts = facts.fact(view.t("unit-from"), view.date(held.from));
    if let Some(to) = held.to {
        facts = facts.fact(view.t("appointment-to"), view.date(to));
    }
    facts.fact(view.t("document-decision"), decision(view, held))
}

/// The decision that made it; that it has none is a finding only where a role decides over money and plans.
fn decision(view: &View, held: &Appointment) -> Markup {
    match &held.decision {
        Some(decision) => view.link(&decision.into()),
        None if lacks_decision(held) => html! { (Tag::partly(view.t("missing"))) },
        None => html! { (view.t("missing")) },
    }
}

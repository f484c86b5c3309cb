//! Page: a person: the roles held now and before, how much of full time they take, and a form for what the
//! person is trained for and knows.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::organisation::{Appointment, Competence, CompetenceState, Role, Scope};
use domain::{PersonId, Refusals, Subject};
use maud::{Markup, html};

use crate::look::{self, Button, Column, Link, Summary, Table, Tag, Tone, actions};
use crate::web::blank::Blank;
use crate::web::choices;
use crate::web::deed::Deed;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/organisation/people/{person}", May::Staff, show),
        form("/organisation/people/{person}", May::Act("organisation.competence.state"), state),
    ]
}

/// The roles one is trained for: those of the object organisation.
const TRAINED: [Role; 3] = [Role::ObjectOwner, Role::ObjectManager, Role::ObjectSpecialist];

/// A person by name; for staff, a way to the person's page.
pub fn named(view: &View, person: &PersonId) -> Markup {
    html! { @if view.is_staff() { (view.link(&person.into())) } @else { (view.person(person)) } }
}

/// What an appointment is for, with a way to it.
pub fn scope(view: &View, scope: &Scope) -> Markup {
    match scope {
        Scope::Municipality => html! { (view.of("scope", "municipality")) },
        Scope::Unit(unit) => view.link(&unit.into()),
        Scope::Object(object) => view.link(&object.into()),
        Scope::Forum(forum) => view.link(&forum.into()),
        Scope::Round(round) => view.link(&round.into()),
    }
}

async fn show(view: View, Path(id): Path<PersonId>) -> Result<Response, Problem> {
    let fields = held(view.town.organisation.competences.get(&id));
    sheet(&view, &id, &fields, &Refusals::none())
}

async fn state(Path(id): Path<PersonId>, mut deed: Deed) -> Result<Response, Problem> {
    let act = CompetenceState {
        person: id.clone(),
        roles: deed.fields.choices("roles"),
        fields: deed.fields.text("fields").lines().map(str::to_owned).collect(),
    };
    let page = format!("/organisation/people/{id}");
    Ok(deed.then(act, &page, "competence-stated", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

/// What is stated, as its form shows it.
fn held(competence: Option<&Competence>) -> Fields {
    let fields = competence.map(|known| known.fields.join("\n")).unwrap_or_default();
    let roles: Vec<String> = competence.map(|known| known.roles.iter().map(sent).collect()).unwrap_or_default();
    Fields::filled([("fields", fields)]).with_all("roles", roles)
}

fn sheet(view: &View, id: &PersonId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let organisation = &view.town.organisation;
    if organisation.of_person(id).next().is_none() && view.harbour().people.get(id).is_none() {
        return Err(Problem::NotFound);
    }
    let about = Subject::from(id);
    let title = view.harbour().people.get(id).map(|person| person.title.clone()).unwrap_or_default();
    let head = Head::new(Part::None, view.person(id))
        .kicker(title)
        .under("/organisation", view.t("organisation-title"))
        .under("/organisation/appointments", view.t("appointments-title"))
        .actions(html! { @if view.can("organisation.appointment.make", &Subject::Municipality) {
            (actions([Button::secondary(view.t("appointment-make")).to(format!("/organisation/appointments/new?person={id}"))]))
        } });
    let body = html! {
        (load(view, id))
        (roles(view, id))
        (knows(view, organisation.competences.get(id)))
        @if view.can("organisation.competence.state", &about) { (stating(view, id, fields, refusals)) }
    };
    Ok(view.page(head, body))
}

/// How much of full time the roles take, and whether they stand on several levels.
fn load(view: &View, id: &PersonId) -> Markup {
    let organisation = &view.town.organisation;
    let share = organisation.share_of(id, view.today);
    let mut levels: Vec<_> = organisation.held_by(id, view.today).filter_map(|held| held.role.level()).collect();
    levels.sort_unstable();
    levels.dedup();
    let names: Vec<String> = levels.iter().map(|level| view.of("level", level)).collect();
    let said = |key: &str, name: &'static str, fact: &str| view.say(key, &[(name, fact.into())]);
    html! {
        @if share > 1000 {
            (look::callout(Tone::Bad, "", html! { p { (said("person-overloaded", "share", &view.texts().percent(share.into()))) } }))
        }
        @if levels.len() > 1 {
            (look::callout(Tone::Partly, "", html! { p { (said("person-several-levels", "levels", &names.join(", "))) } }))
        }
        (Summary::new().fact(view.t("person-share"), view.texts().percent(share.into())))
    }
}

fn roles(view: &View, id: &PersonId) -> Table {
    let mut held: Vec<&Appointment> = view.town.organisation.of_person(id).collect();
    held.sort_by_key(|held| (!held.is_in_force(view.today), std::cmp::Reverse(held.from)));
    Table::new("roles", view.t("person-roles"))
        .column(Column::text(view.t("unit-role")))
        .column(Column::text(view.t("appointment-scope")))
        .column(Column::number(view.t("seat-share")))
        .column(Column::text(view.t("unit-from")))
        .column(Column::text(view.t("appointment-to")))
        .empty(view.t("person-no-roles"))
        .rows(held, |line, held| {
            let role = html! { (Link::new(view.href(&(&held.id).into()), view.of("role", held.role))) @if let Some(side) = held.side { ", " (view.of("side", side)) } };
            line.cell(role)
                .cell(scope(view, &held.scope))
                .cell(if held.share > 0 { view.texts().percent(i64::from(held.share)) } else { String::new() })
                .cell(view.date(held.from))
                .cell(html! { @if let Some(to) = held.to { (view.date(to)) @if to < view.today { " " (Tag::neutral(view.t("appointment-over"))) } } });
        })
}

fn knows(view: &View, competence: Option<&Competence>) -> Markup {
    html! {
        h2 { (view.t("competence-title")) }
        @match competence {
            None => p .sb-nothing { (view.t("competence-none")) },
            Some(known) => {
                p .sb-quiet { (view.say("competence-stated-on", &[("date", known.stated.into())])) }
                ul {
                    @for role in &known.roles { li { (view.t("competence-trained")) " " (view.of("role", role)) } }
                    @for field in &known.fields { li { (field) } }
                }
            }
        }
    }
}

fn stating(view: &View, id: &PersonId, fields: &Fields, refusals: &Refusals) -> Markup {
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.checks("roles", "competence-roles", choices::of(view, "role", &TRAINED)).optional(blank.optional()))
        (blank.area("fields", "competence-fields").help(view.t("competence-fields-help")).optional(blank.optional()))
    };
    let page = format!("/organisation/people/{id}");
    html! { h2 { (view.t("competence-state")) } (blank.form(&page, inputs, "form-save", &page)) }
}

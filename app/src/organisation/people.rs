//! Page: everybody who holds a role: on which levels, how much of full time, and when the next role ends.

use std::collections::BTreeMap;

use axum::response::Response;
use domain::organisation::{Appointment, Level};
use domain::{Date, PersonId};
use maud::{Render, html};

use super::person;
use crate::look::{Choice, Tag};
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation/people", May::Anyone, show)]
}

/// How many days ahead an end is near.
const NEAR: i32 = 90;

/// A person with the roles held on the day shown.
struct Holder<'a> {
    person: &'a PersonId,
    held: Vec<&'a Appointment>,
}

impl Holder<'_> {
    /// How much of full time the roles take, in permille.
    fn share(&self) -> u32 {
        self.held.iter().map(|held| u32::from(held.share)).sum()
    }

    /// The levels of the object roles, from the top.
    fn levels(&self) -> Vec<Level> {
        let mut levels: Vec<Level> = self.held.iter().filter_map(|held| held.role.level()).collect();
        levels.sort_unstable();
        levels.dedup();
        levels
    }

    /// When the first of the roles ends.
    fn end(&self) -> Option<Date> {
        self.held.iter().filter_map(|held| held.to).min()
    }
}

async fn show(view: View) -> Result<Response, Problem> {
    let mut by_person: BTreeMap<&PersonId, Vec<&Appointment>> = BTreeMap::new();
    for held in view.town.organisation.appointments.values().filter(|held| held.is_in_force(view.today)) {
        by_person.entry(&held.person).or_default().push(held);
    }
    let found = list(&view).find(by_person.into_iter().map(|(person, held)| Holder { person, held }));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head =
        Head::new(Part::None, view.t("people-title")).under("/organisation", view.t("organisation-title")).lead(view.t("people-lead"));
    Ok(view.page(head, html! { (found) }))
}

fn list(view: &View) -> List<'_, Holder<'_>> {
    let near = view.today.saturating_add(jiff::Span::new().days(NEAR));
    let states = ["several", "over", "ending"].map(|word| Choice::new(word, view.of("people-state", word)));
    let words = |holder: &Holder<'_>| {
        let mut roles: Vec<String> = holder.held.iter().map(|held| view.of("role", held.role)).collect();
        roles.sort();
        roles.dedup();
        roles.join(", ")
    };
    let levels = |holder: &Holder<'_>| holder.levels().into_iter().map(|level| view.of("level", level)).collect::<Vec<_>>().join(", ");
    List::new(view, "people", "people-title")
        .empty("appointments-none")
        .order("person")
        .search("appointments-words", move |holder: &Holder| format!("{} {}", view.person(holder.person), words(holder)))
        .choice("state", "status", states, move |holder, asked| match asked {
            "several" => holder.levels().len() > 1,
            "over" => holder.share() > 1000,
            _ => holder.end().is_some_and(|end| end <= near),
        })
        .column("person", "unit-person", |holder| view.person(holder.person).to_owned())
        .shown(|holder| person::named(view, holder.person))
        .column("roles", "person-roles", move |holder| words(holder))
        .column("count", "people-count", |holder| i64::try_from(holder.held.len()).unwrap_or(i64::MAX))
        .column("levels", "vacancy-levels", move |holder| levels(holder))
        .shown(move |holder| {
            let said = levels(holder);
            if holder.levels().len() > 1 {
                Tag::partly(said).render()
            } else {
                html! { (said) }
            }
        })
        .column("share", "person-share", |holder| view.texts().percent(holder.share().into()))
        .ranked(|holder| holder.share().into())
        .shown(|holder| {
            let said = view.texts().percent(holder.share().into());
            if holder.share() > 1000 {
                Tag::bad(said).render()
            } else {
                html! { (said) }
            }
        })
        .column("end", "people-end", Holder::end)
        .shown(move |holder| match holder.end() {
            Some(end) if end <= near => Tag::partly(view.date(end)).render(),
            Some(end) => html! { (view.date(end)) },
            None => html! {},
        })
}

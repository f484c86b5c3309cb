//! Page: everything that was learnt, to be searched before the next idea is written.

use axum::response::Response;
use domain::initiatives::{Initiative, Learnt, Phase};
use maud::html;

use crate::initiatives::words;
use crate::look::Choice;
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/follow-up/lessons", May::Anyone, show)]
}

/// Where something can have been learnt.
const PHASES: [Phase; 5] = [Phase::Delivery, Phase::Effect, Phase::Closure, Phase::Closed, Phase::Stopped];

async fn show(view: View) -> Result<Response, Problem> {
    let seen = view.town.initiatives.values().filter(|initiative| words::is_visible(&view, initiative));
    let found = list(&view).find(seen.flat_map(Initiative::learnt));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::FollowUp, view.t("lessons-title")).lead(view.t("lessons-lead")).under("/follow-up", view.t("follow-title"));
    Ok(view.page(head, html! { (found) }))
}

fn list<'v>(view: &'v View) -> List<'v, Learnt<'v>> {
    let phases = PHASES.map(|phase| Choice::new(sent(phase), view.of("phase", phase)));
    let objects = view.town.objects.objects.iter().map(|(id, object)| Choice::new(id.as_str(), object.name()));
    List::new(view, "lessons", "lessons-title")
        .empty("lessons-none")
        .order("-date")
        .search("lessons-words", |learnt: &Learnt<'_>| format!("{} {}", learnt.initiative.card.title, learnt.text))
        .choice("object", "initiative-object", objects, |learnt, asked| {
            learnt.initiative.card.object.as_ref().is_some_and(|object| object.as_str() == asked)
        })
        .choice("phase", "initiative-phase", phases, |learnt, asked| sent(learnt.phase) == asked)
        .column("initiative", "initiative-title", |learnt| learnt.initiative.card.title.clone())
        .linked(|learnt| view.href(&(&learnt.initiative.id).into()))
        .column("text", "lesson-text", |learnt| learnt.text.to_owned())
        .column("unit", "initiative-unit", |learnt| words::unit(view, &learnt.initiative.card.unit))
        .column("phase", "initiative-phase", |learnt| view.of("phase", learnt.phase))
        .column("date", "decision-date", |learnt| learnt.date)
}

//! Page: the follow-up of all — late and coming follow-ups, and what benefits have come to at a glance.

use axum::response::Response;
use domain::Arg;
use domain::follow_up::{Due, dues};
use maud::{Markup, Render, html};

use crate::look::{self, Button, Choice, Field, KeyFigure, Link, Tag, Tone};
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/follow-up", May::Anyone, show)]
}

/// Which follow-ups are asked for: those late, those of the coming half year, those attested, or all.
const STATES: [&str; 4] = ["late", "soon", "attested", "all"];
/// How many days ahead counts as soon.
const SOON: i32 = 183;

async fn show(view: View) -> Result<Response, Problem> {
    let all = dues(&view.town);
    let figures = figures(&view, &all);
    let found = list(&view).find(all);
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::FollowUp, view.t("follow-title")).lead(view.t("follow-lead")).actions(look::actions([
        Button::secondary(view.t("lessons-title")).to(view.at("/follow-up/lessons")),
        Button::secondary(view.t("learning-title")).to(view.at("/follow-up/learning")),
        Button::quiet(view.t("calendar-title")).to("/follow-up/calendar.ics"),
    ]));
    let body = html! {
        (figures)
        (found)
        section {
            h2 { (view.t("realised-title")) }
            p { (view.t("realised-lead")) }
            (super::realised::picture(&view, super::realised::By::Class))
            p { (Link::new(view.at("/follow-up/realised"), view.t("realised-more"))) }
        }
    };
    Ok(view.page(head, body))
}

fn figures(view: &View, all: &[Due<'_>]) -> Markup {
    let late = all.iter().filter(|due| due.days_late(view.today).is_some()).count();
    let soon = all.iter().filter(|due| due.days_left(view.today).is_some_and(|days| days <= SOON)).count();
    let attested = all.iter().filter(|due| due.outcome.is_some()).count();
    let unmeasured =
        view.town.initiatives.values().filter(|initiative| initiative.phase.is_delivered() && initiative.case.benefits.is_empty()).count();
    let at = |state: &str| view.asking("state", state);
    look::key_figures(&[
        KeyFigure::new(late.to_string(), view.t("follow-late"))
            .note(if late > 0 { Tone::Bad } else { Tone::Good }, view.t("follow-late-note"))
            .at(at("late")),
        KeyFigure::new(soon.to_string(), view.t("follow-soon")).at(at("soon")),
        KeyFigure::new(attested.to_string(), view.t("follow-attested")).at(at("attested")),
        KeyFigure::new(unmeasured.to_string(), view.t("follow-unmeasured"))
            .note(if unmeasured > 0 { Tone::Partly } else { Tone::Good }, view.t("follow-unmeasured-note")),
    ])
}

fn is_in(view: &View, due: &Due<'_>, state: &str) -> bool {
    match state {
        "soon" => due.days_left(view.today).is_some_and(|days| days <= SOON),
        "attested" => due.outcome.is_some(),
        "all" => true,
        _ => due.days_late(view.today).is_some(),
    }
}

fn list<'v>(view: &'v View) -> List<'v, Due<'v>> {
    let states = STATES.map(|state| Choice::new(state, view.of("follow-state", state)));
    let units = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    let units = units.map(|unit| Choice::new(unit.id.as_str(), unit.name.as_str()));
    List::new(view, "dues", "follow-caption")
        .empty("follow-none")
        .order("date")
        .narrow("state", Field::select("state", view.t("follow-state"), states), |due: &Due<'_>, asked| is_in(view, due, asked))
        .otherwise("late")
        .choice("unit", "benefit-receiver", units, |due, asked| due.benefit.receiver.as_str() == asked)
        .column("benefit", "benefit-title", |due| due.benefit.what.clone())
        .linked(|due| view.href(&(&due.benefit.id).into()))
        .column("initiative", "initiative-title", |due| due.initiative.card.title.clone())
        .linked(|due| view.href(&(&due.initiative.id).into()))
        .column("class", "benefit-class", |due| view.of("benefit-class", due.benefit.class))
        .column("months", "follow-after", |due| view.of("follow-months", due.months))
        .ranked(|due| due.months as i64)
        .column("date", "follow-due", |due| due.date)
        .column("standing", "follow-state", |due| standing_in_words(view, due).1)
        .shown(|due| standing(view, due).render())
        .column("owner", "benefit-owner", |due| view.person(&due.benefit.owner).to_owned())
}

/// How a follow-up stands, in words with their tone.
fn standing_in_words(view: &View, due: &Due<'_>) -> (Tone, String) {
    let days = |days: i32| [("days", Arg::Number(days.into()))];
    match (due.outcome, due.days_late(view.today), due.days_left(view.today)) {
        (Some(outcome), ..) => (Tone::Good, view.say("follow-attested-on", &[("date", outcome.attested.into())])),
        (None, Some(late), _) => (Tone::Bad, view.say("follow-late-days", &days(late))),
        (None, None, Some(left)) if left <= 30 => (Tone::Partly, view.say("follow-left-days", &days(left))),
        _ => (Tone::Neutral, view.t("follow-waiting").to_owned()),
    }
}

/// How a follow-up stands, as a tag.
pub fn standing(view: &View, due: &Due<'_>) -> Tag {
    let (tone, words) = standing_in_words(view, due);
    Tag::new(tone, words)
}

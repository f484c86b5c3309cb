//! Page: all objects with their seats as a matrix, the vacancies, and people who carry too much.

use std::collections::BTreeMap;
use std::rc::Rc;

use axum::response::Response;
use domain::objects::{Object, ObjectPlan, Seat, on_several_levels, overloaded};
use domain::organisation::{Level, Role, Side};
use domain::{ObjectId, PersonId, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Button, Choice, KeyFigure, Link, Tag, Task, Tone, actions, key_figures, panel, panels, task_list};
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// How many people a panel tells of before the way to all of them.
const FIRST: usize = 8;

/// The columns of the matrix of seats.
const COLUMNS: [(Role, Side, &str); 6] = [
    (Role::ObjectOwner, Side::Business, "owner"),
    (Role::ObjectOwner, Side::It, "owner-it"),
    (Role::ObjectManager, Side::Business, "manager"),
    (Role::ObjectManager, Side::It, "manager-it"),
    (Role::ObjectSpecialist, Side::Business, "specialist"),
    (Role::ObjectSpecialist, Side::It, "specialist-it"),
];

pub fn routes() -> Vec<Route> {
    vec![page("/objects", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.objects.objects.values());
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Objects, view.t("objects-title")).lead(view.t("objects-lead")).actions(actions(ways(&view)));
    let body = html! {
        (figures(&view))
        (found)
        (panels([levels(&view), overload(&view)]))
    };
    Ok(view.page(head, body))
}

/// Where one goes from here, and what one may enter.
fn ways(view: &View) -> Vec<Button> {
    let mut ways = vec![
        Button::primary(view.t("portfolio-plans")).to(view.at("/objects/portfolio")),
        Button::secondary(view.t("activities-title")).to(view.at("/objects/activities")),
        Button::secondary(view.t("people-title")).to(view.at("/organisation/people")),
    ];
    if view.can("objects.object.establish", &Subject::Municipality) {
        ways.push(Button::quiet(view.t("object-establish")).to("/objects/new"));
    }
    ways
}

fn figures(view: &View) -> Markup {
    let (town, year) = (&view.town, view.today.year());
    let seats = town.objects.seats(&town.organisation, view.today);
    let vacant = seats.iter().filter(|seat| seat.is_vacant()).count();
    let undecided = town.objects.without_decided_plan(year).count();
    let several = on_several_levels(&town.organisation, view.today).len();
    let late = town.objects.activities_in(year).filter(|activity| activity.is_late(view.today)).count();
    let tone = |bad: usize| if bad == 0 { Tone::Good } else { Tone::Bad };
    let of = |count: usize| view.say("of-count", &[("count", count.into())]);
    key_figures(&[
        KeyFigure::new(vacant.to_string(), view.t("seats-vacant")).note(tone(vacant), of(seats.len())),
        KeyFigure::new(several.to_string(), view.t("people-several-levels"))
            .note(tone(several), level_names(view))
            .at(view.at("/organisation/people?state=several")),
        KeyFigure::new(undecided.to_string(), view.say("plans-undecided", &[("year", year.to_string().as_str().into())]))
            .note(tone(undecided), of(town.objects.objects.len())),
        KeyFigure::new(late.to_string(), view.t("activities-late"))
            .note(tone(late), of(town.objects.activities_in(year).count()))
            .at(view.at("/objects/activities")),
    ])
}

/// The levels, as they are called here.
fn level_names(view: &View) -> String {
    let name = |level: Level| view.of("level", level).as_str().into();
    let facts = [("strategic", name(Level::Strategic)), ("tactical", name(Level::Tactical)), ("operational", name(Level::Operational))];
    view.say("people-several-levels-note", &facts)
}

/// Objects down, seats across.
fn list(view: &View) -> List<'_, &Object> {
    let seats = all_seats(view);
    let narrowed = Rc::clone(&seats);
    let plan_of = view.say("plan-of-year", &[("year", view.today.year().to_string().as_str().into())]);
    let mut list = List::new(view, "seats", "seats-title")
        .empty("objects-none")
        .order("object")
        .search("objects-words", |object: &&Object| object.name().to_owned())
        .choice("seats", "seats-narrow", [Choice::new("vacant", view.t("seats-with-vacant"))], move |object, _| {
            narrowed.get(&object.id).is_some_and(|seats| seats.iter().any(Seat::is_vacant))
        })
        .column("object", "object", |object| object.name().to_owned())
        .shown(|object| {
            let about = (&object.id).into();
            html! { (view.link(&about)) " " @if let Some(source) = view.source(&about) { (source) } }
        });
    for (role, side, name) in COLUMNS {
        let (said, shown) = (Rc::clone(&seats), Rc::clone(&seats));
        list = list
            .column(name, "seat-role", move |object| seat_of(&said, object, role, side).map(|seat| names(view, seat)))
            .headed(words::seat_name(view, role, side))
            .shown(move |object| match seat_of(&shown, object, role, side) {
                Some(seat) => words::seat(view, seat),
                // The object has no such seat: it has an IT side only.
                None => html! { span .sb-quiet { "–" } },
            });
    }
    let plans = Rc::new(view.town.objects.plans_in(view.today.year()));
    let said = Rc::clone(&plans);
    let state = move |object: &&Object| said.get(&object.id).map(|plan| view.of("plan-state", plan.state));
    list.column("plan", "object-plan", state).headed(plan_of).shown(move |object| plan(view, plans.get(&object.id).copied()))
}

/// The seats of every object, and who holds them on the day shown.
type Seats<'a> = Rc<BTreeMap<&'a ObjectId, Vec<Seat<'a>>>>;

fn all_seats(view: &View) -> Seats<'_> {
    let mut by_object: BTreeMap<&ObjectId, Vec<Seat<'_>>> = BTreeMap::new();
    for seat in view.town.objects.seats(&view.town.organisation, view.today) {
        by_object.entry(&seat.object.id).or_default().push(seat);
    }
    Rc::new(by_object)
}

/// A seat of an object, where it has that seat.
fn seat_of<'s, 'a>(seats: &'s Seats<'a>, object: &Object, role: Role, side: Side) -> Option<&'s Seat<'a>> {
    seats.get(&object.id)?.iter().find(|seat| seat.role == role && seat.side == side)
}

/// Who holds a seat, or that it is vacant, as words.
fn names(view: &View, seat: &Seat<'_>) -> String {
    let names: Vec<&str> = seat.holders.iter().map(|held| view.person(&held.person)).collect();
    if names.is_empty() { view.t("vacant").to_owned() } else { names.join(", ") }
}

fn plan(view: &View, plan: Option<&ObjectPlan>) -> Markup {
    match plan {
        Some(plan) => html! { a .ds-link href=(view.href(&(&plan.id).into())) { (words::plan(view, plan)) } },
        None => html! { (Tag::bad(view.t("missing"))) },
    }
}

fn levels(view: &View) -> Markup {
    let people = on_several_levels(&view.town.organisation, view.today);
    let tasks: Vec<Task> = people
        .iter()
        .take(FIRST)
        .map(|(who, levels)| {
            let named: Vec<String> = levels.iter().map(|level| view.of("level", level)).collect();
            of_person(view, who, Tag::partly(named.join(", ")))
        })
        .collect();
    panel(
        view.t("people-several-levels-title"),
        task_list(&tasks, view.t("people-several-levels-none")),
        more(view, "several", people.len()),
    )
}

fn overload(view: &View) -> Markup {
    let people = overloaded(&view.town.organisation, view.today);
    let tasks: Vec<Task> =
        people.iter().take(FIRST).map(|(who, share)| of_person(view, who, Tag::bad(view.texts().percent(i64::from(*share))))).collect();
    panel(view.t("people-overloaded"), task_list(&tasks, view.t("people-overloaded-none")), more(view, "over", people.len()))
}

/// A way to everybody of a kind, where they are more than are told here.
fn more(view: &View, state: &str, count: usize) -> Option<Link> {
    let way = view.at(&format!("/organisation/people?state={state}"));
    (count > FIRST).then(|| Link::new(way, view.say("portfolio-all", &[("count", count.into())])))
}

/// A person as a line that leads staff to the person's page, where roles are seen and ended.
fn of_person(view: &View, who: &PersonId, state: Tag) -> Task {
    let line = Task::new(view.person(who), state);
    if view.is_staff() { line.at(view.href(&who.into())) } else { line }
}

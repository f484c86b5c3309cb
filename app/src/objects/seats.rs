//! Page: all objects with their seats as a matrix, the vacancies, and people who carry too much.

use axum::response::Response;
use domain::objects::{Object, Seat, on_several_levels, overloaded};
use domain::organisation::{Role, Side};
use maud::{Markup, html};

use super::words;
use crate::look::{Button, Column, KeyFigure, Table, Tag, Task, Tone, actions, key_figures, panel, panels, task_list};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// The columns of the matrix of seats.
const COLUMNS: [(Role, Side, &str); 6] = [
    (Role::ObjectOwner, Side::Business, "seat-owner"),
    (Role::ObjectOwner, Side::It, "seat-owner-it"),
    (Role::ObjectManager, Side::Business, "seat-manager-business"),
    (Role::ObjectManager, Side::It, "seat-manager-it"),
    (Role::ObjectSpecialist, Side::Business, "seat-specialist-business"),
    (Role::ObjectSpecialist, Side::It, "seat-specialist-it"),
];

pub fn routes() -> Vec<Route> {
    vec![page("/objects", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let head = Head::new(Part::Objects, view.t("objects-title"))
        .lead(view.t("objects-lead"))
        .actions(actions([Button::secondary(view.t("activities-title")).to(view.at("/objects/activities"))]));
    let body = html! {
        (figures(&view))
        (seats(&view))
        (panels([levels(&view), overload(&view)]))
    };
    view.page(head, body)
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
        KeyFigure::new(several.to_string(), view.t("people-several-levels")).note(tone(several), view.t("people-several-levels-note")),
        KeyFigure::new(undecided.to_string(), view.say("plans-undecided", &[("year", year.to_string().as_str().into())]))
            .note(tone(undecided), of(town.objects.objects.len())),
        KeyFigure::new(late.to_string(), view.t("activities-late"))
            .note(tone(late), of(town.objects.activities_in(year).count()))
            .at(view.at("/objects/activities")),
    ])
}

/// Objects down, seats across.
fn seats(view: &View) -> Table {
    let mut table = Table::new("seats", view.t("seats-title")).column(Column::text(view.t("object")));
    for (.., label) in COLUMNS {
        table = table.column(Column::text(view.t(label)));
    }
    table = table
        .column(Column::text(view.say("plan-of-year", &[("year", view.today.year().to_string().as_str().into())])))
        .empty(view.t("objects-none"));
    for object in view.town.objects.objects.values() {
        let held = view.town.objects.seats_of(object, &view.town.organisation, view.today);
        let about = (&object.id).into();
        let mut row = table.row().cell(html! { (view.link(&about)) " " @if let Some(source) = view.source(&about) { (source) } });
        for (role, side, _) in COLUMNS {
            row = row.cell(seat(view, &held, role, side));
        }
        drop(row.cell(plan(view, object)));
    }
    table
}

/// What stands in a cell: the holders, a vacancy, or that the object has no such seat.
fn seat(view: &View, held: &[Seat<'_>], role: Role, side: Side) -> Markup {
    match held.iter().find(|seat| seat.role == role && seat.side == side) {
        Some(seat) => words::seat(view, seat),
        None => html! { span .sb-quiet { "–" } },
    }
}

fn plan(view: &View, object: &Object) -> Markup {
    match view.town.objects.plan_of(&object.id, view.today.year()) {
        Some(plan) => html! { a .ds-link href=(view.href(&(&plan.id).into())) { (words::plan(view, plan)) } },
        None => html! { (Tag::bad(view.t("missing"))) },
    }
}

fn levels(view: &View) -> Markup {
    let people = on_several_levels(&view.town.organisation, view.today);
    let tasks: Vec<Task> = people
        .into_iter()
        .map(|(who, levels)| {
            let named: Vec<String> = levels.into_iter().map(|level| view.of("level", level)).collect();
            Task::new(view.person(who), Tag::partly(named.join(", ")))
        })
        .collect();
    panel(view.t("people-several-levels-title"), task_list(&tasks, view.t("people-several-levels-none")), None)
}

fn overload(view: &View) -> Markup {
    let people = overloaded(&view.town.organisation, view.today);
    let tasks: Vec<Task> =
        people.into_iter().map(|(who, share)| Task::new(view.person(who), Tag::bad(view.texts().percent(i64::from(share))))).collect();
    panel(view.t("people-overloaded"), task_list(&tasks, view.t("people-overloaded-none")), None)
}

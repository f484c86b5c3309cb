//! What the year's turn shows besides plans: roles that end, goals and the documents that hold them, and
//! the premises and grounds of the new year.

use domain::forums::Preview;
use domain::goals::Document;
use domain::{Arg, Date, Subject};
use maud::{Markup, html};

use super::recommendation;
use crate::look::{Choice, Column, Field, Table, Tag};
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::view::View;

/// The appointments that end with the year, to make anew.
pub fn roles(view: &View, preview: &Preview<'_>, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let (renewed, ending): (Vec<_>, Vec<_>) = preview.endings.iter().partition(|ending| ending.renewed);
    let said = |held: &domain::organisation::Appointment| {
        let scope = match &held.scope {
            domain::organisation::Scope::Object(object) => view.name(&object.into()),
            domain::organisation::Scope::Forum(forum) => view.name(&forum.into()),
            domain::organisation::Scope::Unit(unit) => view.name(&unit.into()),
            domain::organisation::Scope::Round(round) => view.name(&round.into()),
            domain::organisation::Scope::Municipality => view.name(&Subject::Municipality),
        };
        format!("{}: {}, {scope}", view.person(&held.person), view.of("role", held.role))
    };
    let choices: Vec<Choice> = ending.iter().map(|ending| Choice::new(ending.held.id.as_str(), said(ending.held))).collect();
    let field = fields
        .all("appointments")
        .iter()
        .fold(Field::checks("appointments", view.t("year-turn-renew"), choices), |field, ticked| field.value(ticked));
    html! {
        @if ending.is_empty() { p .sb-nothing { (view.t("year-turn-no-endings")) } } @else { (field.help(view.t("year-turn-renew-help")).error(faults.of("appointments"))) }
        @if !renewed.is_empty() {
            p { (view.t("year-turn-renewed-already")) }
            ul { @for ending in renewed { li { (said(ending.held)) } } }
        }
    }
}

/// The documents that steer on the year's last day, and what becomes of their goals.
pub fn goals(view: &View, year: i16) -> Markup {
    let town = &view.town.goals;
    let last = Date::new(year, 12, 31).unwrap_or(view.today);
    let first = last.tomorrow().unwrap_or(last);
    let documents = town.documents.values().filter(|document| document.is_in_force(last));
    let rows = documents.map(|document| (document, town.holding(&document.id, first), goals_of(view, document, last)));
    let rows: Vec<_> = rows.filter(|(.., goals)| *goals > 0).collect();
    html! {
        (Table::new("goals", view.t("year-turn-goals"))
            .caption_hidden()
            .column(Column::text(view.t("year-turn-document")))
            .column(Column::number(view.t("goals-title-short")))
            .column(Column::text(view.t("year-turn-goals-become")))
            .empty(view.t("year-turn-no-goals"))
            .rows(rows, |line, (document, heir, goals)| {
                line.cell(view.link(&(&document.id).into())).cell(goals).cell(html! {
                    @match heir {
                        Some(heir) if heir.id == document.id => (view.t("year-turn-goals-same")),
                        Some(heir) => { (view.t("year-turn-goals-live-on")) " " (view.link(&(&heir.id).into())) },
                        None => { (Tag::partly(view.t("year-turn-goals-end"))) " " (view.t("year-turn-goals-end-why")) },
                    }
                });
            }))
    }
}

/// The goals that nothing holds in the new year: to carry where their body has adopted a document for it.
pub fn lapses(view: &View, preview: &Preview<'_>, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let heirs = preview.lapses.iter().filter_map(|lapse| Some((lapse.goal, lapse.heir?)));
    let choices: Vec<Choice> = heirs.map(|(goal, heir)| Choice::new(goal.id.as_str(), &goal.wording.title).help(&heir.title)).collect();
    let orphans = preview.lapses.iter().filter(|lapse| lapse.heir.is_none()).count();
    let has_choices = !choices.is_empty();
    let field = fields
        .all("goals")
        .iter()
        .fold(Field::checks("goals", view.t("year-turn-goals-carry"), choices), |field, ticked| field.value(ticked));
    html! {
        @if has_choices { (field.help(view.t("year-turn-goals-carry-help")).error(faults.of("goals"))) }
        @if orphans > 0 { p { (view.say("year-turn-orphans", &[("count", orphans.into())])) } }
    }
}

/// How many goals a document holds on a day.
fn goals_of(view: &View, document: &Document, date: Date) -> usize {
    let held = |goal: &&domain::goals::Goal| view.town.goals.holding_goal(goal, date).is_some_and(|holds| holds.id == document.id);
    view.town.goals.goals.values().filter(|goal| goal.is_alive(date)).filter(held).count()
}

/// The new year's premises and grounds: the board's own, or the old ones until it sets new.
pub fn premises(view: &View, year: i16, fields: &Fields) -> Markup {
    let forums = &view.town.forums;
    let kinds = [
        ("premises", "year-turn-hold-premises", forums.premises_for(year), forums.premises_for(year + 1)),
        ("grounds", "year-turn-hold-grounds", forums.grounds_for(year), forums.grounds_for(year + 1)),
    ];
    html! {
        @for (name, label, old, new) in kinds {
            @match (old, new) {
                (_, Some(set)) => p { (view.link(&(&set.id).into())) ": " (view.say("year-turn-set", &[("date", Arg::Date(set.date))])) },
                (Some(old), None) => {
                    (Field::check(name, view.t(label), "yes").value(fields.raw(name)).help(recommendation::title(view, old)))
                },
                (None, None) => p { (Tag::partly(view.t(label))) " " (view.t("year-turn-nothing-to-hold")) },
            }
        }
    }
}

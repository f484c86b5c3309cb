//! Pages: the year's turn: what it will do, the act itself, what it did, and taking it back.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::forums::{PlanTurn, Preview, Turn, YearTurn, YearTurnBack, built_on, preview};
use domain::objects::Activity;
use domain::{Arg, Date, Refusals, Subject, TurnId};
use maud::{Markup, html};

use super::renewing;
use crate::look::{Button, Choice, Column, Field, Link, Summary, Table, Tag, Tone, actions, callout, hidden, task_list};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/years/new", May::Act("forums.year.turn"), show),
        form("/forums/years/new", May::Act("forums.year.turn"), turn),
        page("/forums/years/{turn}", May::Anyone, after),
        form("/forums/years/{turn}/back", May::Act("forums.year.turn_back"), back),
    ]
}

/// The year that turns next: the earliest that has plans and is not closed, where it is nearly over.
pub fn next(view: &View) -> Option<i16> {
    let years = view.town.objects.plans.values().map(|plan| plan.year).filter(|year| !view.town.objects.closed.contains(year));
    years.min().filter(|year| Date::new(*year, 12, 1).is_ok_and(|last_month| last_month <= view.today))
}

fn said(year: i16) -> [(&'static str, Arg); 2] {
    [("year", Arg::Text(year.to_string())), ("next", Arg::Text((year + 1).to_string()))]
}

async fn show(view: View) -> Result<Response, Problem> {
    view.demand("forums.year.turn", &Subject::Municipality)?;
    let year =
        view.ask("year").parse().ok().filter(|year| (2000..=2100).contains(year)).or_else(|| next(&view)).unwrap_or(view.today.year());
    let preview = preview(&view.town, year);
    let plans = preview.plans.iter().map(|(object, _)| object.id.to_string());
    let renewed = preview.endings.iter().filter(|ending| !ending.renewed).map(|ending| ending.held.id.to_string());
    let fields = Fields::filled([("year", year.to_string()), ("premises", "yes".to_owned()), ("grounds", "yes".to_owned())]);
    let living = preview.lapses.iter().filter(|lapse| lapse.heir.is_some()).map(|lapse| lapse.goal.id.to_string());
    let fields = fields.with_all("plans", plans).with_all("appointments", renewed).with_all("goals", living);
    Ok(sheet(&view, year, &fields, &Refusals::none()))
}

async fn turn(mut deed: Deed) -> Result<Response, Problem> {
    let year = i16::try_from(deed.fields.number("year")).unwrap_or(0);
    let id = TurnId::new(&deed.view.fresh_id(&format!("arsskifte-{year}"))).ok_or(Problem::NotFound)?;
    let objects = deed.view.town.objects.objects.values().map(|object| &object.id);
    let without = objects.filter(|object| !deed.fields.all("plans").iter().any(|ticked| ticked == object.as_str())).cloned().collect();
    let act = YearTurn {
        id: id.clone(),
        year,
        without,
        appointments: deed.fields.choices("appointments"),
        goals: deed.fields.choices("goals"),
        premises: deed.fields.is_ticked("premises"),
        grounds: deed.fields.is_ticked("grounds"),
    };
    let page = format!("/forums/years/{id}");
    Ok(deed.then(act, &page, "year-turned", |view, fields, refusals| sheet(&view, year, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, year: i16, fields: &Fields, refusals: &Refusals) -> Response {
    let faults = Faults::new(view, refusals);
    let preview = preview(&view.town, year);
    let head = Head::new(Part::Decisions, view.say("year-turn-title", &said(year)))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
        .lead(view.say("year-turn-lead", &said(year)));
    let body = html! {
        (faults)
        form method="post" action="/forums/years/new" {
            (view.marks())
            (hidden("year", &year.to_string()))
            h2 { (view.say("year-turn-plans", &said(year))) }
            (plans(view, &preview, fields, &faults))
            h2 { (view.t("year-turn-roles")) }
            (renewing::roles(view, &preview, fields, &faults))
            h2 { (view.t("year-turn-goals")) }
            (renewing::goals(view, year))
            (renewing::lapses(view, &preview, fields, &faults))
            h2 { (view.t("year-turn-premises")) }
            (renewing::premises(view, year, fields))
            (callout(Tone::Info, "", html! { p { (view.say("year-turn-closes", &said(year))) } }))
            (actions([Button::primary(view.say("year-turn-do", &said(year))), Button::quiet(view.t("leave")).to("/forums")]))
        }
    };
    view.page(head, body)
}

/// Object by object: what goes on, what stays and why; and a box for those that shall not be carried.
fn plans(view: &View, preview: &Preview<'_>, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let names = |all: &[&Activity]| all.iter().map(|activity| activity.text.name.as_str()).collect::<Vec<_>>().join("; ");
    let count = |key: &str, all: &[&Activity]| view.say(key, &[("count", all.len().into()), ("names", names(all).as_str().into())]);
    let (mut choices, mut others) = (Vec::new(), Vec::new());
    for (object, turn) in &preview.plans {
        match turn {
            PlanTurn::Carried { from, going, staying } => {
                let undecided = if from.decided.is_none() { view.t("year-turn-undecided") } else { "" };
                let help = [count("year-turn-going", going), count("year-turn-staying", staying), undecided.to_owned()].join(" ");
                choices.push(Choice::new(object.id.as_str(), object.name()).help(help));
            }
            PlanTurn::There(plan) => others.push((object.name(), view.link(&(&plan.id).into()), view.t("year-turn-plan-there"))),
            PlanTurn::Without => others.push((object.name(), html! { (Tag::partly(view.t("missing"))) }, view.t("year-turn-plan-without"))),
        }
    }
    let has_choices = !choices.is_empty();
    let field =
        fields.all("plans").iter().fold(Field::checks("plans", view.t("year-turn-carried"), choices), |field, ticked| field.value(ticked));
    html! {
        @if has_choices { (field.help(view.t("year-turn-carried-help")).error(faults.of("plans"))) }
        @if !others.is_empty() {
            (Table::new("left", view.t("year-turn-left"))
                .column(Column::text(view.t("object")))
                .column(Column::text(view.t("object-plan")))
                .column(Column::text(view.t("year-turn-why")))
                .rows(others, |line, (object, plan, why)| { line.cell(object).cell(plan).cell(why); }))
        }
    }
}

async fn after(view: View, Path(id): Path<TurnId>) -> Result<Response, Problem> {
    done(&view, &id, &Fields::default(), &Refusals::none())
}

async fn back(Path(id): Path<TurnId>, deed: Deed) -> Result<Response, Problem> {
    let act = YearTurnBack { id: id.clone(), why: deed.fields.text("why") };
    let page = format!("/forums/years/{id}");
    Ok(deed.then(act, &page, "year-turned-back", |view, fields, refusals| done(&view, &id, &fields, &refusals).into_response()).await)
}

fn done(view: &View, id: &TurnId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let turn = view.town.forums.turns.get(id).ok_or(Problem::NotFound)?;
    let head = Head::new(Part::Decisions, view.say("year-turn-title", &said(turn.year)))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
        .marks(html! { @match turn.back { Some(_) => (Tag::bad(view.t("year-turn-was-back"))), None => (Tag::good(view.t("year-turn-was-done"))) } });
    let links = |all: Vec<Subject>| html! { @for (place, about) in all.iter().enumerate() { @if place > 0 { ", " } (view.link(about)) } };
    let held_on = turn.premises.iter().chain(&turn.grounds).map(Subject::from).collect();
    let mut facts = Summary::new()
        .fact(view.t("year-turn-by"), format!("{}, {}", view.person(&turn.who), view.date(turn.date)))
        .fact(
            view.t("year-turn-began"),
            if turn.back.is_none() {
                links(turn.plans.iter().map(Subject::from).collect())
            } else {
                html! { (turn.plans.len()) }
            },
        )
        .fact(view.t("year-turn-renewed"), turn.appointments.len())
        .fact(view.t("year-turn-goals-carried"), turn.goals.len())
        .fact(view.t("year-turn-held-on"), links(held_on));
    if let Some(why) = &turn.back {
        facts = facts.fact(view.t("year-turn-back-why"), why);
    }
    Ok(view.page(head, html! { (facts) @if turn.back.is_none() { (taking_back(view, turn, fields, refusals)) } }))
}

fn taking_back(view: &View, turn: &Turn, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let built = built_on(&view.town, turn);
    let tasks: Vec<crate::look::Task> = built
        .iter()
        .map(|about| crate::look::Task::new(view.name(about), Tag::info(view.t("year-turn-built"))).at(view.href(about)))
        .collect();
    html! {
        h2 { (view.t("year-turn-back")) }
        @if built.is_empty() {
            p { (view.say("year-turn-back-help", &said(turn.year))) }
            @if view.can("forums.year.turn_back", &Subject::Municipality) {
                (faults)
                form method="post" action=(format!("/forums/years/{}/back", turn.id)) {
                    (view.marks())
                    (Field::area("why", view.t("year-turn-back-why")).rows(2).value(fields.raw("why")).error(faults.of("why")))
                    (actions([Button::danger(view.t("year-turn-back"))]))
                }
            }
        } @else {
            p { (view.t("year-turn-built-on")) }
            (task_list(&tasks, ""))
        }
    }
}

/// The years that have turned, the latest first; and the next, for those who may turn it.
pub fn years(view: &View) -> Markup {
    let mut turns: Vec<&Turn> = view.town.forums.turns.values().collect();
    turns.sort_by_key(|turn| std::cmp::Reverse((turn.year, turn.date)));
    let next = next(view).filter(|_| view.can("forums.year.turn", &Subject::Municipality));
    html! {
        h2 { (view.t("turns")) }
        @if turns.is_empty() { p .sb-nothing { (view.t("turns-none")) } }
        ul { @for turn in turns { li { (Link::new(view.href(&(&turn.id).into()), view.say("year-turn-title", &said(turn.year)))) @if turn.back.is_some() { " " (Tag::bad(view.t("year-turn-was-back"))) } } } }
        @if let Some(year) = next { (actions([Button::secondary(view.say("year-turn-prepare", &said(year))).to(format!("/forums/years/new?year={year}"))])) }
    }
}

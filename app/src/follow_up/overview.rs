//! Page: the follow-up of all — late and coming follow-ups, and realised against planned.

use axum::response::Response;
use domain::follow_up::{Due, Realised, dues, realised};
use domain::initiatives::FinancingSource;
use domain::{Arg, Ore};
use maud::{Markup, html};
use serde::Serialize;

use crate::initiatives::words;
use crate::look::{self, Choice, Column, Field, KeyFigure, Link, Table, Tag, Tone};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/follow-up", May::Anyone, show)]
}

/// Which follow-ups are asked for: those late, those of the coming half year, those attested, or all.
const STATES: [&str; 4] = ["late", "soon", "attested", "all"];
/// How many days ahead counts as soon.
const SOON: i32 = 183;

async fn show(view: View) -> Response {
    let all = dues(&view.town);
    let head = Head::new(Part::FollowUp, view.t("follow-title")).lead(view.t("follow-lead"));
    let body = html! {
        (figures(&view, &all))
        (filters(&view))
        (table(&view, all.iter().filter(|due| is_asked_for(&view, due)).collect()))
        h2 { (view.t("realised-title")) }
        p { (view.t("realised-lead")) }
        (groups(&view, "class", &realised(&view.town, |_, benefit| benefit.class), |class| view.of("benefit-class", class)))
        (groups(&view, "unit", &realised(&view.town, |_, benefit| benefit.receiver.clone()), |unit| words::unit(&view, unit)))
        (groups(&view, "source", &realised(&view.town, |initiative, _| initiative.case.financing.first().map(|line| line.source)), |source| sourced(&view, *source)))
    };
    view.page(head, body)
}

fn sourced(view: &View, source: Option<FinancingSource>) -> String {
    source.map_or_else(|| view.t("source-unknown").to_owned(), |source| view.of("source", source))
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

fn state(view: &View) -> &str {
    let asked = view.ask("state");
    STATES.iter().find(|state| **state == asked).copied().unwrap_or("late")
}

fn is_asked_for(view: &View, due: &Due<'_>) -> bool {
    let of_unit = view.ask("unit").is_empty() || due.benefit.receiver.as_str() == view.ask("unit");
    of_unit
        && match state(view) {
            "soon" => due.days_left(view.today).is_some_and(|days| days <= SOON),
            "attested" => due.outcome.is_some(),
            "all" => true,
            _ => due.days_late(view.today).is_some(),
        }
}

fn filters(view: &View) -> Markup {
    let states = STATES.map(|state| Choice::new(state, view.of("follow-state", state)));
    let mut units: Vec<Choice> = view
        .town
        .organisation
        .units
        .values()
        .filter(|unit| unit.kind.is_body())
        .map(|unit| Choice::new(unit.id.as_str(), unit.name.as_str()))
        .collect();
    units.insert(0, Choice::new("", view.t("initiatives-any")));
    let fields = [
        Field::select("state", view.t("follow-state"), states).value(state(view)),
        Field::select("unit", view.t("benefit-receiver"), units).value(view.ask("unit")),
    ];
    let clear = (!view.query.is_empty()).then(|| Link::new(view.at("/follow-up"), view.t("initiatives-clear")));
    look::filter_bar(view.t("initiatives-filter"), "/follow-up", fields, view.t("initiatives-show"), clear)
}

fn table(view: &View, found: Vec<&Due<'_>>) -> Table {
    let caption = view.say("follow-caption", &[("count", found.len().into())]);
    Table::new("dues", caption)
        .column(Column::text(view.t("benefit-title")))
        .column(Column::text(view.t("initiative-title")))
        .column(Column::text(view.t("benefit-class")))
        .column(Column::text(view.t("follow-after")))
        .column(Column::text(view.t("follow-due")))
        .column(Column::text(view.t("follow-state")))
        .column(Column::text(view.t("benefit-owner")))
        .empty(view.t("follow-none"))
        .rows(found, |row, due| {
            row.link(&view.href(&(&due.benefit.id).into()), &due.benefit.what)
                .cell(view.link(&(&due.initiative.id).into()))
                .cell(view.of("benefit-class", due.benefit.class))
                .cell(view.of("follow-months", due.months))
                .cell(view.date(due.date))
                .cell(standing(view, due))
                .cell(view.person(&due.benefit.owner));
        })
}

/// How a follow-up stands, as a tag.
pub fn standing(view: &View, due: &Due<'_>) -> Tag {
    let days = |days: i32| [("days", Arg::Number(days.into()))];
    match (due.outcome, due.days_late(view.today), due.days_left(view.today)) {
        (Some(outcome), ..) => Tag::good(view.say("follow-attested-on", &[("date", outcome.attested.into())])),
        (None, Some(late), _) => Tag::bad(view.say("follow-late-days", &days(late))),
        (None, None, Some(left)) if left <= 30 => Tag::partly(view.say("follow-left-days", &days(left))),
        _ => Tag::neutral(view.t("follow-waiting")),
    }
}

/// Realised against planned, a row a group.
fn groups<K: Ord + Serialize>(
    view: &View,
    name: &str,
    all: &std::collections::BTreeMap<K, Realised>,
    word: impl Fn(&K) -> String,
) -> Table {
    let mut table = Table::new(format!("realised-{name}"), view.of("realised-by", name))
        .column(Column::text(view.of("realised-group", name)))
        .column(Column::number(view.t("realised-benefits")))
        .column(Column::number(view.t("realised-attested")))
        .column(Column::number(view.t("realised-reached")))
        .column(Column::number(view.t("realised-planned")))
        .column(Column::number(view.t("realised-realised")))
        .column(Column::number(view.t("realised-share")))
        .empty(view.t("realised-none"))
        .rows(all, |row, (group, sum)| {
            row.cell(word(group))
                .cell(sum.benefits)
                .cell(sum.attested)
                .cell(sum.reached)
                .cell(view.short(sum.planned))
                .cell(view.short(sum.realised))
                .cell(sum.share().map(|share| view.texts().percent(share)).unwrap_or_default());
        });
    let total = |pick: fn(&Realised) -> Ore| all.values().map(pick).sum::<Ore>();
    let count = |pick: fn(&Realised) -> usize| all.values().map(pick).sum::<usize>();
    table
        .totals()
        .cell(view.t("basis-sum"))
        .cell(count(|sum| sum.benefits))
        .cell(count(|sum| sum.attested))
        .cell(count(|sum| sum.reached))
        .cell(view.short(total(|sum| sum.planned)))
        .cell(view.short(total(|sum| sum.realised)));
    table
}

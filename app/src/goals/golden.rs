//! The golden thread through one thing, wherever that thing is shown: links to all it is tied to, one picture,
//! and its table.

use domain::thread::{Thread, through};
use domain::{Arg, Subject};
use maud::{Markup, html};

use crate::initiatives;
use crate::look::chart::{Knot, Said, Strand, figure, thread};
use crate::look::{self, Column, Link, Summary, Table, Tone};
use crate::web::view::View;

/// How many activities and initiatives the picture has room for; the table has them all.
const DRAWN: usize = 24;

/// The thread through `about`: from goal area through goal and direction to the work, each a link away.
pub fn golden(view: &View, about: &Subject) -> Markup {
    let thread = through(&view.town, about, view.today, |initiative| initiatives::words::is_visible(view, initiative));
    html! {
        h2 { (view.t("golden-thread")) }
        @if thread.is_loose() {
            (look::callout(Tone::Bad, "", html! {
                p { (view.t("golden-loose")) " " (Link::new(view.at("/goals/strategy#findings"), view.t("findings-title"))) }
            }))
        } @else {
            @if thread.work.is_empty() {
                (look::callout(Tone::Bad, "", html! { p { (view.t("golden-no-work")) } }))
            }
            (ways(view, about, &thread))
            (picture(view, &thread))
        }
    }
}

/// A link to everything the thing is tied to, stage by stage.
fn ways(view: &View, about: &Subject, thread: &Thread) -> Summary {
    let mut facts = Summary::new();
    for (stage, things) in [("goal-area", &thread.areas), ("goal", &thread.goals), ("golden-ways", &thread.ways)] {
        let others: Vec<&Subject> = things.iter().filter(|thing| *thing != about).collect();
        if !others.is_empty() {
            facts = facts.fact(view.t(stage), html! { @for thing in others { div { (view.link(thing)) } } });
        }
    }
    facts
}

fn picture(view: &View, all: &Thread) -> Markup {
    let drawn = all.work.len().min(DRAWN);
    let work = all.work.iter().take(drawn).map(|(leaf, _)| leaf);
    let columns = [(0, &all.areas), (1, &all.goals), (2, &all.ways)];
    let placed: Vec<(usize, &Subject)> = columns
        .into_iter()
        .flat_map(|(column, things)| things.iter().map(move |thing| (column, thing)))
        .chain(work.map(|leaf| (3, leaf)))
        .collect();
    let place = |thing: &Subject| placed.iter().position(|(_, other)| *other == thing);
    let knots: Vec<Knot> = placed.iter().map(|(column, thing)| Knot { column: *column, label: view.name(thing) }).collect();
    let strands: Vec<Strand> =
        all.strands.iter().filter_map(|(from, to)| Some(Strand { from: place(from)?, to: place(to)?, weight: 1 })).collect();
    let left = all.work.len() - drawn;
    let description = match left {
        0 => view.t("golden-help").to_owned(),
        _ => view.say("golden-help-some", &[("drawn", Arg::from(drawn)), ("all", Arg::from(all.work.len()))]),
    };
    let said = Said { id: "golden".into(), title: view.t("golden-thread").into(), description };
    let titles: Vec<String> = ["goal-area", "goal", "golden-ways-short", "golden-work"].iter().map(|key| view.t(key).to_owned()).collect();
    figure(&said, &thread(&said, &titles, &knots, &strands), view.t("chart-as-table"), table(view, all))
}

fn table(view: &View, all: &Thread) -> Table {
    let mut table = Table::new("golden-table", view.t("golden-thread"))
        .caption_hidden()
        .column(Column::text(view.t("golden-what")))
        .column(Column::text(view.t("golden-stage")))
        .column(Column::number(view.t("cost")));
    for (stage, things) in [("goal-area", &all.areas), ("goal", &all.goals), ("golden-ways", &all.ways)] {
        for thing in things {
            table.row().cell(view.link(thing)).cell(view.t(stage)).cell("");
        }
    }
    for (leaf, cost) in &all.work {
        table.row().cell(view.link(leaf)).cell(view.t("golden-work")).cell(view.kr(*cost));
    }
    table
}

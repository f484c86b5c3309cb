//! Page: what is done twice and what is done together: every answer about similar work, and the money
//! saved or paid twice. The tactical council has its sum on its own page.

use axum::response::Response;
use domain::forums::Forum;
use domain::initiatives::{How, Initiative, KinAnswer, kin_answers};
use domain::organisation::Level;
use domain::{Arg, Ore};
use maud::{Markup, html};

use super::{alike, choices, words};
use crate::look::chart::{self, Bar, Paint, Said};
use crate::look::{self, Column, KeyFigure, Link, Table, Tone};
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/initiatives/coordination", May::Staff, show)]
}

/// An answer, with the initiative that gave it.
type Answered<'a> = (&'a Initiative, &'a KinAnswer);

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(kin_answers(&view.town));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Initiatives, view.t("coordination-title"))
        .lead(view.t("coordination-lead"))
        .under("/initiatives", view.t("initiatives-title"));
    let body = html! { (figures(&view)) (picture(&view)) (found) };
    Ok(view.page(head, body))
}

/// What one kind of answer comes to: how many, and the money saved or paid twice.
fn sum(view: &View, how: How) -> (usize, Ore) {
    kin_answers(&view.town).filter(|(_, answer)| answer.how == how).fold((0, Ore::ZERO), |(count, money), (_, answer)| {
        (count + 1, money + if how == How::Apart { answer.paid_twice() } else { answer.saving })
    })
}

fn figures(view: &View) -> Markup {
    let figure = |how, tone: Tone| {
        let (count, money) = sum(view, how);
        KeyFigure::new(view.short(money), view.of("coordination-sum", how))
            .note(if count == 0 { Tone::Neutral } else { tone }, view.say("coordination-cases", &[("count", count.into())]))
            .at(view.asking("how", &sent(how)))
    };
    look::key_figures(&[figure(How::Join, Tone::Good), figure(How::Reuse, Tone::Good), figure(How::Apart, Tone::Partly)])
}

fn picture(view: &View) -> Markup {
    let rows: Vec<(String, Ore)> = How::ALL.into_iter().map(|how| (view.of("coordination-sum", how), sum(view, how).1)).collect();
    let bars: Vec<Bar> = (0..)
        .zip(&rows)
        .map(|(nth, (label, money))| Bar {
            label: label.clone(),
            value: money.0,
            text: view.short(*money),
            target: None,
            paint: Paint::of_series(nth),
        })
        .collect();
    let said = Said { id: "coordination-chart".to_owned(), title: view.t("coordination-chart").to_owned(), description: String::new() };
    let table = Table::new("coordination-chart-table", said.title.as_str())
        .caption_hidden()
        .column(Column::text(view.t("kin-how")))
        .column(Column::number(view.t("overview-amount")))
        .rows(&rows, |row, (label, money)| {
            row.cell(label).cell(view.kr(*money));
        });
    chart::figure(&said, &chart::bars(&said, &bars), view.t("chart-as-table"), table)
}

fn list<'v>(view: &'v View) -> List<'v, Answered<'v>> {
    List::new(view, "coordination", "coordination-caption")
        .empty("coordination-none")
        .order("-date")
        .choice("how", "kin-how", choices::of(view, "kin-how", &How::ALL), |(_, answer): &Answered<'_>, asked| sent(answer.how) == asked)
        .column("initiative", "initiative-title", |(initiative, _)| initiative.card.title.clone())
        .linked(|(initiative, _)| view.href(&(&initiative.id).into()))
        .column("unit", "initiative-unit", |(initiative, _)| words::unit(view, &initiative.card.unit))
        .column("to", "coordination-to", |(_, answer)| alike::name(view, &answer.to))
        .shown(|(_, answer)| alike::link(view, &answer.to))
        .column("how", "kin-how", |(_, answer)| view.of("kin-how", answer.how))
        .column("why", "kin-why", |(_, answer)| answer.why.clone())
        .column("saved", "coordination-saved", |(_, answer)| (answer.how != How::Apart).then_some(answer.saving))
        .short()
        .summed()
        .column("twice", "coordination-twice", |(_, answer)| Some(answer.paid_twice()).filter(|money| *money > Ore::ZERO))
        .short()
        .summed()
        .column("date", "decision-date", |(_, answer)| answer.date)
        .column("by", "kin-by", |(_, answer)| view.person(&answer.by).to_owned())
        .in_file_only()
}

/// What a forum on the tactical level is to take up: what is done twice, and what was joined; nothing for others.
pub fn for_forum(view: &View, forum: &Forum) -> Markup {
    if forum.level != Level::Tactical || !view.is_staff() {
        return html! {};
    }
    let twice: Vec<Answered<'_>> = kin_answers(&view.town).filter(|(_, answer)| answer.how == How::Apart).collect();
    let (joined, saved) = sum(view, How::Join);
    let (_, reused) = sum(view, How::Reuse);
    let (_, lost) = sum(view, How::Apart);
    let facts = [
        ("count", twice.len().into()),
        ("lost", Arg::Text(view.short(lost))),
        ("joined", joined.into()),
        ("saved", Arg::Text(view.short(saved + reused))),
    ];
    html! {
        section #coordination {
            h2 { (view.t("coordination-agenda")) }
            p { (view.say("coordination-agenda-sum", &facts)) }
            ul { @for (initiative, answer) in &twice {
                li { (view.link(&(&initiative.id).into())) " – " (alike::link(view, &answer.to)) @if answer.at_stake > Ore::ZERO { ", " (view.short(answer.at_stake)) } ". " (answer.why) }
            } }
            p { (Link::new(view.at("/initiatives/coordination"), view.t("coordination-all"))) }
        }
    }
}

//! Läget: what a newcomer must see within ten seconds: money, work, what is late, what waits for whom,
//! goals nobody serves, and how the audit would come out today.

mod late;
mod money;
mod steering;
mod work;

use axum::response::Response;
use domain::Arg;
use domain::audit::{Answer, Verdict};
use domain::expected::Task;
use domain::situation;
use maud::{Markup, html};

use crate::audit;
use crate::look::{self, KeyFigure, Link, Tone};
use crate::mine;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

/// How many of the reader's own tasks stand on the page; the rest are one link away.
const OWN: usize = 5;

/// The routes of this part.
pub fn routes() -> Vec<Route> {
    vec![page("/", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let answers = audit::answered(&view);
    let tasks = mine::all(&view);
    let head = Head::new(Part::Overview, view.t("overview-title"))
        .lead(view.say("overview-lead", &[("municipality", view.harbour().name.as_str().into()), ("date", view.today.into())]));
    let body = html! {
        (figures(&view, &answers, &tasks))
        @if view.who.is_some() { (own(&view)) }
        (look::panels([
            money::panel(&view),
            work::panel(&view),
            late::panel(&view, &tasks),
            late::waiting(&view, &tasks),
            steering::goals(&view),
            steering::audit(&view, &answers),
        ]))
    };
    view.page(head, body)
}

/// The four figures everything else explains.
fn figures(view: &View, answers: &[Answer], tasks: &[Task]) -> Markup {
    let under = situation::money_under_way(&view.town);
    let going = situation::by_phase(&view.town).into_iter().filter(|(phase, _)| phase.has_begun() && !phase.is_delivered());
    let going: usize = going.map(|(_, count)| count).sum();
    let late = late::count(view, tasks);
    let yes = answers.iter().filter(|answer| answer.answer == Verdict::Yes).count();
    let no = answers.iter().filter(|answer| answer.answer == Verdict::No).count();
    let tone = if under.over.0 > 0 { Tone::Partly } else { Tone::Good };
    let year = view.today.year();
    html! {
        (look::key_figures(&[
            KeyFigure::new(view.short(situation::set_aside(&view.town, year)), view.say("overview-set-aside", &[("year", Arg::Text(year.to_string()))]))
                .at(view.at("/money")),
            KeyFigure::new(going.to_string(), view.t("overview-going"))
                .note(tone, view.say("overview-forecast", &[("money", Arg::Text(view.short(under.over)))]))
                .at(view.at("/initiatives?phase=delivery")),
            KeyFigure::new(late.to_string(), view.t("overview-late"))
                .note(if late == 0 { Tone::Good } else { Tone::Bad }, view.t(if late == 0 { "overview-late-none" } else { "overview-late-some" }))
                .at("#late"),
            KeyFigure::new(view.say("overview-yes-of", &[("yes", yes.into()), ("of", answers.len().into())]), view.t("overview-audit"))
                .note(if no == 0 { Tone::Partly } else { Tone::Bad }, view.say("overview-no", &[("no", no.into())]))
                .at(view.at("/audit")),
        ]))
    }
}

/// What waits for the reader, the most urgent first.
fn own(view: &View) -> Markup {
    let own = mine::own(view);
    let lines: Vec<look::Task> = own.iter().take(OWN).map(|task| mine::line(view, task)).collect();
    html! {
        section {
            h2 { (view.t("overview-own")) }
            (look::task_list(&lines, view.t("mine-none")))
            @if own.len() > OWN { p { (Link::new(view.at("/mine"), view.say("overview-own-all", &[("count", own.len().into())]))) } }
        }
    }
}

//! The ledger as people see it: its head, every entry that may be looked for, and how anyone can check it.

use std::collections::BTreeSet;

use axum::response::Response;
use domain::{Subject, Trace, date_at};
use maud::html;

use super::permissions::act_words;
use crate::look::Choice;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/ledger", May::Staff, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let traces = view.town.history.iter().flat_map(|(about, traces)| traces.iter().map(move |trace| (about, trace)));
    let found = list(&view).find(traces);
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::None, view.t("ledger-title")).lead(view.t("ledger-lead"));
    let body = html! {
        @if view.as_of.is_none() {
            h2 { (view.t("ledger-checkpoint")) }
            p { (view.t("ledger-checkpoint-help")) }
            pre .sb-note { code { (view.harbour().helm.now().head.note) } }
        }
        (found)
    };
    Ok(view.page(head, body))
}

/// An entry, with what it is about.
type Entry<'a> = (&'a Subject, &'a Trace);

/// The entries, the newest first: what was done, to what, when and by whom.
fn list(view: &View) -> List<'_, Entry<'_>> {
    let traces = || view.town.history.iter().flat_map(|(_, traces)| traces.iter());
    let acts: BTreeSet<&str> = traces().map(|trace| trace.act.as_str()).collect();
    let mut acts: Vec<(String, &str)> = acts.into_iter().map(|act| (act_words(view, act), act)).collect();
    acts.sort_unstable();
    // From the first entry's year to the last's: asking each for its year would take longer than all else.
    let year = |trace: &Trace| date_at(trace.at).year();
    let [first, last] = [traces().min_by_key(|trace| trace.at), traces().max_by_key(|trace| trace.at)].map(|trace| trace.map(year));
    let years = first.zip(last).into_iter().flat_map(|(first, last)| first..=last);
    List::new(view, "ledger", "ledger-entries")
        .order("-seq")
        .search("ledger-words", |(about, trace): &Entry<'_>| format!("{} {}", view.name(about), view.person(&trace.who)))
        .choice("act", "ledger-act", acts.into_iter().map(|(words, act)| Choice::new(act, words)), |(_, trace), asked| {
            trace.act.as_str() == asked
        })
        .choice(
            "year",
            "ledger-year",
            years.into_iter().rev().map(|year| Choice::new(year.to_string(), year.to_string())),
            |(_, trace), asked| date_at(trace.at).year().to_string() == asked,
        )
        .column("at", "ledger-at", |(_, trace)| date_at(trace.at))
        .column("act", "ledger-act", |(_, trace)| act_words(view, trace.act.as_str()))
        .column("about", "ledger-about", |(about, _)| view.name(about))
        .linked(|(about, _)| view.href(about))
        .column("who", "ledger-who", |(_, trace)| view.person(&trace.who).to_owned())
        .column("seq", "ledger-seq", |(_, trace)| i64::try_from(trace.seq).unwrap_or(i64::MAX))
}

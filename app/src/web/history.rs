//! What has been done to a thing, the latest first; each day leads to the page as it was at its end.

use domain::{Subject, Trace, date_at};
use maud::{Markup, html};

use super::naming;
use super::view::View;
use crate::look::{self, Link, Moment};

/// The history of some things that are shown together, folded away. Citizens see what was done and when; who
/// did it is for staff.
pub fn history(view: &View, about: &[Subject]) -> Markup {
    let mut traces: Vec<(&Subject, &Trace)> =
        about.iter().flat_map(|subject| view.town.traces(subject).map(move |trace| (subject, trace))).collect();
    traces.sort_by_key(|(_, trace)| std::cmp::Reverse(trace.seq));
    let is_staff = view.is_staff();
    let moments: Vec<Moment> = traces.into_iter().map(|(subject, trace)| moment(view, subject, trace, is_staff)).collect();
    html! { @if !moments.is_empty() { (look::details(view.t("history"), look::timeline(&moments))) } }
}

fn moment(view: &View, subject: &Subject, trace: &Trace, is_staff: bool) -> Moment {
    let day = date_at(trace.at);
    let did = view.t(&format!("act-{}", trace.act.as_str().replace(['.', '_'], "-"))).to_owned();
    let who = if is_staff { view.person(&trace.who) } else { &view.harbour().name };
    let then = Link::new(format!("{}?as_of={day}", naming::href(subject)), view.t("history-then"));
    Moment::new(trace.at.to_string(), view.date(day), who, html! { p { (did) " " @if day < view.today { (then) } } })
}

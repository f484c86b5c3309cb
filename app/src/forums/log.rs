//! Page: the log of matters and decisions: every decision with date, decider, matter and where it stands.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use axum::response::Response;
use domain::forums::{Decider, Decision};
use domain::{Subject, UnitId};
use maud::html;

use super::words;
use crate::look::{Button, Choice, Column, Field, Link, Sort, Table, Tag, filter_bar};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/decisions", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let mut head = Head::new(Part::Decisions, view.t("decisions-title")).lead(view.t("decisions-lead"));
    if view.can("forums.decision.record", &Subject::Municipality) {
        head = head.actions(html! { (Button::primary(view.t("decision-record")).to("/decisions/new")) });
    }
    let mut found: Vec<&Decision> = view.town.forums.decisions.values().filter(|decision| is_asked_for(&view, decision)).collect();
    if view.ask("sort") == "oldest" {
        found.sort_by_key(|decision| (decision.date, decision.basis));
    } else {
        found.sort_by_key(|decision| Reverse((decision.date, decision.basis)));
    }
    let body = html! {
        (filter_bar(view.t("decisions-filter"), "/decisions", filters(&view), view.t("decisions-show"), Some(Link::new(view.at("/decisions"), view.t("decisions-clear")))))
        (table(&view, &found))
        p {
            (Link::new(view.at("/delegations"), view.t("delegations-title"))) " · "
            (Link::new(view.at("/forums"), view.t("forums-title")))
        }
    };
    view.page(head, body)
}

fn is_asked_for(view: &View, decision: &Decision) -> bool {
    let (words, decider, year) = (view.ask("words").trim().to_lowercase(), view.ask("decider"), view.ask("year"));
    let text = || format!("{} {} {} {}", decision.matter, decision.text, decision.case_number, decision.paragraph).to_lowercase();
    let by = match &decision.by {
        Decider::Body(unit) => decider.is_empty() || unit.as_str() == decider,
        Decider::Delegate { .. } => matches!(decider, "" | "delegated") || decider == "unreported" && decision.reported.is_none(),
    };
    by && (year.is_empty() || decision.date.year().to_string() == year) && (words.is_empty() || text().contains(&words))
}

fn filters(view: &View) -> [Field; 3] {
    let decisions = || view.town.forums.decisions.values();
    let years: BTreeSet<Reverse<i16>> = decisions().map(|decision| Reverse(decision.date.year())).collect();
    let bodies: BTreeSet<&UnitId> = decisions()
        .filter_map(|decision| match &decision.by {
            Decider::Body(unit) => Some(unit),
            Decider::Delegate { .. } => None,
        })
        .collect();
    let all = || std::iter::once(Choice::new("", view.t("decisions-all")));
    let deciders = all()
        .chain(bodies.into_iter().map(|unit| Choice::new(unit.as_str(), view.name(&Subject::from(unit)))))
        .chain(["delegated", "unreported"].map(|choice| Choice::new(choice, view.of("decider", choice))));
    let years = all().chain(years.into_iter().map(|Reverse(year)| Choice::new(year.to_string(), year.to_string())));
    [
        Field::search("words", view.t("decisions-words")).value(view.ask("words")),
        Field::select("decider", view.t("decision-by"), deciders).value(view.ask("decider")),
        Field::select("year", view.t("decisions-year"), years).value(view.ask("year")),
    ]
}

fn table(view: &View, found: &[&Decision]) -> Table {
    let oldest = view.ask("sort") == "oldest";
    let (next, now) = if oldest { ("", Sort::Ascending) } else { ("oldest", Sort::Descending) };
    Table::new("decisions", view.say("decisions-count", &[("count", found.len().into())]))
        .column(Column::text(view.t("decision-matter")))
        .column(Column::text(view.t("decision-date")).sorts(view.asking("sort", next), now))
        .column(Column::text(view.t("decision-by")))
        .column(Column::text(view.t("decision-number")))
        .column(Column::text(view.t("decision-source")))
        .empty(view.t("decisions-none"))
        .rows(found, |line, decision| {
            let about = Subject::from(&decision.id);
            line.link(&view.href(&about), &decision.matter)
                .cell(view.date(decision.date))
                .cell(html! {
                    (words::decider(view, decision))
                    @if decision.is_delegated() && decision.reported.is_none() { " " (Tag::partly(view.t("decision-unreported"))) }
                })
                .cell(format!("{} {}", decision.case_number, decision.paragraph))
                .cell(html! { @if let Some(source) = view.source(&about) { (source) } });
        })
}

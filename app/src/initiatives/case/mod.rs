//! Page: the business case as a whole — what it costs, what good it does, what may go wrong, who took part, who pays.

mod money;
mod printed;
mod reviews;
mod risks;
mod security;
mod users;
mod whole;
pub mod worth;

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::Initiative;
use domain::{InitiativeId, Subject};
use maud::{Markup, Render, html};

use super::{attachments, gate, sheet, words};
use crate::look::{self, Button, Link, Tag, Task};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    let own = vec![page("/initiatives/{initiative}/case", May::Staff, show)];
    [own, worth::routes(), reviews::routes(), whole::routes()].into_iter().flatten().collect()
}

/// The sections of the case, by anchor and title, in the order of the page.
const SECTIONS: [(&str, &str); 10] = [
    ("costs", "basis-costs"),
    ("benefits", "basis-benefits"),
    ("worth", "worth-title"),
    ("alternatives", "basis-alternatives"),
    ("risks", "basis-risks"),
    ("security", "security-title"),
    ("privacy", "privacy-title"),
    ("supply", "supply-title"),
    ("users", "basis-users"),
    ("financing", "basis-financing"),
];

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    let page = format!("/initiatives/{id}");
    let head = sheet::beneath(&view, initiative, view.t("basis-title")).lead(view.t("basis-lead")).marks(words::phase(&view, initiative));
    let head = head.actions(look::actions([
        Button::secondary(view.t("whole-read")).to(view.at(&format!("{page}/whole"))),
        Button::secondary(view.t("help-ask")).to(view.at(&format!("{page}/help"))),
    ]));
    let may = initiative.phase.is_open() && view.can("initiatives.case.put", &Subject::from(&initiative.id));
    let lacks = if may { words::lacks_by_section(&view, initiative) } else { Vec::new() };
    let parts = Parts { view: &view, initiative, may, lacks };
    let body = html! {
        (gate::over(&view, initiative))
        nav .sb-contents aria-label=(view.t("basis-contents")) {
            ul { @for (anchor, key) in SECTIONS { li {
                (Link::new(format!("#{anchor}"), view.t(key)))
                @if !parts.lacks_in(anchor).is_empty() { " " (Tag::partly(view.t("lack-missed"))) }
            } } }
        }
        (parts.all())
        (attachments::section(&view, initiative))
        (gate::next(&view, initiative))
    };
    Ok(view.page(head, body))
}

/// The sections of the case, for those who may write in them and those who may not.
struct Parts<'a> {
    view: &'a View,
    initiative: &'a Initiative,
    may: bool,
    /// What the next gate lacks, by the section it is mended in.
    lacks: Vec<(&'static str, Task)>,
}

impl Parts<'_> {
    /// All sections, in the order of the page.
    fn all(&self) -> Markup {
        html! {
            (self.costs())
            (self.benefits())
            (worth::section(self.view, self.initiative))
            (crate::follow_up::learning::section(self.view, self.initiative))
            (self.alternatives())
            (self.risks())
            (self.security())
            (self.privacy())
            (self.supply())
            (self.users())
            (self.financing())
        }
    }

    fn lacks_in(&self, anchor: &str) -> Vec<Task> {
        self.lacks.iter().filter(|(section, _)| *section == anchor).map(|(_, task)| task.clone()).collect()
    }

    fn at(&self, line: &str) -> String {
        format!("/initiatives/{}/case/{line}", self.initiative.id)
    }

    /// A name that leads to the form of its line, for those who may write.
    fn named(&self, kind: &str, id: &str, label: &str) -> Markup {
        if self.may {
            Link::new(self.at(&format!("{kind}/{id}")), label).render()
        } else {
            html! { (label) }
        }
    }

    fn section(&self, anchor: &str, body: Markup, add: Option<(&str, &str)>) -> Markup {
        html! {
            section id=(anchor) {
                @if let Some((_, title)) = SECTIONS.iter().find(|(known, _)| *known == anchor) { h2 { (self.view.t(title)) } }
                @let lacks = self.lacks_in(anchor);
                @if !lacks.is_empty() { (look::task_list(&lacks, "")) }
                (body)
                @if let (true, Some((key, line))) = (self.may, add) {
                    (look::actions([Button::secondary(self.view.t(key)).to(self.at(line))]))
                }
            }
        }
    }
}

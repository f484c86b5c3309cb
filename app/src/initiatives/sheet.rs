//! Page: an initiative — where it stands, what it lacks, its money, benefits, risks, users and history.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{BenefitClass, Initiative, RiskArea};
use domain::{InitiativeId, Subject, follow_up};
use maud::{Markup, Render, html};

use super::{alike, gate, lessons, words};
use crate::goals::golden::golden;
use crate::look::{self, Button, Column, KeyFigure, Link, Summary, Table, Tag, Tone};
use crate::web::history::history;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/initiatives/{initiative}", May::Anyone, show)]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = found(&view, &id)?;
    let body = html! {
        (look::steps(view.t("initiative-way"), &words::way(&view, initiative)))
        (alike::joined(&view, initiative))
        (gate::next(&view, initiative))
        (figures(&view, initiative))
        (summary(&view, initiative))
        (golden(&view, &(&initiative.id).into()))
        (benefits(&view, initiative))
        (risks(&view, initiative))
        (users(&view, initiative))
        (texts(&view, initiative))
        (lessons::all(&view, initiative))
        (told(&view, initiative))
    };
    Ok(view.page(head(&view, initiative), body))
}

/// The initiative the reader asked for, where there is one and the reader may see it.
pub fn found<'a>(view: &'a View, id: &InitiativeId) -> Result<&'a Initiative, Problem> {
    view.town.initiatives.get(id).filter(|initiative| words::is_visible(view, initiative)).ok_or(Problem::NotFound)
}

/// The head that the pages of an initiative share.
pub fn beneath(view: &View, initiative: &Initiative, title: &str) -> Head {
    Head::new(Part::Initiatives, title)
        .kicker(initiative.card.title.as_str())
        .under("/initiatives", view.t("initiatives-title"))
        .under(format!("/initiatives/{}", initiative.id), initiative.card.title.as_str())
}

fn head(view: &View, initiative: &Initiative) -> Head {
    let about = Subject::from(&initiative.id);
    let page = format!("/initiatives/{}", initiative.id);
    Head::new(Part::Initiatives, initiative.card.title.as_str())
        .kicker(view.of("form", initiative.card.form))
        .under("/initiatives", view.t("initiatives-title"))
        .marks(html! { (words::phase(view, initiative)) " " (Tag::neutral(view.of("size", initiative.size(&view.town, view.today))))
        @if let Some(source) = view.source(&about) { " " (source) } })
        .actions(html! { @if view.is_staff() {
            (look::actions([
                Button::secondary(view.t("idea-title")).to(view.at(&format!("{page}/idea"))),
                Button::secondary(view.t("basis-title")).to(view.at(&format!("{page}/case"))),
                Button::secondary(view.t("delivery-title")).to(view.at(&format!("{page}/delivery"))),
                Button::secondary(view.t("whole-read")).to(view.at(&format!("{page}/whole"))),
            ]))
        } })
}

fn figures(view: &View, initiative: &Initiative) -> Markup {
    let case = &initiative.case;
    let mut figures = vec![KeyFigure::new(view.short(initiative.likely_cost()), view.t("initiative-cost"))];
    for class in [BenefitClass::Green, BenefitClass::Yellow] {
        figures.push(KeyFigure::new(view.short(case.worth(class).likely), view.of("benefit-class-sum", class)));
    }
    let red = case.benefits.values().filter(|benefit| benefit.class == BenefitClass::Red).count();
    figures.push(KeyFigure::new(red.to_string(), view.t("benefit-red-count")));
    if let Some(work) = &initiative.delivery {
        let over = work.forecast() > work.plan_now().budget;
        let note = if over { (Tone::Partly, "delivery-over") } else { (Tone::Good, "delivery-within") };
        figures.push(KeyFigure::new(view.short(work.forecast()), view.t("delivery-forecast")).note(note.0, view.t(note.1)));
    }
    look::key_figures(&figures)
}

fn summary(view: &View, initiative: &Initiative) -> Summary {
    let card = &initiative.card;
    let edit = || Link::new(format!("/initiatives/{}/card", initiative.id), view.t("initiative-change"));
    let may = view.can("initiatives.card.write", &(&initiative.id).into());
    let facts = Summary::new()
        .fact(view.t("initiative-unit"), view.link(&(&card.unit).into()))
        .fact(view.t("initiative-lead"), html! { (view.person(&card.lead)) @for writer in &card.writers { ", " (view.person(writer)) } });
    let object = html! { @match &card.object { Some(object) => (view.link(&object.into())), None => (view.t("initiative-none")) } };
    let facts = if may {
        facts.fact_with_link(view.t("initiative-object"), object, edit())
    } else {
        facts.fact(view.t("initiative-object"), object)
    };
    let serves = html! {
        @for (place, unit) in card.serves.iter().enumerate() { @if place > 0 { ", " } (view.link(&unit.into())) }
        @if card.serves.is_empty() { (view.t("initiative-none")) }
    };
    let facts = facts.fact(view.t("initiative-serves"), serves).fact(view.t("initiative-started"), view.date(initiative.started));
    match &initiative.decision {
        Some(decision) => facts.fact(view.t("initiative-decision"), view.link(&decision.into())),
        None => facts.fact(view.t("initiative-decision"), view.t("initiative-undecided")),
    }
}

/// The areas of the idea that are written.
fn texts(view: &View, initiative: &Initiative) -> Markup {
    html! {
        h2 { (view.t("idea-title")) }
        @if initiative.idea.is_empty() { p .sb-nothing { (view.t("idea-unwritten")) } }
        @for (area, passage) in initiative.idea.iter().filter(|(_, passage)| !passage.text.is_empty()) {
            section {
                h3 { (view.of("area", area)) }
                @for line in passage.text.lines() { p { (line) } }
            }
        }
    }
}

fn benefits(view: &View, initiative: &Initiative) -> Markup {
    let dues = follow_up::dues_of(&view.town, initiative);
    let next = |id: &domain::BenefitId| dues.iter().filter(|due| due.benefit.id == *id && due.outcome.is_none()).min_by_key(|due| due.date);
    html! {
        section #benefits {
            (Table::new("benefit-table", view.t("basis-benefits"))
                .column(Column::text(view.t("benefit-title")))
                .column(Column::text(view.t("benefit-class")))
                .column(Column::number(view.t("benefit-worth")))
                .column(Column::text(view.t("benefit-owner")))
                .column(Column::text(view.t("follow-next")))
                .empty(view.t("basis-no-benefits"))
                .rows(initiative.case.benefits.values(), |row, benefit| {
                    let worth = if benefit.class == BenefitClass::Red { html! { (view.t("benefit-in-words")) } } else { words::estimate(view, benefit.total()) };
                    row.link(&view.href(&(&benefit.id).into()), &benefit.what)
                        .cell(view.of("benefit-class", benefit.class))
                        .cell(worth)
                        .cell(view.person(&benefit.owner))
                        .cell(html! { @if let Some(due) = next(&benefit.id) {
                            (view.date(due.date)) " "
                            @if let Some(days) = due.days_late(view.today) { (Tag::bad(view.say("follow-late-days", &[("days", domain::Arg::Number(days.into()))]))) }
                        } });
                }))
        }
    }
}

fn risks(view: &View, initiative: &Initiative) -> Markup {
    let scale = view.town.initiatives.table(view.today).scale;
    let mut risks: Vec<_> = initiative.case.risks.values().collect();
    risks.sort_by_key(|risk| (std::cmp::Reverse(risk.weight.value()), RiskArea::ALL.iter().position(|area| *area == risk.area)));
    Table::new("risk-table", view.t("basis-risks"))
        .column(Column::text(view.t("risk-title")))
        .column(Column::text(view.t("risk-area")))
        .column(Column::number(view.t("risk-weight")))
        .column(Column::text(view.t("risk-measure")))
        .column(Column::text(view.t("risk-state")))
        .empty(view.t("basis-no-risks"))
        .rows(risks, |row, risk| {
            let state = match risk.taken {
                Some(date) => Tag::good(view.say("risk-taken", &[("date", date.into())])),
                None if risk.is_late(view.today) => Tag::bad(view.t("risk-late")),
                None if risk.is_grave(scale) && !risk.is_met() => Tag::bad(view.t("risk-unmet")),
                None => Tag::neutral(
                    risk.due.map_or_else(|| view.t("risk-borne").to_owned(), |due| view.say("risk-due", &[("date", due.into())])),
                ),
            };
            row.cell(risk.what.as_str())
                .cell(view.of("risk-area", risk.area))
                .cell(risk.weight.value())
                .cell(risk.measure.as_str())
                .cell(state);
        })
        .render()
}

fn users(view: &View, initiative: &Initiative) -> Markup {
    html! {
        h2 { (view.t("basis-users")) }
        @if initiative.case.inclusions.is_empty() { p .sb-nothing { (view.t("basis-no-users")) } }
        @for inclusion in initiative.case.inclusions.values() {
            section {
                h3 { (inclusion.group) }
                p .sb-quiet { (view.say("user-occasion", &[("method", inclusion.method.as_str().into()), ("date", inclusion.date.into()), ("people", domain::Arg::Number(inclusion.people.into()))])) }
                p { (inclusion.said) }
                @if !inclusion.changed.is_empty() { p { strong { (view.t("user-changed")) } " " (inclusion.changed) } }
                @if !inclusion.counts(initiative.started) { p { (Tag::partly(view.t("user-before"))) } }
            }
        }
    }
}

/// Its own history, and that of its benefits.
fn told(view: &View, initiative: &Initiative) -> Markup {
    let benefits = initiative.case.benefits.values().map(|benefit| (&benefit.id).into());
    let about: Vec<Subject> = std::iter::once(Subject::from(&initiative.id)).chain(benefits).collect();
    history(view, &about)
}

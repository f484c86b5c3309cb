//! The case as it was submitted: what is judged, the same for everybody and for ever.

use domain::fund::{Application, Case};
use domain::initiatives::{Area, Estimate};
use domain::{Arg, Subject, date_at};
use maud::{Markup, html};

use crate::look::{self, Column, Link, Summary, Table, Tone};
use crate::web::view::View;

/// The frozen case in figures and in its own words.
pub fn case(view: &View, application: &Application) -> Markup {
    let case = &application.case;
    let day = date_at(application.submitted);
    let whole = format!("/initiatives/{}?as_of={day}", application.initiative);
    html! {
        h2 #case { (view.t("case-title")) }
        (look::callout(Tone::Info, "", html! {
            p { (view.say("case-frozen", &[("date", day.into())])) " " (Link::new(whole, view.t("case-whole"))) }
        }))
        (facts(view, case))
        (benefits(view, case))
        @for area in Area::ALL {
            @let text = case.initiative.area(area);
            @if !text.is_empty() { h3 { (view.of("area", area)) } @for line in text.lines() { p { (line) } } }
        }
    }
}

fn facts(view: &View, case: &Case) -> Summary {
    let card = &case.initiative.card;
    let inner = &case.initiative.case;
    let met = inner.risks.values().filter(|risk| !risk.measure.is_empty()).count();
    Summary::new()
        .fact(view.t("application-unit"), view.link(&Subject::from(&card.unit)))
        .fact(view.t("case-cost"), estimate(view, inner.cost()))
        .fact(view.t("case-worth"), estimate(view, case.worth()))
        .fact(view.t("case-risks"), view.say("case-risks-met", &[("met", met.into()), ("count", inner.risks.len().into())]))
        .fact(view.t("case-users"), view.say("case-users-times", &[("count", case.initiative.evidence().count().into())]))
}

fn estimate(view: &View, estimate: Estimate) -> String {
    if estimate.low == estimate.high {
        return view.kr(estimate.likely);
    }
    view.say("case-estimate", &[("likely", estimate.likely.into()), ("low", estimate.low.into()), ("high", estimate.high.into())])
}

fn benefits(view: &View, case: &Case) -> Table {
    Table::new("case-benefits", view.t("case-benefits"))
        .column(Column::text(view.t("case-benefit")))
        .column(Column::text(view.t("case-benefit-class")))
        .column(Column::text(view.t("case-benefit-owner")))
        .column(Column::number(view.t("case-worth")))
        .empty(view.t("missing"))
        .rows(case.initiative.case.benefits.values(), |line, benefit| {
            let worth = benefit.total();
            line.cell(&benefit.what)
                .cell(view.of("benefit-class", benefit.class))
                .cell(view.person(&benefit.owner))
                .cell(if benefit.spans.is_empty() { view.t("case-not-in-kronor").to_owned() } else { view.kr(worth.likely) });
        })
}

/// Who has declared what about an application.
pub fn interests(view: &View, application: &Application) -> Markup {
    let with_stake = || application.interests.iter().filter_map(|interest| Some((interest, interest.reason.as_ref()?)));
    html! {
        @if with_stake().next().is_some() {
            h2 { (view.t("interests-title")) }
            ul {
                @for (interest, reason) in with_stake() {
                    li { (view.say("interest-line", &[("name", view.person(&interest.who).into()), ("date", interest.date.into()), ("reason", Arg::from(reason.as_str()))])) }
                }
            }
        }
    }
}

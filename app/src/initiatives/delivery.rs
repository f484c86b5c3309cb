//! Page: the delivery — the plan it is held against, what has been reported, and the forms of its three acts.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Delivery, DeliveryDeliver, DeliveryReport, DeliveryStart, Fare, Initiative, Phase};
use domain::{Act, InitiativeId, Refusals, Subject};
use maud::{Markup, Render, html};

use super::{choices, gate, lessons, plans, sheet, words};
use crate::look::{self, Button, Column, Field, KeyFigure, Table, Tone};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/delivery", May::Staff, show),
        form("/initiatives/{initiative}/delivery/start", May::Act("initiatives.delivery.start"), start),
        form("/initiatives/{initiative}/delivery/report", May::Act("initiatives.delivery.report"), report),
        form("/initiatives/{initiative}/delivery/completion", May::Act("initiatives.delivery.deliver"), deliver),
    ]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(whole(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn start(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let act = DeliveryStart {
        initiative: id.clone(),
        start: fields.date("start"),
        end: fields.date("end"),
        budget: fields.money("budget"),
        scope: fields.text("scope"),
    };
    done(deed, &id, act, "delivery-started").await
}

async fn report(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let act = DeliveryReport {
        initiative: id.clone(),
        cost: fields.money("cost"),
        forecast: fields.money("forecast"),
        done: permille(fields, "done"),
        end: fields.date("end"),
        fare: fields.choice("fare", Fare::OnTrack),
        reason: fields.text("reason"),
        scope: permille(fields, "expected_scope"),
        benefit: permille(fields, "expected_benefit"),
    };
    done(deed, &id, act, "delivery-reported").await
}

async fn deliver(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let act = DeliveryDeliver {
        initiative: id.clone(),
        date: fields.date("date"),
        cost: fields.money("final_cost"),
        scope: permille(fields, "delivered_scope"),
        lessons: fields.text("lessons"),
    };
    done(deed, &id, act, "delivery-delivered").await
}

/// A share sent in percent.
fn permille(fields: &mut Fields, name: &'static str) -> u16 {
    u16::try_from(fields.number(name).saturating_mul(10)).unwrap_or(u16::MAX)
}

async fn done(deed: Deed, id: &InitiativeId, act: impl Into<Act>, key: &str) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, id)?.clone();
    let page = format!("/initiatives/{id}/delivery");
    Ok(deed.then(act, &page, key, |view, fields, refusals| whole(&view, &initiative, &fields, &refusals)).await)
}

pub(super) fn whole(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let head =
        sheet::beneath(view, initiative, view.t("delivery-title")).lead(view.t("delivery-lead")).marks(words::phase(view, initiative));
    let forms = Forms { view, initiative, fields, refusals };
    let body = html! {
        (Faults::new(view, refusals))
        (gate::over(view, initiative))
        @match &initiative.delivery {
            None => { p .sb-nothing { (view.t("delivery-none")) } (forms.starting()) },
            Some(work) => {
                (figures(view, work))
                (plans::compared(view, initiative))
                (plans::history(view, work))
                @if work.delivered.is_none() && view.can("initiatives.delivery.replan", &(&initiative.id).into()) {
                    (look::actions([Button::secondary(view.t("replan-title")).to(format!("/initiatives/{}/replan", initiative.id))]))
                }
                (reports(view, work))
                @if initiative.phase == Phase::Delivery { (forms.reporting(work)) (forms.delivering(work)) }
                (lessons::section(view, initiative, fields, refusals))
            },
        }
        (gate::next(view, initiative))
    };
    view.page(head, body)
}

fn figures(view: &View, work: &Delivery) -> Markup {
    let late = work.is_late(view.today);
    let plan = work.plan_now();
    let over = work.forecast() > plan.budget;
    look::key_figures(&[
        KeyFigure::new(view.short(plan.budget), view.t("delivery-budget")),
        KeyFigure::new(view.short(work.spent()), view.t("delivery-spent")),
        KeyFigure::new(view.short(work.forecast()), view.t("delivery-forecast"))
            .note(if over { Tone::Partly } else { Tone::Good }, view.t(if over { "delivery-over" } else { "delivery-within" })),
        KeyFigure::new(view.date(plan.end), view.t("delivery-planned-end")),
        KeyFigure::new(view.date(work.end()), view.t(if work.delivered.is_some() { "delivery-delivered-on" } else { "delivery-end" }))
            .note(if late { Tone::Bad } else { Tone::Neutral }, view.t(if late { "delivery-late" } else { "delivery-started-as-planned" })),
    ])
}

fn reports(view: &View, work: &Delivery) -> Table {
    Table::new("reports", view.t("delivery-reports"))
        .column(Column::text(view.t("delivery-date")))
        .column(Column::text(view.t("delivery-fare")))
        .column(Column::number(view.t("delivery-done")))
        .column(Column::number(view.t("delivery-spent")))
        .column(Column::number(view.t("delivery-forecast")))
        .column(Column::text(view.t("delivery-end")))
        .column(Column::number(view.t("plan-scope-short")))
        .column(Column::number(view.t("plan-benefit-short")))
        .column(Column::text(view.t("delivery-reason")))
        .empty(view.t("delivery-no-reports"))
        .rows(work.reports.iter().rev(), |row, report| {
            row.cell(view.date(report.date))
                .cell(words::fare(view, report.fare))
                .cell(view.texts().percent(report.done.into()))
                .cell(view.kr(report.cost))
                .cell(view.kr(report.forecast))
                .cell(view.date(report.end))
                .cell(view.texts().percent(report.scope.into()))
                .cell(view.texts().percent(report.benefit.into()))
                .cell(html! { (report.reason) " " span .sb-quiet { (view.person(&report.by)) } });
        })
}

/// The forms of the page, each shown to those who may send it.
struct Forms<'a> {
    view: &'a View,
    initiative: &'a Initiative,
    fields: &'a Fields,
    refusals: &'a Refusals,
}

impl Forms<'_> {
    fn field(&self, name: &str, field: Field, held: String) -> Field {
        let shown = if self.fields.is_ticked(name) { self.fields.raw(name).to_owned() } else { held };
        field.value(shown).error(Faults::new(self.view, self.refusals).of(name))
    }

    fn sending(&self, act: &'static str, to: &str, title: &str, body: Markup) -> Markup {
        let view = self.view;
        if !view.can(act, &Subject::from(&self.initiative.id)) {
            return html! {};
        }
        html! {
            section .sb-panel {
                h2 { (title) }
                form method="post" action=(format!("/initiatives/{}/delivery/{to}", self.initiative.id)) {
                    (view.marks())
                    (body)
                    (look::actions([Button::primary(title)]))
                }
            }
        }
    }

    fn starting(&self) -> Markup {
        let view = self.view;
        let body = html! {
            (self.field("start", Field::date("start", view.t("delivery-first-day")), view.today.to_string()))
            (self.field("end", Field::date("end", view.t("delivery-planned-end")).help(view.t("delivery-plan-help")), String::new()))
            (self.field("budget", Field::number("budget", view.t("delivery-budget"), "kr"), amount(self.initiative.likely_cost())))
            (self.field("scope", Field::area("scope", view.t("plan-scope")).help(view.t("plan-scope-help")).rows(3).optional(view.t("form-optional")), String::new()))
        };
        if self.initiative.phase > Phase::Start {
            html! {}
        } else {
            self.sending("initiatives.delivery.start", "start", view.t("delivery-start"), body)
        }
    }

    fn reporting(&self, work: &Delivery) -> Markup {
        let view = self.view;
        let last = work.reports.last();
        let in_percent = |share: Option<u16>| (share.unwrap_or(1000) / 10).to_string();
        let body = html! {
            (self.field("cost", Field::number("cost", view.t("delivery-spent"), "kr"), amount(work.spent())))
            (self.field("forecast", Field::number("forecast", view.t("delivery-forecast"), "kr"), amount(work.forecast())))
            (self.field("done", Field::number("done", view.t("delivery-done"), "%"), (last.map_or(0, |report| report.done) / 10).to_string()))
            (self.field("end", Field::date("end", view.t("delivery-end")), work.end().to_string()))
            (self.field("expected_scope", Field::number("expected_scope", view.t("delivery-expected-scope"), "%").help(view.t("delivery-expected-scope-help")), in_percent(last.map(|report| report.scope))))
            (self.field("expected_benefit", Field::number("expected_benefit", view.t("delivery-expected-benefit"), "%").help(view.t("delivery-expected-benefit-help")), in_percent(last.map(|report| report.benefit))))
            (self.field("fare", Field::radios("fare", view.t("delivery-fare"), choices::of(view, "fare", &Fare::ALL)), "on_track".to_owned()))
            (self.field("reason", Field::area("reason", view.t("delivery-reason")).help(view.t("delivery-reason-help")).rows(3).optional(view.t("form-optional")), String::new()).render())
        };
        self.sending("initiatives.delivery.report", "report", view.t("delivery-report"), body)
    }

    fn delivering(&self, work: &Delivery) -> Markup {
        let view = self.view;
        let body = html! {
            p { (view.t("delivery-deliver-help")) }
            (self.field("date", Field::date("date", view.t("delivery-delivered-on")), view.today.to_string()))
            (self.field("final_cost", Field::number("final_cost", view.t("delivery-final-cost"), "kr"), amount(work.forecast())))
            (self.field("delivered_scope", Field::number("delivered_scope", view.t("delivery-delivered-scope"), "%"), (work.latest().map_or(1000, |report| report.scope) / 10).to_string()))
            (self.field("lessons", Field::area("lessons", view.t("lesson-so-far")).help(view.t("initiative-lessons-help")).rows(3).optional(view.t("form-optional")), String::new()))
        };
        self.sending("initiatives.delivery.deliver", "completion", view.t("delivery-deliver"), body)
    }
}

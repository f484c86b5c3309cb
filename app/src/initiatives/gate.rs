//! The gate an initiative stands before: what it lacks, and the buttons that take it through.

use axum::extract::Path;
use axum::response::Response;
use domain::follow_up::InitiativeClose;
use domain::forums::InitiativeDecide;
use domain::initiatives::{CaseSubmit, Gate, IdeaSubmit, Initiative, Level, STEPS, Stop};
use domain::{Act, DecisionId, InitiativeId, Refusals, Subject};
use maud::{Markup, Render, html};

use super::{settling, sheet, words};
use crate::look::{self, Button, Field, Link, Tone};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        form("/initiatives/{initiative}/idea/submission", May::Act("initiatives.idea.submit"), submit_idea),
        form("/initiatives/{initiative}/case/submission", May::Act("initiatives.case.submit"), submit_case),
        form("/initiatives/{initiative}/decision", May::Act("forums.initiative.decide"), decide),
        form("/initiatives/{initiative}/closure", May::Act("follow_up.initiative.close"), close),
        form("/initiatives/{initiative}/stop", May::Act("initiatives.initiative.stop"), stop),
    ]
}

async fn submit_idea(Path(id): Path<InitiativeId>, deed: Deed) -> Result<Response, Problem> {
    pass(deed, &id, IdeaSubmit { initiative: id.clone() }, "idea-submitted").await
}

async fn submit_case(Path(id): Path<InitiativeId>, deed: Deed) -> Result<Response, Problem> {
    pass(deed, &id, CaseSubmit { initiative: id.clone() }, "basis-submitted").await
}

async fn decide(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let nameless = || DecisionId::new("unnamed").ok_or(Problem::NotFound);
    let decision = deed.fields.choice("id", nameless()?);
    let act = InitiativeDecide {
        id: decision,
        initiative: id.clone(),
        reason: deed.fields.text("reason"),
        case_number: deed.fields.text("case_number"),
    };
    pass(deed, &id, act, "initiative-decided").await
}

async fn close(Path(id): Path<InitiativeId>, deed: Deed) -> Result<Response, Problem> {
    let act = InitiativeClose { initiative: id.clone(), lessons: deed.fields.text("lessons") };
    pass(deed, &id, act, "initiative-closed").await
}

async fn stop(Path(id): Path<InitiativeId>, deed: Deed) -> Result<Response, Problem> {
    let act = Stop { initiative: id.clone(), reason: deed.fields.text("reason") };
    pass(deed, &id, act, "initiative-stopped").await
}

/// Does the act; where it is refused, shows what bars the way and where each lack is mended.
pub(super) async fn pass(deed: Deed, id: &InitiativeId, act: impl Into<Act>, done: &str) -> Result<Response, Problem> {
    sheet::found(&deed.view, id)?;
    let page = format!("/initiatives/{id}");
    Ok(deed.then(act, &page, done, |view, fields, refusals| barred(&view, id, &fields, &refusals)).await)
}

fn barred(view: &View, id: &InitiativeId, fields: &Fields, refusals: &Refusals) -> Response {
    let Some(initiative) = view.town.initiatives.get(id) else {
        return axum::response::IntoResponse::into_response(Problem::NotFound);
    };
    let head = sheet::beneath(view, initiative, view.t("gate-barred"));
    let body = html! { (Faults::new(view, refusals)) (panel(view, initiative, fields, refusals)) };
    view.page(head, body)
}

/// What comes next: what is lacking, and what the reader may do.
pub fn next(view: &View, initiative: &Initiative) -> Markup {
    panel(view, initiative, &Fields::default(), &Refusals::none())
}

fn panel(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Markup {
    let Some(gate) = words::next_gate(initiative) else { return html! {} };
    let lacks = words::lacks(view, initiative);
    let title = view.say("gate-next", &[("gate", view.of("gate", gate).as_str().into())]);
    html! {
        section .sb-panel #next {
            h2 { (title) }
            p { (view.of("gate-about", gate)) }
            p .sb-quiet { (in_proportion(view, initiative)) " " (Link::new(view.at("/demands"), view.t("demands-read"))) }
            (look::task_list(&lacks, view.t("gate-nothing-lacks")))
            (way_on(view, initiative, fields, refusals))
        }
        @if view.can("initiatives.initiative.stop", &(&initiative.id).into()) && !initiative.phase.is_delivered() {
            (look::details(view.t("initiative-stop"), stopping(view, initiative)))
        }
    }
}

/// How large it is, and so who decides it.
fn in_proportion(view: &View, initiative: &Initiative) -> String {
    let size = view.of("size", initiative.size(&view.town, view.today));
    let level = view.of("level", initiative.level(&view.town, view.today));
    view.say("gate-proportion", &[("size", size.as_str().into()), ("level", level.as_str().into())])
}

/// What takes it through the gate before it, for those who may do the act the table of gates names.
fn way_on(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Markup {
    let Some(step) = STEPS.iter().find(|step| step.from == initiative.phase) else { return html! {} };
    let may = view.can(step.act, &Subject::from(&initiative.id));
    let page = format!("/initiatives/{}", initiative.id);
    let link = |key: &str, to: &str| look::actions([Button::primary(view.t(key)).to(view.at(&format!("{page}{to}")))]);
    match step.gate {
        Gate::Decision if initiative.case.seeks_fund() && !view.town.fund.has_granted(&initiative.id) => {
            html! { p { (view.t("deciding-by-fund")) } (look::actions([Button::secondary(view.t("deciding-to-fund")).to(view.at("/fund"))])) }
        }
        Gate::Decision => deciding(view, initiative, fields, refusals),
        _ if !may => html! {},
        Gate::Idea => handing_in(view, &format!("{page}/idea"), "idea-submit", "idea-write"),
        Gate::Case => handing_in(view, &format!("{page}/case"), "basis-submit", "basis-write"),
        Gate::Start => link("delivery-start", "/delivery"),
        Gate::Delivery => link("delivery-report", "/delivery"),
        Gate::Closure => closing(view, &page, fields, refusals),
        Gate::Effect => html! {},
    }
}

/// The button that hands in what is written on a page, and the way back to writing.
fn handing_in(view: &View, page: &str, button: &str, write: &str) -> Markup {
    html! {
        (sending(view, &format!("{page}/submission"), html! {}, view.t(button)))
        p { (Link::new(page, view.t(write))) }
    }
}

fn deciding(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Markup {
    let about = Subject::from(&initiative.id);
    if view.as_of.is_some() || view.who.is_none() {
        return html! {};
    }
    let level = initiative.decided_by(&view.town, view.today);
    if level > Level::Delegate {
        return html! {
            (look::who_may(false, view.t("deciding-not-delegated"), html! { (view.of("deciding-level", level)) }))
            (settling::form_of(view, initiative, fields, refusals))
        };
    }
    if view.may("forums.initiative.decide", &about).is_err() {
        // What no delegation covers is decided by the body too, and the secretary enters it here.
        return html! {
            (look::who_may(false, view.t("deciding-not-you"), html! { (view.t("deciding-who")) }))
            (settling::form_of(view, initiative, fields, refusals))
        };
    }
    let faults = Faults::new(view, refusals);
    let body = html! {
        (look::hidden("id", &view.fresh_id("decision")))
        (Field::area("reason", view.t("deciding-reason")).help(view.t("deciding-reason-help")).value(fields.raw("reason")).error(faults.of("reason")))
        (Field::text("case_number", view.t("deciding-case-number")).optional(view.t("form-optional")).short().value(fields.raw("case_number")).error(faults.of("case_number")))
    };
    html! {
        (look::who_may(true, view.t("deciding-you-may"), html! { (view.t("deciding-you-may-because")) }))
        (sending(view, &format!("/initiatives/{}/decision", initiative.id), body, view.t("deciding-decide")))
    }
}

fn closing(view: &View, page: &str, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let lessons = Field::area("lessons", view.t("initiative-lessons")).help(view.t("initiative-lessons-help")).value(fields.raw("lessons"));
    sending(view, &format!("{page}/closure"), lessons.error(faults.of("lessons")).render(), view.t("initiative-close"))
}

fn stopping(view: &View, initiative: &Initiative) -> Markup {
    html! {
        form method="post" action=(format!("/initiatives/{}/stop", initiative.id)) {
            (view.marks())
            (Field::area("reason", view.t("initiative-stop-reason")).help(view.t("initiative-stop-help")))
            (look::actions([Button::danger(view.t("initiative-stop"))]))
        }
    }
}

fn sending(view: &View, action: &str, body: Markup, button: &str) -> Markup {
    html! { form method="post" action=(action) { (view.marks()) (body) (look::actions([Button::primary(button)])) } }
}

/// A callout for pages that cannot be written in, because the initiative is over.
pub fn over(view: &View, initiative: &Initiative) -> Markup {
    if initiative.phase.is_open() {
        html! {}
    } else {
        look::callout(Tone::Info, "", html! { p { (view.t("initiative-over")) } })
    }
}

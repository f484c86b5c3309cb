//! Page: the threads in which those who write an initiative are helped by the digitalisation department.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Help, HelpAsk, HelpClose, HelpSay, HelpTake, HelpWith, Initiative};
use domain::{HelpId, InitiativeId, Refusals, Subject};
use maud::{Markup, html};

use super::{choices, sheet};
use crate::look::{self, Button, Field, Tag};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/help", May::Staff, show),
        form("/initiatives/{initiative}/help", May::Act("initiatives.help.ask"), ask),
        form("/initiatives/{initiative}/help/{help}", May::Act("initiatives.help.say"), say),
        form("/initiatives/{initiative}/help/{help}/owner", May::Act("initiatives.help.take"), take),
        form("/initiatives/{initiative}/help/{help}/end", May::Act("initiatives.help.close"), close),
    ]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(threads(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn ask(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, &id)?.clone();
    let fields = &mut deed.fields;
    let act = HelpAsk {
        id: HelpId::new(fields.raw("thread")).ok_or(Problem::NotFound)?,
        initiative: id.clone(),
        with: fields.choice("with", HelpWith::Other),
        question: fields.text("question"),
        due: fields.date("due"),
    };
    Ok(deed.then(act, &place(&id), "help-asked", |view, fields, refusals| threads(&view, &initiative, &fields, &refusals)).await)
}

async fn say(Path((id, help)): Path<(InitiativeId, HelpId)>, deed: Deed) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, &id)?.clone();
    let act = HelpSay { initiative: id.clone(), id: help.clone(), text: deed.fields.text("text") };
    let page = format!("{}#{help}", place(&id));
    Ok(deed.then(act, &page, "help-said", |view, fields, refusals| threads(&view, &initiative, &fields, &refusals)).await)
}

async fn take(Path((id, help)): Path<(InitiativeId, HelpId)>, mut deed: Deed) -> Result<Response, Problem> {
    let receipt = deed.act(HelpTake { initiative: id.clone(), id: help.clone() }).await?;
    Ok(deed.done(receipt, &format!("{}#{help}", place(&id)), "help-taken"))
}

async fn close(Path((id, help)): Path<(InitiativeId, HelpId)>, mut deed: Deed) -> Result<Response, Problem> {
    let receipt = deed.act(HelpClose { initiative: id.clone(), id: help.clone() }).await?;
    Ok(deed.done(receipt, &format!("{}#{help}", place(&id)), "help-closed"))
}

fn place(id: &InitiativeId) -> String {
    format!("/initiatives/{id}/help")
}

fn threads(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let head = sheet::beneath(view, initiative, view.t("help-title")).lead(view.t("help-lead"));
    let mut threads: Vec<&Help> = view.town.initiatives.help_with(&initiative.id).collect();
    threads.sort_by_key(|help| help.closed.is_some());
    let may_ask = initiative.phase.is_open() && view.can("initiatives.help.ask", &Subject::from(&initiative.id));
    let body = html! {
        @if threads.is_empty() { p .sb-nothing { (view.t("help-none")) } }
        @if !fields.is_ticked("with") { (Faults::new(view, refusals)) }
        div .sb-threads { @for help in threads { (thread(view, help, fields)) } }
        @if may_ask { (asking(view, initiative, fields, refusals)) }
    };
    view.page(head, body)
}

fn asking(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let mut parts = choices::of(view, "help-with", &HelpWith::ALL);
    parts.insert(0, choices::none(view));
    html! {
        h2 { (view.t("help-ask")) }
        @if fields.is_ticked("with") { (faults) }
        form method="post" action=(place(&initiative.id)) {
            (view.marks())
            (look::hidden("thread", &view.fresh_id("help")))
            (Field::select("with", view.t("help-part"), parts).value(if fields.is_ticked("with") { fields.raw("with") } else { view.ask("with") }).error(faults.of("with")))
            (Field::area("question", view.t("help-question")).help(view.t("help-question-help")).value(fields.raw("question")).error(faults.of("question")))
            (Field::date("due", view.t("help-due")).help(view.t("help-due-help")).value(fields.raw("due")).error(faults.of("due")))
            (look::actions([Button::primary(view.t("help-send"))]))
        }
    }
}

fn thread(view: &View, help: &Help, fields: &Fields) -> Markup {
    let state = match help.closed {
        Some(_) => Tag::neutral(view.t("help-state-closed")),
        None if help.waits_for_answer() && help.due < view.today => Tag::bad(view.t("help-state-late")),
        None if help.waits_for_answer() => Tag::partly(view.t("help-state-waits")),
        None => Tag::good(view.t("help-state-answered")),
    };
    let owner = help.owner.as_ref().map_or(view.t("help-no-owner"), |owner| view.person(owner));
    html! {
        section .sb-panel id=(help.id) {
            h2 { (view.of("help-with", help.with)) " " (state) }
            p .sb-quiet { (view.say("help-facts", &[("due", help.due.into()), ("owner", owner.into())])) }
            @for said in &help.said {
                (look::quote(
                    html! { @for line in said.text.lines() { p { (line) } } },
                    html! { (view.say("help-said-by", &[("who", view.person(&said.by).into()), ("date", said.date.into())])) },
                ))
            }
            @if help.closed.is_none() { (going_on(view, help, fields)) }
        }
    }
}

/// What one may do in an open thread: take it on, say something, close it.
fn going_on(view: &View, help: &Help, fields: &Fields) -> Markup {
    let about = Subject::from(&help.initiative);
    let action = format!("{}/{}", place(&help.initiative), help.id);
    // Each thread has a field of its own on the page.
    let field = format!("text-{}", help.id);
    let written = if fields.raw("answering") == help.id.as_str() { fields.raw("text") } else { "" };
    html! {
        @if view.can("initiatives.help.say", &about) {
            form method="post" action=(action) {
                (view.marks())
                (look::hidden("answering", help.id.as_str()))
                div .ds-field.sb-field {
                    label .ds-label for=(field) data-weight="semibold" { (view.t("help-answer")) }
                    textarea .ds-input id=(field) name="text" rows="3" { "\n" (written) }
                }
                (look::actions([Button::primary(view.t("help-say"))]))
            }
        }
        @if help.owner.is_none() && view.can("initiatives.help.take", &about) {
            form method="post" action={ (action) "/owner" } { (view.marks()) (look::actions([Button::secondary(view.t("help-take"))])) }
        }
        @if view.can("initiatives.help.close", &about) {
            form method="post" action={ (action) "/end" } { (view.marks()) (look::actions([Button::secondary(view.t("help-close"))])) }
        }
    }
}

//! Page: the idea in the nine areas of the template, saved as one writes, with similar ideas beside.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::{Html, IntoResponse, Response};
use domain::initiatives::{Area, IdeaWrite, Initiative};
use domain::{InitiativeId, Refusals};
use maud::{Markup, Render, html};
use sha2::{Digest, Sha256};

use super::{alike, gate, sheet, words, writers};
use crate::look::{self, Button, Field, Tag};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/idea", May::Staff, show),
        form("/initiatives/{initiative}/idea", May::Act("initiatives.idea.write"), save),
        form("/initiatives/{initiative}/idea/draft", May::Act("initiatives.idea.write"), save_quietly),
    ]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(sheet_of(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn save(Path(id): Path<InitiativeId>, deed: Deed) -> Result<Response, Problem> {
    let before = sheet::found(&deed.view, &id)?.clone();
    let page = format!("/initiatives/{id}/idea");
    let areas = written(&before, &deed.fields);
    if areas.is_empty() {
        return Ok(axum::response::Redirect::to(&format!("{page}?done=idea-saved")).into_response());
    }
    let act = IdeaWrite { initiative: id, areas };
    Ok(deed.then(act, &page, "idea-saved", |view, fields, refusals| sheet_of(&view, &before, &fields, &refusals)).await)
}

/// Saves what has been written so far, and answers with marks for the next time. The form has still seen
/// only what it was shown: what others write meanwhile is neither hidden from it nor undone by it.
async fn save_quietly(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let before = sheet::found(&deed.view, &id)?.clone();
    let areas = written(&before, &deed.fields);
    let told = Tag::good(deed.view.t("idea-saved-now"));
    if areas.is_empty() {
        return Ok(Html(told.render().into_string()).into_response());
    }
    let answer = match deed.act(IdeaWrite { initiative: id, areas: areas.clone() }).await {
        Ok(receipt) => html! { (told) div #idea-marks hx-swap-oob="true" { (marks_after(&deed.fields, &areas, receipt.seq)) } },
        Err(Problem::Refused(refusals)) => Faults::new(&deed.view, &refusals).render(),
        Err(problem) => return Err(problem),
    };
    Ok(Html(answer.into_string()).into_response())
}

/// The areas this writer has changed since the form was shown; what others changed meanwhile is theirs.
fn written(initiative: &Initiative, fields: &Fields) -> BTreeMap<Area, String> {
    let changed = Area::ALL.into_iter().filter(|area| changes(fields, *area)).map(|area| (area, fields.text(area.key())));
    changed.filter(|(area, text)| initiative.area(*area) != text).collect()
}

/// Whether this writer has changed an area since the form was shown or last saved it.
fn changes(fields: &Fields, area: Area) -> bool {
    fields.is_ticked(area.key()) && digest(&fields.text(area.key())) != fields.raw(&was(area))
}

fn was(area: Area) -> String {
    format!("was-{}", area.key())
}

/// Tells two texts apart; eight bytes suffice for what is no secret.
fn digest(text: &str) -> String {
    hex::encode(&Sha256::digest(text.trim().as_bytes())[..8])
}

/// The marks of a form that has saved some areas, by entry `seq`: the same words written anew after others
/// are then not taken for the same sending.
fn marks_after(fields: &Fields, saved: &BTreeMap<Area, String>, seq: u64) -> Markup {
    let kept = |name: &str| look::hidden(name, fields.raw(name));
    html! {
        @for name in ["form", "seen", "once"] { (kept(name)) }
        (look::hidden("after", &seq.to_string()))
        @for area in Area::ALL {
            @match saved.get(&area) {
                Some(text) => (look::hidden(&was(area), &digest(text))),
                None => (kept(&was(area))),
            }
        }
    }
}

fn marks(view: &View, initiative: &Initiative) -> Markup {
    html! {
        (view.marks())
        @for area in Area::ALL { (look::hidden(&was(area), &digest(initiative.area(area)))) }
    }
}

fn sheet_of(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let may = view.can("initiatives.idea.write", &(&initiative.id).into());
    let head = sheet::beneath(view, initiative, view.t("idea-title")).lead(view.t("idea-lead")).marks(words::phase(view, initiative));
    let head = head.actions(look::actions([
        Button::secondary(view.t("help-ask")).to(view.at(&format!("/initiatives/{}/help?with=idea", initiative.id)))
    ]));
    let body = html! {
        (gate::over(view, initiative))
        @if may && initiative.phase.is_open() { (writing(view, initiative, fields, refusals)) } @else { (reading(view, initiative)) }
    };
    view.page(head, body)
}

fn writing(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let page = format!("/initiatives/{}/idea", initiative.id);
    html! {
        (faults)
        div .sb-panels {
        form #idea method="post" action=(page) hx-post={ (page) "/draft" } hx-trigger="input delay:2s, change" hx-target="#idea-saved" hx-swap="innerHTML" hx-sync="this:replace" {
            div #idea-marks { (marks(view, initiative)) }
            @for area in Area::ALL { (field(view, initiative, area, fields, &faults)) }
            div .sb-actions {
                (Button::primary(view.t("idea-save")))
                span #idea-saved role="status" {}
            }
        }
        div { (alike::beside(view, initiative)) (writers::section(view, initiative)) }
        }
        (gate::next(view, initiative))
    }
}

fn field(view: &View, initiative: &Initiative, area: Area, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let is_mine = changes(fields, area);
    let shown = if is_mine { fields.raw(area.key()) } else { initiative.area(area) };
    let saved = initiative.idea.get(&area).filter(|passage| !passage.text.is_empty());
    html! {
        (Field::area(area.key(), view.of("area", area)).help(view.of("area-help", area)).rows(4).value(shown).error(faults.of(area.key())))
        @if is_mine && fields.text(area.key()) != initiative.area(area) {
            (look::quote(html! { (initiative.area(area)) }, html! { (view.t("idea-saved-text")) }))
        }
        (look::details(view.t("idea-example"), html! { p { (view.of("area-example", area)) } }))
        p .sb-quiet {
            @match saved {
                Some(passage) => (view.say("idea-saved-by", &[("who", view.person(&passage.by).into()), ("date", domain::date_at(passage.at).into())])),
                None => (view.t("idea-area-empty")),
            }
        }
    }
}

fn reading(view: &View, initiative: &Initiative) -> Markup {
    html! {
        @for area in Area::ALL {
            h2 { (view.of("area", area)) }
            @if initiative.area(area).is_empty() { p .sb-nothing { (view.t("idea-area-empty")) } }
            @for line in initiative.area(area).lines() { p { (line) } }
        }
        (alike::beside(view, initiative))
    }
}

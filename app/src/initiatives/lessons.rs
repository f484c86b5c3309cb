//! What was learnt in an initiative: shown, and written down while the work is under way or after it.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Initiative, LessonNote, Phase};
use domain::{InitiativeId, Refusals};
use maud::{Markup, html};

use super::{delivery, sheet};
use crate::look::{self, Button, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![form("/initiatives/{initiative}/lessons", May::Act("initiatives.lesson.note"), note)]
}

async fn note(Path(id): Path<InitiativeId>, deed: Deed) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, &id)?.clone();
    let act = LessonNote { initiative: id.clone(), text: deed.fields.text("text") };
    let to = format!("/initiatives/{id}/delivery#lessons");
    Ok(deed.then(act, &to, "lesson-noted", |view, fields, refusals| delivery::whole(&view, &initiative, &fields, &refusals)).await)
}

/// What was learnt, or why it was stopped, where anything is written.
pub fn all(view: &View, initiative: &Initiative) -> Markup {
    if initiative.learnt().next().is_none() {
        return html! {};
    }
    let stopped = initiative.phase == Phase::Stopped;
    html! {
        h2 { (view.t(if stopped { "initiative-why-stopped" } else { "initiative-lessons" })) }
        (told(view, initiative))
    }
}

fn told(view: &View, initiative: &Initiative) -> Markup {
    html! {
        @for learnt in initiative.learnt() {
            section {
                p .sb-quiet { (view.say("lesson-when", &[("phase", view.of("phase", learnt.phase).as_str().into()), ("date", learnt.date.into())])) }
                @for line in learnt.text.lines() { p { (line) } }
            }
        }
    }
}

/// What was learnt, and the form for more.
pub fn section(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Markup {
    let may = view.can("initiatives.lesson.note", &(&initiative.id).into());
    html! {
        section #lessons {
            h2 { (view.t("initiative-lessons")) }
            @if initiative.learnt().next().is_none() { p .sb-nothing { (view.t("lessons-none-here")) } }
            (told(view, initiative))
            @if may {
                form method="post" action=(format!("/initiatives/{}/lessons", initiative.id)) {
                    (view.marks())
                    (Field::area("text", view.t("lesson-note")).help(view.t("initiative-lessons-help")).rows(3).value(fields.raw("text")).error(Faults::new(view, refusals).of("text")))
                    (look::actions([Button::secondary(view.t("lesson-save"))]))
                }
            }
        }
    }
}

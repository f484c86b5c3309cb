//! What is like an idea, beside it while one writes: why it is thought to be, what was learnt there, and
//! the form by which one joins it, reuses it or says why not.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::{Html, Response};
use domain::initiatives::{Hit, How, Index, Initiative, Kin, KinAnswer, SimilarAnswer, unanswered};
use domain::{InitiativeId, Refusals};
use maud::{Markup, Render, html};

use super::{choices, sheet, words};
use crate::look::{self, Button, Field, Link, Tag, Task, Tone};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/idea/similar", May::Staff, show),
        page("/initiatives/{initiative}/similar", May::Staff, answering),
        form("/initiatives/{initiative}/similar", May::Act("initiatives.similar.answer"), answer),
    ]
}

/// How many hits are shown while one writes: the nearest, never said to be all.
const SHOWN: usize = 7;
/// How many lessons of others are shown beside an idea.
const LESSONS: usize = 3;

/// The index in step with the municipality shown.
pub fn index(view: &View) -> Arc<Index> {
    match view.as_of {
        None => view.harbour().alike.in_step_with(&view.town),
        Some(_) => Arc::new(Index::default().in_step_with(&view.town)),
    }
}

/// What is like an idea, looked for again each time something has been saved.
pub fn beside(view: &View, initiative: &Initiative) -> Markup {
    html! {
        section #similar hx-get=(format!("/initiatives/{}/idea/similar", initiative.id)) hx-trigger="htmx:afterRequest from:#idea" hx-swap="innerHTML" {
            (list(view, initiative))
        }
    }
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(axum::response::IntoResponse::into_response(Html(list(&view, initiative).into_string())))
}

fn list(view: &View, initiative: &Initiative) -> Markup {
    let found = index(view).alike(initiative, SHOWN);
    html! {
        h2 { (view.t("similar-title")) }
        p { (view.t("similar-lead")) }
        @if found.is_empty() { p .sb-nothing { (view.t("similar-none")) } }
        ul .sb-tasks { @for hit in &found { (line(view, initiative, hit)) } }
        (lessons(view, &found))
    }
}

fn line(view: &View, initiative: &Initiative, hit: &Hit) -> Markup {
    let answer = initiative.kin.iter().find(|answer| answer.to == hit.what);
    let may = initiative.phase.is_open() && view.can("initiatives.similar.answer", &(&initiative.id).into());
    html! {
        li .sb-task {
            div .sb-task-what {
                (link(view, &hit.what))
                p { (view.say("similar-why", &[("unit", whose(view, &hit.what).as_str().into()), ("words", hit.words.join(", ").as_str().into())])) }
                @if let Some(answer) = answer { p { strong { (view.of("kin-how", answer.how)) ": " } (answer.why) } }
                @else if may { p { (Link::new(format!("/initiatives/{}/similar?to={}", initiative.id, hit.what), view.t("kin-answer"))) } }
            }
            div .sb-task-state { (state(view, hit, answer)) }
        }
    }
}

/// How a hit stands: answered, to be answered, or what it is.
fn state(view: &View, hit: &Hit, answer: Option<&KinAnswer>) -> Markup {
    match (answer, &hit.what) {
        (Some(_), _) => Tag::good(view.t("kin-answered")).render(),
        (None, _) if hit.is_strong() => Tag::bad(view.t("kin-unanswered")).render(),
        (None, Kin::Initiative(id)) => view.town.initiatives.get(id).map(|other| words::phase(view, other)).unwrap_or_default(),
        (None, kin) => Tag::neutral(kind(view, kin)).render(),
    }
}

fn kind(view: &View, kin: &Kin) -> String {
    view.t(match kin {
        Kin::Initiative(_) => "kin-initiative",
        Kin::Object(_) => "kin-object",
        Kin::System(_) => "kin-system",
    })
    .to_owned()
}

/// A thing an idea can be like, by its name, leading to where it is shown.
pub fn link(view: &View, kin: &Kin) -> Markup {
    html! {
        @match kin.subject(&view.town) {
            Some(subject) => (Link::new(view.href(&subject), name(view, kin))),
            None => (name(view, kin)),
        }
    }
}

/// What such a thing is called.
pub fn name(view: &View, kin: &Kin) -> String {
    match kin {
        Kin::Initiative(id) => view.name(&id.into()),
        Kin::Object(id) => view.name(&id.into()),
        Kin::System(id) => {
            let systems = view.town.objects.objects.values().flat_map(|object| &object.systems);
            systems.into_iter().find(|system| system.id == *id).map_or_else(|| id.to_string(), |system| system.name.clone())
        }
    }
}

/// Whose such a thing is: the unit of an initiative, else what kind of thing it is and where it belongs.
fn whose(view: &View, kin: &Kin) -> String {
    match kin {
        Kin::Initiative(id) => view.town.initiatives.get(id).map(|other| words::unit(view, &other.card.unit)).unwrap_or_default(),
        Kin::Object(_) => kind(view, kin),
        Kin::System(_) => {
            let object = kin.subject(&view.town).map(|object| view.name(&object)).unwrap_or_default();
            view.say("kin-system-of", &[("object", object.as_str().into())])
        }
    }
}

/// What was learnt in the initiatives that are like this one.
fn lessons(view: &View, found: &[Hit]) -> Markup {
    let others = found.iter().filter_map(|hit| match &hit.what {
        Kin::Initiative(id) => view.town.initiatives.get(id),
        Kin::Object(_) | Kin::System(_) => None,
    });
    let learnt: Vec<_> = others.flat_map(Initiative::learnt).take(LESSONS).collect();
    html! {
        h2 { (view.t("lessons-of-others")) }
        @if learnt.is_empty() { p .sb-nothing { (view.t("lessons-of-others-none")) } }
        @for lesson in &learnt { (look::quote(html! { (lesson.text) }, html! { (view.link(&(&lesson.initiative.id).into())) })) }
        p { (Link::new(view.at("/follow-up/lessons"), view.t("lessons-search"))) }
    }
}

/// That an idea became part of another initiative, where it did.
pub fn joined(view: &View, initiative: &Initiative) -> Markup {
    let Some(into) = initiative.joined() else { return html! {} };
    look::callout(Tone::Info, view.t("kin-joined"), html! { p { (view.link(&into.into())) } })
}

/// What must be answered before the idea can be handed in, as lines of what it lacks.
pub fn lacks(view: &View, initiative: &Initiative) -> Vec<Task> {
    if initiative.phase != domain::initiatives::Phase::Idea {
        return Vec::new();
    }
    let bars = view.town.initiatives.demands_hold(view.today);
    let line = |hit: Hit| {
        let state = if bars { Tag::bad(view.t("lack-bars")) } else { Tag::partly(view.t("lack-missed")) };
        let sentence = view.say("lack-kin-of", &[("what", name(view, &hit.what).as_str().into())]);
        Task::new(sentence, state)
            .at(view.at(&format!("/initiatives/{}/similar?to={}", initiative.id, hit.what)))
            .help(view.t("why-lack-kin"))
    };
    unanswered(&index(view), initiative).into_iter().map(line).collect()
}

async fn answering(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    let kin: Kin = view.ask("to").parse().map_err(|_| Problem::NotFound)?;
    if !domain::initiatives::kin_exists(&view.town, &kin) {
        return Err(Problem::NotFound);
    }
    Ok(whole(&view, initiative, &kin, &Fields::default(), &Refusals::none()))
}

async fn answer(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, &id)?.clone();
    let kin: Kin = deed.fields.raw("to").parse().map_err(|_| Problem::NotFound)?;
    let how = deed.fields.choice("how", How::Apart);
    let saving = deed.fields.maybe_money("saving");
    let act = SimilarAnswer { initiative: id.clone(), to: kin.clone(), how, why: deed.fields.text("why"), saving };
    let to = if how == How::Join { format!("/initiatives/{id}") } else { format!("/initiatives/{id}/idea#similar") };
    Ok(deed.then(act, &to, "kin-answered", |view, fields, refusals| whole(&view, &initiative, &kin, &fields, &refusals)).await)
}

/// What can be done about it: one goes together with another initiative, and not with an object or a system.
fn ways(view: &View, kin: &Kin) -> Field {
    match kin {
        Kin::Initiative(_) => Field::radios("how", view.t("kin-how"), choices::of(view, "kin-how", &How::ALL)).help(view.t("kin-how-help")),
        Kin::Object(_) | Kin::System(_) => Field::radios("how", view.t("kin-how"), choices::of(view, "kin-how", &[How::Reuse, How::Apart])),
    }
}

fn whole(view: &View, initiative: &Initiative, kin: &Kin, fields: &Fields, refusals: &Refusals) -> Response {
    let faults = Faults::new(view, refusals);
    let hit = index(view).alike(initiative, SHOWN).into_iter().find(|hit| hit.what == *kin);
    let held = initiative.kin.iter().find(|answer| answer.to == *kin);
    let body = html! {
        (faults)
        section .sb-panel {
            h2 { (link(view, kin)) }
            p { (whose(view, kin)) }
            @if let Some(hit) = &hit { p { (view.say("kin-shared", &[("words", hit.words.join(", ").as_str().into())])) } }
            @if let Kin::Initiative(other) = kin && let Some(other) = view.town.initiatives.get(other) {
                p { (words::phase(view, other)) " " (view.short(other.likely_cost())) ", " (view.person(&other.card.lead)) }
                p { (other.area(domain::initiatives::Area::Problem)) }
            }
        }
        @if view.can("initiatives.similar.answer", &(&initiative.id).into()) {
            form method="post" action=(format!("/initiatives/{}/similar", initiative.id)) {
                (view.marks())
                (look::hidden("to", &kin.to_string()))
                (ways(view, kin)
                    .value(if fields.is_ticked("how") { fields.raw("how").to_owned() } else { held.map(|answer| crate::web::fields::sent(answer.how)).unwrap_or_default() }).error(faults.of("how")))
                (Field::area("why", view.t("kin-why")).help(view.t("kin-why-help")).rows(4)
                    .value(if fields.is_ticked("why") { fields.raw("why") } else { held.map_or("", |answer| answer.why.as_str()) }).error(faults.of("why")))
                (Field::number("saving", view.t("kin-saving"), "kr").help(view.t("kin-saving-help")).optional(view.t("form-optional")).value(fields.raw("saving")).error(faults.of("saving")))
                (look::actions([Button::primary(view.t("kin-save")), Button::quiet(view.t("initiative-cancel")).to(format!("/initiatives/{}/idea", initiative.id))]))
            }
        }
    };
    view.page(sheet::beneath(view, initiative, view.t("kin-title")).lead(view.t("kin-lead")), body)
}

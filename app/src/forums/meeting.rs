//! Page: a meeting: its agenda and minutes, and the form that writes them.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::forums::MinutesWrite;
use domain::{MeetingId, Refusals, Subject};
use maud::{Markup, html};

use super::words;
use crate::look::{Button, Field, Summary, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/meetings/{meeting}", May::Anyone, show),
        form("/forums/meetings/{meeting}/minutes", May::Act("forums.minutes.write"), write),
    ]
}

async fn show(view: View, Path(id): Path<MeetingId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn write(Path(id): Path<MeetingId>, deed: Deed) -> Result<Response, Problem> {
    let back = format!("/forums/meetings/{id}");
    let act = MinutesWrite { meeting: id.clone(), text: deed.fields.text("text") };
    Ok(deed.then(act, &back, "minutes-written", |view, fields, refusals| sheet(&view, &id, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, id: &MeetingId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let meeting = view.town.forums.meetings.get(id).ok_or(Problem::NotFound)?;
    let about = Subject::from(id);
    let head = Head::new(Part::Decisions, view.date(meeting.date))
        .kicker(view.t("meeting"))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
        .marks(html! { @if let Some(source) = view.source(&about) { (source) } });
    let mut facts = Summary::new().fact(view.t("meeting-of"), words::host(view, &meeting.of));
    if !meeting.place.is_empty() {
        facts = facts.fact(view.t("meeting-place"), &meeting.place);
    }
    let writes = meeting.date <= view.today && view.can("forums.minutes.write", &about);
    let body = html! {
        (facts)
        h2 { (view.t("meeting-agenda")) }
        ol { @for item in &meeting.agenda { li { (item.matter) @if !item.concerns.is_empty() { ": " (words::concerns(view, &item.concerns)) } } } }
        h2 { (view.t("meeting-minutes")) }
        @if meeting.minutes.is_empty() { p .sb-nothing { (view.t("minutes-not-written")) } }
        @for line in meeting.minutes.lines() { p { (line) } }
        @if writes { (writing(view, id, &meeting.minutes, fields, refusals)) }
    };
    Ok(view.page(head, body))
}

fn writing(view: &View, id: &MeetingId, minutes: &str, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let text = if fields.is_ticked("text") { fields.raw("text") } else { minutes };
    html! {
        (faults)
        form method="post" action=(format!("/forums/meetings/{id}/minutes")) {
            (view.marks())
            (Field::area("text", view.t("minutes-write")).rows(10).value(text).error(faults.of("text")))
            (actions([Button::primary(view.t("minutes-write"))]))
        }
    }
}

//! Page: move a meeting that has not been held, or call it off.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::forums::{Meeting, MeetingCallOff, MeetingMove};
use domain::{MeetingId, Refusals, Subject};
use maud::html;

use crate::look::{Button, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/meetings/{meeting}/move", May::Act("forums.meeting.move"), show),
        form("/forums/meetings/{meeting}/move", May::Act("forums.meeting.move"), change),
        form("/forums/meetings/{meeting}/off", May::Act("forums.meeting.call_off"), call_off),
    ]
}

async fn show(view: View, Path(id): Path<MeetingId>) -> Result<Response, Problem> {
    let meeting = view.town.forums.meetings.get(&id).ok_or(Problem::NotFound)?;
    view.demand("forums.meeting.move", &(&id).into())?;
    Ok(sheet(&view, meeting, &filled(meeting), &Refusals::none()))
}

fn filled(meeting: &Meeting) -> Fields {
    let time = |time: Option<jiff::civil::Time>| time.map(|time| time.strftime("%H.%M").to_string()).unwrap_or_default();
    Fields::filled([
        ("date", meeting.date.to_string()),
        ("from", time(meeting.from)),
        ("to", time(meeting.to)),
        ("place", meeting.place.clone()),
    ])
}

async fn change(Path(id): Path<MeetingId>, mut deed: Deed) -> Result<Response, Problem> {
    let meeting = deed.view.town.forums.meetings.get(&id).cloned().ok_or(Problem::NotFound)?;
    let fields = &mut deed.fields;
    let act = MeetingMove {
        meeting: id.clone(),
        date: fields.date("date"),
        from: fields.maybe_time("from"),
        to: fields.maybe_time("to"),
        place: fields.text("place"),
    };
    let page = format!("/forums/meetings/{id}");
    Ok(deed.then(act, &page, "meeting-moved", |view, fields, refusals| sheet(&view, &meeting, &fields, &refusals).into_response()).await)
}

async fn call_off(Path(id): Path<MeetingId>, deed: Deed) -> Result<Response, Problem> {
    let meeting = deed.view.town.forums.meetings.get(&id).cloned().ok_or(Problem::NotFound)?;
    let act = MeetingCallOff { meeting: id.clone(), why: deed.fields.text("why") };
    let page = format!("/forums/meetings/{id}");
    Ok(deed
        .then(act, &page, "meeting-called-off", |view, fields, refusals| {
            let held = filled(&meeting).with_all("why", [fields.text("why")]);
            sheet(&view, &meeting, &held, &refusals).into_response()
        })
        .await)
}

fn sheet(view: &View, meeting: &Meeting, fields: &Fields, refusals: &Refusals) -> Response {
    let about = Subject::from(&meeting.id);
    let faults = Faults::new(view, refusals);
    let head = Head::new(Part::Decisions, view.t("meeting-move"))
        .kicker(view.name(&(&meeting.of).into()))
        .under("/forums", view.t("forums-title"))
        .under(view.href(&about), view.date(meeting.date));
    let line = |name: &'static str, label: &str| Field::text(name, view.t(label)).short().value(fields.raw(name)).error(faults.of(name));
    let body = html! {
        (faults)
        form method="post" action=(format!("/forums/meetings/{}/move", meeting.id)) {
            (view.marks())
            (Field::date("date", view.t("meeting-day")).value(fields.raw("date")).error(faults.of("date")))
            (line("from", "meeting-from").help(view.t("meeting-time-help")).optional(view.t("form-optional")))
            (line("to", "meeting-to").optional(view.t("form-optional")))
            (Field::text("place", view.t("meeting-place")).optional(view.t("form-optional")).value(fields.raw("place")).error(faults.of("place")))
            (actions([Button::primary(view.t("meeting-move")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
        h2 { (view.t("meeting-call-off")) }
        form method="post" action=(format!("/forums/meetings/{}/off", meeting.id)) {
            (view.marks())
            (Field::area("why", view.t("meeting-off-why")).rows(2).value(fields.raw("why")).error(faults.of("why")))
            (actions([Button::danger(view.t("meeting-call-off"))]))
        }
    };
    view.page(head, body)
}

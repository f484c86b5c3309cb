//! Page: plan the meetings of a forum or a body for a year.

use axum::response::{IntoResponse, Response};
use domain::forums::{MeetingsPlan, Planned};
use domain::{Date, MeetingId, Refusal, Refusals, Subject};
use maud::html;

use super::words;
use crate::look::{Button, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/calendar/plan", May::Act("forums.meetings.plan"), show),
        form("/forums/calendar/plan", May::Act("forums.meetings.plan"), plan),
    ]
}

async fn show(view: View) -> Result<Response, Problem> {
    view.demand("forums.meetings.plan", &Subject::Municipality)?;
    Ok(sheet(&view, &Fields::default(), &Refusals::none()))
}

async fn plan(mut deed: Deed) -> Result<Response, Problem> {
    let of = words::hosted(deed.fields.raw("of")).ok_or(Problem::Unreadable("problem-form"))?;
    let (days, unread) = days(deed.fields.raw("meetings"));
    if unread {
        let refusals = Refusal::new("date-wrong").at("meetings").into();
        return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, sheet(&deed.view, &deed.fields, &refusals)).into_response());
    }
    let meeting = |date: Date| Some(Planned { id: MeetingId::new(&deed.view.fresh_id(&format!("mote-{date}")))?, date });
    let year = days.first().map_or(deed.view.today.year(), |day| day.year());
    let meetings = days.into_iter().filter_map(meeting).collect();
    let act = MeetingsPlan {
        of,
        from: deed.fields.maybe_time("from"),
        to: deed.fields.maybe_time("to"),
        place: deed.fields.text("place"),
        meetings,
    };
    let page = format!("/forums/calendar?year={year}");
    Ok(deed.then(act, &page, "meetings-planned", |view, fields, refusals| sheet(&view, &fields, &refusals)).await)
}

/// The days of a text, one a line; and whether any line is no day.
fn days(text: &str) -> (Vec<Date>, bool) {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let days: Vec<Date> = lines.iter().filter_map(|line| line.parse().ok()).collect();
    let unread = days.len() < lines.len();
    (days, unread)
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let faults = Faults::new(view, refusals);
    let head = Head::new(Part::Decisions, view.t("meetings-plan"))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
        .under("/forums/calendar", view.t("calendar"));
    let line = |name: &'static str, label: &str| Field::text(name, view.t(label)).short().value(fields.raw(name)).error(faults.of(name));
    let body = html! {
        (faults)
        form method="post" action="/forums/calendar/plan" {
            (view.marks())
            (Field::select("of", view.t("meeting-of"), words::hosts(view)).value(fields.raw("of")).error(faults.of("of")))
            (Field::area("meetings", view.t("meetings-days")).help(view.t("meetings-days-help")).rows(8).value(fields.raw("meetings")).error(faults.of("meetings")))
            (line("from", "meeting-from").help(view.t("meeting-time-help")).optional(view.t("form-optional")))
            (line("to", "meeting-to").optional(view.t("form-optional")))
            (Field::text("place", view.t("meeting-place")).optional(view.t("form-optional")).value(fields.raw("place")).error(faults.of("place")))
            (actions([Button::primary(view.t("meetings-plan"))]))
        }
    };
    view.page(head, body)
}

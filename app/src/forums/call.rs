//! Page: call a meeting of a forum or a body.

use axum::response::{IntoResponse, Response};
use domain::forums::{Host, Item, MeetingCall};
use domain::{ForumId, MeetingId, Refusals, Subject, UnitId};
use maud::html;

use crate::look::{Button, Choice, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/meetings/new", May::Act("forums.meeting.call"), show),
        form("/forums/meetings/new", May::Act("forums.meeting.call"), call),
    ]
}

async fn show(view: View) -> Result<Response, Problem> {
    sheet(&view, &Fields::default(), &Refusals::none())
}

async fn call(mut deed: Deed) -> Result<Response, Problem> {
    let id = MeetingId::new(&deed.view.fresh_id("meeting")).ok_or(Problem::NotFound)?;
    let of = host(deed.fields.raw("of")).ok_or(Problem::Unreadable("problem-form"))?;
    let agenda = deed.fields.text("agenda").lines().map(str::trim).filter(|matter| !matter.is_empty()).map(item).collect();
    let page = format!("/forums/meetings/{id}");
    let act = MeetingCall { id, of, date: deed.fields.date("date"), place: deed.fields.text("place"), agenda };
    Ok(deed.then(act, &page, "meeting-called", |view, fields, refusals| sheet(&view, &fields, &refusals).into_response()).await)
}

fn item(matter: &str) -> Item {
    Item { matter: matter.to_owned(), concerns: Vec::new() }
}

/// Who meets, as the form sends it: `forum/…` or `unit/…`.
fn host(sent: &str) -> Option<Host> {
    match sent.split_once('/')? {
        ("forum", id) => ForumId::new(id).map(Host::Forum),
        ("unit", id) => UnitId::new(id).map(Host::Body),
        _ => None,
    }
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    view.may("forums.meeting.call", &Subject::Municipality).map_err(|refusal| Problem::Forbidden(Some(refusal.into())))?;
    let head = Head::new(Part::Decisions, view.t("meeting-call")).under("/forums", view.t("forums-title"));
    let faults = Faults::new(view, refusals);
    let forums = view.town.forums.forums.values().map(|forum| Choice::new(format!("forum/{}", forum.id), &forum.name));
    let bodies = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    let hosts = forums.chain(bodies.map(|unit| Choice::new(format!("unit/{}", unit.id), &unit.name)));
    let body = html! {
        (faults)
        form method="post" action="/forums/meetings/new" {
            (view.marks())
            (Field::select("of", view.t("meeting-of"), hosts).value(fields.raw("of")).error(faults.of("of")))
            (Field::date("date", view.t("meeting-day")).value(fields.raw("date")).error(faults.of("date")))
            (Field::text("place", view.t("meeting-place")).optional(view.t("form-optional")).value(fields.raw("place")).error(faults.of("place")))
            (Field::area("agenda", view.t("meeting-agenda")).help(view.t("meeting-agenda-help")).value(fields.raw("agenda")).error(faults.of("agenda")))
            (actions([Button::primary(view.t("meeting-call"))]))
        }
    };
    Ok(view.page(head, body))
}

//! Page: call a meeting, one that is planned or a new one: its agenda is fed from what waits for those who
//! meet, and its papers are frozen when it is sent.

use axum::extract::Path;
use axum::response::Response;
use domain::expected::{Matter, waits_for};
use domain::forums::{AGENDA, Host, Item, Meeting, MeetingCall};
use domain::{MeetingId, Refusals, Subject};
use maud::{Markup, html};

use super::{matters, words};
use crate::look::{Button, Choice, Field, actions, fieldset, hidden};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/meetings/new", May::Act("forums.meeting.call"), begin),
        page("/forums/meetings/{meeting}/call", May::Act("forums.meeting.call"), show),
        form("/forums/meetings/{meeting}/call", May::Act("forums.meeting.call"), call),
    ]
}

/// First of all: who is to meet? The agenda depends on it.
async fn begin(view: View) -> Result<Response, Problem> {
    view.demand("forums.meeting.call", &Subject::Municipality)?;
    if words::hosted(view.ask("of")).is_some() {
        let id = MeetingId::new(&view.fresh_id("mote")).ok_or(Problem::NotFound)?;
        let fields = ticked(&view, Fields::filled([("of", view.ask("of").to_owned())]));
        return Ok(sheet(&view, &id, &fields, &Refusals::none()));
    }
    let body = html! {
        form method="get" action="/forums/meetings/new" {
            (Field::select("of", view.t("meeting-of"), words::hosts(&view)))
            (actions([Button::primary(view.t("meeting-next"))]))
        }
    };
    Ok(view.page(head(&view).lead(view.t("meeting-call-who")), body))
}

async fn show(view: View, Path(id): Path<MeetingId>) -> Result<Response, Problem> {
    let meeting = view.town.forums.meetings.get(&id).ok_or(Problem::NotFound)?;
    view.demand("forums.meeting.call", &Subject::Municipality)?;
    Ok(sheet(&view, &id, &ticked(&view, filled(meeting)), &Refusals::none()))
}

fn filled(meeting: &Meeting) -> Fields {
    let time = |time: Option<jiff::civil::Time>| time.map(|time| time.strftime("%H.%M").to_string()).unwrap_or_default();
    Fields::filled([
        ("of", Subject::from(&meeting.of).to_string()),
        ("date", meeting.date.to_string()),
        ("from", time(meeting.from)),
        ("to", time(meeting.to)),
        ("place", meeting.place.clone()),
    ])
}

/// A form that is fresh has all that waits on its agenda, as far as an agenda reaches: what is not to be
/// taken up is taken away, and nothing is forgotten.
fn ticked(view: &View, fields: Fields) -> Fields {
    let host = words::hosted(fields.raw("of"));
    let waiting = host.map(|host| waits_for(&view.town, &host, view.today)).unwrap_or_default();
    fields.with_all("matters", waiting.iter().take(AGENDA).map(mark))
}

async fn call(Path(id): Path<MeetingId>, mut deed: Deed) -> Result<Response, Problem> {
    let of = words::hosted(deed.fields.raw("of")).ok_or(Problem::Unreadable("problem-form"))?;
    let waiting = waits_for(&deed.view.town, &of, deed.view.today);
    let ticked = waiting.iter().filter(|matter| deed.fields.all("matters").contains(&mark(matter))).map(|matter| item(&deed.view, matter));
    let agenda: Vec<Item> = ticked.chain(matters::read(&deed.view, deed.fields.raw("agenda"))).collect();
    let act = MeetingCall {
        id: id.clone(),
        of,
        date: deed.fields.date("date"),
        from: deed.fields.maybe_time("from"),
        to: deed.fields.maybe_time("to"),
        place: deed.fields.text("place"),
        agenda,
    };
    let page = format!("/forums/meetings/{id}");
    Ok(deed.then(act, &page, "meeting-called", |view, fields, refusals| sheet(&view, &id, &fields, &refusals)).await)
}

/// A waiting matter as a box sends it.
fn mark(matter: &Matter) -> String {
    format!("{} {}", words::sent(matter.cause), matter.about)
}

/// A waiting matter as an item of the agenda, with what it is about as its paper.
fn item(view: &View, matter: &Matter) -> Item {
    let name = matters::said(view, matter);
    Item { matter: name.chars().take(200).collect(), concerns: vec![matter.about.clone()] }
}

fn head(view: &View) -> Head {
    Head::new(Part::Decisions, view.t("meeting-call"))
        .under("/decisions", view.t("decisions-title"))
        .under("/forums", view.t("forums-title"))
}

fn sheet(view: &View, id: &MeetingId, fields: &Fields, refusals: &Refusals) -> Response {
    let faults = Faults::new(view, refusals);
    let host = words::hosted(fields.raw("of"));
    let of = host.as_ref().map(|host| view.name(&Subject::from(host))).unwrap_or_default();
    let line = |name: &'static str, label: &str| Field::text(name, view.t(label)).short().value(fields.raw(name)).error(faults.of(name));
    let body = html! {
        (faults)
        form method="post" action=(format!("/forums/meetings/{id}/call")) {
            (view.marks())
            (hidden("of", fields.raw("of")))
            (Field::date("date", view.t("meeting-day")).value(fields.raw("date")).error(faults.of("date")))
            (line("from", "meeting-from").help(view.t("meeting-time-help")).optional(view.t("form-optional")))
            (line("to", "meeting-to").optional(view.t("form-optional")))
            (Field::text("place", view.t("meeting-place")).optional(view.t("form-optional")).value(fields.raw("place")).error(faults.of("place")))
            (fieldset(view.t("meeting-agenda"), Some(view.t("meeting-frozen")), agenda(view, host.as_ref(), fields, &faults)))
            (actions([Button::primary(view.t("meeting-send")), Button::quiet(view.t("leave")).to("/forums")]))
        }
    };
    view.page(head(view).kicker(of), body)
}

/// What waits for those who meet, to tick; and lines of one's own.
fn agenda(view: &View, host: Option<&Host>, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let waiting = host.map(|host| waits_for(&view.town, host, view.today)).unwrap_or_default();
    let choices: Vec<Choice> = waiting.iter().map(|matter| Choice::new(mark(matter), matters::said(view, matter))).collect();
    let field =
        fields.all("matters").iter().fold(Field::checks("matters", view.t("meeting-waits"), choices), |field, ticked| field.value(ticked));
    html! {
        @if waiting.is_empty() { p .sb-nothing { (view.t("matters-none")) } } @else { (field) }
        (Field::area("agenda", view.t("meeting-other-matters")).help(view.t("meeting-agenda-help")).optional(view.t("form-optional"))
            .value(fields.raw("agenda")).error(faults.of("agenda")))
    }
}

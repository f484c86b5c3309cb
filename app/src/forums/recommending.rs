//! Page: recommend, as a member of a forum: advice before a decision, or, for the portfolio board, the
//! planning premises and priority grounds of a year.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::expected::waits_for;
use domain::forums::{Forum, ForumKind, Host, RecommendationKind, RecommendationMake};
use domain::{ForumId, RecommendationId, Refusals, Subject};
use maud::{Markup, html};

use super::{matters, words};
use crate::look::{Button, Choice, Field, actions};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::naming;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/forums/{forum}/recommendations/new", May::Act("forums.recommendation.make"), show),
        form("/forums/{forum}/recommendations/new", May::Act("forums.recommendation.make"), make),
    ]
}

async fn show(view: View, Path(id): Path<ForumId>) -> Result<Response, Problem> {
    let forum = view.town.forums.forums.get(&id).ok_or(Problem::NotFound)?;
    view.demand("forums.recommendation.make", &(&id).into())?;
    let year = view.today.year() + i16::from(view.today.month() > 6);
    let fields = Fields::filled([("kind", "advice".to_owned()), ("meeting", view.ask("meeting").to_owned()), ("year", year.to_string())]);
    Ok(sheet(&view, forum, &fields, &Refusals::none()))
}

async fn make(Path(id): Path<ForumId>, mut deed: Deed) -> Result<Response, Problem> {
    let forum = deed.view.town.forums.forums.get(&id).cloned().ok_or(Problem::NotFound)?;
    let own = RecommendationId::new(&deed.view.fresh_id("rekommendation")).ok_or(Problem::NotFound)?;
    let year = |fields: &mut Fields| i16::try_from(fields.number("year")).unwrap_or(0);
    let kind = match deed.fields.raw("kind") {
        "premises" => RecommendationKind::PlanningPremises(year(&mut deed.fields)),
        "grounds" => RecommendationKind::PriorityGrounds(year(&mut deed.fields)),
        _ => RecommendationKind::Advice,
    };
    let lines = deed.fields.raw("addresses").lines().filter_map(|line| naming::at(&deed.view.town, deed.view.texts(), line.trim()));
    let ticked = deed.fields.all("concerns").iter().filter_map(|mark| mark.parse().ok());
    let concerns: Vec<Subject> = ticked.chain(lines).collect();
    let act = RecommendationMake {
        id: own.clone(),
        forum: id,
        kind,
        text: deed.fields.text("text"),
        concerns,
        meeting: deed.fields.maybe("meeting"),
    };
    let page = format!("/decisions/recommendations/{own}");
    Ok(deed.then(act, &page, "recommended", |view, fields, refusals| sheet(&view, &forum, &fields, &refusals).into_response()).await)
}

fn sheet(view: &View, forum: &Forum, fields: &Fields, refusals: &Refusals) -> Response {
    let about = Subject::from(&forum.id);
    let faults = Faults::new(view, refusals);
    let head = Head::new(Part::Decisions, view.t("recommendation-make"))
        .kicker(&forum.name)
        .under("/forums", view.t("forums-title"))
        .under(view.href(&about), forum.name.as_str())
        .lead(view.t("recommendation-lead"));
    let body = html! {
        (faults)
        form method="post" action=(format!("/forums/{}/recommendations/new", forum.id)) {
            (view.marks())
            (kind(view, forum, fields, &faults))
            (Field::area("text", view.t("recommendation-text")).rows(6).value(fields.raw("text")).error(faults.of("text")))
            (concerned(view, forum, fields, &faults))
            (meeting(view, forum, fields, &faults))
            (actions([Button::primary(view.t("recommendation-make")), Button::quiet(view.t("leave")).to(view.href(&about))]))
        }
    };
    view.page(head, body)
}

/// What it is for; only the portfolio board has a choice.
fn kind(view: &View, forum: &Forum, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let kinds = ["advice", "premises", "grounds"].map(|kind| Choice::new(kind, view.of("recommend", kind)));
    html! {
        @if forum.kind == ForumKind::PortfolioBoard {
            (Field::radios("kind", view.t("recommendation-kind"), kinds).value(fields.raw("kind")).error(faults.of("kind")))
            (Field::text("year", view.t("recommendation-year")).short().value(fields.raw("year")).error(faults.of("year")))
        }
    }
}

/// What it is about: what waits for the forum, and the addresses of other pages.
fn concerned(view: &View, forum: &Forum, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let mut waiting = waits_for(&view.town, &Host::Forum(forum.id.clone()), view.today);
    waiting.retain(|matter| matter.about != Subject::from(&forum.id));
    waiting.dedup_by(|one, other| one.about == other.about);
    let choices: Vec<Choice> = waiting.iter().map(|matter| Choice::new(matter.about.to_string(), matters::said(view, matter))).collect();
    let field = fields
        .all("concerns")
        .iter()
        .fold(Field::checks("concerns", view.t("decision-concerns"), choices), |field, ticked| field.value(ticked));
    html! {
        @if !waiting.is_empty() { (field.error(faults.of("concerns"))) }
        (Field::area("addresses", view.t("concerns-addresses")).help(view.t("concerns-addresses-help")).rows(2)
            .optional(view.t("form-optional")).value(fields.raw("addresses")))
    }
}

/// The meeting it was made at, among those that have been.
fn meeting(view: &View, forum: &Forum, fields: &Fields, faults: &Faults<'_>) -> Markup {
    let mut been = view.town.forums.meetings_of(&Host::Forum(forum.id.clone()));
    been.retain(|meeting| meeting.date <= view.today && meeting.called_off.is_none());
    let choices = been.into_iter().rev().take(12).map(|meeting| {
        Choice::new(meeting.id.as_str(), format!("{} {}", view.date(meeting.date), words::times(meeting)).trim_end().to_owned())
    });
    let none = std::iter::once(Choice::new("", view.t("recommendation-no-meeting")));
    html! {
        (Field::select("meeting", view.t("recommendation-meeting"), none.chain(choices)).value(fields.raw("meeting")).error(faults.of("meeting")))
    }
}

//! How rounds, applications, points and scores are worded and coloured, wherever they are shown.

use domain::fund::{Application, Hidden, Points, Ranked, Round, RoundState, Unready};
use domain::{Arg, Subject};
use maud::{Markup, Render};

use crate::look::{Tag, Tone};
use crate::web::view::View;

/// Where a round stands.
pub fn round_tag(view: &View, round: &Round) -> Markup {
    let state = view.town.fund.state_of(round, view.today);
    let tone = match state {
        RoundState::Planned => Tone::Neutral,
        RoundState::Open => Tone::Info,
        RoundState::Closed => Tone::Partly,
        RoundState::Decided => Tone::Good,
    };
    Tag::new(tone, view.of("round-state", state)).render()
}

/// Where an application stands.
pub fn application_tag(view: &View, application: &Application) -> Markup {
    let tag = match &application.verdict {
        _ if !application.is_standing() => Tag::neutral(view.t("application-withdrawn")),
        Some(verdict) if verdict.is_grant() => {
            Tag::good(view.say("application-granted", &[("money", Arg::Text(view.short(verdict.granted)))]))
        }
        Some(_) => Tag::bad(view.t("application-declined")),
        None => Tag::info(view.t("application-waiting")),
    };
    tag.render()
}

/// Whether the money reaches an application.
pub fn reach_tag(view: &View, row: &Ranked) -> Markup {
    let tone = if row.why.is_within() { Tone::Good } else { Tone::Neutral };
    Tag::new(tone, view.of("ranked-why", row.why)).render()
}

/// Points of a hundred, with one decimal.
pub fn points(view: &View, points: Points) -> String {
    tenths(view, points.permille())
}

/// A score given in thousandths of a step, with one decimal.
pub fn score(view: &View, thousandths: u32) -> String {
    tenths(view, (thousandths + 50) / 100)
}

fn tenths(view: &View, tenths: u32) -> String {
    view.say("decimal", &[("whole", Arg::Number(i64::from(tenths / 10))), ("tenth", Arg::Number(i64::from(tenths % 10)))])
}

/// Why scores are not shown.
pub fn hidden(view: &View, why: Hidden) -> String {
    view.of("hidden", why)
}

/// What keeps an application from being ranked.
pub fn unready(view: &View, lack: Unready) -> String {
    view.of("unready", lack)
}

/// How many have scored an application of those it needs.
pub fn assessed(view: &View, application: &Application, round: &Round) -> String {
    let (scored, least) = (application.scored_by(), usize::from(round.least_assessors));
    view.say("assessed-of", &[("scored", scored.into()), ("least", least.into())])
}

/// The page of an application, or one below it.
pub fn path(application: &Application, below: &str) -> String {
    format!("/fund/applications/{}{below}", application.id)
}

/// The page of a round.
pub fn round_path(view: &View, round: &Round) -> String {
    view.href(&Subject::from(&round.id))
}

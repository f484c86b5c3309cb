//! How goals, indicators and undertakings are worded and coloured, wherever they are shown.

use domain::Subject;
use domain::goals::{Course, Figure, Goal, Indicator, Reading, Smart, Undertaking, UndertakingStatus};
use maud::{Markup, Render, html};

use crate::look::{Tag, Tone};
use crate::texts::Lang;
use crate::web::view::View;

/// A figure as it is read in the language: `1 250`, `87,5`.
pub fn figure(view: &View, figure: Figure) -> String {
    let plain = figure.to_string();
    let (whole, part) = plain.split_once(',').map_or((plain.as_str(), ""), |(whole, part)| (whole, part));
    let negative = figure.0 < 0;
    let size: i64 = whole.trim_start_matches('\u{2212}').parse().unwrap_or(0);
    let point = if view.texts().lang == Lang::Sv { "," } else { "." };
    let sign = if negative { "\u{2212}" } else { "" };
    let dot = if part.is_empty() { "" } else { point };
    format!("{sign}{}{dot}{part}", view.texts().number(size))
}

/// A value with its unit and its day.
pub fn reading(view: &View, reading: Reading, unit: &str) -> String {
    format!("{} {unit}, {}", figure(view, reading.value), view.date(reading.on))
}

/// A judgement in one tag: that all four letters hold, or which do not; the reasons are read out.
pub fn smart(view: &View, smart: &Smart) -> Markup {
    let lacking: Vec<_> = smart.0.iter().filter_map(|verdict| Some((verdict.letter, verdict.lack?))).collect();
    if lacking.is_empty() {
        return Tag::good(view.t("smart-whole")).render();
    }
    let letters: Vec<String> = lacking.iter().map(|(letter, _)| view.of("smart-letter", letter)).collect();
    let tone = if lacking.len() == smart.0.len() { Tone::Bad } else { Tone::Partly };
    html! {
        (Tag::new(tone, view.say("smart-without", &[("letters", letters.join(" ").as_str().into())])))
        @for (_, lack) in &lacking { span .ds-sr-only { " " (view.t(&format!("smart-{lack}"))) } }
    }
}

/// The same judgement as words alone, for a file.
pub fn smart_in_words(view: &View, smart: &Smart) -> String {
    let lacking: Vec<String> =
        smart.0.iter().filter(|verdict| !verdict.holds()).map(|verdict| view.of("smart-letter", verdict.letter)).collect();
    if lacking.is_empty() {
        return view.t("smart-whole").to_owned();
    }
    view.say("smart-without", &[("letters", lacking.join(" ").as_str().into())])
}

/// Where what a goal lacks to be SMART is mended, for those who may mend it.
pub fn mend(view: &View, goal: &Goal, lack: &str) -> Option<String> {
    let about = Subject::from(&goal.id);
    let of_goal = ["no-text", "no-answering-unit", "no-digitalisation-text"].contains(&lack);
    if of_goal {
        return view.can("goals.goal.reword", &about).then(|| format!("/goals/{}/wording", goal.id));
    }
    // The last of those that tell what digitalisation brings is the one that was judged.
    let judged = view.town.goals.indicators_of(&goal.id).filter(|indicator| indicator.measure.on_digitalisation).last();
    match judged {
        None => view.can("goals.indicator.define", &about).then(|| format!("/goals/indicators/new?goal={}", goal.id)),
        Some(judged) => {
            view.can("goals.indicator.redefine", &(&judged.id).into()).then(|| format!("/goals/indicators/{}/definition", judged.id))
        }
    }
}

/// How an indicator is doing.
pub fn course(view: &View, indicator: &Indicator) -> Markup {
    let course = indicator.course();
    let tone = match course {
        Course::Reached | Course::OnCourse => Tone::Good,
        Course::Behind => Tone::Bad,
        Course::Unknown => Tone::Neutral,
        Course::NoTarget => Tone::Partly,
    };
    Tag::new(tone, view.of("course", course)).render()
}

/// How far an undertaking has come.
pub fn undertaking(view: &View, undertaking: &Undertaking) -> Markup {
    if undertaking.is_late(view.today) {
        return Tag::bad(view.t("undertaking-late")).render();
    }
    let tone = match undertaking.status {
        UndertakingStatus::Done => Tone::Good,
        UndertakingStatus::Ongoing => Tone::Info,
        UndertakingStatus::Open | UndertakingStatus::Dropped => Tone::Neutral,
    };
    Tag::new(tone, view.of("undertaking-status", undertaking.status)).render()
}

/// Whether a goal binds every committee.
pub fn binding(view: &View, goal: &Goal) -> Markup {
    html! { @if goal.wording.binds_all { (Tag::info(view.t("goal-binds-all"))) } }
}

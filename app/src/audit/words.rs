//! How answers and advices are worded and coloured, wherever they are shown.

use std::sync::Arc;

use domain::audit::{Advice, Answer, Exception, Progress, Verdict, answers};
use domain::organisation::{Level, Role, Side};
use domain::{Arg, Date, Municipality};
use maud::{Markup, Render};

use crate::look::{Tag, Tone};
use crate::texts::Texts;
use crate::web::naming;
use crate::web::view::View;

/// The eight questions answered on the day shown.
pub fn answered(view: &View) -> Arc<Vec<Answer>> {
    match view.as_of {
        None => view.harbour().audit.of(&view.town, view.today, answers),
        Some(date) => Arc::new(answers(&view.town, date)),
    }
}

/// The tone of an answer.
pub fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Yes => Tone::Good,
        Verdict::Partly => Tone::Partly,
        Verdict::No => Tone::Bad,
    }
}

/// An answer in one word.
pub fn verdict(texts: &Texts, verdict: Verdict) -> String {
    texts.of("audit-answer", verdict)
}

/// An answer as a tag.
pub fn answer_tag(view: &View, answer: &Answer) -> Markup {
    Tag::new(tone(answer.answer), verdict(view.texts(), answer.answer)).render()
}

/// A question in full, as the report asks it.
pub fn question(texts: &Texts, number: u8) -> String {
    texts.of("audit-question", number)
}

/// A question in a word or two.
pub fn short(texts: &Texts, number: u8) -> String {
    texts.of("audit-short", number)
}

/// A criterion by its code.
pub fn criterion(texts: &Texts, id: &str) -> String {
    texts.of("audit-criterion", id)
}

/// Why something is an exception: a role or a level by the municipality's own name, where it has one.
pub fn why(town: &Municipality, texts: &Texts, exception: &Exception) -> String {
    let names = &town.organisation.names;
    let vacant = |role: Role, side: Option<Side>| {
        let side = side.map(|side| format!(", {}", texts.of("side", side))).unwrap_or_default();
        names.of_role(role).map(|name| texts.say("audit-vacant", &[("role", Arg::Text(format!("{name}{side}")))]))
    };
    let unmet = |level: Level| names.of_level(level).map(|name| texts.say("audit-no-forum", &[("level", name.into())]));
    let own = match exception.why {
        "vacant-owner" => vacant(Role::ObjectOwner, None),
        "vacant-manager-business" => vacant(Role::ObjectManager, Some(Side::Business)),
        "vacant-manager-it" => vacant(Role::ObjectManager, Some(Side::It)),
        "vacant-specialist-business" => vacant(Role::ObjectSpecialist, Some(Side::Business)),
        "vacant-specialist-it" => vacant(Role::ObjectSpecialist, Some(Side::It)),
        "no-strategic-forum" => unmet(Level::Strategic),
        "no-tactical-forum" => unmet(Level::Tactical),
        "no-operational-forum" => unmet(Level::Operational),
        _ => None,
    };
    own.unwrap_or_else(|| texts.of("audit-why", exception.why))
}

/// Where an exception is mended: the page of the thing, the part of it that lacks something, or the list
/// where what is missing is made.
pub fn mend(exception: &Exception) -> String {
    let page = naming::href(&exception.what);
    match exception.why {
        "no-budget-and-goals" | "no-strategy" => "/goals".to_owned(),
        "no-premises" | "no-grounds" | "no-strategic-forum" | "no-tactical-forum" | "no-operational-forum" => "/forums".to_owned(),
        "not-asked-of-fund" | "not-asked-of-project" | "not-asked-of-line" => "/audit/methods".to_owned(),
        "no-need" | "wider-use-unwritten" => format!("{page}/idea"),
        "no-benefit" | "no-measured-benefit" => format!("{page}/case#benefits"),
        "no-cost" => format!("{page}/case#costs"),
        "no-risks" | "risk-areas-unseen" | "risk-unmet" | "risk-late" => format!("{page}/case#risks"),
        "no-users" | "users-changed-nothing" => format!("{page}/case#users"),
        "no-report" | "no-delivery-plan" => format!("{page}/delivery"),
        _ => page,
    }
}

/// How many of how many.
pub fn of(texts: &Texts, met: usize, of: usize) -> String {
    texts.say("audit-met-of", &[("met", met.into()), ("of", of.into())])
}

/// How far an advice has come, as a tag.
pub fn progress_tag(view: &View, advice: &Advice) -> Markup {
    let progress = advice.progress(&view.town, view.today);
    let tone = match progress {
        Progress::Overdue => Tone::Bad,
        Progress::Open => Tone::Partly,
        Progress::Done => Tone::Info,
        Progress::Closed => Tone::Good,
    };
    Tag::new(tone, view.of("audit-progress", progress.code())).render()
}

/// How many of an advice's measures are done.
pub fn measures(texts: &Texts, town: &Municipality, advice: &Advice) -> String {
    let all = town.audit.measures_of(&advice.id).count();
    let done = town.audit.measures_of(&advice.id).filter(|measure| measure.done.is_some()).count();
    texts.say("audit-measures-done", &[("done", done.into()), ("all", all.into())])
}

/// How far a measure has come, as a tag.
pub fn measure_tag(view: &View, measure: &domain::audit::Measure) -> Markup {
    let tag = match &measure.done {
        Some(done) => Tag::good(view.say("audit-measure-done", &[("date", Arg::Date(done.date))])),
        None if measure.due < view.today => Tag::bad(view.t("audit-measure-late")),
        None => Tag::partly(view.t("audit-measure-open")),
    };
    tag.render()
}

/// A month in figures: `2023-08`.
pub fn month(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

/// The same where there is little room: `23-08`.
pub fn brief(date: Date) -> String {
    month(date).split_off(2)
}

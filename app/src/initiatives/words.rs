//! How initiatives are worded and coloured, and where what they lack is mended.

use domain::initiatives::{Estimate, Fare, Gate, Initiative, Lack, Phase, Place, STEPS, blocking, missing};
use domain::{Arg, Refusal, UnitId};
use maud::{Markup, Render, html};

use crate::look::{Progress, Step, Tag, Task, Tone};
use crate::web::view::View;

/// Whether the reader may see an initiative: staff all, citizens what is decided or under way.
pub fn is_visible(view: &View, initiative: &Initiative) -> bool {
    initiative.decision.is_some() || initiative.phase.has_begun() || view.is_staff()
}

/// Where an initiative stands, as a tag.
pub fn phase(view: &View, initiative: &Initiative) -> Markup {
    let tone = match initiative.phase {
        Phase::Idea | Phase::Case => Tone::Neutral,
        Phase::Decision | Phase::Start => Tone::Info,
        Phase::Delivery if initiative.delivery.as_ref().is_some_and(|work| work.is_late(view.today)) => Tone::Bad,
        Phase::Delivery => Tone::Partly,
        Phase::Effect | Phase::Closure | Phase::Closed => Tone::Good,
        Phase::Stopped => Tone::Bad,
    };
    let late = initiative.phase == Phase::Delivery && tone == Tone::Bad;
    Tag::new(tone, if late { view.t("phase-late").to_owned() } else { view.of("phase", initiative.phase) }).render()
}

/// How the work fares, as a tag.
pub fn fare(view: &View, fare: Fare) -> Markup {
    let tone = match fare {
        Fare::OnTrack => Tone::Good,
        Fare::Deviates => Tone::Partly,
        Fare::NeedsHelp => Tone::Bad,
    };
    Tag::new(tone, view.of("fare", fare)).render()
}

/// A unit by its abbreviation, or its name where it has none.
pub fn unit(view: &View, id: &UnitId) -> String {
    view.town
        .organisation
        .units
        .get(id)
        .map_or_else(|| id.to_string(), |unit| if unit.short.is_empty() { unit.name.clone() } else { unit.short.clone() })
}

/// An estimate: the likely amount, and between what it lies where that differs.
pub fn estimate(view: &View, estimate: Estimate) -> Markup {
    html! {
        (view.short(estimate.likely))
        @if estimate.low != estimate.high {
            " " span .sb-quiet { (view.say("estimate-between", &[("low", Arg::Text(view.short(estimate.low))), ("high", Arg::Text(view.short(estimate.high)))])) }
        }
    }
}

/// A rate in hundredths of a per cent.
pub fn rate(view: &View, rate: u16) -> String {
    if rate.is_multiple_of(10) {
        return view.texts().percent((rate / 10).into());
    }
    view.say("rate-hundredths", &[("whole", usize::from(rate / 100).into()), ("part", Arg::Text(format!("{:02}", rate % 100)))])
}

/// The steps of its way, with where it stands.
pub fn way(view: &View, initiative: &Initiative) -> Vec<Step> {
    let stopped = initiative.phase == Phase::Stopped;
    STEPS
        .iter()
        .map(|step| {
            let progress = match step.from.cmp(&initiative.phase) {
                _ if stopped => {
                    if step.gate == Gate::Idea {
                        Progress::Stopped
                    } else {
                        Progress::Ahead
                    }
                }
                std::cmp::Ordering::Less => Progress::Done,
                std::cmp::Ordering::Equal => Progress::Now,
                std::cmp::Ordering::Greater => Progress::Ahead,
            };
            let said = match progress {
                Progress::Done => "way-done",
                Progress::Now => "way-now",
                Progress::Ahead => "way-ahead",
                Progress::Stopped => "way-stopped",
            };
            let mark = Step::new(view.of("gate", step.gate), progress, view.t(said));
            if progress == Progress::Now { mark.note(view.date(initiative.phase_since)) } else { mark }
        })
        .collect()
}

/// The gate an initiative stands before; none when it is over.
pub fn next_gate(initiative: &Initiative) -> Option<Gate> {
    STEPS.iter().find(|step| step.from == initiative.phase).map(|step| step.gate)
}

/// What the next gate lacks, each leading to where it is mended.
pub fn lacks(view: &View, initiative: &Initiative) -> Vec<Task> {
    let lacking = lacking(view, initiative).into_iter();
    let mended = |(place, task): (Place, Task)| task.at(view.at(&mended_at(initiative, place)));
    lacking.map(mended).chain(super::alike::lacks(view, initiative)).collect()
}

/// What of that is mended in a section of the case, by the section's anchor.
pub fn lacks_by_section(view: &View, initiative: &Initiative) -> Vec<(&'static str, Task)> {
    let lacking = lacking(view, initiative).into_iter();
    lacking.filter_map(|(place, task)| if let Place::Case(section) = place { Some((section, task)) } else { None }).collect()
}

/// What the next gate lacks, why it is asked for and whether it bars the way now.
fn lacking(view: &View, initiative: &Initiative) -> Vec<(Place, Task)> {
    let Some(gate) = next_gate(initiative) else { return Vec::new() };
    let bars = blocking(&view.town, initiative, gate, view.today);
    let said = |lack: Lack| {
        let state = if bars.contains(&lack) { Tag::bad(view.t("lack-bars")) } else { Tag::partly(view.t("lack-missed")) };
        (lack.place, task(view, lack, state))
    };
    missing(&view.town, initiative, gate, view.today).into_iter().map(said).collect()
}

fn task(view: &View, lack: Lack, state: Tag) -> Task {
    let help = format!("{} {}", view.t(&format!("why-{}", lack.key)), view.of("takes", lack.takes));
    let sentence = view.texts().refusal(&Refusal::from(lack));
    Task::new(sentence, state).help(help)
}

/// The page, and the place on it, where a lack is mended.
fn mended_at(initiative: &Initiative, place: Place) -> String {
    let page = format!("/initiatives/{}", initiative.id);
    match place {
        Place::Idea(area) => format!("{page}/idea#f-{}", area.key().replace('_', "-")),
        Place::Card => format!("{page}/card"),
        Place::Case(section) => format!("{page}/case#{section}"),
        Place::Decision => page,
        Place::Delivery => format!("{page}/delivery"),
        Place::FollowUp => format!("{page}#benefits"),
    }
}

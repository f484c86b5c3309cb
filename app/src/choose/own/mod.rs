//! The municipality's own portfolio as an instance for the engine, in the form `styrbord-portfolio/1`.
//!
//! A scenario is a fund round by its identity (who gets that round's money?), or `all` (what of
//! everything that waits for a decision, under all money that is decided?). Money is in öre, scores in
//! thousandths of a step on the scale 0–5, weights in permille, as in the ledger.

mod round;
mod waiting;

use std::collections::BTreeMap;

use domain::fund::{Application, Round, Tally, Unready};
use domain::initiatives::Initiative;
use domain::{InitiativeId, Municipality, RoundId};
use serde_json::{Value, json};

/// The scenario of everything that waits for a decision.
const ALL: &str = "all";

/// An instance, and what could not be part of it.
pub struct Own {
    /// The instance as text, the same for the same municipality.
    pub text: String,
    /// What waits for the same money but has no scores to be compared by.
    pub left_out: Vec<(InitiativeId, LeftOut)>,
}

/// Why something is not part of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It has applied in no round, so nobody has assessed it.
    NotAssessed,
    /// It was assessed by other criteria than the rest.
    OtherCriteria,
    /// Its assessment is not finished.
    Unready(Unready),
}

impl LeftOut {
    /// The reason in words, for a terminal.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::NotAssessed => "has applied in no round, so nobody has assessed it",
            Self::OtherCriteria => "was assessed by other criteria than those of the latest round",
            Self::Unready(Unready::Assessors) => "has too few assessments",
            Self::Unready(Unready::Moderation) => "has a wide spread that is not moderated",
        }
    }
}

/// The scenarios there are: each round, and `all`.
pub fn scenarios(town: &Municipality) -> Vec<String> {
    town.fund.rounds.values().map(|round| round.id.to_string()).chain([ALL.to_owned()]).collect()
}

/// The instance of a scenario; nothing where there is no scenario of that name.
pub fn instance(town: &Municipality, scenario: &str) -> Option<Own> {
    if scenario == ALL {
        return Some(waiting::instance(town));
    }
    RoundId::new(scenario).and_then(|id| town.fund.rounds.get(&id)).map(|found| round::instance(town, found))
}

/// The instance of a round; see [`round`].
pub fn of_round(town: &Municipality, found: &Round) -> Own {
    round::instance(town, found)
}

fn written(instance: &Value, left_out: Vec<(InitiativeId, LeftOut)>) -> Own {
    Own { text: format!("{instance:#}\n"), left_out }
}

/// The criteria of a round with their weights.
fn criteria(round: &Round) -> Value {
    round.criteria.iter().map(|criterion| json!({"id": criterion.id, "weight": criterion.weight})).collect()
}

/// A score: what counts, between the lowest and the highest that an assessor gave.
fn score(tally: &Tally) -> Value {
    let likely = tally.counted().unwrap_or(0);
    let low = tally.lowest().map_or(likely, |lowest| (u32::from(lowest) * 1000).min(likely));
    let high = tally.highest().map_or(likely, |highest| (u32::from(highest) * 1000).max(likely));
    if low == high { json!(likely) } else { json!({"low": low, "likely": likely, "high": high}) }
}

/// The scores of an application in the round's order; where `early`, as far as they have come, if every
/// criterion has at least one.
fn scores(round: &Round, application: &Application, early: bool) -> Result<Value, LeftOut> {
    let (tallies, points) = domain::fund::tallies_to_choose_by(round, application);
    match points {
        Err(lack) if !early || tallies.iter().any(|tally| tally.counted().is_none()) => Err(LeftOut::Unready(lack)),
        _ => Ok(tallies.iter().map(score).collect()),
    }
}

/// Weights sum to this in every set, so that values under them can be compared: the smallest number
/// that each count of criteria up to twelve divides, times the thousand of permille.
const WHOLE: u32 = 27_720_000;

/// The weight sets: the round's own weights, and the extreme points of all weights under which the
/// criteria matter in the same order (the first alone, the first two alike, and so on; Roberts and
/// Goodwin 2002, Liesiö, Mild and Salo 2007). What holds under these holds whatever the exact weights,
/// as long as nobody disputes the order.
fn weight_sets(round: &Round) -> Value {
    let own: Value = round.criteria.iter().map(|criterion| json!(u32::from(criterion.weight) * (WHOLE / 1000))).collect();
    let mut steps: Vec<u16> = round.criteria.iter().map(|criterion| criterion.weight).collect();
    steps.sort_unstable_by(|one, other| other.cmp(one));
    steps.dedup();
    let extreme = |least: u16| -> Value {
        let count = round.criteria.iter().filter(|criterion| criterion.weight >= least).count();
        let each = u32::try_from(count).map_or(0, |count| WHOLE / count.max(1));
        round.criteria.iter().map(|criterion| json!(if criterion.weight >= least { each } else { 0 })).collect()
    };
    let sets = (1..).zip(steps).map(|(place, least)| json!({"id": format!("order-{place}"), "weights": extreme(least)}));
    std::iter::once(json!({"id": "round", "weights": own})).chain(sets).collect()
}

/// The goal areas, with no demand of their own: whoever wants one writes it in the file.
fn coverage(town: &Municipality) -> Value {
    town.goals.areas.iter().map(|(area, _)| json!({"id": area, "at_least": 0})).collect()
}

/// The goal areas an initiative serves, by itself or through a goal.
fn covers(town: &Municipality, initiative: &Initiative) -> Value {
    let links = &initiative.card.links;
    let through = links.goals.iter().filter_map(|goal| town.goals.goals.get(goal)).map(|goal| &goal.wording.area);
    let known = links.goal_areas.iter().chain(through).filter(|area| town.goals.areas.has(area));
    let served: BTreeMap<&str, u8> = known.map(|area| (area.as_str(), 1)).collect();
    json!(served)
}

//! SMART: whether a goal is specific, measurable, realistic and time-bound, judged from its data
//! alone, with the reason where it is not (report 3 and 4.1.4: "specifika, mätbara, rimliga och tidsatta").

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Better, Course, Goal, Goals, Indicator};
use crate::GoalId;

/// What is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Letter {
    /// Says what is meant, and who answers for it.
    Specific,
    /// Has an indicator with a unit, a baseline, a target and a source.
    Measurable,
    /// The target is an improvement that the pace so far can reach.
    Realistic,
    /// Has a day.
    TimeBound,
}

/// The judgement on one letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What was judged.
    pub letter: Letter,
    /// The key of the reason where it does not hold: `smart-KEY` in the texts.
    pub lack: Option<&'static str>,
}

impl Verdict {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        self.lack.is_none()
    }
}

/// The judgement on a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Smart(pub [Verdict; 4]);

impl Smart {
    /// Whether all four hold.
    pub fn holds(&self) -> bool {
        self.lack().is_none()
    }

    /// The first reason why it does not hold.
    pub fn lack(&self) -> Option<&'static str> {
        self.0.iter().find_map(|verdict| verdict.lack)
    }
}

impl Goals {
    /// SMART by all indicators of a goal.
    pub fn smart(&self, goal: &GoalId) -> Option<Smart> {
        let indicators: Vec<_> = self.indicators_of(goal).collect();
        Some(judge(self.goals.get(goal)?, &indicators))
    }

    /// SMART on digitalisation: by those indicators alone that tell what digitalisation brings.
    pub fn smart_on_digitalisation(&self, goal: &GoalId) -> Option<Smart> {
        let indicators: Vec<_> = self.indicators_of(goal).filter(|indicator| indicator.measure.on_digitalisation).collect();
        Some(judge_on_digitalisation(self.goals.get(goal)?, &indicators))
    }

    /// SMART on digitalisation of every goal, found in one reading of the indicators.
    pub fn all_smart_on_digitalisation(&self) -> BTreeMap<&GoalId, Smart> {
        let mut by_goal: BTreeMap<&GoalId, Vec<&Indicator>> = BTreeMap::new();
        for indicator in self.indicators.values().filter(|indicator| indicator.measure.on_digitalisation) {
            by_goal.entry(&indicator.goal).or_default().push(indicator);
        }
        let own = |id| by_goal.get(id).map_or(&[][..], Vec::as_slice);
        self.goals.iter().map(|(id, goal)| (id, judge_on_digitalisation(goal, own(id)))).collect()
    }
}

fn judge_on_digitalisation(goal: &Goal, indicators: &[&Indicator]) -> Smart {
    let mut smart = judge(goal, indicators);
    if goal.wording.digitalisation.is_empty() {
        smart.0[0].lack = Some("no-digitalisation-text");
    }
    smart
}

fn judge(goal: &Goal, indicators: &[&Indicator]) -> Smart {
    Smart([
        Verdict { letter: Letter::Specific, lack: unspecific(goal) },
        Verdict { letter: Letter::Measurable, lack: best(indicators, unmeasurable) },
        Verdict { letter: Letter::Realistic, lack: best(indicators, unrealistic) },
        Verdict { letter: Letter::TimeBound, lack: if goal.wording.due.is_some() { None } else { best(indicators, timeless) } },
    ])
}

/// One good indicator is enough; where none is good, the last one's fault is told.
fn best(indicators: &[&Indicator], fault: fn(&Indicator) -> Option<&'static str>) -> Option<&'static str> {
    let mut lack = Some("no-indicator");
    for indicator in indicators {
        lack = fault(indicator);
        if lack.is_none() {
            break;
        }
    }
    lack
}

fn unspecific(goal: &Goal) -> Option<&'static str> {
    match goal {
        goal if goal.wording.text.is_empty() => Some("no-text"),
        goal if goal.wording.answers.is_none() => Some("no-answering-unit"),
        _ => None,
    }
}

fn unmeasurable(indicator: &Indicator) -> Option<&'static str> {
    match &indicator.measure {
        measure if measure.baseline.is_none() => Some("no-baseline"),
        measure if measure.target.is_none() => Some("no-target"),
        measure if measure.source.is_empty() => Some("no-source"),
        measure if measure.owner.is_none() => Some("no-owner"),
        _ => None,
    }
}

fn unrealistic(indicator: &Indicator) -> Option<&'static str> {
    let (Some(baseline), Some(target)) = (indicator.measure.baseline, indicator.measure.target) else {
        return Some("no-way-to-judge");
    };
    let improves = match indicator.measure.better {
        Better::Higher => target.value > baseline.value,
        Better::Lower => target.value < baseline.value,
    };
    match indicator.course() {
        _ if !improves => Some("target-no-improvement"),
        Course::Behind => Some("target-beyond-pace"),
        _ => None,
    }
}

fn timeless(indicator: &Indicator) -> Option<&'static str> {
    if indicator.measure.target.is_some() { None } else { Some("no-date") }
}

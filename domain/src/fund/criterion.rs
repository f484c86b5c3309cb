//! Criteria: what applications are scored by, with a weight and a text for each step of the scale,
//! so that two assessors mean the same by a three.

use serde::{Deserialize, Serialize};

use crate::{CriterionId, Refusal, Refusals};

/// The highest score of the scale; the lowest is nought.
pub const TOP: u8 = 5;

/// What kind of value a criterion looks for. The report (4.3) calls an appraisal by saved kronor alone
/// too square, so a round must look for quality beside money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// Effects in kronor: costs that cease, time set free.
    Money,
    /// Effects on quality for residents or staff, not counted in kronor.
    Quality,
    /// Contribution to the council's goals and priority areas.
    Goals,
    /// Use by more businesses than the applicant's.
    Reuse,
    /// Prerequisites, risks and users: whether it can be carried through.
    Feasibility,
}

/// A criterion of a round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its identity, unique in the round.
    pub id: CriterionId,
    /// Its name, 2–80 characters.
    pub name: String,
    /// What is judged, 3–600 characters.
    pub what: String,
    /// The kind of value it looks for.
    pub aspect: Aspect,
    /// Its weight in permille of the whole, 1–1000.
    pub weight: u16,
    /// What each score from 0 to 5 means, 2–300 characters a step.
    pub anchors: [String; TOP as usize + 1],
}

/// Demands criteria that together can judge: 1–12, distinct, well described, weights summing to 1000
/// permille, with money and quality both among them.
pub(super) fn check_criteria(lacks: &mut Refusals, criteria: &[Criterion]) {
    lacks.unless((1..=12).contains(&criteria.len()), Refusal::new("criteria-count").at("criteria"));
    for (place, criterion) in criteria.iter().enumerate() {
        let taken = criteria[..place].iter().any(|earlier| earlier.id == criterion.id);
        lacks.unless(!taken, Refusal::new("id-taken").at("criteria").with("id", criterion.id.as_str()));
        lacks.text("criteria", &criterion.name, 2..=80);
        lacks.text("criteria", &criterion.what, 3..=600);
        for anchor in &criterion.anchors {
            lacks.text("criteria", anchor, 2..=300);
        }
        lacks.unless((1..=1000).contains(&criterion.weight), Refusal::new("weight-out-of-range").at("criteria"));
    }
    let whole: usize = criteria.iter().map(|criterion| usize::from(criterion.weight)).sum();
    lacks.unless(whole == 1000, Refusal::new("weights-uneven").at("criteria").with("sum", whole));
    let has = |aspect| criteria.iter().any(|criterion| criterion.aspect == aspect);
    lacks.unless(has(Aspect::Money) && has(Aspect::Quality), Refusal::new("criteria-one-sided").at("criteria"));
}

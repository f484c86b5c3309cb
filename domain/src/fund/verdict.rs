//! Verdicts: what was decided on an application, with a copy of everything it rested on, so that no
//! later change of criteria, scores or case can alter what an old decision was about.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::assessment::Assessment;
use super::criterion::Criterion;
use super::moderation::Moderation;
use super::ranking::Ranked;
use super::{Case, Deviation};
use crate::{Date, DecisionId, Municipality, Ore, Refusal, Refusals};

/// What a decision rested on, copied when it was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// The case.
    pub case: Arc<Case>,
    /// The criteria with their weights and anchors.
    pub criteria: Vec<Criterion>,
    /// Everybody's scores.
    pub assessments: Vec<Arc<Assessment>>,
    /// The moderated scores.
    pub moderations: Vec<Arc<Moderation>>,
    /// Place, points, and whether the money reached it.
    pub ranked: Ranked,
    /// The departure from the ranking, where there was one.
    pub deviation: Option<Deviation>,
}

/// A decision on an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The decision in the log.
    pub decision: DecisionId,
    /// The day.
    pub date: Date,
    /// The sum granted; nought where the application was declined.
    pub granted: Ore,
    /// Conditions of the grant; may be empty.
    pub conditions: String,
    /// What it rested on.
    pub judged: Judged,
}

impl Verdict {
    /// Whether money was granted.
    pub fn is_grant(&self) -> bool {
        self.granted > Ore::ZERO
    }
}

/// What a decision on an application would rest on today.
///
/// # Errors
/// Where the round is still open or the application cannot be ranked.
pub(crate) fn judged(town: &Municipality, id: &crate::ApplicationId, date: Date) -> Result<Judged, Refusals> {
    let (application, round) = town.fund.undecided(id)?;
    if !round.is_closed(date) {
        return Err(Refusal::new("round-still-open").with("closes", round.closes).into());
    }
    let ranking = town.fund.ranking(&round.id);
    let Some(ranked) = ranking.row(id).filter(|_| ranking.unready.is_empty()) else {
        return Err(Refusal::new("not-ranked").into());
    };
    Ok(Judged {
        case: Arc::clone(&application.case),
        criteria: round.criteria.clone(),
        assessments: application.assessments.clone(),
        moderations: application.moderations.clone(),
        ranked: ranked.clone(),
        deviation: application.deviation.clone(),
    })
}

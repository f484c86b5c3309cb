//! Sight: who may see which scores when. Page, API, export and search all ask here.

use std::sync::Arc;

use serde::Serialize;

use super::points::tallies;
use super::{Application, Assessment, Moderation, Points, Ranking, Round, Tally, Unready, points::points};
use crate::organisation::{Role, Scope};
use crate::{ApplicationId, Date, Municipality, PersonId, RoundId};

/// Why scores are hidden from somebody for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hidden {
    /// There is no such application or round.
    Unknown,
    /// She has a stake in it: nothing is shown until it is decided.
    Stake,
    /// She has not given her own scores yet.
    OwnFirst,
    /// Applicants and everyone else see the scores once the application is decided.
    Undecided,
}

/// The scores of an application, as shown to somebody who may see them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    /// What each assessor came to, with reasons.
    pub assessments: Vec<Arc<Assessment>>,
    /// Every criterion's scores, spread and what counts, in the round's order.
    pub tallies: Vec<Tally>,
    /// The moderated scores with reasons.
    pub moderations: Vec<Arc<Moderation>>,
    /// The points, or what is lacking for them.
    pub points: Result<Points, Unready>,
}

/// The scores of an application, if `who` may see them on a day.
///
/// # Errors
/// The reason why they are hidden.
pub fn visible_scores(town: &Municipality, who: &PersonId, id: &ApplicationId, date: Date) -> Result<Scores, Hidden> {
    let application = town.fund.applications.get(id).ok_or(Hidden::Unknown)?;
    let round = town.fund.rounds.get(&application.round).ok_or(Hidden::Unknown)?;
    may_see(town, who, application, date)?;
    Ok(Scores {
        assessments: application.assessments.clone(),
        tallies: tallies(application, round),
        moderations: application.moderations.clone(),
        points: points(application, round),
    })
}

/// A person's own assessment of an application, which she may always see.
pub fn own_assessment<'a>(town: &'a Municipality, who: &PersonId, id: &ApplicationId) -> Option<&'a Assessment> {
    town.fund.applications.get(id)?.assessments.iter().find(|assessment| assessment.by == *who).map(Arc::as_ref)
}

/// The ranking of a round, if `who` may see every score in it on a day.
///
/// # Errors
/// The first reason why it is hidden.
pub fn visible_ranking(town: &Municipality, who: &PersonId, round: &RoundId, date: Date) -> Result<Ranking, Hidden> {
    if !town.fund.rounds.has(round) {
        return Err(Hidden::Unknown);
    }
    for application in town.fund.standing_in(round) {
        may_see(town, who, application, date)?;
    }
    Ok(town.fund.ranking(round))
}

/// Every criterion's tally of an application in the round's order, and its points or what it lacks for
/// them: what a choice among applications rests on. For whoever holds the database itself (the command
/// line), to whom the ledger is open anyway; pages ask [`visible_ranking`] first.
pub fn tallies_to_choose_by(round: &Round, application: &Application) -> (Vec<Tally>, Result<Points, Unready>) {
    (tallies(application, round), points(application, round))
}

/// Whether `who` may see an application's scores on a day.
fn may_see(town: &Municipality, who: &PersonId, application: &Application, date: Date) -> Result<(), Hidden> {
    if application.verdict.is_some() {
        return Ok(());
    }
    if application.has_stake(who) {
        return Err(Hidden::Stake);
    }
    let scope = Scope::Round(application.round.clone());
    let holds = |role: Role| town.organisation.held_by(who, date).any(|held| held.role == role);
    if town.organisation.held_by(who, date).any(|held| held.role == Role::Assessor && held.scope == scope) {
        return if application.has_assessed(who) { Ok(()) } else { Err(Hidden::OwnFirst) };
    }
    // The department coordinates and moderates; those who prepare, decide and review see once no more
    // applications can come.
    let closed = town.fund.rounds.get(&application.round).is_some_and(|round| round.is_closed(date));
    let prepares = [Role::ForumMember, Role::ChiefExecutive, Role::Secretary, Role::Controller, Role::Auditor];
    if holds(Role::DigitalisationOfficer) || closed && prepares.into_iter().any(holds) { Ok(()) } else { Err(Hidden::Undecided) }
}

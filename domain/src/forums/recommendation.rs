//! Recommendations: what a forum of officials advises before a body or a delegate decides.

use serde::{Deserialize, Serialize};

use super::{Event, ForumKind};
use crate::{Date, Event as AnyEvent, ForumId, Municipality, RecommendationId, Refusal, Refusals, Rule, Stamp, Subject};

/// What a recommendation is for.
///
/// The report says that the portfolio board "decides" planning premises and priority grounds (4.1.4,
/// 4.3.1). A group of officials cannot hold a right to decide, so here they are recommendations of their
/// own kinds: they gain force when an object plan is decided on them by somebody who may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecommendationKind {
    /// Advice before a decision.
    #[default]
    Advice,
    /// Planeringsförutsättningar for the object plans of a year.
    PlanningPremises(i16),
    /// Prioriteringsgrunder for a year.
    PriorityGrounds(i16),
}

/// A forum's advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Its identity.
    pub id: RecommendationId,
    /// The forum.
    pub forum: ForumId,
    /// What it is for.
    pub kind: RecommendationKind,
    /// The day.
    pub date: Date,
    /// Its wording.
    pub text: String,
    /// What it is about.
    pub concerns: Vec<Subject>,
    /// The size of the ledger when it was made: its basis.
    pub basis: u64,
}

/// Recommend, as a forum.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationMake {
    /// Its identity, not yet taken.
    pub id: RecommendationId,
    /// The forum.
    pub forum: ForumId,
    /// What it is for.
    #[serde(default)]
    pub kind: RecommendationKind,
    /// Its wording, 3–4 000 characters.
    pub text: String,
    /// What it is about.
    #[serde(default)]
    pub concerns: Vec<Subject>,
}

impl Rule for RecommendationMake {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn within(&self) -> Subject {
        (&self.forum).into()
    }

    fn told_on(&self, _: &Municipality) -> Vec<Subject> {
        std::iter::once((&self.forum).into()).chain(self.concerns.iter().cloned()).collect()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.forums.recommendations.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        let Some(forum) = town.forums.forums.get(&self.forum) else {
            lacks.add(Refusal::new("forum-unknown").at("forum"));
            return Err(lacks);
        };
        let is_board = forum.kind == ForumKind::PortfolioBoard;
        lacks.unless(self.kind == RecommendationKind::Advice || is_board, Refusal::new("only-board-sets-premises").at("kind"));
        lacks.text("text", &self.text, 3..=4000);
        for round in self.concerns.iter().filter_map(|concern| town.fund.round_named(concern)) {
            // Before a round has closed and all is assessed there is nothing to recommend on.
            lacks.unless(round.is_closed(stamp.date), Refusal::new("round-still-open").at("concerns").with("closes", round.closes));
            lacks.unless(town.fund.ranking(&round.id).unready.is_empty(), Refusal::new("not-ranked").at("concerns"));
        }
        lacks.end()?;
        Ok(vec![
            Event::Recommended(Recommendation {
                id: self.id.clone(),
                forum: self.forum.clone(),
                kind: self.kind,
                date: stamp.date,
                text: self.text.trim().to_owned(),
                concerns: self.concerns.clone(),
                basis: town.size,
            })
            .into(),
        ])
    }
}

impl super::Forums {
    /// The latest planning premises for a year.
    pub fn premises_for(&self, year: i16) -> Option<&Recommendation> {
        self.latest_of(RecommendationKind::PlanningPremises(year))
    }

    /// The latest priority grounds for a year.
    pub fn grounds_for(&self, year: i16) -> Option<&Recommendation> {
        self.latest_of(RecommendationKind::PriorityGrounds(year))
    }

    fn latest_of(&self, kind: RecommendationKind) -> Option<&Recommendation> {
        self.recommendations.values().filter(|recommendation| recommendation.kind == kind).max_by_key(|recommendation| recommendation.basis)
    }
}

//! Recommendations: what a forum of officials advises before a body or a delegate decides.

use serde::{Deserialize, Serialize};

use super::{Event, ForumKind, Host, Meeting};
use crate::{Date, Event as AnyEvent, ForumId, MeetingId, Municipality, RecommendationId, Refusal, Refusals, Rule, Stamp, Subject};

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
    /// The meeting it was made at, where it was.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
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
    /// The meeting it was made at: one of the forum's, not to come.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
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
        if let Some(id) = &self.meeting {
            let own = |meeting: &&Meeting| meeting.of == Host::Forum(self.forum.clone()) && meeting.date <= stamp.date;
            lacks.unless(town.forums.meetings.get(id).filter(own).is_some(), Refusal::new("meeting-unknown").at("meeting"));
        }
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
                meeting: self.meeting.clone(),
            })
            .into(),
        ])
    }
}

impl super::Forums {
    /// The planning premises that govern a year: its own, else those a year's turn let hold on.
    pub fn premises_for(&self, year: i16) -> Option<&Recommendation> {
        self.governing(RecommendationKind::PlanningPremises, year)
    }

    /// The priority grounds that govern a year: its own, else those a year's turn let hold on.
    pub fn grounds_for(&self, year: i16) -> Option<&Recommendation> {
        self.governing(RecommendationKind::PriorityGrounds, year)
    }

    /// What the board has set last of a kind.
    pub fn set_for(&self, kind: RecommendationKind) -> Option<&Recommendation> {
        self.recommendations.values().filter(|recommendation| recommendation.kind == kind).max_by_key(|recommendation| recommendation.basis)
    }

    pub(super) fn governing(&self, kind: fn(i16) -> RecommendationKind, year: i16) -> Option<&Recommendation> {
        self.set_for(kind(year)).or_else(|| {
            let turn = self.turns.values().find(|turn| turn.back.is_none() && turn.year == year.saturating_sub(1))?;
            let held_on = [&turn.premises, &turn.grounds].into_iter().flatten().filter_map(|id| self.recommendations.get(id));
            let same = |set: &&Recommendation| std::mem::discriminant(&set.kind) == std::mem::discriminant(&kind(year));
            held_on.filter(same).max_by_key(|set| set.basis)
        })
    }
}

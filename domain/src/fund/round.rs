//! Rounds: the money there is, when it may be asked for, and what applications are judged by
//! (report 4.3: five million kronor, a template of criteria, the highest points get the money).

use serde::{Deserialize, Serialize};

use super::criterion::{Criterion, check_criteria};
use super::{Event, LARGEST};
use crate::money::PostKind;
use crate::{Date, Event as AnyEvent, Municipality, Ore, PostId, Refusal, Refusals, RoundId, Rule, Stamp, Subject};

/// A round of the fund.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// Its identity.
    pub id: RoundId,
    /// Its name.
    pub name: String,
    /// The money there is to give.
    pub money: Ore,
    /// The first day to apply.
    pub opens: Date,
    /// The last day to apply.
    pub closes: Date,
    /// What applications are judged by; no longer changed once the first application is in.
    pub criteria: Vec<Criterion>,
    /// How many assessors every application needs, abstentions not counted.
    pub least_assessors: u8,
    /// From which spread between the highest and the lowest score a criterion must be moderated, 1–5.
    pub wide_spread: u8,
    /// The budget post the money is given from; it carries the decision that gave the money.
    pub post: PostId,
}

/// Where a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundState {
    /// Not yet open.
    Planned,
    /// Applications may be submitted, and assessed as they come.
    Open,
    /// No more applications; assessment is finished, ranked and recommended on.
    Closed,
    /// Every application has its decision.
    Decided,
}

impl Round {
    /// The criterion named `id`.
    pub fn criterion(&self, id: &crate::CriterionId) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == *id)
    }

    /// Whether applications may be submitted on a day.
    pub fn is_open(&self, date: Date) -> bool {
        self.opens <= date && date <= self.closes
    }

    /// Whether the last day to apply has passed.
    pub fn is_closed(&self, date: Date) -> bool {
        self.closes < date
    }
}

/// Plan a round.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundPlan {
    /// Its identity, not yet taken.
    pub id: RoundId,
    /// Its name, 3–120 characters.
    pub name: String,
    /// The money there is to give.
    pub money: Ore,
    /// The first day to apply.
    pub opens: Date,
    /// The last day to apply.
    pub closes: Date,
    /// What applications are judged by: weights sum to 1000 permille, money and quality both count. May
    /// be left for later; until then nobody can apply.
    pub criteria: Vec<Criterion>,
    /// How many assessors every application needs, 1–9.
    pub least_assessors: u8,
    /// From which spread a criterion must be moderated, 1–5.
    pub wide_spread: u8,
    /// The budget post the money is given from: a fund, with a decision, and no less than the money.
    pub post: PostId,
}

impl Rule for RoundPlan {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.fund.rounds.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("name", &self.name, 3..=120);
        lacks.money("money", self.money, LARGEST);
        lacks.unless(self.money > Ore::ZERO, Refusal::new("round-without-money").at("money"));
        lacks.period("closes", self.opens, self.closes);
        if !self.criteria.is_empty() {
            check_criteria(&mut lacks, &self.criteria);
        }
        lacks.unless((1..=9).contains(&self.least_assessors), Refusal::new("assessors-out-of-range").at("least_assessors"));
        lacks.unless((1..=5).contains(&self.wide_spread), Refusal::new("spread-out-of-range").at("wide_spread"));
        match town.money.posts.get(&self.post).filter(|post| post.counts() && post.kind == PostKind::Fund) {
            None => lacks.add(Refusal::new("post-no-fund").at("post")),
            Some(post) => {
                lacks.unless(post.decision.is_some(), Refusal::new("post-undecided").at("post"));
                // Several rounds may share a post; together they give out no more than it holds.
                let promised = town.fund.rounds.values().filter(|round| round.post == post.id).map(|round| round.money).sum();
                let left = post.amount - promised;
                lacks.unless(self.money <= left, Refusal::new("money-short").at("money").with("left", left));
            }
        }
        lacks.end()?;
        let round = Round {
            id: self.id.clone(),
            name: self.name.trim().to_owned(),
            money: self.money,
            opens: self.opens,
            closes: self.closes,
            criteria: self.criteria.clone(),
            least_assessors: self.least_assessors,
            wide_spread: self.wide_spread,
            post: self.post.clone(),
        };
        Ok(vec![Event::RoundPlanned(round).into()])
    }
}

/// Change what a round's applications are judged by, while nobody has applied yet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriteriaRevise {
    /// The round.
    pub round: RoundId,
    /// All criteria, as for a new round.
    pub criteria: Vec<Criterion>,
}

impl Rule for CriteriaRevise {
    fn about(&self) -> Subject {
        (&self.round).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        if !town.fund.rounds.has(&self.round) {
            return Err(Refusal::new("round-unknown").at("round").into());
        }
        let mut lacks = Refusals::none();
        // A withdrawn application counts too: it was written for the criteria as they stood.
        lacks.unless(town.fund.ever_in(&self.round).next().is_none(), Refusal::new("criteria-frozen"));
        check_criteria(&mut lacks, &self.criteria);
        lacks.end()?;
        Ok(vec![Event::CriteriaRevised { round: self.round.clone(), criteria: self.criteria.clone() }.into()])
    }
}

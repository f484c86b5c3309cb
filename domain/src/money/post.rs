//! Budget posts: every krona on its way from a decision to those who spend it (report 4.3, 4.2.1, appendix 2).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, DecisionId, Event as AnyEvent, Municipality, Ore, PostId, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// What a post is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostKind {
    /// A committee's frame for a year.
    Frame,
    /// Money set aside for something, beside the frame or out of it.
    Allocation,
    /// Money moved from one committee to another.
    Transfer,
    /// Money for a fund that is applied for in rounds.
    Fund,
    /// Money from outside the municipality.
    Grant,
}

/// Operating and investment money never mix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Drift.
    #[default]
    Operating,
    /// Investering.
    Investment,
}

/// An end of a post: where money comes from or goes to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// One body.
    Unit(UnitId),
    /// Several committees together, where the decision does not say how much each.
    Committees,
    /// Somebody outside the municipality, by name.
    Outside(String),
}

/// What a post says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Post {
    /// Its identity.
    pub id: PostId,
    /// What it is.
    pub kind: PostKind,
    /// Operating or investment money.
    pub form: Form,
    /// What it is for.
    pub purpose: String,
    /// Where the money comes from; nothing where the council gives it.
    pub from: Option<Party>,
    /// Where it goes.
    pub to: Party,
    /// The post it is taken out of; it is then no new money.
    pub part_of: Option<PostId>,
    /// First calendar year.
    pub first_year: i16,
    /// Last calendar year.
    pub last_year: i16,
    /// The whole amount, all years.
    pub amount: Ore,
    /// The decision behind it; nothing is a gap, shown as one.
    pub decision: Option<DecisionId>,
    /// The day it was withdrawn.
    pub withdrawn: Option<Date>,
}

impl Post {
    /// Its amount in a year: where it spans several, equally, with odd öre in the first.
    pub fn in_year(&self, year: i16) -> Ore {
        if self.withdrawn.is_some() || !(self.first_year..=self.last_year).contains(&year) {
            return Ore::ZERO;
        }
        let years = vec![1; usize::from(self.last_year.abs_diff(self.first_year)) + 1];
        let place = usize::from(year.abs_diff(self.first_year));
        self.amount.shared(&years).get(place).copied().unwrap_or(Ore::ZERO)
    }

    /// Whether it counts now.
    pub fn counts(&self) -> bool {
        self.withdrawn.is_none()
    }
}

/// Enter a budget post.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostEnter {
    /// Its identity, not yet taken.
    pub id: PostId,
    /// What it is.
    pub kind: PostKind,
    /// Operating or investment money.
    #[serde(default)]
    pub form: Form,
    /// What it is for, 3–1 000 characters.
    pub purpose: String,
    /// Where the money comes from; a transfer and a grant must say.
    pub from: Option<Party>,
    /// Where it goes.
    pub to: Party,
    /// The post it is taken out of.
    pub part_of: Option<PostId>,
    /// First calendar year, 2000–2100.
    pub first_year: i16,
    /// Last calendar year, at most ten years on.
    pub last_year: i16,
    /// The whole amount, more than nought.
    pub amount: Ore,
    /// The decision behind it. Minutes come after the meeting, so it need not be in the log yet.
    pub decision: Option<DecisionId>,
}

/// The largest amount of a post.
pub(super) const LARGEST: Ore = Ore::kronor(100_000_000_000);

/// Demands years within this century, ten on at most.
pub(super) fn demand_years(lacks: &mut Refusals, first: i16, last: i16) {
    let sane = (2000..=2100).contains(&first) && (first..=first.saturating_add(10)).contains(&last);
    lacks.unless(sane, Refusal::new("years-strange").at("last_year"));
}

/// Demands a political body there is: nobody else has money of their own.
pub(super) fn demand_body(lacks: &mut Refusals, town: &Municipality, field: &'static str, id: &UnitId) {
    match town.organisation.units.get(id) {
        None => lacks.add(Refusal::new("unit-unknown").at(field).with("id", id.as_str())),
        Some(unit) => lacks.unless(unit.kind.is_body(), Refusal::new("only-bodies-hold-money").at(field).with("unit", unit.name.as_str())),
    }
}

impl PostEnter {
    fn post(&self) -> Post {
        Post {
            id: self.id.clone(),
            kind: self.kind,
            form: self.form,
            purpose: self.purpose.trim().to_owned(),
            from: self.from.clone(),
            to: self.to.clone(),
            part_of: self.part_of.clone(),
            first_year: self.first_year,
            last_year: self.last_year,
            amount: self.amount,
            decision: self.decision.clone(),
            withdrawn: None,
        }
    }

    fn demand_parties(&self, lacks: &mut Refusals, town: &Municipality) {
        for (field, party) in [("from", self.from.as_ref()), ("to", Some(&self.to))] {
            match party {
                Some(Party::Unit(id)) => demand_body(lacks, town, field, id),
                Some(Party::Outside(name)) => lacks.text(field, name, 2..=120),
                Some(Party::Committees) | None => {}
            }
        }
        match self.kind {
            PostKind::Transfer => {
                lacks.unless(self.from.is_some(), Refusal::new("transfer-needs-giver").at("from"));
                lacks.unless(self.from.as_ref() != Some(&self.to), Refusal::new("transfer-to-itself").at("to"));
            }
            PostKind::Grant => {
                lacks.unless(matches!(self.from, Some(Party::Outside(_))), Refusal::new("grant-needs-outsider").at("from"));
            }
            PostKind::Frame | PostKind::Allocation | PostKind::Fund => {
                lacks.unless(self.from.is_none(), Refusal::new("giver-needs-transfer").at("from"));
            }
        }
    }
}

impl Rule for PostEnter {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.money.posts.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("purpose", &self.purpose, 3..=1000);
        lacks.money("amount", self.amount, LARGEST);
        lacks.unless(self.amount != Ore::ZERO, Refusal::new("money-nought").at("amount"));
        demand_years(&mut lacks, self.first_year, self.last_year);
        self.demand_parties(&mut lacks, town);
        if let Some(whole) = &self.part_of {
            lacks.unless(town.money.posts.has(whole), Refusal::new("post-unknown").at("part_of").with("id", whole.as_str()));
        }
        lacks.end()?;
        let post = self.post();
        town.money.demand_cover(&town.organisation, &town.money.with(&post))?;
        Ok(vec![Event::PostEntered(post).into()])
    }
}

/// Withdraw a budget post that was entered wrongly or has been recalled.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostWithdraw {
    /// Which.
    pub id: PostId,
}

impl Rule for PostWithdraw {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        match town.money.posts.get(&self.id) {
            None => return Err(Refusal::new("post-unknown").at("id").into()),
            Some(post) if !post.counts() => return Err(Refusal::new("post-withdrawn").at("id").into()),
            Some(post) => {
                town.money.demand_cover(&town.organisation, &town.money.with(&Post { withdrawn: Some(stamp.date), ..post.clone() }))?
            }
        }
        Ok(vec![Event::PostWithdrawn { id: self.id.clone(), on: stamp.date }.into()])
    }
}

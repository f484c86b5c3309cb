//! Balances: what each body has in a year, and the trail of a krona back to its decision (report 4.3).

use std::collections::BTreeMap;

use super::{Form, Money, Party, Post, PostKind};
use crate::organisation::{Organisation, UnitKind};
use crate::{Ore, PostId, Refusal, Refusals};

/// Whose money, in which year, in which form.
pub type Account = (Party, i16, Form);

/// What the posts come to, account by account.
pub type Balances = BTreeMap<Account, Ore>;

impl Money {
    /// What every body has, year by year, operating and investment apart.
    pub fn balances(&self) -> Balances {
        balances_of(self.posts.values())
    }

    /// What one party has in a year.
    pub fn balance(&self, party: &Party, year: i16, form: Form) -> Ore {
        self.balances().get(&(party.clone(), year, form)).copied().unwrap_or(Ore::ZERO)
    }

    /// The posts that are new money: not moved within the municipality, and no part of another post.
    pub fn new_money(&self) -> impl Iterator<Item = &Post> {
        self.posts
            .values()
            .filter(|post| post.counts() && post.part_of.is_none() && !matches!(post.from, Some(Party::Unit(_) | Party::Committees)))
    }

    /// The posts that are meant for digitalisation: all but the committees' frames.
    pub fn for_digitalisation(&self) -> impl Iterator<Item = &Post> {
        self.posts.values().filter(|post| post.counts() && post.kind != PostKind::Frame)
    }

    /// The posts taken out of a post.
    pub fn parts_of<'a>(&'a self, whole: &'a PostId) -> impl Iterator<Item = &'a Post> {
        self.posts.values().filter(move |post| post.counts() && post.part_of.as_ref() == Some(whole))
    }

    /// What is left of a post when its parts are taken out.
    pub fn rest_of(&self, whole: &Post) -> Ore {
        whole.amount - self.parts_of(&whole.id).map(|part| part.amount).sum()
    }

    /// From a post up through what it is taken out of, to the first: the trail of its kronor.
    pub fn trail<'a>(&'a self, post: &'a Post) -> Vec<&'a Post> {
        let mut trail = vec![post];
        let mut at = post;
        while let Some(whole) = at.part_of.as_ref().and_then(|id| self.posts.get(id)) {
            // A ring cannot be entered, but a ledger with disposed entries must not hang a page either.
            if trail.iter().any(|seen| seen.id == whole.id) {
                break;
            }
            trail.push(whole);
            at = whole;
        }
        trail
    }

    /// The posts whose trail meets no decision.
    pub fn without_decision(&self) -> impl Iterator<Item = &Post> {
        self.posts.values().filter(|post| post.counts() && self.trail(post).iter().all(|link| link.decision.is_none()))
    }

    /// The posts as they would be with one entered or changed.
    pub(super) fn with<'a>(&'a self, changed: &'a Post) -> Vec<&'a Post> {
        self.posts.values().filter(|post| post.id != changed.id).chain([changed]).collect()
    }

    /// Refuses posts that leave a body owing: a transfer moves money there is, and nobody gives away
    /// what they do not have. Refusing rather than warning keeps every balance true; the mend is to
    /// enter the frame first.
    pub(super) fn demand_cover(&self, organisation: &Organisation, posts: &[&Post]) -> Result<(), Refusals> {
        let mut lacks = Refusals::none();
        let (before, after) = (self.balances(), balances_of(posts.iter().copied()));
        for ((party, year, form), &balance) in &after {
            let was = before.get(&(party.clone(), *year, *form)).copied().unwrap_or(Ore::ZERO);
            // What several committees give together is covered by what they have together.
            let pool = if *party == Party::Committees { pool_of(&after, organisation, *year, *form) } else { Ore::ZERO };
            let balance = balance + pool;
            if balance < Ore::ZERO && balance < was + pool {
                let name = match party {
                    Party::Unit(unit) => unit.as_str(),
                    Party::Committees => "committees",
                    Party::Outside(name) => name,
                };
                lacks.add(
                    Refusal::new("frame-short")
                        .at("amount")
                        .with("unit", name)
                        .with("year", year.to_string().as_str())
                        .with("short", -balance),
                );
            }
        }
        let mut taken: BTreeMap<&PostId, Ore> = BTreeMap::new();
        for part in posts.iter().filter(|part| part.counts()) {
            if let Some(whole) = &part.part_of {
                *taken.entry(whole).or_insert(Ore::ZERO) += part.amount;
            }
        }
        for whole in posts.iter().filter(|post| post.counts()) {
            let parts = taken.get(&whole.id).copied().unwrap_or(Ore::ZERO);
            lacks.unless(parts <= whole.amount, Refusal::new("parts-beyond-whole").at("amount").with("over", parts - whole.amount));
        }
        lacks.end()
    }
}

fn balances_of<'a>(posts: impl Iterator<Item = &'a Post> + Clone) -> Balances {
    let by_id: BTreeMap<&PostId, &Post> = posts.clone().map(|post| (&post.id, post)).collect();
    let mut balances = Balances::new();
    for post in posts.filter(|post| post.counts()) {
        let whole = post.part_of.as_ref().and_then(|id| by_id.get(id)).map(|whole| &whole.to);
        for year in post.first_year..=post.last_year {
            let amount = post.in_year(year);
            *balances.entry((post.to.clone(), year, post.form)).or_insert(Ore::ZERO) += amount;
            let giver = whole.or(post.from.as_ref()).filter(|giver| !matches!(giver, Party::Outside(_)));
            if let Some(giver) = giver {
                *balances.entry((giver.clone(), year, post.form)).or_insert(Ore::ZERO) += -amount;
            }
        }
    }
    balances
}

/// What the committees have together, each on its own account.
fn pool_of(balances: &Balances, organisation: &Organisation, year: i16, form: Form) -> Ore {
    let is_committee = |unit| organisation.units.get(unit).is_some_and(|unit| unit.kind == UnitKind::Committee);
    balances
        .iter()
        .filter(|((party, in_year, in_form), _)| {
            *in_year == year && *in_form == form && matches!(party, Party::Unit(unit) if is_committee(unit))
        })
        .map(|(_, balance)| *balance)
        .sum()
}

//! Money: budget posts, each with its decision, and the keys that share costs (report 4.3, 4.2.1, appendix 2).

mod balance;
mod frames;
mod key;
mod post;

use serde::{Deserialize, Serialize};

pub use balance::{Account, Balances};
pub use frames::{Frame, FramesEnter};
pub use key::{CostKind, Key, KeyAgree, KeyDecide, KeyDecided, KeyPropose, Method, Weight};
pub use post::{Form, Party, Post, PostEnter, PostKind, PostWithdraw};

use crate::act::acts;
use crate::objects::{Object, Objects};
use crate::{Date, KeyId, ObjectId, PostId, Refusal, Register, Stamp, Standing, UnitId};

acts! {
    /// Enter a budget post.
    "money.post.enter" => PostEnter by [Standing::Controller];
    /// Enter the frames of a year.
    "money.frames.enter" => FramesEnter by [Standing::Controller];
    /// Withdraw a budget post.
    "money.post.withdraw" => PostWithdraw by [Standing::Controller];
    /// Propose an allocation key.
    "money.key.propose" => KeyPropose by [Standing::Controller, Standing::DigitalisationDepartment, Standing::ObjectOwner, Standing::ObjectManager];
    /// Record that a paying committee agrees to a key.
    "money.key.agree" => KeyAgree by [Standing::Secretary];
    /// Enter the decision on a key.
    "money.key.decide" => KeyDecide by [Standing::Secretary];
}

/// What has come to be with money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A post was entered.
    PostEntered(Post),
    /// A post was withdrawn.
    PostWithdrawn {
        /// Which.
        id: PostId,
        /// The day.
        on: Date,
    },
    /// A key was proposed.
    KeyProposed(Key),
    /// A committee agreed to a key.
    KeyAgreed {
        /// Which.
        id: KeyId,
        /// The committee.
        unit: UnitId,
    },
    /// A key was decided.
    KeyDecided {
        /// Which.
        id: KeyId,
        /// The decision, and from when.
        decided: KeyDecided,
    },
}

/// All budget posts and allocation keys.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// Budget posts by identity.
    pub posts: Register<PostId, Post>,
    /// Allocation keys by identity.
    pub keys: Register<KeyId, Key>,
}

impl Money {
    /// The key that shares a kind of cost of an object on a day: the latest decided.
    pub fn key_for(&self, object: &ObjectId, cost: CostKind, date: Date) -> Option<&Key> {
        self.keys
            .values()
            .filter(|key| key.object == *object && key.cost == cost && key.is_in_force(date))
            .max_by_key(|key| key.decided.as_ref().map(|decided| (decided.from, decided.basis)))
    }

    /// The keys of an object, decided or not.
    pub fn keys_of<'a>(&'a self, object: &'a ObjectId) -> impl Iterator<Item = &'a Key> {
        self.keys.values().filter(move |key| key.object == *object)
    }

    /// The objects with several payers that have no key in force on a day.
    pub fn objects_without_key<'a>(&'a self, objects: &'a Objects, date: Date) -> impl Iterator<Item = &'a Object> {
        objects
            .objects
            .values()
            .filter(|object| !object.description.co_owners.is_empty())
            .filter(move |object| !self.keys_of(&object.id).any(|key| key.is_in_force(date)))
    }

    fn undecided_key(&self, id: &KeyId) -> Result<&Key, Refusal> {
        match self.keys.get(id) {
            None => Err(Refusal::new("key-unknown").at("id").with("id", id.as_str())),
            Some(key) if key.decided.is_some() => Err(Refusal::new("key-decided").at("id")),
            Some(key) => Ok(key),
        }
    }

    pub(crate) fn fold(&mut self, event: &Event, _: &Stamp) {
        match event {
            Event::PostEntered(post) => self.posts.enter(post.id.clone(), post.clone()),
            Event::PostWithdrawn { id, on } => self.posts.alter(id, |post| post.withdrawn = Some(*on)),
            Event::KeyProposed(key) => self.keys.enter(key.id.clone(), key.clone()),
            Event::KeyAgreed { id, unit } => self.keys.alter(id, |key| {
                key.agreed.insert(unit.clone());
            }),
            Event::KeyDecided { id, decided } => self.keys.alter(id, |key| key.decided = Some(decided.clone())),
        }
    }
}

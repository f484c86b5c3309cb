//! The municipality as a value: all rooms, and the history of everything in them.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::act::named;
use crate::{Date, DecisionId, Ground, PersonId, Refusal, Refusals, Row, Rule, STALE, Seen, Stamp, Subject, Timestamp, UnknownAct};

macro_rules! rooms {
    ($($(#[$doc:meta])* $Room:ident = $room:ident;)+) => {
        /// A municipality, now or as of a past date. A copy is nearly free.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        pub struct Municipality {
            $($(#[$doc])* pub $room: crate::$room::$Room,)+
            /// What has been done to each thing, oldest first.
            pub history: OrdMap<Subject, Vector<Trace>>,
            /// How many entries of the ledger have been folded into this value.
            pub size: u64,
        }

        /// An act of any room.
        #[derive(Clone, Debug)]
        pub enum Act {
            $($(#[$doc])* $Room(crate::$room::Act),)+
        }

        /// What came of an act, as the ledger keeps it.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Event {
            $($(#[$doc])* $Room(crate::$room::Event),)+
        }

        $(impl From<crate::$room::Act> for Act {
            fn from(act: crate::$room::Act) -> Self {
                Self::$Room(act)
            }
        }

        impl From<crate::$room::Event> for Event {
            fn from(event: crate::$room::Event) -> Self {
                Self::$Room(event)
            }
        })+

        impl Act {
            /// Who may do what, room by room.
            pub const TABLES: &'static [(&'static str, &'static [Row])] = &[
                $((stringify!($room), crate::$room::Act::TABLE),)+
            ];

            /// Reads an act from `{"act": NAME, …fields}`.
            ///
            /// # Errors
            /// Where the name or a field is missing, unknown or of the wrong kind.
            pub fn read(fields: Value) -> Result<Self, UnknownAct> {
                let (name, fields) = named(fields)?;
                let act = None $(.or_else(|| crate::$room::Act::read(&name, &fields).map(|act| act.map(Self::$Room))))+;
                act.ok_or_else(|| UnknownAct::Name(name.clone()))?.map_err(|why| UnknownAct::Field { name, why })
            }

            /// The act's dotted name.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$Room(act) => act.name(),)+
                }
            }

            fn rule(&self) -> &dyn Rule {
                match self {
                    $(Self::$Room(act) => act.rule(),)+
                }
            }
        }

        impl Municipality {
            fn fold_event(&mut self, event: &Event, stamp: &Stamp) {
                match event {
                    $(Event::$Room(event) => self.$room.fold(event, stamp),)+
                }
            }
        }
    };
}

rooms! {
    /// Bodies, administrations, and who holds which role.
    Organisation = organisation;
    /// Steering documents, goals, indicators, the strategy and the committees' undertakings.
    Goals = goals;
    /// Objects, who holds which role in them, and their plans for the year.
    Objects = objects;
    /// Budget posts, and the keys that share costs.
    Money = money;
    /// Initiatives, from idea to effect.
    Initiatives = initiatives;
    /// Rounds, applications, assessments and ranking.
    Fund = fund;
    /// Forums, decisions, delegations and recommendations.
    Forums = forums;
    /// Benefits followed up, and what became of them.
    FollowUp = follow_up;
    /// Reviews, what they advised, and what was done about it.
    Audit = audit;
}

/// One thing done to a subject.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// The entry of the ledger.
    pub seq: u64,
    /// When it was done.
    pub at: Timestamp,
    /// Who did it.
    pub who: PersonId,
    /// The act's dotted name.
    pub act: ActName,
    /// Where the fact comes from, where it came from outside.
    pub source: Option<Source>,
}

/// The dotted name of an act there is; empty where a later Styrbord no longer knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ActName(&'static str);

impl ActName {
    fn known(name: &str) -> Self {
        Self(Act::row_named(name).map_or("", |row| row.name))
    }

    /// The name.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl<'de> Deserialize<'de> for ActName {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self::known(&std::borrow::Cow::<str>::deserialize(from)?))
    }
}

/// Where a fact comes from: shown beside it on every page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A section of the audit report the demo is built on.
    Report(Arc<str>),
    /// Invented for the demo.
    Example,
}

/// What an act came to: kept in the ledger as the entry's payload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The thing it was about.
    pub about: Subject,
    /// Other things whose history tells of it too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_on: Vec<Subject>,
    /// What came of it.
    pub events: Vec<Event>,
    /// Where the facts come from, where they came from outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Act {
    /// The act's row in the permission table.
    pub fn row(&self) -> &'static Row {
        Self::row_named(self.name()).unwrap_or(&Row { name: "", by: &[] })
    }

    /// The row of the act named `name`.
    pub fn row_named(name: &str) -> Option<&'static Row> {
        Self::TABLES.iter().flat_map(|(_, rows)| *rows).find(|row| row.name == name)
    }

    /// What the act is about.
    pub fn about(&self) -> Subject {
        self.rule().about()
    }

    /// Entries of the ledger whose payloads the act disposes of, and the decision that allows it.
    pub fn disposes(&self) -> Option<(Vec<u64>, DecisionId)> {
        self.rule().disposes()
    }
}

impl Municipality {
    /// What an act brings about here and now, or why it cannot be done: first whether this person may,
    /// then whether the form was still fresh, then the act's own rule. Changes nothing.
    ///
    /// # Errors
    /// All reasons at once.
    pub fn decide(&self, act: &Act, stamp: &Stamp, seen: Option<&Seen>) -> Result<Change, Refusals> {
        if let Some(settled) = self.settled(stamp.date) {
            return settled.decide(act, stamp, seen);
        }
        let rule = act.rule();
        let about = rule.about();
        self.may(&stamp.who, act.row(), &rule.within(), stamp.date)?;
        if let Some(seen) = seen
            && rule.overwrites(self).into_iter().any(|entry| seen.misses(entry))
        {
            return Err(Refusal::new(STALE).into());
        }
        let events = rule.decide(self, stamp)?;
        let mut told_on = rule.told_on(self);
        told_on.retain(|subject| *subject != about);
        Ok(Change { about, told_on, events, source: None })
    }

    /// On what ground a person may do an act of `row` to `about`.
    ///
    /// # Errors
    /// A refusal that names the act, where nothing gives the person that right.
    pub fn may(&self, who: &PersonId, row: &Row, about: &Subject, date: Date) -> Result<Ground, Refusal> {
        row.by
            .iter()
            .find_map(|standing| standing.ground(self, who, about, date))
            .ok_or_else(|| Refusal::new("not-permitted").with("act", row.name))
    }

    /// The value on a day, where something that was decided earlier takes effect by then: a reorganisation
    /// waits for its day and not for an entry. Nothing where the value is what it should be already.
    pub fn settled(&self, date: Date) -> Option<Self> {
        self.organisation.is_behind(date).then(|| {
            let mut settled = self.clone();
            settled.organisation.settle(date);
            settled
        })
    }

    /// Folds an entry of the ledger into the value. `change` is nothing where it has been disposed of.
    pub fn fold(&mut self, act: &str, stamp: &Stamp, change: Option<&Change>) {
        self.size += 1;
        self.organisation.settle(stamp.date);
        let Some(change) = change else { return };
        for event in &change.events {
            self.fold_event(event, stamp);
        }
        let trace = Trace { seq: self.size, at: stamp.at, who: stamp.who.clone(), act: ActName::known(act), source: change.source.clone() };
        for subject in &change.told_on {
            // A thing's history begins with its own first act, for that tells where it comes from.
            if let Some(told) = self.history.get_mut(subject) {
                told.push_back(trace.clone());
            }
        }
        self.history.entry(change.about.clone()).or_default().push_back(trace);
    }

    /// What has been done to a thing, oldest first.
    pub fn traces(&self, about: &Subject) -> impl DoubleEndedIterator<Item = &Trace> {
        self.history.get(about).into_iter().flatten()
    }

    /// The latest thing done to a subject.
    pub fn latest(&self, about: &Subject) -> Option<&Trace> {
        self.history.get(about).and_then(Vector::last)
    }

    /// Where a thing's facts come from: the source of its first entry.
    pub fn source(&self, about: &Subject) -> Option<&Source> {
        self.history.get(about).and_then(Vector::front).and_then(|trace| trace.source.as_ref())
    }
}

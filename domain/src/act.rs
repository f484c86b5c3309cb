//! Acts: what a person does to the municipality, each with its rule and who may do it.

use serde_json::Value;

use crate::{Date, DecisionId, Event, Municipality, PersonId, Refusals, Standing, Subject, Timestamp};

/// Who does something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The person who acts.
    pub who: PersonId,
    /// The instant, UTC.
    pub at: Timestamp,
    /// The day in the municipality (Europe/Stockholm).
    pub date: Date,
}

/// The municipality's own time zone: days begin and end there.
static STOCKHOLM: jiff::tz::TimeZone = jiff::tz::get!("Europe/Stockholm");

/// The municipality's day at an instant.
pub fn date_at(at: Timestamp) -> Date {
    STOCKHOLM.to_datetime(at).date()
}

/// The instant of a local time in the municipality; nothing where a clock change skips it.
pub fn instant_at(local: jiff::civil::DateTime) -> Option<Timestamp> {
    STOCKHOLM.to_timestamp(local).ok()
}

impl Stamp {
    /// A stamp for `who` at the instant `at`.
    pub fn new(who: PersonId, at: Timestamp) -> Self {
        Self { who, at, date: date_at(at) }
    }
}

/// The rule of one act: pure, and told everything it needs.
pub trait Rule {
    /// The thing the act is about; rights and history hang on it.
    fn about(&self) -> Subject {
        Subject::Municipality
    }

    /// The thing whose roles entitle to the act, where it is not what the act is about: a new plan is
    /// drafted by the right of its object's managers.
    fn within(&self) -> Subject {
        self.about()
    }

    /// Whether the act writes over what its form showed, so that a form older than the latest change
    /// of its subject is refused instead of undoing somebody else's work unseen.
    fn replaces(&self) -> bool {
        false
    }

    /// The entries that wrote what the act writes over: those of its subject as a whole, or, where an act
    /// writes over a part of it, the latest of that part, so that two who write two parts never collide.
    fn overwrites(&self, town: &Municipality) -> Vec<u64> {
        if self.replaces() { town.traces(&self.about()).map(|trace| trace.seq).collect() } else { Vec::new() }
    }

    /// Entries of the ledger whose payloads the act disposes of, and the decision that allows it.
    fn disposes(&self) -> Option<(Vec<u64>, DecisionId)> {
        None
    }

    /// Other things whose history tells of the act too: a decision is told of on its application.
    fn told_on(&self, _: &Municipality) -> Vec<Subject> {
        Vec::new()
    }

    /// What the act brings about, or why it cannot be done.
    ///
    /// # Errors
    /// All reasons at once.
    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<Event>, Refusals>;
}

/// A row of the permission table: an act and who may do it.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The act's dotted name, as the ledger writes it.
    pub name: &'static str,
    /// Any one of these suffices.
    pub by: &'static [Standing],
}

/// Why something from outside is no act.
#[derive(Debug, thiserror::Error)]
pub enum UnknownAct {
    /// There is no act of that name.
    #[error("there is no act \"{0}\"")]
    Name(String),
    /// The act lacks its name.
    #[error("the field \"act\" is missing")]
    Nameless,
    /// A field is missing, unknown or of the wrong kind.
    #[error("{name}: {why}")]
    Field {
        /// The act.
        name: String,
        /// What is wrong, and where.
        why: serde_json::Error,
    },
}

/// Takes the name out of `{"act": NAME, …}`, leaving the act's own fields.
pub(crate) fn named(mut fields: Value) -> Result<(String, Value), UnknownAct> {
    match fields.as_object_mut().and_then(|object| object.remove("act")) {
        Some(Value::String(name)) => Ok((name, fields)),
        _ => Err(UnknownAct::Nameless),
    }
}

/// Declares the acts of a room: one line an act gives its name, its rule and who may do it.
macro_rules! acts {
    ($($(#[$doc:meta])* $name:literal => $Act:ident by [$($standing:expr),+ $(,)?];)+) => {
        /// Everything that can be done in this room.
        #[derive(Clone, Debug)]
        pub enum Act {
            $($(#[$doc])* $Act($Act),)+
        }

        impl Act {
            /// Who may do what in this room.
            pub const TABLE: &'static [$crate::Row] = &[
                $($crate::Row { name: $name, by: &[$($standing),+] },)+
            ];

            pub(crate) fn read(name: &str, fields: &serde_json::Value) -> Option<serde_json::Result<Self>> {
                use serde::Deserialize;
                match name {
                    $($name => Some($Act::deserialize(fields).map(Self::$Act)),)+
                    _ => None,
                }
            }

            pub(crate) fn name(&self) -> &'static str {
                match self {
                    $(Self::$Act(_) => $name,)+
                }
            }

            pub(crate) fn rule(&self) -> &dyn $crate::Rule {
                match self {
                    $(Self::$Act(act) => act,)+
                }
            }
        }

        $(impl From<$Act> for $crate::Act {
            fn from(act: $Act) -> Self {
                Act::$Act(act).into()
            }
        })+
    };
}
pub(crate) use acts;

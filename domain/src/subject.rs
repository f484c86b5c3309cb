//! What an act is about: the one way to name anything in the municipality, and to trace its history.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::ids::*;

macro_rules! subjects {
    ($($(#[$doc:meta])* $Kind:ident($Id:ident) = $word:literal;)+) => {
        /// A thing that has a page, a history and rights of its own; written `word/identity`.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Subject {
            /// The municipality as a whole.
            Municipality,
            $($(#[$doc])* $Kind($Id),)+
        }

        impl fmt::Display for Subject {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    Self::Municipality => out.write_str("municipality"),
                    $(Self::$Kind(id) => write!(out, concat!($word, "/{}"), id),)+
                }
            }
        }

        impl FromStr for Subject {
            type Err = NoSubject;

            fn from_str(text: &str) -> Result<Self, NoSubject> {
                if text == "municipality" {
                    return Ok(Self::Municipality);
                }
                let (word, id) = text.split_once('/').ok_or(NoSubject)?;
                match word {
                    $($word => $Id::new(id).map(Self::$Kind).ok_or(NoSubject),)+
                    _ => Err(NoSubject),
                }
            }
        }

        $(impl From<&$Id> for Subject {
            fn from(id: &$Id) -> Self {
                Self::$Kind(id.clone())
            }
        })+
    };
}

subjects! {
    /// A body, administration, department or section.
    Unit(UnitId) = "unit";
    /// A person, known here by identity alone.
    Person(PersonId) = "person";
    /// A person in a role.
    Appointment(AppointmentId) = "appointment";
    /// A steering document.
    Document(DocumentId) = "document";
    /// A goal area.
    GoalArea(GoalAreaId) = "goal-area";
    /// A goal.
    Goal(GoalId) = "goal";
    /// An indicator.
    Indicator(IndicatorId) = "indicator";
    /// A priority area.
    PriorityArea(PriorityAreaId) = "priority-area";
    /// A direction of the strategy.
    Direction(DirectionId) = "direction";
    /// An undertaking or assignment.
    Undertaking(UndertakingId) = "undertaking";
    /// A pm3 object.
    Object(ObjectId) = "object";
    /// An object plan.
    ObjectPlan(ObjectPlanId) = "object-plan";
    /// An activity of an object plan.
    Activity(ActivityId) = "activity";
    /// A budget post.
    Post(PostId) = "post";
    /// An allocation key.
    Key(KeyId) = "allocation-key";
    /// An initiative.
    Initiative(InitiativeId) = "initiative";
    /// A benefit of an initiative.
    Benefit(BenefitId) = "benefit";
    /// A round of the fund.
    Round(RoundId) = "round";
    /// An application.
    Application(ApplicationId) = "application";
    /// A forum.
    Forum(ForumId) = "forum";
    /// A meeting.
    Meeting(MeetingId) = "meeting";
    /// A decision.
    Decision(DecisionId) = "decision";
    /// A recommendation.
    Recommendation(RecommendationId) = "recommendation";
    /// A year's turn.
    Turn(TurnId) = "turn";
    /// A point of the delegation order.
    Delegation(DelegationId) = "delegation";
    /// An audit.
    Review(ReviewId) = "review";
    /// An advice of the auditors.
    Advice(AdviceId) = "advice";
    /// What is done to heed an advice.
    Measure(MeasureId) = "measure";
    /// An established way of working, such as a template or a project model.
    Method(MethodId) = "method";
}

/// The text names nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no subject: write for example initiative/e-tjanst-bygglov")]
pub struct NoSubject;

impl Serialize for Subject {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

//! Identities: short names that never change, written in small letters, figures and hyphens.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The longest identity there is, in characters.
const LONGEST: usize = 64;

/// Whether a text can be an identity: 1–64 small letters a–z, figures and single hyphens.
pub fn is_identity(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

macro_rules! identities {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identity spelled by `text`, or nothing where that cannot be one.
            pub fn new(text: &str) -> Option<Self> {
                is_identity(text).then(|| Self(text.into()))
            }

            /// The identity as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(from)?;
                Self::new(&text).ok_or_else(|| {
                    serde::de::Error::custom(format!("\"{text}\" is no identity: use a–z, 0–9 and hyphens"))
                })
            }
        }
    )+};
}

identities! {
    /// A municipality: the tenant everything belongs to.
    MunicipalityId;
    /// A person, known outside the ledger by the people directory alone.
    PersonId;
    /// A body, administration, department or section.
    UnitId;
    /// An appointment: a person in a role.
    AppointmentId;
    /// A steering document: Mål och budget, a strategy, a committee's yearly plan.
    DocumentId;
    /// One of the goal areas (målområde).
    GoalAreaId;
    /// A goal of the council, a committee or an object.
    GoalId;
    /// A measure of a goal.
    IndicatorId;
    /// A priority area (prioriterad insats) of Mål och budget.
    PriorityAreaId;
    /// A direction (strategisk inriktning) of the digitalisation strategy.
    DirectionId;
    /// An undertaking or assignment in a committee's plan.
    UndertakingId;
    /// A pm3 object.
    ObjectId;
    /// An object's plan for one year.
    ObjectPlanId;
    /// A line of an object plan.
    ActivityId;
    /// A system that belongs to an object.
    SystemId;
    /// A component of an object's product.
    ComponentId;
    /// A budget post: a frame, allocation, transfer, fund or grant.
    PostId;
    /// An allocation key (fördelningsnyckel).
    KeyId;
    /// A change effort, whatever pays for it.
    InitiativeId;
    /// A benefit of an initiative.
    BenefitId;
    /// A cost line of a business case.
    CostId;
    /// A risk of an initiative.
    RiskId;
    /// An occasion when end users took part in an initiative.
    EvidenceId;
    /// A file beside an initiative.
    AttachmentId;
    /// A thread of help.
    HelpId;
    /// A round of the fund (ansökningsomgång).
    RoundId;
    /// An application in a round.
    ApplicationId;
    /// A criterion applications are scored by.
    CriterionId;
    /// A forum where governance happens.
    ForumId;
    /// A meeting of a forum or body.
    MeetingId;
    /// A decision in the log of matters and decisions.
    DecisionId;
    /// A recommendation by a forum of officials.
    RecommendationId;
    /// A year's turn.
    TurnId;
    /// A point of the delegation order.
    DelegationId;
    /// An audit (granskning).
    ReviewId;
    /// An advice the auditors gave.
    AdviceId;
    /// What is done to answer an advice.
    MeasureId;
    /// An established way of working, such as a template or a project model.
    MethodId;
}

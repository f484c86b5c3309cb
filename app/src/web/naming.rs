//! Where everything in the municipality is shown, and what it is called.

use domain::{Municipality, Subject};

use crate::texts::Texts;

/// A text as it may stand in an address.
pub fn escaped(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            },
        )
        .collect()
}

/// The page of a thing.
pub fn href(about: &Subject) -> String {
    match about {
        Subject::Municipality => "/".to_owned(),
        Subject::Unit(id) => format!("/organisation/{id}"),
        Subject::Appointment(id) => format!("/organisation#{id}"),
        Subject::Document(id) => format!("/goals/documents/{id}"),
        Subject::GoalArea(id) => format!("/goals#{id}"),
        Subject::Goal(id) => format!("/goals/{id}"),
        Subject::Indicator(id) => format!("/goals/indicators/{id}"),
        Subject::PriorityArea(id) => format!("/goals/priority-areas/{id}"),
        Subject::Direction(id) => format!("/goals/directions/{id}"),
        Subject::Undertaking(id) => format!("/goals/plans#{id}"),
        Subject::Object(id) => format!("/objects/{id}"),
        Subject::ObjectPlan(id) => format!("/objects/plans/{id}"),
        Subject::Activity(id) => format!("/objects/activities/{id}"),
        Subject::Post(id) => format!("/money/{id}"),
        Subject::Key(id) => format!("/money/keys/{id}"),
        Subject::Benefit(id) => format!("/follow-up/benefits/{id}"),
        Subject::Initiative(id) => format!("/initiatives/{id}"),
        Subject::Round(id) => format!("/fund/rounds/{id}"),
        Subject::Application(id) => format!("/fund/applications/{id}"),
        Subject::Forum(id) => format!("/forums/{id}"),
        Subject::Meeting(id) => format!("/forums/meetings/{id}"),
        Subject::Decision(id) => format!("/decisions/{id}"),
        Subject::Recommendation(id) => format!("/decisions/recommendations/{id}"),
        Subject::Delegation(id) => format!("/delegations#{id}"),
        Subject::Measure(id) => format!("/audit/measures/{id}"),
        Subject::Method(_) => "/initiatives/methods".to_owned(),
        Subject::Review(id) => format!("/audit/reviews/{id}"),
        Subject::Advice(id) => format!("/audit/advices/{id}"),
    }
}

/// What a thing is called; its identity where nothing names it any longer.
pub fn name(town: &Municipality, texts: &Texts, about: &Subject) -> String {
    let named = match about {
        Subject::Municipality => Some(texts.t("subject-municipality").to_owned()),
        Subject::Unit(id) => town.organisation.units.get(id).map(|unit| unit.name.clone()),
        Subject::Forum(id) => town.forums.forums.get(id).map(|forum| forum.name.clone()),
        Subject::Decision(id) => town.forums.decisions.get(id).map(|decision| decision.matter.clone()),
        _ => None,
    };
    named.unwrap_or_else(|| about.to_string())
}

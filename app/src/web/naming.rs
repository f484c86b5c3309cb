//! Where everything in the municipality is shown, and what it is called.

use domain::money::Key;
use domain::objects::{Object, ObjectPlan};
use domain::organisation::Role;
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

/// An identity spelled after a title: `E-tjänst för bygglov` becomes `e-tjanst-for-bygglov`.
pub fn named_after(title: &str) -> String {
    let plain: String = title
        .to_lowercase()
        .chars()
        .map(|sign| match sign {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            'é' => 'e',
            _ if sign.is_ascii_alphanumeric() => sign,
            _ => '-',
        })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).take(7).collect();
    words.join("-").chars().take(60).collect::<String>().trim_matches('-').to_owned()
}

/// What a role is called here: the municipality's own name, else the usual one.
pub fn role(town: &Municipality, texts: &Texts, role: Role) -> String {
    town.organisation.names.of_role(role).map_or_else(|| texts.of("role", role), str::to_owned)
}

/// The page of a thing.
pub fn href(about: &Subject) -> String {
    match about {
        Subject::Municipality => "/".to_owned(),
        Subject::Unit(id) => format!("/organisation/{id}"),
        Subject::Person(id) => format!("/organisation/people/{id}"),
        Subject::Appointment(id) => format!("/organisation/appointments/{id}"),
        Subject::Document(id) => format!("/goals/documents/{id}"),
        Subject::GoalArea(id) => format!("/goals#{id}"),
        Subject::Goal(id) => format!("/goals/{id}"),
        Subject::Indicator(id) => format!("/goals/indicators/{id}"),
        Subject::PriorityArea(id) => format!("/goals/priority-areas/{id}"),
        Subject::Direction(id) => format!("/goals/directions/{id}"),
        Subject::Undertaking(id) => format!("/goals/undertakings/{id}"),
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
        Subject::Turn(id) => format!("/forums/years/{id}"),
        Subject::Delegation(id) => format!("/delegations#{id}"),
        Subject::Measure(id) => format!("/audit/measures/{id}"),
        Subject::Method(id) => format!("/audit/methods#{id}"),
        Subject::Review(id) => format!("/audit/reviews/{id}"),
        Subject::Advice(id) => format!("/audit/advices/{id}"),
    }
}

/// What can be named by pasting the address of its page.
const NAMED_BY_ADDRESS: [&str; 19] = [
    "initiative",
    "object-plan",
    "activity",
    "round",
    "application",
    "document",
    "indicator",
    "undertaking",
    "direction",
    "priority-area",
    "goal",
    "allocation-key",
    "post",
    "object",
    "unit",
    "advice",
    "measure",
    "benefit",
    "recommendation",
];

/// The thing whose page an address leads to, as pasted from the browser; nothing where there is none.
pub fn at(town: &Municipality, texts: &Texts, address: &str) -> Option<Subject> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest.find('/').map_or("", |slash| &rest[slash..]));
    let path = path.split(['?', '#']).next().unwrap_or(path).trim_end_matches('/');
    let id = path.rsplit('/').next()?;
    let named = NAMED_BY_ADDRESS.iter().filter_map(|word| format!("{word}/{id}").parse::<Subject>().ok());
    named.filter(|about| href(about) == path).find(|about| name(town, texts, about) != about.to_string())
}

/// What a thing is called; its identity where nothing names it any longer.
pub fn name(town: &Municipality, texts: &Texts, about: &Subject) -> String {
    let named = match about {
        Subject::Municipality => Some(texts.t("subject-municipality").to_owned()),
        Subject::Unit(id) => town.organisation.units.get(id).map(|unit| unit.name.clone()),
        Subject::Appointment(id) => town.organisation.appointments.get(id).map(|held| role(town, texts, held.role)),
        Subject::Document(id) => town.goals.documents.get(id).map(|document| document.title.clone()),
        Subject::GoalArea(id) => town.goals.areas.get(id).map(|area| area.name.clone()),
        Subject::Goal(id) => town.goals.goals.get(id).map(|goal| goal.wording.title.clone()),
        Subject::Indicator(id) => town.goals.indicators.get(id).map(|indicator| indicator.measure.name.clone()),
        Subject::PriorityArea(id) => town.goals.priorities.get(id).map(|area| area.name.clone()),
        Subject::Direction(id) => town.goals.directions.get(id).map(|direction| direction.title.clone()),
        Subject::Undertaking(id) => town.goals.undertakings.get(id).map(|undertaking| shortened(&undertaking.text)),
        Subject::Object(id) => town.objects.objects.get(id).map(|object| object.name().to_owned()),
        Subject::ObjectPlan(id) => town.objects.plans.get(id).map(|plan| plan_name(town, texts, plan)),
        Subject::Activity(id) => town.objects.activities.get(id).map(|activity| activity.text.name.clone()),
        Subject::Post(id) => town.money.posts.get(id).map(|post| shortened(&post.purpose)),
        Subject::Key(id) => town.money.keys.get(id).map(|key| key_name(town, texts, key)),
        Subject::Initiative(id) => town.initiatives.get(id).map(|initiative| initiative.card.title.clone()),
        Subject::Benefit(id) => town.initiatives.benefit(id).map(|benefit| benefit.what.clone()),
        Subject::Forum(id) => town.forums.forums.get(id).map(|forum| forum.name.clone()),
        Subject::Decision(id) => town.forums.decisions.get(id).map(|decision| decision.matter.clone()),
        Subject::Round(id) => town.fund.rounds.get(id).map(|round| round.name.clone()),
        Subject::Application(id) => town.fund.applications.get(id).map(|application| application.case.title().to_owned()),
        Subject::Recommendation(id) => town.forums.recommendations.get(id).map(|advice| shortened(&advice.text)),
        Subject::Delegation(id) => town.forums.delegations.get(id).map(|delegation| format!("{} {}", delegation.point, delegation.text)),
        Subject::Turn(id) => {
            town.forums.turns.get(id).map(|turn| texts.say("year-turn-name", &[("year", turn.year.to_string().as_str().into())]))
        }
        // A person's name is in the people directory alone.
        Subject::Person(_) => None,
        Subject::Meeting(id) => town
            .forums
            .meetings
            .get(id)
            .map(|meeting| format!("{}, {}", name(town, texts, &(&meeting.of).into()), texts.date(meeting.date))),
        Subject::Review(id) => town.audit.reviews.get(id).map(|review| review.title.clone()),
        Subject::Advice(id) => town.audit.advices.get(id).map(|advice| shortened(&advice.text)),
        Subject::Measure(id) => town.audit.measures.get(id).map(|measure| measure.text.clone()),
        Subject::Method(id) => town.audit.methods.get(id).map(|method| method.title.clone()),
    };
    named.unwrap_or_else(|| about.to_string())
}

/// The first sentence of a text, or as much of it as names it.
fn shortened(text: &str) -> String {
    let first = text.split_inclusive(['.', ':', ';']).next().unwrap_or(text).trim_end_matches(['.', ':', ';']);
    if first.chars().count() <= 90 {
        return first.to_owned();
    }
    let cut: String = first.chars().take(80).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}

fn plan_name(town: &Municipality, texts: &Texts, plan: &ObjectPlan) -> String {
    let object = town.objects.objects.get(&plan.object).map_or(plan.object.as_str(), Object::name);
    texts.say("object-plan-name", &[("object", object.into()), ("year", plan.year.to_string().as_str().into())])
}

fn key_name(town: &Municipality, texts: &Texts, key: &Key) -> String {
    let object = town.objects.objects.get(&key.object).map_or(key.object.as_str(), Object::name);
    format!("{object}: {}", texts.of("cost-kind", key.cost))
}

//! What people are trained for and know, so that one can see who could fill a vacant role (report 4.2.1).

use serde::{Deserialize, Serialize};

use super::{Event, Role};
use crate::{Date, Event as AnyEvent, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// What a person is trained for and knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Competence {
    /// The roles the person is trained for.
    pub roles: Vec<Role>,
    /// What the person knows, a few words each: a business, a system, a method.
    pub fields: Vec<String>,
    /// The day this was stated.
    pub stated: Date,
}

/// State what a person is trained for and knows, in place of what was stated before.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompetenceState {
    /// Who.
    pub person: PersonId,
    /// The roles the person is trained for.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// What the person knows: up to 20 fields of 2–60 characters.
    #[serde(default)]
    pub fields: Vec<String>,
}

/// The most fields of knowledge a person states.
const MOST: usize = 20;

impl Rule for CompetenceState {
    fn about(&self) -> Subject {
        (&self.person).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        let known = town.organisation.held_by(&self.person, stamp.date).next().is_some();
        lacks.unless(known, Refusal::new("person-without-role").at("person"));
        let mut fields: Vec<String> = Vec::new();
        for field in self.fields.iter().map(|field| field.trim()).filter(|field| !field.is_empty()) {
            lacks.text("fields", field, 2..=60);
            if !fields.iter().any(|other| other.to_lowercase() == field.to_lowercase()) {
                fields.push(field.to_owned());
            }
        }
        lacks.unless(fields.len() <= MOST, Refusal::new("fields-many").at("fields").with("most", MOST));
        lacks.end()?;
        let mut roles = self.roles.clone();
        roles.sort_unstable();
        roles.dedup();
        let competence = Competence { roles, fields, stated: stamp.date };
        Ok(vec![Event::CompetenceStated { person: self.person.clone(), competence }.into()])
    }
}

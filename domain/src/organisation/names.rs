//! What the municipality itself calls its roles and levels, where that is not the usual word (pm3 leaves the
//! names of roles and levels to each organisation).

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::{Event, Level, Role};
use crate::{Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp};

/// The municipality's own names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Names {
    roles: OrdMap<Role, String>,
    levels: OrdMap<Level, String>,
}

impl Names {
    /// What the municipality calls a role, where it has a name of its own for it.
    pub fn of_role(&self, role: Role) -> Option<&str> {
        self.roles.get(&role).map(String::as_str)
    }

    /// What the municipality calls a level, where it has a name of its own for it.
    pub fn of_level(&self, level: Level) -> Option<&str> {
        self.levels.get(&level).map(String::as_str)
    }

    pub(super) fn call_role(&mut self, role: Role, name: &str) {
        call(&mut self.roles, role, name);
    }

    pub(super) fn call_level(&mut self, level: Level, name: &str) {
        call(&mut self.levels, level, name);
    }
}

fn call<K: Ord + Clone>(names: &mut OrdMap<K, String>, what: K, name: &str) {
    if name.is_empty() {
        names.remove(&what);
    } else {
        names.insert(what, name.to_owned());
    }
}

/// A name of one's own: empty, or 2–60 characters that name nothing else.
fn demand<K: Ord + Clone>(names: &OrdMap<K, String>, what: &K, name: &str) -> Result<String, Refusals> {
    let name = name.trim();
    let mut lacks = Refusals::none();
    if !name.is_empty() {
        lacks.text("name", name, 2..=60);
    }
    let taken = names.iter().any(|(other, called)| other != what && called.to_lowercase() == name.to_lowercase());
    lacks.unless(name.is_empty() || !taken, Refusal::new("name-taken").at("name").with("name", name));
    lacks.end()?;
    Ok(name.to_owned())
}

/// Give a role the municipality's own name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleName {
    /// Which.
    pub role: Role,
    /// Its name, 2–60 characters; empty gives back the usual one.
    #[serde(default)]
    pub name: String,
}

impl Rule for RoleName {
    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let name = demand(&town.organisation.names.roles, &self.role, &self.name)?;
        Ok(vec![Event::RoleNamed { role: self.role, name }.into()])
    }
}

/// Give a level the municipality's own name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelName {
    /// Which.
    pub level: Level,
    /// Its name, 2–60 characters; empty gives back the usual one.
    #[serde(default)]
    pub name: String,
}

impl Rule for LevelName {
    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let name = demand(&town.organisation.names.levels, &self.level, &self.name)?;
        Ok(vec![Event::LevelNamed { level: self.level, name }.into()])
    }
}

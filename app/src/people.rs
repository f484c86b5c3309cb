//! The people directory: names and titles, kept outside the ledger, which knows identities only.

use std::collections::HashMap;

use domain::PersonId;
use ledger::{StorageError, Store};
use serde::{Deserialize, Serialize};

/// The shelf of the database the directory stands on.
const SHELF: &str = "people";

/// A person as colleagues know them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The identity the ledger uses.
    pub id: PersonId,
    /// First and last name.
    pub name: String,
    /// What the person works as.
    pub title: String,
    /// The place on the demo's sign-in page, where the demo offers to be this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<u16>,
}

/// Everybody, by identity.
#[derive(Clone, Debug, Default)]
pub struct People(HashMap<PersonId, Person>);

impl People {
    /// Reads the directory.
    ///
    /// # Errors
    /// The database fails. A row that is no person is passed over, and said so in the log.
    pub fn read(store: &mut Store, tenant: &str) -> Result<Self, StorageError> {
        let mut people = HashMap::new();
        for (id, body) in store.all(tenant, SHELF)? {
            match serde_json::from_slice::<Person>(&body) {
                Ok(person) => drop(people.insert(person.id.clone(), person)),
                Err(error) => tracing::warn!(id, %error, "a row of the people directory cannot be read"),
            }
        }
        Ok(Self(people))
    }

    /// Enters a person.
    ///
    /// # Errors
    /// The database fails.
    pub fn enter(store: &mut Store, tenant: &str, person: &Person) -> Result<(), StorageError> {
        let body = serde_json::to_vec(person).unwrap_or_default();
        store.put(tenant, SHELF, person.id.as_str(), &body)
    }

    /// The person with that identity.
    pub fn get(&self, id: &PersonId) -> Option<&Person> {
        self.0.get(id)
    }

    /// The name of a person; the identity itself where the directory no longer knows one.
    pub fn name<'a>(&'a self, id: &'a PersonId) -> &'a str {
        self.0.get(id).map_or(id.as_str(), |person| person.name.as_str())
    }

    /// Everybody, by name.
    pub fn by_name(&self) -> Vec<&Person> {
        let mut all: Vec<_> = self.0.values().collect();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all
    }

    /// Those the demo offers to be, in its order.
    pub fn doors(&self) -> Vec<&Person> {
        let mut doors: Vec<_> = self.0.values().filter(|person| person.door.is_some()).collect();
        doors.sort_by_key(|person| person.door);
        doors
    }
}

//! Objects: lasting areas of business with the systems they live on (report 4.2.1, pm3).

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::{Component, Event};
use crate::{Event as AnyEvent, Municipality, ObjectId, Refusal, Refusals, Rule, Stamp, Subject, SystemId, UnitId};

/// What an object is: the part that may be described anew.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectDescription {
    /// Its name, 2–120 characters.
    pub name: String,
    /// What it is for, up to 2 000 characters; may be empty.
    #[serde(default)]
    pub purpose: String,
    /// The committee that owns it.
    pub owner: UnitId,
    /// Committees that own it too (delägare).
    #[serde(default)]
    pub co_owners: Vec<UnitId>,
    /// The units whose work it supports.
    #[serde(default)]
    pub supports: Vec<UnitId>,
    /// Whether it has an IT side only, as infrastructure has.
    #[serde(default)]
    pub it_only: bool,
}

/// An object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Object {
    /// Its identity.
    pub id: ObjectId,
    /// What it is.
    pub description: ObjectDescription,
    /// The systems it lives on.
    pub systems: Vector<System>,
    /// What its product is made of besides.
    #[serde(default)]
    pub components: Vector<Component>,
}

impl Object {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.description.name
    }

    /// Those who own it and pay for it: the owner first.
    pub fn payers(&self) -> impl Iterator<Item = &UnitId> {
        std::iter::once(&self.description.owner).chain(&self.description.co_owners)
    }
}

/// How grave a loss of confidentiality, integrity or availability would be, 0–4 each (K/R/T).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes {
    /// Konfidentialitet.
    pub confidentiality: u8,
    /// Riktighet.
    pub integrity: u8,
    /// Tillgänglighet.
    pub availability: u8,
}

/// A system.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct System {
    /// Its identity.
    pub id: SystemId,
    /// Its name.
    pub name: String,
    /// Its supplier; empty where it is the municipality's own.
    pub supplier: String,
    /// Its security classes, where it has been classified.
    pub classes: Option<Classes>,
}

impl ObjectDescription {
    fn demand(&self, lacks: &mut Refusals, town: &Municipality) {
        lacks.text("name", &self.name, 2..=120);
        lacks.text("purpose", &self.purpose, 0..=2000);
        let units = &town.organisation.units;
        match units.get(&self.owner) {
            None => lacks.add(Refusal::new("unit-unknown").at("owner").with("id", self.owner.as_str())),
            Some(unit) => lacks.unless(unit.kind.is_body(), Refusal::new("owner-no-body").at("owner").with("unit", unit.name.as_str())),
        }
        for (field, named) in [("co_owners", &self.co_owners), ("supports", &self.supports)] {
            for id in named.iter().filter(|id| !units.has(id)) {
                lacks.add(Refusal::new("unit-unknown").at(field).with("id", id.as_str()));
            }
        }
        let once = |id: &UnitId| self.co_owners.iter().filter(|other| *other == id).count() == 1;
        let distinct = self.co_owners.iter().all(|id| *id != self.owner && once(id));
        lacks.unless(distinct, Refusal::new("owner-twice").at("co_owners"));
    }
}

/// Establish an object.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectEstablish {
    /// Its identity, not yet taken.
    pub id: ObjectId,
    /// What it is.
    pub description: ObjectDescription,
}

impl Rule for ObjectEstablish {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.objects.objects.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        self.description.demand(&mut lacks, town);
        lacks.end()?;
        let object =
            Object { id: self.id.clone(), description: self.description.clone(), systems: Vector::new(), components: Vector::new() };
        Ok(vec![Event::ObjectEstablished(object).into()])
    }
}

/// Describe an object anew.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectDescribe {
    /// Which.
    pub id: ObjectId,
    /// What it is from now on.
    pub description: ObjectDescription,
}

impl Rule for ObjectDescribe {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.objects.demand_object(&mut lacks, &self.id);
        self.description.demand(&mut lacks, town);
        lacks.end()?;
        Ok(vec![Event::ObjectDescribed { id: self.id.clone(), description: self.description.clone() }.into()])
    }
}

/// Enter a system of an object; one with the same identity is replaced.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SystemEnter {
    /// The object.
    pub object: ObjectId,
    /// The system's identity within the object.
    pub id: SystemId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// Its supplier, up to 120 characters; may be empty.
    #[serde(default)]
    pub supplier: String,
    /// Its security classes, 0–4 each.
    pub classes: Option<Classes>,
}

impl Rule for SystemEnter {
    fn about(&self) -> Subject {
        (&self.object).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.objects.demand_object(&mut lacks, &self.object);
        lacks.text("name", &self.name, 2..=120);
        lacks.text("supplier", &self.supplier, 0..=120);
        if let Some(classes) = self.classes {
            let within = [classes.confidentiality, classes.integrity, classes.availability].iter().all(|class| *class <= 4);
            lacks.unless(within, Refusal::new("class-large").at("classes"));
        }
        lacks.end()?;
        let system = System {
            id: self.id.clone(),
            name: self.name.trim().to_owned(),
            supplier: self.supplier.trim().to_owned(),
            classes: self.classes,
        };
        Ok(vec![Event::SystemEntered { object: self.object.clone(), system }.into()])
    }
}

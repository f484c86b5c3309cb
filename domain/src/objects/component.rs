//! What an object's product is made of besides its systems: components of the business, such as processes
//! and guides, and of IT, such as integrations (pm3: förvaltningsprodukt).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::organisation::Side;
use crate::{ComponentId, Event as AnyEvent, Municipality, ObjectId, Refusal, Refusals, Rule, Stamp, Subject, SystemId};

/// A component.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// Its identity within the object.
    pub id: ComponentId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// Whether the business or IT answers for it.
    pub side: Side,
    /// What it is, up to 1 000 characters; may be empty.
    #[serde(default)]
    pub text: String,
}

/// Enter a component of an object; one with the same identity is replaced.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComponentEnter {
    /// The object.
    pub object: ObjectId,
    /// The component.
    pub component: Component,
}

impl Rule for ComponentEnter {
    fn about(&self) -> Subject {
        (&self.object).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        town.objects.demand_object(&mut lacks, &self.object);
        lacks.text("name", &self.component.name, 2..=120);
        lacks.text("text", &self.component.text, 0..=1000);
        lacks.end()?;
        let component = Component {
            name: self.component.name.trim().to_owned(),
            text: self.component.text.trim().to_owned(),
            ..self.component.clone()
        };
        Ok(vec![Event::ComponentEntered { object: self.object.clone(), component }.into()])
    }
}

/// Take a component out of an object.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComponentRemove {
    /// The object.
    pub object: ObjectId,
    /// The component.
    pub component: ComponentId,
}

impl Rule for ComponentRemove {
    fn about(&self) -> Subject {
        (&self.object).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let known =
            town.objects.objects.get(&self.object).is_some_and(|object| object.components.iter().any(|one| one.id == self.component));
        if !known {
            return Err(Refusal::new("component-unknown").at("component").into());
        }
        Ok(vec![Event::ComponentRemoved { object: self.object.clone(), component: self.component.clone() }.into()])
    }
}

/// Take a system out of an object, when it has been wound up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SystemRemove {
    /// The object.
    pub object: ObjectId,
    /// The system.
    pub system: SystemId,
}

impl Rule for SystemRemove {
    fn about(&self) -> Subject {
        (&self.object).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let known = town.objects.objects.get(&self.object).is_some_and(|object| object.systems.iter().any(|one| one.id == self.system));
        if !known {
            return Err(Refusal::new("system-unknown").at("system").into());
        }
        Ok(vec![Event::SystemRemoved { object: self.object.clone(), system: self.system.clone() }.into()])
    }
}

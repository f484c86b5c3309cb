//! Reorganisation: a unit gets a new name, moves under another or ends, each from a day that may lie ahead
//! (report 4.2: the digitalisation department and its sections have been reorganised more than once).

use serde::{Deserialize, Serialize};

use super::{Event, Former, Organisation, Scope, Unit};
use crate::{Date, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// What changes of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is called something else.
    Named {
        /// Its name.
        name: String,
        /// Its abbreviation; may be empty.
        short: String,
    },
    /// It stands under another unit.
    Under(UnitId),
}

/// A change of a unit with the day it takes effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reform {
    /// The unit.
    pub unit: UnitId,
    /// The first day it holds.
    pub from: Date,
    /// What changes.
    pub change: Change,
}

impl Unit {
    fn turn(&mut self, reform: &Reform) {
        let until = reform.from.yesterday().unwrap_or(reform.from);
        self.past.push_back(Former { name: self.name.clone(), short: self.short.clone(), under: self.under.clone(), until });
        match &reform.change {
            Change::Named { name, short } => {
                self.name.clone_from(name);
                self.short.clone_from(short);
            }
            Change::Under(above) => self.under = Some(above.clone()),
        }
    }
}

impl Organisation {
    /// Whether a change that has been decided should have taken effect by a day, and has not.
    pub fn is_behind(&self, date: Date) -> bool {
        self.coming.front().is_some_and(|first| first.from <= date)
    }

    /// Lets every change take effect whose day has come.
    pub(crate) fn settle(&mut self, date: Date) {
        while self.is_behind(date) {
            if let Some(reform) = self.coming.pop_front() {
                self.units.alter(&reform.unit, |unit| unit.turn(&reform));
            }
        }
    }

    /// The changes of a unit that have been decided and not yet taken effect.
    pub fn coming_for<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a Reform> {
        self.coming.iter().filter(move |reform| reform.unit == *unit)
    }

    /// Every unit that `unit` stands under, now or after any change that has been decided: as long as no unit
    /// is among its own, there is no ring on any day.
    fn all_above<'a>(&'a self, unit: &'a UnitId) -> Vec<&'a UnitId> {
        let mut found = Vec::new();
        let mut ahead = vec![unit];
        while let Some(at) = ahead.pop() {
            let now = self.units.get(at).and_then(|unit| unit.under.as_ref());
            let later = self.coming_for(at).filter_map(|reform| match &reform.change {
                Change::Under(above) => Some(above),
                Change::Named { .. } => None,
            });
            for above in now.into_iter().chain(later) {
                if !found.contains(&above) {
                    found.push(above);
                    ahead.push(above);
                }
            }
        }
        found
    }

    fn reformed(&self, id: &UnitId, from: Date) -> Result<&Unit, Refusal> {
        let unit = self.units.get(id).ok_or_else(|| Refusal::new("unit-unknown").at("id").with("id", id.as_str()))?;
        if unit.is_alive(from) { Ok(unit) } else { Err(Refusal::new("unit-ended").at("from").with("unit", unit.name.as_str())) }
    }
}

/// Give a unit a new name from a day on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitRename {
    /// Which.
    pub id: UnitId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// Its abbreviation, up to 12 characters; may be empty.
    #[serde(default)]
    pub short: String,
    /// The first day it is called so.
    pub from: Date,
}

impl Rule for UnitRename {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        town.organisation.reformed(&self.id, self.from)?;
        let mut lacks = Refusals::none();
        lacks.text("name", &self.name, 2..=120);
        lacks.text("short", &self.short, 0..=12);
        lacks.end()?;
        let change = Change::Named { name: self.name.trim().to_owned(), short: self.short.trim().to_owned() };
        Ok(vec![Event::UnitReformed(Reform { unit: self.id.clone(), from: self.from, change }).into()])
    }
}

/// Move a unit under another from a day on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitMove {
    /// Which.
    pub id: UnitId,
    /// The unit it is to stand under.
    pub under: UnitId,
    /// The first day it does.
    pub from: Date,
}

impl Rule for UnitMove {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let organisation = &town.organisation;
        let unit = organisation.reformed(&self.id, self.from)?;
        let mut lacks = Refusals::none();
        organisation.demand_above(&mut lacks, unit.kind, &self.under);
        let own = self.under == self.id || organisation.all_above(&self.under).contains(&&self.id);
        lacks.unless(!own, Refusal::new("unit-under-itself").at("under"));
        lacks.end()?;
        Ok(vec![Event::UnitReformed(Reform { unit: self.id.clone(), from: self.from, change: Change::Under(self.under.clone()) }).into()])
    }
}

/// End a unit. Its own roles end with it; what stands under it must be moved or ended first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitEnd {
    /// Which.
    pub id: UnitId,
    /// Its last day.
    pub last: Date,
}

impl Rule for UnitEnd {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let organisation = &town.organisation;
        let Some(unit) = organisation.units.get(&self.id) else {
            return Err(Refusal::new("unit-unknown").at("id").with("id", self.id.as_str()).into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(unit.ended.is_none(), Refusal::new("unit-ended").at("last").with("unit", unit.name.as_str()));
        let next = self.last.tomorrow().unwrap_or(self.last);
        let mut after = organisation.clone();
        after.settle(next);
        let under = after.units_on(next).filter(|other| other.under.as_ref() == Some(&self.id)).count();
        let sooner = after.coming.iter().any(|reform| reform.change == Change::Under(self.id.clone()));
        lacks.unless(under == 0 && !sooner, Refusal::new("unit-has-units").at("last").with("count", under));
        lacks.end()?;
        let mut events = vec![Event::UnitEnded { id: self.id.clone(), last: self.last }.into()];
        let scope = Scope::Unit(self.id.clone());
        let outlive = organisation.appointments.values().filter(|held| held.scope == scope && held.from <= self.last);
        let outlive = outlive.filter(|held| held.to.is_none_or(|to| to > self.last));
        events.extend(outlive.map(|held| Event::AppointmentEnded { id: held.id.clone(), to: self.last }.into()));
        Ok(events)
    }
}

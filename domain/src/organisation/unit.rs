//! Units: the council, the executive board, committees, companies, and the staff under them.

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// What kind of unit it is (report 4.2, appendix 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Kommunfullmäktige: decides goals, goal areas and frames.
    Council,
    /// Kommunstyrelsen: steers and follows up digitalisation.
    ExecutiveBoard,
    /// Nämnd: a political body with its own frame and plan.
    Committee,
    /// Kommunalt bolag.
    Company,
    /// Revisorerna, elected by the council.
    Auditors,
    /// Förvaltning: the staff under a committee.
    Administration,
    /// Avdelning.
    Department,
    /// Sektion.
    Section,
}

impl UnitKind {
    /// Whether units of this kind decide politically; a forum of officials never does.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Council | Self::ExecutiveBoard | Self::Committee | Self::Company | Self::Auditors)
    }

    /// All kinds, from the council down.
    pub const ALL: [Self; 8] = [
        Self::Council,
        Self::ExecutiveBoard,
        Self::Committee,
        Self::Company,
        Self::Auditors,
        Self::Administration,
        Self::Department,
        Self::Section,
    ];

    /// Whether a unit of this kind may stand under one of `above`: a body under a body alone, staff under a
    /// body or under staff of a higher kind.
    pub fn may_stand_under(self, above: Self) -> bool {
        if self.is_body() { above.is_body() } else { above < self }
    }
}

/// A body, administration, department or section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// Its identity.
    pub id: UnitId,
    /// Its name, as people write it.
    pub name: String,
    /// Its abbreviation, such as KS.
    pub short: String,
    /// What it is.
    pub kind: UnitKind,
    /// The unit it stands under.
    pub under: Option<UnitId>,
    /// Its last day, where it has been ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Date>,
    /// What it was called and stood under before, oldest first.
    #[serde(default, skip_serializing_if = "Vector::is_empty")]
    pub past: Vector<Former>,
}

/// What a unit was before a reorganisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Former {
    /// What it was called.
    pub name: String,
    /// Its abbreviation.
    pub short: String,
    /// The unit it stood under.
    pub under: Option<UnitId>,
    /// The last day of that.
    pub until: Date,
}

impl Unit {
    /// Whether it has not been ended by a day.
    pub fn is_alive(&self, date: Date) -> bool {
        self.ended.is_none_or(|last| date <= last)
    }
}

/// Establish a unit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitEstablish {
    /// Its identity, not yet taken.
    pub id: UnitId,
    /// Its name, 2–120 characters.
    pub name: String,
    /// Its abbreviation, up to 12 characters; may be empty.
    #[serde(default)]
    pub short: String,
    /// What it is.
    pub kind: UnitKind,
    /// The unit it stands under.
    pub under: Option<UnitId>,
}

impl Rule for UnitEstablish {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let units = &town.organisation.units;
        let mut lacks = Refusals::none();
        lacks.unless(!units.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("name", &self.name, 2..=120);
        lacks.text("short", &self.short, 0..=12);
        if let Some(under) = &self.under {
            town.organisation.demand_above(&mut lacks, self.kind, under);
        } else {
            lacks.unless(self.kind.is_body(), Refusal::new("unit-needs-parent").at("under"));
        }
        lacks.end()?;
        let unit = Unit {
            id: self.id.clone(),
            name: self.name.trim().to_owned(),
            short: self.short.trim().to_owned(),
            kind: self.kind,
            under: self.under.clone(),
            ended: None,
            past: Vector::new(),
        };
        Ok(vec![Event::UnitEstablished(unit).into()])
    }
}

//! Risks: area, probability × consequence, measure, owner and what is left (DOMAIN.md U4, report 4.4.4).

use serde::{Deserialize, Serialize};

use crate::{Date, PersonId, Refusal, Refusals, RiskId};

/// Where a risk lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskArea {
    /// Informationssäkerhet.
    InformationSecurity,
    /// Arbetsmiljö.
    WorkingEnvironment,
    /// Kompetens.
    Competence,
    /// Förändringsledning, of staff and citizens.
    ChangeManagement,
    /// Dataskydd.
    Privacy,
    /// Juridik.
    Law,
    /// Leverantör.
    Supplier,
    /// Teknik.
    Technology,
}

impl RiskArea {
    /// All areas, the four the auditors named first.
    pub const ALL: [Self; 8] = [
        Self::InformationSecurity,
        Self::WorkingEnvironment,
        Self::Competence,
        Self::ChangeManagement,
        Self::Privacy,
        Self::Law,
        Self::Supplier,
        Self::Technology,
    ];

    /// The areas the auditors named (report 4.4.4): an initiative that is not small looks into each.
    pub const NAMED: [Self; 4] = [Self::InformationSecurity, Self::WorkingEnvironment, Self::Competence, Self::ChangeManagement];
}

/// Probability and consequence, each 1–5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// How likely, 1 (hardly) to 5 (all but certain).
    pub probability: u8,
    /// How bad, 1 (hardly felt) to 5 (very grave).
    pub consequence: u8,
}

impl Weight {
    /// Probability × consequence, 1–25.
    pub fn value(self) -> u8 {
        self.probability.saturating_mul(self.consequence)
    }

    fn is_orderly(self) -> bool {
        (1..=5).contains(&self.probability) && (1..=5).contains(&self.consequence)
    }
}

/// A risk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Its identity, within the initiative.
    pub id: RiskId,
    /// Where it lies.
    pub area: RiskArea,
    /// What may happen, 3–400 characters.
    pub what: String,
    /// Its weight before any measure.
    pub weight: Weight,
    /// What is done about it; may be empty where the risk is borne.
    #[serde(default)]
    pub measure: String,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<PersonId>,
    /// When the measure is to be taken.
    #[serde(default)]
    pub due: Option<Date>,
    /// When it was taken.
    #[serde(default)]
    pub taken: Option<Date>,
    /// The weight that is left after the measure.
    #[serde(default)]
    pub residual: Option<Weight>,
}

/// From this weight on a risk must have a measure, an owner and a date.
pub const GRAVE: u8 = 10;

impl Risk {
    /// Whether it is so heavy that it must be met.
    pub fn is_grave(&self) -> bool {
        self.weight.value() >= GRAVE
    }

    /// Whether it is met: measure, owner and date are there.
    pub fn is_met(&self) -> bool {
        !self.measure.is_empty() && self.owner.is_some() && self.due.is_some()
    }

    /// Whether its measure should have been taken by a day and is not.
    pub fn is_late(&self, date: Date) -> bool {
        self.taken.is_none() && self.due.is_some_and(|due| due < date)
    }

    pub(super) fn demand(&self, lacks: &mut Refusals) {
        lacks.text("what", &self.what, 3..=400);
        lacks.text("measure", &self.measure, 0..=600);
        lacks.unless(self.weight.is_orderly(), Refusal::new("weight-outside").at("weight"));
        if let Some(residual) = self.residual {
            lacks.unless(residual.is_orderly(), Refusal::new("weight-outside").at("residual"));
            lacks.unless(residual.value() <= self.weight.value(), Refusal::new("residual-larger").at("residual"));
        }
    }
}

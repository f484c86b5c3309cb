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

/// The scale risks are weighed on: the municipality's own, adopted with its table of demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RiskScale {
    /// How many steps probability and consequence have each, 3 to 5.
    pub steps: u8,
    /// From this weight on a risk must have a measure, an owner and a day.
    pub grave: u8,
}

impl Default for RiskScale {
    fn default() -> Self {
        Self { steps: 5, grave: 10 }
    }
}

impl RiskScale {
    /// The fewest and the most steps there can be.
    pub const STEPS: std::ops::RangeInclusive<u8> = 3..=5;

    /// The grade of a weight in a picture, 1 (light) to 4 (gravest): half of what is grave, what is grave,
    /// and half as much again divide them.
    pub fn grade(self, weight: u8) -> u8 {
        let (weight, grave) = (u16::from(weight), u16::from(self.grave));
        match weight {
            light if light * 2 < grave => 1,
            some if some < grave => 2,
            heavy if heavy * 2 < grave * 3 => 3,
            _ => 4,
        }
    }

    pub(super) fn demand(self, lacks: &mut Refusals) {
        lacks.unless(Self::STEPS.contains(&self.steps), Refusal::new("steps-outside").at("steps"));
        let most = self.steps.saturating_mul(self.steps);
        lacks.unless((1..=most).contains(&self.grave), Refusal::new("grave-outside").at("grave").with("most", usize::from(most)));
    }
}

/// The two axes risks are weighed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// How likely it is.
    Probability,
    /// How bad it is.
    Consequence,
}

impl Axis {
    /// Both, in the order pages list them.
    pub const ALL: [Self; 2] = [Self::Probability, Self::Consequence];
}

/// What the municipality calls the steps of its scale, from the least to the most, adopted with its table of
/// demands: a word a step, or none at all, and then the usual words do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RiskWords {
    /// How likely, 2–60 characters each.
    pub probability: Vec<String>,
    /// How bad, 2–60 characters each.
    pub consequence: Vec<String>,
}

impl RiskWords {
    /// The words of an axis; empty where the usual ones do.
    pub fn of(&self, axis: Axis) -> &[String] {
        match axis {
            Axis::Probability => &self.probability,
            Axis::Consequence => &self.consequence,
        }
    }

    /// What a step from 1 is called here; nothing where it has its usual name.
    pub fn step(&self, axis: Axis, step: u8) -> Option<&str> {
        self.of(axis).get(usize::from(step).checked_sub(1)?).map(String::as_str)
    }

    pub(super) fn demand(&self, scale: RiskScale, lacks: &mut Refusals) {
        for (axis, field) in Axis::ALL.into_iter().zip(["probability_words", "consequence_words"]) {
            let words = self.of(axis);
            let one_each = words.is_empty() || words.len() == usize::from(scale.steps);
            lacks.unless(one_each, Refusal::new("words-not-steps").at(field).with("steps", usize::from(scale.steps)));
            for word in words {
                lacks.text(field, word, 2..=60);
            }
        }
    }
}

/// Probability and consequence, each from 1 up to the steps of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// How likely, 1 (hardly) up to the most (all but certain).
    pub probability: u8,
    /// How bad, 1 (hardly felt) up to the most (very grave).
    pub consequence: u8,
}

impl Weight {
    /// Probability × consequence, 1–25.
    pub fn value(self) -> u8 {
        self.probability.saturating_mul(self.consequence)
    }

    fn is_on(self, scale: RiskScale) -> bool {
        let steps = 1..=scale.steps;
        steps.contains(&self.probability) && steps.contains(&self.consequence)
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

impl Risk {
    /// Whether it is so heavy that it must be met.
    pub fn is_grave(&self, scale: RiskScale) -> bool {
        self.weight.value() >= scale.grave
    }

    /// What is left of it now: the weight after its measure where that has been taken, else all of it.
    pub fn now(&self) -> Weight {
        self.residual.filter(|_| self.taken.is_some()).unwrap_or(self.weight)
    }

    /// Whether it is met: measure, owner and date are there.
    pub fn is_met(&self) -> bool {
        !self.measure.is_empty() && self.owner.is_some() && self.due.is_some()
    }

    /// Whether its measure should have been taken by a day and is not.
    pub fn is_late(&self, date: Date) -> bool {
        self.taken.is_none() && self.due.is_some_and(|due| due < date)
    }

    pub(super) fn demand(&self, scale: RiskScale, lacks: &mut Refusals) {
        lacks.text("what", &self.what, 3..=400);
        lacks.text("measure", &self.measure, 0..=600);
        lacks.unless(self.weight.is_on(scale), Refusal::new("weight-outside").at("weight").with("most", usize::from(scale.steps)));
        if let Some(residual) = self.residual {
            lacks.unless(residual.is_on(scale), Refusal::new("weight-outside").at("residual").with("most", usize::from(scale.steps)));
            lacks.unless(residual.value() <= self.weight.value(), Refusal::new("residual-larger").at("residual"));
        }
    }
}

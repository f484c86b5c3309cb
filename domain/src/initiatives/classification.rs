//! Classification of the information: confidentiality, correctness and availability, as SKR's KLASSA grades
//! them (DOMAIN.md U4). Level four is of national security: it stops here, for it asks for an analysis of
//! its own that no municipal decision basis can hold.

use serde::{Deserialize, Serialize};

use crate::{Date, Refusal, Refusals, Stamp};

/// The highest grade: synnerligen allvarlig.
const HIGHEST: u8 = 4;

/// A classification, each grade 0 (none) to 4 (exceedingly grave).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classification {
    /// Konfidentialitet: the harm if somebody sees it who may not.
    pub confidentiality: u8,
    /// Riktighet: the harm if it is wrong.
    pub correctness: u8,
    /// Tillgänglighet: the harm if it cannot be reached.
    pub availability: u8,
    /// The day it was classified.
    pub date: Date,
    /// When it is looked at again.
    #[serde(default)]
    pub again: Option<Date>,
    /// Where it is documented, such as a case number or an address in KLASSA; may be empty.
    #[serde(default)]
    pub reference: String,
}

impl Classification {
    /// The three grades, in the order K, R, T.
    pub fn grades(&self) -> [u8; 3] {
        [self.confidentiality, self.correctness, self.availability]
    }

    /// Whether the information may not be handled in this way at all.
    pub fn stops(&self) -> bool {
        self.grades().contains(&HIGHEST)
    }

    pub(super) fn demand(&self, stamp: &Stamp, lacks: &mut Refusals) {
        for (field, grade) in ["confidentiality", "correctness", "availability"].into_iter().zip(self.grades()) {
            lacks.unless(grade <= HIGHEST, Refusal::new("grade-outside").at(field));
        }
        lacks.unless(self.date <= stamp.date, Refusal::new("date-in-future").at("date").with("date", self.date));
        if let Some(again) = self.again {
            lacks.period("again", self.date, again);
        }
        lacks.text("reference", &self.reference, 0..=300);
    }
}

//! Supply: who outside the municipality the solution rests on, and how one leaves them
//! (cybersäkerhetslagen asks for the whole chain; DOMAIN.md U4).

use serde::{Deserialize, Serialize};

use crate::{Date, Refusals};

/// A supplier, those behind it, and the way out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supply {
    /// Who supplies it, or that it is yet to be procured, 2–200 characters.
    pub supplier: String,
    /// Those the supplier rests on in its turn: hosting, sub-processors; may be empty.
    #[serde(default)]
    pub behind: String,
    /// Last day of the contract, where known.
    #[serde(default)]
    pub until: Option<Date>,
    /// How the work goes on when it is down, 3–1 000 characters.
    pub continuity: String,
    /// How one leaves: data out in which form, at what cost, in what time, 3–1 000 characters.
    pub exit: String,
}

impl Supply {
    pub(super) fn demand(&self, lacks: &mut Refusals) {
        lacks.text("supplier", &self.supplier, 2..=200);
        lacks.text("behind", &self.behind, 0..=600);
        lacks.text("continuity", &self.continuity, 3..=1000);
        lacks.text("exit", &self.exit, 3..=1000);
    }
}

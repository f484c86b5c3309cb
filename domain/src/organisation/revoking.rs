//! Undoing a reorganisation that has been decided and has not yet taken effect. What has taken effect is undone
//! by a new reorganisation, so that both days stay in the history.

use serde::Deserialize;

use super::{Change, Event, Organisation, Reform};
use crate::{Date, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReformKind {
    /// It was to be called something else.
    Named,
    /// It was to stand under another unit.
    Under,
}

impl Reform {
    /// What kind of change it is.
    pub fn kind(&self) -> ReformKind {
        match self.change {
            Change::Named { .. } => ReformKind::Named,
            Change::Under(_) => ReformKind::Under,
        }
    }
}

/// Undo a change of a unit that has not taken effect.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReformRevoke {
    /// The unit.
    pub id: UnitId,
    /// The day the change was to hold from; it has not come.
    pub from: Date,
    /// What was to change; of two such changes for the same day, the one decided last is undone.
    pub kind: ReformKind,
}

impl Rule for ReformRevoke {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let organisation = &town.organisation;
        let same = |reform: &&Reform| reform.from == self.from && reform.kind() == self.kind && reform.from > stamp.date;
        let Some(reform) = organisation.coming_for(&self.id).filter(same).last() else {
            return Err(Refusal::new("reform-unknown").at("from").into());
        };
        // Without the move the unit stays where it would have stood: that must still be there.
        let above = organisation.above_before(reform);
        let ended = above.and_then(|above| organisation.units.get(above)).is_some_and(|above| above.ended.is_some());
        if self.kind == ReformKind::Under && ended {
            return Err(Refusal::new("unit-above-ended").at("from").into());
        }
        Ok(vec![Event::ReformRevoked(reform.clone()).into()])
    }
}

impl Organisation {
    /// The unit that a unit stands under until a change of it takes effect.
    fn above_before<'a>(&'a self, reform: &'a Reform) -> Option<&'a UnitId> {
        let sooner = self.coming_for(&reform.unit).take_while(|other| *other != reform);
        let moved = sooner.filter_map(|other| match &other.change {
            Change::Under(above) => Some(above),
            Change::Named { .. } => None,
        });
        moved.last().or_else(|| self.units.get(&reform.unit)?.under.as_ref())
    }
}

//! What an initiative has and has not, in the questions the gates ask of it.

use super::{AlternativeKind, FollowUpMonths, Form, Inclusion, Initiative, RiskArea, Trigger};
use crate::{Date, Ore};

impl Initiative {
    /// The occasions when end users took part that count: those after the idea's date.
    pub fn evidence(&self) -> impl Iterator<Item = &Inclusion> {
        self.case.inclusions.values().filter(|inclusion| inclusion.counts(self.started))
    }

    /// Whether end users have taken part since the work began.
    pub fn is_tried_by_users(&self) -> bool {
        self.delivery.as_ref().is_some_and(|work| self.evidence().any(|inclusion| inclusion.date >= work.plan.start))
    }

    /// The day whose table of demands it is judged by: the one its figures were settled on, and until then
    /// the day asked about, so that a new table never reaches back to what has been decided.
    pub fn judged_on(&self, date: Date) -> Date {
        self.settled.unwrap_or(date)
    }

    /// Whether somebody outside the municipality supplies it or handles its information.
    pub fn has_supplier(&self) -> bool {
        self.card.form == Form::Procurement || self.card.triggers.contains(&Trigger::ExternalProcessing)
    }

    /// Whether a risk has been written about an area.
    pub fn has_seen(&self, area: RiskArea) -> bool {
        self.case.risks.values().any(|risk| risk.area == area)
    }

    /// How many of the four areas the auditors named no risk has been written about.
    pub fn unseen_areas(&self) -> usize {
        RiskArea::NAMED.iter().filter(|area| !self.has_seen(**area)).count()
    }

    /// Whether doing nothing is among the alternatives.
    pub fn considers_nothing(&self) -> bool {
        self.case.alternatives.iter().any(|alternative| alternative.kind == AlternativeKind::Nothing)
    }

    /// The money that is promised, in öre.
    pub fn financed(&self) -> Ore {
        self.case.financing.iter().map(|line| line.amount).sum()
    }

    /// How much of the likely cost nobody pays, in öre.
    pub fn unfinanced(&self) -> Ore {
        (self.likely_cost() - self.financed()).max(Ore::ZERO)
    }

    /// Whether somebody pays all of the likely cost.
    pub fn is_financed(&self) -> bool {
        !self.case.financing.is_empty() && self.unfinanced() == Ore::ZERO
    }

    /// How many follow-ups of benefits remain to be attested: three for each benefit.
    pub fn unfollowed(&self) -> usize {
        let all = self.case.benefits.len() * FollowUpMonths::ALL.len();
        all - self.delivery.as_ref().map_or(0, |work| work.followed.len().min(all))
    }
}

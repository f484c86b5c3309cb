//! Finding among the initiatives: by identity, by benefit, by writer; and what holds for them on a day.

use super::{Adoption, Benefit, Help, Initiative, Initiatives, Premises, Table};
use crate::{BenefitId, Date, InitiativeId, PersonId, Refusal};

impl Initiatives {
    /// The initiative named `id`.
    pub fn get(&self, id: &InitiativeId) -> Option<&Initiative> {
        self.all.get(id)
    }

    /// Whether there is one named `id`.
    pub fn has(&self, id: &InitiativeId) -> bool {
        self.all.has(id)
    }

    /// The initiative named `id`.
    ///
    /// # Errors
    /// Where there is none.
    pub fn find(&self, id: &InitiativeId) -> Result<&Initiative, Refusal> {
        self.get(id).ok_or_else(|| Refusal::new("initiative-unknown").at("initiative"))
    }

    /// All of them, in the order of their identities.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Initiative> + Clone {
        self.all.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The initiative a benefit belongs to.
    pub fn of_benefit(&self, benefit: &BenefitId) -> Option<&Initiative> {
        self.by_benefit.get(benefit).and_then(|id| self.get(id))
    }

    /// A benefit of any initiative.
    pub fn benefit(&self, id: &BenefitId) -> Option<&Benefit> {
        self.of_benefit(id).and_then(|initiative| initiative.case.benefits.get(id))
    }

    /// The initiatives a person answers for or writes in.
    pub fn written_by<'a>(&'a self, who: &'a PersonId) -> impl Iterator<Item = &'a Initiative> {
        self.values().filter(|initiative| initiative.is_written_by(who))
    }

    /// Whether the demands hold for all initiatives on a day.
    pub fn demands_hold(&self, date: Date) -> bool {
        self.adoption(date).is_some()
    }

    /// The adoption in force on a day: of those that have begun to hold, the one with the latest first day.
    pub fn adoption(&self, date: Date) -> Option<&Adoption> {
        self.adoptions.iter().filter(|adoption| adoption.from <= date).max_by_key(|adoption| adoption.from)
    }

    /// The table of demands on a day: the one adopted, and before that the one every municipality begins with.
    pub fn table(&self, date: Date) -> &Table {
        self.adoption(date).and_then(|adoption| adoption.table.as_ref()).unwrap_or(Table::start())
    }

    /// What the calculations of a year rest on: what was set for it, or for the nearest year before.
    pub fn premises(&self, year: i16) -> Premises {
        self.premises.get_prev(&year).map_or_else(Premises::default, |(_, premises)| premises.clone())
    }

    /// The threads of help about an initiative, the oldest first.
    pub fn help_with<'a>(&'a self, id: &'a InitiativeId) -> impl Iterator<Item = &'a Help> {
        let mut threads: Vec<&Help> = self.help.values().filter(|help| help.initiative == *id).collect();
        threads.sort_by_key(|help| (help.said.first().map(|first| first.date), &help.id));
        threads.into_iter()
    }
}

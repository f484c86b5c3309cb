//! The index: which things are written about with which words, kept in step with the municipality so
//! that looking for what is like an idea costs a little and not a reading of everything.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use super::words::{PART, REST, Words, backwards, heads, tails, words_of};
use super::{Hit, Kin};
use crate::initiatives::{Area, Initiative, Phase};
use crate::{Municipality, Subject};

/// What is less alike than this is not shown, in permille.
const LEAST: u64 = 120;
/// The least weight an initiative's text is reckoned to have, so that a bare title is not like everything.
const LIGHTEST: u64 = 30;
/// How many words of the reason are shown.
const REASONS: usize = 6;

/// What one stem is in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The whole, or the head: it tells what the word is about.
    About,
    /// The tail: it tells what kind of thing it is.
    Kind,
}

/// A thing with its words, as they were when it had last been changed by this entry.
#[derive(Clone, Debug, PartialEq)]
struct Text {
    latest: u64,
    words: Arc<Words>,
}

/// Initiatives, objects and bought systems by the words they are written about with. A copy is nearly free.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    size: u64,
    texts: OrdMap<Kin, Text>,
    users: OrdMap<Arc<str>, OrdSet<Kin>>,
    endings: OrdMap<Arc<str>, Arc<str>>,
}

impl Index {
    /// The size of the ledger it was last brought in step with.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The same, in step with the municipality: only what has changed since is read again.
    #[must_use]
    pub fn in_step_with(&self, town: &Municipality) -> Self {
        let mut index = self.clone();
        index.size = town.size;
        let latest = |subject: &Subject| town.latest(subject).map_or(0, |trace| trace.seq);
        for initiative in town.initiatives.values() {
            let kin = Kin::Initiative(initiative.id.clone());
            if initiative.phase == Phase::Stopped {
                index.forget(&kin);
                continue;
            }
            index.learn(kin, latest(&(&initiative.id).into()), || {
                words_of([initiative.card.title.as_str(), initiative.area(Area::Problem), initiative.area(Area::Solution)])
            });
        }
        for object in town.objects.objects.values() {
            let changed = latest(&(&object.id).into());
            let about = &object.description;
            index.learn(Kin::Object(object.id.clone()), changed, || words_of([about.name.as_str(), about.purpose.as_str()]));
            for system in &object.systems {
                index.learn(Kin::System(system.id.clone()), changed, || words_of([system.name.as_str()]));
            }
        }
        index
    }

    fn learn(&mut self, kin: Kin, latest: u64, read: impl FnOnce() -> Words) {
        if self.texts.get(&kin).is_some_and(|text| text.latest == latest) {
            return;
        }
        let words = Arc::new(read());
        if self.texts.get(&kin).is_none_or(|text| text.words != words) {
            self.forget(&kin);
            for stem in words.keys() {
                self.users.entry(Arc::clone(stem)).or_default().insert(kin.clone());
                self.endings.insert(backwards(stem), Arc::clone(stem));
            }
        }
        self.texts.insert(kin, Text { latest, words });
    }

    fn forget(&mut self, kin: &Kin) {
        let Some(text) = self.texts.remove(kin) else { return };
        for stem in text.words.keys() {
            if let Some(users) = self.users.get_mut(stem) {
                users.remove(kin);
                if users.is_empty() {
                    self.users.remove(stem);
                    self.endings.remove(&backwards(stem));
                }
            }
        }
    }

    /// A stem weighs one and twice the binary logarithm of how rare it is, in whole numbers: *digital* says
    /// little, *nattillsyn* says much.
    fn weight(&self, stem: &str) -> u64 {
        let (all, times) = (self.texts.len(), self.users.get(stem).map_or(1, OrdSet::len).max(1));
        1 + u64::from(((all * all) / (times * times)).max(1).ilog2())
    }

    /// The stems that say the same or a part of it: first itself, then its compounds and its heads, and
    /// last those that only end alike. A Swedish compound is about its head and of the kind its tail says:
    /// *bygglov* in *bygglovsansökan* tells what, *ansökan* but what sort.
    fn relatives<'a>(&'a self, stem: &'a str) -> Vec<(&'a str, Part)> {
        let mut found = vec![(stem, Part::About)];
        let long = stem.chars().count();
        if long >= PART {
            let compound = |other: &&str| other.chars().count() >= long + REST;
            let after = |from: &str| (Bound::Excluded(Arc::from(from)), Bound::Unbounded);
            let headed = self.users.range::<_, Arc<str>>(after(stem)).map(|(other, _)| &**other);
            found.extend(headed.take_while(|other| other.starts_with(stem)).filter(compound).map(|other| (other, Part::About)));
            found.extend(heads(stem).filter(|head| self.users.contains_key(*head)).map(|head| (head, Part::About)));
            let ending = backwards(stem);
            let tailed = self.endings.range::<_, Arc<str>>(after(&ending)).take_while(|(other, _)| other.starts_with(&*ending));
            found.extend(tailed.map(|(_, other)| &**other).filter(compound).map(|other| (other, Part::Kind)));
            found.extend(tails(stem).filter(|tail| self.users.contains_key(*tail)).map(|tail| (tail, Part::Kind)));
        }
        found
    }

    /// What is written about the same as an initiative, the most alike first, at most `most` of them.
    pub fn alike(&self, initiative: &Initiative, most: usize) -> Vec<Hit> {
        let own = Kin::Initiative(initiative.id.clone());
        let Some(text) = self.texts.get(&own) else { return Vec::new() };
        let mut shared: BTreeMap<&Kin, Vec<(u64, &str, &str)>> = BTreeMap::new();
        for stem in text.words.keys() {
            let weight = self.weight(stem);
            for (relative, part) in self.relatives(stem) {
                let weight = weight.min(self.weight(relative)) / if part == Part::About { 1 } else { 2 };
                // A system has but a name: to be of the same kind as it says nothing.
                let says = |kin: &Kin| part == Part::About || !matches!(kin, Kin::System(_));
                for kin in self.users.get(relative).into_iter().flatten().filter(|kin| **kin != own && says(kin)) {
                    let met = shared.entry(kin).or_default();
                    // A word of ours meets one of theirs, and one of theirs is met once.
                    if met.iter().all(|(_, ours, theirs)| *ours != &**stem && *theirs != relative) {
                        met.push((weight, stem, relative));
                    }
                }
            }
        }
        let whole: u64 = text.words.keys().map(|stem| self.weight(stem)).sum();
        let mut found: Vec<Hit> = shared.into_iter().filter_map(|(kin, met)| self.judged(kin, met, whole)).collect();
        found.sort_by(|one, other| other.likeness.cmp(&one.likeness).then_with(|| one.what.cmp(&other.what)));
        found.truncate(most);
        found
    }

    /// A hit, where enough is shared; its likeness is the share of the shorter text's weight.
    fn judged(&self, kin: &Kin, mut met: Vec<(u64, &str, &str)>, whole: u64) -> Option<Hit> {
        let words = &self.texts.get(kin)?.words;
        // A system has but a name; an initiative that shares one word may be about anything.
        let least = if matches!(kin, Kin::System(_)) { 1 } else { 2 };
        if met.len() < least {
            return None;
        }
        let sum: u64 = met.iter().map(|(weight, ..)| weight).sum();
        let theirs: u64 = words.keys().map(|stem| self.weight(stem)).sum();
        let lightest = if matches!(kin, Kin::Initiative(_)) { LIGHTEST } else { 1 };
        let likeness = sum * 1000 / whole.min(theirs).max(lightest);
        if likeness < LEAST {
            return None;
        }
        met.sort_by(|one, two| two.0.cmp(&one.0).then_with(|| one.2.cmp(two.2)));
        let words = met.iter().take(REASONS).filter_map(|(.., stem)| words.get(*stem).cloned()).collect();
        Some(Hit { what: kin.clone(), likeness, words })
    }
}

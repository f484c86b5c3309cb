//! Similar ideas: what others already write about, found by the words two texts share (DOMAIN.md U6).
//!
//! Words are stemmed as Swedish Snowball does it, and a compound meets its parts: *bygglovsansökan*
//! meets *bygglov*. A word weighs the more the fewer initiatives use it, so that *kommun* and *digital*
//! say little and *nattillsyn* says much.

use std::collections::{BTreeMap, BTreeSet};

use rust_stemmers::{Algorithm, Stemmer};

use super::{Area, Initiative};
use crate::Municipality;

/// The shortest stem that may be found inside a compound.
const PART: usize = 5;
/// Words as short as this say nothing.
const SHORTEST: usize = 4;
/// What is less alike than this is not shown, in permille.
const LEAST: u64 = 120;

/// Words that say nothing about what an idea is about; in the order of their bytes.
const EMPTY: &[&str] = &[
    "alla",
    "allt",
    "andra",
    "annan",
    "annat",
    "använda",
    "användare",
    "användas",
    "används",
    "bara",
    "behov",
    "behöva",
    "behöver",
    "bland",
    "blev",
    "blir",
    "bliva",
    "bygger",
    "bättre",
    "både",
    "börja",
    "dagen",
    "dagens",
    "denna",
    "deras",
    "dessa",
    "detta",
    "efter",
    "eller",
    "endast",
    "enligt",
    "finns",
    "fler",
    "flera",
    "från",
    "före",
    "först",
    "genom",
    "gjort",
    "gärna",
    "gång",
    "gången",
    "gånger",
    "göra",
    "görs",
    "hade",
    "hela",
    "helt",
    "igen",
    "inför",
    "ingen",
    "inget",
    "innan",
    "inom",
    "inte",
    "istället",
    "kommer",
    "kommun",
    "kommunen",
    "kommunens",
    "kunde",
    "kunna",
    "längre",
    "lång",
    "långt",
    "medan",
    "mellan",
    "mera",
    "mest",
    "mindre",
    "minst",
    "många",
    "måste",
    "nästa",
    "någon",
    "någonting",
    "något",
    "några",
    "också",
    "ofta",
    "oftast",
    "olika",
    "redan",
    "samma",
    "samt",
    "samtidigt",
    "sedan",
    "sina",
    "sitt",
    "själv",
    "själva",
    "sker",
    "skulle",
    "snart",
    "stället",
    "större",
    "sätt",
    "till",
    "tills",
    "under",
    "ungefär",
    "utan",
    "vara",
    "varit",
    "varje",
    "vars",
    "vart",
    "vilka",
    "vilken",
    "vilket",
    "vill",
    "ytterligare",
    "även",
    "över",
];

/// An initiative like another.
#[derive(Clone, Debug, PartialEq)]
pub struct Similar<'a> {
    /// The other initiative.
    pub initiative: &'a Initiative,
    /// How much of the weight of the shorter text's words they share, in permille.
    pub likeness: u64,
    /// The words they share as the other writes them, the weightiest first: the reason for the hit.
    pub words: Vec<String>,
}

/// Other initiatives that write about the same, the most alike first, at most `most`.
pub fn similar<'a>(town: &'a Municipality, to: &Initiative, most: usize) -> Vec<Similar<'a>> {
    let own = words_of(to);
    let others: Vec<(&Initiative, Words)> =
        town.initiatives.values().filter(|other| other.id != to.id).map(|other| (other, words_of(other))).collect();
    let weigh = weights(&own, &others);
    let mut found: Vec<Similar<'_>> = others.iter().filter_map(|(other, words)| compare(&own, other, words, &weigh)).collect();
    found.sort_by(|one, other| other.likeness.cmp(&one.likeness).then_with(|| one.initiative.id.cmp(&other.initiative.id)));
    found.truncate(most);
    found
}

/// Stems, each with the word as it was written first.
type Words = BTreeMap<String, String>;

fn words_of(initiative: &Initiative) -> Words {
    let texts = [initiative.card.title.as_str(), initiative.area(Area::Problem), initiative.area(Area::Solution)];
    let stemmer = Stemmer::create(Algorithm::Swedish);
    let mut words = Words::new();
    for word in texts.iter().flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric())) {
        let small = word.to_lowercase();
        if small.chars().count() >= SHORTEST && EMPTY.binary_search(&small.as_str()).is_err() {
            words.entry(stemmer.stem(&small).into_owned()).or_insert(small);
        }
    }
    words
}

/// A stem weighs twice the binary logarithm of how rare it is, in whole numbers.
fn weights(own: &Words, others: &[(&Initiative, Words)]) -> BTreeMap<String, u64> {
    let all = others.len() + 1;
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for stem in others.iter().flat_map(|(_, words)| words.keys()).chain(own.keys()) {
        *used.entry(stem).or_default() += 1;
    }
    let weight = |times: usize| u64::from(((all * all) / (times * times).max(1)).max(1).ilog2());
    used.into_iter().map(|(stem, times)| (stem.to_owned(), weight(times))).collect()
}

fn compare<'a>(own: &Words, other: &'a Initiative, words: &Words, weights: &BTreeMap<String, u64>) -> Option<Similar<'a>> {
    let weigh = |stem: &String| weights.get(stem).copied().unwrap_or(0);
    let mut shared: Vec<(u64, &String)> = Vec::new();
    let mut met: BTreeSet<&String> = BTreeSet::new();
    for stem in own.keys() {
        let hit = words.get_key_value(stem).or_else(|| words.iter().find(|(theirs, _)| in_compound(stem, theirs)));
        if let Some((theirs, written)) = hit
            && met.insert(theirs)
        {
            shared.push((weigh(stem).min(weigh(theirs)), written));
        }
    }
    let sum: u64 = shared.iter().map(|(weight, _)| weight).sum();
    let whole = own.keys().map(weigh).sum::<u64>().min(words.keys().map(weigh).sum());
    let likeness = (sum * 1000).checked_div(whole)?;
    if likeness < LEAST || shared.len() < 2 {
        return None;
    }
    shared.sort_by(|one, two| two.0.cmp(&one.0).then_with(|| one.1.cmp(two.1)));
    let words = shared.into_iter().take(6).map(|(_, word)| word.clone()).collect();
    Some(Similar { initiative: other, likeness, words })
}

/// Whether one stem is the head or the tail of the other: a compound and its part.
fn in_compound(one: &str, other: &str) -> bool {
    let (part, whole) = if one.len() < other.len() { (one, other) } else { (other, one) };
    part.chars().count() >= PART && (whole.starts_with(part) || whole.ends_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_words_stand_in_order_so_that_they_are_found() {
        assert!(EMPTY.is_sorted());
    }

    #[test]
    fn a_part_is_found_first_or_last_in_a_compound_and_not_in_its_middle() {
        assert!(in_compound("bygglov", "bygglovsansök") && in_compound("tillsyn", "nattillsyn"));
        assert!(!in_compound("lovsan", "bygglovsansök") && !in_compound("natt", "nattpatrull"));
    }
}

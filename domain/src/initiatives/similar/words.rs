//! Words: what a text is about, as stems. Words are stemmed as Swedish Snowball does it, and a compound
//! meets its parts: *bygglovsansökan* meets *bygglov*.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_stemmers::{Algorithm, Stemmer};

/// The shortest stem that may be found inside a compound, in characters.
pub(super) const PART: usize = 5;
/// The least that must remain of a compound beside its part: what remains of *telefoni* is an ending, no word.
pub(super) const REST: usize = 3;
/// Words shorter than this say nothing.
const SHORTEST: usize = 4;

/// Endings of nouns that the Snowball stemmer leaves on, the longest first.
const ENDINGS: [&str; 3] = ["ning", "et", "an"];

/// Words that say nothing about what a text is about; in the order of their bytes.
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

/// Stems, each with the word as it was written first.
pub(super) type Words = BTreeMap<Arc<str>, Arc<str>>;

/// The words of some texts that say what they are about.
pub(super) fn words_of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Words {
    let stemmer = Stemmer::create(Algorithm::Swedish);
    let mut words = Words::new();
    for word in texts.into_iter().flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric())) {
        let small = word.to_lowercase();
        if small.chars().count() >= SHORTEST && EMPTY.binary_search(&small.as_str()).is_err() {
            words.entry(bare(&stemmer.stem(&small)).into()).or_insert_with(|| small.as_str().into());
        }
    }
    words
}

/// A stem without the endings Snowball leaves in Swedish: *bygglovet*, *skolan*, *ansökan* and *ansökning*.
fn bare(stem: &str) -> &str {
    let ending = ENDINGS.iter().find(|ending| stem.strip_suffix(**ending).is_some_and(|left| left.chars().count() >= SHORTEST));
    ending.and_then(|ending| stem.strip_suffix(*ending)).unwrap_or(stem)
}

/// A stem read from its end, by which all compounds that end in it stand together.
pub(super) fn backwards(stem: &str) -> Arc<str> {
    stem.chars().rev().collect::<String>().into()
}

/// The heads of a stem that are long enough to be words of their own: what a compound is about.
pub(super) fn heads(stem: &str) -> impl Iterator<Item = &str> {
    cuts(stem).filter_map(|(before, after, cut)| (before >= PART && after >= REST).then(|| stem.get(..cut)).flatten())
}

/// The tails likewise: what kind of thing a compound is.
pub(super) fn tails(stem: &str) -> impl Iterator<Item = &str> {
    cuts(stem).filter_map(|(before, after, cut)| (before >= REST && after >= PART).then(|| stem.get(cut..)).flatten())
}

/// Where a stem can be cut: how many signs stand before, how many after, and the place.
fn cuts(stem: &str) -> impl Iterator<Item = (usize, usize, usize)> {
    let many = stem.chars().count();
    stem.char_indices().enumerate().map(move |(before, (cut, _))| (before, many - before, cut))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_words_stand_in_order_so_that_they_are_found() {
        assert!(EMPTY.is_sorted());
    }

    #[test]
    fn a_compound_has_heads_and_tails_and_no_middles() {
        let all = |stem: &'static str| heads(stem).chain(tails(stem)).collect::<Vec<&str>>();
        let found = all("nattillsyn");
        assert!(found.contains(&"tillsyn") && found.contains(&"natti") && !found.contains(&"illsy"), "{found:?}");
        assert!(!all("telefoni").contains(&"telefon"), "an ending is no word");
        assert!(all("lov").is_empty() && all("larms").is_empty());
    }

    #[test]
    fn inflections_are_one_stem() {
        for forms in
            ["ansökan ansökningar ansökningarna ansökningens", "bygglov bygglovet bygglovets", "förskola förskolan förskolor förskolornas"]
        {
            assert_eq!(words_of([forms]).len(), 1, "{:?}", words_of([forms]));
        }
    }
}

//! What of a written name is the name: without brackets, remarks, titles, and what says which of several of that name.

use super::name_word::NameWord;
use crate::domain::fold::fold;

/// What stands before or behind a name and is no part of it.
const TITLES: [&str; 31] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "rev",
    "hon",
    "herr",
    "frau",
    "mme",
    "mlle",
    "phd",
    "md",
    "mba",
    "cpa",
    "esq",
    "cfa",
    "cfp",
    "dds",
    "dvm",
    "ing",
    "dipl",
    "mag",
    "msc",
    "bsc",
    "pmp",
];
/// What joins a name and is often left out.
const JOINING: [&str; 16] =
    ["de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "el", "al", "y"];

/// How the generations of one name are written.
const GENERATIONS: [(&str, u8); 6] = [("jr", 2), ("junior", 2), ("sr", 1), ("senior", 1), ("ii", 2), ("iii", 3)];

/// How many letters of a name are compared, and how many words: more than anybody is called by.
pub const LETTERS_MAX: usize = 200;
const WORDS_MAX: usize = 16;

/// As much of a text as is compared.
pub fn compared(name: &str) -> &str {
    name.char_indices().nth(LETTERS_MAX).and_then(|(end, _)| name.get(..end)).unwrap_or(name)
}

/// A name, taken apart.
#[derive(Debug, Clone, Default)]
pub struct ParsedName {
    /// Its words without brackets, remarks, titles and, where two words are left, what joins them; the first name first
    /// where a comma says which it is.
    pub words: Vec<NameWord>,
    /// Which of several of that name: `Jr.` is not `Sr.`
    pub generation: Option<u8>,
}

impl ParsedName {
    /// Takes the first [`LETTERS_MAX`] letters and sixteen words of a name apart.
    pub fn of(name: &str) -> ParsedName {
        let plain = turned(&unremarked(&unbracketed(&fold(compared(name)))));
        let clean: String = plain.chars().filter(|c| !matches!(c, '\'' | '’' | 'ʼ' | '`' | '.')).collect();
        let all: Vec<&str> = parts(&clean).take(WORDS_MAX).collect();
        // Whoever is called Junior first is called so: J.R. Ewing, Junior Silva.
        let generation = all.iter().skip(1).find_map(|word| generation(word));
        let is_name =
            |(at, word): &(usize, &&str)| !TITLES.contains(*word) && (*at == 0 || self::generation(word).is_none());
        let named: Vec<&str> = all.iter().enumerate().filter(is_name).map(|(_, word)| *word).collect();
        // What joins stands before what it joins: Hoang Do is called Do.
        let last = named.last().copied();
        let joins = |word: &&str| !JOINING.contains(word) || Some(*word) == last;
        let bare: Vec<&str> = named.iter().copied().filter(joins).collect();
        let kept = [bare, named, all].into_iter().zip([2, 1, 0]).find(|(words, least)| words.len() >= *least);
        let words = kept.map(|(words, _)| words.into_iter().map(NameWord::new).collect()).unwrap_or_default();
        ParsedName { words, generation }
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn generation(word: &str) -> Option<u8> {
    GENERATIONS.iter().find(|(written, _)| *written == word).map(|(_, which)| *which)
}

/// The text without what stands in brackets, unless nothing else is there: people note much in a name.
fn unbracketed(text: &str) -> String {
    let mut depth = 0_u32;
    let outside = |c: char| {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => return if depth == 0 { c } else { ' ' },
        }
        ' '
    };
    let out: String = text.chars().map(outside).collect();
    if out.contains(char::is_alphanumeric) { out } else { text.to_string() }
}

/// The text without what stands behind a dash or a stroke: `Lothar Krause - plumber`, `Ann Lee / yoga`.
fn unremarked(text: &str) -> String {
    let remark = [" - ", " – ", " — ", " / ", " | "].iter().filter_map(|mark| text.find(mark)).min();
    let name = remark.and_then(|at| text.get(..at)).filter(|name| name.contains(char::is_alphabetic));
    name.unwrap_or(text).to_string()
}

/// `ito, fred` as `fred ito`; what stands behind a comma and is a title or a generation stays there.
fn turned(text: &str) -> String {
    let Some((family, given)) = text.split_once(',') else { return text.to_string() };
    if parts(given).any(|word| !TITLES.contains(&word) && generation(word).is_none()) {
        format!("{given} {family}")
    } else {
        text.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id_map::text_hash;

    #[test]
    fn brackets_titles_and_what_joins_are_no_part_of_a_name() {
        for (name, count) in [
            ("Dr. Fred Ito (CPA)", 2),
            ("(CPA) David", 1),
            ("[SEM INTERESSE] Miguel", 1),
            ("Ludwig van der Rohe", 2),
            ("Hoang Do", 2),
            ("- Renata", 1),
            ("(Bob)", 1),
            ("O'Brien, Sean", 2),
            ("Lothar Krause - plumber", 2),
            ("Ann Lee / yoga", 2),
            ("田中 太郎", 2),
            ("!!!", 0),
            ("John Smith Jr.", 2),
            ("J.R. Ewing", 2),
            ("Dr. Jr.", 2),
        ] {
            assert_eq!(ParsedName::of(name).words.len(), count, "{name}");
        }
    }

    #[test]
    fn a_comma_says_which_the_first_name_is() {
        for (name, first) in [("Ito, Fred", "fred"), ("Fred Ito, CPA", "fred"), ("Fred Ito, Jr.", "fred")] {
            assert_eq!(ParsedName::of(name).words[0].key, text_hash(first), "{name}");
        }
    }

    #[test]
    fn a_junior_is_told_from_a_senior() {
        let generation = |name: &str| ParsedName::of(name).generation;
        assert_eq!(generation("John Smith Jr."), Some(2));
        for (one, other) in [("John Smith, Junior", "Smith, John Jr."), ("John Smith II", "John Smith (CPA) Jr")] {
            assert_eq!(generation(one), generation(other), "{one}");
        }
        assert_ne!(generation("John Smith Jr."), generation("John Smith Sr."));
        for name in ["John Smith", "Junior Silva", "J.R. Ewing"] {
            assert_eq!(generation(name), None, "{name}");
        }
    }
}

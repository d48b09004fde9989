//! A word of a name: what it is known by, and how much it is like another.

use super::roman::{roman, sound};
use crate::domain::id_map::text_hash;
use crate::domain::nickname::{FIRST_FAMILY, stands_for};
use crate::domain::steps::count;

/// How many letters of a word are compared: the longest family names have forty.
const LETTERS_MAX: usize = 60;

/// One word of a name, in Latin letters.
#[derive(Debug, Clone)]
pub struct NameWord {
    letters: Box<[char]>,
    /// Whether it came in Latin letters.
    is_latin: bool,
    /// The word as a number: two of one number are one word.
    pub key: u64,
    /// What is heard of it.
    pub sound: u64,
    heard: usize,
    /// Which letters are in it, a bit each: words of different letters need no closer look.
    has: u32,
    stands_for: &'static [u16],
    writing: WritingSystem,
}

/// How a word was written, as far as it matters to whoever compares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WritingSystem {
    /// In letters whose sounds are known.
    Letters,
    /// In letters nobody here can say.
    Unsaid,
    /// Without vowels: its letters are not enough to say it.
    Consonants,
    /// In signs that know no blanks between family name and first name, so many of them.
    Signs(usize),
}

/// How much two words of names are alike; the later the more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Not at all.
    No,
    /// One is the first letter of the other.
    Initial,
    /// They are spelled alike, or sound alike.
    Spelling,
    /// One is the beginning of the other.
    Short,
    /// One is a nickname of the other, or both are of one name.
    Nickname,
    /// One word in two scripts.
    Script,
    /// One word, written alike.
    Same,
}

impl WritingSystem {
    /// Of a word, and the same in Latin letters.
    fn of(word: &str, latin: &str) -> WritingSystem {
        let signs = |c: &char| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
        // A syllable of Hangul is taken apart when it is folded: it begins with one of these.
        let follows = |c: &char| ('\u{1161}'..='\u{11ff}').contains(c);
        match word.chars().next() {
            Some('\u{590}'..='\u{6ff}') => WritingSystem::Consonants,
            Some(c) if signs(&c) => WritingSystem::Signs(word.chars().filter(|c| !follows(c)).count()),
            // What is left of a script in Latin letters is a letter whose sound is not on the list.
            _ if latin.contains(|c: char| c.is_alphabetic() && c >= '\u{370}') => WritingSystem::Unsaid,
            _ => WritingSystem::Letters,
        }
    }
}

impl NameWord {
    /// Reads a folded word, as far as it is compared: its first sixty letters.
    pub fn new(word: &str) -> NameWord {
        let word = word.char_indices().nth(LETTERS_MAX).and_then(|(end, _)| word.get(..end)).unwrap_or(word);
        let latin = roman(word);
        count(latin.len());
        let heard = sound(&latin);
        let bit = |c: char| 1_u32 << (u32::from(c) % 32);
        NameWord {
            letters: latin.chars().collect(),
            is_latin: latin == word,
            key: text_hash(&without_dots(&latin)),
            sound: text_hash(&heard),
            heard: heard.len(),
            has: latin.chars().fold(0, |has, c| has | bit(c)),
            stands_for: stands_for(&latin),
            writing: WritingSystem::of(word, &latin),
        }
    }

    /// The two as one word: `Ji-woo` is `Jiwoo`.
    pub fn joined(&self, other: &NameWord) -> NameWord {
        NameWord::new(&self.letters.iter().chain(&other.letters).collect::<String>())
    }

    /// Whether Latin letters cannot be held against it.
    pub fn is_unread(&self) -> bool {
        self.writing != WritingSystem::Letters
    }

    /// Whether it is a whole name, such as 田中太郎: two signs are a family name, or all of a short name.
    pub fn is_whole(&self) -> bool {
        matches!(self.writing, WritingSystem::Signs(2..))
    }

    /// Whether it is a name on the lists, which many bear however few of them are in the book.
    pub fn is_listed(&self) -> bool {
        !self.stands_for.is_empty()
    }

    /// Whether it is on the list of family names, and no first name as well.
    pub fn is_family(&self) -> bool {
        self.is_listed() && self.stands_for.iter().all(|name| *name >= FIRST_FAMILY)
    }

    /// The names it may stand for.
    pub fn names(&self) -> &'static [u16] {
        self.stands_for
    }

    /// Its first letter.
    pub fn first(&self) -> Option<char> {
        self.letters.first().copied()
    }

    /// Whether a text has this word in it; words of one or two letters are in too many.
    pub fn is_within(&self, text: &str) -> bool {
        self.length() >= 3 && text.contains(&*self.letters.iter().collect::<String>())
    }

    /// How many letters it has.
    pub fn length(&self) -> usize {
        self.letters.len()
    }

    /// How much the two are alike.
    pub fn alike(&self, other: &NameWord) -> Alike {
        count(1);
        let (short, long) = if self.length() <= other.length() { (self, other) } else { (other, self) };
        if self.key == other.key {
            return if self.is_latin == other.is_latin { Alike::Same } else { Alike::Script };
        }
        let scripts = self.is_latin != other.is_latin;
        let is_heard = scripts && self.sound == other.sound && self.writing == other.writing;
        if let Some(name) = self.stands_for.iter().find(|name| other.stands_for.contains(name)) {
            return match *name < FIRST_FAMILY {
                true if is_heard => Alike::Script,
                true => Alike::Nickname,
                false => Alike::Spelling,
            };
        }
        if short.length() == 1 {
            return if short.first() == long.first() { Alike::Initial } else { Alike::No };
        }
        let signs = [self, other].iter().any(|word| matches!(word.writing, WritingSystem::Signs(_)));
        if self.sound == other.sound && self.heard >= if scripts && !signs { 2 } else { 3 } {
            return if scripts { Alike::Script } else { Alike::Spelling };
        }
        // Two names of the lists are two names, however alike they are spelled: Marta, Maria.
        if !self.stands_for.is_empty() && !other.stands_for.is_empty() {
            return Alike::No;
        }
        spelled(short, long)
    }
}

/// How much two words that are on no list, or only one of them, are alike as they are spelled.
fn spelled(short: &NameWord, long: &NameWord) -> Alike {
    // Friends keep the beginning or the end: Tim, Lupe.
    if short.length() >= 3 && long.letters.starts_with(&short.letters) {
        return Alike::Short;
    }
    if short.length() >= 4 && long.letters.ends_with(&short.letters) {
        return Alike::Spelling;
    }
    let slips = match short.length() {
        0..=3 => return Alike::No,
        4..=7 => 1,
        _ => 2,
    };
    // A slip changes at most two of the letters that are in a word: most words need no closer look.
    let apart = (short.has ^ long.has).count_ones() as usize;
    let near = long.length() - short.length() <= slips && apart <= 2 * slips;
    if near && slipped(&short.letters, &long.letters) <= slips { Alike::Spelling } else { Alike::No }
}

/// `mueller` as `muller`, which is how `müller` is folded.
fn without_dots(word: &str) -> String {
    word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// How many slips lead from one word to the other: a letter too many, too few, another one, or two swapped
/// (optimal string alignment).
fn slipped(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    let mut last = None;
    for (row, a) in one.iter().enumerate() {
        let mut line = Vec::with_capacity(above.len());
        line.push(row + 1);
        let mut left_letter = None;
        for (column, b) in other.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX / 2);
            let changed = at(&above, column) + usize::from(a != b);
            let mut least = changed.min(at(&above, column + 1) + 1).min(at(&line, column) + 1);
            if last == Some(b) && left_letter == Some(a) && column > 0 {
                least = least.min(at(&before, column - 1) + 1);
            }
            line.push(least);
            left_letter = Some(b);
        }
        before = std::mem::replace(&mut above, line);
        count(other.len());
        last = Some(a);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::parsed_name::ParsedName;
    use super::*;

    fn check(one: &str, other: &str, expected: Alike) {
        let [one, other] = [one, other].map(|word| ParsedName::of(word).words.remove(0));
        assert_eq!(one.alike(&other), expected);
        assert_eq!(other.alike(&one), expected);
    }

    #[test]
    fn words_are_alike_by_spelling_nickname_script_or_first_letter() {
        check("Élise", "elise", Alike::Same);
        check("Иван", "Ivan", Alike::Script);
        check("Екатерина", "Yekaterina", Alike::Script);
        check("Müller", "Mueller", Alike::Same);
        check("Wong", "Huang", Alike::Spelling);
        check("Bob", "Robert", Alike::Nickname);
        check("Lindqvist", "Lindquist", Alike::Spelling);
        check("Hernandez", "Hernadnez", Alike::Spelling);
        check("Tim", "Timoothy", Alike::Short);
        check("Lupe", "Guadalupe", Alike::Nickname);
        check("Paul", "Paula", Alike::No);
        check("J.", "Jim", Alike::Initial);
        check("Marta", "Maria", Alike::No);
        check("Ito", "Ilo", Alike::No);
        check("Smith", "Jones", Alike::No);
    }

    #[test]
    fn what_latin_letters_cannot_be_held_against_is_known() {
        for (name, unread, whole) in [
            ("王伟", true, true),
            ("김민준", true, true),
            ("محمد", true, false),
            ("Иван", false, false),
            ("김", true, false),
            ("ნინო", true, false),
            ("Қанат", true, false),
            ("Łukasz", false, false),
        ] {
            let word = &ParsedName::of(name).words[0];
            assert_eq!((word.is_unread(), word.is_whole()), (unread, whole), "{name}");
        }
    }

    #[test]
    fn slips_are_counted() {
        let slips = |a: &str, b: &str| slipped(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        for (one, other, count) in [("", "", 0), ("ab", "ba", 1), ("kitten", "sitting", 3), ("anna", "ana", 1)] {
            assert_eq!(slips(one, other), count, "{one} {other}");
        }
    }
}

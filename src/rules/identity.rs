//! Whom a few words mean: a name in any order and spelling, a nickname, a part of a name, an address; and how sure that is.
//!
//! Address books say "Referred by: Connie", "Lee, Ann (Acme)" or "ann@lee.example". The same name means one surely where only
//! one bears it. What is only alike is likely where one alone is, and else a choice: Bob Hale is probably Robert Hale.

use crate::domain::fold::fold;
use crate::domain::name_match::{Alike, NameMatch, NameWord, compare_names, compared};
use crate::domain::nickname::{FIRST_FAMILY, stands_for};
use crate::domain::order::sort_by_key;
use crate::domain::person::{Reach, ReachKind};
use std::collections::HashMap;

/// The words before and behind names that name nobody.
const TITLES: [&str; 18] = [
    "dr", "mr", "mrs", "ms", "miss", "prof", "sir", "herr", "frau", "mme", "mlle", "sr", "sra", "jr", "ii", "iii",
    "phd", "md",
];

/// The most who are named where several may be meant.
const SEVERAL_MAX: usize = 30;

/// Why somebody may be meant, the best reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionReason {
    /// It is their address.
    Address,
    /// It is their name, in whatever order.
    Name,
    /// It is their name and the place they work at.
    NameAndPlace,
    /// It is what friends call them.
    Nickname,
    /// It is their name, shortened to a letter.
    Initial,
    /// It is their name but for a letter.
    Spelling,
    /// It is their name, and words besides.
    More,
    /// It is a part of their name.
    Part,
    /// It is their name in a shorter or longer form, as friends say it or another language: Bob for Robert.
    Short,
}

impl MentionReason {
    /// Whether the one of whom it is true is surely meant.
    pub fn is_sure(self) -> bool {
        self <= MentionReason::NameAndPlace
    }
}

/// People who may be meant, each known by the number they were added under.
#[derive(Default)]
pub struct MentionIndex {
    faces: Vec<IndexedName>,
    by_name: HashMap<String, Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
    by_email: HashMap<String, Vec<usize>>,
}

struct IndexedName {
    name: Vec<String>,
    called: Vec<String>,
    place: Vec<String>,
}

impl MentionIndex {
    /// Takes in somebody of this name, who works at this place; `facts` may say what they are called by friends.
    pub fn add(&mut self, name: &str, place: &str, reach: &[Reach], facts: &str) -> usize {
        let at = self.faces.len();
        let called = facts.lines().filter_map(|line| line.strip_prefix("Called ")).flat_map(words).collect();
        let face = IndexedName { name: words(name), called, place: words(place) };
        for key in keys(&face.name) {
            note(&mut self.by_name, key, at);
        }
        for word in face.name.iter().chain(&face.called) {
            note(&mut self.by_word, word.clone(), at);
        }
        for place in face.name.iter().flat_map(|word| first_names(word)) {
            note(&mut self.by_word, standing_for(place), at);
        }
        for email in reach.iter().filter(|reach| reach.kind == ReachKind::Email) {
            note(&mut self.by_email, fold(&email.value), at);
        }
        self.faces.push(face);
        at
    }

    /// Who is meant by these words, those with the best reason only; the one they are said of is never meant.
    pub fn meant(&self, said: &str, of: Option<usize>) -> (Vec<usize>, Option<MentionReason>) {
        let others = |found: Option<&Vec<usize>>| -> Vec<usize> {
            found.into_iter().flatten().copied().filter(|at| Some(*at) != of).collect()
        };
        let by_email = others(address(said).and_then(|address| self.by_email.get(&address)));
        if !by_email.is_empty() {
            return (by_email, Some(MentionReason::Address));
        }
        let said = words(said);
        let mut by_name: Vec<usize> = keys(&said).iter().flat_map(|key| others(self.by_name.get(key))).collect();
        if !by_name.is_empty() {
            sort_by_key(&mut by_name, |at| *at);
            by_name.dedup();
            by_name.truncate(SEVERAL_MAX);
            return (by_name, Some(MentionReason::Name));
        }
        self.alike(&said, of)
    }

    /// Whether these words are the whole name of the one they are said of.
    pub fn is_name_of(&self, said: &str, of: usize) -> bool {
        keys(&words(said)).iter().any(|key| self.by_name.get(key).is_some_and(|all| all.contains(&of)))
    }

    fn alike(&self, said: &[String], of: Option<usize>) -> (Vec<usize>, Option<MentionReason>) {
        let forms = said.iter().flat_map(|word| first_names(word)).map(standing_for);
        let keys = said.iter().filter(|word| !is_letter(word)).cloned().chain(forms);
        let near = keys.filter_map(|key| self.by_word.get(&key));
        let mut near: Vec<usize> = near.flatten().copied().filter(|at| Some(*at) != of).collect();
        sort_by_key(&mut near, |at| *at);
        near.dedup();
        let because = |at: &usize| {
            let face = self.faces.get(*at)?;
            Some((face.because(said).or_else(|| face.short_for(said))?, *at))
        };
        let found: Vec<(MentionReason, usize)> = near.iter().filter_map(because).collect();
        let best = found.iter().map(|(because, _)| *because).min();
        let best_of = found.into_iter().filter(|(because, _)| Some(*because) == best).map(|(_, at)| at);
        (best_of.take(SEVERAL_MAX).collect(), best)
    }
}

/// Whether two texts are one name, in any order of its words and however it is written.
pub fn is_same_name(one: &str, other: &str) -> bool {
    let keys_of_other = keys(&words(other));
    keys(&words(one)).iter().any(|key| keys_of_other.contains(key))
}

impl IndexedName {
    /// Why they may be meant by these words, which are not their name.
    fn because(&self, said: &[String]) -> Option<MentionReason> {
        let mut name: Vec<&str> = self.name.iter().map(String::as_str).collect();
        let mut left: Vec<&str> = Vec::new();
        for word in said {
            match name.iter().position(|one| one == word) {
                Some(at) => drop(name.remove(at)),
                None => left.push(word),
            }
        }
        let nothing_alike = left.len() == said.len();
        let in_place = |word: &&str| self.place.iter().any(|one| one == word);
        match (left.as_slice(), name.as_slice()) {
            ([], _) => Some(MentionReason::Part),
            (left, []) if !nothing_alike && left.iter().all(in_place) => Some(MentionReason::NameAndPlace),
            (_, []) if self.name.len() > 1 => Some(MentionReason::More),
            ([word], _) if self.called.iter().any(|called| called == word) => Some(MentionReason::Nickname),
            ([word], [one]) if !nothing_alike && is_letter(word) && one.starts_with(word) => {
                Some(MentionReason::Initial)
            }
            ([word], [one]) if !nothing_alike && is_letter(one) && word.starts_with(one) => {
                Some(MentionReason::Initial)
            }
            ([word], [one]) if !nothing_alike && is_a_slip(word, one) => Some(MentionReason::Spelling),
            _ => None,
        }
    }
}

impl IndexedName {
    /// Whether they may be meant because these words are their name in another form; most are told by a quick look.
    fn short_for(&self, said: &[String]) -> Option<MentionReason> {
        let is_form = |word: &String, of: &String| first_names(word).any(|place| first_names(of).any(|p| p == place));
        let is_like = |word: &String| self.name.iter().any(|one| one == word || is_form(word, one));
        if !said.iter().all(|word| is_letter(word) || is_like(word)) {
            return None;
        }
        let read = |words: &[String]| words.iter().map(|word| NameWord::new(word)).collect::<Vec<NameWord>>();
        match compare_names(&read(said), &read(&self.name))? {
            NameMatch::One(Alike::Nickname, _) => Some(MentionReason::Short),
            NameMatch::Part(Alike::Nickname) if said.len() == 1 => Some(MentionReason::Short),
            _ => None,
        }
    }
}

/// The first names a word may stand for, as places in the list of them.
fn first_names(word: &str) -> impl Iterator<Item = u16> {
    stands_for(word).iter().copied().filter(|place| *place < FIRST_FAMILY)
}

/// Returns the key of those who bear a first name in any form; no word has that sign in it.
fn standing_for(place: u16) -> String {
    format!("={place}")
}

fn note(map: &mut HashMap<String, Vec<usize>>, key: String, at: usize) {
    let all = map.entry(key).or_default();
    if all.last() != Some(&at) {
        all.push(at);
    }
}

/// The words of a name, folded, without what names nobody; of a long text only its beginning.
fn words(text: &str) -> Vec<String> {
    let folded = fold(compared(text));
    let all: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named: Vec<&str> = all.iter().copied().filter(|word| !TITLES.contains(word)).collect();
    let kept = if named.is_empty() { all } else { named };
    kept.into_iter().map(str::to_string).collect()
}

/// A name as it is looked up: its words in order of the alphabet, because families stand first or last; and all in one,
/// because many scripts have no blanks.
fn keys(words: &[String]) -> Vec<String> {
    let mut sorted: Vec<&str> = words.iter().map(String::as_str).collect();
    sort_by_key(&mut sorted, |word| word.to_string());
    let (sorted, run) = (sorted.join(" "), words.concat());
    match run.is_empty() {
        true => Vec::new(),
        false if run == sorted => vec![run],
        false => vec![sorted, run],
    }
}

/// The e-mail address in a text, folded.
fn address(text: &str) -> Option<String> {
    let word = text.split_whitespace().find(|word| word.contains('@'))?;
    Some(fold(word.trim_start_matches("mailto:").trim_matches(|c: char| !c.is_alphanumeric())))
}

fn is_letter(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// Whether two words of four letters or more differ by one letter: another, one too many, or two that changed places.
fn is_a_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (Some(rest), Some(longer)) = (short.get(same..), long.get(same..)) else { return false };
    let swapped = matches!((rest, longer), ([a, b, x @ ..], [c, d, y @ ..]) if a == d && b == c && x == y);
    let slip = match long.len() - short.len() {
        0 => rest.get(1..) == longer.get(1..) || swapped,
        1 => longer.get(1..) == Some(rest),
        _ => false,
    };
    short.len() >= 4 && slip
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names with `@ place`, `= nickname` and `<address>`, one a line.
    fn faces(lines: &str) -> (MentionIndex, Vec<String>) {
        let (mut faces, mut names) = (MentionIndex::default(), Vec::new());
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (line, email) = line.split_once('<').unwrap_or((line, ""));
            let (line, nick) = line.split_once('=').unwrap_or((line, ""));
            let (name, place) = line.split_once('@').unwrap_or((line, ""));
            let value = email.trim_end_matches('>').to_string();
            let reach = Reach { kind: ReachKind::Email, label: String::new(), value };
            faces.add(name.trim(), place, &[reach], &format!("Spouse: Bo\nCalled {nick}"));
            names.push(name.trim().to_string());
        }
        (faces, names)
    }

    const BOOK: &str = "Connie Alvarez <connie@alvarez.example>
        Ann Lee @ Acme
        Ann Lee @ Bolt & Co
        Élise Dupont
        Frederick Ito = Fred
        Ngô Thị Hạnh
        田中 由紀
        Jim B. Halloran
        Wolfgang von der Heide
        Robert Hale
        Bill Oak
        Ruth";

    fn check(said: &str, expected: &str) {
        let (faces, names) = faces(BOOK);
        let (who, because) = faces.meant(said, None);
        let who: Vec<&str> = who.iter().map(|at| names[*at].as_str()).collect();
        let told = because.map_or("nobody".to_string(), |because| format!("{} {because:?}", who.join(" or ")));
        assert_eq!(told, expected, "{said}");
    }

    #[test]
    fn b7_a_name_in_any_order_with_or_without_accents_means_the_one_who_bears_it() {
        check("Connie Alvarez", "Connie Alvarez Name");
        check("ALVAREZ, Connie", "Connie Alvarez Name");
        check("Dr. elise  dupont", "Élise Dupont Name");
        check("Hanh Ngo Thi", "Ngô Thị Hạnh Name");
        check("田中由紀", "田中 由紀 Name");
        check("Connie <Connie@Alvarez.example>", "Connie Alvarez Address");
    }

    #[test]
    fn b7_two_of_one_name_are_told_apart_by_where_they_work_or_not_at_all() {
        check("Ann Lee", "Ann Lee or Ann Lee Name");
        check("Lee, Ann (Bolt & Co)", "Ann Lee NameAndPlace");
        check("Ann Lee from golf", "Ann Lee or Ann Lee More");
    }

    #[test]
    fn b7_what_is_only_alike_is_told_with_its_reason() {
        check("Connie", "Connie Alvarez Part");
        check("Fred", "Frederick Ito Nickname");
        check("Fred Ito", "Frederick Ito Nickname");
        check("C. Alvarez", "Connie Alvarez Initial");
        check("Jim Halloran", "Jim B. Halloran Part");
        check("Connie Alvares", "Connie Alvarez Spelling");
        check("Conine Alvarez", "Connie Alvarez Spelling");
        check("Connie Alvarez at the fair", "Connie Alvarez More");
        check("von der Heide", "Wolfgang von der Heide Part");
    }

    #[test]
    fn b7_a_short_form_means_whoever_bears_the_name_in_another_form_and_order() {
        check("Bob Hale", "Robert Hale Short");
        check("Hale, Bobby", "Robert Hale Short");
        check("William Oak", "Bill Oak Short");
        check("Rob", "Robert Hale Short");
        check("Willy Hale", "nobody");
        check("Bob Oak", "nobody");
        check("Bob Hale Jones", "nobody");
        let (mut two, _) = faces(BOOK);
        two.add("Roberta Hale", "", &[], "");
        two.add("Bob Stone", "", &[], "");
        assert_eq!(two.meant("Bob", None), (vec![13], Some(MentionReason::Part)), "who bears the very word goes first");
        two.add("Bob Hale", "", &[], "");
        assert_eq!(two.meant("Bob Hale", None), (vec![14], Some(MentionReason::Name)));
    }

    #[test]
    fn b7_what_means_nobody_means_nobody() {
        for said in
            ["", "…", "LinkedIn", "Connie Smith", "C.", "Ann Ito", "a@b.example", "Ruth Abramson", "B. Halloran Jones"]
        {
            check(said, "nobody");
        }
    }

    #[test]
    fn b7_nobody_is_meant_by_what_is_said_of_themselves() {
        let (faces, _) = faces(BOOK);
        assert_eq!(faces.meant("Connie Alvarez", Some(0)), (vec![], None));
        assert!(faces.is_name_of("alvarez connie", 0) && !faces.is_name_of("Connie", 0));
        assert_eq!(faces.meant("Ann Lee", Some(1)).0, [2], "a namesake may have");
    }

    #[test]
    fn a_slip_is_one_letter_and_short_words_have_none() {
        for (one, other, slips) in [
            ("alvarez", "alvares", true),
            ("alvarez", "alvarezz", true),
            ("conine", "connie", true),
            ("connie", "connor", false),
            ("anna", "ann", false),
            ("lee", "let", false),
            ("alvarez", "alvarez", true),
        ] {
            assert_eq!((is_a_slip(one, other), is_a_slip(other, one)), (slips, slips), "{one} {other}");
        }
    }
}

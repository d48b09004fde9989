//! Two names beside each other: one name, half a name, or two.

use super::word::{Alike, Word};

/// What two names have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    /// All words of the shorter are in the longer, two of them or more. The least alike two words are, and whether their
    /// order differs.
    One(Alike, bool),
    /// One of them is a single word, and it is in the other.
    Part(Alike),
    /// The first names are alike and the others are not: somebody may have married.
    First,
    /// First names that differ: two of one family, or two people.
    Other,
}

/// What these two names have to do with each other.
pub fn kin(one: &[Word], other: &[Word]) -> Kin {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return Kin::Other;
    }
    let mut free: Vec<usize> = (0..long.len()).collect();
    let mut least = Alike::Same;
    let mut places = Vec::with_capacity(short.len());
    // The words that are surely the same find each other first, so that an initial takes what is left.
    for (at, word) in by_length(short) {
        let likest = |place: &usize| long.get(*place).map_or(Alike::No, |there| word.alike(there));
        let found = (0..free.len()).max_by_key(|n| free.get(*n).map(|place| (likest(place), usize::MAX - place)));
        let place = found.and_then(|n| free.get(n).copied()).unwrap_or_default();
        let alike = likest(&place);
        if alike == Alike::No {
            continue;
        }
        least = least.min(alike);
        free.retain(|other| *other != place);
        places.push((at, place));
    }
    places.sort_unstable();
    let swapped = places.windows(2).any(|two| matches!(two, [(_, a), (_, b)] if a > b));
    let begins = places.contains(&(0, 0));
    match (places.len() == short.len(), short.len()) {
        // A single word of three signs and more that knows no blanks is a whole name: 田中太郎.
        (true, 1) if long.len() == 1 && is_whole(short) => Kin::One(least, false),
        (true, 1) => Kin::Part(least),
        (true, _) => Kin::One(least, swapped),
        (false, _) if begins && least > Alike::Initial => Kin::First,
        _ => Kin::Other,
    }
}

fn by_length(words: &[Word]) -> impl Iterator<Item = (usize, &Word)> {
    let is_long = |word: &&(usize, &Word)| word.1.len() > 1;
    let all: Vec<(usize, &Word)> = words.iter().enumerate().collect();
    let (long, short): (Vec<_>, Vec<_>) = all.iter().partition(is_long);
    long.into_iter().chain(short)
}

fn is_whole(words: &[Word]) -> bool {
    words.iter().any(|word| word.len() >= 3 && word.first().is_some_and(|c| ('\u{2e80}'..='\u{9fff}').contains(&c)))
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;

    fn check(one: &str, other: &str, expected: Kin) {
        assert_eq!(kin(&words(one), &words(other)), expected, "{one} {other}");
        assert_eq!(kin(&words(other), &words(one)), expected, "{other} {one}");
    }

    #[test]
    fn names_are_one_in_any_order_script_and_with_a_middle_name_left_out() {
        check("Fred Ito", "ITO, Fred", Kin::One(Alike::Same, true));
        check("Robert James Hale", "Bob Hale", Kin::One(Alike::Nickname, false));
        check("J. Smith", "John Smith", Kin::One(Alike::Initial, false));
        check("John J. Smith", "John Smith", Kin::One(Alike::Same, false));
        check("Иван Петров", "Ivan Petrov", Kin::One(Alike::Script, false));
        check("Dana Lindqvist", "Dana Lindquist", Kin::One(Alike::Spelling, false));
        check("田中太郎", "田中太郎", Kin::One(Alike::Same, false));
    }

    #[test]
    fn half_a_name_is_a_part_a_marriage_or_a_family() {
        check("Cher", "Cher Sarkisian", Kin::Part(Alike::Same));
        check("Bob", "Robert Hale", Kin::Part(Alike::Nickname));
        check("Maria Gomez", "Maria Kern", Kin::First);
        check("Anna Hale", "Peter Hale", Kin::Other);
        check("Ann Lee", "Bo Ek", Kin::Other);
        check("", "Bo Ek", Kin::Other);
    }
}

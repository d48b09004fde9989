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
    /// The first names are this much alike and the others are not: somebody may have married.
    First(Alike),
    /// One of them is in a script that cannot be held against the other.
    Unread,
}

/// What these two names have to do with each other; `None` where the first names differ: two of one family, or two people.
pub fn kin(one: &[Word], other: &[Word]) -> Option<Kin> {
    let full = |words: &[Word]| (words.len(), words.iter().filter(|word| word.length() > 1).count());
    let (short, long) = if full(one) <= full(other) { (one, other) } else { (other, one) };
    if short.is_empty() {
        return None;
    }
    let found = as_they_stand(short, long);
    if matches!(found, Some(Kin::One(..) | Kin::Part(_))) {
        return found;
    }
    // Ji-woo and Jiwoo, Li Hua and Lihua: two words of the longer may be one.
    let places = (1..long.len()).filter(|at| long.len() > short.len() && may_be_joined(short, long, *at));
    let mut joined = places.filter_map(|at| as_they_stand(short, &with_joined(long, at)));
    let unread = |words: &[Word]| words.iter().any(Word::is_unread);
    let or_else = if unread(one) == unread(other) { found } else { Some(Kin::Unread) };
    joined.find(|kin| matches!(kin, Kin::One(..))).or(or_else)
}

/// Whether a word of the shorter name is about as long as these two, and begins like them: most names need no closer look.
fn may_be_joined(short: &[Word], long: &[Word], at: usize) -> bool {
    let Some((first, second)) = long.get(at - 1).zip(long.get(at)) else { return false };
    let both = first.length() + second.length();
    short.iter().any(|word| word.first() == first.first() && word.length().abs_diff(both) <= 2)
}

/// The words with the one at this place joined to the one before it.
fn with_joined(words: &[Word], at: usize) -> Vec<Word> {
    let mut all = words.to_vec();
    let second = all.remove(at);
    if let Some(first) = all.get_mut(at - 1) {
        *first = first.joined(&second);
    }
    all
}

/// The same, no two words of either taken for one.
fn as_they_stand(short: &[Word], long: &[Word]) -> Option<Kin> {
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
    // What stands first where the family does is no first name: Ngo Lan, Ngo Linh.
    let begins = places.contains(&(0, 0)) && !short.first().is_some_and(Word::is_family);
    let is_letter = |words: &[Word], at: usize| words.get(at).is_some_and(|word| word.length() == 1);
    // The letter of a middle name has nothing to be held against where the other leaves that name out.
    let rest = (0..short.len()).filter(|at| places.iter().all(|(found, _)| found != at));
    let is_all = places.len() >= short.len().min(2) && rest.into_iter().all(|at| at > 0 && is_letter(short, at));
    // Whose first name is left out is somebody else: Michael Henry Hale is no Henry Hale.
    let named = !free.contains(&0) || is_letter(long, 0);
    match (is_all, short.len()) {
        (true, 1) if long.len() == 1 && short.iter().all(Word::is_whole) => Some(Kin::One(least, false)),
        (true, 1) => Some(Kin::Part(least)),
        (true, _) if named => Some(Kin::One(least, swapped)),
        (true, _) if least > Alike::Initial => Some(Kin::Part(least)),
        (false, _) if begins && least > Alike::Initial => Some(Kin::First(least)),
        _ => None,
    }
}

fn by_length(words: &[Word]) -> impl Iterator<Item = (usize, &Word)> {
    let is_long = |word: &&(usize, &Word)| word.1.length() > 1;
    let all: Vec<(usize, &Word)> = words.iter().enumerate().collect();
    let (long, short): (Vec<_>, Vec<_>) = all.iter().partition(is_long);
    long.into_iter().chain(short)
}

#[cfg(test)]
mod tests {
    use super::super::words::Called;
    use super::*;

    fn check(one: &str, other: &str, expected: impl Into<Option<Kin>>) {
        let ([a, b], expected) = ([one, other].map(|name| Called::of(name).words), expected.into());
        assert_eq!(kin(&a, &b), expected, "{one} {other}");
        assert_eq!(kin(&b, &a), expected, "{other} {one}");
    }

    #[test]
    fn names_are_one_in_any_order_script_and_with_a_middle_name_left_out() {
        check("Fred Ito", "ITO, Fred", Kin::One(Alike::Same, false));
        check("Fred Ito", "Ito Fred", Kin::One(Alike::Same, true));
        check("Robert James Hale", "Bob Hale", Kin::One(Alike::Nickname, false));
        check("J. Smith", "John Smith", Kin::One(Alike::Initial, false));
        check("John J. Smith", "John Smith", Kin::One(Alike::Same, false));
        check("Иван Петров", "Ivan Petrov", Kin::One(Alike::Script, false));
        check("Dana Lindqvist", "Dana Lindquist", Kin::One(Alike::Spelling, false));
        check("田中太郎", "田中太郎", Kin::One(Alike::Same, false));
        check("王伟", "王伟", Kin::One(Alike::Same, false));
        check("Ji-woo Park", "Jiwoo Park", Kin::One(Alike::Same, false));
        check("Gustavo C. Hernandez", "Gustavo Hernandez Ramirez", Kin::One(Alike::Same, false));
    }

    #[test]
    fn what_cannot_be_read_is_not_held_against_anybody() {
        check("朱强", "Qiang Zhu", Kin::Unread);
        check("محمود داقري", "Mahmoud Daqri", Kin::Unread);
        check("ნინო ბერიძე", "Nino Beridze", Kin::Unread);
        check("王伟", "李娜", None);
    }

    #[test]
    fn half_a_name_is_a_part_a_marriage_or_a_family() {
        check("Cher", "Cher Sarkisian", Kin::Part(Alike::Same));
        check("Bob", "Robert Hale", Kin::Part(Alike::Nickname));
        check("Maria Gomez", "Maria Kern", Kin::First(Alike::Same));
        check("Michael Henry Hale", "Henry Hale", Kin::Part(Alike::Same));
        check("Anna Hale", "Peter Hale", None);
        check("Ngô Lan", "Ngô Linh", None);
        check("Ann Lee", "Bo Ek", None);
        check("", "Bo Ek", None);
    }
}

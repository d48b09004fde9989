//! Two names beside each other: one name, half a name, or two.

use super::name_word::{Alike, NameWord};

/// What two names have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameMatch {
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
pub fn compare_names(one: &[NameWord], other: &[NameWord]) -> Option<NameMatch> {
    let full = |words: &[NameWord]| (words.len(), words.iter().filter(|word| word.length() > 1).count());
    let (short, long) = if full(one) <= full(other) { (one, other) } else { (other, one) };
    if short.is_empty() {
        return None;
    }
    let found = as_they_stand(short, long);
    if matches!(found, Some(NameMatch::One(..) | NameMatch::Part(_))) {
        return found;
    }
    // Ji-woo and Jiwoo, Li Hua and Lihua: two words of the longer may be one.
    let places = (1..long.len()).filter(|at| long.len() > short.len() && may_be_joined(short, long, *at));
    let mut joined = places.filter_map(|at| as_they_stand(short, &with_joined(long, at)));
    let unread = |words: &[NameWord]| words.iter().any(NameWord::is_unread);
    let or_else = if unread(one) == unread(other) { found } else { Some(NameMatch::Unread) };
    joined.find(|kin| matches!(kin, NameMatch::One(..))).or(or_else)
}

/// Whether a word of the shorter name is about as long as these two, and begins like them: most names need no closer look.
fn may_be_joined(short: &[NameWord], long: &[NameWord], at: usize) -> bool {
    let Some((first, second)) = long.get(at - 1).zip(long.get(at)) else { return false };
    let both = first.length() + second.length();
    short.iter().any(|word| word.first() == first.first() && word.length().abs_diff(both) <= 2)
}

/// The words with the one at this place joined to the one before it.
fn with_joined(words: &[NameWord], at: usize) -> Vec<NameWord> {
    let mut all = words.to_vec();
    let second = all.remove(at);
    if let Some(first) = all.get_mut(at - 1) {
        *first = first.joined(&second);
    }
    all
}

/// Compares names word by word, no two words of either taken for one.
fn as_they_stand(short: &[NameWord], long: &[NameWord]) -> Option<NameMatch> {
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
    let begins = places.contains(&(0, 0)) && !short.first().is_some_and(NameWord::is_family);
    let is_letter = |words: &[NameWord], at: usize| words.get(at).is_some_and(|word| word.length() == 1);
    // The letter of a middle name has nothing to be held against where the other leaves that name out.
    let rest = (0..short.len()).filter(|at| places.iter().all(|(found, _)| found != at));
    let is_all = places.len() >= short.len().min(2) && rest.into_iter().all(|at| at > 0 && is_letter(short, at));
    // Whose first name is left out is somebody else: Michael Henry Hale is no Henry Hale.
    let named = !free.contains(&0) || is_letter(long, 0);
    match (is_all, short.len()) {
        (true, 1) if long.len() == 1 && short.iter().all(NameWord::is_whole) => Some(NameMatch::One(least, false)),
        (true, 1) => Some(NameMatch::Part(least)),
        (true, _) if named => Some(NameMatch::One(least, swapped)),
        (true, _) if least > Alike::Initial => Some(NameMatch::Part(least)),
        (false, _) if begins && least > Alike::Initial => Some(NameMatch::First(least)),
        _ => None,
    }
}

fn by_length(words: &[NameWord]) -> impl Iterator<Item = (usize, &NameWord)> {
    let is_long = |word: &&(usize, &NameWord)| word.1.length() > 1;
    let all: Vec<(usize, &NameWord)> = words.iter().enumerate().collect();
    let (long, short): (Vec<_>, Vec<_>) = all.iter().partition(is_long);
    long.into_iter().chain(short)
}

#[cfg(test)]
mod tests {
    use super::super::parsed_name::ParsedName;
    use super::*;

    fn check(one: &str, other: &str, expected: impl Into<Option<NameMatch>>) {
        let ([a, b], expected) = ([one, other].map(|name| ParsedName::of(name).words), expected.into());
        assert_eq!(compare_names(&a, &b), expected, "{one} {other}");
        assert_eq!(compare_names(&b, &a), expected, "{other} {one}");
    }

    #[test]
    fn names_are_one_in_any_order_script_and_with_a_middle_name_left_out() {
        check("Fred Ito", "ITO, Fred", NameMatch::One(Alike::Same, false));
        check("Fred Ito", "Ito Fred", NameMatch::One(Alike::Same, true));
        check("Robert James Hale", "Bob Hale", NameMatch::One(Alike::Nickname, false));
        check("J. Smith", "John Smith", NameMatch::One(Alike::Initial, false));
        check("John J. Smith", "John Smith", NameMatch::One(Alike::Same, false));
        check("Иван Петров", "Ivan Petrov", NameMatch::One(Alike::Script, false));
        check("Dana Lindqvist", "Dana Lindquist", NameMatch::One(Alike::Spelling, false));
        check("田中太郎", "田中太郎", NameMatch::One(Alike::Same, false));
        check("王伟", "王伟", NameMatch::One(Alike::Same, false));
        check("Ji-woo Park", "Jiwoo Park", NameMatch::One(Alike::Same, false));
        check("Gustavo C. Hernandez", "Gustavo Hernandez Ramirez", NameMatch::One(Alike::Same, false));
    }

    #[test]
    fn what_cannot_be_read_is_not_held_against_anybody() {
        check("朱强", "Qiang Zhu", NameMatch::Unread);
        check("محمود داقري", "Mahmoud Daqri", NameMatch::Unread);
        check("ნინო ბერიძე", "Nino Beridze", NameMatch::Unread);
        check("王伟", "李娜", None);
    }

    #[test]
    fn half_a_name_is_a_part_a_marriage_or_a_family() {
        check("Cher", "Cher Sarkisian", NameMatch::Part(Alike::Same));
        check("Bob", "Robert Hale", NameMatch::Part(Alike::Nickname));
        check("Maria Gomez", "Maria Kern", NameMatch::First(Alike::Same));
        check("Michael Henry Hale", "Henry Hale", NameMatch::Part(Alike::Same));
        check("Anna Hale", "Peter Hale", None);
        check("Ngô Lan", "Ngô Linh", None);
        check("Ann Lee", "Bo Ek", None);
        check("", "Bo Ek", None);
    }
}

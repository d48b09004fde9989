//! Finds in the book whom the words after "via" mean.

use super::NameMeaning;
use super::lexicon::plain;
use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::PersonId;
use crate::domain::person::Person;

/// How many of the words name people in the book, and whom: by the full name, else by the first name and the beginning
/// of another, else by a first name alone.
pub fn matches(book: &Book, words: &[&str]) -> Option<(usize, NameMeaning)> {
    let longest = words.len().min(6);
    (1..=longest)
        .rev()
        .find_map(|used| {
            let full: Vec<PersonId> = book.people_named(&words.get(..used)?.join(" ")).map(|p| p.id).collect();
            who(full).map(|who| (used, who))
        })
        .or_else(|| by_first_name(book, words))
}

fn by_first_name(book: &Book, words: &[&str]) -> Option<(usize, NameMeaning)> {
    let first = plain(words.first()?);
    // Folding every name of a large book would be felt at every key; the book has them folded already.
    let bears = |person: &&Person| !first.is_empty() && book.search_text(person.id).contains(&first);
    let bearers: Vec<(PersonId, String)> =
        book.people().filter(bears).map(|person| (person.id, fold(person.name.as_str()))).collect();
    let named = |is: &dyn Fn(&str) -> bool| -> Vec<PersonId> {
        bearers.iter().filter(|(_, name)| is(name)).map(|(id, _)| *id).collect()
    };
    let is_first = |name: &str| name.split(' ').next() == Some(&first);
    let Some(second) = words.get(1).map(|word| plain(word)) else {
        let by_first = named(&is_first);
        let by_last = || named(&|name| name.split(' ').next_back() == Some(&first));
        return who(if by_first.is_empty() { by_last() } else { by_first }).map(|who| (1, who));
    };
    let begins = |name: &str| !second.is_empty() && name.split(' ').skip(1).any(|part| part.starts_with(&second));
    who(named(&|name| is_first(name) && begins(name))).map(|who| (2, who))
}

fn who(ids: Vec<PersonId>) -> Option<NameMeaning> {
    match ids.as_slice() {
        [] => None,
        [one] => Some(NameMeaning::Known(*one)),
        _ => Some(NameMeaning::Several(ids)),
    }
}

//! Finds in the book whom the words after "via" mean.

use super::Who;
use super::lexicon::plain;
use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::PersonId;

/// How many of the words name people in the book, and whom: by the full name, else by the first name and the beginning
/// of another, else by a first name alone.
pub fn matches(book: &Book, words: &[&str]) -> Option<(usize, Who)> {
    let longest = words.len().min(6);
    (1..=longest)
        .rev()
        .find_map(|used| {
            let full: Vec<PersonId> = book.people_named(&words.get(..used)?.join(" ")).map(|p| p.id).collect();
            who(full).map(|who| (used, who))
        })
        .or_else(|| by_first_name(book, words))
}

fn by_first_name(book: &Book, words: &[&str]) -> Option<(usize, Who)> {
    let first = plain(words.first()?);
    let named: Vec<(PersonId, String)> = book
        .people()
        .filter(|person| fold(person.name.first()) == first)
        .map(|person| (person.id, fold(person.name.as_str())))
        .collect();
    let Some(second) = words.get(1).map(|word| plain(word)) else {
        let last =
            || book.people().filter(|p| fold(p.name.as_str()).split(' ').next_back() == Some(&first)).map(|p| p.id);
        let ids: Vec<PersonId> = named.into_iter().map(|(id, _)| id).collect();
        return who(if ids.is_empty() { last().collect() } else { ids }).map(|who| (1, who));
    };
    let begins = |name: &str| !second.is_empty() && name.split(' ').skip(1).any(|part| part.starts_with(&second));
    let refined = named.iter().filter(|(_, name)| begins(name)).map(|(id, _)| *id).collect();
    who(refined).map(|who| (2, who))
}

fn who(ids: Vec<PersonId>) -> Option<Who> {
    match ids.as_slice() {
        [] => None,
        [one] => Some(Who::Known(*one)),
        _ => Some(Who::Several(ids)),
    }
}

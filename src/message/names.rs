//! What people are called in a sentence, those who were erased among them.

use crate::domain::book::Book;
use crate::domain::id::PersonId;

/// What stands in a sentence where the name of somebody erased was.
const ERASED: &str = "somebody erased";

/// The whole name, within a sentence.
pub fn name(book: &Book, id: PersonId) -> String {
    book.person(id).map_or_else(|| ERASED.into(), |person| person.name.to_string())
}

/// The first name, within a sentence.
pub fn first(book: &Book, id: PersonId) -> String {
    book.person(id).map_or_else(|| ERASED.into(), |person| person.name.first().to_string())
}

/// The whole name where it stands alone, in a list or at the head of a page.
pub fn alone(book: &Book, id: PersonId) -> String {
    book.person(id).map_or_else(|| "Somebody erased".into(), |person| person.name.to_string())
}

//! Somebody as they are taken out: with the names of what the book knows by id.

use crate::domain::book::Book;
use crate::domain::connection::Connection;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::rules::tree::Eyes;
use std::borrow::Cow;

/// Somebody of the book or of the pool.
pub struct Who<'a> {
    /// What is known of them.
    pub person: Cow<'a, Person>,
    /// What they are known by in every file.
    pub name: String,
    /// Where they work.
    pub place: &'a str,
    /// Through whom we met; empty where nobody may know.
    pub through: &'a str,
}

impl<'a> Who<'a> {
    /// This person of the book, unless others must not know that they are in it (R63).
    pub fn person(book: &'a Book, id: PersonId) -> Option<Who<'a>> {
        let person = book.person(id).filter(|_| Eyes::Others.see_person(book, id))?;
        let through = person.met_through.as_ref().map(|mention| match mention.id().map(PersonId) {
            Some(id) if book.person(id).is_some() => named(book, id),
            _ => mention.0.as_str(),
        });
        let place = book.workplace(person);
        Some(Who { name: id.to_string(), place, through: through.unwrap_or_default(), person: Cow::Borrowed(person) })
    }

    /// Somebody of the holding pool.
    pub fn waiting(one: &'a Connection) -> Who<'a> {
        let person = Person {
            name: one.name.clone(),
            title: one.title.clone(),
            reach: one.reach.clone(),
            known_since: one.connected_on,
            facts: one.facts.clone(),
            note: one.note.clone(),
            tags: one.tags.clone(),
            provenance: one.provenance.clone(),
            ..Person::default()
        };
        let (place, through) = (one.organisation.as_str(), one.met_through.as_str());
        Who { person: Cow::Owned(person), name: one.id.to_string(), place, through }
    }

    /// What they are called; a card and a row need a name.
    pub fn called(&self) -> String {
        self.person.name.to_string()
    }
}

/// What somebody is called, as others may know it: empty where they must not know that the person is in the book.
pub fn named(book: &Book, id: PersonId) -> &str {
    let person = book.person(id).filter(|_| Eyes::Others.see_person(book, id));
    person.map(|person| person.name.as_str()).unwrap_or_default()
}

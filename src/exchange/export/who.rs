//! Somebody as they are taken out: with the names of what the book knows by id.

use crate::domain::connection::Connection;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::rules::disclosure::Disclosure;
use std::borrow::Cow;

/// Somebody of the book or of the pool.
pub struct ExportedPerson<'a> {
    /// What is known of them.
    pub person: Cow<'a, Person>,
    /// What they are known by in every file.
    pub name: String,
    /// Where they work.
    pub place: &'a str,
    /// Through whom we met; empty where nobody may know.
    pub through: &'a str,
}

impl<'a> ExportedPerson<'a> {
    /// This person of the book, as they may be told; `None` where others must not know that they are in it (R63).
    pub fn person(disclosure: &Disclosure<'a>, id: PersonId) -> Option<ExportedPerson<'a>> {
        let (book, person) = (disclosure.book(), disclosure.person(id)?);
        let known = book.person(id)?;
        let through = known.met_through.as_ref().map(|mention| match mention.id().map(PersonId) {
            Some(id) if book.person(id).is_some() => disclosure.told_name(id).unwrap_or_default(),
            _ => Some(mention.0.as_str()).filter(|text| disclosure.may_say(text)).unwrap_or_default(),
        });
        let place = book.workplace(known);
        Some(ExportedPerson { name: id.to_string(), place, through: through.unwrap_or_default(), person })
    }

    /// Somebody of the holding pool.
    pub fn waiting(disclosure: &Disclosure, one: &'a Connection) -> ExportedPerson<'a> {
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
        let through = Some(one.met_through.as_str()).filter(|text| disclosure.may_say(text)).unwrap_or_default();
        let place = one.organisation.as_str();
        ExportedPerson { person: Cow::Owned(person), name: one.id.to_string(), place, through }
    }

    /// What they are called; a card and a row need a name.
    pub fn called(&self) -> String {
        self.person.name.to_string()
    }
}

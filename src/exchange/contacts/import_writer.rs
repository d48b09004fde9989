//! The records that a matched file leaves behind, a piece at a time.

use super::Contact;
use super::kith_fields::fill;
use super::links::AcceptedLinks;
use super::matching::{FilePerson, Matching};
use super::verdict::{Destination, provenance};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::connection::Connection;
use crate::domain::fold::fold;
use crate::domain::id::{ConnectionId, Mint, OrganisationId, PersonId};
use crate::domain::identity::{Identity, IdentityIndex};
use crate::domain::merged::{Merged, filled};
use crate::domain::organisation::Organisation;
use crate::domain::person::{Consent, Mention, Person};
use crate::domain::record::Record;
use crate::domain::sorted_set::SortedSet;
use crate::rules::links::names_somebody;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Those who come, and the places they work at.
pub struct ImportWriter {
    into: Destination,
    taken: AcceptedLinks,
    provenance: String,
    today: NaiveDate,
    places: HashMap<String, Mention>,
    next: usize,
}

impl ImportWriter {
    /// They come into the book or into the pool, `from` the file of this name.
    pub fn new(into: Destination, from: &str, today: NaiveDate) -> ImportWriter {
        let provenance = provenance(from, today);
        ImportWriter { into, taken: AcceptedLinks::default(), provenance, today, places: HashMap::new(), next: 0 }
    }

    /// With the links that were taken.
    #[must_use]
    pub fn with(self, taken: AcceptedLinks) -> ImportWriter {
        ImportWriter { taken, ..self }
    }

    /// How many of so many lie behind.
    pub fn percent(&self, matching: &Matching) -> usize {
        self.next * 100 / matching.ones.len().max(1)
    }

    /// The records of so many more of those the file speaks of; `None` once all came. No record is in two pieces.
    pub fn step(&mut self, book: &Book, matching: &Matching, many: usize, mint: &mut Mint) -> Option<Change> {
        let Some(ones) = matching.ones.get(self.next..).filter(|rest| !rest.is_empty()) else {
            let rest = self.taken.records.len().saturating_sub(many);
            let records = self.taken.records.split_off(rest);
            return if records.is_empty() { None } else { Some(Change { records }) };
        };
        let mut records = Vec::new();
        for one in ones.iter().take(many) {
            self.next += 1;
            self.one(book, &matching.known, one, &mut records, mint);
        }
        Some(Change { records })
    }

    fn one(&mut self, book: &Book, known: &IdentityIndex, one: &FilePerson, to: &mut Vec<Record>, mint: &mut Mint) {
        let called = self.taken.called.get(&one.who).copied();
        let into = if called.is_some() { Destination::Book } else { self.into };
        match (one.who, into) {
            (Identity::Person(id), Destination::Pool) if one.is_new => {
                let (provenance, not_through) = (self.provenance.clone(), self.refused(id));
                let there = Connection { id: ConnectionId(id.0), provenance, not_through, ..Connection::default() };
                to.push(renewed(there, &one.then).into());
            }
            (Identity::Person(id), Destination::Book) if one.is_new => {
                let new = Person { id, not_through: self.refused(id), ..self.somebody(&one.then) };
                let new = self.person(book, known, new, &one.then, to, mint);
                to.push(new.into());
            }
            (Identity::Person(id), _) => {
                let is_linked = self.taken.through.contains_key(&id);
                if let Some(there) = book.live_person(id).filter(|_| one.has_news || is_linked) {
                    self.entries(book, known, there, one, to, mint);
                    let mut person = self.completed(book, known, there, &one.then, to, mint);
                    person.not_through.extend(self.refused(id).iter().cloned());
                    to.push(person.into());
                }
            }
            (Identity::Waiting(id), Destination::Pool) => {
                let there = book.connection(id).filter(|_| one.has_news);
                to.extend(there.map(|there| Record::from(renewed(there.clone(), &one.then))));
            }
            (Identity::Waiting(id), Destination::Book) => {
                let Some(there) = book.connection(id) else { return };
                let id = called.unwrap_or_else(|| PersonId(mint.id()));
                let not_through = there.not_through.clone();
                let new = Person { id, not_through, ..self.somebody(&one.then) };
                let new = self.person(book, known, new, &one.then, to, mint);
                to.push(new.into());
                to.push(there.out_of_the_pool());
            }
        }
    }

    /// Who did not bring somebody.
    fn refused(&self, id: PersonId) -> SortedSet<String> {
        self.taken.refused.get(&id).cloned().unwrap_or_default()
    }

    /// Somebody new: where they come from, and what only a file of our own says of them.
    fn somebody(&self, then: &Contact) -> Person {
        let own = then.own.as_deref().cloned().unwrap_or_default();
        let provenance = if own.provenance.is_empty() { self.provenance.clone() } else { own.provenance.clone() };
        Person { provenance, consent: own.consent.clone().or(Some(Consent::NotAsked)), ..own }
    }

    /// A person with what is known of them `then`; the place they work at comes along where it is new.
    fn person(
        &mut self,
        book: &Book,
        known: &IdentityIndex,
        there: Person,
        then: &Contact,
        to: &mut Vec<Record>,
        mint: &mut Mint,
    ) -> Person {
        let mut person = Person {
            name: then.name.clone(),
            title: then.title.clone(),
            reach: then.reach.clone(),
            facts: then.facts.clone(),
            note: then.note.clone(),
            tags: then.tags.clone(),
            known_since: then.known_since,
            ..there
        };
        if fold(book.workplace(&person)) != fold(&then.organisation) {
            person.organisation = self.place(book, &then.organisation, to, mint);
        }
        let source = self.taken.through.get(&person.id).filter(|_| !names_somebody(book, &person));
        if let Some(source) = source {
            person.met_through = Some(Mention::of(source.0));
        } else if person.met_through.is_none() {
            person.met_through = known.mention(&then.referred_by).map(|mention| self.met(book, mention, then));
        }
        person
    }

    /// Somebody of the book with what is known of them `then`, and what only a file of our own says.
    fn completed(
        &mut self,
        book: &Book,
        known: &IdentityIndex,
        there: &Person,
        then: &Contact,
        to: &mut Vec<Record>,
        mint: &mut Mint,
    ) -> Person {
        let mut there = there.clone();
        then.own.iter().for_each(|own| drop(fill(&mut there, own)));
        self.person(book, known, there, then, to, mint)
    }

    /// The rows of which the person said that they are one who is in the book: each is kept as an entry that became them.
    /// So the same file finds them again, and it can be parted where that was a slip.
    fn entries(
        &mut self,
        book: &Book,
        known: &IdentityIndex,
        there: &Person,
        one: &FilePerson,
        to: &mut Vec<Record>,
        mint: &mut Mint,
    ) {
        let turns = book.merged_into(there.id).filter_map(|entry| Some(entry.merged.as_ref()?.turn + 1));
        for (turn, said) in (turns.max().unwrap_or_default()..).zip(&one.said) {
            let [before, after] =
                [&said.before, &said.after].map(|then| self.completed(book, known, there, then, to, mint));
            let merged = Merged { into: there.id, on: Some(self.today), turn, filled: filled(&before, &after) };
            let new = Person { id: PersonId(mint.id()), merged: Some(Box::new(merged)), ..self.somebody(&said.row) };
            let entry = self.person(book, known, new, &said.row, to, mint);
            to.push(entry.into());
        }
    }

    /// Through whom we met somebody: whoever is in the book then, else the words. Who waits in the pool is nobody there.
    fn met(&self, book: &Book, mention: Mention, then: &Contact) -> Mention {
        let comes = |id: PersonId| {
            let is_called = self.taken.called.contains_key(&Identity::Person(id));
            self.into == Destination::Book || is_called || book.live_person(id).is_some()
        };
        let is_there = mention.id().is_none_or(|id| comes(PersonId(id)));
        if is_there { mention } else { Mention(then.referred_by.clone()) }
    }

    /// The organisation of this name: the one in the book, or one that comes.
    fn place(&mut self, book: &Book, name: &str, to: &mut Vec<Record>, mint: &mut Mint) -> Option<Mention> {
        if name.is_empty() {
            return None;
        }
        if let Some(organisation) = book.organisation_named(name) {
            return Some(Mention::of(organisation.id.0));
        }
        let mention = self.places.entry(fold(name)).or_insert_with(|| {
            let id = mint.id();
            to.push(Organisation { id: OrganisationId(id), name: name.into(), ..Organisation::default() }.into());
            Mention::of(id)
        });
        Some(mention.clone())
    }
}

/// Somebody in the pool with what is known of them `then`.
fn renewed(there: Connection, then: &Contact) -> Connection {
    Connection {
        name: then.name.clone(),
        organisation: then.organisation.clone(),
        title: then.title.clone(),
        reach: then.reach.clone(),
        connected_on: then.known_since,
        met_through: then.referred_by.clone(),
        facts: then.facts.clone(),
        note: then.note.clone(),
        tags: then.tags.clone(),
        ..there
    }
}

//! What would come of a reading in this book: who is new, who is here already. Nothing is written; the change is given
//! to the store once the person has said yes.

use super::{Contact, Format, Reading, Refused};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::connection::Connection;
use crate::domain::fold::fold;
use crate::domain::id::{ConnectionId, Mint, OrganisationId, PersonId};
use crate::domain::known::{Face, Known, Who, profile};
use crate::domain::organisation::Organisation;
use crate::domain::person::{Consent, Mention, Name, Person, Reach, ReachKind};
use crate::domain::record::Record;
use chrono::NaiveDate;
use std::collections::HashMap;

/// From so many contacts on a file is a bulk import.
const BULK: usize = 300;

/// Where the new people of a file go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Destination {
    /// Into the book, at once.
    #[default]
    Book,
    /// Into the holding pool, outside the book (R12).
    Pool,
}

impl Reading {
    /// Where its people belong unless somebody says otherwise: the connections of a network, and any file of many
    /// hundreds, wait in the holding pool (R12).
    pub fn belongs(&self) -> Destination {
        if self.format == Format::LinkedIn || self.contacts.len() > BULK {
            Destination::Pool
        } else {
            Destination::Book
        }
    }
}

/// What would come of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// Every contact of the file, in its order.
    pub rows: Vec<ArrivalRow>,
    /// What could not be read.
    pub refused: Vec<Refused>,
    /// The new people, and the places they work at; empty where nobody is new.
    pub change: Change,
}

/// One contact of the file, and what would come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalRow {
    /// The line of the file.
    pub line: usize,
    /// What they are called.
    pub name: Name,
    /// Who they are, in a few words.
    pub detail: String,
    /// What would come of it.
    pub verdict: Verdict,
}

/// What would come of one contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// A new person.
    New,
    /// In the book already.
    Already(PersonId),
    /// In the holding pool already; brought into the book from there, if that is where the file goes.
    Waiting(ConnectionId),
    /// In the holding pool already, and the file knows better where they work or how to reach them.
    News(ConnectionId),
    /// The same as an earlier one of the file, which begins on this line.
    Same(usize),
}

impl Arrival {
    /// How many would be new.
    pub fn new_people(&self) -> usize {
        self.count(|verdict| *verdict == Verdict::New)
    }

    /// How many are in the book or in the holding pool already.
    pub fn already(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Already(_) | Verdict::Waiting(_) | Verdict::News(_)))
    }

    /// How many are in the holding pool already.
    pub fn waiting(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Waiting(_) | Verdict::News(_)))
    }

    /// Of how many in the holding pool the file knows something new.
    pub fn news(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::News(_)))
    }

    /// How many say the same as an earlier one of the file.
    pub fn same(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Same(_)))
    }

    fn count(&self, is: fn(&Verdict) -> bool) -> usize {
        self.rows.iter().filter(|row| is(&row.verdict)).count()
    }
}

/// What would come of a reading, `from` the file of this name.
pub fn arrive(
    book: &Book,
    reading: &Reading,
    into: Destination,
    from: &str,
    today: NaiveDate,
    mint: &mut Mint,
) -> Arrival {
    let provenance = format!("from {from}, {today}");
    let mut known = Known::with_pool(book);
    let mut coming = Coming { book, into, provenance, places: HashMap::new(), records: Vec::new(), people: Vec::new() };
    let mut called: HashMap<ConnectionId, usize> = HashMap::new();
    let mut rows = Vec::with_capacity(reading.contacts.len());
    for contact in &reading.contacts {
        let face = Face::new(&contact.name, &contact.organisation, &contact.reach);
        let verdict = match known.find(&face) {
            Some((_, Some(line))) => Verdict::Same(line),
            Some((Who::Person(id), None)) => Verdict::Already(id),
            Some((Who::Waiting(id), None)) => match called.insert(id, contact.line) {
                Some(line) => Verdict::Same(line),
                None => {
                    coming.call(contact, id, mint);
                    if book.connection(id).is_some_and(|one| newer(one, contact) != *one) {
                        Verdict::News(id)
                    } else {
                        Verdict::Waiting(id)
                    }
                }
            },
            None => {
                known.add(face, coming.add(contact, mint), Some(contact.line));
                Verdict::New
            }
        };
        rows.push(ArrivalRow { line: contact.line, name: contact.name.clone(), detail: detail(contact), verdict });
    }
    Arrival { rows, refused: reading.refused.clone(), change: coming.change(&known) }
}

/// Those who come, and the places they work at.
struct Coming<'a> {
    book: &'a Book,
    into: Destination,
    provenance: String,
    places: HashMap<String, Mention>,
    records: Vec<Record>,
    /// The new people, each with the words for who referred them.
    people: Vec<(Person, &'a str)>,
}

impl<'a> Coming<'a> {
    /// Somebody new.
    fn add(&mut self, contact: &'a Contact, mint: &mut Mint) -> Who {
        match self.into {
            Destination::Book => Who::Person(self.person(contact, &contact.organisation, mint, |_| {})),
            Destination::Pool => {
                let one = connection(contact, self.provenance.clone(), ConnectionId(mint.id()));
                let id = one.id;
                self.records.push(one.into());
                Who::Waiting(id)
            }
        }
    }

    /// Somebody who waits in the pool: the file brings them into the book with what both know of them, or into the pool
    /// what is new of them.
    fn call(&mut self, contact: &'a Contact, id: ConnectionId, mint: &mut Mint) {
        let Some(one) = self.book.connection(id) else { return };
        if self.into == Destination::Pool {
            self.records.push(newer(one, contact).into());
            return;
        }
        let place = if contact.organisation.is_empty() { &one.organisation } else { &contact.organisation };
        self.person(contact, place, mint, |person| one.complete(person));
        self.records.push(one.out_of_the_pool());
    }

    fn person(
        &mut self,
        contact: &'a Contact,
        place: &str,
        mint: &mut Mint,
        complete: impl FnOnce(&mut Person),
    ) -> PersonId {
        let organisation = self.place(place, mint);
        let own = contact.own.as_deref().cloned().unwrap_or_default();
        let from = if own.provenance.is_empty() { &self.provenance } else { &own.provenance };
        let mut person = Person {
            id: PersonId(mint.id()),
            name: contact.name.clone(),
            organisation,
            title: contact.title.clone(),
            reach: contact.reach.clone(),
            facts: contact.facts.clone(),
            note: contact.note.clone(),
            tags: contact.tags.clone(),
            known_since: contact.known_since,
            provenance: from.clone(),
            consent: own.consent.clone().or(Some(Consent::NotAsked)),
            ..own.clone()
        };
        complete(&mut person);
        let id = person.id;
        self.people.push((person, contact.referred_by.as_str()));
        id
    }

    /// The organisation of this name: the one in the book, or one that comes.
    fn place(&mut self, name: &str, mint: &mut Mint) -> Option<Mention> {
        if name.is_empty() {
            return None;
        }
        if let Some(organisation) = self.book.organisation_named(name) {
            return Some(Mention::of(organisation.id.0));
        }
        let records = &mut self.records;
        let mention = self.places.entry(fold(name)).or_insert_with(|| {
            let id = mint.id();
            let organisation = Organisation { id: OrganisationId(id), name: name.into(), ..Organisation::default() };
            records.push(organisation.into());
            Mention::of(id)
        });
        Some(mention.clone())
    }

    fn change(self, known: &Known) -> Change {
        let mut records = self.records;
        for (mut person, referred_by) in self.people {
            person.met_through = known.mention(referred_by);
            records.push(person.into());
        }
        Change { records }
    }
}

/// Somebody who waits, as the file knows them now; what it leaves out stays.
fn newer(one: &Connection, contact: &Contact) -> Connection {
    let mut newer = one.clone();
    for (there, here) in [(&mut newer.title, &contact.title), (&mut newer.organisation, &contact.organisation)] {
        if !here.is_empty() {
            there.clone_from(here);
        }
    }
    let is_new =
        |reach: &&Reach| !one.reach.iter().any(|r| r.kind == reach.kind && profile(&r.value) == profile(&reach.value));
    newer.reach.extend(contact.reach.iter().filter(is_new).cloned());
    newer
}

fn connection(contact: &Contact, provenance: String, id: ConnectionId) -> Connection {
    Connection {
        id,
        name: contact.name.clone(),
        organisation: contact.organisation.clone(),
        title: contact.title.clone(),
        reach: contact.reach.clone(),
        connected_on: contact.known_since,
        met_through: contact.referred_by.clone(),
        facts: contact.facts.clone(),
        note: contact.note.clone(),
        tags: contact.tags.clone(),
        provenance,
        trashed: false,
    }
}

fn detail(contact: &Contact) -> String {
    let address = contact.reach.iter().find(|r| matches!(r.kind, ReachKind::Email | ReachKind::Phone));
    let address = address.map(|r| r.value.as_str()).unwrap_or_default();
    let parts = [contact.title.as_str(), &contact.organisation, address];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

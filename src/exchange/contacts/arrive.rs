//! What would come of a reading in this book: who is new, who is here already. Nothing is written; the change is given
//! to the store once the person has said yes.

use super::{Contact, Reading, Refused};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::fold::{digits, fold};
use crate::domain::id::{Mint, OrganisationId, PersonId};
use crate::domain::organisation::Organisation;
use crate::domain::person::{Consent, Mention, Name, Person, Reach, ReachKind};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What would come of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// Every contact of the file, in its order.
    pub rows: Vec<ArrivalRow>,
    /// What could not be read.
    pub refused: Vec<Refused>,
    /// The new people and the places they work at; empty where nobody is new.
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
    New(PersonId),
    /// In the book already.
    Already(PersonId),
    /// The same as an earlier one of the file, which begins on this line.
    Same(usize),
}

impl Arrival {
    /// How many would be new.
    pub fn new_people(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::New(_)))
    }

    /// How many are in the book already.
    pub fn already(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Already(_)))
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
pub fn arrive(book: &Book, reading: &Reading, from: &str, today: NaiveDate, mint: &mut Mint) -> Arrival {
    let mut known = Known::of(book);
    let mut places = Places { book, new: HashMap::new(), records: Vec::new() };
    let mut rows = Vec::with_capacity(reading.contacts.len());
    let mut people: Vec<(Person, &str)> = Vec::new();
    for contact in &reading.contacts {
        let verdict = match known.find(contact) {
            Some((_, Some(line))) => Verdict::Same(line),
            Some((id, None)) => Verdict::Already(id),
            None => {
                let person = person(contact, places.of(&contact.organisation, mint), from, today, mint);
                let id = person.id;
                known.add(Face::of_contact(contact, id), Some(contact.line));
                people.push((person, contact.referred_by.as_str()));
                Verdict::New(id)
            }
        };
        rows.push(ArrivalRow { line: contact.line, name: contact.name.clone(), detail: detail(contact), verdict });
    }
    let mut records = places.records;
    for (mut person, referred_by) in people {
        person.met_through = known.mention(referred_by);
        records.push(person.into());
    }
    Arrival { rows, refused: reading.refused.clone(), change: Change { records } }
}

fn person(contact: &Contact, organisation: Option<Mention>, from: &str, today: NaiveDate, mint: &mut Mint) -> Person {
    Person {
        id: PersonId(mint.id()),
        name: contact.name.clone(),
        organisation,
        title: contact.title.clone(),
        reach: contact.reach.clone(),
        facts: contact.facts.clone(),
        note: contact.note.clone(),
        tags: contact.tags.clone(),
        known_since: contact.known_since,
        provenance: format!("from {from}, {today}"),
        consent: Some(Consent::NotAsked),
        ..Person::default()
    }
}

fn detail(contact: &Contact) -> String {
    let address = contact.reach.iter().find(|r| matches!(r.kind, ReachKind::Email | ReachKind::Phone));
    let address = address.map(|r| r.value.as_str()).unwrap_or_default();
    let parts = [contact.title.as_str(), &contact.organisation, address];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The organisations of the book, and those that arrive.
struct Places<'a> {
    book: &'a Book,
    new: HashMap<String, Mention>,
    records: Vec<crate::domain::record::Record>,
}

impl Places<'_> {
    fn of(&mut self, name: &str, mint: &mut Mint) -> Option<Mention> {
        if name.is_empty() {
            return None;
        }
        if let Some(organisation) = self.book.organisation_named(name) {
            return Some(Mention::of(organisation.id.0));
        }
        let records = &mut self.records;
        let mention = self.new.entry(fold(name)).or_insert_with(|| {
            let id = mint.id();
            let organisation = Organisation { id: OrganisationId(id), name: name.into(), ..Organisation::default() };
            records.push(organisation.into());
            Mention::of(id)
        });
        Some(mention.clone())
    }
}

/// What people are told apart by.
struct Face {
    id: PersonId,
    name: String,
    place: String,
    emails: Vec<String>,
    phones: Vec<String>,
    profiles: Vec<String>,
}

impl Face {
    fn of_contact(contact: &Contact, id: PersonId) -> Face {
        Face::new(id, &contact.name, &contact.organisation, &contact.reach)
    }

    fn new(id: PersonId, name: &Name, place: &str, reach: &[Reach]) -> Face {
        let of = |kind: ReachKind, form: fn(&str) -> String| -> Vec<String> {
            reach.iter().filter(|r| r.kind == kind).map(|r| form(&r.value)).filter(|v| !v.is_empty()).collect()
        };
        Face {
            id,
            name: fold(name.as_str()),
            place: fold(place),
            emails: of(ReachKind::Email, fold),
            phones: of(ReachKind::Phone, digits),
            profiles: of(ReachKind::Profile, profile),
        }
    }

    /// What only this person has: an address, a profile, or the name together with the end of a number, because the
    /// codes in front of it are written or left out.
    fn keys(&self) -> impl Iterator<Item = String> {
        let end = |number: &String| number.get(number.len().saturating_sub(7)..).unwrap_or_default().to_string();
        let numbers = self.phones.iter().map(move |number| format!("{} {}", self.name, end(number)));
        self.emails.iter().chain(&self.profiles).cloned().chain(numbers)
    }

    /// Whether there is no address and no number to tell them by.
    fn is_bare(&self) -> bool {
        self.emails.is_empty() && self.phones.is_empty()
    }

    /// Whether two of one name without addresses are different people all the same: at two places, with two profiles.
    fn is_apart(&self, other: &Face) -> bool {
        let places = !self.place.is_empty() && !other.place.is_empty() && self.place != other.place;
        places || !self.profiles.is_empty() && !other.profiles.is_empty()
    }
}

/// The address of a profile without what varies: scheme, `www.`, case, the last `/`.
fn profile(value: &str) -> String {
    let low = value.trim().to_lowercase();
    let bare = low.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/').to_string()
}

/// How many people of one name, without any address, are compared before one more is taken for somebody new.
const NAMESAKES: usize = 200;

/// Whom the book knows already, and who has arrived.
#[derive(Default)]
struct Known {
    /// With each, the line of the file, for those that come from it.
    faces: Vec<(Face, Option<usize>)>,
    by_name: HashMap<String, Vec<usize>>,
    by_key: HashMap<String, usize>,
    bare: HashMap<String, Vec<usize>>,
}

impl Known {
    fn of(book: &Book) -> Known {
        let mut known = Known::default();
        for person in book.people() {
            known.add(Face::new(person.id, &person.name, book.workplace(person), &person.reach), None);
        }
        known
    }

    fn add(&mut self, face: Face, line: Option<usize>) {
        let at = self.faces.len();
        self.by_name.entry(face.name.clone()).or_default().push(at);
        if face.is_bare() {
            self.bare.entry(face.name.clone()).or_default().push(at);
        }
        for key in face.keys() {
            self.by_key.entry(key).or_insert(at);
        }
        self.faces.push((face, line));
    }

    /// Who it is: whoever has one of their addresses; else, where there is no address, whoever bears the name and is
    /// not told apart by anything else.
    fn find(&self, contact: &Contact) -> Option<(PersonId, Option<usize>)> {
        let face = Face::of_contact(contact, PersonId::default());
        let by_key = face.keys().find_map(|key| self.by_key.get(&key));
        let namesakes = self.bare.get(&face.name).filter(|_| face.is_bare());
        let is_same = |at: &&usize| self.faces.get(**at).is_some_and(|(known, _)| !known.is_apart(&face));
        let by_name = || namesakes.and_then(|list| list.iter().take(NAMESAKES).find(is_same));
        let (found, line) = self.faces.get(*by_key.or_else(by_name)?)?;
        Some((found.id, *line))
    }

    /// A person of this name where there is exactly one, else the words.
    fn mention(&self, name: &str) -> Option<Mention> {
        if name.is_empty() {
            return None;
        }
        let named = self.by_name.get(&fold(name)).map(Vec::as_slice).unwrap_or_default();
        let one = if let [at] = named { self.faces.get(*at) } else { None };
        Some(one.map_or_else(|| Mention(name.into()), |(face, _)| Mention::of(face.id.0)))
    }
}
